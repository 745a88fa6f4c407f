//! HTTPS without a proxy: TLS 1.2 and 1.3 by rustls, with a certificate that is read anew at SIGHUP.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tokio::{signal::unix, sync::watch};
use tokio_rustls::TlsAcceptor;

/// What a server shows of itself, and the key to it.
#[derive(Clone, Copy, Debug)]
pub enum Certificate<'a> {
    /// In two PEM files, which are read anew when the process is sent SIGHUP.
    Files {
        /// The certificate, and those that certify it.
        chain: &'a Path,
        /// Its private key.
        key: &'a Path,
    },
    /// PEM at hand.
    Pem {
        /// The certificate, and those that certify it.
        chain: &'a str,
        /// Its private key.
        key: &'a str,
    },
}

/// The certificate in use.
pub(crate) struct Tls {
    now: watch::Sender<Arc<ServerConfig>>,
}

impl Tls {
    /// With this certificate.
    pub(crate) fn open(certificate: Certificate<'_>) -> io::Result<Arc<Self>> {
        let (now, _) = watch::channel(read(certificate)?);
        let tls = Arc::new(Self { now });
        if let Certificate::Files { chain, key } = certificate {
            tls.reload_at_hangup((chain.to_owned(), key.to_owned()))?;
        }
        Ok(tls)
    }

    /// Another one, from the next connection on.
    pub(crate) fn replace(&self, certificate: Certificate<'_>) -> io::Result<()> {
        self.now.send_replace(read(certificate)?);
        Ok(())
    }

    /// For the next connection.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(Arc::clone(&self.now.borrow()))
    }

    /// Reads the files anew whenever the process is sent SIGHUP. If they are no good, those before stay in use.
    fn reload_at_hangup(self: &Arc<Self>, (chain, key): (PathBuf, PathBuf)) -> io::Result<()> {
        let mut hangup = unix::signal(unix::SignalKind::hangup())?;
        let tls = Arc::downgrade(self);
        tokio::spawn(async move {
            while hangup.recv().await.is_some() {
                let Some(tls) = tls.upgrade() else {
                    break;
                };
                if let Err(error) = tls.replace(Certificate::Files {
                    chain: &chain,
                    key: &key,
                }) {
                    tracing::error!(%error, "the new certificate is not used");
                }
            }
        });
        Ok(())
    }
}

fn read(certificate: Certificate<'_>) -> io::Result<Arc<ServerConfig>> {
    let bad = |what: &str, error: &dyn std::fmt::Display| {
        io::Error::new(io::ErrorKind::InvalidData, format!("{what}: {error}"))
    };
    let (chain, key) = match certificate {
        Certificate::Files { chain, key } => (
            CertificateDer::pem_file_iter(chain).and_then(Iterator::collect),
            PrivateKeyDer::from_pem_file(key),
        ),
        Certificate::Pem { chain, key } => (
            CertificateDer::pem_slice_iter(chain.as_bytes()).collect(),
            PrivateKeyDer::from_pem_slice(key.as_bytes()),
        ),
    };
    let chain: Vec<_> = chain.map_err(|error| bad("the certificate", &error))?;
    let key = key.map_err(|error| bad("the certificate's key", &error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| bad("TLS", &error))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| bad("the certificate", &error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
