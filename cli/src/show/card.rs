//! An emergency card as its reader sees it, in the reader's language, and for programs.

use super::words::coded;
use crate::failure::Failure;
use crate::output::{Mark, Page, quiet, strong};
use jiff::ToSpan as _;
use jiff::civil::date;
use pocketchart::{
    Card, CardCode, CardContact, CardContent, CardEntry, CardSection, CardSeverity, CardSigner, Code,
    PlainWords, QrMatrix,
};
use pocketchart_print::{Code as PrintedCode, Codes, Group, Line, Sheet};
use pocketchart_strings::{Message, ReaderLanguage, Text, Value as Argument};
use serde_json::{Value, json};

/// The system of language codes.
const LANGUAGES: &str = "urn:ietf:bcp:47";

/// That no native speaker has checked the words of this language, if none has.
pub(crate) fn unreviewed(language: ReaderLanguage, english: &Text) -> Option<String> {
    if language.is_reviewed() {
        return None;
    }
    let name = english.by_id(&format!("card-language-{}", language.code()), &[]);
    Some(english.show(&Message::CardUnreviewed {
        language: name.unwrap_or_default().into(),
    }))
}

/// The card's fixed words in one language.
pub(crate) struct CardWords {
    language: ReaderLanguage,
    text: Text,
}

impl CardWords {
    pub(crate) fn new(language: ReaderLanguage) -> Result<Self, Failure> {
        let text = language
            .card()
            .map_err(|_| Failure::new("internal", crate::failure::Exit::Other))?;
        Ok(Self { language, text })
    }

    fn word(&self, id: &str) -> String {
        self.with(id, &[])
    }

    fn with(&self, id: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        self.text.by_id(id, arguments).unwrap_or_else(|_| id.to_owned())
    }

    fn dated(&self, id: &str, day: u32) -> String {
        self.with(id, &[("date", iso(day).into())])
    }

    /// What the card says.
    pub(crate) fn content(&self, page: &mut Page, content: &CardContent) {
        let name = content.name.clone().unwrap_or_default();
        page.line(strong(format!("✚ {}  {name}", self.word("card-title"))));
        if let Some(born) = &content.born {
            page.line(self.with("card-born", &[("date", born.into())]));
        }
        for section in CardSection::ALL {
            let entries = content.entries(section);
            // Allergies are spoken of in any case: silence is not "none".
            if entries.is_empty() && section != CardSection::Allergies {
                continue;
            }
            page.blank()
                .line(strong(self.word(&format!("card-{}", section.name()))));
            if entries.is_empty() {
                page.line(format!("  {}", Mark::Caution.line(&self.word("card-nothing"))));
            }
            for entry in entries {
                page.line(format!("  {}", self.entry(entry)));
            }
        }
        if !content.contacts.is_empty() {
            page.blank().line(strong(self.word("card-contacts")));
            for contact in &content.contacts {
                page.line(format!("    {}", call(contact)));
            }
        }
    }

    /// An entry's words, and how loud they are.
    fn said(&self, entry: &CardEntry) -> (Mark, String) {
        let mut remarks = Vec::new();
        if let Some(severity) = entry.severity {
            remarks.push(self.word(&format!("card-{}", severity.code())));
        }
        if entry.marks.high_risk {
            remarks.push(self.word("card-high-risk"));
        }
        if entry.marks.disputed {
            remarks.push(self.word("card-disputed"));
        }
        let mark = match (entry.severity, entry.marks) {
            (Some(CardSeverity::Severe), _) => Mark::Danger,
            (_, marks) if marks.high_risk => Mark::Danger,
            (_, marks) if marks.disputed => Mark::Caution,
            _ => Mark::None,
        };
        let text = match entry.marks.none_known {
            true => format!("{} – {}", self.word("card-none-known"), entry.text),
            false => entry.text.clone(),
        };
        let remarks = match remarks.is_empty() {
            true => String::new(),
            false => format!(" ({})", remarks.join(", ")),
        };
        let detail = entry.detail.as_ref().map(|it| format!(": {it}"));
        (mark, format!("{text}{remarks}{}", detail.unwrap_or_default()))
    }

    fn entry(&self, entry: &CardEntry) -> String {
        let (mark, said) = self.said(entry);
        let code = entry.code.as_ref().map(|it| format!("  {}", quiet(named(it))));
        format!("{}{}", mark.line(&said), code.unwrap_or_default())
    }

    /// The card as it is printed.
    pub(crate) fn sheet(&self, card: &Card, signed: QrMatrix, plain: QrMatrix) -> Sheet {
        let content = card.content();
        let born = content
            .born
            .as_ref()
            .map(|born| self.with("card-born", &[("date", born.into())]));
        let groups = CardSection::ALL
            .into_iter()
            .filter_map(|section| self.group(content, section));
        let contacts = content.contacts.iter().map(|contact| Line {
            text: call(contact),
            loud: false,
        });
        let contacts = Some(Group {
            heading: self.word("card-contacts"),
            lines: contacts.collect(),
        });
        let contacts = contacts.filter(|group| !group.lines.is_empty());
        let mut about = vec![
            format!(
                "{} – {}",
                self.dated("card-issued", card.issued()),
                self.dated("card-review-by", card.review_by())
            ),
            self.word("card-code-honest"),
        ];
        if !self.language.is_reviewed() {
            about.push(self.word("card-words-unreviewed"));
        }
        Sheet {
            language: self.language.code().to_owned(),
            right_to_left: self.language.is_right_to_left(),
            title: self.word("card-title"),
            who: content.name.iter().cloned().chain(born).collect(),
            groups: groups.chain(contacts).collect(),
            about,
            codes: Some(Codes {
                signed: PrintedCode {
                    matrix: signed,
                    caption: self.word("card-code-app"),
                    description: self.word("card-code-app"),
                },
                plain: PrintedCode {
                    matrix: plain,
                    caption: self.word("card-code-camera"),
                    description: self.plain(card),
                },
            }),
        }
    }

