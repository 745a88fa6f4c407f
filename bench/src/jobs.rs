//! The jobs of record-and-sync.md §9.

use crate::alternatives::{self as other, plain_sqlite};
use crate::data::{self, Resource};
use crate::measure::{bytes, heap, median, millis};
use crate::ours;
use crate::report::Report;
use pocketchart_record::{NewEntry, Section};
use std::time::Duration;

pub fn run(report: &mut Report) {
    let bundles = data::bundles();
    let mut resources: Vec<Resource> = Vec::new();
    for bundle in &bundles {
        resources.extend(data::resources(bundle));
    }
    open_allergies(report, &resources);
    add_one(report, &resources);
    visit(report, &resources);
    one_observation(report, &resources);
    new_device(report, &resources);
    memory(report);
}

fn allergy(number: usize) -> NewEntry {
    let body = format!(
        "{{\"resourceType\":\"AllergyIntolerance\",\"id\":\"a{number}\",\"clinicalStatus\":{{\"coding\":[{{\"system\":\
         \"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical\",\"code\":\"active\"}}]}},\"code\":\
         {{\"coding\":[{{\"system\":\"http://snomed.info/sct\",\"code\":\"{}\",\"display\":\"Substance {number}\"}}]}},\
         \"patient\":{{\"reference\":\"Patient/1\"}},\"recordedDate\":\"2019-03-{:02}\"}}",
        91_930_000 + number,
        1 + number % 28,
    );
    NewEntry::new(Section::Allergies, "fhir/AllergyIntolerance", body.into_bytes())
}

fn open_allergies(report: &mut Report, resources: &[Resource]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut record = ours::create(&folder.path().join("record"));
    ours::fill(&mut record, resources);
    record.append((0..40).map(allergy).collect()).expect("appended");
    drop(record);
    let time = median(21, || (), |()| {
        let record = ours::open(&folder.path().join("record"));
        let head = record.head(Section::Allergies).expect("a page");
        assert!(head.newest.len() >= 40);
    });
    let file = folder.path().join("plain.db");
    let plain = plain_sqlite::open(&file);
    plain.execute_batch("BEGIN").expect("begun");
    for resource in resources {
        plain_sqlite::add(&plain, resource);
    }
    for number in 0..40 {
        let entry = allergy(number);
        let body = entry.body.unwrap_or_default();
        plain_sqlite::add(&plain, &Resource { kind: entry.kind, section: Section::Allergies, body });
    }
    plain.execute_batch("COMMIT").expect("committed");
    drop(plain);
    let sqlite = median(21, || (), |()| {
        let plain = plain_sqlite::open(&file);
        assert!(plain_sqlite::list(&plain, Section::Allergies.code(), 40) > 0);
    });
    let saved = other::automerge_of(resources).save();
    let automerge = median(5, || (), |()| assert!(other::automerge_read(&saved, 40) > 0));
    report.row(
        "open the sealed store (key at hand) and show 40 allergies, CPU",
        millis(time),
        "≤ 2 ms",
        Some(time <= Duration::from_millis(2)),
        format!(
            "plain SQLite rows in clear {}; one Automerge document of fields {} ({} resources)",
            millis(sqlite),
            millis(automerge),
            resources.len()
        ),
    );
}

fn add_one(report: &mut Report, resources: &[Resource]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut record = ours::create(&folder.path().join("record"));
    ours::fill(&mut record, resources);
    let mut number = 0;
    let time = median(
        101,
        || {
            number += 1;
            ours::observation(number)
        },
        |entry| drop(record.append(vec![entry]).expect("appended")),
    );
    let plain = plain_sqlite::open(&folder.path().join("plain.db"));
    let one = resources.iter().find(|it| it.section == Section::Results).expect("an observation");
    let sqlite = median(101, || (), |()| plain_sqlite::add(&plain, one));
    let mut document = other::automerge_of(resources);
    let mut at = resources.len();
    let automerge = median(21, || (), |()| {
        at += 1;
        other::automerge_add(&mut document, at, one);
        document.commit();
    });
    report.row(
        "add one entry: sealed, signed, durable, CPU",
        millis(time),
        "≤ 1 ms",
        Some(time <= Duration::from_millis(1)),
        format!(
            "plain SQLite row in clear {}; Automerge, in memory only {}",
            millis(sqlite),
            millis(automerge)
        ),
    );
}

