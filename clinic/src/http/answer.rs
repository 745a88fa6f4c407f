//! What goes back when nothing else does: a status, and a sentence for the person at the desk.

use std::sync::Arc;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use pocketchart::{SmartError, WebError};
use serde::Serialize;
use tokio::task;
use utoipa::{IntoResponses, ToSchema};

use crate::{
    bridge::BridgeError,
    checkin::CheckinError,
    desk::{Desk, DeskError},
    messages::MessagesError,
    problem::Problem,
    reconcile::ReconcileError,
    staff::{PasskeyError, StaffError},
    store::StoreError,
    visit::{VisitError, VisitView},
};

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Nobody is signed in: 401.
    SignIn,
    /// The request does not show what only a page of the desk knows: 403.
    Forged,
    /// The request comes from a page of elsewhere: 403.
    Origin,
    /// The server is called by a name that it does not know: 421.
    Host,
    /// The role may not: 403.
    NotForRole,
    /// The password has to be changed first: 403.
    ChangePassword,
    /// A passkey has to be made first: 403.
    AddPasskey,
    /// Nothing is here: 404.
    NotHere,
    /// Not in this way: 405.
    WrongMethod,
    /// The request is not of the form that it has to have: 400.
    Malformed,
    /// It is longer than it may be: 413.
    TooLong,
    /// Its content is of a type that is not read here: 415.
    Type,
    /// Too many requests: 429, with the seconds to wait.
    Wait(u64),
    /// What is known of staff speaks against it.
    Staff(StaffError),
    /// What is known of charts speaks against it.
    Desk(DeskError),
    /// A fault of this program: 500.
    Broken,
}

/// The body of every refusal.
#[derive(Serialize, ToSchema)]
pub(super) struct Refused {
    error: Problem,
    /// Of a visit in which somebody else has written meanwhile: how it stands now.
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<Box<VisitView>>,
}

/// What any request may be answered with instead.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "only described")]
pub(super) enum Refusals {
    /// The request is not of the form that it has to have.
    #[response(status = 400)]
    Malformed(Refused),
    /// Nobody is signed in, name and password do not belong together, or a passkey is none of the desk's.
    #[response(status = 401)]
    SignIn(Refused),
    /// The role may not, the password has to be changed or a passkey made first, or the request does not come from a page of the desk.
    #[response(status = 403)]
    Forbidden(Refused),
    /// Nothing is here.
    #[response(status = 404)]
    NotHere(Refused),
    /// Not in this way.
    #[response(status = 405)]
    WrongMethod(Refused),
    /// Something else speaks against it.
    #[response(status = 409)]
    Conflict(Refused),
    /// The chart has ended, or the time of the check-in is over.
    #[response(status = 410)]
    Ended(Refused),
    /// The request is longer than it may be.
    #[response(status = 413)]
    TooLong(Refused),
    /// The content is of a type that is not read here.
    #[response(status = 415)]
    Type(Refused),
    /// The server is called by a name that it does not know.
    #[response(status = 421)]
    Host(Refused),
    /// A name, a password, a passkey or an address that cannot be one, an entry that cannot be sent, a visit or a message that cannot be written as it
    /// is, a request that cannot be sent, or an answer that does not fit it.
    #[response(status = 422)]
    Unfit(Refused),
    /// Too many requests, or too many wrong guesses.
    #[response(status = 429)]
    Wait(Refused),
    /// The clinic's own server does not answer, or not as it should.
    #[response(status = 502)]
    Server(Refused),
    /// The store does not answer.
    #[response(status = 503)]
    Store(Refused),
}

