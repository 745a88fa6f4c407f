use super::*;
use crate::qr;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{self, Writer};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const SNOMED: &str = "http://snomed.info/sct";
const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";
const ISSUED: u32 = 20_782;

fn key() -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([5; 32]))
}

fn coded(text: &str, system: &str, code: &str) -> CardEntry {
    CardEntry {
        text: text.into(),
        code: Some(CardCode {
            system: system.into(),
            code: code.into(),
        }),
        ..CardEntry::default()
    }
}

fn allergy(text: &str, code: &str, severity: CardSeverity, reaction: &str) -> CardEntry {
    CardEntry {
        severity: Some(severity),
        detail: Some(reaction.into()),
        ..coded(text, SNOMED, code)
    }
}

fn contact(name: &str, relation: &str, phone: &str) -> CardContact {
    CardContact {
        name: name.into(),
        relation: Some(relation.into()),
        phone: Some(phone.into()),
    }
}

/// 3 allergies, 5 medicines, 3 conditions, 2 contacts: the person of `examples`, and what she might have more.
fn usual() -> CardContent {
    let mut content = CardContent {
        name: Some("Maria Adaeze Okafor".into()),
        born: Some("1984-02-29".into()),
        contacts: vec![
            contact("Chidi Okafor", "husband", "+1 555 0143"),
            contact("Dr. Amara Lindqvist", "family doctor", "+1 555 0170"),
        ],
        ..CardContent::default()
    };
    for entry in [
        allergy(
            "Penicillin",
            "91936005",
            CardSeverity::Severe,
            "Hives, Swollen lips",
        ),
        allergy("Latex", "1003755004", CardSeverity::Mild, "Contact dermatitis"),
        allergy("Cashew nut", "703923009", CardSeverity::Moderate, "Vomiting"),
    ] {
        content.push(CardSection::Allergies, entry);
    }
    for (text, code) in [
        ("Metformin 850 mg tablet", "861010"),
        ("Atorvastatin 20 mg tablet", "617310"),
        ("Lisinopril 10 mg tablet", "314076"),
        ("Empagliflozin 10 mg tablet", "1545653"),
        ("Sumatriptan 50 mg tablet", "37418"),
    ] {
        content.push(CardSection::Medicines, coded(text, RXNORM, code));
    }
    for (text, code) in [
        ("Type 2 diabetes", "44054006"),
        ("High blood pressure", "59621000"),
        ("Migraine", "56097005"),
    ] {
        content.push(CardSection::Conditions, coded(text, SNOMED, code));
    }
    content
}

/// 8 allergies, 12 medicines, 8 conditions, 3 contacts.
fn full() -> CardContent {
    let mut content = usual();
    content
        .contacts
        .push(contact("Ngozi Nwosu", "sister", "+44 20 7946 0812"));
    for entry in [
        allergy("Clarithromycin", "294474008", CardSeverity::Moderate, "Rash"),
        allergy("Wasp venom", "423058007", CardSeverity::Severe, "Anaphylaxis"),
        allergy("Kiwi", "91940002", CardSeverity::Mild, "Itching"),
        allergy(
            "Contrast medium",
            "293637006",
            CardSeverity::Severe,
            "Low blood pressure",
        ),
        allergy("House dust mite", "232350006", CardSeverity::Mild, "Sneezing"),
    ] {
        content.push(CardSection::Allergies, entry);
    }
    for (text, code) in [
        ("Apixaban 5 mg", "1364445"),
        ("Bisoprolol 2.5 mg", "854901"),
        ("Levothyroxine 75 mcg", "966222"),
        ("Insulin glargine 100 units/mL", "311041"),
        ("Prednisolone 5 mg", "312615"),
        ("Lamotrigine 150 mg", "282401"),
        ("Torasemide 10 mg", "38413"),
    ] {
        content.push(CardSection::Medicines, coded(text, RXNORM, code));
    }
    for (text, code) in [
        ("Atrial fibrillation", "49436004"),
        ("Heart failure", "84114007"),
        ("Hypothyroidism", "40930008"),
        ("Epilepsy", "84757009"),
        ("Polymyalgia rheumatica", "65323003"),
    ] {
        content.push(CardSection::Conditions, coded(text, SNOMED, code));
    }
    content
}

fn make(content: &CardContent) -> Card {
    Card::make(content, ISSUED, ISSUED + 183, [9; 8], &key()).unwrap()
}

fn version(card: &Card, page: Option<&PageAddress>) -> usize {
    (card.to_qr(page).unwrap().width() - 17) / 4
}

