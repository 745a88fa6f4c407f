//! The outbox: what a clinician approved to be written to the clinic's server, and what became of it. It is on the disk before anything is
//! sent.

use pocketchart::{
    Identifier,
    write_back::{Place, beside, without_files},
};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{attested::Source, candidate::Described, link::Link, written::Kept};
use crate::{
    audit::Actor,
    charts::Facts,
    id::Id,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "outbox";
/// The name under which the record's entries are known.
const ENTRY: &str = "urn:pocketchart:entry";
/// The system of names that are URIs.
const URI: &str = "urn:ietf:rfc:3986";
/// The first pause after an attempt that came to nothing, in seconds; it doubles each time.
const PAUSE: u64 = 30;
/// How often it doubles.
const DOUBLINGS: u32 = 7;
/// Bytes of a resource up to which people are shown the files in it, too.
const SHOWN: usize = 64 * 1024;
/// How long it is kept what became of entries, in seconds.
const DONE_KEPT: u64 = 90 * 24 * 60 * 60;

/// Entries that were approved together, for one patient of the server.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: Id,
    /// The chart that it is of; none for an answer of somebody whose chart was not open.
    pub(crate) chart: Option<Id>,
    /// The check-in whose answer it is of.
    #[serde(default)]
    pub(crate) checkin: Option<Id>,
    /// The patient's key.
    pub(crate) key: String,
    /// The server for which it was approved.
    pub(crate) base: String,
    /// `Patient/id`.
    pub(crate) subject: String,
    /// Who approved it.
    pub(crate) by: Actor,
    /// When, in seconds since 1970.
    pub(crate) at: u64,
    pub(crate) lines: Vec<Line>,
    /// Attempts that came to nothing.
    pub(crate) tries: u32,
    /// Why the last one did.
    pub(crate) trouble: Option<String>,
}

/// One entry.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    /// What it is, for people.
    pub(crate) title: String,
    /// FHIR's type.
    pub(crate) kind: String,
    /// The entry of the record; of an answer, the request that was answered; of what was decided, its name.
    pub(crate) entry: String,
    /// The line that it refers to, by our own name for that: of which it was taken, or the visit in which it was said.
    #[serde(default)]
    pub(crate) from: Option<String>,
    /// Our own name for it: its value under `urn:ietf:rfc:3986`.
    pub(crate) name: String,
    /// All of which it was made, where that is more than the entry.
    #[serde(default)]
    pub(crate) sources: Vec<Source>,
    /// Who said so: none for the patient.
    pub(crate) said_by: Option<String>,
    /// The id of the Provenance that goes with it.
    pub(crate) provenance: String,
    /// The resource; none once nothing has to be sent any more.
    pub(crate) body: Option<String>,
    /// Members that are not sent, because they only lead to what the server does not have.
    pub(crate) left_out: Vec<String>,
    /// What it takes the place of; none if it is to be new.
    pub(crate) over: Option<Kept>,
    pub(crate) state: LineState,
}

/// How far an entry has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum LineState {
    /// It is to be sent, or it is not known whether it arrived.
    Waiting,
    /// The server took it; it was not read back yet.
    Sent,
    /// The server has it, and it was read back.
    Confirmed {
        /// `Type/id`.
        place: String,
        /// The version that was read back.
        version: Option<String>,
        /// Numbers that the server writes otherwise, though they are the same: `1.50` as `1.5`.
        rewritten: Vec<String>,
        /// Whether the server also has where it comes from (Provenance).
        provenance: bool,
    },
    /// The server took it, and has something else: where it differs.
    Differs {
        /// `Type/id`.
        place: String,
        /// The version that differs.
        version: Option<String>,
        /// Where, such as `valueQuantity.value`.
        paths: Vec<String>,
        /// What is there.
        #[serde(default)]
        theirs: Option<String>,
    },
    /// Somebody else changed it on the server, or deleted it. Nothing was overwritten.
    Conflict {
        /// `Type/id`.
        place: String,
        /// The version that is there now; none if it was deleted.
        version: Option<String>,
        /// What was written before, if the server still has that.
        #[serde(default)]
        before: Option<String>,
        /// What is there now.
        theirs: Option<String>,
    },
    /// The server refused it, or offers no way to write it safely.
    Refused {
        /// The HTTP status; 0 if it was not asked.
        status: u16,
        /// What it said.
        said: Vec<String>,
    },
    /// A person decided that it is not sent.
    Left,
}

