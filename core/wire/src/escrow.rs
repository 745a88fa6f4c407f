//! Escrows: a secret that the relay holds for a person's contacts (security.md section 14). It gives it to a device that so
//! many contacts name, after a wait in which the person can object. Alone it opens nothing: contacts without the relay, and
//! the relay without contacts, have one part each.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{
    Label, Secret, hash,
    sign::{Signature, SigningKey, VerifyingKey},
};

use crate::{
    cbor::{self, V1},
    mailbox::Post,
    proof::Call,
};

/// Contacts of one escrow, at least and at most.
pub const CONTACTS: std::ops::RangeInclusive<usize> = 2..=15;
/// The wait between approval and release, in seconds: from an hour to 14 days; 48 hours is usual.
pub const WAIT: std::ops::RangeInclusive<u64> = 60 * 60..=14 * 24 * 60 * 60;
/// The longest time ahead that an escrow ends: ten years, in seconds.
pub const LONGEST_TIME: u64 = 3_653 * 24 * 60 * 60;
/// The longest time that an approval is good for: 30 days, in seconds. So long, too, a request stands after its wait or after
/// a veto.
pub const REQUEST_TIME: u64 = 30 * 24 * 60 * 60;
/// Requests of one escrow at once.
pub const REQUESTS: usize = 16;

/// Leaves a secret at the relay: `PUT /escrow/<name>`. The name is 16 random bytes, which the contacts are told.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Deposit {
    #[n(0)]
    version: V1,
    /// The Ed25519 key that objects to requests and ends the escrow.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub owner: [u8; 32],
    /// The first second at which it is over, since 1970; at most [`LONGEST_TIME`] ahead.
    #[n(2)]
    pub ends: u64,
    /// How many contacts have to approve: at least one, and fewer than there are.
    #[n(3)]
    pub needed: u8,
    /// An Ed25519 key for each contact, made for this escrow; as many as [`CONTACTS`].
    #[n(4)]
    pub contacts: Vec<Contact>,
    /// Seconds between approval and release, in [`WAIT`].
    #[n(5)]
    pub wait: u64,
    /// The secret.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub secret: [u8; 32],
    /// Letters that are posted when a request begins, and when a veto is overridden; see [`crate::notice`].
    #[n(7)]
    pub notices: Vec<Post>,
}

impl Deposit {
    /// A secret for the relay to hold.
    pub fn new(
        owner: [u8; 32],
        (ends, wait): (u64, u64),
        (needed, contacts): (u8, &[[u8; 32]]),
        secret: &Secret<32>,
        notices: Vec<Post>,
    ) -> Self {
        Self {
            version: V1,
            owner,
            ends,
            needed,
            contacts: contacts.iter().copied().map(Contact).collect(),
            wait,
            secret: *secret.expose(),
            notices,
        }
    }

    /// Tells this deposit from another under the same name.
    pub fn digest(&self) -> [u8; 32] {
        hash::hash256(Label::new("escrow/deposit"), &[&cbor::to_bytes(self)])
    }
}

/// The key of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Contact(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

/// A contact's word that a device may have the secret:
/// `sign("escrow/approval", name ‖ device ‖ until, 8 bytes ‖ despite, 1 byte)`. It is made without the relay, for example when
/// the person stands before the contact.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Approval {
    /// The contact's key.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub contact: [u8; 32],
    /// The Ed25519 key of the device, made for this request.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub device: [u8; 32],
    /// The first second at which it is worth nothing any more, since 1970; at most [`REQUEST_TIME`] ahead.
    #[n(2)]
    pub until: u64,
    /// Whether it holds even if the owner objects. If all contacts say so, it is released.
    #[n(3)]
    pub despite: bool,
    #[cbor(n(4), with = "minicbor::bytes")]
    signature: [u8; 64],
}

impl Approval {
    /// Says so by a contact's key.
    pub fn new(key: &SigningKey, name: &[u8; 16], device: [u8; 32], until: u64, despite: bool) -> Self {
        let said = approved(name, &device, until, despite);
        let signature = *key.sign(APPROVAL, &[&said]).as_bytes();
        Self {
            contact: *key.public().as_bytes(),
            device,
            until,
            despite,
            signature,
        }
    }

