//! New words: the old ones speak no more, the record goes on under its name, and all devices agree, in whatever order they
//! learn of it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test")]

use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::*;
use pocketchart_tests::many;
use pocketchart_tests::world::*;

const NOTES: Section = Section::Notes;

/// A phone, a tablet, a watch and a clinic, which all hold one note.
struct All {
    world: World,
    words: RecoveryWords,
    phone: Record,
    tablet: Record,
    watch: Record,
    clinic: Record,
    note: EntryId,
}

impl All {
    fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let (mut phone, words) = world.patient("phone");
        let note = phone.append(vec![note(NOTES, "allergic to latex")]).unwrap()[0];
        let mut tablet = world.pair(&mut phone, "tablet");
        let mut watch = world.pair(&mut phone, "watch");
        let mut clinic = world.clinic(&mut phone, "clinic", &[NOTES]);
        for _ in 0..2 {
            world.sync(&mut phone, &mut tablet);
            world.sync(&mut phone, &mut watch);
            world.sync(&mut phone, &mut clinic);
        }
        Self {
            world,
            words,
            phone,
            tablet,
            watch,
            clinic,
            note,
        }
    }

    /// New words, and the devices that are taken out with them.
    fn succeed(&mut self, out: &[DeviceId]) -> RecoveryWords {
        let words = RecoveryWords::make(&self.world.context);
        self.phone.succeed(&words, out, &unlock()).unwrap();
        words
    }
}

fn identity(words: &RecoveryWords) -> AuthorId {
    AuthorId(*words.derive_identity().public().as_bytes())
}

fn backup(record: &mut Record) -> Vec<u8> {
    let mut file = Vec::new();
    record.backup(&mut file).unwrap();
    file
}

fn restore(world: &World, name: &str, words: &RecoveryWords, file: &[u8]) -> Result<Record, RestoreError> {
    let restored = Record::restore(
        world.setup(name),
        words,
        &unlock(),
        KdfLevel::Fast,
        name,
        &mut &file[..],
    );
    restored.map(|(record, _)| record)
}

/// The newest key of the notes, and whether a reader opens it.
fn newest_key(record: &Record, reader: &KemPublic) -> (KeyId, bool) {
    let keys = || record.statements().keys().filter(|key| key.section == NOTES);
    let followed: Vec<KeyId> = keys().flat_map(|key| key.parents.clone()).collect();
    let newest = keys().find(|key| !followed.contains(&key.key())).unwrap().key();
    let name = reader_of(reader);
    let mut packets = keys()
        .filter(|key| key.key() == newest)
        .flat_map(|key| &key.packets);
    (newest, packets.any(|(whose, _)| *whose == name))
}

#[test]
fn the_record_goes_on_under_its_name_and_the_old_words_open_nothing_new() {
    let mut all = All::new(1);
    let (id, before) = (
        all.phone.id(),
        newest_key(&all.phone, all.words.derive_recovery().public()),
    );
    assert!(before.1);
    let new = all.succeed(&[]);
    let later = all
        .phone
        .append(vec![note(NOTES, "after the new words")])
        .unwrap()[0];
    for _ in 0..2 {
        all.world.sync(&mut all.phone, &mut all.tablet);
        all.world.sync(&mut all.tablet, &mut all.watch);
        all.world.sync(&mut all.phone, &mut all.clinic);
    }
    for record in [&all.phone, &all.tablet, &all.watch, &all.clinic] {
        assert_eq!(record.id(), id);
        assert_eq!(record.statements().identity(), Some(identity(&new)));
        assert!(row(record, all.note).is_current() && row(record, later).is_current());
        assert!(record.statements().rival_successions().next().is_none());
    }
    agree(&all.phone, &all.tablet);
    agree(&all.phone, &all.watch);
    let (key, old_opens) = newest_key(&all.phone, all.words.derive_recovery().public());
    assert!(key != before.0 && !old_opens);
    assert!(newest_key(&all.phone, new.derive_recovery().public()).1);
    // Old signatures stay valid, and the clinic may still add.
    let visit = all.clinic.append(vec![note(NOTES, "a visit")]).unwrap()[0];
    all.world.sync(&mut all.phone, &mut all.clinic);
    assert!(row(&all.phone, visit).is_current());
    for record in [&mut all.phone, &mut all.tablet, &mut all.watch] {
        is_sound(record);
    }
    drop(all.phone);
    let phone = all.world.open("phone");
    assert_eq!(phone.statements().identity(), Some(identity(&new)));
}

