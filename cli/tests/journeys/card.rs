//! The emergency card: made by one person, read by another who has nothing but the program.

use crate::process::{Device, Machine, refusal, text};
use pocketchart::{Card, CardError, Chart, DeviceId, draw, read_luma};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// The program of somebody who has no record.
fn stranger(machine: &Machine) -> Device {
    machine.device("nowhere")
}

fn choice<'a>(card: &'a Value, text: &str) -> &'a Value {
    let choices = card["choices"].as_array().unwrap();
    let named = |it: &&Value| it["text"].as_str().is_some_and(|it| it.starts_with(text));
    choices.iter().find(named).unwrap_or_else(|| panic!("no {text}"))
}

/// The drawing in a terminal as a picture of it, light letters on dark ground.
fn photographed(page: &str) -> (u32, u32, Vec<u8>) {
    const SCALE: usize = 4;
    let is_drawing = |line: &&str| line.chars().count() > 20 && line.chars().all(|c| " █▀▄".contains(c));
    let lines: Vec<Vec<char>> = page
        .lines()
        .filter(is_drawing)
        .map(|line| line.chars().collect())
        .collect();
    let width = lines[0].len();
    let mut luma = Vec::new();
    for line in &lines {
        for lower in [false, true] {
            let row: Vec<u8> = line
                .iter()
                .flat_map(|c| {
                    let lit = matches!((c, lower), ('█', _) | ('▀', false) | ('▄', true));
                    [if lit { 230 } else { 20 }; SCALE]
                })
                .collect();
            (0..SCALE).for_each(|_| luma.extend_from_slice(&row));
        }
    }
    ((width * SCALE) as u32, (lines.len() * 2 * SCALE) as u32, luma)
}

#[test]
fn a_card_in_the_terminal_is_scanned_from_the_screen() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let page = device.says(&["card"]);
    let (width, height, luma) = photographed(&page);
    let texts = read_luma(width, height, &luma);
    assert_eq!(texts.len(), 1);
    assert!(page.contains(&texts[0]));
    let read = stranger(&machine).ok(&["scan", &texts[0]]);
    assert_eq!(read["card"]["sections"]["allergies"][0]["text"], "Penicillin");
    assert_eq!(read["signer"], "unknown-key");
    assert!(page.contains("▲ Penicillin (severe, high risk)"), "{page}");
    assert!(page.contains("It cannot be called back."));

    let page = device.says(&["card", "--plain"]);
    let (width, height, luma) = photographed(&page);
    let plain = &read_luma(width, height, &luma)[0];
    assert!(plain.chars().count() <= 200);
    for words in ["Penicillin (severe)", "Latex", "Chidi Okafor +1 555 0143"] {
        assert!(plain.contains(words), "{plain}");
    }
}

#[test]
fn a_written_card_is_read_without_a_record() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let (png, svg) = (machine.path("card.png"), machine.path("card.svg"));
    let (png, svg) = (png.to_str().unwrap(), svg.to_str().unwrap());
    let made = device.ok(&["card", "--out", png]);
    let key = made["card"]["key"].as_str().unwrap();
    let reader = stranger(&machine);
    let read = reader.ok(&["scan", png, "--known", key]);
    assert_eq!(read["card"], made["card"]);
    assert_eq!(read["signer"], "known-patient");
    assert_eq!(read["age"]["days"], 0);
    assert_eq!(read["age"]["review_overdue"], false);
    assert_eq!(reader.ok(&["scan", png])["signer"], "unknown-key");
    let page = reader.says(&["scan", png, "--language", "de"]);
    for words in [
        "Unterschrieben mit einem Schlüssel",
        "▲ Penicillin (schwer, hohes Risiko)",
        "NOTFALLKARTE",
    ] {
        assert!(page.contains(words), "{page}");
    }
    assert!(page.contains("The words in German are a translation"));
    assert!(!reader.says(&["scan", png]).contains("translation"));
    assert!(!reader.record.exists(), "reading leaves nothing behind");

    device.ok(&["card", "--out", svg]);
    let drawn = fs::read_to_string(svg).unwrap();
    let modules: usize = made["modules"].as_u64().unwrap() as usize + 8;
    assert!(drawn.contains(&format!("viewBox=\"0 0 {modules} {modules}\"")));
    assert!(drawn.contains(&format!("width=\"{:.1}mm\"", modules as f64 * 0.6)));
    // Nothing is overwritten, and only pictures are written.
    device.fails(&["card", "--out", png], 5);
    let other = machine.path("card.txt");
    assert_eq!(
        device.fails(&["card", "--out", other.to_str().unwrap()], 2)["id"],
        "card-file-kind"
    );
    assert!(!other.exists());
}

