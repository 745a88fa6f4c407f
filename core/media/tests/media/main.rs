//! Files of our own making, byte by byte, and damaged in every place.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod made;
mod opinion;

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use made::{dicom, dicom_implicit, dicom_of, exif, jpeg, mp3, pdf, wav};
use pocketchart_media::{Kind, Look, kind, look, text};
use proptest::prelude::*;
use std::io::Write as _;

fn recordings() -> Vec<(Vec<u8>, Kind)> {
    let kind = |media_type| Kind::ALL.into_iter().find(|kind| kind.media_type() == media_type);
    let files = made::recordings().into_iter();
    files
        .map(|(bytes, media_type)| (bytes, kind(media_type).unwrap()))
        .collect()
}

/// Explicit, little endian, deflated.
fn dicom_deflated() -> Vec<u8> {
    dicom_of("1.2.840.10008.1.2.1.99", true, |data| {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
        packed.write_all(&data).unwrap();
        packed.finish().unwrap()
    })
}

/// Explicit, big endian.
fn dicom_big_endian() -> Vec<u8> {
    dicom_of("1.2.840.10008.1.2.2", true, |_| {
        let mut data = b"\x00\x08\x00\x20DA\x00\x0a1997.04.24".to_vec();
        data.extend(b"\x00\x08\x00\x30TM\x00\x0814:04:38");
        data.extend(b"\x00\x08\x02\x01SH\x00\x06+0200 ");
        data.extend(b"\x00\x10\x00\x10PN\x00\x0cOkafor^Maria");
        data.extend(b"\x7f\xe0\x00\x10OW\x00\x00\x00\x00\x00\x02\x07\x07");
        data
    })
}

#[test]
fn the_bytes_tell_the_kind() {
    for (bytes, is) in recordings() {
        assert_eq!(kind(&bytes), Some(is), "{is:?}");
        assert_eq!(look(&bytes).kind, Some(is));
        assert!(is.is_called(is.media_type()) && is.is_called(&is.media_type().to_uppercase()));
    }
    // As messengers record.
    let opus = [&b"OggS\x00\x02"[..], &[0; 22], b"OpusHead"].concat();
    assert_eq!(kind(&opus), Some(Kind::Ogg));
    for text in [
        "",
        "ID3,RESULT\n1,2\n",
        "GIFT,PRICE\n",
        "BMI,WEIGHT\n",
        "{}",
        "<xml/>",
        "MSH|^~\\&|",
    ] {
        assert_eq!(kind(text.as_bytes()), None, "{text}");
    }
    assert!(!Kind::Png.is_called("image/jpeg"));
    assert!(Kind::Jpeg.is_called("image/jpg; q=1"));
}

#[test]
fn a_picture_tells_its_day_and_that_a_place_is_in_it() {
    let taken = look(&jpeg(&exif("2026:03:01 10:11:12", Some("+01:00"), true)));
    assert_eq!(taken.made.as_deref(), Some("2026-03-01T10:11:12+01:00"));
    assert!(taken.has_place);
    let taken = look(&jpeg(&exif("2026:03:01 10:11:12", None, false)));
    assert_eq!(
        (taken.made.as_deref(), taken.has_place),
        (Some("2026-03-01"), false)
    );
    // A clock that was never set.
    assert_eq!(look(&jpeg(&exif("0000:00:00 00:00:00", None, false))).made, None);
}

#[test]
fn a_dicom_header_tells_whom_and_what() {
    // The last two say one way of writing and are in the other.
    let files = [
        dicom(),
        dicom_implicit(),
        dicom_deflated(),
        dicom_of("1.2.840.10008.1.2.1", false, |data| data),
        dicom_of("1.2.840.10008.1.2", true, |data| data),
    ];
    for file in files {
        let found = look(&file);
        assert_eq!(found.kind, Some(Kind::Dicom));
        let subject = found.subject.unwrap();
        assert_eq!(subject.name.as_deref(), Some("María Ada Okafor"));
        assert_eq!(subject.birth_date.as_deref(), Some("1984-02-29"));
        assert_eq!(
            (subject.id.as_deref(), subject.issuer.as_deref()),
            (Some("MRN-7"), Some("County"))
        );
        let study = found.study.unwrap();
        assert_eq!(
            (study.modality.as_deref(), study.body_part.as_deref()),
            (Some("CT"), Some("CHEST"))
        );
        assert_eq!(study.description.as_deref(), Some("Chest, after a fall"));
        assert_eq!(study.uid.as_deref(), Some("1.2.840.99.7"));
        assert_eq!(study.series.as_deref(), Some("1.2.840.99.7.1"));
        assert!(study.syntax.unwrap().starts_with("1.2.840.10008.1.2"));
        assert_eq!(found.made.as_deref(), Some("2026-03-01"));
    }
}

