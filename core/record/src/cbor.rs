//! Deterministic CBOR (RFC 8949 §4.2.1), the one codec of our own formats.
//!
//! A type states how it is written and how it is read. Strictness needs no rules of its own: [`from_bytes`] writes
//! what it read once more and refuses the input if the two differ, which covers non-shortest integers, indefinite
//! lengths, unsorted or duplicate keys, and trailing bytes.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

/// Room is made for so many values of a list before they are read: a value may be much larger than its bytes.
const PREPARED: usize = 64;

/// The bytes are not the canonical form of what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("malformed {0}")]
pub struct Malformed(pub &'static str);

/// A value with exactly one byte form.
pub trait Canonical: Sized {
    /// Appends the canonical form.
    fn write(&self, to: &mut Writer);
    /// Reads one value, leaving what follows.
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed>;
}

/// The canonical bytes of a value.
pub fn to_bytes<T: Canonical>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.into_bytes()
}

/// Reads a value, refusing any input that is not its canonical form to the last byte.
pub fn from_bytes<T: Canonical>(bytes: &[u8]) -> Result<T, Malformed> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader)?;
    if to_bytes(&value) == bytes {
        Ok(value)
    } else {
        Err(Malformed("non-canonical bytes"))
    }
}

/// Reads a value that this device wrote itself and sealed: its seal says that it is as it was written, so it is not written once more
/// to compare.
pub(crate) fn from_own_bytes<T: Canonical>(bytes: &[u8]) -> Result<T, Malformed> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader)?;
    reader
        .at_end()
        .then_some(value)
        .ok_or(Malformed("trailing bytes"))
}

/// Writes canonical CBOR items one after the other. Map keys are written by the caller in ascending order.
#[derive(Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// What has been written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn item(&mut self, write: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> &mut Self {
        write(&mut Encoder::new(&mut self.0));
        self
    }

    /// An unsigned integer.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        // Writing to memory cannot fail: the encoder's error type has no value.
        self.item(|e| drop(e.u64(value)))
    }

    /// A byte string.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.item(|e| drop(e.bytes(value)))
    }

    /// A text string.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.item(|e| drop(e.str(value)))
    }

    /// A truth value.
    pub fn bool(&mut self, value: bool) -> &mut Self {
        self.item(|e| drop(e.bool(value)))
    }

    /// The head of an array of `len` items.
    pub fn array(&mut self, len: usize) -> &mut Self {
        self.item(|e| drop(e.array(len as u64)))
    }

    /// The head of a map of `len` pairs.
    pub fn map(&mut self, len: usize) -> &mut Self {
        self.item(|e| drop(e.map(len as u64)))
    }

    /// A value of its own type.
    pub fn value<T: Canonical>(&mut self, value: &T) -> &mut Self {
        value.write(self);
        self
    }

    /// An array of values.
    pub fn list<T: Canonical>(&mut self, values: &[T]) -> &mut Self {
        self.array(values.len());
        for value in values {
            value.write(self);
        }
        self
    }
}

/// Reads CBOR items one after the other.
pub struct Reader<'b> {
    decoder: Decoder<'b>,
}

