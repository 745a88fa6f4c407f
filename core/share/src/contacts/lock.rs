use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::hash::keyed256;
use pocketchart_crypto::share::{self, Share};
use pocketchart_crypto::{Label, Secret};

const LOCK: Label = Label::new("contacts/lock");

/// A secret of 32 bytes, sealed under `keyed256("contacts/lock", C, W)` with the escrow's name beside it. All contacts have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked(pub [u8; Locked::LEN]);

impl Locked {
    /// Bytes: 32, and what sealing adds.
    pub const LEN: usize = 32 + aead::OVERHEAD;
}

/// A secret after it was locked.
pub struct Split {
    /// Is for the contacts.
    pub locked: Locked,
    /// One for each contact.
    pub shares: Vec<Share>,
    /// W, for the relay.
    pub held: Secret<32>,
}

impl Split {
    /// Locks a secret with new C and W and splits C. None unless 1 ≤ `needed` ≤ `of`.
    ///
    /// ```
    /// use pocketchart_crypto::Secret;
    /// use pocketchart_share::contacts::{Split, unlock};
    ///
    /// let (secret, escrow) = (Secret::random(), [7; 16]);
    /// let split = Split::make(&secret, &escrow, 2, 3).unwrap();
    /// let some = &split.shares[1..];
    /// assert!(unlock(&split.locked, &escrow, some, 2, &split.held).unwrap() == secret);
    /// assert!(unlock(&split.locked, &escrow, &some[1..], 2, &split.held).is_none());
    /// assert!(unlock(&split.locked, &escrow, some, 2, &Secret::random()).is_none());
    /// ```
    pub fn make(secret: &Secret<32>, escrow: &[u8; 16], needed: u8, of: u8) -> Option<Self> {
        let (contacts, held) = (Secret::random(), Secret::random());
        let shares = share::split(&contacts, needed, of)?;
        let sealed = aead::seal(&key(&contacts, &held), &Nonce::random(), escrow, secret.expose());
        Some(Self {
            locked: Locked(sealed.try_into().ok()?),
            shares,
            held,
        })
    }
}

impl std::fmt::Debug for Split {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Split(..)")
    }
}

/// The secret, from so many shares and what the relay gave; none if they are too few or do not belong together.
pub fn unlock(
    locked: &Locked,
    escrow: &[u8; 16],
    shares: &[Share],
    needed: u8,
    held: &Secret<32>,
) -> Option<Secret<32>> {
    let contacts = share::join(shares, needed)?;
    let opened = aead::open(&key(&contacts, held), escrow, &locked.0).ok()?;
    Secret::from_slice(&zeroize::Zeroizing::new(opened))
}

fn key(contacts: &Secret<32>, held: &Secret<32>) -> Secret<32> {
    Secret::from_bytes(keyed256(LOCK, contacts, &[held.expose()]))
}
