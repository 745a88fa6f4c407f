//! A device that was brought back by the words, and those that were there before and do not know it.

use crate::chart::Chart;
use crate::devices::DeviceView;
use crate::store;
use pocketchart_record::{Fact, Statement, StoreError};
use pocketchart_share::introduction::IntroductionCode;

/// The device was not taken in. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntroduceError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is this device itself, or its certificate is not by this person's identity key as far as is known here.
    #[error("not another device of this person")]
    NotOwn,
    /// It was reported lost.
    #[error("the device was reported lost")]
    Lost,
}

impl IntroduceError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            IntroduceError::Store(error) => store::message_id(error),
            IntroduceError::NotOwn => "meet-not-own",
            IntroduceError::Lost => "meet-lost",
        }
    }
}

impl Chart {
    /// What this device shows to another one of its person that does not know it.
    ///
    /// # Errors
    /// [`IntroduceError::NotOwn`] where this device has no certificate.
    pub fn introduction(&self) -> Result<IntroductionCode, IntroduceError> {
        let certificate = self.record.certificate().ok_or(IntroduceError::NotOwn)?;
        IntroductionCode::new(certificate).ok_or(IntroduceError::NotOwn)
    }

    /// Takes in another device of the same person by its certificate, which the person's identity key has signed: from now on both
    /// can sync.
    ///
    /// # Errors
    /// [`IntroduceError`].
    pub fn meet_device(&mut self, code: &IntroductionCode) -> Result<DeviceView, IntroduceError> {
        let statement = Statement::parse(code.certificate()).map_err(|_| IntroduceError::NotOwn)?;
        let device = match &statement.fact {
            Fact::Certificate(it) if it.author == self.record.author() => it.device.sign,
            _ => return Err(IntroduceError::NotOwn),
        };
        if self.record.statements().revoked(device).is_some() {
            return Err(IntroduceError::Lost);
        }
        if device == self.record.device() || !self.record.meet(code.certificate())? {
            return Err(IntroduceError::NotOwn);
        }
        let met = self.devices().into_iter().find(|it| it.id == device);
        met.ok_or(IntroduceError::NotOwn)
    }
}
