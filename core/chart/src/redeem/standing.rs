//! Redeeming a standing code for emergencies: the relay tells others, waits, and then gives a copy.

use super::{HostHold, RedeemError, RedeemRequest, Redeemed, SignedExtract, stated};
use crate::chart::Chart;
use crate::grants::MINUTE;
use crate::relay;
use crate::sync::SyncReport;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Applicant, Millis, Shelf, Shelved, StoreError, key_words};
use pocketchart_share::grant::{Bundle, Checked, Passcode};
use pocketchart_share::redeem::{Ask, Unwilling, Visitor};
use pocketchart_share::relay::GrantRelease;
use pocketchart_wire::grant::LONGEST_ACCESS;

/// In front of a locator, in the keys of the rows that say when something was given first.
const GIVEN: u8 = 3;
const ACCESS: Millis = LONGEST_ACCESS as Millis * 1_000;

impl Chart {
    /// One step: asked again with the same code, it goes on where it was.
    pub(super) fn redeem_standing(&mut self, request: &RedeemRequest<'_>) -> Result<Redeemed, RedeemError> {
        let code = request.code.grant();
        let hint = code.relay().ok_or(RedeemError::Unfit)?;
        if request.code.delegation().is_some() {
            return Err(RedeemError::Unfit);
        }
        if request.reason.trim().is_empty() {
            return Err(RedeemError::Unwilling(Unwilling::NoReason));
        }
        let (secret, passcode) = (code.secret(), Passcode::none());
        let identity = self.record.identity_key(request.unlock)?;
        let applicant = Applicant::visitor(&self.record, &request.code.origin());
        let relay = relay::named(hint).map_err(|_| RedeemError::Unfit)?;
        let visitor = Visitor::new(request.name, applicant.public()).because(request.reason);
        let now = self.home.context().now();
        let ask = Ask::sign(visitor, None, now, secret.relay_session(), &identity);
        let who = secret.seal_who(&ask.to_bytes()).ok_or(RedeemError::Malformed)?;
        let token = self.token_for(code)?;
        let taken = match relay.ask_for_grant(&secret.locator(), &secret.verifier(&passcode), token, who)? {
            GrantRelease::Given(taken) => taken,
            GrantRelease::Later(seconds) => return Err(RedeemError::Later { seconds }),
            _ => return Err(RedeemError::Malformed),
        };
        let bundle = Bundle::open(secret, &passcode, &taken).ok_or(RedeemError::Unfit)?;
        let Some(Checked {
            grant,
            patient,
            issuer,
            extracted: Some(extracted),
        }) = bundle.check(code)
        else {
            return Err(RedeemError::Unfit);
        };
        let ends = Millis::from(grant.expires) * MINUTE;
        let first = self.given_first(&secret.locator(), now)?;
        Ok(Redeemed {
            grant: grant.id,
            until: first.saturating_add(ACCESS).min(ends),
            sections: grant.scope.iter().collect(),
            delegable: false,
            patient,
            key_words: key_words(patient),
            extract: Some(SignedExtract::of(&extracted)),
            stated: Some(stated(extracted)),
            hold: None,
            host: HostHold::new(grant.id, request.code.origin(), &issuer, Some(hint)),
            chart: None,
            acting: None,
            report: SyncReport::default(),
            bytes: taken.bundle.len() as u64,
        })
    }

    /// When it was given to this device for the first time: from then on the relay counts.
    fn given_first(&mut self, locator: &[u8; 16], now: Millis) -> Result<Millis, StoreError> {
        let key = [&[GIVEN], &locator[..]].concat();
        if let Some(bytes) = self.record.shelved(Shelf::Grant, &key)? {
            return Ok(from_bytes(&bytes)?);
        }
        // The relay gives those no more.
        let mut rows = self.codes_over(GIVEN, |first: Millis| first.saturating_add(ACCESS) <= now)?;
        rows.push(Shelved::put(Shelf::Grant, &key, to_bytes(&now)));
        self.record.shelve(rows)?;
        Ok(now)
    }
}
