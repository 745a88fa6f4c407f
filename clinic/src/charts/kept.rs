//! What is kept of a chart while the patient's time lasts, and the receipt that is kept after.

use std::net::SocketAddr;

use pocketchart::{Operations, RedeemCode, Redeemed, RelayHold, Section, SignedExtract};
use pocketchart_crypto::Secret;
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

use crate::{
    id::{Id, hex},
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "chart";
const RECEIPT: &str = "receipt";
const HEAD: &str = "extract-head";
const CONTENT: &str = "extract-content";
/// Seconds for which a receipt is kept: six years, as HIPAA asks of documentation (45 CFR 164.316(b)(2)(i)).
const RECEIPT_KEPT: u64 = 6 * 366 * 24 * 60 * 60;

/// A chart that a patient opened to this clinic. Its name is that of the grant.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct SharedChart {
    pub(crate) id: Id,
    /// Names its folder, if the grant lets the clinic read or add: what the redeemer's device for the code is made from.
    pub(crate) origin: Id,
    /// Whether there is a record in that folder.
    pub(crate) holds_record: bool,
    /// The patient's key.
    pub(crate) patient: String,
    /// Words that stand for it.
    pub(crate) key_words: String,
    /// Since when, in seconds since 1970.
    pub(crate) since: u64,
    /// Until when.
    pub(crate) until: u64,
    sections: Vec<(u8, u8)>,
    /// Who the person is, as far as the profile was opened.
    pub(crate) name: Option<String>,
    pub(crate) born: Option<String>,
    /// Seals what was stated.
    key: [u8; 32],
    /// With what the relay that gave it is asked whether it still does.
    hold: Option<Hold>,
    /// Where the patient's device answered, or may.
    #[serde(default)]
    pub(crate) addresses: Vec<SocketAddr>,
}

/// A [`RelayHold`] in a row.
#[derive(Clone, Serialize, Deserialize)]
struct Hold {
    relay: String,
    locator: [u8; 16],
    verifier: [u8; 32],
    token: [u8; 16],
}

impl From<&RelayHold> for Hold {
    fn from(it: &RelayHold) -> Self {
        Self {
            relay: it.relay.clone(),
            locator: it.locator,
            verifier: *it.verifier.expose(),
            token: it.token,
        }
    }
}

impl From<&Hold> for RelayHold {
    fn from(it: &Hold) -> Self {
        Self {
            relay: it.relay.clone(),
            locator: it.locator,
            verifier: Secret::from_bytes(it.verifier),
            token: it.token,
        }
    }
}

/// What the clinic keeps of a chart that has ended: that there was one, and nothing of what stood in it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Receipt {
    /// The chart's name.
    #[schema(value_type = String)]
    pub(crate) id: Id,
    /// The patient's key.
    pub(crate) patient: String,
    /// Words that stand for it.
    pub(crate) key_words: String,
    /// When the patient opened it, in seconds since 1970.
    pub(crate) since: u64,
    /// Until when the patient said.
    pub(crate) until: u64,
    /// When keys and content were deleted.
    pub(crate) ended: u64,
    /// Why.
    pub(crate) reason: EndReason,
    /// The sections that were opened.
    pub(crate) sections: Vec<String>,
    /// How far the patient was told; unknown for charts of before the desk did that.
    #[serde(default)]
    pub(crate) told: Option<Telling>,
}

/// How far a patient was told, signed, that a chart was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Telling {
    /// Not yet: the patient's device did not answer, the relay did not, or a signed visit waits to be returned first.
    Waiting,
    /// The patient's device has it.
    Told,
    /// It was left for the patient's device at the relay that gave the chart.
    LeftAtRelay,
    /// The patient's device was not reached in 30 days, or does not take it.
    NotTold,
}

impl Receipt {
    /// Of this chart, if it has ended.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM receipt WHERE id = ?1";
        store::one(transaction, &keys.rows, (RECEIPT, sql), id.0)
    }

    /// Keeps it.
    pub(super) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, (RECEIPT, &self.id.0), self)?;
        let sql = "INSERT OR REPLACE INTO receipt (id, ended, sealed) VALUES (?1, ?2, ?3)";
        transaction.execute(sql, params![self.id.0, self.ended.cast_signed(), sealed])?;
        Ok(())
    }
}

/// Why a chart ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum EndReason {
    /// The patient's time was over.
    TimeIsOver,
    /// Somebody at the desk closed it.
    Closed,
    /// The patient's device says that the patient ended it, or the relay gives it no more before its time.
    Withdrawn,
}

impl SharedChart {
    /// Of what came of a redemption.
    pub(crate) fn new(redeemed: &Redeemed, code: &RedeemCode, now: u64) -> Self {
        Self {
            id: Id(redeemed.grant.0),
            origin: Id(code.origin()),
            holds_record: redeemed.chart.is_some(),
            patient: hex(redeemed.patient.as_bytes()),
            key_words: redeemed.key_words.clone(),
            since: now,
            until: redeemed.until / 1000,
            sections: redeemed
                .sections
                .iter()
                .map(|(section, it)| (section.code(), it.bits()))
                .collect(),
            name: None,
            born: None,
            key: *Secret::<32>::random().expose(),
            hold: redeemed.hold.as_ref().map(Hold::from),
            addresses: code.grant().addresses().to_vec(),
        }
    }

    /// With what the relay that gave it is asked whether it still does.
    pub(crate) fn hold(&self) -> Option<RelayHold> {
        self.hold.as_ref().map(RelayHold::from)
    }

