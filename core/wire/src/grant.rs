//! Grants redeemed while the phone is off (security.md section 10): the relay holds one half of the key, K_r, and the
//! sealed bundle. It gives them out inside the window, so many times, to who proves the passcode, and cannot open the
//! bundle itself: the other half is in the code.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{Label, Secret, hash};

use crate::{
    cbor::{self, V1},
    mailbox::Post,
    proof::{Call, Challenge},
};

/// Wrong passcodes that a grant bears in its life, at most.
pub const MOST_ATTEMPTS: u8 = 10;
/// The longest window: 30 days, in seconds. Codes for emergencies stay longer, by [`LONGEST_STANDING`].
pub const LONGEST: u64 = 30 * 24 * 60 * 60;
/// The longest time ahead that a window ends: a year, in seconds.
pub const LONGEST_STANDING: u64 = 366 * 24 * 60 * 60;
/// The longest time to stop a take in, in seconds: ten minutes.
pub const LONGEST_WAIT: u16 = 10 * 60;
/// The longest that somebody who took a code for emergencies is given it again, in seconds: 72 hours.
pub const LONGEST_ACCESS: u32 = 72 * 60 * 60;
/// Bytes that a redeemer may leave about itself, sealed.
pub const LONGEST_WHO: usize = 8 * 1024;

/// Leaves a grant at the relay: `PUT /grant/<locator>`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Deposit {
    #[n(0)]
    version: V1,
    /// The Ed25519 key that asks for its state and revokes it.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub owner: [u8; 32],
    /// Not before, seconds since 1970.
    #[n(2)]
    pub opens: u64,
    /// The first second after the window.
    #[n(3)]
    pub ends: u64,
    /// Distinct redeemers, from 1.
    #[n(4)]
    pub uses: u8,
    /// Wrong proofs, from 1 to [`MOST_ATTEMPTS`].
    #[n(5)]
    pub attempts: u8,
    /// Checks proofs; it says nothing of the passcode to who has not the code.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub verifier: [u8; 32],
    /// The relay's half of the key.
    #[cbor(n(7), with = "minicbor::bytes")]
    pub half: [u8; 32],
    /// The sealed bundle, of a length of [`crate::size`].
    #[cbor(n(8), with = "minicbor::bytes")]
    pub bundle: Vec<u8>,
    /// What is done before it is given to somebody: of a standing code for emergencies.
    #[n(9)]
    pub notify: Option<Notify>,
}

/// Before a grant is given to somebody new, these letters are posted; then it waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Notify {
    /// Seconds in which the owner can stop it, at most [`LONGEST_WAIT`].
    #[n(0)]
    pub wait: u16,
    /// The letters, sealed; see [`crate::notice`].
    #[n(1)]
    pub notices: Vec<Post>,
    /// Seconds after the wait in which whoever took it is given it again, from 1 to [`LONGEST_ACCESS`].
    #[n(2)]
    pub access: u32,
}

impl Deposit {
    /// A grant for the relay to hold, given out at once.
    pub fn new(
        owner: [u8; 32],
        (opens, ends): (u64, u64),
        (uses, attempts): (u8, u8),
        verifier: &Secret<32>,
        half: &Secret<32>,
        bundle: Vec<u8>,
    ) -> Self {
        Self {
            version: V1,
            owner,
            opens,
            ends,
            uses,
            attempts,
            verifier: *verifier.expose(),
            half: *half.expose(),
            bundle,
            notify: None,
        }
    }

    /// Tells this deposit from another under the same locator.
    pub fn digest(&self) -> [u8; 32] {
        hash::hash256(Label::new("grant/deposit"), &[&cbor::to_bytes(self)])
    }
}

/// Redeems a grant: `POST /grant/<locator>/take`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Take {
    #[n(0)]
    version: V1,
    /// A challenge of the relay.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub challenge: Challenge,
    /// 16 random bytes of the redeemer. The same ones again cost no use.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub token: [u8; 16],
    /// [`proof`] of the verifier.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub proof: [u8; 32],
    /// Who redeems, and of an emergency why, sealed for the patient; at most [`LONGEST_WHO`] bytes.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub who: Vec<u8>,
}

