//! Sections and their lists.

use crate::item::{Author, ChartItem};
use crate::mirror::mirror;
use crate::thrown::thrown;

mirror! {
    /// A part of the record that has keys of its own and can be granted on its own.
    ChartSection <-> pocketchart::Section {
        /// Who the person is.
        Profile,
        /// Allergies and intolerances, and statements that there are none.
        Allergies,
        /// Medicines and supplements.
        Medications,
        /// Problems and diagnoses.
        Problems,
        /// Vaccines.
        Immunizations,
        /// Laboratory and other results.
        Results,
        /// Vital signs and home readings.
        Vitals,
        /// Operations and procedures.
        Procedures,
        /// Visits and stays.
        Encounters,
        /// Notes.
        Notes,
        /// Images, attachments and whole source documents.
        Documents,
        /// Plans and goals.
        CarePlan,
        /// What the patient has set apart.
        Sensitive,
        /// Insurance.
        Coverage,
        /// Questionnaires and answers.
        CheckIns,
        /// Messages.
        Messages,
    }
}

/// A section in one line.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SectionOverview {
    /// Which.
    pub section: ChartSection,
    /// Statements that hold. Several sources of one thing count each.
    pub current: u64,
    /// Entries of any standing.
    pub rows: u64,
    /// Statements that contradict another.
    pub unreconciled: u64,
    /// Changes that others propose.
    pub proposed: u64,
    /// The clinical time of the newest statement, in a form that sorts.
    pub latest: Option<String>,
    /// Which kind of empty it is; none if it says something.
    pub emptiness: Option<Emptiness>,
}

impl From<pocketchart::SectionOverview> for SectionOverview {
    fn from(it: pocketchart::SectionOverview) -> Self {
        Self {
            section: it.section.into(),
            current: it.current,
            rows: it.rows,
            unreconciled: it.unreconciled,
            proposed: it.proposed,
            latest: it.latest,
            emptiness: it.emptiness.map(Into::into),
        }
    }
}

/// Empty is a statement, and there are two of them.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Enum)]
pub enum Emptiness {
    /// Nobody has said anything.
    NothingRecorded,
    /// Somebody said that there is nothing, such as "no known allergy".
    NoneKnown {
        /// The entry that says so.
        id: String,
        /// Who wrote or imported it.
        author: Author,
        /// The name in the statement itself.
        who: Option<String>,
        /// When it was said, if it says: a FHIR date as written.
        said: Option<String>,
        /// When it was written down.
        recorded_ms: u64,
    },
}

impl From<pocketchart::Emptiness> for Emptiness {
    fn from(it: pocketchart::Emptiness) -> Self {
        match it {
            pocketchart::Emptiness::NothingRecorded => Self::NothingRecorded,
            pocketchart::Emptiness::NoneKnown {
                id,
                by,
                who,
                when,
                recorded,
            } => Self::NoneKnown {
                id: id.to_text(),
                author: by.into(),
                who,
                said: when.map(|when| when.as_str().to_owned()),
                recorded_ms: recorded,
            },
        }
    }
}

/// Which part of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ListOptions {
    /// How many items to leave out at the front.
    #[uniffi(default = 0)]
    pub offset: u32,
    /// How many items at most.
    #[uniffi(default = 50)]
    pub limit: u32,
    /// Also what was retracted and what is only proposed.
    #[uniffi(default = false)]
    pub include_past: bool,
}

impl From<ListOptions> for pocketchart::ListOptions {
    fn from(it: ListOptions) -> Self {
        Self {
            offset: it.offset as usize,
            limit: it.limit as usize,
            include_past: it.include_past,
        }
    }
}

/// A part of a list.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ItemPage {
    /// The items.
    pub items: Vec<ChartItem>,
    /// Whether there are more after them.
    pub more: bool,
}

impl From<pocketchart::ListPage> for ItemPage {
    fn from(it: pocketchart::ListPage) -> Self {
        Self {
            items: it.items.into_iter().map(Into::into).collect(),
            more: it.more,
        }
    }
}

thrown! {
    /// Something could not be shown.
    #[derive(PartialEq, Eq)]
    ReadError {
        /// There is no such entry.
        #[error("read-no-such-entry")]
        NoSuchEntry,
    }
}

impl From<pocketchart::ReadError> for ReadError {
    fn from(error: pocketchart::ReadError) -> Self {
        match error {
            pocketchart::ReadError::NoSuchEntry => Self::NoSuchEntry,
            other => Self::Failed {
                id: other.id().into(),
            },
        }
    }
}
