//! Emergency cards, as text and as bytes.

use super::fields::{Fields, bytes, list, text, uint};
use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, code, fixed};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;
use pocketchart_share::card::{
    Card, CardCode, CardContact, CardContent, CardEntry, CardError, CardMarks, CardSection, CardSeverity,
    PageAddress,
};
use pocketchart_share::qr::digits::encode;
use serde_json::{Map, Value, json};

pub(super) const FORMAT: Format = Format {
    name: "card",
    read,
    make,
};

const DICTIONARY: &[u8] = include_bytes!("../../../core/share/dictionary/card-1.bin");

fn read(input: &Input) -> Result<Value, Refused> {
    let card = match input.has("text") {
        true => Card::from_text(input.text("text")),
        false => Card::from_bytes(&input.bytes("bytes")),
    };
    let card = card.map_err(|error| {
        let class = match error {
            CardError::NotACard => "not-a-card",
            CardError::Newer => "newer",
            CardError::Altered => "altered",
            _ => "other",
        };
        Refused::new(class, "")
    })?;
    let content = card.content();
    let sections: Map<String, Value> = CardSection::ALL
        .into_iter()
        .filter(|section| !content.entries(*section).is_empty())
        .map(|section| {
            (
                section.name().to_owned(),
                content.entries(section).iter().map(entry).collect(),
            )
        })
        .collect();
    let contacts = content
        .contacts
        .iter()
        .map(|it| json!({"name": it.name, "relation": it.relation, "phone": it.phone}));
    Ok(json!({
        "issued": card.issued(),
        "review_by": card.review_by(),
        "serial": hex(&card.serial()),
        "key": hex(&card.device().0),
        "name": content.name,
        "born": content.born,
        "sections": sections,
        "contacts": contacts.collect::<Value>(),
        "text": card.to_text(None),
    }))
}

fn entry(it: &CardEntry) -> Value {
    json!({
        "text": it.text,
        "system": it.code.as_ref().map(|code| &code.system),
        "code": it.code.as_ref().map(|code| &code.code),
        "detail": it.detail,
        "severity": it.severity.map(CardSeverity::code),
        "high_risk": it.marks.high_risk,
        "disputed": it.marks.disputed,
        "none_known": it.marks.none_known,
    })
}

/// Deflate without compression: the same bytes from every library.
fn stored(content: &[u8]) -> Vec<u8> {
    let len = u16::try_from(content.len()).unwrap();
    [&[1][..], &len.to_le_bytes(), &(!len).to_le_bytes(), content].concat()
}

/// 2026-11-25.
const DAY: u64 = fixed::NOON / 86_400_000;

/// A card's fields around a body.
fn fields(body: &[u8]) -> Fields {
    Fields::default()
        .with(0, uint(1))
        .with(1, text("card"))
        .with(2, uint(0))
        .with(3, uint(1))
        .with(4, uint(DAY))
        .with(5, uint(DAY + 183))
        .with(6, bytes(&[7; 8]))
        .with(7, bytes(fixed::device("phone").sign.public().as_bytes()))
        .with(8, bytes(body))
}

fn signed_for(dictionary: &[u8], card: &[u8]) -> Vec<u8> {
    let digest = hash256(Label::new("card-dictionary"), &[dictionary]);
    let signature = fixed::device("phone")
        .sign
        .sign(Label::new("card"), &[&digest, card]);
    [card, signature.as_bytes()].concat()
}

fn signed(fields: &Fields) -> Vec<u8> {
    signed_for(DICTIONARY, &fields.to_bytes())
}

/// A whole card of a content by hand.
fn of(content: &[u8]) -> Vec<u8> {
    signed(&fields(&stored(content)))
}

/// One allergy, by hand.
fn penicillin() -> Fields {
    Fields::default().with(0, text("Penicillin"))
}

fn allergy(entry: &Fields) -> Vec<u8> {
    Fields::default().with(2, list(&[entry.to_bytes()])).to_bytes()
}

