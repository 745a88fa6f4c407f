//! Records that live through everything the formats are for, and the pieces that they write.

use super::rules::{self, Value};
use super::store;
use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::stream::{HEADER, StreamOpener};
use pocketchart_crypto::{Label, Secret, kem, padme};
use pocketchart_record::*;
use pocketchart_tests::world::{World, blob, correct, note, unlock};
use std::collections::{BTreeSet, VecDeque};

/// The number that no space has.
pub(crate) const UNUSED: u8 = 7;

/// The rules that pieces are checked against.
pub(crate) const RULES: [&str; 28] = [
    "message",
    "letter",
    "welcome",
    "handout",
    "base",
    "statement",
    "backup-chunk",
    "store-header",
    "row-place",
    "root-row",
    "identity-row",
    "log-row",
    "feed-row",
    "document-row",
    "head-row",
    "page-row",
    "terms-row",
    "place-row",
    "link-row",
    "source-row",
    "pending-row",
    "blob-head",
    "base-announcement",
    "stored-block",
    "peer-row",
    "admission-row",
    "missing-row",
    "block-items",
];

/// The rule of a space's rows; none where they are not CBOR.
fn rule_of(space: u8) -> Option<&'static str> {
    Some(match space {
        0 => "root-row",
        1 => "identity-row",
        2 => "statement",
        4 => "log-row",
        5 => "feed-row",
        6 => "document-row",
        8 => "head-row",
        9 => "page-row",
        10 => "terms-row",
        11 => "place-row",
        12 => "link-row",
        13 => "source-row",
        14 => "pending-row",
        16 => "blob-head",
        18 => "base-announcement",
        19 => "stored-block",
        20 => "peer-row",
        21 => "admission-row",
        22 => "missing-row",
        _ => return None,
    })
}

/// What was seen.
#[derive(Default)]
pub(crate) struct Life {
    /// Rule and bytes.
    pub(crate) pieces: BTreeSet<(String, Vec<u8>)>,
    pub(crate) spaces: BTreeSet<u8>,
    pub(crate) messages: BTreeSet<u64>,
}

impl Life {
    fn piece(&mut self, rule: &str, bytes: &[u8]) {
        self.pieces.insert((rule.to_owned(), bytes.to_vec()));
    }

    fn message(&mut self, bytes: &[u8]) {
        if let Value::Array(items) = rules::tree(bytes)
            && let Some(Value::Integer(kind)) = items.first()
        {
            self.messages.insert(u64::try_from(*kind).unwrap());
        }
        self.piece("message", bytes);
    }

    /// Looks at the store of a record, which goes on.
    fn look(&mut self, record: &Record) {
        let Unlock::Key(key) = unlock() else { return };
        self.piece("store-header", &store::header(record.folder()));
        for (space, place, plaintext) in store::rows(record.folder(), &key) {
            self.spaces.insert(space);
            self.piece("row-place", &place);
            match rule_of(space) {
                Some(rule) => self.piece(rule, &plaintext),
                None if space == 3 => assert!(plaintext.len() == 33 && plaintext[0] < 16),
                None if space == 15 => drop(Envelope::parse(&plaintext).unwrap()),
                None => assert!(space == 17 && plaintext.len() <= CHUNK + 17),
            }
        }
    }

    /// Letters one way, then the other, until nothing is left to say.
    fn letters(&mut self, one: &mut Record, other: &mut Record) {
        for _ in 0..3 {
            self.letters_from(one, other);
            self.letters_from(other, one);
        }
    }

    fn letters_from(&mut self, writer: &mut Record, reader: &mut Record) {
        let mut letters = writer.write_letters(reader.device()).unwrap();
        while let Some(letter) = letters.next(writer).unwrap() {
            letters.posted(writer);
            self.piece("letter", &letter);
            reader.take_letter(writer.device(), &letter).unwrap();
        }
        letters.keep(writer).unwrap();
    }

    /// A session, cut off after so many messages.
    fn sync(&mut self, left: &mut Record, right: &mut Record, most: usize) {
        let (mut one, first) = SyncSession::start(left, right.device()).unwrap();
        let mut other = SyncSession::answer(right, left.device()).unwrap();
        let mut under_way: VecDeque<(bool, Vec<u8>)> = first.into_iter().map(|it| (true, it)).collect();
        for _ in 0..most {
            let Some((rightwards, message)) = under_way.pop_front() else {
                break;
            };
            self.message(&message);
            let step = if rightwards {
                other.receive(right, &message).unwrap()
            } else {
                one.receive(left, &message).unwrap()
            };
            under_way.extend(step.send.into_iter().map(|it| (!rightwards, it)));
        }
    }
}

