//! Redeemers of grants in the log: what they may read and add, what they learn, and what the end of a grant changes.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::*;
use pocketchart_tests::world::*;

const NOTES: Section = Section::Notes;
const HOUR: Millis = 3_600_000;

/// A phone with an allergy and a note, a tablet, and a clinic that comes.
struct Visit {
    world: World,
    phone: Record,
    tablet: Record,
    clinic: SigningKey,
    note: EntryId,
}

impl Visit {
    fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let (mut phone, _) = world.patient("phone");
        let written = phone.append(vec![
            note(NOTES, "hoarse for a week"),
            note(Section::Sensitive, "nobody's business"),
            note(Section::Problems, "asthma"),
        ]);
        let note = written.unwrap()[0];
        let mut tablet = world.pair(&mut phone, "tablet");
        world.sync(&mut phone, &mut tablet);
        let clinic = SigningKey::from_seed(&world.context.secret());
        Self {
            world,
            phone,
            tablet,
            clinic,
            note,
        }
    }

    fn access(&self, applicant: &Applicant) -> Access {
        let now = self.world.context.now();
        Access {
            grant: [7; 16],
            author: AuthorId(*self.clinic.public().as_bytes()),
            device: applicant.keys().id(),
            name: "Lakeside".into(),
            read: Vec::new(),
            later: Vec::new(),
            append: Vec::new(),
            made: now,
            not_before: now,
            not_after: now + 24 * HOUR,
        }
    }

    /// The clinic's replica, let in with what `may` puts into the access.
    fn let_in(&mut self, name: &str, may: impl FnOnce(&mut Access)) -> Record {
        let applicant = Applicant::new(&self.world.context);
        let mut access = self.access(&applicant);
        may(&mut access);
        let now = self.world.context.now();
        let certificate = certify(self.phone.id(), &self.clinic, applicant.public(), name, now);
        let welcome = self.phone.welcome_guest(access, certificate).unwrap();
        let welcome = Welcome::from_bytes(&welcome.to_bytes()).unwrap();
        let mut desk = Record::join(
            self.world.setup(name),
            applicant,
            welcome,
            &unlock(),
            KdfLevel::Fast,
        )
        .unwrap();
        let (one, first) = SyncSession::let_in(&mut self.phone, desk.device(), true).unwrap();
        let other = SyncSession::enter(&mut desk, self.phone.device()).unwrap();
        let met = World::talk((&mut self.phone, one, first), (&mut desk, other));
        assert!(met.same, "{met:?}");
        desk
    }

    fn agree(&mut self) {
        self.world.sync(&mut self.phone, &mut self.tablet);
        agree(&self.phone, &self.tablet);
    }
}

/// Envelopes that came and cannot be opened.
fn sealed(met: &Met) -> u64 {
    let waiting = met.events.iter().map(|event| match event {
        SyncEvent::Received(accepted) => accepted.waiting,
        _ => 0,
    });
    waiting.sum()
}

#[test]
fn who_may_only_add_learns_nothing_and_delivers_its_visit() {
    let mut visit = Visit::new(1);
    let mut desk = visit.let_in("desk", |it| it.append = vec![NOTES]);
    assert_eq!(desk.feeds().count(), 0, "nothing of the patient's came");
    let keys: Vec<Section> = desk.statements().keys().map(|it| it.section).collect();
    assert_eq!(keys, [NOTES], "one key, its own");
    let written = desk.append(vec![
        note(NOTES, "laryngitis"),
        correct(NOTES, "fine", visit.note),
    ]);
    let written = written.unwrap();
    assert!(visit.world.sync(&mut desk, &mut visit.phone).same);
    visit.agree();
    for record in [&visit.phone, &visit.tablet] {
        assert!(row(record, written[0]).is_current());
        assert!(row(record, visit.note).is_current());
        assert_eq!(row(record, visit.note).standing.proposals, [written[1]]);
    }
    // The patient's own entries stay under the section's key.
    visit.phone.append(vec![note(NOTES, "better")]).unwrap();
    assert!(visit.world.sync(&mut visit.phone, &mut desk).same);
    assert_eq!(desk.feeds().count(), 1, "only its own feed");
    assert!(matches!(
        desk.append(vec![note(Section::Problems, "x")]),
        Err(AppendError::NoKey)
    ));
}

