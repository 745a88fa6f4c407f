//! Opening a shared chart by a bundle from a relay, and telling the patient's device so.

use super::{RedeemError, RedeemRequest};
use crate::chart::Chart;
use crate::grants::MINUTE;
use crate::grants::entering::access;
use crate::home::Home;
use crate::letters::{HOURS, LettersError};
use crate::relay::UseRelayError;
use crate::sync::{SyncFailure, SyncReport};
use pocketchart_crypto::sign::{SigningKey, VerifyingKey};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{
    Applicant, AuthorId, DeviceId, DevicePublic, Handout, Millis, Record, Shelf, Shelved, StoreError, certify,
};
use pocketchart_share::grant::{Arrival, Entrance, Grant, Receipt, Received, Signed};
use pocketchart_share::redeem::Visitor;
use pocketchart_share::relay::{Pair, Relay, day, seal_letter};

const KEY: &[u8] = b"arrival";
/// After this it is posted again, as long as the patient's device has not answered: the relay may have lost it.
const POST_AGAIN: Millis = 7 * 86_400_000;

/// Somebody who holds an opened bundle.
pub(super) struct Came<'a> {
    pub(super) request: &'a RedeemRequest<'a>,
    /// The redeemer's.
    pub(super) identity: &'a SigningKey,
    pub(super) applicant: Applicant,
    pub(super) grant: &'a Signed<Grant>,
    pub(super) patient: AuthorId,
    /// The device that made the grant.
    pub(super) issuer: &'a DevicePublic,
}

impl Came<'_> {
    /// Makes the shared chart, or goes on where a redemption broke off, and tells the patient's device. That the relay does not
    /// take that now changes nothing: it is posted with the letters.
    pub(super) fn open(
        self,
        home: &Home,
        entrance: Entrance,
        mut received: Vec<Received>,
        relay: &Relay,
        report: &mut SyncReport,
    ) -> Result<Chart, RedeemError> {
        let handout = Handout::from_bytes(&entrance.handout).map_err(|_| RedeemError::Unfit)?;
        if handout.patient() != self.patient {
            return Err(RedeemError::Unfit);
        }
        let device = self.applicant.keys().id();
        let visitor = Visitor::new(self.request.name, self.applicant.public());
        let exchange = &self.applicant.keys().exchange;
        let pair = Pair::new(exchange, &self.issuer.exchange).map_err(|_| RedeemError::Unfit)?;
        let writing = pair.writing(&entrance.secret);
        let mut chart = if home.holds_record() {
            Chart::open(home, self.request.unlock).map_err(|_| RedeemError::Before)?
        } else {
            let now = home.context().now();
            let record = pocketchart_record::record_of(self.patient);
            let (device, name) = (self.applicant.public(), self.request.name);
            let certificate = certify(record, self.identity, device, name, now);
            let welcome = handout.welcome(&certificate, None);
            let (unlock, kdf) = (self.request.unlock, self.request.kdf);
            let record = Record::join(home.setup(), self.applicant, welcome, unlock, kdf)?;
            Chart::over(record, home)
        };
        if chart.record.device() != device {
            return Err(RedeemError::Before);
        }
        let author = chart.record.author();
        // The same each time: taken in again, it is no second one.
        let made = Millis::from(self.grant.not_before) * MINUTE;
        let access = access(self.grant, (author, device), &visitor.name, made);
        let events = chart
            .record
            .take_handout(handout, access, self.issuer.sign, &writing);
        let events = events.map_err(SyncFailure::from)?;
        events.into_iter().for_each(|event| report.note(event));
        chart.use_relay(Some(relay.url())).map_err(|error| match error {
            UseRelayError::Store(error) => RedeemError::Store(error),
            UseRelayError::Relay(error) => RedeemError::Relay(error),
            UseRelayError::Address(_) => RedeemError::Unfit,
        })?;
        received.extend(super::received(Some(&chart), None));
        let sign = &chart.record.device_keys().sign;
        let receipt = Receipt {
            grant: self.grant.id,
            redeemer: sign.public(),
            received: joined(received),
            audit_number: entrance.witness.0,
            audit_head: entrance.witness.1,
        };
        let receipt = Signed::sign(receipt, sign).map_err(|_| RedeemError::Malformed)?;
        let certificate = chart.record.certificate().ok_or(RedeemError::Malformed)?;
        let receipt = receipt.to_bytes().to_vec();
        let arrival = Arrival::new(
            &entrance.secret,
            self.grant.id,
            &visitor.redeemer(),
            certificate,
            receipt,
        );
        let waiting = Waiting {
            arrival: arrival.to_bytes(),
            issuer: self.issuer.sign,
            posted: 0,
        };
        chart.record.shelve(vec![waiting.row()])?;
        match chart.post_arrival(relay) {
            Err(LettersError::Sync(SyncFailure::Store(error))) => Err(error.into()),
            _ => Ok(chart),
        }
    }
}