#[test]
fn realistic_cards_keep_to_their_sizes() {
    let page = PageAddress::new("https://card.example.org/v1/en").unwrap();
    assert_eq!(page.as_str().len(), 30);
    for (content, bytes, largest) in [(usual(), 430, 17), (full(), 680, 22)] {
        let card = make(&content);
        let plain = cbor::to_bytes(&content).len();
        let (app, web) = (version(&card, None), version(&card, Some(&page)));
        println!(
            "{plain} B of CBOR, a card of {} B, V{app}-M, V{web}-M behind a page",
            card.as_bytes().len()
        );
        assert!(card.as_bytes().len() <= bytes && web <= largest && app <= web);
    }
}

#[test]
fn a_drawn_card_is_read_back() {
    let card = make(&full());
    let page = PageAddress::new("https://card.example.org/v1/en").unwrap();
    for page in [None, Some(&page)] {
        let (side, luma) = card.to_qr(page).unwrap().to_luma(4);
        let texts = qr::read_luma(side, side, &luma);
        assert_eq!(texts, [card.to_text(page)]);
        let read = Card::from_text(&texts[0]).unwrap();
        assert!(read == card && *read.content() == full());
    }
    let spaced: String = card.to_text(None).chars().flat_map(|c| [c, ' ']).collect();
    assert!(Card::from_text(&spaced).is_ok(), "as mail programs break it");
}

#[test]
fn nothing_altered_is_accepted() {
    let card = make(&usual());
    assert!(Card::from_bytes(card.as_bytes()).is_ok(), "the control");
    let bytes = card.as_bytes();
    let mut refused = [0; 3];
    let mut refuse = |bytes: &[u8]| match Card::from_bytes(bytes) {
        Ok(_) => panic!("an altered card is accepted"),
        Err(CardError::NotACard) => refused[0] += 1,
        Err(CardError::Newer) => refused[1] += 1,
        Err(CardError::Altered) => refused[2] += 1,
    };
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        refuse(&flipped);
    }
    for length in 0..bytes.len() {
        refuse(&bytes[..length]);
    }
    for place in 0..=bytes.len() {
        for byte in [0, 1, 0x7f, 0xff] {
            let mut longer = bytes.to_vec();
            longer.insert(place, byte);
            // One of two equal bytes in a row is no change.
            if longer.get(..bytes.len()) != Some(bytes) || place == bytes.len() {
                refuse(&longer);
            }
        }
    }
    println!(
        "not a card: {}, newer: {}, altered: {}",
        refused[0], refused[1], refused[2]
    );
}

/// A card as another program might make it, signed by our key.
struct Forged {
    version: u64,
    kind: &'static str,
    flags: u64,
    dictionary: u64,
    signed_dictionary: Vec<u8>,
    body: Vec<u8>,
}

impl Forged {
    fn new(content: &[u8]) -> Self {
        let dictionary = dictionary::dictionary(1).unwrap();
        Self {
            version: 1,
            kind: "card",
            flags: 0,
            dictionary: 1,
            signed_dictionary: dictionary.to_vec(),
            body: body::deflate(content, dictionary).unwrap(),
        }
    }

    fn read(&self) -> Result<Card, CardError> {
        let mut head = Writer::default();
        head.map(9).uint(0).uint(self.version).uint(1).text(self.kind);
        head.uint(2).uint(self.flags).uint(3).uint(self.dictionary);
        head.uint(4).uint(1).uint(5).uint(2).uint(6).bytes(&[0; 8]);
        head.uint(7)
            .bytes(key().public().as_bytes())
            .uint(8)
            .bytes(&self.body);
        let mut bytes = head.into_bytes();
        let digest = dictionary::digest(&self.signed_dictionary);
        let signature = key().sign(Label::new("card"), &[&digest, &bytes]);
        bytes.extend(signature.as_bytes());
        Card::from_bytes(&bytes)
    }
}

#[test]
fn what_is_not_known_needs_a_newer_reader() {
    let content = cbor::to_bytes(&usual());
    assert!(Forged::new(&content).read().is_ok(), "the control");
    for flag in 0..64 {
        let forged = Forged {
            flags: 1 << flag,
            ..Forged::new(&content)
        };
        assert_eq!(forged.read(), Err(CardError::Newer));
    }
    for unknown in [0, 2, 255, u64::MAX] {
        let forged = Forged {
            dictionary: unknown,
            ..Forged::new(&content)
        };
        assert_eq!(forged.read(), Err(CardError::Newer));
        let forged = Forged {
            version: unknown,
            ..Forged::new(&content)
        };
        assert_eq!(forged.read(), Err(CardError::Newer));
    }
    let pairing = Forged {
        kind: "pair",
        ..Forged::new(&content)
    };
    assert_eq!(pairing.read(), Err(CardError::NotACard));
}

