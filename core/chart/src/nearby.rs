//! Found in the same network, when the addresses of a code are wrong: by multicast DNS, under names that only who has seen the
//! code can tell from others (docs/formats.md, Channels).

use crate::chart::Chart;
use crate::grants::MINUTE;
use crate::grants::kept::KeptGrant;
use crate::tcp;
use mdns_sd::{IfKind, ServiceDaemon, ServiceEvent, ServiceInfo};
use pocketchart_record::{Millis, StoreError};
use pocketchart_share::session::{Beacon, PairingOffer};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

const SERVICE: &str = "_pocketchart._tcp.local.";
/// Codes that are announced at once, the newest first: more would say how many somebody has open.
const MAX_NAMES: usize = 8;
/// How long to look for a device: it answers a question within a second (RFC 6762, 6).
const LOOK: Duration = Duration::from_secs(4);
/// How long the last words to the network may take.
const FAREWELL: Duration = Duration::from_millis(500);

/// A device that waits could not be announced. Whoever has its address reaches it all the same.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnnounceError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Multicast DNS does not work here.
    #[error("the network cannot be told")]
    Network,
}

impl From<mdns_sd::Error> for AnnounceError {
    fn from(_: mdns_sd::Error) -> Self {
        Self::Network
    }
}

/// While it lives, a device that waits is found in its network by who has seen its code. It names nobody: the names are new
/// each time, and random to all others.
pub struct Announcement {
    daemon: Option<ServiceDaemon>,
    names: Vec<String>,
}

impl Announcement {
    /// Announces a device that waits to be paired with.
    ///
    /// # Errors
    /// [`AnnounceError`].
    pub fn of_offer(offer: &PairingOffer, listener: &TcpListener) -> Result<Self, AnnounceError> {
        Self::begin(
            &[offer.code().beacon()],
            listener,
            pocketchart_crypto::random_array,
        )
    }

    /// `random` gives 8 bytes, others each time.
    fn begin(
        beacons: &[Beacon],
        listener: &TcpListener,
        mut random: impl FnMut() -> [u8; 8],
    ) -> Result<Self, AnnounceError> {
        let at = listener.local_addr().map_err(|_| AnnounceError::Network)?;
        let mut announced = Self {
            daemon: None,
            names: Vec::new(),
        };
        if at.ip().is_loopback() || beacons.is_empty() {
            return Ok(announced);
        }
        let daemon = announced.daemon.insert(daemon(at.ip())?);
        let host = random().map(|byte| format!("{byte:02x}")).concat();
        for beacon in beacons {
            let name = beacon.name(random());
            let ips: &[IpAddr] = if at.ip().is_unspecified() { &[] } else { &[at.ip()] };
            let mut info = ServiceInfo::new(
                SERVICE,
                &name,
                &format!("{host}.local."),
                ips,
                at.port(),
                HashMap::<String, String>::new(),
            )?;
            if ips.is_empty() {
                info = info.enable_addr_auto();
            }
            announced.names.push(info.get_fullname().to_owned());
            daemon.register(info)?;
        }
        Ok(announced)
    }
}

impl Drop for Announcement {
    /// Tells the network that the names are gone.
    fn drop(&mut self) {
        let Some(daemon) = &self.daemon else {
            return;
        };
        let told = self.names.iter().filter_map(|name| daemon.unregister(name).ok());
        for told in told.collect::<Vec<_>>() {
            let _ = told.recv_timeout(FAREWELL);
        }
        if let Ok(ended) = daemon.shutdown() {
            let _ = ended.recv_timeout(FAREWELL);
        }
    }
}

impl Chart {
    /// Announces, while it waits in [`Chart::serve`], to who has seen the code of an open grant where this device is. Nothing is
    /// sent where it waits for callers of this machine only, or nothing is open.
    ///
    /// # Errors
    /// [`AnnounceError`].
    pub fn announce(&self, listener: &TcpListener) -> Result<Announcement, AnnounceError> {
        let now = self.home.context().now();
        let mut open = KeptGrant::all(&self.record)?;
        open.retain(|it| it.is_open() && it.of.is_none() && Millis::from(it.grant.expires) * MINUTE > now);
        open.sort_by_key(|it| Reverse(it.made));
        let beacons = open.iter().take(MAX_NAMES);
        let beacons = beacons.map(|it| Ok(self.grant_keys(it)?.secret.beacon()));
        let beacons = beacons.collect::<Result<Vec<_>, StoreError>>()?;
        Announcement::begin(&beacons, listener, || self.home.context().random())
    }
}

/// Calls the first address of a code that answers; else, unless the code is of this machine only, the device that is announced
/// under one of its names.
pub(crate) fn connect(addresses: &[String], beacon: &Beacon) -> io::Result<TcpStream> {
    let here = |address: &String| {
        address
            .parse::<SocketAddr>()
            .is_ok_and(|it| it.ip().is_loopback())
    };
    tcp::connect(addresses).or_else(|error| {
        let found = match addresses.iter().all(here) {
            true => Vec::new(),
            false => find(beacon).unwrap_or_default(),
        };
        if found.is_empty() {
            return Err(error);
        }
        tcp::connect(&found)
    })
}

fn find(beacon: &Beacon) -> Result<Vec<String>, AnnounceError> {
    let daemon = daemon(IpAddr::V6(Ipv6Addr::UNSPECIFIED))?;
    let found = daemon.browse(SERVICE)?;
    let until = Instant::now() + LOOK;
    let mut addresses = Vec::new();
    while addresses.is_empty() {
        let left = until.saturating_duration_since(Instant::now());
        let Ok(event) = found.recv_timeout(left) else {
            break;
        };
        let ServiceEvent::ServiceResolved(service) = event else {
            continue;
        };
        let name = service.fullname.strip_suffix(SERVICE);
        if name
            .and_then(|it| it.strip_suffix('.'))
            .is_some_and(|it| beacon.knows(it))
        {
            let all = service.addresses.iter();
            addresses.extend(all.map(|it| SocketAddr::new(it.to_ip_addr(), service.port).to_string()));
        }
    }
    if let Ok(ended) = daemon.shutdown() {
        let _ = ended.recv_timeout(FAREWELL);
    }
    Ok(addresses)
}

/// Speaks to the networks of that kind of address, of the unspecified one of version 6 to all; never to this machine itself.
fn daemon(at: IpAddr) -> Result<ServiceDaemon, AnnounceError> {
    let daemon = ServiceDaemon::new()?;
    daemon.disable_interface(vec![IfKind::LoopbackV4, IfKind::LoopbackV6])?;
    if at.is_ipv4() {
        daemon.disable_interface(IfKind::IPv6)?;
    }
    Ok(daemon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_is_for_this_machine_only_the_network_hears_nothing() {
        let offer = PairingOffer::new(vec!["127.0.0.1:7411".into()]).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let announced = Announcement::of_offer(&offer, &listener).unwrap();
        assert!(announced.daemon.is_none() && announced.names.is_empty());
    }
}