fn input(bytes: &[u8]) -> Input {
    Input::default().with_bytes("bytes", bytes)
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let card = |content: &CardContent| {
        let (today, key) = (u32::try_from(DAY).unwrap(), fixed::device("phone").sign);
        Card::make(content, today, today + 183, [7; 8], &key).unwrap()
    };
    let typical = card(&typical());
    let typed = |text: &str| Input::default().with("text", text);
    maker.good(
        "typical",
        "Three allergies, medicines, conditions, a contact.",
        &typed(&typical.to_text(None)),
    );
    let page = PageAddress::new("https://card.example.org/").unwrap();
    let on_page = typical.to_text(Some(&page));
    maker.good("on-a-page", "Behind the address of a page.", &typed(&on_page));
    let plain = on_page.replace("https:", "http:");
    maker.good(
        "on-an-open-page",
        "Behind an address without encryption, which is read too.",
        &typed(&plain),
    );
    let lines = typical
        .to_text(None)
        .as_bytes()
        .chunks(60)
        .map(|it| String::from_utf8_lossy(it).into())
        .collect::<Vec<String>>();
    maker.good(
        "broken-lines",
        "White space as a mail program adds it.",
        &typed(&lines.join("\r\n  ")),
    );
    maker.good(
        "all-sections",
        "All that a card can say, in several scripts.",
        &input(card(&everything()).as_bytes()),
    );
    maker.good(
        "empty",
        "A card that says nothing.",
        &input(&of(&Fields::default().to_bytes())),
    );
    maker.good(
        "stored",
        "Deflate without compression.",
        &input(&of(&allergy(&penicillin()))),
    );
    let mut none = CardContent::default();
    let mut no_allergy = entry_of("No known allergy", Some(("http://snomed.info/sct", "716186003")));
    no_allergy.marks.none_known = true;
    none.push(CardSection::Allergies, no_allergy);
    maker.good(
        "none-known",
        "No allergy is known, which is said.",
        &input(card(&none).as_bytes()),
    );
    let mut long = CardContent::default();
    let words = "a".repeat(8192 - 9);
    long.push(CardSection::Allergies, entry_of(&words, None));
    maker.good("most", "8,192 bytes of content.", &input(card(&long).as_bytes()));
    let odd = penicillin().with(2, text("urn:x")).with(4, text("007"));
    maker.good(
        "code-of-no-number",
        "A system without a number, a code with leading zeros.",
        &input(&of(&allergy(&odd))),
    );
    let highest = penicillin().with(1, uint(12)).with(3, uint(u64::MAX));
    maker.good(
        "code-highest",
        "The last system, the highest number.",
        &input(&of(&allergy(&highest))),
    );
    let ages = fields(&stored(&allergy(&penicillin())))
        .with(4, uint(u32::MAX.into()))
        .with(5, uint(0));
    maker.good(
        "odd-days",
        "Issued on the last day there is, to be looked over on the first.",
        &input(&signed(&ages)),
    );

    bad_texts(&mut maker, &typical);
    bad_heads(&mut maker);
    bad_bodies(&mut maker);
    bad_contents(&mut maker);
}

fn entry_of(text: &str, code: Option<(&str, &str)>) -> CardEntry {
    CardEntry {
        text: text.to_owned(),
        code: code.map(|(system, code)| CardCode {
            system: system.to_owned(),
            code: code.to_owned(),
        }),
        ..CardEntry::default()
    }
}

const SNOMED: &str = "http://snomed.info/sct";
const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";

fn typical() -> CardContent {
    let mut content = CardContent::default();
    content.name = Some("Ada Example".into());
    content.born = Some("1951-02-03".into());
    content.contacts.push(CardContact {
        name: "Bo Example".into(),
        relation: Some("spouse".into()),
        phone: Some("+44 20 7946 0000".into()),
    });
    let mut penicillin = entry_of("Penicillin", Some((RXNORM, "7980")));
    (penicillin.severity, penicillin.detail) = (Some(CardSeverity::Severe), Some("Anaphylaxis".into()));
    penicillin.marks.high_risk = true;
    content.push(CardSection::Allergies, penicillin);
    let mut latex = entry_of("Latex", Some((SNOMED, "111088007")));
    latex.marks.disputed = true;
    content.push(CardSection::Allergies, latex);
    content.push(
        CardSection::Allergies,
        entry_of("Bee venom", Some((SNOMED, "288328004"))),
    );
    content.push(
        CardSection::Medicines,
        entry_of("Warfarin 5 mg tablet", Some((RXNORM, "855332"))),
    );
    content.push(
        CardSection::Medicines,
        entry_of("Insulin glargine", Some((RXNORM, "274783"))),
    );
    content.push(
        CardSection::Conditions,
        entry_of("Atrial fibrillation", Some((SNOMED, "49436004"))),
    );
    content
}

