//! SMART Health Links (HL7 SMART Health Cards and Links 1.0.0) at the relay. The address of a link is a secret of 32
//! bytes. The relay keeps a hash of it, so what lies on its disk neither opens the link nor lets anyone guess its passcode.

use minicbor::{Decode, Encode};
use pocketchart_crypto::{
    Label, Secret, hash,
    kdf::{self, PasswordError, PasswordParams, Salt, password_key},
    padme,
};

use crate::{
    cbor::{self, V1},
    proof::Call,
};

/// Wrong passcodes that a link bears in its life, at most.
pub const MOST_ATTEMPTS: u8 = 10;
/// The longest time ahead that a link ends: a year, in seconds.
pub const LONGEST: u64 = 366 * 24 * 60 * 60;
/// Files of one link.
pub const MOST_FILES: usize = 16;
/// Bytes of all files of one link.
pub const CAPACITY: usize = 16 * 1024 * 1024;
/// Bytes of the owner's sealed note.
pub const LONGEST_NOTE: usize = 1024;
/// Seconds that a file's own address is good after the manifest: the specification allows an hour.
pub const TICKET: u64 = 60 * 60;
/// Bytes that the relay keeps of a recipient's name.
pub const LONGEST_RECIPIENT: usize = 256;
/// What binds an entry of the log: `seal-to(log key, "link/access", link's name, entry)`.
pub const ACCESS: Label = Label::new("link/access");

/// The cost of a guess at a passcode by who has both the link and the relay's disk: Argon2id, 19 MiB, two passes.
const COST: PasswordParams = PasswordParams {
    opslimit: 2,
    memlimit_kib: 19 * 1024,
};

/// The secret in a link's address, `/link/<43 characters>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(Secret<32>);

impl Address {
    /// From its 32 bytes.
    pub fn new(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// As it stands in a path.
    pub fn text(&self) -> String {
        crate::text::encode(self.0.expose())
    }

    /// Reads what [`Self::text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        crate::text::decode(text).map(Secret::from_bytes).map(Self)
    }

    /// What the relay keeps in place of the address: `hash128("link/name", secret)`.
    pub fn name(&self) -> [u8; 16] {
        hash::hash128(Label::new("link/name"), &[self.0.expose()])
    }

    /// What the relay keeps of a passcode: with k = `extract("link", secret)`, Argon2id of the passcode (19 MiB, two
    /// passes, salt the first 16 bytes of `expand(k, "link/salt", "")`) in
    /// `keyed256("link/passcode", expand(k, "link/verifier", ""), …)`.
    ///
    /// # Errors
    /// [`PasswordError::OutOfMemory`].
    pub fn verifier(&self, passcode: &str) -> Result<Secret<32>, PasswordError> {
        let root = kdf::extract(Label::new("link"), self.0.expose());
        let mut salt = [0; 16];
        salt.copy_from_slice(&kdf::expand(&root, Label::new("link/salt"), b"").expose()[..16]);
        let slow = password_key(passcode.as_bytes(), &Salt(salt), COST)?;
        let key = kdf::expand(&root, Label::new("link/verifier"), b"");
        Ok(Secret::from_bytes(hash::keyed256(
            Label::new("link/passcode"),
            &key,
            &[slow.expose()],
        )))
    }
}

/// An encrypted file of a link.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct File {
    /// What is in it.
    #[n(0)]
    pub content: Content,
    /// A JWE in compact form.
    #[n(1)]
    pub jwe: String,
    /// When it was last changed, as FHIR writes an instant.
    #[n(2)]
    pub updated: Option<String>,
}

/// The media types that a manifest may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Content {
    /// `application/fhir+json`
    #[n(0)]
    Fhir,
    /// `application/smart-health-card`
    #[n(1)]
    Card,
    /// `application/smart-api-access`
    #[n(2)]
    Access,
}

impl Content {
    /// Every one, in the order of its numbers.
    pub const ALL: [Self; 3] = [Self::Fhir, Self::Card, Self::Access];

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Fhir => "application/fhir+json",
            Self::Card => "application/smart-health-card",
            Self::Access => "application/smart-api-access",
        }
    }
}

/// Leaves a link at the relay: `PUT /link/<address>`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Deposit {
    #[n(0)]
    version: V1,
    /// The Ed25519 key of who manages it.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub owner: [u8; 32],
    /// The X-Wing key, 1,216 bytes, to which the log of recipients is sealed.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub log_key: Vec<u8>,
    /// The first second at which it is over, since 1970.
    #[n(3)]
    pub ends: u64,
    /// How often it may be opened; absent: until it ends.
    #[n(4)]
    pub uses: Option<u32>,
    /// What checks its passcode, [`Address::verifier`]; absent: it has none.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub verifier: Option<[u8; 32]>,
    /// Wrong passcodes, from 1 to [`MOST_ATTEMPTS`]; counts only with a verifier.
    #[n(6)]
    pub attempts: u8,
    /// Whether the address is the one file itself (flag `U`): no manifest, no passcode.
    #[n(7)]
    pub direct: bool,
    /// Whether files may change (flag `L`), which the manifest says.
    #[n(8)]
    pub changes: bool,
    /// The owner's own note, sealed by the owner; at most [`LONGEST_NOTE`] bytes.
    #[cbor(n(9), with = "minicbor::bytes")]
    pub note: Vec<u8>,
    /// The files, from 1 to [`MOST_FILES`], together at most [`CAPACITY`].
    #[n(10)]
    pub files: Vec<File>,
}

