//! Pocketchart's records as the benchmarks use them.

use crate::data::Resource;
use pocketchart::FhirBodies;
use pocketchart_crypto::Secret;
use pocketchart_record::*;
use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;

pub fn unlock() -> Unlock {
    Unlock::Key(Secret::from_bytes([7; 32]))
}

pub fn setup(folder: &Path) -> Setup {
    Setup {
        place: Place::new(folder, Arc::new(NoFreshness)),
        context: Context::system(),
        bodies: Arc::new(FhirBodies),
        authority: Arc::new(Permissions),
    }
}

pub fn create(folder: &Path) -> Record {
    let words = RecoveryWords::make(&Context::system());
    Record::create(setup(folder), &words, &unlock(), KdfLevel::Fast, "bench").expect("a record")
}

pub fn open(folder: &Path) -> Record {
    Record::open(setup(folder), &unlock(), Rollback::Refuse).expect("a record")
}

pub fn pair(with: &mut Record, folder: &Path) -> Record {
    let applicant = Applicant::new(&Context::system());
    let welcome = with.welcome_device(applicant.public(), "other", &unlock()).expect("a welcome");
    Record::join(setup(folder), applicant, welcome, &unlock(), KdfLevel::Fast).expect("a record")
}

pub fn entry(resource: &Resource) -> NewEntry {
    NewEntry::new(resource.section, &resource.kind, resource.body.clone())
}

pub fn fill(record: &mut Record, resources: &[Resource]) {
    for batch in resources.chunks(500) {
        record.append(batch.iter().map(entry).collect()).expect("appended");
    }
}

/// An observation like those of the sample data, numbered so that no two are the same.
pub fn observation(number: usize) -> NewEntry {
    // One each half hour, so that no two are readings of one moment.
    let (day, slot) = (number / 48, number % 48);
    let body = format!(
        "{{\"resourceType\":\"Observation\",\"id\":\"{number:08x}-7c1e-4b52-9d0a-3f6f00{number:06x}\",\"status\":\"final\",\
         \"category\":[{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\",\
         \"code\":\"laboratory\",\"display\":\"laboratory\"}}]}}],\"code\":{{\"coding\":[{{\"system\":\"http://loinc.org\",\
         \"code\":\"4548-4\",\"display\":\"Hemoglobin A1c/Hemoglobin.total in Blood\"}}],\"text\":\"Hemoglobin A1c\"}},\
         \"subject\":{{\"reference\":\"urn:uuid:5cbc121b-cd71-4428-b8b7-31e53eba8184\"}},\
         \"effectiveDateTime\":\"{:04}-{:02}-{:02}T{:02}:{:02}:00-05:00\",\"valueQuantity\":{{\"value\":{}.{:02},\
         \"unit\":\"%\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"%\"}}}}",
        1990 + day / 336,
        1 + day / 28 % 12,
        1 + day % 28,
        slot / 2,
        slot % 2 * 30,
        4 + number % 6,
        number % 100,
    );
    NewEntry::new(Section::Results, "fhir/Observation", body.into_bytes())
}

#[derive(Default, Debug)]
pub struct Met {
    pub bytes: usize,
    pub round_trips: f64,
    pub same: bool,
}

/// A whole session between two records.
pub fn sync(left: &mut Record, right: &mut Record) -> Met {
    let (mut one, first) = SyncSession::start(left, right.device()).expect("a session");
    let mut other = SyncSession::answer(right, left.device()).expect("a session");
    let (mut to_right, mut to_left): (VecDeque<Vec<u8>>, VecDeque<Vec<u8>>) = (first.into(), VecDeque::new());
    let (mut met, mut rightwards, mut settled) = (Met::default(), true, 0);
    while !(to_right.is_empty() && to_left.is_empty()) {
        let batch: Vec<Vec<u8>> = if rightwards { to_right.drain(..) } else { to_left.drain(..) }.collect();
        settled += 1;
        for message in batch {
            met.bytes += message.len();
            let step = if rightwards { other.receive(right, &message) } else { one.receive(left, &message) };
            let step = step.expect("a step");
            if step.events.contains(&SyncEvent::Same) {
                met.same = true;
                met.round_trips = f64::from(settled) / 2.0;
            }
            if rightwards { to_left.extend(step.send) } else { to_right.extend(step.send) }
        }
        rightwards = !rightwards;
    }
    met
}
