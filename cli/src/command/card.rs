//! The emergency card: choosing, drawing, writing.

use crate::arguments::{Card as Asked, Language};
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Page, quiet, strong};
use crate::picture;
use crate::print;
use crate::program::{Answer, Program};
use crate::show::card::{self, CardWords, call};
use crate::show::{id, short};
use pocketchart::{
    Card, CardChoice, CardFact, DrawError, EntryId, MakeCardError, PageAddress, QrMatrix, ReadError, draw,
};
use pocketchart_strings::{Message, ReaderLanguage};
use serde_json::{Value, json};

/// Letters of a hash that are enough to name an entry.
const ENOUGH: usize = 4;
/// Modules of margin that a drawing has on both sides together.
const MARGINS: usize = 8;

impl From<Language> for ReaderLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Es => Self::Spanish,
            Language::Fr => Self::French,
            Language::De => Self::German,
            Language::Ar => Self::Arabic,
            Language::Zh => Self::Chinese,
        }
    }
}

pub(super) fn card(program: &Program, asked: &Asked) -> Result<Answer, Failure> {
    let words = CardWords::new(asked.language.into())?;
    let address = asked.page.as_deref().map(page_address).transpose()?;
    let mut chart = program.open()?;
    let mut choices = chart.card_choices()?;
    select(&mut choices, asked)?;
    let refused = |error: MakeCardError| refusal(program, error, &choices);
    let card = chart.make_card(&choices).map_err(refused)?;
    let text = match asked.plain {
        true => words.plain(&card),
        false => card.to_text(address.as_ref()),
    };
    let code = draw(&text).map_err(|_: DrawError| refused(MakeCardError::TooMuch))?;
    let mut page = Page::default();
    let written = match &asked.out {
        Some(path) => {
            let bytes = match print::is_page(path) {
                true => {
                    let plain = draw(&words.plain(&card)).map_err(|_| refused(MakeCardError::TooMuch))?;
                    let signed = draw(&card.to_text(address.as_ref()));
                    let signed = signed.map_err(|_| refused(MakeCardError::TooMuch))?;
                    let sheet = words.sheet(&card, signed, plain);
                    print::write(path, &sheet, asked.paper.into(), asked.fonts.as_deref())?
                }
                false => picture::write(path, &code)?,
            };
            let size = program.output.text().size(bytes);
            page.line(program.show(&Message::CardWritten {
                file: file::shown(path).into(),
                size: size.into(),
            }));
            Some(file::shown(path))
        }
        None => {
            drawing(program, &mut page, asked, &code, &text);
            None
        }
    };
    page.blank().line(who_can_read(program, asked));
    page.line(program.show(&Message::CardPossession));
    page.line(program.show(&Message::CardReview {
        date: program.output.text().date(&card::iso(card.review_by())).into(),
    }));
    if !asked.plain {
        listing(program, &mut page, &words, &card, &choices);
    }
    words.review(&mut page, program.output.text());
    let json = json!({
        "text": text, "modules": code.width(), "bytes": card.as_bytes().len(), "card": card::document(&card),
        "choices": choices.iter().map(choice).collect::<Value>(), "file": written,
    });
    Ok(Answer::new(page, json))
}

/// Why there is no card, with the letters of what could be left off or put on.
fn refusal(program: &Program, error: MakeCardError, choices: &[CardChoice]) -> Failure {
    let wanted = !matches!(error, MakeCardError::Empty);
    let lines = choices
        .iter()
        .filter(|choice| choice.selected == wanted)
        .map(|choice| format!("{} {}", short(&choice.id), told(program, choice)));
    Failure::from(error).candidates(lines.collect())
}

fn page_address(typed: &str) -> Result<PageAddress, Failure> {
    PageAddress::new(typed)
        .map_err(|_| Failure::new("card-page-wrong", Exit::Usage).with("page", typed.to_owned()))
}

