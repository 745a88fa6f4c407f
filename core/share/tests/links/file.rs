use std::collections::HashSet;
use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::a256gcm;
use pocketchart_crypto::padme::padme_len;
use pocketchart_share::shl::{ContentType, FileError, HealthLink, LinkFile, LinkFlags, MAX_FILE};

use crate::{URL, link};

const BUNDLE: &[u8] = br#"{"resourceType":"Bundle","type":"collection"}"#;

fn file(bytes: &[u8]) -> LinkFile {
    LinkFile {
        content_type: ContentType::Fhir,
        bytes: bytes.to_vec(),
    }
}

/// A JWE of any header and content, under the key of [`link`].
fn jwe(header: &str, content: &[u8]) -> String {
    let header = URL_SAFE_NO_PAD.encode(header);
    let sealed = a256gcm::seal(&Secret::from_bytes([7; 32]), header.as_bytes(), content);
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    format!(
        "{header}..{}.{}.{}",
        part(&sealed.iv),
        part(&sealed.ciphertext),
        part(&sealed.tag)
    )
}

const PLAIN: &str = r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#;
const PACKED: &str = r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json","zip":"DEF"}"#;

#[test]
fn a_file_opens_with_its_link_alone() {
    let link = link(LinkFlags::DIRECT);
    for content_type in [
        ContentType::Fhir,
        ContentType::HealthCard,
        ContentType::SmartAccess,
    ] {
        let sealed = link
            .seal(&LinkFile {
                content_type: content_type.clone(),
                bytes: BUNDLE.to_vec(),
            })
            .unwrap();
        let opened = link.open(&format!("\n{sealed} \r\n")).unwrap();
        assert_eq!(opened.content_type, content_type);
        assert_eq!(opened.bytes.trim_ascii_end(), BUNDLE);
        let other = HealthLink::new(URL, Secret::from_bytes([8; 32]), LinkFlags::DIRECT).unwrap();
        assert_eq!(other.open(&sealed), Err(FileError::Key));
    }
}

#[test]
fn every_write_has_an_iv_of_its_own() {
    let link = link(LinkFlags::LONG_TERM);
    let ivs: HashSet<String> = (0..10_000)
        .map(|_| {
            link.seal(&file(BUNDLE))
                .unwrap()
                .split('.')
                .nth(2)
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(ivs.len(), 10_000);
}

#[test]
fn sizes_show_no_more_than_padme() {
    let mut random = fastrand::Rng::with_seed(5);
    let mut lengths = HashSet::new();
    for count in 0..300 {
        let noise: String = (0..count * 40).map(|_| random.alphanumeric()).collect();
        let sealed = link(LinkFlags::DIRECT)
            .seal(&file(format!("\"{noise}\"").as_bytes()))
            .unwrap();
        let body = URL_SAFE_NO_PAD.decode(sealed.split('.').nth(3).unwrap()).unwrap();
        assert_eq!(padme_len(body.len()), body.len());
        lengths.insert(body.len());
    }
    assert!(lengths.len() < 120, "{} lengths", lengths.len());
}

#[test]
fn every_altered_character_is_refused() {
    let link = link(LinkFlags::DIRECT);
    let sealed = link.seal(&file(BUNDLE)).unwrap();
    for at in 0..sealed.len() {
        let mut altered = sealed.clone().into_bytes();
        altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(altered).unwrap();
        assert!(link.open(&altered).is_err(), "character {at}");
        assert!(link.open(&sealed[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn other_forms_that_the_specification_allows_are_read() {
    let link = link(LinkFlags::DIRECT);
    assert_eq!(link.open(&jwe(PLAIN, BUNDLE)), Ok(file(BUNDLE)));
    let parameter = PLAIN.replace("fhir+json", "FHIR+json; fhirVersion=4.0.1");
    assert_eq!(link.open(&jwe(&parameter, BUNDLE)), Ok(file(BUNDLE)));
    let other = link
        .open(&jwe(&PLAIN.replace("fhir+json", "pdf"), b"%PDF-"))
        .unwrap();
    assert_eq!(other.content_type, ContentType::Other("application/pdf".into()));
}

#[test]
fn others_are_refused_with_their_reason() {
    let link = link(LinkFlags::DIRECT);
    let zlib = [0x78, 0x9c, 0xab, 0xae, 0x05, 0x00, 0x01, 0x75, 0x00, 0xf9];
    for (header, content, expected) in [
        (PLAIN.replace("A256GCM", "A128GCM"), BUNDLE, FileError::Algorithm),
        (PLAIN.replace("dir", "A256KW"), BUNDLE, FileError::Algorithm),
        (PACKED.replace("DEF", "GZ"), BUNDLE, FileError::Algorithm),
        (PACKED.into(), BUNDLE, FileError::Deflate),
        (PACKED.into(), &zlib, FileError::Deflate),
        (
            PLAIN.replace("\"cty\"", "\"typ\""),
            BUNDLE,
            FileError::NoContentType,
        ),
        (
            PLAIN.replace("{", r#"{"crit":["b64"],"#),
            BUNDLE,
            FileError::Critical,
        ),
        (
            PLAIN.replace("{", r#"{"alg":"none","#),
            BUNDLE,
            FileError::NotAFile,
        ),
        ("[]".into(), BUNDLE, FileError::NotAFile),
    ] {
        assert_eq!(link.open(&jwe(&header, content)), Err(expected), "{header}");
    }
    let whole = jwe(PLAIN, BUNDLE);
    for altered in [
        whole.replace("..", ".AA."),
        format!("{whole}.AA"),
        whole.replace("..", "."),
        String::new(),
    ] {
        assert_eq!(link.open(&altered), Err(FileError::NotAFile), "{altered}");
    }
}

#[test]
fn a_bomb_and_a_file_beyond_the_bound_are_refused() {
    let link = link(LinkFlags::DIRECT);
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::copy(&mut std::io::repeat(b' ').take(MAX_FILE as u64 + 1), &mut encoder).unwrap();
    let bomb = encoder.finish().unwrap();
    assert!(bomb.len() < 100_000);
    assert_eq!(link.open(&jwe(PACKED, &bomb)), Err(FileError::TooLarge));
    assert_eq!(link.seal(&file(&vec![b' '; MAX_FILE])), Err(FileError::TooLarge));
}
