use std::{net::SocketAddr, path::PathBuf};

use clap::Args;

/// What a relay is told when it starts. Each option has an environment variable of its name in capitals, after
/// `POCKETCHART_RELAY_`.
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// Where it listens: for HTTP, behind a proxy that does TLS, or for HTTPS, if it has a certificate.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_LISTEN",
        default_value = "127.0.0.1:8190",
        value_name = "ADDRESS"
    )]
    pub listen: SocketAddr,
    /// Where it answers with its counters (`/metrics`); by default nowhere.
    #[arg(long, env = "POCKETCHART_RELAY_METRICS", value_name = "ADDRESS")]
    pub metrics: Option<SocketAddr>,
    /// The file of its store, or the URL of a PostgreSQL database.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_STORE",
        default_value = "relay.sqlite",
        value_name = "FILE or URL"
    )]
    pub store: String,
    /// Where bodies lie that are too large for the database: a folder, or a bucket as in `s3://relay`. By default they all lie in
    /// the database.
    #[arg(long, env = "POCKETCHART_RELAY_BLOBS", value_name = "FOLDER or URL")]
    pub blobs: Option<String>,
    /// KiB from which on a body is too large.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_BLOBS_ABOVE",
        default_value_t = 64,
        value_name = "KiB"
    )]
    pub blobs_above: usize,
    /// The address under which the world reaches it, as in `https://relay.example`; it stands in the manifests of links.
    #[arg(long, env = "POCKETCHART_RELAY_URL", value_name = "URL")]
    pub url: Option<String>,
    /// The folder of the emergency page, for relays that serve it too; by default none does. Whoever serves a page can read all
    /// that is opened with it (security.md §12).
    #[arg(long, env = "POCKETCHART_RELAY_PAGE", value_name = "FOLDER")]
    pub page: Option<PathBuf>,
    /// The certificate for HTTPS and those that certify it, PEM. Read anew at SIGHUP.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key"
    )]
    pub tls_cert: Option<PathBuf>,
    /// The private key of the certificate, PEM.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    pub tls_key: Option<PathBuf>,
    /// Counts callers by the last address in X-Forwarded-For. Only behind a proxy that writes it.
    #[arg(long, env = "POCKETCHART_RELAY_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// MiB that the store may hold; 0 for no limit.
    #[arg(long, env = "POCKETCHART_RELAY_CAPACITY", default_value_t = 10 * 1024, value_name = "MiB")]
    pub capacity: u64,
    /// Requests of one address in a minute; 0 for no limit.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_REQUESTS",
        default_value_t = 600,
        value_name = "NUMBER"
    )]
    pub requests: u32,
    /// MiB that one address may send in an hour; 0 for no limit.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_UPLOAD",
        default_value_t = 512,
        value_name = "MiB"
    )]
    pub upload: u32,
    /// Connections at once; further ones wait.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_CONNECTIONS",
        default_value_t = 2048,
        value_name = "NUMBER"
    )]
    pub connections: usize,
    /// Connections of one address at once; 0 for no limit. Not counted behind a proxy.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_CONNECTIONS_EACH",
        default_value_t = 64,
        value_name = "NUMBER"
    )]
    pub connections_each: usize,
    /// MiB of request bodies in memory at once.
    #[arg(
        long,
        env = "POCKETCHART_RELAY_MEMORY",
        default_value_t = 256,
        value_name = "MiB"
    )]
    pub memory: u32,
    /// Seconds between two sweeps of what is over.
    #[arg(long, env = "POCKETCHART_RELAY_SWEEP", default_value_t = 60, value_name = "SECONDS",
        value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub sweep: u64,
}