/// What a person decides about an entry that was not written.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(tag = "decision", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Decision {
    /// It is sent all the same: over the version that the person saw, or again.
    Send {
        /// The version that the person saw, where there is one.
        version: Option<String>,
    },
    /// It is not sent, also if it waits. What the server has stays.
    Leave,
}

/// A message, as the desk shows it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MessageView {
    /// Names it.
    #[schema(value_type = String)]
    id: Id,
    /// The chart that the entries are of; none for an answer of somebody whose chart was not open.
    #[schema(value_type = Option<String>)]
    chart: Option<Id>,
    /// The check-in whose answer it is of.
    #[schema(value_type = Option<String>)]
    checkin: Option<Id>,
    /// The patient of the server: `Patient/id`.
    patient: String,
    /// Who the chart said that this is; none if that was taken back.
    person: Option<Described>,
    /// Who approved it.
    by: Actor,
    /// When, in seconds since 1970.
    at: u64,
    /// Attempts that came to nothing.
    tries: u32,
    /// Why the last one did: the id of a message.
    trouble: Option<String>,
    /// The entries.
    lines: Vec<LineView>,
}

/// An entry of a message, as the desk shows it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LineView {
    /// What it is.
    title: String,
    /// FHIR's type.
    r#type: String,
    /// The entry of the record; of an answer, the request that was answered; of what was decided, its name.
    entry: String,
    /// Members that are not sent, because they only lead to what the server does not have.
    left_out: Vec<String>,
    /// How far it has come.
    #[serde(flatten)]
    state: LineState,
    /// What is to be sent, as JSON; none once nothing has to be sent any more.
    ours: Option<String>,
    /// What a person has to decide between.
    beside: Option<Beside>,
}

/// Versions of an entry beside one another.
#[derive(Serialize, ToSchema)]
struct Beside {
    /// What was written before.
    before: Option<Facts>,
    /// What is to be sent.
    ours: Option<Facts>,
    /// What is there now.
    theirs: Option<Facts>,
    /// Where they differ: at most 100 places.
    places: Vec<PlaceView>,
}

/// A place at which they differ. Numbers are as they were written.
#[derive(Serialize, ToSchema)]
struct PlaceView {
    /// Where, such as `reaction[0].severity`.
    path: String,
    /// What was written before says there.
    before: Option<String>,
    /// What is to be sent says there.
    ours: Option<String>,
    /// What is there now.
    theirs: Option<String>,
}

impl LineState {
    /// Whether the desk goes on with it by itself.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self, Self::Waiting | Self::Sent)
    }

    /// Whether a person has to decide.
    pub(crate) fn is_held(&self) -> bool {
        matches!(
            self,
            Self::Differs { .. } | Self::Conflict { .. } | Self::Refused { .. }
        )
    }
}

impl Line {
    /// Comes to its end: what was to be sent is forgotten.
    pub(crate) fn end(&mut self, state: LineState) {
        self.state = state;
        self.body = None;
    }

    /// What it was approved from.
    pub(crate) fn source(&self) -> Identifier {
        let is_request = self.entry.starts_with("urn:");
        Identifier {
            system: Some(if is_request { URI } else { ENTRY }.to_owned()),
            value: Some(self.entry.clone()),
        }
    }

    /// Our own name for it.
    pub(crate) fn identifier(&self) -> Identifier {
        Identifier {
            system: Some(URI.to_owned()),
            value: Some(self.name.clone()),
        }
    }
}

impl Message {
    /// What somebody approved now for a patient of the server, of a chart or of an answer to a check-in.
    pub(crate) fn new(
        link: &Link,
        (chart, checkin): (Option<Id>, Option<Id>),
        (by, at): (Actor, u64),
        lines: Vec<Line>,
    ) -> Self {
        Self {
            id: Id::random(),
            chart,
            checkin,
            key: link.key.clone(),
            base: link.base.clone(),
            subject: link.reference(),
            by,
            at,
            lines,
            tries: 0,
            trouble: None,
        }
    }

