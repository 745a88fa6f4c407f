//! Passing a part of a grant on: a redeemer lets in one other, for less, with the patient's yes.

use crate::chart::Chart;
use crate::grants::{MINUTE, NoTime};
use crate::store;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{Applicant, AuthorId, Millis, Section, Shelf, Shelved, StoreError, key_words};
use pocketchart_share::clock::Doubt;
use pocketchart_share::grant::{
    Delegation, DelegationCode, DelegationRequest, Flags, Grant, GrantCode, GrantId, Minutes, Operations,
    Scope, Signed,
};
use pocketchart_share::session::CodeError;

/// In front of a grant's id, in the keys of the rows of grants that this record redeemed.
const REDEEMED: u8 = 1;

/// A grant that this record redeemed, a part of which it may pass on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeldGrant {
    code: GrantCode,
    grant: Signed<Grant>,
    patient: AuthorId,
}

impl HeldGrant {
    /// The grant.
    pub fn id(&self) -> GrantId {
        self.grant.id
    }

    /// What may be done in which section.
    pub fn sections(&self) -> Vec<(Section, Operations)> {
        self.grant.scope.iter().collect()
    }

    /// Until when.
    pub fn until(&self) -> Millis {
        Millis::from(self.grant.expires) * MINUTE
    }

    /// Words that stand for the patient's key.
    pub fn key_words(&self) -> String {
        key_words(self.patient)
    }

    fn key(grant: GrantId) -> Vec<u8> {
        [&[REDEEMED], &grant.0[..]].concat()
    }

    /// Keeps what it takes to pass a part on, if the grant allows that; what is over goes.
    pub(crate) fn keep(
        chart: &mut Chart,
        code: &GrantCode,
        grant: &Signed<Grant>,
        patient: AuthorId,
    ) -> Result<(), StoreError> {
        let now = chart.home.context().now();
        let over = Self::all(chart)?.into_iter().filter(|it| it.until() <= now);
        let mut changes: Vec<Shelved> = over
            .map(|it| Shelved::remove(Shelf::Grant, &Self::key(it.id())))
            .collect();
        if grant.flags.contains(Flags::DELEGABLE) {
            let held = Self {
                code: code.clone(),
                grant: grant.clone(),
                patient,
            };
            let key = Self::key(grant.id);
            changes.push(Shelved::put(Shelf::Grant, &key, to_bytes(&held)));
        }
        if changes.is_empty() {
            return Ok(());
        }
        chart.record.shelve(changes)
    }

    fn all(chart: &Chart) -> Result<Vec<Self>, StoreError> {
        let mut all = Vec::new();
        let (first, last) = (Self::key(GrantId([0; 16])), Self::key(GrantId([0xff; 16])));
        chart
            .record
            .shelf_range(Shelf::Grant, (&first, &last), |key, bytes| {
                if key.len() == first.len() {
                    all.push(from_bytes(&bytes)?);
                }
                Ok(())
            })?;
        Ok(all)
    }
}

impl Canonical for HeldGrant {
    fn write(&self, to: &mut Writer) {
        to.array(3).bytes(&to_bytes(&self.code));
        to.bytes(self.grant.to_bytes()).value(&self.patient);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            code: from_bytes(from.bytes()?)?,
            grant: Signed::parse(from.bytes()?).map_err(|_| Malformed("grant"))?,
            patient: from.value()?,
        })
    }
}

/// What a redeemer wants to pass on, and to whom.
#[derive(Clone, Debug)]
pub struct NewDelegation<'a> {
    /// The grant, which this record redeemed.
    pub grant: GrantId,
    /// Who shall be let in.
    pub to: &'a DelegationRequest,
    /// What they may do in which section; all that the grant allows if nothing is named.
    pub sections: Vec<(Section, Operations)>,
    /// For how many minutes; as long as the grant lasts if not said.
    pub minutes: Option<Minutes>,
}

/// Nothing was passed on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DelegateError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This record did not redeem such a grant itself, or the grant does not allow it.
    #[error("no such grant that may be passed on")]
    Unknown,
    /// More than the grant allows, or longer.
    #[error("wider than the grant")]
    Wider,
    /// Nothing that may be done in any section, or no time.
    #[error("nothing is passed on")]
    Nothing,
    /// The grant is over.
    #[error("the grant has ended")]
    Ended,
    /// The date cannot be trusted.
    #[error(transparent)]
    Clock(#[from] Doubt),
    /// The code could not be made.
    #[error(transparent)]
    Code(#[from] CodeError),
}

impl DelegateError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            DelegateError::Store(error) => store::message_id(error),
            DelegateError::Unknown => "delegate-unknown",
            DelegateError::Wider => "delegate-wider",
            DelegateError::Nothing => "delegate-nothing",
            DelegateError::Ended => "delegate-ended",
            DelegateError::Clock(_) => "clock-doubt",
            DelegateError::Code(_) => "delegate-no-request",
        }
    }
}

impl Chart {
    /// What this person or clinic shows to a redeemer who shall pass a part of a grant on to it. A key is made for it that
    /// no other request has.
    pub fn delegation_request(&self, name: &str) -> DelegationRequest {
        let origin = self.home.context().random();
        let device = Applicant::visitor(&self.record, &origin).public();
        DelegationRequest::new(device.exchange, origin, name)
    }

    /// The grants that this record redeemed and may pass on, those that end first before.
    ///
    /// # Errors
    /// What the store says.
    pub fn held_grants(&self) -> Result<Vec<HeldGrant>, StoreError> {
        let mut held = HeldGrant::all(self)?;
        held.sort_by_key(|it| (it.until(), it.id()));
        Ok(held)
    }

    /// Passes a part of a grant on to who made a request: signed with the device to which the grant is bound, for no more and no
    /// longer than the grant says. The patient's device judges it again, and asks the patient, when the other redeems it.
    ///
    /// # Errors
    /// [`DelegateError`].
    pub fn delegate(&mut self, new: &NewDelegation<'_>) -> Result<DelegationCode, DelegateError> {
        let row = self.record.shelved(Shelf::Grant, &HeldGrant::key(new.grant))?;
        let held: HeldGrant = match row {
            Some(bytes) => from_bytes(&bytes).map_err(StoreError::from)?,
            None => return Err(DelegateError::Unknown),
        };
        let now = self.effective_now().map_err(|error| match error {
            NoTime::Store(error) => DelegateError::Store(error),
            NoTime::Doubt(doubt) => DelegateError::Clock(doubt),
        })?;
        let now = Minutes::try_from(now / MINUTE).map_err(|_| DelegateError::Ended)?;
        let end = held.grant.expires;
        if now >= end {
            return Err(DelegateError::Ended);
        }
        let scope = match new.sections.as_slice() {
            [] => held.grant.scope.clone(),
            sections => Scope::new(sections.iter().copied()).ok_or(DelegateError::Nothing)?,
        };
        let expires = match new.minutes {
            None => end,
            Some(0) => return Err(DelegateError::Nothing),
            Some(minutes) => now.saturating_add(minutes),
        };
        if !scope.is_within(&held.grant.scope) || expires > end {
            return Err(DelegateError::Wider);
        }
        let device = Applicant::visitor(&self.record, &held.code.secret().locator());
        let sign = &device.keys().sign;
        let delegation = Delegation {
            grant: new.grant,
            delegator: sign.public(),
            delegate: new.to.key,
            scope,
            expires,
        };
        let signed = Signed::sign(delegation, sign).map_err(|_| DelegateError::Nothing)?;
        Ok(DelegationCode::new(held.code, new.to, signed)?)
    }
}
