use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::read::is_issuer;
use super::{HealthCard, KeySet, KeySetError};
use crate::jose::object;

/// Seconds by which two clocks may differ.
const SKEW: u64 = 300;

/// Issuers that somebody vouches for, with their keys and what they revoked: a file in the form of the VCI directory's
/// snapshots, `{"issuerInfo": [{"issuer": {"iss", "name"}, "keys": [JWK], "crls": [...]}]}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustList(BTreeMap<String, Listed>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    name: String,
    keys: KeySet,
    revoked: Vec<Revocations>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ListJson {
    issuer_info: Vec<IssuerJson>,
}

#[derive(Deserialize)]
struct IssuerJson {
    issuer: NameJson,
    #[serde(default)]
    keys: Vec<Value>,
    #[serde(default)]
    crls: Vec<RevocationsJson>,
}

#[derive(Deserialize)]
struct NameJson {
    iss: String,
    name: Option<String>,
}

impl TrustList {
    /// An empty list: every right card is then patient-supplied.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a list.
    ///
    /// # Errors
    /// [`TrustListError`]. A list with one bad issuer is refused whole.
    pub fn from_json(json: &[u8]) -> Result<Self, TrustListError> {
        let list: ListJson = object(json).ok_or(TrustListError::Malformed)?;
        let mut issuers = BTreeMap::new();
        for info in list.issuer_info {
            if !is_issuer(&info.issuer.iss) {
                return Err(TrustListError::Malformed);
            }
            let listed = Listed {
                name: info.issuer.name.unwrap_or_else(|| info.issuer.iss.clone()),
                keys: KeySet::from_keys(&info.keys)?,
                revoked: info.crls.into_iter().map(Revocations::from).collect(),
            };
            if issuers.insert(info.issuer.iss, listed).is_some() {
                return Err(TrustListError::Malformed);
            }
        }
        Ok(Self(issuers))
    }

    /// How many issuers there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why there is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrustListError {
    /// No JSON object with issuers, or one of them is twice there or has no secure address.
    #[error("not a list of issuers")]
    Malformed,
    /// The keys of an issuer cannot be used.
    #[error(transparent)]
    Keys(#[from] KeySetError),
}

/// Cards of one key that are revoked (`/.well-known/crl/<kid>.json`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocations {
    kid: String,
    /// By id, the time before which cards are revoked; none where all of them are.
    rids: BTreeMap<String, Option<u64>>,
}

#[derive(Deserialize)]
struct RevocationsJson {
    kid: String,
    rids: Vec<String>,
}

impl Revocations {
    /// Reads what an issuer published: `{"kid", "method": "rid", "ctr", "rids": ["id", "id.seconds"]}`.
    pub fn from_json(json: &[u8]) -> Option<Self> {
        object::<RevocationsJson>(json).map(Self::from)
    }

    fn revokes(&self, card: &HealthCard) -> bool {
        let said = card.rid.as_ref().and_then(|rid| self.rids.get(rid));
        let before = |time: &Option<u64>| time.is_none_or(|time| card.not_before() < time);
        card.kid == self.kid && said.is_some_and(before)
    }
}

impl From<RevocationsJson> for Revocations {
    fn from(json: RevocationsJson) -> Self {
        let mut rids = BTreeMap::new();
        for rid in json.rids {
            let (id, time) = match rid.split_once('.') {
                // A time that cannot be read revokes for ever: the safe reading.
                Some((id, time)) => (id.to_owned(), time.parse().ok()),
                None => (rid, None),
            };
            let later =
                |one: Option<u64>, other: Option<u64>| one.zip(other).map(|(one, other)| one.max(other));
            rids.entry(id)
                .and_modify(|said| *said = later(*said, time))
                .or_insert(time);
        }
        Self { kid: json.kid, rids }
    }
}

/// Whose a right card is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CardStanding {
    /// Signed by an issuer of the list.
    Listed {
        /// Its name on the list.
        name: String,
    },
    /// Signed by the key of an address that nobody vouches for: to be shown as supplied by the patient.
    PatientSupplied,
}

impl HealthCard {
    /// Checks the signature, the times and the revocations. `fetched` are the keys that stand at the card's issuer
    /// ([`HealthCard::key_set_url`]), `revoked` what it published of this key, both from its own address by TLS; `now` is in
    /// seconds since 1970-01-01 UTC.
    ///
    /// # Errors
    /// [`CardRefusal`]. After [`CardRefusal::UnknownKey`] the issuer's keys can be fetched and given.
    pub fn check(
        &self,
        trust: &TrustList,
        fetched: Option<&KeySet>,
        revoked: Option<&Revocations>,
        now: u64,
    ) -> Result<CardStanding, CardRefusal> {
        let listed = trust.0.get(self.issuer());
        let key = listed.and_then(|it| it.keys.get(&self.kid));
        let key = key.or_else(|| fetched.and_then(|keys| keys.get(&self.kid)));
        let key = key.ok_or(CardRefusal::UnknownKey)?;
        let (signed, signature) = self.signed().ok_or(CardRefusal::Signature)?;
        key.verify(signed.as_bytes(), &signature)
            .map_err(|_| CardRefusal::Signature)?;
        let mut all = listed.iter().flat_map(|it| &it.revoked).chain(revoked);
        if all.any(|it| it.revokes(self)) {
            return Err(CardRefusal::Revoked);
        }
        if self.expires().is_some_and(|expires| expires <= now) {
            return Err(CardRefusal::Expired);
        }
        if self.not_before() > now.saturating_add(SKEW) {
            return Err(CardRefusal::NotYet);
        }
        Ok(match listed {
            Some(it) => CardStanding::Listed {
                name: it.name.clone(),
            },
            None => CardStanding::PatientSupplied,
        })
    }
}

/// Why a card does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CardRefusal {
    /// Its key is neither on the list nor among those that were fetched: nothing can be said of it.
    #[error("the card cannot be checked: its issuer's key is not at hand")]
    UnknownKey,
    /// Altered, or signed by another key.
    #[error("the card's signature is wrong")]
    Signature,
    /// Its issuer has taken it back.
    #[error("the card was revoked")]
    Revoked,
    /// Its end has passed.
    #[error("the card has expired")]
    Expired,
    /// It begins later than now.
    #[error("the card is not valid yet")]
    NotYet,
}
