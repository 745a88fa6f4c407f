//! The two codes by which a redeemer passes a part of a grant on: the other's request, and the answer to it.

use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};

use super::code::GrantCode;
use super::delegation::Delegation;
use super::signed::{Signed, key};
use crate::code::{self, CodeError, VERSION};
use crate::qr::{self, DrawError, QrMatrix};
use crate::redeem::MAX_NAME;
use crate::text;

const REQUEST: &str = "delegate";
const ANSWER: &str = "delegation";

/// What somebody shows to a redeemer to be let in by their word: a key made for this, and a name that nobody has checked.
/// Nothing in it is secret.
///
/// The text is `pocketchart:/` and decimal digits, as every code's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationRequest {
    /// The Noise key that the delegation will be bound to.
    pub key: ExchangePublic,
    /// Random: what its owner makes the key's secret half from again, so that nothing of a request need be kept.
    pub origin: [u8; 16],
    name: String,
}

impl DelegationRequest {
    /// Of a key; a name longer than [`MAX_NAME`] bytes is cut.
    pub fn new(key: ExchangePublic, origin: [u8; 16], name: &str) -> Self {
        let name = text::cut(name, MAX_NAME);
        Self { key, origin, name }
    }

    /// What they call themselves.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text to draw and to paste.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// The text as a QR code.
    ///
    /// # Errors
    /// [`DrawError`], never with what [`DelegationRequest::new`] makes.
    pub fn to_qr(&self) -> Result<QrMatrix, DrawError> {
        qr::draw(&self.to_text())
    }

    /// Reads a scanned or pasted text. White space anywhere in it is ignored, as mail programs add it.
    ///
    /// # Errors
    /// [`CodeError`]: not a code at all, one for something else or from a newer version, or a damaged one.
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, REQUEST)
    }
}

impl Canonical for DelegationRequest {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(VERSION).uint(1).text(REQUEST);
        to.uint(2).bytes(self.key.as_bytes());
        to.uint(3).bytes(&self.origin);
        to.uint(4).text(&self.name);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        code::head(from, 5)?;
        key(from, 2)?;
        let public = ExchangePublic::from_bytes(from.fixed()?);
        key(from, 3)?;
        let origin = from.fixed()?;
        key(from, 4)?;
        Ok(Self {
            key: public,
            origin,
            name: text::plain(from, MAX_NAME)?,
        })
    }
}

/// What a redeemer answers to a [`DelegationRequest`]: the grant's own code, and the signed delegation. Only the device
/// that made the request can use it, as it alone has the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationCode {
    code: GrantCode,
    origin: [u8; 16],
    delegation: Signed<Delegation>,
}

impl DelegationCode {
    /// The answer to a request.
    ///
    /// # Errors
    /// [`CodeError::OtherKind`] if the delegation is for another key than the request's.
    pub fn new(
        code: GrantCode,
        request: &DelegationRequest,
        delegation: Signed<Delegation>,
    ) -> Result<Self, CodeError> {
        if delegation.delegate != request.key {
            return Err(CodeError::OtherKind);
        }
        Ok(Self {
            code,
            origin: request.origin,
            delegation,
        })
    }

    /// The code of the grant of which this is a part.
    pub fn grant(&self) -> &GrantCode {
        &self.code
    }

    /// [`DelegationRequest::origin`].
    pub fn origin(&self) -> [u8; 16] {
        self.origin
    }

    /// What the redeemer signed.
    pub fn delegation(&self) -> &Signed<Delegation> {
        &self.delegation
    }

    /// The text to draw, to paste, and to open as a link.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// The text as a QR code (at most version 17, 85 modules).
    ///
    /// # Errors
    /// [`DrawError`], never with what [`DelegationCode::new`] takes.
    pub fn to_qr(&self) -> Result<QrMatrix, DrawError> {
        qr::draw(&self.to_text())
    }

    /// Reads a scanned or pasted text. White space anywhere in it is ignored, as mail programs add it.
    ///
    /// # Errors
    /// [`CodeError`]: not a code at all, one for something else or from a newer version, or a damaged one; damaged too
    /// is one whose delegation is not signed by whom it names.
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, ANSWER)
    }
}

impl Canonical for DelegationCode {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(VERSION).uint(1).text(ANSWER);
        to.uint(2).bytes(&cbor::to_bytes(&self.code));
        to.uint(3).bytes(&self.origin);
        to.uint(4).bytes(self.delegation.to_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        code::head(from, 5)?;
        key(from, 2)?;
        let code = code::from_body(from.bytes()?, super::code::KIND).map_err(|_| Malformed("grant code"))?;
        key(from, 3)?;
        let origin = from.fixed()?;
        key(from, 4)?;
        let delegation = Signed::parse(from.bytes()?).map_err(|_| Malformed("delegation"))?;
        Ok(Self {
            code,
            origin,
            delegation,
        })
    }
}

/// A code by which a patient's device can be called: the patient's own, or the one of a redeemer who passes a part on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedeemCode {
    /// Shown by the patient.
    Grant(GrantCode),
    /// Shown by somebody who redeemed the grant.
    Delegation(Box<DelegationCode>),
}

