//! A directory of hospitals and practices: a Bundle of `Organization` and `Endpoint`, as User-access Brands (SMART App Launch
//! 2.2, section 8) and the lists of single vendors write it.

use crate::split::{Part, SplitError, split};
use crate::summary::words;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

/// An organisation whose patients can connect.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Brand {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub places: Vec<Place>,
    /// The bases of its FHIR servers, sorted.
    pub bases: Vec<String>,
}

/// A place of an organisation, as far as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// City.
    pub city: Option<String>,
    /// State or region.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
}

/// A directory could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BrandsError {
    /// No JSON, too large, or not to be read.
    #[error(transparent)]
    File(#[from] SplitError),
    /// JSON, but without any `Endpoint`.
    #[error("no directory of endpoints")]
    NotADirectory,
}

/// The organisations in whose name, other names or places each word that was typed begins a word, sorted by name.
///
/// ```
/// use pocketchart_fhir::smart::brands;
///
/// let directory = br#"{"resourceType":"Bundle","type":"collection","entry":[
///   {"fullUrl":"https://d.example/Organization/1","resource":{"resourceType":"Organization","id":"1","name":"Saint Mary Hospital",
///     "address":[{"city":"Springfield"}],"endpoint":[{"reference":"Endpoint/9"}]}},
///   {"fullUrl":"https://d.example/Endpoint/9","resource":{"resourceType":"Endpoint","id":"9","address":"https://fhir.mary.example/r4"}}]}"#;
/// let found = brands(&directory[..], "mary spring")?;
/// assert_eq!(found[0].bases, ["https://fhir.mary.example/r4"]);
/// assert!(brands(&directory[..], "joseph")?.is_empty());
/// # Ok::<(), pocketchart_fhir::smart::BrandsError>(())
/// ```
///
/// # Errors
/// [`BrandsError`].
pub fn brands(directory: impl BufRead, name: &str) -> Result<Vec<Brand>, BrandsError> {
    let (mut organizations, mut endpoints) = (BTreeMap::new(), BTreeMap::new());
    for part in split(directory)? {
        let Part::Resource(resource) = part? else { continue };
        let Some(id) = resource.head.id.clone() else {
            continue;
        };
        match resource.head.resource_type.as_str() {
            "Organization" => {
                if let Ok(organization) = serde_json::from_slice::<Organization>(&resource.bytes) {
                    organizations.insert(id, organization);
                }
            }
            "Endpoint" => {
                if let Ok(endpoint) = serde_json::from_slice::<Endpoint>(&resource.bytes) {
                    endpoints.insert(id, endpoint);
                }
            }
            _ => {}
        }
    }
    if endpoints.is_empty() {
        return Err(BrandsError::NotADirectory);
    }
    let typed = words(name);
    let mut found: Vec<Brand> = Vec::new();
    for (id, organization) in &organizations {
        let said = organization.said();
        if typed
            .iter()
            .all(|typed| said.iter().any(|word| word.starts_with(typed.as_str())))
        {
            let bases = bases(id, organization, &organizations, &endpoints);
            found.extend(organization.brand(bases));
        }
    }
    // A vendor's list may name its customers at the endpoints only.
    for endpoint in endpoints.values().filter(|it| it.managing_organization.is_none()) {
        let said: Vec<String> = endpoint.name.iter().flat_map(|name| words(name)).collect();
        let known = found.iter().any(|brand| brand.bases.contains(&endpoint.address));
        if !known
            && typed
                .iter()
                .all(|typed| said.iter().any(|word| word.starts_with(typed.as_str())))
        {
            found.push(Brand {
                name: endpoint.name.clone().unwrap_or_default(),
                places: Vec::new(),
                bases: vec![endpoint.address.clone()],
            });
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The endpoints that an organisation names, or that name it; else those of what it is a part of.
fn bases(
    id: &str,
    organization: &Organization,
    organizations: &BTreeMap<String, Organization>,
    endpoints: &BTreeMap<String, Endpoint>,
) -> Vec<String> {
    let own = |id: &str, organization: &Organization| -> BTreeSet<String> {
        let named = organization
            .endpoint
            .iter()
            .filter_map(|it| endpoints.get(it.id()?));
        let naming = endpoints.values().filter(|endpoint| {
            let by = endpoint.managing_organization.as_ref();
            by.and_then(Reference::id) == Some(id)
        });
        named
            .chain(naming)
            .map(|endpoint| endpoint.address.clone())
            .collect()
    };
    let mut found = own(id, organization);
    let mut part_of = organization.part_of.as_ref().and_then(Reference::id);
    let mut seen = BTreeSet::from([id]);
    while let (true, Some(above)) = (found.is_empty(), part_of) {
        let Some(organization) = organizations.get(above).filter(|_| seen.insert(above)) else {
            break;
        };
        found = own(above, organization);
        part_of = organization.part_of.as_ref().and_then(Reference::id);
    }
    found.into_iter().collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Organization {
    name: Option<String>,
    #[serde(default)]
    alias: Vec<String>,
    #[serde(default)]
    address: Vec<Address>,
    #[serde(default)]
    endpoint: Vec<Reference>,
    part_of: Option<Reference>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    city: Option<String>,
    state: Option<String>,
    postal_code: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint {
    name: Option<String>,
    address: String,
    managing_organization: Option<Reference>,
}

#[derive(Deserialize)]
struct Reference {
    reference: Option<String>,
}

impl Reference {
    fn id(&self) -> Option<&str> {
        self.reference.as_deref()?.rsplit(['/', ':']).next()
    }
}

impl Organization {
    /// The words by which it is found.
    fn said(&self) -> Vec<String> {
        let places = self
            .address
            .iter()
            .flat_map(|it| [&it.city, &it.state, &it.postal_code]);
        let said = self.name.iter().chain(&self.alias).chain(places.flatten());
        said.flat_map(|text| words(text)).collect()
    }

    /// Without any server there is nothing to connect to.
    fn brand(&self, bases: Vec<String>) -> Option<Brand> {
        let place = |it: &Address| Place {
            city: it.city.clone(),
            state: it.state.clone(),
            postal_code: it.postal_code.clone(),
        };
        let name = self.name.clone().filter(|_| !bases.is_empty())?;
        let places = self.address.iter().map(place).collect();
        Some(Brand { name, places, bases })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIRECTORY: &str = r#"{"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Organization","id":"top","name":"Väst Health","alias":["VH"]}},
        {"resource":{"resourceType":"Organization","id":"below","name":"Väst Clinic North","partOf":{"reference":"Organization/top"}}},
        {"resource":{"resourceType":"Organization","id":"loop","name":"Loop","partOf":{"reference":"Organization/loop"}}},
        {"resource":{"resourceType":"Endpoint","id":"1","address":"https://vast.example","managingOrganization":{"reference":"Organization/top"}}},
        {"resource":{"resourceType":"Endpoint","id":"2","name":"Lone Practice","address":"https://lone.example"}}]}"#;

    fn found(name: &str) -> Vec<(String, Vec<String>)> {
        let found = brands(DIRECTORY.as_bytes(), name).unwrap();
        found.into_iter().map(|it| (it.name, it.bases)).collect()
    }

    #[test]
    fn names_are_found_without_accents_by_alias_and_through_what_they_are_part_of() {
        let vast = vec!["https://vast.example".to_owned()];
        assert_eq!(
            found("vast"),
            [
                ("Väst Clinic North".into(), vast.clone()),
                ("Väst Health".into(), vast.clone())
            ]
        );
        assert_eq!(found("vh"), [("Väst Health".into(), vast)]);
        assert_eq!(found("lone")[0].1, ["https://lone.example"]);
        assert!(found("loop").is_empty());
    }

    #[test]
    fn a_file_without_endpoints_is_no_directory() {
        let patients =
            br#"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"1"}}]}"#;
        assert!(matches!(
            brands(&patients[..], "x"),
            Err(BrandsError::NotADirectory)
        ));
        assert!(matches!(brands(&b"<html>"[..], "x"), Err(BrandsError::File(_))));
    }
}
