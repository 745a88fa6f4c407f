//! Leaving with everything, and keeping a sealed copy elsewhere.

use crate::arguments::{Backup, Export, Format};
use crate::failure::Failure;
use crate::file;
use crate::output::{Mark, Page};
use crate::program::{Answer, Program};
use pocketchart::{BackupError, ExportForm, ExportOptions};
use pocketchart_strings::Message;
use serde_json::json;
use std::io::{BufWriter, Write};

pub(super) fn export(program: &Program, asked: Export) -> Result<Answer, Failure> {
    let mut out = file::create(&asked.out)?;
    let mut chart = program.open()?;
    let options = ExportOptions {
        form: match asked.format {
            Format::Bundle => ExportForm::Bundle,
            Format::Ndjson => ExportForm::Ndjson,
        },
        sections: Some(asked.sections).filter(|it| !it.is_empty()),
        current_only: asked.current,
        provenance: asked.provenance,
        reconciled: asked.reconciled,
    };
    let mut total = 0;
    for section in chart.sections()? {
        total += section.rows;
    }
    let bar = program.output.progress(&Message::ProgressExport, total);
    let report = chart.export(&options, BufWriter::new(&mut out), &mut |written| {
        bar.set(written)
    })?;
    drop(bar);
    let size = out.finish()?;
    let mut page = Page::default();
    page.line(program.show(&Message::ExportDone {
        file: file::shown(&asked.out).into(),
        resources: report.resources.into(),
        size: program.output.text().size(size).into(),
    }));
    if report.missing > 0 {
        let line = program.show(&Message::ExportMissing {
            count: report.missing.into(),
        });
        page.line(Mark::Caution.line(&line));
    }
    page.line(program.show(&Message::ExportUnsealed));
    let json = json!({
        "file": file::shown(&asked.out), "bytes": size, "resources": report.resources, "files": report.files,
        "missing": report.missing,
    });
    Ok(Answer::new(page, json))
}

pub(super) fn backup(program: &Program, asked: &Backup) -> Result<Answer, Failure> {
    let Some(path) = &asked.out else {
        return backup_to_relay(program);
    };
    let mut out = file::create(path)?;
    let mut chart = program.open()?;
    let mut to = BufWriter::new(&mut out);
    let report = chart.backup(&mut to)?;
    to.flush().map_err(|_| file::unwritable(path))?;
    drop(to);
    let size = out.finish()?;
    let mut page = Page::default();
    page.line(program.show(&Message::BackupDone {
        file: file::shown(path).into(),
        size: program.output.text().size(size).into(),
    }));
    page.line(program.show(&Message::BackupNext));
    Ok(Answer::new(
        page,
        json!({ "file": file::shown(path), "bytes": size, "parcels": report.parcels }),
    ))
}

/// The same, in the vault at the relay.
fn backup_to_relay(program: &Program) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let report = chart.backup_to_relay(&unlock)?;
    let relay = chart.relay().map_err(BackupError::from)?.unwrap_or_default();
    let mut page = Page::default();
    page.line(program.show(&Message::BackupAtRelay {
        address: relay.as_str().into(),
        size: program.output.text().size(report.bytes).into(),
    }));
    page.line(program.show(&Message::BackupAtRelayNext {
        address: relay.as_str().into(),
    }));
    Ok(Answer::new(
        page,
        json!({ "relay": relay, "bytes": report.bytes, "parcels": report.parcels }),
    ))
}
