//! A section key sealed to a reader. Sealing draws its own chance, so these are made once.

use super::file::{Maker, Vector, edited, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::kem::KemSecret;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "packet",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let fact: Fact = from_bytes(&input.bytes("fact"))?;
    let Fact::Key(record) = fact else {
        return Err(Refused::new("kind", ""));
    };
    let reader = KemSecret::from_seed(&Secret::from_bytes(input.fixed("reader_seed")));
    let key = SectionKey::from_record(&record, &reader).ok_or_else(|| Refused::new("packet", ""))?;
    Ok(json!({
        "section": key.section.name(),
        "id": hex(&key.id().0),
        "commitment": hex(key.commitment()),
        "packets": record.packets.iter().map(|(reader, sealed)| json!([hex(reader), hex(sealed)]))
            .collect::<Vec<_>>(),
    }))
}

fn record(key: &SectionKey, readers: &[&str]) -> KeyRecord {
    let packets = readers.iter().map(|reader| {
        let reader = KemSecret::from_seed(&fixed::secret(reader));
        key.packet_for(reader.public()).unwrap()
    });
    KeyRecord {
        section: key.section,
        commitment: *key.commitment(),
        parents: Vec::new(),
        created: fixed::NOON,
        packets: packets.collect(),
        writer: None,
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to).once();
    let key = fixed::section_key(Section::Results);
    let record = record(&key, &["reader one", "reader two"]);
    let input = |record: &KeyRecord, reader: &str| {
        Input::default()
            .with_bytes("fact", &to_bytes(&Fact::Key(record.clone())))
            .with_bytes("reader_seed", fixed::secret(reader).expose())
    };
    maker.good("one", "The first of two readers.", &input(&record, "reader one"));
    maker.good("two", "The second of two readers.", &input(&record, "reader two"));
    let whole = input(&record, "reader one");
    let repair = Input::default().with_bytes("reader_seed", fixed::secret("reader one").expose());
    let stranger = input(&record, "reader three");
    maker.bad(
        "stranger",
        "A reader that the record does not name.",
        "packet",
        "",
        &stranger,
        repair,
    );
    let mut bad = |name: &str, fault: &str, change: &dyn Fn(&mut KeyRecord)| {
        let mut changed = record.clone();
        change(&mut changed);
        let repair = Input::default().with("fact", whole.get("fact").clone());
        maker.bad(name, fault, "packet", "", &input(&changed, "reader one"), repair);
    };
    bad("altered-kem", "One bit of what X-Wing made.", &|it| {
        it.packets[0].1 = flipped(&it.packets[0].1, 100);
    });
    bad("altered-key", "One bit of the sealed key.", &|it| {
        it.packets[0].1 = flipped(&it.packets[0].1, 1150)
    });
    bad("cut-off", "The last byte is missing.", &|it| {
        it.packets[0].1.truncate(1191)
    });
    bad("swapped", "Each reader has the other's packet.", &|it| {
        let first = it.packets[0].1.clone();
        it.packets[0].1 = std::mem::replace(&mut it.packets[1].1, first);
    });
    bad("commitment", "The record promises another key.", &|it| {
        let commitment = *fixed::section_key(Section::Vitals).commitment();
        it.commitment = commitment;
    });
    bad(
        "another-key",
        "A key that is not the promised one, sealed as it should be.",
        &|it| {
            let reader = KemSecret::from_seed(&fixed::secret("reader one"));
            let other = fixed::secret("another key");
            let sealed = reader
                .public()
                .seal_to(Label::new("key-packet"), &it.commitment, other.expose());
            it.packets[0].1 = sealed.unwrap();
        },
    );
    bad(
        "another-section",
        "The same key, said to be of another section.",
        &|it| it.section = Section::Vitals,
    );
    let fact = to_bytes(&Fact::Key(record.clone()));
    let other = edited(&fact, &[0x86, 4, 5], &[0x86, 9, 5]);
    let repair = Input::default().with_bytes("fact", &fact);
    let other = whole.clone().with_bytes("fact", &other);
    maker.bad(
        "kind",
        "A kind of fact that does not exist.",
        "malformed",
        "statement kind",
        &other,
        repair,
    );
}
