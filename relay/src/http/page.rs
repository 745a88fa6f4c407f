//! The emergency page, by a relay that was told to serve it. It stands behind all services: none is at a path of its files, and what
//! is not one of them is answered like anything else that is not here.

use std::path::Path;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use tower_http::services::ServeDir;

use super::answer::Refusal;

/// What only a server can say of the page (docs/emergency-page.md); the rest of its policy stands in the page itself.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
    (header::CACHE_CONTROL, "no-cache"),
];

/// A folder of files, by the names that they have in it. It is never listed, and no path leads out of it.
pub(super) struct Page(ServeDir);

impl Page {
    pub(super) fn new(folder: &Path) -> Self {
        Self(ServeDir::new(folder).redirect_to_trailing_slash(false))
    }

    pub(super) async fn answer(&self, request: Request) -> Result<Response, Refusal> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return Err(Refusal::NotHere);
        }
        // A name that the system does not take is not the name of a file.
        let Ok(answer) = self.0.clone().try_call(request).await else {
            return Err(Refusal::NotHere);
        };
        if answer.status() == StatusCode::NOT_FOUND {
            return Err(Refusal::NotHere);
        }
        let mut response = answer.map(Body::new);
        for (name, value) in HEADERS {
            response
                .headers_mut()
                .insert(name, HeaderValue::from_static(value));
        }
        Ok(response)
    }
}
