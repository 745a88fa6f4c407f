use super::MINUTE;
use super::deletions::DeletionView;
use super::kept::KeptGrant;
use crate::chart::Chart;
use crate::read::ReadError;
use pocketchart_record::{AuthorId, Millis, Record, Section, StoreError, key_words};
use pocketchart_share::grant::{Flags, GrantId, Operations};

/// How a grant stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum GrantStanding {
    /// Its time has not come.
    NotYet,
    /// It can be redeemed.
    Open,
    /// All its uses are taken; those who took them may come back until it ends.
    UsedUp,
    /// Its time is over.
    Expired,
    /// It ended before its time: too many wrong passcodes or calls.
    Closed,
    /// The patient ended it.
    Revoked,
}

/// Who redeemed a grant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RedeemerView {
    /// Their key.
    pub author: AuthorId,
    /// Words that stand for the key.
    pub key_words: String,
    /// What they call themselves; nobody has checked it.
    pub name: String,
    /// Since when.
    pub since: Millis,
    /// By whose word they came: the name and key of another redeemer.
    pub via: Option<(String, AuthorId)>,
    /// They say that they deleted what they were given.
    pub deletion: Option<DeletionView>,
}

/// A grant of this device, or of another one of the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GrantView {
    /// Its name.
    pub id: GrantId,
    /// When it was made.
    pub made: Millis,
    /// What may be done in which section.
    pub sections: Vec<(Section, Operations)>,
    /// From when.
    pub from: Millis,
    /// Until when.
    pub until: Millis,
    /// How many may redeem it.
    pub uses: u8,
    /// How it stands.
    pub standing: GrantStanding,
    /// Whether a passcode is needed.
    pub passcode: bool,
    /// Whether it is for an emergency.
    pub emergency: bool,
    /// Whether who redeems it may let in one other.
    pub delegable: bool,
    /// Whether it is a standing code for emergencies.
    pub standing_code: bool,
    /// The name of the device that made it, if not this one.
    pub device: Option<String>,
    /// The relay at which it is redeemed, if not at this device.
    pub relay: Option<String>,
    /// Who redeemed it.
    pub redeemers: Vec<RedeemerView>,
}

impl Chart {
    /// This device's grants, and what it knows of those of the person's other devices, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn grants(&self) -> Result<Vec<GrantView>, ReadError> {
        let now = self.home.context().now();
        let mut views: Vec<GrantView> = KeptGrant::all(&self.record)?
            .into_iter()
            .map(|kept| kept.view(&self.record, now))
            .collect::<Result<_, StoreError>>()?;
        views.sort_by_key(|view| (std::cmp::Reverse(view.made), view.id));
        Ok(views)
    }
}

impl KeptGrant {
    fn view(self, record: &Record, now: Millis) -> Result<GrantView, StoreError> {
        let from = Millis::from(self.grant.not_before) * MINUTE;
        let until = self.until();
        let over = self.relay.as_ref().is_some_and(|it| it.over);
        let taken = self
            .state
            .redemptions()
            .filter(|it| it.delegator().is_none())
            .count();
        // Who took another device's grant is not bound to this one.
        let taken = if self.of.is_some() {
            self.redeemers.len()
        } else {
            taken
        };
        let standing = if !self.revocations(record).is_empty() {
            GrantStanding::Revoked
        } else if now >= until {
            GrantStanding::Expired
        } else if self.state.has_ended() || over {
            GrantStanding::Closed
        } else if now < from {
            GrantStanding::NotYet
        } else if taken >= usize::from(self.grant.uses) {
            GrantStanding::UsedUp
        } else {
            GrantStanding::Open
        };
        let redeemers = self.redeemers.iter().map(|it| {
            Ok(RedeemerView {
                author: it.author,
                key_words: key_words(it.author),
                name: it.name.clone(),
                since: it.since,
                via: self.delegator(it).map(|by| (by.name.clone(), by.author)),
                deletion: DeletionView::by(record, self.grant.id, it.sign)?,
            })
        });
        let redeemers = redeemers.collect::<Result<_, StoreError>>()?;
        let certificate = self.of.and_then(|it| record.statements().certificate_of(it));
        Ok(GrantView {
            standing_code: self.grant.is_standing(),
            device: self
                .of
                .map(|_| certificate.map_or_else(String::new, |(_, it)| it.name.clone())),
            id: self.grant.id,
            made: self.made,
            sections: self.grant.scope.iter().collect(),
            from,
            until,
            uses: self.grant.uses,
            standing,
            passcode: self.grant.flags.contains(Flags::PASSCODE),
            emergency: self.grant.flags.contains(Flags::EMERGENCY),
            delegable: self.grant.flags.contains(Flags::DELEGABLE),
            redeemers,
            relay: self.relay.as_ref().map(|it| it.url.clone()),
        })
    }
}
