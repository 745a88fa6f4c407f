//! Maps of small numbers to values, field by field, right or wrong.

use pocketchart_record::cbor::{Canonical, Writer, to_bytes};

/// The fields of a map, in the order in which they are written.
#[derive(Clone, Default)]
pub(super) struct Fields(Vec<(u64, Vec<u8>)>);

impl Fields {
    /// With this field in place of the one of that number, or at the end.
    pub(super) fn with(mut self, key: u64, value: Vec<u8>) -> Self {
        match self.0.iter_mut().find(|field| field.0 == key) {
            Some(field) => field.1 = value,
            None => self.0.push((key, value)),
        }
        self
    }

    pub(super) fn without(mut self, key: u64) -> Self {
        self.0.retain(|field| field.0 != key);
        self
    }

    /// With two neighbours in the wrong order, counted from 0.
    pub(super) fn swapped(mut self, first: usize) -> Self {
        self.0.swap(first, first + 1);
        self
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut to = Writer::default();
        to.map(self.0.len());
        let mut bytes = to.into_bytes();
        for (key, value) in &self.0 {
            bytes.extend(uint(*key));
            bytes.extend(value);
        }
        bytes
    }
}

fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut to = Writer::default();
    write(&mut to);
    to.into_bytes()
}

pub(super) fn uint(value: u64) -> Vec<u8> {
    written(|to| {
        to.uint(value);
    })
}

pub(super) fn bytes(value: &[u8]) -> Vec<u8> {
    written(|to| {
        to.bytes(value);
    })
}

pub(super) fn text(value: &str) -> Vec<u8> {
    written(|to| {
        to.text(value);
    })
}

pub(super) fn list(items: &[Vec<u8>]) -> Vec<u8> {
    let head = written(|to| {
        to.array(items.len());
    });
    [head, items.concat()].concat()
}

pub(super) fn value<T: Canonical>(value: &T) -> Vec<u8> {
    to_bytes(value)
}
