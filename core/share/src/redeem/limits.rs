use pocketchart_record::Millis;
use std::collections::BTreeMap;
use std::net::IpAddr;

/// Handshakes of one address at the same time.
pub const MAX_AT_ONCE: u32 = 5;
/// Handshakes of one address in a minute.
pub const MAX_PER_MINUTE: u32 = 20;
const MINUTE: Millis = 60_000;
/// Addresses remembered; with more, those that did not call for a minute are forgotten.
const MAX_ADDRESSES: usize = 10_000;

/// Counts who calls how often (security.md section 16). No clock of its own.
#[derive(Debug, Default)]
pub struct AddressLimits(BTreeMap<IpAddr, Calls>);

#[derive(Debug, Default)]
struct Calls {
    since: Millis,
    count: u32,
    open: u32,
}

impl AddressLimits {
    /// Whether a call from there is answered now; if so, [`AddressLimits::ended`] is due when its handshake ends.
    pub fn admit(&mut self, from: IpAddr, now: Millis) -> bool {
        if self.0.len() >= MAX_ADDRESSES {
            self.0
                .retain(|_, calls| calls.open > 0 || now.abs_diff(calls.since) < MINUTE);
        }
        if self.0.len() >= MAX_ADDRESSES && !self.0.contains_key(&from) {
            return false;
        }
        let calls = self.0.entry(from).or_default();
        if now.abs_diff(calls.since) >= MINUTE {
            (calls.since, calls.count) = (now, 0);
        }
        if calls.open >= MAX_AT_ONCE || calls.count >= MAX_PER_MINUTE {
            return false;
        }
        calls.open += 1;
        calls.count += 1;
        true
    }

    /// The handshake of an admitted call came to its end.
    pub fn ended(&mut self, from: IpAddr) {
        if let Some(calls) = self.0.get_mut(&from) {
            calls.open = calls.open.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_five_at_once_and_twenty_a_minute() {
        let (mut limits, here) = (AddressLimits::default(), IpAddr::from([127, 0, 0, 1]));
        let taken = (0..10).filter(|_| limits.admit(here, 1_000_000)).count();
        assert_eq!(taken as u32, MAX_AT_ONCE);
        assert!(limits.admit(IpAddr::from([127, 0, 0, 2]), 1_000_000));
        for _ in 0..5 {
            limits.ended(here);
        }
        let more = (0..100).filter(|_| {
            let admitted = limits.admit(here, 1_030_000);
            limits.ended(here);
            admitted
        });
        assert_eq!(more.count() as u32, MAX_PER_MINUTE - MAX_AT_ONCE);
        assert!(limits.admit(here, 1_060_000));
    }

    #[test]
    fn a_flood_of_addresses_takes_no_more_room() {
        let mut limits = AddressLimits::default();
        for number in 0..50_000_u32 {
            let from = IpAddr::from(number.to_be_bytes());
            limits.admit(from, 1_000_000);
            limits.ended(from);
        }
        assert!(limits.0.len() <= MAX_ADDRESSES);
        assert!(limits.admit(IpAddr::from([9, 9, 9, 9]), 1_100_000));
    }
}
