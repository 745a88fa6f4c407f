//! How a visit is kept: sealed, also after the chart has ended, since it is what the clinic itself wrote.

use pocketchart::{Draft, name_for};
use rusqlite::{OptionalExtension, Params, Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Attachment, Override, VisitContent, VisitError, attachment::forget_files, content::Said};
use crate::{
    audit::Actor,
    charts::{Reach, SharedChart},
    id::Id,
    keys::Keys,
    problem,
    reconcile::Reconciled,
    staff::Account,
    store::{self, StoreError},
};

const TABLE: &str = "visit";

/// A visit.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Visit {
    pub(crate) id: Id,
    /// The chart that it belongs to.
    pub(crate) chart: Id,
    /// The chart's record, and the ways to the patient's device.
    #[serde(flatten)]
    pub(crate) reach: Reach,
    /// The patient's key, words that stand for it, and who it is as far as the profile was opened.
    pub(crate) patient: String,
    pub(crate) key_words: String,
    pub(crate) name: Option<String>,
    pub(crate) born: Option<String>,
    /// Counts each save, from 1.
    pub(crate) version: u64,
    /// Who saved it last, and when, in seconds since 1970.
    pub(crate) saved_by: Actor,
    pub(crate) saved: u64,
    pub(crate) content: VisitContent,
    /// Files that go with it.
    #[serde(default)]
    pub(crate) attachments: Vec<Attachment>,
    /// What was decided between the chart and the clinic's own system, where that is what it is about.
    #[serde(default)]
    pub(crate) reconciled: Option<Reconciled>,
    pub(crate) standing: Standing,
}

/// What a clinician answers for.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Signature {
    /// Who signed.
    pub(crate) by: Actor,
    /// When, in seconds since 1970.
    pub(crate) at: u64,
    /// Why, although something was found.
    pub(crate) overrides: Vec<Override>,
    /// Of these our names for the entries are made.
    #[schema(value_type = Vec<String>)]
    pub(crate) names: Vec<Id>,
}

/// How far a visit has come.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[schema(as = VisitStanding)]
pub(crate) enum Standing {
    /// Several may write in it.
    Draft,
    /// It was signed, and is being written into the chart.
    Signing {
        /// By whom.
        signature: Signature,
    },
    /// It stands in the chart, and waits to be returned to the patient.
    Waiting {
        /// By whom.
        signature: Signature,
    },
    /// The patient's device has it.
    Returned {
        /// By whom.
        signature: Signature,
        /// When, in seconds since 1970.
        returned: u64,
    },
    /// The patient's device could not be reached in time, or the patient ended the chart. The clinic has its copy.
    NotReturned {
        /// By whom.
        signature: Signature,
    },
}

impl Visit {
    /// A new one, empty.
    pub(crate) fn new(shared: &SharedChart, by: &Account, now: u64) -> Self {
        Self {
            id: Id::random(),
            chart: shared.id,
            reach: shared.into(),
            patient: shared.patient.clone(),
            key_words: shared.key_words.clone(),
            name: shared.name.clone(),
            born: shared.born.clone(),
            version: 1,
            saved_by: by.into(),
            saved: now,
            content: VisitContent::default(),
            attachments: Vec::new(),
            reconciled: None,
            standing: Standing::Draft,
        }
    }

    /// One that tells what was decided between the chart and the clinic's own system.
    pub(crate) fn reconciling(shared: &SharedChart, by: &Account, now: u64, reconciled: Reconciled) -> Self {
        let mut visit = Self::new(shared, by, now);
        visit.content.title = problem::say("desk-recon-title", &[]).unwrap_or_default();
        visit.reconciled = Some(reconciled);
        visit
    }

    /// The entries that come of it, in an order that stays the same; beside those that are taken over as they are.
    pub(crate) fn drafts(&self, said: &Said<'_>) -> Result<Vec<Draft>, VisitError> {
        let mut drafts = self.content.drafts(said)?;
        drafts.extend(self.reconciled.iter().flat_map(|it| it.drafts(said)));
        Ok(drafts)
    }

    /// What a clinician answers for, once one does.
    pub(crate) fn signature(&self) -> Option<&Signature> {
        match &self.standing {
            Standing::Draft => None,
            Standing::Signing { signature }
            | Standing::Waiting { signature }
            | Standing::Returned { signature, .. }
            | Standing::NotReturned { signature } => Some(signature),
        }
    }

    /// Whether the chart's record is needed for it still.
    pub(crate) fn waits(&self) -> bool {
        matches!(self.standing, Standing::Signing { .. } | Standing::Waiting { .. })
    }

    /// The same, as long as nobody has signed it, and nobody has saved it since this version.
    pub(crate) fn editable(self, version: u64) -> Result<Self, VisitError> {
        if !matches!(self.standing, Standing::Draft) {
            return Err(VisitError::Signed);
        }
        if self.version != version && !crate::sabotage::off("desk-visit-version") {
            return Err(VisitError::Changed(Box::new(self.into())));
        }
        Ok(self)
    }

    /// With what somebody wrote.
    pub(crate) fn saved(self, content: VisitContent, by: &Account, now: u64) -> Self {
        Self { content, ..self }.touched(by, now)
    }

    /// Somebody has changed something in it.
    pub(crate) fn touched(mut self, by: &Account, now: u64) -> Self {
        self.version += 1;
        (self.saved_by, self.saved) = (by.into(), now);
        self
    }

