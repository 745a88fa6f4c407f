//! A section key and what is derived from it.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "key",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let section = Section::from_name(input.text("section")).ok_or_else(|| Refused::new("section", ""))?;
    let secret = Secret::from_slice(&input.bytes("secret")).ok_or_else(|| Refused::new("length", ""))?;
    let key = SectionKey::new(section, secret.clone());
    let derived = |label| hex(expand(&secret, label, b"").expose());
    Ok(json!({
        "commitment": hex(key.commitment()),
        "id": hex(&key.id().0),
        "envelope_key": derived(Label::new("envelope-key")),
        "name_key": derived(Label::new("name-key")),
        "blob_key": derived(Label::new("blob-key")),
        "pseudonym": hex(&pseudonym(&key, DocumentId(input.fixed("document"))).0),
    }))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |section: Section, secret: &[u8]| {
        Input::default()
            .with("section", section.name())
            .with_bytes("secret", secret)
            .with_bytes("document", &fixed::document("results").0)
    };
    let secret = fixed::section_secret(Section::Results);
    maker.good(
        "results",
        "A key of results.",
        &input(Section::Results, secret.expose()),
    );
    let about = "The same bytes as a key of another section: another commitment.";
    maker.good("messages", about, &input(Section::Messages, secret.expose()));
    maker.good("zeros", "A key of zeros.", &input(Section::Profile, &[0; 32]));
    let short = input(Section::Results, &secret.expose()[..31]);
    let repair = Input::default().with_bytes("secret", secret.expose());
    maker.bad("short", "A key of 31 bytes.", "length", "", &short, repair);
    let unknown = input(Section::Results, secret.expose()).with("section", "horoscope");
    let repair = Input::default().with("section", "results");
    maker.bad(
        "section-unknown",
        "A section that does not exist.",
        "section",
        "",
        &unknown,
        repair,
    );
}
