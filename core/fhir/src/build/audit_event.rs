use super::*;

const DICOM: &str = "http://dicom.nema.org/resources/ontology/DCM";
const DISCLOSE: (&str, &str, &str) = (
    "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle",
    "disclose",
    "Disclose Record Lifecycle Event",
);
const OVERRIDE: (&str, &str, &str) = (DICOM, "110127", "Emergency Override Started");
const REASON: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
const SOURCE_TYPE: &str = "http://terminology.hl7.org/CodeSystem/security-source-type";
const ENTITY_TYPE: &str = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
const ROLE: &str = "http://terminology.hl7.org/CodeSystem/object-role";
const SNOMED: &str = "http://snomed.info/sct";
const BALP: &str = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.";

codes! {
    /// How it ended: `AuditEvent.outcome`.
    AuditOutcome {
        Success = "0",
        /// It was refused, or broke off.
        MinorFailure = "4",
        SeriousFailure = "8",
    }
}

codes! {
    /// What for: HL7 v3 ActReason.
    AuditPurpose {
        PatientRequested = "PATRQT",
        Treatment = "TREAT",
        EmergencyTreatment = "ETREAT",
        /// Access that was not given beforehand.
        BreakTheGlass = "BTG",
    }
}

/// What kind of event, and so by which pattern it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditKind {
    /// Something left this device: IHE BALP, Privacy Disclosure at Source (DICOM 110106).
    Disclosed,
    /// Something of somebody else came in: IHE BALP, Privacy Disclosure at Recipient (DICOM 110107).
    Received,
    /// The record was opened in an emergency: DICOM 110113 Security Alert, subtype 110127.
    EmergencyOverride,
}

/// A device or organisation that took part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuditParty {
    /// What people call it, or it itself.
    pub name: String,
    /// An absolute URI that names it.
    pub uri: String,
}

/// Who was given what of the record, when and why: `AuditEvent`, by the patterns of IHE BALP
/// (<https://profiles.ihe.net/ITI/BALP/>).
#[derive(Clone, Debug, PartialEq)]
pub struct AuditRecord {
    /// The resource's id.
    pub id: Option<String>,
    /// Reference to the Patient.
    pub patient: String,
    /// The pattern.
    pub kind: AuditKind,
    /// When it was written down: an instant.
    pub recorded: FhirDateTime,
    /// When it was over.
    pub until: Option<FhirDateTime>,
    /// How it ended.
    pub outcome: AuditOutcome,
    /// More on how it ended, or why it was done.
    pub outcome_text: Option<String>,
    /// What for.
    pub purposes: Vec<AuditPurpose>,
    /// This device: it wrote the event.
    pub observer: AuditParty,
    /// The other side.
    pub other: AuditParty,
    /// Names of the sections concerned.
    pub sections: Vec<String>,
    /// How many entries.
    pub count: u64,
    /// Reference to the Consent that allowed it.
    pub consent: Option<String>,
}

impl Build for AuditRecord {
    fn build(&self) -> Result<Vec<u8>, BuildError> {
        let patient = filled("patient", &self.patient)?;
        let mut object = begin(
            "AuditEvent",
            &Stated {
                id: self.id.clone(),
                ..Stated::default()
            },
        )?;
        let (profile, kind, words, subtype, action) = match self.kind {
            AuditKind::Disclosed => (Some("Source"), "110106", "Export", DISCLOSE, "R"),
            AuditKind::Received => (Some("Recipient"), "110107", "Import", DISCLOSE, "C"),
            AuditKind::EmergencyOverride => (None, "110113", "Security Alert", OVERRIDE, "E"),
        };
        if let Some(profile) = profile {
            object.object("meta", |object| {
                object.texts("profile", &[&format!("{BALP}{profile}")]);
                Ok(())
            })?;
        }
        object.object("type", |object| coding(object, (DICOM, kind, words)))?;
        object.list("subtype", &[subtype], |object, subtype| coding(object, *subtype))?;
        object.text("action", action);
        if self.until.is_some() {
            in_order(
                Some(&self.recorded),
                self.until.as_ref().unwrap_or(&self.recorded),
            )?;
            object.object("period", |object| {
                date_time(object, "start", Some(&self.recorded))?;
                date_time(object, "end", self.until.as_ref())
            })?;
        }
        if !self.recorded.is_instant() {
            return Err(BuildError::Date("recorded"));
        }
        object.text("recorded", self.recorded.as_str());
        object.text("outcome", self.outcome.code());
        object.maybe("outcomeDesc", self.outcome_text.as_deref());
        object.list("purposeOfEvent", &self.purposes, |object, purpose| {
            code_members(object, REASON, purpose.code())
        })?;
        self.agents(&mut object)?;
        object.object("source", |object| {
            object.object("observer", |object| who(object, &self.observer))?;
            object.list("type", &[(SOURCE_TYPE, "1", "User Device")], |object, code| {
                coding(object, *code)
            })
        })?;
        self.entities(&mut object, patient)?;
        Ok(object.finish())
    }
}

