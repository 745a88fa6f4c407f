//! People who act for the patient: what they read and write, how their word counts, and what the end of it changes.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::*;
use pocketchart_tests::world::*;

const NOTES: Section = Section::Notes;
const DAY: Millis = 24 * 3_600_000;
const YEAR: Millis = 365 * DAY;

/// A phone with an allergy and a note, a tablet, and a daughter who may act for its owner.
struct Family {
    world: World,
    phone: Record,
    tablet: Record,
    daughter: SigningKey,
    note: EntryId,
}

impl Family {
    fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let (mut phone, _) = world.patient("phone");
        let written = phone.append(vec![
            note(NOTES, "hoarse for a week"),
            note(Section::Sensitive, "nobody's business"),
            note(Section::Allergies, "latex"),
        ]);
        let note = written.unwrap()[0];
        let mut tablet = world.pair(&mut phone, "tablet");
        world.sync(&mut phone, &mut tablet);
        let daughter = SigningKey::from_seed(&world.context.secret());
        Self {
            world,
            phone,
            tablet,
            daughter,
            note,
        }
    }

    fn author(&self) -> AuthorId {
        AuthorId(*self.daughter.public().as_bytes())
    }

    fn proxy(&self, role: Role, sections: &[Section]) -> Proxy {
        Proxy {
            author: self.author(),
            name: "Amina".into(),
            role,
            sections: sections.to_vec(),
            created: 0,
            not_after: self.world.context.now() + YEAR,
        }
    }

    fn certificate(&self, applicant: &Applicant) -> Statement {
        let now = self.world.context.now();
        certify(self.phone.id(), &self.daughter, applicant.public(), "hers", now)
    }

    /// The daughter's replica.
    fn appoint(&mut self, name: &str, role: Role, sections: &[Section]) -> Record {
        let applicant = Applicant::new(&self.world.context);
        let (proxy, certificate) = (self.proxy(role, sections), self.certificate(&applicant));
        let welcome = self.phone.appoint(proxy, certificate, &unlock()).unwrap();
        let welcome = Welcome::from_bytes(&welcome.to_bytes()).unwrap();
        let mut hers = Record::join(
            self.world.setup(name),
            applicant,
            welcome,
            &unlock(),
            KdfLevel::Fast,
        )
        .unwrap();
        assert!(self.world.sync(&mut hers, &mut self.phone).same);
        hers
    }

    /// A clinic that a grant lets read a section.
    fn guest(&mut self, section: Section) -> Record {
        let world = &self.world;
        let clinic = SigningKey::from_seed(&world.context.secret());
        let (applicant, now) = (Applicant::new(&world.context), world.context.now());
        let access = Access {
            grant: [7; 16],
            author: AuthorId(*clinic.public().as_bytes()),
            device: applicant.keys().id(),
            name: "Lakeside".into(),
            read: vec![section],
            later: vec![section],
            append: Vec::new(),
            made: now,
            not_before: now,
            not_after: now + DAY,
        };
        let certificate = certify(self.phone.id(), &clinic, applicant.public(), "desk", now);
        let welcome = self.phone.welcome_guest(access, certificate).unwrap();
        let setup = world.setup("clinic");
        let mut desk = Record::join(setup, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
        assert!(world.sync(&mut desk, &mut self.phone).same);
        desk
    }

    fn agree(&mut self) {
        self.world.sync(&mut self.phone, &mut self.tablet);
        agree(&self.phone, &self.tablet);
    }
}

#[test]
fn who_views_reads_what_there_is_and_what_comes_and_writes_nothing() {
    let mut family = Family::new(1);
    let mut hers = family.appoint("hers", Role::View, &[NOTES, Section::Allergies]);
    assert!(row(&hers, family.note).is_current());
    let later = family.phone.append(vec![note(NOTES, "later")]).unwrap()[0];
    assert!(family.world.sync(&mut family.phone, &mut hers).same);
    assert!(row(&hers, later).is_current());
    let before = hers.log_digest();
    for what in [note(NOTES, "x"), correct(NOTES, "y", later)] {
        assert!(matches!(hers.append(vec![what]), Err(AppendError::OnlyReads)));
    }
    assert_eq!(hers.log_digest(), before);
    let known: Vec<Section> = hers.statements().keys().map(|it| it.section).collect();
    assert!(
        known.iter().all(|it| [NOTES, Section::Allergies].contains(it)),
        "{known:?}"
    );
    family.agree();
    // The tablet serves her as well.
    family
        .tablet
        .append(vec![note(NOTES, "from the tablet")])
        .unwrap();
    assert!(family.world.sync(&mut hers, &mut family.tablet).same);
}

