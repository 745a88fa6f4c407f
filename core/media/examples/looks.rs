//! What files say of themselves: one JSON object a file. Called by `tests/media/run.sh`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool of the tests")]

use pocketchart_media::{Kind, look};
use serde_json::json;

fn main() {
    for path in std::env::args_os().skip(1) {
        let look = look(&std::fs::read(path).unwrap());
        let (subject, study) = (look.subject.unwrap_or_default(), look.study.unwrap_or_default());
        let said = json!({
            "kind": look.kind.map(Kind::media_type), "millis": look.millis, "patient": subject.name, "id": subject.id,
            "issuer": subject.issuer, "born": subject.birth_date, "date": look.made, "modality": study.modality,
            "part": study.body_part, "description": study.description, "study": study.uid, "series": study.series,
            "syntax": study.syntax,
        });
        println!("{said}");
    }
}
