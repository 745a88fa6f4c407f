//! Writes the inputs that fuzzing begins with into `fuzz/corpus`, one folder for each target.
//!
//! `cargo run --package pocketchart-tests --example make_seeds`

use pocketchart_tests::targets::seeds::seeds;
use std::collections::BTreeMap;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    let mut count = BTreeMap::new();
    for (target, bytes) in seeds() {
        let number = count.entry(target).or_insert(0);
        *number += 1;
        std::fs::create_dir_all(corpus.join(target))?;
        std::fs::write(corpus.join(target).join(format!("seed-{number}")), bytes)?;
    }
    Ok(())
}