#[test]
fn who_manages_speaks_for_the_patient() {
    let mut family = Family::new(2);
    let mut clinic = family.world.clinic(&mut family.phone, "clinic", &[NOTES]);
    let proposal = clinic
        .append(vec![correct(NOTES, "well again", family.note)])
        .unwrap()[0];
    family.world.sync(&mut clinic, &mut family.phone);
    let mut hers = family.appoint("hers", Role::Manage, &[NOTES]);
    let better = hers.append(vec![correct(NOTES, "better", family.note)]).unwrap()[0];
    assert!(family.world.sync(&mut hers, &mut family.phone).same);
    family.agree();
    family.world.sync(&mut family.phone, &mut clinic);
    for record in [&family.phone, &family.tablet, &hers, &clinic] {
        assert_eq!(row(record, family.note).standing.replaced_by, [better]);
        assert_eq!(row(record, family.note).standing.proposals, [proposal]);
        assert!(row(record, better).is_current());
    }
    // She confirms what the clinic proposed, and it holds everywhere.
    let confirm = NewEntry::about(NOTES, "fhir/Observation", Act::Confirm, vec![proposal]);
    hers.append(vec![confirm]).unwrap();
    family.world.sync(&mut hers, &mut family.tablet);
    family.agree();
    assert!(!row(&family.phone, proposal).standing.proposed);
    // Apart from one another they contradict, and both stand until somebody decides.
    let left = hers.append(vec![correct(NOTES, "left", better)]).unwrap()[0];
    let right = family
        .phone
        .append(vec![correct(NOTES, "right", better)])
        .unwrap()[0];
    family.world.sync(&mut hers, &mut family.phone);
    assert!(
        row(&family.phone, left)
            .standing
            .unreconciled_with
            .contains(&right)
    );
    assert!(matches!(
        hers.append(vec![note(Section::Allergies, "x")]),
        Err(AppendError::OnlyReads)
    ));
    is_sound(&mut family.phone);
    is_sound(&mut hers);
}

#[test]
fn what_was_written_before_counts_as_before() {
    let mut family = Family::new(3);
    let (world, daughter) = (&family.world, &family.daughter);
    world.permit(&mut family.phone, daughter, "helper", &[NOTES]);
    let mut helper = world.clinic_device(&mut family.phone, daughter, "helper", &[NOTES]);
    let early = helper.append(vec![correct(NOTES, "early", family.note)]).unwrap()[0];
    family.world.sync(&mut helper, &mut family.phone);
    assert_eq!(row(&family.phone, family.note).standing.proposals, [early]);
    family.world.pass(1_000);
    let mut hers = family.appoint("hers", Role::Manage, &[NOTES]);
    family.world.sync(&mut hers, &mut family.phone);
    assert!(row(&family.phone, family.note).standing.replaced_by.is_empty());
}

#[test]
fn the_end_of_it_keeps_what_was_and_lets_nothing_more_in() {
    let mut family = Family::new(4);
    let mut hers = family.appoint("hers", Role::Manage, &[NOTES]);
    let during = hers.append(vec![correct(NOTES, "during", family.note)]).unwrap()[0];
    family.world.sync(&mut hers, &mut family.phone);
    family.agree();
    family.phone.end_proxy(family.author(), &unlock()).unwrap();
    let after = family.phone.append(vec![note(NOTES, "after")]).unwrap()[0];
    let hers_after = hers.append(vec![correct(NOTES, "hers after", during)]).unwrap()[0];
    // The tablet has not heard of it.
    family.world.sync(&mut hers, &mut family.tablet);
    assert!(row(&family.tablet, hers_after).is_current());
    family.agree();
    family.world.sync(&mut hers, &mut family.phone);
    assert!(hers.row(&after).unwrap().is_none());
    for record in [&family.phone, &family.tablet] {
        assert!(row(record, during).is_current(), "what was said in time holds");
        assert!(row(record, hers_after).standing.proposed);
    }
    // She knows now that she writes here no more.
    assert!(matches!(
        hers.append(vec![note(NOTES, "again")]),
        Err(AppendError::OnlyReads)
    ));
    assert!(matches!(
        family.phone.end_proxy(family.author(), &unlock()),
        Err(MembersError::NotOthers)
    ));
    // Appointed again she is in again.
    let mut again = family.appoint("again", Role::Manage, &[NOTES]);
    assert!(again.row(&after).unwrap().is_some());
    again.append(vec![correct(NOTES, "again", during)]).unwrap();
    family.world.sync(&mut again, &mut family.phone);
    family.agree();
    is_sound(&mut family.phone);
    is_sound(&mut family.tablet);
}