#[test]
fn the_device_that_made_them_holds_the_new_identity_key_and_others_once_the_words_are_typed() {
    let mut all = All::new(2);
    let new = all.succeed(&[]);
    all.world.sync(&mut all.phone, &mut all.tablet);
    let watch = all.watch.device();
    let refused = all.tablet.revoke_device(watch, &unlock());
    assert!(matches!(refused, Err(MembersError::NoIdentity)), "{refused:?}");
    assert!(matches!(
        all.tablet.hold_identity(&all.words, &unlock()),
        Err(MembersError::OtherWords)
    ));
    all.tablet.hold_identity(&new, &unlock()).unwrap();
    all.tablet.renew_device(watch, &unlock()).unwrap();
    let mut laptop = all.world.pair(&mut all.tablet, "laptop");
    assert!(all.world.sync(&mut all.tablet, &mut laptop).same);
    all.world.sync(&mut all.phone, &mut all.tablet);
    assert!(all.world.sync(&mut all.phone, &mut laptop).same);
    agree(&all.phone, &laptop);
    // A second succession, from another device.
    let third = RecoveryWords::make(&all.world.context);
    laptop.succeed(&third, &[], &unlock()).unwrap();
    for _ in 0..2 {
        all.world.sync(&mut all.phone, &mut laptop);
        all.world.sync(&mut all.phone, &mut all.watch);
    }
    for record in [&all.phone, &laptop, &all.watch] {
        assert_eq!(record.statements().successions().count(), 2);
        assert_eq!(record.statements().identity(), Some(identity(&third)));
    }
    agree(&all.phone, &laptop);
}

#[test]
fn a_device_taken_out_with_the_old_words_is_lost_and_so_is_one_that_they_certify() {
    let mut all = All::new(3);
    let in_time = all.tablet.append(vec![note(NOTES, "in time")]).unwrap()[0];
    all.world.sync(&mut all.phone, &mut all.tablet);
    all.succeed(&[all.tablet.device()]);
    let late = all.tablet.append(vec![note(NOTES, "by whoever has it")]).unwrap()[0];
    // The thief has the words, too, and certifies a device of their own by them; the watch does not know yet.
    let mut thief = all.world.pair(&mut all.tablet, "thief");
    all.world.sync(&mut all.tablet, &mut thief);
    let forged = thief.append(vec![note(NOTES, "forged")]).unwrap()[0];
    all.world.sync(&mut all.tablet, &mut thief);
    all.world.sync(&mut all.watch, &mut all.tablet);
    all.world.sync(&mut all.phone, &mut all.watch);
    for record in [&all.phone, &all.watch] {
        assert!(row(record, in_time).is_current());
        assert!(row(record, late).standing.proposed && row(record, forged).standing.proposed);
    }
    agree(&all.phone, &all.watch);
    for device in [all.tablet.device(), thief.device()] {
        assert!(all.phone.statements().revoked(device).is_some());
        for record in [&mut all.phone, &mut all.watch] {
            assert!(SyncSession::start(record, device).is_err());
            assert!(SyncSession::answer(record, device).is_err());
        }
    }
    let written = all.watch.append(vec![note(NOTES, "under a new key")]).unwrap()[0];
    for out in [&all.tablet, &thief] {
        let kem = out.device_keys().public().kem;
        assert!(!newest_key(&all.watch, &kem).1);
    }
    all.world.sync(&mut all.phone, &mut all.watch);
    assert!(row(&all.phone, written).is_current());
    is_sound(&mut all.phone);
    is_sound(&mut all.watch);
    // Keys do not change with every entry for that.
    let keys = all.watch.statements().keys().count();
    all.watch.append(vec![note(NOTES, "one more")]).unwrap();
    assert_eq!(all.watch.statements().keys().count(), keys);
    // One taken out does not come back; one that others let in meanwhile does if the person says so.
    let refused = all.phone.renew_device(all.tablet.device(), &unlock());
    assert!(matches!(refused, Err(MembersError::NotOwn)));
}

