//! The bridge to the clinic's own FHIR server: who of its patients is who, and what a clinician approved to be written there.

mod attested;
mod candidate;
mod connection;
mod found;
mod link;
mod look;
mod message;
mod search;
mod send;
mod settings;
mod written;

pub(crate) use attested::{Approval, Source};
pub(crate) use candidate::{Candidate, Compared, Search, person_of};
pub(crate) use connection::{Bridge, BridgeError, Entering};
pub(crate) use link::{Link, LinkView, key_of_checkin, name_of, new_patient};
pub(crate) use look::look;
pub(crate) use message::{Decision, Line, LineState, Message, MessageView, all, due, stop, sweep};
pub(crate) use search::{by_identifier, candidate, candidates, named_patient};
pub(crate) use send::{Attempt, Sender};
pub(crate) use settings::{Authority, LIST, NewSettings, Offer, Settings, SettingsView};
pub(crate) use written::Kept;
