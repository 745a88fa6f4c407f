//! Check-in before a visit: what a clinic asks, what the record has of it, and what the person sends.
//!
//! Nothing is sent that the person did not choose. The section *sensitive* is never offered.

mod answer;
mod draft;
mod offer;
mod period;
mod prefill;

pub use answer::CheckinError;
pub use draft::{CheckinDecision, CheckinDraft};
pub use offer::{CheckinOffer, Offered, WhyNot};
pub use prefill::Prefilled;

use pocketchart_record::Section;

/// Sections that are offered: all but what the person keeps to themselves.
fn offered() -> impl Iterator<Item = Section> {
    Section::ALL.into_iter().filter(|it| *it != Section::Sensitive)
}
