//! The blind relay as a program of its own.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use pocketchart_relay::{Config, Listening, run};

/// What an operator has to know who serves the emergency page (security.md §12).
const PAGE_WARNING: &str = "warning: this relay serves the emergency page, and whoever serves a page can read all that is opened with it: \
    links, cards and health records. Better let somebody else serve it, from a name of its own.";

/// Stores and forwards sealed health data that it cannot read.
#[derive(Parser)]
#[command(name = "pocketchart-relay", version)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

fn main() -> ExitCode {
    let Arguments { config } = Arguments::parse();
    // What the relay says is about itself: no addresses, no paths, no identifiers.
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_max_level(tracing::Level::WARN)
        .init();
    let serves_page = config.page.is_some();
    match run(&config, |listening| ready(listening, serves_page)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// Says where it listens, for people and for scripts. A closed output stops nothing.
fn ready(listening: Listening, serves_page: bool) {
    if serves_page {
        let _ = writeln!(io::stderr(), "{PAGE_WARNING}");
    }
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "listening on {}://{}", listening.scheme, listening.service);
    if let Some(metrics) = listening.metrics {
        let _ = writeln!(out, "counting on http://{metrics}/metrics");
    }
    let _ = out.flush();
}
