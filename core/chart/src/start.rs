//! When the machine was last started, where the system tells.

use pocketchart_record::Millis;

/// A name for the last start, and the time since, sleep included.
#[cfg(target_os = "linux")]
pub(crate) fn since_start() -> Option<([u8; 16], Millis)> {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let digits: String = id.chars().filter(char::is_ascii_hexdigit).collect();
    let boot = u128::from_str_radix(&digits, 16).ok()?.to_be_bytes();
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let (seconds, rest) = uptime.split_whitespace().next()?.split_once('.')?;
    let hundredths: Millis = rest.get(..2)?.parse().ok()?;
    Some((boot, seconds.parse::<Millis>().ok()? * 1000 + hundredths * 10))
}

/// Not told here: each look is as after a new start, which is the careful reading.
#[cfg(not(target_os = "linux"))]
pub(crate) fn since_start() -> Option<([u8; 16], Millis)> {
    None
}
