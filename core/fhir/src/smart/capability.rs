//! `CapabilityStatement` (FHIR R4): what a server offers to a client.

use super::DocumentError;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The extension by which a server without a configuration document names its authorization (SMART App Launch 1.0).
const OAUTH: &str = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

/// What of a `CapabilityStatement` a client needs.
///
/// ```
/// use pocketchart_fhir::smart::Capability;
///
/// let metadata = br#"{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","rest":[{"mode":"server","resource":[
///     {"type":"Observation","interaction":[{"code":"search-type"}],"searchParam":[{"name":"patient"}]}]}]}"#;
/// let capability = Capability::read(metadata)?;
/// assert!(capability.searches("Observation") && !capability.searches("Condition"));
/// assert!(!capability.everything);
/// # Ok::<(), pocketchart_fhir::smart::DocumentError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capability {
    /// `fhirVersion`.
    pub fhir_version: Option<String>,
    /// `software.name` and `publisher`: by these a server is recognised.
    pub software: String,
    /// The types that can be searched by patient; none listed means that the server does not say.
    pub(super) searched: BTreeSet<String>,
    /// What each type can be asked to bring along.
    pub(super) includes: BTreeMap<String, BTreeSet<String>>,
    /// Whether `Patient/[id]/$everything` is offered.
    pub everything: bool,
    /// What may be done with each type by who writes; a type that is not listed is not written.
    pub writes: BTreeMap<String, Writes>,
    /// Whether several resources can be written together.
    pub transaction: bool,
    /// Whether any access control is announced.
    pub secured: bool,
    /// Where to authorize, by the old extension.
    pub oauth: Option<OauthAddresses>,
}

/// What a server lets a client write of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Writes {
    /// `create`.
    pub create: bool,
    /// `update`.
    pub update: bool,
    /// `conditionalCreate`: a name that is there already makes nothing new.
    pub conditional_create: bool,
    /// `updateCreate`: an update may make a resource, under an id of the client's choice.
    pub update_create: bool,
    /// `versioning` of `versioned-update`: an update can say which version it replaces.
    pub versioned: bool,
}

/// Addresses of an authorization server, as the extension `oauth-uris` gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OauthAddresses {
    /// `authorize`.
    pub authorize: String,
    /// `token`.
    pub token: String,
    /// `revoke`.
    pub revoke: Option<String>,
}

impl Capability {
    /// Reads the statement.
    ///
    /// # Errors
    /// [`DocumentError`].
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        let statement: Statement = serde_json::from_slice(bytes).map_err(|_| DocumentError::Malformed)?;
        if statement.resource_type != "CapabilityStatement" {
            return Err(DocumentError::Another);
        }
        let name = statement.software.and_then(|it| it.name);
        let software = [name, statement.publisher].into_iter().flatten();
        let mut read = Self {
            fhir_version: statement.fhir_version,
            software: software.collect::<Vec<_>>().join(" / "),
            ..Self::default()
        };
        let server = |rest: &Rest| rest.mode.as_deref() != Some("client");
        for rest in statement.rest.into_iter().filter(server) {
            if let Some(security) = rest.security {
                read.secured |= !security.service.is_empty() || !security.extension.is_empty();
                read.oauth = read.oauth.or_else(|| addresses(&security.extension));
            }
            read.everything |= rest.operation.iter().any(is_everything);
            read.transaction |= rest.interaction.iter().any(|it| it.code == "transaction");
            for resource in rest.resource {
                read.everything |= resource.kind == "Patient" && resource.operation.iter().any(is_everything);
                let writes = resource.writes();
                if writes.create || writes.update {
                    read.writes.insert(resource.kind.clone(), writes);
                }
                let can_search = resource.interaction.is_empty()
                    || resource.interaction.iter().any(|it| it.code == "search-type");
                if can_search && resource.search_param.iter().any(|it| it.name == "patient") {
                    read.searched.insert(resource.kind.clone());
                }
                read.includes
                    .insert(resource.kind, resource.search_include.into_iter().collect());
            }
        }
        Ok(read)
    }

    /// Whether the patient's resources of a type can be searched, as far as the server says anything about searches.
    pub fn searches(&self, kind: &str) -> bool {
        self.searched.is_empty() || self.searched.contains(kind)
    }

    /// Whether a search of a type can bring along what it refers to, such as `MedicationRequest:medication`.
    pub fn includes(&self, kind: &str, include: &str) -> bool {
        self.includes.get(kind).is_some_and(|it| it.contains(include))
    }
}

