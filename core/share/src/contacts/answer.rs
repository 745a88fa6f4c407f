use pocketchart_crypto::Label;
use pocketchart_crypto::share::Share;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_wire::escrow::Approval;
use zeroize::Zeroizing;

use super::ask::{AskCode, Asking};
use super::lock::Locked;
use super::part::Part;
use super::sealed::{MAX_INSIDE, Sealed};
use super::{MAX_NAME, MAX_RELAY};
use crate::code::{self, CodeError};
use crate::grant::signed::{VERSION, head, key};
use crate::text;

const ANSWER: Label = Label::new("contacts/answer");

/// What a contact gives to a device that they approve.
#[derive(Clone)]
pub struct Answer {
    /// What the person called themselves when the contact got their part.
    pub person: String,
    /// The escrow's name at the relay.
    pub escrow: [u8; 16],
    /// The relay's address.
    pub relay: String,
    /// How many contacts it takes.
    pub needed: u8,
    /// The contact's part of C.
    pub share: Share,
    /// What C and W open.
    pub locked: Locked,
    /// The contact's word for the relay.
    pub approval: Approval,
}

impl Answer {
    /// From a contact's part: good until then, in seconds since 1970; with `despite`, even if the person's other devices object.
    pub fn new(part: &Part, to: &AskCode, until: u64, despite: bool) -> Self {
        Self {
            person: part.person.clone(),
            escrow: part.escrow,
            relay: part.relay.clone(),
            needed: part.needed,
            share: part.share.clone(),
            locked: part.locked.clone(),
            approval: Approval::new(&part.key(), &part.escrow, to.device, until, despite),
        }
    }

    /// Seals it for the device that asked; none if it is too long, or the device's key is none.
    pub fn seal_to(&self, to: &AskCode) -> Option<AnswerCode> {
        let inside = Zeroizing::new(to_bytes(self));
        if inside.len() > MAX_INSIDE {
            return None;
        }
        let sealed = to.kem.seal_to(ANSWER, &to.device, &inside).ok()?;
        Some(AnswerCode(Sealed(sealed)))
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(..)")
    }
}

impl Canonical for Answer {
    fn write(&self, to: &mut Writer) {
        to.map(8).uint(0).uint(VERSION).uint(1).text(&self.person);
        to.uint(2).bytes(&self.escrow).uint(3).text(&self.relay);
        to.uint(4).uint(u64::from(self.needed));
        to.uint(5).bytes(&self.share.to_bytes()[..]);
        to.uint(6).bytes(&self.locked.0);
        to.uint(7)
            .bytes(&pocketchart_wire::cbor::to_bytes(&self.approval));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 8)?;
        key(from, 1)?;
        let person = text::plain(from, MAX_NAME)?;
        key(from, 2)?;
        let escrow = from.fixed()?;
        key(from, 3)?;
        let relay = text::plain(from, MAX_RELAY)?;
        key(from, 4)?;
        let needed = from.small()?;
        key(from, 5)?;
        let share = Share::from_slice(from.bytes()?).ok_or(Malformed("share"))?;
        key(from, 6)?;
        let locked = Locked(from.fixed()?);
        key(from, 7)?;
        let approval =
            pocketchart_wire::cbor::from_bytes(from.bytes()?).map_err(|_| Malformed("approval"))?;
        Ok(Self {
            person,
            escrow,
            relay,
            needed,
            share,
            locked,
            approval,
        })
    }
}

/// An [`Answer`] on its way to the device that asked.
#[derive(Clone, PartialEq, Eq)]
pub struct AnswerCode(Sealed<'a'>);

impl AnswerCode {
    /// Opens it; none if it is for another device, or its approval is not good for this one.
    pub fn open(&self, asking: &Asking) -> Option<Answer> {
        let device = asking.sign.public();
        let inside = asking.kem.open(ANSWER, device.as_bytes(), &self.0.0).ok()?;
        let answer: Answer = from_bytes(&Zeroizing::new(inside)).ok()?;
        let approval = &answer.approval;
        let good = approval.device == *device.as_bytes() && approval.is_signed(&answer.escrow);
        good.then_some(answer)
    }

    /// The text to send: `pocketchart:/` and decimal digits, as every code's.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// Reads a pasted text.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, Sealed::<'a'>::kind())
    }
}

impl Canonical for AnswerCode {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.value().map(Self)
    }
}

impl std::fmt::Debug for AnswerCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AnswerCode(..)")
    }
}