    /// Of this name.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM outbox WHERE id = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), id.0)
    }

    /// Keeps it, and when it is tried next.
    pub(crate) fn keep(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        now: u64,
    ) -> Result<(), StoreError> {
        let pause = match self.tries {
            0 => 0,
            tries => PAUSE << (tries - 1).min(DOUBLINGS),
        };
        let is_open = self.lines.iter().any(|it| it.state.is_open());
        let is_held = self.lines.iter().any(|it| it.state.is_held());
        let due = is_open.then_some((now + pause).cast_signed());
        let done = (!is_open && !is_held).then_some(now.cast_signed());
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO outbox (id, due, done, sealed) VALUES (?1, ?2, ?3, ?4)",
            params![self.id.0, due, done, sealed],
        )?;
        Ok(())
    }
}

/// Those that are to be tried now.
pub(crate) fn due(transaction: &Transaction<'_>, now: u64) -> Result<Vec<Id>, StoreError> {
    let mut statement = transaction.prepare("SELECT id FROM outbox WHERE due <= ?1 ORDER BY due, id")?;
    let rows = statement.query_map([now.cast_signed()], |row| Ok(Id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All that are kept, the newest first.
pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Message>, StoreError> {
    let sql = "SELECT id, sealed FROM outbox";
    let mut all: Vec<Message> = store::rows(transaction, &keys.rows, (TABLE, sql), [])?;
    all.sort_by_key(|it| std::cmp::Reverse((it.at, it.id)));
    Ok(all)
}

/// Whose chart it is was taken back: what is not written yet of the charts of a key is not sent any more, unless it is for this patient.
pub(crate) fn stop(
    transaction: &Transaction<'_>,
    keys: &Keys,
    (key, unless): (&str, Option<&str>),
    now: u64,
) -> Result<(), StoreError> {
    for mut message in all(transaction, keys)? {
        let is_meant = message.key == key && Some(message.subject.as_str()) != unless;
        let mut open = message.lines.iter_mut().filter(|it| it.body.is_some()).peekable();
        if is_meant && open.peek().is_some() {
            open.for_each(|it| it.end(LineState::Left));
            message.keep(transaction, keys, now)?;
        }
    }
    Ok(())
}

/// Forgets what came to its end long ago.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: u64) -> Result<(), StoreError> {
    let before = now.saturating_sub(DONE_KEPT).cast_signed();
    transaction.execute("DELETE FROM outbox WHERE done <= ?1", [before])?;
    Ok(())
}

impl MessageView {
    /// A message, with whom it is about.
    pub(crate) fn of(it: Message, link: Option<&Link>) -> Self {
        let link = link.filter(|link| link.reference() == it.subject);
        Self {
            id: it.id,
            chart: it.chart,
            checkin: it.checkin,
            patient: it.subject,
            person: link.map(|it| it.ours.clone()),
            by: it.by,
            at: it.at,
            tries: it.tries,
            trouble: it.trouble,
            lines: it.lines.into_iter().map(LineView::from).collect(),
        }
    }
}

/// A resource as people are shown it.
fn shown(body: &str) -> String {
    let short = (body.len() > SHOWN)
        .then(|| without_files(body.as_bytes()))
        .flatten();
    let short = short.and_then(|it| String::from_utf8(it).ok());
    short.unwrap_or_else(|| body.to_owned())
}

impl Beside {
    fn of(line: &Line) -> Option<Self> {
        let ours = Some(line.body.as_deref()?);
        let (before, theirs) = match &line.state {
            LineState::Conflict { before, theirs, .. } => (before.as_deref(), theirs.as_deref()),
            LineState::Differs { theirs, .. } => (None, theirs.as_deref()),
            _ => return None,
        };
        let [before, ours, theirs] = [before, ours, theirs].map(|it| it.map(shown));
        let all = [&before, &ours, &theirs].map(|it| it.as_deref().map(str::as_bytes));
        let facts =
            |it: &Option<String>| Some((&pocketchart::summary(it.as_deref()?.as_bytes()).ok()?).into());
        let places = beside(&all);
        let view = |it: Place| {
            let mut values = it.values.into_iter();
            let mut next = || values.next().flatten();
            PlaceView {
                path: it.path,
                before: next(),
                ours: next(),
                theirs: next(),
            }
        };
        Some(Self {
            before: facts(&before),
            ours: facts(&ours),
            theirs: facts(&theirs),
            places: places.into_iter().map(view).collect(),
        })
    }
}

impl From<Line> for LineView {
    fn from(it: Line) -> Self {
        let beside = Beside::of(&it);
        Self {
            title: it.title,
            r#type: it.kind,
            entry: it.entry,
            beside,
            left_out: it.left_out,
            state: it.state,
            ours: it.body.as_deref().map(shown),
        }
    }
}
