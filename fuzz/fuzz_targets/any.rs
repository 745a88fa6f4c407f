//! All targets in one program: `FUZZ_TARGET` names the one that it is. Without such a name it says which there are, a line
//! each, and of which one run costs a millisecond or more.
#![no_main]

mod noise;
mod planted;

use pocketchart_tests::targets::{TARGETS, target};
use std::sync::LazyLock;

static RUN: LazyLock<fn(&[u8])> = LazyLock::new(|| match std::env::var("FUZZ_TARGET").as_deref() {
    Ok("noise") => noise::noise,
    Ok("planted") => planted::planted,
    name => target(name.unwrap_or_default()).map_or_else(|| say_names(), |target| target.run),
});

fn say_names() -> ! {
    println!("noise slow");
    for target in &TARGETS {
        println!("{}{}", target.name, if target.slow { " slow" } else { "" });
    }
    std::process::exit(0)
}

libfuzzer_sys::fuzz_target!(init: { LazyLock::force(&RUN); }, |data: &[u8]| RUN(data));