impl Take {
    /// A redemption by who can make the grant's verifier.
    pub fn new(
        locator: &[u8; 16],
        verifier: &Secret<32>,
        challenge: Challenge,
        token: [u8; 16],
        who: Vec<u8>,
    ) -> Self {
        let proof = proof(locator, verifier, &challenge, &token, &who);
        Self {
            version: V1,
            challenge,
            token,
            proof,
            who,
        }
    }

    /// Whether it was made with this verifier, for this grant.
    pub fn is_proven(&self, locator: &[u8; 16], verifier: &Secret<32>) -> bool {
        let right = proof(locator, verifier, &self.challenge, &self.token, &self.who);
        Secret::from_bytes(right) == Secret::from_bytes(self.proof)
    }
}

/// Proves a verifier without showing it: `keyed256("grant/take", verifier, challenge ‖ locator ‖ token ‖ who)`.
pub fn proof(
    locator: &[u8; 16],
    verifier: &Secret<32>,
    challenge: &Challenge,
    token: &[u8; 16],
    who: &[u8],
) -> [u8; 32] {
    hash::keyed256(
        Label::new("grant/take"),
        verifier,
        &[challenge, locator, token, who],
    )
}

/// Answers a [`Take`] that was let in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Taken {
    #[n(0)]
    version: V1,
    /// The relay's half of the key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub half: [u8; 32],
    /// The sealed bundle.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub bundle: Vec<u8>,
}

impl Taken {
    /// What the relay gives out.
    pub fn new(half: &Secret<32>, bundle: Vec<u8>) -> Self {
        Self {
            version: V1,
            half: *half.expose(),
            bundle,
        }
    }
}

/// Answers a [`Take`] whose proof was wrong (status 401).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Refused {
    #[n(0)]
    version: V1,
    /// Wrong proofs that are left; at 0 the grant is gone.
    #[n(1)]
    pub attempts: u8,
}

impl Refused {
    /// So many are left.
    pub fn new(attempts: u8) -> Self {
        Self {
            version: V1,
            attempts,
        }
    }
}

/// Asks what became of a grant: `POST /grant/<locator>/state`, signed by the owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Ask {
    #[n(0)]
    version: V1,
}

impl Call for Ask {
    const LABEL: Label = Label::new("grant/state");
}

/// Ends a grant: `POST /grant/<locator>/revoke`, signed by the owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Revoke {
    #[n(0)]
    version: V1,
}

impl Call for Revoke {
    const LABEL: Label = Label::new("grant/end");
}

/// Stops those who wait: `POST /grant/<locator>/stop`, signed by the owner. The grant itself goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Stop {
    #[n(0)]
    version: V1,
}

impl Call for Stop {
    const LABEL: Label = Label::new("grant/stop");
}

/// Replaces the bundle of a grant that lasts: `POST /grant/<locator>/renew`, signed by the owner. All else stays as it is: the half
/// of the key too, so that the codes that are out open the new one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Renew {
    #[n(0)]
    version: V1,
    /// The sealed bundle, of a length of [`crate::size`].
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bundle: Vec<u8>,
}

impl Renew {
    /// With this bundle.
    pub fn new(bundle: Vec<u8>) -> Self {
        Self { version: V1, bundle }
    }
}

impl Call for Renew {
    const LABEL: Label = Label::new("grant/renew");
}

/// Answers an [`Ask`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct State {
    #[n(0)]
    version: V1,
    /// Redemptions that are left.
    #[n(1)]
    pub uses: u8,
    /// Wrong proofs that are left.
    #[n(2)]
    pub attempts: u8,
    /// Whether it still gives out anything to somebody new.
    #[n(3)]
    pub live: bool,
    /// Who came, in order.
    #[n(4)]
    pub takes: Vec<Took>,
}

impl State {
    /// What became of a grant.
    pub fn new((uses, attempts): (u8, u8), live: bool, takes: Vec<Took>) -> Self {
        Self {
            version: V1,
            uses,
            attempts,
            live,
            takes,
        }
    }
}

/// One redemption.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Took {
    /// When, by the relay's clock, seconds since 1970.
    #[n(0)]
    pub at: u64,
    /// What the redeemer left about itself, sealed.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub who: Vec<u8>,
    /// From when on it is given the half, seconds since 1970.
    #[n(2)]
    pub ready: u64,
    /// Whether the owner stopped it before.
    #[n(3)]
    pub stopped: bool,
}
