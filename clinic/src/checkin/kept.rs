//! How a check-in is kept: request and answer sealed, also after a chart has ended, since the patient gave the answer to the clinic itself.

use pocketchart::{CheckinRequest, CheckinResponse};
use pocketchart_crypto::{Label, hash};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CheckinError, NewCheckin, Sent, Signer};
use crate::{
    audit::Actor,
    charts::SharedChart,
    id::Id,
    keys::Keys,
    staff::Account,
    store::{self, StoreError},
};

const TABLE: &str = "checkin";
const ANSWER: &str = "checkin-answer";
/// How long a check-in stays that nobody answered in time, in seconds.
const OVER_KEPT: u64 = 30 * 24 * 60 * 60;

/// A check-in.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Checkin {
    pub(crate) id: Id,
    /// The chart of who is asked.
    pub(crate) chart: Option<Id>,
    /// Who that is: as far as the chart's profile was opened, or in the desk's own words.
    pub(crate) whom: Option<String>,
    pub(crate) born: Option<String>,
    pub(crate) key_words: Option<String>,
    /// The patient's key, where the chart of who is asked was open.
    #[serde(default)]
    pub(crate) patient: Option<String>,
    /// Whoever has it gets the request, and may answer it.
    pub(crate) link: Id,
    pub(crate) purpose: Option<String>,
    /// The address of the video call.
    pub(crate) call: Option<String>,
    /// As it goes to the patient.
    pub(crate) request: String,
    pub(crate) made_by: Actor,
    /// When it was made, and until when an answer is taken, in seconds since 1970.
    pub(crate) made: u64,
    pub(crate) until: u64,
    pub(crate) standing: CheckinStanding,
    /// Where it stands in the record that the patient opened.
    #[serde(default)]
    pub(crate) sent: Option<Sent>,
}

/// How far a check-in has come. Times are in seconds since 1970.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum CheckinStanding {
    /// Nobody has answered.
    Waiting,
    /// The answer is here.
    Answered {
        /// Since when.
        answered: u64,
        /// Who at the desk brought it in; none if it came by the link or through the record.
        taken_by: Option<Actor>,
        /// Who signed it, if it came through the record.
        #[serde(default)]
        signed_by: Option<Signer>,
    },
    /// A clinician has read it.
    Read {
        /// Since when it is here.
        answered: u64,
        /// Who at the desk brought it in; none if it came by the link or through the record.
        taken_by: Option<Actor>,
        /// Who signed it, if it came through the record.
        #[serde(default)]
        signed_by: Option<Signer>,
        /// Who read it.
        read_by: Actor,
        /// When.
        read: u64,
    },
}

impl Checkin {
    /// Of what somebody asks.
    pub(crate) fn new(
        asked: &NewCheckin,
        shared: Option<&SharedChart>,
        (by, now, clinic): (&Account, u64, &str),
    ) -> Result<Self, CheckinError> {
        let label = match shared {
            None => Some(asked.label()?.to_owned()),
            Some(_) if !asked.whom.is_empty() => return Err(CheckinError::Whom),
            Some(shared) => shared.name.clone(),
        };
        Ok(Self {
            id: Id::random(),
            chart: shared.map(|it| it.id),
            whom: label,
            born: shared.and_then(|it| it.born.clone()),
            key_words: shared.map(|it| it.key_words.clone()),
            patient: shared.map(|it| it.patient.clone()),
            link: Id::random(),
            purpose: asked.purpose().map(str::to_owned),
            call: asked.call()?.map(str::to_owned),
            request: asked.request(Id::random(), clinic)?,
            made_by: by.into(),
            made: now,
            until: now + asked.hours * 60 * 60,
            standing: CheckinStanding::Waiting,
            sent: None,
        })
    }

    /// The same, as long as it may be answered.
    pub(crate) fn open(self, now: u64) -> Result<Self, CheckinError> {
        if !self.waits() && !crate::sabotage::off("desk-checkin-once") {
            return Err(CheckinError::Answered);
        }
        if self.is_over(now) && !crate::sabotage::off("desk-checkin-over") {
            return Err(CheckinError::Over);
        }
        Ok(self)
    }

    /// Since when the answer is here, in seconds since 1970.
    pub(crate) fn answered_at(&self) -> Option<u64> {
        match self.standing {
            CheckinStanding::Waiting => None,
            CheckinStanding::Answered { answered, .. } | CheckinStanding::Read { answered, .. } => {
                Some(answered)
            }
        }
    }

