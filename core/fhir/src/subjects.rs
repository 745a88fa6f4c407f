//! Whom a file is about, so that a second person's file is noticed before anything of it is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::FhirDateTime;
use crate::references::{References, Target};
use crate::scan::members;
use crate::split::Resource;
use crate::summary::words;
use crate::view::{HumanName, Identifier, Patient, Reference, View, best_name};

/// A person whom a file is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The reference by which the file names the person, as written; of a Patient resource, its `fullUrl` or `Patient/id`.
    pub reference: Option<String>,
    /// The Patient resource's id.
    pub id: Option<String>,
    /// The name the person goes by, without a title: one system writes `Mrs`, another does not.
    pub name: Option<String>,
    /// Birth date as written.
    pub birth_date: Option<FhirDateTime>,
    /// FHIR's code: male, female, other, unknown.
    pub gender: Option<String>,
    /// Names that systems gave the person.
    pub identifiers: Vec<Identifier>,
    /// False when the file only refers to the person and holds no Patient resource of theirs.
    pub described: bool,
}

/// Whether two descriptions can be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// A shared identifier, or the same name and birth date.
    Same,
    /// Both say a birth date, and they differ; or neither date nor identifier speaks for it and the names share no word.
    Different,
    /// Not enough is said: a person has to answer.
    Unclear,
}

impl Person {
    /// The person a Patient resource describes; `None` when the bytes are no readable Patient.
    pub fn of(bytes: &[u8]) -> Option<Person> {
        match View::of(bytes) {
            Ok(View::Patient(patient)) => Some(Person::described_by(&patient)),
            _ => None,
        }
    }

    fn described_by(patient: &Patient) -> Person {
        let untitled = |name: &HumanName| HumanName {
            prefix: Vec::new(),
            ..name.clone()
        };
        Person {
            reference: patient.id.as_ref().map(|id| format!("Patient/{id}")),
            id: patient.id.clone(),
            name: best_name(&patient.name.iter().map(untitled).collect::<Vec<_>>()),
            birth_date: patient.birth_date.clone(),
            gender: patient.gender.clone(),
            identifiers: patient.identifier.clone(),
            described: true,
        }
    }

    /// Compares two descriptions.
    pub fn likeness(&self, other: &Person) -> Likeness {
        let known = |identifier: &&Identifier| identifier.system.is_some() && identifier.value.is_some();
        if self
            .identifiers
            .iter()
            .filter(known)
            .any(|identifier| other.identifiers.contains(identifier))
        {
            return Likeness::Same;
        }
        let dates = self.birth_date.as_ref().zip(other.birth_date.as_ref());
        let same_date = dates.map(|(a, b)| {
            let common = a.as_str().len().min(b.as_str().len());
            (
                a.as_str().get(..common) == b.as_str().get(..common),
                a.is_date() && b.is_date() && common == 10,
            )
        });
        let names = self.name.as_deref().zip(other.name.as_deref()).map(|(a, b)| {
            let (a, b): (BTreeSet<_>, BTreeSet<_>) =
                (words(a).into_iter().collect(), words(b).into_iter().collect());
            (a == b, a.is_disjoint(&b))
        });
        match (same_date, names) {
            (Some((false, _)), _) => Likeness::Different,
            (Some((true, true)), Some((true, _))) => Likeness::Same,
            (_, Some((_, true))) => Likeness::Different,
            _ => Likeness::Unclear,
        }
    }
}

/// By what two descriptions of people are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// A name that a system gave.
    Identifier,
    /// The name that the person goes by.
    Name,
    /// The birth date.
    BirthDate,
    /// The administrative gender.
    Gender,
}

/// How two descriptions stand to one another in a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// Both say the same. Of a birth date: the same day.
    Agrees,
    /// One says less, or something that can be the same.
    Partly,
    /// They say what cannot both be so; of identifiers, the same system gave two.
    Differs,
    /// One of the two says nothing of it.
    Unsaid,
}

