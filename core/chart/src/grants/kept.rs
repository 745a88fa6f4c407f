use super::MINUTE;
use crate::chart::Chart;
use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{AuthorId, DeviceId, Millis, Record, Shelf, Shelved, StoreError};
use pocketchart_share::grant::{
    Grant, GrantId, GrantKeys, GrantRoot, GrantState, Reason, Revocation, Signed,
};
use pocketchart_share::notice::NoticeSecret;
use zeroize::Zeroizing;

const PURSE: &[u8] = b"grant-root";
const MAX_REDEEMERS: usize = 600;

/// In front of a device, in the names of the rows of the roots of other devices' grants.
const ROOT: &[u8] = b"grant-root/";

/// What the secrets of a device's grants are drawn from, and how many were drawn.
pub(crate) struct Purse {
    root: Secret<32>,
    drawn: u64,
}

impl Purse {
    pub(crate) fn of(chart: &Chart) -> Result<Self, StoreError> {
        match chart.record.shelved(Shelf::Setting, PURSE)? {
            Some(bytes) => Ok(from_bytes(&Zeroizing::new(bytes))?),
            None => Ok(Self {
                root: chart.home.context().secret(),
                drawn: 0,
            }),
        }
    }

    /// Of the device whose grant that is.
    pub(crate) fn for_grant(chart: &Chart, kept: &KeptGrant) -> Result<Self, StoreError> {
        let Some(device) = kept.of else {
            return Self::of(chart);
        };
        let root = chart
            .record
            .shelved(Shelf::Setting, &[ROOT, device.as_bytes()].concat())?;
        let root = root.map(Zeroizing::new).and_then(|it| Secret::from_slice(&it));
        Ok(Self {
            root: root.ok_or(StoreError::Altered("grant root"))?,
            drawn: 0,
        })
    }

    /// Whether anything was ever drawn.
    pub(crate) fn is_kept(&self, chart: &Chart) -> Result<bool, StoreError> {
        Ok(chart.record.shelved(Shelf::Setting, PURSE)?.is_some())
    }

    pub(super) fn root(&self) -> &Secret<32> {
        &self.root
    }

    /// Where notices about the code of that number lie for the person's devices.
    pub(crate) fn notices(&self, number: u64) -> NoticeSecret {
        GrantRoot::new(self.root.clone()).notices(number)
    }

    /// What the relay holds of the key of that number's standing code.
    pub(crate) fn relay_half(&self, number: u64) -> Secret<32> {
        GrantRoot::new(self.root.clone()).relay_half(number)
    }

    /// A number that no other grant of this device has.
    pub(crate) fn next(&mut self) -> u64 {
        self.drawn += 1;
        self.drawn
    }

    pub(crate) fn keys(&self, number: u64) -> GrantKeys {
        GrantRoot::new(self.root.clone()).keys(number)
    }

    pub(crate) fn row(&self) -> Shelved {
        Shelved::put(Shelf::Setting, PURSE, to_bytes(self))
    }
}

impl Canonical for Purse {
    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(self.root.expose()).uint(self.drawn);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            root: Secret::from_slice(from.bytes()?).ok_or(Malformed("grant root"))?,
            drawn: from.uint()?,
        })
    }
}

/// Keeps the root of another device's grants.
pub(super) fn keep_root(device: DeviceId, root: &Secret<32>) -> Shelved {
    let name = [ROOT, device.as_bytes()].concat();
    Shelved::put(Shelf::Setting, &name, root.expose().to_vec())
}

/// Who redeemed a grant, as they said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct KeptRedeemer {
    pub(crate) author: AuthorId,
    pub(crate) name: String,
    pub(crate) since: Millis,
    /// What their device for this grant signs with: delegations name it.
    pub(crate) sign: VerifyingKey,
}

impl Canonical for KeptRedeemer {
    fn write(&self, to: &mut Writer) {
        to.array(4).value(&self.author).text(&self.name).uint(self.since);
        to.bytes(self.sign.as_bytes());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            author: from.value()?,
            name: from.text()?.to_owned(),
            since: from.uint()?,
            sign: VerifyingKey::from_bytes(from.fixed()?),
        })
    }
}

/// A grant that a relay holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct AtRelay {
    /// The relay's address.
    pub(crate) url: String,
    /// How many who took it were reported so far.
    pub(crate) reported: u64,
    /// The relay was told that the patient ended it.
    pub(crate) told: bool,
    /// Nothing can come from there any more: its end, the last use or an end by the patient was seen.
    pub(crate) over: bool,
}

impl Canonical for AtRelay {
    fn write(&self, to: &mut Writer) {
        to.array(4).text(&self.url).uint(self.reported);
        to.bool(self.told).bool(self.over);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            url: from.text()?.to_owned(),
            reported: from.uint()?,
            told: from.bool()?,
            over: from.bool()?,
        })
    }
}