#[test]
fn its_time_ends_it_without_a_word() {
    let mut family = Family::new(5);
    let mut hers = family.appoint("hers", Role::Manage, &[NOTES]);
    family.world.pass(YEAR - DAY);
    let in_time = hers.append(vec![correct(NOTES, "in time", family.note)]).unwrap()[0];
    family.world.pass(3 * DAY);
    family.phone.keep_certified(&unlock()).unwrap();
    let late = family.phone.append(vec![note(NOTES, "late")]).unwrap()[0];
    assert!(matches!(
        hers.append(vec![note(NOTES, "x")]),
        Err(AppendError::OnlyReads)
    ));
    family.world.sync(&mut hers, &mut family.phone);
    assert!(hers.row(&late).unwrap().is_none());
    // Her certificate has ended as well: the patient is asked.
    assert_eq!(
        family
            .phone
            .waits_for_patient()
            .unwrap()
            .into_values()
            .sum::<u64>(),
        1
    );
    family.phone.admit(family.author()).unwrap();
    assert!(row(&family.phone, in_time).is_current());
}

#[test]
fn only_the_patient_appoints() {
    let mut family = Family::new(6);
    let applicant = Applicant::new(&family.world.context);
    let certificate = family.certificate(&applicant);
    let stranger = SigningKey::from_seed(&family.world.context.secret());
    // Somebody else's certificate, and the patient's own device.
    let mut other = family.proxy(Role::View, &[NOTES]);
    other.author = AuthorId(*stranger.public().as_bytes());
    let refused = family.phone.appoint(other, certificate, &unlock());
    assert!(matches!(refused, Err(MembersError::NotOthers)));
    // Nobody who acts for the patient appoints others.
    let mut hers = family.appoint("hers", Role::Manage, &[NOTES]);
    let friend = Applicant::new(&family.world.context);
    let of_friend = certify(
        hers.id(),
        &stranger,
        friend.public(),
        "friend",
        family.world.context.now(),
    );
    let mut proxy = family.proxy(Role::View, &[NOTES]);
    proxy.author = AuthorId(*stranger.public().as_bytes());
    let refused = hers.appoint(proxy, of_friend, &unlock());
    assert!(matches!(refused, Err(MembersError::NoIdentity)));
}

#[test]
fn nobody_else_learns_of_what_is_set_apart() {
    let mut family = Family::new(7);
    let mut hers = family.appoint("hers", Role::View, &[NOTES, Section::Sensitive]);
    assert_eq!(hers.head(Section::Sensitive).unwrap().rows, 1);
    let clinic = family.guest(NOTES);
    let told: Vec<Section> = clinic
        .statements()
        .proxies()
        .flat_map(|(_, it)| it.sections.clone())
        .collect();
    assert_eq!(told, [NOTES]);
    assert!(clinic.statements().keys().all(|it| it.section == NOTES));
    family.agree();
    assert!(family.world.sync(&mut hers, &mut family.tablet).same);
}

