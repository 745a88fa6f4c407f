use super::*;

/// Somebody who writes, or to whom it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Party {
    /// Reference to the Patient, where it is them.
    pub reference: Option<String>,
    /// By what they are known, such as a key.
    pub identifier: Option<Identifier>,
    /// The name.
    pub name: Option<String>,
}

/// A message in plain text: `Communication`.
///
/// ```
/// use pocketchart_fhir::build::{Build, Communication, Party, Stated};
/// let message = Communication {
///     stated: Stated::about("Patient/1"),
///     sender: Party { name: Some("Lakeside Clinic".into()), ..Party::default() },
///     recipient: Party { reference: Some("Patient/1".into()), ..Party::default() },
///     answers: None,
///     text: "Please come without breakfast.".into(),
/// };
/// assert!(String::from_utf8_lossy(&message.build()?).contains(r#""contentString":"Please come without breakfast.""#));
/// # Ok::<(), pocketchart_fhir::build::BuildError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Communication {
    /// About whom, and when it was sent (`recorded`). `by` is not written: that is the sender.
    pub stated: Stated,
    /// Who writes.
    pub sender: Party,
    /// To whom.
    pub recipient: Party,
    /// The first message of those that it belongs to, by our own name for it: `urn:uuid:…`.
    pub answers: Option<String>,
    /// What is said.
    pub text: String,
}

impl Build for Communication {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("Communication", &self.stated)?;
        object.list("inResponseTo", self.answers.as_slice(), |object, name| {
            visit(object, name)
        })?;
        object.text("status", "completed");
        subject(&mut object, "subject", &self.stated)?;
        encounter(&mut object, "encounter", &self.stated)?;
        date_time(&mut object, "sent", self.stated.recorded.as_ref())?;
        object.list("recipient", std::slice::from_ref(&self.recipient), party)?;
        object.object("sender", |object| party(object, &self.sender))?;
        let text = filled("payload", &self.text)?;
        object.list("payload", &[text], |object, text| {
            object.text("contentString", text);
            Ok(())
        })?;
        notes(&mut object, &self.stated)?;
        Ok(object.finish())
    }
}

fn party(object: &mut Object, party: &Party) -> Result<(), BuildError> {
    if *party == Party::default() {
        return Err(BuildError::Empty("party"));
    }
    object.maybe("reference", party.reference.as_deref());
    if let Some(identifier) = &party.identifier {
        object.object("identifier", |object| {
            object.maybe("system", identifier.system.as_deref());
            object.maybe("value", identifier.value.as_deref());
            Ok(())
        })?;
    }
    object.maybe("display", party.name.as_deref());
    Ok(())
}
