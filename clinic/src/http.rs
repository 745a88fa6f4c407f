//! The HTTP interface: paths, sizes, and what every request has to pass.

mod answer;
mod audit;
mod body;
mod bridge;
mod charts;
mod checkin_bridge;
mod checkin_link;
mod checkins;
mod codes;
mod finding;
mod messages;
mod news;
mod openapi;
mod page;
mod passkeys;
mod reconcile;
mod result_bridge;
mod scan;
mod session;
mod staff;
mod visit_files;
mod visits;
mod who;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{delete, get, patch, post, put},
};
use pocketchart_serving::Caller;
use tower_http::{catch_panic::CatchPanicLayer, timeout::TimeoutLayer};

use self::answer::Refusal;
use crate::desk::Desk;

/// Seconds in which a request has to be read and answered.
const PATIENCE: Duration = Duration::from_secs(60);
/// Bytes of a request, but for a camera's frame, what check-ins ask and answer, and the files of a visit.
const LONGEST: usize = 64 * 1024;

/// On every answer: nothing is kept by the browser, nothing of elsewhere is run or shown in it, and it is shown in nothing.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Everything that the desk answers.
pub(crate) fn routes(desk: Arc<Desk>) -> Router {
    page::routes()
        .route("/healthz", get(health))
        .route("/api/openapi.json", get(openapi::document))
        .route("/api/setup", get(session::beginning).post(session::set_up))
        .route(
            "/api/session",
            get(session::who).post(session::sign_in).delete(session::sign_out),
        )
        .route("/api/session/password", post(session::change_password))
        .route("/api/staff", get(staff::all).post(staff::add))
        .route("/api/staff/{id}", patch(staff::change))
        .route(
            "/api/staff/passkeys",
            get(passkeys::of_all).put(passkeys::set_rules),
        )
        .route("/api/staff/{id}/passkeys", delete(passkeys::remove_of))
        .route("/api/session/passkey", post(passkeys::sign_in_by_passkey))
        .route("/api/session/passkey/question", post(passkeys::sign_in_question))
        .route("/api/passkeys", get(passkeys::all).post(passkeys::add))
        .route("/api/passkeys/question", post(passkeys::question))
        .route("/api/passkeys/new", post(passkeys::begin))
        .route("/api/passkeys/{id}/remove", post(passkeys::remove))
        .route("/api/audit", get(audit::page))
        .route("/api/audit/check", get(audit::check))
        .route("/api/audit/fhir", get(audit::fhir))
        .route("/api/scan", post(scan::begin))
        .route("/api/scan/{id}", get(scan::state))
        .route("/api/charts", get(charts::all))
        .route("/api/charts/{id}", get(charts::banner).delete(charts::close))
        .route("/api/charts/{id}/sections/{section}", get(charts::section))
        .route("/api/charts/{id}/search", get(finding::search))
        .route("/api/charts/{id}/trends", get(finding::measures))
        .route("/api/charts/{id}/trend", get(finding::measure))
        .route("/api/charts/{id}/entries/{entry}", get(finding::entry))
        .route(
            "/api/charts/{id}/visits",
            get(visits::of_chart).post(visits::begin),
        )
        .route(
            "/api/charts/{id}/visits/{visit}",
            get(visits::one).put(visits::save).delete(visits::discard),
        )
        .route(
            "/api/charts/{id}/visits/{visit}/attachments",
            post(visit_files::add),
        )
        .route(
            "/api/charts/{id}/visits/{visit}/attachments/{attachment}",
            get(visit_files::one).delete(visit_files::remove),
        )
        .route("/api/charts/{id}/visits/{visit}/check", post(visits::check))
        .route("/api/charts/{id}/visits/{visit}/sign", post(visits::sign))
        .route("/api/charts/{id}/visits/{visit}/return", post(visits::give_back))
        .route(
            "/api/charts/{id}/reconcile",
            get(reconcile::comparison).post(reconcile::decide),
        )
        .route("/api/charts/{id}/reconcile/read", post(reconcile::read))
        .route("/api/messages", get(messages::all))
        .route("/api/charts/{id}/messages", get(messages::of_chart))
        .route("/api/charts/{id}/messages/look", post(messages::look))
        .route("/api/charts/{id}/messages/read", post(messages::read))
        .route("/api/charts/{id}/messages/{message}", put(messages::write))
        .route("/api/receipts", get(charts::receipts))
        .route("/api/news", get(news::stream))
        .route(
            "/api/bridge",
            get(bridge::settings).put(bridge::set).delete(bridge::remove),
        )
        .route("/api/codes", get(codes::name))
        .route("/api/bridge/keys", get(bridge::keys).put(bridge::set_key))
        .route("/api/bridge/charts/{id}/candidates", get(bridge::candidates))
        .route(
            "/api/bridge/charts/{id}/patient",
            get(bridge::patient).put(bridge::confirm).delete(bridge::unlink),
        )
        .route("/api/bridge/charts/{id}/outbox", post(bridge::approve))
        .route(
            "/api/bridge/charts/{id}/visits/{visit}",
            post(bridge::approve_visit),
        )
        .route(
            "/api/bridge/checkins/{id}",
            get(checkin_bridge::writing).post(checkin_bridge::approve),
        )
        .route(
            "/api/bridge/checkins/{id}/candidates",
            get(checkin_bridge::candidates),
        )
        .route(
            "/api/bridge/checkins/{id}/patient",
            get(checkin_bridge::patient)
                .put(checkin_bridge::confirm)
                .delete(checkin_bridge::unlink),
        )
        .route(
            "/api/bridge/charts/{id}/acts/{act}",
            get(result_bridge::writing).post(result_bridge::approve),
        )
        .route("/api/bridge/outbox", get(bridge::outbox))
        .route(
            "/api/bridge/outbox/{id}",
            get(bridge::message).post(bridge::send_now),
        )
        .route("/api/bridge/outbox/{id}/lines/{line}", post(bridge::decide))
        .route("/api/visits", get(visits::all))
        .route(
            "/api/checkins",
            get(checkins::all)
                .post(checkins::make)
                .layer(DefaultBodyLimit::max(checkins::LONGEST)),
        )
        .route("/api/checkins/forms", get(checkins::forms))
        .route("/api/checkins/{id}", get(checkins::one).delete(checkins::discard))
        .route("/api/checkins/{id}/request", get(checkins::request))
        .route("/api/checkins/{id}/send", post(checkins::send))
        .route("/api/checkins/{id}/qr", get(checkins::qr))
        .route(
            "/api/checkins/{id}/answer",
            get(checkins::answer).post(checkins::take),
        )
        .route("/api/checkins/{id}/read", post(checkins::read))
        .route(
            "/checkin/{link}",
            get(checkin_link::request).post(checkin_link::answer),
        )
        .fallback(async || Refusal::NotHere)
        .method_not_allowed_fallback(async || Refusal::WrongMethod)
        .layer(DefaultBodyLimit::max(LONGEST))
        .layer(CatchPanicLayer::custom(|_| Refusal::Broken.into_response()))
        .layer(middleware::from_fn_with_state(Arc::clone(&desk), guard))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
        .with_state(desk)
}

