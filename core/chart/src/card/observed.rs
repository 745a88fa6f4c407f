//! What was found or built in: blood group, pregnancy, implants.

use super::{CardChoice, CardFact, code, entry, marks, short};
use crate::chart::Chart;
use crate::facts;
use crate::item::is_error;
use crate::read::ReadError;
use pocketchart_fhir::summary::{Code, Summary};
use pocketchart_fhir::view::{Device, Value, View};
use pocketchart_record::{Row, Section, StoreError};
use pocketchart_share::card::{CardEntry, CardMarks, CardSection};

const LOINC: &str = "http://loinc.org";
const SNOMED: &str = "http://snomed.info/sct";
/// ABO and Rh together; else ABO group, Rh type.
const BLOOD_GROUP: [&[&str]; 2] = [&["882-1"], &["883-9", "10331-7"]];
const PREGNANCY: &str = "82810-3";
/// Where such observations stand.
const SECTIONS: [Section; 3] = [Section::Results, Section::Vitals, Section::Profile];

/// SNOMED CT: cardiac pacemaker, defibrillator, stents, heart valve, shunt, pumps, cochlear implant, prostheses.
const IMPLANTS: [&str; 11] = [
    "14106009",
    "72506001",
    "65818007",
    "705643001",
    "25510005",
    "20427003",
    "69805005",
    "43252007",
    "304120007",
    "304121006",
    "360129009",
];
/// Words of devices that are built in, in names that carry no code.
const IMPLANT_WORDS: [&str; 9] = [
    "pacemaker",
    "defibrillator",
    "implant",
    "stent",
    "valve",
    "shunt",
    "prosthesis",
    "stimulator",
    "insulin pump",
];

impl Chart {
    /// The newest blood group. Where results differ all are there, marked: a wrong one kills.
    pub(super) fn blood_group(&self, choices: &mut Vec<CardChoice>) -> Result<(), ReadError> {
        for codes in BLOOD_GROUP {
            let mut found = Vec::new();
            for loinc in codes {
                found.extend(self.observed(loinc, CardSection::BloodGroup)?);
            }
            if !found.is_empty() {
                choices.extend(found);
                break;
            }
        }
        Ok(())
    }

    /// The newest statement on pregnancy, with its date; on the card only if the person says so.
    pub(super) fn pregnancy(&self, choices: &mut Vec<CardChoice>) -> Result<(), ReadError> {
        if let Some(newest) = self
            .observed(PREGNANCY, CardSection::Pregnancy)?
            .into_iter()
            .next()
        {
            choices.push(CardChoice {
                selected: false,
                ..newest
            });
        }
        Ok(())
    }

    /// The different values of an observation, newest first; several of them are disputed.
    fn observed(&self, loinc: &str, section: CardSection) -> Result<Vec<CardChoice>, ReadError> {
        let mut rows: Vec<(Row, Summary)> = Vec::new();
        for section in SECTIONS {
            self.record.each_row::<StoreError>(section, |row| {
                if row.is_current() {
                    let facts = facts::of(&row);
                    if is(&facts, loinc) && !is_error(&facts) {
                        rows.push((row, facts));
                    }
                }
                Ok(())
            })?;
        }
        rows.sort_by(|(a, _), (b, _)| (&b.when, b.id).cmp(&(&a.when, a.id)));
        let mut found: Vec<(Row, CardEntry)> = Vec::new();
        for (row, facts) in rows {
            let Some(value) = &facts.value else { continue };
            let entry = CardEntry {
                text: short(&value.text),
                code: self.value_code(&row)?,
                detail: (section == CardSection::Pregnancy)
                    .then(|| Some(facts.when.as_ref()?.as_str().to_owned()))
                    .flatten(),
                ..CardEntry::default()
            };
            if !found.iter().any(|(_, held)| held.text == entry.text) {
                found.push((row, entry));
            }
        }
        let disputed = found.len() > 1;
        let choice = |(row, entry): (Row, CardEntry)| CardChoice {
            id: row.id,
            selected: true,
            fact: CardFact::Entry(
                section,
                CardEntry {
                    marks: CardMarks {
                        disputed,
                        ..CardMarks::default()
                    },
                    ..entry
                },
            ),
        };
        Ok(found.into_iter().map(choice).collect())
    }

    /// The code of what was found.
    fn value_code(&self, row: &Row) -> Result<Option<pocketchart_share::card::CardCode>, StoreError> {
        let Some(View::Observation(view)) = self.view_of_content(&row.id)? else {
            return Ok(None);
        };
        let Some(Value::Concept(concept)) = view.value() else {
            return Ok(None);
        };
        let coding = concept
            .coding
            .iter()
            .find(|coding| coding.system.as_deref() == Some(SNOMED))
            .or(concept.coding.first());
        Ok(coding.and_then(|coding| {
            code(&Code {
                system: coding.system.clone(),
                code: coding.code.clone()?,
            })
        }))
    }

    /// Devices in use. Selected are those that are built in.
    pub(super) fn implants(&self, choices: &mut Vec<CardChoice>) -> Result<(), ReadError> {
        for item in self.what_holds(Section::Procedures, false)? {
            let in_use = matches!(item.facts.status.as_deref(), None | Some("active"));
            if item.facts.resource_type != "Device" || !in_use {
                continue;
            }
            let Some(entry) = entry(&item.facts) else { continue };
            let built_in = match self.view_of_content(&item.id)? {
                Some(View::Device(device)) => is_built_in(&device, &entry),
                _ => false,
            };
            choices.push(CardChoice {
                id: item.id,
                selected: built_in,
                fact: CardFact::Entry(
                    CardSection::Implants,
                    CardEntry {
                        marks: marks(&item),
                        ..entry
                    },
                ),
            });
        }
        Ok(())
    }
}

fn is(facts: &Summary, loinc: &str) -> bool {
    let code = facts.code.as_ref();
    code.is_some_and(|it| it.system.as_deref() == Some(LOINC) && it.code == loinc)
}

/// What has a unique device identifier, or is known to be an implant by code or name.
fn is_built_in(device: &Device, entry: &CardEntry) -> bool {
    let name = entry.text.to_lowercase();
    let coded = entry
        .code
        .as_ref()
        .is_some_and(|code| IMPLANTS.contains(&code.code.as_str()));
    !device.udi_carrier.is_empty() || coded || IMPLANT_WORDS.iter().any(|word| name.contains(word))
}
