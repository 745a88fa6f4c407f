//! Snapshots of a record in its owner's vault: a sealed backup in pieces, sealed once more, so that the relay sees no more of it than
//! lengths. Key and seal come from the recovery words; each piece says of which snapshot it is.

use std::collections::BTreeMap;

use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, random_array};
use pocketchart_record::Millis;
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_wire::vault::CAPACITY;

use super::packet::{SEAL, padded, unpadded};
use super::{Relay, RelayError, blob_id};
use crate::grant::signed::{VERSION, head, key};

/// Bytes of a snapshot in one piece.
const PIECE: usize = 3 << 20;
/// Pieces of one snapshot: a vault holds it beside the one before.
const MOST: usize = CAPACITY / 2 / (4 << 20);

/// What opens a vault.
pub struct Vault {
    key: SigningKey,
    seal: Secret<32>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// A part of a snapshot, before it is padded and sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct SnapshotPiece {
    /// Of which one: 16 random bytes.
    pub snapshot: [u8; 16],
    /// When that was made.
    pub made: Millis,
    /// Which part, from 0.
    pub number: u64,
    /// How many parts there are.
    pub of: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The bytes are somebody's.
impl std::fmt::Debug for SnapshotPiece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "SnapshotPiece {{ {} of {}, {} bytes }}",
            self.number,
            self.of,
            self.bytes.len()
        )
    }
}

impl Canonical for SnapshotPiece {
    fn write(&self, to: &mut Writer) {
        to.map(6).uint(0).uint(VERSION).uint(1).bytes(&self.snapshot);
        to.uint(2).uint(self.made).uint(3).uint(self.number);
        to.uint(4).uint(self.of).uint(5).bytes(&self.bytes);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 6)?;
        key(from, 1)?;
        let snapshot = from.fixed()?;
        key(from, 2)?;
        let made = from.uint()?;
        key(from, 3)?;
        let number = from.uint()?;
        key(from, 4)?;
        let of = from.uint()?;
        key(from, 5)?;
        Ok(Self {
            snapshot,
            made,
            number,
            of,
            bytes: from.bytes()?.to_vec(),
        })
    }
}

impl Vault {
    /// From the secret that the recovery words give ([`pocketchart_record::RecoveryWords::derive_vault`]).
    pub fn new(secret: &Secret<32>) -> Self {
        let root = extract(Label::new("vault/root"), secret.expose());
        Self {
            key: SigningKey::from_seed(&expand(&root, Label::new("vault/key"), b"")),
            seal: expand(&root, Label::new("vault/seal"), b""),
        }
    }

    /// The sealed pieces of a snapshot that was made then; none if it is longer than half a vault.
    pub fn pieces(&self, made: Millis, snapshot: &[u8]) -> Option<Vec<Vec<u8>>> {
        let name = random_array();
        let parts: Vec<&[u8]> = snapshot.chunks(PIECE).collect();
        if parts.len() > MOST {
            return None;
        }
        let pieces = (0..).zip(&parts).map(|(number, bytes)| {
            let piece = SnapshotPiece {
                snapshot: name,
                made,
                number,
                of: parts.len() as u64,
                bytes: bytes.to_vec(),
            };
            let content = padded(cbor::to_bytes(&piece), SEAL)?;
            Some(aead::seal(&self.seal, &Nonce::random(), b"", &content))
        });
        pieces.collect()
    }

    /// The snapshots of which all pieces are there, the newest first.
    pub fn whole(&self, pieces: impl IntoIterator<Item = Vec<u8>>) -> Vec<Snapshot> {
        // When it was made, its name, of how many pieces; and those found.
        let mut found: BTreeMap<_, BTreeMap<u64, Piece>> = BTreeMap::new();
        for sealed in pieces {
            let content = aead::open(&self.seal, b"", &sealed).ok().and_then(unpadded);
            if let Some(piece) = content.and_then(|it| cbor::from_bytes::<SnapshotPiece>(&it).ok()) {
                let snapshot = found.entry((piece.made, piece.snapshot, piece.of)).or_default();
                snapshot.insert(piece.number, (blob_id(&sealed), piece.bytes));
            }
        }
        let whole = |of, parts: &BTreeMap<u64, Piece>| parts.keys().copied().eq(0..of);
        let newest_first = found.into_iter().rev();
        newest_first
            .filter(|((_, _, of), parts)| whole(*of, parts))
            .map(|((made, ..), parts)| {
                let (names, bytes): (Vec<_>, Vec<_>) = parts.into_values().unzip();
                Snapshot {
                    made,
                    names,
                    bytes: bytes.concat(),
                }
            })
            .collect()
    }
}

