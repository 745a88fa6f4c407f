//! The log as FHIR: what left this device, what came from others, and what was refused.

use super::list::{AuditOptions, AuditView};
use crate::chart::Chart;
use crate::export::ExportError;
use crate::time;
use pocketchart_fhir::build::{AuditKind, AuditOutcome, AuditParty, AuditPurpose, AuditRecord, Build};
use pocketchart_fhir::export::{Body, BundleWriter};
use pocketchart_record::{DeviceId, StoreError};
use pocketchart_share::audit::{Action, Outcome, Purpose};
use std::io::{self, Write};

impl Chart {
    /// Writes a FHIR Bundle with an AuditEvent for everything that this device gave out, took in from others or refused,
    /// newest first, by the patterns of IHE BALP; returns how many. What was done to the record's own devices and keys is
    /// not in it: FHIR has no patient's event for that.
    ///
    /// # Errors
    /// [`ExportError`] leaves a file that is cut off.
    pub fn export_audit(&self, to: impl Write) -> Result<u64, ExportError> {
        let mut bundle = BundleWriter::new(to, &time::fhir_instant(self.home.context().now()))?;
        let patient = self.subject()?;
        let here = self.here();
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
            }
        }
        Ok(bundle.finish()?)
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
        Action::DisclosedExtract | Action::DisclosedRead | Action::Refused => {
            (AuditKind::Disclosed, "unknown")
        }
        Action::CardMade => (AuditKind::Disclosed, "card"),
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
        consent: event
            .grant
            .map(|grant| format!("urn:uuid:{}", crate::draft::uuid(grant.0))),
    })
}