impl Person {
    /// How this description stands to another, feature by feature, for a person to look at.
    ///
    /// ```
    /// use pocketchart_fhir::subjects::{Agreement, Feature, Person};
    /// let one = Person::of(br#"{"resourceType":"Patient","name":[{"family":"Okafor","given":["Maria"]}],"birthDate":"1984-02-29"}"#);
    /// let other = Person::of(br#"{"resourceType":"Patient","name":[{"family":"Okafor","given":["Maria","A."]}],"birthDate":"1984"}"#);
    /// let found = one.unwrap().compare(&other.unwrap());
    /// assert_eq!(found[1], (Feature::Name, Agreement::Partly));
    /// assert_eq!(found[2], (Feature::BirthDate, Agreement::Partly));
    /// assert_eq!(found[3], (Feature::Gender, Agreement::Unsaid));
    /// ```
    pub fn compare(&self, other: &Person) -> [(Feature, Agreement); 4] {
        [
            (Feature::Identifier, self.compare_identifiers(other)),
            (Feature::Name, self.compare_names(other)),
            (Feature::BirthDate, self.compare_births(other)),
            (Feature::Gender, self.compare_genders(other)),
        ]
    }

    fn compare_identifiers(&self, other: &Person) -> Agreement {
        let known = |it: &&Identifier| it.system.is_some() && it.value.is_some();
        let mut own = self.identifiers.iter().filter(known).peekable();
        if own.peek().is_none() || !other.identifiers.iter().any(|it| known(&it)) {
            return Agreement::Unsaid;
        }
        let mut rival = false;
        for name in own {
            if other.identifiers.contains(name) {
                return Agreement::Agrees;
            }
            rival |= other.identifiers.iter().any(|it| it.system == name.system);
        }
        if rival {
            Agreement::Differs
        } else {
            Agreement::Partly
        }
    }

    fn compare_names(&self, other: &Person) -> Agreement {
        let set = |name: &str| words(name).into_iter().collect::<BTreeSet<_>>();
        match self.name.as_deref().zip(other.name.as_deref()) {
            None => Agreement::Unsaid,
            Some((one, two)) => match (set(one), set(two)) {
                (one, two) if one == two => Agreement::Agrees,
                (one, two) if one.is_disjoint(&two) => Agreement::Differs,
                _ => Agreement::Partly,
            },
        }
    }

    fn compare_births(&self, other: &Person) -> Agreement {
        let Some((one, two)) = self.birth_date.as_ref().zip(other.birth_date.as_ref()) else {
            return Agreement::Unsaid;
        };
        let (one, two) = (one.as_str(), two.as_str());
        match one == two && one.len() == 10 {
            true => Agreement::Agrees,
            false if one.starts_with(two) || two.starts_with(one) => Agreement::Partly,
            false => Agreement::Differs,
        }
    }

    fn compare_genders(&self, other: &Person) -> Agreement {
        match self.gender.as_deref().zip(other.gender.as_deref()) {
            None => Agreement::Unsaid,
            Some((one, two)) if one == two => Agreement::Agrees,
            Some(("unknown", _) | (_, "unknown")) => Agreement::Partly,
            Some(_) => Agreement::Differs,
        }
    }
}

/// Collects the people of a file, resource by resource.
///
/// ```
/// use pocketchart_fhir::{split::{Part, split_bytes}, subjects::Subjects};
/// let file = br#"{"resourceType":"Bundle","type":"collection","entry":[
///   {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/1"}}},
///   {"resource":{"resourceType":"Patient","id":"1","birthDate":"1984-02-29"}}]}"#;
/// let mut subjects = Subjects::new();
/// for part in split_bytes(file)? {
///     if let Part::Resource(resource) = part {
///         subjects.add(&resource);
///     }
/// }
/// assert_eq!(subjects.people().len(), 1);
/// # Ok::<(), pocketchart_fhir::split::SplitError>(())
/// ```
#[derive(Debug, Default)]
pub struct Subjects {
    patients: References,
    people: Vec<Person>,
    links: Vec<(usize, String)>,
    mentions: BTreeSet<(Option<String>, String)>,
}

