use super::fixture::{Held, fixture};
use super::parts;
use crate::world::unlock;
use pocketchart_crypto::aead::Nonce;
use pocketchart_crypto::stream::StreamSealer;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Writer, from_bytes, to_bytes};
use pocketchart_record::*;

/// What reads is written again as it was: there is one encoding of everything.
fn reads<T: Canonical>(data: &[u8]) -> Option<T> {
    let read: T = from_bytes(data).ok()?;
    assert!(to_bytes(&read) == data, "a second encoding of the same");
    Some(read)
}

/// Whatever was taken in, the record is sound.
fn sound(record: &mut Record) {
    let verified = record.verify().unwrap();
    assert!(verified.faults.is_empty(), "{:?}", verified.faults);
}

/// An envelope as it comes, to one who has its key.
pub(super) fn envelope(data: &[u8]) {
    let Ok(envelope) = Envelope::parse(data) else {
        return;
    };
    assert!(envelope.to_bytes() == data, "a second encoding of the same");
    let fixture = fixture();
    let signed = envelope.signed_by(fixture.feed.device);
    let opened = envelope.open(&fixture.key);
    assert!(
        data == fixture.envelope || !signed,
        "a signature that was never made"
    );
    // The signature at the end is no part of what is sealed.
    let sealed = |bytes: &[u8]| bytes[..bytes.len() - 64].to_vec();
    let known = sealed(data) == sealed(&fixture.envelope);
    assert!(known || opened.is_err(), "a seal that was never made");
}

/// What is inside an envelope, as one of the patient's devices could sign it.
pub(super) fn payload(data: &[u8]) {
    let payloads: Vec<Payload> = parts(data)
        .into_iter()
        .take(4)
        .filter_map(reads::<Payload>)
        .collect();
    if payloads.is_empty() {
        return;
    }
    let fixture = fixture();
    let device = &fixture.tablet.keys().sign;
    let incarnation = Incarnation([3; 8]);
    let tag = tag_of(actor_of(fixture.tablet.keys().id(), fixture.notes, incarnation));
    let Held(mut phone, _disk) = fixture.phone();
    let (mut prev, mut applied) = ([0; 16], 0);
    for (mut payload, seq) in payloads.into_iter().zip(1..) {
        // The opening is set right where it is needed, or nothing else would ever be looked at.
        if seq == 1 {
            payload.opening = Some(Opening {
                document: fixture.notes,
                record: fixture.record,
                section: Section::Notes,
                author: fixture.patient,
                incarnation,
                authority: fixture.certificate,
            });
        }
        let header = Header {
            key: fixture.key.id(),
            document: pseudonym(&fixture.key, fixture.notes),
            feed: tag,
            seq,
            prev,
        };
        let sealed = Envelope::seal(
            header,
            &payload,
            &fixture.key,
            &Nonce::from_bytes([0; 24]),
            device,
        );
        prev.copy_from_slice(&sealed.hash().0[..16]);
        let accepted = phone.accept(&[sealed.to_bytes()], Origin::Stored).unwrap();
        applied += accepted.applied;
    }
    if applied > 0 {
        sound(&mut phone);
    }
}

/// Compressed content.
pub(super) fn inflated(data: &[u8]) {
    if let Ok(bytes) = inflate(data) {
        assert!(bytes.len() <= MAX_INFLATED);
        assert!(inflate(&deflate(&bytes, Effort::Quick)).is_ok_and(|again| again == bytes));
    }
}

/// A message of one statement.
fn telling(statement: &[u8]) -> Vec<u8> {
    let mut to = Writer::default();
    to.array(2).uint(4).array(1).array(2).uint(0).bytes(statement);
    to.into_bytes()
}

