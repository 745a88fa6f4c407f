//! The published benchmarks. One command measures Pocketchart and its alternatives in one run and writes the table of
//! `docs/performance.md`:
//!
//! ```text
//! cargo build --release --package pocketchart-relay --package pocketchart-cli
//! cargo run --release --manifest-path bench/Cargo.toml
//! ```
//!
//! With names of parts (`redeem health-link`, for instance) only those are measured and shown, and nothing is written. `scale` computes what a
//! relay for many people needs.

mod alternatives;
mod ask;
mod card;
mod care;
mod data;
mod desk;
mod flood;
mod forms;
mod growth;
mod health_link;
mod host;
mod import;
mod interactions;
mod issue;
mod items;
mod jobs;
mod measure;
mod ours;
mod redeem;
mod relay;
mod report;
mod scale;

type Part = (&'static str, fn(&mut report::Report));

const PARTS: [Part; 14] = [
    ("jobs", jobs::run),
    ("import", import::run),
    ("forms", forms::run),
    ("items", items::run),
    ("card", card::run),
    ("care", care::run),
    ("interactions", interactions::run),
    ("redeem", redeem::run),
    ("desk", desk::run),
    ("health-link", health_link::run),
    ("flood", flood::run),
    ("issue", issue::run),
    ("relay", relay::run),
    ("idle", relay::idle),
];

fn main() {
    let mut report = report::Report(Vec::new());
    let only: Vec<String> = std::env::args().skip(1).collect();
    for (_, run) in PARTS.iter().filter(|(name, _)| only.is_empty() || only.iter().any(|it| it == name)) {
        run(&mut report);
    }
    if only.iter().any(|it| it == "scale") {
        scale::print();
    }
    if only.is_empty() {
        let growth = growth::run(&mut report);
        report.write(&growth);
    }
}
