//! What a form that was filled in measures: answers with a number to questions that carry a code.

use super::{Answers, Form, UNIT};
use crate::FhirDateTime;
use crate::build::{Category, Component, Concept, Found, Measurement, Quantity};
use crate::readings::{Measure, Unit};
use crate::view::{Answer, Coding, Quantity as Stated, QuestionnaireItem};
use std::collections::BTreeSet;

const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";
/// FHIR R4's vital signs that are one number (value set `observation-vitalsignresult`), and the code of a clip on the finger.
const VITAL_SIGNS: [&str; 9] = [
    "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "8302-2", "9843-4", "29463-7", "39156-5",
];
/// The code that R4's profile of vital signs wants beside the one of a clip on the finger.
const OXYGEN: [&str; 2] = ["59408-5", "2708-6"];

/// Something that answers of a form state as a measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The questions, by their `linkId`: of a blood pressure two.
    pub questions: Vec<String>,
    /// Which of the answers to the question, from 0.
    pub answer: usize,
    /// The measurement, as yet about nobody. `when` is what the form says of it.
    pub measurement: Measurement,
}

impl Form {
    /// The measurements that these answers state, in the form's order: a number in a unit, or a whole number that needs none, to a
    /// question with a code. Numbers and units are as they were answered.
    ///
    /// A measurement is final: whoever measured says no more of it. When it was made is what the question of the same group says, or of
    /// one around it, whose `definition` is that of `Observation.effective[x]`. The two numbers of a blood pressure are one
    /// measurement; one of them alone is none, nor is what does not fit its question, what is only known to be more or less (`comparator`), a
    /// vital sign without a unit in UCUM, or a number whose unit is that of none or of several of the question's codes: these stay answers.
    ///
    /// ```
    /// use pocketchart_fhir::build::Found;
    /// use pocketchart_fhir::form::{Answers, Form};
    ///
    /// let form = Form::read(br#"{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"kg","text":"Weight",
    ///     "type":"quantity","code":[{"system":"http://loinc.org","code":"29463-7"}],"extension":[{
    ///         "url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
    ///         "valueCoding":{"system":"http://unitsofmeasure.org","code":"kg"}}]}]}"#)?;
    /// let typed = form.item("kg").unwrap().typed("81.50 kg").unwrap();
    /// let measured = form.measured(&Answers::from([("kg".into(), vec![typed])]));
    /// let Some(Found::Quantity(weight)) = &measured[0].measurement.value else { panic!() };
    /// assert_eq!((weight.value.as_str(), weight.ucum.as_deref()), ("81.50", Some("kg")));
    /// # Ok::<(), pocketchart_fhir::form::FormError>(())
    /// ```
    pub fn measured(&self, answers: &Answers) -> Vec<Measured> {
        let asked = self.asked(answers);
        let unfit: BTreeSet<String> = self.faults(answers).into_iter().map(|it| it.link_id).collect();
        let fits = |it: &&str| !unfit.contains(*it);
        let mut filled = Filled {
            fit: asked
                .iter()
                .filter_map(|it| it.link_id.as_deref())
                .filter(fits)
                .collect(),
            answers,
            measured: Vec::new(),
        };
        filled.level(&self.questionnaire().item, None);
        filled.measured
    }
}

struct Filled<'a> {
    /// What is asked, and answered as it is asked.
    fit: BTreeSet<&'a str>,
    answers: &'a Answers,
    measured: Vec<Measured>,
}

/// A number that answers a question.
struct Number {
    measure: Option<Measure>,
    measured: Measured,
}

impl<'a> Filled<'a> {
    fn given(&self, item: &'a QuestionnaireItem) -> Option<(&'a str, &'a [Answer])> {
        let id = item.link_id.as_deref().filter(|id| self.fit.contains(id))?;
        Some((id, self.answers.get(id)?))
    }

    /// Questions beside one another, and what lies in them.
    fn level(&mut self, items: &'a [QuestionnaireItem], when: Option<&'a FhirDateTime>) {
        let when = items.iter().find_map(|it| self.when(it)).or(when);
        let mut numbers = Vec::new();
        for item in items {
            if let Some((id, given)) = self.given(item) {
                let found = given
                    .iter()
                    .enumerate()
                    .filter_map(|(at, answer)| number(item, (id, at), answer, when));
                numbers.extend(found);
            }
        }
        self.measured.extend(together(numbers));
        for item in items {
            self.level(&item.item, when);
        }
    }

