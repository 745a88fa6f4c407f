/// The purpose of a key, hash or signature, put in front of its input so that no value made for one purpose
/// can stand for another.
///
/// Its bytes are `pocketchart/v1/`, the purpose, and one zero byte. A purpose is lower-case ASCII letters,
/// digits, `-` and `/`; the zero byte makes no label a prefix of another.
///
/// ```
/// use pocketchart_crypto::Label;
///
/// const ENVELOPE: Label = Label::new("envelope");
/// assert_eq!(ENVELOPE.to_bytes(), b"pocketchart/v1/envelope\0");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label(&'static str);

impl Label {
    /// Names a purpose. Fails to compile, when used for a constant, if the purpose is empty or has a
    /// character outside the allowed ones.
    pub const fn new(purpose: &'static str) -> Self {
        let bytes = purpose.as_bytes();
        assert!(!bytes.is_empty(), "a label needs a purpose");
        let mut i = 0;
        while i < bytes.len() {
            assert!(
                matches!(bytes[i], b'a'..=b'z' | b'0'..=b'9' | b'-' | b'/'),
                "a purpose is lower-case ASCII letters, digits, '-' and '/'"
            );
            i += 1;
        }
        Self(purpose)
    }

    /// The bytes that go before the input.
    pub fn to_bytes(self) -> Vec<u8> {
        self.followed_by(&[])
    }

    /// The parts of the bytes, for hashing without a copy.
    pub(crate) fn parts(self) -> [&'static [u8]; 3] {
        [b"pocketchart/v1/", self.0.as_bytes(), b"\0"]
    }

    /// The label's bytes and then `parts`, joined.
    pub(crate) fn followed_by(self, parts: &[&[u8]]) -> Vec<u8> {
        [&self.parts().concat(), parts.concat().as_slice()].concat()
    }
}