#[test]
fn who_reads_once_gets_all_of_it_and_nothing_later() {
    let mut visit = Visit::new(2);
    let mut desk = visit.let_in("desk", |it| it.read = vec![NOTES]);
    assert_eq!(
        row(&desk, visit.note).entry.kind,
        row(&visit.phone, visit.note).entry.kind
    );
    let known: Vec<Section> = desk.statements().keys().map(|it| it.section).collect();
    assert!(known.iter().all(|it| *it == NOTES), "{known:?}");
    let later = visit.phone.append(vec![note(NOTES, "later")]).unwrap()[0];
    let met = visit.world.sync(&mut visit.phone, &mut desk);
    visit.world.sync(&mut desk, &mut visit.phone);
    assert!(desk.row(&later).unwrap().is_none());
    assert_eq!(sealed(&met), 0);
    visit.agree();
}

#[test]
fn who_reads_on_does_so_until_the_grant_ends() {
    let mut visit = Visit::new(3);
    let mut desk = visit.let_in("desk", |it| {
        it.read = vec![NOTES];
        it.later = vec![NOTES];
    });
    let during = visit.phone.append(vec![note(NOTES, "during")]).unwrap()[0];
    assert!(visit.world.sync(&mut visit.phone, &mut desk).same);
    assert!(row(&desk, during).is_current());
    visit.phone.end_access([7; 16]).unwrap();
    let after = visit.phone.append(vec![note(NOTES, "after")]).unwrap()[0];
    visit.world.sync(&mut visit.phone, &mut desk);
    assert!(desk.row(&after).unwrap().is_none());
    visit.agree();
    // Its time being over does the same without a word.
    let mut other = visit.let_in("other", |it| {
        it.grant = [8; 16];
        it.read = vec![NOTES];
        it.later = vec![NOTES];
    });
    visit.world.pass(25 * HOUR);
    let late = visit.phone.append(vec![note(NOTES, "next day")]).unwrap()[0];
    let met = visit.world.sync(&mut visit.phone, &mut other);
    assert!(other.row(&late).unwrap().is_none());
    assert_eq!(sealed(&met), 0);
}

#[test]
fn a_late_visit_waits_for_the_patient_and_is_not_lost() {
    let mut visit = Visit::new(4);
    let mut desk = visit.let_in("desk", |it| it.append = vec![NOTES]);
    // Written in time, delivered within the grace.
    let in_time = desk.append(vec![note(NOTES, "in time")]).unwrap()[0];
    visit.world.pass(3 * 24 * HOUR);
    visit.world.sync(&mut desk, &mut visit.phone);
    assert!(row(&visit.phone, in_time).is_current());
    // Written after the end: it waits.
    let late = desk.append(vec![note(NOTES, "too late")]).unwrap()[0];
    visit.world.sync(&mut desk, &mut visit.phone);
    assert!(visit.phone.row(&late).unwrap().is_none());
    let waiting = visit.phone.waits_for_patient().unwrap();
    assert_eq!(waiting.into_iter().collect::<Vec<_>>(), [(desk.author(), 1)]);
    visit.phone.admit(desk.author()).unwrap();
    assert!(row(&visit.phone, late).is_current());
    visit.agree();
}

#[test]
fn what_another_device_took_in_after_the_end_is_only_proposed() {
    let mut visit = Visit::new(5);
    let mut desk = visit.let_in("desk", |it| it.append = vec![NOTES]);
    let before = desk.append(vec![note(NOTES, "before")]).unwrap()[0];
    visit.world.sync(&mut desk, &mut visit.phone);
    visit.agree();
    visit.phone.end_access([7; 16]).unwrap();
    let after = desk.append(vec![note(NOTES, "after")]).unwrap()[0];
    // The tablet does not know of the end yet.
    visit.world.sync(&mut desk, &mut visit.tablet);
    assert!(row(&visit.tablet, after).is_current());
    visit.agree();
    for record in [&visit.phone, &visit.tablet] {
        assert!(row(record, before).is_current());
        assert!(row(record, after).standing.proposed);
    }
    let again = desk.append(vec![note(NOTES, "and again")]).unwrap()[0];
    visit.world.sync(&mut desk, &mut visit.tablet);
    assert!(visit.tablet.row(&again).unwrap().is_none(), "it knows now");
    for record in [&mut visit.phone, &mut visit.tablet] {
        is_sound(record);
    }
}

