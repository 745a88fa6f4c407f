//! Saying things, and saying things about what was said. Nothing is ever overwritten.

use crate::arguments::{Act, Add, Confirm, Correct, Resolve};
use crate::draft::{Before, draft};
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Columns, Medicines, Words, listing, short};
use pocketchart::{Chart, EntryId, ItemView, Resolution};
use pocketchart_strings::Message;
use serde_json::json;

pub(super) fn add(program: &Program, asked: Add) -> Result<Answer, Failure> {
    let draft = draft(asked.kind, &Before::default())?;
    let mut chart = program.open()?;
    let id = match asked.sensitive {
        true => chart.add_sensitive(draft)?,
        false => chart.add(draft)?,
    };
    written(program, &chart, id, &Message::AddDone)
}

pub(super) fn correct(program: &Program, asked: Correct) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let id = program.find(&chart, &asked.id)?;
    let draft = draft(asked.kind, &Before::of(&chart.item(id)?))?;
    let id = chart.correct(id, draft, asked.reason.as_deref())?;
    written(program, &chart, id, &Message::CorrectDone)
}

pub(super) fn retract(program: &Program, asked: &Act) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let id = program.find(&chart, &asked.id)?;
    let item = chart.item(id)?.item;
    let what = title(program, &item);
    if !program.agrees(&Message::AskRetract { what: what.into() })? {
        return Err(Failure::new("question-no", Exit::Unanswered));
    }
    let said = chart.retract(id, asked.reason.as_deref())?;
    about(program, &chart, id, said, &Message::RetractDone)
}

pub(super) fn dispute(program: &Program, asked: &Act) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let id = program.find(&chart, &asked.id)?;
    let said = chart.dispute(id, asked.reason.as_deref())?;
    about(program, &chart, id, said, &Message::DisputeDone)
}

pub(super) fn confirm(program: &Program, asked: &Confirm) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let id = program.find(&chart, &asked.id)?;
    let said = chart.confirm(id)?;
    about(program, &chart, id, said, &Message::ConfirmDone)
}

pub(super) fn resolve(program: &Program, asked: Resolve) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let mut ids = vec![program.find(&chart, &asked.id)?];
    for name in &asked.with {
        ids.push(program.find(&chart, name)?);
    }
    let detail = chart.item(ids[0])?;
    let resolution = match (asked.kind, &asked.keep) {
        (Some(kind), _) => Resolution::Replace(Box::new(draft(kind, &Before::of(&detail))?)),
        (None, Some(kept)) => Resolution::Keep(program.find(&chart, kept)?),
        (None, None) if asked.withdraw => Resolution::Withdraw,
        (None, None) => Resolution::Keep(choose(program, &detail.item)?),
    };
    let withdrawn = resolution == Resolution::Withdraw;
    let said = chart.resolve(&ids, resolution, asked.reason.as_deref())?;
    if withdrawn {
        about(program, &chart, ids[0], said, &Message::RetractDone)
    } else {
        written(program, &chart, said, &Message::ResolveDone)
    }
}

/// Shows the statements side by side and asks which one is right.
fn choose(program: &Program, item: &ItemView) -> Result<EntryId, Failure> {
    if !program.output.is_interactive() {
        return Err(Failure::new("resolve-which", Exit::Unanswered));
    }
    let mut ids = vec![item.id];
    ids.extend(item.rivals.iter().map(|rival| rival.id));
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(words.show(&Message::ResolveChoose)).blank();
    for (number, line) in (1..).zip(show::statements(words, item)) {
        page.line(format!("  {}  {line}", strong(number)));
    }
    program.output.note(&page);
    program.output.prompt(&program.show(&Message::AskWhich {
        count: ids.len().into(),
    }));
    let typed = program.typed()?;
    let chosen = typed
        .parse::<usize>()
        .ok()
        .and_then(|number| ids.get(number.checked_sub(1)?));
    chosen
        .copied()
        .ok_or_else(|| Failure::new("question-no", Exit::Unanswered))
}

/// Tells what was written, as the list now shows it.
fn written(program: &Program, chart: &Chart, id: EntryId, done: &Message<'_>) -> Result<Answer, Failure> {
    let item = chart.item(id)?.item;
    let medicines = Medicines::among(chart, std::slice::from_ref(&item))?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(done));
    page.table(listing(
        words,
        std::slice::from_ref(&item),
        &medicines,
        Columns::Section(item.section),
    ));
    Ok(Answer::new(
        page,
        json!({ "id": show::id(&id), "short": short(&id), "item": medicines.document(&item) }),
    ))
}

/// Tells what was said about an entry.
fn about(
    program: &Program,
    chart: &Chart,
    id: EntryId,
    said: EntryId,
    done: &Message<'_>,
) -> Result<Answer, Failure> {
    let item = chart.item(id)?.item;
    let mut page = Page::default();
    page.line(format!(
        "{}  {}",
        strong(title(program, &item)),
        program.show(done)
    ));
    page.line(quiet(program.show(&Message::ActNext {
        id: short(&id).into(),
    })));
    Ok(Answer::new(
        page,
        json!({ "id": show::id(&said), "short": short(&said), "item": show::item(&item) }),
    ))
}

fn title(program: &Program, item: &ItemView) -> String {
    show::name(Words(program.output.text()), &item.facts)
}
