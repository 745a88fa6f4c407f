//! Calling the patient's device with a code that was scanned. The redeemer's own record is read before: while the call lasts, others
//! may use it.

use super::{
    HostHold, PATIENCE, RedeemError, RedeemRequest, Redeemed, SignedExtract, check, received, stated,
};
use crate::chart::Chart;
use crate::home::Home;
use crate::nearby;
use crate::proxies::ProxyStanding;
use crate::serve::STILL_HERE;
use crate::sync::{SyncFailure, SyncReport};
use crate::tcp;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::{
    Applicant, Millis, Record, StoreError, SyncSession, Welcome, certify, key_words, record_of,
};
use pocketchart_share::grant::{Flags, Grant, Receipt, Signed};
use pocketchart_share::redeem::{Ask, Reply, Visitor};
use pocketchart_share::session::{Channel, CheckCode, SessionError};
use std::io;
use std::time::Duration;

/// What a call needs of the redeemer's own record.
pub(super) struct Call {
    identity: SigningKey,
    /// The redeemer's device for this code.
    applicant: Applicant,
    /// The same: letting in uses one up, and the receipt is signed after.
    same: Applicant,
}

impl Call {
    /// Of who redeems.
    pub(super) fn of(redeemer: &Chart, request: &RedeemRequest<'_>) -> Result<Self, RedeemError> {
        let visitor = || Applicant::visitor(&redeemer.record, &request.code.origin());
        Ok(Self {
            identity: redeemer.record.identity_key(request.unlock)?,
            applicant: visitor(),
            same: visitor(),
        })
    }

    /// Calls, and returns what was given by which grant.
    pub(super) fn make(
        self,
        request: &RedeemRequest<'_>,
        home: &Home,
        wait: Duration,
        shown: &mut dyn FnMut(CheckCode),
    ) -> Result<(Redeemed, Signed<Grant>), RedeemError> {
        let Self {
            identity,
            applicant,
            same,
        } = self;
        let code = request.code.grant();
        let secret = code.secret();
        // A call that broke off after this device had been let in.
        let begun = match home.holds_record() {
            true => Some(Chart::open(home, request.unlock).map_err(|_| RedeemError::Before)?),
            false => None,
        };
        if begun
            .as_ref()
            .is_some_and(|it| it.record.device() != applicant.keys().id())
        {
            return Err(RedeemError::Before);
        }
        let mut visitor = Visitor::new(request.name, applicant.public()).because(request.reason);
        let delegation = request.code.delegation();
        visitor.delegation = delegation.map(|it| it.to_bytes().to_vec());
        let part = delegation.map(|it| it.scope.clone());
        if let Some(passcode) = request.passcode {
            let passcode = secret.passcode(passcode);
            let passcode = passcode.map_err(|_| StoreError::Io(io::ErrorKind::OutOfMemory.into()))?;
            visitor.passcode = Some(passcode.secret().clone());
        }
        let addresses: Vec<String> = code.addresses().iter().map(|it| it.to_string()).collect();
        let stream = nearby::connect(&addresses, &secret.beacon()).map_err(RedeemError::Connect)?;
        let own = &applicant.keys().exchange;
        let initiator = code.initiate(own).map_err(SessionError::from)?;
        let mut channel = Channel::initiate(stream, initiator)?;
        shown(channel.session().check_code());
        let now = home.context().now();
        let session = channel.session().id();
        let asked = request.asked.clone().or(part);
        let ask = Ask::sign(visitor, asked.clone(), now, session, &identity);
        channel.send(&ask.to_bytes())?;
        tcp::set_patience(channel.stream(), wait).map_err(SessionError::from)?;
        let reply = channel.receive()?.ok_or(SessionError::Interrupted)?;
        let given = match Reply::from_bytes(&reply).map_err(|_| RedeemError::Malformed)? {
            Reply::Nothing(why) => return Err(RedeemError::Unwilling(why)),
            Reply::Given(given) => given,
        };
        let checked = check(&given, code, &applicant)?;
        tcp::set_patience(channel.stream(), PATIENCE).map_err(SessionError::from)?;
        let device = &same.keys().sign;
        let mut report = SyncReport::default();
        let chart = match given.enter {
            None => None,
            Some((record, patient)) => {
                if record != record_of(patient) || patient != checked.patient {
                    return Err(RedeemError::Unfit);
                }
                let mut chart = match begun {
                    Some(chart) => {
                        channel.send(STILL_HERE)?;
                        chart
                    }
                    None => {
                        let certificate = certify(record, &identity, applicant.public(), request.name, now);
                        channel.send(&certificate.to_bytes())?;
                        let message = channel.receive()?.ok_or(SessionError::Interrupted)?;
                        let message = zeroize::Zeroizing::new(message);
                        let welcome = Welcome::from_bytes(&message).map_err(|_| RedeemError::Malformed)?;
                        if welcome.record() != record {
                            return Err(RedeemError::Unfit);
                        }
                        let setup = home.setup();
                        let record = Record::join(setup, applicant, welcome, request.unlock, request.kdf)?;
                        Chart::over(record, home)
                    }
                };
                let issuer = pocketchart_record::DeviceId(*checked.grant.issuer.as_bytes());
                let session = SyncSession::enter(&mut chart.record, issuer).map_err(SyncFailure::from)?;
                chart.converse(issuer, &mut channel, session, None, &mut report, &mut |_| {})?;
                Some(chart)
            }
        };
        let received = received(chart.as_ref(), checked.extracted.as_ref());
        let receipt = Receipt {
            grant: checked.grant.id,
            redeemer: device.public(),
            received,
            audit_number: given.witness.0,
            audit_head: given.witness.1,
        };
        if let Ok(receipt) = Signed::sign(receipt, device) {
            // What was given is here; that the receipt does not arrive changes nothing.
            let _ = channel.send(receipt.to_bytes());
        }
        let until = delegation.map_or(checked.grant.expires, |it| it.expires.min(checked.grant.expires));
        let scope = asked.unwrap_or_else(|| checked.grant.scope.clone());
        let bytes = channel.bytes_sent() + channel.bytes_received();
        if let Ok(stream) = channel.close() {
            tcp::hang_up(stream);
        }
        let acting = chart.iter().flat_map(Chart::proxies);
        let acting = acting
            .filter(|it| it.is_you && it.standing == ProxyStanding::Acts)
            .last();
        let expires = Millis::from(until) * crate::grants::MINUTE;
        let redeemed = Redeemed {
            grant: checked.grant.id,
            until: acting.as_ref().map_or(expires, |it| it.until),
            sections: scope.iter().collect(),
            delegable: delegation.is_none() && checked.grant.flags.contains(Flags::DELEGABLE),
            patient: checked.patient,
            key_words: key_words(checked.patient),
            extract: checked.extracted.as_ref().map(SignedExtract::of),
            stated: checked.extracted.map(stated),
            hold: None,
            host: HostHold::new(checked.grant.id, request.code.origin(), &checked.issuer, None),
            chart,
            acting,
            report,
            bytes,
        };
        Ok((redeemed, checked.grant))
    }
}