impl Deposit {
    /// A link of these files that ends at a time, can be opened without a passcode and any number of times. The other
    /// fields are set afterwards.
    pub fn new(owner: [u8; 32], log_key: Vec<u8>, ends: u64, files: Vec<File>) -> Self {
        Self {
            version: V1,
            owner,
            log_key,
            ends,
            uses: None,
            verifier: None,
            attempts: MOST_ATTEMPTS,
            direct: false,
            changes: false,
            note: Vec::new(),
            files,
        }
    }

    /// Tells this deposit from another under the same address.
    pub fn digest(&self) -> [u8; 32] {
        hash::hash256(Label::new("link/deposit"), &[&cbor::to_bytes(self)])
    }
}

/// What the owner does to a link: `POST /link/<address>/manage`, signed by the owner.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Manage {
    #[n(0)]
    version: V1,
    /// What is done.
    #[n(1)]
    pub what: Act,
}

impl Manage {
    /// Does it.
    pub fn new(what: Act) -> Self {
        Self { version: V1, what }
    }
}

impl Call for Manage {
    const LABEL: Label = Label::new("link/manage");
}

/// One thing done to a link. Each is answered with its [`State`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Act {
    /// Nothing: says how it is.
    #[n(0)]
    Look,
    /// Answers 404 until it goes on.
    #[n(1)]
    Pause,
    /// Goes on after a pause.
    #[n(2)]
    Resume,
    /// Ends it for good; its files are deleted.
    #[n(3)]
    Destroy,
    /// Other files in place of those it has.
    #[n(4)]
    Replace(#[n(0)] Vec<File>),
}

/// How a link is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct State {
    #[n(0)]
    version: V1,
    /// Whether it would answer.
    #[n(1)]
    pub live: bool,
    /// Whether it is paused.
    #[n(2)]
    pub paused: bool,
    /// How often it may still be opened.
    #[n(3)]
    pub uses: Option<u32>,
    /// Wrong passcodes that are left.
    #[n(4)]
    pub attempts: u8,
    /// The owner's note.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub note: Vec<u8>,
    /// Who opened it, each sealed to the log key with [`ACCESS`]: an [`Access`], padded.
    #[n(6)]
    pub log: Vec<crate::mailbox::Packet>,
}

impl State {
    /// How a link is.
    pub fn new(
        (live, paused): (bool, bool),
        (uses, attempts): (Option<u32>, u8),
        note: Vec<u8>,
        log: Vec<crate::mailbox::Packet>,
    ) -> Self {
        Self {
            version: V1,
            live,
            paused,
            uses,
            attempts,
            note,
            log,
        }
    }
}

/// An entry of a link's log, before it is sealed and after it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Access {
    #[n(0)]
    version: V1,
    /// When, by the relay's clock, seconds since 1970.
    #[n(1)]
    pub at: u64,
    /// Whether it was let in; else the passcode was wrong.
    #[n(2)]
    pub opened: bool,
    /// Who it said it was, cut at [`LONGEST_RECIPIENT`] bytes.
    #[n(3)]
    pub recipient: String,
}

impl Access {
    /// An entry about this recipient.
    pub fn new(at: u64, opened: bool, recipient: &str) -> Self {
        let end = recipient.floor_char_boundary(LONGEST_RECIPIENT);
        Self {
            version: V1,
            at,
            opened,
            recipient: recipient.get(..end).unwrap_or_default().to_owned(),
        }
    }

    /// Its bytes, of one length whatever the name: the CBOR, 0x80, and zeros up to 320 bytes.
    pub fn padded(&self) -> Vec<u8> {
        let mut bytes = cbor::to_bytes(self);
        bytes.push(0x80);
        bytes.resize(PADDED_ACCESS.max(bytes.len()), 0);
        bytes
    }

    /// Reads what [`Self::padded`] wrote.
    ///
    /// # Errors
    /// [`cbor::Malformed`].
    pub fn from_padded(bytes: &[u8]) -> Result<Self, cbor::Malformed> {
        let bytes = padme::strip(bytes.to_vec()).map_err(|_| cbor::Malformed)?;
        cbor::from_bytes(&bytes)
    }
}

/// Bytes of an entry of the log before it is sealed.
const PADDED_ACCESS: usize = 320;
