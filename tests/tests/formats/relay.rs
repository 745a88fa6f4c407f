//! Every message that is said to a relay, or that it answers.

use std::collections::BTreeSet;

use pocketchart_crypto::{Secret, kem::KemSecret, sign::SigningKey};
use pocketchart_wire::{
    cbor::to_bytes,
    escrow, grant, keys, link,
    mailbox::{self, Packet},
    notice::Waiting,
    proof::{Call, Signed},
    vault,
};

const KEY: [u8; 32] = [7; 32];
const ID: [u8; 16] = [9; 16];

/// Rule and bytes of each.
pub(crate) fn messages() -> BTreeSet<(String, Vec<u8>)> {
    let mut pieces = BTreeSet::new();
    let mut add = |rule: &str, bytes: Vec<u8>| {
        pieces.insert((rule.to_owned(), bytes));
    };
    boxes(&mut add);
    grants(&mut add);
    links(&mut add);
    vaults(&mut add);
    key_sets(&mut add);
    escrows(&mut add);
    pieces
}

/// A call as it is, and as it is signed.
fn call<C: Call>(add: &mut impl FnMut(&str, Vec<u8>), rule: &str, call: &C) {
    let key = SigningKey::from_seed(&Secret::from_bytes(KEY));
    add(rule, to_bytes(call));
    add("signed-call", to_bytes(&Signed::new(&key, [5; 40], &ID, call)));
}

fn boxes(add: &mut impl FnMut(&str, Vec<u8>)) {
    let secret = Secret::from_bytes(KEY);
    add(
        "box-post",
        to_bytes(&mailbox::Post::new(KEY, &secret, 720, vec![1; 4096])),
    );
    call(add, "box-read", &mailbox::Read::new(KEY, KEY, None));
    call(add, "box-read", &mailbox::Read::new(KEY, KEY, Some(ID)));
    call(add, "box-delete", &mailbox::Delete::new(KEY, KEY, &[]));
    call(
        add,
        "box-delete",
        &mailbox::Delete::new(KEY, KEY, &[ID, KEY[..16].try_into().unwrap()]),
    );
    add("box-letters", to_bytes(&mailbox::Letters::new(vec![], false)));
    add(
        "box-letters",
        to_bytes(&mailbox::Letters::new(vec![Packet(vec![1; 4096])], true)),
    );
}

fn grants(add: &mut impl FnMut(&str, Vec<u8>)) {
    let secret = Secret::from_bytes(KEY);
    let window = (1_764_000_000, 1_764_086_400);
    let mut deposit = grant::Deposit::new(KEY, window, (3, 10), &secret, &secret, vec![2; 4096]);
    add("grant-deposit", to_bytes(&deposit));
    for notices in [vec![], notices()] {
        deposit.notify = Some(grant::Notify {
            wait: 600,
            notices,
            access: 72 * 3600,
        });
        add("grant-deposit", to_bytes(&deposit));
    }
    add("waiting", to_bytes(&Waiting::new(600)));
    for who in [vec![], vec![3; 8192]] {
        add(
            "grant-take",
            to_bytes(&grant::Take::new(&ID, &secret, [5; 40], ID, who)),
        );
    }
    add(
        "grant-taken",
        to_bytes(&grant::Taken::new(&secret, vec![2; 4096])),
    );
    for attempts in [0, 9] {
        add("grant-refused", to_bytes(&grant::Refused::new(attempts)));
    }
    call(add, "grant-ask", &grant::Ask::default());
    call(add, "grant-stop", &grant::Stop::default());
    call(add, "grant-renew", &grant::Renew::new(vec![3; 4096]));
    call(add, "grant-end", &grant::Revoke::default());
    let takes = [1, 2].map(|n| grant::Took {
        at: 1_764_000_000 + n,
        who: vec![4; 100],
        ready: 1_764_000_600 + n,
        stopped: n == 1,
    });
    add(
        "grant-now",
        to_bytes(&grant::State::new((0, 10), false, takes.into())),
    );
    add("grant-now", to_bytes(&grant::State::new((255, 0), true, vec![])));
}

