//! Negative controls: in a debug build one named check can be left out, to see its test fail.
//!
//! The check is named at run time by `POCKETCHART_SABOTAGE`. A build for release contains none of it: `xtask/steps/shipped.sh` looks
//! into the programs. `xtask/steps/sabotage.sh` leaves out one check after the other.

/// Whether this check is left out.
#[cfg(debug_assertions)]
pub fn off(check: &str) -> bool {
    use std::sync::OnceLock;
    static CHECK: OnceLock<Option<String>> = OnceLock::new();
    CHECK
        .get_or_init(|| std::env::var("POCKETCHART_SABOTAGE").ok())
        .as_deref()
        == Some(check)
}

/// Whether this check is left out: never.
#[cfg(not(debug_assertions))]
pub const fn off(_check: &str) -> bool {
    false
}