/// How many people and different mentions are kept: a file about more is refused anyhow, in bounded memory.
const LIMIT: usize = 1_000;

impl Subjects {
    /// Nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a resource into account.
    pub fn add(&mut self, resource: &Resource) {
        if resource.head.resource_type == "Patient" {
            if self.people.len() < LIMIT {
                self.add_patient(resource);
            }
            return;
        }
        let said = members(&resource.bytes, ["subject", "patient", "beneficiary", "for"]);
        for raw in said.into_iter().flatten() {
            let Ok(said) = serde_json::from_slice::<Reference>(raw) else {
                continue;
            };
            let Some(reference) = said
                .reference
                .filter(|_| said.kind.as_deref().is_none_or(|kind| kind == "Patient"))
            else {
                continue;
            };
            // Only an http base changes what a relative reference names.
            let from = resource
                .full_url
                .clone()
                .filter(|url| url.starts_with("http") && !reference.contains(':'));
            let from =
                from.and_then(|url| Some(format!("{}/x/x", url.rsplit_once('/')?.0.rsplit_once('/')?.0)));
            if may_name_a_patient(&reference) && self.mentions.len() < LIMIT {
                self.mentions.insert((from, reference));
            }
        }
    }

    fn add_patient(&mut self, resource: &Resource) {
        let number = self.patients.add(resource);
        let mut person = Person {
            described: true,
            id: resource.head.id.clone(),
            ..Person::default()
        };
        if let Ok(View::Patient(patient)) = View::of(&resource.bytes) {
            person = Person::described_by(&patient);
            let links = patient
                .link
                .iter()
                .filter_map(|link| link.other.as_ref()?.reference.clone());
            self.links.extend(links.map(|reference| (number, reference)));
        }
        if resource.full_url.is_some() {
            person.reference = resource.full_url.clone();
        }
        self.people.push(person);
    }

    /// The distinct people: each Patient resource (those linked to each other, or repeated, once), and each person who
    /// is only referred to.
    pub fn people(&self) -> Vec<Person> {
        let mut same: Vec<usize> = (0..self.people.len()).collect();
        let mut first: BTreeMap<&Option<String>, usize> = BTreeMap::new();
        for (number, person) in self
            .people
            .iter()
            .enumerate()
            .filter(|(_, person)| person.reference.is_some())
        {
            join(
                &mut same,
                *first.entry(&person.reference).or_insert(number),
                number,
            );
        }
        for (number, reference) in &self.links {
            let from = self
                .people
                .get(*number)
                .and_then(|person| person.reference.as_deref());
            if let Target::Part(other) = self.patients.resolve(from, reference) {
                join(&mut same, *number, other);
            }
        }
        let described = self
            .people
            .iter()
            .enumerate()
            .filter(|(number, _)| root(&same, *number) == *number);
        let mut people: Vec<Person> = described.map(|(_, person)| person.clone()).collect();
        let unknown = self.mentions.iter().filter(|(from, reference)| {
            let named = self
                .people
                .iter()
                .any(|person| person.reference.as_deref() == Some(reference));
            !named && self.patients.resolve(from.as_deref(), reference) == Target::Elsewhere
        });
        people.extend(unknown.map(|(_, reference)| Person {
            reference: Some(reference.clone()),
            ..Person::default()
        }));
        people
    }
}

/// `urn:` names anything; a URL or relative reference says the type.
fn may_name_a_patient(reference: &str) -> bool {
    reference.starts_with("urn:")
        || reference.starts_with("Patient/")
        || reference.starts_with("Patient?")
        || reference.contains("/Patient/")
}

