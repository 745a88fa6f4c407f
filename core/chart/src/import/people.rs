//! Whether a file is about the person whose record this is.

use super::{ImportError, Names};
use crate::chart::Chart;
use pocketchart_fhir::subjects::{Likeness, Person};
use pocketchart_record::{Section, StoreError};

impl Chart {
    /// Refuses people whom the record does not know. When in doubt, a person has to answer.
    pub(super) fn check_people(&self, people: &[Person]) -> Result<(), ImportError> {
        let [person, others @ ..] = people else {
            return Ok(());
        };
        if others
            .iter()
            .any(|other| person.likeness(other) != Likeness::Same)
        {
            return Err(ImportError::SeveralPeople { names: names(people) });
        }
        let held = self.people()?;
        let known = |person: &Person| held.iter().any(|held| is_known(person, held));
        // Nobody is known yet: the first file says who it is.
        if held.is_empty() || people.iter().any(known) {
            Ok(())
        } else {
            Err(ImportError::AnotherPerson { names: names(people) })
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
}

/// The same by what is said; or described as before, letter by letter; or only referred to, as bulk exports do, by the
/// name the server gave before.
fn is_known(person: &Person, held: &Person) -> bool {
    if person.likeness(held) == Likeness::Same {
        return true;
    }
    let tail = |reference: &String| reference.rsplit(['/', ':']).next().map(str::to_lowercase);
    let same_name = person.reference.is_some() && person.reference == held.reference;
    if person.described {
        let as_before = Person {
            reference: held.reference.clone(),
            ..person.clone()
        };
        as_before == *held
    } else {
        same_name
            || person
                .reference
                .as_ref()
                .is_some_and(|reference| tail(reference) == held.id.as_ref().map(|id| id.to_lowercase()))
    }
}

fn names(people: &[Person]) -> Names {
    let name = |person: &Person| person.name.clone().or_else(|| person.reference.clone());
    Names(people.iter().filter_map(name).collect())
}