/// Refuses who asks too often, and pages of elsewhere that reach this server in a browser of the clinic.
async fn guard(State(desk): State<Arc<Desk>>, mut request: Request, next: Next) -> Response {
    let caller = Caller::of(&request, desk.behind_proxy);
    request.extensions_mut().insert(caller);
    let mut response = match check(&desk, &request, caller) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if desk.is_tls {
        let always = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, always);
    }
    response
}

fn check(desk: &Desk, request: &Request, caller: Caller) -> Result<(), Refusal> {
    desk.admit(caller.0).map_err(Refusal::Wait)?;
    let headers = request.headers();
    let host = text(headers, &header::HOST).ok_or(Refusal::Host)?;
    if !is_ours(host, &desk.hosts) && !crate::sabotage::off("desk-host") {
        return Err(Refusal::Host);
    }
    let scheme = if desk.is_tls { "https" } else { "http" };
    match text(headers, &header::ORIGIN) {
        Some(origin) if origin != format!("{scheme}://{host}") => Err(Refusal::Origin),
        _ => Ok(()),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Whether a browser that calls the server so was not led here by the name of a stranger: an address, this machine, or a name that the
/// clinic chose.
fn is_ours(host: &str, hosts: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.to_lowercase();
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok() || hosts.contains(&name)
}

/// Says that the store answers.
async fn health(State(desk): State<Arc<Desk>>) -> Result<&'static str, Refusal> {
    answer::blocking(&desk, |desk| {
        desk.store
            .run(|it| Ok::<_, crate::StoreError>(it.query_row("SELECT 1", [], |_| Ok(()))?))
    })
    .await??;
    Ok("ok\n")
}

#[test]
fn a_name_of_a_stranger_is_not_ours() {
    let hosts = ["desk.lakeside.example".to_owned()];
    for ours in [
        "localhost:8191",
        "127.0.0.1",
        "[::1]:8191",
        "192.0.2.7:443",
        "Desk.Lakeside.example:8191",
    ] {
        assert!(is_ours(ours, &hosts), "{ours}");
    }
    for other in [
        "evil.example:8191",
        "127.0.0.1.evil.example",
        "",
        "[::1",
        "lakeside.example",
    ] {
        assert!(!is_ours(other, &hosts) || other == "[::1", "{other}");
    }
}