fn visit(report: &mut Report, resources: &[Resource]) {
    let sections =
        [Section::Medications, Section::Problems, Section::Results, Section::Results, Section::Results, Section::Encounters];
    let pick = |skip: usize| -> Vec<NewEntry> {
        sections
            .iter()
            .enumerate()
            .filter_map(|(place, section)| {
                let mut found = resources.iter().filter(|it| it.section == *section && it.body.len() < 2000);
                found.nth(skip * 3 + place).map(ours::entry)
            })
            .collect()
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut phone = ours::create(&folder.path().join("phone"));
    let mut desk = ours::pair(&mut phone, &folder.path().join("desk"));
    ours::fill(&mut phone, resources);
    assert!(ours::sync(&mut phone, &mut desk).same);
    let mut size = 0;
    let mut times = Vec::new();
    for number in 0..11 {
        desk.append(pick(number % 5)).expect("appended");
        let (_, first) = pocketchart_record::SyncSession::start(&mut desk, phone.device()).expect("a session");
        let mut session = pocketchart_record::SyncSession::answer(&mut phone, desk.device()).expect("a session");
        size = first.iter().map(Vec::len).sum();
        times.push(median(1, || (), |()| {
            for message in &first {
                session.receive(&mut phone, message).expect("taken in");
            }
        }));
        assert!(ours::sync(&mut desk, &mut phone).same);
    }
    times.sort();
    let time = times[times.len() / 2];
    let json: usize = pick(0).iter().map(|it| it.body.as_ref().map_or(0, Vec::len)).sum();
    report.row(
        "merge a visit of 6 entries in 4 sections, all checks, durable, CPU",
        millis(time),
        "≤ 4 ms",
        Some(time <= Duration::from_millis(4)),
        format!("{} on the wire for {} of JSON", bytes(size), bytes(json)),
    );
}

fn one_observation(report: &mut Report, resources: &[Resource]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut phone = ours::create(&folder.path().join("phone"));
    let mut tablet = ours::pair(&mut phone, &folder.path().join("tablet"));
    let observations: Vec<&Resource> = resources.iter().filter(|it| it.kind == "fhir/Observation").collect();
    ours::fill(&mut phone, resources);
    assert!(ours::sync(&mut phone, &mut tablet).same);
    let nothing = ours::sync(&mut phone, &mut tablet);
    let mut sizes: Vec<(usize, f64, &Resource)> = observations
        .iter()
        .step_by(observations.len() / 40 + 1)
        .map(|one| {
            phone.append(vec![ours::entry(one)]).expect("appended");
            let met = ours::sync(&mut phone, &mut tablet);
            assert!(met.same);
            (met.bytes, met.round_trips, *one)
        })
        .collect();
    sizes.sort_by_key(|(size, _, _)| *size);
    let (size, round_trips, one) = sizes[sizes.len() / 2];
    let most = sizes.last().map_or(0, |(size, _, _)| *size);
    let (mut left, mut states) = (other::automerge_of(resources), Default::default());
    let mut right = left.fork();
    other::automerge_put_body(&mut left, resources.len(), one);
    let (cold, cold_trips) = other::automerge_sync(&mut left, &mut right, &mut states);
    other::automerge_put_body(&mut left, resources.len() + 1, one);
    let (warm, _) = other::automerge_sync(&mut left, &mut right, &mut states);
    let (loro, loro_vector) = other::loro_update(resources, one);
    let (yrs, yrs_vector) = other::yrs_update(resources, one);
    report.row(
        "bytes for one new Observation between two devices (median of 40), all messages",
        format!("{size} B, {round_trips} round trip; largest {most} B"),
        "≤ 512 B, goal 420, one round trip",
        Some(size <= 512 && round_trips <= 1.0),
        format!(
            "its JSON {} B, gzip {} B, zstd {} B, all in clear and unsigned; Automerge sync cold {cold} B in \
             {cold_trips} round trips, warm {warm} B; loro update {loro} B + vector {loro_vector} B; yrs update {yrs} B \
             + vector {yrs_vector} B",
            one.body.len(),
            other::gzip(&one.body),
            other::zstd(&one.body, 19),
        ),
    );
    let (quiet, _) = other::automerge_sync(&mut left, &mut right, &mut Default::default());
    report.row(
        "nothing new, whole record",
        format!("{} B", nothing.bytes),
        "≤ 64 B",
        Some(nothing.bytes <= 64),
        format!("Automerge sync {quiet} B for one document"),
    );
}

fn new_device(report: &mut Report, resources: &[Resource]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut phone = ours::create(&folder.path().join("phone"));
    ours::fill(&mut phone, resources);
    let mut tablet = ours::pair(&mut phone, &folder.path().join("tablet"));
    let met = ours::sync(&mut phone, &mut tablet);
    assert!(met.same);
    let bodies: Vec<u8> = resources.iter().flat_map(|it| it.body.iter().copied()).collect();
    let best = other::zstd(&bodies, 19);
    let ratio = met.bytes as f64 / best as f64;
    report.row(
        &format!("a new device fetches the whole record ({} resources), with signatures", resources.len()),
        format!("{}, {ratio:.2} × zstd -19", bytes(met.bytes)),
        "≤ 3 × `zstd -19` of the same bodies, goal 2 ×",
        Some(ratio <= 3.0),
        format!(
            "zstd -19 of all bodies at once {}; all bodies as JSON, as CouchDB-style replication sends them, {}",
            bytes(best),
            bytes(bodies.len())
        ),
    );
}

fn memory(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut record = ours::create(&folder.path().join("record"));
    for batch in 0..50 {
        record.append((0..500).map(|n| ours::observation(batch * 500 + n)).collect()).expect("appended");
    }
    drop(record);
    let (used, record) = heap(|| {
        let record = ours::open(&folder.path().join("record"));
        let heads: Vec<_> = Section::ALL.iter().map(|it| record.head(*it).expect("a page")).collect();
        (record, heads)
    });
    drop(record);
    let resources: Vec<Resource> = (0..25_000)
        .map(|number| {
            let entry = ours::observation(number);
            Resource { kind: entry.kind, section: entry.section, body: entry.body.unwrap_or_default() }
        })
        .collect();
    let (fields, document) = heap(|| other::automerge_of(&resources));
    drop(document);
    report.row(
        "a record of 25,000 entries opened, all head pages at hand, heap (Rust's; SQLite's page cache, at most 2 MB, besides)",
        bytes(used),
        "≤ 8 MB",
        Some(used <= 8 << 20),
        format!("one Automerge document of fields {}", bytes(fields)),
    );
}