impl<'b> Reader<'b> {
    /// Reads from the start of `bytes`.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self {
            decoder: Decoder::new(bytes),
        }
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.decoder.position()
    }

    /// Whether nothing is left.
    pub fn at_end(&self) -> bool {
        self.decoder.position() >= self.decoder.input().len()
    }

    /// An unsigned integer.
    pub fn uint(&mut self) -> Result<u64, Malformed> {
        self.decoder.u64().map_err(|_| Malformed("integer"))
    }

    /// An unsigned integer that fits the narrower type.
    pub fn small<T: TryFrom<u64>>(&mut self) -> Result<T, Malformed> {
        T::try_from(self.uint()?).map_err(|_| Malformed("integer out of range"))
    }

    /// A byte string.
    pub fn bytes(&mut self) -> Result<&'b [u8], Malformed> {
        self.decoder.bytes().map_err(|_| Malformed("byte string"))
    }

    /// A byte string of exactly `N` bytes.
    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes()?
            .try_into()
            .map_err(|_| Malformed("byte string of a fixed length"))
    }

    /// A text string.
    pub fn text(&mut self) -> Result<&'b str, Malformed> {
        self.decoder.str().map_err(|_| Malformed("text"))
    }

    /// A truth value.
    pub fn bool(&mut self) -> Result<bool, Malformed> {
        self.decoder.bool().map_err(|_| Malformed("truth value"))
    }

    /// The head of an array. The length is bounded by what is left to read, so that no input can ask for more memory
    /// than it has bytes.
    pub fn array(&mut self) -> Result<usize, Malformed> {
        let len = self.decoder.array().map_err(|_| Malformed("array"))?;
        self.bounded(len, "array")
    }

    /// The head of an array of exactly `len` items.
    pub fn array_of(&mut self, len: usize) -> Result<(), Malformed> {
        if self.array()? == len {
            Ok(())
        } else {
            Err(Malformed("array length"))
        }
    }

    /// The head of a map, bounded as [`Reader::array`].
    pub fn map(&mut self) -> Result<usize, Malformed> {
        let len = self.decoder.map().map_err(|_| Malformed("map"))?;
        self.bounded(len, "map")
    }

    fn bounded(&self, len: Option<u64>, what: &'static str) -> Result<usize, Malformed> {
        let left = self.decoder.input().len().saturating_sub(self.decoder.position());
        match len.map(usize::try_from) {
            Some(Ok(len)) if len <= left => Ok(len),
            _ => Err(Malformed(what)),
        }
    }

    /// A value of its own type.
    pub fn value<T: Canonical>(&mut self) -> Result<T, Malformed> {
        T::read(self)
    }

    /// An array of values, of at most `max` items.
    pub fn list<T: Canonical>(&mut self, max: usize) -> Result<Vec<T>, Malformed> {
        let len = self.array()?;
        if len > max {
            return Err(Malformed("array too long"));
        }
        let mut all = Vec::with_capacity(len.min(PREPARED));
        for _ in 0..len {
            all.push(T::read(self)?);
        }
        Ok(all)
    }

    /// Passes over a value, whatever it is.
    pub(crate) fn skip(&mut self) -> Result<(), Malformed> {
        self.decoder.skip().map_err(|_| Malformed("value"))
    }

    /// Whether the next item is a byte string.
    pub fn next_is_bytes(&self) -> bool {
        matches!(self.decoder.datatype(), Ok(Type::Bytes))
    }

    /// Whether the next item is an array.
    pub fn next_is_array(&self) -> bool {
        matches!(self.decoder.datatype(), Ok(Type::Array))
    }
}

impl Canonical for u64 {
    fn write(&self, to: &mut Writer) {
        to.uint(*self);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.uint()
    }
}

impl Canonical for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(from.text()?.to_owned())
    }
}

impl Canonical for Vec<u8> {
    fn write(&self, to: &mut Writer) {
        to.bytes(self);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(from.bytes()?.to_vec())
    }
}

/// The pairs of a map with small integer keys, some of them optional. Writing counts the present ones first.
pub(crate) struct Fields<'a>(Vec<(u64, WriteField<'a>)>);

type WriteField<'a> = Box<dyn FnOnce(&mut Writer) + 'a>;

impl<'a> Fields<'a> {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a pair; keys must be added in ascending order.
    pub(crate) fn put(mut self, key: u64, write: impl FnOnce(&mut Writer) + 'a) -> Self {
        self.0.push((key, Box::new(write)));
        self
    }

    /// Adds a pair if there is a value.
    pub(crate) fn maybe<T>(self, key: u64, value: Option<T>, write: impl FnOnce(&mut Writer, T) + 'a) -> Self
    where
        T: 'a,
    {
        match value {
            Some(value) => self.put(key, move |to| write(to, value)),
            None => self,
        }
    }

    pub(crate) fn write(self, to: &mut Writer) {
        to.map(self.0.len());
        for (key, write) in self.0 {
            to.uint(key);
            write(to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_canonical_is_refused() {
        assert_eq!(from_bytes::<u64>(&[0x05]), Ok(5));
        assert!(
            from_bytes::<u64>(&[0x18, 0x05]).is_err(),
            "an integer longer than it need be"
        );
        assert!(from_bytes::<u64>(&[0x05, 0x00]).is_err(), "trailing bytes");
        assert!(
            from_bytes::<Vec<u8>>(&[0x5f, 0x41, 0x01, 0xff]).is_err(),
            "an indefinite length"
        );
        assert!(
            Reader::new(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
                .array()
                .is_err()
        );
    }
}
