//! Pairing codes: through text, through pictures, and what is refused.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::collections::HashSet;

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_share::qr::{QrMatrix, draw, read_luma};
use pocketchart_share::session::{CodeError, HandshakeError, PairingCode, PairingOffer};
use proptest::prelude::*;

fn offer() -> PairingOffer {
    PairingOffer::new(vec!["192.168.178.20:7411".into()]).unwrap()
}

#[test]
fn a_code_comes_through_a_picture_at_every_scale() {
    let offer = offer();
    let code = offer.code().to_qr().unwrap();
    assert!(
        code.width() <= 45,
        "version 7 with one address, got {} modules",
        code.width()
    );
    for scale in [2, 3, 4, 5, 8, 13] {
        let (side, luma) = code.to_luma(scale);
        let texts = read_luma(side, side, &luma);
        assert_eq!(texts.len(), 1, "{scale} pixels a module");
        let read = PairingCode::from_text(&texts[0]).unwrap();
        assert_eq!(&read, offer.code());
        let own = ExchangeSecret::from_seed(&Secret::random());
        assert!(offer.answer(read.initiate(&own).unwrap().first_message()).is_ok());
    }
}

/// A camera's view: turned by an angle, greyer, with noise; nearest-pixel sampling.
fn photographed(code: &QrMatrix, scale: f64, degrees: f64, seed: u32) -> (u32, Vec<u8>) {
    let side = ((code.width() + 24) as f64 * scale) as u32;
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut random = seed;
    let mut luma = Vec::new();
    for y in 0..side {
        for x in 0..side {
            let (dx, dy) = (
                f64::from(x) - f64::from(side) / 2.0,
                f64::from(y) - f64::from(side) / 2.0,
            );
            let half = code.width() as f64 / 2.0;
            let (u, v) = (
                (dx * cos + dy * sin) / scale + half,
                (dy * cos - dx * sin) / scale + half,
            );
            let dark = u >= 0.0 && v >= 0.0 && code.is_dark(u as usize, v as usize);
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (random >> 24) as i32 % 41 - 20;
            luma.push((if dark { 60 } else { 190 } + noise) as u8);
        }
    }
    (side, luma)
}

#[test]
fn a_code_comes_through_turned_grey_and_noisy() {
    let offer = offer();
    let code = offer.code().to_qr().unwrap();
    let (mut read, mut all) = (0, 0);
    for scale in [4.0, 5.5, 7.0] {
        for degrees in [-8.0, -3.0, 0.0, 5.0, 17.0, 90.0, 180.0, 270.0] {
            let (side, luma) = photographed(&code, scale, degrees, all + 1);
            let texts = read_luma(side, side, &luma);
            all += 1;
            read += u32::from(
                texts
                    .iter()
                    .any(|text| PairingCode::from_text(text).as_ref() == Ok(offer.code())),
            );
        }
    }
    println!("{read} of {all} pictures read (seeds 1 to {all})");
    assert_eq!(read, all);
}

#[test]
fn pictures_without_a_code_and_bad_sizes_give_nothing() {
    assert!(read_luma(0, 0, &[]).is_empty());
    assert!(read_luma(10, 10, &[0; 99]).is_empty());
    assert!(read_luma(u32::MAX, u32::MAX, &[0; 100]).is_empty());
    assert!(read_luma(100, 100, &[255; 10_000]).is_empty());
    let mut random = 1_u32;
    let noise: Vec<u8> = (0..40_000)
        .map(|_| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 24) as u8
        })
        .collect();
    assert!(read_luma(200, 200, &noise).is_empty());
}

#[test]
fn two_codes_in_a_picture_are_both_read() {
    let texts = ["pocketchart:/00000000000000042", "penicillin: anaphylaxis"];
    let pictures = texts.map(|text| draw(text).unwrap().to_luma(4));
    let (width, height) = (pictures[0].0 + pictures[1].0, pictures[0].0.max(pictures[1].0));
    let mut luma = vec![255; (width * height) as usize];
    let mut left = 0;
    for (side, picture) in &pictures {
        for y in 0..*side {
            let at = (y * width + left) as usize;
            let row = (y * side) as usize;
            luma[at..at + *side as usize].copy_from_slice(&picture[row..row + *side as usize]);
        }
        left += side;
    }
    let read: HashSet<String> = read_luma(width, height, &luma).into_iter().collect();
    assert_eq!(read, texts.map(String::from).into());
}

#[test]
fn a_terminal_shows_the_same_modules() {
    let code = draw("pocketchart:/1234").unwrap();
    let text = code.to_half_blocks();
    let lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    for y in 0..code.width() {
        for x in 0..code.width() {
            let cell = lines[(y + 4) / 2][x + 4];
            let light = if (y + 4) % 2 == 0 {
                ['█', '▀']
            } else {
                ['█', '▄']
            }
            .contains(&cell);
            assert_eq!(light, !code.is_dark(x, y));
        }
    }
    assert!(lines.iter().all(|line| line.len() == code.width() + 8));
}

