//! What the clinic's own system said of a patient, as it was read last: sealed under the chart's key, and gone with the chart.

use std::collections::BTreeMap;

use pocketchart::{BodyRef, Head, Looked, Position, Resource, SearchLooked, Trouble};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    audit::Actor,
    bridge::Link,
    charts::{self, SharedChart},
    keys::Keys,
    store::StoreError,
};

const TABLE: &str = "inbound";

/// What the system said.
#[derive(Serialize, Deserialize)]
pub(crate) struct SystemCopy {
    base: String,
    /// The id of the patient there.
    patient: String,
    said: Vec<Said>,
    /// When and by whom it was read, and what came of it.
    pub(crate) reading: Reading,
}

/// That it was read.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Reading {
    /// Who had it read.
    by: Actor,
    /// When, in seconds since 1970.
    at: u64,
    /// Each search.
    searches: Vec<TypeRead>,
    /// Resources about other patients that came with it, and were left.
    others: u64,
}

/// A search for a type.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct TypeRead {
    /// The type, with a restriction where there is one.
    name: String,
    /// Resources that came.
    count: u64,
    /// Resources that could not be read, and were left.
    unreadable: u64,
    /// Why it is not all: such as `forbidden`, `refused`, `other-people`.
    trouble: Option<String>,
    /// The HTTP status with which it was refused.
    status: Option<u16>,
}

/// A resource of the system.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Said {
    /// Where it lies.
    address: String,
    /// The version, as HTTP names it.
    pub(crate) etag: Option<String>,
    /// The hash of its bytes.
    pub(crate) hash: String,
    body: String,
}

impl From<SearchLooked> for TypeRead {
    fn from(it: SearchLooked) -> Self {
        Self {
            name: it.name,
            count: it.count,
            unreadable: it.unreadable,
            trouble: it.trouble.map(|it| it.name().to_owned()),
            status: match it.trouble {
                Some(Trouble::Status(status)) => Some(status),
                _ => None,
            },
        }
    }
}

impl Said {
    fn of(resource: Resource) -> Option<Self> {
        let version = resource.head.version_id.as_deref();
        Some(Self {
            address: resource.full_url?,
            etag: version.map(|it| format!("W/\"{it}\"")),
            hash: BodyRef::of(&resource.bytes).hash.to_hex(),
            body: String::from_utf8(resource.bytes).ok()?,
        })
    }

    /// `Type/id`.
    pub(super) fn id(&self) -> Option<&str> {
        let (before, _) = self.address.rsplit_once('/')?;
        let (base, _) = before.rsplit_once('/')?;
        self.address.get(base.len() + 1..)
    }

    pub(super) fn resource(&self) -> Option<Resource> {
        let bytes = self.body.as_bytes().to_vec();
        Some(Resource {
            head: Head::of(&bytes).ok()?,
            bytes,
            full_url: Some(self.address.clone()),
            position: Position { offset: 0, number: 1 },
        })
    }
}

impl Reading {
    /// When it was read, in seconds since 1970.
    pub(super) fn at(&self) -> u64 {
        self.at
    }
}

impl SystemCopy {
    /// Of what was read for this patient of the system.
    pub(crate) fn new(link: &Link, looked: Looked, (by, at): (Actor, u64)) -> Self {
        Self {
            base: link.base.clone(),
            patient: link.patient.clone(),
            said: looked.resources.into_iter().filter_map(Said::of).collect(),
            reading: Reading {
                by,
                at,
                searches: looked.searches.into_iter().map(TypeRead::from).collect(),
                others: looked.others,
            },
        }
    }

    /// What was read for a chart, if it was read for this patient of this system.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        shared: &SharedChart,
        link: &Link,
    ) -> Result<Option<Self>, StoreError> {
        let sealed: Option<Vec<u8>> = transaction
            .query_row(
                "SELECT sealed FROM inbound WHERE chart = ?1",
                [shared.id.0],
                |row| row.get(0),
            )
            .optional()?;
        let copy: Option<Self> = sealed.map(|it| shared.open(TABLE, &it)).transpose()?;
        Ok(copy.filter(|it| it.base == link.base && it.patient == link.patient))
    }

    /// Keeps it in the place of what was read before.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, shared: &SharedChart) -> Result<(), StoreError> {
        transaction.execute(
            "INSERT OR REPLACE INTO inbound (chart, sealed) VALUES (?1, ?2)",
            params![shared.id.0, shared.seal(TABLE, self)?],
        )?;
        Ok(())
    }

    /// What each statement is called, by where it lies: `Type/id`.
    pub(crate) fn titles(&self) -> BTreeMap<String, String> {
        let titled = self.said.iter().filter_map(|it| {
            let title = pocketchart::summary(it.body.as_bytes()).ok()?.title?;
            Some((it.id()?.to_owned(), title))
        });
        titled.collect()
    }

    /// The resources with what is known of each.
    pub(crate) fn resources(&self) -> (Vec<Resource>, Vec<&Said>) {
        let readable = self.said.iter().filter_map(|it| Some((it.resource()?, it)));
        readable.unzip()
    }
}

/// These of the resources, with the medicines that only have their names in resources of their own.
pub(crate) fn with_medicines(said: &[&Said], places: &[usize]) -> Vec<Said> {
    #[derive(Default, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Order {
        medication_reference: Reference,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Reference {
        reference: String,
    }
    let mut taken: Vec<Said> = Vec::new();
    for it in places.iter().filter_map(|at| said.get(*at)) {
        let order: Order = serde_json::from_str(&it.body).unwrap_or_default();
        let named = &order.medication_reference.reference;
        let is_named = |it: &&&Said| it.id().is_some_and(|id| !id.is_empty() && named.ends_with(id));
        taken.extend(said.iter().find(is_named).map(|it| (*it).clone()));
        taken.push((*it).clone());
    }
    taken
}

/// Forgets what was read for the charts of a patient.
pub(crate) fn forget(transaction: &Transaction<'_>, keys: &Keys, patient: &str) -> Result<(), StoreError> {
    for shared in charts::all(transaction, keys)? {
        if shared.patient == patient && !crate::sabotage::off("desk-recon-forget") {
            transaction.execute("DELETE FROM inbound WHERE chart = ?1", [shared.id.0])?;
        }
    }
    Ok(())
}

/// Forgets all that was read.
pub(crate) fn forget_all(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM inbound", [])?;
    Ok(())
}
