//! The clinic's FHIR server: where it is, how the desk is let in, and what it offers.

use std::collections::BTreeMap;

use pocketchart::{
    Authorities, BadAuthorities, Capability, quirks_of,
    write_back::{ANSWERS, SENT},
};
use rusqlite::{OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zeroize::Zeroizing;

use crate::{
    audit::Actor,
    keys::Keys,
    store::{self, StoreError},
};

const PLACE: (&str, &[u8]) = ("bridge", &[]);

/// What a system asks for where nothing else is set: to find and to make patients, to read and to write what is sent.
const SCOPES: &str = "system/Patient.crs system/Provenance.crus system/AllergyIntolerance.crus system/Condition.crus \
    system/DocumentReference.crus system/Encounter.crus system/FamilyMemberHistory.crus system/Immunization.crus system/List.crus \
    system/MedicationRequest.crus system/MedicationStatement.crus system/Observation.crus system/Procedure.crus system/QuestionnaireResponse.crus";

/// The type as which it is told what holds and what was decided.
pub(crate) const LIST: &str = "List";

/// How the desk is let in.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Access {
    /// The server lets everybody in who reaches it.
    Open,
    /// By a name and a password (HTTP Basic).
    Password {
        /// The name.
        name: String,
        /// The password.
        #[schema(value_type = String)]
        password: Zeroizing<String>,
    },
    /// By the desk's key (SMART Backend Services).
    Key {
        /// The name under which the server knows the desk.
        client: String,
        /// The scopes to ask for, with spaces between them, where the usual ones are not granted.
        scopes: Option<String>,
    },
}

impl Access {
    /// The scopes to ask for.
    pub(crate) fn scopes(&self) -> &str {
        match self {
            Self::Key {
                scopes: Some(scopes), ..
            } => scopes,
            _ => SCOPES,
        }
    }
}

/// The server that is to be used.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSettings {
    /// The base of its FHIR interface: `https://`, or `http://` of this machine.
    pub(crate) base: String,
    /// How the desk is let in.
    pub(crate) access: Access,
    /// The authority of the server's certificate in PEM, where that is none that browsers know. It is believed for this server alone.
    #[serde(default)]
    pub(crate) authority: Option<String>,
}

/// An authority that is believed beside the public ones, for the clinic's server alone.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Authority {
    pem: String,
    pub(super) certificates: Authorities,
}

impl TryFrom<String> for Authority {
    type Error = BadAuthorities;

    fn try_from(pem: String) -> Result<Self, BadAuthorities> {
        let certificates = Authorities::from_pem(&pem)?;
        Ok(Self { pem, certificates })
    }
}

impl From<Authority> for String {
    fn from(it: Authority) -> Self {
        it.pem
    }
}

/// An authority as administrators see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct AuthorityView {
    /// As it was given.
    pem: String,
    /// SHA-256 of each certificate.
    fingerprints: Vec<String>,
}

impl From<Authority> for AuthorityView {
    fn from(it: Authority) -> Self {
        Self {
            fingerprints: it.certificates.fingerprints(),
            pem: it.pem,
        }
    }
}

/// The server that is used.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// Without a slash at the end.
    pub(crate) base: String,
    pub(crate) access: Access,
    #[serde(default)]
    pub(crate) authority: Option<Authority>,
    pub(crate) offer: Offer,
    by: Actor,
    at: u64,
}

/// What the server says that it offers.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Offer {
    /// What it says of its software.
    software: String,
    /// FHIR's version.
    fhir_version: Option<String>,
    /// Whether several resources can be written together.
    pub(crate) transaction: bool,
    /// The types that the desk has to do with, and what can be done.
    types: BTreeMap<String, Writing>,
}

/// What can be done with a type.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
struct Writing {
    /// New ones can be made, and a second attempt makes nothing twice.
    create: bool,
    /// They can be changed, and a change by somebody else shows.
    update: bool,
    /// New ones can be made under a name of the desk's choice.
    named: bool,
}

