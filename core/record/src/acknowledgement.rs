//! A finding that somebody has read, and sets aside.

use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::entry::{MAX_SUPERSEDES, text};
use crate::id::EntryId;
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;

const SAID: Label = Label::new("acknowledgement");

/// The body of an entry that says: I have read what a rule says of these entries. Why it is set aside is the entry's reason.
///
/// A finding is never kept, only made anew from what the record says. So an acknowledgement keeps the hash of what was said:
/// once the rule, or anything that it found, is another, the hash is another, and the finding is told again.
///
/// ```
/// use pocketchart_record::Acknowledgement;
/// use pocketchart_record::cbor::{from_bytes, to_bytes};
///
/// let said = |text: &str| Acknowledgement::hash(&[vec![text.to_owned()]]);
/// let read = Acknowledgement {
///     rule: "interaction/warfarin-aspirin".into(),
///     version: "2026.11".into(),
///     said: said("better not"),
///     about: Vec::new(),
/// };
/// assert_eq!(from_bytes(&to_bytes(&read)), Ok(read));
/// assert_ne!(said("better not"), said("must not be"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acknowledgement {
    /// The rule: its table and its row, with `/` between; at most 4,096 bytes.
    pub rule: String,
    /// The version of the tables that were read; at most 4,096 bytes.
    pub version: String,
    /// What was said, as [`Acknowledgement::hash`] has it. It covers every entry that the rule found, in whatever section.
    pub said: [u8; 32],
    /// Entries that it is about: at most 64, and of its own section only, so that it tells nothing of another.
    pub about: Vec<EntryId>,
}

impl Acknowledgement {
    /// The most entries that it names.
    pub const MAX_ABOUT: usize = MAX_SUPERSEDES;

    /// The hash of what was said (docs/formats.md): of lists of texts, in CBOR.
    pub fn hash(said: &[Vec<String>]) -> [u8; 32] {
        let mut to = Writer::default();
        to.array(said.len());
        for texts in said {
            to.list(texts);
        }
        hash256(SAID, &[&to.into_bytes()])
    }
}

impl Canonical for Acknowledgement {
    fn write(&self, to: &mut Writer) {
        to.array(5).uint(1).text(&self.rule).text(&self.version);
        to.bytes(&self.said).list(&self.about);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        if from.uint()? != 1 {
            return Err(Malformed("acknowledgement version"));
        }
        Ok(Self {
            rule: text(from)?,
            version: text(from)?,
            said: from.fixed()?,
            about: from.list(Self::MAX_ABOUT)?,
        })
    }
}
