//! Who is here: the charts that patients opened. Whatever shows something of a patient is in the log before it answers.

use pocketchart::{ListOptions, RedeemCode, Redeemed, Section, StatedItem};

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    charts::{self, Banner, ChartLine, Content, EndReason, Host, Receipt, SectionPage, SharedChart},
    id::Id,
    staff::{Account, Role},
    store::StoreError,
    visit,
};

impl Desk {
    /// Keeps what a redemption gave.
    pub(crate) fn keep(
        &self,
        by: &Account,
        mut redeemed: Redeemed,
        code: &RedeemCode,
    ) -> Result<Id, StoreError> {
        let mut shared = SharedChart::new(&redeemed, code, self.now());
        let content = Content {
            shared: &shared,
            record: redeemed.chart.as_ref(),
            stated: redeemed.stated.as_ref().map_or(&[], |(_, items)| items),
        };
        (shared.name, shared.born) = content.person()?;
        // Its folder is free again, to be opened when somebody looks.
        drop(redeemed.chart.take());
        let host = Host::new(&redeemed, code);
        self.store.run(|it| {
            host.keep(it, &self.keys)?;
            shared.keep(it, &self.keys, redeemed.extract.as_ref())?;
            self.write_down(it, Event::by(Action::ChartOpened, by).of(shared.id))
        })?;
        Ok(shared.id)
    }

    /// Who is here.
    pub(crate) fn charts(&self, by: &Account) -> Result<Vec<ChartLine>, DeskError> {
        self.may_see(by)?;
        self.end_what_is_over()?;
        let all = self.store.run(|it| {
            let all = charts::all(it, &self.keys)?;
            let mut event = Event::by(Action::ChartsListed, by);
            event.charts = all.iter().map(|it| it.id).collect();
            self.write_down(it, event)?;
            Ok::<_, StoreError>(all)
        })?;
        Ok(all.iter().map(ChartLine::from).collect())
    }

    /// The banner of a chart.
    pub(crate) fn banner(&self, by: &Account, id: Id) -> Result<Banner, DeskError> {
        let shared = self.chart(by, id)?;
        self.note(Event::by(Action::ChartViewed, by).of(id))?;
        Ok(self.read(&shared, |content| content.banner(by.role))?)
    }

    /// A part of a section.
    pub(crate) fn section(
        &self,
        by: &Account,
        id: Id,
        (section, options): (Section, &ListOptions),
    ) -> Result<SectionPage, DeskError> {
        let shared = self.chart(by, id)?;
        let mut event = Event::by(Action::SectionViewed, by).of(id);
        event.section = Some(section.name().to_owned());
        if !by.role.may_read(section) {
            event.action = Action::Refused;
            self.note(event)?;
            return Err(DeskError::NotForRole);
        }
        self.note(event)?;
        Ok(self.read(&shared, |content| content.page(section, options))?)
    }

    /// Deletes a chart before its time.
    pub(crate) fn close(&self, by: &Account, id: Id) -> Result<Receipt, DeskError> {
        let shared = self.chart(by, id)?;
        Ok(self.end(&shared, EndReason::Closed, Event::by(Action::ChartClosed, by))?)
    }

    /// The receipts of charts that have ended.
    pub(crate) fn receipts(&self, by: &Account) -> Result<Vec<Receipt>, DeskError> {
        self.may_see(by)?;
        self.end_what_is_over()?;
        Ok(self.store.run(|it| {
            self.write_down(it, Event::by(Action::ReceiptsListed, by))?;
            charts::receipts(it, &self.keys)
        })?)
    }

    /// Whether this role has to do with patients; that it asked stands in the log.
    pub(crate) fn may_see(&self, by: &Account) -> Result<(), DeskError> {
        if by.role.sees_charts() {
            return Ok(());
        }
        self.note(Event::by(Action::Refused, by))?;
        Err(DeskError::NotForRole)
    }

    /// Whether somebody treats patients; that another asked stands in the log.
    pub(super) fn may_treat(&self, by: &Account) -> Result<(), DeskError> {
        if by.role == Role::Clinician {
            return Ok(());
        }
        self.note(Event::by(Action::Refused, by))?;
        Err(DeskError::NotForRole)
    }

