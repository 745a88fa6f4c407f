//! Findings that somebody has read and set aside, with a reason. A finding is made anew each time; only this is kept.

use super::{CareError, Checkup};
use crate::author::Author;
use crate::chart::Chart;
use crate::edit::EditError;
use pocketchart_knowledge::{Certainty, Finding, Kind, UnreadableTables};
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Acknowledgement, Act, Entry, EntryId, Millis, NewEntry, Row, Section, StoreError};

/// Where an acknowledgement goes whose finding spans sections: who may read one may learn of the other by the rule's name and the
/// reason, so it goes where the fewest are let in.
const MOST_PRIVATE_FIRST: [Section; 10] = [
    Section::Sensitive,
    Section::Problems,
    Section::Results,
    Section::Procedures,
    Section::Encounters,
    Section::Vitals,
    Section::Allergies,
    Section::Immunizations,
    Section::Medications,
    Section::CarePlan,
];

/// Somebody has read a finding, and says why it may be set aside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acknowledged {
    /// The entry that says so.
    pub id: EntryId,
    /// The section in which it stands.
    pub section: Section,
    /// Who.
    pub by: Author,
    /// When, by that device's clock.
    pub at: Millis,
    /// Why.
    pub reason: String,
    /// The rule: its table and its row, with `/` between.
    pub rule: String,
    /// The version of the tables that were read.
    pub version: String,
    /// The entries that it names: those of its own section.
    pub about: Vec<EntryId>,
    /// The finding that it is about now, by its name; `None` where the rule finds nothing of the kind any more.
    pub finding: Option<String>,
    /// What it does to that finding.
    pub effect: Effect,
}

/// What an acknowledgement does to a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// The person, or somebody who manages the section for them, has read just this: it waits apart and does not interrupt.
    SetAside,
    /// Somebody else has read just this, or somebody else looks at the record: it is told, and changes nothing.
    Noted,
    /// The rule, its edition or what it found is another than what was read: the finding is told again.
    Outdated,
}

/// A finding was not acknowledged; nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AcknowledgeError {
    /// The record could not be checked.
    #[error(transparent)]
    Care(#[from] CareError),
    /// It could not be written down.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// No rule finds this now.
    #[error("no rule finds this")]
    NoSuchFinding,
    /// There is no such acknowledgement, or it was taken back before.
    #[error("there is no such acknowledgement")]
    NoSuchAcknowledgement,
    /// Nobody sets something aside without a reason.
    #[error("there is no reason")]
    NoReason,
}

impl AcknowledgeError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            AcknowledgeError::Care(error) => error.id(),
            AcknowledgeError::Edit(error) => error.id(),
            AcknowledgeError::NoSuchFinding => "care-no-such-finding",
            AcknowledgeError::NoSuchAcknowledgement => "acknowledge-none",
            AcknowledgeError::NoReason => "acknowledge-no-reason",
        }
    }
}

impl From<StoreError> for AcknowledgeError {
    fn from(error: StoreError) -> Self {
        AcknowledgeError::Edit(error.into())
    }
}

impl Checkup {
    /// The acknowledgements of a finding, newest first.
    pub fn acknowledgements(&self, finding: &Finding) -> impl Iterator<Item = &Acknowledged> {
        let name = finding.name();
        let all = self.acknowledged.iter();
        all.filter(move |it| it.finding.as_deref() == Some(name.as_str()))
    }

    /// By what a finding was set aside, if it was.
    pub fn set_aside(&self, finding: &Finding) -> Option<&Acknowledged> {
        self.acknowledgements(finding)
            .find(|it| it.effect == Effect::SetAside)
    }

    /// What is to be told before anything else is done: what must not be and is certain, unless the person set it aside.
    pub fn interrupting(&self) -> impl Iterator<Item = &Finding> {
        let found = self.findings.found.iter();
        found.filter(|it| it.interrupts() && self.set_aside(it).is_none())
    }
}