#[test]
fn what_the_old_identity_key_says_later_has_no_effect_whenever_it_comes() {
    let mut all = All::new(4);
    let new = all.succeed(&[]);
    let old = all.words.derive_identity();
    let record = all.phone.id();
    let long_ago = all.world.context.now() - 1_000_000;
    let stranger = SigningKey::from_seed(&all.world.context.secret());
    let author = AuthorId(*stranger.public().as_bytes());
    let facts = [
        Fact::Permission(Permission {
            author,
            name: "friend".into(),
            sections: Section::ALL.to_vec(),
            not_before: long_ago,
            not_after: u64::MAX,
        }),
        Fact::Revocation(Revocation {
            device: all.phone.device(),
            revoked: long_ago,
            heads: Vec::new(),
        }),
        Fact::Recovery(Recovery {
            kem: RecoveryWords::make(&all.world.context)
                .derive_recovery()
                .public()
                .clone(),
        }),
    ];
    let statements: Vec<Statement> = facts
        .into_iter()
        .map(|it| Statement::sign(record, it, &old))
        .collect();
    for known in [true, false] {
        // Known to the watch before it learns of the succession, or after.
        let device = if known { &mut all.watch } else { &mut all.tablet };
        if !known {
            all.world.sync(&mut all.phone, device);
        }
        // Who believes that the phone is lost does not hear of new words from it: that is settled in person.
        let is_revocation = |it: &&Statement| matches!(it.fact, Fact::Revocation(_));
        let sent = statements.iter().filter(|it| !(known && is_revocation(it)));
        deliver(device, all.phone.device(), &sent.cloned().collect::<Vec<_>>());
        if known {
            all.world.sync(&mut all.phone, device);
        }
        all.world.sync(&mut all.phone, device);
        for record in [&all.phone, &*device] {
            let statements = record.statements();
            assert!(statements.permissions(author).next().is_none());
            assert!(statements.revoked(all.phone.device()).is_none());
            assert_eq!(statements.recovery(), Some(new.derive_recovery().public()));
        }
        agree(&all.phone, device);
    }
    all.phone.append(vec![note(NOTES, "still here")]).unwrap();
    is_sound(&mut all.phone);
}

/// As a peer would send them.
fn deliver(record: &mut Record, peer: DeviceId, statements: &[Statement]) {
    let mut to = cbor::Writer::default();
    to.array(2).uint(4).array(statements.len());
    for statement in statements {
        to.array(2).uint(0).bytes(&statement.to_bytes());
    }
    let mut session = SyncSession::answer(record, peer).unwrap();
    session.receive(record, &to.into_bytes()).unwrap();
}

#[test]
fn of_two_successions_the_first_seen_stands_and_the_second_is_an_alarm() {
    let mut all = All::new(5);
    let new = all.succeed(&[]);
    all.world.sync(&mut all.phone, &mut all.watch);
    // Whoever has the old words and the tablet, which was away.
    let theirs = RecoveryWords::make(&all.world.context);
    all.tablet.succeed(&theirs, &[], &unlock()).unwrap();
    let rival = all.tablet.statements().iter().find_map(|(_, it)| match &it.fact {
        Fact::Succession(_) => Some(it.clone()),
        _ => None,
    });
    deliver(&mut all.phone, all.watch.device(), &[rival.unwrap()]);
    assert_eq!(all.phone.statements().rival_successions().count(), 1);
    assert_eq!(all.phone.statements().identity(), Some(identity(&new)));
    all.world.sync(&mut all.phone, &mut all.watch);
    agree(&all.phone, &all.watch);
    assert_eq!(all.watch.statements().rival_successions().count(), 1);
    assert_eq!(all.watch.statements().identity(), Some(identity(&new)));
    // A new device gets the one that stands.
    let mut laptop = all.world.pair(&mut all.phone, "laptop");
    all.world.sync(&mut all.phone, &mut laptop);
    assert_eq!(laptop.statements().identity(), Some(identity(&new)));
    assert_eq!(laptop.statements().rival_successions().count(), 1);
    let restored = restore(&all.world, "restored", &new, &backup(&mut all.phone)).unwrap();
    assert_eq!(restored.statements().identity(), Some(identity(&new)));
    drop(all.phone);
    let phone = all.world.open("phone");
    assert_eq!(phone.statements().identity(), Some(identity(&new)));
    assert_eq!(phone.statements().rival_successions().count(), 1);
}