    /// When everything beside this question was measured, if that is what it asks: to the day at least.
    fn when(&self, item: &'a QuestionnaireItem) -> Option<&'a FhirDateTime> {
        let (_, path) = item.definition.as_deref()?.split_once('#')?;
        let (_, [answer]) = self
            .given(item)
            .filter(|_| path.starts_with("Observation.effective"))?
        else {
            return None;
        };
        let said = answer.value_date_time.as_ref().or(answer.value_date.as_ref());
        said.filter(|it| it.as_str().len() >= 10)
    }
}

fn number(
    item: &QuestionnaireItem,
    (id, at): (&str, usize),
    answer: &Answer,
    when: Option<&FhirDateTime>,
) -> Option<Number> {
    let value = value(item, answer)?;
    let ucum = match &value {
        Found::Quantity(it) => it.ucum.as_deref(),
        _ => None,
    };
    let (measure, coding) = meant(item, ucum)?;
    let is_vital = |it: &Coding| is_loinc(it) && VITAL_SIGNS.contains(&code(it));
    let category = match coding.iter().any(is_vital) {
        true if ucum.is_none() => return None,
        true => Category::VitalSigns,
        false => Category::Survey,
    };
    Some(Number {
        measure,
        measured: Measured {
            questions: vec![id.to_owned()],
            answer: at,
            measurement: Measurement {
                what: Concept {
                    text: item.words().to_owned(),
                    coding,
                },
                category,
                when: when.cloned(),
                value: Some(value),
                ..Measurement::default()
            },
        },
    })
}

fn value(item: &QuestionnaireItem, answer: &Answer) -> Option<Found> {
    if let Some(quantity) = &answer.value_quantity {
        return amount(quantity).map(Found::Quantity);
    }
    let unit = item.extension_at(UNIT).find_map(|it| it.value_coding.as_ref());
    let number = answer.value_decimal.as_ref().or(answer.value_integer.as_ref())?;
    match unit {
        Some(unit) => amount(&Stated {
            value: Some(number.clone()),
            unit: unit.words().map(str::to_owned),
            system: unit.system.clone(),
            code: unit.code.clone(),
            ..Stated::default()
        })
        .map(Found::Quantity),
        None => answer.value_integer.clone().map(Found::Integer),
    }
}

fn amount(it: &Stated) -> Option<Quantity> {
    if it.comparator.is_some() {
        return None;
    }
    let is_filled = |it: &&String| !it.trim().is_empty();
    let ucum = it
        .code
        .as_ref()
        .filter(|_| it.system.as_deref() == Some(UCUM))
        .filter(is_filled);
    let unit = it.unit.as_ref().filter(is_filled).or(ucum)?;
    Some(Quantity {
        value: it.value.clone()?,
        unit: unit.clone(),
        ucum: ucum.cloned(),
    })
}

/// What a number in this unit is of, where devices at home measure it, and which of the question's codes say so.
fn meant(item: &QuestionnaireItem, ucum: Option<&str>) -> Option<(Option<Measure>, Vec<Coding>)> {
    let coded = item
        .code
        .iter()
        .filter(|it| it.system.is_some() && it.code.is_some());
    let (mut loinc, mut coding): (Vec<Coding>, Vec<Coding>) = coded.cloned().partition(is_loinc);
    let systems: BTreeSet<_> = coding.iter().map(|it| &it.system).collect();
    if systems.len() < coding.len() {
        return None;
    }
    let is_of =
        |measure: &Measure, it: &Coding| Unit::all().iter().any(|unit| measure.loinc(*unit).0 == code(it));
    let mut measures = Measure::all().iter();
    let measure = measures
        .find(|measure| loinc.iter().any(|it| is_of(measure, it)))
        .copied();
    let unit = Unit::all().iter().find(|it| Some(it.code()) == ucum).copied();
    if let (Some(measure), Some(unit)) = (measure, unit) {
        // A glucose in moles has another code than one in mass.
        let is_meant = |it: &Coding| {
            code(it) == measure.loinc(unit).0
                || (measure == Measure::OxygenSaturation && OXYGEN.contains(&code(it)))
        };
        loinc.retain(|it| measure.units().contains(&unit) && is_meant(it));
        if loinc.is_empty() {
            return None;
        }
        if measure == Measure::OxygenSaturation {
            let missing = OXYGEN
                .into_iter()
                .filter(|it| !loinc.iter().any(|known| code(known) == *it));
            let missing: Vec<Coding> = missing.map(of_loinc).collect();
            loinc.extend(missing);
        }
    } else if loinc.len() > 1 {
        return None;
    }
    loinc.append(&mut coding);
    (!loinc.is_empty()).then_some((measure, loinc))
}

fn of_loinc(code: &str) -> Coding {
    Coding {
        system: Some(LOINC.to_owned()),
        code: Some(code.to_owned()),
        ..Coding::default()
    }
}

fn is_loinc(it: &Coding) -> bool {
    it.system.as_deref() == Some(LOINC)
}

fn code(it: &Coding) -> &str {
    it.code.as_deref().unwrap_or_default()
}

/// The two numbers of a blood pressure become one measurement, in the place of the first; one of them alone, or several, none.
fn together(numbers: Vec<Number>) -> Vec<Measured> {
    let of = |wanted: Measure| {
        let mut found = numbers.iter().filter(|it| it.measure == Some(wanted));
        found.next().filter(|_| found.next().is_none())
    };
    let mut pressure = of(Measure::Systolic)
        .zip(of(Measure::Diastolic))
        .and_then(|(upper, lower)| {
            let components = [component(upper)?, component(lower)?];
            let [first, second] = &components;
            (first.value.ucum.is_some() && first.value.ucum == second.value.ucum).then(|| Measured {
                questions: [&upper.measured.questions, &lower.measured.questions]
                    .into_iter()
                    .flatten()
                    .cloned()
                    .collect(),
                answer: 0,
                measurement: Measurement {
                    what: Measurement::blood_pressure_panel(),
                    when: upper.measured.measurement.when.clone(),
                    components: components.into(),
                    ..Measurement::default()
                },
            })
        });
    let mut all = Vec::new();
    for number in numbers {
        match number.measure {
            Some(Measure::Systolic | Measure::Diastolic) => all.extend(pressure.take()),
            _ => all.push(number.measured),
        }
    }
    all
}

fn component(number: &Number) -> Option<Component> {
    match &number.measured.measurement.value {
        Some(Found::Quantity(value)) => Some(Component {
            what: number.measured.measurement.what.clone(),
            value: value.clone(),
        }),
        _ => None,
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]
mod tests {
    use super::*;
    use crate::build::Build;
    use serde_json::{Value, json};

    fn question(id: &str, kind: &str, codes: &[&str], units: &[&str]) -> Value {
        let option = |unit: &&str| {
            json!({ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
                "valueCoding": { "system": UCUM, "code": unit } })
        };
        let coding = |code: &&str| json!({ "system": LOINC, "code": code });
        json!({ "linkId": id, "text": id, "type": kind, "repeats": true,
            "code": codes.iter().map(coding).collect::<Vec<_>>(), "extension": units.iter().map(option).collect::<Vec<_>>() })
    }

    fn measured(items: Value, answers: &[(&str, &str)]) -> Vec<(Vec<String>, Value)> {
        let form = json!({ "resourceType": "Questionnaire", "status": "active", "item": items });
        let form = Form::read(form.to_string().as_bytes()).unwrap();
        let mut given = Answers::new();
        for (id, typed) in answers {
            let answer = form.item(id).unwrap().typed(typed).unwrap();
            given.entry((*id).to_owned()).or_default().push(answer);
        }
        let built = form.measured(&given).into_iter().map(|mut it| {
            it.measurement.stated.subject = "Patient/1".to_owned();
            let json = it.measurement.build().unwrap();
            (it.questions, serde_json::from_slice(&json).unwrap())
        });
        built.collect()
    }

    fn pressure() -> Vec<Value> {
        vec![
            question("upper", "quantity", &["8480-6"], &["mm[Hg]", "kPa"]),
            question("lower", "quantity", &["8462-4"], &["mm[Hg]", "kPa"]),
        ]
    }

    #[test]
    fn two_numbers_are_one_blood_pressure_and_one_alone_is_none() {
        let found = measured(
            json!(pressure()),
            &[("upper", "120 mm[Hg]"), ("lower", "80 mm[Hg]")],
        );
        let [(questions, pressure_of)] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(questions, &["upper", "lower"]);
        assert_eq!(pressure_of["code"]["coding"][0]["code"], "85354-9");
        assert_eq!(pressure_of["category"][0]["coding"][0]["code"], "vital-signs");
        assert_eq!(pressure_of["component"][1]["valueQuantity"]["code"], "mm[Hg]");
        for unfit in [
            vec![("upper", "120 mm[Hg]")],
            vec![("upper", "120 mm[Hg]"), ("lower", "10 kPa")],
            vec![
                ("upper", "120 mm[Hg]"),
                ("upper", "130 mm[Hg]"),
                ("lower", "80 mm[Hg]"),
            ],
        ] {
            assert_eq!(measured(json!(pressure()), &unfit), [], "{unfit:?}");
        }
    }

    #[test]
    fn a_number_has_the_code_of_its_unit_or_stays_an_answer() {
        let glucose = json!([question(
            "sugar",
            "quantity",
            &["2339-0", "15074-8"],
            &["mg/dL", "mmol/L"]
        )]);
        let code =
            |typed: &str| measured(glucose.clone(), &[("sugar", typed)])[0].1["code"]["coding"].clone();
        assert_eq!(code("104 mg/dL"), json!([{ "system": LOINC, "code": "2339-0" }]));
        assert_eq!(
            code("5.80 mmol/L"),
            json!([{ "system": LOINC, "code": "15074-8" }])
        );
        let oxygen = json!([question("oxygen", "quantity", &["59408-5"], &["%"])]);
        let found = measured(oxygen, &[("oxygen", "97 %")]);
        assert_eq!(found[0].1["code"]["coding"][1]["code"], "2708-6");
        for unfit in [
            // Which of two codes is meant nobody can say; of moles the code is another; no such quantity has this unit.
            question("a", "quantity", &["1234-5", "1234-6"], &["mg/dL"]),
            question("a", "quantity", &["15074-8"], &["mg/dL"]),
            question("a", "quantity", &["29463-7"], &["mg/dL"]),
            question("a", "quantity", &[], &["mg/dL"]),
            question("a", "quantity", &["29463-7"], &[]),
            question("a", "decimal", &["29463-7"], &[]),
        ] {
            let typed = if unfit["type"] == "decimal" {
                "7.0"
            } else {
                "7.0 mg/dL"
            };
            assert_eq!(measured(json!([unfit]), &[("a", typed)]), [], "{unfit}");
        }
    }

    #[test]
    fn a_score_is_a_whole_number_and_a_number_may_have_the_questions_unit() {
        let mut days = question("days", "decimal", &["1234-5"], &[]);
        days["extension"] =
            json!([{ "url": UNIT, "valueCoding": { "system": UCUM, "code": "d", "display": "days" } }]);
        let items = json!([question("pain", "integer", &["72514-3"], &[]), days]);
        let found = measured(items, &[("pain", "4"), ("days", "2.50")]);
        assert_eq!(
            (
                &found[0].1["valueInteger"],
                &found[0].1["category"][0]["coding"][0]["code"]
            ),
            (&json!(4), &json!("survey"))
        );
        assert_eq!(found[1].1["valueQuantity"]["unit"], "days");
    }

    #[test]
    fn when_is_what_the_nearest_question_says_that_asks_for_it() {
        let when = |id: &str| {
            json!({ "linkId": id, "type": "dateTime",
                "definition": "http://hl7.org/fhir/StructureDefinition/Observation#Observation.effective[x]" })
        };
        let weight = |id: &str| question(id, "quantity", &["29463-7"], &["kg"]);
        let items = json!([weight("a"), when("then"), { "linkId": "g", "type": "group", "item": [weight("b"), when("before")] },
            { "linkId": "h", "type": "group", "item": [weight("c")] }]);
        let kilos = [("a", "1 kg"), ("b", "2 kg"), ("c", "3 kg")];
        let times = [("then", "2026-11-27"), ("before", "2026-11-26T08:00:00Z")];
        let found = measured(items.clone(), &[&kilos[..], &times[..]].concat());
        let of = |at: usize| found[at].1["effectiveDateTime"].as_str().unwrap().to_owned();
        assert_eq!(
            [of(0), of(1), of(2)],
            ["2026-11-27", "2026-11-26T08:00:00Z", "2026-11-27"]
        );
        let found = measured(items, &[&kilos[..], &[("then", "2026-11")]].concat());
        assert!(found[0].1.get("effectiveDateTime").is_none(), "a month is no day");
    }
}