fn is_everything(operation: &Operation) -> bool {
    operation.name.trim_start_matches('$') == "everything"
}

fn addresses(extensions: &[Extension]) -> Option<OauthAddresses> {
    let parts = &extensions.iter().find(|it| it.url == OAUTH)?.extension;
    let part = |name: &str| {
        let part = parts.iter().find(|it| it.url == name)?;
        part.value_uri.clone()
    };
    Some(OauthAddresses {
        authorize: part("authorize")?,
        token: part("token")?,
        revoke: part("revoke"),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Statement {
    resource_type: String,
    fhir_version: Option<String>,
    publisher: Option<String>,
    software: Option<Software>,
    #[serde(default)]
    rest: Vec<Rest>,
}

#[derive(Deserialize)]
struct Software {
    name: Option<String>,
}

#[derive(Deserialize)]
struct Rest {
    mode: Option<String>,
    security: Option<Security>,
    #[serde(default)]
    resource: Vec<RestResource>,
    #[serde(default)]
    interaction: Vec<Interaction>,
    #[serde(default)]
    operation: Vec<Operation>,
}

#[derive(Deserialize)]
struct Security {
    #[serde(default)]
    service: Vec<serde::de::IgnoredAny>,
    #[serde(default)]
    extension: Vec<Extension>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Extension {
    url: String,
    value_uri: Option<String>,
    #[serde(default)]
    extension: Vec<Extension>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RestResource {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    interaction: Vec<Interaction>,
    #[serde(default)]
    search_param: Vec<SearchParam>,
    #[serde(default)]
    search_include: Vec<String>,
    #[serde(default)]
    operation: Vec<Operation>,
    #[serde(default)]
    conditional_create: bool,
    #[serde(default)]
    update_create: bool,
    versioning: Option<String>,
}

impl RestResource {
    fn writes(&self) -> Writes {
        let offers = |code: &str| self.interaction.iter().any(|it| it.code == code);
        Writes {
            create: offers("create"),
            update: offers("update"),
            conditional_create: self.conditional_create,
            update_create: self.update_create,
            versioned: self.versioning.as_deref() == Some("versioned-update"),
        }
    }
}

#[derive(Deserialize)]
struct Interaction {
    code: String,
}

#[derive(Deserialize)]
struct SearchParam {
    name: String,
}

#[derive(Deserialize)]
struct Operation {
    name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_extension_names_the_authorization_server() {
        let statement = format!(
            r#"{{"resourceType":"CapabilityStatement","publisher":"Clinic","software":{{"name":"Epic"}},"rest":[{{"mode":"server",
            "security":{{"extension":[{{"url":"{OAUTH}","extension":[{{"url":"authorize","valueUri":"https://a.example/auth"}},
            {{"url":"token","valueUri":"https://a.example/token"}}]}}]}},
            "resource":[{{"type":"Patient","operation":[{{"name":"everything","definition":"x"}}]}}]}}]}}"#
        );
        let read = Capability::read(statement.as_bytes()).unwrap();
        assert!(read.secured && read.everything);
        assert_eq!(read.software, "Epic / Clinic");
        assert_eq!(read.oauth.unwrap().token, "https://a.example/token");
    }

    #[test]
    fn what_may_be_written_is_read() {
        let statement = br#"{"resourceType":"CapabilityStatement","rest":[{"mode":"server","interaction":[{"code":"transaction"}],
            "resource":[{"type":"Condition","interaction":[{"code":"create"},{"code":"update"}],"versioning":"versioned-update",
            "conditionalCreate":true,"updateCreate":true},{"type":"Observation","interaction":[{"code":"create"}]},
            {"type":"Goal","interaction":[{"code":"read"}]}]}]}"#;
        let read = Capability::read(statement).unwrap();
        assert!(read.transaction);
        let all = Writes {
            create: true,
            update: true,
            conditional_create: true,
            update_create: true,
            versioned: true,
        };
        assert_eq!(read.writes["Condition"], all);
        let only = Writes {
            create: true,
            ..Writes::default()
        };
        assert_eq!(read.writes["Observation"], only);
        assert!(!read.writes.contains_key("Goal"));
    }

    #[test]
    fn another_document_is_refused() {
        let other = br#"{"resourceType":"OperationOutcome"}"#;
        assert_eq!(Capability::read(other), Err(DocumentError::Another));
        assert_eq!(Capability::read(b"<html>"), Err(DocumentError::Malformed));
        assert_eq!(Capability::read(b"{}"), Err(DocumentError::Malformed));
    }
}
