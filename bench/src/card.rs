//! The emergency card, as a responder's phone reads it.

use crate::measure::{bytes, median, millis};
use crate::ours;
use crate::report::Report;
use pocketchart::{Chart, CreateChart, Home, ImportOptions, KdfLevel, NoFreshness};
use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

const EXAMPLE: &[u8] = include_bytes!("../../examples/maria-okafor.json");

pub fn run(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::new(folder.path(), Arc::new(NoFreshness));
    let unlock = ours::unlock();
    let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "bench" };
    let (mut chart, _) = Chart::create(&home, &with).expect("a chart");
    chart.import(Cursor::new(EXAMPLE), &ImportOptions::default(), &mut |_| ()).expect("imported");
    let choices = chart.card_choices().expect("choices");
    let card = chart.make_card(&choices).expect("a card");
    let text = card.to_text(None);
    let read = median(101, || (), |()| drop(Chart::read_card(&text).expect("read")));
    report.row(
        "read an emergency card from its code's text, signature and all, CPU",
        millis(read),
        "≤ 1 ms",
        Some(read <= Duration::from_millis(1)),
        &format!("the card of the example record: {}", bytes(card.as_bytes().len())),
    );
}
