//! The devices of a record, and taking out one that is lost.

use crate::author::Author;
use crate::chart::Chart;
use crate::store;
use pocketchart_record::{DeviceId, MembersError, Millis, StoreError, Unlock};
use pocketchart_share::audit::{Action, AuditEvent};

/// A device that is known to the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeviceView {
    /// Its public signing key.
    pub id: DeviceId,
    /// What its owner calls it.
    pub name: String,
    /// Whose it is.
    pub owner: Author,
    /// Whether it is the one in hand.
    pub is_this: bool,
    /// Since when it has this certificate, by the clock of the device that gave it.
    pub certified: Millis,
    /// When its certificate ends.
    pub expires: Millis,
    /// Its certificate has ended: it is not talked to until it is renewed.
    pub expired: bool,
    /// When it was reported lost, by the clock of the device that did.
    pub lost: Option<Millis>,
}

/// The device was not taken out. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LostError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device may not take others out.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// It is the device in hand, or not one of this person's.
    #[error("not another device of this person")]
    NotOthers,
}

/// The device was not renewed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenewError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device may not renew others.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// It was reported lost, or is not one of this person's.
    #[error("not a device of this person, or a lost one")]
    NotOwn,
}

impl RenewError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            RenewError::Store(error) => store::message_id(error),
            RenewError::NoIdentity => "renew-no-identity",
            RenewError::NotOwn => "renew-not-own",
        }
    }
}

impl From<MembersError> for RenewError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => RenewError::Store(error),
            MembersError::NotOwn => RenewError::NotOwn,
            _ => RenewError::NoIdentity,
        }
    }
}

impl LostError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            LostError::Store(error) => store::message_id(error),
            LostError::NoIdentity => "lost-no-identity",
            LostError::NotOthers => "lost-not-others",
        }
    }
}

impl From<MembersError> for LostError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => LostError::Store(error),
            MembersError::NotOthers => LostError::NotOthers,
            _ => LostError::NoIdentity,
        }
    }
}

impl Chart {
    /// In a chart that was shared by a grant: the patient's device that let this one in.
    pub fn host(&self) -> Option<DeviceId> {
        let statements = self.record.statements();
        let own = statements
            .accesses()
            .filter(|(_, it)| it.device == self.record.device());
        let (id, _) = own.max_by_key(|(_, it)| it.made)?;
        statements.get(&id).map(|it| DeviceId(it.signer))
    }

    /// The devices that may write, and those that are lost, oldest first.
    pub fn devices(&self) -> Vec<DeviceView> {
        let statements = self.record.statements();
        let now = self.home.context().now();
        let mut devices: Vec<DeviceView> = statements
            .newest_certificates()
            .map(|(_, certificate)| DeviceView {
                id: certificate.device.sign,
                name: certificate.name.clone(),
                owner: self.author(certificate.author),
                is_this: certificate.device.sign == self.record.device(),
                certified: certificate.created,
                expires: certificate.not_after,
                expired: statements.has_expired(certificate.device.sign, now),
                lost: statements.revoked(certificate.device.sign),
            })
            .collect();
        devices.sort_by_key(|device| (device.certified, device.id));
        devices
    }

    /// Takes out another device of this person that is lost. From the next entry on there are new keys that it does not
    /// get; no device talks to it once it has learnt of this; and what it wrote that had not come here yet is only
    /// proposed. What it could read it can read for ever. There is no way back: a device that is found again is erased
    /// and paired anew.
    ///
    /// # Errors
    /// [`LostError`].
    pub fn report_lost(&mut self, device: DeviceId, unlock: &Unlock) -> Result<(), LostError> {
        self.record.revoke_device(device, unlock)?;
        self.audit_note(self.about_device(Action::DeviceLost, device))?;
        Ok(())
    }

    /// What the log says of another device of this person.
    pub(crate) fn about_device(&self, action: Action, device: DeviceId) -> AuditEvent {
        let certificate = self.record.statements().certificate_of(device);
        AuditEvent {
            actor: Some(device.0),
            actor_name: certificate.map(|(_, it)| it.name.clone()),
            ..AuditEvent::new(action)
        }
    }

    /// Gives a device of this person a certificate for another 180 days; nothing else of it changes. A device in use
    /// renews itself when it is opened in its last 60 days.
    ///
    /// # Errors
    /// [`RenewError`].
    pub fn renew(&mut self, device: DeviceId, unlock: &Unlock) -> Result<Millis, RenewError> {
        Ok(self.record.renew_device(device, unlock)?)
    }
}
