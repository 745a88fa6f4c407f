use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_record::Section;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::body::{Flags, Grant, Minutes, bounds};
use super::keys::{CodeSecret, GrantKeys};
use super::signed::key;
use crate::code::{self, CodeError, VERSION};
use crate::qr::{self, DrawError, QrMatrix};

pub(super) const KIND: &str = "grant";
/// With the most of both the code is of version 10.
const MAX_ADDRESSES: usize = 2;
const MAX_RELAY: usize = 48;

/// What the patient shows and the desk scans: a key and a secret made for this grant, where to call, and what the
/// desk may expect. No name and nothing clinical.
///
/// The text, which is also the link, is `pocketchart:/` and decimal digits, as every code's. What it says of the
/// grant is for the desk's screen and decides nothing: [`GrantCode::fits`] compares it with the signed grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantCode {
    key: ExchangePublic,
    secret: CodeSecret,
    outline: Outline,
    addresses: Vec<SocketAddr>,
    relay: Option<String>,
}

/// What a code says of its grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The grant's flags.
    pub flags: Flags,
    /// From when.
    pub not_before: Minutes,
    /// Until when.
    pub expires: Minutes,
    /// A bit for each section, the lowest for code 0.
    sections: u16,
    /// How many may redeem it.
    pub uses: u8,
}

impl Outline {
    fn of(grant: &Grant) -> Self {
        Self {
            flags: grant.flags,
            not_before: grant.not_before,
            expires: grant.expires,
            sections: grant
                .scope
                .iter()
                .fold(0, |bits, (section, _)| bits | 1 << section.code()),
            uses: grant.uses,
        }
    }

    /// The sections, in the order of their codes.
    pub fn sections(&self) -> impl Iterator<Item = Section> {
        let bits = self.sections;
        Section::ALL
            .into_iter()
            .filter(move |section| bits & 1 << section.code() != 0)
    }
}

impl GrantCode {
    /// The code of a grant whose device waits at `addresses` (best first), or which the relay holds.
    ///
    /// # Errors
    /// [`CodeError::Address`] with neither, with more than 2 addresses, a port of 0, or a relay's name that is not
    /// 1 to 48 printable ASCII characters.
    pub fn new(
        grant: &Grant,
        keys: &GrantKeys,
        addresses: Vec<SocketAddr>,
        relay: Option<String>,
    ) -> Result<Self, CodeError> {
        let code = Self {
            key: keys.exchange.public(),
            secret: keys.secret.clone(),
            outline: Outline::of(grant),
            addresses,
            relay,
        };
        code.check().map_err(|_| CodeError::Address)?;
        Ok(code)
    }

    fn check(&self) -> Result<(), Malformed> {
        let relay = self.relay.iter().all(|relay| {
            (1..=MAX_RELAY).contains(&relay.len()) && relay.bytes().all(|byte| byte.is_ascii_graphic())
        });
        if relay
            && self.addresses.len() <= MAX_ADDRESSES
            && self.addresses.iter().all(|address| address.port() != 0)
            && (self.relay.is_some() || !self.addresses.is_empty())
        {
            Ok(())
        } else {
            Err(Malformed("address"))
        }
    }

    /// The key of the patient's device, for this grant only.
    pub fn key(&self) -> ExchangePublic {
        self.key
    }

    /// The secret.
    pub fn secret(&self) -> &CodeSecret {
        &self.secret
    }

    /// What it says of the grant.
    pub fn outline(&self) -> Outline {
        self.outline
    }

    /// Where the patient's device waits, best first.
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// The relay's host name, if the relay holds the grant too.
    pub fn relay(&self) -> Option<&str> {
        self.relay.as_deref()
    }

    /// Whether it is a standing code for emergencies ([`Grant::is_standing`]).
    pub fn is_standing(&self) -> bool {
        self.relay.is_some() && self.outline.flags.contains(Flags::EMERGENCY)
    }

    /// Whether this is the code of that grant, and says what it says. A desk that was given a grant checks it: a
    /// code that promised something else was altered.
    pub fn fits(&self, grant: &Grant) -> bool {
        self.secret.bind() == grant.bind && self.outline == Outline::of(grant)
    }

    /// The text to draw, to paste, and to open as a link.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// The text as a QR code (version 8 with one address, 49 modules; at most version 10, 57 modules).
    ///
    /// # Errors
    /// [`DrawError`], never with what [`GrantCode::new`] takes.
    pub fn to_qr(&self) -> Result<QrMatrix, DrawError> {
        qr::draw(&self.to_text())
    }

    /// Reads a scanned or pasted text. White space anywhere in it is ignored, as mail programs add it.
    ///
    /// # Errors
    /// [`CodeError`]: not a code at all, one for something else or from a newer version, or a damaged one.
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, KIND)
    }
}

/// An address is 4 or 16 bytes and the port's 2.
struct Address(SocketAddr);