fn root(same: &[usize], mut number: usize) -> usize {
    while let Some(&up) = same.get(number).filter(|up| **up != number) {
        number = up;
    }
    number
}

fn join(same: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(same, a), root(same, b));
    if let Some(slot) = same.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::{Part, split_bytes};

    fn people(entries: &str) -> Vec<Person> {
        let bundle = format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{entries}]}}"#);
        let mut subjects = Subjects::new();
        for part in split_bytes(bundle.as_bytes()).unwrap() {
            let Part::Resource(resource) = part else { panic!() };
            subjects.add(&resource);
        }
        subjects.people()
    }

    #[test]
    fn one_person_however_referred_to() {
        let one = people(
            r#"{"resource":{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"}}},
               {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","identifier":[{"system":"s","value":"7"}]}},
               {"resource":{"resourceType":"Coverage","beneficiary":{"reference":"Patient/p"}}},
               {"resource":{"resourceType":"Condition","subject":{"reference":"Patient?identifier=s|7"}}},
               {"resource":{"resourceType":"Observation","subject":{"reference":"Group/g"}}},
               {"resource":{"resourceType":"Observation","subject":{"display":"nobody"}}}"#,
        );
        assert_eq!(one.len(), 1, "{one:?}");
    }

    #[test]
    fn a_second_person_is_seen_whether_described_or_only_named() {
        let two = r#"{"resource":{"resourceType":"Patient","id":"1"}},{"resource":{"resourceType":"Patient","id":"2"}}"#;
        assert_eq!(people(two).len(), 2);
        let named = r#"{"resource":{"resourceType":"Patient","id":"1"}},
                       {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/2"}}}"#;
        let named = people(named);
        assert_eq!(
            named.iter().map(|person| person.described).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn linked_patients_are_one_person() {
        let linked = r#"{"resource":{"resourceType":"Patient","id":"1"}},
            {"resource":{"resourceType":"Patient","id":"2","link":[{"other":{"reference":"Patient/1"},"type":"replaces"}]}}"#;
        assert_eq!(people(linked).len(), 1);
    }

    #[test]
    fn a_title_makes_nobody_another_person() {
        let described = |name: &str| {
            let text = format!(
                r#"{{"resourceType":"Patient","birthDate":"1984-02-29","name":[{{"family":"Okafor",{name}}}]}}"#
            );
            Person::of(text.as_bytes()).unwrap()
        };
        let titled = described(r#""given":["Maria","Ada"],"prefix":["Mrs."]"#);
        assert_eq!(
            titled.likeness(&described(r#""given":["Maria Ada"]"#)),
            Likeness::Same
        );
        let son = described(r#""given":["Maria Ada"],"suffix":["Jr."]"#);
        assert_eq!(titled.likeness(&son), Likeness::Unclear);
    }

    #[test]
    fn likeness_needs_an_identifier_or_name_and_date() {
        let person = |name: &str, date: &str, id: &str| Person {
            name: Some(name.to_owned()),
            birth_date: (!date.is_empty()).then(|| FhirDateTime::new(date)),
            identifiers: vec![Identifier {
                system: Some("s".into()),
                value: Some(id.into()),
            }],
            ..Person::default()
        };
        let maria = person("Maria Okafor", "1984-02-29", "1");
        assert_eq!(maria.likeness(&person("M. O.", "", "1")), Likeness::Same);
        assert_eq!(
            maria.likeness(&person("OKAFOR, María", "1984-02-29", "2")),
            Likeness::Same
        );
        assert_eq!(
            maria.likeness(&person("Maria Okafor", "1984-03-01", "2")),
            Likeness::Different
        );
        assert_eq!(
            maria.likeness(&person("Maria Okafor", "1984", "2")),
            Likeness::Unclear
        );
        assert_eq!(maria.likeness(&person("Maria Bello", "", "2")), Likeness::Unclear);
        assert_eq!(maria.likeness(&person("John Doe", "", "2")), Likeness::Different);
    }
}
