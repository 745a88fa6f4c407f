//! The published benchmarks. One command measures Pocketchart and its alternatives in one run and writes the table of
//! `docs/performance.md`:
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml
//! ```

mod alternatives;
mod card;
mod data;
mod growth;
mod import;
mod jobs;
mod measure;
mod ours;
mod redeem;
mod report;

fn main() {
    let mut report = report::Report(Vec::new());
    jobs::run(&mut report);
    import::run(&mut report);
    card::run(&mut report);
    redeem::run(&mut report);
    let growth = growth::run(&mut report);
    report.write(&growth);
}