impl Chart {
    /// Says that a finding of this day (`YYYY-MM-DD`), by its [name](Finding::name), has been read, and why it is set aside. Whoever
    /// may read the section in which it is kept can read the reason and the name of the rule.
    ///
    /// Of the patient, or of who manages that section for them, it sets the finding aside; of anybody else it is shown beside it.
    /// The finding comes back when its rule, the rule's edition or the entries that it matches change.
    ///
    /// # Errors
    /// [`AcknowledgeError`].
    pub fn acknowledge(
        &mut self,
        day: &str,
        finding: &str,
        reason: &str,
    ) -> Result<EntryId, AcknowledgeError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(AcknowledgeError::NoReason);
        }
        let checkup = self.checkup(day)?;
        let found = checkup.findings.found.iter().find(|it| it.name() == finding);
        let found = found.ok_or(AcknowledgeError::NoSuchFinding)?;
        let entries: Vec<EntryId> = found
            .entries
            .iter()
            .filter_map(|it| EntryId::from_text(it))
            .collect();
        let section = self.section_for(found, &entries);
        let here = |id: &EntryId| self.record.section_of(id.document) == Some(section);
        let body = Acknowledgement {
            rule: rule_name(found),
            version: checkup.findings.version.to_owned(),
            said: said(found).map_err(CareError::from)?,
            about: entries
                .into_iter()
                .filter(here)
                .take(Acknowledgement::MAX_ABOUT)
                .collect(),
        };
        let mut entry = NewEntry::new(section, Entry::ACKNOWLEDGEMENT, to_bytes(&body));
        entry.reason = Some(reason.to_owned());
        Ok(self.write(entry)?)
    }

    /// Takes an acknowledgement back: its finding is told again.
    ///
    /// # Errors
    /// [`AcknowledgeError::NoSuchAcknowledgement`], or what writing says.
    pub fn take_back_acknowledgement(
        &mut self,
        id: EntryId,
        reason: Option<&str>,
    ) -> Result<EntryId, AcknowledgeError> {
        let row = self.record.row(&id)?.filter(stands);
        let row = row.ok_or(AcknowledgeError::NoSuchAcknowledgement)?;
        Ok(self.say(row.section, Act::Retract, vec![id], reason)?)
    }

    /// Acknowledgements, newest first, each held against these findings.
    pub(super) fn held_against_all(
        &self,
        acknowledgements: &[Row],
        found: &[Finding],
    ) -> Result<Vec<Acknowledged>, UnreadableTables> {
        let mut rows: Vec<&Row> = acknowledgements.iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse((row.entry.recorded, row.id)));
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            // What cannot be read was refused when it came.
            if let Ok(body) = from_bytes::<Acknowledgement>(&row.derived) {
                all.push(self.held_against(row, body, found)?);
            }
        }
        Ok(all)
    }

    fn held_against(
        &self,
        row: &Row,
        body: Acknowledgement,
        found: &[Finding],
    ) -> Result<Acknowledged, UnreadableTables> {
        let of_rule: Vec<&Finding> = found.iter().filter(|it| rule_name(it) == body.rule).collect();
        let mut same = None;
        for finding in &of_rule {
            if said(finding)? == body.said {
                same = Some(finding.name());
            }
        }
        let effect = match same {
            Some(_) if self.is_for_the_patient() && self.record.is_patients_word(row) => Effect::SetAside,
            Some(_) => Effect::Noted,
            None => Effect::Outdated,
        };
        let related = || {
            let about: Vec<String> = body.about.iter().map(EntryId::to_text).collect();
            let touches =
                |finding: &&&Finding| about.is_empty() || finding.entries.iter().any(|it| about.contains(it));
            of_rule.iter().find(touches).map(|it| it.name())
        };
        Ok(Acknowledged {
            id: row.id,
            section: row.section,
            by: self.author(row.author),
            at: row.entry.recorded,
            reason: row.entry.reason.clone().unwrap_or_default(),
            finding: same.or_else(related),
            effect,
            rule: body.rule,
            version: body.version,
            about: body.about,
        })
    }

    /// Whether the patient, or somebody who acts for them, reads here: to others nothing is quieter for what the patient set aside.
    fn is_for_the_patient(&self) -> bool {
        let acts = |(_, it): (_, &pocketchart_record::Proxy)| it.author == self.record.author();
        self.record.is_patients() || self.record.statements().proxies().any(acts)
    }

    fn section_for(&self, finding: &Finding, entries: &[EntryId]) -> Section {
        let of = |id: &EntryId| self.record.section_of(id.document);
        let sections: Vec<Section> = entries.iter().filter_map(of).collect();
        let mut order = MOST_PRIVATE_FIRST.into_iter();
        order
            .find(|section| sections.contains(section))
            .unwrap_or(match finding.kind {
                Kind::Vaccine => Section::Immunizations,
                _ => Section::CarePlan,
            })
    }
}

/// Whether it is an acknowledgement that nobody has taken back, and not one of a lost device.
pub(super) fn stands(row: &Row) -> bool {
    row.entry.kind == Entry::ACKNOWLEDGEMENT && !row.standing.retracted && !row.standing.proposed
}

fn rule_name(finding: &Finding) -> String {
    format!("{}/{}", finding.rule.table, finding.rule.row)
}

/// All that may not change unseen: the rule and its edition, what it says and how gravely, whether it is certain, and of what.
fn said(finding: &Finding) -> Result<[u8; 32], UnreadableTables> {
    let texts = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let missing = match &finding.certainty {
        Certainty::Certain => texts(&["certain"]),
        Certainty::Possible(missing) => missing.iter().map(|it| it.id.to_owned()).collect(),
    };
    Ok(Acknowledgement::hash(&[
        vec![rule_name(finding)],
        texts(&finding.rule.facts()?),
        texts(&[finding.says.id, finding.advice.id, finding.severity.name()]),
        missing,
        finding.entries.clone(),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_fhir::view::View;
    use pocketchart_knowledge::{Person, Severity, Statement, Text, medicine};

    fn found() -> Finding {
        let takes = |name: &str| {
            let json = format!(
                r#"{{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{{"text":"{name}"}}}}"#
            );
            Statement {
                entry: name.to_owned(),
                view: View::of(json.as_bytes()).unwrap(),
            }
        };
        let record = [takes("Warfarin"), takes("St. John's wort")];
        let on = "2026-11-26".parse().unwrap();
        let found = medicine::findings(&record, &Person::default(), on).unwrap().found;
        found.into_iter().next().unwrap()
    }

    #[test]
    fn whatever_is_said_otherwise_is_another_finding() {
        let read = found();
        let text = |id| Text {
            id,
            arguments: Vec::new(),
        };
        let changes: [fn(&mut Finding, Text); 7] = [
            |it, _| it.severity = Severity::Note,
            |it, missing| it.certainty = Certainty::Possible(vec![missing]),
            |it, _| it.entries.push("another".into()),
            |it, _| it.entries.truncate(1),
            |it, other| it.says = other,
            |it, other| it.advice = other,
            |it, _| it.rule.source = "onc-high-priority-2012",
        ];
        let mut seen = vec![said(&read).unwrap()];
        for change in changes {
            let mut other = read.clone();
            change(&mut other, text("care-unseen"));
            let hash = said(&other).unwrap();
            assert!(!seen.contains(&hash), "{other:?}");
            seen.push(hash);
        }
        // The negative control: the day is no part of it.
        assert_eq!(said(&found()).unwrap(), seen[0]);
    }
}
