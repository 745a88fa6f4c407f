//! A lost device is revoked: it reads nothing new, it writes nothing that counts, and all devices that are left agree,
//! in whatever order they learn of it.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_record::*;
use pocketchart_tests::many;
use pocketchart_tests::world::*;

const NOTES: Section = Section::Notes;

/// A phone, a tablet that will be lost, and a watch, which all hold one note.
struct Devices {
    world: World,
    phone: Record,
    tablet: Record,
    watch: Record,
    note: EntryId,
}

impl Devices {
    fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let (mut phone, _) = world.patient("phone");
        let note = phone.append(vec![note(NOTES, "allergic to latex")]).unwrap()[0];
        let mut tablet = world.pair(&mut phone, "tablet");
        let mut watch = world.pair(&mut phone, "watch");
        for _ in 0..2 {
            world.sync(&mut phone, &mut tablet);
            world.sync(&mut phone, &mut watch);
        }
        world.sync(&mut tablet, &mut watch);
        Self {
            world,
            phone,
            tablet,
            watch,
            note,
        }
    }

    fn revoke(&mut self) {
        self.phone.revoke_device(self.tablet.device(), &unlock()).unwrap();
    }
}

fn confirm(target: EntryId) -> NewEntry {
    NewEntry {
        act: Some(Act::Confirm),
        supersedes: vec![target],
        body: None,
        ..note(NOTES, "")
    }
}

#[test]
fn what_it_wrote_before_stands_and_what_comes_after_is_only_proposed() {
    let mut all = Devices::new(1);
    let before = all.tablet.append(vec![note(NOTES, "written in time")]).unwrap()[0];
    all.world.sync(&mut all.phone, &mut all.tablet);
    all.revoke();
    let after = all
        .tablet
        .append(vec![
            note(NOTES, "by whoever has it"),
            correct(NOTES, "not allergic", all.note),
        ])
        .unwrap();
    // The watch does not know yet, and carries it to the phone.
    all.world.sync(&mut all.watch, &mut all.tablet);
    assert!(row(&all.watch, after[0]).is_current());
    all.world.sync(&mut all.phone, &mut all.watch);
    for record in [&all.phone, &all.watch] {
        assert!(row(record, before).is_current());
        assert!(row(record, all.note).is_current());
        assert_eq!(row(record, all.note).standing.proposals, [after[1]]);
        for id in &after {
            assert!(row(record, *id).standing.proposed);
        }
    }
    agree(&all.phone, &all.watch);
    // The patient knows better than the rule.
    all.phone.append(vec![confirm(after[0])]).unwrap();
    all.world.sync(&mut all.phone, &mut all.watch);
    assert!(row(&all.watch, after[0]).is_current());
    assert!(row(&all.watch, after[1]).standing.proposed);
    agree(&all.phone, &all.watch);
    is_sound(&mut all.phone);
    is_sound(&mut all.watch);
}

#[test]
fn it_confirms_and_disputes_nothing() {
    let mut all = Devices::new(2);
    all.revoke();
    let false_note = all.tablet.append(vec![note(NOTES, "false")]).unwrap()[0];
    let dispute = NewEntry {
        act: Some(Act::Dispute),
        ..confirm(all.note)
    };
    all.tablet.append(vec![confirm(false_note), dispute]).unwrap();
    all.world.sync(&mut all.watch, &mut all.tablet);
    all.world.sync(&mut all.phone, &mut all.watch);
    assert!(row(&all.phone, false_note).standing.proposed);
    assert_eq!(row(&all.phone, all.note).standing.disputed_by, []);
    agree(&all.phone, &all.watch);
}

