use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};

use crate::grant::GrantId;

const VERSION: u64 = 1;

/// What a redeemer says to the patient's device that gave it something, in a meeting of their own
/// ([`crate::session::Peer::after_grant`]): it asks whether the patient has ended the grant, or says that what was given is deleted.
/// Nothing of the record goes over.
///
/// ```
/// use pocketchart_share::grant::GrantId;
/// use pocketchart_share::redeem::{AfterAnswer, AfterCall};
///
/// let call = AfterCall { grant: GrantId([1; 16]), deletion: None };
/// assert_eq!(AfterCall::from_bytes(&call.to_bytes())?, call);
/// let answer = AfterAnswer { revocation: None, kept: false };
/// assert_eq!(AfterAnswer::from_bytes(&answer.to_bytes())?, answer);
/// # Ok::<(), pocketchart_record::cbor::Malformed>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterCall {
    /// The grant.
    pub grant: GrantId,
    /// The signed [`crate::grant::Deletion`], once what was given is deleted.
    pub deletion: Option<Vec<u8>>,
}

/// The answer of the patient's device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterAnswer {
    /// The signed [`crate::grant::Revocation`], if the patient has ended the grant.
    pub revocation: Option<Vec<u8>>,
    /// Whether the deletion that came with the call is kept.
    pub kept: bool,
}

impl AfterCall {
    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::to_bytes(self)
    }

    /// Reads it; the deletion in it is not checked yet.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        cbor::from_bytes(bytes)
    }
}

impl AfterAnswer {
    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::to_bytes(self)
    }

    /// Reads it; the revocation in it is not checked yet.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        cbor::from_bytes(bytes)
    }
}

impl Canonical for AfterCall {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(VERSION).value(&self.grant);
        to.bytes(self.deletion.as_deref().unwrap_or_default());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        version(from)?;
        Ok(Self {
            grant: from.value()?,
            deletion: optional(from)?,
        })
    }
}

impl Canonical for AfterAnswer {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(VERSION);
        to.bytes(self.revocation.as_deref().unwrap_or_default())
            .bool(self.kept);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        version(from)?;
        Ok(Self {
            revocation: optional(from)?,
            kept: from.bool()?,
        })
    }
}

fn version(from: &mut Reader<'_>) -> Result<(), Malformed> {
    match from.uint()? {
        VERSION => Ok(()),
        _ => Err(Malformed("version")),
    }
}

/// What is signed; empty if there is nothing.
fn optional(from: &mut Reader<'_>) -> Result<Option<Vec<u8>>, Malformed> {
    let bytes = from.bytes()?;
    Ok((!bytes.is_empty()).then(|| bytes.to_vec()))
}