fn everything() -> CardContent {
    let mut content = typical();
    content.name = Some("Ада 例 عينة".into());
    content.contacts.push(CardContact {
        name: "李雷".into(),
        relation: None,
        phone: None,
    });
    for section in CardSection::ALL {
        let mut entry = entry_of(section.name(), Some(("urn:ietf:bcp:47", "de-CH")));
        entry.severity = Some(CardSeverity::Mild);
        entry.marks = CardMarks {
            high_risk: true,
            disputed: true,
            none_known: true,
        };
        entry.detail = Some("größer".into());
        content.push(section, entry);
    }
    content
}

fn bad_texts(maker: &mut Maker<'_>, typical: &Card) {
    let good = typical.to_text(None);
    let input = |text: &str| Input::default().with("text", text);
    let mut bad = |name: &str, fault: &str, class: &str, text: &str| {
        maker.bad(name, fault, class, "", &input(text), input(&good));
    };
    let digits = good.strip_prefix("pocketchart:/").unwrap();
    bad("no-prefix", "The digits alone.", "not-a-card", digits);
    bad(
        "other-scheme",
        "A page that no browser opens.",
        "not-a-card",
        &format!("ftp://card.example/#{digits}"),
    );
    bad(
        "before-the-mark",
        "Digits in the path of a page.",
        "not-a-card",
        &format!("https://card.example/{digits}"),
    );
    bad(
        "no-digits",
        "Nothing after the prefix.",
        "not-a-card",
        "pocketchart:/",
    );
    let long = format!("pocketchart:/{}", "0".repeat(4097));
    bad("too-many-digits", "4,097 digits.", "not-a-card", &long);
    let pair = Fields::default().with(0, uint(1)).with(1, text("pair"));
    bad(
        "pairing-code",
        "A code for something else.",
        "not-a-card",
        &code::text(&pair.to_bytes()),
    );
    bad(
        "cut-off",
        "The last digit is missing.",
        "altered",
        &good[..good.len() - 1],
    );
    bad(
        "letter",
        "A letter among the digits.",
        "altered",
        &[&good[..60], "O", &good[61..]].concat(),
    );
    let mut mistyped = good.clone().into_bytes();
    mistyped[400] = if mistyped[400] == b'0' { b'1' } else { b'0' };
    bad(
        "mistyped",
        "One wrong digit.",
        "altered",
        &String::from_utf8_lossy(&mistyped),
    );
    let group = format!("pocketchart:/99999999999999999{}", &good[30..]);
    bad(
        "group-too-large",
        "17 digits that no 7 bytes take.",
        "altered",
        &group,
    );
    let checked = [typical.as_bytes(), &[1, 2, 3, 4]].concat();
    bad(
        "checksum",
        "A checksum, which cards do not have.",
        "altered",
        &format!("pocketchart:/{}", encode(&checked)),
    );
}

