//! What stands in a visit, and the entries that come of it. Numbers, dates and codes stay as they were typed.

use pocketchart::{
    Decimal, Draft, FhirDateTime,
    build::{
        Author, Category, Certainty, Concept, Found, Measurement, Medicine, MedicineStatus, Note, NoteKind,
        Problem, ProblemStatus, Quantity, Stated, Vaccine,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{VisitError, encounter::TookPlace};
use crate::problem;

/// What a clinician writes of a visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct VisitContent {
    /// How it took place, where somebody says it.
    pub(crate) encounter: Option<TookPlace>,
    /// The note's heading.
    pub(crate) title: String,
    /// The note as free text.
    pub(crate) note: String,
    /// What the patient tells.
    pub(crate) subjective: String,
    /// What was found.
    pub(crate) objective: String,
    /// What the clinician makes of it.
    pub(crate) assessment: String,
    /// What is to be done: a note of its own.
    pub(crate) plan: String,
    pub(crate) diagnoses: Vec<Diagnosis>,
    pub(crate) medicines: Vec<MedicineChange>,
    pub(crate) results: Vec<Measured>,
    pub(crate) vitals: Vec<Measured>,
    pub(crate) blood_pressures: Vec<BloodPressure>,
    pub(crate) vaccines: Vec<Given>,
    pub(crate) referrals: Vec<Referral>,
}

/// Words, with the code that means the same where one is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    /// What people read.
    text: String,
    /// The code's system: a URL, such as `http://snomed.info/sct`.
    #[serde(default)]
    system: Option<String>,
    #[serde(default)]
    code: Option<String>,
}

/// A diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Diagnosis {
    what: Named,
    /// Since when: a year, a month or a day.
    #[serde(default)]
    since: Option<String>,
    /// It is over since then.
    #[serde(default)]
    until: Option<String>,
    /// It is suspected and not confirmed.
    #[serde(default)]
    suspected: bool,
    #[serde(default)]
    remark: Option<String>,
}

/// What becomes of a medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = VisitChange)]
pub(crate) enum Step {
    /// It is taken from now on.
    Start,
    /// It is taken otherwise from now on.
    Change,
    /// It is not taken any more.
    Stop,
}

/// A medicine that is started, changed or stopped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MedicineChange {
    change: Step,
    /// Name and strength.
    what: Named,
    /// How to take it, in words.
    #[serde(default)]
    dosage: Option<String>,
    /// Since when it is taken, or until when it was: the day of signing, if it is left out.
    #[serde(default)]
    when: Option<String>,
    /// What it is for.
    #[serde(default)]
    purpose: Option<String>,
    /// Such as why it is stopped.
    #[serde(default)]
    remark: Option<String>,
}

/// A number with its unit, or words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = VisitMeasured)]
pub(crate) struct Measured {
    what: Named,
    /// When it was measured: the time of signing, if it is left out.
    #[serde(default)]
    when: Option<String>,
    /// The number as typed.
    #[serde(default)]
    number: Option<String>,
    /// The unit for people.
    #[serde(default)]
    unit: Option<String>,
    /// The unit in UCUM.
    #[serde(default)]
    ucum: Option<String>,
    /// What was found, where it is no number.
    #[serde(default)]
    words: Option<String>,
    /// Limits of what is usual, in the same unit.
    #[serde(default)]
    low: Option<String>,
    #[serde(default)]
    high: Option<String>,
    /// HL7's mark: `H`, `L`, `N`, `HH`, `LL`, `A`.
    #[serde(default)]
    flag: Option<String>,
}

/// Blood pressure in mmHg.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BloodPressure {
    systolic: String,
    diastolic: String,
    /// When it was measured: the time of signing, if it is left out.
    #[serde(default)]
    when: Option<String>,
}

