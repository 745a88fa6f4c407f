//! What the clinic's server says of one of its patients.

use pocketchart::{Capability, FhirServer, Looked, SmartError, look_at};

use super::{candidate::is_inactive, connection::wait};

/// The types that are read.
const READ: [&str; 6] = [
    "AllergyIntolerance",
    "Condition",
    "Immunization",
    "MedicationRequest",
    "MedicationStatement",
    "Observation",
];

/// Reads it; none if there is no such patient, or that description is not used any more.
pub(crate) fn look(server: &FhirServer<'_>, patient: &str) -> Result<Option<Looked>, SmartError> {
    match server.get(&format!("{}/Patient/{patient}", server.base()), &mut wait) {
        Ok(answer) if is_inactive(&answer.body) => return Ok(None),
        Ok(_) => {}
        Err(SmartError::Status(404 | 410)) => return Ok(None),
        Err(error) => return Err(error),
    }
    let capability = match server.capability(&mut wait) {
        Ok(capability) => capability,
        // What it does not say is tried.
        Err(SmartError::Status(400..500) | SmartError::Document(_)) => Capability::default(),
        Err(error) => return Err(error),
    };
    look_at(server, &capability, (patient, &READ), &mut wait).map(Some)
}
