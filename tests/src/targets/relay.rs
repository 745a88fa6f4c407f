//! What is said to a relay, and what it answers.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::{
    cbor::{from_bytes, to_bytes},
    escrow, grant, keys, link, mailbox, notice,
    proof::{Call, Signed},
    vault,
};

/// What is read has one form, which is what was read.
fn one<T: Encode<()> + for<'b> Decode<'b, ()>>(data: &[u8]) {
    if let Ok(message) = from_bytes::<T>(data) {
        assert_eq!(to_bytes(&message), data);
    }
}

fn call<C: Call>(data: &[u8]) {
    one::<C>(data);
    if let Ok(signed) = from_bytes::<Signed>(data) {
        let _ = signed.call::<C>();
        assert!(!signed.is_by::<C>(&[0; 32], &[0; 16]), "nobody has this key");
    }
}

pub(super) fn messages(data: &[u8]) {
    one::<mailbox::Post>(data);
    one::<mailbox::Letters>(data);
    call::<mailbox::Read>(data);
    call::<mailbox::Delete>(data);
    one::<grant::Deposit>(data);
    one::<grant::Take>(data);
    one::<grant::Taken>(data);
    one::<grant::Refused>(data);
    one::<grant::State>(data);
    call::<grant::Ask>(data);
    call::<grant::Stop>(data);
    call::<grant::Renew>(data);
    call::<grant::Revoke>(data);
    one::<notice::Waiting>(data);
    one::<escrow::Deposit>(data);
    one::<escrow::Taken>(data);
    one::<escrow::State>(data);
    call::<escrow::Take>(data);
    call::<escrow::Veto>(data);
    call::<escrow::End>(data);
    call::<escrow::Ask>(data);
    one::<link::Deposit>(data);
    one::<link::State>(data);
    one::<link::Access>(data);
    call::<link::Manage>(data);
    one::<vault::Contents>(data);
    call::<vault::Put>(data);
    call::<vault::List>(data);
    call::<vault::Get>(data);
    call::<keys::Put>(data);
    call::<keys::Delete>(data);
    one::<escrow::Request>(data);
    if let Ok(request) = from_bytes::<escrow::Request>(data) {
        let signed = |approval: &escrow::Approval| approval.is_signed(&[0; 16]);
        let _ = request
            .approvals
            .iter()
            .filter(|approval| signed(approval))
            .count();
    }
    if let Ok(access) = link::Access::from_padded(data) {
        // An entry may be longer than what is written here pads to, and may have more zeros.
        let padded = access.padded();
        assert_eq!(link::Access::from_padded(&padded).as_ref(), Ok(&access));
    }
}

/// A message of each kind that has parts of its own.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    const ID: [u8; 16] = [9; 16];
    const KEY: [u8; 32] = [7; 32];
    let secret = Secret::from_bytes(KEY);
    let key = SigningKey::from_seed(&secret);
    let notice = mailbox::Post::new(KEY, &secret, 24, vec![1; 64]);
    let mut deposit = grant::Deposit::new(KEY, (1, 2), (1, 10), &secret, &secret, vec![2; 64]);
    deposit.notify = Some(grant::Notify {
        wait: 600,
        notices: vec![notice.clone()],
        access: 60,
    });
    let approval = escrow::Approval::new(&key, &ID, KEY, 9, true);
    let file = link::File {
        content: link::Content::Fhir,
        jwe: "e30..a.b.c".to_owned(),
        updated: None,
    };
    let manage = link::Manage::new(link::Act::Replace(vec![file.clone()]));
    vec![
        to_bytes(&notice),
        to_bytes(&deposit),
        to_bytes(&grant::Take::new(&ID, &secret, [5; 40], ID, vec![3; 20])),
        to_bytes(&escrow::Deposit::new(
            KEY,
            (1, 3600),
            (1, &[KEY, [8; 32]]),
            &secret,
            vec![notice],
        )),
        to_bytes(&escrow::Request::new(vec![approval])),
        to_bytes(&link::Deposit::new(KEY, vec![4; 32], 9, vec![file])),
        link::Access::new(9, true, "Clinic").padded(),
        to_bytes(&Signed::new(&key, [5; 40], &ID, &manage)),
        to_bytes(&vault::Put::new(KEY, Some(vec![1; 64]), &[ID])),
        to_bytes(&keys::Put::new(KEY, 9, r#"{"keys":[]}"#.to_owned())),
    ]
}
