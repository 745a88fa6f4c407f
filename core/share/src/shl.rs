//! SMART Health Links: what a QR code or a link carries, so that whoever has it can fetch and decrypt health data
//! (<https://hl7.org/fhir/uv/smart-health-cards-and-links/STU1/links-specification.html>).
//!
//! [`HealthLink`] is the link itself. Nothing here fetches anything: [`HealthLink::fetch`] says what to ask for,
//! [`HealthLink::answer`] reads what came back, [`HealthLink::open`] decrypts a file, [`HealthLink::seal`] makes one.
//! [`check_shared_bundle`] judges the Bundle that "Kill the Clipboard" asks for, [`HealthLink::check_cms`] its link.

mod bundle;
mod cms;
mod fetch;
mod file;
mod link;
mod manifest;

pub use bundle::{BundleFinding, BundleRule, Level, check_shared_bundle};
pub use cms::{CmsRefusal, ON_SCREEN, PRINTED};
pub use fetch::{Fetch, FetchError};
pub use file::{ContentType, FileError, LinkFile, MAX_FILE};
pub use link::{HealthLink, LinkError, LinkFlags};
pub use manifest::{
    FileStatus, LOCATION_SECONDS, LocationError, Manifest, ManifestAnswer, ManifestError, ManifestFile, Place,
};
