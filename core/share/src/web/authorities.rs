//! Authorities that are believed beside Mozilla's: those of an institution of which one system has its certificate.

use pocketchart_crypto::jose::sha256;
use rustls::{
    RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};

/// Certificates in one file; an institution has a few.
const MOST: usize = 16;
/// Bytes of such a file.
const LONGEST: usize = 32 << 10;

/// Certificates of authorities. Who has the private half of one can certify every name: they are for the connection to one system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorities(Vec<CertificateDer<'static>>);

impl Authorities {
    /// Those of a PEM file. One with a private key in it is not taken: that belongs to nobody here.
    ///
    /// # Errors
    /// [`BadAuthorities`].
    ///
    /// ```
    /// use pocketchart_share::web::Authorities;
    ///
    /// assert!(Authorities::from_pem("no certificate").is_err());
    /// ```
    pub fn from_pem(text: &str) -> Result<Self, BadAuthorities> {
        if text.len() > LONGEST || text.contains("PRIVATE KEY") {
            return Err(BadAuthorities);
        }
        let (mut certificates, mut known) = (Vec::new(), RootCertStore::empty());
        for certificate in CertificateDer::pem_slice_iter(text.as_bytes()) {
            let certificate = certificate.map_err(|_| BadAuthorities)?;
            known.add(certificate.clone()).map_err(|_| BadAuthorities)?;
            certificates.push(certificate);
        }
        match certificates.len() {
            1..=MOST => Ok(Self(certificates)),
            _ => Err(BadAuthorities),
        }
    }

    /// SHA-256 of each, as browsers and systems show it: people compare that.
    pub fn fingerprints(&self) -> Vec<String> {
        let of = |it: &CertificateDer<'_>| {
            let pairs: Vec<String> = sha256(it).iter().map(|it| format!("{it:02X}")).collect();
            pairs.join(":")
        };
        self.0.iter().map(of).collect()
    }

    /// These, and Mozilla's.
    pub(super) fn with_public(&self) -> ureq::tls::RootCerts {
        let public = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
        let all = public
            .chain(&self.0)
            .map(|it| ureq::tls::Certificate::from_der(it).to_owned());
        ureq::tls::RootCerts::from(all)
    }
}

/// This is no file of authorities' certificates, or there is a private key in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the certificates of authorities in PEM")]
#[non_exhaustive]
pub struct BadAuthorities;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_certificate_or_has_a_key_beside_it_is_not_taken() {
        let one = include_str!("authority.pem");
        let read = Authorities::from_pem(one).unwrap();
        assert_eq!(read.fingerprints()[0].split(':').count(), 32);
        assert_eq!(
            Authorities::from_pem(&one.repeat(2))
                .unwrap()
                .fingerprints()
                .len(),
            2
        );
        let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        let cut = one.replacen('\n', "\nAAAA", 1);
        for other in [
            "",
            "x",
            &format!("{one}{key}"),
            &cut,
            &one.repeat(17),
            &" ".repeat(40 << 10),
        ] {
            assert_eq!(Authorities::from_pem(other), Err(BadAuthorities));
        }
    }
}