impl Refusal {
    fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            Self::SignIn => (StatusCode::UNAUTHORIZED, "desk-sign-in"),
            Self::Forged => (StatusCode::FORBIDDEN, "desk-forged"),
            Self::Origin => (StatusCode::FORBIDDEN, "desk-origin"),
            Self::Host => (StatusCode::MISDIRECTED_REQUEST, "desk-host"),
            Self::NotForRole => (StatusCode::FORBIDDEN, "desk-not-for-role"),
            Self::ChangePassword => (StatusCode::FORBIDDEN, "desk-change-password"),
            Self::AddPasskey => (StatusCode::FORBIDDEN, "desk-add-passkey"),
            Self::NotHere => (StatusCode::NOT_FOUND, "desk-not-here"),
            Self::WrongMethod => (StatusCode::METHOD_NOT_ALLOWED, "desk-wrong-method"),
            Self::Malformed => (StatusCode::BAD_REQUEST, "desk-malformed"),
            Self::TooLong => (StatusCode::PAYLOAD_TOO_LARGE, "desk-too-long"),
            Self::Type => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "desk-type"),
            Self::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "desk-wait"),
            Self::Staff(error) => (staff_status(error), error.id()),
            Self::Desk(error) => (desk_status(error), error.id()),
            Self::Broken => (StatusCode::INTERNAL_SERVER_ERROR, "desk-broken"),
        }
    }
}

fn staff_status(error: &StaffError) -> StatusCode {
    match error {
        StaffError::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
        StaffError::Taken | StaffError::Last => StatusCode::CONFLICT,
        StaffError::Name | StaffError::Password => StatusCode::UNPROCESSABLE_ENTITY,
        StaffError::Unknown => StatusCode::NOT_FOUND,
        StaffError::Wrong | StaffError::Secret => StatusCode::UNAUTHORIZED,
        StaffError::Locked { .. } => StatusCode::TOO_MANY_REQUESTS,
        StaffError::Passkey(error) => passkey_status(error),
    }
}

fn passkey_status(error: &PasskeyError) -> StatusCode {
    match error {
        PasskeyError::Busy => StatusCode::TOO_MANY_REQUESTS,
        PasskeyError::Wrong | PasskeyError::Counter(_) => StatusCode::UNAUTHORIZED,
        PasskeyError::Required => StatusCode::FORBIDDEN,
        PasskeyError::Unknown => StatusCode::NOT_FOUND,
        PasskeyError::Unfit => StatusCode::UNPROCESSABLE_ENTITY,
        PasskeyError::Place
        | PasskeyError::Over
        | PasskeyError::Known
        | PasskeyError::Many
        | PasskeyError::Last
        | PasskeyError::OwnFirst => StatusCode::CONFLICT,
    }
}

fn desk_status(error: &DeskError) -> StatusCode {
    match error {
        DeskError::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
        DeskError::NoChart => StatusCode::NOT_FOUND,
        DeskError::Ended => StatusCode::GONE,
        DeskError::NotForRole | DeskError::SecondUnfit => StatusCode::FORBIDDEN,
        DeskError::SecondNeeded => StatusCode::CONFLICT,
        DeskError::Bridge(error) => bridge_status(error),
        DeskError::Visit(error) => visit_status(error),
        DeskError::Checkin(error) => checkin_status(error),
        DeskError::Messages(error) => messages_status(error),
        DeskError::Reconcile(error) => reconcile_status(error),
    }
}

fn reconcile_status(error: &ReconcileError) -> StatusCode {
    match error {
        ReconcileError::Count | ReconcileError::Unfit | ReconcileError::Denies => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        ReconcileError::Changed
        | ReconcileError::Retracted
        | ReconcileError::Undecided
        | ReconcileError::NotAllowed
        | ReconcileError::NoResult
        | ReconcileError::NotAsShown => StatusCode::CONFLICT,
    }
}

fn messages_status(error: &MessagesError) -> StatusCode {
    match error {
        MessagesError::NoMessage => StatusCode::NOT_FOUND,
        MessagesError::Empty | MessagesError::TooLong => StatusCode::UNPROCESSABLE_ENTITY,
        MessagesError::NoRecord | MessagesError::NotAllowed | MessagesError::Taken => StatusCode::CONFLICT,
    }
}

