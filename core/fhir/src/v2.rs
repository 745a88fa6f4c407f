//! HL7 v2 messages as hospitals and laboratories export them, made into FHIR R4 after HL7's "v2-to-FHIR" 1.0.0.
//!
//! A file holds one or many messages, with or without the heads of a batch, the frames of a network, and any of three line ends.
//! Results (`ORU`), visits (`ADT`), vaccines (`VXU`) and documents (`MDM`) are read; what is not is named in
//! [`Reading::left`]. The table of what becomes what, and where the guide is not followed, is in `docs/readers.md`.
//!
//! Each resource is about the person of its message's PID; whether a file is about one person is asked by who takes it in
//! ([`crate::subjects`]). The same result sent again, corrected or taken back has the same address, and of several in one file the
//! one sent last stands.
//!
//! ```
//! let file = b"MSH|^~\\&|LAB|CITY|||20260303101500+0100||ORU^R01|42|P|2.5.1\r\
//!     PID|1||1106^^^CITY||Okafor^Maria||19820214|F\r\
//!     OBR|1||L7^LAB|2345-7^Glucose^LN|||20260303080000\r\
//!     OBX|1|NM|2345-7^Glucose^LN||5.10|mmol/L^^UCUM|3.9-5.6|N|||F\r";
//! let reading = pocketchart_fhir::v2::read(file, "urn:kept:1")?;
//! let glucose = &reading.resources[1];
//! assert_eq!(glucose.place, "42/OBX[1]");
//! assert!(String::from_utf8_lossy(&glucose.resource.bytes).contains(r#""valueQuantity":{"value":5.10,"#));
//! # Ok::<(), pocketchart_fhir::v2::V2Error>(())
//! ```

mod allergy;
mod charset;
mod coded;
mod diagnosis;
mod document;
mod draft;
mod encounter;
mod file;
mod immunization;
mod message;
mod observation;
mod party;
mod patient;
mod relative;
mod report;
mod segment;
mod specimen;
mod time;
mod value;
mod visit;

use crate::reading::{Left, Reading, Why};
use draft::Draft;
use message::{Message, Refused};

/// Largest file, in bytes: 64 MiB.
pub const FILE_LIMIT: usize = 64 << 20;

/// Why a file of messages is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum V2Error {
    /// It does not begin with a message or the head of a batch.
    #[error("no HL7 v2 messages")]
    NotV2,
    /// More than [`FILE_LIMIT`] bytes.
    #[error("larger than 64 MiB")]
    TooLarge,
    /// A message says that two patients are one, or moves things from one to another (such as `ADT^A40`). A record is about one
    /// person, and who that is is decided by people.
    #[error("a message that joins patients")]
    Merge,
}

impl V2Error {
    /// The id of the sentence for people.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotV2 => "v2-not-v2",
            Self::TooLarge => "v2-too-large",
            Self::Merge => "v2-merge",
        }
    }
}

/// Events that join, move or link patients, accounts and visits (HL7 v2.5.1, chapter 3).
const MERGES: &[&str] = &[
    "A18", "A24", "A30", "A34", "A35", "A36", "A37", "A39", "A40", "A41", "A42", "A43", "A44", "A45", "A46",
    "A47", "A48", "A49", "A50", "A51",
];

/// Reads a file of messages. `kept` is the URL under which the caller keeps the file: it names messages that have no name of their
/// own.
///
/// # Errors
/// [`V2Error`]; a single message or segment that cannot be read is none, but [left](Reading::left).
pub fn read(file: &[u8], kept: &str) -> Result<Reading, V2Error> {
    if file.len() > FILE_LIMIT {
        return Err(V2Error::TooLarge);
    }
    let mut draft = Draft::default();
    for (at, lines) in file::messages(file)?.iter().enumerate() {
        let number = at + 1;
        let (texts, damaged) = match message::text(lines, number) {
            Ok(read) => read,
            Err(Refused(left)) => {
                draft.left.push(left);
                continue;
            }
        };
        let Some(message) = Message::of(&texts, number, kept) else {
            continue;
        };
        if damaged {
            draft.doubts.push(Left {
                place: message.path.clone(),
                what: "MSH-18".to_owned(),
                why: Why::Malformed,
            });
        }
        message_of(&mut draft, message)?;
    }
    Ok(draft.finish())
}

fn message_of(draft: &mut Draft, mut message: Message) -> Result<(), V2Error> {
    draft.left.append(&mut message.damaged);
    let (kind, event) = (message.kind.0.clone(), message.kind.1.clone());
    match (kind.as_str(), event.as_str()) {
        ("ADT", event) if MERGES.contains(&event) => return Err(V2Error::Merge),
        ("ORU", _) => report::results(draft, &message),
        ("VXU", _) => immunization::vaccines(draft, &message),
        ("MDM", _) => document::documents(draft, &message),
        ("ADT", "A01" | "A02" | "A03" | "A04" | "A05" | "A08" | "A11" | "A13") => {
            visit::admission(draft, &message, true);
        }
        ("ADT", "A28" | "A31" | "A60") => visit::admission(draft, &message, false),
        _ => draft.left.push(Left {
            place: message.path,
            what: format!("MSH-9: {kind}^{event}"),
            why: Why::NoMapping,
        }),
    }
    Ok(())
}
