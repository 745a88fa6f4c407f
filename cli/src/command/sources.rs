//! Servers of hospitals and practices: found, connected, pulled, forgotten.

mod add;
mod callback;
mod find;
mod key;
mod pull;

use super::grant::short;
use crate::arguments::{RemoveSource, Sources, SourcesAct};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, Table, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{Chart, OpenError, SourceView, Trouble, TypeView, Web};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn sources(program: &Program, asked: Sources) -> Result<Answer, Failure> {
    match asked.act {
        None => list(program),
        Some(SourcesAct::Find(asked)) => find::find(program, &asked),
        Some(SourcesAct::Key(asked)) => key::key(program, &asked),
        Some(SourcesAct::Add(asked)) => add::add(program, asked),
        Some(SourcesAct::Pull(asked)) => pull::pull(program, &asked),
        Some(SourcesAct::Remove(asked)) => remove(program, &asked),
    }
}

fn all(chart: &Chart) -> Result<Vec<SourceView>, Failure> {
    Ok(chart.sources().map_err(OpenError::from)?)
}

/// The connection of that name, or with these letters in front of its id.
fn named(chart: &Chart, name: &str) -> Result<SourceView, Failure> {
    let sources = all(chart)?;
    let by_name = sources.iter().find(|it| it.name == name.trim());
    let by_id = || {
        let name = name.trim().to_lowercase();
        let mut found = sources
            .iter()
            .filter(|it| name.len() >= 4 && it.id.to_string().starts_with(&name));
        found.next().filter(|_| found.next().is_none())
    };
    by_name.or_else(by_id).cloned().ok_or_else(|| {
        let names = sources.iter().map(|it| it.name.clone()).collect();
        Failure::new("source-unknown", Exit::NotFound).candidates(names)
    })
}

fn list(program: &Program) -> Result<Answer, Failure> {
    let sources = all(&program.open()?)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    if sources.is_empty() {
        page.line(program.show(&Message::SourcesNone));
    }
    for it in &sources {
        page.line(program.show(&Message::SourcesOne {
            name: it.name.as_str().into(),
            base: it.base.as_str().into(),
        }));
        granted(program, &mut page, it);
        if it.half_way {
            page.line(format!(
                "  {}",
                Mark::Caution.line(&program.show(&Message::SourcesHalfWay))
            ));
        }
        let headings = [Message::ColumnWhat, Message::ColumnWhen, Message::ColumnState];
        let mut table = Table::new(headings.map(|it| program.show(&it))).about(0);
        for search in &it.searches {
            let when = search.pulled.map_or_else(String::new, |at| words.at(at));
            let state = search.trouble.map_or_else(String::new, |it| trouble(program, it));
            table.row(mark(search.trouble), [search.name.clone(), when, state]);
        }
        if !it.searches.is_empty() {
            page.table(table);
        }
        page.blank();
    }
    page.line(quiet(program.show(&Message::SourcesNext)));
    let json = json!({ "sources": sources.iter().map(document).collect::<Value>() });
    Ok(Answer::new(page, json))
}

fn mark(trouble: Option<Trouble>) -> Mark {
    match trouble {
        None => Mark::None,
        Some(_) => Mark::Caution,
    }
}

fn granted(program: &Program, page: &mut Page, it: &SourceView) {
    if !it.granted.is_empty() {
        page.line(quiet(program.show(&Message::SourcesGranted {
            scopes: it.granted.as_str().into(),
        })));
    }
    if !it.missing.is_empty() {
        page.line(Mark::Caution.line(&program.show(&Message::SourcesMissing {
            scopes: it.missing.join(" ").into(),
        })));
    }
    if !it.stays {
        page.line(program.show(&Message::SourcesEnds));
    }
}

fn trouble(program: &Program, trouble: Trouble) -> String {
    let status = match trouble {
        Trouble::Status(status) => u64::from(status),
        _ => 0,
    };
    let id = format!("trouble-{}", trouble.name());
    let said = program.output.text().by_id(&id, &[("status", status.into())]);
    said.unwrap_or(id)
}

fn trouble_document(trouble: Option<Trouble>) -> Value {
    trouble.map_or(Value::Null, |it| {
        let status = match it {
            Trouble::Status(status) => json!(status),
            _ => Value::Null,
        };
        json!({ "id": it.name(), "status": status })
    })
}

fn document(it: &SourceView) -> Value {
    let search = |search: &TypeView| json!({ "name": search.name, "pulled": search.pulled, "trouble": trouble_document(search.trouble) });
    json!({
        "id": it.id.to_string(), "name": it.name, "base": it.base, "patient": it.patient, "added": it.added,
        "granted": it.granted.split_ascii_whitespace().collect::<Vec<_>>(), "missing": it.missing, "stays": it.stays,
        "half_way": it.half_way, "searches": it.searches.iter().map(search).collect::<Value>(),
    })
}

fn remove(program: &Program, asked: &RemoveSource) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let source = named(&chart, &asked.source)?;
    let revoked = chart.remove_source(&Web::new(), source.id)?;
    let mut page = Page::default();
    page.line(program.show(&Message::SourceRemoved {
        name: source.name.as_str().into(),
    }));
    match revoked {
        Some(true) => page.line(program.show(&Message::SourceRevoked)),
        Some(false) => page.line(Mark::Caution.line(&program.show(&Message::SourceNotRevoked))),
        None => page.line(program.show(&Message::SourceNoRevocation)),
    };
    let json = json!({ "removed": source.name, "id": short(source.id), "revoked": revoked });
    Ok(Answer::new(page, json))
}