fn bad_heads(maker: &mut Maker<'_>) {
    let head = fields(&stored(&allergy(&penicillin())));
    let good = signed(&head);
    let mut bad = |name: &str, fault: &str, class: &str, card: &[u8]| {
        maker.bad(name, fault, class, "", &input(card), input(&good));
    };
    let with = |key: u64, value: Vec<u8>| signed(&head.clone().with(key, value));
    bad(
        "version-2",
        "A version that does not exist yet.",
        "newer",
        &with(0, uint(2)),
    );
    bad(
        "flag-1",
        "A flag that does not exist yet.",
        "newer",
        &with(2, uint(1)),
    );
    bad(
        "flag-high",
        "Another flag that does not exist yet.",
        "newer",
        &with(2, uint(1 << 40)),
    );
    bad(
        "dictionary-0",
        "A dictionary that does not exist.",
        "newer",
        &with(3, uint(0)),
    );
    bad(
        "dictionary-2",
        "A dictionary that does not exist yet.",
        "newer",
        &with(3, uint(2)),
    );
    bad(
        "other-kind",
        "Something else.",
        "not-a-card",
        &with(1, text("grant")),
    );
    bad(
        "no-map",
        "Something that is no map.",
        "not-a-card",
        &[&[0x80][..], &good[1..]].concat(),
    );
    bad("no-bytes", "Nothing.", "not-a-card", &[]);
    let largest = |spare: usize| {
        let words: String = (0..spare)
            .map(|at| char::from(b'a' + (at * at % 26) as u8))
            .collect();
        of(&allergy(&Fields::default().with(0, text(&words))))
    };
    let spare = 1686 - largest(600).len() + 600;
    assert_eq!(largest(spare).len(), 1686);
    maker.good("largest", "1,686 bytes.", &input(&largest(spare)));
    maker.bad(
        "too-large",
        "1,687 bytes.",
        "not-a-card",
        "",
        &input(&largest(spare + 1)),
        input(&largest(spare)),
    );

    let mut altered = |name: &str, fault: &str, card: &[u8]| {
        maker.bad(name, fault, "altered", "", &input(card), input(&good));
    };
    altered(
        "signature-altered",
        "One bit of the signature.",
        &flipped(&good, good.len() - 5),
    );
    altered(
        "content-altered",
        "One bit of the body, after it was signed.",
        &flipped(&good, good.len() - 70),
    );
    let unsigned = [&head.to_bytes()[..], &[0; 64]].concat();
    altered("unsigned", "A signature of zeros.", &unsigned);
    let other = signed_for(&DICTIONARY[1..], &head.to_bytes());
    altered("other-dictionary", "Signed with another dictionary.", &other);
    let key = fixed::device("other").sign.public();
    altered(
        "other-key",
        "Signed by another key than the one it names.",
        &with(7, bytes(key.as_bytes())),
    );
    altered("serial-short", "A serial of 7 bytes.", &with(6, bytes(&[7; 7])));
    altered(
        "day-too-high",
        "A day that 32 bits do not hold.",
        &with(4, uint(1 << 32)),
    );
    altered(
        "no-serial",
        "A field is missing.",
        &signed(&head.clone().without(6)),
    );
    altered(
        "one-field-more",
        "A field that does not exist.",
        &with(9, uint(0)),
    );
    altered(
        "order",
        "Two fields in the wrong order.",
        &signed(&head.clone().swapped(4)),
    );
    altered(
        "integer-long",
        "An integer longer than it need be.",
        &with(5, vec![0x1b, 0, 0, 0, 0, 0, 0, 0x51, 0x5d]),
    );
    let trailing = signed_for(DICTIONARY, &[head.to_bytes(), vec![0]].concat());
    altered("trailing-byte", "One byte between card and signature.", &trailing);
    altered(
        "cut-off-bytes",
        "The last byte is missing.",
        &good[..good.len() - 1],
    );
}

fn bad_bodies(maker: &mut Maker<'_>) {
    let content = allergy(&penicillin());
    let good = of(&content);
    let mut bad = |name: &str, fault: &str, body: &[u8], repair: &[u8]| {
        maker.bad(
            name,
            fault,
            "altered",
            "",
            &input(&signed(&fields(body))),
            input(repair),
        );
    };
    bad("body-empty", "No body.", &[], &good);
    bad(
        "body-cut-off",
        "A body without its last byte.",
        &stored(&content)[..10],
        &good,
    );
    bad(
        "body-trailing",
        "A byte after the body's end.",
        &[&stored(&content)[..], &[0]].concat(),
        &good,
    );
    bad(
        "body-open",
        "A body whose last block is not the last.",
        &[&[0][..], &stored(&content)[1..]].concat(),
        &good,
    );
    bad(
        "body-block-3",
        "A kind of block that does not exist.",
        &[7, 0, 0],
        &good,
    );
    // A zlib header in front is not raw deflate.
    let zlib = [&[0x78, 0x01][..], &stored(&content)].concat();
    bad("body-zlib", "A body with a zlib header.", &zlib, &good);
    // `a` once, then 258 bytes from one back, as often as it takes: 1,029 bytes of one.
    bad("bomb", "A body that becomes more than 8 KiB.", &bomb(), &good);
}

