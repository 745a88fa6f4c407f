//! A relay at work: it listens, sweeps, and stops without cutting an answer short.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use pocketchart_serving::{Certificate, Clock, Limits, Server, stopped};
use tokio::{net::TcpListener, time};

use crate::{
    Config, StoreError,
    challenge::Challenges,
    http::{self, Relay},
    service,
    store::Store,
};

/// Where a relay listens, once it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// The service.
    pub service: SocketAddr,
    /// Its counters, if it was asked for them.
    pub metrics: Option<SocketAddr>,
}

/// Why a relay did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RelayError {
    /// An address could not be listened at, or the system gave no threads.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The store could not be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder of the emergency page has no page in it.
    #[error("there is no emergency page in that folder")]
    Page,
}

/// Runs a relay until the process is told to stop (SIGTERM, SIGINT). `ready` is called when it listens.
///
/// # Errors
/// [`RelayError`], if it cannot start.
pub fn run(config: &Config, ready: impl FnOnce(Listening)) -> Result<(), RelayError> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(async { serve(config, Clock::of_the_machine(), ready, stopped()?).await })
}

/// Runs a relay until `stop` is over, in a runtime that is there already, by this clock.
///
/// # Errors
/// [`RelayError`], if it cannot start.
pub async fn serve(
    config: &Config,
    clock: Clock,
    ready: impl FnOnce(Listening),
    stop: impl Future<Output = ()>,
) -> Result<(), RelayError> {
    if let Some(folder) = &config.page
        && !folder.join("index.html").is_file()
    {
        return Err(RelayError::Page);
    }
    let above = config.blobs_above.saturating_mul(1024);
    let objects = config.blobs.as_deref().map(|place| (place, above));
    let store = Store::open(&config.store, objects).await?;
    let challenges = Challenges::open(&store).await?;
    let files = config.tls_cert.as_deref().zip(config.tls_key.as_deref());
    let certificate = files.map(|(chain, key)| Certificate::Files { chain, key });
    let limits = Limits {
        connections: config.connections,
        each: if config.behind_proxy {
            0
        } else {
            config.connections_each
        },
    };
    let server = Server::bind(config.listen, certificate, limits).await?;
    let (scheme, service) = (server.scheme(), server.address());
    let url = config.url.as_deref().map_or_else(
        || format!("{scheme}://{service}"),
        |url| url.trim_end_matches('/').to_owned(),
    );
    let relay = Arc::new(Relay::new(config, clock, (store, challenges), url));
    let counters = match config.metrics {
        Some(address) => Some(TcpListener::bind(address).await?),
        None => None,
    };
    let metrics = counters.as_ref().map(TcpListener::local_addr).transpose()?;
    sweep(&relay).await;
    ready(Listening {
        scheme,
        service,
        metrics,
    });
    let sweeping = tokio::spawn(sweep_often(Arc::clone(&relay), Duration::from_secs(config.sweep)));
    let counting = counters.map(|listener| {
        let routes = http::metrics(Arc::clone(&relay));
        tokio::spawn(async move { axum::serve(listener, routes).await })
    });
    let routes = http::routes(Arc::clone(&relay));
    let count = move |change| {
        relay.metrics.connections.inc_by(change);
    };
    server.serve(routes, count, stop).await;
    sweeping.abort();
    if let Some(counting) = counting {
        counting.abort();
    }
    Ok(())
}

/// Deletes what is over, and looks how much is left.
async fn sweep(relay: &Relay) {
    let swept = async {
        relay.decide(service::sweep).await?;
        relay.store.sweep_objects(relay.clock.now()).await?;
        relay.store.size().await
    };
    match swept.await {
        Ok(size) => {
            relay.metrics.stored.set(size);
        }
        Err(error) => {
            relay.metrics.failed_sweeps.inc();
            tracing::error!(%error, "sweeping failed");
        }
    }
}

async fn sweep_often(relay: Arc<Relay>, every: Duration) {
    let mut ticks = time::interval_at((Instant::now() + every).into(), every);
    ticks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        sweep(&relay).await;
    }
}
