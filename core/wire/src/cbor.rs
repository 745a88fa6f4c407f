//! Messages as deterministic CBOR (RFC 8949, section 4.2.1): maps with small integer keys in ascending order, and no
//! second way to write a message.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// The bytes of a message.
pub fn to_bytes<T: Encode<()>>(message: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Memory takes what is written to it, and no message refuses to be written.
    let _ = encode(message, &mut bytes);
    bytes
}

/// Reads a message that is written exactly as [`to_bytes`] writes it.
///
/// ```
/// use pocketchart_wire::{cbor, grant::Refused};
///
/// let bytes = cbor::to_bytes(&Refused::new(3));
/// assert_eq!(cbor::from_bytes::<Refused>(&bytes).unwrap().attempts, 3);
/// assert!(cbor::from_bytes::<Refused>(&[bytes.as_slice(), b"\0"].concat()).is_err());
/// ```
///
/// # Errors
/// [`Malformed`], if it is another message, has another version, an unknown field, or another form.
pub fn from_bytes<T>(bytes: &[u8]) -> Result<T, Malformed>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    let message: T = decode(bytes).map_err(|_| Malformed)?;
    if to_bytes(&message) == bytes {
        Ok(message)
    } else {
        Err(Malformed)
    }
}

/// The bytes are no message of the kind that was looked for, in the one form that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("malformed message")]
#[non_exhaustive]
pub struct Malformed;

/// The version of every message, which is 1; no other is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct V1;

impl<C> Encode<C> for V1 {
    fn encode<W: encode::Write>(
        &self,
        to: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        to.u8(1)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for V1 {
    fn decode(from: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        match from.u8()? {
            1 => Ok(Self),
            _ => Err(decode::Error::message("a newer version")),
        }
    }
}
