//! The profile of CMS's "Kill the Clipboard" ("Patient-Shared Health Documents via SHL"), text 0.9.0.

use pocketchart_crypto::Secret;

use super::{HealthLink, LinkError, LinkFlags};

/// Seconds for which a code on a screen should live at most.
pub const ON_SCREEN: u64 = 15 * 60;

/// Seconds for which a code printed for an appointment should live at most.
pub const PRINTED: u64 = 48 * 3600;

impl HealthLink {
    /// A link of the profile: flag `U`, an end (`expires`, in seconds since 1970-01-01 UTC), no passcode.
    ///
    /// # Errors
    /// Those of [`HealthLink::new`] and [`HealthLink::with_label`].
    pub fn new_cms(url: &str, key: Secret<32>, expires: u64, label: Option<&str>) -> Result<Self, LinkError> {
        let link = Self::new(url, key, LinkFlags::DIRECT)?.with_expiry(expires);
        match label {
            Some(label) => link.with_label(label),
            None => Ok(link),
        }
    }

    /// Whether the link is one of the profile.
    ///
    /// # Errors
    /// [`CmsRefusal`]. Such a link may still be a good SMART Health Link.
    pub fn check_cms(&self) -> Result<(), CmsRefusal> {
        if self.flags().contains(LinkFlags::PASSCODE) {
            return Err(CmsRefusal::Passcode);
        }
        if !self.flags().contains(LinkFlags::DIRECT) {
            return Err(CmsRefusal::NotDirect);
        }
        if self.flag != "U" {
            return Err(CmsRefusal::OtherFlags);
        }
        if self.expires().is_none() {
            return Err(CmsRefusal::NoExpiry);
        }
        Ok(())
    }
}

/// Why a link is none of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CmsRefusal {
    /// It asks for a passcode, at which a front desk's scanner fails.
    #[error("the profile allows no passcode")]
    Passcode,
    /// It leads to a manifest.
    #[error("the profile asks for one file, flag U")]
    NotDirect,
    /// Flags beside `U`.
    #[error("the profile allows no flag but U")]
    OtherFlags,
    /// It does not say when it ends.
    #[error("the profile asks for an end")]
    NoExpiry,
}
