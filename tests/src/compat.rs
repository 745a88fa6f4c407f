//! Records as a released format left them: what they show, line by line.

use pocketchart::{
    Chart, CreateChart, Home, KdfLevel, ListOptions, NoFreshness, ReadError, RecoveryWords, Section, Unlock,
};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const PASSPHRASE: &str = "the passphrase of a record that is kept for tests";
/// What each folder holds.
pub const RECORD: &str = "record";
pub const BACKUP: &str = "backup.pocketchart";
pub const WORDS: &str = "words.txt";
pub const SHOWN: &str = "shown.txt";

/// Where the formats are kept: a folder for each.
pub fn formats() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("compat")
}

/// A record in a folder, of which nobody remembers how new it must be.
pub fn home(folder: &Path) -> Home {
    Home::new(folder, Arc::new(NoFreshness))
}

pub fn unlock() -> Unlock {
    Unlock::passphrase(PASSPHRASE)
}

pub fn device<'a>(unlock: &'a Unlock, device_name: &'a str) -> CreateChart<'a> {
    CreateChart {
        unlock,
        kdf: KdfLevel::Fast,
        device_name,
    }
}

pub fn words(format: &Path) -> RecoveryWords {
    let text = std::fs::read_to_string(format.join(WORDS)).unwrap();
    RecoveryWords::parse(&text).unwrap()
}

/// Everything that a record holds: how each item stands, and a digest of each entry's content.
///
/// # Errors
/// What cannot be read.
pub fn shown(chart: &Chart) -> Result<String, ReadError> {
    let mut lines = String::new();
    let everything = ListOptions {
        offset: 0,
        limit: usize::MAX,
        include_past: true,
    };
    for section in Section::ALL {
        let name = section.name();
        let mut items = Vec::new();
        for item in chart.list(section, &everything)?.items {
            let versions = chart.item(item.id)?.history.len();
            let title = item.facts.title.unwrap_or_default();
            items.push(format!(
                "{name} item {} {:?} of {} sources, {versions} versions: {title}",
                item.id.to_text(),
                item.state,
                item.sources.len(),
            ));
        }
        chart.record().each_body::<ReadError>(section, |row, body| {
            let content = body.map(|body| hash256(Label::new("compat"), &[body]));
            let content = content.map(|hash| data_encoding::HEXLOWER.encode(&hash));
            items.push(format!(
                "{name} entry {} {} {:?}",
                row.id.to_text(),
                row.entry.kind,
                content
            ));
            Ok(())
        })?;
        items.sort();
        for item in items {
            let _ = writeln!(lines, "{item}");
        }
    }
    Ok(lines)
}
