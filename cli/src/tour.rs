//! What Pocketchart does, shown by real processes on this machine: this same program, once for each device, in a folder
//! that is removed at the end. Nothing is told that did not just happen.

mod camera;
mod check;
mod clinic;
mod device;
mod link;
mod medicine;
mod relay;
mod steps;
mod tamper;

use crate::failure::Failure;
use crate::output::{Page, quiet, strong};
use crate::program::{Answer, Program};
use device::{Device, Journey};
use medicine::Medicine;
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

/// The record that the tour brings in where no file is given: written for this project, about nobody.
const EXAMPLE: &str = include_str!("../../examples/maria-okafor.json");
const EXAMPLE_NAME: &str = "maria-okafor.json";

/// Tells each step as it is done.
struct Teller<'a> {
    program: &'a Program,
    told: Vec<Value>,
    begun: Instant,
}

impl Teller<'_> {
    fn step(&mut self, name: &Message<'_>, sentence: &Message<'_>) -> Result<(), Failure> {
        let millis = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let (name, sentence) = (self.program.show(name), self.program.show(sentence));
        let number = self.told.len() + 1;
        let time = self.program.show(&Message::TourTime {
            millis: millis.into(),
        });
        let mut page = Page::default();
        let prefix = format!("{number:>2}  {name:<9} {time:>8} ");
        let styled = format!(
            "{number:>2}  {} {} ",
            strong(format!("{name:<9}")),
            quiet(format!("{time:>8}"))
        );
        page.hanging(&prefix, &styled, &sentence);
        self.program.output.page(&page)?;
        self.told
            .push(json!({ "step": name, "sentence": sentence, "milliseconds": millis }));
        self.begun = Instant::now();
        Ok(())
    }
}

/// The tour, with the example or with a file of the person's own.
pub(crate) fn tour(program: &Program, file: Option<&Path>) -> Result<Answer, Failure> {
    let begun = Instant::now();
    let journey = Journey::begin()?;
    let file = journey.file(file)?;
    let mut page = Page::default();
    page.line(strong(program.show(&Message::TourHeading))).blank();
    program.output.page(&page)?;
    let mut teller = Teller {
        program,
        told: Vec::new(),
        begun: Instant::now(),
    };

    let phone = journey.device("phone");
    let words = steps::create(&mut teller, &phone)?;
    steps::import(&mut teller, &phone, &file)?;
    steps::allergies(&mut teller, &phone)?;
    steps::trend(&mut teller, &phone)?;
    check::check(&mut teller, &phone)?;
    camera::card(&mut teller, &journey, &phone)?;
    let medicine = Medicine::choose(&phone)?;
    medicine.correct(&mut teller, &phone)?;

    let tablet = journey.device("tablet");
    steps::pair(&mut teller, &phone, &tablet)?;
    steps::first_sync(&mut teller, &phone, &tablet)?;
    let medicine = Medicine::choose(&phone)?;
    medicine.edit_apart(&mut teller, &phone, &tablet)?;
    steps::sync(&mut teller, &phone, &tablet)?;
    medicine.disagree(&mut teller, &tablet)?;
    medicine.resolve(&mut teller, &phone, &tablet)?;

    steps::verify(&mut teller, &phone, &tablet)?;
    tamper::tamper(&mut teller, &journey, &phone)?;
    clinic::visit(&mut teller, &journey, &phone)?;
    let running = relay::start(&journey, &phone)?;
    relay::relay(&mut teller, &journey, &phone)?;
    link::link(&mut teller, &journey, &phone)?;
    drop(running);
    steps::lose(&mut teller, &phone, &tablet)?;
    let backup = steps::backup(&mut teller, &journey, &phone)?;
    steps::restore(&mut teller, &journey, &phone, &backup, &words)?;

    let told = teller.told;
    journey.end()?;
    let seconds = format!("{:.1}", begun.elapsed().as_secs_f64());
    let mut page = Page::default();
    page.blank().line(program.show(&Message::TourDone {
        seconds: seconds.as_str().into(),
    }));
    Ok(Answer::new(page, json!({ "steps": told, "seconds": seconds })))
}
