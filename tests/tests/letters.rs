//! Letters that a relay loses, doubles and swaps: two devices that are never on at the same time end with the same record.
//!
//! `HISTORIES` sets how many histories, `SEED` where to begin.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test")]

use pocketchart_record::{Millis, Record, Section, SyncError, SyncEvent};
use pocketchart_tests::many;
use pocketchart_tests::world::{World, agree, blob, is_sound, note};

const DAY: Millis = 86_400_000;
/// Longer than a writer waits for an answer.
const LONG: Millis = 8 * DAY;

/// Letters on their way to one device.
type Bag = Vec<Vec<u8>>;

/// Everything that is due, as if each letter lay in a box.
fn write(from: &mut Record, to: &Record, bag: &mut Bag) -> usize {
    let mut letters = from.write_letters(to.device()).unwrap();
    let before = bag.len();
    while let Some(letter) = letters.next(from).unwrap() {
        letters.posted(from);
        bag.push(letter);
    }
    letters.keep(from).unwrap();
    bag.len() - before
}

fn read(to: &mut Record, from: &Record, bag: &mut Bag) -> Vec<SyncEvent> {
    let letters = bag.drain(..);
    let events = letters.map(|letter| to.take_letter(from.device(), &letter).unwrap());
    events.flatten().collect()
}

/// What a relay may do, and what it should not.
fn meddle(world: &World, bag: &mut Bag, faults: &mut [u64; 3]) {
    let chance = &world.chance;
    let mut left = Vec::new();
    for letter in bag.drain(..) {
        match chance.below(6) {
            0 => faults[0] += 1,
            1 => {
                faults[1] += 1;
                left.extend([letter.clone(), letter]);
            }
            2 => {
                faults[2] += 1;
                left.insert(chance.below(left.len() + 1), letter);
            }
            _ => left.push(letter),
        }
    }
    *bag = left;
}

fn settle(world: &World, one: &mut Record, other: &mut Record) {
    let (mut there, mut back) = (Bag::new(), Bag::new());
    for _ in 0..8 {
        world.pass(LONG);
        let mut news = 0;
        for _ in 0..6 {
            let written = write(one, other, &mut there);
            read(other, one, &mut there);
            let answered = write(other, one, &mut back);
            read(one, other, &mut back);
            if written + answered == 0 {
                break;
            }
            news += written + answered;
        }
        if news == 0 {
            return;
        }
    }
    panic!("they never come to an end");
}

fn history(seed: u64) -> [u64; 3] {
    let world = World::new(seed);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    let (mut there, mut back, mut faults) = (Bag::new(), Bag::new(), [0; 3]);
    for round in 0..8 {
        for device in [&mut phone, &mut tablet] {
            for entry in 0..world.chance.below(4) {
                let section =
                    *world
                        .chance
                        .pick(&[Section::Allergies, Section::Problems, Section::Documents]);
                if world.chance.once_in(5) {
                    let bytes = world.noise(600_000 + world.chance.below(600_000));
                    device.append(vec![blob(section, bytes)]).unwrap();
                } else {
                    let text = format!("{seed} {round} {entry}");
                    device.append(vec![note(section, &text)]).unwrap();
                }
            }
        }
        write(&mut phone, &tablet, &mut there);
        if world.chance.once_in(2) {
            meddle(&world, &mut there, &mut faults);
            read(&mut tablet, &phone, &mut there);
        }
        write(&mut tablet, &phone, &mut back);
        if world.chance.once_in(2) {
            meddle(&world, &mut back, &mut faults);
            read(&mut phone, &tablet, &mut back);
        }
        if world.chance.once_in(6) {
            world.sync(&mut phone, &mut tablet);
        }
        world.pass(DAY);
    }
    there.clear();
    back.clear();
    settle(&world, &mut phone, &mut tablet);
    agree(&phone, &tablet);
    for device in [&mut phone, &mut tablet] {
        assert!(device.missing_bodies(&Section::ALL).unwrap().is_empty());
        is_sound(device);
    }
    faults
}

#[test]
fn whatever_becomes_of_letters_they_converge() {
    let (first, histories) = (many::count("SEED", 1), many::count("HISTORIES", 12));
    let mut all = [0; 3];
    let result = many::run(
        first,
        histories,
        |seed| Ok(history(seed)),
        |faults| {
            for (sum, count) in all.iter_mut().zip(faults) {
                *sum += count;
            }
        },
    );
    println!("letters lost, doubled, swapped: {all:?}");
    if let Err(failures) = result {
        panic!("histories that did not converge:\n{failures}");
    }
    if histories >= 12 {
        assert!(all.iter().all(|count| *count > 0), "{all:?}");
    }
}