#[test]
fn what_does_not_fit_is_not_drawn() {
    assert!(draw(&"1".repeat(1800)).is_ok());
    assert!(draw(&"1".repeat(1900)).is_err());
    let three = vec![format!("{}:65535", "a".repeat(58)); 3];
    assert!(PairingOffer::new(three).unwrap().code().to_qr().is_ok());
}

#[test]
fn wrong_codes_say_what_is_wrong() {
    let text = offer().code().to_text();
    let read = |text: &str| PairingCode::from_text(text).map(|_| ());
    assert_eq!(read(&text), Ok(()));
    assert_eq!(
        read(&format!(" {}\n{} ", &text[..40], &text[40..])),
        Ok(()),
        "as a mail program breaks it"
    );
    for foreign in [
        "",
        "pocketchart:/",
        "https://example.org/#123",
        "shlink:/eyJ",
        "SHC:/567",
        "123456",
    ] {
        assert_eq!(read(foreign), Err(CodeError::NotACode), "{foreign}");
    }
    assert_eq!(
        read("pocketchart:/00000000000000042"),
        Err(CodeError::Damaged),
        "too short"
    );
    assert_eq!(read(&text[..text.len() - 1]), Err(CodeError::Damaged));
    assert_eq!(read(&format!("{text}000")), Err(CodeError::Damaged));
    assert_eq!(
        read(&format!("pocketchart:/{}", "1".repeat(5000))),
        Err(CodeError::NotACode)
    );
    assert_eq!(read(&text.replace('7', "x")), Err(CodeError::Damaged));
    for bad in [
        vec![],
        vec!["a:1".to_owned(); 4],
        vec!["host".into()],
        vec![":1".into()],
        vec!["a:0".into()],
    ] {
        assert_eq!(PairingOffer::new(bad).err(), Some(CodeError::Address));
    }
    for bad in ["a b:1", "ä:1", "a:65536", "a:-1"] {
        assert_eq!(
            PairingOffer::new(vec![bad.into()]).err(),
            Some(CodeError::Address),
            "{bad}"
        );
    }
    assert_eq!(
        PairingOffer::new(vec![format!("{}:1", "a".repeat(63))]).err(),
        Some(CodeError::Address)
    );
}

/// Each digit of a code changed to each other one: refused, or a code with which no session comes about.
#[test]
fn every_changed_digit_is_refused() {
    let offer = offer();
    let own = ExchangeSecret::from_seed(&Secret::random());
    let text = offer.code().to_text();
    let opens = |text: &str| {
        PairingCode::from_text(text).is_ok_and(|code| {
            code.initiate(&own)
                .is_ok_and(|initiator| offer.answer(initiator.first_message()).is_ok())
        })
    };
    assert!(opens(&text), "the untouched code passes");
    let (mut tried, mut taken) = (0, 0);
    for at in "pocketchart:/".len()..text.len() {
        for digit in '0'..='9' {
            let mut changed = text.clone();
            changed.replace_range(at..=at, &digit.to_string());
            if changed != text {
                tried += 1;
                taken += usize::from(opens(&changed));
            }
        }
    }
    println!("{tried} changed digits, {taken} taken");
    assert_eq!(taken, 0);
    assert!(
        (0..text.len()).all(|len| PairingCode::from_text(&text[..len]).is_err()),
        "every truncation"
    );
}

#[test]
fn a_code_shows_no_secret_by_accident() {
    let offer = offer();
    let shown = format!("{:?} {:?}", offer.code(), offer.code().to_qr().unwrap());
    assert!(
        shown.contains("Secret<32>(..)") && shown.contains("QrMatrix(45 modules)"),
        "{shown}"
    );
    let own = ExchangeSecret::from_seed(&Secret::random());
    let mut first = offer.code().initiate(&own).unwrap().first_message().to_vec();
    first[0] ^= 1;
    assert_eq!(offer.answer(&first).err(), Some(HandshakeError::NotForUs));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(proptest::test_runner::FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_or_refused(text in "(pocketchart:/)?[0-9 ]{0,400}|\\PC{0,60}") {
        if let Ok(code) = PairingCode::from_text(&text) {
            prop_assert_eq!(code.to_text(), text.replace(' ', ""));
        }
    }

    #[test]
    fn any_addresses_come_through(hosts in prop::collection::vec(("[a-z0-9.:\\[\\]-]{1,40}", 1_u16..), 1..=3)) {
        let addresses: Vec<String> = hosts.iter().map(|(host, port)| format!("{host}:{port}")).collect();
        let offer = PairingOffer::new(addresses.clone()).unwrap();
        let read = PairingCode::from_text(&offer.code().to_text()).unwrap();
        prop_assert_eq!(read.addresses(), addresses);
        prop_assert_eq!(&read, offer.code());
    }
}
