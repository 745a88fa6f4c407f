//! What an attacker can do to a log: every bit, every deletion, every order, another chain.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{DeviceId, Section};

use super::*;
use crate::grant::{GrantId, Refusal, Signed, signed_without_check};

fn phone(number: u8) -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([number; 32]))
}

fn disclosed() -> AuditEvent {
    AuditEvent {
        action: Action::DisclosedExtract,
        actor: Some([7; 32]),
        actor_name: Some("Dr. Ada Achebe, Harbour Clinic".into()),
        grant: Some(GrantId([3; 16])),
        reason: Some("a new patient".into()),
        sections: vec![Section::Allergies, Section::Medications],
        count: 12,
        purpose: Purpose::Treatment,
        via: Some(Introducer {
            key: [8; 32],
            name: "Lakeside Clinic".into(),
        }),
    }
}

fn full() -> Signed<AuditEntry> {
    let time = Stamp {
        wall: 1_800_000_000_000,
        since_start: Some(SinceStart {
            boot: [9; 16],
            running: 60_000,
        }),
    };
    let before = Head {
        number: 4,
        hash: [5; 32],
    };
    before
        .append(disclosed(), &phone(1), time, Outcome::Done, Some(3))
        .unwrap()
}

/// A log of as many entries, and the head after each, from before the first.
fn log(device: &SigningKey, len: u64, about: u64) -> (Vec<Signed<AuditEntry>>, Vec<Head>) {
    let (mut entries, mut heads) = (Vec::new(), vec![Head::START]);
    for number in 1..=len {
        let event = AuditEvent {
            count: about * 1000 + number,
            ..disclosed()
        };
        let closes = (number % 2 == 0).then(|| number - 1);
        let outcome = if closes.is_some() {
            Outcome::Done
        } else {
            Outcome::Begun
        };
        let head = heads.last().unwrap();
        let entry = head
            .append(event, device, Stamp::at(number), outcome, closes)
            .unwrap();
        heads.push(Head::of(&entry));
        entries.push(entry);
    }
    (entries, heads)
}

type Rows = Vec<(u64, Vec<u8>)>;

fn rows(entries: &[Signed<AuditEntry>]) -> Rows {
    entries
        .iter()
        .map(|it| (it.number, it.to_bytes().to_vec()))
        .collect()
}

fn found(rows: &Rows, witnesses: Vec<Witness>) -> Vec<AuditFault> {
    let mut check = AuditCheck::new(phone(1).public(), witnesses);
    for (number, bytes) in rows {
        check.entry(*number, bytes);
    }
    check.finish().faults
}

#[test]
fn an_entry_is_taken_whole_or_not_at_all() {
    let entry = full();
    assert_eq!(Signed::parse(entry.to_bytes()).as_ref(), Ok(&entry), "untouched");
    let bytes = entry.to_bytes();
    let mut tried = 0;
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.to_vec();
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(Signed::<AuditEntry>::parse(&altered).is_err(), "bit {bit}");
        tried += 1;
    }
    for len in 0..bytes.len() {
        assert!(
            Signed::<AuditEntry>::parse(&bytes[..len]).is_err(),
            "cut to {len}"
        );
        tried += 1;
    }
    // The negative control: without the signature some of it passes.
    let passed = (0..(bytes.len() - 64) * 8).filter(|bit| {
        let mut altered = bytes.to_vec();
        altered[bit / 8] ^= 1 << (bit % 8);
        signed_without_check(Refusal::BadSignature, || {
            Signed::<AuditEntry>::parse(&altered).is_ok()
        })
    });
    let passed = passed.count();
    println!(
        "{} bytes: {tried} alterations refused, {passed} taken without the signature",
        bytes.len()
    );
    assert!(passed > 0);
}

#[test]
fn every_bit_of_a_log_is_guarded() {
    let (entries, heads) = log(&phone(1), 4, 0);
    let rows = rows(&entries);
    assert_eq!(found(&rows, vec![Witness::Seen(heads[4])]), []);
    let mut tried = 0;
    for at in 0..rows.len() {
        for bit in 0..rows[at].1.len() * 8 {
            let mut altered = rows.clone();
            altered[at].1[bit / 8] ^= 1 << (bit % 8);
            let number = at as u64 + 1;
            assert_eq!(found(&altered, Vec::new()), [AuditFault::Altered { number }]);
            tried += 1;
        }
    }
    println!("{tried} flipped bits, each found in its entry and nowhere else");
}

#[test]
fn what_is_deleted_in_the_middle_is_missed() {
    let (entries, _) = log(&phone(1), 12, 0);
    let rows = rows(&entries);
    for first in 1..12 {
        for last in first..12 {
            let kept: Rows = rows
                .iter()
                .filter(|(number, _)| !(first..=last).contains(number))
                .cloned()
                .collect();
            assert_eq!(found(&kept, Vec::new()), [AuditFault::Missing { first, last }]);
            // Moving the later ones up does not help.
            let moved: Rows = (1..)
                .zip(kept)
                .map(|(number, (_, bytes))| (number, bytes))
                .collect();
            let faults = found(&moved, Vec::new());
            let later = first..=12 - (last - first + 1);
            let expected: Vec<_> = later.map(|number| AuditFault::Altered { number }).collect();
            assert_eq!(faults, expected);
        }
    }
}

