use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_record::{AuthorId, RecordId};

use crate::grant::Refusal;

const VERSION: u64 = 1;

/// Why nothing is given, as far as the redeemer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Unwilling {
    /// The patient said no.
    #[error("the patient said no")]
    Declined,
    /// Somebody else is asking with this code just now.
    #[error("somebody else is asking")]
    Busy,
    /// More lies there than an extract can hold.
    #[error("too much for an extract")]
    TooMuch,
    /// An emergency grant needs a reason.
    #[error("no reason given")]
    NoReason,
    /// The patient's device could not do it.
    #[error("the device failed")]
    Failed,
    /// The grant does not allow it.
    #[error(transparent)]
    Refused(Refusal),
}

impl Unwilling {
    const OWN: [Unwilling; 5] = [
        Unwilling::Declined,
        Unwilling::Busy,
        Unwilling::TooMuch,
        Unwilling::NoReason,
        Unwilling::Failed,
    ];

    /// A short name in ASCII, for messages and logs.
    pub fn id(&self) -> &'static str {
        match self {
            Unwilling::Declined => "declined",
            Unwilling::Busy => "busy",
            Unwilling::TooMuch => "too-much",
            Unwilling::NoReason => "no-reason",
            Unwilling::Failed => "failed",
            Unwilling::Refused(refusal) => refusal.id(),
        }
    }

    fn of(id: &str) -> Option<Self> {
        let refused = Refusal::ALL.into_iter().map(Unwilling::Refused);
        Self::OWN.into_iter().chain(refused).find(|it| it.id() == id)
    }
}

/// What binds a grant to its redeemer: sent before anything else is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The signed grant.
    pub grant: Vec<u8>,
    /// The signed binding.
    pub binding: Vec<u8>,
    /// The certificate of the device that signed both: a statement of the patient's identity key.
    pub certificate: Vec<u8>,
}

/// The answer to an [`super::Ask`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing is given.
    Nothing(Unwilling),
    /// An extract: its signed head, and its content.
    Extract(Given, Vec<u8>, Vec<u8>),
    /// The redeemer is to certify its device for this record of this patient, and is let in then; with the number and blinded
    /// head of the patient's log for the receipt.
    Enter(Given, RecordId, AuthorId),
}

impl Reply {
    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::to_bytes(self)
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        cbor::from_bytes(bytes)
    }
}

impl Canonical for Given {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .bytes(&self.grant)
            .bytes(&self.binding)
            .bytes(&self.certificate);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            grant: from.bytes()?.to_vec(),
            binding: from.bytes()?.to_vec(),
            certificate: from.bytes()?.to_vec(),
        })
    }
}

impl Canonical for Reply {
    fn write(&self, to: &mut Writer) {
        match self {
            Reply::Nothing(why) => {
                to.array(3).uint(VERSION).uint(0).text(why.id());
            }
            Reply::Extract(given, head, content) => {
                to.array(5).uint(VERSION).uint(1).value(given);
                to.bytes(head).bytes(content);
            }
            Reply::Enter(given, record, patient) => {
                to.array(5).uint(VERSION).uint(2).value(given);
                to.value(record).value(patient);
            }
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        if from.uint()? != VERSION {
            return Err(Malformed("version"));
        }
        match (from.uint()?, len) {
            (0, 3) => {
                let why = Unwilling::of(from.text()?);
                why.map(Reply::Nothing).ok_or(Malformed("reason"))
            }
            (1, 5) => Ok(Reply::Extract(
                from.value()?,
                from.bytes()?.to_vec(),
                from.bytes()?.to_vec(),
            )),
            (2, 5) => Ok(Reply::Enter(from.value()?, from.value()?, from.value()?)),
            _ => Err(Malformed("reply")),
        }
    }
}