/// Of several counts of one section the sum, ascending.
fn joined(received: Vec<Received>) -> Vec<Received> {
    let mut sections = std::collections::BTreeMap::new();
    for it in received {
        let known = sections.entry(it.section).or_insert(Received {
            entries: 0,
            bytes: 0,
            ..it
        });
        known.entries += it.entries;
        known.bytes += it.bytes;
    }
    sections.into_values().collect()
}

/// What the patient's device is to hear, until it has answered.
struct Waiting {
    arrival: Vec<u8>,
    /// That device.
    issuer: DeviceId,
    /// When it was posted last; 0: not yet.
    posted: Millis,
}

impl Waiting {
    fn row(&self) -> Shelved {
        Shelved::put(Shelf::Setting, KEY, to_bytes(self))
    }
}

impl Canonical for Waiting {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .bytes(&self.arrival)
            .value(&self.issuer)
            .uint(self.posted);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            arrival: from.bytes()?.to_vec(),
            issuer: from.value()?,
            posted: from.uint()?,
        })
    }
}

impl Chart {
    /// Tells the patient's device, in a letter of its own, that this device took a bundle. Nothing is done where nothing is to
    /// be told, or was told a short time ago.
    pub(crate) fn post_arrival(&mut self, relay: &Relay) -> Result<(), LettersError> {
        let Some(bytes) = self.record.shelved(Shelf::Setting, KEY)? else {
            return Ok(());
        };
        let mut waiting: Waiting = from_bytes(&bytes).map_err(StoreError::from)?;
        if self.is_acknowledged() {
            self.record.shelve(vec![Shelved::remove(Shelf::Setting, KEY)])?;
            return Ok(());
        }
        let now = self.home.context().now();
        if waiting.posted > 0 && now.saturating_sub(waiting.posted) < POST_AGAIN {
            return Ok(());
        }
        let statements = self.record.statements();
        let issuer = statements
            .certificate_of(waiting.issuer)
            .map(|(_, it)| it.device.clone());
        let issuer = issuer.ok_or(SyncFailure::UnknownDevice)?;
        let own = self.record.device_keys();
        let pair = Pair::new(&own.exchange, &issuer.exchange).map_err(|_| SyncFailure::Malformed)?;
        let there = VerifyingKey::from_bytes(issuer.sign.0);
        let mailbox = pair.arrivals(&own.sign.public(), &there, day(now));
        let packet = seal_letter(&waiting.arrival, &own.sign, &issuer.kem, &mailbox);
        relay.post_letter(&mailbox, HOURS, packet.ok_or(LettersError::TooLong)?)?;
        waiting.posted = now;
        Ok(self.record.shelve(vec![waiting.row()])?)
    }

    /// Whether a device of the patient's has said what this one may do.
    fn is_acknowledged(&self) -> bool {
        let (statements, this) = (self.record.statements(), self.record.device());
        let mut accesses = statements.accesses().filter(|(_, it)| it.device == this);
        accesses.any(|(id, _)| statements.get(&id).is_some_and(|it| !it.said_by_device(this)))
    }
}
