//! Every bit of what travels, flipped, and every truncation: refused, and nothing else is shown than was written
//! (reliability.md S1). The untouched sample passes each time.

use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_faults::CrashFs;
use pocketchart_record::cbor::{Writer, from_bytes, to_bytes};
use pocketchart_record::*;
use pocketchart_share::audit::{Action, AuditCheck, AuditEvent, GivenHead, Head, Outcome, Purpose, Stamp};
use pocketchart_share::grant::{GrantId, Receipt, Received, Signed};
use pocketchart_tests::crash::{Number, setup};
use pocketchart_tests::tamper::everything;
use pocketchart_tests::world::{World, note, unlock};

/// Altered samples are tried on one copy of the receiver up to this many times.
const TRIES: usize = 200;

/// Two devices of a person; the second lacks what the first wrote last.
struct Pair {
    world: World,
    words: RecoveryWords,
    phone: Record,
    _phone_disk: CrashFs,
    tablet_disk: CrashFs,
}

/// A record, and the disk that must outlive it.
struct Held(Record, CrashFs);

impl Pair {
    fn new() -> Self {
        let world = World::new(9);
        let words = RecoveryWords::make(&world.context);
        let phone_disk = CrashFs::new(1);
        let place = |disk: &CrashFs| setup(disk, Number::new(None), &world.context);
        let mut phone =
            Record::create(place(&phone_disk), &words, &unlock(), KdfLevel::Fast, "phone").unwrap();
        let both = [Section::Notes, Section::Vitals].map(|section| note(section, "held by both"));
        phone.append(both.into()).unwrap();
        let applicant = Applicant::new(&world.context);
        let welcome = phone
            .welcome_device(applicant.public(), "tablet", &unlock())
            .unwrap();
        let tablet_disk = CrashFs::new(2);
        let mut tablet =
            Record::join(place(&tablet_disk), applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
        assert!(world.sync(&mut tablet, &mut phone).same);
        drop(tablet);
        Self {
            world,
            words,
            phone,
            _phone_disk: phone_disk,
            tablet_disk,
        }
    }

    fn tablet(&self) -> Held {
        let disk = self.tablet_disk.copy();
        let setup = setup(&disk, Number::new(None), &self.world.context);
        Held(Record::open(setup, &unlock(), Rollback::Refuse).unwrap(), disk)
    }

    /// New words, which the phone would make.
    fn succession(&self, words: &RecoveryWords) -> Vec<u8> {
        let (old, new) = (self.words.derive_identity(), words.derive_identity());
        let key = |it: &SigningKey| AuthorId(*it.public().as_bytes());
        let lost = vec![DeviceId([3; 32])];
        let said = Succession::unsigned(key(&old), key(&new), 1, lost, Vec::new(), self.phone.device());
        let said = said.sign(self.phone.id(), &new, &self.phone.device_keys().sign);
        Statement::sign(self.phone.id(), Fact::Succession(said), &old).to_bytes()
    }

    /// The last envelope of the feed of notes with so many envelopes.
    fn last_envelope(&self, count: u64) -> Vec<u8> {
        let is_it = |feed: &&Feed| {
            feed.section == Section::Notes
                && feed.head().is_some_and(|head| head.seq == count)
                && feed.device == self.phone.device()
        };
        // Of two feeds with one envelope, the newer is not known to the tablet.
        let known = self.tablet();
        let feeds = self.phone.feeds().filter(is_it);
        let mut feeds = feeds.filter(|feed| count > 1 || known.0.feeds().all(|it| it.tag != feed.tag));
        let feed = feeds.next().unwrap();
        self.phone.envelopes(feed.tag).unwrap().pop().unwrap()
    }
}

/// All single-bit flips and all truncations.
fn altered(sample: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let flips = (0..sample.len() * 8).map(|bit| {
        let mut flipped = sample.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    });
    flips.chain((0..sample.len()).map(|len| sample[..len].to_vec()))
}

/// Tries everything altered on copies of the tablet; `taken` says whether anything of it was taken in.
fn refuse_all(pair: &Pair, sample: &[u8], mut taken: impl FnMut(&mut Record, &[u8]) -> bool) -> usize {
    let (mut tries, mut tablet) = (0, pair.tablet());
    let before = everything(&tablet.0).unwrap();
    for bytes in altered(sample) {
        assert!(!taken(&mut tablet.0, &bytes), "taken in: alteration {tries}");
        tries += 1;
        if tries % TRIES == 0 {
            assert_eq!(everything(&tablet.0).unwrap(), before, "alterations to {tries}");
            tablet = pair.tablet();
        }
    }
    assert!(taken(&mut pair.tablet().0, sample), "the untouched sample passes");
    tries
}

#[test]
fn an_envelope() {
    for first in [false, true] {
        let mut pair = Pair::new();
        if first {
            pair.phone.begin_incarnation().unwrap();
        }
        pair.phone.append(vec![note(Section::Notes, "sent")]).unwrap();
        let sample = pair.last_envelope(if first { 1 } else { 2 });
        let tries = refuse_all(&pair, &sample, |tablet, bytes| {
            tablet.accept(&[bytes.to_vec()], Origin::Stored).unwrap().applied > 0
        });
        let which = if first { "first" } else { "later" };
        println!(
            "{which} envelope of {} bytes: {tries} alterations refused",
            sample.len()
        );
    }
}

/// A message of one statement, as sync sends it.
fn message(statement: &[u8]) -> Vec<u8> {
    let mut to = Writer::default();
    to.array(2).uint(4).array(1).array(2).uint(0).bytes(statement);
    to.into_bytes()
}

#[test]
fn statements() {
    let mut pair = Pair::new();
    pair.phone.rotate_key(Section::Notes).unwrap();
    let permission = Permission {
        author: AuthorId([7; 32]),
        name: "clinic".into(),
        sections: vec![Section::Notes],
        not_before: 1,
        not_after: 2,
    };
    pair.phone.permit(permission, &unlock()).unwrap();
    let applicant = Applicant::new(&pair.world.context);
    pair.phone
        .welcome_device(applicant.public(), "laptop", &unlock())
        .unwrap();
    let words = RecoveryWords::make(&pair.world.context);
    let succession = pair.succession(&words);
    let Held(known, _disk) = pair.tablet();
    let new = pair.phone.statements().iter();
    let new: Vec<Vec<u8>> = new
        .filter(|(id, _)| !known.statements().contains(id))
        .map(|(_, statement)| statement.to_bytes())
        .collect();
    assert_eq!(new.len(), 3);
    let new = new.into_iter().chain([succession]);
    for sample in new {
        let phone = pair.phone.device();
        let tries = refuse_all(&pair, &sample, |tablet, bytes| {
            let before = tablet.statements().len();
            let mut session = SyncSession::answer(tablet, phone).unwrap();
            session.receive(tablet, &message(bytes)).unwrap();
            tablet.statements().len() > before
        });
        println!("statement of {} bytes: {tries} alterations refused", sample.len());
    }
}

#[test]
fn a_base() {
    let mut pair = Pair::new();
    for number in 0..WORTH_A_BASE {
        let text = format!("packed {number}");
        pair.phone.append(vec![note(Section::Vitals, &text)]).unwrap();
    }
    pair.phone.checkpoint().unwrap();
    let feed = pair.phone.feeds().find(|feed| feed.section == Section::Vitals);
    let document = feed.unwrap().document;
    let base = pair.phone.make_base(document).unwrap().unwrap();
    let sample = to_bytes(&base);
    let tries = refuse_all(&pair, &sample, |tablet, bytes| {
        from_bytes::<Base>(bytes).is_ok_and(|base| tablet.accept_base(&base).unwrap().is_ok())
    });
    println!("base of {} bytes: {tries} alterations refused", sample.len());
}

#[test]
fn a_sync_message() {
    let mut pair = Pair::new();
    pair.phone.append(vec![note(Section::Notes, "news")]).unwrap();
    let Held(tablet, _disk) = pair.tablet();
    let before = tablet.view_digest().unwrap();
    let (_, first) = SyncSession::start(&mut pair.phone, tablet.device()).unwrap();
    let sample = &first[0];
    drop(tablet);
    let after = pair.phone.view_digest().unwrap();
    let receive = |bytes: &[u8]| {
        let Held(mut tablet, _disk) = pair.tablet();
        let mut session = SyncSession::answer(&mut tablet, pair.phone.device()).unwrap();
        let outcome = session.receive(&mut tablet, bytes);
        let digest = tablet.view_digest().unwrap();
        assert!(digest == before || digest == after, "something else is shown");
        (outcome.is_ok(), digest == after)
    };
    let (mut malformed, mut nothing, mut taken) = (0, 0, 0);
    for bytes in altered(sample) {
        match receive(&bytes) {
            (false, _) => malformed += 1,
            (true, false) => nothing += 1,
            // Digests and the like are not what carries the content: the channel's own seal is for those.
            (true, true) => taken += 1,
        }
    }
    assert_eq!(receive(sample), (true, true), "the untouched sample passes");
    println!(
        "message of {} bytes: {malformed} malformed, {nothing} without anything new, {taken} with what was written",
        sample.len()
    );
    assert!(malformed > 0 && nothing > 0);
}

#[test]
fn a_backup() {
    let mut pair = Pair::new();
    let mut sample = Vec::new();
    pair.phone.backup(&mut sample).unwrap();
    let restore = |bytes: &[u8], number: usize| {
        let disk = CrashFs::new(number as u64);
        let setup = setup(&disk, Number::new(None), &pair.world.context);
        let from = &mut &bytes[..];
        Record::restore(setup, &pair.words, &unlock(), KdfLevel::Fast, "new", from)
            .map(|(record, _)| record.view_digest().unwrap())
            .map_err(|_| disk.files().len())
    };
    assert_eq!(restore(&sample, 0), Ok(pair.phone.view_digest().unwrap()));
    let threads = 2;
    let tried: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let (sample, restore) = (&sample, &restore);
                scope.spawn(move || {
                    let own = altered(sample).enumerate().skip(worker).step_by(threads);
                    own.map(|(number, bytes)| {
                        assert_eq!(restore(&bytes, number), Err(0), "alteration {number}");
                    })
                    .count()
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    });
    println!("backup of {} bytes: {tried} alterations refused", sample.len());
}

/// A log is walked against its head; what is signed by itself is tried as a file of its own.
#[test]
fn an_audit_entry_and_its_receipt() {
    let device = SigningKey::from_seed(&Secret::from_bytes([6; 32]));
    let event = AuditEvent {
        actor: Some([7; 32]),
        actor_name: Some("Harbour Clinic".into()),
        grant: Some(GrantId([3; 16])),
        sections: vec![Section::Allergies, Section::Notes],
        count: 12,
        purpose: Purpose::Treatment,
        ..AuditEvent::new(Action::DisclosedExtract)
    };
    let (at, begun) = (Stamp::at(1_800_000_000_000), Outcome::Begun);
    let entry = Head::START
        .append(event.clone(), &device, at, begun, None)
        .unwrap();
    let closed = Head::of(&entry)
        .append(event, &device, at, Outcome::Done, Some(1))
        .unwrap();
    let head = Head::of(&closed);
    let (given, blinded) = GivenHead::new(&head, Secret::from_bytes([8; 32]));
    let receipt = Receipt {
        grant: GrantId([3; 16]),
        redeemer: device.public(),
        received: vec![Received {
            section: Section::Allergies,
            entries: 12,
            bytes: 900,
        }],
        audit_number: head.number,
        audit_head: blinded,
    };
    let receipt = Signed::sign(receipt, &device).unwrap();
    let is_whole = |entries: [&[u8]; 2], receipt: &[u8]| {
        let Ok(receipt) = Signed::<Receipt>::parse(receipt) else {
            return false;
        };
        let witness = given.clone().witness(receipt.audit_head);
        let mut check = AuditCheck::new(device.public(), [witness]);
        (1..).zip(entries).for_each(|(number, bytes)| {
            check.entry(number, bytes);
        });
        check.finish().faults.is_empty()
    };
    let [entry, closed, receipt] = [entry.to_bytes(), closed.to_bytes(), receipt.to_bytes()];
    assert!(is_whole([entry, closed], receipt), "the untouched sample passes");
    let mut tries = 0;
    for bytes in altered(entry) {
        assert!(!is_whole([&bytes, closed], receipt));
        tries += 1;
    }
    for bytes in altered(closed) {
        assert!(!is_whole([entry, &bytes], receipt));
        tries += 1;
    }
    for bytes in altered(receipt) {
        assert!(!is_whole([entry, closed], &bytes));
        tries += 1;
    }
    println!(
        "log of {} bytes and its receipt: {tries} alterations refused",
        entry.len() + closed.len()
    );
}
