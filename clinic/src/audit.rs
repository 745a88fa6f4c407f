//! The log of who did what to which chart: rows that are only ever added, each linked to the one before under a key.

mod fhir;

use pocketchart_crypto::{Label, hash};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    bridge::Compared,
    id::Id,
    keys::Keys,
    staff::{Account, Role},
    store::{self, StoreError},
};

const TABLE: &str = "event";
const HEAD: (&str, &[u8]) = ("head", &[]);
/// Events on a page.
pub(crate) const PAGE: u32 = 200;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Action {
    /// The desk started.
    Started,
    /// Somebody signed in.
    SignedIn,
    /// Name and password did not belong together, or the name was locked.
    SignInRefused,
    /// Somebody signed out.
    SignedOut,
    /// Somebody changed their own password.
    PasswordChanged,
    /// Somebody made a passkey of their own.
    PasskeyAdded,
    /// Somebody removed a passkey of their own.
    PasskeyRemoved,
    /// The counter of a passkey went back: there may be a copy of it.
    PasskeyCopied,
    /// An administrator removed all passkeys of an account.
    PasskeysTakenBack,
    /// Passkeys were required of everybody.
    PasskeysRequired,
    /// Passkeys are required no more.
    PasskeysOptional,
    /// An account was made.
    AccountMade,
    /// An account was changed, or disabled.
    AccountChanged,
    /// A patient's code was sent to the patient's device or a relay.
    CodeScanned,
    /// A patient opened a chart.
    ChartOpened,
    /// Nothing was given for a code.
    CodeRefused,
    /// The list of charts was seen: who is there.
    ChartsListed,
    /// A banner was seen.
    ChartViewed,
    /// A section was seen.
    SectionViewed,
    /// A chart was searched; the sections of which something was shown are named besides.
    ChartSearched,
    /// What was measured was seen over time.
    TrendsViewed,
    /// All that is known of an entry was seen.
    EntryViewed,
    /// Something was asked for that the role may not do.
    Refused,
    /// Somebody at the desk closed a chart: keys and content were deleted.
    ChartClosed,
    /// The patient's time was over: keys and content were deleted.
    ChartEnded,
    /// The patient ended it, or the relay gives it no more before its time: keys and content were deleted.
    ChartWithdrawn,
    /// The patient's device was told, or will find at the relay, that a chart was deleted.
    PatientTold,
    /// The patient's device could not be told so.
    PatientNotTold,
    /// The receipts were seen.
    ReceiptsListed,
    /// This log was read.
    AuditRead,
    /// A second person stood by an emergency.
    EmergencyVouched,
    /// The clinic's own server was set.
    BridgeSet,
    /// The clinic's own server is not used any more.
    BridgeRemoved,
    /// A key for the clinic's own server was given to the desk.
    BridgeKeySet,
    /// The clinic's own server was asked who of its patients this may be.
    PatientsSearched,
    /// It was seen which patient of the clinic's own server this is.
    LinkViewed,
    /// Somebody confirmed which patient of the clinic's own server this is.
    PatientLinked,
    /// Somebody took that back.
    PatientUnlinked,
    /// A patient was made on the clinic's own server.
    PatientMade,
    /// A clinician approved that entries are written to the clinic's own server.
    SendingApproved,
    /// What is written and was written to the clinic's own server was listed.
    OutboxListed,
    /// It was seen what became of entries there.
    MessageViewed,
    /// A clinician decided about an entry that was not written.
    SendingDecided,
    /// The clinic's own server has the entries, and they were read back.
    EntriesSent,
    /// The clinic's own server does not have entries as they were sent: a person has to decide.
    EntriesHeld,
    /// A visit was begun.
    VisitBegun,
    /// Visits were listed.
    VisitsListed,
    /// A visit was seen.
    VisitViewed,
    /// Somebody wrote in a visit.
    VisitSaved,
    /// A visit that nobody had signed was deleted.
    VisitDiscarded,
    /// Decision support looked at a visit's medicines.
    VisitChecked,
    /// A clinician signed a visit.
    VisitSigned,
    /// The patient's device has a visit.
    VisitReturned,
    /// A visit could not be returned in time.
    VisitNotReturned,
    /// A check-in was made.
    CheckinMade,
    /// Check-ins were listed.
    CheckinsListed,
    /// A check-in was seen, or its request was taken to be given to the patient.
    CheckinViewed,
    /// A check-in was written into the record that the patient opened.
    CheckinSent,
    /// The patient's device has a check-in.
    CheckinArrived,
    /// Somebody who has a check-in's link fetched the request.
    CheckinFetched,
    /// An answer to a check-in came.
    CheckinAnswered,
    /// An answer to a check-in was not taken.
    CheckinRefused,
    /// A clinician has read an answer.
    CheckinRead,
    /// A check-in was deleted, with its answer if there was one.
    CheckinDiscarded,
    /// Somebody wrote a message to a patient.
    MessageWritten,
    /// The patient's device has a message.
    MessageArrived,
    /// Messages of a patient came.
    MessageCame,
    /// Which charts have messages was seen.
    MessagesListed,
    /// The messages of a chart were seen.
    MessagesViewed,
    /// Somebody said that messages of a patient have been read.
    MessagesRead,
    /// The clinic's own server was asked what it says of a patient.
    SystemRead,
    /// What it said was seen beside a chart.
    ChartCompared,
    /// A clinician decided between a chart and what it said.
    ChartReconciled,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Actor {
    /// The account.
    #[schema(value_type = String)]
    pub(crate) id: Id,
    /// What they sign in with.
    pub(crate) login: String,
    /// What others call them.
    pub(crate) name: String,
    /// What they might do then.
    pub(crate) role: Role,
}

impl From<&Account> for Actor {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id,
            login: account.login.clone(),
            name: account.name.clone(),
            role: account.role,
        }
    }
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Event {
    /// When, in seconds since 1970.
    pub(crate) at: u64,
    /// By whom; nobody for what the desk does by itself, and for who is not signed in.
    pub(crate) who: Option<Actor>,
    /// What.
    pub(crate) action: Action,
    /// Which charts it concerned.
    #[schema(value_type = Vec<String>)]
    pub(crate) charts: Vec<Id>,
    /// Which section.
    pub(crate) section: Option<String>,
    /// The account that it was done to.
    #[schema(value_type = Option<String>)]
    pub(crate) account: Option<Id>,
    /// Which check-in.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub(crate) checkin: Option<Id>,
    /// The patient of the clinic's own server: `Patient/id`.
    #[serde(default)]
    pub(crate) patient: Option<String>,
    /// By what it was seen that this is the same person.
    #[serde(default)]
    pub(crate) compared: Option<Compared>,
}