    /// Signed by a clinician; its entries get their names.
    pub(crate) fn signed(mut self, entries: usize, signature: (&Account, u64, Vec<Override>)) -> Self {
        let (by, at, overrides) = signature;
        self.standing = Standing::Signing {
            signature: Signature {
                by: by.into(),
                at,
                overrides,
                names: (0..entries).map(|_| Id::random()).collect(),
            },
        };
        self
    }

    /// Who says so, when and in which visit, as the entries of a signature have it.
    pub(crate) fn said<T>(&self, signature: &Signature, work: impl FnOnce(&Said<'_>) -> T) -> T {
        let at = instant(signature.at);
        let first = signature.names.first();
        work(&Said {
            by: &signature.by.name,
            at: &at,
            // The Encounter is the first of its entries.
            encounter: first
                .filter(|_| self.content.encounter.is_some())
                .map(|it| name_for(it.0)),
        })
    }

    /// One step further, as far as it was signed.
    pub(crate) fn with(mut self, next: impl FnOnce(Signature) -> Standing) -> Self {
        if let Some(signature) = self.signature().cloned() {
            self.standing = next(signature);
        }
        self
    }

    /// Keeps it.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO visit (id, chart, waits, sealed) VALUES (?1, ?2, ?3, ?4)",
            params![self.id.0, self.chart.0, self.waits(), sealed],
        )?;
        Ok(())
    }

    /// Of this name.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sealed: Option<Vec<u8>> = transaction
            .query_row("SELECT sealed FROM visit WHERE id = ?1", [id.0], |row| row.get(0))
            .optional()?;
        sealed
            .map(|it| store::open(&keys.rows, (TABLE, &id.0), &it))
            .transpose()
    }

    /// Deletes it, with its files.
    pub(crate) fn discard(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        forget_files(transaction, self.id)?;
        transaction.execute("DELETE FROM visit WHERE id = ?1", [self.id.0])?;
        Ok(())
    }
}

/// A time as FHIR writes it.
pub(crate) fn instant(seconds: u64) -> String {
    let at = i64::try_from(seconds).ok();
    let at = at.and_then(|it| jiff::Timestamp::from_second(it).ok());
    at.unwrap_or_default().to_string()
}

/// All, the last saved first.
pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Visit>, StoreError> {
    rows(transaction, keys, "SELECT id, sealed FROM visit", [])
}

/// Those of a chart, the last saved first.
pub(crate) fn of_chart(
    transaction: &Transaction<'_>,
    keys: &Keys,
    chart: Id,
) -> Result<Vec<Visit>, StoreError> {
    let sql = "SELECT id, sealed FROM visit WHERE chart = ?1";
    rows(transaction, keys, sql, [chart.0])
}

/// Those for which the chart's record is needed still.
pub(crate) fn unreturned(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Visit>, StoreError> {
    rows(transaction, keys, "SELECT id, sealed FROM visit WHERE waits", [])
}

/// The record of a chart goes: what waits in it is not returned.
pub(crate) fn give_up(transaction: &Transaction<'_>, keys: &Keys, chart: Id) -> Result<(), StoreError> {
    for visit in of_chart(transaction, keys, chart)? {
        if visit.waits() {
            let visit = visit.with(|signature| Standing::NotReturned { signature });
            visit.keep(transaction, keys)?;
        }
    }
    Ok(())
}

fn rows(
    transaction: &Transaction<'_>,
    keys: &Keys,
    sql: &str,
    with: impl Params,
) -> Result<Vec<Visit>, StoreError> {
    let mut statement = transaction.prepare(sql)?;
    let rows = statement.query_map(with, |row| {
        Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, Vec<u8>>(1)?))
    })?;
    let visits = rows.map(|row| {
        let (id, sealed) = row?;
        store::open::<Visit>(&keys.rows, (TABLE, &id), &sealed)
    });
    let mut visits = visits.collect::<Result<Vec<_>, StoreError>>()?;
    visits.sort_by_key(|it| (std::cmp::Reverse(it.saved), it.id));
    Ok(visits)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// As an earlier version kept it.
    const OLD: &str = r#"{"id":"00112233445566778899aabbccddeeff","chart":"00112233445566778899aabbccddee00",
        "origin":"00112233445566778899aabbccddee01","patient":"k","key_words":"w","name":null,"born":null,"addresses":[],"by_relay":false,
        "version":7,"saved_by":{"id":"00112233445566778899aabbccddee02","login":"cleo","name":"Cleo","role":"clinician"},"saved":5,
        "content":{"title":"Visit","note":"Seen.","subjective":"","objective":"","assessment":"","plan":"","diagnoses":[],"medicines":[],
            "results":[],"vitals":[],"blood_pressures":[],"vaccines":[],"referrals":[]},
        "standing":{"state":"signing","signature":{"by":{"id":"00112233445566778899aabbccddee02","login":"cleo","name":"Cleo","role":"clinician"},
            "at":6,"overrides":[],"names":["00112233445566778899aabbccddee03"]}}}"#;

    #[test]
    fn one_that_was_kept_before_there_were_encounters_and_files_is_written_as_it_was_signed() {
        let visit: Visit = serde_json::from_str(OLD).unwrap();
        assert!(visit.attachments.is_empty() && visit.content.encounter.is_none());
        let signature = visit.signature().unwrap();
        let drafts = visit.said(signature, |said| {
            assert_eq!(said.encounter, None);
            visit.drafts(said).unwrap()
        });
        assert_eq!(drafts.len(), signature.names.len());
    }
}