#[test]
fn who_was_named_gets_the_sections_named_and_nothing_else() {
    let mut family = Family::new(10);
    let seed = family.world.context.secret();
    family.daughter = SigningKey::from_seed(&seed);
    let proxy = family.proxy(Role::Manage, &[NOTES]);
    family.phone.name_proxy(proxy, &unlock()).unwrap();
    family.agree();
    // What was written after it, apart on two devices.
    let later = family.phone.append(vec![note(NOTES, "later")]).unwrap()[0];
    let apart = family.tablet.append(vec![note(NOTES, "apart")]).unwrap()[0];
    let before = family.phone.digest_for_proxy(family.author());
    family
        .phone
        .append(vec![note(Section::Allergies, "nuts")])
        .unwrap();
    let author = family.author();
    assert_eq!(family.phone.digest_for_proxy(author), before, "another section");
    let mut left = Vec::new();
    for record in [&mut family.phone, &mut family.tablet] {
        let handout = record.pack_for_proxy(author).unwrap();
        left.push((record.device(), Handout::from_bytes(&handout.to_bytes()).unwrap()));
    }
    let now = family.world.context.now();
    assert!(left[0].1.lets_act(author, now) && !left[0].1.lets_act(author, now + 2 * YEAR));
    let stranger = SigningKey::from_seed(&family.world.context.secret());
    assert!(!left[0].1.lets_act(AuthorId(*stranger.public().as_bytes()), now));
    let clinic = family.guest(NOTES);
    let told = clinic.statements().proxies().count();
    assert_eq!(told, 0, "nobody else learns of her before she comes");

    let applicant = Applicant::new(&family.world.context);
    let certificate = family.certificate(&applicant);
    let welcome = left[0].1.welcome(&certificate, Some(&seed));
    let setup = family.world.setup("hers");
    let mut hers = Record::join(setup, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
    for (device, handout) in left {
        hers.take_in(handout, device).unwrap();
    }
    assert!(row(&hers, later).is_current() && row(&hers, apart).is_current());
    for section in Section::ALL.into_iter().filter(|it| *it != NOTES) {
        assert_eq!(hers.head(section).unwrap().rows, 0, "{section:?}");
    }
    assert!(hers.statements().keys().all(|it| it.section == NOTES));
    // Her own identity key is not the patient's.
    let words = RecoveryWords::make(&family.world.context);
    assert!(matches!(
        hers.succeed(&words, &[], &unlock()),
        Err(MembersError::NoIdentity)
    ));
    assert!(matches!(
        hers.name_proxy(family.proxy(Role::View, &[NOTES]), &unlock()),
        Err(MembersError::NotOthers | MembersError::NoIdentity)
    ));

    // The patient's device learns of hers once, and of nobody else's.
    let friend = Applicant::new(&family.world.context);
    let not_hers = certify(hers.id(), &stranger, friend.public(), "friend", now);
    assert!(matches!(
        family.phone.meet_proxy(not_hers),
        Err(MembersError::NotOthers)
    ));
    assert!(family.phone.meet_proxy(certificate.clone()).unwrap());
    assert!(!family.phone.meet_proxy(certificate).unwrap());
    let better = hers.append(vec![correct(NOTES, "better", family.note)]).unwrap()[0];
    family.world.sync(&mut hers, &mut family.phone);
    family.agree();
    assert_eq!(row(&family.phone, family.note).standing.replaced_by, [better]);
    is_sound(&mut hers);
}

#[test]
fn nobody_comes_in_by_what_was_ended() {
    let mut family = Family::new(11);
    let proxy = family.proxy(Role::View, &[NOTES]);
    family.phone.name_proxy(proxy, &unlock()).unwrap();
    family.phone.end_proxy(family.author(), &unlock()).unwrap();
    let handout = family.phone.pack_for_proxy(family.author()).unwrap();
    assert!(!handout.lets_act(family.author(), family.world.context.now()));
    let certificate = family.certificate(&Applicant::new(&family.world.context));
    assert!(matches!(
        family.phone.meet_proxy(certificate),
        Err(MembersError::NotOthers)
    ));
}

#[test]
fn an_emergency_is_no_reason_for_more() {
    let mut family = Family::new(8);
    let hers = family.appoint("hers", Role::Emergency, &[Section::Allergies]);
    assert_eq!(hers.head(Section::Allergies).unwrap().rows, 1);
    let mut proxy = family.proxy(Role::Emergency, &[NOTES]);
    proxy.created = 1;
    let said = Statement::sign(family.phone.id(), Fact::Proxy(proxy), &family.daughter);
    assert!(Statement::parse(&said.to_bytes()).is_err());
}

#[test]
fn new_words_keep_who_acts() {
    let mut family = Family::new(9);
    let mut hers = family.appoint("hers", Role::Manage, &[NOTES]);
    let words = RecoveryWords::make(&family.world.context);
    family.phone.succeed(&words, &[], &unlock()).unwrap();
    family.world.sync(&mut family.phone, &mut hers);
    let after = hers.append(vec![correct(NOTES, "after", family.note)]).unwrap()[0];
    family.world.sync(&mut hers, &mut family.phone);
    family.agree();
    for record in [&family.phone, &family.tablet, &hers] {
        assert_eq!(row(record, family.note).standing.replaced_by, [after]);
    }
}
