//! SMART Health Links: the link, its files, its manifest, and the profile of "Kill the Clipboard".

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod bundle;
mod file;
mod made;
mod manifest;
mod payload;

use pocketchart_crypto::Secret;
use pocketchart_share::shl::{HealthLink, LinkFlags};

pub(crate) const URL: &str = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";

pub(crate) fn link(flags: LinkFlags) -> HealthLink {
    HealthLink::new(URL, Secret::from_bytes([7; 32]), flags).unwrap()
}
