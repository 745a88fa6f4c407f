//! Writes the vectors that are not there yet. Those that are there stay as they are: see tests/vectors/README.md.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool of the tests")]

use pocketchart_tests::vectors;
use std::fs;

fn main() {
    let (mut new, mut all) = (0, 0);
    for vector in vectors::made() {
        let path = vectors::folder().join(vector.path());
        all += 1;
        if !path.exists() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, vector.to_json()).unwrap();
            new += 1;
        }
    }
    println!("{new} of {all} vectors written");
}