#[test]
fn a_cut_tail_is_seen_against_a_witnessed_head_only() {
    let (entries, heads) = log(&phone(1), 12, 0);
    let rows = rows(&entries);
    for len in 0..=12 {
        let cut = rows[..len as usize].to_vec();
        assert_eq!(found(&cut, Vec::new()), [], "nobody knows of more than {len}");
        for seen in 0..=12 {
            let head = heads[seen as usize];
            let (given, blinded) = GivenHead::new(&head, Secret::from_bytes([seen as u8; 32]));
            for witness in [Witness::Seen(head), given.witness(blinded)] {
                let expected = (seen > len).then_some(AuditFault::CutOff {
                    last: len,
                    witnessed: seen,
                });
                assert_eq!(found(&cut, vec![witness]), expected.as_slice());
            }
        }
    }
}

#[test]
fn a_log_that_grew_again_is_another_one() {
    let (entries, heads) = log(&phone(1), 8, 0);
    let mut rows = rows(&entries[..5]);
    let mut head = heads[5];
    for number in 6..=9 {
        let entry = head
            .append(
                AuditEvent::new(Action::CardMade),
                &phone(1),
                Stamp::at(number),
                Outcome::Done,
                None,
            )
            .unwrap();
        head = Head::of(&entry);
        rows.push((number, entry.to_bytes().to_vec()));
    }
    assert_eq!(found(&rows, Vec::new()), [], "whole in itself");
    let (given, blinded) = GivenHead::new(&heads[8], Secret::from_bytes([2; 32]));
    for witness in [Witness::Seen(heads[8]), given.clone().witness(blinded)] {
        assert_eq!(found(&rows, vec![witness]), [AuditFault::Forked { number: 8 }]);
    }
    // The stranger learns nothing: under another key the same head looks different.
    let (_, other) = GivenHead::new(&heads[8], Secret::from_bytes([3; 32]));
    assert_ne!(blinded, other);
    assert_eq!(from_bytes(&to_bytes(&given)).as_ref(), Ok(&given));
}

#[test]
fn no_entry_can_stand_in_another_place() {
    let (entries, _) = log(&phone(1), 8, 0);
    let rows = rows(&entries);
    for one in 0..rows.len() {
        for other in one + 1..rows.len() {
            let mut swapped = rows.clone();
            (swapped[one].1, swapped[other].1) = (rows[other].1.clone(), rows[one].1.clone());
            let expected = [one, other].map(|at| AuditFault::Altered {
                number: at as u64 + 1,
            });
            assert_eq!(found(&swapped, Vec::new()), expected);
        }
        let mut twice = rows.clone();
        twice.insert(one, rows[one].clone());
        let number = one as u64 + 1;
        assert_eq!(found(&twice, Vec::new()), [AuditFault::Altered { number }]);
    }
}

#[test]
fn a_second_chain_does_not_fit_in() {
    let (entries, _) = log(&phone(1), 10, 0);
    for (stranger, same_device) in [(1, true), (2, false)] {
        let (others, _) = log(&phone(stranger), 10, 1);
        for from in 1..=9 {
            for to in from..=9 {
                let mut spliced = rows(&entries);
                let theirs = rows(&others);
                spliced[from..=to].clone_from_slice(&theirs[from..=to]);
                let faults = found(&spliced, Vec::new());
                let (from, to) = (from as u64 + 1, to as u64 + 1);
                if same_device {
                    let seams = [from, to + 1].into_iter().filter(|number| *number <= 10);
                    let expected: Vec<_> = seams.map(|number| AuditFault::Forked { number }).collect();
                    assert_eq!(faults, expected);
                } else {
                    let expected: Vec<_> = (from..=to).map(|number| AuditFault::Altered { number }).collect();
                    assert_eq!(faults, expected);
                }
            }
        }
    }
}

/// Random damage of every kind is found, and an undamaged log never accused. `POCKETCHART_SEED` repeats a run.
#[test]
fn whatever_is_done_to_a_witnessed_log_is_found() {
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut chance = fastrand::Rng::with_seed(seed);
    let (entries, heads) = log(&phone(1), 24, 0);
    let (others, _) = log(&phone(1), 24, 1);
    let whole = rows(&entries);
    let mut damaged = 0;
    for run in 0..2000 {
        let mut rows = whole.clone();
        for _ in 0..chance.usize(0..4) {
            if rows.is_empty() {
                break;
            }
            let at = chance.usize(0..rows.len());
            match chance.u8(0..6) {
                0 => drop(rows.remove(at)),
                1 => rows.truncate(at),
                2 => {
                    let bit = chance.usize(0..rows[at].1.len() * 8);
                    rows[at].1[bit / 8] ^= 1 << (bit % 8);
                }
                3 => {
                    let other = chance.usize(0..rows.len());
                    rows.swap(at, other);
                }
                4 => rows[at].1 = others[at].to_bytes().to_vec(),
                _ => {
                    let len = chance.usize(0..rows[at].1.len());
                    rows[at].1.truncate(len);
                }
            }
        }
        let faults = found(&rows, vec![Witness::Seen(heads[24])]);
        assert_eq!(
            faults.is_empty(),
            rows == whole,
            "seed {seed}, run {run}: {faults:?}"
        );
        damaged += usize::from(rows != whole);
    }
    println!("{damaged} of 2000 damaged, all found; seed {seed}");
}

