//! A desk at work: it listens, sweeps, and stops without cutting an answer short.

use std::{future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use pocketchart::{OpenError, RecoveryWords};
use pocketchart_serving::{Certificate, Clock, Limits, Server, stopped};
use tokio::{select, task, time};

use crate::{
    Config,
    authority::{Authority, AuthorityError, Certified},
    desk::Desk,
    http,
    keys::{KeyError, Keys},
    store::StoreError,
};

/// Connections of all browsers.
const CONNECTIONS: usize = 1024;
/// Connections of one address. A proxy's are everybody's.
const EACH: usize = 128;
/// Between two sweeps of what is over, and between two calls of patients' devices for which a visit waits, or that gave a chart.
const SWEEP: Duration = Duration::from_secs(30);
/// Between two looks whether something waits for the clinic's own server.
const SEND: Duration = Duration::from_secs(15);
/// Between two questions to the relays that gave charts, and between two looks for letters there.
const ASK: Duration = Duration::from_secs(5 * 60);
/// Between two certificates of the desk's own.
const CERTIFY: Duration = Duration::from_secs(24 * 60 * 60);

/// Where a desk listens, once it does.
pub struct Listening {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// Where.
    pub address: SocketAddr,
    /// What a new clinic has to write down.
    pub new: NewClinic,
    /// The fingerprint (SHA-256) of the clinic's own authority, if that certifies the desk.
    pub authority: Option<String>,
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
    /// There is no certificate of the clinic's own.
    #[error(transparent)]
    Authority(#[from] AuthorityError),
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
            Self::Authority(AuthorityError::Names) => "clinic-authority-names",
            Self::Authority(_) => "clinic-authority",
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
    let keys = Keys::of_folder(&config.data)?;
    let own = config
        .own_certificate
        .then(|| Own::open(config, &keys, &clock))
        .transpose()?;
    let files = config.tls_cert.as_deref().zip(config.tls_key.as_deref());
    if files.is_none() && own.is_none() && !config.listen.ip().is_loopback() {
        return Err(ClinicError::InTheClear);
    }
    let files = files.map(|(chain, key)| Certificate::Files { chain, key });
    let limits = Limits {
        connections: CONNECTIONS,
        each: if config.behind_proxy { 0 } else { EACH },
    };
    let server = match &own {
        Some(own) => {
            let made = own.certify()?;
            let certificate = Certificate::Pem {
                chain: &made.chain,
                key: &made.key,
            };
            Server::bind(config.listen, Some(certificate), limits).await?
        }
        None => Server::bind(config.listen, files, limits).await?,
    };
    let authority = own.as_ref().map(|it| &it.authority);
    let (desk, made) = task::block_in_place(|| Desk::open(config, keys, clock.clone(), authority))?;
    let desk = Arc::new(desk);
    task::block_in_place(|| desk.sweep())?;
    ready(Listening {
        scheme: server.scheme(),
        address: server.address(),
        new: NewClinic {
            setup: made.setup,
            words: made.words,
        },
        authority: authority.map(Authority::fingerprint),
    });
    let sweeping = tokio::spawn(often(SWEEP, Arc::clone(&desk), Desk::sweep));
    let asking = tokio::spawn(often(ASK, Arc::clone(&desk), Desk::end_what_is_withdrawn));
    let sending = tokio::spawn(often(SEND, Arc::clone(&desk), Desk::send_waiting));
    let calling = tokio::spawn(often(SWEEP, Arc::clone(&desk), Desk::return_at_hand));
    let carrying = tokio::spawn(often(SWEEP, Arc::clone(&desk), Desk::carry_at_hand));
    let meeting = tokio::spawn(often(SWEEP, Arc::clone(&desk), Desk::meet_hosts));
    let posting = tokio::spawn(often(ASK, Arc::clone(&desk), Desk::return_by_relay));
    let leaving = tokio::spawn(often(ASK, Arc::clone(&desk), Desk::carry_by_relay));
    let stop = async {
        stop.await;
        desk.stop();
        // They would go on for ever.
        desk.store.changes.end();
    };
    select! {
        () = server.serve(http::routes(Arc::clone(&desk)), |_| {}, stop) => {}
        () = renew(own.as_ref(), &server) => {}
    }
    sending.abort();
    sweeping.abort();
    asking.abort();
    calling.abort();
    meeting.abort();
    posting.abort();
    carrying.abort();
    leaving.abort();
    Ok(())
}

/// The clinic's own authority, with what it certifies.
struct Own<'a> {
    authority: Authority,
    clinic: &'a str,
    names: Vec<String>,
    clock: &'a Clock,
}

impl<'a> Own<'a> {
    fn open(config: &'a Config, keys: &Keys, clock: &'a Clock) -> Result<Self, AuthorityError> {
        let mut names: Vec<String> = config.host.iter().map(|it| it.to_lowercase()).collect();
        let address = config.listen.ip();
        if !address.is_unspecified() {
            names.push(address.to_string());
        }
        Ok(Self {
            authority: Authority::open((&config.data, keys), &config.name, (&names, clock.now()))?,
            clinic: &config.name,
            names,
            clock,
        })
    }

    fn certify(&self) -> Result<Certified, AuthorityError> {
        self.authority
            .certify(self.clinic, (&self.names, self.clock.now()))
    }
}

/// Shows a new certificate each day, for ever. If one cannot be made, the one before stays in use.
async fn renew(own: Option<&Own<'_>>, server: &Server) {
    let Some(own) = own else {
        return std::future::pending().await;
    };
    loop {
        time::sleep(CERTIFY).await;
        let made = own.certify().map_err(ClinicError::from);
        let shown = made.and_then(|made| {
            let certificate = Certificate::Pem {
                chain: &made.chain,
                key: &made.key,
            };
            server.certify(certificate).map_err(ClinicError::from)
        });
        if let Err(error) = shown {
            tracing::error!(%error, "the new certificate is not used");
        }
    }
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