#[test]
fn it_is_printed_on_each_paper_with_the_fonts_that_are_there() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    for paper in ["wallet", "a6", "fridge"] {
        let path = machine.path(&format!("{paper}.pdf"));
        let made = device.ok(&["card", "--out", path.to_str().unwrap(), "--paper", paper]);
        assert_eq!(made["file"], path.to_str().unwrap());
        let page = fs::read(&path).unwrap();
        assert!(page.starts_with(b"%PDF-") && page.len() > 10_000, "{paper}");
    }
    let path = machine.path("none.pdf");
    let empty = machine.path("no fonts");
    fs::create_dir(&empty).unwrap();
    let without = [
        "card",
        "--out",
        path.to_str().unwrap(),
        "--fonts",
        empty.to_str().unwrap(),
    ];
    assert_eq!(device.fails(&without, 3)["id"], "card-no-font");
    assert!(!path.exists(), "nothing is left behind");
}

#[test]
fn a_photograph_and_standard_input_are_read() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let made = device.ok(&["card"]);
    let code = made["text"].as_str().unwrap();
    // A photograph as cameras keep it.
    let (side, luma) = draw(code).unwrap().to_luma(6);
    let path = machine.path("photo.jpg");
    let file = fs::File::create(&path).unwrap();
    image::codecs::jpeg::JpegEncoder::new_with_quality(file, 60)
        .encode(&luma, side, side, image::ExtendedColorType::L8)
        .unwrap();
    let reader = stranger(&machine);
    assert_eq!(reader.ok(&["scan", path.to_str().unwrap()])["card"], made["card"]);
    for bytes in [code.as_bytes().to_vec(), fs::read(&path).unwrap()] {
        let mut child = reader
            .command(&["scan", "--json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(&bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        let read: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(read["card"], made["card"]);
    }
}

#[test]
fn the_person_chooses_what_is_on_it() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let made = device.ok(&["card"]);
    let letters = |text: &str| choice(&made, text)["short"].as_str().unwrap().to_owned();
    assert_eq!(choice(&made, "Blood sugar meter")["selected"], false);
    let (migraine, meter, latex) = (
        letters("Migraine"),
        letters("Blood sugar meter"),
        letters("Latex"),
    );
    let changed = device.ok(&["card", "--without", &migraine, "--with", &meter]);
    assert_eq!(choice(&changed, "Migraine")["selected"], false);
    assert_eq!(
        changed["card"]["sections"]["implants"][0]["text"],
        "Blood sugar meter"
    );
    assert!(!changed["card"].to_string().contains("Migraine"));
    let only = device.ok(&["card", "--only", &latex]);
    assert_eq!(only["card"]["sections"]["allergies"].as_array().unwrap().len(), 1);
    assert_eq!(only["card"]["name"], Value::Null);
    assert_eq!(
        device.fails(&["card", "--without", "ffffffff"], 3)["id"],
        "card-not-offered"
    );
    let (empty, _) = machine.created("empty");
    assert_eq!(empty.fails(&["card"], 5)["id"], "card-empty");
}

#[test]
fn none_known_is_not_nothing() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    device.ok(&[
        "add",
        "contact",
        "Chidi Okafor",
        "--phone",
        "+1 555 0143",
        "--emergency",
    ]);
    let silent = device.says(&["card"]);
    assert!(
        silent.contains("◆ nothing said here; that does not mean none"),
        "{silent}"
    );
    device.ok(&["add", "allergy", "--none-known"]);
    assert!(device.says(&["card"]).contains("None known, as stated"));
    assert!(
        device.ok(&["card", "--plain"])["text"]
            .as_str()
            .unwrap()
            .contains("No known allergy")
    );
}

#[test]
fn a_page_may_stand_in_front() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let page = "https://card.example.org/v1/en";
    let made = device.ok(&["card", "--page", page]);
    let code = made["text"].as_str().unwrap();
    assert!(code.starts_with(&format!("{page}#")));
    let shown = device.says(&["card", "--page", page]).replace('\n', " ");
    assert!(
        shown.contains("Whoever serves that page can read the card there."),
        "{shown}"
    );
    assert_eq!(stranger(&machine).ok(&["scan", code])["card"], made["card"]);
    let set = device
        .command(&["card", "--json"])
        .env("POCKETCHART_CARD_PAGE", page)
        .output()
        .unwrap();
    assert!(text(&set.stdout).contains(&format!("{page}#")));
    assert_eq!(
        device.fails(&["card", "--page", "http://card.example.org"], 2)["id"],
        "card-page-wrong"
    );
}

