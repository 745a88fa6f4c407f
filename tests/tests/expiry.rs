//! Certificates end and are renewed: nothing is lost, nobody is talked to past the end, and all devices agree.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test")]

use pocketchart_record::*;
use pocketchart_tests::many;
use pocketchart_tests::world::*;

const NOTES: Section = Section::Notes;
const DAY: Millis = 24 * 3600 * 1000;

fn end_of(record: &Record, device: DeviceId) -> Millis {
    record.statements().certificate_of(device).unwrap().1.not_after
}

/// A phone and a tablet that hold one note.
fn two(world: &World) -> (Record, Record) {
    let (mut phone, _) = world.patient("phone");
    phone.append(vec![note(NOTES, "first")]).unwrap();
    let mut tablet = world.pair(&mut phone, "tablet");
    world.sync(&mut phone, &mut tablet);
    (phone, tablet)
}

#[test]
fn a_device_in_use_renews_itself_in_its_last_sixty_days() {
    let world = World::new(1);
    let (mut phone, mut tablet) = two(&world);
    assert!(!phone.keep_certified(&unlock()).unwrap());
    world.pass(100 * DAY);
    assert!(!phone.keep_certified(&unlock()).unwrap());
    world.pass(30 * DAY);
    let before = end_of(&phone, phone.device());
    assert!(phone.keep_certified(&unlock()).unwrap());
    assert!(!phone.keep_certified(&unlock()).unwrap());
    assert_eq!((end_of(&phone, phone.device()) - before) / DAY, 130);
    world.sync(&mut phone, &mut tablet);
    assert_eq!(end_of(&tablet, phone.device()), end_of(&phone, phone.device()));
    agree(&phone, &tablet);
}

#[test]
fn past_the_end_nobody_talks_to_it_until_it_is_renewed_and_nothing_is_lost() {
    let world = World::new(2);
    let (mut phone, mut tablet) = two(&world);
    world.pass(130 * DAY);
    phone.keep_certified(&unlock()).unwrap();
    world.sync(&mut phone, &mut tablet);
    world.pass(60 * DAY);
    // It writes on: its owner may have nothing else at hand.
    let late = tablet.append(vec![note(NOTES, "written past the end")]).unwrap()[0];
    let secret = phone.append(vec![note(NOTES, "new, under a new key")]).unwrap()[0];
    phone.rotate_key(NOTES).unwrap();
    let tablets = reader_of(&tablet.device_keys().public().kem);
    let newest = phone.statements().keys().max_by_key(|key| key.created).unwrap();
    assert!(newest.packets.iter().all(|(reader, _)| *reader != tablets));

    let (mut session, first) = SyncSession::start(&mut tablet, phone.device()).unwrap();
    let mut answer = SyncSession::answer(&mut phone, tablet.device()).unwrap();
    let refused = answer.receive(&mut phone, &first[0]);
    assert!(matches!(refused, Err(SyncError::Expired)), "{refused:?}");
    let (_, first) = SyncSession::start(&mut phone, tablet.device()).unwrap();
    assert!(!first.is_empty());
    let shown = SyncSession::answer(&mut tablet, phone.device())
        .unwrap()
        .receive(&mut tablet, &first[0])
        .unwrap();
    let refused = SyncSession::start(&mut phone, tablet.device())
        .unwrap()
        .0
        .receive(&mut phone, &shown.send[0]);
    assert!(matches!(refused, Err(SyncError::Expired)), "{refused:?}");
    drop(session.receive(&mut tablet, &shown.send[0]));
    assert!(tablet.row(&secret).unwrap().is_none());

    phone.renew_device(tablet.device(), &unlock()).unwrap();
    assert!(world.sync(&mut phone, &mut tablet).same);
    assert!(phone.row(&late).unwrap().unwrap().is_current());
    assert!(tablet.row(&secret).unwrap().unwrap().is_current());
    agree(&phone, &tablet);
    assert_eq!(phone.verify().unwrap().faults, []);
    assert_eq!(tablet.verify().unwrap().faults, []);
}

#[test]
fn two_that_were_apart_for_a_year_and_renewed_themselves_meet_again() {
    for phone_calls in [false, true] {
        let world = World::new(3);
        let (mut phone, mut tablet) = two(&world);
        for _ in 0..3 {
            world.pass(125 * DAY);
            assert!(phone.keep_certified(&unlock()).unwrap());
        }
        assert!(tablet.keep_certified(&unlock()).unwrap());
        tablet.append(vec![note(NOTES, "a year later")]).unwrap();
        let met = match phone_calls {
            true => world.sync(&mut phone, &mut tablet),
            false => world.sync(&mut tablet, &mut phone),
        };
        assert!(met.same);
        agree(&phone, &tablet);
        // The certificates are shown once.
        let again = world.sync(&mut phone, &mut tablet);
        assert!(again.same && again.bytes < 500, "{} bytes", again.bytes);
    }
}

