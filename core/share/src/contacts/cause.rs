use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

/// For what contacts keep a part, and what a device asks them for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Cause {
    /// The person has lost everything: the parts bring the whole record back to them.
    Loss,
    /// The person cannot act for themselves: the parts let somebody act for them whom they named.
    Incapacity,
}

impl Canonical for Cause {
    fn write(&self, to: &mut Writer) {
        to.uint(match self {
            Cause::Loss => 1,
            Cause::Incapacity => 2,
        });
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        match from.uint()? {
            1 => Ok(Cause::Loss),
            2 => Ok(Cause::Incapacity),
            _ => Err(Malformed("cause")),
        }
    }
}
