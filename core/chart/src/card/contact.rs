//! The person and whom to call: what stands in `Patient` and `RelatedPerson`.

use super::{CardChoice, CardFact, short};
use crate::chart::Chart;
use crate::item::ItemView;
use crate::read::ReadError;
use pocketchart_fhir::view::{CodeableConcept, ContactPoint, HumanName, Patient, View, best_name};
use pocketchart_record::EntryId;
use pocketchart_share::card::{CardCode, CardContact, CardEntry, CardSection};
use serde::Deserialize;

const BCP_47: &str = "urn:ietf:bcp:47";

/// What we read of a `RelatedPerson`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct RelatedPerson {
    active: Option<bool>,
    relationship: Vec<CodeableConcept>,
    name: Vec<HumanName>,
    telecom: Vec<ContactPoint>,
}

/// A `Patient` resource, and the entry that holds it.
pub(super) struct Person {
    id: EntryId,
    view: Patient,
}

impl Person {
    /// Name and birth date; none without a name.
    pub(super) fn identity(&self) -> Option<Vec<CardChoice>> {
        let name = CardFact::Name(short(&best_name(&self.view.name)?));
        let born = self.view.birth_date.as_ref();
        let born = born.map(|date| CardFact::Born(date.as_str().to_owned()));
        Some(
            std::iter::once(name)
                .chain(born)
                .map(|it| self.choice(it))
                .collect(),
        )
    }

    /// The languages that are not there yet.
    pub(super) fn languages(&self, choices: &mut Vec<CardChoice>) {
        for language in self
            .view
            .communication
            .iter()
            .filter_map(|it| it.language.as_ref())
        {
            let coded = language.coding.iter().filter_map(|coding| coding.code.clone());
            let code = coded.into_iter().next().map(|code| CardCode {
                system: BCP_47.to_owned(),
                code,
            });
            let Some(words) = language.words() else { continue };
            let entry = CardEntry {
                text: short(words),
                code,
                ..CardEntry::default()
            };
            let choice = self.choice(CardFact::Entry(CardSection::Languages, entry));
            if !choices.iter().any(|held| held.fact == choice.fact) {
                choices.push(choice);
            }
        }
    }

    fn choice(&self, fact: CardFact) -> CardChoice {
        CardChoice {
            id: self.id,
            selected: true,
            fact,
        }
    }
}

impl Chart {
    /// The `Patient` resources that hold, newest first.
    pub(super) fn patients(&self, profile: &[ItemView]) -> Result<Vec<Person>, ReadError> {
        let mut people = Vec::new();
        for item in profile.iter().filter(|it| it.facts.resource_type == "Patient") {
            if let Some(View::Patient(view)) = self.view_of_content(&item.id)? {
                people.push(Person {
                    id: item.id,
                    view: *view,
                });
            }
        }
        Ok(people)
    }

    /// Everybody who can be called; those for an emergency are selected and come first.
    pub(super) fn contacts(
        &self,
        profile: &[ItemView],
        people: &[Person],
        choices: &mut Vec<CardChoice>,
    ) -> Result<(), ReadError> {
        let mut found = Vec::new();
        for item in profile
            .iter()
            .filter(|it| it.facts.resource_type == "RelatedPerson")
        {
            let content = self.content_of(&item.id)?.unwrap_or_default();
            let related: RelatedPerson = serde_json::from_slice(&content).unwrap_or_default();
            if related.active != Some(false) {
                let name = best_name(&related.name);
                found.extend(contact(item.id, name, &related.relationship, &related.telecom));
            }
        }
        for person in people {
            for other in &person.view.contact {
                let name = other.name.as_ref().and_then(HumanName::words);
                found.extend(contact(person.id, name, &other.relationship, &other.telecom));
            }
        }
        found.sort_by_key(|choice| !choice.selected);
        for choice in found {
            if !choices.iter().any(|held| held.fact == choice.fact) {
                choices.push(choice);
            }
        }
        Ok(())
    }
}

/// A contact with a name and a telephone number.
fn contact(
    id: EntryId,
    name: Option<String>,
    relationship: &[CodeableConcept],
    telecom: &[ContactPoint],
) -> Option<CardChoice> {
    let relation = relationship.iter().find(|it| !is_for_emergencies(it));
    let phone = telecom
        .iter()
        .filter(|point| matches!(point.system.as_deref(), Some("phone" | "sms")))
        .find_map(|point| point.value.as_deref())?;
    Some(CardChoice {
        id,
        selected: relationship.iter().any(is_for_emergencies),
        fact: CardFact::Contact(CardContact {
            name: short(&name?),
            relation: relation.and_then(CodeableConcept::words).map(short),
            phone: Some(short(phone)),
        }),
    })
}

/// HL7's codes for an emergency contact, in v2-0131 and v3-RoleClass.
fn is_for_emergencies(relationship: &CodeableConcept) -> bool {
    relationship.coding.iter().any(|coding| {
        let system = coding.system.as_deref().unwrap_or_default();
        let code = coding.code.as_deref().unwrap_or_default();
        (system.ends_with("v2-0131") && code == "C") || (system.ends_with("v3-RoleClass") && code == "ECON")
    })
}
