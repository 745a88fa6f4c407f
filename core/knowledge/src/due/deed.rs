//! What was done, by code and day.

use std::collections::HashMap;

use jiff::civil::Date;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::view::{CodeableConcept, Period, View};

use super::rule::{Code, Screen};
use crate::Statement;
use crate::condition::facts::day;

/// Results, reports, procedures and documents up to a day: system and code to days and entries, latest first.
#[derive(Debug)]
pub(super) struct Deeds<'s>(HashMap<(&'s str, &'s str), Vec<(Date, &'s str)>>);

impl<'s> Deeds<'s> {
    pub(super) fn of(statements: &'s [Statement], on: Date) -> Self {
        let mut deeds = Self(HashMap::new());
        for statement in statements {
            deeds.statement(statement, on);
        }
        for days in deeds.0.values_mut() {
            days.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
        }
        deeds
    }

    /// Whether one of these was ever done.
    pub(super) fn ever(&self, codes: &[Code]) -> bool {
        codes.iter().any(|code| self.0.contains_key(code))
    }

    /// When it was last done, and when it is due again: the latest day that any of the deeds leads to. The inner `None` is
    /// never again; the outer, that it was never done.
    pub(super) fn last(&self, screen: &Screen) -> (Option<(Date, &'s str)>, Option<Option<Date>>) {
        let latest = screen.satisfied_by.iter().filter_map(|(code, interval)| {
            let (day, entry) = *self.0.get(code)?.first()?;
            Some((interval.after(day), day, entry))
        });
        // Never again outlasts every day.
        let until = |again: Option<Date>| again.unwrap_or(Date::MAX);
        let best = latest.max_by(|one, other| {
            (until(one.0), one.1)
                .cmp(&(until(other.0), other.1))
                .then(other.2.cmp(one.2))
        });
        match best {
            Some((again, day, entry)) => (Some((day, entry)), Some(again)),
            None => (None, None),
        }
    }

    fn statement(&mut self, statement: &'s Statement, on: Date) {
        let entry = statement.entry.as_str();
        match &statement.view {
            View::Observation(it) if counts(it.status.as_deref()) => {
                let when = (it.effective_date_time.as_ref())
                    .or(it.effective_instant.as_ref())
                    .or_else(|| start(it.effective_period.as_ref()));
                let parts = it.component.iter().map(|component| &component.code);
                for code in parts.chain([&it.code]) {
                    self.add(code.as_ref(), when, entry, on);
                }
            }
            View::DiagnosticReport(it) if counts(it.status.as_deref()) => {
                let when = (it.effective_date_time.as_ref())
                    .or_else(|| start(it.effective_period.as_ref()))
                    .or(it.issued.as_ref());
                self.add(it.code.as_ref(), when, entry, on);
            }
            View::Procedure(it) if matches!(it.status.as_deref(), None | Some("completed")) => {
                let when = (it.performed_date_time.as_ref()).or_else(|| start(it.performed_period.as_ref()));
                self.add(it.code.as_ref(), when, entry, on);
            }
            View::DocumentReference(it) if counts(it.status.as_deref()) => {
                self.add(it.kind.as_ref(), it.date.as_ref(), entry, on);
            }
            _ => {}
        }
    }

    fn add(
        &mut self,
        concept: Option<&'s CodeableConcept>,
        when: Option<&FhirDateTime>,
        entry: &'s str,
        on: Date,
    ) {
        let (Some(concept), Some(day)) = (concept, when.and_then(day)) else {
            return;
        };
        for coding in &concept.coding {
            if let (Some(system), Some(code), true) =
                (coding.system.as_deref(), coding.code.as_deref(), day <= on)
            {
                self.0.entry((system, code)).or_default().push((day, entry));
            }
        }
    }
}

fn start(period: Option<&Period>) -> Option<&FhirDateTime> {
    period?.start.as_ref()
}

/// Whether a result, report or document says that something was done.
fn counts(status: Option<&str>) -> bool {
    !matches!(
        status,
        Some("entered-in-error" | "cancelled" | "registered" | "unknown" | "superseded")
    )
}
