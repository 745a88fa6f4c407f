use pocketchart_crypto::Label;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{Millis, Section};

use super::body::GrantId;
use super::signed::{Body, VERSION, head, key};
use crate::redeem::MAX_NAME;
use crate::text;

/// Why a redeemer has deleted what it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeletionCause {
    /// The time that the patient chose was over.
    TimeIsOver = 1,
    /// The redeemer needed it no more.
    Closed = 2,
    /// The patient ended it before its time.
    Withdrawn = 3,
}

impl DeletionCause {
    /// Its name in files and messages.
    ///
    /// ```
    /// use pocketchart_share::grant::DeletionCause;
    ///
    /// assert_eq!(DeletionCause::TimeIsOver.id(), "time-is-over");
    /// ```
    pub fn id(self) -> &'static str {
        match self {
            Self::TimeIsOver => "time-is-over",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A redeemer says that it deleted what it was given by a grant: the keys first, then the content. It is the redeemer's word for it
/// and no proof, since what was on a screen can be copied; signed, it shows who gave that word. At most 272 bytes with its signature.
///
/// ```
/// use pocketchart_crypto::Secret;
/// use pocketchart_crypto::sign::SigningKey;
/// use pocketchart_record::Section;
/// use pocketchart_share::grant::{Deletion, DeletionCause, GrantId, Signed};
///
/// let desk = SigningKey::from_seed(&Secret::random());
/// let deletion = Deletion {
///     grant: GrantId::random(),
///     redeemer: desk.public(),
///     since: 1_800_000_000_000,
///     until: 1_800_014_400_000,
///     deleted: 1_800_003_600_000,
///     sections: vec![Section::Allergies],
///     cause: DeletionCause::Withdrawn,
///     name: "Lakeside Clinic".into(),
/// };
/// let said = Signed::sign(deletion.clone(), &desk)?;
/// assert_eq!(*Signed::<Deletion>::parse(said.to_bytes()).unwrap(), deletion);
/// # Ok::<(), pocketchart_record::cbor::Malformed>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// The grant.
    pub grant: GrantId,
    /// The redeemer, by the key that its binding names.
    pub redeemer: VerifyingKey,
    /// When it was given, by the redeemer's clock as all times here.
    pub since: Millis,
    /// Until when it was given.
    pub until: Millis,
    /// When keys and content were deleted; not before it was given.
    pub deleted: Millis,
    /// What was given: ascending, each section once.
    pub sections: Vec<Section>,
    /// Why it was deleted.
    pub cause: DeletionCause,
    /// What the redeemer calls itself; at most [`MAX_NAME`] bytes.
    pub name: String,
}

impl Body for Deletion {
    const LABEL: Label = Label::new("grant/deletion");

    fn signer(&self) -> VerifyingKey {
        self.redeemer
    }

    fn check(&self) -> Result<(), Malformed> {
        if !self.sections.is_sorted_by(|a, b| a < b) {
            Err(Malformed("sections deleted"))
        } else if self.deleted < self.since {
            Err(Malformed("deleted before it was given"))
        } else if text::cut(&self.name, MAX_NAME) != self.name {
            Err(Malformed("name"))
        } else {
            Ok(())
        }
    }
}

impl Canonical for Deletion {
    fn write(&self, to: &mut Writer) {
        to.map(7).uint(0).uint(VERSION).uint(1).value(&self.grant);
        to.uint(2).bytes(self.redeemer.as_bytes());
        to.uint(3).array(3);
        to.uint(self.since).uint(self.until).uint(self.deleted);
        to.uint(4).list(&self.sections);
        to.uint(5).uint(self.cause as u64).uint(6).text(&self.name);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 7)?;
        key(from, 1)?;
        let grant = from.value()?;
        key(from, 2)?;
        let redeemer = VerifyingKey::from_bytes(from.fixed()?);
        key(from, 3)?;
        from.array_of(3)?;
        let (since, until, deleted) = (from.uint()?, from.uint()?, from.uint()?);
        key(from, 4)?;
        let sections = from.list(Section::ALL.len())?;
        key(from, 5)?;
        let cause = match from.uint()? {
            1 => DeletionCause::TimeIsOver,
            2 => DeletionCause::Closed,
            3 => DeletionCause::Withdrawn,
            _ => return Err(Malformed("cause")),
        };
        key(from, 6)?;
        Ok(Self {
            grant,
            redeemer,
            since,
            until,
            deleted,
            sections,
            cause,
            name: text::plain(from, MAX_NAME)?,
        })
    }
}
