//! Codes of ten sizes as a camera sees them, read by our reader and written down for the readers of others.
//!
//! `tests/cameras/run.sh`, or `cargo run --package pocketchart-tests --example frames FOLDER`: for each frame a file
//! `NAME.pgm`, and all their names, versions, texts, and what ours read in `frames.json`. `POCKETCHART_SEED` tries others.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool of the tests")]

use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Secret, random_array};
use pocketchart_record::Section;
use pocketchart_share::card::{
    Card, CardCode, CardContact, CardContent, CardEntry, CardSection, CardSeverity,
};
use pocketchart_share::grant::{
    Flags, Grant, GrantCode, GrantId, GrantRoot, Holder, Operations, Scope, Signed,
};
use pocketchart_share::qr::{Photo, QrMatrix, draw, read_luma};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How frames are taken: a name, how many of each size, from how many pixels a module on, and the most slant. A slant of
/// 0.04 is a camera tilted by some 4 degrees in front of a code that fills most of its picture, 0.2 by more than 15.
/// Nobody can read what is too small: that is the control.
const KINDS: [(&str, usize, f64, f64); 3] = [
    ("straight", 100, 4.0, 0.04),
    ("aslant", 10, 4.0, 0.2),
    ("too small", 10, 1.5, 0.04),
];
/// Versions of the cards; two grants' codes come before them.
const CARDS: [usize; 8] = [12, 14, 15, 16, 17, 18, 20, 22];

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    println!("seed {seed}");
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut frames = Vec::new();
    for (index, text) in texts(&mut chance).into_iter().enumerate() {
        let code = draw(&text).unwrap();
        for (kind, count, pixels, slant) in KINDS {
            frames.extend((0..count).map(|number| Frame {
                name: format!("{index}-{}-{number:02}", kind.replace(' ', "-")),
                kind,
                text: text.clone(),
                code: code.clone(),
                photo: photo(&mut chance, pixels, slant),
            }));
        }
    }
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(vec![Value::Null; frames.len()]);
    let workers = std::thread::available_parallelism().map_or(1, Into::into);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((at, frame)) = take(&next, &frames) {
                    let row = frame.make(&folder);
                    rows.lock().unwrap()[at] = row;
                }
            });
        }
    });
    fs::write(
        folder.join("frames.json"),
        Value::Array(rows.into_inner().unwrap()).to_string(),
    )
    .unwrap();
}

fn take<'f>(next: &AtomicUsize, frames: &'f [Frame]) -> Option<(usize, &'f Frame)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    frames.get(at).map(|frame| (at, frame))
}

struct Frame {
    name: String,
    kind: &'static str,
    text: String,
    code: QrMatrix,
    photo: Photo,
}

impl Frame {
    /// Writes the picture, reads it by our reader, and says what is what.
    fn make(&self, folder: &Path) -> Value {
        let (width, height, luma) = self.code.photograph(&self.photo);
        let head = format!("P5\n{width} {height}\n255\n");
        fs::write(
            folder.join(format!("{}.pgm", self.name)),
            [head.as_bytes(), &luma].concat(),
        )
        .unwrap();
        json!({
            "name": self.name, "version": version_of(&self.code), "text": self.text, "kind": self.kind,
            "photo": format!("{:?}", self.photo), "rxing": read_luma(width, height, &luma),
        })
    }
}

fn version_of(code: &QrMatrix) -> usize {
    (code.width() - 17) / 4
}

/// A hand's unsteadiness: turned by up to 8 degrees, slanted, blurred, noisy, in more or less light.
fn photo(chance: &mut fastrand::Rng, pixels: f64, slant: f64) -> Photo {
    let mut between = |low: f64, high: f64| low + (high - low) * chance.f64();
    Photo {
        pixels: between(pixels, 1.4 * pixels),
        degrees: between(-8.0, 8.0),
        slant: [between(-slant, slant), between(-slant, slant)],
        blur: between(0.5, 1.3),
        noise: between(2.0, 8.0),
        greys: [between(20.0, 70.0), between(180.0, 235.0)],
        seed: chance.u64(..),
    }
}

/// Ten codes: the shortest and the longest grant there is, and cards that say more and more.
fn texts(chance: &mut fastrand::Rng) -> Vec<String> {
    let mut texts = vec![grant(chance, false), grant(chance, true)];
    let mut secret = || Secret::from_bytes(std::array::from_fn(|_| chance.u8(..)));
    let key = SigningKey::from_seed(&secret());
    let mut wanted = CARDS.into_iter().peekable();
    let mut things = 0;
    while let Some(version) = wanted.peek() {
        let card = Card::make(&content(things), 20_782, 20_965, [things as u8; 8], &key).unwrap();
        let text = card.to_text(None);
        let reached = version_of(&draw(&text).unwrap());
        assert!(reached <= *version, "no card has version {version}");
        if reached == *version {
            texts.push(text);
            wanted.next();
        }
        things += 1;
    }
    texts
}

