//! The desk's pages, which are part of the program: `web/dist-desk`, as `web/build.sh` makes it.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use super::answer::Refusal;
use crate::desk::Desk;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!("../../../web/dist-desk/", $name))
    };
}

/// Path, media type and content.
const FILES: [(&str, &str, &[u8]); 14] = [
    ("/", HTML, file!("index.html")),
    ("/desk.css", STYLE, file!("desk.css")),
    ("/ar.js", SCRIPT, file!("ar.js")),
    ("/checkins.js", SCRIPT, file!("checkins.js")),
    ("/desk.js", SCRIPT, file!("desk.js")),
    ("/es.js", SCRIPT, file!("es.js")),
    ("/finding.js", SCRIPT, file!("finding.js")),
    ("/fit.js", SCRIPT, file!("fit.js")),
    ("/messages.js", SCRIPT, file!("messages.js")),
    ("/problem.js", SCRIPT, file!("problem.js")),
    ("/passkeys.js", SCRIPT, file!("passkeys.js")),
    ("/reconcile.js", SCRIPT, file!("reconcile.js")),
    ("/system.js", SCRIPT, file!("system.js")),
    ("/visit.js", SCRIPT, file!("visit.js")),
];

/// All of them, by path, and what browsers are told to trust.
pub(super) fn routes() -> Router<Arc<Desk>> {
    let router = Router::new().route("/authority.crt", get(authority));
    FILES.into_iter().fold(router, |router, (path, media, content)| {
        router.route(
            path,
            get(async move || ([(header::CONTENT_TYPE, media)], content)),
        )
    })
}

/// The certificate of the clinic's own authority.
async fn authority(State(desk): State<Arc<Desk>>) -> Response {
    match &desk.authority {
        Some(certificate) => {
            let media = [(header::CONTENT_TYPE, "application/x-x509-ca-cert")];
            (media, certificate.clone()).into_response()
        }
        None => Refusal::NotHere.into_response(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_pages_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/dist-desk");
        let names = std::fs::read_dir(folder).unwrap();
        let mut there: Vec<String> = names
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        let served = FILES.iter().map(|(path, ..)| match *path {
            "/" => "index.html".to_owned(),
            path => path.trim_start_matches('/').to_owned(),
        });
        let mut served: Vec<String> = served.collect();
        there.sort();
        served.sort();
        assert_eq!(served, there);
    }
}