impl AuditRecord {
    /// Where it came from, where it went, and the patient on whose word.
    fn agents(&self, object: &mut Object) -> Result<(), BuildError> {
        let (from, to) = match self.kind {
            AuditKind::Disclosed | AuditKind::EmergencyOverride => (&self.observer, &self.other),
            AuditKind::Received => (&self.other, &self.observer),
        };
        let authorized = self.kind != AuditKind::EmergencyOverride;
        let mut agents = vec![
            ((DICOM, "110153"), Some(from), false),
            ((DICOM, "110152"), Some(to), !authorized),
        ];
        if authorized {
            agents.push(((SNOMED, "429577009"), None, true));
        }
        object.list("agent", &agents, |object, ((system, role), party, requestor)| {
            code(object, "type", system, role)?;
            object.object("who", |object| match party {
                Some(party) => who(object, party),
                None => reference(object, &self.patient, "Patient"),
            })?;
            object.flag("requestor", *requestor);
            match party {
                Some(party) => object.object("network", |object| {
                    object.text("address", filled("uri", &party.uri)?);
                    object.text("type", "5");
                    Ok(())
                }),
                None => Ok(()),
            }
        })
    }

    /// The patient, what of the record, and what allowed it.
    fn entities(&self, object: &mut Object, patient: &str) -> Result<(), BuildError> {
        enum Entity<'a> {
            Patient,
            Content,
            Consent(&'a str),
        }
        let mut entities = vec![Entity::Patient, Entity::Content];
        entities.extend(self.consent.as_deref().map(Entity::Consent));
        object.list("entity", &entities, |object, entity| {
            let (kind, role) = match entity {
                Entity::Patient => (("1", "Person"), ("1", "Patient")),
                Entity::Content => (("2", "System Object"), ("4", "Domain Resource")),
                Entity::Consent(_) => (("2", "System Object"), ("13", "Security Resource")),
            };
            if let Entity::Patient = entity {
                object.object("what", |object| reference(object, patient, "Patient"))?;
            }
            if let Entity::Consent(consent) = entity {
                object.object("what", |object| reference(object, consent, "Consent"))?;
            }
            object.object("type", |object| coding(object, (ENTITY_TYPE, kind.0, kind.1)))?;
            object.object("role", |object| coding(object, (ROLE, role.0, role.1)))?;
            let Entity::Content = entity else { return Ok(()) };
            object.text("name", "Health record");
            let count = self.count.to_string();
            let sections = self.sections.iter().map(|it| ("section", it.as_str()));
            let details: Vec<_> = sections.chain([("entries", count.as_str())]).collect();
            object.list("detail", &details, |object, (kind, value)| {
                object.text("type", kind);
                object.text("valueString", filled("section", value)?);
                Ok(())
            })
        })
    }
}

fn who(object: &mut Object, party: &AuditParty) -> Result<(), BuildError> {
    object.object("identifier", |object| {
        object.text("system", "urn:ietf:rfc:3986");
        object.text("value", filled("uri", &party.uri)?);
        Ok(())
    })?;
    object.maybe("display", Some(party.name.as_str()));
    Ok(())
}

fn reference(object: &mut Object, to: &str, kind: &str) -> Result<(), BuildError> {
    object.text("reference", filled("reference", to)?);
    object.text("type", kind);
    Ok(())
}

fn coding(object: &mut Object, (system, code, display): (&str, &str, &str)) -> Result<(), BuildError> {
    object.text("system", system);
    object.text("code", code);
    object.text("display", display);
    Ok(())
}