    /// What may be done in which section.
    pub(crate) fn sections(&self) -> impl Iterator<Item = (Section, Operations)> {
        let known = self.sections.iter();
        known.filter_map(|(section, it)| {
            Some((Section::from_code(*section)?, Operations::from_bits_retain(*it)))
        })
    }

    /// What may be done in a section; none if it was not opened.
    pub(crate) fn operations(&self, section: Section) -> Option<Operations> {
        self.sections().find(|(it, _)| *it == section).map(|(_, it)| it)
    }

    /// The sections that were opened as a copy only.
    pub(crate) fn copied(&self) -> impl Iterator<Item = Section> {
        let is_copy = |it: Operations| it.contains(Operations::EXTRACT) && !it.contains(Operations::READ);
        self.sections()
            .filter(move |(_, it)| is_copy(*it))
            .map(|(section, _)| section)
    }

    /// Keeps it, with what was stated. A code that was redeemed again replaces what it gave before.
    pub(crate) fn keep(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        extract: Option<&SignedExtract>,
    ) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.id.0), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO chart (id, until, sealed) VALUES (?1, ?2, ?3)",
            params![self.id.0, self.until.cast_signed(), sealed],
        )?;
        // What was sealed under the key that it had before cannot be opened any more.
        transaction.execute("DELETE FROM inbound WHERE chart = ?1", [self.id.0])?;
        transaction.execute("DELETE FROM inbox WHERE chart = ?1", [self.id.0])?;
        if let Some(extract) = extract {
            let key = Secret::from_bytes(self.key);
            let head = store::seal_bytes(&key, (HEAD, &self.id.0), &extract.head);
            let content = store::seal_bytes(&key, (CONTENT, &self.id.0), &extract.content);
            transaction.execute(
                "INSERT OR REPLACE INTO extract (chart, head, content) VALUES (?1, ?2, ?3)",
                params![self.id.0, head, content],
            )?;
        }
        Ok(())
    }

    /// Of this name, if it is kept.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys, id: Id) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM chart WHERE id = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), id.0)
    }

    /// Seals what is kept beside it, of a table of its own, and goes with it.
    pub(crate) fn seal<T: Serialize>(&self, table: &str, content: &T) -> Result<Vec<u8>, StoreError> {
        store::seal(&Secret::from_bytes(self.key), (table, &self.id.0), content)
    }

    /// Opens what [`Self::seal`] gave.
    pub(crate) fn open<T: DeserializeOwned>(&self, table: &str, sealed: &[u8]) -> Result<T, StoreError> {
        store::open(&Secret::from_bytes(self.key), (table, &self.id.0), sealed)
    }

    /// What the patient's device stated, if it did.
    pub(crate) fn extract(&self, transaction: &Transaction<'_>) -> Result<Option<SignedExtract>, StoreError> {
        let found: Option<(Vec<u8>, Vec<u8>)> = transaction
            .query_row(
                "SELECT head, content FROM extract WHERE chart = ?1",
                [self.id.0],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let key = Secret::from_bytes(self.key);
        let open = |(head, content): (Vec<u8>, Vec<u8>)| {
            Ok(SignedExtract {
                head: store::open_bytes(&key, (HEAD, &self.id.0), &head)?,
                content: store::open_bytes(&key, (CONTENT, &self.id.0), &content)?,
            })
        };
        found.map(open).transpose()
    }

    /// Deletes it with its key, and keeps the receipt.
    pub(crate) fn end(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        (reason, now): (EndReason, u64),
    ) -> Result<Receipt, StoreError> {
        let receipt = Receipt {
            id: self.id,
            patient: self.patient.clone(),
            key_words: self.key_words.clone(),
            since: self.since,
            until: self.until,
            ended: now,
            reason,
            sections: self
                .sections()
                .map(|(section, _)| section.name().to_owned())
                .collect(),
            told: None,
        };
        transaction.execute("DELETE FROM extract WHERE chart = ?1", [self.id.0])?;
        transaction.execute("DELETE FROM inbound WHERE chart = ?1", [self.id.0])?;
        transaction.execute("DELETE FROM inbox WHERE chart = ?1", [self.id.0])?;
        transaction.execute("DELETE FROM chart WHERE id = ?1", [self.id.0])?;
        receipt.keep(transaction, keys)?;
        Ok(receipt)
    }
}

/// All that are kept, the newest first.
pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<SharedChart>, StoreError> {
    let sql = "SELECT id, sealed FROM chart";
    let mut all: Vec<SharedChart> = store::rows(transaction, &keys.rows, (TABLE, sql), [])?;
    all.sort_by_key(|it| std::cmp::Reverse(it.since));
    Ok(all)
}

/// Those whose time is over.
pub(crate) fn over(
    transaction: &Transaction<'_>,
    keys: &Keys,
    now: u64,
) -> Result<Vec<SharedChart>, StoreError> {
    let sql = "SELECT id, sealed FROM chart WHERE until <= ?1";
    store::rows(transaction, &keys.rows, (TABLE, sql), [now.cast_signed()])
}

/// The receipts of charts that have ended, the newest first.
pub(crate) fn receipts(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Receipt>, StoreError> {
    let sql = "SELECT id, sealed FROM receipt ORDER BY ended DESC";
    store::rows(transaction, &keys.rows, (RECEIPT, sql), [])
}

/// Forgets receipts of long ago.
pub(crate) fn sweep_receipts(transaction: &Transaction<'_>, now: u64) -> Result<(), StoreError> {
    let before = now.saturating_sub(RECEIPT_KEPT).cast_signed();
    transaction.execute("DELETE FROM receipt WHERE ended <= ?1", [before])?;
    Ok(())
}