/// A vaccine that the clinic gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    what: Named,
    /// The day: that of signing, if it is left out.
    #[serde(default)]
    when: Option<String>,
    /// Which dose of its series, from 1.
    #[serde(default)]
    dose: Option<u32>,
    /// The number on the package.
    #[serde(default)]
    lot: Option<String>,
}

/// To whom the patient is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Referral {
    to: String,
    /// Why, and what is asked.
    text: String,
}

/// Who says so, and when.
pub(crate) struct Said<'a> {
    pub(crate) by: &'a str,
    /// An instant.
    pub(crate) at: &'a str,
    /// In which visit, by our own name for its Encounter.
    pub(crate) encounter: Option<String>,
}

impl Said<'_> {
    pub(super) fn stated(&self, remark: Option<&String>) -> Stated {
        Stated {
            recorded: Some(FhirDateTime::new(self.at)),
            by: Some(Author {
                name: Some(self.by.to_owned()),
                reference: None,
            }),
            note: remark.filter(|it| !it.trim().is_empty()).cloned(),
            encounter: self.encounter.clone(),
            ..Stated::default()
        }
    }

    fn time(&self, when: Option<&String>) -> FhirDateTime {
        FhirDateTime::new(when.map_or(self.at, String::as_str))
    }

    /// The day on which it is said: `YYYY-MM-DD`.
    pub(crate) fn day(&self) -> &str {
        self.at.split('T').next().unwrap_or(self.at)
    }

    fn day_or_today(&self, when: Option<&String>) -> FhirDateTime {
        FhirDateTime::new(when.map_or(self.day(), String::as_str))
    }
}

impl VisitContent {
    /// The entries that come of it, in an order that stays the same: the Encounter first, to which the others refer.
    pub(crate) fn drafts(&self, said: &Said<'_>) -> Result<Vec<Draft>, VisitError> {
        let mut drafts = Vec::new();
        if let Some(it) = &self.encounter {
            drafts.push(it.draft(said, self.diagnoses.iter().map(|it| it.what.concept()))?);
        }
        drafts.extend(self.notes(said));
        drafts.extend(self.diagnoses.iter().map(|it| it.draft(said)));
        drafts.extend(self.medicines.iter().map(|it| it.draft(said)));
        for (measured, category) in [
            (&self.results, Category::Laboratory),
            (&self.vitals, Category::VitalSigns),
        ] {
            for it in measured {
                drafts.push(it.draft(said, category)?);
            }
        }
        for it in &self.blood_pressures {
            drafts.push(it.draft(said)?);
        }
        drafts.extend(self.vaccines.iter().map(|it| it.draft(said)));
        Ok(drafts)
    }

    /// The medicines that are taken from now on: what decision support looks at.
    pub(crate) fn taken(&self, said: &Said<'_>) -> Vec<Draft> {
        let taken = self.medicines.iter().filter(|it| it.change != Step::Stop);
        taken.map(|it| it.draft(said)).collect()
    }

    fn notes(&self, said: &Said<'_>) -> Vec<Draft> {
        let parts = [
            ("desk-visit-subjective", &self.subjective),
            ("desk-visit-objective", &self.objective),
            ("desk-visit-assessment", &self.assessment),
        ];
        let parts = parts.into_iter().filter_map(|(heading, text)| {
            let text = filled(text)?;
            let heading = problem::say(heading, &[]).unwrap_or_default();
            Some(format!("{heading}\n{text}"))
        });
        let note: Vec<String> = filled(&self.note).into_iter().chain(parts).collect();
        let note = note.join("\n\n");
        let title = filled(&self.title);
        let all = [
            (NoteKind::Progress, title, note),
            (NoteKind::Plan, None, self.plan.clone()),
        ];
        let referrals = self.referrals.iter();
        let referrals = referrals.map(|it| (NoteKind::Referral, filled(&it.to), it.text.clone()));
        let written = all.into_iter().filter(|(_, _, text)| filled(text).is_some());
        written
            .chain(referrals)
            .map(|(kind, title, text)| {
                Draft::Note(Note {
                    stated: said.stated(None),
                    kind,
                    title,
                    text,
                })
            })
            .collect()
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|it| !it.is_empty())
}

