//! Which patient of the clinic's server a chart belongs to: candidates, and what a person confirmed.

use pocketchart::{
    Agreement, Feature, FhirServer, Identifier, Part, Person, SmartError, is_id, search_page,
    write_back::{Prepared, prepare_patient},
};
use pocketchart_crypto::{Label, hash};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::connection::wait;
use crate::{
    audit::Actor,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "link";
/// Identifiers that are looked for.
const MOST_NAMES: usize = 10;
/// Candidates that are shown.
const MOST: usize = 50;

/// How two descriptions stand to one another in a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Agrees {
    /// Both say the same.
    Yes,
    /// One says less, or something that can be the same.
    Partly,
    /// They say what cannot both be so.
    No,
    /// One of the two says nothing of it.
    Unsaid,
}

/// What two descriptions were compared by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Compared {
    /// Names that systems gave the person.
    pub(crate) identifier: Agrees,
    /// The name.
    pub(crate) name: Agrees,
    /// The birth date.
    pub(crate) birth_date: Agrees,
    /// The administrative gender.
    pub(crate) gender: Agrees,
}

/// A description of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Described {
    /// The name.
    pub(crate) name: Option<String>,
    /// The birth date, as written.
    pub(crate) born: Option<String>,
    /// FHIR's code of the administrative gender.
    pub(crate) gender: Option<String>,
    /// Names that systems gave the person: the system and the name.
    pub(crate) identifiers: Vec<(String, String)>,
}

/// A patient of the clinic's server who may be the person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Candidate {
    /// The id there.
    patient: String,
    /// What is said of them there.
    #[serde(flatten)]
    described: Described,
    /// How that stands to what the chart says.
    compared: Compared,
    /// Whether a person may confirm that it is the same: an identifier agrees, or birth date and name do.
    confirmable: bool,
    /// The server says that this description is not used any more.
    inactive: bool,
    /// Another patient's chart belongs to it.
    taken: bool,
}

/// What a person confirmed: that a chart's patient is this patient of the server.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Link {
    pub(crate) base: String,
    /// The id there.
    pub(crate) patient: String,
    /// The patient's key.
    pub(crate) key: String,
    by: Actor,
    at: u64,
    /// What was compared; none where the patient was made from the chart.
    compared: Option<Compared>,
    ours: Described,
    theirs: Described,
}

/// A link, as the desk shows it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkView {
    /// The id there.
    patient: String,
    /// Who confirmed it.
    by: Actor,
    /// When, in seconds since 1970.
    at: u64,
    /// What was compared; none where the patient was made from the chart.
    compared: Option<Compared>,
    /// What the chart said.
    ours: Described,
    /// What the server said.
    theirs: Described,
}

impl From<Agreement> for Agrees {
    fn from(agreement: Agreement) -> Self {
        match agreement {
            Agreement::Agrees => Self::Yes,
            Agreement::Partly => Self::Partly,
            Agreement::Differs => Self::No,
            Agreement::Unsaid => Self::Unsaid,
        }
    }
}

impl Compared {
    fn of(ours: &Person, theirs: &Person) -> Self {
        let mut found = Self {
            identifier: Agrees::Unsaid,
            name: Agrees::Unsaid,
            birth_date: Agrees::Unsaid,
            gender: Agrees::Unsaid,
        };
        for (feature, agreement) in ours.compare(theirs) {
            let place = match feature {
                Feature::Identifier => &mut found.identifier,
                Feature::Name => &mut found.name,
                Feature::BirthDate => &mut found.birth_date,
                Feature::Gender => &mut found.gender,
            };
            *place = agreement.into();
        }
        found
    }

    /// Whether enough speaks for it that a person may confirm it. A name alone never does.
    fn is_enough(&self) -> bool {
        let by_name = matches!(self.name, Agrees::Yes | Agrees::Partly) && self.birth_date == Agrees::Yes;
        self.identifier == Agrees::Yes || by_name || crate::sabotage::off("desk-name-alone")
    }
}

impl From<&Person> for Described {
    fn from(it: &Person) -> Self {
        let named = |it: &Identifier| Some((it.system.clone()?, it.value.clone()?));
        Self {
            name: it.name.clone(),
            born: it.birth_date.as_ref().map(|it| it.as_str().to_owned()),
            gender: it.gender.clone(),
            identifiers: it.identifiers.iter().filter_map(named).collect(),
        }
    }
}

/// What the descriptions in a profile say together: the first of them, with the identifiers of all.
pub(crate) fn person_of(profiles: &[Vec<u8>]) -> Option<Person> {
    let mut all = profiles.iter().filter_map(|it| Person::of(it));
    let mut first = all.next()?;
    for other in all {
        first.birth_date = first.birth_date.or(other.birth_date);
        first.gender = first.gender.or(other.gender);
        for name in other.identifiers {
            if !first.identifiers.contains(&name) {
                first.identifiers.push(name);
            }
        }
    }
    Some(first)
}

