//! Whether a file is about the person whose record this is.

use super::{ImportError, Names};
use crate::chart::Chart;
use crate::facts;
use pocketchart_fhir::subjects::{Likeness, Person};
use pocketchart_record::{Section, StoreError};
use std::collections::BTreeSet;

/// A record about more people than this knows them all.
const MAX_PEOPLE: usize = 100;

impl Chart {
    /// Refuses people whom the record does not know, unless the person has answered. When in doubt, a person has to.
    pub(crate) fn check_people(&self, people: &[Person], same_person: bool) -> Result<(), ImportError> {
        if same_person {
            return Ok(());
        }
        let [person, others @ ..] = people else {
            return Ok(());
        };
        if others
            .iter()
            .any(|other| person.likeness(other) != Likeness::Same)
        {
            return Err(ImportError::SeveralPeople { names: names(people) });
        }
        let held = self.owner()?;
        let known = |person: &Person| held.iter().any(|held| is_known(person, held));
        // Nobody is known yet: the first file says who it is.
        if held.is_empty() || people.iter().any(known) {
            Ok(())
        } else {
            Err(ImportError::AnotherPerson { names: names(people) })
        }
    }

    /// Whether a description is one of the person whose record this is; of a record that names nobody, nobody is known.
    pub(crate) fn knows(&self, person: &Person) -> Result<bool, StoreError> {
        Ok(self.owner()?.iter().any(|held| is_known(person, held)))
    }

    /// The person as the record describes them, else as its entries refer to them.
    fn owner(&self) -> Result<Vec<Person>, StoreError> {
        let held = self.people()?;
        match held.is_empty() {
            true => self.people_referred_to(),
            false => Ok(held),
        }
    }

    /// The descriptions of the person that the record holds.
    fn people(&self) -> Result<Vec<Person>, StoreError> {
        let mut people = Vec::new();
        self.record
            .each_body::<StoreError>(Section::Profile, |row, body| {
                if row.entry.kind == "fhir/Patient"
                    && row.is_current()
                    && let Some(mut person) = body.and_then(Person::of)
                {
                    if let Some(url) = row.entry.source.as_ref().and_then(super::full_url) {
                        person.reference = Some(url);
                    }
                    people.push(person);
                }
                Ok(())
            })?;
        Ok(people)
    }

    /// Whom imported entries are about, in a record that holds no description of anybody.
    fn people_referred_to(&self) -> Result<Vec<Person>, StoreError> {
        let mut references = BTreeSet::new();
        for section in Section::ALL {
            self.record.each_row::<StoreError>(section, |row| {
                if row.entry.source.is_some() && references.len() < MAX_PEOPLE {
                    references.extend(facts::of(&row).subject);
                }
                Ok(())
            })?;
        }
        let person = |reference: String| Person {
            reference: Some(reference),
            ..Person::default()
        };
        Ok(references.into_iter().map(person).collect())
    }
}

/// The same by what is said, or named as before, or described as before, letter by letter. A file that only refers to its
/// person, as bulk exports do, is known by the id that the server gave.
fn is_known(person: &Person, held: &Person) -> bool {
    // Any hospital may have a Patient/1.
    let is_unique = |reference: &String| reference.contains(':');
    let same_name = person.reference.as_ref().is_some_and(is_unique) && person.reference == held.reference;
    if same_name || person.likeness(held) == Likeness::Same {
        return true;
    }
    if person.described && held.described {
        let as_before = Person {
            reference: held.reference.clone(),
            ..person.clone()
        };
        return as_before == *held;
    }
    id(person).is_some_and(|known| Some(known) == id(held))
}

/// The id of a person, or of whom a reference names.
fn id(person: &Person) -> Option<&str> {
    let named = || person.reference.as_deref()?.rsplit(['/', ':']).next();
    person.id.as_deref().or_else(named)
}

fn names(people: &[Person]) -> Names {
    let name = |person: &Person| person.name.clone().or_else(|| person.reference.clone());
    Names(people.iter().filter_map(name).collect())
}
