//! Allergies, problems, medicines, vaccines, procedures.

use super::{Before, code_of, concept, date, either, stated};
use crate::arguments::kind;
use crate::failure::{Exit, Failure};
use pocketchart::build::{
    Allergy, AllergyCategory, AllergyStatus, Certainty, Concept, Criticality, Medicine, MedicineStatus,
    Problem, ProblemStatus, Procedure, ProcedureStatus, Severity, Vaccine,
};
use serde_json::Value;

const ONSET: [&str; 2] = ["/onsetDateTime", "/onsetPeriod/start"];
const TAKEN: [&str; 4] = [
    "/effectiveDateTime",
    "/effectivePeriod/start",
    "/authoredOn",
    "/whenHandedOver",
];
const PERFORMED: [&str; 2] = ["/performedDateTime", "/performedPeriod/start"];

pub(super) fn allergy(typed: kind::Allergy, before: &Before) -> Result<Allergy, Failure> {
    let facts = &before.facts;
    if typed.none_known {
        return Ok(Allergy::none_known(stated(typed.stated, before)));
    }
    let reactions: Vec<Concept> = match typed.reaction.is_empty() {
        true => facts.reaction.iter().map(Concept::words).collect(),
        false => typed.reaction.iter().map(Concept::words).collect(),
    };
    let certainty = code_of(Certainty::all(), Certainty::code, facts.verification.as_deref());
    Ok(Allergy {
        substance: concept(typed.what, typed.stated.code.as_deref(), before, "code")?,
        category: typed.category.or_else(|| {
            code_of(
                AllergyCategory::all(),
                AllergyCategory::code,
                facts.category.as_deref(),
            )
        }),
        criticality: typed.risk.or_else(|| {
            code_of(
                Criticality::all(),
                Criticality::code,
                facts.criticality.as_deref(),
            )
        }),
        severity: typed.severity.or_else(|| {
            let had = code_of(Severity::all(), Severity::code, facts.severity.as_deref());
            had.filter(|_| !reactions.is_empty())
        }),
        reactions,
        since: date(typed.since, before.since(&ONSET)),
        status: typed
            .status
            .or_else(|| code_of(AllergyStatus::all(), AllergyStatus::code, facts.status.as_deref()))
            .unwrap_or(AllergyStatus::Active),
        certainty: typed.certainty.or(certainty).unwrap_or(Certainty::Unconfirmed),
        stated: stated(typed.stated, before),
    })
}

pub(super) fn problem(typed: kind::Problem, before: &Before) -> Result<Problem, Failure> {
    let facts = &before.facts;
    let until = date(typed.until, facts.until.clone());
    let ended = if until.is_some() {
        ProblemStatus::Resolved
    } else {
        ProblemStatus::Active
    };
    let had = code_of(ProblemStatus::all(), ProblemStatus::code, facts.status.as_deref());
    // A new end says that it is over, unless something else was typed.
    let had =
        had.filter(|it| until.is_none() || !matches!(it, ProblemStatus::Active | ProblemStatus::Recurrence));
    let certainty = code_of(Certainty::all(), Certainty::code, facts.verification.as_deref());
    Ok(Problem {
        what: concept(typed.what, typed.stated.code.as_deref(), before, "code")?,
        since: date(typed.since, before.since(&ONSET)),
        until,
        status: typed.status.or(had).unwrap_or(ended),
        certainty: typed.certainty.or(certainty).unwrap_or(Certainty::Unconfirmed),
        stated: stated(typed.stated, before),
    })
}

pub(super) fn medicine(typed: kind::Medicine, before: &Before) -> Result<Medicine, Failure> {
    let facts = &before.facts;
    let until = date(typed.until, facts.until.clone());
    let ended = if until.is_some() {
        MedicineStatus::Stopped
    } else {
        MedicineStatus::Active
    };
    let had = code_of(
        MedicineStatus::all(),
        MedicineStatus::code,
        facts.status.as_deref(),
    );
    let had = had.filter(|it| until.is_none() || *it != MedicineStatus::Active);
    let reason = either(typed.reason_for, None).map(Concept::words);
    Ok(Medicine {
        what: concept(
            typed.what,
            typed.stated.code.as_deref(),
            before,
            "medicationCodeableConcept",
        )?,
        status: typed.status.or(had).unwrap_or(ended),
        since: date(typed.since, before.since(&TAKEN)),
        until,
        dosage: either(typed.how, facts.dosage.clone()),
        dose: None,
        reason: reason.or_else(|| before.maybe_concept("/reasonCode/0")),
        stated: stated(typed.stated, before),
    })
}

pub(super) fn vaccine(typed: kind::Vaccine, before: &Before) -> Result<Vaccine, Failure> {
    let facts = &before.facts;
    let when = either(
        typed.when,
        facts
            .when
            .as_ref()
            .map(|it| it.as_str().to_owned())
            .or_else(|| before.text("/occurrenceString")),
    );
    let dose = before
        .at("/protocolApplied/0/doseNumberPositiveInt")
        .and_then(Value::as_u64);
    Ok(Vaccine {
        what: concept(typed.what, typed.stated.code.as_deref(), before, "vaccineCode")?,
        when: when.ok_or_else(|| Failure::new("vaccine-when", Exit::Refused))?,
        not_given: typed.not_given || facts.status.as_deref() == Some("not-done"),
        dose_number: typed.dose.or_else(|| dose.and_then(|it| u32::try_from(it).ok())),
        lot: either(typed.lot, before.text("/lotNumber")),
        given_by: either(typed.given_by, before.text("/performer/0/actor/display")),
        first_hand: false,
        stated: stated(typed.stated, before),
    })
}

pub(super) fn procedure(typed: kind::Procedure, before: &Before) -> Result<Procedure, Failure> {
    let facts = &before.facts;
    let had = code_of(
        ProcedureStatus::all(),
        ProcedureStatus::code,
        facts.status.as_deref(),
    );
    let words = |typed: Option<String>, pointer: &str| {
        either(typed, None)
            .map(Concept::words)
            .or_else(|| before.maybe_concept(pointer))
    };
    Ok(Procedure {
        what: concept(typed.what, typed.stated.code.as_deref(), before, "code")?,
        status: typed.status.or(had).unwrap_or(ProcedureStatus::Completed),
        since: date(typed.since, before.since(&PERFORMED)),
        until: date(typed.until, facts.until.clone()),
        body_site: words(typed.body_site, "/bodySite/0"),
        performer: either(typed.done_by, before.text("/performer/0/actor/display")),
        outcome: words(typed.outcome, "/outcome"),
        stated: stated(typed.stated, before),
    })
}
