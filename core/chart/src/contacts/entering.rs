//! The side of whoever stands in: their device gets the part of the record in which they act, and tells the person's devices.

use super::recovering::{RecoverError, Recovering};
use crate::chart::{Chart, CreateChart};
use crate::proxies::ProxyView;
use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::{
    Applicant, DeviceId, Handout, Millis, OpenError, Record, StoreError, SyncError, certify, key_words,
    record_of,
};
use pocketchart_share::contacts::StandInKeys;
use pocketchart_share::relay::{Relay, RelayError};

/// What contacts and relay gave to whoever stands in.
pub struct Entrustment {
    keys: StandInKeys,
    relay: String,
}

impl Entrustment {
    pub(super) fn new(secret: &Secret<32>, relay: String) -> Self {
        Self {
            keys: StandInKeys::from_secret(secret),
            relay,
        }
    }
}

impl std::fmt::Debug for Entrustment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entrustment(..)")
    }
}

/// A record in which this device's owner acts for the person.
pub struct Entered {
    /// What they may read of it.
    pub chart: Chart,
    /// As what they act, and where.
    pub acting: ProxyView,
    /// Words that stand for the person's key.
    pub key_words: String,
    /// When the newest of what lay at the relay was left there.
    pub left: Millis,
    /// So many of the person's devices left something that could not be read.
    pub unreadable: u64,
}

impl std::fmt::Debug for Entered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entered(..)")
    }
}

impl From<OpenError> for RecoverError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Store(error) => error.into(),
            _ => RecoverError::Unfit,
        }
    }
}

impl From<SyncError> for RecoverError {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Store(error) => error.into(),
            _ => RecoverError::Unfit,
        }
    }
}

impl Recovering {
    /// Opens what the person's devices left for whoever stands in: the sections that the person named, as they were left last, and
    /// nothing else. The person's devices learn of this one the next time they ask the relay. Where it broke off it goes on.
    ///
    /// # Errors
    /// [`RecoverError`]; what contacts and relay gave can be fetched again.
    pub fn enter(self, entrusted: &Entrustment, with: &CreateChart<'_>) -> Result<Entered, RecoverError> {
        let relay = Relay::new(&entrusted.relay).map_err(RelayError::from)?;
        let keys = &entrusted.keys;
        let now = self.home.context().now();
        let found = relay.snapshots(&keys.vaults().left())?;
        let left = found.first().map(|it| it.made).ok_or(RecoverError::NothingLeft)?;
        let opened: Vec<Option<(DeviceId, Handout)>> = found.iter().map(|it| open(keys, &it.bytes)).collect();
        let mut unreadable = opened.iter().filter(|it| it.is_none()).count() as u64;
        let handouts: Vec<(DeviceId, Handout)> = opened.into_iter().flatten().collect();
        let (_, newest) = handouts.first().ok_or(RecoverError::NothingLeft)?;
        if !newest.lets_act(keys.author(), now) {
            return Err(RecoverError::NothingLeft);
        }
        let patient = newest.patient();
        let mut chart = match self.home.holds_record() {
            true => Chart::open(&self.home, with.unlock).map_err(|_| StoreError::Exists)?,
            false => {
                let identity = SigningKey::from_seed(&keys.identity);
                let applicant = Applicant::new(self.home.context());
                let (device, name) = (applicant.public(), with.device_name);
                let certificate = certify(record_of(patient), &identity, device, name, now);
                let welcome = newest.welcome(&certificate, Some(&keys.identity));
                let record = Record::join(self.home.setup(), applicant, welcome, with.unlock, with.kdf)?;
                Chart::over(record, &self.home)
            }
        };
        if chart.record.author() != keys.author() || chart.record.patient() != patient {
            return Err(StoreError::Exists.into());
        }
        for (number, (device, handout)) in handouts.into_iter().enumerate() {
            match chart.record.take_in(handout, device) {
                Ok(_) => {}
                Err(SyncError::Store(error)) => return Err(error.into()),
                Err(error) if number == 0 => return Err(error.into()),
                Err(_) => unreadable += 1,
            }
        }
        let mut people = chart.proxies().into_iter();
        let acting = people.find(|it| it.is_you).ok_or(RecoverError::Unfit)?;
        let certificate = chart.record.certificate().ok_or(RecoverError::Unfit)?;
        let arrived = keys.vaults().arrived();
        let pieces = arrived.pieces(now, &certificate).ok_or(RecoverError::Unfit)?;
        relay.put_snapshot(&arrived, pieces, &[])?;
        // A convenience: what came is whole without it.
        let _ = chart.use_relay(Some(relay.url()));
        self.is_over()?;
        Ok(Entered {
            chart,
            acting,
            key_words: key_words(patient),
            left,
            unreadable,
        })
    }
}

fn open(keys: &StandInKeys, sealed: &[u8]) -> Option<(DeviceId, Handout)> {
    let left = keys.open(sealed)?;
    Some((left.device, Handout::from_bytes(&left.handout).ok()?))
}
