//! What came in with one file.

use super::*;

const OPERATION: &str = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
pub(super) const AGENT: &str = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

/// What an import did to the resources that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Activity {
    /// They were not there before.
    Created,
    /// They took the place of older copies.
    Updated,
    /// They are kept as they came: nothing could be read of them.
    KeptUnread,
}

/// A resource that is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its type.
    pub resource_type: String,
    /// Where it is named so, its URL.
    pub url: Option<String>,
    /// Its own name in the record, where nothing else names it.
    pub identifier: Identifier,
}

/// What came in with one file: `Provenance`.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRecord {
    /// Its id.
    pub id: String,
    /// What came in, at least one resource.
    pub targets: Vec<Target>,
    /// What was done with it.
    pub activity: Activity,
    /// When: an instant.
    pub recorded: FhirDateTime,
    /// Who brought it in.
    pub by: Author,
    /// Who says that they issued it, where it came by a card or a link: an address or a host.
    pub from: Option<String>,
    /// What is known of that: whether a signature held.
    pub remark: Option<String>,
    /// The file's name, or what it is named by.
    pub file_name: String,
    /// The hash of its bytes, as a URI.
    pub file: Option<String>,
}

impl Build for ImportRecord {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = provenance(&self.id, &self.targets, &self.recorded)?;
        match self.activity {
            Activity::Created => code(&mut object, "activity", OPERATION, "CREATE")?,
            Activity::Updated => code(&mut object, "activity", OPERATION, "UPDATE")?,
            Activity::KeptUnread => concept(&mut object, "activity", &Concept::words("kept unread"))?,
        }
        let mut agents = vec![("enterer", self.by.clone())];
        agents.extend(self.from.as_ref().map(|from| {
            let from = Author {
                reference: None,
                name: Some(match &self.remark {
                    Some(remark) => format!("{from} ({remark})"),
                    None => from.clone(),
                }),
            };
            ("author", from)
        }));
        object.list("agent", &agents, |object, (role, agent)| {
            code(object, "type", AGENT, role)?;
            object.object("who", |object| author(object, agent))
        })?;
        object.list("entity", &[()], |object, ()| {
            object.text("role", "source");
            object.object("what", |object| {
                if let Some(file) = &self.file {
                    object.object("identifier", |object| {
                        object.text("system", "urn:ietf:rfc:3986");
                        object.text("value", file);
                        Ok(())
                    })?;
                }
                object.text("display", filled("file", &self.file_name)?);
                Ok(())
            })
        })?;
        Ok(object.finish())
    }
}

/// From what something was made: what it is called, where it lies, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its type, where it is a resource.
    pub resource_type: Option<String>,
    /// Where it lies.
    pub url: Option<String>,
    /// A name that it has.
    pub identifier: Option<Identifier>,
    /// What it is, for people.
    pub display: Option<String>,
}

/// What a clinic took over from a record into its own system: `Provenance`.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenOver {
    /// Its id.
    pub id: String,
    /// What was taken over: its type and its place, or the name of its part in the same transaction.
    pub target: Target,
    /// When it was approved: an instant.
    pub recorded: FhirDateTime,
    /// Who said so: the patient, or by name.
    pub said_by: Author,
    /// Who of the clinic approved it.
    pub approved_by: Author,
    /// The clinic.
    pub clinic: String,
    /// From what, at least one: the entry of the record, or all that a decision was made of.
    pub origins: Vec<Origin>,
}

impl Build for TakenOver {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = provenance(&self.id, std::slice::from_ref(&self.target), &self.recorded)?;
        let clinic = Author {
            name: Some(filled("clinic", &self.clinic)?.to_owned()),
            ..Author::default()
        };
        let agents = [
            ("author", &self.said_by),
            ("verifier", &self.approved_by),
            ("custodian", &clinic),
        ];
        object.list("agent", &agents, |object, (role, agent)| {
            code(object, "type", AGENT, role)?;
            object.object("who", |object| author(object, agent))
        })?;
        if self.origins.is_empty() {
            return Err(BuildError::Empty("origin"));
        }
        object.list("entity", &self.origins, |object, origin| {
            object.text("role", "source");
            object.object("what", |object| {
                object.maybe("reference", origin.url.as_deref());
                object.maybe("type", origin.resource_type.as_deref());
                if let Some(identifier) = &origin.identifier {
                    object.object("identifier", |object| {
                        object.maybe("system", identifier.system.as_deref());
                        object.maybe("value", identifier.value.as_deref());
                        Ok(())
                    })?;
                }
                object.maybe("display", origin.display.as_deref());
                Ok(())
            })
        })?;
        Ok(object.finish())
    }
}

/// The front of every Provenance.
pub(super) fn provenance(
    id: &str,
    targets: &[Target],
    recorded: &FhirDateTime,
) -> Result<Object, BuildError> {
    let stated = Stated {
        id: Some(id.to_owned()),
        ..Stated::default()
    };
    let mut object = begin("Provenance", &stated)?;
    if targets.is_empty() {
        return Err(BuildError::Empty("target"));
    }
    object.list("target", targets, refer)?;
    if !recorded.is_instant() {
        return Err(BuildError::Date("recorded"));
    }
    object.text("recorded", recorded.as_str());
    Ok(object)
}

/// The members of a reference to a resource.
pub(super) fn refer(object: &mut Object, target: &Target) -> Result<(), BuildError> {
    match &target.url {
        Some(url) => object.text("reference", url),
        None => object.object("identifier", |object| {
            object.maybe("system", target.identifier.system.as_deref());
            object.maybe("value", target.identifier.value.as_deref());
            Ok(())
        })?,
    }
    object.text("type", &target.resource_type);
    Ok(())
}
