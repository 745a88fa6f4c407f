//! What a forecast says of a record, as findings.

use jiff::civil::Date;

use super::outcome::{DoseStatus, Forecast, ForecastReason, GroupForecast, SeriesForecast, Status};
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
        for group in &forecast.groups {
            found.extend(due(&forecast, group));
            found.extend(to_repeat(&forecast, group));
        }
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
    let (severity, says, advice) = match (group.status, group.dates) {
        // Nothing is about to be given: nobody is to be interrupted.
        (Status::Contraindicated, _) => (
            Severity::Avoid,
            text("vaccine-contraindicated", vec![name]),
            "vaccine-advice-contraindicated",
        ),
        (Status::NotComplete, Some(dates))
            if dates.past_due.is_some_and(|past_due| past_due < forecast.on) =>
        {
            let since = ("since", dates.recommended.to_string());
            let arguments = vec![name, since, ("number", group.dose_number.to_string())];
            (
                Severity::Precaution,
                text("vaccine-overdue", arguments),
                "vaccine-advice-due",
            )
        }
        (Status::NotComplete, Some(dates)) if dates.recommended <= forecast.on => {
            let since = ("since", dates.recommended.to_string());
            let arguments = vec![name, since, ("number", group.dose_number.to_string())];
            (
                Severity::Note,
                text("vaccine-due", arguments),
                "vaccine-advice-due",
            )
        }
        _ => return None,
    };
    let rule = series(forecast, group).next()?.rule;
    let mut entries: Vec<String> = series(forecast, group)
        .flat_map(|series| series.evaluations.iter().map(|it| it.entry.clone()))
        .collect();
    entries.sort();
    entries.dedup();
    Some(finding(severity, entries, rule, says, advice))
}

/// Doses that count for no antigen of the group.
fn to_repeat(forecast: &Forecast, group: &GroupForecast) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for series in series(forecast, group) {
        for it in &series.evaluations {
            let worth = forecast.evaluation(group.group, &it.entry).map(|it| it.status);
            let repeat = matches!(worth, Some(DoseStatus::NotValid | DoseStatus::SubStandard));
            let known = found.iter().any(|finding| finding.entries == [it.entry.as_str()]);
            let of_dose = it.rules.iter().find(|rule| rule.table == "cdsi_dose");
            if let Some(rule) = of_dose.filter(|_| repeat && !known) {
                let arguments = vec![("group", group.group.to_owned()), ("day", it.on.to_string())];
                let says = text("vaccine-dose-does-not-count", arguments);
                let entries = vec![it.entry.clone()];
                let advice = "vaccine-advice-repeat";
                found.push(finding(Severity::Note, entries, *rule, says, advice));
            }
        }
    }
    found
}

fn series<'a>(forecast: &'a Forecast, group: &'a GroupForecast) -> impl Iterator<Item = &'a SeriesForecast> {
    forecast
        .series
        .iter()
        .filter(|it| group.series.contains(&it.rule.row))
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
