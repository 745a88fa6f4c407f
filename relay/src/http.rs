//! The HTTP interface: paths, sizes, and one answer for whatever is not there.

mod answer;
mod body;
mod escrow;
mod grant;
mod keys;
mod link;
mod mailbox;
mod page;
mod pipe;
mod vault;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use pocketchart_serving::{Allowance, Caller, Clock};
use tokio::sync::Semaphore;
use tower_http::{
    catch_panic::CatchPanicLayer,
    cors::{Any, CorsLayer},
    timeout::TimeoutLayer,
};

use self::{
    answer::{Answered, Refusal},
    page::Page,
    pipe::Pipes,
};
use crate::{
    Config,
    challenge::Challenges,
    metrics::Metrics,
    store::{Store, StoreError, Transaction},
};

/// Seconds in which a request has to be read and answered.
const PATIENCE: Duration = Duration::from_secs(60);
/// Passcodes that are worked on at once, 19 MiB each.
const PASSCODES: usize = 4;
/// Ends of live pipes at once.
const PIPE_ENDS: usize = 512;

/// What every request can see.
pub(crate) struct Relay {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) metrics: Metrics,
    challenges: Challenges,
    requests: Allowance,
    upload: Allowance,
    /// KiB of bodies that may be in memory.
    memory: Arc<Semaphore>,
    passcodes: Semaphore,
    pipes: Pipes,
    pipe_ends: Arc<Semaphore>,
    /// What is served where no service is.
    page: Option<Page>,
    capacity: u64,
    behind_proxy: bool,
    /// The address that the world knows, without a slash at its end.
    url: String,
}

impl Relay {
    /// With everything that the configuration says.
    pub(crate) fn new(
        config: &Config,
        clock: Clock,
        (store, challenges): (Store, Challenges),
        url: String,
    ) -> Self {
        const MIB: u64 = 1024 * 1024;
        let upload = f64::from(config.upload) * MIB as f64;
        Self {
            store,
            clock,
            metrics: Metrics::new(),
            challenges,
            requests: Allowance::new(f64::from(config.requests), Duration::from_secs(60)),
            upload: Allowance::new(upload, Duration::from_secs(60 * 60)),
            memory: Arc::new(Semaphore::new(config.memory as usize * 1024)),
            passcodes: Semaphore::new(PASSCODES),
            pipes: Pipes::default(),
            pipe_ends: Arc::new(Semaphore::new(PIPE_ENDS)),
            page: config.page.as_deref().map(Page::new),
            capacity: config.capacity * MIB,
            behind_proxy: config.behind_proxy,
            url,
        }
    }

    /// Decides something at the present time, which `work` is told, in one transaction. When the answer is there, it is on
    /// the disk.
    pub(crate) async fn decide<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn Transaction, u64) -> Result<T, StoreError> + Send + 'static,
    {
        let clock = self.clock.clone();
        self.store
            .run(move |transaction| work(transaction, clock.now()))
            .await
    }

    /// Whether there is room for more. Asked when the body is read: a caller that is still sending would not hear the answer.
    fn has_room(&self) -> Result<(), Refusal> {
        if self.capacity != 0 && self.metrics.stored.get() >= self.capacity {
            return Err(Refusal::Full);
        }
        Ok(())
    }
}

/// Everything that the relay answers.
pub(crate) fn routes(relay: Arc<Relay>) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE])
        .expose_headers([header::RETRY_AFTER])
        .max_age(Duration::from_secs(24 * 60 * 60));
    Router::new()
        .route("/healthz", get(health))
        .route("/challenge", get(challenge))
        .route("/mailbox/{id}", post(mailbox::post))
        .route("/mailbox/{id}/read", post(mailbox::read))
        .route("/mailbox/{id}/delete", post(mailbox::delete))
        .route("/grant/{locator}", put(grant::deposit))
        .route("/grant/{locator}/take", post(grant::take))
        .route("/grant/{locator}/state", post(grant::state))
        .route("/grant/{locator}/stop", post(grant::stop))
        .route("/grant/{locator}/renew", post(grant::renew))
        .route("/grant/{locator}/revoke", post(grant::revoke))
        .route("/escrow/{name}", put(escrow::deposit))
        .route("/escrow/{name}/request", post(escrow::request))
        .route("/escrow/{name}/take", post(escrow::take))
        .route("/escrow/{name}/veto", post(escrow::veto))
        .route("/escrow/{name}/end", post(escrow::end))
        .route("/escrow/{name}/state", post(escrow::state))
        .route(
            "/link/{address}",
            get(link::direct)
                .head(not_here)
                .post(link::manifest)
                .put(link::deposit),
        )
        .route("/link/{address}/manage", post(link::manage))
        .route("/file/{ticket}", get(link::file))
        .route("/shc/{id}/.well-known/jwks.json", get(keys::serve))
        .route("/shc/{id}/put", post(keys::put))
        .route("/shc/{id}/delete", post(keys::delete))
        .route("/pipe/{name}", get(pipe::join))
        .route("/vault/{id}/put", post(vault::put))
        .route("/vault/{id}/list", post(vault::list))
        .route("/vault/{id}/get", post(vault::get))
        .fallback(elsewhere)
        .layer(middleware::from_fn_with_state(Arc::clone(&relay), guard))
        .layer(cors)
        .layer(CatchPanicLayer::custom(|_| Refusal::Broken.into_response()))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
        .with_state(relay)
}

/// What monitoring reads, at an address of its own.
pub(crate) fn metrics(relay: Arc<Relay>) -> Router {
    Router::new()
        .route(
            "/metrics",
            get(async |State(relay): State<Arc<Relay>>| relay.metrics.text()),
        )
        .with_state(relay)
}

/// Counts each request, for its address and for the operator, and keeps its answer out of caches, but for what is public.
async fn guard(State(relay): State<Arc<Relay>>, mut request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    let caller = Caller::of(&request, relay.behind_proxy);
    request.extensions_mut().insert(caller);
    let mut response = match relay.requests.take(caller.0, 1.0) {
        Ok(()) => next.run(request).await,
        Err(seconds) => Refusal::Wait(seconds).into_response(),
    };
    let headers = response.headers_mut();
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    relay.metrics.answered(&route, response.status().as_u16());
    response
}

async fn not_here() -> Refusal {
    Refusal::NotHere
}

/// A file of the emergency page, where this relay serves it.
async fn elsewhere(State(relay): State<Arc<Relay>>, request: Request) -> Result<Response, Refusal> {
    match &relay.page {
        Some(page) => page.answer(request).await,
        None => Err(Refusal::NotHere),
    }
}

/// Says that the store answers.
async fn health(State(relay): State<Arc<Relay>>) -> Result<&'static str, Refusal> {
    relay
        .decide(|transaction, _| transaction.query("SELECT 1", &[]).map(drop))
        .await?;
    Ok("ok\n")
}

async fn challenge(State(relay): State<Arc<Relay>>) -> Answered {
    Answered::bytes(relay.challenges.make(relay.clock.now()).to_vec())
}