/// Whom it admits has said nothing that counts either.
#[test]
fn whom_it_admits_is_only_proposed() {
    let mut all = Devices::new(6);
    let mut clinic = all.world.clinic(&mut all.phone, "clinic", &[NOTES]);
    let in_time = clinic.append(vec![note(NOTES, "a visit")]).unwrap()[0];
    all.world.sync(&mut all.phone, &mut clinic);
    all.world.sync(&mut all.phone, &mut all.tablet);
    all.world.sync(&mut all.phone, &mut all.watch);
    all.revoke();
    let late = clinic.append(vec![note(NOTES, "with the thief's help")]).unwrap()[0];
    all.world.sync(&mut all.tablet, &mut clinic);
    all.world.sync(&mut all.watch, &mut all.tablet);
    assert!(row(&all.watch, late).is_current());
    all.world.sync(&mut all.phone, &mut all.watch);
    for record in [&all.phone, &all.watch] {
        assert!(row(record, in_time).is_current());
        assert!(row(record, late).standing.proposed);
    }
    agree(&all.phone, &all.watch);
    is_sound(&mut all.phone);
    all.watch.append(vec![confirm(late)]).unwrap();
    all.world.sync(&mut all.phone, &mut all.watch);
    assert!(row(&all.phone, late).is_current());
    agree(&all.phone, &all.watch);
}

#[test]
fn it_reads_nothing_new_and_nobody_talks_to_it() {
    let mut all = Devices::new(3);
    let shared = all.phone.append(vec![note(NOTES, "still for all")]).unwrap()[0];
    all.world.sync(&mut all.phone, &mut all.tablet);
    assert!(all.tablet.row(&shared).unwrap().is_some());
    all.revoke();
    let secret = all.phone.append(vec![note(NOTES, "not for a thief")]).unwrap()[0];
    all.world.sync(&mut all.phone, &mut all.watch);
    for record in [&mut all.phone, &mut all.watch] {
        assert!(SyncSession::start(record, all.tablet.device()).is_err());
        assert!(SyncSession::answer(record, all.tablet.device()).is_err());
        assert!(record.row(&secret).unwrap().is_some());
    }
    let phone = &all.phone;
    let newest = phone.statements().keys().max_by_key(|key| key.created).unwrap();
    let readers: Vec<[u8; 16]> = newest.packets.iter().map(|(reader, _)| *reader).collect();
    let certified = |device| {
        let (_, certificate) = phone.statements().certificate_of(device).unwrap();
        reader_of(&certificate.device.kem)
    };
    assert!(readers.contains(&certified(all.watch.device())));
    assert!(!readers.contains(&certified(all.tablet.device())));
    // A new device is told, too.
    let mut new = all.world.pair(&mut all.phone, "new");
    all.world.sync(&mut all.phone, &mut new);
    assert!(new.statements().revoked(all.tablet.device()).is_some());
    agree(&all.phone, &new);
}

#[test]
fn nobody_writes_under_a_key_that_it_made() {
    let mut all = Devices::new(4);
    all.revoke();
    all.tablet.rotate_key(NOTES).unwrap();
    all.tablet
        .append(vec![note(NOTES, "under the thief's key")])
        .unwrap();
    all.world.sync(&mut all.watch, &mut all.tablet);
    all.world.sync(&mut all.phone, &mut all.watch);
    for record in [&mut all.phone, &mut all.watch] {
        record.append(vec![note(NOTES, "honest")]).unwrap();
        let lost = record.statements().certificate_of(all.tablet.device()).unwrap();
        let lost = reader_of(&lost.1.device.kem);
        let made = record.statements().iter().filter_map(|(_, it)| match &it.fact {
            Fact::Key(key) => Some((it.signer, key)),
            _ => None,
        });
        let (signer, newest) = made.max_by_key(|(_, key)| key.created).unwrap();
        assert_eq!(signer, record.device().0);
        assert!(newest.packets.iter().all(|(reader, _)| *reader != lost));
    }
    all.world.sync(&mut all.phone, &mut all.watch);
    agree(&all.phone, &all.watch);
}

#[test]
fn a_device_takes_out_neither_itself_nor_a_strangers() {
    let mut all = Devices::new(5);
    let own = all.phone.device();
    let clinic = all.world.clinic(&mut all.phone, "clinic", &[NOTES]);
    for device in [own, clinic.device(), DeviceId([7; 32])] {
        let refused = all.phone.revoke_device(device, &unlock());
        assert!(matches!(refused, Err(MembersError::NotOthers)));
    }
    let wrong = Unlock::Key(pocketchart_crypto::Secret::from_bytes([1; 32]));
    let tablet = all.tablet.device();
    assert!(all.phone.revoke_device(tablet, &wrong).is_err());
    assert!(all.phone.statements().revocations().next().is_none());
}