    /// Whether nobody has answered.
    pub(crate) fn waits(&self) -> bool {
        matches!(self.standing, CheckinStanding::Waiting)
    }

    /// Whether nobody has answered in time.
    pub(crate) fn is_over(&self, now: u64) -> bool {
        self.waits() && now >= self.until
    }

    /// What was asked.
    pub(crate) fn asked(&self) -> Result<CheckinRequest, StoreError> {
        CheckinRequest::read(&self.request).map_err(|_| StoreError::Row)
    }

    /// What was asked, and an answer that is held against it.
    pub(crate) fn answer(&self, json: &str) -> Result<(CheckinRequest, CheckinResponse), CheckinError> {
        let asked = self.asked().map_err(|_| CheckinError::NoCheckin)?;
        let response = CheckinResponse::read(json, &asked)?;
        Ok((asked, response))
    }

    /// Keeps it.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO checkin (id, link, waits, until, sealed) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                self.id.0,
                name_of(keys, self.link),
                self.waits(),
                self.until.cast_signed(),
                sealed
            ],
        )?;
        Ok(())
    }

    /// Keeps an answer as it came, under the check-in's name.
    pub(crate) fn keep_answer(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        json: &str,
    ) -> Result<(), StoreError> {
        let sealed = store::seal_bytes(&keys.rows, (ANSWER, &self.id.0), json.as_bytes());
        transaction.execute(
            "INSERT OR REPLACE INTO checkin_answer (checkin, sealed) VALUES (?1, ?2)",
            params![self.id.0, sealed],
        )?;
        Ok(())
    }

    /// The answer as it came.
    pub(crate) fn answer_kept(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
    ) -> Result<Option<String>, StoreError> {
        let sql = "SELECT sealed FROM checkin_answer WHERE checkin = ?1";
        let sealed: Option<Vec<u8>> = transaction
            .query_row(sql, [self.id.0], |row| row.get(0))
            .optional()?;
        let opened = sealed.map(|it| store::open_bytes(&keys.rows, (ANSWER, &self.id.0), &it));
        let text = opened.map(|it| String::from_utf8(it?).map_err(|_| StoreError::Row));
        text.transpose()
    }

    /// Of this name.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM checkin WHERE id = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), id.0)
    }

    /// Of this link.
    pub(crate) fn linked(
        transaction: &Transaction<'_>,
        keys: &Keys,
        link: Id,
    ) -> Result<Option<Self>, StoreError> {
        let id: Option<[u8; 16]> = transaction
            .query_row(
                "SELECT id FROM checkin WHERE link = ?1",
                [name_of(keys, link)],
                |row| row.get(0),
            )
            .optional()?;
        id.map_or(Ok(None), |id| Self::of(transaction, keys, Id(id)))
    }

    /// Deletes it, with its answer.
    pub(crate) fn discard(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        transaction.execute("DELETE FROM checkin_answer WHERE checkin = ?1", [self.id.0])?;
        transaction.execute("DELETE FROM checkin WHERE id = ?1", [self.id.0])?;
        Ok(())
    }
}

/// Finds a check-in by its link, which itself is sealed.
fn name_of(keys: &Keys, link: Id) -> [u8; 16] {
    hash::keyed128(Label::new("desk/checkin-link"), &keys.names, &[&link.0])
}

/// All, the newest first.
pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Checkin>, StoreError> {
    let sql = "SELECT id, sealed FROM checkin";
    let mut all: Vec<Checkin> = store::rows(transaction, &keys.rows, (TABLE, sql), [])?;
    all.sort_by_key(|it| std::cmp::Reverse((it.made, it.id)));
    Ok(all)
}

/// Those that nobody has answered, in time or not.
pub(crate) fn waiting(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Checkin>, StoreError> {
    let sql = "SELECT id, sealed FROM checkin WHERE waits";
    store::rows(transaction, &keys.rows, (TABLE, sql), [])
}

/// Forgets what nobody answered in time.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: u64) -> Result<(), StoreError> {
    let before = now.saturating_sub(OVER_KEPT).cast_signed();
    transaction.execute("DELETE FROM checkin WHERE waits AND until <= ?1", [before])?;
    Ok(())
}