/// The name at the relay of a piece, and its bytes.
type Piece = ([u8; 16], Vec<u8>);

/// A snapshot that is there whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// When it was made.
    pub made: Millis,
    /// The names of its pieces at the relay.
    pub names: Vec<[u8; 16]>,
    /// A backup file.
    pub bytes: Vec<u8>,
}

/// The bytes are somebody's.
impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Snapshot {{ {} pieces }}", self.names.len())
    }
}

/// # Snapshots
impl Relay {
    /// Puts the pieces of a snapshot; the last one takes away those that it replaces. Broken off, all of them are still there.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn put_snapshot(
        &self,
        vault: &Vault,
        pieces: Vec<Vec<u8>>,
        replaces: &[[u8; 16]],
    ) -> Result<(), RelayError> {
        let last = pieces.len().saturating_sub(1);
        for (number, piece) in pieces.into_iter().enumerate() {
            let replaced = if number == last { replaces } else { &[] };
            self.put_blob(&vault.key, piece, replaced)?;
        }
        Ok(())
    }

    /// Puts the pieces of a snapshot in place of all that lies in the vault.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn put_only_snapshot(&self, vault: &Vault, pieces: Vec<Vec<u8>>) -> Result<(), RelayError> {
        let before: Vec<_> = self.blobs(&vault.key)?.iter().map(|it| it.id).collect();
        self.put_snapshot(vault, pieces, &before)
    }

    /// Takes everything out of a vault.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn empty_vault(&self, vault: &Vault) -> Result<(), RelayError> {
        let all: Vec<_> = self.blobs(&vault.key)?.iter().map(|it| it.id).collect();
        match all.is_empty() {
            true => Ok(()),
            false => self.remove_blobs(&vault.key, &all),
        }
    }

    /// The whole snapshots in a vault, the newest first.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn snapshots(&self, vault: &Vault) -> Result<Vec<Snapshot>, RelayError> {
        let mut pieces = Vec::new();
        for blob in self.blobs(&vault.key)? {
            match self.blob(&vault.key, blob.id) {
                // Replaced by a newer one meanwhile.
                Err(RelayError::NotLive) => {}
                piece => pieces.push(piece?),
            }
        }
        Ok(vault.whole(pieces))
    }
}

#[cfg(test)]
mod tests {
    use super::{Vault, blob_id};
    use pocketchart_crypto::Secret;
    use pocketchart_wire::size::is_packet;

    #[test]
    fn whole_ones_come_back_in_any_order_and_for_nobody_else() {
        let secret = Secret::random();
        let vault = Vault::new(&secret);
        let (old, new) = (vec![1; 7 << 20], vec![2; 100]);
        let older = vault.pieces(1_000, &old).unwrap();
        let newer = vault.pieces(2_000, &new).unwrap();
        assert_eq!((older.len(), newer.len()), (3, 1));
        assert!(older.iter().chain(&newer).all(|it| is_packet(it.len())));
        let found = |vault: &Vault, pieces: &[&Vec<u8>]| -> Vec<(u64, Vec<u8>)> {
            let whole = vault.whole(pieces.iter().map(|it| (*it).clone()));
            whole.into_iter().map(|it| (it.made, it.bytes)).collect()
        };
        let all: Vec<_> = older.iter().rev().chain(&newer).collect();
        let both = [(2_000, new.clone()), (1_000, old.clone())];
        assert_eq!(found(&Vault::new(&secret), &all), both);
        assert_eq!(found(&vault, &[&older[1], &older[2]]), [], "a part is none");
        let begun = vault.pieces(3_000, &old).unwrap();
        let broken: Vec<_> = older.iter().chain(&begun[..2]).collect();
        assert_eq!(
            found(&vault, &broken),
            [(1_000, old.clone())],
            "one that broke off hides none"
        );
        assert_eq!(found(&Vault::new(&Secret::random()), &all), []);
        assert!(vault.pieces(1, &vec![0; 97 << 20]).is_none());
        let names: Vec<_> = older.iter().map(|it| blob_id(it)).collect();
        assert_eq!(vault.whole(older)[0].names, names);
    }
}
