//! A check-in as the desk's pages get it. Numbers, units and dates are the text that the patient wrote; none of it was verified.

use pocketchart::{
    Asked, CheckinForm, CheckinItem, CheckinQuestion, CheckinReceived, CheckinRequest, FormAnswer, Section,
    Summary, is_error, is_over,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Checkin, CheckinStanding, InRecord};
use crate::{audit::Actor, charts::Facts, id::Id, staff::Role};

/// Resources of an item that are shown; the rest is counted.
const MOST_SHOWN: usize = 200;

/// A check-in in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct CheckinLine {
    /// Names it.
    #[schema(value_type = String)]
    id: Id,
    /// The chart of who is asked.
    #[schema(value_type = Option<String>)]
    chart: Option<Id>,
    /// Who is asked; none if the chart's profile was not opened.
    whom: Option<String>,
    /// The birth date, as the chart's source wrote it.
    born: Option<String>,
    /// Words that stand for the patient's key.
    key_words: Option<String>,
    /// What it is for.
    purpose: Option<String>,
    made_by: Actor,
    /// When it was made, in seconds since 1970.
    made: u64,
    /// Until when an answer is taken, in seconds since 1970.
    until: u64,
    /// Nobody has answered in time.
    over: bool,
    /// How far it has come.
    #[serde(flatten)]
    standing: CheckinStanding,
}

/// A check-in with what is asked and what was answered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct CheckinView {
    #[serde(flatten)]
    line: CheckinLine,
    /// The path on this server at which the patient gets the request and leaves the answer; none once nothing is taken any more.
    link: Option<String>,
    /// The address of the video call.
    call: Option<String>,
    /// Whether the patient gets it through the record that they opened.
    record: InRecord,
    items: Vec<ItemLine>,
}

/// What a patient gets who has answered by the link.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct CheckinTaken {
    /// The address of the video call.
    pub(crate) call: Option<String>,
}

/// One thing that is asked, with what was given.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct ItemLine {
    id: String,
    title: String,
    summary: Option<String>,
    /// The visit needs it.
    required: bool,
    /// `records` or `form`.
    kind: &'static str,
    /// What was given; none as long as nobody has answered.
    given: Option<GivenLine>,
}

/// What was given for an item.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct GivenLine {
    /// `fulfilled`, `partial`, `unavailable`, `declined`, `unsupported` or `error`.
    outcome: &'static str,
    /// A word about it from the patient's program.
    message: Option<String>,
    /// It is said to be given, and nothing is there.
    missing: bool,
    /// Resources of sections that this role may read.
    resources: Vec<GivenEntry>,
    /// How many others there are, of sections that this role may not read.
    not_for_you: usize,
    /// How many more there are than are shown.
    more: usize,
    forms: Vec<FormLine>,
    /// Health cards. Nobody has verified them.
    cards: usize,
    /// Parts that could not be read.
    unreadable: usize,
}

/// A resource that was given, and how it stands, by the rules by which a chart's entries do.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct GivenEntry {
    #[serde(flatten)]
    facts: Facts,
    /// It is over: resolved, stopped, completed.
    past: bool,
    /// Its source says that it was entered in error.
    retracted: bool,
}

/// A form that was filled in.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct FormLine {
    /// `completed`, or `in-progress` where a needed answer is missing.
    status: Option<String>,
    /// When it was filled in, as the patient's program wrote it.
    authored: Option<String>,
    /// Who answered, where that is somebody else than the patient.
    said_by: Option<String>,
    /// What was asked, in the form's order, then answers to nothing that was asked.
    questions: Vec<QuestionLine>,
}

/// A question with its answers, or a heading.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct QuestionLine {
    /// Its name in the form.
    question: String,
    words: String,
    /// FHIR's type of it: `group` and `display` are headings; none where the form has no such question.
    r#type: Option<String>,
    required: bool,
    answers: Vec<AnswerLine>,
    /// Why the answer does not fit the form: the id of a message.
    fault: Option<&'static str>,
}