/// Two devices of a patient, a third that is welcomed late, a clinic; notes, corrections, sources, files small and
/// large; a packed document; envelopes that wait and one that is refused; a backup.
pub(crate) fn lived() -> Life {
    let world = World::new(super::seed());
    let mut life = Life::default();
    let (mut phone, words) = world.patient("phone");
    let mut laptop = world.pair(&mut phone, "laptop");
    write_much(&world, &mut phone);
    life.sync(&mut phone, &mut laptop, usize::MAX);
    life.sync(&mut phone, &mut laptop, usize::MAX);
    let keys = welcome(&mut life, &world, &mut phone);
    phone.checkpoint().unwrap();
    let documents: BTreeSet<DocumentId> = phone.feeds().map(|feed| feed.document).collect();
    for document in documents {
        if let Some(base) = phone.make_base(document).unwrap() {
            let base = cbor::to_bytes(&base);
            life.piece("base", &base);
            blocks(&mut life, document, &keys, &base);
        }
    }

    // Cut off ever later, until the large file is on its way; then to the end.
    let mut tablet = world.pair(&mut phone, "tablet");
    for most in 1..12 {
        life.sync(&mut phone, &mut tablet, most);
        life.look(&tablet);
    }
    life.sync(&mut phone, &mut tablet, usize::MAX);
    life.look(&tablet);

    laptop.append(vec![note(Section::Vitals, "pulse 64")]).unwrap();
    life.sync(&mut laptop, &mut phone, usize::MAX);

    tablet.append(vec![note(Section::Vitals, "pulse 66")]).unwrap();
    life.letters(&mut tablet, &mut laptop);
    life.look(&tablet);

    let mut clinic = world.clinic(&mut phone, "clinic", &[Section::Vitals]);
    clinic
        .append(vec![note(Section::Vitals, "weight 71 kg")])
        .unwrap();
    life.sync(&mut clinic, &mut phone, usize::MAX);
    life.look(&phone);

    go_wrong(&mut life, &keys, &mut laptop, &mut phone);
    disagree(&mut life, &keys, &mut clinic, &mut phone);
    life.look(&phone);

    let mut backup = Vec::new();
    phone.backup(&mut backup).unwrap();
    backup_chunks(&mut life, &words, &backup);

    let handout = phone.hand_out(&[Section::Medications, Section::Vitals]).unwrap();
    life.piece("handout", &handout.to_bytes());
    life
}

fn write_much(world: &World, record: &mut Record) {
    let first = record
        .append(vec![note(Section::Medications, "aspirin 100 mg")])
        .unwrap();
    record
        .append(vec![
            NewEntry {
                reason: Some("typing error".into()),
                ..correct(Section::Medications, "aspirin 75 mg", first[0])
            },
            NewEntry {
                source: Some(Source {
                    system: "https://example.org/fhir".into(),
                    kind: "Observation".into(),
                    id: "7".into(),
                }),
                ..note(Section::Results, "glucose 5.4 mmol/L")
            },
            NewEntry {
                media: Some("application/octet-stream".into()),
                ..blob(Section::Documents, world.noise(700_000))
            },
        ])
        .unwrap();
    // Enough for a packed document, and for a session that has to pause.
    for number in 0..20 {
        record
            .append(vec![note(Section::Vitals, &format!("temperature 36.{number}"))])
            .unwrap();
    }
    for _ in 0..12 {
        record
            .append(vec![blob(Section::Notes, world.noise(400_000))])
            .unwrap();
    }
}

/// An envelope whose key is unknown waits; one that its own device signed and that breaks the rules is kept as evidence.
fn go_wrong(life: &mut Life, keys: &[Secret<32>], device: &mut Record, other: &mut Record) {
    device.append(vec![note(Section::Vitals, "pulse 70")]).unwrap();
    life.sync(device, other, usize::MAX);
    let unnamed = vec![b"no entry names this".to_vec()];
    let wrong = next_of(device, keys, unnamed, None);
    let sealed_elsewhere = next_of(device, keys, Vec::new(), Some(KeyId([1; 8])));
    let accepted = other.accept(&[sealed_elsewhere, wrong], Origin::Stored).unwrap();
    assert_eq!((accepted.waiting, accepted.refused.len()), (1, 1));
    device.append(vec![note(Section::Vitals, "pulse 71")]).unwrap();
    life.sync(device, other, usize::MAX);
}

/// A clinic's device signs two envelopes with one number. The patient's takes the first in and not the second, so that
/// both sides end a session apart.
fn disagree(life: &mut Life, keys: &[Secret<32>], clinic: &mut Record, patient: &mut Record) {
    let first = next_of(clinic, keys, Vec::new(), None);
    let accepted = patient.accept(&[first], Origin::Live(clinic.device())).unwrap();
    assert_eq!(accepted.applied, 1);
    clinic
        .append(vec![note(Section::Vitals, "weight 70 kg")])
        .unwrap();
    life.sync(clinic, patient, usize::MAX);
}

