//! How an answer compares with what CDC expects.

use pocketchart_knowledge::cdsi::{
    self, Dates, DoseReason, DoseStatus, Evaluation, Forecast, GroupForecast, SeriesKind, Status,
};

use crate::cases::Case;

/// One field on which answer and expectation differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Difference {
    pub(crate) case: String,
    pub(crate) field: String,
    pub(crate) expected: String,
    pub(crate) got: String,
}

impl Difference {
    /// From a row of `known_differences.tsv`.
    pub(crate) fn of(row: &[&str]) -> Self {
        Self {
            case: row[0].to_owned(),
            field: row[1].to_owned(),
            expected: row[2].to_owned(),
            got: row[3].to_owned(),
        }
    }
}

/// What the engine says of a case.
pub(crate) struct Compared {
    pub(crate) forecast: Forecast,
    /// Where it is not what CDC expects.
    pub(crate) differences: Vec<Difference>,
    /// The same of reasons and dose numbers, which are counted apart.
    pub(crate) apart: Vec<Difference>,
}

pub(crate) fn compare(case: &Case) -> Compared {
    let forecast = cdsi::forecast(&case.history, case.on).unwrap();
    let mut differ = Vec::new();
    let mut apart = Vec::new();
    let different = |field: &str, expected: &str, got: String| {
        (expected != got).then(|| Difference {
            case: case.id.clone(),
            field: field.to_owned(),
            expected: expected.to_owned(),
            got,
        })
    };
    let group = asked(&forecast, case);
    for (place, (status, reason)) in case.expected.doses.iter().enumerate() {
        let judged = judged(&forecast, case.group, &place.to_string());
        let got = judged.map_or("none", |it| word(it.status));
        let number = place + 1;
        differ.extend(different(&format!("dose {number}"), status, got.to_owned()));
        let reasons: Vec<&str> = judged
            .iter()
            .flat_map(|it| &it.reasons)
            .filter_map(|it| name(*it))
            .collect();
        if !reason.is_empty() && !reasons.contains(&reason.as_str()) {
            let field = format!("reason {number}");
            apart.extend(different(&field, reason, reasons.join(", ")));
        }
    }
    let got = group.map_or("none", |group| status(group.status));
    differ.extend(different("status", &case.expected.status, got.to_owned()));
    let dates = group.and_then(|group| group.dates);
    let text = |day: fn(Dates) -> Option<jiff::civil::Date>| {
        dates.and_then(day).map(|day| day.to_string()).unwrap_or_default()
    };
    let [earliest, recommended, past_due] = &case.expected.dates;
    differ.extend(different("earliest", earliest, text(|it| Some(it.earliest))));
    differ.extend(different(
        "recommended",
        recommended,
        text(|it| Some(it.recommended)),
    ));
    differ.extend(different("past due", past_due, text(|it| it.past_due)));
    let number = group.map_or_else(String::new, |group| group.dose_number.to_string());
    if dates.is_some() {
        apart.extend(different("number", &case.expected.number, number));
    }
    Compared {
        forecast,
        differences: differ,
        apart,
    }
}

/// The antigens of a vaccine group.
pub(crate) fn antigens(group: &'static str) -> Vec<&'static str> {
    match group {
        "DTaP/Tdap/Td" => vec!["Diphtheria", "Tetanus", "Pertussis"],
        "MMR" => vec!["Measles", "Mumps", "Rubella"],
        single => vec![single],
    }
}

/// The forecast that a case is about: those with underlying conditions are about the series for people at risk, unless it
/// is too late for it.
fn asked<'a>(forecast: &'a Forecast, case: &Case) -> Option<&'a GroupForecast> {
    let mut risk = forecast
        .groups
        .iter()
        .filter(|it| it.group == case.group && it.kind == SeriesKind::Risk);
    let risk = risk
        .next()
        .filter(|it| case.kind == "condition" && it.status != Status::AgedOut);
    risk.or_else(|| forecast.group(case.group))
}

/// What the case's group makes of a dose; of one that belongs to other groups, what those make of it.
fn judged<'a>(forecast: &'a Forecast, group: &str, dose: &str) -> Option<&'a Evaluation> {
    let others = || {
        let groups = forecast.groups.iter().map(|it| it.group);
        groups
            .filter_map(|it| forecast.evaluation(it, dose))
            .min_by_key(|it| it.status == DoseStatus::Valid)
    };
    forecast.evaluation(group, dose).or_else(others)
}

pub(crate) fn word(status: DoseStatus) -> &'static str {
    match status {
        DoseStatus::Valid => "Valid",
        DoseStatus::NotValid => "Not Valid",
        DoseStatus::Extraneous => "Extraneous",
        DoseStatus::SubStandard => "Sub-standard",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::NotComplete => "not complete",
        Status::Complete => "complete",
        Status::Immune => "immune",
        Status::Contraindicated => "contraindicated",
        Status::NotRecommended => "not recommended",
        Status::AgedOut => "aged out",
    }
}

fn name(reason: DoseReason) -> Option<&'static str> {
    Some(match reason {
        DoseReason::TooYoung => "Age: Too Young",
        DoseReason::TooOld => "Age: Too Old",
        DoseReason::TooSoon => "Interval: too Soon",
        DoseReason::Inadvertent => "Inadvertent Vaccine",
        DoseReason::Conflict => "Live Virus Conflict",
        DoseReason::AlreadyComplete => "Series Already Complete",
        DoseReason::WrongVaccine => "Not a preferable or allowable vaccine",
        _ => return None,
    })
}
