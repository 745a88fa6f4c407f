//! The log as people read it: newest first, what was begun and how it ended in one.

use super::rows;
use crate::chart::Chart;
use crate::read::ReadError;
use pocketchart_record::{Millis, Section, Shelf, StoreError};
use pocketchart_share::audit::{Action, AuditEntry, Introducer, Outcome, Purpose};
use pocketchart_share::grant::{GrantId, Signed};
use std::collections::BTreeMap;

/// Rows read at once.
const STEP: u64 = 256;

/// Which part of the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AuditOptions {
    /// Only what has a lower number: [`AuditPage::next`] of the page before.
    pub before: Option<u64>,
    /// The most events of a page.
    pub limit: usize,
    /// Only what let something of the record out.
    pub disclosures: bool,
    /// Only what belongs to this grant.
    pub grant: Option<GrantId>,
}

impl Default for AuditOptions {
    fn default() -> Self {
        Self {
            before: None,
            limit: 50,
            disclosures: false,
            grant: None,
        }
    }
}

/// One thing that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditView {
    /// Its number in this device's log.
    pub number: u64,
    /// When, by this device's clock.
    pub time: Millis,
    /// When it ended, if that was written down by itself.
    pub ended: Option<Millis>,
    /// What was done.
    pub action: Action,
    /// The key of whoever it was done by or to; none for the patient at this device.
    pub actor: Option<[u8; 32]>,
    /// What they call themselves; nothing proves it.
    pub actor_name: Option<String>,
    /// Under which grant.
    pub grant: Option<GrantId>,
    /// The id of a refusal, or a person's words.
    pub reason: Option<String>,
    /// What of the record.
    pub sections: Vec<Section>,
    /// How many entries.
    pub count: u64,
    /// What for.
    pub purpose: Purpose,
    /// By whose word they came, where a redeemer passed a part of the grant on.
    pub via: Option<Introducer>,
    /// How it ended; [`Outcome::Begun`] if the device was stopped meanwhile.
    pub outcome: Outcome,
}

/// A part of the log, newest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AuditPage {
    /// What happened.
    pub events: Vec<AuditView>,
    /// For [`AuditOptions::before`], if there may be more.
    pub next: Option<u64>,
    /// Entries that could not be read: [`Chart::verify_audit`] says more.
    pub damaged: u64,
}

impl AuditView {
    fn of(entry: &AuditEntry, closed: Option<&AuditEntry>) -> Self {
        let event = &closed.unwrap_or(entry).event;
        Self {
            number: entry.number,
            time: entry.time.wall,
            ended: closed.map(|it| it.time.wall),
            action: event.action,
            actor: event.actor,
            actor_name: event.actor_name.clone(),
            grant: event.grant,
            reason: event.reason.clone(),
            sections: event.sections.clone(),
            count: event.count,
            purpose: event.purpose,
            via: event.via.clone(),
            outcome: closed.unwrap_or(entry).outcome,
        }
    }
}

impl Chart {
    /// What stands in this device's log, newest first. Other devices have logs of their own.
    ///
    /// # Errors
    /// What the store says.
    pub fn audit(&self, options: &AuditOptions) -> Result<AuditPage, ReadError> {
        let mut page = AuditPage::default();
        let mut ends: BTreeMap<u64, Signed<AuditEntry>> = BTreeMap::new();
        let mut top = rows::standing(&self.record)?.head.number;
        while top > 0 {
            let from = top.saturating_sub(STEP - 1).max(1);
            for row in self.audit_rows(from, top)?.into_iter().rev() {
                let Ok(entry) = row else {
                    page.damaged += 1;
                    continue;
                };
                if let Some(begun) = entry.closes {
                    ends.insert(begun, entry);
                    continue;
                }
                let end = ends.remove(&entry.number);
                let fits = options.before.is_none_or(|it| entry.number < it)
                    && (!options.disclosures || entry.event.action.is_disclosure())
                    && options.grant.is_none_or(|it| entry.event.grant == Some(it));
                if !fits {
                    continue;
                }
                if page.events.len() == options.limit {
                    page.next = page.events.last().map(|it| it.number);
                    return Ok(page);
                }
                page.events.push(AuditView::of(&entry, end.as_deref()));
            }
            top = from - 1;
        }
        Ok(page)
    }

    fn audit_rows(&self, from: u64, to: u64) -> Result<Vec<Result<Signed<AuditEntry>, ()>>, StoreError> {
        let mut found = Vec::new();
        let range = (&rows::key(from)[..], &rows::key(to)[..]);
        self.record.shelf_range(Shelf::Audit, range, |key, bytes| {
            if let Some(number) = rows::number(key) {
                let entry = Signed::<AuditEntry>::parse(&bytes).ok();
                found.push(entry.filter(|it| it.number == number).ok_or(()));
            }
            Ok(())
        })?;
        Ok(found)
    }
}