impl Event {
    /// Of an action, as yet about nothing.
    pub(crate) fn new(action: Action) -> Self {
        Self {
            at: 0,
            who: None,
            action,
            charts: Vec::new(),
            section: None,
            account: None,
            checkin: None,
            patient: None,
            compared: None,
        }
    }

    /// By somebody.
    pub(crate) fn by(action: Action, account: &Account) -> Self {
        Self {
            who: Some(account.into()),
            ..Self::new(action)
        }
    }

    /// About a chart.
    pub(crate) fn of(mut self, chart: Id) -> Self {
        self.charts.push(chart);
        self
    }

    /// About a patient of the clinic's own server.
    pub(crate) fn at(mut self, patient: impl Into<String>) -> Self {
        self.patient = Some(patient.into());
        self
    }
}

/// An event with its place in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Numbered {
    /// From 1, without gaps.
    pub(crate) number: u64,
    /// What was done.
    #[serde(flatten)]
    pub(crate) event: Event,
}

/// Where the log has come to.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    number: u64,
    link: [u8; 32],
}

/// What a check of the whole log found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Findings {
    /// Events that are there.
    pub(crate) events: u64,
    /// Whether none was altered, taken out, put in or cut off.
    pub(crate) whole: bool,
    /// The number of the first that does not fit.
    pub(crate) broken_at: Option<u64>,
}

/// Writes an event down.
pub(crate) fn append(
    transaction: &Transaction<'_>,
    keys: &Keys,
    (event, now): (Event, u64),
) -> Result<(), StoreError> {
    let event = Event { at: now, ..event };
    let before = head(transaction, keys)?;
    let number = before.number + 1;
    let sealed = store::seal(&keys.rows, (TABLE, &number.to_be_bytes()), &event)?;
    let link = link(keys, &before.link, number, &sealed);
    transaction.execute(
        "INSERT INTO event (number, link, sealed) VALUES (?1, ?2, ?3)",
        params![number.cast_signed(), link, sealed],
    )?;
    let head = store::seal(&keys.rows, HEAD, &Head { number, link })?;
    transaction.execute("INSERT OR REPLACE INTO head (id, sealed) VALUES (1, ?1)", [head])?;
    Ok(())
}

/// The newest events before a number, newest first.
pub(crate) fn page(
    transaction: &Transaction<'_>,
    keys: &Keys,
    (before, limit): (u64, u32),
) -> Result<Vec<Numbered>, StoreError> {
    let before = i64::try_from(before).unwrap_or(i64::MAX);
    let mut statement = transaction
        .prepare("SELECT number, sealed FROM event WHERE number < ?1 ORDER BY number DESC LIMIT ?2")?;
    let rows = statement.query_map(params![before, limit.min(PAGE)], |row| {
        Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, Vec<u8>>(1)?))
    })?;
    rows.map(|row| {
        let (number, sealed) = row?;
        let event = store::open(&keys.rows, (TABLE, &number.to_be_bytes()), &sealed)?;
        Ok(Numbered { number, event })
    })
    .collect()
}

