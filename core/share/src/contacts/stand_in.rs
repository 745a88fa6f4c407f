//! What the secret opens that contacts keep for the day when the person cannot act for themselves (security.md section 14).

use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{AuthorId, DeviceId};
use zeroize::Zeroizing;

use crate::grant::signed::VERSION;
use crate::relay::Vault;

const ROOT: Label = Label::new("incapacity");
const IDENTITY: Label = Label::new("incapacity/identity");
const KEM: Label = Label::new("incapacity/kem");
const VAULTS: Label = Label::new("incapacity/vaults");
const LEFT: Label = Label::new("incapacity/left");
const ARRIVED: Label = Label::new("incapacity/arrived");

/// The keys of whoever stands in for a person: made of a secret that is drawn for it, split, and kept nowhere whole. It has
/// nothing to do with the recovery words, and nothing follows from it about them.
///
/// ```
/// use pocketchart_crypto::Secret;
/// use pocketchart_record::DeviceId;
/// use pocketchart_share::contacts::{Entrusted, StandInKeys};
/// use zeroize::Zeroizing;
///
/// let keys = StandInKeys::from_secret(&Secret::random());
/// let left = Entrusted { device: DeviceId([7; 32]), handout: Zeroizing::new(vec![1, 2, 3]) };
/// let sealed = left.seal(&keys.author(), keys.kem.public()).unwrap();
/// assert_eq!(keys.open(&sealed).unwrap().handout, left.handout);
/// assert!(StandInKeys::from_secret(&Secret::random()).open(&sealed).is_none());
/// ```
pub struct StandInKeys {
    /// The seed of the identity key by which they act: theirs, not the person's.
    pub identity: Secret<32>,
    /// Opens what the person's devices leave for them.
    pub kem: KemSecret,
    vaults: StandInVaults,
}

impl StandInKeys {
    /// From the secret of 32 random bytes.
    pub fn from_secret(secret: &Secret<32>) -> Self {
        let root = extract(ROOT, secret.expose());
        Self {
            identity: expand(&root, IDENTITY, b""),
            kem: KemSecret::from_seed(&expand(&root, KEM, b"")),
            vaults: StandInVaults(expand(&root, VAULTS, b"")),
        }
    }

    /// As whom they act.
    pub fn author(&self) -> AuthorId {
        AuthorId(*SigningKey::from_seed(&self.identity).public().as_bytes())
    }

    /// Where things lie for both.
    pub fn vaults(&self) -> &StandInVaults {
        &self.vaults
    }

    /// Opens what a device left; none if it is for somebody else, or damaged.
    pub fn open(&self, sealed: &[u8]) -> Option<Entrusted> {
        let inside = Zeroizing::new(self.kem.open(LEFT, &self.author().0, sealed).ok()?);
        from_bytes(&inside).ok()
    }
}

impl std::fmt::Debug for StandInKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StandInKeys(..)")
    }
}

/// Two vaults at the relay that the person's devices and whoever stands in find. What the person's devices keep of it opens
/// nothing of what they leave there.
#[derive(Clone, PartialEq, Eq)]
pub struct StandInVaults(Secret<32>);

impl StandInVaults {
    /// From the 32 bytes that were kept.
    pub fn new(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// Its 32 bytes, to be kept.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// Where the person's devices leave what is for whoever stands in.
    pub fn left(&self) -> Vault {
        Vault::new(&expand(&extract(VAULTS, self.0.expose()), LEFT, b""))
    }

    /// Where a device of whoever stands in leaves its certificate for the person's devices.
    pub fn arrived(&self) -> Vault {
        Vault::new(&expand(&extract(VAULTS, self.0.expose()), ARRIVED, b""))
    }
}

impl std::fmt::Debug for StandInVaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StandInVaults(..)")
    }
}

/// What a device of the person leaves for whoever stands in.
#[derive(Clone, PartialEq, Eq)]
pub struct Entrusted {
    /// That device.
    pub device: DeviceId,
    /// The bytes of a [`pocketchart_record::Handout`]: what was signed of the proxy, and the sections with their keys.
    pub handout: Zeroizing<Vec<u8>>,
}

impl Entrusted {
    /// Seals it for whoever stands in as that author; none if their key is none.
    pub fn seal(&self, author: &AuthorId, to: &KemPublic) -> Option<Vec<u8>> {
        to.seal_to(LEFT, &author.0, &Zeroizing::new(to_bytes(self))).ok()
    }
}

impl std::fmt::Debug for Entrusted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entrusted(..)")
    }
}

impl Canonical for Entrusted {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(VERSION).value(&self.device).bytes(&self.handout);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        if from.uint()? != VERSION {
            return Err(Malformed("version of what was left"));
        }
        Ok(Self {
            device: from.value()?,
            handout: Zeroizing::new(from.bytes()?.to_vec()),
        })
    }
}
