//! The engine from outside: records in a temporary folder, two devices, a clinic, a backup.

use pocketchart_record::*;
use pocketchart_tests::world::*;

#[test]
fn what_is_written_is_read_back_after_opening_again() {
    let world = World::new(1);
    let (mut record, _words) = world.patient("phone");
    let ids = record
        .append(vec![
            note(Section::Allergies, "penicillin"),
            note(Section::Results, "4.2"),
        ])
        .unwrap();
    assert_eq!(ids.len(), 2);
    let device = record.device();
    drop(record);
    let record = world.open("phone");
    assert_eq!(record.device(), device);
    let head = record.head(Section::Allergies).unwrap();
    assert_eq!((head.rows, head.current), (1, 1));
    let row = record.row(&ids[0]).unwrap().unwrap();
    assert_eq!(record.body(&row).unwrap().unwrap(), b"penicillin");
    assert_eq!(
        record
            .search(&[Section::Allergies], &["penic".into()])
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_wrong_passphrase_and_a_second_opening_are_refused() {
    let world = World::new(2);
    let (record, _) = world.patient("phone");
    assert!(matches!(
        Record::open(
            world.setup("phone"),
            &Unlock::passphrase("wrong"),
            Rollback::Refuse
        ),
        Err(OpenError::Store(StoreError::WrongKey))
    ));
    assert!(matches!(
        Record::open(world.setup("phone"), &unlock(), Rollback::Refuse),
        Err(OpenError::Store(StoreError::Busy))
    ));
    drop(record);
}

#[test]
fn two_devices_that_were_apart_agree_in_one_session() {
    let world = World::new(3);
    let (mut phone, _) = world.patient("phone");
    phone
        .append(vec![note(Section::Medications, "metformin 850 mg")])
        .unwrap();
    let mut tablet = world.pair(&mut phone, "tablet");
    world.sync(&mut phone, &mut tablet);
    let first = tablet.rows(Section::Medications).unwrap()[0].id;
    phone
        .append(vec![correct(Section::Medications, "metformin 1 g", first)])
        .unwrap();
    tablet
        .append(vec![correct(Section::Medications, "metformin 500 mg", first)])
        .unwrap();
    let report = world.sync(&mut phone, &mut tablet);
    assert!(report.same, "{report:?}");
    assert_eq!(phone.view_digest().unwrap(), tablet.view_digest().unwrap());
    let head = phone.head(Section::Medications).unwrap();
    assert_eq!((head.current, head.unreconciled), (2, 2));
    let rows = phone.rows(Section::Medications).unwrap();
    let both: Vec<EntryId> = rows
        .iter()
        .filter(|row| row.is_current())
        .map(|row| row.id)
        .collect();
    let mut settled = note(Section::Medications, "metformin 1 g");
    settled.act = Some(Act::Resolve);
    settled.supersedes = both;
    phone.append(vec![settled]).unwrap();
    assert!(world.sync(&mut phone, &mut tablet).same);
    assert_eq!(tablet.head(Section::Medications).unwrap().unreconciled, 0);
    for record in [&mut phone, &mut tablet] {
        let verified = record.verify().unwrap();
        assert_eq!(verified.faults, []);
    }
}

#[test]
fn nothing_new_costs_at_most_64_bytes_and_one_entry_at_most_512() {
    let world = World::new(4);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    phone.append(vec![note(Section::Results, "first")]).unwrap();
    world.sync(&mut phone, &mut tablet);
    let nothing = world.sync(&mut phone, &mut tablet);
    assert!(nothing.same && nothing.bytes <= 64, "{nothing:?}");
    phone
        .append(vec![note(
            Section::Results,
            &"{\"resourceType\":\"Observation\"}".repeat(3),
        )])
        .unwrap();
    let one = world.sync(&mut phone, &mut tablet);
    assert!(one.same && one.bytes <= 512, "{one:?}");
    assert_eq!(one.turns, 3, "one round trip and a farewell");
}

#[test]
fn a_clinic_writes_within_its_permission_and_its_corrections_are_proposals() {
    let world = World::new(5);
    let (mut phone, _) = world.patient("phone");
    let ids = phone
        .append(vec![
            note(Section::Medications, "aspirin"),
            note(Section::Notes, "private"),
        ])
        .unwrap();
    let mut clinic = world.clinic(&mut phone, "clinic", &[Section::Medications]);
    assert!(world.sync(&mut clinic, &mut phone).same);
    assert!(clinic.rows(Section::Notes).unwrap().is_empty());
    clinic
        .append(vec![correct(Section::Medications, "aspirin 100 mg", ids[0])])
        .unwrap();
    assert!(matches!(
        clinic.append(vec![note(Section::Notes, "x")]),
        Err(AppendError::NoKey)
    ));
    assert!(world.sync(&mut clinic, &mut phone).same);
    let row = phone.row(&ids[0]).unwrap().unwrap();
    assert!(row.is_current() && row.standing.proposals.len() == 1);
    let mut tablet = world.pair(&mut phone, "tablet");
    assert!(world.sync(&mut phone, &mut tablet).same);
    assert_eq!(phone.view_digest().unwrap(), tablet.view_digest().unwrap());
    let proposal = row.standing.proposals[0];
    tablet
        .append(vec![NewEntry::about(
            Section::Medications,
            "pocketchart/confirm",
            Act::Confirm,
            vec![proposal],
        )])
        .unwrap();
    assert!(world.sync(&mut tablet, &mut phone).same);
    assert!(!phone.row(&ids[0]).unwrap().unwrap().is_current());
}

#[test]
fn the_words_and_a_backup_bring_everything_back() {
    let world = World::new(6);
    let (mut phone, words) = world.patient("phone");
    let many = (0..300)
        .map(|n| note(Section::Results, &format!("result {n}")))
        .collect();
    phone.append(many).unwrap();
    for n in 0..40 {
        phone
            .append(vec![note(Section::Vitals, &format!("reading {n}"))])
            .unwrap();
    }
    let large = world.noise(3 << 20);
    phone
        .append(vec![blob(Section::Documents, large.clone())])
        .unwrap();
    let mut file = Vec::new();
    phone.backup(&mut file).unwrap();
    let digest = phone.view_digest().unwrap();
    let other = RecoveryWords::make(&Context::system());
    let restore = |name: &str, words: &RecoveryWords, bytes: &[u8]| {
        Record::restore(
            world.setup(name),
            words,
            &unlock(),
            KdfLevel::Fast,
            "new",
            &mut &bytes[..],
        )
    };
    assert!(matches!(
        restore("a", &other, &file),
        Err(RestoreError::WrongWords)
    ));
    assert!(matches!(
        restore("b", &words, &file[..file.len() - 1]),
        Err(RestoreError::Damaged)
    ));
    assert!(matches!(
        restore("c", &words, b"not a backup"),
        Err(RestoreError::NotABackup)
    ));
    let (mut restored, report) = restore("d", &words, &file).unwrap();
    assert!(report.packed > 0 && report.bodies == 1, "{report:?}");
    assert_eq!(restored.view_digest().unwrap(), digest);
    let row = &restored.rows(Section::Documents).unwrap()[0];
    assert_eq!(restored.body(row).unwrap().unwrap(), large);
    assert_eq!(restored.verify().unwrap().faults, []);
    restored.append(vec![note(Section::Vitals, "after")]).unwrap();
    assert!(phone.meet(&restored.certificate().unwrap()).unwrap());
    assert!(world.sync(&mut restored, &mut phone).same);
    assert_eq!(restored.view_digest().unwrap(), phone.view_digest().unwrap());
}

#[test]
fn a_file_put_back_is_noticed_and_the_device_goes_on_as_a_new_incarnation() {
    let world = World::new(7);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    phone.append(vec![note(Section::Notes, "one")]).unwrap();
    world.sync(&mut phone, &mut tablet);
    drop(phone);
    let copy = world.copy_of("phone");
    let mut phone = world.open("phone");
    phone.append(vec![note(Section::Notes, "two")]).unwrap();
    world.sync(&mut phone, &mut tablet);
    drop(phone);
    world.put_back("phone", copy);
    assert!(matches!(
        Record::open(world.setup("phone"), &unlock(), Rollback::Refuse),
        Err(OpenError::Store(StoreError::RolledBack))
    ));
    let mut phone = Record::open(world.setup("phone"), &unlock(), Rollback::Accept).unwrap();
    phone.append(vec![note(Section::Notes, "three")]).unwrap();
    assert!(world.sync(&mut phone, &mut tablet).same);
    assert_eq!(phone.head(Section::Notes).unwrap().current, 3);
    assert_eq!(phone.view_digest().unwrap(), tablet.view_digest().unwrap());
}

#[test]
fn a_copied_device_forks_its_feed_and_all_others_still_agree() {
    let world = World::new(8);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    let mut laptop = world.pair(&mut phone, "laptop");
    phone.append(vec![note(Section::Notes, "one")]).unwrap();
    world.sync(&mut phone, &mut tablet);
    world.sync(&mut phone, &mut laptop);
    drop(phone);
    let copy = world.copy_of("phone");
    let mut phone = world.open("phone");
    phone
        .append(vec![note(Section::Notes, "left"), note(Section::Vitals, "x")])
        .unwrap();
    world.sync(&mut phone, &mut tablet);
    drop(phone);
    world.put_back("phone", copy);
    world.forget_freshness("phone");
    let mut phone = world.open("phone");
    phone.append(vec![note(Section::Notes, "right")]).unwrap();
    phone.append(vec![note(Section::Notes, "right again")]).unwrap();
    world.sync(&mut phone, &mut laptop);
    for _ in 0..2 {
        world.sync(&mut tablet, &mut laptop);
        world.sync(&mut phone, &mut tablet);
        world.sync(&mut phone, &mut laptop);
    }
    assert!(world.sync(&mut tablet, &mut laptop).same);
    assert!(world.sync(&mut phone, &mut laptop).same);
    assert_eq!(tablet.view_digest().unwrap(), laptop.view_digest().unwrap());
    assert_eq!(phone.view_digest().unwrap(), laptop.view_digest().unwrap());
    assert_eq!(tablet.head(Section::Notes).unwrap().rows, 4);
    assert!(tablet.feeds().any(Feed::is_forked));
    for record in [&mut phone, &mut tablet, &mut laptop] {
        assert_eq!(record.verify().unwrap().faults, []);
    }
    phone.append(vec![note(Section::Notes, "after")]).unwrap();
    assert!(world.sync(&mut phone, &mut tablet).same);
}

/// A device that holds a feed only packed cannot see by itself that two branches of it are rivals: nothing in a packed document
/// says how its changes were signed.
#[test]
fn a_fork_reaches_a_device_that_holds_the_feed_packed() {
    let world = World::new(10);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    let mut laptop = world.pair(&mut phone, "laptop");
    let say = |record: &mut Record, what: &str, times: u64| {
        for n in 0..times {
            let text = format!("{what} {n}");
            record.append(vec![note(Section::Notes, &text)]).unwrap();
        }
    };
    say(&mut phone, "both", 5);
    world.sync(&mut phone, &mut tablet);
    drop(phone);
    let copy = world.copy_of("phone");
    let mut phone = world.open("phone");
    say(&mut phone, "left", WORTH_A_BASE);
    world.sync(&mut phone, &mut tablet);
    let packed = |event: &SyncEvent| matches!(event, SyncEvent::Base(count) if *count > WORTH_A_BASE);
    let met = world.sync(&mut phone, &mut laptop);
    assert!(met.events.iter().any(packed), "{:?}", met.events);
    drop(phone);
    world.put_back("phone", copy);
    world.forget_freshness("phone");
    let mut phone = world.open("phone");
    say(&mut phone, "right", 2);
    world.sync(&mut phone, &mut tablet);
    let met = world.sync(&mut tablet, &mut laptop);
    assert!(met.same, "{:?}", met.events);
    agree(&tablet, &laptop);
    assert!(laptop.feeds().any(Feed::is_forked));
    assert_eq!(laptop.head(Section::Notes).unwrap().rows, 5 + WORTH_A_BASE + 2);
    is_sound(&mut laptop);
}

#[test]
fn a_document_that_two_devices_write_in_turn_is_still_packed_for_a_third() {
    let world = World::new(9);
    let (mut phone, _) = world.patient("phone");
    let mut laptop = world.pair(&mut phone, "laptop");
    for n in 0..90 {
        phone
            .append(vec![note(Section::Vitals, &format!("phone {n}"))])
            .unwrap();
        world.sync(&mut phone, &mut laptop);
        laptop
            .append(vec![note(Section::Vitals, &format!("laptop {n}"))])
            .unwrap();
        world.sync(&mut laptop, &mut phone);
    }
    let mut tablet = world.pair(&mut phone, "tablet");
    let met = world.sync(&mut phone, &mut tablet);
    let packed = |event: &SyncEvent| matches!(event, SyncEvent::Base(count) if *count > 100);
    assert!(met.same && met.events.iter().any(packed), "{:?}", met.events);
    assert_eq!(tablet.view_digest().unwrap(), phone.view_digest().unwrap());
    assert_eq!(tablet.verify().unwrap().faults, []);
}

/// A name of characters that take four bytes each once made a certificate that could not be read back.
#[test]
fn a_device_with_a_long_name_opens_again() {
    let world = World::new(77);
    let name = "😀".repeat(100);
    let words = RecoveryWords::make(&world.context);
    let record = Record::create(world.setup("phone"), &words, &unlock(), KdfLevel::Fast, &name).unwrap();
    drop(record);
    let record = world.open("phone");
    let (_, certificate) = record.statements().certificate_of(record.device()).unwrap();
    assert_eq!(certificate.name, "😀".repeat(50));
}
