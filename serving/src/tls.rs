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

/// The certificate in use.
pub(crate) struct Tls {
    files: (PathBuf, PathBuf),
    now: watch::Sender<Arc<ServerConfig>>,
}

impl Tls {
    /// With the certificate and the key in these files.
    pub(crate) fn open(cert: &Path, key: &Path) -> io::Result<Self> {
        let (now, _) = watch::channel(read(cert, key)?);
        let files = (cert.to_owned(), key.to_owned());
        Ok(Self { files, now })
    }

    /// For the next connection.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(Arc::clone(&self.now.borrow()))
    }

    /// Reads the files anew whenever the process is sent SIGHUP. If they are no good, those before stay in use.
    pub(crate) fn reload_at_hangup(self: &Arc<Self>) -> io::Result<()> {
        let mut hangup = unix::signal(unix::SignalKind::hangup())?;
        let tls = Arc::downgrade(self);
        tokio::spawn(async move {
            while hangup.recv().await.is_some() {
                let Some(tls) = tls.upgrade() else {
                    break;
                };
                let (cert, key) = &tls.files;
                match read(cert, key) {
                    Ok(config) => {
                        tls.now.send_replace(config);
                    }
                    Err(error) => tracing::error!(%error, "the new certificate is not used"),
                }
            }
        });
        Ok(())
    }
}

fn read(cert: &Path, key: &Path) -> io::Result<Arc<ServerConfig>> {
    let bad = |what: &str, error: &dyn std::fmt::Display| {
        io::Error::new(io::ErrorKind::InvalidData, format!("{what}: {error}"))
    };
    let chain: Vec<_> = CertificateDer::pem_file_iter(cert)
        .and_then(Iterator::collect)
        .map_err(|error| bad("the certificate", &error))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| bad("the certificate's key", &error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| bad("TLS", &error))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| bad("the certificate", &error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
