//! A grant that a relay holds while the patient's device is off (security.md section 10, "split key"). The key of the bundle is
//! made of the code's secret, of K_r, which the relay gives out, and of the passcode: none of the three opens it alone.

use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::padme::pad_to;
use pocketchart_crypto::{Label, Secret, hash};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_wire::grant::{Deposit, Taken};
use zeroize::Zeroizing;

use super::body::{Grant, Minutes};
use super::entrance::Entrance;
use super::keys::{CodeSecret, GrantKeys, Passcode};
use super::signed::{VERSION, key};
use super::state::MAX_WRONG_PASSCODES;
use crate::relay::packet::{SEAL, padded, unpadded};
use crate::session::SessionId;

/// Bytes of what a redeemer leaves about itself, before it is sealed: the same for all.
const WHO: usize = 4096;

/// What a redeemer gets from the relay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The signed grant.
    pub grant: Vec<u8>,
    /// The certificate of the device that signed it: a statement of the patient's identity key.
    pub certificate: Vec<u8>,
    /// Signed head and content of the extract, as the record was when the grant was made, where it allows one.
    pub extract: Option<(Vec<u8>, Vec<u8>)>,
    /// What lets its redeemer read or add, where it allows that.
    pub entrance: Option<Entrance>,
}

/// The version of a bundle with an entrance.
const WITH_ENTRANCE: u64 = 2;

impl Canonical for Bundle {
    fn write(&self, to: &mut Writer) {
        let (len, version) = match self.entrance {
            None => (4, VERSION),
            Some(_) => (5, WITH_ENTRANCE),
        };
        to.map(len).uint(0).uint(version).uint(1).bytes(&self.grant);
        to.uint(2).bytes(&self.certificate).uint(3);
        match &self.extract {
            Some((head, content)) => to.array(2).bytes(head).bytes(content),
            None => to.array(0),
        };
        if let Some(entrance) = &self.entrance {
            to.uint(4).value(entrance);
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let version = match from.map()? {
            4 => VERSION,
            5 => WITH_ENTRANCE,
            _ => return Err(Malformed("number of fields")),
        };
        key(from, 0)?;
        if from.uint()? != version {
            return Err(Malformed("version"));
        }
        key(from, 1)?;
        let grant = from.bytes()?.to_vec();
        key(from, 2)?;
        let certificate = from.bytes()?.to_vec();
        key(from, 3)?;
        let extract = match (from.array()?, version) {
            (2, _) => Some((from.bytes()?.to_vec(), from.bytes()?.to_vec())),
            (0, WITH_ENTRANCE) => None,
            _ => return Err(Malformed("extract")),
        };
        let entrance = match version {
            WITH_ENTRANCE => {
                key(from, 4)?;
                Some(from.value()?)
            }
            _ => None,
        };
        Ok(Self {
            grant,
            certificate,
            extract,
            entrance,
        })
    }
}

impl Bundle {
    /// The deposit for the relay, under a new K_r; none if the bundle is longer than a packet may be.
    pub fn deposit(&self, grant: &Grant, keys: &GrantKeys, passcode: &Passcode) -> Option<Deposit> {
        self.deposit_under(&Secret::random(), grant, keys, passcode)
    }

    /// The same under a K_r that can be made again, so that [`Self::seal`] can renew it.
    pub fn deposit_under(
        &self,
        half: &Secret<32>,
        grant: &Grant,
        keys: &GrantKeys,
        passcode: &Passcode,
    ) -> Option<Deposit> {
        let secret = &keys.secret;
        let bundle = self.seal(half, secret, passcode)?;
        Some(Deposit::new(
            *keys.revocation.public().as_bytes(),
            (seconds(grant.not_before), seconds(grant.expires)),
            (grant.uses, MAX_WRONG_PASSCODES),
            &secret.verifier(passcode),
            half,
            bundle,
        ))
    }

    /// Sealed for who has the code, the passcode and K_r; none if it is longer than a packet may be.
    pub fn seal(&self, half: &Secret<32>, secret: &CodeSecret, passcode: &Passcode) -> Option<Vec<u8>> {
        let content = padded(cbor::to_bytes(self), SEAL).map(Zeroizing::new)?;
        let key = secret.bundle_key(half, passcode);
        Some(aead::seal(&key, &Nonce::random(), &secret.locator(), &content))
    }