    /// Whether the contact that it names said this, of this escrow.
    pub fn is_signed(&self, name: &[u8; 16]) -> bool {
        let said = approved(name, &self.device, self.until, self.despite);
        let signature = Signature::from_bytes(self.signature);
        VerifyingKey::from_bytes(self.contact)
            .verify(APPROVAL, &[&said], &signature)
            .is_ok()
    }
}

const APPROVAL: Label = Label::new("escrow/approval");

fn approved(name: &[u8; 16], device: &[u8; 32], until: u64, despite: bool) -> Vec<u8> {
    [
        name.as_slice(),
        device,
        &until.to_be_bytes(),
        &[u8::from(despite)],
    ]
    .concat()
}

/// Asks for the secret, or adds approvals: `POST /escrow/<name>/request`. All approvals name one device. The first time they
/// have to be as many as are needed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Request {
    #[n(0)]
    version: V1,
    /// The approvals, at most one of each contact.
    #[n(1)]
    pub approvals: Vec<Approval>,
}

impl Request {
    /// With these approvals.
    pub fn new(approvals: Vec<Approval>) -> Self {
        Self {
            version: V1,
            approvals,
        }
    }
}

/// Fetches the secret: `POST /escrow/<name>/take`, signed by the device that was approved. Answered with [`Taken`], with
/// [`crate::notice::Waiting`], or with 404.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Take {
    #[n(0)]
    version: V1,
    /// The device's key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub device: [u8; 32],
}

impl Take {
    /// By this device.
    pub fn new(device: [u8; 32]) -> Self {
        Self { version: V1, device }
    }
}

impl Call for Take {
    const LABEL: Label = Label::new("escrow/take");
}

/// Answers a [`Take`] after the wait.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Taken {
    #[n(0)]
    version: V1,
    /// The secret.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub secret: [u8; 32],
}

impl Taken {
    /// What the relay gives out.
    pub fn new(secret: &Secret<32>) -> Self {
        Self {
            version: V1,
            secret: *secret.expose(),
        }
    }
}

/// Objects to a device's request: `POST /escrow/<name>/veto`, signed by the owner. Only all contacts together override it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Veto {
    #[n(0)]
    version: V1,
    /// The device that asked.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub device: [u8; 32],
}

impl Veto {
    /// Against this device.
    pub fn new(device: [u8; 32]) -> Self {
        Self { version: V1, device }
    }
}

impl Call for Veto {
    const LABEL: Label = Label::new("escrow/veto");
}

/// Ends an escrow: `POST /escrow/<name>/end`, signed by the owner. While a request stands it takes no new
/// ones, and ends with those it has: otherwise who stole the owner's phone could end what all contacts want.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct End {
    #[n(0)]
    version: V1,
}

impl Call for End {
    const LABEL: Label = Label::new("escrow/end");
}

/// Asks how an escrow is: `POST /escrow/<name>/state`, signed by the owner, a contact, or a device that asked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Ask {
    #[n(0)]
    version: V1,
    /// The key that signs.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub key: [u8; 32],
}

impl Ask {
    /// By this key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { version: V1, key }
    }
}

impl Call for Ask {
    const LABEL: Label = Label::new("escrow/state");
}

/// Answers an [`Ask`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct State {
    #[n(0)]
    version: V1,
    /// The first second at which it is over, since 1970.
    #[n(1)]
    pub ends: u64,
    /// Whether the owner ended it, so that it takes no new requests.
    #[n(2)]
    pub ending: bool,
    /// The requests, in the order of their devices' keys.
    #[n(3)]
    pub requests: Vec<Asked>,
}

impl State {
    /// How an escrow is.
    pub fn new((ends, ending): (u64, bool), requests: Vec<Asked>) -> Self {
        Self {
            version: V1,
            ends,
            ending,
            requests,
        }
    }
}

/// A request, as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Asked {
    /// The device that asked.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub device: [u8; 32],
    /// When enough contacts had approved, seconds since 1970.
    #[n(1)]
    pub at: u64,
    /// Contacts that have approved.
    #[n(2)]
    pub approvals: u8,
    /// Those of them that have approved even against a veto.
    #[n(3)]
    pub despite: u8,
    /// Whether the owner has objected.
    #[n(4)]
    pub vetoed: bool,
    /// From when on the device is given the secret; absent while a veto stands.
    #[n(5)]
    pub ready: Option<u64>,
    /// Whether it was given.
    #[n(6)]
    pub taken: bool,
}