#[test]
fn only_the_certified_device_of_the_author_gets_in() {
    let visit = &mut Visit::new(6);
    let applicant = Applicant::new(&visit.world.context);
    let now = visit.world.context.now();
    let refused = |visit: &mut Visit, access: Access, certificate: Statement| {
        let before = visit.phone.log_digest();
        assert!(matches!(
            visit.phone.welcome_guest(access, certificate),
            Err(GuestError::Certificate)
        ));
        assert_eq!(visit.phone.log_digest(), before);
    };
    let stranger = SigningKey::from_seed(&visit.world.context.secret());
    let id = visit.phone.id();
    let access = visit.access(&applicant);
    refused(
        visit,
        access.clone(),
        certify(id, &stranger, applicant.public(), "x", now),
    );
    let other = Applicant::new(&visit.world.context);
    refused(
        visit,
        access.clone(),
        certify(id, &visit.clinic, other.public(), "x", now),
    );
    let elsewhere = certify(RecordId([0; 16]), &visit.clinic, applicant.public(), "x", now);
    refused(visit, access, elsewhere);
}

/// What crosses the wire when a clinic is let in, and comes back: how long each message is, and in which direction.
fn transcript(seed: u64, hidden: Option<Section>) -> Vec<usize> {
    let world = World::new(seed);
    let chance = Seeded::new(seed ^ 0xabcd);
    let (mut phone, _) = world.patient("phone");
    let shown: Vec<NewEntry> = (0..1 + chance.below(6))
        .map(|number| note(NOTES, &format!("note {number}")))
        .collect();
    phone.append(shown).unwrap();
    let more = 1 + chance.below(20);
    if let Some(section) = hidden {
        let secret = (0..more).map(|number| note(section, &format!("secret {number}")));
        phone.append(secret.collect()).unwrap();
        // Somebody else who may read there, and a key that changed.
        world.clinic(&mut phone, "counsellor", &[Section::Sensitive]);
        phone.rotate_key(Section::Sensitive).unwrap();
        phone
            .append(vec![note(Section::Problems, "not shown either")])
            .unwrap();
    }
    let clinic = SigningKey::from_seed(&world.context.secret());
    let mut visit = Visit {
        note: phone.append(vec![note(NOTES, "the last one")]).unwrap()[0],
        tablet: world.patient("unused").0,
        world,
        phone,
        clinic,
    };
    let applicant = Applicant::new(&visit.world.context);
    let mut access = visit.access(&applicant);
    access.read = vec![NOTES];
    access.later = vec![NOTES];
    access.append = vec![Section::Results];
    let now = visit.world.context.now();
    let certificate = certify(visit.phone.id(), &visit.clinic, applicant.public(), "desk", now);
    let welcome = visit.phone.welcome_guest(access, certificate).unwrap();
    let mut seen = vec![welcome.to_bytes().len()];
    let setup = visit.world.setup("desk");
    let mut desk = Record::join(setup, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
    let (one, first) = SyncSession::let_in(&mut visit.phone, desk.device(), true).unwrap();
    let other = SyncSession::enter(&mut desk, visit.phone.device()).unwrap();
    seen.extend(World::talk((&mut visit.phone, one, first), (&mut desk, other)).lengths);
    desk.append(vec![note(Section::Results, "a result")]).unwrap();
    seen.extend(visit.world.sync(&mut desk, &mut visit.phone).lengths);
    if let Some(section) = hidden {
        visit.phone.append(vec![note(section, "one more")]).unwrap();
    }
    seen.extend(visit.world.sync(&mut visit.phone, &mut desk).lengths);
    seen
}

#[test]
fn a_clinic_cannot_tell_that_there_are_sections_it_is_not_shown() {
    let pairs = std::env::var("HIDDEN").map_or(200, |count| count.parse().unwrap());
    for seed in 0..pairs {
        let without = transcript(seed, None);
        assert_eq!(without, transcript(seed, Some(Section::Sensitive)), "seed {seed}");
        if seed < 10 {
            assert_ne!(
                without,
                transcript(seed, Some(NOTES)),
                "what is shown can be told"
            );
        }
    }
    println!("{pairs} pairs of records, with and without hidden sections: the same messages");
}

/// The secret that the phone and a redeemer's device share.
fn writing() -> pocketchart_crypto::Secret<32> {
    pocketchart_crypto::Secret::from_bytes([3; 32])
}

/// Takes what was handed out, with nobody of the patient's there; what it says of itself, and its certificate.
fn takes(
    visit: &Visit,
    name: &str,
    handout: &Handout,
    may: impl FnOnce(&mut Access),
) -> (Record, Access, Statement) {
    let applicant = Applicant::new(&visit.world.context);
    let mut access = visit.access(&applicant);
    may(&mut access);
    let now = visit.world.context.now();
    let certificate = certify(visit.phone.id(), &visit.clinic, applicant.public(), name, now);
    let welcome = handout.welcome(&certificate, None);
    let setup = visit.world.setup(name);
    let mut desk = Record::join(setup, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
    for _ in 0..2 {
        let again = Handout::from_bytes(&handout.to_bytes()).unwrap();
        let issuer = visit.phone.device();
        desk.take_handout(again, access.clone(), issuer, &writing())
            .unwrap();
    }
    (desk, access, certificate)
}

#[test]
fn a_handout_opens_what_was_there_and_a_claim_counts_with_its_maker_only() {
    let mut visit = Visit::new(11);
    let handout = visit.phone.hand_out(&[NOTES]).unwrap();
    let later = visit.phone.append(vec![note(NOTES, "later")]).unwrap()[0];
    let may = |it: &mut Access| {
        it.read = vec![NOTES];
        it.append = vec![NOTES];
    };
    let (mut desk, access, certificate) = takes(&visit, "desk", &handout, may);
    assert!(desk.row(&visit.note).unwrap().is_some() && desk.row(&later).unwrap().is_none());
    let known: Vec<Section> = desk.statements().keys().map(|it| it.section).collect();
    assert!(known.iter().all(|it| *it == NOTES), "{known:?}");
    // What was written since is under a key that was not handed out.
    let held: Vec<KeyId> = desk.statements().keys().map(KeyRecord::key).collect();
    let feeds = visit.phone.feeds().filter(|it| it.section == NOTES);
    let newest = feeds.filter_map(|feed| visit.phone.envelopes(feed.tag).unwrap().pop());
    assert!(
        newest
            .into_iter()
            .all(|it| !held.contains(&Envelope::parse(&it).unwrap().header.key))
    );

    let written = desk.append(vec![note(NOTES, "laryngitis")]).unwrap()[0];
    assert!(
        SyncSession::answer(&mut visit.phone, desk.device()).is_err(),
        "nobody knows it"
    );
    let is_by_desk = |it: &Statement| it.said_by_device(desk.device());
    assert_eq!(
        desk.statements().iter().filter(|(_, it)| is_by_desk(it)).count(),
        2
    );
    for _ in 0..2 {
        let certificate = certificate.clone();
        visit
            .phone
            .acknowledge_guest(access.clone(), certificate, &writing())
            .unwrap();
    }
    assert!(visit.world.sync(&mut desk, &mut visit.phone).same);
    assert!(row(&visit.phone, written).is_current());
    visit.agree();
    for record in [&visit.phone, &visit.tablet] {
        assert!(
            record
                .statements()
                .iter()
                .all(|(_, it)| !it.said_by_device(desk.device()))
        );
    }
    // It knows by now what the phone says of it, and what it said itself is still its own.
    assert_eq!(desk.statements().accesses().count(), 2);
    desk.append(vec![note(NOTES, "seen again")]).unwrap();
    assert!(visit.world.sync(&mut desk, &mut visit.phone).same);
}

#[test]
fn what_a_stranger_writes_is_not_taken_before_the_phone_has_heard_of_it() {
    let mut visit = Visit::new(12);
    let handout = visit.phone.hand_out(&[]).unwrap();
    let (mut desk, access, certificate) = takes(&visit, "desk", &handout, |it| it.append = vec![NOTES]);
    let written = desk.append(vec![note(NOTES, "laryngitis")]).unwrap()[0];
    let feed = desk.feeds().next().unwrap().tag;
    let envelopes = desk.envelopes(feed).unwrap();
    // As if it had come by some other way.
    let from = Origin::Live(desk.device());
    let early = visit.phone.accept(&envelopes, from).unwrap();
    assert_eq!((early.applied, early.waiting), (0, 1), "{early:?}");
    // Another author's certificate, or another device's, lets nobody in.
    let (_, other, _) = takes(&visit, "other", &handout, |it| it.append = vec![NOTES]);
    for (access, certificate) in [
        (other, certificate.clone()),
        (
            Access {
                author: visit.phone.patient(),
                ..access.clone()
            },
            certificate.clone(),
        ),
    ] {
        let refused = visit.phone.acknowledge_guest(access, certificate, &writing());
        assert!(matches!(refused, Err(GuestError::Certificate)));
    }
    visit
        .phone
        .acknowledge_guest(access, certificate, &writing())
        .unwrap();
    visit.world.sync(&mut desk, &mut visit.phone);
    assert!(row(&visit.phone, written).is_current());
}
