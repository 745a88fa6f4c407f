//! What a forecast says of a record, as findings.

use jiff::civil::Date;

use super::outcome::{Evaluation, Forecast, ForecastReason, GroupForecast, Status, Urgency};
use super::record::history;
use crate::{
    Certainty, Finding, Findings, Kind, NotChecked, Person, Severity, Statement, Text, UnreadableTables,
    version,
};

/// Vaccines that are due or overdue, doses that are to be repeated, and vaccines that must not be given. What is to come
/// later is no finding: see [`forecast`](super::forecast()).
///
/// # Errors
/// [`UnreadableTables`].
pub fn findings(statements: &[Statement], person: Person, on: Date) -> Result<Findings, UnreadableTables> {
    let read = history(statements, person)?;
    let mut found = Vec::new();
    let mut not_checked = read.not_checked;
    if let Some(history) = read.history {
        let forecast = super::forecast(&history, on)?;
        found.extend(forecast.groups.iter().filter_map(|group| due(&forecast, group)));
        found.extend(forecast.to_repeat().into_iter().filter_map(to_repeat));
        let season = |it: &&GroupForecast| it.reasons.contains(&ForecastReason::SeasonNotCovered);
        let over = forecast.groups.iter().filter(season);
        not_checked
            .extend(over.map(|group| open("vaccine-season-not-covered", "group", group.group.to_owned())));
        if !forecast.unresolved.is_empty() {
            let count = forecast.unresolved.len().to_string();
            not_checked.push(open("vaccine-questions-open", "count", count));
        }
    }
    found.sort_by(|one, other| (other.severity, one.name()).cmp(&(one.severity, other.name())));
    Ok(Findings {
        on,
        version: version()?,
        found,
        not_checked,
    })
}

fn open(id: &'static str, name: &'static str, value: String) -> NotChecked {
    NotChecked {
        entry: None,
        why: text(id, vec![(name, value)]),
    }
}

fn text(id: &'static str, arguments: Vec<(&'static str, String)>) -> Text {
    Text { id, arguments }
}

/// What a vaccine group asks for now.
fn due(forecast: &Forecast, group: &GroupForecast) -> Option<Finding> {
    let name = ("group", group.group.to_owned());
    let (severity, says, advice) = match (group.status, group.urgency(forecast.on)) {
        // Nothing is about to be given: nobody is to be interrupted.
        (Status::Contraindicated, _) => (
            Severity::Avoid,
            text("vaccine-contraindicated", vec![name]),
            "vaccine-advice-contraindicated",
        ),
        (_, Some(urgency @ (Urgency::Due | Urgency::Overdue))) => {
            let (severity, id) = match urgency {
                Urgency::Overdue => (Severity::Precaution, "vaccine-overdue"),
                _ => (Severity::Note, "vaccine-due"),
            };
            let since = ("since", group.dates?.recommended.to_string());
            let arguments = vec![name, since, ("number", group.dose_number.to_string())];
            (severity, text(id, arguments), "vaccine-advice-due")
        }
        _ => return None,
    };
    let rule = forecast.series_of(group).next()?.rule;
    let mut entries: Vec<String> = forecast
        .series_of(group)
        .flat_map(|series| series.evaluations.iter().map(|it| it.entry.clone()))
        .collect();
    entries.extend(group.undated.iter().cloned());
    entries.sort();
    entries.dedup();
    let mut finding = finding(severity, entries, rule, says, advice);
    if group.status != Status::Contraindicated && !group.undated.is_empty() {
        finding.certainty = Certainty::Possible(vec![text("vaccine-undated-dose", Vec::new())]);
    }
    Some(finding)
}

/// A dose that counts for no antigen of its group.
fn to_repeat((group, dose): (&'static str, &Evaluation)) -> Option<Finding> {
    let rule = dose.rules.iter().find(|rule| rule.table == "cdsi_dose")?;
    let arguments = vec![("group", group.to_owned()), ("day", dose.on.to_string())];
    let says = text("vaccine-dose-does-not-count", arguments);
    let entries = vec![dose.entry.clone()];
    Some(finding(
        Severity::Note,
        entries,
        *rule,
        says,
        "vaccine-advice-repeat",
    ))
}

fn finding(
    severity: Severity,
    entries: Vec<String>,
    rule: crate::Rule,
    says: Text,
    advice: &'static str,
) -> Finding {
    Finding {
        kind: Kind::Vaccine,
        severity,
        certainty: Certainty::Certain,
        entries,
        rule,
        says,
        advice: text(advice, Vec::new()),
    }
}