#[test]
fn all_three_signatures_count() {
    let mut all = All::new(6);
    let record = all.phone.id();
    let old = all.words.derive_identity();
    let new = RecoveryWords::make(&all.world.context).derive_identity();
    let stranger = SigningKey::from_seed(&all.world.context.secret());
    let key = |it: &SigningKey| AuthorId(*it.public().as_bytes());
    let phone = all.phone.device();
    let unsigned =
        |witness: DeviceId| Succession::unsigned(key(&old), key(&new), 1, Vec::new(), Vec::new(), witness);
    let sign = &all.phone.device_keys().sign;
    let good = || unsigned(phone).sign(record, &new, sign);
    let other = RecordId([7; 16]);
    let sound = Statement::sign(record, Fact::Succession(good()), &old);
    let mut altered = good();
    altered.created = 2;
    let bad = [
        Statement::sign(record, Fact::Succession(good()), &stranger),
        Statement::sign(record, Fact::Succession(good()), &new),
        Statement::sign(
            record,
            Fact::Succession(unsigned(phone).sign(record, &stranger, sign)),
            &old,
        ),
        Statement::sign(
            record,
            Fact::Succession(unsigned(phone).sign(record, &new, &stranger)),
            &old,
        ),
        Statement::sign(
            record,
            Fact::Succession(unsigned(phone).sign(other, &new, sign)),
            &old,
        ),
        // A device that the old identity key never certified.
        Statement::sign(
            record,
            Fact::Succession(unsigned(DeviceId(key(&stranger).0)).sign(record, &new, &stranger)),
            &old,
        ),
        Statement::sign(record, Fact::Succession(altered), &old),
    ];
    for statement in bad {
        deliver(&mut all.watch, phone, &[statement]);
        assert!(all.watch.statements().successions().next().is_none());
        assert!(all.watch.statements().rival_successions().next().is_none());
    }
    let wrong = Unlock::Key(pocketchart_crypto::Secret::from_bytes([1; 32]));
    let words = RecoveryWords::make(&all.world.context);
    assert!(all.phone.succeed(&words, &[], &wrong).is_err());
    assert!(all.clinic.succeed(&words, &[], &unlock()).is_err());
    assert!(all.phone.succeed(&words, &[phone], &unlock()).is_err());
    assert!(all.phone.statements().successions().next().is_none());
    deliver(&mut all.watch, phone, &[sound]);
    assert_eq!(all.watch.statements().successions().count(), 1);
}

#[test]
fn backups_open_with_the_words_of_their_time() {
    let mut all = All::new(7);
    let before = backup(&mut all.phone);
    let new = all.succeed(&[all.tablet.device()]);
    let later = all
        .phone
        .append(vec![note(NOTES, "after the new words")])
        .unwrap()[0];
    all.world.sync(&mut all.phone, &mut all.watch);
    let after = backup(&mut all.phone);
    let mut old = restore(&all.world, "old", &all.words, &before).unwrap();
    assert!(old.row(&all.note).unwrap().is_some() && old.row(&later).unwrap().is_none());
    for (words, file) in [(&all.words, &after), (&new, &before)] {
        let refused = restore(&all.world, "none", words, file);
        assert!(matches!(refused, Err(RestoreError::WrongWords)));
    }
    let mut whole = restore(&all.world, "whole", &new, &after).unwrap();
    assert_eq!(whole.id(), all.phone.id());
    assert_eq!(whole.view_digest().unwrap(), all.phone.view_digest().unwrap());
    assert!(whole.statements().revoked(all.tablet.device()).is_some());
    is_sound(&mut whole);
    // It is one of the person's devices, holds the identity key, and meets the others.
    assert!(all.watch.meet(&whole.certificate().unwrap()).unwrap());
    assert!(all.world.sync(&mut whole, &mut all.watch).same);
    agree(&whole, &all.watch);
    whole.revoke_device(all.phone.device(), &unlock()).unwrap();
    // What the old words restored belongs to nobody any more.
    assert!(all.watch.meet(&old.certificate().unwrap()).unwrap());
    assert!(SyncSession::start(&mut all.watch, old.device()).is_err());
    is_sound(&mut old);
}

