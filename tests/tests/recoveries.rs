//! The ways back: a backup and the words, a second device, what a clinic holds and the words, new words after the old were
//! seen. Each brings back the same, or says exactly what it does not.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_record::*;
use pocketchart_tests::world::*;
use std::collections::BTreeMap;

const NOTES: Section = Section::Notes;

/// A phone with a few sections, one correction, one large body, and a clinic that reads two of them and wrote in one.
struct Person {
    world: World,
    words: RecoveryWords,
    phone: Record,
    clinic: Record,
}

impl Person {
    fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let (mut phone, words) = world.patient("phone");
        let first = phone.append(vec![note(NOTES, "allergic to latex")]).unwrap()[0];
        phone.append(vec![correct(NOTES, "and to nuts", first)]).unwrap();
        for section in [Section::Results, Section::Sensitive] {
            phone.append(vec![note(section, "a value")]).unwrap();
        }
        let large = world.noise(900_000);
        phone.append(vec![blob(Section::Results, large)]).unwrap();
        let mut clinic = world.clinic(&mut phone, "clinic", &[NOTES, Section::Results]);
        world.sync(&mut phone, &mut clinic);
        clinic.append(vec![note(NOTES, "a visit")]).unwrap();
        world.sync(&mut phone, &mut clinic);
        Self {
            world,
            words,
            phone,
            clinic,
        }
    }

    fn restore(&self, name: &str, words: &RecoveryWords, file: &[u8]) -> (Record, RestoreReport) {
        let setup = self.world.setup(name);
        Record::restore(setup, words, &unlock(), KdfLevel::Fast, name, &mut &file[..]).unwrap()
    }
}

fn backup(record: &mut Record) -> Vec<u8> {
    let mut file = Vec::new();
    record.backup(&mut file).unwrap();
    file
}

/// All that a section says: each entry's name, its body and how it stands.
fn all_of(record: &Record, section: Section) -> BTreeMap<EntryId, (Option<Vec<u8>>, Standing)> {
    let rows = record.rows(section).unwrap().into_iter();
    rows.map(|row| {
        let body = record.body(&row).unwrap();
        (row.id, (body, row.standing))
    })
    .collect()
}

#[test]
fn a_backup_and_the_words() {
    let mut person = Person::new(1);
    let file = backup(&mut person.phone);
    let (restored, report) = person.restore("new", &person.words, &file);
    assert_eq!(
        restored.view_digest().unwrap(),
        person.phone.view_digest().unwrap()
    );
    assert_eq!((report.part.clone(), report.missing()), (None, Vec::new()));
}

#[test]
fn the_files_of_two_devices_that_never_met_again() {
    let mut person = Person::new(5);
    let begun = backup(&mut person.phone);
    let (mut tablet, _) = person.restore("tablet", &person.words, &begun);
    person.phone.append(vec![note(NOTES, "on the phone")]).unwrap();
    tablet.append(vec![note(NOTES, "on the tablet")]).unwrap();
    let large = person.world.noise(700_000);
    tablet.append(vec![blob(Section::Results, large)]).unwrap();
    let files = [backup(&mut person.phone), backup(&mut tablet)];
    let both = [NOTES, Section::Results].map(|section| {
        let mut all = all_of(&person.phone, section);
        all.append(&mut all_of(&tablet, section));
        all
    });

    for (name, first, second) in [("one", 0, 1), ("other", 1, 0)] {
        let (mut new, _) = person.restore(name, &person.words, &files[first]);
        let mut take_in = |file: &[u8]| new.take_in_backup(&person.words, &mut &file[..]);
        // One that is cut off brings what it can, and spoils nothing.
        let cut = &files[second][..files[second].len() / 2];
        assert!(take_in(cut).is_err());
        take_in(&files[second]).unwrap();
        assert_eq!(take_in(&files[second]).unwrap().accepted.applied, 0);
        assert_eq!(
            [NOTES, Section::Results].map(|it| all_of(&new, it)),
            both,
            "{name}"
        );
        assert_eq!(new.verify().unwrap().faults, []);
    }

    let mut other = Person::new(6);
    let theirs = backup(&mut other.phone);
    let refused = person.phone.take_in_backup(&person.words, &mut &theirs[..]);
    assert!(matches!(refused, Err(RestoreError::WrongWords)));
}

#[test]
fn a_second_device() {
    let mut person = Person::new(2);
    let mut tablet = person.world.pair(&mut person.phone, "tablet");
    assert!(person.world.sync(&mut person.phone, &mut tablet).same);
    let (digest, lost) = (person.phone.view_digest().unwrap(), person.phone.device());
    drop(person.phone);
    tablet.revoke_device(lost, &unlock()).unwrap();
    let mut new = person.world.pair(&mut tablet, "new");
    assert!(person.world.sync(&mut tablet, &mut new).same);
    assert_eq!(new.view_digest().unwrap(), digest);
    assert!(new.statements().revoked(lost).is_some());
}

#[test]
fn what_a_clinic_holds_and_the_words() {
    let mut person = Person::new(3);
    let file = backup(&mut person.clinic);
    let (mut restored, report) = person.restore("new", &person.words, &file);
    assert_eq!(report.part.as_deref(), Some(&[Section::Results, NOTES][..]));
    for section in Section::ALL {
        let held = [NOTES, Section::Results].contains(&section);
        assert_eq!(report.missing().contains(&section), !held);
        let (back, before) = (all_of(&restored, section), all_of(&person.phone, section));
        if held {
            assert_eq!(back, before, "{section:?}");
        } else {
            assert!(back.is_empty());
        }
    }
    assert!(all_of(&person.phone, Section::Sensitive).len() == 1);
    assert_eq!(restored.verify().unwrap().faults, []);
    // The record goes on: the person writes, and meets the clinic again.
    restored.append(vec![note(NOTES, "on the new phone")]).unwrap();
    assert!(person.clinic.meet(&restored.certificate().unwrap()).unwrap());
    person.world.sync(&mut restored, &mut person.clinic);
    assert_eq!(all_of(&restored, NOTES), all_of(&person.clinic, NOTES));
    // The clinic cannot read its own file, nor can other words.
    let other = RecoveryWords::make(&person.world.context);
    let setup = person.world.setup("none");
    let refused = Record::restore(setup, &other, &unlock(), KdfLevel::Fast, "none", &mut &file[..]);
    assert!(matches!(refused, Err(RestoreError::WrongWords)));
}

#[test]
fn new_words_after_the_old_were_seen() {
    let mut person = Person::new(4);
    let new = RecoveryWords::make(&person.world.context);
    person.phone.succeed(&new, &[], &unlock()).unwrap();
    person
        .phone
        .append(vec![note(Section::Sensitive, "not for who has the old words")])
        .unwrap();
    for _ in 0..2 {
        person.world.sync(&mut person.phone, &mut person.clinic);
    }
    let file = backup(&mut person.phone);
    let (mut restored, report) = person.restore("new", &new, &file);
    assert_eq!(
        restored.view_digest().unwrap(),
        person.phone.view_digest().unwrap()
    );
    assert!(report.missing().is_empty());
    assert_eq!(restored.verify().unwrap().faults, []);
    // And from what the clinic holds, all of it sealed to the new words by now.
    let file = backup(&mut person.clinic);
    let (part, _) = person.restore("part", &new, &file);
    for section in [NOTES, Section::Results] {
        assert_eq!(all_of(&part, section), all_of(&person.phone, section));
    }
}
