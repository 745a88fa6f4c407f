//! The log as FHIR: what left this device, what came from others, and what was refused.

use super::list::{AuditOptions, AuditView};
use crate::chart::Chart;
use crate::draft::uuid;
use crate::export::ExportError;
use crate::grants::MINUTE;
use crate::grants::kept::KeptGrant;
use crate::time;
use pocketchart_fhir::build::{
    AuditKind, AuditOutcome, AuditParty, AuditPurpose, AuditRecord, Author, Build, Consent, ConsentAction,
    ConsentPart, Stated,
};
use pocketchart_fhir::export::{Body, BundleWriter};
use pocketchart_record::{DeviceId, Millis, StoreError, key_words};
use pocketchart_share::audit::{Action, Outcome, Purpose};
use pocketchart_share::grant::{GrantId, Operations};
use std::io::{self, Write};

/// What was written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct AuditExport {
    /// Grants, as Consent.
    pub consents: u64,
    /// What happened, as AuditEvent.
    pub events: u64,
}

impl Chart {
    /// Writes a FHIR Bundle with a Consent for each grant of this device, inactive once it has ended, and an AuditEvent
    /// for everything that this device gave out, took in from others or refused, newest first, by the patterns of IHE
    /// BALP. What was done to the record's own devices and keys is not in it: FHIR has no patient's event for that.
    ///
    /// # Errors
    /// [`ExportError`] leaves a file that is cut off.
    pub fn export_audit(&self, to: impl Write) -> Result<AuditExport, ExportError> {
        let mut report = AuditExport::default();
        let mut bundle = BundleWriter::new(to, &time::fhir_instant(self.home.context().now()))?;
        let patient = self.subject()?;
        let here = self.here();
        let now = self.home.context().now();
        for kept in KeptGrant::all(&self.record)? {
            let consent = consent(&kept, &patient, now < end(&kept) && self.is_in_force(&kept));
            bundle.put(&Body {
                bytes: consent.build().map_err(io::Error::other)?,
                full_url: Some(url(kept.grant.id)),
            })?;
            report.consents += 1;
        }
        let everything = AuditOptions {
            limit: usize::MAX,
            ..AuditOptions::default()
        };
        let page = self.audit(&everything).map_err(|error| match error {
            crate::ReadError::Store(error) => ExportError::Store(error),
            _ => ExportError::Store(StoreError::Altered("audit")),
        })?;
        for event in &page.events {
            if let Some(record) = record(event, &patient, &here) {
                // The texts were bounded when they were written down, and the times are ours.
                let bytes = record.build().map_err(io::Error::other)?;
                bundle.put(&Body {
                    bytes,
                    full_url: None,
                })?;
                report.events += 1;
            }
        }
        bundle.finish()?;
        Ok(report)
    }

    fn is_in_force(&self, kept: &KeptGrant) -> bool {
        !kept.state.has_ended() && kept.revocations(&self.record).is_empty()
    }

    /// This device, as others know it.
    fn here(&self) -> AuditParty {
        let device = self.record.device();
        let certificate = self.record.statements().certificate_of(device);
        AuditParty {
            name: certificate.map_or_else(String::new, |(_, it)| it.name.clone()),
            uri: format!("urn:pocketchart:device:{}", device.to_hex()),
        }
    }
}

/// The resource of an event; none of what concerns nobody but the patient.
fn record(event: &AuditView, patient: &str, here: &AuditParty) -> Option<AuditRecord> {
    let (kind, without_key) = match event.action {
        Action::DisclosedExtract | Action::DisclosedRead | Action::RelayReported | Action::Refused => {
            (AuditKind::Disclosed, "unknown")
        }
        Action::CardMade | Action::HealthCardMade => (AuditKind::Disclosed, "card"),
        Action::CopyRenewed => (AuditKind::Disclosed, "code"),
        Action::LinkMade | Action::LinkChanged => (AuditKind::Disclosed, "link"),
        Action::Exported => (AuditKind::Disclosed, "file"),
        Action::ReceivedVisit | Action::HeldVisit => (AuditKind::Received, "unknown"),
        Action::EmergencyOverride => (AuditKind::EmergencyOverride, "unknown"),
        _ => return None,
    };
    let (outcome, more) = match event.outcome {
        Outcome::Done => (AuditOutcome::Success, None),
        Outcome::Refused | Outcome::Failed => (AuditOutcome::MinorFailure, Some(event.outcome.id())),
        // Nobody knows how much of it left.
        _ => (AuditOutcome::SeriousFailure, Some(event.outcome.id())),
    };
    let purposes = match event.purpose {
        Purpose::Treatment => vec![AuditPurpose::Treatment],
        Purpose::Emergency => vec![AuditPurpose::EmergencyTreatment],
        Purpose::BreakGlass => vec![AuditPurpose::EmergencyTreatment, AuditPurpose::BreakTheGlass],
        _ => vec![AuditPurpose::PatientRequested],
    };
    let other = match &event.actor {
        Some(key) => format!("urn:pocketchart:key:{}", DeviceId(*key).to_hex()),
        None => format!("urn:pocketchart:{without_key}"),
    };
    Some(AuditRecord {
        id: Some(format!("audit-{}", event.number)),
        patient: patient.to_owned(),
        kind,
        recorded: time::fhir_instant(event.time),
        until: event.ended.filter(|it| *it >= event.time).map(time::fhir_instant),
        outcome,
        outcome_text: event.reason.clone().or(more.map(str::to_owned)),
        purposes,
        observer: here.clone(),
        other: AuditParty {
            name: event.actor_name.clone().unwrap_or_default(),
            uri: other,
        },
        sections: event.sections.iter().map(|it| it.name().to_owned()).collect(),
        count: event.count,
        consent: event.grant.map(url),
    })
}

fn url(grant: GrantId) -> String {
    format!("urn:uuid:{}", uuid(grant.0))
}

fn end(kept: &KeptGrant) -> Millis {
    Millis::from(kept.grant.expires) * MINUTE
}

/// The resource of a grant.
fn consent(kept: &KeptGrant, patient: &str, active: bool) -> Consent {
    let mut parts: Vec<ConsentPart> = Vec::new();
    for (section, operations) in kept.grant.scope.iter() {
        let actions = actions(operations);
        let section = section.name().to_owned();
        match parts.iter_mut().find(|it| it.actions == actions) {
            Some(part) => part.sections.push(section),
            None => parts.push(ConsentPart {
                actions,
                sections: vec![section],
            }),
        }
    }
    let redeemers = kept.redeemers.iter().map(|it| Author {
        reference: None,
        name: Some(match it.name.trim() {
            "" => key_words(it.author),
            name => name.to_owned(),
        }),
    });
    Consent {
        stated: Stated {
            id: Some(uuid(kept.grant.id.0)),
            recorded: Some(time::fhir_instant(kept.made)),
            ..Stated::about(patient)
        },
        active,
        from: time::fhir_instant(Millis::from(kept.grant.not_before) * MINUTE),
        until: time::fhir_instant(end(kept)),
        parts,
        redeemers: redeemers.collect(),
    }
}

fn actions(operations: Operations) -> Vec<ConsentAction> {
    let table = [
        (Operations::READ, ConsentAction::Access),
        (Operations::APPEND, ConsentAction::Collect),
        (Operations::EXTRACT, ConsentAction::Disclose),
    ];
    let allowed = table
        .into_iter()
        .filter(|(operation, _)| operations.contains(*operation));
    allowed.map(|(_, action)| action).collect()
}