/// Three devices and a clinic write and meet in any order; at some moment one makes new words, perhaps without the tablet.
fn pass_on(seed: u64) -> (u64, u64) {
    let mut all = All::new(seed);
    let chance = Seeded::new(seed ^ 0x5cc);
    let (mut new, mut without) = (None, false);
    for step in 0..40 {
        let who = chance.below(4);
        let section = if who == 3 {
            NOTES
        } else {
            *chance.pick(&[NOTES, Section::Results])
        };
        match chance.below(8) {
            0..3 => {
                let record = [&mut all.phone, &mut all.tablet, &mut all.watch, &mut all.clinic];
                let record = record.into_iter().nth(who).unwrap();
                let rows = record.rows(section).unwrap();
                let entry = match rows.is_empty() || chance.once_in(2) {
                    true => note(section, &format!("note {step}")),
                    false => correct(section, &format!("better {step}"), chance.pick(&rows).id),
                };
                record.append(vec![entry]).unwrap();
            }
            3 => drop(all.world.sync(&mut all.phone, &mut all.watch)),
            4 if !(new.is_some() && without) => drop(all.world.sync(&mut all.phone, &mut all.tablet)),
            5 => drop(all.world.sync(&mut all.watch, &mut all.clinic)),
            6 if all.watch.statements().revoked(all.tablet.device()).is_none() => {
                all.world.sync(&mut all.watch, &mut all.tablet);
            }
            7 if new.is_none() && chance.once_in(2) => {
                without = chance.once_in(2);
                let out = if without {
                    vec![all.tablet.device()]
                } else {
                    Vec::new()
                };
                new = Some(all.succeed(&out));
            }
            _ => (),
        }
    }
    for _ in 0..3 {
        all.world.sync(&mut all.phone, &mut all.watch);
        all.world.sync(&mut all.phone, &mut all.clinic);
        if !(new.is_some() && without) {
            all.world.sync(&mut all.phone, &mut all.tablet);
        }
    }
    agree(&all.phone, &all.watch);
    if !(new.is_some() && without) {
        agree(&all.phone, &all.tablet);
    }
    assert!(
        all.world.sync(&mut all.phone, &mut all.clinic).same,
        "seed {seed}"
    );
    let mut laptop = all.world.pair(&mut all.phone, "laptop");
    for _ in 0..2 {
        all.world.sync(&mut all.phone, &mut laptop);
    }
    agree(&all.phone, &laptop);
    is_sound(&mut all.phone);
    is_sound(&mut all.watch);
    let words = new.as_ref().unwrap_or(&all.words);
    let file = backup(&mut all.phone);
    let restored = restore(&all.world, "restored", words, &file).unwrap();
    assert_eq!(
        restored.view_digest().unwrap(),
        all.phone.view_digest().unwrap(),
        "seed {seed}"
    );
    if new.is_some() {
        assert!(restore(&all.world, "none", &all.words, &file).is_err());
        all.phone.append(vec![note(NOTES, "newest")]).unwrap();
        assert!(!newest_key(&all.phone, all.words.derive_recovery().public()).1);
    }
    let rows = all.phone.rows(NOTES).unwrap();
    let proposed = rows.iter().filter(|row| row.standing.proposed).count() as u64;
    (u64::from(new.is_some()), proposed)
}

#[test]
fn whatever_the_order_all_agree() {
    let (first, count) = (many::count("SEED", 1), many::count("SUCCESSIONS", 100));
    let (mut made, mut proposed) = (0, 0);
    for seed in first..first + count {
        let (new, late) = pass_on(seed);
        (made, proposed) = (made + new, proposed + late);
    }
    println!(
        "{count} histories, seeds from {first}, {made} with new words: all agree; {proposed} notes only proposed"
    );
    assert!(made > count / 3 && proposed > 0);
}
