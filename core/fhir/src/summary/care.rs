use super::code::{best_code, negation_of, status_of, words_of};
use super::observation::{of_quantity, of_range, worded};
use super::{Amount, Negation, Reading, Summary, display, target};
use crate::view::{
    CarePlan, CodeableConcept, Condition, Encounter, FamilyMemberHistory, Goal, Immunization, Procedure,
};

pub(super) fn condition(view: &Condition) -> Summary {
    let onset = view.onset_period.clone().unwrap_or_default();
    let abated = view.abatement_period.clone().unwrap_or_default();
    Summary {
        title: words_of(&view.code),
        code: view.code.as_ref().and_then(best_code),
        category: view
            .category
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        when: view
            .onset_date_time
            .clone()
            .or(onset.start)
            .or_else(|| view.recorded_date.clone()),
        until: view.abatement_date_time.clone().or(abated.end).or(abated.start),
        status: status_of(&view.clinical_status),
        verification: status_of(&view.verification_status),
        severity: words_of(&view.severity),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: display(view.asserter.iter().chain(&view.recorder)),
        negation: negation_of(&view.code),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn immunization(view: &Immunization) -> Summary {
    let cvx = |concept: &CodeableConcept| {
        let coding = concept
            .coding
            .iter()
            .find(|c| c.system.as_deref() == Some("http://hl7.org/fhir/sid/cvx"));
        coding.and_then(|coding| {
            Some(super::Code {
                system: coding.system.clone(),
                code: coding.code.clone()?,
            })
        })
    };
    let not_done = (view.status.as_deref() == Some("not-done")).then_some(Negation::NotDone);
    Summary {
        title: words_of(&view.vaccine_code),
        code: view
            .vaccine_code
            .as_ref()
            .and_then(|concept| cvx(concept).or_else(|| best_code(concept))),
        when: view.occurrence_date_time.clone(),
        status: view.status.clone(),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: display(
            view.performer
                .iter()
                .filter_map(|performer| performer.actor.as_ref()),
        ),
        negation: negation_of(&view.vaccine_code).or(not_done),
        subject: target(&view.patient),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn procedure(view: &Procedure) -> Summary {
    let period = view.performed_period.clone().unwrap_or_default();
    let performers = view
        .performer
        .iter()
        .filter_map(|performer| performer.actor.as_ref());
    let not_done = (view.status.as_deref() == Some("not-done")).then_some(Negation::NotDone);
    Summary {
        title: words_of(&view.code),
        code: view.code.as_ref().and_then(best_code),
        category: words_of(&view.category),
        when: view.performed_date_time.clone().or(period.start),
        until: period.end,
        status: view.status.clone(),
        note: view
            .note
            .iter()
            .find_map(|note| note.text.clone())
            .or_else(|| words_of(&view.outcome)),
        who: display(performers.chain(&view.asserter).chain(&view.recorder)),
        negation: negation_of(&view.code).or(not_done),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn encounter(view: &Encounter) -> Summary {
    let period = view.period.clone().unwrap_or_default();
    let class = view
        .class
        .as_ref()
        .and_then(|class| class.words().map(str::to_owned));
    let participants = view
        .participant
        .iter()
        .filter_map(|participant| participant.individual.as_ref());
    Summary {
        title: view
            .kind
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned)
            .or_else(|| class.clone()),
        code: view.kind.iter().find_map(best_code),
        category: class,
        when: period.start,
        until: period.end,
        status: view.status.clone(),
        note: view
            .reason_code
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        who: display(participants.chain(&view.service_provider)),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

/// The relative is the title; each of their conditions is a reading whose value is the age, range or words of its onset.
pub(super) fn family_history(view: &FamilyMemberHistory) -> Summary {
    let conditions = view.condition.iter().map(|condition| {
        let age = condition.onset_age.clone().map(of_quantity);
        let range = condition.onset_range.clone().map(of_range);
        Reading {
            title: words_of(&condition.code),
            code: condition.code.as_ref().and_then(best_code),
            value: age
                .or(range)
                .or_else(|| condition.onset_string.as_deref().map(worded)),
            ..Reading::default()
        }
    });
    Summary {
        title: words_of(&view.relationship).or_else(|| view.name.clone()),
        code: view.relationship.as_ref().and_then(best_code),
        when: view.date.clone(),
        status: view.status.clone(),
        components: conditions.collect(),
        note: view.note.iter().find_map(|note| note.text.clone()),
        subject: target(&view.patient),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn care_plan(view: &CarePlan) -> Summary {
    let period = view.period.clone().unwrap_or_default();
    let category = view
        .category
        .iter()
        .find_map(CodeableConcept::words)
        .map(str::to_owned);
    Summary {
        title: view.title.clone().or_else(|| category.clone()),
        code: view.category.iter().find_map(best_code),
        category,
        when: period.start.or_else(|| view.created.clone()),
        until: period.end,
        status: view.status.clone(),
        note: view
            .description
            .clone()
            .or_else(|| view.note.iter().find_map(|note| note.text.clone())),
        who: display(&view.author),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

/// The first target's measure and amount stand as value, its due date as end.
pub(super) fn goal(view: &Goal) -> Summary {
    let goal_target = view.target.first();
    let value: Option<Amount> = goal_target.and_then(|target| {
        let quantity = target.detail_quantity.clone().map(of_quantity);
        let range = || target.detail_range.clone().map(of_range);
        quantity
            .or_else(range)
            .or_else(|| target.detail_string.as_deref().map(worded))
    });
    Summary {
        title: words_of(&view.description),
        code: view.description.as_ref().and_then(best_code),
        category: view
            .category
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        when: view.start_date.clone().or_else(|| view.status_date.clone()),
        until: goal_target.and_then(|target| target.due_date.clone()),
        status: view.lifecycle_status.clone(),
        value,
        note: words_of(&view.achievement_status)
            .or_else(|| view.note.iter().find_map(|note| note.text.clone())),
        who: display(&view.expressed_by),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}
