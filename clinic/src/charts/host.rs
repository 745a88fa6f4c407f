//! How the patient's device is reached that gave a chart: while the chart is open, it is asked whether the patient has ended it; after, it
//! is told what was deleted.

use std::net::SocketAddr;

use pocketchart::{Deleted, DeletionCause, HostHold, RedeemCode, Redeemed, Section};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use super::{EndReason, Receipt, SharedChart, Telling};
use crate::{
    id::Id,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "host";
/// Seconds after its end for which a desk goes on trying to tell of it.
const TRIED: u64 = 30 * 24 * 60 * 60;

/// The patient's device that gave a chart.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Host {
    /// The chart.
    pub(crate) chart: Id,
    /// Names the folder of its record.
    pub(crate) origin: Id,
    sign: [u8; 32],
    exchange: [u8; 32],
    kem: Vec<u8>,
    relay: Option<String>,
    /// Where it answered, or may; none if a relay gave the chart.
    pub(crate) addresses: Vec<SocketAddr>,
    /// Once the chart has ended.
    over: Option<Over>,
}

/// What is to be said of a chart that has ended. Times are seconds since 1970.
#[derive(Clone, Serialize, Deserialize)]
struct Over {
    since: u64,
    until: u64,
    sections: Vec<u8>,
    reason: EndReason,
    /// When keys and content were gone; none while a signed visit waits in the record.
    deleted: Option<u64>,
    /// When it is given up.
    tried_until: u64,
}

impl Host {
    /// Of what came of a redemption.
    pub(crate) fn new(redeemed: &Redeemed, code: &RedeemCode) -> Self {
        let HostHold {
            grant,
            origin,
            sign,
            exchange,
            kem,
            relay,
        } = redeemed.host.clone();
        Self {
            chart: Id(grant.0),
            origin: Id(origin),
            sign,
            exchange,
            kem,
            relay,
            addresses: code.grant().addresses().to_vec(),
            over: None,
        }
    }

    /// With what it is asked and told.
    pub(crate) fn hold(&self) -> HostHold {
        HostHold {
            grant: pocketchart::GrantId(self.chart.0),
            origin: self.origin.0,
            sign: self.sign,
            exchange: self.exchange,
            kem: self.kem.clone(),
            relay: self.relay.clone(),
        }
    }

    /// Whether letters reach it at a relay; else only it itself does.
    pub(crate) fn is_by_relay(&self) -> bool {
        self.relay.is_some()
    }

    /// Whether the chart has ended.
    pub(crate) fn is_over(&self) -> bool {
        self.over.is_some()
    }

    /// Whether it has ended so long ago that nobody is told any more.
    pub(crate) fn is_late(&self, now: u64) -> bool {
        self.over.as_ref().is_some_and(|it| it.tried_until <= now)
    }

    /// Whether it was seen that keys and content are gone.
    pub(crate) fn is_deleted(&self) -> bool {
        self.over.as_ref().is_some_and(|it| it.deleted.is_some())
    }

    /// The same, seen now that they are gone.
    pub(crate) fn deleted_at(mut self, now: u64) -> Self {
        if let Some(over) = &mut self.over {
            over.deleted = Some(now);
        }
        self
    }

    /// Does something with what is to be said; none before keys and content are gone.
    pub(crate) fn say<T>(&self, clinic: &str, work: impl FnOnce(&Deleted<'_>) -> T) -> Option<T> {
        let over = self.over.as_ref()?;
        let sections: Vec<Section> = over
            .sections
            .iter()
            .filter_map(|it| Section::from_code(*it))
            .collect();
        Some(work(&Deleted {
            name: clinic,
            since: over.since * 1000,
            until: over.until * 1000,
            deleted: over.deleted?.max(over.since) * 1000,
            sections: &sections,
            cause: over.reason.into(),
        }))
    }

    /// Of this chart, if it is known.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        keys: &Keys,
        chart: Id,
    ) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT sealed FROM host WHERE chart = ?1";
        store::one(transaction, &keys.rows, (TABLE, sql), chart.0)
    }

    /// All that are to be asked or told.
    pub(crate) fn all(transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<Self>, StoreError> {
        store::rows(
            transaction,
            &keys.rows,
            (TABLE, "SELECT chart, sealed FROM host"),
            [],
        )
    }

    /// Keeps it. A code that was redeemed again begins anew.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, (TABLE, &self.chart.0), self)?;
        let sql = "INSERT OR REPLACE INTO host (chart, sealed) VALUES (?1, ?2)";
        transaction.execute(sql, params![self.chart.0, sealed])?;
        Ok(())
    }

    /// From now on there is this to say of its chart; `is_gone` if keys and content are gone already.
    pub(crate) fn end(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (shared, receipt): (&SharedChart, &mut Receipt),
        is_gone: bool,
    ) -> Result<(), StoreError> {
        let Some(mut host) = Self::of(transaction, keys, shared.id)? else {
            return Ok(());
        };
        host.over = Some(Over {
            since: receipt.since,
            until: receipt.until,
            sections: shared.sections().map(|(section, _)| section.code()).collect(),
            reason: receipt.reason,
            deleted: is_gone.then_some(receipt.ended),
            tried_until: receipt.ended + TRIED,
        });
        receipt.told = Some(Telling::Waiting);
        receipt.keep(transaction, keys)?;
        host.keep(transaction, keys)
    }

    /// Nothing more is to be said: how far it came stands in the receipt.
    pub(crate) fn done(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        told: Telling,
    ) -> Result<(), StoreError> {
        if let Some(mut receipt) = Receipt::of(transaction, keys, self.chart)? {
            receipt.told = Some(told);
            receipt.keep(transaction, keys)?;
        }
        transaction.execute("DELETE FROM host WHERE chart = ?1", [self.chart.0])?;
        Ok(())
    }
}

impl From<EndReason> for DeletionCause {
    fn from(reason: EndReason) -> Self {
        match reason {
            EndReason::TimeIsOver => Self::TimeIsOver,
            EndReason::Closed => Self::Closed,
            EndReason::Withdrawn => Self::Withdrawn,
        }
    }
}
