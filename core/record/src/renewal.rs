//! Certificates end after 180 days and are renewed by whoever holds the identity key (security.md §3): a device that is in
//! use renews itself, one that lies forgotten does not.

use crate::context::Millis;
use crate::id::DeviceId;
use crate::record::{MembersError, Record, certify_for};
use crate::statement::Fact;
use crate::store::Unlock;
use pocketchart_crypto::sign::SigningKey;

/// When fewer milliseconds than this are left, a device renews its own certificate: 60 days.
pub const RENEW_WITHIN: Millis = 60 * 24 * 3600 * 1000;

impl Record {
    /// Renews this device's certificate if it ends within [`RENEW_WITHIN`] or has ended, and this device holds its
    /// author's identity key. Returns whether it did. The identity key is unlocked only if so, and dropped again.
    ///
    /// # Errors
    /// [`MembersError::Store`]; nothing was changed.
    pub fn keep_certified(&mut self, unlock: &Unlock) -> Result<bool, MembersError> {
        let now = self.context.now();
        let ends = self
            .statements
            .certificate_of(self.device())
            .map(|(_, it)| it.not_after);
        if ends.is_none_or(|end| end > now.saturating_add(RENEW_WITHIN)) {
            return Ok(false);
        }
        match self.renew_device(self.device(), unlock) {
            Ok(_) => Ok(true),
            // Others of this person's devices can renew it; a lost one finds that out when it meets them.
            Err(MembersError::NoIdentity | MembersError::NotOwn) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Gives a device of the same author a new certificate for 180 days from now, for the same keys. The identity key is
    /// unlocked for this and dropped again. Returns when the new certificate ends.
    ///
    /// # Errors
    /// [`MembersError::NotOwn`] for a device that was reported lost or is another author's, [`MembersError::NoIdentity`],
    /// or what the store says; nothing was changed.
    pub fn renew_device(&mut self, device: DeviceId, unlock: &Unlock) -> Result<Millis, MembersError> {
        let known = self.statements.certificate_of(device).map(|(_, it)| it.clone());
        let known = known.filter(|it| it.author == self.who.me && self.statements.revoked(device).is_none());
        let known = known.ok_or(MembersError::NotOwn)?;
        let identity = SigningKey::from_seed(&self.identity(unlock)?);
        let now = self.context.now();
        let renewed = certify_for(
            self.who.record,
            known.author,
            &identity,
            known.device,
            &known.name,
            now,
        );
        let end = match &renewed.fact {
            Fact::Certificate(it) => it.not_after,
            _ => now,
        };
        self.write(|record, _| record.learn(vec![renewed]))?;
        Ok(end)
    }
}
