use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_record::{AuthorId, DevicePublic};

use crate::grant::{Passcode, Redeemer, Scope};
use crate::session::SessionId;
use crate::text;

const ASK: Label = Label::new("redeem/ask");
const VERSION: u64 = 1;
/// Bytes of a name.
pub const MAX_NAME: usize = 100;
/// Bytes of a reason.
pub const MAX_REASON: usize = 200;
const MAX_DELEGATION: usize = 4 << 10;

/// Who redeems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// What it calls itself; nobody has checked it. At most [`MAX_NAME`] bytes.
    pub name: String,
    /// The device that it came with, which is made for this grant; its exchange key is the one of the handshake.
    pub device: DevicePublic,
    /// What stands for the passcode, where the grant needs one.
    pub passcode: Option<Secret<32>>,
    /// The delegation by which it comes, as it got it.
    pub delegation: Option<Vec<u8>>,
    /// Why it asks; needed in an emergency. At most [`MAX_REASON`] bytes.
    pub reason: String,
}

impl Visitor {
    /// With a name and a device; longer names are cut.
    pub fn new(name: &str, device: DevicePublic) -> Self {
        Self {
            name: text::cut(name, MAX_NAME),
            device,
            passcode: None,
            delegation: None,
            reason: String::new(),
        }
    }

    /// The same, and why; longer reasons are cut.
    pub fn because(self, reason: &str) -> Self {
        Self {
            reason: text::cut(reason, MAX_REASON),
            ..self
        }
    }

    /// The keys that a grant is bound to.
    pub fn redeemer(&self) -> Redeemer {
        let sign = VerifyingKey::from_bytes(self.device.sign.0);
        Redeemer::new(self.device.exchange, sign, &self.device.kem)
    }

    /// The passcode as the judge takes it.
    pub fn passcode(&self) -> Option<Passcode> {
        self.passcode.clone().map(Passcode::from_secret)
    }
}

/// The first message of a redeemer: who it is and what it wants. Its author's identity key signs it for this session only, so
/// that what the patient's screen shows of the author is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Who.
    pub visitor: Visitor,
    /// Whose device that is: the identity key of the clinic or person.
    pub author: AuthorId,
    /// What it wants; `None` for all that the grant allows.
    pub asked: Option<Scope>,
    /// Higher in each request of this redeemer; its clock's milliseconds do.
    pub sequence: u64,
    signature: Signature,
}

impl Ask {
    /// Signs a request with the author's identity key.
    pub fn sign(
        visitor: Visitor,
        asked: Option<Scope>,
        sequence: u64,
        session: SessionId,
        identity: &SigningKey,
    ) -> Self {
        let author = AuthorId(*identity.public().as_bytes());
        let part = signed_part(&visitor, author, asked.as_ref(), sequence);
        Self {
            signature: identity.sign(ASK, &[&session.0, &part]),
            visitor,
            author,
            asked,
            sequence,
        }
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let part = signed_part(&self.visitor, self.author, self.asked.as_ref(), self.sequence);
        let mut to = Writer::default();
        to.array(2).bytes(&part).bytes(self.signature.as_bytes());
        to.into_bytes()
    }

    /// Reads a request that came in this session.
    ///
    /// # Errors
    /// [`Malformed`], also where the signature is not the author's or of another session.
    pub fn from_bytes(bytes: &[u8], session: SessionId) -> Result<Self, Malformed> {
        let mut from = Reader::new(bytes);
        from.array_of(2)?;
        let part = from.bytes()?;
        let signature = Signature::from_bytes(from.fixed()?);
        if !from.at_end() {
            return Err(Malformed("trailing bytes"));
        }
        let Part {
            visitor,
            author,
            asked,
            sequence,
        } = cbor::from_bytes(part)?;
        VerifyingKey::from_bytes(author.0)
            .verify(ASK, &[&session.0, part], &signature)
            .map_err(|_| Malformed("signature"))?;
        Ok(Self {
            visitor,
            author,
            asked,
            sequence,
            signature,
        })
    }
}

fn signed_part(visitor: &Visitor, author: AuthorId, asked: Option<&Scope>, sequence: u64) -> Vec<u8> {
    let part = Part {
        visitor: visitor.clone(),
        author,
        asked: asked.cloned(),
        sequence,
    };
    cbor::to_bytes(&part)
}

struct Part {
    visitor: Visitor,
    author: AuthorId,
    asked: Option<Scope>,
    sequence: u64,
}

impl Canonical for Part {
    fn write(&self, to: &mut Writer) {
        let visitor = &self.visitor;
        let passcode = visitor.passcode.as_ref().map_or(&[][..], |it| it.expose());
        to.array(9).uint(VERSION).value(&self.author).text(&visitor.name);
        to.value(&visitor.device).bytes(passcode);
        to.array(usize::from(self.asked.is_some()));
        if let Some(asked) = &self.asked {
            to.value(asked);
        }
        to.uint(self.sequence)
            .bytes(visitor.delegation.as_deref().unwrap_or_default())
            .text(&visitor.reason);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(9)?;
        if from.uint()? != VERSION {
            return Err(Malformed("version"));
        }
        let author = from.value()?;
        let name = text::plain(from, MAX_NAME)?;
        let device = from.value()?;
        let passcode = match from.bytes()? {
            [] => None,
            bytes => Some(Secret::from_slice(bytes).ok_or(Malformed("passcode"))?),
        };
        let asked = match from.array()? {
            0 => None,
            1 => Some(from.value()?),
            _ => return Err(Malformed("what is asked")),
        };
        let sequence = from.uint()?;
        let delegation = match from.bytes()? {
            [] => None,
            bytes if bytes.len() <= MAX_DELEGATION => Some(bytes.to_vec()),
            _ => return Err(Malformed("delegation too long")),
        };
        let visitor = Visitor {
            name,
            device,
            passcode,
            delegation,
            reason: text::plain(from, MAX_REASON)?,
        };
        Ok(Self {
            visitor,
            author,
            asked,
            sequence,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_record::DeviceKeys;

    #[test]
    fn names_and_reasons_are_cut_and_mislead_nobody() {
        let device = DeviceKeys::from_seed(Secret::random()).public();
        let visitor = Visitor::new(&"é\u{202e}\n".repeat(300), device).because(&"😀".repeat(300));
        assert_eq!(visitor.name, "é".repeat(50));
        assert_eq!(visitor.reason, "😀".repeat(50));
        let identity = SigningKey::from_seed(&Secret::random());
        let session = SessionId([3; 32]);
        let crooked = Visitor {
            name: "Dr.\u{202e}evil".into(),
            ..visitor.clone()
        };
        for (visitor, fine) in [(visitor, true), (crooked, false)] {
            let ask = Ask::sign(visitor, None, 1, session, &identity);
            assert_eq!(Ask::from_bytes(&ask.to_bytes(), session).is_ok(), fine);
        }
    }

    #[test]
    fn every_flipped_bit_of_a_request_is_refused() {
        let device = DeviceKeys::from_seed(Secret::random()).public();
        let identity = SigningKey::from_seed(&Secret::random());
        let session = SessionId([4; 32]);
        let bytes = Ask::sign(Visitor::new("Lakeside", device), None, 1, session, &identity).to_bytes();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(Ask::from_bytes(&flipped, session).is_err(), "bit {bit}");
        }
    }
}
