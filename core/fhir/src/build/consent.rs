use super::*;

codes! {
    /// What is allowed: HL7 consentaction.
    ConsentAction {
        /// To read.
        Access = "access",
        /// To add to the record.
        Collect = "collect",
        /// To keep a copy.
        Disclose = "disclose",
    }
}

/// What a patient allowed somebody to see or add, and for how long: `Consent` of the scope patient privacy, one for each
/// grant.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// Whose record, the resource's id, and when it was said. `note` is not written, nor is `by`: the patient says so.
    pub stated: Stated,
    /// Whether it is in force: false once it was taken back or is over.
    pub active: bool,
    /// From when.
    pub from: FhirDateTime,
    /// Until when.
    pub until: FhirDateTime,
    /// What may be done with which sections.
    pub parts: Vec<ConsentPart>,
    /// To whom; nobody before somebody has come.
    pub redeemers: Vec<Author>,
}

/// Sections with which the same may be done.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsentPart {
    /// What may be done.
    pub actions: Vec<ConsentAction>,
    /// Names of the sections.
    pub sections: Vec<String>,
}

impl ConsentPart {
    fn members(&self, object: &mut Object) -> Result<(), BuildError> {
        const ACTION: &str = "http://terminology.hl7.org/CodeSystem/consentaction";
        object.list("action", &self.actions, |object, action| {
            code_members(object, ACTION, action.code())
        })?;
        object.list("code", &self.sections, |object, section| {
            let section = filled("section", section)?;
            code_members(object, "urn:pocketchart:section", section)?;
            object.text("text", section);
            Ok(())
        })
    }
}

impl Build for Consent {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        const PARTICIPATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
        in_order(Some(&self.from), &self.until)?;
        let mut object = begin("Consent", &self.stated)?;
        object.text("status", if self.active { "active" } else { "inactive" });
        let scope = "http://terminology.hl7.org/CodeSystem/consentscope";
        code(&mut object, "scope", scope, "patient-privacy")?;
        object.list("category", &["59284-0"], |object, category| {
            code_members(object, "http://loinc.org", category)
        })?;
        subject(&mut object, "patient", &self.stated)?;
        date_time(&mut object, "dateTime", self.stated.recorded.as_ref())?;
        object.list("performer", &[()], |object, ()| {
            object.text("reference", &self.stated.subject);
            Ok(())
        })?;
        let rule = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        code(&mut object, "policyRule", rule, "OPTIN")?;
        object.object("provision", |object| {
            // What is allowed in parts is the exception to a refusal.
            let whole = match self.parts.as_slice() {
                [whole] => Some(whole),
                _ => None,
            };
            object.text("type", if whole.is_some() { "permit" } else { "deny" });
            object.object("period", |object| {
                date_time(object, "start", Some(&self.from))?;
                date_time(object, "end", Some(&self.until))
            })?;
            object.list("actor", &self.redeemers, |object, redeemer| {
                code(object, "role", PARTICIPATION, "IRCP")?;
                object.object("reference", |object| author(object, redeemer))
            })?;
            match whole {
                Some(whole) => whole.members(object),
                None => object.list("provision", &self.parts, |object, part| {
                    object.text("type", "permit");
                    part.members(object)
                }),
            }
        })?;
        Ok(object.finish())
    }
}
