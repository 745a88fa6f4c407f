use std::{net::SocketAddr, path::PathBuf};

use clap::Args;

/// What a desk is told when it starts. Each option has an environment variable of its name in capitals, after
/// `POCKETCHART_CLINIC_`.
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// What patients see when the clinic asks.
    #[arg(long, env = "POCKETCHART_CLINIC_NAME", value_name = "NAME")]
    pub name: String,
    /// Where it listens. Beyond this machine only with a certificate.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_LISTEN",
        default_value = "127.0.0.1:8191",
        value_name = "ADDRESS"
    )]
    pub listen: SocketAddr,
    /// The folder of all that it keeps, made at the first start.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_DATA",
        default_value = "clinic",
        value_name = "FOLDER"
    )]
    pub data: PathBuf,
    /// A name under which browsers reach it, beside its addresses and `localhost`.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_HOST",
        value_name = "NAME",
        value_delimiter = ','
    )]
    pub host: Vec<String>,
    /// The certificate for HTTPS and those that certify it, PEM. Read anew at SIGHUP.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key"
    )]
    pub tls_cert: Option<PathBuf>,
    /// The private key of the certificate, PEM.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    pub tls_key: Option<PathBuf>,
    /// The desk certifies itself, under the names of `--host`, by an authority of its own that browsers are told to trust once.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_OWN_CERTIFICATE",
        requires = "host",
        conflicts_with = "tls_cert"
    )]
    pub own_certificate: bool,
    /// A proxy on this machine does HTTPS under a name of `--host`, and writes into X-Forwarded-For who calls.
    #[arg(
        long,
        env = "POCKETCHART_CLINIC_BEHIND_PROXY",
        requires = "host",
        conflicts_with_all = ["tls_cert", "own_certificate"]
    )]
    pub behind_proxy: bool,
    /// Minutes without a request after which somebody is signed out.
    #[arg(long, env = "POCKETCHART_CLINIC_LOGOFF", default_value_t = 15, value_name = "MINUTES",
        value_parser = clap::value_parser!(u64).range(1..=480))]
    pub logoff: u64,
    /// An emergency needs no second person: for a clinic in which somebody works alone.
    #[arg(long, env = "POCKETCHART_CLINIC_ALONE")]
    pub alone: bool,
    /// Ends that passkeys are required: for a clinic whose administrators lost theirs.
    #[arg(long, env = "POCKETCHART_CLINIC_PASSKEYS_OPTIONAL")]
    pub passkeys_optional: bool,
}
