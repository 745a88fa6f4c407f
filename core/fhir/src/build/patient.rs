use super::contact::telecom;
use super::*;

codes! {
    /// FHIR's administrative gender.
    Gender {
        Female = "female",
        Male = "male",
        Other = "other",
        Unknown = "unknown",
    }
}

/// The person the record is about: `Patient`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patient {
    /// The resource's id; others refer to the person as `Patient/id`.
    pub id: Option<String>,
    /// Our own name for the person.
    pub identifier: Option<Identifier>,
    /// Given names, in order.
    pub given: Vec<String>,
    /// Family name.
    pub family: Option<String>,
    /// Birth date: year, month or day.
    pub birth_date: Option<FhirDateTime>,
    /// Administrative gender.
    pub gender: Option<Gender>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Postal address in one text.
    pub address: Option<String>,
    /// Preferred language: BCP 47 code and its name.
    pub language: Option<Coding>,
}

impl Build for Patient {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let stated = Stated {
            id: self.id.clone(),
            identifier: self.identifier.clone(),
            ..Stated::default()
        };
        let mut object = begin("Patient", &stated)?;
        let family = self.family.as_deref().filter(|family| !family.trim().is_empty());
        if family.is_none() && self.given.iter().all(|given| given.trim().is_empty()) {
            return Err(BuildError::Empty("name"));
        }
        object.list("name", &[()], |object, ()| {
            object.text("use", "official");
            object.maybe("family", family);
            let given: Vec<&str> = self
                .given
                .iter()
                .map(String::as_str)
                .filter(|given| !given.trim().is_empty())
                .collect();
            object.texts("given", &given);
            Ok(())
        })?;
        telecom(&mut object, self.phone.as_deref(), self.email.as_deref())?;
        object.maybe("gender", self.gender.map(Gender::code));
        if let Some(date) = &self.birth_date {
            if !date.is_date() {
                return Err(BuildError::Date("birthDate"));
            }
            object.text("birthDate", date.as_str());
        }
        object.list("address", self.address.as_slice(), |object, address| {
            object.text("text", filled("address", address)?);
            Ok(())
        })?;
        object.list("communication", self.language.as_slice(), |object, language| {
            let words = language
                .display
                .clone()
                .or_else(|| language.code.clone())
                .unwrap_or_default();
            concept(
                object,
                "language",
                &Concept {
                    text: words,
                    coding: vec![language.clone()],
                },
            )?;
            object.flag("preferred", true);
            Ok(())
        })?;
        Ok(object.finish())
    }
}