#[test]
fn what_strangers_say_of_themselves_is_cut_to_fit() {
    let event = AuditEvent {
        actor_name: Some("\u{1b}[2J".to_owned() + &"é".repeat(300)),
        reason: Some("Not an id".into()),
        sections: vec![Section::Notes, Section::Allergies, Section::Notes],
        ..AuditEvent::new(Action::Refused)
    };
    let entry = Head::START
        .append(event, &phone(1), Stamp::at(1), Outcome::Refused, None)
        .unwrap();
    let name = entry.event.actor_name.as_deref().unwrap();
    assert_eq!((name.chars().count(), &name[..3]), (MAX_NAME, "[2J"));
    assert_eq!(entry.event.reason, None);
    assert_eq!(entry.event.sections, [Section::Allergies, Section::Notes]);
    assert_eq!(Signed::parse(entry.to_bytes()).as_ref(), Ok(&entry));
}

#[test]
fn what_was_begun_and_not_closed_is_named() {
    let (entries, _) = log(&phone(1), 5, 0);
    let mut check = AuditCheck::new(phone(1).public(), None);
    for entry in &entries {
        assert_eq!(check.entry(entry.number, entry.to_bytes()).as_ref(), Some(entry));
    }
    let findings = check.finish();
    assert_eq!((findings.entries, findings.unclosed), (5, vec![5]));
}

fn standing(head: Head) -> AuditStanding {
    let mut standing = AuditStanding::default();
    standing.head = head;
    standing
}

#[test]
fn own_devices_see_what_was_cut_off_and_what_grew_again() {
    let (one, other) = (DeviceId([1; 32]), DeviceId([2; 32]));
    let (_, heads) = log(&phone(1), 8, 0);
    let mut phone_side = standing(heads[6]);
    let mut tablet_side = AuditStanding::default();
    /// What one tells, the other hears.
    fn tell(from: &mut AuditStanding, to: &mut AuditStanding, ids: [DeviceId; 2], log: &[Head]) -> usize {
        let what = from.to_tell(ids[1]);
        for gossip in &what {
            let (AuditGossip::Mine(head) | AuditGossip::Yours(head)) = gossip;
            to.heard(
                ids[0],
                *gossip,
                log.iter().find(|it| it.number == head.number).copied(),
            );
        }
        from.told(ids[1], &what);
        what.len()
    }
    assert_eq!(tell(&mut phone_side, &mut tablet_side, [one, other], &[]), 1);
    assert_eq!(
        tell(&mut phone_side, &mut tablet_side, [one, other], &[]),
        0,
        "told already"
    );
    assert_eq!(
        tell(&mut tablet_side, &mut phone_side, [other, one], &heads),
        0,
        "nothing to say"
    );
    assert_eq!(tablet_side.others()[0].heard, heads[6]);

    // Cut off to three entries, and the phone forgot whom it told.
    let mut cut = standing(heads[3]);
    let mut tablet = tablet_side.clone();
    tell(&mut cut, &mut tablet, [one, other], &[]);
    let fault = AuditFault::CutOff {
        last: 3,
        witnessed: 6,
    };
    assert_eq!(tablet.others()[0].fault(), Some(fault));
    assert_eq!(tell(&mut tablet, &mut cut, [other, one], &heads[..4]), 1);
    assert_eq!(
        cut.witnesses().collect::<Vec<_>>(),
        [heads[3], heads[6]].map(Witness::Seen)
    );

    // Cut off, and grown again beyond what the tablet knows.
    let (_, grown) = log(&phone(1), 8, 1);
    let mut again = standing(grown[8]);
    tell(&mut again, &mut tablet_side, [one, other], &[]);
    assert_eq!(
        tablet_side.others()[0].fault(),
        None,
        "the tablet cannot see it by itself"
    );
    tell(&mut tablet_side, &mut again, [other, one], &grown);
    assert!(
        again.witnesses().any(|it| it == Witness::Seen(heads[6])),
        "but the phone does"
    );

    // An honest log that only grew is accused of nothing.
    let mut honest = phone_side.clone();
    honest.head = heads[8];
    tell(&mut honest, &mut tablet, [one, other], &[]);
    tell(&mut tablet, &mut honest, [other, one], &heads);
    assert!(honest.others()[0].lost.is_none());
    assert_eq!(from_bytes(&to_bytes(&tablet)).as_ref(), Ok(&tablet));
}