fn decimal(text: &str) -> Result<Decimal, VisitError> {
    Decimal::new(text.trim()).map_err(|_| VisitError::Number)
}

fn limit(text: Option<&String>) -> Result<Option<Decimal>, VisitError> {
    text.map(|it| decimal(it)).transpose()
}

impl Named {
    fn concept(&self) -> Concept {
        match (&self.system, &self.code) {
            (Some(system), Some(code)) => Concept::coded(system, code, &self.text),
            _ => Concept::words(&self.text),
        }
    }
}

impl Diagnosis {
    fn draft(&self, said: &Said<'_>) -> Draft {
        Draft::Problem(Problem {
            stated: said.stated(self.remark.as_ref()),
            what: self.what.concept(),
            since: self.since.as_ref().map(FhirDateTime::new),
            until: self.until.as_ref().map(FhirDateTime::new),
            status: match self.until {
                Some(_) => ProblemStatus::Resolved,
                None => ProblemStatus::Active,
            },
            certainty: match self.suspected {
                true => Certainty::Unconfirmed,
                false => Certainty::Confirmed,
            },
        })
    }
}

impl MedicineChange {
    fn draft(&self, said: &Said<'_>) -> Draft {
        let (status, when) = match self.change {
            Step::Stop => (
                MedicineStatus::Stopped,
                (None, Some(said.day_or_today(self.when.as_ref()))),
            ),
            Step::Start | Step::Change => (
                MedicineStatus::Active,
                (Some(said.day_or_today(self.when.as_ref())), None),
            ),
        };
        Draft::Medicine(Medicine {
            stated: said.stated(self.remark.as_ref()),
            what: self.what.concept(),
            status,
            since: when.0,
            until: when.1,
            dosage: self.dosage.clone(),
            dose: None,
            reason: self.purpose.as_ref().map(Concept::words),
        })
    }
}

impl Measured {
    fn draft(&self, said: &Said<'_>, category: Category) -> Result<Draft, VisitError> {
        let value = match (&self.number, &self.words) {
            (Some(number), _) => Some(Found::Quantity(Quantity {
                value: decimal(number)?,
                unit: self.unit.clone().unwrap_or_default(),
                ucum: self.ucum.clone(),
            })),
            (None, Some(words)) => Some(Found::Words(words.clone())),
            (None, None) => None,
        };
        Ok(Draft::Measurement(Measurement {
            stated: said.stated(None),
            what: self.what.concept(),
            category,
            when: Some(said.time(self.when.as_ref())),
            value,
            low: limit(self.low.as_ref())?,
            high: limit(self.high.as_ref())?,
            flag: self.flag.clone(),
            ..Measurement::default()
        }))
    }
}

impl BloodPressure {
    fn draft(&self, said: &Said<'_>) -> Result<Draft, VisitError> {
        Ok(Draft::Measurement(Measurement::blood_pressure(
            said.stated(None),
            said.time(self.when.as_ref()),
            decimal(&self.systolic)?,
            decimal(&self.diastolic)?,
        )))
    }
}

