//! A desk at work: it listens, sweeps, and stops without cutting an answer short.

use std::{future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use pocketchart::{OpenError, RecoveryWords};
use pocketchart_serving::{Clock, Limits, Server, stopped};
use tokio::{task, time};

use crate::{Config, desk::Desk, http, keys::KeyError, store::StoreError};

/// Connections of all browsers, and of one.
const LIMITS: Limits = Limits {
    connections: 1024,
    each: 128,
};
/// Between two sweeps of what is over, and between two calls of patients' devices for which a visit waits.
const SWEEP: Duration = Duration::from_secs(30);
/// Between two looks whether something waits for the clinic's own server.
const SEND: Duration = Duration::from_secs(15);
/// Between two questions to the relays that gave charts, and between two looks for letters there.
const ASK: Duration = Duration::from_secs(5 * 60);

/// Where a desk listens, once it does.
pub struct Listening {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// Where.
    pub address: SocketAddr,
    /// What a new clinic has to write down.
    pub new: NewClinic,
}

/// What is shown once and kept nowhere.
#[derive(Default)]
pub struct NewClinic {
    /// With it the first administrator's account is made. A new one at every start, until that account is there.
    pub setup: Option<String>,
    /// They bring the clinic's identity back.
    pub words: Option<RecoveryWords>,
}

/// Why a desk did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClinicError {
    /// An address could not be listened at, a file could not be read, or the system gave no threads.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The store could not be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key could not be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The clinic's record could not be opened.
    #[error(transparent)]
    Identity(#[from] OpenError),
    /// It would listen beyond this machine without a certificate.
    #[error("beyond this machine only with a certificate")]
    InTheClear,
}

impl ClinicError {
    /// The id of the message that explains it.
    ///
    /// ```
    /// use pocketchart_clinic::ClinicError;
    ///
    /// assert_eq!(ClinicError::InTheClear.id(), "clinic-in-the-clear");
    /// ```
    pub fn id(&self) -> &'static str {
        match self {
            Self::Io(_) => "clinic-no-start",
            Self::Store(_) => "clinic-store",
            Self::Key(KeyError::Open) => "clinic-key-open",
            Self::Key(_) => "clinic-key",
            Self::Identity(error) => error.id(),
            Self::InTheClear => "clinic-in-the-clear",
        }
    }
}

/// Runs a desk until the process is told to stop (SIGTERM, SIGINT). `ready` is called when it listens.
///
/// # Errors
/// [`ClinicError`], if it cannot start.
pub fn run(config: &Config, ready: impl FnOnce(Listening)) -> Result<(), ClinicError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async { serve(config, Clock::of_the_machine(), ready, stopped()?).await })
}

/// Runs a desk until `stop` is over, in a runtime that is there already, by this clock.
///
/// # Errors
/// [`ClinicError`], if it cannot start.
pub async fn serve(
    config: &Config,
    clock: Clock,
    ready: impl FnOnce(Listening),
    stop: impl Future<Output = ()>,
) -> Result<(), ClinicError> {
    let tls = config.tls_cert.as_deref().zip(config.tls_key.as_deref());
    if tls.is_none() && !config.listen.ip().is_loopback() {
        return Err(ClinicError::InTheClear);
    }
    let server = Server::bind(config.listen, tls, LIMITS).await?;
    let (desk, made) = task::block_in_place(|| Desk::open(config, clock))?;
    let desk = Arc::new(desk);
    task::block_in_place(|| desk.sweep())?;
    ready(Listening {
        scheme: server.scheme(),
        address: server.address(),
        new: NewClinic {
            setup: made.setup,
            words: made.words,
        },
    });
    let sweeping = tokio::spawn(often(SWEEP, Arc::clone(&desk), Desk::sweep));
    let asking = tokio::spawn(often(ASK, Arc::clone(&desk), Desk::end_what_is_withdrawn));
    let sending = tokio::spawn(often(SEND, Arc::clone(&desk), Desk::send_waiting));
    let calling = tokio::spawn(often(SWEEP, Arc::clone(&desk), Desk::return_at_hand));
    let posting = tokio::spawn(often(ASK, Arc::clone(&desk), Desk::return_by_relay));
    let stop = async {
        stop.await;
        // They would go on for ever.
        desk.store.changes.end();
    };
    server.serve(http::routes(Arc::clone(&desk)), |_| {}, stop).await;
    sending.abort();
    sweeping.abort();
    asking.abort();
    calling.abort();
    posting.abort();
    Ok(())
}

/// Does something at once, and again each time.
async fn often(each: Duration, desk: Arc<Desk>, work: fn(&Desk) -> Result<(), StoreError>) {
    let mut ticks = time::interval(each);
    ticks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let desk = Arc::clone(&desk);
        let done = task::spawn_blocking(move || work(&desk)).await;
        if let Ok(Err(error)) = done {
            tracing::error!(%error, "the store did not answer");
        }
    }
}
