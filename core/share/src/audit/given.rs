use pocketchart_crypto::Secret;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::head::{Head, Witness};
use super::version;

/// What is kept of a head that was given to a stranger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenHead {
    /// The number.
    pub number: u64,
    /// The fresh key under which it was blinded.
    pub key: Secret<32>,
    /// The signed receipt that names it, as it came; empty until then.
    pub receipt: Vec<u8>,
}

impl GivenHead {
    /// Of this head. With it comes what the stranger gets.
    pub fn new(head: &Head, key: Secret<32>) -> (Self, [u8; 32]) {
        let blinded = head.blinded(&key);
        let given = Self {
            number: head.number,
            key,
            receipt: Vec::new(),
        };
        (given, blinded)
    }

    /// The witness that the stranger is.
    pub fn witness(self, blinded: [u8; 32]) -> Witness {
        Witness::Blinded {
            number: self.number,
            key: self.key,
            blinded,
        }
    }
}

/// `[1, number, key, receipt]`.
impl Canonical for GivenHead {
    fn write(&self, to: &mut Writer) {
        to.array(4).uint(1).uint(self.number);
        to.bytes(self.key.expose()).bytes(&self.receipt);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        version(from)?;
        Ok(Self {
            number: from.uint()?,
            key: Secret::from_slice(from.bytes()?).ok_or(Malformed("blinding key"))?,
            receipt: from.value()?,
        })
    }
}
