//! Check-in before a visit: what a clinic asks, what the record has of it, what the person sends, and what then came back.
//!
//! Nothing is sent that the person did not choose. The section *sensitive* is never offered.

mod answer;
mod carried;
mod draft;
mod link;
mod offer;
mod parts;
mod period;
mod person;
mod prefill;
mod received;
mod statement;

pub use answer::CheckinError;
pub use carried::{CheckinBack, CheckinCame, CheckinSendError, CheckinToSend};
pub use draft::{CheckinDecision, CheckinDraft};
pub use link::{CheckinLinkError, fetch_checkin, send_checkin};
pub use offer::{CheckinOffer, Offered, WhyNot};
pub use person::CheckinPerson;
pub use prefill::Prefilled;
pub use received::{CheckinForm, CheckinQuestion, CheckinReceived};
pub use statement::{CheckinStatement, CheckinSubject};

use pocketchart_record::Section;

/// Sections that are offered: all but what the person keeps to themselves.
fn offered() -> impl Iterator<Item = Section> {
    Section::ALL.into_iter().filter(|it| *it != Section::Sensitive)
}
