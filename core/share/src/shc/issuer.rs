use std::fmt;

use pocketchart_crypto::jose::es256::SigningKey;

use super::choose::{LeftOut, Source};
use super::keys::thumbprint;
use super::read::{is_issuer, is_rid};
use super::{CardError, HealthCard, KeySet, MAX_QR};
use crate::jose::jws;
use crate::json::quoted;

/// Whoever signs cards: an address under which the public key is served, and the key.
///
/// ```
/// use pocketchart_crypto::jose::es256::SigningKey;
/// use pocketchart_share::shc::{CardIssuer, CardStanding, Fit, Terms, TrustList};
/// let issuer = CardIssuer::new("https://relay.example.org/shc/k3", SigningKey::random()).unwrap();
/// let bundle = r#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":
///     {"resourceType":"Patient","name":[{"family":"Example"}],"birthDate":"1951-02-03"}}]}"#;
/// let issued = issuer.issue(bundle, Fit::Qr, &Terms::from(1_795_000_000)).unwrap();
/// let standing = issued.card.check(&TrustList::new(), Some(&issuer.key_set()), None, 1_795_000_000);
/// assert_eq!(standing, Ok(CardStanding::PatientSupplied));
/// ```
pub struct CardIssuer {
    address: String,
    key: SigningKey,
    kid: String,
}

/// Which form a card is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// One QR code: codes without their texts, and no more than [`MAX_QR`] characters.
    Qr,
    /// A file: texts of codes stay, and all goes on that may.
    File,
}

/// From when and until when a card holds, in seconds since 1970-01-01 UTC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// When it begins.
    pub not_before: u64,
    /// When it ends.
    pub expires: Option<u64>,
    /// An id to revoke it by: at most 24 characters of base64url, that tell nothing of the patient.
    pub rid: Option<String>,
}

impl Terms {
    /// Without an end.
    pub fn from(not_before: u64) -> Self {
        Self {
            not_before,
            ..Self::default()
        }
    }
}

/// A card, and what is not on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The card.
    pub card: HealthCard,
    /// Entries of the Bundle that are not on it, in their order. Whoever made the card must be shown them.
    pub left_out: Vec<LeftOut>,
}

impl CardIssuer {
    /// An issuer at `address`, `https://` without `/` at its end. Its [key set](Self::key_set) must be served there.
    ///
    /// # Errors
    /// [`IssuerError`].
    pub fn new(address: &str, key: SigningKey) -> Result<Self, IssuerError> {
        if !is_issuer(address) {
            return Err(IssuerError);
        }
        Ok(Self {
            address: address.to_owned(),
            kid: thumbprint(&key.public()),
            key,
        })
    }

    /// Its address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its public key, to be served at its address, below `/.well-known/jwks.json`.
    pub fn key_set(&self) -> KeySet {
        KeySet::of(self.key.public())
    }

    /// Makes a card of a FHIR Bundle (JSON), which must have exactly one Patient. Of the Patient names, birth date and gender
    /// go on it; then, by clinical priority, allergies first, whatever has room. Numbers stay as written.
    ///
    /// # Errors
    /// [`IssueError`].
    pub fn issue(&self, bundle: &str, fit: Fit, terms: &Terms) -> Result<Issued, IssueError> {
        if terms.rid.as_deref().is_some_and(|rid| !is_rid(rid)) {
            return Err(IssueError::Rid);
        }
        let source = Source::of(bundle)?;
        let fits = |bundle: &str| {
            let length = || jws::length(&self.kid, self.claims(bundle, terms).as_bytes());
            fit == Fit::File || length().is_some_and(|length| length <= MAX_QR)
        };
        let (bundle, left_out) = source.choose(fit, &fits)?;
        let claims = self.claims(&bundle, terms);
        let jws = jws::sign(&self.key, &self.kid, claims.as_bytes()).ok_or(IssueError::TooLong)?;
        let card = HealthCard::from_jws(&jws).map_err(|error| match error {
            CardError::TooLarge => IssueError::TooLong,
            _ => IssueError::NotABundle,
        })?;
        Ok(Issued { card, left_out })
    }

    fn claims(&self, bundle: &str, terms: &Terms) -> String {
        let expires = terms.expires.map(|seconds| format!(r#""exp":{seconds},"#));
        let rid = terms
            .rid
            .as_deref()
            .map(|rid| format!(r#","rid":{}"#, quoted(rid)));
        format!(
            r#"{{"iss":{},"nbf":{},{}"vc":{{"type":["https://smarthealth.cards#health-card"],"credentialSubject":{{"fhirVersion":"4.0.1","fhirBundle":{bundle}}}{}}}}}"#,
            quoted(&self.address),
            terms.not_before,
            expires.unwrap_or_default(),
            rid.unwrap_or_default(),
        )
    }
}

/// It holds a private key.
impl fmt::Debug for CardIssuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardIssuer(..)")
    }
}

/// No address of an issuer: `https://`, without `/` at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the address of an issuer")]
#[non_exhaustive]
pub struct IssuerError;

/// Why no card was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IssueError {
    /// It is no FHIR Bundle, or an entry has no resource.
    #[error("not a FHIR Bundle")]
    NotABundle,
    /// No Patient, or several.
    #[error("a card is about exactly one patient")]
    OnePatient,
    /// The Patient alone is too long.
    #[error("too long for a card")]
    TooLong,
    /// The id to revoke it by is not 1 to 24 characters of base64url.
    #[error("not an id to revoke a card by")]
    Rid,
}
