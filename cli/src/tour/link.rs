//! A health link at the relay: opened by a stranger's program, and gone after its only use and after its end.

use super::device::{Device, Journey, failed, number, output, read, text};
use super::{Teller, device};
use crate::failure::Failure;
use pocketchart_strings::Message;
use serde_json::Value;
use std::process::Command;

const PASSCODE: &str = "tulip 77";
/// Written from the standard alone, for a runtime that many have.
const READER: &str = include_str!("reader.mjs");
const RUNTIME: &str = "node";
const STRANGER: &str = "A stranger";

/// Who opens the link.
enum Reader {
    /// [`READER`].
    Independent,
    /// Where its runtime is not there: this program, in a process that knows nothing but the link.
    Own(Device),
}

/// What the relay answered, and what was in it.
struct Opened {
    status: u64,
    allergies: u64,
}

pub(super) fn link(teller: &mut Teller<'_>, journey: &Journey, phone: &Device) -> Result<(), Failure> {
    let reader = Reader::here(journey);
    let (once, first) = make(phone, &["--uses", "1"])?;
    let opened = reader.open(&first)?;
    let spent = reader.open(&first)?;
    let (lasting, second) = make(phone, &[])?;
    phone.run(&["links", "destroy", text(&lasting, "/link")])?;
    let destroyed = reader.open(&second)?;
    let log = phone.run(&["links", "log", text(&once, "/link")])?;
    teller.step(
        &Message::TourLinkName,
        &Message::TourLink {
            reader: reader.name().into(),
            allergies: opened.allergies.into(),
            who: text(&log, "/visits/0/recipient").into(),
            spent: spent.status.into(),
            destroyed: destroyed.status.into(),
        },
    )
}

/// Makes a link to everything, with a passcode; its document and its text.
fn make(phone: &Device, more: &[&str]) -> Result<(Value, String), Failure> {
    let link = [
        "share",
        "link",
        "--no-pdf",
        "--passcode-fd",
        "0",
        "--code-fd",
        "2",
    ];
    phone.run_for_code(&[&link[..], more].concat(), "shlink:/", Some(PASSCODE))
}

impl Reader {
    fn here(journey: &Journey) -> Self {
        let found = Command::new(RUNTIME).arg("--version").output();
        match found {
            Ok(said) if said.status.success() => Self::Independent,
            _ => Self::Own(journey.device("stranger")),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Independent => "independent",
            Self::Own(_) => "own",
        }
    }

    fn open(&self, link: &str) -> Result<Opened, Failure> {
        match self {
            Self::Independent => independent(link),
            Self::Own(stranger) => own(stranger, link),
        }
    }
}

fn independent(link: &str) -> Result<Opened, Failure> {
    let mut command = Command::new(RUNTIME);
    command.args(["--input-type=module", "--eval", READER]);
    let said = read(&output(&mut command, Some(&format!("{link}\n{PASSCODE}")))?)?;
    let said = said.map_err(|_| failed("tour-program"))?;
    Ok(Opened {
        status: number(&said, "/status"),
        allergies: number(&said, "/allergies"),
    })
}

fn own(stranger: &Device, link: &str) -> Result<Opened, Failure> {
    let arguments = [
        "scan",
        link,
        "--this-machine",
        "--recipient",
        STRANGER,
        "--passcode-fd",
        "0",
    ];
    let arguments = arguments.map(std::ffi::OsStr::new);
    match stranger.outcome_with_secret(&arguments, PASSCODE)? {
        Ok(seen) => {
            let files = device::items(&seen, "/files").iter();
            let statements = files.flat_map(|it| device::items(it, "/statements"));
            let allergies = statements.filter(|it| text(it, "/type") == "AllergyIntolerance");
            Ok(Opened {
                status: 200,
                allergies: allergies.count() as u64,
            })
        }
        Err(refused) if text(&refused, "/error/id") == "follow-not-active" => Ok(Opened {
            status: 404,
            allergies: 0,
        }),
        Err(refused) => Err(device::step_failed(&refused)),
    }
}
