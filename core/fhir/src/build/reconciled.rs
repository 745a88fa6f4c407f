//! What several sources say and persons decided about it, told as IHE's profile Reconciliation of Diagnoses, Allergies and
//! Medications (RECON) does: a list of what holds, and from which statements each decision was made.

use super::provenance::{AGENT, provenance, refer};
use super::*;

/// What is done with records over their life (ISO 21089), as FHIR codes it.
const LIFE_CYCLE: &str = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";

/// One statement in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The statement.
    pub target: Target,
    /// What it is, for people, where the statement is not at hand.
    pub display: Option<String>,
    /// What has to be known of it, such as that sources disagree.
    pub flag: Option<String>,
}

/// What holds in a section, as it is now: `List` of mode `snapshot`. FHIR allows `deleted` and the date of an entry only in lists of
/// another mode: what a person set aside is not in it, and stands in the [`DecisionRecord`].
#[derive(Clone, Debug, PartialEq)]
pub struct ReconciledList {
    /// Its id, and about whom it is.
    pub stated: Stated,
    /// What a person reads above it.
    pub title: String,
    /// What is listed.
    pub what: Concept,
    /// The newest moment of which it tells.
    pub date: FhirDateTime,
    /// What holds, at least one.
    pub entries: Vec<Listed>,
}

impl Build for ReconciledList {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("List", &self.stated)?;
        object.text("status", "current");
        object.text("mode", "snapshot");
        object.text("title", filled("title", &self.title)?);
        concept(&mut object, "code", &self.what)?;
        subject(&mut object, "subject", &self.stated)?;
        date_time(&mut object, "date", Some(&self.date))?;
        by(&mut object, "source", &self.stated)?;
        notes(&mut object, &self.stated)?;
        if self.entries.is_empty() {
            return Err(BuildError::Empty("entry"));
        }
        object.list("entry", &self.entries, |object, entry| {
            if let Some(flag) = &entry.flag {
                concept(object, "flag", &Concept::words(flag))?;
            }
            object.object("item", |object| {
                refer(object, &entry.target)?;
                object.maybe("display", entry.display.as_deref());
                Ok(())
            })
        })?;
        Ok(object.finish())
    }
}

/// Who made one thing of several statements, or kept them apart.
#[derive(Clone, Debug, PartialEq)]
pub enum DecidedBy {
    /// A person.
    Person(Author),
    /// A program, by its name: the statements say the same.
    Program(String),
}

/// What became of statements, as the life cycle of records has it (ISO 21089).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linking {
    /// They stand together as one thing.
    Linked,
    /// They stand apart.
    Unlinked,
}

/// What was decided about statements: `Provenance`.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRecord {
    /// Its id.
    pub id: String,
    /// What the decision made, at least one resource.
    pub targets: Vec<Target>,
    /// When: an instant.
    pub recorded: FhirDateTime,
    /// Who.
    pub by: DecidedBy,
    /// What became of the statements.
    pub linking: Linking,
    /// What was decided, in words.
    pub decision: String,
    /// Why.
    pub reason: Option<String>,
    /// The statements that were compared.
    pub sources: Vec<Target>,
}

impl Build for DecisionRecord {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = provenance(&self.id, &self.targets, &self.recorded)?;
        object.list("reason", self.reason.as_slice(), |object, reason| {
            concept_members(object, "reason", &Concept::words(reason))
        })?;
        let activity = match self.linking {
            Linking::Linked => Concept::coded(LIFE_CYCLE, "link", "Link Record Lifecycle Event"),
            Linking::Unlinked => Concept::coded(LIFE_CYCLE, "unlink", "Unlink Record Lifecycle Event"),
        };
        concept(
            &mut object,
            "activity",
            &Concept {
                text: self.decision.clone(),
                ..activity
            },
        )?;
        let (role, who) = match &self.by {
            DecidedBy::Person(who) => ("author", who.clone()),
            DecidedBy::Program(name) => (
                "assembler",
                Author {
                    reference: None,
                    name: Some(name.clone()),
                },
            ),
        };
        object.list("agent", &[who], |object, who| {
            code(object, "type", AGENT, role)?;
            object.object("who", |object| author(object, who))
        })?;
        object.list("entity", &self.sources, |object, source| {
            object.text("role", "source");
            object.object("what", |object| refer(object, source))
        })?;
        Ok(object.finish())
    }
}
