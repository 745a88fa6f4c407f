//! What a person types in, and how it becomes FHIR about the person.

use crate::chart::Chart;
use crate::edit::EditError;
use crate::facts;
use crate::import::full_url;
use crate::time;
use pocketchart_fhir::build::{self, Build, BuildError, Stated};
use pocketchart_fhir::view::Identifier;
use pocketchart_record::{Row, Section, StoreError};

/// Identifiers that are URIs of their own: how our own names for items are written.
const OURS: &str = "urn:ietf:rfc:3986";

/// What a person types in. Whom it is about, our name for it and the time of writing are filled in where they are left
/// open.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Draft {
    /// Who the person is.
    Profile(build::Patient),
    /// An allergy or intolerance, or that there is none.
    Allergy(build::Allergy),
    /// A problem or diagnosis.
    Problem(build::Problem),
    /// A medicine or supplement.
    Medicine(build::Medicine),
    /// A vaccine.
    Vaccine(build::Vaccine),
    /// A result or a home reading.
    Measurement(build::Measurement),
    /// An operation or procedure.
    Procedure(build::Procedure),
    /// A note.
    Note(build::Note),
    /// Somebody to call.
    Contact(build::Contact),
    /// What shall be done when the person cannot say.
    Directive(build::Directive),
    /// That a visit took place, and how.
    Encounter(build::Encounter),
    /// A message to the person, or of the person's.
    Message(build::Communication),
    /// What holds in a section after somebody looked at several sources of it.
    Reconciled(build::ReconciledList),
    /// What somebody decided about statements of several sources, which is no decision of the record's own ([`Chart::decide`]).
    Decision(build::DecisionRecord),
}

impl Draft {
    fn stated(&mut self) -> Option<&mut Stated> {
        match self {
            Draft::Profile(_) | Draft::Decision(_) => None,
            Draft::Allergy(it) => Some(&mut it.stated),
            Draft::Problem(it) => Some(&mut it.stated),
            Draft::Medicine(it) => Some(&mut it.stated),
            Draft::Vaccine(it) => Some(&mut it.stated),
            Draft::Measurement(it) => Some(&mut it.stated),
            Draft::Procedure(it) => Some(&mut it.stated),
            Draft::Note(it) => Some(&mut it.stated),
            Draft::Contact(it) => Some(&mut it.stated),
            Draft::Directive(it) => Some(&mut it.stated),
            Draft::Encounter(it) => Some(&mut it.stated),
            Draft::Message(it) => Some(&mut it.stated),
            Draft::Reconciled(it) => Some(&mut it.stated),
        }
    }

    fn build(&self) -> Result<Vec<u8>, BuildError> {
        match self {
            Draft::Profile(it) => it.build(),
            Draft::Allergy(it) => it.build(),
            Draft::Problem(it) => it.build(),
            Draft::Medicine(it) => it.build(),
            Draft::Vaccine(it) => it.build(),
            Draft::Measurement(it) => it.build(),
            Draft::Procedure(it) => it.build(),
            Draft::Note(it) => it.build(),
            Draft::Contact(it) => it.build(),
            Draft::Directive(it) => it.build(),
            Draft::Encounter(it) => it.build(),
            Draft::Message(it) => it.build(),
            Draft::Reconciled(it) => it.build(),
            Draft::Decision(it) => it.build(),
        }
    }
}

/// Our own name for what [`Chart::add_all`] writes with these bytes: by it other drafts refer to it.
///
/// ```
/// assert_eq!(pocketchart::name_for([0; 16]), "urn:uuid:00000000-0000-4000-8000-000000000000");
/// ```
pub fn name_for(random: [u8; 16]) -> String {
    format!("urn:uuid:{}", random_uuid(random))
}

/// Our own name for an item of this UUID.
pub(crate) fn our_name(uuid: &str) -> Identifier {
    Identifier {
        system: Some(OURS.to_owned()),
        value: Some(format!("urn:uuid:{uuid}")),
    }
}

/// The id of the message that explains why a draft cannot be written.
pub(crate) fn draft_id(error: BuildError) -> &'static str {
    match error {
        BuildError::Empty(_) => "draft-empty",
        BuildError::Date(_) => "draft-date",
        BuildError::Backwards => "draft-backwards",
        BuildError::EndedYetActive => "draft-ended-yet-active",
        _ => "draft-refused",
    }
}

impl Chart {
    /// Fills in what was left open, and writes FHIR. A correction keeps our name for the item.
    pub(crate) fn finish(&self, draft: Draft, of: Option<&Row>) -> Result<Vec<u8>, EditError> {
        self.finish_as(self.new_uuid(), draft, of)
    }

    /// The same, under a UUID of the caller's.
    pub(crate) fn finish_as(
        &self,
        name: String,
        mut draft: Draft,
        of: Option<&Row>,
    ) -> Result<Vec<u8>, EditError> {
        let identifier = of
            .and_then(|row| {
                let names = facts::of(row).identifiers;
                names.into_iter().find(|it| it.system.as_deref() == Some(OURS))
            })
            .unwrap_or_else(|| our_name(&name));
        if let Draft::Profile(profile) = &mut draft {
            profile.id.get_or_insert(name.clone());
            profile.identifier.get_or_insert(identifier.clone());
        }
        if let Draft::Decision(decision) = &mut draft
            && decision.id.is_empty()
        {
            decision.id.clone_from(&name);
        }
        let subject = self.subject()?;
        if let Some(stated) = draft.stated() {
            self.fill_in(stated, subject, (name, identifier));
        }
        Ok(draft.build()?)
    }

    /// Whom a statement is about, our name for it and the time of writing, where they were left open.
    pub(crate) fn fill_in(
        &self,
        stated: &mut Stated,
        subject: String,
        (id, identifier): (String, Identifier),
    ) {
        if stated.subject.is_empty() {
            stated.subject = subject;
        }
        stated.id.get_or_insert(id);
        stated.identifier.get_or_insert(identifier);
        stated
            .recorded
            .get_or_insert(time::fhir_instant(self.home.context().now()));
    }

    /// How our own statements name the person: as the record's Patient is named, else by the record's own id.
    pub(crate) fn subject(&self) -> Result<String, StoreError> {
        let head = self.record.head(Section::Profile)?;
        let patient = head.newest.iter().find(|row| row.entry.kind == "fhir/Patient");
        let named = patient.and_then(|row| {
            let url = row.entry.source.as_ref().and_then(full_url);
            url.or_else(|| Some(format!("urn:uuid:{}", facts::of(row).id?)))
        });
        Ok(named.unwrap_or_else(|| format!("urn:uuid:{}", uuid(self.record.id().0))))
    }

    pub(crate) fn new_uuid(&self) -> String {
        random_uuid(self.home.context().random())
    }
}

/// The UUID of random bytes (RFC 9562: version 4, variant 10).
pub(crate) fn random_uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    uuid(bytes)
}

pub(crate) fn uuid(bytes: [u8; 16]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default().to_owned();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}
