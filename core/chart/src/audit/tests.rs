//! Somebody with the unlocked device and another program takes entries out of the log.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::rows;
use crate::chart::{Chart, CreateChart};
use crate::home::Home;
use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::{KdfLevel, NoFreshness, Section, Shelf, Shelved, Unlock};
use pocketchart_share::audit::{Action, AuditEvent, AuditFault, AuditStanding, Head, Outcome, Purpose};
use pocketchart_share::grant::{GrantId, Receipt, Received, Signed};
use std::sync::Arc;

fn chart() -> (Chart, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::new(folder.path().join("record"), Arc::new(NoFreshness));
    let with = CreateChart {
        unlock: &Unlock::passphrase("correct horse"),
        kdf: KdfLevel::Fast,
        device_name: "phone",
    };
    (Chart::create(&home, &with).unwrap().0, folder)
}

fn desk() -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([4; 32]))
}

/// A disclosure with everything around it; the receipt that the desk gave.
fn disclose(chart: &mut Chart) -> Vec<u8> {
    let begun = chart
        .audit_begin(AuditEvent {
            actor: Some([9; 32]),
            actor_name: Some("Harbour Clinic".into()),
            grant: Some(GrantId([7; 16])),
            sections: vec![Section::Allergies],
            purpose: Purpose::Treatment,
            ..AuditEvent::new(Action::DisclosedExtract)
        })
        .unwrap();
    let (audit_number, audit_head) = chart.audit_witness().unwrap();
    chart.audit_close(begun, Outcome::Done, 3).unwrap();
    let receipt = Receipt {
        grant: GrantId([7; 16]),
        redeemer: desk().public(),
        received: vec![Received {
            section: Section::Allergies,
            entries: 3,
            bytes: 900,
        }],
        audit_number,
        audit_head,
    };
    Signed::sign(receipt, &desk()).unwrap().to_bytes().to_vec()
}

/// Leaves the first entries, and makes the head fit.
fn cut(chart: &mut Chart, len: u64) {
    let entry = chart.audit_entry(len).unwrap();
    let mut standing = AuditStanding::default();
    standing.head = entry.as_ref().map_or(Head::START, Head::of);
    let last = rows::standing(&chart.record).unwrap().head.number;
    let removed = (len + 1..=last).map(|number| Shelved::remove(Shelf::Audit, &rows::key(number)));
    let rows = removed.chain([rows::standing_row(&standing)]).collect();
    chart.record.shelve(rows).unwrap();
}

fn faults(chart: &Chart) -> Vec<AuditFault> {
    chart.verify_audit().unwrap().findings.faults
}

#[test]
fn a_receipt_shows_what_was_cut_off() {
    let (mut chart, _folder) = chart();
    let receipt = disclose(&mut chart);
    assert!(chart.audit_receipt(&receipt).unwrap());
    chart.audit_note(AuditEvent::new(Action::CardMade)).unwrap();
    assert_eq!(faults(&chart), []);
    assert_eq!(
        chart.verify_audit().unwrap().witnessed,
        1,
        "the desk knows of the first"
    );
    let event = &chart.audit(&Default::default()).unwrap().events[1];
    assert_eq!((event.number, event.count, event.outcome), (1, 3, Outcome::Done));

    cut(&mut chart, 2);
    assert_eq!(faults(&chart), [], "nobody was told of the third");
    cut(&mut chart, 0);
    assert_eq!(
        faults(&chart),
        [AuditFault::CutOff {
            last: 0,
            witnessed: 1
        }]
    );
    // Another first entry in its place is not the one that the desk was told of.
    chart.audit_note(AuditEvent::new(Action::CardMade)).unwrap();
    assert_eq!(faults(&chart), [AuditFault::Forked { number: 1 }]);
}

#[test]
fn without_a_witness_nothing_is_seen() {
    let (mut chart, _folder) = chart();
    for _ in 0..5 {
        chart.audit_note(AuditEvent::new(Action::CardMade)).unwrap();
    }
    cut(&mut chart, 2);
    assert_eq!(faults(&chart), []);
}

#[test]
fn rows_taken_away_below_the_engine_are_seen_without_a_witness() {
    let (mut chart, _folder) = chart();
    for _ in 0..5 {
        chart.audit_note(AuditEvent::new(Action::CardMade)).unwrap();
    }
    let remove = |number| Shelved::remove(Shelf::Audit, &rows::key(number));
    chart.record.shelve(vec![remove(3)]).unwrap();
    assert_eq!(faults(&chart), [AuditFault::Missing { first: 3, last: 3 }]);
    chart.record.shelve(vec![remove(5)]).unwrap();
    assert_eq!(
        faults(&chart),
        [
            AuditFault::Missing { first: 3, last: 3 },
            AuditFault::CutOff {
                last: 4,
                witnessed: 5
            }
        ]
    );
    // Nor can a list hide it: what is there is listed, and the log goes on after the head that it had.
    assert_eq!(chart.audit(&Default::default()).unwrap().events.len(), 3);
    assert_eq!(chart.audit_note(AuditEvent::new(Action::CardMade)).unwrap(), 6);
}

#[test]
fn only_receipts_of_heads_that_were_given_are_kept() {
    let (mut chart, _folder) = chart();
    let receipt = disclose(&mut chart);
    let mut altered = receipt.clone();
    altered[40] ^= 1;
    assert!(!chart.audit_receipt(&altered).unwrap());
    let other = Receipt {
        audit_head: [1; 32],
        ..Receipt::clone(&Signed::parse(&receipt).unwrap())
    };
    let other = Signed::sign(other, &desk()).unwrap();
    assert!(!chart.audit_receipt(other.to_bytes()).unwrap());
    assert!(chart.audit_receipt(&receipt).unwrap());
}

#[test]
fn what_was_never_begun_cannot_be_closed() {
    let (mut chart, _folder) = chart();
    chart.audit_close(1, Outcome::Done, 0).unwrap_err();
    let noted = chart.audit_note(AuditEvent::new(Action::CardMade)).unwrap();
    chart.audit_close(noted, Outcome::Done, 0).unwrap_err();
    let begun = chart.audit_begin(AuditEvent::new(Action::Exported)).unwrap();
    chart.audit_close(begun, Outcome::Begun, 0).unwrap_err();
    assert_eq!(chart.verify_audit().unwrap().findings.unclosed, [2]);
    assert_eq!(
        chart.audit(&Default::default()).unwrap().events[0].outcome,
        Outcome::Begun
    );
}