    /// A chart whose time is not over.
    pub(super) fn chart(&self, by: &Account, id: Id) -> Result<SharedChart, DeskError> {
        self.may_see(by)?;
        self.end_what_is_over()?;
        let (shared, receipt) = self.store.run(|it| {
            let receipt = Receipt::of(it, &self.keys, id)?;
            Ok::<_, StoreError>((SharedChart::of(it, &self.keys, id)?, receipt))
        })?;
        match (shared, receipt) {
            (Some(shared), _) => Ok(shared),
            (None, Some(_)) => Err(DeskError::Ended),
            (None, None) => Err(DeskError::NoChart),
        }
    }

    pub(super) fn read<T>(
        &self,
        shared: &SharedChart,
        work: impl FnOnce(&Content<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let stated = self.stated(shared)?;
        if !shared.holds_record {
            return work(&Content {
                shared,
                record: None,
                stated: &stated,
            });
        }
        self.opened.with(shared, |record| {
            work(&Content {
                shared,
                record: Some(record),
                stated: &stated,
            })
        })
    }

    /// What the patient's device stated, if it did.
    pub(super) fn stated(&self, shared: &SharedChart) -> Result<Vec<StatedItem>, StoreError> {
        let extract = self.store.run(|it| shared.extract(it))?;
        let stated = extract.map(|it| it.stated()).transpose();
        let stated = stated.map_err(|error| StoreError::Record(error.id()))?;
        Ok(stated.unwrap_or_default().1)
    }

    /// Deletes keys and content, keeps the receipt, and has something to tell the patient. A record in which a signed visit waits is shown no more, and goes once the
    /// visit is returned; a patient who ends the chart does not want that either.
    pub(super) fn end(
        &self,
        shared: &SharedChart,
        reason: EndReason,
        event: Event,
    ) -> Result<Receipt, StoreError> {
        let waits = reason != EndReason::Withdrawn && self.waits_in(shared.origin)?;
        if shared.holds_record && !waits {
            self.opened.erase(shared.origin)?;
        }
        let now = self.now();
        let receipt = self.store.run(|it| {
            // Somebody else ended it meanwhile.
            if SharedChart::of(it, &self.keys, shared.id)?.is_none()
                && let Some(receipt) = Receipt::of(it, &self.keys, shared.id)?
            {
                return Ok(receipt);
            }
            self.write_down(it, event.of(shared.id))?;
            if !waits {
                visit::give_up(it, &self.keys, shared.id)?;
            }
            let mut receipt = shared.end(it, &self.keys, (reason, now))?;
            Host::end(it, &self.keys, (shared, &mut receipt), !waits)?;
            Ok::<_, StoreError>(receipt)
        })?;
        self.store.tidy()?;
        Ok(receipt)
    }

    /// Asks the relays that gave charts whether they still do, and ends what they give no more. A relay that does not answer says
    /// nothing.
    pub(crate) fn end_what_is_withdrawn(&self) -> Result<(), StoreError> {
        for shared in self.store.run(|it| charts::all(it, &self.keys))? {
            let live = shared.hold().map(|it| it.is_live());
            if matches!(live, Some(Ok(false))) && !crate::sabotage::off("desk-withdrawn") {
                let event = Event::new(Action::ChartWithdrawn);
                self.end(&shared, EndReason::Withdrawn, event)?;
            }
        }
        Ok(())
    }

    /// Erases records that belong to no chart and in which no visit waits: the call of their code broke off, and nobody has made it
    /// again.
    pub(crate) fn erase_what_nobody_was_given(&self) -> Result<(), StoreError> {
        for origin in self.opened.all()? {
            let erase = || {
                let charts = self.store.run(|it| charts::all(it, &self.keys))?;
                let is_needed = charts.iter().any(|it| it.holds_record && it.origin == origin);
                match is_needed || self.waits_in(origin)? {
                    true => Ok(()),
                    false => self.opened.erase(origin),
                }
            };
            self.scans.unless_scanned(origin, erase).transpose()?;
        }
        Ok(())
    }

    /// Ends the charts whose time is over. Asked before anything is shown, so that nothing is shown late.
    pub(crate) fn end_what_is_over(&self) -> Result<(), StoreError> {
        if crate::sabotage::off("desk-end") {
            return Ok(());
        }
        let now = self.now();
        for shared in self.store.run(|it| charts::over(it, &self.keys, now))? {
            self.end(&shared, EndReason::TimeIsOver, Event::new(Action::ChartEnded))?;
        }
        Ok(())
    }
}
