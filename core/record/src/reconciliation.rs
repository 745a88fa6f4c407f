//! What a person decides about statements of several sources.

use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::id::EntryId;

/// What is decided about two statements.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Answer {
    /// They speak of one thing. What they say of it may still differ.
    Same = 1,
    /// They speak of two things.
    Different = 2,
    /// They speak of one thing, and the first is right.
    FirstIsRight = 3,
    /// They speak of one thing, and both are right.
    Both = 4,
}

impl Answer {
    /// Whether it makes one thing of the two.
    pub fn joins(self) -> bool {
        self != Answer::Different
    }

    fn from_code(code: u8) -> Option<Self> {
        let all = [
            Answer::Same,
            Answer::Different,
            Answer::FirstIsRight,
            Answer::Both,
        ];
        all.into_iter().find(|answer| *answer as u8 == code)
    }
}

/// The body of an entry that decides how two statements belong together. Why is the entry's reason.
///
/// A statement is named by all entries that said the same when it was decided, so that the decision holds for whichever of
/// them has a newer copy later.
///
/// ```
/// use pocketchart_record::{Answer, Reconciliation};
/// assert!(Answer::FirstIsRight.joins() && !Answer::Different.joins());
/// assert_eq!(Reconciliation::MAX_SIDE, 32);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reconciliation {
    /// The decision.
    pub answer: Answer,
    /// The entries of the first statement: 1 to 32, of the section of the decision.
    pub first: Vec<EntryId>,
    /// Those of the second.
    pub second: Vec<EntryId>,
}

impl Reconciliation {
    /// The most entries that a side names.
    pub const MAX_SIDE: usize = 32;
}

impl Canonical for Reconciliation {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .uint(1)
            .uint(self.answer as u64)
            .list(&self.first)
            .list(&self.second);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        if from.uint()? != 1 {
            return Err(Malformed("reconciliation version"));
        }
        let read = Self {
            answer: Answer::from_code(from.small()?).ok_or(Malformed("answer"))?,
            first: from.list(Self::MAX_SIDE)?,
            second: from.list(Self::MAX_SIDE)?,
        };
        let named = !read.first.is_empty() && !read.second.is_empty();
        let twice = read.first.iter().any(|it| read.second.contains(it));
        if named && !twice {
            Ok(read)
        } else {
            Err(Malformed("sides of a reconciliation"))
        }
    }
}
