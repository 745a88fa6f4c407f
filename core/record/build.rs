//! Switches on the build in which single checks can be left out (`src/sabotage.rs`), for the tests that must fail then.

/// Set to 1 for such a build. Cargo passes the cfg to this crate alone, so only it and what depends on it is rebuilt.
const SWITCH: &str = "POCKETCHART_SABOTAGE_BUILD";

fn main() {
    println!("cargo:rerun-if-env-changed={SWITCH}");
    if std::env::var_os(SWITCH).is_some_and(|value| value == "1") {
        println!("cargo:rustc-cfg=sabotage");
    }
}
