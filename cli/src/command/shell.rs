//! What shells and manuals need, from the one description of the command line.

use crate::failure::{Exit, Failure};
use crate::file;
use crate::help;
use crate::output::Page;
use crate::program::{Answer, Program};
use clap_complete::Shell;
use clap_mangen::Man;
use pocketchart_strings::Message;
use serde_json::json;
use std::path::Path;

pub(super) fn completions(program: &Program, shell: Shell) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        shell,
        &mut help::command(program.output.text()),
        "pocketchart",
        &mut script,
    );
    let script = String::from_utf8_lossy(&script).into_owned();
    let mut page = Page::default();
    page.exact(script.trim_end());
    Ok(Answer::new(
        page,
        json!({ "shell": shell.to_string(), "script": script }),
    ))
}

pub(super) fn man(program: &Program, folder: Option<&Path>) -> Result<Answer, Failure> {
    let command = help::command(program.output.text());
    let mut page = Page::default();
    let Some(folder) = folder else {
        let mut text = Vec::new();
        Man::new(command)
            .render(&mut text)
            .map_err(|_| Failure::new("output-failed", Exit::Other))?;
        let text = String::from_utf8_lossy(&text).into_owned();
        page.exact(text.trim_end());
        return Ok(Answer::new(page, json!({ "page": text })));
    };
    file::folder(folder)?;
    clap_mangen::generate_to(command, folder).map_err(|_| file::unwritable(folder))?;
    page.line(program.show(&Message::ManDone {
        folder: file::shown(folder).into(),
    }));
    Ok(Answer::new(page, json!({ "folder": file::shown(folder) })))
}
