//! What contacts keep, and what they say to a device that asks.

use pocketchart_crypto::Secret;
use pocketchart_record::DeviceId;
use pocketchart_share::contacts::{
    Answer, AnswerCode, AskCode, Asking, Cause, ContactCode, Entrusted, Part, PartCode, Split,
};
use pocketchart_share::notice::Notice;
use proptest::prelude::*;

fn asking() -> impl Strategy<Value = Asking> {
    any::<[u8; 32]>().prop_map(|seed| Asking::from_seed(&Secret::from_bytes(seed)))
}

pub(crate) fn ask() -> impl Strategy<Value = AskCode> {
    let cause = prop_oneof![Just(Cause::Loss), Just(Cause::Incapacity)];
    (asking(), cause).prop_map(|(it, cause)| it.code(cause))
}

pub(crate) fn code() -> impl Strategy<Value = ContactCode> {
    (ask(), "[ -~é漢]{0,30}").prop_map(|(ask, name)| ContactCode::new(ask.kem, &name))
}

pub(crate) fn part() -> impl Strategy<Value = Part> {
    let numbers = (2_u8..15).prop_flat_map(|of| (2..=of, Just(of)));
    let names = ("[ -~é漢]{0,20}", "https://[a-z.]{1,48}");
    let proxy = proptest::option::of("[ -~é漢]{1,20}");
    (numbers, names, any::<[u8; 16]>(), any::<[u8; 32]>(), proxy).prop_map(
        |((needed, of), (person, relay), escrow, seed, proxy)| {
            let split = Split::make(&Secret::from_bytes([7; 32]), &escrow, needed, of).unwrap();
            Part {
                person,
                escrow,
                relay,
                needed,
                of,
                share: split.shares[usize::from(needed) - 1].clone(),
                locked: split.locked,
                seed: Secret::from_bytes(seed),
                proxy,
            }
        },
    )
}

pub(crate) fn answer() -> impl Strategy<Value = Answer> {
    (part(), ask(), any::<u64>(), any::<bool>())
        .prop_map(|(part, ask, until, despite)| Answer::new(&part, &ask, until, despite))
}

pub(crate) fn part_code() -> impl Strategy<Value = PartCode> {
    (part(), ask()).prop_map(|(part, ask)| part.seal_to(&ask.kem).unwrap())
}

pub(crate) fn answer_code() -> impl Strategy<Value = AnswerCode> {
    (answer(), ask()).prop_map(|(answer, ask)| answer.seal_to(&ask).unwrap())
}

pub(crate) fn entrusted() -> impl Strategy<Value = Entrusted> {
    (any::<[u8; 32]>(), any::<Vec<u8>>()).prop_map(|(device, handout)| Entrusted {
        device: DeviceId(device),
        handout: handout.into(),
    })
}

pub(crate) fn notice() -> impl Strategy<Value = Notice> {
    (crate::grants::id(), "[ -~é漢]{0,20}", 0_u16..=600).prop_map(|(grant, person, wait)| Notice {
        person,
        grant,
        wait,
    })
}
