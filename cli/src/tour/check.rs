//! A medicine is checked before it is taken.

use super::device::{items, text};
use super::{Device, Teller};
use crate::failure::Failure;
use crate::show::Words;
use pocketchart::CareError;
use pocketchart::knowledge::{self, UnreadableTables};
use pocketchart_strings::Message;
use serde_json::Value;

/// What somebody might be given, or buy: each clashes with much.
const OFFERED: [&str; 5] = [
    "Itraconazole",
    "Clarithromycin",
    "Ibuprofen",
    "St. John's wort",
    "Warfarin",
];

/// Tells of the first of these that does not go together with what the person takes; of none, nothing is told.
pub(super) fn check(teller: &mut Teller<'_>, phone: &Device) -> Result<(), Failure> {
    for medicine in OFFERED {
        let said = phone.run(&["what-if", medicine])?;
        let clash = items(&said, "/findings")
            .iter()
            .find(|it| text(it, "/kind") == "interaction");
        if let Some(clash) = clash {
            return tell(teller, medicine, clash);
        }
    }
    Ok(())
}

fn tell(teller: &mut Teller<'_>, medicine: &str, clash: &Value) -> Result<(), Failure> {
    let source = knowledge::source(text(clash, "/rule/source")).map_err(CareError::from)?;
    let source = source.ok_or(CareError::from(UnreadableTables("sources")))?;
    let weight = Words(teller.program.output.text()).code("care-severity-", text(clash, "/severity"));
    let review = match clash.pointer("/rule/reviewed_by").and_then(Value::as_str) {
        Some(name) => Message::CareReviewed { name: name.into() },
        None => Message::CareNotReviewed,
    };
    let review = teller.program.show(&review);
    teller.step(
        &Message::TourCheckName,
        &Message::TourCheck {
            medicine: medicine.into(),
            weight: weight.into(),
            says: text(clash, "/says/text").into(),
            source: source.title.into(),
            publisher: source.publisher.into(),
            edition: source.edition.into(),
            review: review.into(),
        },
    )
}
