//! Looking for a hospital in a directory.

use crate::arguments::FindSource;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Page, quiet, strong};
use crate::program::{Answer, Program};
use pocketchart::{Brand, BrandPlace, brands};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::BufReader;

/// More are not read by anybody: they are counted.
const SHOWN: usize = 50;

pub(super) fn find(program: &Program, asked: &FindSource) -> Result<Answer, Failure> {
    let directory = BufReader::with_capacity(1 << 20, file::open(&asked.brands)?);
    let found = brands(directory, &asked.words.join(" "));
    let found = found.map_err(|_| Failure::new("source-no-directory", Exit::Refused))?;
    let mut page = Page::default();
    if found.is_empty() {
        page.line(program.show(&Message::SourceNotFound));
    }
    for brand in found.iter().take(SHOWN) {
        page.line(strong(brand.name.clone()));
        let places: Vec<String> = brand
            .places
            .iter()
            .map(place)
            .filter(|it| !it.is_empty())
            .collect();
        if !places.is_empty() {
            page.line(format!("  {}", places.join(" · ")));
        }
        for base in &brand.bases {
            page.line(format!("  {base}"));
        }
    }
    if let Some(more) = found.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        page.line(quiet(
            program.show(&Message::SourceFoundMore { count: more.into() }),
        ));
    }
    if !found.is_empty() {
        page.blank().line(quiet(program.show(&Message::SourceFoundNext)));
    }
    Ok(Answer::new(
        page,
        json!({ "found": found.iter().map(document).collect::<Value>() }),
    ))
}

fn place(it: &BrandPlace) -> String {
    let parts = [&it.postal_code, &it.city, &it.state];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(" ")
}

fn document(it: &Brand) -> Value {
    let place =
        |it: &BrandPlace| json!({ "city": it.city, "state": it.state, "postal_code": it.postal_code });
    json!({ "name": it.name, "places": it.places.iter().map(place).collect::<Value>(), "bases": it.bases })
}