    fn group(&self, content: &CardContent, section: CardSection) -> Option<Group> {
        let entries = content.entries(section);
        let lines: Vec<Line> = match entries {
            // Allergies are spoken of in any case: silence is not "none".
            [] if section == CardSection::Allergies => vec![Line {
                text: self.word("card-nothing"),
                loud: true,
            }],
            [] => return None,
            _ => entries
                .iter()
                .map(|entry| {
                    let (mark, text) = self.said(entry);
                    let loud = matches!(mark, Mark::Danger | Mark::Caution);
                    Line { text, loud }
                })
                .collect(),
        };
        Some(Group {
            heading: self.word(&format!("card-{}", section.name())),
            lines,
        })
    }

    /// How old the card is, loudly where it matters.
    pub(crate) fn age(&self, page: &mut Page, card: &Card, now: u64) {
        let age = card.age(now);
        let ago = match age.days {
            0..=59 => self.with("card-days", &[("days", age.days.into())]),
            _ => self.with("card-months", &[("months", age.months.into())]),
        };
        let issued = format!("{} – {ago}.", self.dated("card-issued", card.issued()));
        let (mark, then) = match (age.from_the_future, age.review_overdue) {
            (true, _) => (Mark::Caution, self.word("card-future")),
            (_, true) => (Mark::Danger, self.dated("card-overdue", card.review_by())),
            _ => (Mark::None, self.dated("card-review-by", card.review_by())),
        };
        page.line(mark.line(&format!("{issued} {then}")));
    }

    /// Whose key signed it: never a bare "good".
    pub(crate) fn signer(&self, page: &mut Page, signer: CardSigner) {
        page.line(match signer {
            CardSigner::UnknownKey => Mark::Caution.line(&self.word("card-unknown-key")),
            CardSigner::KnownPatient => Mark::Good.line(&self.word("card-known-patient")),
        });
    }

    /// That the words are unchecked, in their language and in English.
    pub(crate) fn review(&self, page: &mut Page, english: &Text) {
        if let Some(said) = unreviewed(self.language, english) {
            page.blank()
                .line(quiet(self.word("card-words-unreviewed")))
                .line(quiet(said));
        }
    }

    /// The short text that any camera shows.
    pub(crate) fn plain(&self, card: &Card) -> String {
        let word = |id| self.word(id);
        let (allergies, nothing, contact) = (
            word("card-allergies"),
            word("card-nothing"),
            word("card-contacts"),
        );
        let (severe, disputed, more) = (word("card-severe"), word("card-disputed"), word("card-more"));
        card.content().to_plain(&PlainWords {
            allergies: &allergies,
            nothing: &nothing,
            severe: &severe,
            disputed: &disputed,
            more: &more,
            contact: &contact,
            issued: &iso(card.issued()),
        })
    }
}

/// Who to call, on one line.
pub(crate) fn call(contact: &CardContact) -> String {
    let parts = [
        Some(&contact.name),
        contact.relation.as_ref(),
        contact.phone.as_ref(),
    ];
    parts
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}

/// A day in figures, which every language reads.
pub(crate) fn iso(day: u32) -> String {
    let moment = date(1970, 1, 1).checked_add(i64::from(day).days());
    moment.map_or_else(|_| format!("1970-01-01 + {day}"), |it| it.to_string())
}

fn named(code: &CardCode) -> String {
    // A language's code needs no system beside it.
    if code.system == LANGUAGES {
        return code.code.clone();
    }
    coded(&Code {
        system: Some(code.system.clone()),
        code: code.code.clone(),
    })
}

/// The card for programs.
pub(crate) fn document(card: &Card) -> Value {
    let content = card.content();
    let sections: serde_json::Map<String, Value> = CardSection::ALL
        .into_iter()
        .map(|section| {
            let entries = content.entries(section).iter().map(entry);
            (section.name().to_owned(), entries.collect())
        })
        .collect();
    let contacts = content
        .contacts
        .iter()
        .map(|it| json!({ "name": it.name, "relation": it.relation, "phone": it.phone }));
    json!({
        "name": content.name, "born": content.born, "sections": sections, "contacts": contacts.collect::<Value>(),
        "issued": iso(card.issued()), "review_by": iso(card.review_by()), "key": card.device().to_hex(),
        "serial": card.serial().map(|byte| format!("{byte:02x}")).concat(),
    })
}

fn entry(it: &CardEntry) -> Value {
    let code = it
        .code
        .as_ref()
        .map(|it| json!({ "system": it.system, "code": it.code }));
    json!({
        "text": it.text, "code": code, "detail": it.detail, "severity": it.severity.map(CardSeverity::code),
        "high_risk": it.marks.high_risk, "disputed": it.marks.disputed, "none_known": it.marks.none_known,
    })
}