/// An answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct AnswerLine {
    /// The answer as it was written: `true` and `false` for yes and no, a number with its unit.
    text: String,
    /// The number alone.
    number: Option<String>,
    /// The unit for people.
    unit: Option<String>,
    /// The unit's code, in UCUM if its source says so.
    unit_code: Option<String>,
}

impl CheckinLine {
    /// As it stands now.
    pub(crate) fn of(it: &Checkin, now: u64) -> Self {
        Self {
            id: it.id,
            chart: it.chart,
            whom: it.whom.clone(),
            born: it.born.clone(),
            key_words: it.key_words.clone(),
            purpose: it.purpose.clone(),
            made_by: it.made_by.clone(),
            made: it.made,
            until: it.until,
            over: it.is_over(now),
            standing: it.standing.clone(),
        }
    }
}

impl CheckinView {
    /// For somebody of a role. `received` is empty as long as nobody has answered.
    pub(crate) fn of(
        it: &Checkin,
        now: u64,
        asked: &CheckinRequest,
        record: InRecord,
        (received, role): (&[CheckinReceived], Role),
    ) -> Self {
        let is_open = it.waits() && !it.is_over(now);
        let given = |item: &CheckinItem| {
            let received = received.iter().find(|it| it.item.id == item.id);
            received.map(|it| GivenLine::of(it, role))
        };
        let items = asked.items.iter().map(|item| ItemLine {
            id: item.id.clone(),
            title: item.title.clone(),
            summary: item.summary.clone(),
            required: item.required,
            kind: match item.content {
                Asked::Form(_) => "form",
                _ => "records",
            },
            given: given(item),
        });
        Self {
            line: CheckinLine::of(it, now),
            link: is_open.then(|| format!("/checkin/{}", it.link)),
            call: it.call.clone(),
            record,
            items: items.collect(),
        }
    }
}

impl GivenLine {
    fn of(it: &CheckinReceived, role: Role) -> Self {
        let may_read = |it: &&Summary| {
            let section = Section::from_name(it.section);
            section.is_some_and(|it| role.may_read(it)) || role == Role::Clinician
        };
        let (shown, not): (Vec<&Summary>, Vec<&Summary>) = it.resources.iter().partition(may_read);
        Self {
            outcome: it.outcome.code(),
            message: it.message.clone(),
            missing: it.missing,
            resources: shown
                .iter()
                .take(MOST_SHOWN)
                .map(|it| GivenEntry::of(it))
                .collect(),
            not_for_you: not.len(),
            more: shown.len().saturating_sub(MOST_SHOWN) + it.more,
            forms: it.forms.iter().map(FormLine::from).collect(),
            cards: it.cards,
            unreadable: it.unreadable,
        }
    }
}

impl GivenEntry {
    fn of(it: &Summary) -> Self {
        Self {
            facts: it.into(),
            past: is_over(it),
            retracted: is_error(it),
        }
    }
}

impl From<&CheckinForm> for FormLine {
    fn from(it: &CheckinForm) -> Self {
        Self {
            status: it.status.clone(),
            authored: it.authored.as_ref().map(|it| it.as_str().to_owned()),
            said_by: it.said_by.clone(),
            questions: it.questions.iter().map(QuestionLine::from).collect(),
        }
    }
}

impl From<&CheckinQuestion> for QuestionLine {
    fn from(it: &CheckinQuestion) -> Self {
        Self {
            question: it.link_id.clone(),
            words: it.words.clone(),
            r#type: it.kind.clone(),
            required: it.required,
            answers: it.answers.iter().map(AnswerLine::from).collect(),
            fault: it.misfit.map(|it| it.id()),
        }
    }
}

impl From<&FormAnswer> for AnswerLine {
    fn from(it: &FormAnswer) -> Self {
        let amount = it.value_quantity.as_ref();
        let number = amount
            .and_then(|it| it.value.as_ref())
            .or(it.value_decimal.as_ref())
            .or(it.value_integer.as_ref());
        Self {
            text: it.words(),
            number: number.map(|it| it.as_str().to_owned()),
            unit: amount.and_then(|it| it.unit.clone()),
            unit_code: amount.and_then(|it| it.code.clone()),
        }
    }
}
