use super::code::{best_code, negation_of, status_of, words_of};
use super::{Summary, display, target};
use crate::view::{AllergyIntolerance, CodeableConcept};

pub(super) fn allergy(view: &AllergyIntolerance) -> Summary {
    let substance = view.code.clone().or_else(|| {
        view.reaction
            .iter()
            .find_map(|reaction| reaction.substance.clone())
    });
    let rank = |severity: &str| match severity {
        "severe" => 3,
        "moderate" => 2,
        "mild" => 1,
        _ => 0,
    };
    let severity = view
        .reaction
        .iter()
        .filter_map(|reaction| reaction.severity.clone())
        .max_by_key(|severity| rank(severity));
    let manifestations: Vec<&str> = view
        .reaction
        .iter()
        .flat_map(|reaction| &reaction.manifestation)
        .filter_map(CodeableConcept::words)
        .chain(
            view.reaction
                .iter()
                .filter_map(|reaction| reaction.description.as_deref()),
        )
        .collect();
    let onset = view.onset_period.as_ref().and_then(|period| period.start.clone());
    let categories: Vec<&str> = view.category.iter().flatten().map(String::as_str).collect();
    Summary {
        title: words_of(&substance),
        code: substance.as_ref().and_then(best_code),
        category: (!categories.is_empty()).then(|| categories.join(", ")),
        when: view
            .onset_date_time
            .clone()
            .or(onset)
            .or_else(|| view.recorded_date.clone()),
        status: status_of(&view.clinical_status),
        verification: status_of(&view.verification_status),
        severity,
        criticality: view.criticality.clone(),
        reaction: (!manifestations.is_empty()).then(|| manifestations.join(", ")),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: display(view.asserter.iter().chain(&view.recorder)),
        negation: negation_of(&substance),
        subject: target(&view.patient),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}
