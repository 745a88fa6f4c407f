//! What files say of themselves, one line of parts each: for `tests/check.sh`. Of made-up people only.
#![allow(clippy::print_stdout)]

use pocketchart_media::look;

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let found = look(&std::fs::read(&path)?);
        let (subject, study) = (found.subject.unwrap_or_default(), found.study.unwrap_or_default());
        let parts = [
            Some(path),
            found.kind.map(|it| it.media_type().to_owned()),
            subject.name,
            subject.birth_date,
            subject.id,
            study.modality,
            study.description,
            study.uid,
            found.made,
        ];
        println!("{}", parts.map(Option::unwrap_or_default).join("\t"));
    }
    Ok(())
}