/// A short body of fixed Huffman codes that becomes more than a reader takes: `a`, and 40 times 258 of it.
fn bomb() -> Vec<u8> {
    let mut bits: Vec<u8> = vec![1, 1, 0];
    let code = |bits: &mut Vec<u8>, value: u32, len: u32| {
        bits.extend((0..len).rev().map(|at| (value >> at & 1) as u8))
    };
    code(&mut bits, 0x30 + 0x61, 8);
    for _ in 0..40 {
        code(&mut bits, 0b1100_0101, 8);
        code(&mut bits, 0, 5);
    }
    code(&mut bits, 0, 7);
    bits.chunks(8)
        .map(|byte| byte.iter().enumerate().fold(0, |sum, (at, bit)| sum | bit << at))
        .collect()
}

fn bad_contents(maker: &mut Maker<'_>) {
    let good = of(&allergy(&penicillin()));
    let mut bad = |name: &str, fault: &str, content: &[u8]| {
        maker.bad(name, fault, "altered", "", &input(&of(content)), input(&good));
    };
    let entry = |key: u64, value: Vec<u8>| allergy(&penicillin().with(key, value));
    let coded = |entry: Fields| allergy(&entry);
    bad(
        "system-0",
        "A system that does not exist.",
        &coded(penicillin().with(1, uint(0)).with(3, uint(1))),
    );
    bad(
        "system-13",
        "A system that does not exist yet.",
        &coded(penicillin().with(1, uint(13)).with(3, uint(1))),
    );
    bad("system-alone", "A system without a code.", &entry(1, uint(1)));
    bad("code-alone", "A code without a system.", &entry(3, uint(7980)));
    let spelled = penicillin().with(2, text(SNOMED)).with(3, uint(1));
    bad(
        "system-spelled",
        "A system's address in place of its number.",
        &coded(spelled),
    );
    let number = penicillin().with(1, uint(1)).with(4, text("7980"));
    bad("code-spelled", "A number as text.", &coded(number));
    let both = penicillin()
        .with(1, uint(1))
        .with(2, text("urn:x"))
        .with(3, uint(1));
    bad("system-twice", "Two systems.", &coded(both));
    bad(
        "severity-0",
        "A severity that does not exist.",
        &entry(6, uint(0)),
    );
    bad(
        "severity-4",
        "Another one that does not exist.",
        &entry(6, uint(4)),
    );
    bad("no-mark", "Marks without one.", &entry(7, uint(0)));
    bad("mark-8", "A mark that does not exist.", &entry(7, uint(8)));
    bad(
        "entry-field-8",
        "An entry's field that does not exist.",
        &entry(8, uint(1)),
    );
    let wordless = Fields::default().with(6, uint(1));
    bad("no-words", "An entry without words.", &coded(wordless));
    bad(
        "words-of-bytes",
        "Words as bytes.",
        &coded(Fields::default().with(0, bytes(b"Latex"))),
    );
    let section = |key: u64, value: Vec<u8>| Fields::default().with(key, value).to_bytes();
    bad(
        "section-empty",
        "A section without entries.",
        &section(2, list(&[])),
    );
    bad(
        "section-11",
        "A section that does not exist.",
        &section(11, list(&[penicillin().to_bytes()])),
    );
    bad("contacts-empty", "Contacts without one.", &section(10, list(&[])));
    let nameless = Fields::default().with(2, text("112")).to_bytes();
    bad(
        "contact-nameless",
        "A contact without a name.",
        &section(10, list(&[nameless])),
    );
    let contact = Fields::default()
        .with(0, text("Bo"))
        .with(3, text("x"))
        .to_bytes();
    bad(
        "contact-field-3",
        "A contact's field that does not exist.",
        &section(10, list(&[contact])),
    );
    bad("name-of-bytes", "A name as bytes.", &section(0, bytes(b"Ada")));
    let order = Fields::default().with(1, text("1951")).with(0, text("Ada"));
    bad("content-order", "Fields in the wrong order.", &order.to_bytes());
    bad(
        "content-trailing",
        "A byte after the content.",
        &[allergy(&penicillin()), vec![0]].concat(),
    );
    bad("content-empty", "A body of no bytes.", &[]);
    let broken = [&[0xa1, 0, 0x62][..], &[0xc3, 0x28]].concat();
    bad("not-utf-8", "A name that is not UTF-8.", &broken);
}
