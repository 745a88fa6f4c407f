use pocketchart_record::{AuthorId, Certificate, DevicePublic, Fact, Statement};

use super::body::{Grant, Holder};
use super::code::GrantCode;
use super::signed::Signed;
use super::split::Bundle;
use crate::redeem::Extracted;

/// What was in a bundle that is what its code promised.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The grant.
    pub grant: Signed<Grant>,
    /// The author whose device made it: the patient.
    pub patient: AuthorId,
    /// That device.
    pub issuer: DevicePublic,
    /// What it states, where the grant allows an extract.
    pub extracted: Option<Extracted>,
}

impl Bundle {
    /// Checks what was opened with a code: none if it is not the grant of that code, not made by a device that its author has
    /// certified, or states or lets in other than the grant says. Who the author is, only a person can tell, by the words for the
    /// key.
    pub fn check(&self, code: &GrantCode) -> Option<Checked> {
        let grant = Signed::<Grant>::parse(&self.grant).ok()?;
        let certificate = Statement::parse(&self.certificate).ok()?;
        let Fact::Certificate(Certificate { author, device, .. }) = &certificate.fact else {
            return None;
        };
        let extracted = match &self.extract {
            None => None,
            Some((head, content)) => Some(Extracted::read(head, content).ok()?),
        };
        let is_by_issuer = |it: &Extracted| it.head.issuer == grant.issuer && it.head.grant == grant.id;
        let fits = code.fits(&grant)
            && grant.holder == Holder::Relay
            && certificate.said_by(*author)
            && device.sign.0 == *grant.issuer.as_bytes()
            && extracted.as_ref().is_none_or(is_by_issuer)
            && self.entrance.is_some() == grant.scope.lets_in();
        fits.then(|| Checked {
            patient: *author,
            issuer: device.clone(),
            grant,
            extracted,
        })
    }
}
