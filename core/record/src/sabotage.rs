//! Negative controls: a test-only build in which one named check can be switched off, to see its test fail.
//!
//! Built with `POCKETCHART_SABOTAGE_BUILD=1`, which sets the cfg `sabotage`; the check is named at run time by
//! `POCKETCHART_SABOTAGE`. No build that could be shipped contains any of it. `xtask/steps/sabotage.sh` leaves out one
//! after the other.

#[cfg(all(sabotage, not(debug_assertions)))]
compile_error!("a build with a check removed must never be a release build");

/// Whether this check is switched off.
#[cfg(sabotage)]
pub fn off(check: &str) -> bool {
    use std::sync::OnceLock;
    static CHECK: OnceLock<Option<String>> = OnceLock::new();
    CHECK
        .get_or_init(|| std::env::var("POCKETCHART_SABOTAGE").ok())
        .as_deref()
        == Some(check)
}

/// Whether this check is switched off: never.
#[cfg(not(sabotage))]
pub const fn off(_check: &str) -> bool {
    false
}