/// Another next envelope of a device than it writes itself, without entries.
fn next_of(device: &Record, keys: &[Secret<32>], bodies: Vec<Vec<u8>>, key_id: Option<KeyId>) -> Vec<u8> {
    let own = |feed: &&Feed| feed.device == device.device() && feed.section == Section::Vitals;
    let feed = device.feeds().find(own).unwrap();
    let last = feed.head().unwrap();
    let envelopes = device.envelopes(feed.tag).unwrap();
    let used = Envelope::parse(envelopes.last().unwrap()).unwrap().header.key;
    let keys = keys
        .iter()
        .map(|key| SectionKey::new(Section::Vitals, key.clone()));
    let key = keys.into_iter().find(|key| key.id() == used).unwrap();
    let mut prev = [0; 16];
    prev.copy_from_slice(&last.hash.0[..16]);
    let header = Header {
        key: key_id.unwrap_or(key.id()),
        document: pseudonym(&key, feed.document),
        feed: feed.tag,
        seq: last.seq + 1,
        prev,
    };
    let payload = Payload {
        time: last_time(&envelopes, &key),
        entries: Vec::new(),
        bodies,
        deps: Vec::new(),
        opening: None,
        checkpoint: None,
    };
    let sign = &device.device_keys().sign;
    Envelope::seal(header, &payload, &key, &Nonce::from_bytes([0; 24]), sign).to_bytes()
}

fn last_time(envelopes: &[Vec<u8>], key: &SectionKey) -> Millis {
    Envelope::parse(envelopes.last().unwrap())
        .unwrap()
        .open(key)
        .unwrap()
        .time
}

/// What a new device is given; returns the section keys in it.
fn welcome(life: &mut Life, world: &World, record: &mut Record) -> Vec<Secret<32>> {
    let applicant = Applicant::new(&world.context);
    let welcome = record
        .welcome_device(applicant.public(), "watch", &unlock())
        .unwrap()
        .to_bytes();
    life.piece("welcome", &welcome);
    let Value::Array(parts) = rules::tree(&welcome) else {
        return Vec::new();
    };
    let Value::Array(keys) = &parts[3] else {
        return Vec::new();
    };
    let secret = |key: &Value| match key {
        Value::Array(pair) => bytes_of(&pair[1]),
        _ => None,
    };
    keys.iter()
        .filter_map(|key| Secret::from_slice(&secret(key)?))
        .collect()
}

fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Bytes(bytes) => Some(bytes.clone()),
        _ => None,
    }
}

/// The blocks of a packed document, opened as docs/formats.md says.
fn blocks(life: &mut Life, document: DocumentId, keys: &[Secret<32>], base: &[u8]) {
    let Value::Array(parts) = rules::tree(base) else {
        return;
    };
    let Value::Array(blocks) = &parts[2] else { return };
    let ad = [&Label::new("base-block").to_bytes(), document.as_bytes()].concat();
    let blob_keys = keys.iter().map(|key| expand(key, Label::new("blob-key"), b""));
    let blob_keys: Vec<_> = blob_keys.collect();
    for block in blocks {
        let block = bytes_of(block).unwrap();
        let padded = blob_keys
            .iter()
            .find_map(|key| aead::open(key, &ad, &block).ok())
            .unwrap();
        life.piece("block-items", &inflate(&padme::unpad(padded).unwrap()).unwrap());
    }
}

/// The chunks of a backup, opened as docs/formats.md says.
fn backup_chunks(life: &mut Life, words: &RecoveryWords, backup: &[u8]) {
    let (start, rest) = backup.split_at(8 + 1 + 16);
    assert_eq!(start[..9], *b"PCBACKUP\x01");
    let (sealed_key, rest) = rest.split_at(kem::OVERHEAD + 32);
    let key = words
        .derive_recovery()
        .open(Label::new("backup"), start, sealed_key)
        .unwrap();
    let (header, mut rest) = rest.split_first_chunk::<HEADER>().unwrap();
    let mut opener = StreamOpener::new(&Secret::from_slice(&key).unwrap(), header);
    let mut done = false;
    while let Some((len, tail)) = rest.split_first_chunk::<4>() {
        let (chunk, tail) = tail.split_at(u32::from_be_bytes(*len) as usize);
        rest = tail;
        let (plain, last) = opener.pull(chunk, b"").unwrap();
        life.piece("backup-chunk", &plain);
        assert!(!done);
        done = last;
    }
    assert!(done && rest.is_empty());
}
