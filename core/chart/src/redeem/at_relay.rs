//! Redeeming a code whose grant a relay gives, while the patient's device is off.

use super::entering::Came;
use super::{HostHold, RedeemError, RedeemRequest, Redeemed, RelayHold, SignedExtract, received, stated};
use crate::chart::Chart;
use crate::grants::MINUTE;
use crate::home::Home;
use crate::relay;
use crate::sync::SyncReport;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{Applicant, Millis, Shelf, Shelved, StoreError, key_words};
use pocketchart_share::grant::{Bundle, GrantCode};
use pocketchart_share::redeem::{Ask, Visitor};
use pocketchart_share::relay::RelayError;
use std::io;

/// In front of a locator, in the keys of the rows of what was asked for at relays.
const ASKED: u8 = 2;

/// What was sent to a relay, kept before: sent again, it costs no second use.
struct Asked {
    token: [u8; 16],
    expires: Millis,
}

impl Canonical for Asked {
    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(&self.token).uint(self.expires);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            token: from.fixed()?,
            expires: from.uint()?,
        })
    }
}

impl Chart {
    pub(super) fn redeem_at_relay(
        &mut self,
        request: &RedeemRequest<'_>,
        home: &Home,
        hint: &str,
    ) -> Result<Redeemed, RedeemError> {
        let code = request.code.grant();
        if request.code.delegation().is_some() {
            return Err(RedeemError::Unfit);
        }
        let secret = code.secret();
        let passcode = request.passcode.ok_or(RedeemError::NeedsPasscode)?;
        let identity = self.record.identity_key(request.unlock)?;
        let applicant = Applicant::visitor(&self.record, &request.code.origin());
        let relay = relay::named(hint).map_err(|_| RedeemError::Unfit)?;
        let passcode = secret.passcode(passcode);
        let passcode = passcode.map_err(|_| StoreError::Io(io::ErrorKind::OutOfMemory.into()))?;
        let visitor = Visitor::new(request.name, applicant.public()).because(request.reason);
        let now = self.home.context().now();
        let ask = Ask::sign(visitor, None, now, secret.relay_session(), &identity);
        let who = secret.seal_who(&ask.to_bytes()).ok_or(RedeemError::Malformed)?;
        let token = self.token_for(code)?;
        let hold = RelayHold {
            relay: hint.to_owned(),
            locator: secret.locator(),
            verifier: secret.verifier(&passcode),
            token,
        };
        let taken = relay.take_grant(&hold.locator, &hold.verifier, token, who)?;
        let bundle = Bundle::open(secret, &passcode, &taken).ok_or(RedeemError::Unfit)?;
        let checked = bundle.check(code).ok_or(RedeemError::Unfit)?;
        let mut report = SyncReport::default();
        let chart = match bundle.entrance {
            None => None,
            Some(entrance) => {
                let came = Came {
                    request,
                    identity: &identity,
                    applicant,
                    grant: &checked.grant,
                    patient: checked.patient,
                    issuer: &checked.issuer,
                };
                let received = received(None, checked.extracted.as_ref());
                Some(came.open(home, entrance, received, &relay, &mut report)?)
            }
        };
        Ok(Redeemed {
            grant: checked.grant.id,
            until: Millis::from(checked.grant.expires) * MINUTE,
            sections: checked.grant.scope.iter().collect(),
            delegable: false,
            patient: checked.patient,
            key_words: key_words(checked.patient),
            extract: checked.extracted.as_ref().map(SignedExtract::of),
            stated: checked.extracted.map(stated),
            hold: Some(hold),
            host: HostHold::new(
                checked.grant.id,
                request.code.origin(),
                &checked.issuer,
                Some(hint),
            ),
            chart,
            acting: None,
            report,
            bytes: taken.bundle.len() as u64,
        })
    }

    /// The token for a code: the one sent before, or a new one, kept before it is sent. Those of codes that are over go.
    pub(super) fn token_for(&mut self, code: &GrantCode) -> Result<[u8; 16], StoreError> {
        let key = [&[ASKED], &code.secret().locator()[..]].concat();
        if let Some(bytes) = self.record.shelved(Shelf::Grant, &key)? {
            return Ok(from_bytes::<Asked>(&bytes)?.token);
        }
        let now = self.home.context().now();
        let mut changes = self.codes_over(ASKED, |asked: Asked| asked.expires <= now)?;
        let asked = Asked {
            token: self.home.context().random(),
            expires: Millis::from(code.outline().expires) * MINUTE,
        };
        changes.push(Shelved::put(Shelf::Grant, &key, to_bytes(&asked)));
        self.record.shelve(changes)?;
        Ok(asked.token)
    }

    /// Takes out the rows of a kind about codes that are over: the kind, then the code's locator.
    pub(super) fn codes_over<T: Canonical>(
        &self,
        kind: u8,
        is_over: impl Fn(T) -> bool,
    ) -> Result<Vec<Shelved>, StoreError> {
        let row = |locator: [u8; 16]| [&[kind], &locator[..]].concat();
        let (first, last) = (row([0; 16]), row([0xff; 16]));
        let mut over = Vec::new();
        self.record
            .shelf_range(Shelf::Grant, (&first, &last), |key, bytes| {
                if key.len() == first.len() && is_over(from_bytes(&bytes)?) {
                    over.push(Shelved::remove(Shelf::Grant, key));
                }
                Ok(())
            })?;
        Ok(over)
    }
}

impl RedeemError {
    /// Of a relay's failure.
    pub(super) fn relay_id(error: RelayError) -> &'static str {
        match error {
            // To a redeemer that is all that a relay says.
            RelayError::NotLive => "redeem-not-live",
            error => relay::message_id(error),
        }
    }
}