impl Given {
    fn draft(&self, said: &Said<'_>) -> Draft {
        Draft::Vaccine(Vaccine {
            stated: said.stated(None),
            what: self.what.concept(),
            when: said.day_or_today(self.when.as_ref()).as_str().to_owned(),
            not_given: false,
            dose_number: self.dose,
            lot: self.lot.clone(),
            given_by: Some(said.by.to_owned()),
            first_hand: true,
        })
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod tests {
    use super::*;

    const SAID: Said<'_> = Said {
        by: "Cleo",
        at: "2026-11-27T10:00:00Z",
        encounter: None,
    };

    fn of(json: &str) -> VisitContent {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn parts_of_a_note_are_one_note_and_the_plan_is_its_own() {
        let content = of(r#"{"note":"Seen today.","subjective":"Sore throat.","plan":"Rest."}"#);
        let drafts = content.drafts(&SAID).unwrap();
        let [Draft::Note(note), Draft::Note(plan)] = drafts.as_slice() else {
            panic!("{drafts:?}")
        };
        assert_eq!((note.kind, plan.kind), (NoteKind::Progress, NoteKind::Plan));
        assert!(note.text.starts_with("Seen today.\n\n") && note.text.ends_with("\nSore throat."));
        assert_eq!(plan.text, "Rest.");
        assert!(of("{}").drafts(&SAID).unwrap().is_empty());
    }

    #[test]
    fn a_stopped_medicine_ends_and_is_not_checked_as_taken() {
        let content = of(
            r#"{"medicines":[{"change":"stop","what":{"text":"Ibuprofen"},"remark":"stomach pain"},
                {"change":"start","what":{"text":"Paracetamol 500 mg"},"when":"2026-11-20"}]}"#,
        );
        let drafts = content.drafts(&SAID).unwrap();
        let [Draft::Medicine(stopped), Draft::Medicine(started)] = drafts.as_slice() else {
            panic!("{drafts:?}")
        };
        assert_eq!(stopped.status, MedicineStatus::Stopped);
        assert_eq!(stopped.until, Some(FhirDateTime::new("2026-11-27")));
        assert_eq!(started.since, Some(FhirDateTime::new("2026-11-20")));
        assert_eq!(content.taken(&SAID), drafts[1..]);
    }

    #[test]
    fn a_visit_took_place_and_its_reason_has_the_code_of_the_diagnosis_that_it_names() {
        let content = of(
            r#"{"encounter":{"class":"virtual","begin":"2026-11-27T09:30:00Z","reason":"laryngitis "},
                "diagnoses":[{"what":{"text":"Laryngitis","system":"http://snomed.info/sct","code":"45913009"}}]}"#,
        );
        let drafts = content.drafts(&SAID).unwrap();
        let [Draft::Encounter(visit), Draft::Problem(_)] = drafts.as_slice() else {
            panic!("{drafts:?}")
        };
        assert_eq!(visit.class.code(), "VR");
        assert_eq!(
            visit.reason.as_ref().unwrap().coding[0].code.as_deref(),
            Some("45913009")
        );
        let least = |json: &str| match of(json).drafts(&SAID).unwrap().pop() {
            Some(Draft::Encounter(it)) => (it.since, it.until, it.reason),
            other => panic!("{other:?}"),
        };
        let today = Some(FhirDateTime::new("2026-11-27"));
        assert_eq!(
            least(r#"{"encounter":{"class":"home","reason":" "}}"#),
            (today, None, None)
        );
        let end = Some(FhirDateTime::new("2026-11-26"));
        assert_eq!(
            least(r#"{"encounter":{"class":"home","end":"2026-11-26","reason":"Cough"}}"#),
            (None, end, Some(Concept::words("Cough")))
        );
    }

    #[test]
    fn numbers_stay_as_typed_and_what_is_none_is_refused() {
        let read = |number: &str| {
            let json =
                format!(r#"{{"vitals":[{{"what":{{"text":"Weight"}},"number":"{number}","unit":"kg"}}]}}"#);
            of(&json).drafts(&SAID)
        };
        let drafts = read("71.50").unwrap();
        let [
            Draft::Measurement(Measurement {
                value: Some(Found::Quantity(it)),
                ..
            }),
        ] = drafts.as_slice()
        else {
            panic!("{drafts:?}")
        };
        assert_eq!(it.value.as_str(), "71.50");
        for bad in ["71,5", "a lot", ""] {
            assert!(matches!(read(bad), Err(VisitError::Number)), "{bad}");
        }
    }
}