    /// Opens what the relay gave out for a code and its passcode; none if it does not belong to them.
    pub fn open(secret: &CodeSecret, passcode: &Passcode, taken: &Taken) -> Option<Self> {
        let key = secret.bundle_key(&Secret::from_bytes(taken.half), passcode);
        let content = aead::open(&key, &secret.locator(), &taken.bundle).ok()?;
        let content = Zeroizing::new(unpadded(content)?);
        cbor::from_bytes(&content).ok()
    }
}

fn seconds(minutes: Minutes) -> u64 {
    u64::from(minutes) * 60
}

impl CodeSecret {
    fn bundle_key(&self, half: &Secret<32>, passcode: &Passcode) -> Secret<32> {
        let key = self.derive(Label::new("grant/half"));
        let parts: [&[u8]; 2] = [half.expose(), passcode.secret().expose()];
        Secret::from_bytes(hash::keyed256(Label::new("grant/bundle"), &key, &parts))
    }

    /// What stands for the session in the [`crate::redeem::Ask`] that a redeemer leaves at the relay.
    pub fn relay_session(&self) -> SessionId {
        SessionId(*self.derive(Label::new("grant/relay")).expose())
    }

    /// Seals who redeems, for the patient; none if that says too much.
    pub fn seal_who(&self, who: &[u8]) -> Option<Vec<u8>> {
        let content = Zeroizing::new(pad_to(who.to_vec(), WHO)?);
        let key = self.derive(Label::new("grant/who"));
        Some(aead::seal(&key, &Nonce::random(), &self.locator(), &content))
    }

    /// Opens what a redeemer left about itself.
    pub fn open_who(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let key = self.derive(Label::new("grant/who"));
        unpadded(aead::open(&key, &self.locator(), sealed).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grant::{Flags, GrantId, GrantRoot, Holder, Operations, Scope};
    use pocketchart_crypto::sign::SigningKey;
    use pocketchart_record::Section;

    fn made() -> (Grant, GrantKeys, Bundle) {
        let keys = GrantRoot::new(Secret::random()).keys(7);
        let grant = Grant {
            id: GrantId::random(),
            issuer: SigningKey::from_seed(&Secret::random()).public(),
            audience: None,
            not_before: 30_000_000,
            expires: 30_001_440,
            scope: Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap(),
            uses: 1,
            holder: Holder::Relay,
            nonce: [0; 16],
            flags: Flags::PASSCODE,
            bind: keys.secret.bind(),
        };
        let bundle = Bundle {
            grant: vec![1; 300],
            certificate: vec![2; 1500],
            extract: Some((vec![3; 200], vec![4; 5000])),
            entrance: None,
        };
        (grant, keys, bundle)
    }

    #[test]
    fn each_of_the_three_is_needed() {
        let (grant, keys, bundle) = made();
        let secret = &keys.secret;
        let passcode = Passcode::from_secret(Secret::random());
        let deposit = bundle.deposit(&grant, &keys, &passcode).unwrap();
        let taken = |half: [u8; 32]| Taken::new(&Secret::from_bytes(half), deposit.bundle.clone());
        let right = taken(deposit.half);
        assert_eq!(Bundle::open(secret, &passcode, &right), Some(bundle));
        let other = GrantRoot::new(Secret::random()).keys(7).secret;
        assert_eq!(Bundle::open(&other, &passcode, &right), None, "another code");
        let wrong = Passcode::from_secret(Secret::random());
        assert_eq!(Bundle::open(secret, &wrong, &right), None, "another passcode");
        assert_eq!(
            Bundle::open(secret, &passcode, &taken([9; 32])),
            None,
            "another half"
        );
        assert_eq!((deposit.opens, deposit.ends), (1_800_000_000, 1_800_086_400));
    }

    #[test]
    fn who_redeems_is_read_by_who_has_the_code_and_has_one_length() {
        let (_, keys, _) = made();
        let short = keys.secret.seal_who(b"Bo").unwrap();
        let long = keys.secret.seal_who(&[7; 4000]).unwrap();
        assert_eq!(short.len(), long.len());
        assert!(short.len() <= pocketchart_wire::grant::LONGEST_WHO);
        assert_eq!(keys.secret.open_who(&short).unwrap(), b"Bo");
        assert_eq!(keys.secret.seal_who(&[7; 4096]), None);
        let other = GrantRoot::new(Secret::random()).keys(7).secret;
        assert_eq!(other.open_who(&short), None);
    }
}