#[test]
fn a_signed_body_is_read_strictly() {
    let content = cbor::to_bytes(&usual());
    let with = |body: Vec<u8>| Forged {
        body,
        ..Forged::new(&content)
    };
    let mut other = dictionary::dictionary(1).unwrap().to_vec();
    other[100] ^= 1;
    let wrong = Forged {
        signed_dictionary: other,
        ..Forged::new(&content)
    };
    assert_eq!(wrong.read(), Err(CardError::Altered), "another dictionary");
    let body = Forged::new(&content).body;
    assert_eq!(
        with([&body[..], &[0]].concat()).read(),
        Err(CardError::Altered),
        "a byte behind the end"
    );
    assert_eq!(
        with(body[..body.len() - 1].to_vec()).read(),
        Err(CardError::Altered),
        "no end"
    );
    assert_eq!(with(Vec::new()).read(), Err(CardError::Altered));
    for content in [
        &[0xa0, 0][..],
        &[0xa1, 0x0b, 0x80],
        &[0xa1, 2, 0x80],
        &[0xa1, 0x18, 0, 0x61, b'x'],
        &[0xa1, 2, 0x81, 0xa2, 0, 0x61, b'x', 1, 1],
        &[0xa1, 2, 0x81, 0xa2, 0, 0x61, b'x', 7, 8],
    ] {
        assert_eq!(
            Forged::new(content).read(),
            Err(CardError::Altered),
            "{content:02x?}"
        );
    }
    assert!(Forged::new(&[0xa0]).read().is_ok(), "an empty card is one");
}

#[test]
fn a_deflate_bomb_is_refused() {
    use flate2::{Compress, Compression, FlushCompress};
    let bomb = |length: usize| {
        let mut deflate = Compress::new(Compression::best(), false);
        deflate
            .set_dictionary(dictionary::dictionary(1).unwrap())
            .unwrap();
        let mut body = Vec::with_capacity(length);
        deflate
            .compress_vec(&vec![b' '; length], &mut body, FlushCompress::Finish)
            .unwrap();
        body
    };
    let body = bomb(1 << 20);
    println!("{} bytes of a mebibyte", body.len());
    let forged = Forged {
        body,
        ..Forged::new(&[0xa0])
    };
    assert_eq!(forged.read(), Err(CardError::Altered));
    let dictionary = dictionary::dictionary(1).unwrap();
    assert_eq!(body::inflate(&bomb(body::MAX_INFLATED + 1), dictionary), None);
    let whole = body::inflate(&bomb(body::MAX_INFLATED), dictionary);
    assert_eq!(whole.map(|it| it.len()), Some(body::MAX_INFLATED), "the control");
    let random: String = (0..160)
        .flat_map(|_| {
            Secret::<16>::random()
                .expose()
                .map(|byte| char::from(b'0' + byte % 64))
        })
        .collect();
    for name in ["x".repeat(body::MAX_INFLATED), random] {
        let content = CardContent {
            name: Some(name),
            ..CardContent::default()
        };
        assert_eq!(
            Card::make(&content, 1, 2, [0; 8], &key()),
            Err(MakeCardError::TooMuch)
        );
    }
}

#[test]
fn dictionary_1_is_kept_for_ever() {
    let dictionary = dictionary::dictionary(1).unwrap();
    let lines = include_str!("../../dictionary/card-1.txt");
    assert!(DictionarySource::to_dictionary(lines) == dictionary);
    assert!(dictionary.len() < 32_000, "deflate looks no further back");
    let digest: String = dictionary::digest(dictionary)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("{} bytes, {digest}", dictionary.len());
    assert_eq!(digest, DIGEST_1);
}

const DIGEST_1: &str = "3058bdb6f23346c4ca06e93916cb82cf54195c8377f8fd1dc21b1a27beeb3c8a";

#[test]
fn texts_of_other_things_are_no_cards() {
    let card = make(&usual());
    let digits = card.to_text(None).replace("pocketchart:/", "");
    for text in [
        String::new(),
        "pocketchart:/".into(),
        "https://card.example.org/".into(),
        "https://card.example.org/#".into(),
        format!("otherchart:/{digits}"),
        format!("ftp://card.example.org/#{digits}"),
        digits.clone(),
        "9".repeat(5000),
        format!("pocketchart:/{}", "9".repeat(5000)),
    ] {
        assert_eq!(Card::from_text(&text), Err(CardError::NotACard), "{text}");
    }
    for text in [
        format!("pocketchart:/{}", &digits[1..]),
        format!("pocketchart:/{digits}x"),
        format!("https://card.example.org/#{digits}0"),
    ] {
        assert!(Card::from_text(&text).is_err());
    }
    for address in [
        "http://a.b/",
        "https://",
        "https://a.b/#c",
        "https://a b/",
        "https://ä.b/",
    ] {
        assert_eq!(PageAddress::new(address), Err(PageError), "{address}");
    }
    assert!(PageAddress::new(&format!("https://{}", "a".repeat(193))).is_err());
}