impl RedeemCode {
    /// Reads either.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        match GrantCode::from_text(text) {
            Err(CodeError::OtherKind) => {
                DelegationCode::from_text(text).map(|code| Self::Delegation(Box::new(code)))
            }
            read => read.map(Self::Grant),
        }
    }

    /// The grant's code.
    pub fn grant(&self) -> &GrantCode {
        match self {
            Self::Grant(code) => code,
            Self::Delegation(code) => code.grant(),
        }
    }

    /// The delegation, if it came by one.
    pub fn delegation(&self) -> Option<&Signed<Delegation>> {
        match self {
            Self::Grant(_) => None,
            Self::Delegation(code) => Some(code.delegation()),
        }
    }

    /// What the redeemer's device for this code is made from, so that it is the same each time.
    pub fn origin(&self) -> [u8; 16] {
        match self {
            Self::Grant(code) => code.secret().locator(),
            Self::Delegation(code) => code.origin(),
        }
    }
}

impl From<GrantCode> for RedeemCode {
    fn from(code: GrantCode) -> Self {
        Self::Grant(code)
    }
}

#[cfg(test)]
mod tests {
    use pocketchart_crypto::Secret;
    use pocketchart_crypto::exchange::ExchangeSecret;
    use pocketchart_crypto::sign::SigningKey;
    use pocketchart_record::Section;

    use super::super::*;
    use crate::code::altered::{flips, text, texts};
    use pocketchart_record::cbor;

    fn made() -> (DelegationRequest, DelegationCode, GrantId) {
        let (phone, desk) = (
            SigningKey::from_seed(&Secret::random()),
            SigningKey::from_seed(&Secret::random()),
        );
        let keys = GrantRoot::new(Secret::random()).keys(1);
        let every = Operations::EXTRACT | Operations::READ | Operations::APPEND | Operations::FUTURE;
        let scope = Scope::new(Section::ALL.map(|section| (section, every))).unwrap();
        let grant = Grant {
            id: GrantId::random(),
            issuer: phone.public(),
            audience: None,
            not_before: 30_000_000,
            expires: 30_001_440,
            scope: scope.clone(),
            uses: 1,
            holder: Holder::Issuer,
            nonce: [1; 16],
            flags: Flags::NOTIFY | Flags::DELEGABLE,
            bind: keys.secret.bind(),
        };
        let address = "[2001:db8::1]:7412".parse().unwrap();
        let relay = Some("r".repeat(48));
        let code = GrantCode::new(&grant, &keys, vec![address, address], relay).unwrap();
        let laboratory = ExchangeSecret::from_seed(&Secret::random()).public();
        let request = DelegationRequest::new(laboratory, [7; 16], &"é".repeat(60));
        let delegation = Delegation {
            grant: grant.id,
            delegator: desk.public(),
            delegate: laboratory,
            scope,
            expires: 30_000_060,
        };
        let signed = Signed::sign(delegation, &desk).unwrap();
        (
            request.clone(),
            DelegationCode::new(code, &request, signed).unwrap(),
            grant.id,
        )
    }

    #[test]
    fn both_codes_come_back_and_the_longest_is_drawn() {
        let (request, code, _) = made();
        assert_eq!(request.name().len(), 100);
        assert_eq!(
            DelegationRequest::from_text(&request.to_text()),
            Ok(request.clone())
        );
        assert_eq!(DelegationCode::from_text(&code.to_text()), Ok(code.clone()));
        assert_eq!(request.to_qr().unwrap().width(), 57);
        assert_eq!(code.to_qr().unwrap().width(), 85);
        let read = RedeemCode::from_text(&code.to_text()).unwrap();
        assert_eq!((read.grant(), read.origin()), (code.grant(), [7; 16]));
        let own = RedeemCode::from_text(&code.grant().to_text()).unwrap();
        assert_eq!(own.origin(), code.grant().secret().locator());
        assert!(own.delegation().is_none() && RedeemCode::from_text(&request.to_text()).is_err());
        let other = DelegationRequest::new(code.grant().key(), [7; 16], "");
        assert!(DelegationCode::new(code.grant().clone(), &other, code.delegation().clone()).is_err());
    }

    #[test]
    fn no_flipped_bit_makes_another_delegation() {
        let (_, code, grant) = made();
        let body = cbor::to_bytes(&code);
        assert_eq!(text(&body), code.to_text());
        for flipped in texts(&body) {
            assert_eq!(DelegationCode::from_text(&flipped), Err(CodeError::Damaged));
        }
        // With a checksum made to fit: the delegation is the same one or none.
        let mut same = 0;
        for flipped in flips(&body) {
            if let Ok(read) = DelegationCode::from_text(&text(&flipped)) {
                assert_eq!(read.delegation(), code.delegation());
                assert_eq!(read.delegation().grant, grant);
                same += 1;
            }
        }
        println!("{same} of {} bits are outside of what is signed", body.len() * 8);
        assert!(same > 0, "the grant's code has no signature");
    }
}
