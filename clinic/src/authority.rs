//! The clinic's own certificate authority, for a desk that no public one certifies. It may certify the desk's own names and nothing else
//! (RFC 5280, section 4.2.1.10): a browser that trusts it trusts no stranger by it.

use std::{
    fs, io,
    net::IpAddr,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use pocketchart_crypto::jose::sha256;
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, NameConstraints,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    keys::Keys,
    store::{self, StoreError},
};

const FILE: &str = "authority";
/// Days for which browsers trust the authority.
const TRUSTED: i64 = 3650;
/// Days for which a certificate of the desk holds. It is made anew at every start, and each day.
const HOLDS: i64 = 30;

/// Who certifies the desk.
pub(crate) struct Authority {
    kept: Kept,
    key: KeyPair,
}

/// As it is kept, sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The names and addresses that it may certify.
    names: Vec<String>,
    /// Its certificate, DER.
    certificate: Vec<u8>,
    /// Its private key, PKCS #8.
    key: Zeroizing<Vec<u8>>,
}

/// What a server shows, and the key to it, PEM.
pub(crate) struct Certified {
    pub(crate) chain: String,
    pub(crate) key: Zeroizing<String>,
}

/// Why there is no certificate of the clinic's own.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuthorityError {
    /// Its file cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Its file was altered, or is sealed under another key.
    #[error(transparent)]
    Altered(#[from] StoreError),
    /// No host name was given, or one that is none.
    #[error("no name to certify")]
    Names,
    /// A certificate could not be made.
    #[error("a certificate could not be made: {0}")]
    Make(#[from] rcgen::Error),
}

impl Authority {
    /// Of the folder, or a new one where there is none, or only one for other names: browsers have to be told to trust that anew.
    pub(crate) fn open(
        (data, keys): (&Path, &Keys),
        clinic: &str,
        (names, now): (&[String], u64),
    ) -> Result<Self, AuthorityError> {
        if !names.iter().any(|it| it.parse::<IpAddr>().is_err()) {
            return Err(AuthorityError::Names);
        }
        let path: PathBuf = data.join(FILE);
        if path.exists() {
            let kept: Kept = store::open(&keys.rows, (FILE, &[]), &fs::read(&path)?)?;
            if names.iter().all(|it| kept.names.contains(it)) {
                let key = KeyPair::try_from(kept.key.as_slice())?;
                return Ok(Self { kept, key });
            }
        }
        let key = KeyPair::generate()?;
        let certificate = root(clinic, names, now)?.self_signed(&key)?;
        let kept = Kept {
            names: names.to_vec(),
            certificate: certificate.der().to_vec(),
            key: Zeroizing::new(key.serialize_der()),
        };
        let beside = path.with_extension("new");
        fs::write(&beside, store::seal(&keys.rows, (FILE, &[]), &kept)?)?;
        fs::File::open(&beside)?.sync_all()?;
        fs::rename(&beside, &path)?;
        Ok(Self { kept, key })
    }

    /// What browsers are told to trust, DER.
    pub(crate) fn certificate(&self) -> &[u8] {
        &self.kept.certificate
    }

    /// Tells it from every other: SHA-256 of it, as browsers and systems show it.
    pub(crate) fn fingerprint(&self) -> String {
        let digest = sha256(self.certificate());
        let pairs: Vec<String> = digest.iter().map(|it| format!("{it:02X}")).collect();
        pairs.join(":")
    }

    /// A certificate of the desk under these names, of which the authority may certify each.
    pub(crate) fn certify(
        &self,
        clinic: &str,
        (names, now): (&[String], u64),
    ) -> Result<Certified, AuthorityError> {
        let mut params = CertificateParams::new(names.to_vec())?;
        params
            .distinguished_name
            .push(DnType::CommonName, names.first().cloned().unwrap_or_default());
        hold(&mut params, now, HOLDS);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let issuer = Issuer::new(root(clinic, &self.kept.names, now)?, &self.key);
        let key = KeyPair::generate()?;
        let certificate = params.signed_by(&key, &issuer)?;
        Ok(Certified {
            chain: certificate.pem(),
            key: Zeroizing::new(key.serialize_pem()),
        })
    }
}

/// An authority for these names alone.
fn root(clinic: &str, names: &[String], now: u64) -> Result<CertificateParams, AuthorityError> {
    let mut params = CertificateParams::new(Vec::new())?;
    params
        .distinguished_name
        .push(DnType::CommonName, format!("{clinic}, Pocketchart desk"));
    hold(&mut params, now, TRUSTED);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let (mut permitted, mut has_address) = (Vec::new(), false);
    for name in names {
        permitted.push(match name.parse::<IpAddr>() {
            Ok(address) => {
                has_address = true;
                GeneralSubtree::IpAddress(match address {
                    IpAddr::V4(it) => CidrSubnet::from_v4_prefix(it.octets(), 32),
                    IpAddr::V6(it) => CidrSubnet::from_v6_prefix(it.octets(), 128),
                })
            }
            Err(_) => GeneralSubtree::DnsName(name.clone()),
        });
    }
    // What is not constrained at all would be allowed all.
    let no_address = [
        CidrSubnet::from_v4_prefix([0; 4], 0),
        CidrSubnet::from_v6_prefix([0; 16], 0),
    ];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: permitted,
        excluded_subtrees: match has_address {
            true => Vec::new(),
            false => no_address.map(GeneralSubtree::IpAddress).to_vec(),
        },
    });
    Ok(params)
}

