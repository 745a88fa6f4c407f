//! What a clinic asks before a visit, and what the person decides about it.

use crate::item::ChartItem;
use crate::thrown::thrown;
use pocketchart::{
    CheckinDecision, CheckinDraft, CheckinError, CheckinRequestError, EntryId, Offered, QuestionnaireItem,
};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A check-in request with what the person decides. To begin with nothing is given, and a form has the answers that are known. Nothing leaves
/// before the chart makes the answer.
#[derive(uniffi::Object)]
pub struct CheckIn(Mutex<CheckinDraft>);

impl CheckIn {
    pub(crate) fn over(draft: CheckinDraft) -> Self {
        Self(Mutex::new(draft))
    }

    pub(crate) fn draft(&self) -> MutexGuard<'_, CheckinDraft> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl CheckIn {
    /// Why it is asked, in the words of who asks. They prove nothing of who that is.
    pub fn purpose(&self) -> Option<String> {
        self.draft().request().purpose.clone()
    }

    /// What is asked, in the order in which it should be shown.
    pub fn items(&self) -> Vec<CheckInItem> {
        self.draft().items().iter().map(CheckInItem::of).collect()
    }

    /// The questions of a form that its answers bring up, in its order.
    pub fn questions(&self, item: String) -> Vec<CheckInQuestion> {
        let draft = self.draft();
        let decision = draft.items().iter().find(|it| it.offer.item.id == item);
        decision.map(CheckInQuestion::all).unwrap_or_default()
    }

    /// Gives an item, or does not.
    pub fn give(&self, item: String, given: bool) -> Result<(), CheckInError> {
        Ok(self.draft().give(&item, given)?)
    }

    /// Keeps an entry back wherever it is offered, or does not.
    pub fn keep_back(&self, entry: String, kept: bool) -> Result<(), CheckInError> {
        let entry = EntryId::from_text(&entry).ok_or(CheckInError::NoSuchEntry)?;
        Ok(self.draft().keep_back(entry, kept)?)
    }

    /// Answers a question in the words that a person types or chooses, several where several are asked for; none leave it open. Words that
    /// are no answer change nothing.
    pub fn answer(&self, item: String, question: String, words: Vec<String>) -> Result<(), CheckInError> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        Ok(self.draft().answer(&item, &question, &words)?)
    }
}

/// One thing that is asked.
#[derive(Clone, PartialEq, Debug, uniffi::Record)]
pub struct CheckInItem {
    /// Its name in the request.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// The clinic needs it. The person decides all the same.
    pub needed: bool,
    /// Whether it is given.
    pub given: bool,
    /// Whether it is a form, whose questions are asked for by its id.
    pub is_form: bool,
    /// What the record has of it.
    pub entries: Vec<CheckInEntry>,
    /// The id of the message that says why it cannot be answered.
    pub why_not: Option<String>,
}

/// An entry that could be given.
#[derive(Clone, PartialEq, Debug, uniffi::Record)]
pub struct CheckInEntry {
    /// The item.
    pub item: ChartItem,
    /// Whether the person keeps it back.
    pub kept_back: bool,
}

/// A question, or words between questions.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CheckInQuestion {
    /// Its name in the form.
    pub id: String,
    /// What is asked.
    pub words: String,
    /// The type of its answer as FHIR names it; `group` and `display` are words to read.
    pub kind: String,
    /// The clinic needs an answer.
    pub needed: bool,
    /// It may have several answers.
    pub several: bool,
    /// The answers to choose from. With `open-choice` another may be typed.
    pub options: Vec<String>,
    /// The units to choose from, to be typed behind the number.
    pub units: Vec<String>,
    /// The answers as they stand, as they could be typed.
    pub answers: Vec<String>,
    /// Where they are from, unless the person answered.
    pub source: Option<CheckInSource>,
    /// The id of the message that says what is wrong or missing.
    pub fault_id: Option<String>,
}

/// Where an answer was taken from.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CheckInSource {
    /// The entry of the record; none where the form itself suggests it.
    pub entry: Option<String>,
    /// When it was measured, FHIR date or date and time as written.
    pub when: Option<String>,
}

impl CheckInItem {
    fn of(it: &CheckinDecision) -> Self {
        let (entries, why_not) = match &it.offer.offered {
            Offered::Records(all) => (all.as_slice(), None),
            Offered::Form { .. } => (&[][..], None),
            Offered::Not(why) => (&[][..], Some(why.id().to_owned())),
        };
        let entries = entries.iter().map(|entry| CheckInEntry {
            kept_back: it.kept_back.contains(&entry.id),
            item: entry.clone().into(),
        });
        let asked = &it.offer.item;
        Self {
            id: asked.id.clone(),
            title: asked.title.clone(),
            summary: asked.summary.clone(),
            needed: asked.required,
            given: it.given,
            is_form: matches!(it.offer.offered, Offered::Form { .. }),
            entries: entries.collect(),
            why_not,
        }
    }
}

impl CheckInQuestion {
    fn all(it: &CheckinDecision) -> Vec<Self> {
        let Offered::Form { form, .. } = &it.offer.offered else {
            return Vec::new();
        };
        let faults = form.faults(&it.answers);
        let asked = form.asked(&it.answers).into_iter().filter(|it| !it.is_hidden());
        let question = |item: &QuestionnaireItem| {
            let id = item.link_id.clone().unwrap_or_default();
            let given = it.answers.get(&id).into_iter().flatten();
            let fault = faults.iter().find(|it| it.link_id == id);
            Self {
                words: item.words().to_owned(),
                kind: item.kind.clone().unwrap_or_default(),
                needed: item.required == Some(true),
                several: item.repeats == Some(true),
                options: item.answer_option.iter().map(|it| it.answer().words()).collect(),
                units: item
                    .units()
                    .filter_map(|it| it.words().map(str::to_owned))
                    .collect(),
                answers: given.map(pocketchart::FormAnswer::words).collect(),
                source: it.source_of(&id).map(|it| CheckInSource {
                    entry: it.entry.map(|it| it.to_text()),
                    when: it.when.as_ref().map(|it| it.as_str().to_owned()),
                }),
                fault_id: fault.map(|it| it.misfit.id().to_owned()),
                id,
            }
        };
        asked.map(question).collect()
    }
}

thrown! {
    /// A request was not read, a decision not taken, or an answer not made. Nothing left.
    #[derive(PartialEq, Eq)]
    CheckInError {
        /// The words are no answer to the question.
        #[error("{id}")]
        Misfit {
            /// The message's id.
            id: String,
        },
        /// No entry has this id.
        #[error("read-no-such-entry")]
        NoSuchEntry,
    }
}

impl From<CheckinError> for CheckInError {
    fn from(error: CheckinError) -> Self {
        let fault = match &error {
            CheckinError::Form { faults, .. } => faults.first(),
            _ => None,
        };
        match fault {
            Some(fault) => Self::Misfit {
                id: fault.misfit.id().to_owned(),
            },
            None => Self::Failed {
                id: error.id().to_owned(),
            },
        }
    }
}

impl From<CheckinRequestError> for CheckInError {
    fn from(error: CheckinRequestError) -> Self {
        Self::Failed {
            id: error.id().to_owned(),
        }
    }
}

impl From<pocketchart::ReadError> for CheckInError {
    fn from(error: pocketchart::ReadError) -> Self {
        CheckinError::from(error).into()
    }
}