/// A statement as it comes; and what it says, signed by each who could say it.
pub(super) fn statement(data: &[u8]) {
    let _ = Statement::parse(data);
    let Some(read) = reads::<Statement>(data) else {
        return;
    };
    let fixture = fixture();
    let Held(mut phone, _disk) = fixture.phone();
    let identity = fixture.words.derive_identity();
    for signer in [&identity, &fixture.tablet.keys().sign] {
        let said = Statement::sign(fixture.record, read.fact.clone(), signer);
        // The first of them may have said that the tablet is the patient's no more.
        let Ok(mut session) = SyncSession::answer(&mut phone, fixture.tablet.keys().id()) else {
            continue;
        };
        let _ = session.receive(&mut phone, &telling(&said.to_bytes()));
    }
    sound(&mut phone);
}

/// What a new device is given.
pub(super) fn welcome(data: &[u8]) {
    let Ok(welcome) = Welcome::from_bytes(data) else {
        return;
    };
    assert!(*welcome.to_bytes() == data, "a second encoding of the same");
    let (setup, _disk) = fixture().empty();
    let applicant = Applicant::new(&fixture().context);
    let joined = Record::join(setup, applicant, welcome, &unlock(), KdfLevel::Fast);
    assert!(joined.is_err(), "a stranger joined");
}

/// A packed document as it comes; and its parts, signed by one of the patient's devices.
pub(super) fn base(data: &[u8]) {
    let Held(mut phone, _disk) = fixture().phone();
    if let Some(base) = reads::<Base>(data) {
        let _ = phone.accept_base(&base).unwrap();
    }
    if let [head, blocks @ ..] = parts(data).as_slice() {
        let signature = fixture().tablet.keys().sign.sign(Label::new("base"), &[head]);
        let mut to = Writer::default();
        to.array(3)
            .bytes(head)
            .bytes(signature.as_bytes())
            .array(blocks.len());
        for block in blocks {
            to.bytes(block);
        }
        let base = from_bytes::<Base>(&to.into_bytes()).unwrap();
        if phone.accept_base(&base).unwrap().is_ok() {
            sound(&mut phone);
        }
    }
}

/// Messages of a session, in either role.
pub(super) fn sync(data: &[u8]) {
    let Some((role, messages)) = data.split_first() else {
        return;
    };
    let Held(mut phone, _disk) = fixture().phone();
    let peer = fixture().tablet.keys().id();
    let mut session = if role % 2 == 0 {
        SyncSession::answer(&mut phone, peer).unwrap()
    } else {
        SyncSession::start(&mut phone, peer).unwrap().0
    };
    for message in parts(messages) {
        if session.receive(&mut phone, message).is_err() {
            break;
        }
    }
    sound(&mut phone);
}

/// A backup as it comes; and its items, as one who knows the recovery key could seal them.
pub(super) fn backup(data: &[u8]) {
    let fixture = fixture();
    let restore = |bytes: &[u8]| {
        let (setup, _disk) = fixture.empty();
        let from = &mut &bytes[..];
        let restored = Record::restore(setup, &fixture.words, &unlock(), KdfLevel::Fast, "new", from);
        if let Ok((mut record, _)) = restored {
            sound(&mut record);
        }
    };
    restore(data);
    restore(&sealed_backup(&parts(data)));
}

/// A backup with these chunks.
pub(super) fn sealed_backup(chunks: &[&[u8]]) -> Vec<u8> {
    let fixture = fixture();
    let start = [&b"PCBACKUP\x01"[..], fixture.record.as_bytes()].concat();
    let key = Secret::from_bytes([5; 32]);
    let recovery = fixture.words.derive_recovery();
    let sealed_key = recovery
        .public()
        .seal_to(Label::new("backup"), &start, key.expose());
    let (mut sealer, header) = StreamSealer::new(&key);
    let mut bytes = [&start[..], &sealed_key.unwrap(), &header].concat();
    for (number, chunk) in (1..).zip(chunks) {
        let sealed = sealer.push(chunk, &[], number == chunks.len());
        bytes.extend_from_slice(&(sealed.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&sealed);
    }
    bytes
}
