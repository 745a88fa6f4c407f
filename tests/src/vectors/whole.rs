//! Backup files. Their key is sealed with the system's chance, so these are made once.

use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::pen::Pen;
use super::{Format, Input, Refused, base, fixed, joined};
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::stream::StreamSealer;
use pocketchart_crypto::{Label, Secret, hash};
use pocketchart_record::cbor::{Reader, Writer};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "backup",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let folder = tempfile::tempdir().unwrap();
    let setup = joined::setup(folder.path(), Context::system(), 0);
    let words = RecoveryWords::parse(input.text("words")).unwrap();
    let bytes = input.bytes("bytes");
    let restored = Record::restore(
        setup,
        &words,
        &joined::unlock(),
        KdfLevel::Fast,
        "restored",
        &mut &bytes[..],
    );
    let (record, report) = restored.map_err(|error| {
        let class = match error {
            RestoreError::NotABackup => "not-a-backup",
            RestoreError::Newer => "newer",
            RestoreError::WrongWords => "wrong-words",
            RestoreError::Damaged => "damaged",
            _ => "other",
        };
        Refused::new(class, "")
    })?;
    Ok(json!({
        "record": hex(&record.id().0),
        "applied": report.accepted.applied,
        "packed": report.packed,
        "bodies": report.bodies,
        "entries": joined::entries(&record),
    }))
}

/// Statements of a record whose keys are sealed to the recovery key.
fn statements() -> Vec<Statement> {
    let identity = fixed::identity("patient");
    let sign = |fact, signer| Statement::sign(fixed::record(), fact, signer);
    let recovery = fixed::words().derive_recovery();
    let phone = fixed::device("phone").sign;
    let mut statements = vec![
        fixed::certificate("patient", "phone"),
        sign(
            Fact::Recovery(Recovery {
                kem: recovery.public().clone(),
            }),
            &identity,
        ),
    ];
    for section in [Section::Results, Section::Vitals] {
        let key = fixed::section_key(section);
        let record = KeyRecord {
            section,
            commitment: *key.commitment(),
            parents: Vec::new(),
            created: fixed::NOON,
            packets: key.packet_for(recovery.public()).into_iter().collect(),
            writer: None,
        };
        statements.push(sign(Fact::Key(record), &phone));
    }
    statements
}

fn parcel(kind: u64, bytes: &[u8]) -> Vec<u8> {
    let mut to = Writer::default();
    to.array(2).uint(0).array(2).uint(kind).bytes(bytes);
    to.into_bytes()
}

/// A body that travels apart, in one chunk.
fn chunk(body: &[u8]) -> Vec<u8> {
    let key = fixed::section_key(Section::Results);
    let secret = fixed::section_secret(Section::Results);
    let hash = BodyRef::of(body).hash;
    let name_key = expand(&secret, Label::new("name-key"), b"");
    let name = hash::keyed128(Label::new("blob-name"), &name_key, &[&hash.0]);
    let blob_key = expand(&secret, Label::new("blob-key"), b"");
    let (mut sealer, header) = StreamSealer::new(&expand(&blob_key, Label::new("blob-stream"), &hash.0));
    let mut to = Writer::default();
    to.array(7).uint(1).uint(5).bytes(&hash.0).uint(body.len() as u64);
    to.array(5)
        .bytes(&name)
        .value(&key.id())
        .bytes(&header)
        .uint(1)
        .uint(1);
    to.uint(0).bytes(&sealer.push(body, &name, true));
    to.into_bytes()
}

/// A file of these chunks, each of these items.
struct Packer {
    start: Vec<u8>,
    sealed_key: Vec<u8>,
    header: Vec<u8>,
    chunks: Vec<Vec<u8>>,
}

impl Packer {
    fn new(chunks: &[Vec<Vec<u8>>], last: bool) -> Self {
        let start = [b"PCBACKUP\x01".as_slice(), &fixed::record().0].concat();
        let key = Secret::random();
        let recovery = fixed::words().derive_recovery();
        let sealed_key = recovery
            .public()
            .seal_to(Label::new("backup"), &start, key.expose())
            .unwrap();
        let (mut sealer, header) = StreamSealer::new(&key);
        let count = chunks.len();
        let chunks = chunks.iter().enumerate().map(|(number, items)| {
            let mut list = Writer::default();
            list.array(items.len());
            let plain = [list.into_bytes(), items.concat()].concat();
            sealer.push(&plain, &[], last && number + 1 == count)
        });
        let chunks = chunks.collect();
        Self {
            start,
            sealed_key,
            header: header.to_vec(),
            chunks,
        }
    }

