//! The few members that every resource has.

use super::Reason;
use crate::scan::members;

/// Type, id and version of a resource, as its source wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Head {
    /// `resourceType`; also types that R4 does not know.
    pub resource_type: String,
    /// `id`.
    pub id: Option<String>,
    /// `meta.versionId`.
    pub version_id: Option<String>,
    /// `meta.lastUpdated`.
    pub last_updated: Option<String>,
    /// `meta.source`: the system the resource came from, a URI.
    pub source: Option<String>,
}

impl Head {
    /// Reads the head of one resource.
    ///
    /// # Errors
    /// [`Reason::NotAResource`] when the bytes are no JSON object or `resourceType` is no type name (1 to 64 ASCII
    /// letters or digits).
    pub fn of(bytes: &[u8]) -> Result<Head, Reason> {
        let [resource_type, id, meta] = members(bytes, ["resourceType", "id", "meta"]);
        let resource_type = text(resource_type)
            .filter(|name| is_type_name(name))
            .ok_or(Reason::NotAResource)?;
        let [version_id, last_updated, source] =
            members(meta.unwrap_or_default(), ["versionId", "lastUpdated", "source"]);
        Ok(Head {
            resource_type,
            id: text(id),
            version_id: text(version_id),
            last_updated: text(last_updated),
            source: text(source),
        })
    }
}

fn is_type_name(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A JSON string's text; `None` for any other value.
pub(super) fn text(raw: Option<&[u8]>) -> Option<String> {
    raw.and_then(|raw| serde_json::from_slice(raw).ok())
}
