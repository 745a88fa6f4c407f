//! The 24 recovery words and what is derived from them.

use crate::id::AuthorId;
use bip39::{Language, Mnemonic};
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::KemSecret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};

const ROOT: Label = Label::new("root");
const IDENTITY: Label = Label::new("identity");
const KEY_WORDS: Label = Label::new("key-words");
const VAULT: Label = Label::new("vault/root");
const RECOVERY: Label = Label::new("recovery-kem");

/// The words do not stand for a recovery secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WordsError {
    /// Not 24 of them.
    #[error("there must be 24 words, not {0}")]
    Count(usize),
    /// One is not in the list; counted from 1.
    #[error("word {0} is not in the list")]
    Unknown(usize),
    /// All are in the list, but they do not belong together.
    #[error("the words do not belong together: one is wrong or two are swapped")]
    Checksum,
}

/// The recovery secret: 32 random bytes, shown once as 24 words of the BIP39 English list.
///
/// ```
/// use pocketchart_record::{Context, RecoveryWords};
///
/// let words = RecoveryWords::make(&Context::system());
/// let again = RecoveryWords::parse(&words.to_text())?;
/// assert_eq!(words.to_text(), again.to_text());
/// # Ok::<(), pocketchart_record::WordsError>(())
/// ```
#[derive(Clone)]
pub struct RecoveryWords(Secret<32>);

impl RecoveryWords {
    /// New words.
    pub fn make(context: &crate::Context) -> Self {
        Self(context.secret())
    }

    /// From the recovery secret itself, as contacts bring it back.
    pub fn from_secret(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// The recovery secret itself, to be locked and split among contacts.
    pub fn secret(&self) -> &Secret<32> {
        &self.0
    }

    /// Reads words as a person types them: any case, any white space between them.
    pub fn parse(text: &str) -> Result<Self, WordsError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        if words.len() != 24 {
            return Err(WordsError::Count(words.len()));
        }
        if let Some(at) = words
            .iter()
            .position(|word| Language::English.find_word(word).is_none())
        {
            return Err(WordsError::Unknown(at + 1));
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &words.join(" "))
            .map_err(|_| WordsError::Checksum)?;
        let entropy = zeroize::Zeroizing::new(mnemonic.to_entropy());
        Secret::from_slice(&entropy).map(Self).ok_or(WordsError::Checksum)
    }

    /// The 24 words, one space between them.
    pub fn to_text(&self) -> zeroize::Zeroizing<String> {
        let words = Mnemonic::from_entropy_in(Language::English, self.0.expose())
            .map(|mnemonic| mnemonic.words().collect::<Vec<_>>().join(" "));
        // 32 bytes always make 24 words.
        zeroize::Zeroizing::new(words.unwrap_or_default())
    }

    /// The seed of the identity key, which signs certificates and nothing else.
    pub fn derive_identity_seed(&self) -> Secret<32> {
        expand(&extract(ROOT, self.0.expose()), IDENTITY, &[])
    }

    /// The identity key.
    pub fn derive_identity(&self) -> SigningKey {
        SigningKey::from_seed(&self.derive_identity_seed())
    }

    /// The secret of the vault at a relay in which the record's snapshots lie.
    pub fn derive_vault(&self) -> Secret<32> {
        vault_of(&self.derive_identity_seed())
    }

    /// The recovery key: a standing reader of every section key and backup.
    pub fn derive_recovery(&self) -> KemSecret {
        KemSecret::from_seed(&expand(&extract(ROOT, self.0.expose()), RECOVERY, &[]))
    }
}

/// From the seed of the identity key, which the person's devices hold and the words give.
pub(crate) fn vault_of(identity: &Secret<32>) -> Secret<32> {
    expand(
        &extract(VAULT, identity.expose()),
        Label::new("vault/secret"),
        &[],
    )
}

impl std::fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryWords(…)")
    }
}

/// Words by which people tell authors' keys apart: a name can be claimed, a key cannot. Four words of the English list of BIP 39
/// stand for the first 44 bits of a hash of the key.
pub fn key_words(author: AuthorId) -> String {
    let hash = hash256(KEY_WORDS, &[author.as_bytes()]);
    let bits = hash
        .iter()
        .take(6)
        .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte))
        >> 4;
    let list = Language::English.word_list();
    let numbers = [33, 22, 11, 0].map(|shift| (bits >> shift & 0x7ff) as usize);
    let words: Vec<&str> = numbers
        .iter()
        .filter_map(|number| list.get(*number).copied())
        .collect();
    words.join(" ")
}
