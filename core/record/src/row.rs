//! Rows: what a list shows of each entry, derived from its body when it is taken in.

use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::context::Millis;
use crate::entry::{Act, Entry};
use crate::id::{AuthorId, EntryId};
use crate::section::Section;

/// Turns bodies into rows. Implemented above the engine, which knows nothing of what a body means.
pub trait BodyReader: Send + Sync {
    /// Checks that a body of this kind belongs in this section, and derives its row.
    ///
    /// # Errors
    /// [`Unfit`], if the body may not stand there: the entry is refused. A body that belongs there but cannot be read
    /// in part is not an error; its row says so.
    fn read(&self, kind: &str, section: Section, media: Option<&str>, body: &[u8]) -> Result<Derived, Unfit>;
}

/// The body may not stand in this section under this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the content does not belong in this section")]
pub struct Unfit;

/// What is derived from a body.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Derived {
    /// What a list shows, in the reader's own encoding.
    pub row: Vec<u8>,
    /// Sorts rows by clinical time, newest last; empty if the body names none.
    pub when: String,
    /// The words that a search finds it by.
    pub text: String,
}

/// How an entry stands among those that name it and that it names.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Standing {
    /// Entries in effect that replace it; none: it is current.
    pub replaced_by: Vec<EntryId>,
    /// One of those withdraws it.
    pub retracted: bool,
    /// Replacements by others that neither its author nor the patient has confirmed.
    pub proposals: Vec<EntryId>,
    /// It is such a proposal itself.
    pub proposed: bool,
    /// Entries that disagree with it.
    pub disputed_by: Vec<EntryId>,
    /// Entries that agree with it.
    pub confirmed_by: Vec<EntryId>,
    /// Other statements in effect about the same thing, made without knowing of this one.
    pub unreconciled_with: Vec<EntryId>,
}

/// An entry as it is listed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its name.
    pub id: EntryId,
    /// Its section.
    pub section: Section,
    /// Who wrote it.
    pub author: AuthorId,
    /// What it says.
    pub entry: Entry,
    /// Since when this record knows it.
    pub known: Millis,
    /// Sorts by clinical time; the time of recording where the body names none.
    pub when: String,
    /// What the reader derived from its body.
    pub derived: Vec<u8>,
    /// How it stands.
    pub standing: Standing,
    /// Which envelope carries it: branch and number in its feed.
    pub place: (u64, u64),
}

impl Row {
    /// Whether it states something of its own, rather than only speaking of other entries or of the record.
    pub fn is_statement(&self) -> bool {
        self.entry.body.is_some()
            && !self.entry.kind.starts_with(Entry::OWN)
            && !matches!(self.entry.act, Some(Act::Confirm | Act::Dispute | Act::Retract))
    }

    /// Whether it is listed among what holds now.
    pub fn is_current(&self) -> bool {
        self.is_statement() && self.standing.replaced_by.is_empty() && !self.standing.proposed
    }

    /// Whether it replaces what it names, once in effect. A newer copy from a source names no act.
    pub(crate) fn replaces(&self) -> bool {
        !self.entry.supersedes.is_empty() && self.entry.act.is_none_or(Act::replaces)
    }
}

impl Canonical for Standing {
    fn write(&self, to: &mut Writer) {
        to.array(7)
            .list(&self.replaced_by)
            .bool(self.retracted)
            .list(&self.proposals)
            .bool(self.proposed)
            .list(&self.disputed_by)
            .list(&self.confirmed_by)
            .list(&self.unreconciled_with);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(7)?;
        Ok(Self {
            replaced_by: from.list(usize::MAX)?,
            retracted: from.bool()?,
            proposals: from.list(usize::MAX)?,
            proposed: from.bool()?,
            disputed_by: from.list(usize::MAX)?,
            confirmed_by: from.list(usize::MAX)?,
            unreconciled_with: from.list(usize::MAX)?,
        })
    }
}

impl Canonical for Row {
    fn write(&self, to: &mut Writer) {
        to.array(10)
            .value(&self.id)
            .value(&self.section)
            .value(&self.author)
            .value(&self.entry)
            .uint(self.known)
            .text(&self.when)
            .bytes(&self.derived)
            .value(&self.standing)
            .uint(self.place.0)
            .uint(self.place.1);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(10)?;
        Ok(Self {
            id: from.value()?,
            section: from.value()?,
            author: from.value()?,
            entry: from.value()?,
            known: from.uint()?,
            when: from.text()?.to_owned(),
            derived: from.bytes()?.to_vec(),
            standing: from.value()?,
            place: (from.uint()?, from.uint()?),
        })
    }
}
