use super::document::attachment;
use super::*;

codes! {
    /// What kind of directive.
    DirectiveKind {
        /// What shall be done when the person cannot speak.
        AdvanceDirective = "acd",
        /// Who decides, or what, in medical matters.
        HealthCareDirective = "hcd",
        DoNotResuscitate = "dnr",
        /// Orders for life-sustaining treatment.
        LifeSustainingTreatment = "polst",
    }
}

/// What the person wants done, or not done, when they cannot speak: `Consent` of the scope advance directive.
#[derive(Clone, Debug, PartialEq)]
pub struct Directive {
    /// About whom, by whom, when. `note` is not written: R4 has no place for it here.
    pub stated: Stated,
    /// What kind of directive.
    pub kind: DirectiveKind,
    /// What a list shows, in a few words.
    pub title: String,
    /// The directive itself: its words ([`File::plain_text`]) or the signed paper.
    pub file: Option<File>,
}

impl Build for Directive {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("Consent", &self.stated)?;
        object.text("status", "active");
        code(
            &mut object,
            "scope",
            "http://terminology.hl7.org/CodeSystem/consentscope",
            "adr",
        )?;
        object.list("category", &[self.kind.code()], |object, kind| {
            code_members(
                object,
                "http://terminology.hl7.org/CodeSystem/consentcategorycodes",
                kind,
            )?;
            object.text("text", filled("title", &self.title)?);
            Ok(())
        })?;
        subject(&mut object, "patient", &self.stated)?;
        date_time(&mut object, "dateTime", self.stated.recorded.as_ref())?;
        object.list("performer", self.stated.by.as_slice(), author)?;
        if let Some(file) = &self.file {
            object.object("sourceAttachment", |object| attachment(object, file))?;
        }
        // R4 demands a policy; the person's own words are the only one.
        object.object("policyRule", |object| {
            object.text("text", &self.title);
            Ok(())
        })?;
        Ok(object.finish())
    }
}
