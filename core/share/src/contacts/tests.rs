use pocketchart_crypto::Secret;
use pocketchart_crypto::kem::KemSecret;

use super::{
    Answer, AnswerCode, AskCode, Asking, Cause, ContactCode, MAX_NAME, MAX_RELAY, Part, PartCode, Split,
    unlock,
};
use crate::code::{CodeError, MAX_DIGITS, PREFIX};

/// The largest parts of a secret.
fn parts(secret: &Secret<32>, needed: u8, of: u8) -> (Vec<Part>, Secret<32>) {
    let escrow = [9; 16];
    let split = Split::make(secret, &escrow, needed, of).unwrap();
    let part = |share| Part {
        person: "n".repeat(MAX_NAME),
        escrow,
        relay: "r".repeat(MAX_RELAY),
        needed,
        of,
        share,
        locked: split.locked.clone(),
        seed: Secret::random(),
        proxy: Some("p".repeat(MAX_NAME)),
    };
    (split.shares.into_iter().map(part).collect(), split.held)
}

#[test]
fn so_many_answers_and_the_relay_bring_it_back() {
    let secret = Secret::random();
    let (parts, held) = parts(&secret, 2, 3);
    let asking = Asking::from_seed(&Secret::random());
    let ask = AskCode::from_text(&asking.code(Cause::Loss).to_text()).unwrap();
    assert_eq!(ask.words(), asking.code(Cause::Loss).words());
    assert_eq!(ask.words().split(' ').count(), 8);
    let answers = parts[1..].iter().map(|part| {
        let contact = KemSecret::from_seed(&Secret::random());
        let code = ContactCode::new(contact.public().clone(), &"é".repeat(MAX_NAME));
        assert_eq!(code.name().len(), MAX_NAME);
        let code = ContactCode::from_text(&code.to_text()).unwrap();
        let text = part.seal_to(&code.kem).unwrap().to_text();
        assert!(text.len() - PREFIX.len() <= MAX_DIGITS);
        let kept = PartCode::from_text(&text).unwrap().open(&contact).unwrap();
        let text = Answer::new(&kept, &ask, u64::MAX, true)
            .seal_to(&ask)
            .unwrap()
            .to_text();
        assert!(text.len() - PREFIX.len() <= MAX_DIGITS);
        assert_eq!(PartCode::from_text(&text).unwrap_err(), CodeError::OtherKind);
        AnswerCode::from_text(&text).unwrap().open(&asking).unwrap()
    });
    let answers: Vec<Answer> = answers.collect();
    let shares: Vec<_> = answers.iter().map(|it| it.share.clone()).collect();
    let (locked, escrow) = (&answers[0].locked, &answers[0].escrow);
    assert!(unlock(locked, escrow, &shares, 2, &held).unwrap() == secret);
    assert!(
        unlock(locked, &[8; 16], &shares, 2, &held).is_none(),
        "of another escrow"
    );
    let other = Split::make(&secret, escrow, 2, 3).unwrap();
    assert!(
        unlock(locked, escrow, &other.shares, 2, &held).is_none(),
        "of another time"
    );
    let mixed = [shares[0].clone(), other.shares[2].clone()];
    assert!(unlock(locked, escrow, &mixed, 2, &held).is_none());
}

#[test]
fn nobody_else_opens_them_and_words_tell_codes_apart() {
    let (parts, _) = parts(&Secret::random(), 2, 3);
    let contact = KemSecret::from_seed(&Secret::random());
    let other = KemSecret::from_seed(&Secret::random());
    let code = parts[0].seal_to(contact.public()).unwrap();
    assert!(code.open(&other).is_none());
    let [asking, others] = [0, 1].map(|_| Asking::from_seed(&Secret::random()));
    assert_ne!(asking.code(Cause::Loss).words(), others.code(Cause::Loss).words());
    let answer = Answer::new(&parts[0], &asking.code(Cause::Loss), 1, false);
    let code = answer.seal_to(&asking.code(Cause::Loss)).unwrap();
    assert!(code.open(&others).is_none());
    assert!(code.open(&asking).is_some());
    // A word for another device is none, whoever sealed it.
    let other_device = Answer::new(&parts[0], &others.code(Cause::Loss), 1, false);
    let code = other_device.seal_to(&asking.code(Cause::Loss)).unwrap();
    assert!(code.open(&asking).is_none());
    // For what it asks is a part of what both read aloud.
    assert_ne!(
        asking.code(Cause::Loss).words(),
        asking.code(Cause::Incapacity).words()
    );
    let named = |name| ContactCode::new(contact.public().clone(), name).words();
    assert_ne!(named("Ben"), named("Bea"));
}