/// The whole log as FHIR: one `AuditEvent` on each line, oldest first.
pub(crate) fn ndjson(transaction: &Transaction<'_>, keys: &Keys, clinic: &str) -> Result<String, StoreError> {
    let mut lines = String::new();
    let mut before = u64::MAX;
    let mut all = Vec::new();
    loop {
        let page = page(transaction, keys, (before, PAGE))?;
        let Some(last) = page.last() else {
            break;
        };
        before = last.number;
        all.extend(page);
    }
    for event in all.iter().rev() {
        lines.push_str(&fhir::audit_event(event, clinic).to_string());
        lines.push('\n');
    }
    Ok(lines)
}

/// Walks the whole log.
pub(crate) fn verify(transaction: &Transaction<'_>, keys: &Keys) -> Result<Findings, StoreError> {
    let head = head(transaction, keys);
    let mut statement = transaction.prepare("SELECT number, link, sealed FROM event ORDER BY number")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, i64>(0)?.unsigned_abs(),
            row.get::<_, Vec<u8>>(1)?,
            row.get::<_, Vec<u8>>(2)?,
        ))
    })?;
    let (mut at, mut events, mut broken_at) = (Head::default(), 0, None);
    for row in rows {
        let (number, linked, sealed) = row?;
        events += 1;
        let right = link(keys, &at.link, number, &sealed);
        let fits = number == at.number + 1 && linked == right;
        if !fits && broken_at.is_none() && !crate::sabotage::off("desk-audit-chain") {
            broken_at = Some(number);
        }
        at = Head { number, link: right };
    }
    let ends = head.is_ok_and(|head| head == at) || crate::sabotage::off("desk-audit-chain");
    if !ends && broken_at.is_none() {
        broken_at = Some(at.number + 1);
    }
    Ok(Findings {
        events,
        whole: broken_at.is_none(),
        broken_at,
    })
}

fn head(transaction: &Transaction<'_>, keys: &Keys) -> Result<Head, StoreError> {
    let sealed: Option<Vec<u8>> = transaction
        .query_row("SELECT sealed FROM head WHERE id = 1", [], |row| row.get(0))
        .optional()?;
    sealed.map_or_else(|| Ok(Head::default()), |it| store::open(&keys.rows, HEAD, &it))
}

fn link(keys: &Keys, before: &[u8; 32], number: u64, sealed: &[u8]) -> [u8; 32] {
    let parts: [&[u8]; 3] = [before, &number.to_be_bytes(), sealed];
    hash::keyed256(Label::new("desk/audit-link"), &keys.audit, &parts)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::store::Store;

    fn filled() -> (tempfile::TempDir, Keys, Store) {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::of_folder(folder.path()).unwrap();
        let store = Store::open(&folder.path().join("desk.sqlite")).unwrap();
        for now in 1..=5 {
            let event = Event::new(Action::ChartViewed).of(Id::random());
            let done: Result<(), StoreError> = store.run(|it| append(it, &keys, (event, now)));
            done.unwrap();
        }
        (folder, keys, store)
    }

    fn after(sql: &str) -> Findings {
        let (_folder, keys, store) = filled();
        let found: Result<Findings, StoreError> = store.run(|it| {
            it.execute_batch(sql)?;
            verify(it, &keys)
        });
        found.unwrap()
    }

    #[test]
    fn a_whole_log_is_whole_and_is_read_in_pages() {
        let whole = after("");
        assert_eq!((whole.events, whole.whole), (5, true));
        let (_folder, keys, store) = filled();
        let pages: Result<_, StoreError> =
            store.run(|it| Ok((page(it, &keys, (u64::MAX, 3))?, page(it, &keys, (3, 3))?)));
        let (newest, rest) = pages.unwrap();
        let numbers = |it: &[Numbered]| it.iter().map(|it| it.number).collect::<Vec<_>>();
        assert_eq!((numbers(&newest), numbers(&rest)), (vec![5, 4, 3], vec![2, 1]));
    }

    #[test]
    fn what_was_altered_taken_out_or_cut_off_shows() {
        for (sql, at) in [
            ("DELETE FROM event WHERE number = 3", 4),
            ("DELETE FROM event WHERE number = 5", 5),
            (
                "UPDATE event SET sealed = (SELECT sealed FROM event WHERE number = 1) WHERE number = 2",
                2,
            ),
            ("UPDATE event SET number = number + 1 WHERE number = 5", 6),
            ("DELETE FROM head", 6),
        ] {
            let found = after(sql);
            assert_eq!((found.whole, found.broken_at), (false, Some(at)), "{sql}");
        }
    }
}