fn grant(chance: &mut fastrand::Rng, longest: bool) -> String {
    let mut secret = || Secret::from_bytes(std::array::from_fn(|_| chance.u8(..)));
    let (phone, keys) = (SigningKey::from_seed(&secret()), GrantRoot::new(secret()).keys(1));
    let grant = Grant {
        id: GrantId::random(),
        issuer: phone.public(),
        audience: None,
        not_before: 29_926_800,
        expires: 29_926_800 + if longest { 43_200 } else { 60 },
        scope: Scope::new(Section::ALL.map(|section| (section, Operations::READ))).unwrap(),
        uses: 1,
        holder: Holder::Issuer,
        nonce: random_array(),
        flags: Flags::NOTIFY,
        bind: keys.secret.bind(),
    };
    let grant = Signed::sign(grant, &phone).unwrap();
    let (addresses, relay) = match longest {
        false => (vec!["192.168.1.20:7411"], None),
        true => (vec!["[2001:db8::7]:7411", "[fe80::1]:7411"], Some("r".repeat(48))),
    };
    let addresses = addresses.iter().map(|address| address.parse().unwrap()).collect();
    GrantCode::new(&grant, &keys, addresses, relay).unwrap().to_text()
}

/// What people have on their cards, one thing after the other.
fn content(things: usize) -> CardContent {
    const THINGS: [(CardSection, &str, &str); 24] = [
        (CardSection::Allergies, "Penicillin", "91936005"),
        (CardSection::Medicines, "Warfarin 5 mg oral tablet", "855332"),
        (CardSection::Conditions, "Atrial fibrillation", "49436004"),
        (CardSection::Allergies, "Bee venom", "288328004"),
        (CardSection::Medicines, "Insulin glargine 100 units/mL", "311041"),
        (CardSection::Conditions, "Type 1 diabetes", "46635009"),
        (CardSection::BloodGroup, "O negative", "278148006"),
        (CardSection::Medicines, "Amiodarone 200 mg", "833528"),
        (CardSection::Implants, "Dual-chamber pacemaker, left", "706004007"),
        (CardSection::Allergies, "Latex", "111088007"),
        (CardSection::Medicines, "Digoxin 125 micrograms", "197604"),
        (
            CardSection::Conditions,
            "Chronic kidney disease stage 3",
            "433144002",
        ),
        (
            CardSection::Medicines,
            "Furosemide 40 mg in the morning",
            "313988",
        ),
        (
            CardSection::Directives,
            "Do not resuscitate; papers at home",
            "304253006",
        ),
        (CardSection::Allergies, "Contrast medium with iodine", "293637006"),
        (CardSection::Conditions, "Epilepsy since childhood", "84757009"),
        (
            CardSection::Medicines,
            "Levetiracetam 500 mg twice a day",
            "311289",
        ),
        (CardSection::Languages, "Português", "pt"),
        (
            CardSection::Conditions,
            "Addison's disease: give hydrocortisone",
            "363732003",
        ),
        (CardSection::Medicines, "Fludrocortisone 0.1 mg", "313979"),
        (
            CardSection::Allergies,
            "Suxamethonium, malignant hyperthermia",
            "405501007",
        ),
        (
            CardSection::Medicines,
            "Hydrocortisone 10 mg, 5 mg, 5 mg",
            "197782",
        ),
        (CardSection::Conditions, "Splenectomy in 2009", "234319005"),
        (
            CardSection::Implants,
            "Hip replacement, right, cobalt-chrome",
            "304120007",
        ),
    ];
    let mut content = CardContent::default();
    content.name = Some("Ada Example".into());
    content.contacts.push(CardContact {
        name: "Bo Example".into(),
        relation: Some("spouse".into()),
        phone: Some("+44 20 7946 0000".into()),
    });
    for number in THINGS.len()..things {
        content.contacts.push(CardContact {
            name: format!("Practice number {number}"),
            relation: None,
            phone: Some(format!("+44 20 7946 {:04}", number * 7919 % 10_000)),
        });
    }
    for (section, text, code) in THINGS.into_iter().take(things) {
        let allergy = section == CardSection::Allergies;
        content.push(
            section,
            CardEntry {
                text: text.into(),
                code: Some(CardCode {
                    system: "http://snomed.info/sct".into(),
                    code: code.into(),
                }),
                severity: allergy.then_some(CardSeverity::Severe),
                detail: allergy.then(|| "anaphylaxis".into()),
                ..CardEntry::default()
            },
        );
    }
    content
}
