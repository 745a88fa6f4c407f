//! That an emergency code was used, as it lies in a box for a device or a contact. Sealing draws its own chance, so these are made once.

use super::fields::{Fields, bytes, text, uint};
use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::KemSecret;
use pocketchart_crypto::{Label, Secret};
use pocketchart_share::grant::GrantId;
use pocketchart_share::notice::{Notice, NoticeSecret};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "notice",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let secret = NoticeSecret::new(Secret::from_bytes(input.fixed("secret")));
    let place = input.bytes("place");
    let reader = KemSecret::from_seed(&Secret::from_bytes(input.fixed("reader_seed")));
    let notice = secret.open(&place, &reader, &input.bytes("packet"));
    let notice = notice.ok_or_else(|| Refused::new("unopened", ""))?;
    Ok(json!({
        "mailbox": hex(&secret.mailbox(&place).id()),
        "person": notice.person,
        "grant": notice.grant.to_string(),
        "wait": notice.wait,
    }))
}

fn secret() -> Secret<32> {
    fixed::secret("notices")
}

fn reader() -> KemSecret {
    KemSecret::from_seed(&fixed::secret("reader one"))
}

/// A letter with this in it, sealed as it should be.
fn sealed(place: &[u8], content: &[u8]) -> Vec<u8> {
    let root = extract(Label::new("notice/root"), secret().expose());
    let proof = expand(&root, Label::new("notice/proof"), place);
    let len = pocketchart_wire::size::packet_len(content.len() + 1 + 1_160).unwrap() - 1_160;
    let mut padded = [content, &[0x80]].concat();
    padded.resize(len, 0);
    let sealed = reader()
        .public()
        .seal_to(Label::new("notice"), proof.expose(), &padded);
    sealed.unwrap()
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to).once();
    let device = fixed::device("tablet").public().sign.0;
    let input = |place: &[u8], packet: &[u8]| {
        Input::default()
            .with_bytes("secret", secret().expose())
            .with_bytes("place", place)
            .with_bytes("reader_seed", fixed::secret("reader one").expose())
            .with_bytes("packet", packet)
    };
    let notice = |person: &str, wait| Notice {
        person: person.into(),
        grant: GrantId(fixed::bytes("grant")),
        wait,
    };
    let shared = NoticeSecret::new(secret());
    let letter = |place: &[u8], notice: &Notice| {
        let letter = shared.seal(place, reader().public(), notice);
        letter.unwrap().packet
    };
    let (own, contact) = (notice("Maria Okafor", 600), notice(&"é".repeat(32), 0));
    maker.good(
        "device",
        "For a device of the person.",
        &input(&device, &letter(&device, &own)),
    );
    maker.good(
        "contact",
        "For a contact, with the longest name and no wait.",
        &input(&[3], &letter(&[3], &contact)),
    );

    let fields = Fields::default()
        .with(0, uint(1))
        .with(1, text("Maria Okafor"))
        .with(2, bytes(&fixed::bytes::<16>("grant")))
        .with(3, uint(600));
    let right = input(&[1], &sealed(&[1], &fields.to_bytes()));
    let mut bad = |name: &str, fault: &str, wrong: &str, input: &Input| {
        let repair = Input::default().with(wrong, right.get(wrong).clone());
        maker.bad(name, fault, "unopened", "", input, repair);
    };
    let altered = flipped(&right.bytes("packet"), 2_000);
    bad(
        "altered",
        "One bit of what is sealed.",
        "packet",
        &input(&[1], &altered),
    );
    let elsewhere = right.clone().with_bytes("place", &[2]);
    bad("other-place", "Read in another box.", "place", &elsewhere);
    let stranger = fixed::secret("reader two");
    let stranger = right.clone().with_bytes("reader_seed", stranger.expose());
    bad("other-reader", "Read by somebody else.", "reader_seed", &stranger);
    let relay = right
        .clone()
        .with_bytes("secret", fixed::secret("relay").expose());
    bad(
        "other-secret",
        "Made by who does not share the secret.",
        "secret",
        &relay,
    );
    let mut content = |name: &str, fault: &str, fields: &Fields| {
        bad(
            name,
            fault,
            "packet",
            &input(&[1], &sealed(&[1], &fields.to_bytes())),
        );
    };
    let with = |key, value| fields.clone().with(key, value);
    content(
        "version-2",
        "A version that does not exist yet.",
        &with(0, uint(2)),
    );
    content(
        "name-long",
        "A name of 65 bytes.",
        &with(1, text(&"x".repeat(65))),
    );
    content(
        "name-misleads",
        "A name that turns the direction of writing.",
        &with(1, text("Maria\u{202e}")),
    );
    content(
        "grant-id-short",
        "A grant's name of 15 bytes.",
        &with(2, bytes(&[7; 15])),
    );
    content(
        "wait-long",
        "A wait of more than two bytes.",
        &with(3, uint(65_536)),
    );
    content(
        "order",
        "Two fields in the wrong order.",
        &fields.clone().swapped(1),
    );
    content(
        "one-field-more",
        "A field that does not exist.",
        &with(4, uint(0)),
    );
}
