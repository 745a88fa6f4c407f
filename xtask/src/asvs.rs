//! The table of ASVS in `docs/asvs.md`: whole, and true where it names tests.

use std::{collections::BTreeMap, fs, io, path::Path};

use crate::{places, repository};

/// Requirements of ASVS 5.0.0 at levels 1 and 2.
const REQUIREMENTS: usize = 253;
/// What a line of the table says.
const STANDINGS: [&str; 4] = ["yes", "partly", "no", "–"];

/// A line of the table.
struct Line {
    requirements: Vec<String>,
    standing: String,
    shown_by: String,
}

fn lines(text: &str) -> Vec<Line> {
    let rows = text
        .lines()
        .filter(|it| it.starts_with("| ") && it.as_bytes().get(2).is_some_and(u8::is_ascii_digit));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        Line {
            requirements: cell(1).split(", ").map(str::to_owned).collect(),
            standing: cell(2).to_owned(),
            shown_by: cell(4).to_owned(),
        }
    })
    .collect()
}

/// What a line names in code marks.
fn named(shown_by: &str) -> impl Iterator<Item = &str> {
    shown_by.split('`').skip(1).step_by(2)
}

fn table() -> io::Result<Vec<Line>> {
    Ok(lines(&fs::read_to_string(places::root().join("docs/asvs.md"))?))
}

/// The text of all committed sources below a folder.
fn sources(root: &Path, is_one: impl Fn(&str) -> bool) -> io::Result<String> {
    let files = repository::files(root)?;
    let texts = files.iter().filter(|it| is_one(it));
    texts.map(|it| fs::read_to_string(root.join(it))).collect()
}

#[test]
fn each_requirement_stands_once() {
    let mut count = BTreeMap::new();
    for line in table().unwrap() {
        assert!(STANDINGS.contains(&line.standing.as_str()), "{}", line.standing);
        for requirement in line.requirements {
            *count.entry(requirement).or_insert(0) += 1;
        }
    }
    let twice: Vec<_> = count.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert_eq!(count.len(), REQUIREMENTS);
}

#[test]
fn what_is_done_is_shown_by_something_that_exists() {
    let root = places::root();
    let rust = sources(&root, |it| it.ends_with(".rs")).unwrap();
    let pages = sources(&root, |it| it.starts_with("web/test/") && it.ends_with(".ts")).unwrap();
    for line in table().unwrap() {
        let is_shown = !line.shown_by.is_empty();
        assert!(is_shown || line.standing != "yes", "{:?}", line.requirements);
        for name in named(&line.shown_by) {
            let exists = match name.contains('/') {
                true => root.join(name).exists(),
                false => rust.contains(&format!("fn {name}(")) || pages.contains(&format!("test(\"{name}\"")),
            };
            assert!(exists, "{name}, of {:?}", line.requirements);
        }
    }
}

#[test]
fn the_desk_starts_no_program_and_its_pages_run_no_text() {
    let root = places::root();
    let server = sources(&root, |it| {
        it.ends_with(".rs") && (it.starts_with("clinic/src/") || it.starts_with("serving/src/"))
    });
    let pages = sources(&root, |it| it.starts_with("web/desk/") && it.ends_with(".ts"));
    let (server, pages) = (server.unwrap(), pages.unwrap());
    assert!(server.contains("rusqlite::") && pages.contains("document"));
    for (text, word) in [
        (&server, "process::Command"),
        (&server, "Command::new"),
        (&pages, "innerHTML"),
        (&pages, "eval("),
        (&pages, "new Function"),
        (&pages, "localStorage"),
        (&pages, "sessionStorage"),
        (&pages, "indexedDB"),
    ] {
        assert!(!text.contains(word), "{word}");
    }
}
