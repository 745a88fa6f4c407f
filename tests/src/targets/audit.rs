use super::{joined, parts};
use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{Canonical, from_bytes, to_bytes};
use pocketchart_record::{DeviceId, Section};
use pocketchart_share::audit::*;
use pocketchart_share::grant::{GrantId, Signed};
use std::sync::LazyLock;

static PHONE: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_seed(&Secret::from_bytes([1; 32])));

/// An entry as it comes, and what is kept of heads; then parts: as the rows of a log, and as bodies signed one after the
/// other by the device whose log it is. What was signed in order is whole, and what is cut off from it is missed.
pub(super) fn audit(data: &[u8]) {
    if let Ok(signed) = Signed::<AuditEntry>::parse(data) {
        assert_eq!(signed.to_bytes(), data, "one form of everything");
    }
    kept::<AuditEntry>(data);
    kept::<GivenHead>(data);
    kept::<AuditGossip>(data);
    if let Some(standing) = kept::<AuditStanding>(data) {
        heard(standing);
    }
    let parts = parts(data);
    let mut check = AuditCheck::new(PHONE.public(), None);
    let read = (1..)
        .zip(&parts)
        .filter(|(number, part)| check.entry(*number, part).is_some());
    let (read, findings) = (read.count() as u64, check.finish());
    assert!(findings.entries <= read && (read == parts.len() as u64 || !findings.faults.is_empty()));
    signed(&parts);
}

fn kept<T: Canonical>(bytes: &[u8]) -> Option<T> {
    let value = from_bytes::<T>(bytes).ok()?;
    assert_eq!(to_bytes(&value), bytes, "one form of everything");
    Some(value)
}

fn heard(mut standing: AuditStanding) {
    let device = DeviceId([2; 32]);
    for gossip in standing.to_tell(device) {
        standing.heard(device, gossip, None);
    }
    let what = standing.to_tell(device);
    standing.told(device, &what);
    let left = standing.to_tell(device);
    assert!(left.is_empty(), "nothing is told twice");
    kept::<AuditStanding>(&to_bytes(&standing)).unwrap();
}

fn signed(bodies: &[&[u8]]) {
    let (mut head, mut rows) = (Head::START, Vec::new());
    for body in bodies
        .iter()
        .filter_map(|body| from_bytes::<AuditEntry>(body).ok())
    {
        let closes = body.closes.filter(|it| (1..=head.number).contains(it));
        let outcome = if closes.is_some() && body.outcome == Outcome::Begun {
            Outcome::Done
        } else {
            body.outcome
        };
        let entry = head
            .append(body.event, &PHONE, body.time, outcome, closes)
            .unwrap();
        assert_eq!(Signed::parse(entry.to_bytes()).as_ref(), Ok(&entry));
        head = Head::of(&entry);
        rows.push(entry);
    }
    let walk = |rows: &[Signed<AuditEntry>]| {
        let mut check = AuditCheck::new(PHONE.public(), [Witness::Seen(head)]);
        for entry in rows {
            assert!(check.entry(entry.number, entry.to_bytes()).is_some());
        }
        check.finish()
    };
    assert!(walk(&rows).faults.is_empty());
    if rows.pop().is_some() {
        let faults = walk(&rows).faults;
        assert_eq!(
            faults.iter().map(AuditFault::id).collect::<Vec<_>>(),
            ["audit-cut-off"]
        );
    }
}

/// Real inputs: an entry, a log of three, what is kept beside it.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let event = AuditEvent {
        actor: Some([7; 32]),
        actor_name: Some("Harbour Clinic".into()),
        grant: Some(GrantId([3; 16])),
        sections: vec![Section::Allergies, Section::Notes],
        count: 12,
        purpose: Purpose::Treatment,
        ..AuditEvent::new(Action::DisclosedExtract)
    };
    let refused = AuditEvent {
        reason: Some("used-up".into()),
        ..AuditEvent::new(Action::Refused)
    };
    let time = Stamp {
        wall: 1_800_000_000_000,
        since_start: Some(SinceStart {
            boot: [1; 16],
            running: 60_000,
        }),
    };
    let one = Head::START
        .append(event.clone(), &PHONE, time, Outcome::Begun, None)
        .unwrap();
    let two = Head::of(&one)
        .append(event, &PHONE, time, Outcome::Done, Some(1))
        .unwrap();
    let three = Head::of(&two)
        .append(refused, &PHONE, time, Outcome::Refused, None)
        .unwrap();
    let head = Head::of(&three);
    let mut standing = AuditStanding::default();
    standing.head = head;
    standing.heard(DeviceId([2; 32]), AuditGossip::Mine(Head::of(&two)), None);
    standing.heard(DeviceId([2; 32]), AuditGossip::Mine(Head::of(&one)), None);
    let entries = [&one, &two, &three];
    let bodies = entries.map(|it| to_bytes::<AuditEntry>(it));
    vec![
        one.to_bytes().to_vec(),
        joined(&entries.map(|it| it.to_bytes())),
        joined(&bodies.each_ref().map(Vec::as_slice)),
        to_bytes(&GivenHead::new(&head, Secret::from_bytes([8; 32])).0),
        to_bytes(&AuditGossip::Mine(head)),
        to_bytes(&standing),
    ]
}
