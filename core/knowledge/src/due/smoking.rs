//! What the record says of smoking.

use jiff::civil::Date;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::view::{CodeableConcept, Observation, View};

use super::text;
use crate::Statement;
use crate::calendar::age;
use crate::condition::facts::day;
use crate::condition::weigh::Truth;

/// LOINC: tobacco smoking status.
const STATUS: &str = "72166-2";
/// LOINC: packs a day times years.
const PACK_YEARS: &str = "8664-5";
/// LOINC: the day of quitting.
const QUIT: &str = "74010-0";
/// Fewer do not count as heavy.
const HEAVY: f64 = 20.0;
/// Whoever quit longer ago no longer counts.
const QUIT_YEARS: i16 = 15;

/// Answers to the question after the status, of SNOMED CT and LOINC.
const CURRENT: [&str; 12] = [
    "449868002",
    "428041000124106",
    "77176002",
    "428071000124103",
    "428061000124105",
    "65568007",
    "LA18976-3",
    "LA18977-1",
    "LA18979-7",
    "LA18981-3",
    "LA18982-1",
    "8392000",
];
const FORMER: [&str; 2] = ["8517006", "LA15920-4"];
const NEVER: [&str; 2] = ["266919005", "LA18978-9"];

/// What a rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Smoked {
    /// Nothing.
    NotAsked,
    /// Whether the person ever smoked.
    Ever,
    /// 20 pack-years or more, and still smoking or quit within 15 years.
    Heavy,
}

impl Smoked {
    pub(super) fn of(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::NotAsked),
            "ever" => Some(Self::Ever),
            "heavy" => Some(Self::Heavy),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Habit {
    Current,
    Former,
    Never,
}

/// The latest answers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Smoking {
    habit: Option<Habit>,
    pack_years: Option<f64>,
    quit: Option<Date>,
}

impl Smoking {
    pub(super) fn of(statements: &[Statement], on: Date) -> Self {
        let latest = |code: &str| latest(statements, code, on);
        let habit = latest(STATUS).and_then(|it| habit(it.value_codeable_concept.as_ref()?));
        let pack_years = latest(PACK_YEARS).and_then(|it| {
            let value = it.value_quantity.as_ref()?.value.as_ref()?;
            value.as_str().parse().ok()
        });
        let quit = latest(QUIT).and_then(|it| day(it.value_date_time.as_ref()?));
        Self {
            habit,
            pack_years,
            quit,
        }
    }

    pub(super) fn weigh(&self, asked: Smoked, on: Date) -> Truth {
        let ask = |id| Truth::Unknown(vec![text(id)]);
        match (asked, self.habit) {
            (Smoked::NotAsked, _) | (Smoked::Ever, Some(Habit::Current | Habit::Former)) => Truth::Yes,
            (_, Some(Habit::Never)) => Truth::No,
            (_, None) => ask("due-ask-smoking"),
            (Smoked::Heavy, Some(habit)) => match (self.pack_years, habit, self.quit) {
                (Some(years), ..) if years < HEAVY => Truth::No,
                (_, Habit::Former, Some(quit)) if age(quit, on).is_some_and(|ago| ago > QUIT_YEARS) => {
                    Truth::No
                }
                (None, ..) => ask("due-ask-pack-years"),
                (Some(_), Habit::Former, None) => ask("due-ask-quit"),
                _ => Truth::Yes,
            },
        }
    }
}

fn latest<'s>(statements: &'s [Statement], code: &str, on: Date) -> Option<&'s Observation> {
    let observations = statements.iter().filter_map(|statement| match &statement.view {
        View::Observation(observation) => Some((statement, observation)),
        _ => None,
    });
    let of_code = observations.filter(|(_, observation)| {
        let codes = observation.code.iter().flat_map(|code| &code.coding);
        codes
            .filter_map(|coding| coding.code.as_deref())
            .any(|it| it == code)
            && !matches!(
                observation.status.as_deref(),
                Some("entered-in-error" | "cancelled")
            )
    });
    let dated = of_code.filter_map(|(statement, observation)| {
        let when: &FhirDateTime = (observation.effective_date_time.as_ref())
            .or(observation.effective_instant.as_ref())
            .or(observation.issued.as_ref())?;
        let day = day(when).filter(|day| *day <= on)?;
        Some((day, when.order_key(), &statement.entry, observation))
    });
    dated
        .max_by_key(|(day, moment, entry, _)| (*day, *moment, *entry))
        .map(|(.., observation)| &**observation)
}

fn habit(answer: &CodeableConcept) -> Option<Habit> {
    answer
        .coding
        .iter()
        .filter_map(|coding| coding.code.as_deref())
        .find_map(|code| {
            let is = |codes: &[&str]| codes.contains(&code);
            if is(&CURRENT) {
                Some(Habit::Current)
            } else if is(&FORMER) {
                Some(Habit::Former)
            } else {
                is(&NEVER).then_some(Habit::Never)
            }
        })
}
