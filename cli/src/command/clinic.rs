//! The desk of a clinic.

use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use pocketchart_clinic::{ClinicError, Config, Listening};
use pocketchart_strings::Message;
use serde_json::json;
use std::io;

/// Runs a desk until the process is told to stop. What it says while it runs is of itself: nothing of patients, no names.
pub(super) fn run(program: &Program, config: &Config) -> Result<Answer, Failure> {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .init();
    pocketchart_clinic::run(config, |listening| ready(program, config, listening)).map_err(|error| {
        let id = error.id();
        match error {
            ClinicError::Identity(error) => error.into(),
            ClinicError::Key(_) => Failure::new(id, Exit::Secret),
            ClinicError::Store(_) => Failure::new(id, Exit::Disk),
            _ => Failure::new(id, Exit::Network),
        }
    })?;
    Ok(Answer::new(Page::default(), json!({ "stopped": true })))
}

/// Says where it listens, and what a new clinic has to write down.
fn ready(program: &Program, config: &Config, listening: Listening) {
    let mut page = Page::default();
    let address = at(config, &listening);
    page.line(program.show(&Message::ClinicListens {
        name: config.name.as_str().into(),
        address: address.as_str().into(),
    }));
    if let Some(words) = &listening.new.words {
        page.blank().line(program.show(&Message::ClinicWords));
        page.exact(words.to_text().as_str());
    }
    if let Some(secret) = &listening.new.setup {
        page.blank().line(program.show(&Message::ClinicSetup));
        page.exact(secret);
    }
    if let Some(fingerprint) = &listening.authority {
        page.blank().line(program.show(&Message::ClinicCertifies {
            address: format!("{}/authority.crt", at(config, &listening)).into(),
        }));
        page.exact(fingerprint);
    }
    page.blank().line(quiet(program.show(&Message::ClinicStop)));
    program.output.note(&page);
}

/// How browsers reach it: by its name, where it certifies that itself or a proxy does.
fn at(config: &Config, listening: &Listening) -> String {
    let (scheme, port) = (listening.scheme, listening.address.port());
    match config.host.first() {
        Some(host) if config.behind_proxy => format!("https://{host}"),
        Some(host) if listening.authority.is_some() => format!("{scheme}://{host}:{port}"),
        _ => format!("{scheme}://{}", listening.address),
    }
}