#[test]
fn what_is_no_whole_card_shows_nothing() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let reader = stranger(&machine);
    let code = device.ok(&["card"])["text"].as_str().unwrap().to_owned();
    let digits = code.trim_start_matches("pocketchart:/");
    let middle = digits.len() / 2;
    let other = if digits.as_bytes()[middle] == b'1' {
        '2'
    } else {
        '1'
    };
    let altered = format!(
        "pocketchart:/{}{other}{}",
        &digits[..middle],
        &digits[middle + 1..]
    );
    assert_eq!(Chart::read_card(&altered).unwrap_err().0, CardError::Altered);
    let output = reader.command(&["scan", &altered]).output().unwrap();
    let shown = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(8));
    assert!(shown.contains("altered or damaged") && !shown.contains("Penicillin"));
    assert_eq!(reader.fails(&["scan", &altered], 8)["id"], "card-altered");
    assert_eq!(
        reader.fails(&["scan", "pocketchart:/123"], 5)["id"],
        "card-not-one"
    );
    let blank = machine.file("note.txt", "hello");
    assert_eq!(
        reader.fails(&["scan", blank.to_str().unwrap()], 5)["id"],
        "card-not-one"
    );
    let broken = machine.file("photo.png", b"\x89PNG\r\n\x1a\nnothing");
    assert_eq!(
        reader.fails(&["scan", broken.to_str().unwrap()], 5)["id"],
        "scan-no-picture"
    );
    let empty = machine.path("white.png");
    image::GrayImage::from_pixel(200, 200, image::Luma([255]))
        .save(&empty)
        .unwrap();
    assert_eq!(
        reader.fails(&["scan", empty.to_str().unwrap()], 3)["id"],
        "scan-no-code"
    );
    let wrong = reader
        .command(&["scan", &code, "--known", "12", "--json"])
        .output()
        .unwrap();
    assert_eq!(refusal(&wrong, 2)["id"], "scan-known-wrong");
    let card: Card = Chart::read_card(&code).unwrap();
    assert_ne!(card.device(), DeviceId([0; 32]));
}

#[test]
fn too_much_is_said_with_what_could_be_left_off() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let mut random = fastrand::Rng::with_seed(7);
    let mut word = || -> String { (0..24).map(|_| random.alphanumeric()).collect() };
    let lines: String = (0..40)
        .map(|number| {
            let word = word();
            format!(
                "{{\"resourceType\":\"Condition\",\"id\":\"c{number}\",\"subject\":{{\"reference\":\"Patient/maria\"}},\"code\":{{\"text\":\"{word}\"}}}}\n"
            )
        })
        .collect();
    let file = machine.file("many.ndjson", lines);
    device.ok(&["import", "--same-person", file.to_str().unwrap()]);
    let error = device.fails(&["card"], 5);
    assert_eq!(error["id"], "card-too-much");
    let offered: Vec<&str> = error["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert!(offered.len() > 55, "{offered:?}");
    let made_up = |line: &&&str| line.len() == 32 && !line[8..].contains(' ');
    let mut arguments = vec!["card".to_owned()];
    for line in offered.iter().filter(made_up) {
        arguments.extend(["--without".to_owned(), line.split(' ').next().unwrap().to_owned()]);
    }
    assert_eq!(arguments.len(), 81);
    device.ok(&arguments);
}

#[test]
fn a_health_link_of_other_peoples_making_says_what_it_is() {
    let machine = Machine::new();
    let nobody = machine.device("nobody");
    let link = "shlink:/eyJ1cmwiOiJodHRwczovL3JlbGF5LmV4YW1wbGUub3JnL3NobC9tVFZrQXRsZmRVWWRuRmlRckFTOEZaS3hsVTF4SzJubXYzRldadmNEdjhBIiwia2V5IjoicnhUZ1lsT2FLSlBGdGNFZDBxY2NlTjh3RVU0cDk0U3FBd0lXUWU2dVg3USIsImV4cCI6MTcwMDAwMDAwMCwiZmxhZyI6IkxQIiwibGFiZWwiOiJGb3IgdGhlIGZyb250IGRlc2sifQ";
    let read = nobody.ok(&["scan", link]);
    let found = &read["health_link"];
    assert_eq!(found["label"], "For the front desk");
    for member in ["stale", "passcode", "long_term"] {
        assert_eq!(found[member], true, "{member}");
    }
    assert!(
        !read
            .to_string()
            .contains("rxTgYlOaKJPFtcEd0qcceN8wEU4p94SqAwIWQe6uX7Q")
    );
    let damaged = nobody.fails(&["scan", &link[..60]], 5);
    assert_eq!(damaged["id"], "shl-damaged");
}
