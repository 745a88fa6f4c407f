//! A record for one reading: joined by a welcome, gone afterwards.

use super::input::hex;
use super::{Input, Refused, fixed, show};
use pocketchart_crypto::Secret;
use pocketchart_record::cbor::Writer;
use pocketchart_record::*;
use serde_json::{Value, json};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Takes every body, and derives nothing from it.
struct AnyBody;

impl BodyReader for AnyBody {
    fn read(&self, _: &str, _: Section, _: Option<&str>, _: &[u8]) -> Result<Derived, Unfit> {
        Ok(Derived::default())
    }
}

/// Has seen this commit.
struct Seen(u64);

impl Freshness for Seen {
    fn read(&self) -> io::Result<Option<u64>> {
        Ok(Some(self.0))
    }
    fn advance(&self, _: u64) -> io::Result<()> {
        Ok(())
    }
}

/// Chance that first gives a device's seed.
struct Given(Secret<32>);

impl Entropy for Given {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.copy_from_slice(&self.0.expose()[..buffer.len()]);
    }
}

pub(super) fn setup(folder: &Path, context: Context, seen: u64) -> Setup {
    Setup {
        place: Place::new(folder, Arc::new(Seen(seen))),
        context,
        bodies: Arc::new(AnyBody),
        authority: Arc::new(Permissions),
    }
}

/// Opens what only tests see.
pub(super) fn unlock() -> Unlock {
    Unlock::Key(Secret::from_bytes([9; 32]))
}

/// A record that the device of this seed joined by the welcome, both from the input.
pub(super) fn by(input: &Input, folder: &Path) -> Result<Record, Refused> {
    let welcome = Welcome::from_bytes(&input.bytes("welcome"))?;
    let seed = Secret::from_bytes(input.fixed("device_seed"));
    let context = Context::system();
    let applicant = Applicant::new(&Context::new(Arc::new(Now), Arc::new(Given(seed))));
    Record::join(
        setup(folder, context, 0),
        applicant,
        welcome,
        &unlock(),
        KdfLevel::Fast,
    )
    .map_err(|error| Refused::new("welcome", error))
}

struct Now;

impl Clock for Now {
    fn now(&self) -> Millis {
        fixed::NOON
    }
}

/// The welcome of a device: certificates of the patient's devices and of a clinic's, and keys of two sections.
pub(super) fn welcome(device: &str) -> Vec<u8> {
    let sections = [Section::Results, Section::Vitals];
    let phone = fixed::device("phone").sign;
    let keys =
        sections.map(|section| Statement::sign(fixed::record(), Fact::Key(key_record(section)), &phone));
    let mut statements = vec![
        fixed::certificate("patient", "phone"),
        fixed::certificate("patient", "laptop"),
        fixed::certificate("patient", "tablet"),
        fixed::certificate("clinic", "desk"),
    ];
    statements.extend(keys);
    let certificate = fixed::certificate("patient", device).id();
    let mut to = Writer::default();
    to.array(5).value(&fixed::author("patient")).value(&certificate);
    to.array(statements.len());
    for statement in &statements {
        to.bytes(&statement.to_bytes());
    }
    to.array(sections.len());
    for section in sections {
        to.array(2)
            .value(&section)
            .bytes(fixed::section_secret(section).expose());
    }
    to.bytes(&[]);
    to.into_bytes()
}

/// A key record that names no readers: the key comes by the welcome.
fn key_record(section: Section) -> KeyRecord {
    KeyRecord {
        section,
        commitment: *fixed::section_key(section).commitment(),
        parents: Vec::new(),
        created: fixed::NOON,
        packets: Vec::new(),
        writer: None,
    }
}

/// A welcome for the tablet, and its seed.
pub(super) fn input() -> Input {
    Input::default()
        .with_bytes("welcome", &welcome("tablet"))
        .with_bytes("device_seed", fixed::secret("tablet").expose())
}

/// Every entry that the record lists: its name, who wrote it, what it says, and its content.
pub(super) fn entries(record: &Record) -> Value {
    let mut entries = Vec::new();
    for section in Section::ALL {
        for row in record.rows(section).unwrap() {
            let body = record.body(&row).unwrap();
            entries.push((
                row.id,
                json!({
                    "id": row.id.to_text(),
                    "section": section.name(),
                    "author": hex(&row.author.0),
                    "says": show::entry(&row.entry),
                    "body": body.map(|body| hex(&body)),
                }),
            ));
        }
    }
    entries.sort_by_key(|(id, _)| *id);
    entries.into_iter().map(|(_, entry)| entry).collect()
}