/// The settings as administrators see them. A password is not shown.
#[derive(Serialize, ToSchema)]
pub(crate) struct SettingsView {
    /// The base of its FHIR interface.
    base: String,
    /// How the desk is let in: `open`, `password` or `key`.
    access: &'static str,
    /// The name by which the desk is known there.
    name: Option<String>,
    /// The scopes to ask for, where they are not the usual ones.
    scopes: Option<String>,
    /// The authority that is believed for it beside the public ones.
    authority: Option<AuthorityView>,
    /// What it offers.
    offer: Offer,
    /// Who set it.
    by: Actor,
    /// When, in seconds since 1970.
    at: u64,
}

impl Offer {
    /// What of a capability statement matters here.
    pub(crate) fn of(capability: &Capability) -> Self {
        let quirks = quirks_of(&capability.software);
        let known = SENT.map(|(kind, _)| kind).into_iter();
        let types = known.chain([ANSWERS, LIST, "Patient", "Provenance"]).map(|kind| {
            let it = capability.writes.get(kind).copied().unwrap_or_default();
            let writing = Writing {
                create: it.create && (it.conditional_create || quirks.creates_once),
                update: it.update && it.versioned && !quirks.ignores_if_match,
                named: it.update && (it.update_create || quirks.update_creates),
            };
            (kind.to_owned(), writing)
        });
        Self {
            software: capability.software.clone(),
            fhir_version: capability.fhir_version.clone(),
            transaction: capability.transaction,
            types: types.collect(),
        }
    }

    /// Whether resources of a type can be made without making one twice.
    pub(crate) fn creates(&self, kind: &str) -> bool {
        self.types.get(kind).is_some_and(|it| it.create)
    }

    /// Whether resources of a type can be changed without overwriting a change by somebody else.
    pub(crate) fn updates(&self, kind: &str) -> bool {
        self.types.get(kind).is_some_and(|it| it.update)
    }

    /// Whether a resource can be made under a name of the desk's choice.
    pub(crate) fn names(&self, kind: &str) -> bool {
        self.types.get(kind).is_some_and(|it| it.named)
    }
}

impl Settings {
    /// Of a server that was asked what it offers.
    pub(crate) fn new(
        base: String,
        (access, authority): (Access, Option<Authority>),
        offer: Offer,
        (by, at): (Actor, u64),
    ) -> Self {
        Self {
            base,
            access,
            authority,
            offer,
            by,
            at,
        }
    }

    /// Those that are kept.
    pub(crate) fn of(transaction: &Transaction<'_>, keys: &Keys) -> Result<Option<Self>, StoreError> {
        let sealed: Option<Vec<u8>> = transaction
            .query_row("SELECT sealed FROM bridge WHERE id = 1", [], |row| row.get(0))
            .optional()?;
        sealed.map(|it| store::open(&keys.rows, PLACE, &it)).transpose()
    }

    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let sealed = store::seal(&keys.rows, PLACE, self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO bridge (id, sealed) VALUES (1, ?1)",
            [sealed],
        )?;
        Ok(())
    }

    /// Forgets them.
    pub(crate) fn forget(transaction: &Transaction<'_>) -> Result<(), StoreError> {
        transaction.execute("DELETE FROM bridge", [])?;
        Ok(())
    }
}

impl From<Settings> for SettingsView {
    fn from(it: Settings) -> Self {
        let (access, name, scopes) = match it.access {
            Access::Open => ("open", None, None),
            Access::Password { name, .. } => ("password", Some(name), None),
            Access::Key { client, scopes } => ("key", Some(client), scopes),
        };
        Self {
            base: it.base,
            access,
            name,
            scopes,
            authority: it.authority.map(AuthorityView::from),
            offer: it.offer,
            by: it.by,
            at: it.at,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn settings_of_before_an_authority_are_read() {
        let kept = r#"{"base":"https://a.example/fhir","access":{"kind":"open"},"offer":{"software":"","fhir_version":null,
            "transaction":false,"types":{}},"by":{"id":"00000000000000000000000000000000","login":"ada","name":"Ada",
            "role":"administrator"},"at":1}"#;
        let read: Settings = serde_json::from_str(kept).unwrap();
        assert!(read.authority.is_none());
    }
}
