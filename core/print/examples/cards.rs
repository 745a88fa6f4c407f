//! Prints a card on each paper in three languages, twice, and says what must be found on it.
//!
//! `core/print/tests/run.sh`, or `cargo run --package pocketchart-print --example cards FOLDER`

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool of the tests")]

use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_print::{Code, Codes, Group, Line, Paper, PrintError, Sheet, print};
use pocketchart_share::card::{Card, CardContent, CardEntry, CardSection};
use pocketchart_share::qr::draw;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const PAPERS: [(Paper, &str, [f64; 2]); 3] = [
    (Paper::Wallet, "wallet", [85.6, 54.0]),
    (Paper::A6, "a6", [105.0, 148.0]),
    (Paper::Fridge, "fridge", [210.0, 297.0]),
];

/// Words of one language: code, title, who, groups of (heading, lines), about, two captions.
type Words = (
    &'static str,
    &'static str,
    [&'static str; 2],
    &'static [(&'static str, &'static [&'static str])],
    [&'static str; 2],
    [&'static str; 2],
);

const LANGUAGES: [Words; 3] = [
    (
        "en",
        "Emergency card",
        ["Ada Example", "Born 1951-02-03"],
        &[
            (
                "Allergies",
                &[
                    "!Penicillin (severe, high risk): anaphylaxis",
                    "Latex (sources disagree)",
                    "Bee venom",
                ],
            ),
            (
                "Medicines",
                &[
                    "Warfarin 5 mg oral tablet",
                    "Insulin glargine 100 units/mL",
                    "Amiodarone 200 mg",
                    "Furosemide 40 mg in the morning",
                ],
            ),
            (
                "Conditions",
                &[
                    "Atrial fibrillation",
                    "Type 1 diabetes",
                    "Chronic kidney disease stage 3",
                ],
            ),
            ("Blood group", &["O negative"]),
            (
                "In an emergency, call",
                &[
                    "Bo Example, spouse, +44 20 7946 0000",
                    "Practice Dr. Žižková, +420 222 333 444",
                ],
            ),
        ],
        [
            "Issued 2026-11-25 – To be looked over by 2027-05-27.",
            "The signature shows only that nothing was changed since. Anybody can make a card: ask the person.",
        ],
        [
            "Scan this code with the Pocketchart app.",
            "Any phone's camera shows this code as text.",
        ],
    ),
    (
        "ar",
        "بطاقة الطوارئ",
        ["عادلة مثال", "تاريخ الميلاد: 1951-02-03"],
        &[
            ("الحساسية", &["!بنسلين (شديدة): صدمة تأقية", "Latex"]),
            ("الأدوية", &["وارفارين 5 mg", "Insulin glargine 100 units/mL"]),
            ("للاتصال في حالة الطوارئ", &["كريم مثال، +20 2 1234 5678"]),
        ],
        [
            "تاريخ الإصدار: 2026-11-25",
            "أي شخص يستطيع عمل بطاقة: اسأل الشخص نفسه.",
        ],
        [
            "امسح هذا الرمز بتطبيق Pocketchart.",
            "كاميرا أي هاتف تعرض هذا الرمز كنص.",
        ],
    ),
    (
        "zh",
        "急救卡",
        ["李雷", "出生日期：1951-02-03"],
        &[
            ("过敏", &["!青霉素（严重）：过敏性休克", "乳胶"]),
            ("药物", &["华法林 5 mg", "甘精胰岛素 100 units/mL"]),
            ("紧急联系人", &["韩梅梅，+86 10 1234 5678"]),
        ],
        ["签发日期：2026-11-25", "任何人都可以制作卡片：请询问本人。"],
        [
            "用 Pocketchart 应用扫描此码。",
            "任何手机的相机都能以文字显示此码。",
        ],
    ),
];

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    fs::create_dir_all(&folder).unwrap();
    let mut rows = Vec::new();
    for words in &LANGUAGES {
        let (sheet, codes) = sheet(words);
        for (paper, name, size) in PAPERS {
            let file = format!("{}-{name}.pdf", words.0);
            let pdf = print(&sheet, paper, fonts()).unwrap();
            assert!(
                pdf == print(&sheet, paper, fonts()).unwrap(),
                "{file}: not the same bytes again"
            );
            fs::write(folder.join(&file), pdf).unwrap();
            rows.push(row(&file, &sheet, &codes, size));
        }
        // A document of several pages.
        let mut document = sheet;
        document.codes = None;
        let groups = document.groups.clone();
        document.groups = groups.iter().cycle().take(40).cloned().collect();
        let file = format!("{}-document.pdf", words.0);
        fs::write(folder.join(&file), print(&document, Paper::A4, fonts()).unwrap()).unwrap();
        rows.push(row(&file, &document, &[], [210.0, 297.0]));
    }
    // What cannot be printed is refused, never left out.
    let (mut odd, _) = sheet(&LANGUAGES[0]);
    odd.who.push("𓀀".into());
    assert_eq!(print(&odd, Paper::A6, fonts()), Err(PrintError::NoGlyph('𓀀')));
    let (mut large, _) = sheet(&LANGUAGES[0]);
    let matrix = draw(&"7".repeat(1700)).unwrap();
    large.codes.as_mut().unwrap().signed.matrix = matrix;
    assert_eq!(
        print(&large, Paper::Wallet, fonts()),
        Err(PrintError::CodeTooLarge)
    );
    assert_eq!(print(&large, Paper::A6, Vec::new()), Err(PrintError::Font));
    fs::write(folder.join("cards.json"), Value::Array(rows).to_string()).unwrap();
}

