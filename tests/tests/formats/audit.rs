//! Values of the audit log.

use crate::grants::{id, section, signer};
use pocketchart_crypto::Secret;
use pocketchart_record::DeviceId;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_share::audit::*;
use pocketchart_share::grant::Body;
use pocketchart_share::relay::LetterContent;
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// An entry as it lies in the log: with the rules that its form alone does not say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry(AuditEntry);

impl Canonical for Entry {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let entry: AuditEntry = from.value()?;
        entry.check()?;
        Ok(Self(entry))
    }
}

fn event() -> impl Strategy<Value = AuditEvent> {
    let who = (of(any::<[u8; 32]>()), of("[ -~é漢]{1,100}"), of(id()));
    let what = (
        select(Action::ALL),
        of("[a-z0-9-]{1,200}"),
        btree_set(section(), 0..=16),
        any::<u64>(),
        select(Purpose::ALL),
        of((any::<[u8; 32]>(), "[ -~é漢]{0,100}").prop_map(|(key, name)| Introducer { key, name })),
    );
    (who, what).prop_map(
        |((actor, actor_name, grant), (action, reason, sections, count, purpose, via))| AuditEvent {
            action,
            actor,
            actor_name,
            grant,
            reason,
            sections: sections.into_iter().collect(),
            count,
            purpose,
            via,
        },
    )
}

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let since_start =
        (any::<[u8; 16]>(), any::<u64>()).prop_map(|(boot, running)| SinceStart { boot, running });
    let time = (any::<u64>(), of(since_start)).prop_map(|(wall, since_start)| Stamp { wall, since_start });
    let closed = (of(any::<prop::sample::Index>()), select(Outcome::ALL));
    (signer(), 1_u64.., any::<[u8; 32]>(), time, closed, event()).prop_map(
        |(device, number, prev, time, (closes, outcome), event)| {
            let closes = closes
                .filter(|_| number > 1 && outcome != Outcome::Begun)
                .map(|it| 1 + it.index(usize::try_from(number - 1).unwrap()) as u64);
            Entry(AuditEntry {
                device,
                number,
                prev: if number == 1 { [0; 32] } else { prev },
                time,
                closes,
                event,
                outcome,
            })
        },
    )
}

pub(crate) fn head() -> impl Strategy<Value = Head> {
    (any::<u64>(), any::<[u8; 32]>()).prop_map(|(number, hash)| Head { number, hash })
}

pub(crate) fn gossip() -> impl Strategy<Value = AuditGossip> {
    prop_oneof![
        head().prop_map(AuditGossip::Mine),
        head().prop_map(AuditGossip::Yours)
    ]
}

pub(crate) fn letter_content() -> impl Strategy<Value = LetterContent> {
    (vec(gossip(), 0..3), vec(any::<u8>(), 0..300))
        .prop_map(|(gossip, letter)| LetterContent { gossip, letter })
}

pub(crate) fn given() -> impl Strategy<Value = GivenHead> {
    (head(), any::<[u8; 32]>(), vec(any::<u8>(), 0..300)).prop_map(|(head, key, receipt)| GivenHead {
        receipt,
        ..GivenHead::new(&head, Secret::from_bytes(key)).0
    })
}

/// A standing as meetings leave it.
pub(crate) fn standing() -> impl Strategy<Value = AuditStanding> {
    let device = (0_u8..4).prop_map(|number| DeviceId([number; 32]));
    let meeting = (device, gossip(), any::<bool>());
    (head(), vec(meeting, 0..12)).prop_map(|(head, meetings)| {
        let mut standing = AuditStanding::default();
        standing.head = head;
        for (device, gossip, hears) in meetings {
            if hears {
                standing.heard(device, gossip, None);
            } else {
                standing.told(device, &[gossip]);
            }
        }
        standing
    })
}
