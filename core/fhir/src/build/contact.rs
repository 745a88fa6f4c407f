use super::*;

/// Someone close to the person, or to be called in an emergency: `RelatedPerson`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// About whom. Only `subject`, `id` and `identifier` are written: R4 has no place for the others here.
    pub stated: Stated,
    /// The contact's name.
    pub name: String,
    /// What they are to the person.
    pub relationship: Option<Concept>,
    /// To be called in an emergency.
    pub emergency: bool,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
}

impl Build for Contact {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let mut object = begin("RelatedPerson", &self.stated)?;
        object.flag("active", true);
        subject(&mut object, "patient", &self.stated)?;
        let emergency = self.emergency.then(|| {
            Concept::coded(
                "http://terminology.hl7.org/CodeSystem/v2-0131",
                "C",
                "Emergency Contact",
            )
        });
        let relationships: Vec<&Concept> = self.relationship.iter().chain(&emergency).collect();
        object.list("relationship", &relationships, |object, relationship| {
            concept_members(object, "relationship", relationship)
        })?;
        object.list("name", &[&self.name], |object, name| {
            object.text("text", filled("name", name)?);
            Ok(())
        })?;
        telecom(&mut object, self.phone.as_deref(), self.email.as_deref())?;
        Ok(object.finish())
    }
}

pub(super) fn telecom(
    object: &mut Object,
    phone: Option<&str>,
    email: Option<&str>,
) -> Result<(), BuildError> {
    let points = [("phone", phone), ("email", email)];
    let points: Vec<(&str, &str)> = points
        .into_iter()
        .filter_map(|(system, value)| Some((system, value?)))
        .collect();
    object.list("telecom", &points, |object, (system, value)| {
        object.text("system", system);
        object.text("value", filled("telecom", value)?);
        Ok(())
    })
}
