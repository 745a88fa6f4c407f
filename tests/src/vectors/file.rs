//! Vectors as files.

use super::{Format, Input, Refused};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What an input stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// It is accepted, and means this.
    Means(Value),
    /// It is refused, for this reason. With the values of `repair` in place of its own it would be accepted.
    Refused { class: String, repair: Input },
}

/// One vector.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    pub format: String,
    pub name: String,
    /// What is special about it; of a bad one, its only fault.
    pub about: String,
    pub input: Input,
    pub expected: Expected,
    /// Made with the system's chance: making it again gives other bytes.
    pub once: bool,
}

/// Where vectors lie.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

impl Vector {
    /// Its file, below [`folder`].
    pub fn path(&self) -> PathBuf {
        Path::new(&self.format).join(format!("{}.json", self.name))
    }

    pub fn to_json(&self) -> String {
        let mut value = json!({"about": self.about, "input": self.input.0});
        match &self.expected {
            Expected::Means(meaning) => value["means"] = meaning.clone(),
            Expected::Refused { class, repair } => {
                value["refused"] = json!(class);
                value["repair"] = Value::Object(repair.0.clone());
            }
        }
        if self.once {
            value["once"] = json!(true);
        }
        format!("{value:#}\n")
    }

    /// Reads a file's text; its format and name are those of its folder and file.
    pub fn from_json(path: &Path, text: &str) -> Self {
        let value: Value = serde_json::from_str(text).unwrap();
        let name = |path: Option<&std::ffi::OsStr>| path.unwrap().to_str().unwrap().to_owned();
        let object = |value: &Value| Input(value.as_object().unwrap().clone());
        Self {
            format: name(path.parent().unwrap().file_name()),
            name: name(path.file_stem()),
            about: value["about"].as_str().unwrap().to_owned(),
            input: object(&value["input"]),
            expected: match value.get("means") {
                Some(meaning) => Expected::Means(meaning.clone()),
                None => Expected::Refused {
                    class: value["refused"].as_str().unwrap().to_owned(),
                    repair: object(&value["repair"]),
                },
            },
            once: value.get("once").is_some(),
        }
    }
}

/// Adds vectors of one format.
pub(super) struct Maker<'v> {
    format: Format,
    to: &'v mut Vec<Vector>,
    once: bool,
}

impl<'v> Maker<'v> {
    pub(super) fn new(format: Format, to: &'v mut Vec<Vector>) -> Self {
        Self {
            format,
            to,
            once: false,
        }
    }

    /// What is added from here on is made with the system's chance.
    pub(super) fn once(self) -> Self {
        Self { once: true, ..self }
    }

    /// An input that the engine accepts.
    pub(super) fn good(&mut self, name: &str, about: &str, input: &Input) {
        let meaning = (self.format.read)(input);
        assert!(meaning.is_ok(), "{name}: {meaning:?}");
        self.add(name, about, input, Expected::Means(meaning.unwrap_or_default()));
    }

    /// An input that the engine refuses for this reason, and would accept if `repair` were so.
    pub(super) fn bad(
        &mut self,
        name: &str,
        fault: &str,
        class: &str,
        detail: &str,
        input: &Input,
        repair: Input,
    ) {
        assert_eq!(
            (self.format.read)(input),
            Err(Refused::new(class, detail)),
            "{name}"
        );
        let repaired = (self.format.read)(&input.repaired(&repair));
        assert!(repaired.is_ok(), "{name} repaired: {repaired:?}");
        let class = class.to_owned();
        self.add(name, fault, input, Expected::Refused { class, repair });
    }

    fn add(&mut self, name: &str, about: &str, input: &Input, expected: Expected) {
        self.to.push(Vector {
            format: self.format.name.to_owned(),
            name: name.to_owned(),
            about: about.to_owned(),
            input: input.clone(),
            expected,
            once: self.once,
        });
    }
}

/// The bytes with their only occurrence of `from` replaced.
pub(super) fn edited(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at..].starts_with(from))
        .collect();
    assert_eq!(places.len(), 1, "{from:02x?} occurs {} times", places.len());
    [&bytes[..places[0]], to, &bytes[places[0] + from.len()..]].concat()
}

/// The bytes with one bit of the byte at `at` flipped.
pub(super) fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
}
