//! A relay at work: it listens, sweeps, and stops without cutting an answer short.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
    select, signal,
    sync::{Semaphore, watch},
    time,
};

use crate::{
    Clock, Config, StoreError,
    challenge::Challenges,
    http::{self, Caller, Relay},
    limits::Open,
    service,
    store::Store,
    tls::Tls,
};

/// Seconds for the head of a request, and for the handshake of TLS.
const HEAD: Duration = Duration::from_secs(10);
/// Bytes of the head of a request.
const LONGEST_HEAD: usize = 16 * 1024;
/// Headers of a request.
const MOST_HEADERS: usize = 64;
/// Seconds that requests at work are given when the relay stops.
const FAREWELL: Duration = Duration::from_secs(20);

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
    let tls = match (&config.tls_cert, &config.tls_key) {
        (Some(cert), Some(key)) => Some(Arc::new(Tls::open(cert, key)?)),
        _ => None,
    };
    if let Some(tls) = &tls {
        tls.reload_at_hangup()?;
    }
    let listener = TcpListener::bind(config.listen).await?;
    let service = listener.local_addr()?;
    let scheme = if tls.is_some() { "https" } else { "http" };
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
    accept(config, (&listener, tls.as_deref()), &relay, stop).await;
    sweeping.abort();
    if let Some(counting) = counting {
        counting.abort();
    }
    Ok(())
}

/// Takes connections until `stop` is over, then lets those that are at work finish.
async fn accept(
    config: &Config,
    (listener, tls): (&TcpListener, Option<&Tls>),
    relay: &Arc<Relay>,
    stop: impl Future<Output = ()>,
) {
    let routes = http::routes(Arc::clone(relay));
    let room = Arc::new(Semaphore::new(config.connections));
    let each = if config.behind_proxy {
        0
    } else {
        config.connections_each
    };
    let open = Arc::new(Open::new(each));
    let (farewell, stopping) = watch::channel(());
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            let place = Arc::clone(&room).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = select! {
            next = next => next,
            () = &mut stop => break,
        };
        let Ok((stream, address)) = accepted else {
            // Out of files, or a connection that was gone before it was taken.
            time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        if !open.opened(address.ip()) {
            continue;
        }
        let (acceptor, routes) = (tls.map(Tls::acceptor), routes.clone());
        let (open, relay, stopping) = (Arc::clone(&open), Arc::clone(relay), stopping.clone());
        relay.metrics.connections.inc();
        tokio::spawn(async move {
            let _ = stream.set_nodelay(true);
            match acceptor {
                None => see_through(connection(stream, address, routes), stopping).await,
                Some(acceptor) => {
                    if let Ok(Ok(stream)) = time::timeout(HEAD, acceptor.accept(stream)).await {
                        see_through(connection(stream, address, routes), stopping).await;
                    }
                }
            }
            open.closed(address.ip());
            relay.metrics.connections.dec();
            drop(place);
        });
    }
    let _ = farewell.send(());
    let all = u32::try_from(config.connections).unwrap_or(u32::MAX);
    select! {
        _ = room.acquire_many(all) => {}
        () = time::sleep(FAREWELL) => {}
    }
}

/// Serves a connection to its end. When the relay stops, that is after the request that is at work.
async fn see_through<S: Stream>(connection: Connection<S>, mut stopping: watch::Receiver<()>) {
    let mut connection = std::pin::pin!(connection);
    // A connection that breaks is its caller's matter.
    let stops = select! {
        _ = connection.as_mut() => false,
        _ = stopping.changed() => true,
    };
    if stops {
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}

type Connection<S> = http1::UpgradeableConnection<TokioIo<S>, TowerToHyperService<Router>>;

/// What a connection runs over: TCP, or TLS over it.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> Stream for S {}

fn connection<S: Stream>(stream: S, address: SocketAddr, routes: Router) -> Connection<S> {
    let routes = routes.layer(axum::Extension(Caller(address.ip())));
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LONGEST_HEAD)
        .max_headers(MOST_HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes))
        .with_upgrades()
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

/// Is over when the process is told to stop.
fn stopped() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
    let mut interrupt = signal::unix::signal(signal::unix::SignalKind::interrupt())?;
    Ok(async move {
        select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
