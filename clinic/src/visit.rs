//! Visits: what a clinician writes of one, from the draft that several may edit to the patient's own copy.

mod attachment;
mod check;
mod content;
mod encounter;
mod kept;
mod view;

use pocketchart::{EditError, build::BuildError};

use crate::problem::{self, Problem};

pub(crate) use attachment::{Attachment, MOST_BYTES, discard_file};
pub(crate) use check::{Checked, Override};
pub(crate) use content::{Said, VisitContent};
pub(crate) use kept::{Signature, Standing, Visit, all, give_up, instant, of_chart, unreturned};
pub(crate) use view::{Needed, VisitLine, VisitView};

/// What could not be done with a visit. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VisitError {
    /// There is no visit of this name.
    #[error("no such visit")]
    NoVisit,
    /// Somebody else has changed it meanwhile; so it stands now.
    #[error("somebody else has changed it")]
    Changed(Box<VisitView>),
    /// It has been signed.
    #[error("it has been signed")]
    Signed,
    /// It has not been signed, or does not stand in the chart yet.
    #[error("it has not been signed")]
    NotSigned,
    /// Nothing stands in it.
    #[error("nothing stands in it")]
    Empty,
    /// The patient did not let the clinic write anything.
    #[error("not allowed")]
    NoAppend,
    /// The patient did not let the clinic write in these sections.
    #[error("not allowed in these sections")]
    NotAllowed(Vec<&'static str>),
    /// Findings that need a reason have none.
    #[error("findings without a reason")]
    Findings,
    /// A file with nothing in it.
    #[error("an empty file")]
    FileEmpty,
    /// A file of a kind that is not taken.
    #[error("a file of another kind")]
    FileKind,
    /// Too many files.
    #[error("too many files")]
    FilesMany,
    /// The files are too large together.
    #[error("files that are too large")]
    FileLarge,
    /// There is no such file in it.
    #[error("no such file")]
    NoFile,
    /// It is not said how the visit took place.
    #[error("no kind of visit")]
    Class,
    /// A number that is none.
    #[error("not a number")]
    Number,
    /// It cannot be written into the chart as it is.
    #[error(transparent)]
    Unfit(#[from] EditError),
}

impl VisitError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::NoVisit => "desk-visit-none",
            Self::Changed(_) => "desk-visit-changed",
            Self::Signed => "desk-visit-signed",
            Self::NotSigned => "desk-visit-not-signed",
            Self::Empty => "desk-visit-empty",
            Self::NoAppend => "desk-visit-no-append",
            Self::NotAllowed(_) => "desk-visit-not-allowed",
            Self::Findings => "desk-visit-findings",
            Self::FileEmpty => "desk-visit-file-empty",
            Self::FileKind => "desk-visit-file-kind",
            Self::FilesMany => "desk-visit-files-many",
            Self::FileLarge => "desk-visit-file-large",
            Self::NoFile => "desk-visit-file-none",
            Self::Class => "desk-visit-class",
            Self::Number => "desk-visit-number",
            Self::Unfit(EditError::Draft(BuildError::Empty(_))) => "desk-visit-words",
            Self::Unfit(EditError::Draft(BuildError::Date(_))) => "desk-visit-date",
            Self::Unfit(EditError::Draft(BuildError::Backwards)) => "desk-visit-backwards",
            Self::Unfit(EditError::Draft(BuildError::EndedYetActive)) => "desk-visit-ended-yet-active",
            Self::Unfit(_) => "desk-visit-unfit",
        }
    }

    /// The same, with what it is about.
    pub(crate) fn problem(&self) -> Problem {
        match self {
            Self::NotAllowed(sections) => {
                let name = |it: &&str| problem::say(&format!("section-{it}"), &[]);
                let sections: Vec<String> = sections.iter().filter_map(name).collect();
                Problem::with(self.id(), &[("sections", sections.join(", ").into())])
            }
            Self::Unfit(error) => {
                let field = error.field().unwrap_or_default();
                Problem::with(self.id(), &[("field", field.into())])
            }
            _ => Problem::new(self.id()),
        }
    }
}
