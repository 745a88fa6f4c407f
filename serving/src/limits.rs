//! How much one address may ask for. Counted in memory, under a hash with a key of this process; nothing is written down.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Addresses that are counted at once. When there are more, those that have asked for little are forgotten, then all.
const COUNTED: usize = 100_000;

/// An allowance that fills up again over time, for each address.
pub struct Allowance {
    capacity: f64,
    per_second: f64,
    hasher: RandomState,
    used: Mutex<HashMap<u64, Used>>,
}

#[derive(Clone, Copy)]
struct Used {
    amount: f64,
    at: Instant,
}

impl Allowance {
    /// So much in such a time; 0 is no limit.
    pub fn new(capacity: f64, time: Duration) -> Self {
        Self {
            capacity,
            per_second: capacity / time.as_secs_f64(),
            hasher: RandomState::new(),
            used: Mutex::default(),
        }
    }

    /// Takes an amount.
    ///
    /// # Errors
    /// The seconds to wait, if there is not so much left.
    pub fn take(&self, address: IpAddr, amount: f64) -> Result<(), u64> {
        self.take_at(address, amount, Instant::now())
    }

    fn take_at(&self, address: IpAddr, amount: f64, now: Instant) -> Result<(), u64> {
        if self.capacity == 0.0 {
            return Ok(());
        }
        let mut all = lock(&self.used);
        if all.len() >= COUNTED {
            all.retain(|_, used| self.left(used, now) > 0.1 * self.capacity);
            if all.len() >= COUNTED {
                all.clear();
            }
        }
        let used = all
            .entry(self.hasher.hash_one(network(address)))
            .or_insert(Used { amount: 0.0, at: now });
        *used = Used {
            amount: self.left(used, now),
            at: now,
        };
        // A single large request of somebody who asked for nothing else is let in.
        let over = used.amount + amount.min(self.capacity) - self.capacity;
        if over > 0.0 {
            return Err((over / self.per_second).ceil().max(1.0) as u64);
        }
        used.amount += amount.min(self.capacity);
        Ok(())
    }

    /// What is still counted of what was used.
    fn left(&self, used: &Used, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(used.at).as_secs_f64();
        (used.amount - passed * self.per_second).max(0.0)
    }
}

/// Connections that each address has open.
pub(crate) struct Open {
    most: usize,
    hasher: RandomState,
    counts: Mutex<HashMap<u64, usize>>,
}

impl Open {
    /// So many at once; 0 is no limit.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            most,
            hasher: RandomState::new(),
            counts: Mutex::default(),
        }
    }

    /// One more, if it may be; [`Self::closed`] ends it.
    pub(crate) fn opened(&self, address: IpAddr) -> bool {
        let mut counts = lock(&self.counts);
        let count = counts.entry(self.hasher.hash_one(network(address))).or_default();
        let may = self.most == 0 || *count < self.most;
        *count += usize::from(may);
        may
    }

    /// One less.
    pub(crate) fn closed(&self, address: IpAddr) {
        let mut counts = lock(&self.counts);
        let key = self.hasher.hash_one(network(address));
        if let Some(count) = counts.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&key);
            }
        }
    }
}

/// What belongs to one customer: an IPv4 address, or the 64 bits in front of an IPv6 address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        address => address,
    }
}

/// A panic leaves counts as they are.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_used_up_and_fills_again() {
        let allowance = Allowance::new(10.0, Duration::from_secs(60));
        let (one, other) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        let start = Instant::now();
        for _ in 0..10 {
            assert_eq!(allowance.take_at(one, 1.0, start), Ok(()));
        }
        assert_eq!(allowance.take_at(one, 1.0, start), Err(6));
        assert_eq!(allowance.take_at(other, 1.0, start), Ok(()));
        assert_eq!(
            allowance.take_at(one, 1.0, start + Duration::from_secs(6)),
            Ok(())
        );
        assert_eq!(
            allowance.take_at(one, 1.0, start + Duration::from_secs(6)),
            Err(6)
        );
        assert_eq!(
            allowance.take_at(other, 50.0, start + Duration::from_secs(60)),
            Ok(())
        );
    }

    #[test]
    fn neighbours_in_an_ipv6_network_are_one() {
        let allowance = Allowance::new(1.0, Duration::from_secs(60));
        let now = Instant::now();
        let parse = |text: &str| text.parse::<IpAddr>().unwrap();
        assert!(allowance.take_at(parse("2001:db8::1"), 1.0, now).is_ok());
        assert!(allowance.take_at(parse("2001:db8::2"), 1.0, now).is_err());
        assert!(allowance.take_at(parse("2001:db8:0:1::1"), 1.0, now).is_ok());
        assert!(allowance.take_at(parse("::ffff:192.0.2.1"), 1.0, now).is_ok());
        assert!(allowance.take_at(parse("192.0.2.1"), 1.0, now).is_err());
    }

    #[test]
    fn memory_for_addresses_is_bounded() {
        let allowance = Allowance::new(2.0, Duration::from_secs(60));
        let now = Instant::now();
        for n in 0..COUNTED as u32 * 2 {
            assert!(allowance.take_at(IpAddr::V4(n.into()), 1.0, now).is_ok());
        }
        assert!(lock(&allowance.used).len() <= COUNTED);
    }

    #[test]
    fn connections_are_counted_until_they_close() {
        let (open, address) = (Open::new(2), [192, 0, 2, 1].into());
        assert!(open.opened(address) && open.opened(address) && !open.opened(address));
        open.closed(address);
        assert!(open.opened(address));
        open.closed(address);
        open.closed(address);
        assert!(lock(&open.counts).is_empty());
    }
}