/// Applies what was typed to what is chosen beforehand.
fn select(choices: &mut [CardChoice], asked: &Asked) -> Result<(), Failure> {
    if !asked.only.is_empty() {
        choices.iter_mut().for_each(|choice| choice.selected = false);
    }
    for (typed, selected) in [(&asked.only, true), (&asked.with, true), (&asked.without, false)] {
        for name in typed {
            let id = offered(choices, name)?;
            for choice in choices.iter_mut().filter(|choice| choice.id == id) {
                choice.selected = selected;
            }
        }
    }
    Ok(())
}

/// The entry that was typed, among those that can be on the card.
fn offered(choices: &[CardChoice], name: &str) -> Result<EntryId, Failure> {
    let typed = name.trim().to_lowercase();
    let names = |choice: &&CardChoice| {
        let begins = typed.len() >= ENOUGH && choice.id.hash.to_hex().starts_with(&typed);
        begins || choice.id.to_text() == name.trim()
    };
    let mut found: Vec<EntryId> = choices.iter().filter(names).map(|choice| choice.id).collect();
    found.dedup();
    match found.as_slice() {
        [] => Err(Failure::new("card-not-offered", Exit::NotFound).with("id", name.to_owned())),
        [first, rest @ ..] if rest.iter().all(|it| it == first) => Ok(*first),
        several => Err(Failure::from(ReadError::Ambiguous)
            .candidates(several.iter().map(|it| it.hash.to_hex()).collect())),
    }
}

fn drawing(program: &Program, page: &mut Page, asked: &Asked, code: &QrMatrix, text: &str) {
    let heading = match asked.plain {
        true => Message::CardPlainShow,
        false => Message::CardShow,
    };
    page.line(strong(program.show(&heading))).blank();
    let columns = code.width() + MARGINS;
    if program.output.has_columns(columns) {
        page.exact(code.to_half_blocks());
    } else {
        page.line(program.show(&Message::CardTooWide {
            columns: columns.into(),
        }));
    }
    if asked.plain {
        for line in text.lines() {
            page.line(format!("  {line}"));
        }
    } else {
        page.exact(text);
    }
}

/// Said honestly: who can open the code, and who sees it then.
fn who_can_read(program: &Program, asked: &Asked) -> String {
    program.show(&match (&asked.page, asked.plain) {
        (_, true) => Message::CardWhoPlain,
        (Some(page), _) => Message::CardWhoPage { page: page.into() },
        (None, _) => Message::CardWhoApp,
    })
}

/// What is on the card, in its words; and what is not, with the letters that put it there.
fn listing(program: &Program, page: &mut Page, words: &CardWords, card: &Card, choices: &[CardChoice]) {
    page.blank()
        .line(strong(program.show(&Message::CardOnIt)))
        .blank();
    words.content(page, card.content());
    for (heading, selected) in [(Message::CardLetters, true), (Message::CardOffIt, false)] {
        let mut chosen = choices
            .iter()
            .filter(|choice| choice.selected == selected)
            .peekable();
        if chosen.peek().is_some() {
            page.blank().line(strong(program.show(&heading)));
        }
        for choice in chosen {
            page.line(format!(
                "  {} {}",
                quiet(short(&choice.id)),
                told(program, choice)
            ));
        }
    }
}

fn told(program: &Program, choice: &CardChoice) -> String {
    match &choice.fact {
        CardFact::Name(text) | CardFact::Born(text) => {
            format!("{}: {text}", program.show(&Message::CardPersonKind))
        }
        CardFact::Entry(_, entry) => entry.text.clone(),
        CardFact::Contact(contact) => {
            format!("{}: {}", program.show(&Message::CardContactKind), call(contact))
        }
    }
}

fn choice(it: &CardChoice) -> Value {
    let (kind, text) = match &it.fact {
        CardFact::Name(text) => ("name", text.clone()),
        CardFact::Born(text) => ("born", text.clone()),
        CardFact::Entry(section, entry) => (section.name(), entry.text.clone()),
        CardFact::Contact(contact) => ("contact", call(contact)),
    };
    json!({ "id": id(&it.id), "short": short(&it.id), "selected": it.selected, "kind": kind, "text": text })
}
