use pocketchart_crypto::hash::keyed256;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};

use super::binding::Redeemer;
use super::body::GrantId;

const VERSION: u64 = 1;

/// A redeemer that took a grant at a relay says so to the patient's device, in a letter of its own: the patient's device lets it
/// in when it reads it. The proof says that its writer has opened the bundle, which takes the code, the passcode and the relay's
/// half of the key: neither the relay nor who has only seen the code can write one.
///
/// ```
/// use pocketchart_crypto::Secret;
/// use pocketchart_crypto::exchange::ExchangeSecret;
/// use pocketchart_crypto::kem::KemSecret;
/// use pocketchart_crypto::sign::SigningKey;
/// use pocketchart_share::grant::{Arrival, GrantId, Redeemer};
///
/// let exchange = ExchangeSecret::from_seed(&Secret::random()).public();
/// let sign = SigningKey::from_seed(&Secret::random()).public();
/// let redeemer = Redeemer::new(exchange, sign, KemSecret::from_seed(&Secret::random()).public());
/// let (secret, grant) = (Secret::random(), GrantId::random());
/// let arrival = Arrival::new(&secret, grant, &redeemer, vec![1; 200], vec![2; 100]);
/// let read = Arrival::from_bytes(&arrival.to_bytes())?;
/// assert!(read.is_proven(&secret, grant, &redeemer));
/// assert!(!read.is_proven(&Secret::random(), grant, &redeemer));
/// # Ok::<(), pocketchart_record::cbor::Malformed>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The certificate of the redeemer's device for this record: a statement of its author's identity key.
    pub certificate: Vec<u8>,
    /// The signed [`super::Receipt`].
    pub receipt: Vec<u8>,
    proof: [u8; 32],
}

impl Arrival {
    /// Of a redeemer, by the secret that was in the bundle ([`super::Entrance::secret`]).
    pub fn new(
        secret: &Secret<32>,
        grant: GrantId,
        redeemer: &Redeemer,
        certificate: Vec<u8>,
        receipt: Vec<u8>,
    ) -> Self {
        Self {
            proof: proof(secret, grant, redeemer, [&certificate, &receipt]),
            certificate,
            receipt,
        }
    }

    /// Whether who wrote it has opened the bundle of this grant, and means these keys.
    pub fn is_proven(&self, secret: &Secret<32>, grant: GrantId, redeemer: &Redeemer) -> bool {
        let right = proof(secret, grant, redeemer, [&self.certificate, &self.receipt]);
        Secret::from_bytes(right) == Secret::from_bytes(self.proof)
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::to_bytes(self)
    }

    /// Reads it; nothing is checked yet.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        cbor::from_bytes(bytes)
    }
}

fn proof(secret: &Secret<32>, grant: GrantId, redeemer: &Redeemer, parts: [&Vec<u8>; 2]) -> [u8; 32] {
    let mut said = Writer::default();
    said.array(4).value(&grant).value(redeemer);
    for part in parts {
        said.bytes(part);
    }
    keyed256(Label::new("grant/arrival"), secret, &[&said.into_bytes()])
}

impl Canonical for Arrival {
    fn write(&self, to: &mut Writer) {
        to.array(4).uint(VERSION).bytes(&self.certificate);
        to.bytes(&self.receipt).bytes(&self.proof);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        if from.uint()? != VERSION {
            return Err(Malformed("version"));
        }
        Ok(Self {
            certificate: from.bytes()?.to_vec(),
            receipt: from.bytes()?.to_vec(),
            proof: from.fixed()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_crypto::exchange::ExchangeSecret;
    use pocketchart_crypto::kem::KemSecret;
    use pocketchart_crypto::sign::SigningKey;

    fn redeemer() -> Redeemer {
        let exchange = ExchangeSecret::from_seed(&Secret::random()).public();
        let sign = SigningKey::from_seed(&Secret::random()).public();
        Redeemer::new(exchange, sign, KemSecret::from_seed(&Secret::random()).public())
    }

    #[test]
    fn no_bit_of_it_and_nobody_else_in_its_place_is_proven() {
        let (secret, grant, redeemer, other) = (Secret::random(), GrantId::random(), redeemer(), redeemer());
        let arrival = Arrival::new(&secret, grant, &redeemer, vec![1; 60], vec![2; 40]);
        assert!(arrival.is_proven(&secret, grant, &redeemer));
        assert!(!arrival.is_proven(&secret, grant, &other));
        assert!(!arrival.is_proven(&secret, GrantId::random(), &redeemer));
        let keys = [
            Redeemer {
                exchange: other.exchange,
                ..redeemer
            },
            Redeemer {
                sign: other.sign,
                ..redeemer
            },
            Redeemer {
                kem: other.kem,
                ..redeemer
            },
        ];
        assert!(keys.iter().all(|it| !arrival.is_proven(&secret, grant, it)));
        let bytes = arrival.to_bytes();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let read = Arrival::from_bytes(&flipped);
            assert!(
                !read.is_ok_and(|it| it.is_proven(&secret, grant, &redeemer)),
                "bit {bit}"
            );
        }
    }
}
