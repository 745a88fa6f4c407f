//! Pocketchart in a terminal.

mod arguments;
mod command;
mod draft;
mod failure;
mod file;
mod help;
mod output;
mod picture;
mod place;
mod plot;
mod print;
mod program;
mod secret;
mod show;
mod tour;

use arguments::Arguments;
use clap::FromArgMatches;
use failure::{Exit, Failure};
use output::{Mark, Output, Page, quiet};
use pocketchart_strings::{LanguageError, Message};
use program::{Answer, Program};
use std::alloc::System;
use std::ffi::OsString;
use std::process::ExitCode;
use zeroizing_alloc::ZeroAlloc;

/// Wipes every freed block: what was read does not stay in memory.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> Result<ExitCode, LanguageError> {
    let typed = typed();
    // What is not understood is answered as it looks to be asked.
    let json = typed.iter().any(|argument| argument == "--json");
    let output = Output::new(json)?;
    let matches = help::command(output.text()).try_get_matches_from(typed);
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => return Ok(misunderstood(&output, &error)),
    };
    let output = output.with_json(arguments.settings.json);
    let Some(command) = arguments.command else {
        let help = help::command(output.text()).render_help().ansi().to_string();
        let mut page = Page::default();
        page.exact(help.trim_end());
        return Ok(finish(
            &output,
            Ok(Answer::new(page, serde_json::json!({ "help": help }))),
        ));
    };
    let program = Program {
        output,
        settings: arguments.settings,
    };
    let answer = command::run(&program, command);
    Ok(finish(&program.output, answer))
}

/// The arguments. Started bare by `cargo run` in the source tree, the program shows itself (decision 21).
fn typed() -> Vec<OsString> {
    let mut typed: Vec<OsString> = std::env::args_os().collect();
    if typed.len() == 1 && std::env::var_os("CARGO").is_some() {
        typed.push("tour".into());
    }
    typed
}

fn finish(output: &Output, answer: Result<Answer, Failure>) -> ExitCode {
    let told = answer.and_then(|answer| {
        if !output.is_json() {
            output.page(&answer.page)?;
        } else {
            output.document(&answer.json)?;
        }
        Ok(answer.exit)
    });
    let exit = told.unwrap_or_else(|failure| {
        complain(output, &failure);
        failure.exit()
    });
    ExitCode::from(exit as u8)
}

/// A sentence, what was kept, a next step.
fn complain(output: &Output, failure: &Failure) {
    let text = output.text();
    if output.is_json() && output.document(&failure.document(text)).is_ok() {
        return;
    }
    let mut page = Page::default();
    page.line(Mark::Danger.line(&failure.sentence(text)));
    for candidate in failure.suggestions() {
        page.line(format!("    {candidate}"));
    }
    page.line(format!("  {}", failure.what_was_kept(text)));
    if let Some(next) = failure.next_step(text) {
        page.line(quiet(format!("  {next}")));
    }
    output.note(&page);
}

/// What was typed makes no sense; or it asked for help or the version.
fn misunderstood(output: &Output, error: &clap::Error) -> ExitCode {
    if error.use_stderr() && output.is_json() {
        let what = error.to_string();
        let document = serde_json::json!({ "error": {
            "id": "usage", "exit": Exit::Usage as u8, "message": what.trim(),
            "kept": output.show(&Message::KeptUnchanged), "next": null, "candidates": [],
        } });
        // Nobody can be told that nobody can be told.
        let _ = output.document(&document);
    } else {
        let _ = error.print();
    }
    ExitCode::from(if error.use_stderr() {
        Exit::Usage as u8
    } else {
        Exit::Done as u8
    })
}