/// Begins a day before now, as clocks of browsers may be behind.
fn hold(params: &mut CertificateParams, now: u64, days: i64) {
    let today = Timestamp::from_second(now.cast_signed()).unwrap_or_default();
    let day = |ahead: i64| {
        let date = today.to_zoned(TimeZone::UTC).date().saturating_add(ahead.days());
        rcgen::date_time_ymd(
            date.year().into(),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        )
    };
    (params.not_before, params.not_after) = (day(-1), day(days));
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use std::sync::Arc;

    use rustls::{
        RootCertStore,
        client::{WebPkiServerVerifier, danger::ServerCertVerifier},
        crypto::ring::default_provider,
        pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
    };

    use super::*;

    const NOW: u64 = 1_795_000_000;

    fn opened(data: &Path, keys: &Keys, names: &[&str]) -> Result<Authority, AuthorityError> {
        let names: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
        Authority::open((data, keys), "Lakeside Clinic", (&names, NOW))
    }

    /// Whether a browser that trusts the authority trusts a server that it certified, under a name, some days later.
    fn trusts(authority: &Authority, name: &str, days: u64) -> bool {
        let made = authority
            .certify("Lakeside Clinic", (&[name.to_owned()], NOW))
            .unwrap();
        let leaf = CertificateDer::from_pem_slice(made.chain.as_bytes()).unwrap();
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from(authority.certificate().to_vec()))
            .unwrap();
        let verifier =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::new(default_provider()));
        let at = UnixTime::since_unix_epoch(std::time::Duration::from_secs(NOW + days * 24 * 60 * 60));
        let name = ServerName::try_from(name.to_owned()).unwrap();
        verifier
            .build()
            .unwrap()
            .verify_server_cert(&leaf, &[], &name, &[], at)
            .is_ok()
    }

    #[test]
    fn it_certifies_the_desk_and_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::of_folder(folder.path()).unwrap();
        let named = opened(folder.path(), &keys, &["desk.lakeside.example"]).unwrap();
        assert!(trusts(&named, "desk.lakeside.example", 0));
        assert!(trusts(&named, "desk.lakeside.example", 29));
        assert!(
            !trusts(&named, "desk.lakeside.example", 31),
            "it holds for a month"
        );
        for other in ["bank.example", "lakeside.example", "192.0.2.7", "2001:db8::7"] {
            assert!(!trusts(&named, other, 0), "{other}");
        }
        let both = opened(folder.path(), &keys, &["desk.lakeside.example", "192.0.2.7"]).unwrap();
        assert_ne!(
            both.fingerprint(),
            named.fingerprint(),
            "for another name it is made anew"
        );
        assert!(trusts(&both, "192.0.2.7", 0));
        assert!(!trusts(&both, "192.0.2.8", 0));
    }

    #[test]
    fn it_stays_the_same_and_its_key_is_sealed() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::of_folder(folder.path()).unwrap();
        let first = opened(folder.path(), &keys, &["desk.lakeside.example"]).unwrap();
        let again = opened(folder.path(), &keys, &["desk.lakeside.example"]).unwrap();
        assert_eq!(first.fingerprint(), again.fingerprint());
        let kept = fs::read(folder.path().join(FILE)).unwrap();
        let (certificate, key) = (first.certificate(), first.kept.key.as_slice());
        for secret in [certificate, key] {
            assert!(!kept.windows(16).any(|it| it == &secret[..16]));
        }
        fs::write(folder.path().join(FILE), &kept[1..]).unwrap();
        let altered = opened(folder.path(), &keys, &["desk.lakeside.example"]);
        assert!(matches!(altered, Err(AuthorityError::Altered(_))));
        let unnamed = opened(folder.path(), &keys, &["192.0.2.7"]);
        assert!(matches!(unnamed, Err(AuthorityError::Names)));
    }
}
