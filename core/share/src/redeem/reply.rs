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

/// What a redeemer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The signed grant.
    pub grant: Vec<u8>,
    /// The signed binding.
    pub binding: Vec<u8>,
    /// The certificate of the device that signed both: a statement of the patient's identity key.
    pub certificate: Vec<u8>,
    /// Number and blinded hash of the last entry of the device's audit log, for the receipt.
    pub witness: (u64, [u8; 32]),
    /// Signed head and content of an extract.
    pub extract: Option<(Vec<u8>, Vec<u8>)>,
    /// The redeemer is to certify its device for the record of this patient, and is let in then.
    pub enter: Option<(RecordId, AuthorId)>,
}

/// The answer to an [`super::Ask`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing is given.
    Nothing(Unwilling),
    /// What the patient said yes to.
    Given(Box<Given>),
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
        to.array(6).bytes(&self.grant).bytes(&self.binding);
        to.bytes(&self.certificate);
        to.array(2).uint(self.witness.0).bytes(&self.witness.1);
        match &self.extract {
            Some((head, content)) => to.array(2).bytes(head).bytes(content),
            None => to.array(0),
        };
        match &self.enter {
            Some((record, patient)) => to.array(2).value(record).value(patient),
            None => to.array(0),
        };
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        let (grant, binding) = (from.bytes()?.to_vec(), from.bytes()?.to_vec());
        let certificate = from.bytes()?.to_vec();
        from.array_of(2)?;
        let witness = (from.uint()?, from.fixed()?);
        let extract = match from.array()? {
            0 => None,
            2 => Some((from.bytes()?.to_vec(), from.bytes()?.to_vec())),
            _ => return Err(Malformed("extract")),
        };
        let enter = match from.array()? {
            0 => None,
            2 => Some((from.value()?, from.value()?)),
            _ => return Err(Malformed("record and patient")),
        };
        Ok(Self {
            grant,
            binding,
            certificate,
            witness,
            extract,
            enter,
        })
    }
}

impl Canonical for Reply {
    fn write(&self, to: &mut Writer) {
        match self {
            Reply::Nothing(why) => to.array(3).uint(VERSION).uint(0).text(why.id()),
            Reply::Given(given) => to.array(3).uint(VERSION).uint(1).value(given.as_ref()),
        };
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        if from.uint()? != VERSION {
            return Err(Malformed("version"));
        }
        match from.uint()? {
            0 => {
                let why = Unwilling::of(from.text()?);
                why.map(Reply::Nothing).ok_or(Malformed("reason"))
            }
            1 => Ok(Reply::Given(Box::new(from.value()?))),
            _ => Err(Malformed("reply")),
        }
    }
}
