//! The control: what the same kind of changes do to plain Automerge when their bytes are decoded.
//!
//! A chunk of Automerge's is magic, checksum, type, length, content; whoever can send one can make the checksum right.

use super::shape::mutated;
use crate::many::caught;
use crate::world::Seeded;
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, Change, ROOT, ScalarValue};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHANGE: u8 = 1;

/// A document as ours are: bytes under keys of the root map, by two actors in turn.
pub fn document() -> Automerge {
    let mut document = Automerge::new();
    for number in 0..8_u8 {
        document = document.with_actor(ActorId::from([number % 2; 16]));
        let mut change = document.transaction();
        for part in 0..3 {
            let scalar = ScalarValue::Bytes(vec![number; 40]);
            change.put(ROOT, format!("{number}.{part}"), scalar).unwrap();
        }
        change.commit();
    }
    document
}

/// A change that follows the document, and the document.
fn next() -> (Automerge, Vec<u8>) {
    let document = document();
    let mut after = document.fork().with_actor(ActorId::from([1; 16]));
    let mut change = after.transaction();
    for part in 0..3 {
        let scalar = ScalarValue::Bytes(vec![part; 40]);
        change.put(ROOT, format!("next.{part}"), scalar).unwrap();
    }
    change.commit();
    let change = after.get_last_local_change().unwrap();
    (document, change.raw_bytes().to_vec())
}

/// The content of a chunk in the frame of one, with a right checksum.
pub fn framed(content: &[u8]) -> Vec<u8> {
    let mut counted = vec![CHANGE];
    let mut length = content.len();
    while length >= 0x80 {
        counted.push(length as u8 | 0x80);
        length >>= 7;
    }
    counted.push(length as u8);
    counted.extend_from_slice(content);
    let hash = Sha256::digest(&counted);
    [&MAGIC[..], &hash[..4], &counted].concat()
}

/// What a changed change did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It was refused, or taken in without harm.
    None,
    /// The document that took it in does not load once it is saved.
    Unloadable,
    /// A panic, with its place.
    Panic(String),
}

/// Applies a change's bytes to a document, saves it, and loads it.
pub fn apply(document: &Automerge, bytes: &[u8]) -> Effect {
    let mut document = document.clone();
    let done = caught(|| {
        let Ok(change) = Change::try_from(bytes) else {
            return Effect::None;
        };
        if document.apply_changes([change]).is_err() {
            return Effect::None;
        }
        match Automerge::load(&document.save()) {
            Ok(_) => Effect::None,
            Err(_) => Effect::Unloadable,
        }
    });
    done.unwrap_or_else(|message| Effect::Panic(place(&message)))
}

/// The file and line of the library's source where it panicked.
fn place(message: &str) -> String {
    let at = message.split("panicked at ").nth(1).unwrap_or(message);
    let path = at.split(":\n").next().unwrap_or(at);
    let path = path.rsplit("/src/").next().unwrap_or(path);
    path.split(':').take(2).collect::<Vec<_>>().join(":")
}

/// What some mutants did: how many of each effect, and the first bytes that panicked at each place.
#[derive(Default)]
pub struct Damage {
    pub panics: u64,
    pub unloadable: u64,
    pub places: BTreeMap<String, Vec<u8>>,
}

/// Mutants from one number on.
pub fn damage(from: u64, count: u64) -> Damage {
    let (document, change) = next();
    // Behind magic, checksum, type and a length of one or two bytes lies the content.
    let at = if change[9] < 0x80 { 10 } else { 11 };
    let mut damage = Damage::default();
    for number in from..from + count {
        let chance = Seeded::new(number ^ 0xa07e);
        let mutant = framed(&mutated(&chance, change[at..].to_vec()));
        match apply(&document, &mutant) {
            Effect::None => (),
            Effect::Unloadable => damage.unloadable += 1,
            Effect::Panic(place) => {
                damage.panics += 1;
                damage.places.entry(place).or_insert(mutant);
            }
        }
    }
    damage
}