impl Candidate {
    fn of(ours: &Person, id: &str, bytes: &[u8], taken: bool) -> Option<Self> {
        let theirs = Person::of(bytes)?;
        let compared = Compared::of(ours, &theirs);
        let inactive = is_inactive(bytes);
        Some(Self {
            patient: id.to_owned(),
            described: (&theirs).into(),
            confirmable: compared.is_enough() && !inactive,
            compared,
            inactive,
            taken,
        })
    }

    /// Whether this can be the same person, and is still in use.
    pub(crate) fn may_be_the_same(&self) -> bool {
        self.confirmable
    }

    /// Whether it has this name.
    pub(crate) fn is_named(&self, name: &Identifier) -> bool {
        let is_it = |(system, value): &(String, String)| {
            Some(system) == name.system.as_ref() && Some(value) == name.value.as_ref()
        };
        self.described.identifiers.iter().any(is_it)
    }
}

/// Whether a description is not used any more: it says so, or another took its place.
fn is_inactive(bytes: &[u8]) -> bool {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Patient {
        active: Option<bool>,
        link: Vec<Replaced>,
    }
    #[derive(Deserialize)]
    struct Replaced {
        #[serde(rename = "type", default)]
        kind: String,
    }
    let patient: Patient = serde_json::from_slice(bytes).unwrap_or_default();
    patient.active == Some(false) || patient.link.iter().any(|it| it.kind == "replaced-by")
}

/// A value in an address.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

/// The search by an identifier, as it stands in an address: what separates its parts would mean something else in a value.
pub(crate) fn by_identifier(name: &Identifier) -> Option<String> {
    let part = |text: &str| {
        let mut out = String::new();
        for letter in text.chars() {
            if matches!(letter, '\\' | '|' | ',' | '$') {
                out.push('\\');
            }
            out.push(letter);
        }
        escaped(&out)
    };
    let (system, value) = (name.system.as_deref()?, name.value.as_deref()?);
    Some(format!("identifier={}%7C{}", part(system), part(value)))
}

/// Those who may be the person: by identifier, and by name and birth date together.
pub(crate) fn candidates(
    server: &FhirServer<'_>,
    ours: &Person,
    taken: &[String],
) -> Result<Vec<Candidate>, SmartError> {
    let mut searches: Vec<String> = ours
        .identifiers
        .iter()
        .filter_map(by_identifier)
        .take(MOST_NAMES)
        .collect();
    let whole = ours.birth_date.as_ref().filter(|it| it.as_str().len() == 10);
    if let Some(born) = whole {
        let words = ours.name.as_deref().unwrap_or_default().split_whitespace();
        for word in words.filter(|it| it.chars().count() > 1) {
            searches.push(format!(
                "birthdate={}&name={}",
                escaped(born.as_str()),
                escaped(word)
            ));
        }
    }
    let mut found: Vec<Candidate> = Vec::new();
    for search in searches {
        let url = format!("{}/Patient?{search}&_count={MOST}", server.base());
        let answer = server.get(&url, &mut wait)?;
        for part in search_page(&answer.body)?.parts {
            let Part::Resource(resource) = part else {
                continue;
            };
            let id = resource.head.id.as_deref().filter(|it| is_id(it));
            let (Some(id), true) = (id, resource.head.resource_type == "Patient") else {
                continue;
            };
            if found.len() < MOST && !found.iter().any(|it| it.patient == id) {
                let is_taken = taken.iter().any(|it| it == id);
                found.extend(Candidate::of(ours, id, &resource.bytes, is_taken));
            }
        }
    }
    found.sort_by_key(|it| !it.confirmable);
    Ok(found)
}