/// What this device remembers of a grant: of one of its own, or of another device of the person.
pub(crate) struct KeptGrant {
    /// The other device that made it; none for this one.
    pub(crate) of: Option<DeviceId>,
    /// Of which of the device's secrets it is.
    pub(crate) number: u64,
    pub(crate) made: Millis,
    pub(crate) grant: Signed<Grant>,
    pub(crate) state: GrantState,
    pub(crate) revocation: Option<Signed<Revocation>>,
    pub(crate) redeemers: Vec<KeptRedeemer>,
    /// Where it is redeemed, if not here.
    pub(crate) relay: Option<AtRelay>,
}

impl KeptGrant {
    pub(crate) fn of(record: &Record, id: GrantId) -> Result<Option<Self>, StoreError> {
        match record.shelved(Shelf::Grant, &id.0)? {
            Some(bytes) => Ok(Some(from_bytes(&bytes)?)),
            None => Ok(None),
        }
    }

    /// All, in no order.
    pub(crate) fn all(record: &Record) -> Result<Vec<Self>, StoreError> {
        let mut all = Vec::new();
        record.shelf(Shelf::Grant, |key, bytes| {
            if key.len() == size_of::<GrantId>() {
                all.push(from_bytes(&bytes)?);
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// When it ends.
    pub(crate) fn until(&self) -> Millis {
        Millis::from(self.grant.expires) * MINUTE
    }

    /// Whether its end has not been seen yet, nor was it ended.
    pub(crate) fn is_open(&self) -> bool {
        !self.state.has_ended() && self.revocation.is_none()
    }

    /// Whoever redeemed it with the device that signs so.
    pub(crate) fn redeemer(&self, sign: VerifyingKey) -> Option<&KeptRedeemer> {
        self.redeemers.iter().find(|it| it.sign == sign)
    }

    /// By whose word that redeemer came.
    pub(crate) fn delegator(&self, of: &KeptRedeemer) -> Option<&KeptRedeemer> {
        let mut taken = self.state.redemptions();
        let taken = taken.find(|it| it.redeemer().sign == of.sign)?;
        self.redeemer(taken.delegator()?)
    }

    /// The revocations that are known: this device's, or one that follows from what another device of the patient said.
    pub(crate) fn revocations(&self, record: &Record) -> Vec<Signed<Revocation>> {
        let said = |end: &pocketchart_record::AccessEnd| end.grant == self.grant.id.0;
        let elsewhere = self.revocation.is_none() && record.statements().access_ends().any(said);
        let follows = elsewhere.then(|| self.is_ended(record)).flatten();
        self.revocation.clone().or(follows).into_iter().collect()
    }

    /// Says that the patient has ended it; why is nobody else's business.
    fn is_ended(&self, record: &Record) -> Option<Signed<Revocation>> {
        let revocation = Revocation {
            grant: self.grant.id,
            issuer: record.device_keys().sign.public(),
            seen: Vec::new(),
            reason: Reason::Wish,
        };
        Signed::sign(revocation, &record.device_keys().sign).ok()
    }

    /// What a redeemer is told, if the patient has ended it.
    pub(crate) fn end_to_tell(&self, record: &Record) -> Option<Signed<Revocation>> {
        let is_ended = !self.revocations(record).is_empty();
        is_ended.then(|| self.is_ended(record)).flatten()
    }

    pub(crate) fn row(&self) -> Shelved {
        Shelved::put(Shelf::Grant, &self.grant.id.0, to_bytes(self))
    }
}

impl Canonical for KeptGrant {
    fn write(&self, to: &mut Writer) {
        let of = self.of.as_ref().map_or(&[][..], |it| it.as_bytes());
        to.array(8).bytes(of).uint(self.number).uint(self.made);
        to.bytes(self.grant.to_bytes()).value(&self.state);
        let revocation = self.revocation.as_ref();
        to.bytes(revocation.map_or(&[][..], |it| it.to_bytes()));
        to.list(&self.redeemers);
        to.array(self.relay.iter().len());
        if let Some(relay) = &self.relay {
            to.value(relay);
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(8)?;
        let of = match from.bytes()? {
            [] => None,
            bytes => Some(DeviceId(bytes.try_into().map_err(|_| Malformed("device"))?)),
        };
        let (number, made) = (from.uint()?, from.uint()?);
        let grant = Signed::parse(from.bytes()?).map_err(|_| Malformed("grant"))?;
        let state = from.value()?;
        let revocation = match from.bytes()? {
            [] => None,
            bytes => Some(Signed::parse(bytes).map_err(|_| Malformed("revocation"))?),
        };
        Ok(Self {
            of,
            number,
            made,
            grant,
            state,
            revocation,
            redeemers: from.list(MAX_REDEEMERS)?,
            relay: match from.array()? {
                0 => None,
                1 => Some(from.value()?),
                _ => return Err(Malformed("relay")),
            },
        })
    }
}