#[test]
fn an_old_dicom_header_tells_the_same() {
    let found = look(&dicom_big_endian());
    assert_eq!(found.made.as_deref(), Some("1997-04-24T14:04:38+02:00"));
    assert_eq!(found.subject.unwrap().name.as_deref(), Some("Maria Okafor"));
}

#[test]
fn a_medical_image_that_begins_like_a_scan_is_one_all_the_same() {
    let mut file = dicom();
    file[..8].copy_from_slice(b"II*\0\x08\0\0\0");
    assert_eq!(look(&file), look(&dicom()));
}

#[test]
fn a_recording_tells_how_long_it_lasts_or_nothing() {
    let file = wav(2500);
    let found = look(&file);
    assert_eq!((found.kind, found.millis), (Some(Kind::Wav), Some(2500)));
    // Cut off within what describes the sound.
    let cut = look(&file[..30]);
    assert_eq!((cut.kind, cut.millis), (Some(Kind::Wav), None));
    // Tags alone; and frames that nobody counted, the first of which are not like the others.
    assert_eq!(look(&mp3(0)).millis, None);
    assert_eq!(look(&mp3(100)).millis, Some(3600));
}

#[test]
fn a_pdf_tells_its_title_and_its_words() {
    let file = pdf(&[
        "BT /F1 12 Tf 72 700 Td (Discharge) Tj 0 -14 Td (letter) Tj ET /X1 Do",
        "BT /F1 12 Tf [(Met) 20 (formin) -300 (500)] TJ T* (mg) ' ET",
    ]);
    let found = look(&file);
    assert_eq!(found.title.as_deref(), Some("Letter"));
    assert_eq!(found.made.as_deref(), Some("2026-03-01T10:11:12+01:00"));
    assert_eq!(found.pages, Some(2));
    let words = text(&file, 1000).unwrap();
    let words: Vec<&str> = words.split_whitespace().collect();
    assert_eq!(
        words,
        [
            "Discharge",
            "letter",
            "within",
            "a",
            "form",
            "Metformin",
            "500",
            "mg"
        ]
    );
    assert_eq!(text(&file, 9).as_deref(), Some("Discharge"));
    // A scan without words, and what is no PDF.
    assert_eq!(text(&pdf(&["0 0 m 9 9 l S"]), 1000), None);
    assert_eq!(text(b"%PDF-1.7\nnothing", 1000), None);
}

#[test]
fn forms_that_draw_themselves_end() {
    let file = pdf(&["/X2 Do /X2 Do /X2 Do /X2 Do"]);
    let words = text(&file, 1 << 20).unwrap();
    assert!(words.len() <= 1 << 20);
}

/// A page with words behind this many spaces.
fn spaced(spaces: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(b"BT /F1 12 Tf").unwrap();
    for _ in 0..spaces >> 20 {
        packer.write_all(&[b' '; 1 << 20]).unwrap();
    }
    packer.write_all(b"(Letter) Tj ET").unwrap();
    made::packed_pdf(&packer.finish().unwrap())
}

#[test]
fn a_bomb_does_not_go_off() {
    assert_eq!(
        text(&spaced(1 << 20), 1000).as_deref(),
        Some("Letter\n"),
        "packed, and no bomb"
    );
    let bomb = spaced(64 << 20);
    assert!(bomb.len() < 100_000);
    assert_eq!(text(&bomb, 1000), None);
    assert_eq!(look(&bomb).title.as_deref(), Some("Packed"));
}

#[test]
fn what_is_cut_off_anywhere_is_read_up_to_there() {
    for (bytes, is) in recordings() {
        for end in 0..bytes.len().min(2000) {
            let cut = &bytes[..end];
            let found = look(cut);
            assert!(found == Look::default() || found.kind == Some(is));
            let _ = text(cut, 1000);
        }
    }
}

proptest! {
    #[test]
    fn any_change_is_survived(which in 0_usize..12, at in any::<prop::sample::Index>(), to in any::<u8>(), more in any::<[u8; 8]>()) {
        let files = recordings();
        let mut bytes = files[which % files.len()].0.clone();
        let at = at.index(bytes.len());
        bytes[at] = to;
        let _ = (look(&bytes), text(&bytes, 1000));
        let end = (at + 8).min(bytes.len());
        bytes[at..end].copy_from_slice(&more[..end - at]);
        let _ = (look(&bytes), text(&bytes, 1000));
    }
}
