//! Build chores of Pocketchart: `cargo xtask --help`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of developers, whose output is its report"
)]

#[cfg(test)]
mod asvs;
#[cfg(test)]
mod banned;
mod dictionary;
mod knowledge;
#[cfg(test)]
mod layers;
mod places;
#[cfg(test)]
mod repository;
mod strings;
mod test;

use std::{error::Error, process::ExitCode};

use clap::{Parser, Subcommand};

/// What every chore answers: a failure is a sentence for the developer.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Build chores of Pocketchart.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every test, installing first what the tests need.
    Test(test::Arguments),
    /// Write the typed forms of the texts in `strings/`.
    Strings,
    /// Train the compression dictionary of the record engine.
    Dictionary(dictionary::Arguments),
    /// Check the tables of facts in `knowledge/`, or compile them.
    Knowledge(knowledge::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().chore {
        Chore::Test(arguments) => test::run(&arguments),
        Chore::Strings => strings::write().map(|()| ExitCode::SUCCESS),
        Chore::Dictionary(arguments) => dictionary::run(&arguments).map(|()| ExitCode::SUCCESS),
        Chore::Knowledge(arguments) => knowledge::run(&arguments).map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|problem| {
        eprintln!("{problem}");
        ExitCode::FAILURE
    })
}