#[test]
fn nothing_new_is_no_letter_and_news_is_answered_once() {
    let world = World::new(7);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    settle(&world, &mut phone, &mut tablet);
    let (mut there, mut back) = (Bag::new(), Bag::new());
    assert_eq!(write(&mut phone, &tablet, &mut there), 0);
    phone.append(vec![note(Section::Allergies, "nuts")]).unwrap();
    assert_eq!(write(&mut phone, &tablet, &mut there), 1);
    assert_eq!(write(&mut phone, &tablet, &mut there), 0, "it is on its way");
    let letter = there[0].clone();
    read(&mut tablet, &phone, &mut there);
    assert_eq!(write(&mut tablet, &phone, &mut back), 1);
    assert_eq!(write(&mut tablet, &phone, &mut back), 0);
    // The same letter once more says nothing new.
    tablet.take_letter(phone.device(), &letter).unwrap();
    assert_eq!(write(&mut tablet, &phone, &mut back), 0);
    let events = read(&mut phone, &tablet, &mut back);
    assert_eq!(events, [SyncEvent::Same]);
    assert_eq!(
        write(&mut phone, &tablet, &mut there),
        0,
        "an answer is not answered"
    );
    agree(&phone, &tablet);
}

#[test]
fn without_an_answer_it_is_sent_again_after_a_week() {
    let world = World::new(8);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    settle(&world, &mut phone, &mut tablet);
    phone.append(vec![note(Section::Allergies, "nuts")]).unwrap();
    assert_eq!(write(&mut phone, &tablet, &mut Bag::new()), 1);
    world.pass(6 * DAY);
    assert_eq!(write(&mut phone, &tablet, &mut Bag::new()), 0);
    world.pass(2 * DAY);
    let mut there = Bag::new();
    assert_eq!(write(&mut phone, &tablet, &mut there), 1);
    read(&mut tablet, &phone, &mut there);
    agree(&phone, &tablet);
}

/// More than goes into one letter.
const LARGE: usize = 5 << 20;

fn lacks_bodies(device: &Record) -> bool {
    !device.missing_bodies(&Section::ALL).unwrap().is_empty()
}

#[test]
fn the_same_is_said_only_once_bodies_that_travel_apart_have_come() {
    let world = World::new(11);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    settle(&world, &mut phone, &mut tablet);
    phone
        .append(vec![blob(Section::Documents, world.noise(LARGE))])
        .unwrap();
    let (mut there, mut back, mut without) = (Bag::new(), Bag::new(), 0);
    loop {
        let written = write(&mut phone, &tablet, &mut there);
        // A letter at a time, so that the answer comes between two of them.
        for letter in there.drain(..) {
            tablet.take_letter(phone.device(), &letter).unwrap();
            write(&mut tablet, &phone, &mut back);
            read(&mut phone, &tablet, &mut back);
            let same = phone.is_same_by_letters(tablet.device()).unwrap();
            assert_eq!(
                same,
                phone.log_digest() == tablet.log_digest() && !lacks_bodies(&tablet)
            );
            without += usize::from(!same && phone.log_digest() == tablet.log_digest());
        }
        if written == 0 {
            break;
        }
    }
    assert!(
        without > 1,
        "the logs agreed before the body was there: {without}"
    );
    assert!(phone.is_same_by_letters(tablet.device()).unwrap());
    agree(&phone, &tablet);
}

#[test]
fn a_meeting_counts_for_letters_once_it_brought_the_bodies() {
    let (mut cut, mut most) = (0, 1);
    loop {
        let world = World::new(12);
        let (mut phone, _) = world.patient("phone");
        let mut tablet = world.pair(&mut phone, "tablet");
        settle(&world, &mut phone, &mut tablet);
        phone
            .append(vec![blob(Section::Documents, world.noise(LARGE))])
            .unwrap();
        let (mut there, mut back) = (Bag::new(), Bag::new());
        if most % 2 == 0 {
            // The tablet has asked for the body by letter before they meet.
            write(&mut phone, &tablet, &mut there);
            read(&mut tablet, &phone, &mut there);
            write(&mut tablet, &phone, &mut back);
            read(&mut phone, &tablet, &mut back);
        }
        world.sync_cut(&mut phone, &mut tablet, most);
        let same = phone.is_same_by_letters(tablet.device()).unwrap();
        if lacks_bodies(&tablet) {
            assert!(!same, "cut off after {most} messages");
            cut += usize::from(phone.log_digest() == tablet.log_digest());
        }
        if same && most % 2 == 0 {
            let sent = write(&mut phone, &tablet, &mut there);
            assert!(
                there.iter().all(|it| it.len() < 10_000),
                "what came in the meeting is not sent again"
            );
            assert!(sent <= 1);
            break;
        }
        most += 1;
    }
    assert!(
        cut > 1,
        "meetings that were cut off between the log and the body: {cut}"
    );
}

