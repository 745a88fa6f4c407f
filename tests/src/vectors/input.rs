//! Values of an input. Bytes are hexadecimal; long runs of one byte are written as a list of pieces, `[hex, times]`.

use data_encoding::HEXLOWER;
use serde_json::{Map, Value, json};

/// An input, by the names of its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input(pub Map<String, Value>);

/// Shorter ones are simply written out.
const LONG: usize = 2048;
const RUN: usize = 64;

/// Bytes as they are written in a vector.
pub(super) fn hex(bytes: &[u8]) -> Value {
    if bytes.len() < LONG {
        return json!(HEXLOWER.encode(bytes));
    }
    let mut pieces: Vec<(Vec<u8>, usize)> = Vec::new();
    for run in bytes.chunk_by(|one, other| one == other) {
        match pieces.last_mut() {
            Some((piece, 1)) if run.len() < RUN => piece.extend_from_slice(run),
            _ if run.len() < RUN => pieces.push((run.to_vec(), 1)),
            _ => pieces.push((run[..1].to_vec(), run.len())),
        }
    }
    match pieces.as_slice() {
        [(all, 1)] => json!(HEXLOWER.encode(all)),
        _ => pieces
            .iter()
            .map(|(piece, times)| json!([HEXLOWER.encode(piece), times]))
            .collect(),
    }
}

fn unhex(value: &Value) -> Vec<u8> {
    match value {
        Value::Array(pieces) => {
            let piece = |piece: &Value| unhex(&piece[0]).repeat(piece[1].as_u64().unwrap() as usize);
            pieces.iter().flat_map(piece).collect()
        }
        text => HEXLOWER.decode(text.as_str().unwrap().as_bytes()).unwrap(),
    }
}

impl Input {
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    pub fn with_bytes(self, name: &str, bytes: &[u8]) -> Self {
        self.with(name, hex(bytes))
    }

    /// This input with some of its values replaced.
    pub fn repaired(&self, repair: &Input) -> Self {
        let mut whole = self.0.clone();
        whole.extend(repair.0.clone());
        Self(whole)
    }

    pub fn get(&self, name: &str) -> &Value {
        &self.0[name]
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        unhex(self.get(name))
    }

    pub fn fixed<const N: usize>(&self, name: &str) -> [u8; N] {
        self.bytes(name).try_into().unwrap()
    }

    pub fn list(&self, name: &str) -> Vec<Vec<u8>> {
        self.get(name).as_array().unwrap().iter().map(unhex).collect()
    }

    pub fn uint(&self, name: &str) -> u64 {
        self.get(name).as_u64().unwrap()
    }

    pub fn text(&self, name: &str) -> &str {
        self.get(name).as_str().unwrap()
    }
}
