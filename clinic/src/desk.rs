//! The desk: what all requests share.

mod bridge;
mod carrying;
mod checkin_sending;
mod checkin_writing;
mod checkins;
mod finding;
mod hosts;
mod messages;
mod outbox;
mod passkeys;
mod patients;
mod people;
mod reconciling;
mod result_writing;
mod returning;
mod visits;

use std::{
    net::IpAddr,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use pocketchart::{Chart, RecoveryWords};
use pocketchart_crypto::{Secret, random_array};
use pocketchart_serving::{Allowance, Clock};
use rusqlite::Transaction;
use tokio::sync::Semaphore;

pub(crate) use self::bridge::Linking;
pub(crate) use self::checkin_writing::Chosen;
pub(crate) use self::passkeys::PasskeysOfAll;
pub(crate) use self::result_writing::Seen as ResultSeen;
pub(crate) use self::visits::Names;
use crate::{
    Config,
    audit::{self, Action, Event, Findings, Numbered},
    authority::Authority,
    bridge::{Bridge, BridgeError, sweep as sweep_outbox},
    charts::{self, Opened},
    checkin::{CheckinError, sweep as sweep_checkins},
    emergency::Words,
    id::hex,
    identity,
    keys::{DATABASE, Keys},
    messages::MessagesError,
    reconcile::ReconcileError,
    scan::Scans,
    serve::ClinicError,
    staff::{self, Account, Ceremonies},
    store::{Store, StoreError},
    visit::VisitError,
};

/// Requests of one address in a minute.
const REQUESTS: f64 = 1200.0;
/// Sign-ins of one address in a minute.
const SIGN_INS: f64 = 30.0;
const MINUTE: Duration = Duration::from_secs(60);

/// What every request can see.
pub(crate) struct Desk {
    /// What patients see.
    pub(crate) name: String,
    pub(crate) store: Store,
    pub(crate) keys: Keys,
    pub(crate) identity: Mutex<Chart>,
    pub(crate) opened: Opened,
    pub(crate) scans: Scans,
    /// What second persons said in emergencies; none where somebody may work alone.
    pub(crate) words: Option<Words>,
    /// What browsers are asked about passkeys.
    ceremonies: Ceremonies,
    pub(crate) bridge: Bridge,
    /// Names that browsers may call it by.
    pub(crate) hosts: Vec<String>,
    /// Whether it speaks TLS.
    pub(crate) is_tls: bool,
    /// Whether a proxy says whom a request counts for.
    pub(crate) behind_proxy: bool,
    /// What browsers are told to trust, DER, if the desk certifies itself.
    pub(crate) authority: Option<Vec<u8>>,
    /// Turns at the password function, 64 MiB each.
    pub(crate) passwords: Semaphore,
    /// Turns of cameras' frames.
    pub(crate) frames: Semaphore,
    /// Turns of answers to check-ins, which may come slowly and from outside.
    pub(crate) answers: Semaphore,
    requests: Allowance,
    sign_ins: Allowance,
    clock: Clock,
    /// The latest time that was seen.
    latest: AtomicU64,
    /// Seconds without a request after which somebody is signed out.
    pub(crate) idle: u64,
    /// Makes the first administrator, as long as there is no account.
    setup: Mutex<Option<Secret<16>>>,
    /// Whether it is about to stop: what can wait until the next start is not begun any more.
    stopping: AtomicBool,
}

/// What could not be done at the desk. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeskError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No chart of this name is open.
    #[error("no such chart")]
    NoChart,
    /// The chart has ended.
    #[error("the chart has ended")]
    Ended,
    /// The role may not.
    #[error("not for this role")]
    NotForRole,
    /// An emergency needs another person's word.
    #[error("a second person is needed")]
    SecondNeeded,
    /// That person may not give it.
    #[error("not this person's word")]
    SecondUnfit,
    /// Something at the clinic's own server speaks against it.
    #[error(transparent)]
    Bridge(#[from] BridgeError),
    /// Something in or about a visit speaks against it.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// Something in or about a check-in speaks against it.
    #[error(transparent)]
    Checkin(#[from] CheckinError),
    /// Something in or about a message to a patient speaks against it.
    #[error(transparent)]
    Messages(#[from] MessagesError),
    /// Something speaks against what was decided between a chart and the clinic's own system.
    #[error(transparent)]
    Reconcile(#[from] ReconcileError),
}

impl DeskError {
    /// The id of the message that explains it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Store(_) => "desk-store-failed",
            Self::NoChart => "desk-no-chart",
            Self::Ended => "desk-chart-ended",
            Self::NotForRole => "desk-not-for-role",
            Self::SecondNeeded => "desk-second-needed",
            Self::SecondUnfit => "desk-second-unfit",
            Self::Bridge(error) => error.id(),
            Self::Visit(error) => error.id(),
            Self::Checkin(error) => error.id(),
            Self::Messages(error) => error.id(),
            Self::Reconcile(error) => error.id(),
        }
    }
}

/// What a first start made, to be shown once.
pub(crate) struct Made {
    /// Makes the first administrator.
    pub(crate) setup: Option<String>,
    /// Bring the clinic's identity back.
    pub(crate) words: Option<RecoveryWords>,
}

impl Desk {
    /// Opens the folder of these keys.
    pub(crate) fn open(
        config: &Config,
        keys: Keys,
        clock: Clock,
        authority: Option<&Authority>,
    ) -> Result<(Self, Made), ClinicError> {
        let data = &config.data;
        let unlock = keys.unlock();
        let (chart, words) = identity::open(data, &unlock, &config.name)?;
        let store = Store::open(&data.join(DATABASE))?;
        let latest = store.run(latest)?;
        let is_new = store.run(Account::is_none)?;
        let setup = is_new.then(|| Secret::from_bytes(random_array()));
        let made = Made {
            setup: setup.as_ref().map(|it| hex(it.expose())),
            words,
        };
        let desk = Self {
            name: config.name.clone(),
            store,
            keys,
            identity: Mutex::new(chart),
            opened: Opened::new(data, unlock),
            scans: Scans::default(),
            words: (!config.alone).then(Words::default),
            ceremonies: Ceremonies::new(&config.name),
            bridge: Bridge::default(),
            hosts: config.host.iter().map(|it| it.to_lowercase()).collect(),
            is_tls: config.tls_cert.is_some() || authority.is_some() || config.behind_proxy,
            behind_proxy: config.behind_proxy,
            authority: authority.map(|it| it.certificate().to_vec()),
            passwords: Semaphore::new(2),
            frames: Semaphore::new(4),
            answers: Semaphore::new(2),
            requests: Allowance::new(REQUESTS, MINUTE),
            sign_ins: Allowance::new(SIGN_INS, MINUTE),
            clock,
            latest: AtomicU64::new(latest),
            idle: config.logoff * 60,
            setup: Mutex::new(setup),
            stopping: AtomicBool::new(false),
        };
        desk.note(Event::new(Action::Started))?;
        if config.passkeys_optional {
            desk.make_passkeys_optional()?;
        }
        Ok((desk, made))
    }

    /// The time, in seconds since 1970. It never goes back: what was over stays over.
    pub(crate) fn now(&self) -> u64 {
        let now = self.clock.now();
        self.latest.fetch_max(now, Ordering::Relaxed).max(now)
    }

    /// It is about to stop.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Counts a request of an address.
    pub(crate) fn admit(&self, caller: IpAddr) -> Result<(), u64> {
        self.requests.take(caller, 1.0)
    }

    /// Counts a sign-in of an address.
    pub(crate) fn admit_sign_in(&self, caller: IpAddr) -> Result<(), u64> {
        self.sign_ins.take(caller, 1.0)
    }

    /// Writes an event down by itself.
    pub(crate) fn note(&self, event: Event) -> Result<(), StoreError> {
        self.store.run(|it| self.write_down(it, event))
    }

    pub(crate) fn write_down(&self, transaction: &Transaction<'_>, event: Event) -> Result<(), StoreError> {
        self.store.changes.add(&event);
        audit::append(transaction, &self.keys, (event, self.now()))
    }

    /// A part of the log.
    pub(crate) fn audit_page(&self, by: &Account, part: (u64, u32)) -> Result<Vec<Numbered>, StoreError> {
        self.store.run(|it| {
            self.write_down(it, Event::by(Action::AuditRead, by))?;
            audit::page(it, &self.keys, part)
        })
    }

    /// Whether the log is whole.
    pub(crate) fn check_audit(&self) -> Result<Findings, StoreError> {
        self.store.run(|it| audit::verify(it, &self.keys))
    }

    /// The whole log as FHIR.
    pub(crate) fn audit_as_fhir(&self, by: &Account) -> Result<String, StoreError> {
        self.store.run(|it| {
            self.write_down(it, Event::by(Action::AuditRead, by))?;
            audit::ndjson(it, &self.keys, &self.name)
        })
    }

    /// Ends and forgets what is over, and writes down what time it is.
    pub(crate) fn sweep(&self) -> Result<(), StoreError> {
        self.end_what_is_over()?;
        let now = self.now();
        self.scans.sweep(now);
        self.go_on_with_visits()?;
        self.go_on_with_messages()?;
        self.erase_what_nobody_was_given()?;
        self.store.run(|it| {
            staff::sweep(it, (now, self.idle))?;
            charts::sweep_receipts(it, now)?;
            sweep_outbox(it, now)?;
            sweep_checkins(it, now)?;
            it.execute(
                "INSERT OR REPLACE INTO clock (id, latest) VALUES (1, ?1)",
                [now.cast_signed()],
            )
            .map_err(StoreError::from)?;
            Ok::<_, StoreError>(())
        })
    }
}

fn latest(transaction: &Transaction<'_>) -> Result<u64, StoreError> {
    let latest: i64 =
        transaction.query_row("SELECT COALESCE(MAX(latest), 0) FROM clock", [], |row| row.get(0))?;
    Ok(latest.unsigned_abs())
}
