//! The people, devices, keys and times of the vectors: fixed, so that each run makes the same bytes.

use pocketchart_crypto::aead::Nonce;
use pocketchart_crypto::hash::{hash128, hash256};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::*;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

const CHANCE: Label = Label::new("vector-chance");

/// 2026-11-25, at noon.
pub(super) const NOON: Millis = 1_795_608_000_000;

/// Chance that follows from a name.
pub(super) struct Named(Mutex<Vec<u8>>);

impl Entropy for Named {
    fn fill(&self, buffer: &mut [u8]) {
        let mut state = self.0.lock().unwrap();
        for chunk in buffer.chunks_mut(32) {
            *state = hash256(CHANCE, &[&state]).to_vec();
            let len = chunk.len();
            chunk.copy_from_slice(&state[..len]);
        }
    }
}

/// A clock that ticks one second at each look.
pub(super) struct Ticking(AtomicU64);

impl Clock for Ticking {
    fn now(&self) -> Millis {
        self.0.fetch_add(1000, Ordering::Relaxed)
    }
}

/// A clock that somebody sets, however often it is looked at.
pub(super) struct Hands(AtomicU64);

impl Hands {
    /// So many seconds past noon.
    pub(super) fn set(&self, seconds: u64) {
        self.0.store(NOON + 1000 * seconds, Ordering::Relaxed);
    }
}

impl Clock for Hands {
    fn now(&self) -> Millis {
        self.0.load(Ordering::Relaxed)
    }
}

/// Chance by that name, and a clock that shows noon until it is set.
pub(super) fn context_with_hands(name: &str) -> (Context, Arc<Hands>) {
    let hands = Arc::new(Hands(AtomicU64::new(NOON)));
    let chance = Named(Mutex::new(name.as_bytes().to_vec()));
    (Context::new(hands.clone(), Arc::new(chance)), hands)
}

/// Chance by that name, and a clock that starts at noon.
pub(super) fn context(name: &str) -> Context {
    let chance = Named(Mutex::new(name.as_bytes().to_vec()));
    Context::new(Arc::new(Ticking(AtomicU64::new(NOON))), Arc::new(chance))
}

pub(super) fn bytes<const N: usize>(name: &str) -> [u8; N] {
    context(name).random()
}

pub(super) fn secret(name: &str) -> Secret<32> {
    Secret::from_bytes(bytes(name))
}

pub(super) fn nonce(name: &str) -> Nonce {
    Nonce::from_bytes(bytes(name))
}

pub(super) fn words() -> RecoveryWords {
    RecoveryWords::make(&context("words"))
}

pub(super) fn identity(of: &str) -> SigningKey {
    match of {
        "patient" => words().derive_identity(),
        other => SigningKey::from_seed(&secret(other)),
    }
}

pub(super) fn author(of: &str) -> AuthorId {
    AuthorId(*identity(of).public().as_bytes())
}

pub(super) fn record() -> RecordId {
    RecordId(hash128(Label::new("record"), &[&author("patient").0]))
}

pub(super) fn device(name: &str) -> DeviceKeys {
    DeviceKeys::from_seed(secret(name))
}

pub(super) fn document(name: &str) -> DocumentId {
    DocumentId(bytes(name))
}

/// A device's certificate by its author.
pub(super) fn certificate(of: &str, name: &str) -> Statement {
    certify(record(), &identity(of), device(name).public(), name, NOON)
}

/// The key of a section, the one that all vectors use.
pub(super) fn section_key(section: Section) -> SectionKey {
    SectionKey::new(section, section_secret(section))
}

pub(super) fn section_secret(section: Section) -> Secret<32> {
    secret(section.name())
}

/// A laboratory result as a hospital sends it.
pub(super) const GLUCOSE: &str = r#"{"resourceType":"Observation","id":"f001","identifier":[{"use":"official","system":"https://hospital.example.org/observations","value":"6323"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory","display":"Laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"15074-8","display":"Glucose [Moles/volume] in Blood"}]},"subject":{"reference":"Patient/p1","display":"A. Example"},"effectiveDateTime":"2026-11-24T09:30:10+01:00","issued":"2026-11-24T15:30:10+01:00","performer":[{"reference":"Practitioner/f005"}],"valueQuantity":{"value":6.30,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"},"referenceRange":[{"low":{"value":3.1,"unit":"mmol/L"},"high":{"value":6.2,"unit":"mmol/L"}}]}"#;
