//! The bridge to the clinic's own FHIR server: who of its patients is who, and what a clinician approved to be written there.

mod connection;
mod message;
mod patient;
mod send;
mod settings;

pub(crate) use connection::{Bridge, BridgeError, Entering};
pub(crate) use message::{Decision, Kept, Line, LineState, Message, MessageView, all, due, stop, sweep};
pub(crate) use patient::{
    Candidate, Link, LinkView, by_identifier, candidate, candidates, name_of, named_patient, new_patient,
    person_of,
};
pub(crate) use send::{Attempt, Sender};
pub(crate) use settings::{NewSettings, Offer, Settings, SettingsView};