fn fonts() -> Vec<Vec<u8>> {
    let files = [
        "truetype/noto/NotoSans-Regular.ttf",
        "truetype/noto/NotoSans-Bold.ttf",
        "truetype/noto/NotoSansArabic-Regular.ttf",
        "truetype/noto/NotoSansArabic-Bold.ttf",
        "opentype/noto/NotoSansCJK-Regular.ttc",
        "opentype/noto/NotoSansCJK-Bold.ttc",
    ];
    files
        .iter()
        .map(|file| fs::read(format!("/usr/share/fonts/{file}")).unwrap())
        .collect()
}

fn sheet((language, title, who, groups, about, captions): &Words) -> (Sheet, [String; 2]) {
    let mut content = CardContent::default();
    content.name = Some(who[0].to_owned());
    for line in groups.iter().flat_map(|(_, lines)| *lines) {
        let text = line.trim_start_matches('!').to_owned();
        content.push(
            CardSection::Conditions,
            CardEntry {
                text,
                ..CardEntry::default()
            },
        );
    }
    let key = SigningKey::from_seed(&Secret::from_bytes([7; 32]));
    let signed = Card::make(&content, 20_782, 20_965, [7; 8], &key)
        .unwrap()
        .to_text(None);
    let plain = format!(
        "{}\n{}\n{}",
        who[0],
        groups[0].1[0].trim_start_matches('!'),
        about[0]
    );
    let code = |text: &str, caption: &str, description: &str| Code {
        matrix: draw(text).unwrap(),
        caption: caption.to_owned(),
        description: description.to_owned(),
    };
    let group = |(heading, lines): &(&str, &[&str])| Group {
        heading: (*heading).to_owned(),
        lines: lines
            .iter()
            .map(|line| Line {
                text: line.trim_start_matches('!').to_owned(),
                loud: line.starts_with('!'),
            })
            .collect(),
    };
    let sheet = Sheet {
        language: (*language).to_owned(),
        right_to_left: *language == "ar",
        title: (*title).to_owned(),
        who: who.map(str::to_owned).to_vec(),
        groups: groups.iter().map(group).collect(),
        about: about.map(str::to_owned).to_vec(),
        codes: Some(Codes {
            signed: code(&signed, captions[0], captions[0]),
            plain: code(&plain, captions[1], &plain),
        }),
    };
    (sheet, [signed, plain])
}

fn row(file: &str, sheet: &Sheet, codes: &[String], millimetres: [f64; 2]) -> Value {
    let printed = sheet.codes.as_ref().map(|it| [&it.signed, &it.plain]);
    let printed: Vec<&Code> = printed.into_iter().flatten().collect();
    let lines: Vec<&String> = sheet
        .groups
        .iter()
        .flat_map(|group| group.lines.iter().map(|it| &it.text))
        .collect();
    let headings = sheet.groups.iter().map(|group| &group.heading);
    let facts = headings
        .chain(lines.iter().copied())
        .chain(&sheet.who)
        .chain(&sheet.about)
        .chain([&sheet.title])
        .chain(printed.iter().map(|it| &it.caption));
    json!({
        "file": file, "language": sheet.language, "right_to_left": sheet.right_to_left,
        "facts": facts.collect::<Vec<_>>(), "codes": codes, "groups": sheet.groups.len(), "lines": lines.len(),
        "descriptions": printed.iter().map(|it| &it.description).collect::<Vec<_>>(), "millimetres": millimetres,
    })
}