fn links(add: &mut impl FnMut(&str, Vec<u8>)) {
    let files = link::Content::ALL.map(|content| link::File {
        content,
        jwe: "e30..a.b.c".to_owned(),
        updated: (content == link::Content::Fhir).then(|| "2026-11-26T04:00:00Z".to_owned()),
    });
    let log_key = KemSecret::from_seed(&Secret::from_bytes(KEY))
        .public()
        .as_bytes()
        .to_vec();
    let mut deposit = link::Deposit::new(KEY, log_key, 1_764_000_000, files.to_vec());
    add("link-deposit", to_bytes(&deposit));
    deposit.uses = Some(5);
    deposit.verifier = Some(KEY);
    deposit.note = vec![6; 1024];
    add("link-deposit", to_bytes(&deposit));
    use link::Act;
    let replace = Act::Replace(files.to_vec());
    for act in [Act::Look, Act::Pause, Act::Resume, Act::Destroy, replace] {
        call(add, "link-manage", &link::Manage::new(act));
    }
    let log = vec![Packet(vec![8; 1480])];
    add(
        "link-now",
        to_bytes(&link::State::new((true, false), (None, 10), vec![], vec![])),
    );
    add(
        "link-now",
        to_bytes(&link::State::new((false, true), (Some(0), 0), vec![6; 9], log)),
    );
    for recipient in ["", "Clinic", &"漢".repeat(200)] {
        add(
            "link-access",
            to_bytes(&link::Access::new(1_764_000_000, true, recipient)),
        );
    }
}

fn vaults(add: &mut impl FnMut(&str, Vec<u8>)) {
    call(add, "vault-put", &vault::Put::new(KEY, None, &[ID]));
    call(add, "vault-put", &vault::Put::new(KEY, Some(vec![1; 4096]), &[]));
    call(add, "vault-list", &vault::List::new(KEY));
    call(add, "vault-get", &vault::Get::new(KEY, ID));
    add("vault-contents", to_bytes(&vault::Contents::new(vec![])));
    let blob = vault::Blob {
        id: ID,
        size: 4096,
        day: 20_783,
    };
    add("vault-contents", to_bytes(&vault::Contents::new(vec![blob])));
}

fn key_sets(add: &mut impl FnMut(&str, Vec<u8>)) {
    for keys in [r#"{"keys":[]}"#.to_owned(), "k".repeat(4096)] {
        call(add, "keys-put", &keys::Put::new(KEY, 1_764_000_000, keys));
    }
    call(add, "keys-delete", &keys::Delete::new(KEY));
}

fn notices() -> Vec<mailbox::Post> {
    vec![mailbox::Post::new(KEY, &Secret::from_bytes(KEY), 720, vec![1; 16_384]); 16]
}

fn escrows(add: &mut impl FnMut(&str, Vec<u8>)) {
    let key = SigningKey::from_seed(&Secret::from_bytes(KEY));
    let secret = Secret::from_bytes(KEY);
    for (contacts, notices) in [(2, vec![]), (15, notices())] {
        let times = (1_764_000_000, 48 * 3600);
        let deposit = escrow::Deposit::new(KEY, times, (1, &vec![KEY; contacts]), &secret, notices);
        add("escrow-deposit", to_bytes(&deposit));
    }
    let approval = escrow::Approval::new(&key, &ID, KEY, 1_764_000_000, true);
    for approvals in [vec![], vec![approval; 15]] {
        add("escrow-request", to_bytes(&escrow::Request::new(approvals)));
    }
    call(add, "escrow-take", &escrow::Take::new(KEY));
    call(add, "escrow-veto", &escrow::Veto::new(KEY));
    call(add, "escrow-end", &escrow::End::default());
    call(add, "escrow-ask", &escrow::Ask::new(KEY));
    add("escrow-taken", to_bytes(&escrow::Taken::new(&secret)));
    let asked = [None, Some(1_764_172_800)].map(|ready| escrow::Asked {
        device: KEY,
        at: 1_764_000_000,
        approvals: 3,
        despite: 15,
        vetoed: ready.is_none(),
        ready,
        taken: ready.is_some(),
    });
    for requests in [vec![], asked.into()] {
        let state = escrow::State::new((1_764_000_000, true), requests);
        add("escrow-now", to_bytes(&state));
    }
}
