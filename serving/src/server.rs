//! Taking connections, and letting go of them.

use std::{
    future::Future,
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{Router, http::Request};
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
    limits::Open,
    tls::{Certificate, Tls},
};

/// Seconds for the head of a request, and for the handshake of TLS.
const HEAD: Duration = Duration::from_secs(10);
/// Bytes of the head of a request.
const LONGEST_HEAD: usize = 16 * 1024;
/// Headers of a request.
const MOST_HEADERS: usize = 64;
/// Seconds that requests at work are given when the server stops.
const FAREWELL: Duration = Duration::from_secs(20);

/// The address that a request came from. Every request has it among its extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller(pub IpAddr);

impl Caller {
    /// Whom a request counts for: the other end of its connection, or, behind a proxy, the last address in `X-Forwarded-For`, which
    /// the proxy wrote.
    ///
    /// ```
    /// use axum::http::Request;
    /// use pocketchart_serving::Caller;
    ///
    /// let mut request = Request::new(());
    /// request.extensions_mut().insert(Caller([127, 0, 0, 1].into()));
    /// let named = "203.0.113.9, 192.0.2.7".parse()?;
    /// request.headers_mut().insert("x-forwarded-for", named);
    /// assert_eq!(Caller::of(&request, false), Caller([127, 0, 0, 1].into()));
    /// assert_eq!(Caller::of(&request, true), Caller([192, 0, 2, 7].into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of<B>(request: &Request<B>, behind_proxy: bool) -> Self {
        let forwarded = || -> Option<Self> {
            let named = request.headers().get_all("x-forwarded-for").iter().next_back()?;
            let address = named.to_str().ok()?.rsplit(',').next()?.trim();
            address.parse().ok().map(Self)
        };
        let named = if behind_proxy { forwarded() } else { None };
        let connected = || request.extensions().get().copied();
        named
            .or_else(connected)
            .unwrap_or(Self(Ipv4Addr::UNSPECIFIED.into()))
    }
}

/// How many connections are taken at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of all; further ones wait.
    pub connections: usize,
    /// Of one address; 0 is no limit.
    pub each: usize,
}

/// A server that listens: for HTTP/1.1, or for the same over TLS.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    tls: Option<Arc<Tls>>,
    limits: Limits,
}

impl Server {
    /// Listens at an address; with a certificate, over TLS.
    ///
    /// # Errors
    /// What the system says of the address or the files, or what is wrong in the certificate.
    pub async fn bind(
        address: SocketAddr,
        certificate: Option<Certificate<'_>>,
        limits: Limits,
    ) -> io::Result<Self> {
        let tls = certificate.map(Tls::open).transpose()?;
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        Ok(Self {
            listener,
            address,
            tls,
            limits,
        })
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.tls.is_some() { "https" } else { "http" }
    }

    /// Shows another certificate from the next connection on, if it speaks TLS.
    ///
    /// # Errors
    /// What is wrong in it; the one before stays in use.
    pub fn certify(&self, certificate: Certificate<'_>) -> io::Result<()> {
        self.tls.as_ref().map_or(Ok(()), |tls| tls.replace(certificate))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes connections until `stop` is over, then lets those that are at work finish. `count` hears of each that opens (1) and
    /// closes (-1).
    pub async fn serve(
        &self,
        routes: Router,
        count: impl Fn(i64) + Send + Sync + 'static,
        stop: impl Future<Output = ()>,
    ) {
        let count = Arc::new(count);
        let room = Arc::new(Semaphore::new(self.limits.connections));
        let open = Arc::new(Open::new(self.limits.each));
        let (farewell, stopping) = watch::channel(());
        let mut stop = std::pin::pin!(stop);
        loop {
            let next = async {
                let place = Arc::clone(&room).acquire_owned().await;
                (place, self.listener.accept().await)
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
            let (acceptor, routes) = (self.tls.as_deref().map(Tls::acceptor), routes.clone());
            let (open, count, stopping) = (Arc::clone(&open), Arc::clone(&count), stopping.clone());
            count(1);
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
                count(-1);
                drop(place);
            });
        }
        let _ = farewell.send(());
        let all = u32::try_from(self.limits.connections).unwrap_or(u32::MAX);
        select! {
            _ = room.acquire_many(all) => {}
            () = time::sleep(FAREWELL) => {}
        }
    }
}

/// Serves a connection to its end. When the server stops, that is after the request that is at work.
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

/// Is over when the process is told to stop (SIGTERM, SIGINT).
///
/// # Errors
/// What the system says if it does not let a process hear of that.
pub fn stopped() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
    let mut interrupt = signal::unix::signal(signal::unix::SignalKind::interrupt())?;
    Ok(async move {
        select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
