//! Files kept in the record.

use crate::arguments::{Attach, Extract};
use crate::failure::Failure;
use crate::file;
use crate::output::Page;
use crate::program::{Answer, Program};
use crate::show::{self, short};
use pocketchart::NewFile;
use pocketchart_strings::Message;
use serde_json::json;
use std::io::Write;

pub(super) fn attach(program: &Program, asked: Attach) -> Result<Answer, Failure> {
    let bytes = file::read(&asked.file)?;
    let mut chart = program.open()?;
    let (name, size) = (file::name(&asked.file).unwrap_or_default(), bytes.len() as u64);
    let kept = chart.attach(NewFile {
        name: name.clone(),
        media_type: asked.media_type.unwrap_or_else(|| file::media_type(&asked.file)),
        title: asked.title,
        bytes,
        same_person: asked.same_person,
    })?;
    let id = kept.id;
    let mut page = Page::default();
    page.line(program.show(&Message::AttachDone {
        name: name.into(),
        size: program.output.text().size(size).into(),
        id: short(&id).into(),
    }));
    for line in show::file_found(program.output.text(), &kept.found) {
        page.line(line);
    }
    Ok(Answer::new(
        page,
        json!({
            "id": show::id(&id), "short": short(&id), "bytes": size, "file": show::file_document(&kept.found),
        }),
    ))
}

pub(super) fn extract(program: &Program, asked: &Extract) -> Result<Answer, Failure> {
    let mut out = file::create(&asked.out)?;
    let chart = program.open()?;
    let found = chart.extract(program.find(&chart, &asked.id)?)?;
    let unwritable = |_| file::unwritable(&asked.out);
    out.write_all(&found.bytes).map_err(unwritable)?;
    let size = out.finish()?;
    let mut page = Page::default();
    page.line(program.show(&Message::FileWritten {
        file: file::shown(&asked.out).into(),
        size: program.output.text().size(size).into(),
    }));
    let json = json!({
        "file": file::shown(&asked.out), "bytes": size, "type": found.media_type, "name": found.name,
    });
    Ok(Answer::new(page, json))
}
