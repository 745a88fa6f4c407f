//! The desk's pages, which are part of the program: `web/dist-desk`, as `web/build.sh` makes it.

use std::sync::Arc;

use axum::{Router, http::header, routing::get};

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
const FILES: [(&str, &str, &[u8]); 12] = [
    ("/", HTML, file!("index.html")),
    ("/desk.css", STYLE, file!("desk.css")),
    ("/ar.js", SCRIPT, file!("ar.js")),
    ("/checkins.js", SCRIPT, file!("checkins.js")),
    ("/desk.js", SCRIPT, file!("desk.js")),
    ("/es.js", SCRIPT, file!("es.js")),
    ("/fit.js", SCRIPT, file!("fit.js")),
    ("/form.js", SCRIPT, file!("form.js")),
    ("/passkeys.js", SCRIPT, file!("passkeys.js")),
    ("/reconcile.js", SCRIPT, file!("reconcile.js")),
    ("/system.js", SCRIPT, file!("system.js")),
    ("/visit.js", SCRIPT, file!("visit.js")),
];

/// All of them, by path.
pub(super) fn routes() -> Router<Arc<Desk>> {
    FILES
        .into_iter()
        .fold(Router::new(), |router, (path, media, content)| {
            router.route(
                path,
                get(async move || ([(header::CONTENT_TYPE, media)], content)),
            )
        })
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
