//! Devices of one author hold no session past the end of a certificate. One that was renewed meanwhile, or was away when
//! the other was, shows its newest certificate before anything else is said.

use super::have::{Common, short};
use super::message::Message;
use super::{SyncError, SyncSession};
use crate::cbor::{Malformed, to_bytes};
use crate::record::Record;
use crate::statement::{Fact, Statement};

/// How far the showing of certificates has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Certificates {
    /// Nothing was shown.
    Unshown,
    /// This side showed its own, and nothing else is said before the other's comes.
    Awaited,
    /// Both were shown.
    Shown,
}

impl SyncSession {
    /// Whether the other device is one of the same author whose certificate has ended, as far as is known here.
    pub(super) fn has_expired(&self, record: &Record) -> bool {
        self.scope.peer == record.author() && record.statements.has_expired(self.peer, record.context.now())
    }

    /// Whether a session has to begin with certificates: the other's has ended, or this device's was renewed and the
    /// other may not know it.
    pub(super) fn must_show(&self, record: &Record) -> Result<bool, SyncError> {
        if self.scope.peer != record.author() {
            return Ok(false);
        }
        let Some((newest, _)) = record.statements.certificate_of(record.device()) else {
            return Ok(false);
        };
        let renewed = self.is_renewed(record);
        let told = Common::with(record, self.peer)?
            .is_some_and(|common| common.have.statements.contains(&short(&newest.0)));
        Ok(self.has_expired(record) || renewed && !told)
    }

    /// Whether this device, one of the same author, has more than its first certificate.
    pub(super) fn is_renewed(&self, record: &Record) -> bool {
        let certificates = record.statements.certificates();
        let of_this = certificates.filter(|(_, it)| it.device.sign == record.device());
        self.scope.peer == record.author() && of_this.count() > 1
    }

    pub(super) fn show(&self, record: &Record) -> Result<Vec<u8>, SyncError> {
        let certificate = record.certificate().ok_or(SyncError::Stranger)?;
        Ok(to_bytes(&Message::Certificate(certificate)))
    }

    /// Makes the other's certificate known here.
    pub(super) fn learn_certificate(&self, record: &mut Record, certificate: &[u8]) -> Result<(), SyncError> {
        let statement = Statement::parse(certificate)?;
        match &statement.fact {
            Fact::Certificate(it) if it.device.sign == self.peer && it.author == self.scope.peer => {}
            _ => return Err(Malformed("another device's certificate").into()),
        }
        Ok(record.write(|record, _| record.learn(vec![statement]))?)
    }

    /// Takes in the other's certificate, and answers: with this device's own, or with what is held here.
    pub(super) fn shown(&mut self, record: &mut Record, certificate: &[u8]) -> Result<Vec<u8>, SyncError> {
        self.learn_certificate(record, certificate)?;
        if self.has_expired(record) {
            return Err(SyncError::Expired);
        }
        match std::mem::replace(&mut self.certificates, Certificates::Shown) {
            Certificates::Unshown if !self.told => self.show(record),
            Certificates::Awaited => self.hello(record),
            _ => Err(Malformed("a certificate once more").into()),
        }
    }
}
