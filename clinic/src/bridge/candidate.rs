//! Patients of the clinic's server who may be the person of a chart, each compared with what the chart says.

use pocketchart::{Agreement, Feature, Identifier, Person};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    pub(super) patient: String,
    /// What is said of them there.
    #[serde(flatten)]
    pub(super) described: Described,
    /// How that stands to what the chart says.
    pub(super) compared: Compared,
    /// Whether a person may confirm that it is the same: an identifier agrees, or birth date and name do.
    pub(super) confirmable: bool,
    /// The server says that this description is not used any more.
    inactive: bool,
    /// Another patient's chart belongs to it.
    taken: bool,
}

/// Who was looked for, and who was found.
#[derive(Serialize, ToSchema)]
pub(crate) struct Search {
    /// Who the chart says that its person is.
    pub(crate) ours: Described,
    /// Who of the server's patients that may be.
    pub(crate) candidates: Vec<Candidate>,
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
    pub(super) fn of(ours: &Person, id: &str, bytes: &[u8], taken: bool) -> Option<Self> {
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
pub(super) fn is_inactive(bytes: &[u8]) -> bool {
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
}
