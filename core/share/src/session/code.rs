use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use crate::code::{self, CodeError, VERSION};
use crate::qr::{self, DrawError, QrMatrix};

const KIND: &str = "pair";
const MAX_ADDRESSES: usize = 3;
const MAX_ADDRESS: usize = 64;

/// What one device shows and the other reads to be paired: a key made for this pairing, a secret, and where to
/// call. Whoever sees it while it is shown can try to pair; the check code tells the people.
///
/// As text it is `pocketchart:/` and decimal digits (7 bytes are 17), of deterministic CBOR
/// `{0: 1, 1: "pair", 2: key (32 B), 3: secret (32 B), 4: [1*3 "host:port"]}` and 4 bytes of its hash. The QR code
/// holds the same text, and so does what a person pastes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairingCode {
    key: ExchangePublic,
    secret: Secret<32>,
    addresses: Vec<String>,
}

impl PairingCode {
    pub(super) fn new(
        key: ExchangePublic,
        secret: Secret<32>,
        addresses: Vec<String>,
    ) -> Result<Self, CodeError> {
        if !(1..=MAX_ADDRESSES).contains(&addresses.len())
            || !addresses.iter().all(|address| is_address(address))
        {
            return Err(CodeError::Address);
        }
        Ok(Self {
            key,
            secret,
            addresses,
        })
    }

    /// Where the device waits: 1 to 3 times `host:port`, best first.
    pub fn addresses(&self) -> &[String] {
        &self.addresses
    }

    /// The static key of the device that shows the code, for this pairing only.
    pub fn key(&self) -> ExchangePublic {
        self.key
    }

    pub(super) fn secret(&self) -> &Secret<32> {
        &self.secret
    }

    /// The text to paste or to draw.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// The text as a QR code (version 7 with one address, 45 modules).
    ///
    /// # Errors
    /// [`DrawError`], with three very long addresses.
    pub fn to_qr(&self) -> Result<QrMatrix, DrawError> {
        qr::draw(&self.to_text())
    }

    /// Reads a pasted or scanned text. White space anywhere in it is ignored, as mail programs add it.
    ///
    /// # Errors
    /// [`CodeError`]: not a code at all, one for something else or from a newer version, or a damaged one.
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        let code: Self = code::from_text(text, KIND)?;
        Self::new(code.key, code.secret, code.addresses)
    }
}

impl Canonical for PairingCode {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(VERSION).uint(1).text(KIND);
        to.uint(2)
            .bytes(self.key.as_bytes())
            .uint(3)
            .bytes(self.secret.expose());
        to.uint(4).list(&self.addresses);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let _ = (
            from.map()?,
            from.uint()?,
            from.uint()?,
            from.uint()?,
            from.text()?,
        );
        let (_, key) = (from.uint()?, from.fixed()?);
        let (_, secret) = (from.uint()?, from.fixed()?);
        let (_, addresses) = (from.uint()?, from.list(MAX_ADDRESSES)?);
        Ok(Self {
            key: ExchangePublic::from_bytes(key),
            secret: Secret::from_bytes(secret),
            addresses,
        })
    }
}

/// `host:port`, short and printable; whether the host exists shows when it is called.
fn is_address(address: &str) -> bool {
    address.len() <= MAX_ADDRESS
        && address.bytes().all(|byte| byte.is_ascii_graphic())
        && address
            .rsplit_once(':')
            .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok_and(|port| port != 0))
}

#[cfg(test)]
mod tests {
    use pocketchart_crypto::Secret;
    use pocketchart_crypto::exchange::ExchangeSecret;
    use pocketchart_record::cbor;

    use super::PairingCode;
    use crate::code::CodeError;
    use crate::code::altered::{flips, text, texts};
    use crate::session::PairingOffer;

    #[test]
    fn every_flipped_bit_is_refused() {
        let offer = PairingOffer::new(vec!["host:1".into()]).unwrap();
        let own = ExchangeSecret::from_seed(&Secret::random());
        let body = cbor::to_bytes(offer.code());
        assert_eq!(&text(&body), &offer.code().to_text());
        for flipped in texts(&body) {
            assert_eq!(PairingCode::from_text(&flipped), Err(CodeError::Damaged));
        }

        // With a checksum made to fit: refused, or another address, or a code that opens nothing.
        let (mut refused, mut elsewhere, mut useless) = (0, 0, 0);
        for flipped in flips(&body) {
            match PairingCode::from_text(&text(&flipped)) {
                Err(_) => refused += 1,
                Ok(code) if code.addresses() != offer.code().addresses() => elsewhere += 1,
                Ok(code) => {
                    let initiator = code.initiate(&own);
                    assert!(initiator.is_err() || offer.answer(initiator.unwrap().first_message()).is_err());
                    useless += 1;
                }
            }
        }
        println!("{refused} refused, {elsewhere} with another address, {useless} that open nothing");
        assert_eq!(refused + elsewhere + useless, body.len() * 8);
        assert_eq!(useless, 64 * 8, "key and secret");
    }

    #[test]
    fn other_kinds_and_versions_are_told_apart() {
        let body = cbor::to_bytes(PairingOffer::new(vec!["host:1".into()]).unwrap().code());
        let change = |from: &[u8], to: &[u8]| {
            let at = body
                .windows(from.len())
                .position(|window| window == from)
                .unwrap();
            text(&[&body[..at], to, &body[at + from.len()..]].concat())
        };
        assert_eq!(
            PairingCode::from_text(&change(b"pair", b"card")),
            Err(CodeError::OtherKind)
        );
        assert_eq!(
            PairingCode::from_text(&change(&[0, 1], &[0, 2])),
            Err(CodeError::Newer)
        );
        assert_eq!(
            PairingCode::from_text(&change(b"host:1", b"host 1")),
            Err(CodeError::Address)
        );
        assert_eq!(
            PairingCode::from_text(&change(&[0, 1], &[0, 0x18, 1])),
            Err(CodeError::Damaged),
            "not shortest"
        );
        assert_eq!(
            PairingCode::from_text(&text(&[&body[..], &[0]].concat())),
            Err(CodeError::Damaged)
        );
    }
}
