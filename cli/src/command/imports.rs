//! The files that were brought in, and taking one back.

use super::grant::short;
use crate::arguments::{Imports, ImportsAct, UndoImport};
use crate::failure::Failure;
use crate::output::{Mark, Page, Table, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use pocketchart::{Chart, ImportView, UndoError};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn imports(program: &Program, asked: Imports) -> Result<Answer, Failure> {
    match asked.act {
        None => list(program),
        Some(ImportsAct::Undo(asked)) => undo(program, &asked),
    }
}

fn list(program: &Program) -> Result<Answer, Failure> {
    let imports = program.open()?.imports()?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    if imports.is_empty() {
        page.line(program.show(&Message::ImportsNone));
    } else {
        let headings = [
            Message::ColumnId,
            Message::ColumnFile,
            Message::ColumnWhen,
            Message::ColumnBrought,
            Message::ColumnState,
        ];
        let mut table = Table::new(headings.map(|it| program.show(&it))).about(1).keep(0);
        let foreign = imports.iter().filter_map(|it| Some((it, it.origin.as_ref()?)));
        let foreign: Vec<String> = foreign
            .map(|(it, origin)| format!("  {}  {}", short(it.id), show::origin(words, origin)))
            .collect();
        for it in &imports {
            let brought = program.show(&Message::ImportsBrought {
                new: it.new.into(),
                updated: it.updated.into(),
                unreadable: it.unreadable.into(),
            });
            let cells = [
                short(it.id),
                it.file.clone(),
                words.at(it.at),
                brought,
                standing(program, it),
            ];
            table.row(Mark::None, cells);
        }
        page.table(table);
        if !foreign.is_empty() {
            page.blank().line(program.show(&Message::ImportsForeign));
            for line in foreign {
                page.line(Mark::Caution.line(&line));
            }
        }
        page.blank().line(quiet(program.show(&Message::ImportsNext)));
    }
    Ok(Answer::new(
        page,
        json!({ "imports": imports.iter().map(document).collect::<Value>() }),
    ))
}

fn standing(program: &Program, import: &ImportView) -> String {
    let all = import.new + import.updated + import.unreadable;
    program.show(&match import.over {
        0 => Message::ImportsHolds,
        over if over == all && import.undone > 0 => Message::ImportsUndone,
        over => Message::ImportsOver { count: over.into() },
    })
}

fn undo(program: &Program, asked: &UndoImport) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let view = found(&chart, &asked.import)?;
    let reason = match &asked.reason {
        Some(reason) => reason.clone(),
        None => program.show(&Message::UndoReason {
            file: view.file.as_str().into(),
        }),
    };
    let undone = chart.undo_import(view.id, Some(&reason))?;
    let mut page = Page::default();
    page.line(program.show(&Message::UndoDone {
        file: view.file.as_str().into(),
        withdrawn: undone.withdrawn.into(),
    }));
    if undone.put_back > 0 {
        page.line(program.show(&Message::UndoPutBack {
            count: undone.put_back.into(),
        }));
    }
    if undone.left > 0 {
        page.line(program.show(&Message::UndoLeft {
            count: undone.left.into(),
        }));
    }
    page.line(quiet(program.show(&Message::UndoNext)));
    let json = json!({
        "import": view.id.to_string(), "withdrawn": undone.withdrawn, "put_back": undone.put_back,
        "left": undone.left,
    });
    Ok(Answer::new(page, json))
}

/// The import whose name begins so.
fn found(chart: &Chart, typed: &str) -> Result<ImportView, Failure> {
    let typed = typed.trim().to_lowercase();
    let mut imports = chart.imports()?;
    let known = imports.iter().map(|it| it.id.to_string()).collect();
    imports.retain(|it| typed.len() >= 4 && it.id.to_string().starts_with(&typed));
    match (imports.pop(), imports.is_empty()) {
        (Some(import), true) => Ok(import),
        _ => Err(Failure::from(UndoError::NoSuchImport).candidates(known)),
    }
}

fn document(import: &ImportView) -> Value {
    let sections = import
        .sections
        .iter()
        .map(|(section, count)| (section.name().to_owned(), Value::from(*count)));
    json!({
        "import": import.id.to_string(), "at": import.at, "file": import.file, "form": import.form.name(),
        "by": import.author.name, "device": import.device, "new": import.new, "updated": import.updated,
        "unreadable": import.unreadable, "over": import.over, "undone": import.undone,
        "sections": Value::Object(sections.collect()), "origin": import.origin.as_ref().map(show::origin_document),
    })
}