fn checkin_status(error: &CheckinError) -> StatusCode {
    match error {
        CheckinError::NoCheckin => StatusCode::NOT_FOUND,
        CheckinError::Over => StatusCode::GONE,
        CheckinError::Answered
        | CheckinError::Unanswered
        | CheckinError::Charted
        | CheckinError::NoPerson
        | CheckinError::NoRecord
        | CheckinError::NotAllowed => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn bridge_status(error: &BridgeError) -> StatusCode {
    match error {
        BridgeError::NoPatient | BridgeError::NoMessage => StatusCode::NOT_FOUND,
        BridgeError::Entry(_)
        | BridgeError::Authority
        | BridgeError::Key
        | BridgeError::Server(SmartError::Address | SmartError::Web(WebError::Address)) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        BridgeError::Server(_) | BridgeError::Version | BridgeError::Refused(_) | BridgeError::Differs => {
            StatusCode::BAD_GATEWAY
        }
        _ => StatusCode::CONFLICT,
    }
}

fn visit_status(error: &VisitError) -> StatusCode {
    match error {
        VisitError::NoVisit | VisitError::NoFile => StatusCode::NOT_FOUND,
        VisitError::FileKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        VisitError::FileLarge => StatusCode::PAYLOAD_TOO_LARGE,
        VisitError::Class
        | VisitError::FileEmpty
        | VisitError::Empty
        | VisitError::Number
        | VisitError::Unfit(_) => StatusCode::UNPROCESSABLE_ENTITY,
        VisitError::Changed(_)
        | VisitError::Signed
        | VisitError::NotSigned
        | VisitError::NoAppend
        | VisitError::NotAllowed(_)
        | VisitError::FilesMany
        | VisitError::Findings => StatusCode::CONFLICT,
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, id) = self.parts();
        let wait = match &self {
            Self::Wait(seconds) | Self::Staff(StaffError::Locked { seconds }) => Some(*seconds),
            _ => None,
        };
        let error = match (wait, &self) {
            (Some(seconds), _) => Problem::with(id, &[("minutes", seconds.div_ceil(60).into())]),
            (None, Self::Desk(DeskError::Visit(error))) => error.problem(),
            (None, Self::Desk(DeskError::Bridge(BridgeError::Entry(number)))) => {
                Problem::with(id, &[("number", (*number).into())])
            }
            (None, Self::Desk(DeskError::Checkin(error))) => error.problem(),
            (None, _) => Problem::new(id),
        };
        let theirs = match self {
            Self::Desk(DeskError::Visit(VisitError::Changed(visit))) => Some(visit),
            _ => None,
        };
        let mut response = (status, Json(Refused { error, theirs })).into_response();
        if let Some(seconds) = wait {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        DeskError::from(error).into()
    }
}

impl From<StaffError> for Refusal {
    fn from(error: StaffError) -> Self {
        if let StaffError::Store(error) = &error {
            tracing::error!(%error, "the store did not answer");
        }
        if let StaffError::Passkey(PasskeyError::Busy) = error {
            return Self::Wait(60);
        }
        Self::Staff(error)
    }
}

impl From<DeskError> for Refusal {
    fn from(error: DeskError) -> Self {
        match &error {
            DeskError::Store(error) => tracing::error!(%error, "the store did not answer"),
            DeskError::Bridge(BridgeError::Server(error)) => {
                tracing::warn!(%error, "the clinic's own server did not answer");
            }
            _ => {}
        }
        Self::Desk(error)
    }
}

/// Does something that waits for the disk, on a thread that may.
pub(super) async fn blocking<T: Send + 'static>(
    desk: &Arc<Desk>,
    work: impl FnOnce(&Arc<Desk>) -> T + Send + 'static,
) -> Result<T, Refusal> {
    let desk = Arc::clone(desk);
    task::spawn_blocking(move || work(&desk))
        .await
        .map_err(|_| Refusal::Broken)
}