impl Canonical for Address {
    fn write(&self, to: &mut Writer) {
        let port = self.0.port().to_be_bytes();
        to.bytes(&match self.0 {
            SocketAddr::V4(v4) => [&v4.ip().octets()[..], &port].concat(),
            SocketAddr::V6(v6) => [&v6.ip().octets()[..], &port].concat(),
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let (ip, port) = from.bytes()?.split_last_chunk().ok_or(Malformed("address"))?;
        let v4 = <[u8; 4]>::try_from(ip).map(|ip| Ipv4Addr::from(ip).into());
        let ip = v4.or_else(|_| <[u8; 16]>::try_from(ip).map(|ip| Ipv6Addr::from(ip).into()));
        let ip = ip.map_err(|_| Malformed("address"))?;
        Ok(Self(SocketAddr::new(ip, u16::from_be_bytes(*port))))
    }
}

impl Canonical for GrantCode {
    fn write(&self, to: &mut Writer) {
        let outline = &self.outline;
        to.map(10 + usize::from(self.relay.is_some()));
        to.uint(0).uint(VERSION).uint(1).text(KIND);
        to.uint(2).bytes(self.key.as_bytes());
        to.uint(3).bytes(self.secret.expose());
        to.uint(4).uint(outline.flags.bits().into());
        to.uint(5).uint(outline.not_before.into());
        to.uint(6)
            .uint(outline.expires.abs_diff(outline.not_before).into());
        to.uint(7).uint(outline.sections.into());
        to.uint(8).uint(outline.uses.into());
        to.uint(9).array(self.addresses.len());
        for address in &self.addresses {
            to.value(&Address(*address));
        }
        if let Some(relay) = &self.relay {
            to.uint(10).text(relay);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let has_relay = match from.map()? {
            10 => false,
            11 => true,
            _ => return Err(Malformed("number of fields")),
        };
        let _version_and_kind = (from.uint()?, from.uint()?, from.uint()?, from.text()?);
        key(from, 2)?;
        let public = ExchangePublic::from_bytes(from.fixed()?);
        key(from, 3)?;
        let secret = CodeSecret::new(Secret::from_bytes(from.fixed()?));
        key(from, 4)?;
        let flags = Flags::from_bits(from.small()?).ok_or(Malformed("flags"))?;
        key(from, 5)?;
        let not_before: Minutes = from.small()?;
        key(from, 6)?;
        let life: Minutes = from.small()?;
        key(from, 7)?;
        let sections: u16 = from.small()?;
        key(from, 8)?;
        let uses: u8 = from.small()?;
        key(from, 9)?;
        let addresses: Vec<Address> = from.list(MAX_ADDRESSES)?;
        let relay = if has_relay {
            key(from, 10)?;
            Some(from.text()?.to_owned())
        } else {
            None
        };
        let expires = not_before.checked_add(life).ok_or(Malformed("window"))?;
        let (longest, most) = bounds(flags, has_relay);
        if !(1..=longest).contains(&life) || sections == 0 || !(1..=most).contains(&uses) {
            return Err(Malformed("window, sections or uses"));
        }
        let code = Self {
            key: public,
            secret,
            outline: Outline {
                flags,
                not_before,
                expires,
                sections,
                uses,
            },
            addresses: addresses.into_iter().map(|Address(address)| address).collect(),
            relay,
        };
        code.check()?;
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use pocketchart_crypto::Secret;
    use pocketchart_crypto::exchange::ExchangeSecret;
    use pocketchart_crypto::sign::SigningKey;
    use pocketchart_record::cbor;

    use super::*;
    use crate::code::altered::{flips, text, texts};
    use crate::grant::{GrantId, GrantRoot, Holder, Operations, Scope};

    /// Each bit of a code flipped: damaged. With a checksum made to fit, a code cannot notice by itself, but no session
    /// comes about, or the desk sees that the grant is another one.
    #[test]
    fn every_flipped_bit_is_noticed() {
        let keys = GrantRoot::new(Secret::random()).keys(1);
        let grant = Grant {
            id: GrantId::random(),
            issuer: SigningKey::from_seed(&Secret::random()).public(),
            audience: None,
            not_before: 30_000_000,
            expires: 30_001_440,
            scope: Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap(),
            uses: 1,
            holder: Holder::Issuer,
            nonce: [0; 16],
            flags: Flags::NOTIFY,
            bind: keys.secret.bind(),
        };
        let address = "192.0.2.1:7411".parse().unwrap();
        let code = GrantCode::new(&grant, &keys, vec![address], Some("relay.example".into())).unwrap();
        let body = cbor::to_bytes(&code);
        assert_eq!(text(&body), code.to_text());
        for flipped in texts(&body) {
            assert_eq!(GrantCode::from_text(&flipped), Err(CodeError::Damaged));
        }

        let own = ExchangeSecret::from_seed(&Secret::random());
        let [mut refused, mut useless, mut unlike, mut elsewhere] = [0; 4];
        for flipped in flips(&body) {
            let Ok(read) = GrantCode::from_text(&text(&flipped)) else {
                refused += 1;
                continue;
            };
            if read.key() != code.key() || read.secret() != code.secret() {
                let call = read.initiate(&own);
                assert!(call.is_err() || keys.answer(call.unwrap().first_message()).is_err());
                useless += 1;
            } else if !read.fits(&grant) {
                unlike += 1;
            } else {
                assert!(read.addresses() != code.addresses() || read.relay() != code.relay());
                elsewhere += 1;
            }
        }
        println!(
            "{} bits with a fitting checksum: {refused} refused, {useless} open no session, {unlike} unlike the grant, \
             {elsewhere} with another address",
            body.len() * 8
        );
        assert_eq!(refused + useless + unlike + elsewhere, body.len() * 8);
        assert_eq!(useless, 64 * 8, "key and secret");
        assert!(elsewhere <= (6 + "relay.example".len()) * 8);
    }
}