/// One patient of the server, compared; none if there is none.
pub(crate) fn candidate(
    server: &FhirServer<'_>,
    ours: &Person,
    id: &str,
) -> Result<Option<Candidate>, SmartError> {
    let url = format!("{}/Patient/{id}", server.base());
    match server.get(&url, &mut wait) {
        Ok(answer) => Ok(Candidate::of(ours, id, &answer.body, false)),
        Err(SmartError::Status(404 | 410)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The patient whom the server has under this name: the id, and what it says.
pub(crate) fn named_patient(
    server: &FhirServer<'_>,
    name: &Identifier,
) -> Result<Option<(String, Vec<u8>)>, SmartError> {
    let Some(search) = by_identifier(name) else {
        return Ok(None);
    };
    let answer = server.get(&format!("{}/Patient?{search}&_count=2", server.base()), &mut wait)?;
    let found = search_page(&answer.body)?
        .parts
        .into_iter()
        .find_map(|it| match it {
            Part::Resource(it) if it.head.resource_type == "Patient" => Some((it.head.id?, it.bytes)),
            _ => None,
        });
    Ok(found.filter(|(id, _)| is_id(id)))
}

/// Our own name for the patient of a key.
pub(crate) fn name_of(key: &str) -> Identifier {
    let name = crate::id::Id(hash::hash128(Label::new("desk/patient-name"), &[key.as_bytes()]));
    Identifier {
        system: Some("urn:ietf:rfc:3986".to_owned()),
        value: Some(format!("urn:uuid:{}", name.uuid())),
    }
}

/// The description to make a new patient of.
pub(crate) fn new_patient(profiles: &[Vec<u8>], key: &str) -> Option<Prepared> {
    let bytes = profiles.iter().find(|it| Person::of(it).is_some())?;
    prepare_patient(bytes, &name_of(key)).ok()
}

impl Link {
    /// Of what a person confirmed.
    pub(crate) fn new(
        base: &str,
        key: &str,
        (by, at): (Actor, u64),
        ours: &Person,
        found: &Candidate,
    ) -> Self {
        Self {
            base: base.to_owned(),
            patient: found.patient.clone(),
            key: key.to_owned(),
            by,
            at,
            compared: Some(found.compared.clone()),
            ours: ours.into(),
            theirs: found.described.clone(),
        }
    }

    /// Of a patient who was made from the chart.
    pub(crate) fn made(base: &str, key: &str, (by, at): (Actor, u64), ours: &Person, patient: &str) -> Self {
        Self {
            base: base.to_owned(),
            patient: patient.to_owned(),
            key: key.to_owned(),
            by,
            at,
            compared: None,
            ours: ours.into(),
            theirs: ours.into(),
        }
    }

    /// The patient at this server to whom the charts of this key belong.
    pub(crate) fn of(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (base, key): (&str, &str),
    ) -> Result<Option<Self>, StoreError> {
        let name = row_name(keys, key);
        let sql = "SELECT sealed FROM link WHERE name = ?1";
        let link: Option<Self> = store::one(transaction, &keys.rows, (TABLE, sql), name)?;
        Ok(link.filter(|it| it.base == base))
    }

    /// The patients of this server to whom charts of other keys belong.
    pub(crate) fn taken(
        transaction: &Transaction<'_>,
        keys: &Keys,
        (base, key): (&str, &str),
    ) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name, sealed FROM link";
        let all: Vec<Self> = store::rows(transaction, &keys.rows, (TABLE, sql), [])?;
        let others = all.into_iter().filter(|it| it.base == base && it.key != key);
        Ok(others.map(|it| it.patient).collect())
    }

    pub(crate) fn keep(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
        let name = row_name(keys, &self.key);
        let sealed = store::seal(&keys.rows, (TABLE, &name), self)?;
        transaction.execute(
            "INSERT OR REPLACE INTO link (name, sealed) VALUES (?1, ?2)",
            params![name, sealed],
        )?;
        Ok(())
    }

    /// Forgets whose chart this is.
    pub(crate) fn forget(transaction: &Transaction<'_>, keys: &Keys, key: &str) -> Result<bool, StoreError> {
        let gone = transaction.execute("DELETE FROM link WHERE name = ?1", [row_name(keys, key)])?;
        Ok(gone > 0)
    }

    /// The patient, as a reference.
    pub(crate) fn reference(&self) -> String {
        format!("Patient/{}", self.patient)
    }
}

impl From<Link> for LinkView {
    fn from(it: Link) -> Self {
        Self {
            patient: it.patient,
            by: it.by,
            at: it.at,
            compared: it.compared,
            ours: it.ours,
            theirs: it.theirs,
        }
    }
}

/// By what a link is found without the patient's key in the clear.
fn row_name(keys: &Keys, key: &str) -> [u8; 16] {
    hash::keyed128(Label::new("desk/link"), &keys.names, &[key.as_bytes()])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn person(name: &str, born: &str, number: &str) -> Vec<u8> {
        format!(
            r#"{{"resourceType":"Patient","name":[{{"text":"{name}"}}],"birthDate":"{born}","identifier":[{{"system":"s","value":"{number}"}}]}}"#
        )
        .into_bytes()
    }

    #[test]
    fn a_name_alone_is_never_enough() {
        let ours = person_of(&[person("Maria Okafor", "1984-02-29", "1")]).unwrap();
        let enough = |bytes: Vec<u8>| Candidate::of(&ours, "7", &bytes, false).unwrap().confirmable;
        assert!(enough(person("Maria Okafor", "1984-02-29", "2")));
        assert!(enough(person("Maria Ada Okafor", "1984-02-29", "2")));
        assert!(enough(person("M. O.", "1985-01-01", "1")));
        assert!(!enough(person("Maria Okafor", "1984-02-28", "2")));
        assert!(!enough(person("Maria Okafor", "1984", "2")));
        assert!(!enough(person("John Doe", "1984-02-29", "2")));
        let mut gone = String::from_utf8(person("Maria Okafor", "1984-02-29", "1")).unwrap();
        gone.insert_str(1, r#""active":false,"#);
        assert!(!enough(gone.into_bytes()));
    }

    #[test]
    fn what_separates_is_escaped() {
        let name = Identifier {
            system: Some("urn:x".into()),
            value: Some("a|b,c&d".into()),
        };
        assert_eq!(
            by_identifier(&name).unwrap(),
            "identifier=urn%3Ax%7Ca%5C%7Cb%5C%2Cc%26d"
        );
        assert_eq!(by_identifier(&Identifier::default()), None);
    }
}
