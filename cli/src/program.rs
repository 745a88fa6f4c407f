//! What every command works with: the settings, the output, and the record once it is open.

use crate::arguments::{Kdf, NewHere, Settings};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Output, Page};
use crate::place;
use pocketchart::{
    Chart, EntryId, FreshnessFile, Home, ItemView, KdfLevel, ListOptions, OpenError, ReadError, Section,
    StoreError, Unlock,
};
use pocketchart_strings::Message;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// Where the confidential record lies: one of its own inside the folder of the other, with its own words and passphrase.
const CONFIDENTIAL: &str = "confidential";

/// Settings and output.
pub(crate) struct Program {
    pub(crate) output: Output,
    pub(crate) settings: Settings,
}

/// What a command answers: a page for people and the same for programs.
pub(crate) struct Answer {
    pub(crate) page: Page,
    pub(crate) json: Value,
    pub(crate) exit: Exit,
}

impl Answer {
    pub(crate) fn new(page: Page, json: Value) -> Self {
        Self {
            page,
            json,
            exit: Exit::Done,
        }
    }
}

impl Program {
    /// The sentence of a message.
    pub(crate) fn show(&self, message: &Message<'_>) -> String {
        self.output.show(message)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        let folder = place::record(self.settings.record.as_deref());
        match self.settings.confidential {
            true => folder.join(CONFIDENTIAL),
            false => folder,
        }
    }

    pub(crate) fn home(&self) -> Home {
        let folder = self.folder();
        let freshness = FreshnessFile::new(place::freshness(&folder));
        Home::new(folder, Arc::new(freshness))
    }

    /// The place for a record that is new here. A number kept for an earlier record of this folder says nothing of it.
    pub(crate) fn new_home(&self) -> Result<Home, Failure> {
        let home = self.home();
        if home.holds_record() {
            return Err(OpenError::from(StoreError::Exists).into());
        }
        let _ = fs::remove_file(place::freshness(&self.folder()));
        Ok(home)
    }

    /// Opens the record.
    pub(crate) fn open(&self) -> Result<Chart, Failure> {
        let home = self.home();
        if !home.holds_record() {
            return Err(OpenError::from(StoreError::Missing).into());
        }
        self.open_with(&self.unlock()?)
    }

    /// Opens the record with what opens it.
    pub(crate) fn open_with(&self, unlock: &Unlock) -> Result<Chart, Failure> {
        let home = self.home();
        let opened = if self.settings.accept_older {
            Chart::open_put_back(&home, unlock)
        } else {
            Chart::open(&home, unlock)
        };
        Ok(opened?)
    }

    /// The name of this device, as asked or as the machine is called.
    pub(crate) fn device_name(&self, new: &NewHere) -> String {
        let hostname = || {
            fs::read_to_string("/etc/hostname")
                .ok()
                .or_else(|| std::env::var("COMPUTERNAME").ok())
        };
        let name = new
            .name
            .clone()
            .or_else(hostname)
            .map(|name| name.trim().to_owned());
        name.filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.show(&Message::DeviceUnnamed))
    }

    /// How hard the passphrase is to guess, with a warning where it is not.
    pub(crate) fn kdf(&self, level: Kdf) -> KdfLevel {
        match level {
            Kdf::Fast => {
                self.warn(&self.show(&Message::KdfFast));
                KdfLevel::Fast
            }
            Kdf::Normal => KdfLevel::Normal,
            Kdf::Strong => KdfLevel::Strong,
        }
    }

    pub(crate) fn warn(&self, sentence: &str) {
        let mut page = Page::default();
        page.line(Mark::Caution.line(sentence));
        self.output.note(&page);
    }

    /// Asks something whose answer can be undone; `--yes` is that answer.
    pub(crate) fn agrees(&self, question: &Message<'_>) -> Result<bool, Failure> {
        if self.settings.yes {
            return Ok(true);
        }
        if !self.output.is_interactive() {
            return Err(
                Failure::new("question-unanswered", Exit::Unanswered).with("question", self.show(question))
            );
        }
        self.asks(question)
    }

    /// Asks a person who is there.
    pub(crate) fn asks(&self, question: &Message<'_>) -> Result<bool, Failure> {
        self.output.prompt(&format!(
            "{} {}",
            self.show(question),
            self.show(&Message::AskYesNo)
        ));
        let answer = self.typed()?.to_lowercase();
        Ok([
            self.show(&Message::AnswerYes),
            self.show(&Message::AnswerYesShort),
        ]
        .contains(&answer))
    }

    /// A line that a person types.
    pub(crate) fn typed(&self) -> Result<String, Failure> {
        let mut line = String::new();
        match io::stdin().read_line(&mut line) {
            Ok(count) if count > 0 => Ok(line.trim().to_owned()),
            _ => Err(Failure::new("question-left", Exit::Unanswered)),
        }
    }

    /// The entry that was typed, by its whole name or the letters that lists show.
    pub(crate) fn find(&self, chart: &Chart, name: &str) -> Result<EntryId, Failure> {
        let name = name.trim();
        match chart.find(name) {
            Err(ReadError::Ambiguous) => {
                let mut candidates = Vec::new();
                for item in every_item(chart)? {
                    if item.id.hash.to_hex().starts_with(&name.to_lowercase()) {
                        let title = item.facts.title.unwrap_or_default();
                        candidates.push(format!("{} {title}", item.id.hash.to_hex()));
                    }
                }
                Err(Failure::from(ReadError::Ambiguous).candidates(candidates))
            }
            found => Ok(found?),
        }
    }
}

fn every_item(chart: &Chart) -> Result<Vec<ItemView>, Failure> {
    let whole = ListOptions {
        limit: usize::MAX,
        include_past: true,
        ..ListOptions::default()
    };
    let mut items = Vec::new();
    for section in Section::ALL {
        items.extend(chart.list(section, &whole)?.items);
    }
    Ok(items)
}
