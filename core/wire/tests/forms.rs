//! Each message has one form: whatever a bit, a length or an order changes is refused or is another message.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::{
    cbor::{from_bytes, to_bytes},
    grant::{Revoke, Take},
    link::{Access, Address, LONGEST_RECIPIENT},
    mailbox::{Delete, Read},
    proof::Signed,
    size::{LARGEST, SMALLEST, is_packet, packet_len},
};
use proptest::prelude::*;

proptest! {
    #[test]
    fn altered_bytes_are_refused_or_say_something_else(
        letters in prop::collection::vec(any::<[u8; 16]>(), 0..3),
        at in any::<prop::sample::Index>(),
        bit in 0..8,
    ) {
        let delete = Delete::new([1; 32], [2; 32], &letters);
        let mut bytes = to_bytes(&delete);
        let read = from_bytes::<Delete>(&bytes);
        prop_assert_eq!(read.as_ref(), Ok(&delete));
        let at = at.index(bytes.len());
        bytes[at] ^= 1_u8 << bit;
        if let Ok(read) = from_bytes::<Delete>(&bytes) {
            prop_assert_ne!(read, delete);
        }
    }

    #[test]
    fn recipients_of_any_name_leave_an_entry_of_one_length(name in "\\PC{0,400}") {
        let access = Access::new(1_764_000_000, true, &name);
        let padded = access.padded();
        prop_assert_eq!(padded.len(), 320);
        prop_assert!(name.starts_with(&access.recipient) && access.recipient.len() <= LONGEST_RECIPIENT);
        prop_assert_eq!(Access::from_padded(&padded).unwrap(), access);
    }

    #[test]
    fn every_content_has_a_packet(len in 0..=LARGEST) {
        let packet = packet_len(len).unwrap();
        prop_assert!(is_packet(packet) && packet >= len);
        prop_assert!(packet == SMALLEST || packet - len <= len * 12 / 100 + 1);
    }
}

#[test]
fn too_long_a_content_has_no_packet() {
    assert_eq!(packet_len(LARGEST + 1), None);
}

/// Lengths that say the same with more bytes, indefinite lengths, keys out of order, unknown and missing keys.
#[test]
fn other_forms_of_the_same_are_refused() {
    let right = [0xa1, 0x00, 0x01];
    assert!(from_bytes::<Revoke>(&right).is_ok());
    for wrong in [
        &[0xa1, 0x00, 0x18, 0x01][..],
        &[0xbf, 0x00, 0x01, 0xff],
        &[0xa1, 0x18, 0x00, 0x01],
        &[0xb8, 0x01, 0x00, 0x01],
        &[0xa1, 0x00, 0x02],
        &[0xa1, 0x00, 0xf6],
        &[0xa2, 0x00, 0x01, 0x01, 0x00],
        &[0xa2, 0x00, 0x01, 0x00, 0x01],
        &[0xa0],
        &[0xa1, 0x00, 0x01, 0x00],
        &[0x81, 0x01],
        &[],
    ] {
        assert!(from_bytes::<Revoke>(wrong).is_err(), "{wrong:02x?}");
    }
    let read = to_bytes(&Read::new([1; 32], [2; 32], None));
    let absent_as_null = [&[0xa4], &read[1..], &[0x03, 0xf6]].concat();
    assert!(from_bytes::<Read>(&absent_as_null).is_err());
}

/// A signature says one thing about one object to one relay.
#[test]
fn a_signed_call_is_for_one_object_and_one_action() {
    let key = SigningKey::from_seed(&Secret::from_bytes([1; 32]));
    let public = *key.public().as_bytes();
    let call = Read::new(public, [2; 32], None);
    let signed = Signed::new(&key, [3; 40], &[4; 16], &call);
    assert!(signed.is_by::<Read>(&public, &[4; 16]));
    assert!(!signed.is_by::<Delete>(&public, &[4; 16]));
    assert!(!signed.is_by::<Read>(&public, &[5; 16]));
    assert!(!signed.is_by::<Read>(&[6; 32], &[4; 16]));
    let bytes = to_bytes(&signed);
    let mut refused = 0;
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let stands =
            from_bytes::<Signed>(&altered).is_ok_and(|signed| signed.is_by::<Read>(&public, &[4; 16]));
        assert!(!stands, "bit {bit}");
        refused += 1;
    }
    assert_eq!(refused, bytes.len() * 8);
}

#[test]
fn a_take_is_proven_for_one_grant_token_challenge_and_name() {
    let verifier = Secret::from_bytes([1; 32]);
    let take = Take::new(&[2; 16], &verifier, [3; 40], [4; 16], b"who".to_vec());
    assert!(take.is_proven(&[2; 16], &verifier));
    assert!(!take.is_proven(&[5; 16], &verifier));
    assert!(!take.is_proven(&[2; 16], &Secret::from_bytes([6; 32])));
    let mut others = [take.clone(), take.clone(), take];
    others[0].token = [7; 16];
    others[1].challenge = [7; 40];
    others[2].who = b"whom".to_vec();
    assert!(others.iter().all(|take| !take.is_proven(&[2; 16], &verifier)));
}

/// Published, so that another program can find the same.
#[test]
fn a_link_s_name_and_verifier_come_from_its_address() {
    let address = Address::new(Secret::from_bytes([7; 32]));
    assert_eq!(address.text(), "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc");
    assert_eq!(Address::from_text(&address.text()), Some(address.clone()));
    let verifier = address.verifier("1234").unwrap();
    assert!(verifier == address.verifier("1234").unwrap());
    assert!(verifier != address.verifier("1235").unwrap());
    assert!(
        verifier
            != Address::new(Secret::from_bytes([8; 32]))
                .verifier("1234")
                .unwrap()
    );
}
