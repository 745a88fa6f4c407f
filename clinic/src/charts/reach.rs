//! Where a patient's device that opened a record may be met.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::SharedChart;
use crate::id::Id;

/// A record, and the ways to the patient's device.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Reach {
    /// Names the record's folder.
    pub(crate) origin: Id,
    /// Where the device answered, or may.
    pub(crate) addresses: Vec<SocketAddr>,
    /// Whether letters may be left for it at a relay.
    pub(crate) by_relay: bool,
}

impl From<&SharedChart> for Reach {
    fn from(it: &SharedChart) -> Self {
        Self {
            origin: it.origin,
            addresses: it.addresses.clone(),
            by_relay: it.hold().is_some(),
        }
    }
}