/// Three devices write, meet in any order, and one of them is lost at some moment; twice, if both others say so.
fn lose(seed: u64) -> u64 {
    let mut all = Devices::new(seed);
    let chance = Seeded::new(seed ^ 0x105e);
    let mut revoked = false;
    for step in 0..40 {
        let who = chance.below(3);
        let section = *chance.pick(&[NOTES, Section::Results]);
        match chance.below(8) {
            0..3 => {
                let record = [&mut all.phone, &mut all.tablet, &mut all.watch];
                let record = record.into_iter().nth(who).unwrap();
                let rows = record.rows(section).unwrap();
                let new = match rows.is_empty() || chance.once_in(2) {
                    true => note(section, &format!("note {step}")),
                    false => correct(section, &format!("better {step}"), chance.pick(&rows).id),
                };
                record.append(vec![new]).unwrap();
            }
            3 => drop(all.world.sync(&mut all.phone, &mut all.watch)),
            4 if !revoked => drop(all.world.sync(&mut all.phone, &mut all.tablet)),
            5 if all.watch.statements().revocations().next().is_none() => {
                all.world.sync(&mut all.watch, &mut all.tablet);
            }
            6 if !revoked && chance.once_in(3) => {
                all.revoke();
                revoked = true;
            }
            7 if revoked && chance.once_in(6) => {
                all.watch.revoke_device(all.tablet.device(), &unlock()).unwrap();
            }
            _ => (),
        }
    }
    for _ in 0..2 {
        all.world.sync(&mut all.phone, &mut all.watch);
    }
    agree(&all.phone, &all.watch);
    is_sound(&mut all.phone);
    is_sound(&mut all.watch);
    let mut new = all.world.pair(&mut all.phone, "new");
    for _ in 0..2 {
        all.world.sync(&mut all.phone, &mut new);
    }
    agree(&all.phone, &new);
    let tablet = all.tablet.device();
    let of_tablet = |row: &Row| {
        all.phone
            .feeds()
            .any(|it| it.tag == row.id.feed && it.device == tablet)
    };
    let known = |row: &Row| {
        let heads = all.phone.statements().revocations().flat_map(|it| &it.heads);
        heads
            .filter(|it| it.feed == row.id.feed)
            .any(|it| it.seq >= row.place.1)
    };
    let mut late = 0;
    for row in all.phone.rows(NOTES).unwrap() {
        let counts = !of_tablet(&row) || known(&row) || all.phone.statements().revoked(tablet).is_none();
        assert_eq!(row.standing.proposed, !counts, "seed {seed}: {row:?}");
        late += u64::from(!counts);
    }
    late
}

#[test]
fn whatever_the_order_the_others_agree() {
    let (first, count) = (many::count("SEED", 1), many::count("LOSSES", 200));
    let late: u64 = (first..first + count).map(lose).sum();
    println!(
        "{count} lost devices, seeds from {first}: the others agree; {late} notes came too late to count"
    );
    assert!(late > count / 10);
}

/// A device that was put back again and again has more feeds than a revocation can name.
#[test]
fn one_with_very_many_feeds_can_be_taken_out() {
    let mut all = Devices::new(7);
    for number in 0..1_250 {
        all.tablet.begin_incarnation().unwrap();
        let entry = note(NOTES, &format!("note {number}"));
        all.tablet.append(vec![entry]).unwrap();
    }
    while !all.world.sync(&mut all.phone, &mut all.tablet).same {}
    all.revoke();
    drop(all.phone);
    let mut phone = all.world.open("phone");
    assert!(phone.statements().revoked(all.tablet.device()).is_some());
    assert_eq!(phone.verify().unwrap().faults, []);
    let rows = phone.rows(NOTES).unwrap();
    let counting = rows.iter().filter(|row| row.is_current()).count();
    println!("{counting} of {} notes count", rows.len());
    assert!(rows.len() == 1_251 && counting >= 1_200);
}
