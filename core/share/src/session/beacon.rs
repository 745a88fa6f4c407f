use pocketchart_crypto::{Label, Secret, hash};

const NAME: Label = Label::new("beacon");
const NONCE: usize = 8;

/// The names under which a device that shows a code can be found in its network. Each is 8 random bytes and 8 bytes that
/// who has seen the code can check, in hexadecimal. To all others it is random, and no two belong together: it names no
/// person, device or record.
///
/// ```
/// use pocketchart_share::session::PairingOffer;
///
/// let [one, other] = [(); 2].map(|()| PairingOffer::new(vec!["host:7411".into()]).unwrap());
/// let name = one.code().beacon().name(*b"8 random");
/// assert_eq!(name.len(), 32);
/// assert!(one.code().beacon().knows(&name) && !other.code().beacon().knows(&name));
/// ```
pub struct Beacon(Secret<32>);

impl Beacon {
    /// Of a key that follows from a code's secret and serves for nothing else.
    pub(crate) fn new(key: Secret<32>) -> Self {
        Self(key)
    }

    /// A name for one wait; the nonce is not used twice.
    pub fn name(&self, nonce: [u8; NONCE]) -> String {
        let tag = hash::keyed128(NAME, &self.0, &[&nonce]);
        let bytes = nonce.iter().chain(tag.iter().take(NONCE));
        bytes.map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether it is one of this code's names.
    pub fn knows(&self, name: &str) -> bool {
        let nonce = name
            .get(..2 * NONCE)
            .and_then(|digits| u64::from_str_radix(digits, 16).ok());
        nonce.is_some_and(|nonce| self.name(nonce.to_be_bytes()) == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_has_the_code_knows_its_names() {
        let beacon = Beacon::new(Secret::random());
        let name = beacon.name([0xfe; NONCE]);
        assert!(beacon.knows(&name));
        assert!(!Beacon::new(Secret::random()).knows(&name));
        assert_ne!(name[16..], beacon.name([1; NONCE])[16..]);
        let changed = |at: usize, to: &str| [&name[..at], to, &name[at + 1..]].concat();
        for at in 0..name.len() {
            let other = if &name[at..=at] == "0" { "1" } else { "0" };
            assert!(!beacon.knows(&changed(at, other)), "{at}");
        }
        for wrong in ["", "+e", "é", &name.to_uppercase(), &format!("{name} (2)")] {
            assert!(!beacon.knows(wrong), "{wrong}");
        }
    }
}
