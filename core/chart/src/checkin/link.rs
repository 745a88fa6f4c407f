//! The link of a check-in: where who asks keeps the request, and takes the answer.

use pocketchart_share::checkin::{CheckinResponse, MAX_REQUEST};
use pocketchart_share::web::{Answer, Web, WebError};
use serde::Deserialize;

/// Bytes of what comes back for an answer.
const TAKEN: usize = 16 << 10;

/// The request was not fetched, or the answer not taken there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckinLinkError {
    /// The place cannot be reached, or not safely. An answer that was under way may have come all the same.
    #[error(transparent)]
    Web(#[from] WebError),
    /// Nothing is asked there.
    #[error("nothing is asked there")]
    Unknown,
    /// Its time is over.
    #[error("its time is over")]
    Over,
    /// It has been answered.
    #[error("it has been answered")]
    Answered,
    /// The answer does not fit what was asked, as they say.
    #[error("the answer is not taken")]
    NotTaken,
    /// They answer with something else.
    #[error("status {0}")]
    Failed(u16),
}

impl CheckinLinkError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Web(WebError::Address) => "checkin-link-address",
            Self::Web(_) => "checkin-link-unreachable",
            Self::Unknown => "checkin-link-unknown",
            Self::Over => "checkin-link-over",
            Self::Answered => "checkin-link-answered",
            Self::NotTaken => "checkin-link-not-taken",
            Self::Failed(_) => "checkin-link-failed",
        }
    }
}

/// What comes back for an answer that was taken.
#[derive(Deserialize)]
struct Taken {
    #[serde(default)]
    call: Option<String>,
}

/// Fetches the request behind a check-in's link: JSON for [`pocketchart_share::checkin::CheckinRequest::read`]. The link begins with
/// `https`, or is of this machine; nothing of the record goes there.
///
/// ```
/// use pocketchart::{CheckinLinkError, Web, fetch_checkin};
/// let refused = fetch_checkin(&Web::new(), "http://clinic.example/checkin/1");
/// assert_eq!(refused.unwrap_err().id(), "checkin-link-address");
/// ```
///
/// # Errors
/// [`CheckinLinkError`].
pub fn fetch_checkin(web: &Web, link: &str) -> Result<String, CheckinLinkError> {
    let answer = good(web.get(link, MAX_REQUEST)?)?;
    let status = answer.status;
    String::from_utf8(answer.body).map_err(|_| CheckinLinkError::Failed(status))
}

/// Leaves the answer there, once; returns the address of the video call, if they give one.
///
/// ```no_run
/// # fn example(web: &pocketchart::Web, response: &pocketchart::CheckinResponse) -> Result<(), pocketchart::CheckinLinkError> {
/// let call = pocketchart::send_checkin(web, "https://clinic.example/checkin/1", response)?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`CheckinLinkError`].
pub fn send_checkin(
    web: &Web,
    link: &str,
    response: &CheckinResponse,
) -> Result<Option<String>, CheckinLinkError> {
    let answer = good(web.post(link, "application/json", response.write().as_bytes(), TAKEN)?)?;
    // That they say no more is no reason to send it again.
    let taken: Option<Taken> = serde_json::from_slice(&answer.body).ok();
    Ok(taken.and_then(|it| it.call))
}

fn good(answer: Answer) -> Result<Answer, CheckinLinkError> {
    match answer.status {
        200 | 201 => Ok(answer),
        404 => Err(CheckinLinkError::Unknown),
        410 => Err(CheckinLinkError::Over),
        409 => Err(CheckinLinkError::Answered),
        413 | 422 => Err(CheckinLinkError::NotTaken),
        status => Err(CheckinLinkError::Failed(status)),
    }
}
