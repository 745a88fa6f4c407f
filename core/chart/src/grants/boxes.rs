//! The boxes at a relay in which a redeemer leaves letters about its grant, one for each day.

use super::kept::{KeptGrant, KeptRedeemer};
use crate::chart::Chart;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Shelf, Shelved, StoreError};
use pocketchart_share::grant::Redeemer;
use pocketchart_share::relay::{Mailbox, Pair, Relay, RelayError, day, days_to_read, open_letter};

/// Which box of a pair, from one device to another, on a day.
type Place = fn(&Pair, &VerifyingKey, &VerifyingKey, u32) -> Mailbox;

/// What becomes of a letter that was opened; of none where it is not by them or was altered.
type Take<'a> = &'a mut dyn FnMut(&mut Chart, &Writer<'_>, Option<Vec<u8>>) -> Result<(), StoreError>;

/// Of whom the letters are: how the device agreed with this one, and its keys.
pub(super) struct Writer<'a> {
    pub(super) pair: &'a Pair,
    pub(super) redeemer: &'a Redeemer,
}

impl Chart {
    /// Reads the boxes of one redeemer since they were read last. `take` gets each letter. A letter is deleted once what follows from it is durable here.
    pub(super) fn read_boxes(
        &mut self,
        relay: &Relay,
        (kept, who): (&KeptGrant, &KeptRedeemer),
        (read, place): (&[u8], Place),
        take: Take<'_>,
    ) -> Result<Result<(), RelayError>, StoreError> {
        let mut taken = kept.state.redemptions().map(|it| *it.redeemer());
        let Some(redeemer) = taken.find(|it| it.sign == who.sign) else {
            return Ok(Ok(()));
        };
        let device = self.record.device_keys();
        let here = device.sign.public();
        let Ok(pair) = Pair::new(&device.exchange, &redeemer.exchange) else {
            return Ok(Ok(()));
        };
        let writer = Writer {
            pair: &pair,
            redeemer: &redeemer,
        };
        let today = day(self.home.context().now());
        let row = [read, who.sign.as_bytes().as_slice()].concat();
        let last = self.record.shelved(Shelf::Setting, &row)?;
        let last: Option<u64> = last.map(|it| from_bytes(&it)).transpose()?;
        let last = last.and_then(|it| u32::try_from(it).ok());
        for day in days_to_read(Some(last.unwrap_or(day(who.since))), today) {
            let mailbox = place(&pair, &who.sign, &here, day);
            let letters = match relay.letters(&mailbox, None) {
                Ok((letters, _)) => letters,
                Err(error) => return Ok(Err(error)),
            };
            for packet in &letters {
                let kem = &self.record.device_keys().kem;
                let letter = open_letter(packet, &who.sign, kem, &mailbox).ok();
                take(self, &writer, letter)?;
            }
            if !letters.is_empty()
                && let Err(error) = relay.delete_letters(&mailbox, &letters)
            {
                return Ok(Err(error));
            }
        }
        let read = Shelved::put(Shelf::Setting, &row, to_bytes(&u64::from(today)));
        self.record.shelve(vec![read])?;
        Ok(Ok(()))
    }
}
