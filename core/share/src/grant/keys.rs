use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::kdf::{self, PasswordError, PasswordParams, Salt};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, hash};

use crate::notice::NoticeSecret;
use crate::session::Beacon;

/// What a device draws the secrets of its grants from. Sealed to the patient's other devices and the recovery key,
/// so that each of them can end a grant of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRoot(Secret<32>);

impl GrantRoot {
    /// From 32 random bytes, made once for a device.
    pub fn new(root: Secret<32>) -> Self {
        Self(root)
    }

    /// The secrets of the grant of that number; the device never uses a number twice.
    pub fn keys(&self, number: u64) -> GrantKeys {
        let root = kdf::extract(Label::new("grant/root"), self.0.expose());
        let derive = |label| kdf::expand(&root, label, &number.to_be_bytes());
        GrantKeys {
            secret: CodeSecret::new(derive(Label::new("grant/code"))),
            exchange: ExchangeSecret::from_seed(&derive(Label::new("grant/exchange"))),
            revocation: SigningKey::from_seed(&derive(Label::new("grant/revoke"))),
            enter: derive(Label::new("grant/enter")),
        }
    }
}

impl GrantRoot {
    /// What the relay holds of the key of that number's standing code: the device makes it anew when it renews what the code opens.
    pub fn relay_half(&self, number: u64) -> Secret<32> {
        let root = kdf::extract(Label::new("grant/root"), self.0.expose());
        kdf::expand(&root, Label::new("grant/relay-half"), &number.to_be_bytes())
    }

    /// Where notices that the code of that number was used lie for each of the person's devices, by its signing key.
    pub fn notices(&self, number: u64) -> NoticeSecret {
        let root = kdf::extract(Label::new("grant/root"), self.0.expose());
        let secret = kdf::expand(&root, Label::new("grant/notices"), &number.to_be_bytes());
        NoticeSecret::new(secret)
    }
}

/// The secrets of one grant. Nothing in them is shared with another grant, so no two codes of a person can be linked.
#[derive(Debug)]
pub struct GrantKeys {
    /// What the code carries.
    pub secret: CodeSecret,
    /// The static key of the grant's Noise sessions; the code carries its public half.
    pub exchange: ExchangeSecret,
    /// Ends the grant at a relay, which knows the public half.
    pub revocation: SigningKey,
    /// Lies in the bundle at a relay: who has it, has opened the bundle ([`super::Arrival`]).
    pub enter: Secret<32>,
}

/// The secret that a grant's code carries: who has seen the code, has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSecret(Secret<32>);

impl CodeSecret {
    /// From 32 bytes.
    pub fn new(secret: Secret<32>) -> Self {
        Self(secret)
    }

    pub(super) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    pub(super) fn derive(&self, label: Label) -> Secret<32> {
        let secret = kdf::extract(Label::new("grant/secret"), self.0.expose());
        kdf::expand(&secret, label, b"")
    }

    /// What the grant says of this secret ([`super::Grant::bind`]).
    pub fn bind(&self) -> [u8; 32] {
        hash::hash256(Label::new("grant/bind"), &[self.0.expose()])
    }

    /// The pre-shared key of the grant's handshakes.
    pub(super) fn psk(&self) -> Secret<32> {
        self.derive(Label::new("grant/psk"))
    }

    /// What a network or a relay may see of the grant: says nothing to who has not the code.
    pub fn locator(&self) -> [u8; 16] {
        first_half(&self.derive(Label::new("grant/locator")))
    }

    /// The names under which the device that shows the code is found.
    pub fn beacon(&self) -> Beacon {
        Beacon::new(self.derive(Label::new("grant/beacon")))
    }

    /// What stands for a passcode in a session: Argon2id of it, 64 MiB, three passes.
    ///
    /// # Errors
    /// [`PasswordError::OutOfMemory`].
    pub fn passcode(&self, passcode: &str) -> Result<Passcode, PasswordError> {
        let salt = Salt(first_half(&self.derive(Label::new("grant/salt"))));
        kdf::password_key(passcode.as_bytes(), &salt, PasswordParams::FALLBACK).map(Passcode)
    }

    /// What the patient's device keeps of the passcode: no guess can be checked against it without the code.
    pub fn verifier(&self, passcode: &Passcode) -> Secret<32> {
        let key = self.derive(Label::new("grant/verifier"));
        let verifier = hash::keyed256(Label::new("grant/passcode"), &key, &[passcode.0.expose()]);
        Secret::from_bytes(verifier)
    }
}

fn first_half(secret: &Secret<32>) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&secret.expose()[..16]);
    half
}

/// A passcode after [`CodeSecret::passcode`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passcode(Secret<32>);

impl Passcode {
    /// What stands where a code for emergencies has no passcode: 32 zero bytes.
    pub fn none() -> Self {
        Self(Secret::from_bytes([0; 32]))
    }

    /// As it comes out of a session.
    pub fn from_secret(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// As it goes into a session, and nowhere else.
    pub fn secret(&self) -> &Secret<32> {
        &self.0
    }
}
