use super::kept::KeptLink;
use pocketchart_record::{Millis, Section};
use pocketchart_share::shl::LinkFlags;
use std::fmt;

/// The name of a link on this device and at its relay, where it opens nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LinkId(pub [u8; 16]);

/// 32 hexadecimal digits.
impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A link that this device made, as the device knows it without asking the relay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkView {
    /// Its name.
    pub id: LinkId,
    /// When it was made.
    pub made: Millis,
    /// Until when it can be opened.
    pub until: Millis,
    /// What it is for, in the person's words.
    pub label: Option<String>,
    /// What it shows; none for the summary of everything.
    pub sections: Vec<Section>,
    /// How often it may be opened; none for as often as anybody likes.
    pub uses: Option<u32>,
    /// Its content may be replaced.
    pub long_term: bool,
    /// It asks for a passcode.
    pub passcode: bool,
    /// It is one file, as "Kill the Clipboard" has it.
    pub direct: bool,
    /// BCP 47 code of the language of its headings.
    pub language: String,
    /// The relay's address.
    pub relay: String,
    /// It was ended from here.
    pub ended: bool,
}

impl From<&KeptLink> for LinkView {
    fn from(kept: &KeptLink) -> Self {
        let flags = kept.link.flags();
        Self {
            id: kept.id(),
            made: kept.made,
            until: kept.link.expires().unwrap_or_default().saturating_mul(1000),
            label: kept.link.label().map(str::to_owned),
            sections: kept.sections.clone(),
            uses: kept.uses,
            long_term: flags.contains(LinkFlags::LONG_TERM),
            passcode: flags.contains(LinkFlags::PASSCODE),
            direct: flags.contains(LinkFlags::DIRECT),
            language: kept.language.clone(),
            relay: kept.relay.clone(),
            ended: kept.ended,
        }
    }
}

/// A link as its relay says it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkState {
    /// Whether it would answer now.
    pub live: bool,
    /// Whether it is paused.
    pub paused: bool,
    /// How often it may still be opened.
    pub uses: Option<u32>,
    /// How many wrong passcodes it still bears.
    pub attempts: u8,
    /// Who came, in the order in which they came.
    pub visits: Vec<LinkVisit>,
    /// Entries of the log that this device cannot open: somebody altered them at the relay.
    pub unreadable: usize,
}

/// Somebody who came with a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkVisit {
    /// When, by the relay's clock.
    pub at: Millis,
    /// Whether they were let in; else their passcode was wrong.
    pub opened: bool,
    /// Who they said they were. Nothing proves it.
    pub recipient: String,
}
