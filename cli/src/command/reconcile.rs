//! What sources leave open, side by side, and what a person decides about it.

use crate::arguments::{Export, ExportReconciled, Format, Reconcile, ReconcileAct, Two, UndoDecision};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet, strong};
use crate::program::{Answer as Shown, Program};
use crate::show::{self, Words, short};
use pocketchart::{Answer, Chart, Decided, Doubt, EntryId, ReconcileError, Rival};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn reconcile(program: &Program, asked: Reconcile) -> Result<Shown, Failure> {
    match asked.act {
        None => list(program),
        Some(ReconcileAct::Same(two)) => decide(program, &two, Answer::Same),
        Some(ReconcileAct::Different(two)) => decide(program, &two, Answer::Different),
        Some(ReconcileAct::Right(two)) => decide(program, &two, Answer::FirstIsRight),
        Some(ReconcileAct::Both(two)) => decide(program, &two, Answer::Both),
        Some(ReconcileAct::Undo(asked)) => undo(program, &asked),
        Some(ReconcileAct::Export(asked)) => export(program, asked),
    }
}

fn list(program: &Program) -> Result<Shown, Failure> {
    let all = program.open()?.reconciliations()?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&Message::ReconcileOpen {
        count: all.open.len().into(),
    }));
    for pair in &all.open {
        let (mark, doubt) = match pair.doubt {
            Doubt::Contradiction => (Mark::Caution, Message::ReconcileContradiction),
            Doubt::Probable => (Mark::None, Message::ReconcileProbable),
        };
        let heading = format!("{}: {}", words.section(pair.section), program.show(&doubt));
        page.blank().line(mark.line(&strong(heading)));
        for side in [&pair.first, &pair.second] {
            page.line(format!("  {}", show::rival_line(words, side)));
        }
    }
    if !all.open.is_empty() {
        page.blank().line(quiet(program.show(&Message::ReconcileNext)));
    }
    if !all.decided.is_empty() {
        page.blank().line(program.show(&Message::ReconcileDecided {
            count: all.decided.len().into(),
        }));
        for it in &all.decided {
            page.blank();
            decision(program, &mut page, it);
        }
    }
    let open = all.open.iter().map(|pair| {
        json!({
            "section": pair.section.name(), "doubt": doubt(pair.doubt),
            "first": show::rival(&pair.first), "second": show::rival(&pair.second),
        })
    });
    let json = json!({
        "open": open.collect::<Value>(), "decided": all.decided.iter().map(document).collect::<Value>(),
    });
    Ok(Shown::new(page, json))
}

fn decide(program: &Program, two: &Two, answer: Answer) -> Result<Shown, Failure> {
    let mut chart = program.open()?;
    let (first, second) = (
        program.find(&chart, &two.first)?,
        program.find(&chart, &two.second)?,
    );
    let id = chart.decide(first, second, answer, two.reason.as_deref())?;
    let written = written(&chart)?;
    let it = written.iter().find(|it| it.id == id);
    let it = it.ok_or(ReconcileError::NoSuchDecision)?;
    let mut page = Page::default();
    decision(program, &mut page, it);
    page.line(quiet(program.show(&Message::ReconcileUndo {
        id: short(&id).into(),
    })));
    Ok(Shown::new(page, document(it)))
}

fn undo(program: &Program, asked: &UndoDecision) -> Result<Shown, Failure> {
    let mut chart = program.open()?;
    let name = asked.decision.trim().to_lowercase();
    let written = written(&chart)?;
    let mut found = written
        .iter()
        .filter(|it| name.len() >= 4 && it.id.hash.to_hex().starts_with(&name));
    let id = found.next().filter(|_| found.next().is_none()).map(|it| it.id);
    let id = id.ok_or(ReconcileError::NoSuchDecision)?;
    chart.undo_decision(id, asked.reason.as_deref())?;
    let mut page = Page::default();
    page.line(program.show(&Message::ReconcileUndone));
    Ok(Shown::new(page, json!({ "undone": show::id(&id) })))
}

/// The sections in which something was joined or decided, with who decided what.
fn export(program: &Program, asked: ExportReconciled) -> Result<Shown, Failure> {
    let sections = program.open()?.reconciled_sections()?;
    if sections.is_empty() {
        return Err(Failure::new("reconcile-nothing", Exit::NotFound));
    }
    let asked = Export {
        format: Format::Bundle,
        out: asked.file,
        sections,
        current: true,
        provenance: false,
        reconciled: true,
    };
    super::export::export(program, asked)
}

fn written(chart: &Chart) -> Result<Vec<Decided>, Failure> {
    Ok(chart.reconciliations()?.decided)
}

/// What was decided, by whom, and why.
fn decision(program: &Program, page: &mut Page, it: &Decided) {
    let words = Words(program.output.text());
    let said = program.show(&match it.said.answer {
        Answer::Same => Message::ReconcileSame,
        Answer::Different => Message::ReconcileDifferent,
        Answer::FirstIsRight => Message::ReconcileRight,
        Answer::Both => Message::ReconcileBoth,
    });
    page.line(format!("{} {}", strong(said), quiet(short(&it.id))));
    for side in [&it.first, &it.second] {
        let line = |side: &Rival| show::rival_line(words, side);
        let line = side
            .as_ref()
            .map_or_else(|| program.show(&Message::ItemNotHere), line);
        page.line(format!("  {line}"));
    }
    let by = words.author(&it.by);
    let at = words.at(it.at);
    let by = program.show(&Message::ReconcileBy {
        by: by.into(),
        at: at.into(),
    });
    let why = it.reason.iter().cloned();
    let lines: Vec<String> = std::iter::once(by).chain(why).collect();
    page.line(quiet(format!("  {}", lines.join(": "))));
    if !it.holds {
        page.line(Mark::Caution.line(&program.show(&Message::ReconcileNotYours)));
    }
}

fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Contradiction => "contradiction",
        Doubt::Probable => "probable",
    }
}

fn document(it: &Decided) -> Value {
    let answer = match it.said.answer {
        Answer::Same => "same",
        Answer::Different => "different",
        Answer::FirstIsRight => "first-is-right",
        Answer::Both => "both",
    };
    let ids = |ids: &[EntryId]| ids.iter().map(show::id).collect::<Value>();
    json!({
        "id": show::id(&it.id), "short": short(&it.id), "section": it.section.name(), "answer": answer,
        "first": it.first.as_ref().map(show::rival), "second": it.second.as_ref().map(show::rival),
        "first_entries": ids(&it.said.first), "second_entries": ids(&it.said.second),
        "by": show::author(&it.by), "at": show::at(it.at), "reason": it.reason, "holds": it.holds,
    })
}