#[test]
fn age_is_said_and_hides_nothing() {
    const DAY: u64 = 86_400_000;
    let card = make(&usual());
    let at = |day: u32| card.age(u64::from(day) * DAY + 5);
    assert_eq!(
        at(ISSUED),
        CardAge {
            days: 0,
            months: 0,
            review_overdue: false,
            from_the_future: false
        }
    );
    assert_eq!((at(ISSUED + 45).days, at(ISSUED + 45).months), (45, 1));
    assert!(!at(ISSUED + 183).review_overdue);
    assert!(at(ISSUED + 184).review_overdue);
    assert_eq!(at(ISSUED + 427).months, 14);
    assert!(at(ISSUED - 1).from_the_future);
    assert!(!card.age(u64::MAX).from_the_future);
    assert_eq!(card.content().entries(CardSection::Allergies).len(), 3);
    assert!(!format!("{card:?}").contains("Penicillin"));
}

const WORDS: PlainWords<'_> = PlainWords {
    allergies: "ALLERGIES",
    nothing: "nothing on this card (not the same as none)",
    severe: "severe",
    disputed: "unclear",
    more: "more",
    contact: "CALL",
    issued: "2026-11-25",
};

#[test]
fn the_plain_text_leaves_nothing_out_in_silence() {
    assert_eq!(
        usual().to_plain(&WORDS),
        "Maria Adaeze Okafor\nALLERGIES: Penicillin (severe), Cashew nut, Latex\nCALL: Chidi Okafor +1 555 0143\n2026-11-25"
    );
    assert_eq!(
        CardContent::default().to_plain(&WORDS),
        "ALLERGIES: nothing on this card (not the same as none)\n2026-11-25"
    );
    let mut many = full();
    for number in 0..20 {
        many.push(
            CardSection::Allergies,
            CardEntry {
                text: format!("Substance {number}"),
                marks: CardMarks {
                    disputed: true,
                    ..CardMarks::default()
                },
                ..CardEntry::default()
            },
        );
    }
    let plain = many.to_plain(&WORDS);
    assert!(plain.chars().count() <= PLAIN_CHARACTERS);
    assert!(
        plain.contains("Penicillin (severe)") && plain.contains(" more\n"),
        "{plain}"
    );
    assert!(qr::draw(&plain).is_ok());
}

fn entry() -> impl Strategy<Value = CardEntry> {
    let system = prop_oneof![Just(SNOMED.to_owned()), "[a-z:/]{0,12}"];
    let code = prop_oneof!["[0-9]{1,22}", "[A-Z0-9.]{0,8}"];
    let severity = prop_oneof![
        Just(CardSeverity::Mild),
        Just(CardSeverity::Moderate),
        Just(CardSeverity::Severe)
    ];
    (
        ".{0,20}",
        option::of((system, code)),
        option::of(".{0,12}"),
        option::of(severity),
        any::<[bool; 3]>(),
    )
        .prop_map(
            |(text, code, detail, severity, [high_risk, disputed, none_known])| CardEntry {
                text,
                code: code.map(|(system, code)| CardCode { system, code }),
                detail,
                severity,
                marks: CardMarks {
                    high_risk,
                    disputed,
                    none_known,
                },
            },
        )
}

fn content() -> impl Strategy<Value = CardContent> {
    let contact =
        (".{0,12}", option::of(".{0,8}"), option::of("[0-9 +]{0,12}")).prop_map(|(name, relation, phone)| {
            CardContact {
                name,
                relation,
                phone,
            }
        });
    let entries = vec((0..CardSection::ALL.len(), entry()), 0..5);
    (
        option::of(".{0,20}"),
        option::of("[0-9-]{4,10}"),
        vec(contact, 0..3),
        entries,
    )
        .prop_map(|(name, born, contacts, entries)| {
            let mut content = CardContent {
                name,
                born,
                contacts,
                ..CardContent::default()
            };
            for (section, entry) in entries {
                content.push(CardSection::ALL[section], entry);
            }
            content
        })
}

proptest! {
    #[test]
    fn there_and_back(content in content(), issued in any::<u32>(), serial in any::<[u8; 8]>()) {
        let card = Card::make(&content, issued, issued / 2, serial, &key()).unwrap();
        let read = Card::from_bytes(card.as_bytes()).unwrap();
        prop_assert!(read == card);
        prop_assert_eq!(read.content(), &content);
        prop_assert_eq!((read.issued(), read.review_by(), read.serial()), (issued, issued / 2, serial));
        prop_assert_eq!(read.device().0, *key().public().as_bytes());
    }

    #[test]
    fn the_plain_text_is_short(content in content()) {
        prop_assert!(content.to_plain(&WORDS).chars().count() <= PLAIN_CHARACTERS);
    }
}