    fn file(&self) -> Vec<u8> {
        let mut file = [&self.start[..], &self.sealed_key, &self.header].concat();
        for chunk in &self.chunks {
            file.extend((chunk.len() as u32).to_be_bytes());
            file.extend(chunk);
        }
        file
    }
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to).once();
    let text = fixed::words().to_text().to_string();
    let whole = |bytes: &[u8]| {
        Input::default()
            .with("words", text.as_str())
            .with_bytes("bytes", bytes)
    };
    let mut phone = Pen::phone();
    let known: Vec<Vec<u8>> = statements().iter().map(|it| parcel(0, &it.to_bytes())).collect();
    let apart = "a letter that travels apart";
    let log = vec![
        parcel(1, &phone.write("glucose 5.4")),
        parcel(1, &phone.write_with(apart, |payload| payload.bodies.clear())),
        chunk(apart.as_bytes()),
    ];
    let chunks = [known.clone(), log];
    let packer = Packer::new(&chunks, true);
    let good = packer.file();
    maker.good(
        "log",
        "Two envelopes, and a body that travels apart.",
        &whole(&good),
    );
    let one = vec![[known.clone(), vec![parcel(1, &Pen::phone().write("glucose 5.4"))]].concat()];
    maker.good(
        "one-chunk",
        "All in one chunk.",
        &whole(&Packer::new(&one, true).file()),
    );
    maker.good(
        "packed",
        "A packed document.",
        &whole(&Packer::new(&packed(&known), true).file()),
    );

    let mut bad = |name: &str, fault: &str, class: &str, bytes: &[u8]| {
        let repair = Input::default().with_bytes("bytes", &good);
        maker.bad(name, fault, class, "", &whole(bytes), repair);
    };
    bad(
        "other-file",
        "A text file.",
        "not-a-backup",
        b"Dear diary, this is no backup.",
    );
    bad("nothing", "No bytes.", "not-a-backup", &[]);
    bad(
        "version-2",
        "A version that does not exist yet.",
        "newer",
        &[b"PCBACKUP\x02", &good[9..]].concat(),
    );
    bad(
        "record-altered",
        "One bit of the record's id, which the key is bound to.",
        "wrong-words",
        &flipped(&good, 10),
    );
    bad(
        "sealed-key-altered",
        "One bit of the sealed key.",
        "wrong-words",
        &flipped(&good, 500),
    );
    bad(
        "start-only",
        "Cut off within the sealed key.",
        "damaged",
        &good[..600],
    );
    bad(
        "stream-header-altered",
        "One bit of the stream's header.",
        "damaged",
        &flipped(&good, 25 + 1192),
    );
    bad(
        "chunk-altered",
        "One bit of the last chunk.",
        "damaged",
        &flipped(&good, good.len() - 1),
    );
    bad(
        "cut-off",
        "The last byte is missing.",
        "damaged",
        &good[..good.len() - 1],
    );
    let last = good.len() - packer.chunks[1].len() - 4;
    bad(
        "last-chunk-missing",
        "The last chunk is missing.",
        "damaged",
        &good[..last],
    );
    bad(
        "trailing-byte",
        "One byte after the last chunk.",
        "damaged",
        &[&good[..], &[0]].concat(),
    );
    let swapped = Packer {
        chunks: packer.chunks.iter().rev().cloned().collect(),
        ..Packer::new(&[], true)
    };
    let swapped = Packer {
        start: packer.start.clone(),
        sealed_key: packer.sealed_key.clone(),
        header: packer.header.clone(),
        ..swapped
    };
    bad(
        "chunks-swapped",
        "The chunks changed places.",
        "damaged",
        &swapped.file(),
    );
    bad(
        "never-last",
        "No chunk says that it is the last.",
        "damaged",
        &Packer::new(&chunks, false).file(),
    );
    let unknown = [chunks[0].clone(), vec![vec![0x82, 2, 0]]];
    bad(
        "item-2",
        "An item of a kind that does not exist yet.",
        "damaged",
        &Packer::new(&unknown, true).file(),
    );
    let body = &chunks[1][2];
    let altered = vec![
        chunks[1][0].clone(),
        chunks[1][1].clone(),
        flipped(body, body.len() - 1),
    ];
    let altered = [chunks[0].clone(), altered];
    let altered = Packer::new(&altered, true).file();
    bad(
        "body-altered",
        "One bit of a body that travels apart.",
        "damaged",
        &altered,
    );
    let statement = fixed::certificate("patient", "laptop").to_bytes();
    let forged = [
        vec![parcel(0, &flipped(&statement, statement.len() - 1))],
        chunks[1].clone(),
    ];
    let forged = [[chunks[0].clone(), forged[0].clone()].concat(), chunks[1].clone()];
    bad(
        "statement-forged",
        "A statement whose signature is wrong.",
        "damaged",
        &Packer::new(&forged, true).file(),
    );

    let zeros = format!("{}art", "abandon ".repeat(23));
    let others = whole(&good).with("words", zeros);
    let repair = Input::default().with("words", text.as_str());
    maker.bad(
        "other-words",
        "The words of another record.",
        "wrong-words",
        "",
        &others,
        repair,
    );
}

/// The base of the other vectors, as parcels.
fn packed(known: &[Vec<u8>]) -> [Vec<Vec<u8>>; 2] {
    let base = base::packed();
    let mut from = Reader::new(&base);
    from.array_of(3).unwrap();
    let (head, signature) = (from.bytes().unwrap(), from.bytes().unwrap());
    let blocks: Vec<Vec<u8>> = from.list(9).unwrap();
    let mut announced = Writer::default();
    announced.array(2).bytes(head).bytes(signature);
    let parcels = std::iter::once(parcel(2, &announced.into_bytes()));
    let parcels = parcels.chain(blocks.iter().map(|block| parcel(3, block)));
    [known.to_vec(), parcels.collect()]
}
