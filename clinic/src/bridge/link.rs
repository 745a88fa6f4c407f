//! Which patient of the clinic's server a chart belongs to, as a person confirmed it.

use pocketchart::{
    Identifier, Person,
    write_back::{Prepared, prepare_patient},
};
use pocketchart_crypto::{Label, hash};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::candidate::{Candidate, Compared, Described};
use crate::{
    audit::Actor,
    id::Id,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "link";
/// How the key of an answer begins whose patient has no chart here.
const OF_CHECKIN: &str = "check-in ";

/// What a person confirmed: that a chart's patient is this patient of the server.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Link {
    pub(crate) base: String,
    /// The id there.
    pub(crate) patient: String,
    /// The patient's key.
    pub(crate) key: String,
    by: Actor,
    at: u64,
    /// What was compared; none where the patient was made from the chart.
    pub(crate) compared: Option<Compared>,
    pub(super) ours: Described,
    pub(crate) theirs: Described,
}

/// A link, as the desk shows it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkView {
    /// The id there.
    patient: String,
    /// Who confirmed it.
    by: Actor,
    /// When, in seconds since 1970.
    at: u64,
    /// What was compared; none where the patient was made from the chart.
    compared: Option<Compared>,
    /// What the chart said.
    ours: Described,
    /// What the server said.
    theirs: Described,
}

/// Our own name for the patient of a key.
pub(crate) fn name_of(key: &str) -> Identifier {
    let name = Id(hash::hash128(Label::new("desk/patient-name"), &[key.as_bytes()]));
    Identifier {
        system: Some("urn:ietf:rfc:3986".to_owned()),
        value: Some(format!("urn:uuid:{}", name.uuid())),
    }
}

/// The key of an answer whose patient has no chart here.
pub(crate) fn key_of_checkin(checkin: Id) -> String {
    format!("{OF_CHECKIN}{checkin}")
}

/// The description to make a new patient of.
pub(crate) fn new_patient(profiles: &[Vec<u8>], key: &str) -> Option<Prepared> {
    let bytes = profiles.iter().find(|it| Person::of(it).is_some())?;
    prepare_patient(bytes, &name_of(key)).ok()
}

impl Link {
    /// Of what a person confirmed.
    pub(crate) fn new(
        base: &str,
        key: &str,
        (by, at): (Actor, u64),
        ours: &Person,
        found: &Candidate,
    ) -> Self {
        Self {
            base: base.to_owned(),
            patient: found.patient.clone(),
            key: key.to_owned(),
            by,
            at,
            compared: Some(found.compared.clone()),
            ours: ours.into(),
            theirs: found.described.clone(),
        }
    }

    /// Of a patient who was made from the chart.
    pub(crate) fn made(base: &str, key: &str, (by, at): (Actor, u64), ours: &Person, patient: &str) -> Self {
        Self {
            base: base.to_owned(),
            patient: patient.to_owned(),
            key: key.to_owned(),
            by,
            at,
            compared: None,
            ours: ours.into(),
            theirs: ours.into(),
        }
    }

    /// The patient at this server to whom the charts of this key belong.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (base, key): (&str, &str),
    ) -> Result<Option<Self>, StoreError> {
        let name = row_name(keys, key);
        let sql = "SELECT sealed FROM link WHERE name = ?1";
        let link: Option<Self> = store::one(transaction, &keys.rows, (TABLE, sql), name)?;
        Ok(link.filter(|it| it.base == base))
    }

    /// The patients of this server to whom charts of other keys belong.
    pub(crate) fn taken(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (base, key): (&str, &str),
    ) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name, sealed FROM link";
        let all: Vec<Self> = store::rows(transaction, &keys.rows, (TABLE, sql), [])?;
        // That a check-in is of the same patient as a chart is no wonder.
        let is_chart = |it: &Self| it.key != key && !it.key.starts_with(OF_CHECKIN);
        let others = all.into_iter().filter(|it| it.base == base && is_chart(it));
        Ok(others.map(|it| it.patient).collect())
    }

    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let name = row_name(keys, &self.key);
        let sealed = store::seal(&keys.rows, (TABLE, &name), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO link (name, sealed) VALUES (?1, ?2)",
            params![name, sealed],
        )?;
        Ok(())
    }

    /// Forgets whose chart this is.
    pub(crate) fn forget(transaction: &Transaction<'_>, keys: &Keys, key: &str) -> Result<bool, StoreError> {
        let gone = transaction.execute("DELETE FROM link WHERE name = ?1", [row_name(keys, key)])?;
        Ok(gone > 0)
    }

    /// The patient, as a reference.
    pub(crate) fn reference(&self) -> String {
        format!("Patient/{}", self.patient)
    }
}

impl From<Link> for LinkView {
    fn from(it: Link) -> Self {
        Self {
            patient: it.patient,
            by: it.by,
            at: it.at,
            compared: it.compared,
            ours: it.ours,
            theirs: it.theirs,
        }
    }
}

/// By what a link is found without the patient's key in the clear.
fn row_name(keys: &Keys, key: &str) -> [u8; 16] {
    hash::keyed128(Label::new("desk/link"), &keys.names, &[key.as_bytes()])
}
