//! How a connection looks from outside.

use super::kept::{KeptPull, KeptSearch, KeptSource};
use pocketchart_fhir::smart::Scopes;
use pocketchart_record::Millis;
use std::fmt;

/// The name of a connection on this device: random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(pub [u8; 16]);

/// 32 hexadecimal digits.
impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A connection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceView {
    /// Its name on this device.
    pub id: SourceId,
    /// What the person calls it.
    pub name: String,
    /// The base of the server, without a slash at the end.
    pub base: String,
    /// The id of the patient there.
    pub patient: String,
    /// Since when, by this device's clock.
    pub added: Millis,
    /// What the server granted, in its own words; empty where a token was given by hand, or none.
    pub granted: String,
    /// What was asked for and not granted.
    pub missing: Vec<String>,
    /// Whether the next token can be fetched without the person.
    pub stays: bool,
    /// Its searches so far.
    pub searches: Vec<TypeView>,
    /// A pull was stopped half-way: the next one goes on from there.
    pub half_way: bool,
}

/// A search of a connection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeView {
    /// The type, with a restriction where there is one.
    pub name: String,
    /// When it was answered to its end last, by this device's clock.
    pub pulled: Option<Millis>,
    /// Why it was not, the last time.
    pub trouble: Option<Trouble>,
}

/// Why a search did not come to its end. What came before that is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Trouble {
    /// The server refused it with this HTTP status.
    Status(u16),
    /// The next page is said to be at another server: it is not asked, for the token would go there.
    Outside,
    /// The pages go round in circles, or never end.
    Endless,
    /// A page is longer than 32 MiB.
    TooLong,
    /// What came is no page of FHIR.
    NotFhir,
    /// There were resources about another person, which were not taken.
    OtherPeople,
    /// A file lies at another address than the server's, which is not asked.
    Elsewhere,
    /// A file is longer than 16 MiB.
    FileTooLarge,
    /// A file is not the one that its document names: of another size, hash or kind.
    OtherFile,
    /// There is nothing in a file.
    Empty,
}

impl Trouble {
    const PLAIN: [(Self, u64, &'static str); 9] = [
        (Self::Outside, 1, "outside"),
        (Self::Endless, 2, "endless"),
        (Self::TooLong, 3, "too-long"),
        (Self::NotFhir, 4, "not-fhir"),
        (Self::OtherPeople, 5, "other-people"),
        (Self::Elsewhere, 6, "elsewhere"),
        (Self::FileTooLarge, 7, "file-too-large"),
        (Self::OtherFile, 8, "other-file"),
        (Self::Empty, 9, "empty"),
    ];

    /// Its number in what is stored: a status has three digits.
    pub(super) fn code(self) -> u64 {
        match self {
            Self::Status(status) => status.into(),
            _ => Self::PLAIN.iter().find(|it| it.0 == self).map_or(0, |it| it.1),
        }
    }

    pub(super) fn of(code: u64) -> Option<Self> {
        match u16::try_from(code).ok()? {
            status @ 100..=999 => Some(Self::Status(status)),
            _ => Self::PLAIN.iter().find(|it| it.1 == code).map(|it| it.0),
        }
    }

    /// Its name in JSON and, behind `trouble-`, in the ids of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Status(403) => "forbidden",
            Self::Status(_) => "refused",
            _ => Self::PLAIN
                .iter()
                .find(|it| it.0 == self)
                .map_or("refused", |it| it.2),
        }
    }
}

impl SourceView {
    pub(super) fn of(kept: &KeptSource, pull: &KeptPull) -> Self {
        let missing = Scopes::of(&kept.asked);
        let missing = missing.not_in(&Scopes::of(&kept.granted)).into_iter();
        Self {
            id: kept.id,
            name: kept.name.clone(),
            base: kept.base.clone(),
            patient: kept.patient.clone(),
            added: kept.added,
            granted: kept.granted.clone(),
            missing: missing.map(str::to_owned).collect(),
            stays: kept.access.is_none() || kept.refresh.is_some(),
            searches: pull.searches.iter().map(TypeView::from).collect(),
            half_way: pull.position.is_some(),
        }
    }
}

impl From<&KeptSearch> for TypeView {
    fn from(kept: &KeptSearch) -> Self {
        Self {
            name: kept.name.clone(),
            pulled: Some(kept.pulled).filter(|at| *at > 0),
            trouble: kept.trouble,
        }
    }
}