#[test]
fn a_body_that_is_never_taken_is_not_sent_for_ever() {
    let world = World::new(13);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    settle(&world, &mut phone, &mut tablet);
    phone
        .append(vec![blob(Section::Documents, world.noise(LARGE))])
        .unwrap();
    let (mut there, mut back) = (Bag::new(), Bag::new());
    write(&mut phone, &tablet, &mut there);
    read(&mut tablet, &phone, &mut there);
    write(&mut tablet, &phone, &mut back);
    let answer = back.pop().unwrap();
    // [version, number, heard, messages]: each number of a letter takes nine bytes.
    let number_of = |letter: &[u8]| u64::from_be_bytes(letter[3..11].try_into().unwrap());
    let (mut times, mut heard) = (0, u64::from_be_bytes(answer[12..20].try_into().unwrap()));
    for again in 0..20 {
        let mut letter = answer.clone();
        letter[3..11].copy_from_slice(&(number_of(&answer) + again).to_be_bytes());
        letter[12..20].copy_from_slice(&heard.to_be_bytes());
        phone.take_letter(tablet.device(), &letter).unwrap();
        if write(&mut phone, &tablet, &mut there) > 0 {
            times += 1;
            heard = there.drain(..).map(|it| number_of(&it)).max().unwrap();
        }
    }
    assert_eq!(times, 4, "sent once, and three times again");
    world.pass(LONG);
    assert!(write(&mut phone, &tablet, &mut there) > 1, "and after a week");
}

#[test]
fn a_device_that_was_put_back_learns_of_it_and_is_brought_up_to_date() {
    let world = World::new(9);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    tablet.append(vec![note(Section::Allergies, "before")]).unwrap();
    settle(&world, &mut phone, &mut tablet);
    drop(tablet);
    let copy = world.copy_of("tablet");
    let mut tablet = world.open("tablet");
    for text in ["dust", "mould"] {
        tablet.append(vec![note(Section::Allergies, text)]).unwrap();
    }
    settle(&world, &mut phone, &mut tablet);
    drop(tablet);
    world.put_back("tablet", copy);
    world.forget_freshness("tablet");
    let mut tablet = world.open("tablet");
    phone.append(vec![note(Section::Problems, "asthma")]).unwrap();
    let mut there = Bag::new();
    assert_eq!(write(&mut phone, &tablet, &mut there), 1);
    let events = read(&mut tablet, &phone, &mut there);
    assert!(events.contains(&SyncEvent::RolledBack), "{events:?}");
    settle(&world, &mut phone, &mut tablet);
    agree(&phone, &tablet);
}

#[test]
fn what_is_no_letter_of_that_device_is_refused() {
    let world = World::new(10);
    let (mut phone, _) = world.patient("phone");
    let mut tablet = world.pair(&mut phone, "tablet");
    let (stranger, _) = world.patient("stranger");
    assert!(matches!(
        phone.write_letters(stranger.device()).map(drop),
        Err(SyncError::Stranger)
    ));
    let mut there = Bag::new();
    write(&mut phone, &tablet, &mut there);
    let letter = there.remove(0);
    let digest = tablet.log_digest();
    for end in [0, 1, letter.len() / 2, letter.len() - 1] {
        let cut = tablet.take_letter(phone.device(), &letter[..end]);
        assert!(matches!(cut, Err(SyncError::Malformed(_))), "{end}");
    }
    // A session's messages that ask for something at once are none of a letter.
    for inside in [&[0x81, 0x05][..], &[0x81, 0x0b], &[0x81, 0x0c]] {
        let foreign = [&[0x84, 1, 1, 0, 0x81][..], inside].concat();
        assert!(matches!(
            tablet.take_letter(phone.device(), &foreign),
            Err(SyncError::Malformed(_))
        ));
    }
    assert_eq!(tablet.log_digest(), digest);
    tablet.take_letter(phone.device(), &letter).unwrap();
    agree(&phone, &tablet);
}
