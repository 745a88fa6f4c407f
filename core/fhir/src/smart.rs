//! What a FHIR server says of itself and of its pages, as a client that reads one patient's data needs it: SMART App Launch 2.2,
//! FHIR R4 `CapabilityStatement` and `Bundle`, and the directory of User-access Brands. No network: bytes in, values out.

mod binary;
mod brands;
mod capability;
mod page;
mod plan;
mod quirks;
mod scopes;

pub use binary::Binary;
pub use brands::{Brand, BrandsError, Place, brands};
pub use capability::{Capability, OauthAddresses, Writes};
pub use page::{Page, page};
pub use plan::{Step, plan, plan_of};
pub use quirks::{QUIRKS, Quirk, QuirkSource, Quirks, quirks_of};
pub use scopes::Scopes;

/// A document of a server cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// Not JSON, or members of other types than the specification says.
    #[error("not the JSON that the specification asks for")]
    Malformed,
    /// JSON, but another document.
    #[error("another document than was asked for")]
    Another,
}