#[test]
fn the_lost_and_strangers_are_not_renewed() {
    let world = World::new(4);
    let (mut phone, tablet) = two(&world);
    let clinic = world.clinic(&mut phone, "clinic", &[NOTES]);
    phone.revoke_device(tablet.device(), &unlock()).unwrap();
    for device in [tablet.device(), clinic.device(), DeviceId([7; 32])] {
        let refused = phone.renew_device(device, &unlock());
        assert!(matches!(refused, Err(MembersError::NotOwn)));
    }
    let wrong = Unlock::Key(pocketchart_crypto::Secret::from_bytes([1; 32]));
    assert!(phone.renew_device(phone.device(), &wrong).is_err());
    // A thief who renews it all the same gains nothing: it stays lost.
    let mut tablet = tablet;
    tablet.renew_device(tablet.device(), &unlock()).unwrap();
    assert!(phone.meet(&tablet.certificate().unwrap()).unwrap());
    assert!(phone.statements().revoked(tablet.device()).is_some());
    assert!(SyncSession::start(&mut phone, tablet.device()).is_err());
}

/// What a clinic sends past the end of its certificate is held for the patient, whatever it is permitted.
#[test]
fn a_clinic_past_its_end_is_held_until_it_is_renewed_or_the_patient_says_yes() {
    for renewed in [false, true] {
        let world = World::new(5);
        let (mut phone, _) = world.patient("phone");
        phone.append(vec![note(NOTES, "first")]).unwrap();
        let identity = pocketchart_crypto::sign::SigningKey::from_seed(&world.context.secret());
        let author = AuthorId(*identity.public().as_bytes());
        let now = world.context.now();
        let permission = Permission {
            author,
            name: "clinic".into(),
            sections: vec![NOTES],
            not_before: now,
            not_after: now + 400 * DAY,
        };
        phone.permit(permission, &unlock()).unwrap();
        let mut clinic = world.clinic_device(&mut phone, &identity, "desk", &[NOTES]);
        let in_time = clinic.append(vec![note(NOTES, "in time")]).unwrap()[0];
        world.sync(&mut phone, &mut clinic);
        assert!(phone.row(&in_time).unwrap().is_some());
        world.pass(181 * DAY);
        let late = clinic.append(vec![note(NOTES, "past the end")]).unwrap()[0];
        if renewed {
            let again = certify(
                phone.id(),
                &identity,
                clinic.device_keys().public(),
                "desk",
                world.context.now(),
            );
            assert!(clinic.meet(&again.to_bytes()).unwrap());
        }
        world.sync(&mut phone, &mut clinic);
        assert_eq!(phone.row(&late).unwrap().is_some(), renewed);
        if !renewed {
            phone.admit(author).unwrap();
            world.sync(&mut phone, &mut clinic);
        }
        assert!(phone.row(&late).unwrap().unwrap().is_current());
        // What was taken in is never judged again.
        assert!(phone.row(&in_time).unwrap().unwrap().is_current());
    }
}

/// Three devices live for two years, each opened or not; whoever is renewed meets the others.
fn live(seed: u64) -> u64 {
    let world = World::new(seed);
    let chance = Seeded::new(seed ^ 0xe4d);
    let (phone, tablet) = two(&world);
    let mut devices = [phone, tablet];
    let mut refused = 0;
    for step in 0..60 {
        world.pass(chance.below(25) as Millis * DAY);
        let who = chance.below(2);
        match chance.below(4) {
            0 => drop(
                devices[who]
                    .append(vec![note(NOTES, &format!("note {step}"))])
                    .unwrap(),
            ),
            1 => drop(devices[who].keep_certified(&unlock()).unwrap()),
            _ => {
                let [left, right] = &mut devices;
                let (one, other) = if who == 0 { (left, right) } else { (right, left) };
                match try_meet(one, other) {
                    true => agree(&devices[0], &devices[1]),
                    false => refused += 1,
                }
            }
        }
    }
    for device in &mut devices {
        device.keep_certified(&unlock()).unwrap();
    }
    let [left, right] = &mut devices;
    assert!(try_meet(left, right), "seed {seed}");
    assert!(try_meet(right, left), "seed {seed}");
    agree(left, right);
    refused
}

/// A session that may be refused for a certificate that ended.
fn try_meet(left: &mut Record, right: &mut Record) -> bool {
    let (mut one, first) = SyncSession::start(left, right.device()).unwrap();
    let mut other = SyncSession::answer(right, left.device()).unwrap();
    let mut to_right = first;
    loop {
        let mut to_left = Vec::new();
        for message in to_right.drain(..) {
            match other.receive(right, &message) {
                Ok(step) => to_left.extend(step.send),
                Err(SyncError::Expired) => return false,
                Err(error) => panic!("{error}"),
            }
        }
        for message in to_left {
            match one.receive(left, &message) {
                Ok(step) => to_right.extend(step.send),
                Err(SyncError::Expired) => return false,
                Err(error) => panic!("{error}"),
            }
        }
        if to_right.is_empty() {
            return true;
        }
    }
}

#[test]
fn whoever_is_renewed_meets_the_others() {
    let (first, count) = (many::count("SEED", 1), many::count("LIVES", 100));
    let refused: u64 = (first..first + count).map(live).sum();
    println!("{count} lives, seeds from {first}: all agree; {refused} meetings were refused past an end");
    assert!(refused > 0);
}
