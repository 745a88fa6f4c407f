use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pocketchart_crypto::Secret;
use pocketchart_share::card::PageAddress;
use pocketchart_share::qr::read_luma;
use pocketchart_share::shl::{CmsRefusal, Fetch, FetchError, HealthLink, LinkError, LinkFlags};
use proptest::prelude::*;

use crate::{URL, link};

const KEY: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";

fn text(json: &str) -> String {
    format!("shlink:/{}", URL_SAFE_NO_PAD.encode(json))
}

/// A payload with these members beside address and key.
fn with(members: &str) -> Result<HealthLink, LinkError> {
    HealthLink::from_text(&text(&format!(r#"{{"url":"{URL}","key":"{KEY}"{members}}}"#)))
}

#[test]
fn it_is_written_minified_in_the_order_of_the_specification() {
    let link = link(LinkFlags::PASSCODE | LinkFlags::LONG_TERM)
        .with_expiry(4_102_444_800)
        .with_label("Größe 例")
        .unwrap();
    let expected =
        format!(r#"{{"url":"{URL}","key":"{KEY}","exp":4102444800,"flag":"LP","label":"Größe 例"}}"#);
    assert_eq!(link.to_text(None), text(&expected));
    assert_eq!(HealthLink::from_text(&link.to_text(None)), Ok(link));
}

#[test]
fn a_viewer_stands_before_it_and_the_code_is_read_by_a_camera() {
    let link = link(LinkFlags::DIRECT).with_expiry(1_800_000_000);
    let viewer = PageAddress::new("https://viewer.example.org/?lang=es").unwrap();
    let shown = link.to_text(Some(&viewer));
    assert!(shown.starts_with("https://viewer.example.org/?lang=es#shlink:/eyJ"));
    let code = link.to_qr(Some(&viewer)).unwrap();
    let (side, luma) = code.to_luma(4);
    let [scanned] = read_luma(side, side, &luma).try_into().unwrap();
    assert_eq!(scanned, shown);
    assert_eq!(HealthLink::from_text(&scanned), Ok(link.clone()));
    let broken = shown.replace("shlink", "shl\n ink");
    assert_eq!(HealthLink::from_text(&broken), Ok(link));
    let in_path = shown.replace('#', "/");
    assert_eq!(HealthLink::from_text(&in_path), Err(LinkError::NotALink));
}

#[test]
fn what_the_specification_lets_stand_is_read() {
    let known = with("").unwrap();
    assert_eq!(
        (known.expires(), known.label(), known.flags()),
        (None, None, LinkFlags::empty())
    );
    let unknown = with(r#","_later":{"url":1},"extension":[],"flag":"LXZ","v":1,"other":null"#).unwrap();
    assert_eq!(unknown.flags(), LinkFlags::LONG_TERM);
    assert_eq!(
        with(r#","exp":9007199254740993"#).unwrap().expires(),
        Some(9_007_199_254_740_993)
    );
    assert_eq!(
        with(r#","exp":1800000000.75"#).unwrap().expires(),
        Some(1_800_000_000)
    );
    assert_eq!(
        with(r#","flag":"UL""#).unwrap().flags(),
        LinkFlags::DIRECT | LinkFlags::LONG_TERM
    );
    assert!(with(r#","exp":1800000000"#).unwrap().is_stale(1_800_000_001));
    assert!(!with(r#","exp":1800000000"#).unwrap().is_stale(1_800_000_000));
    assert!(with(&format!(r#","label":"{}""#, "例".repeat(80))).is_ok());
}

#[test]
fn what_the_specification_forbids_is_refused_with_its_reason() {
    let cases = [
        (r#","flag":"PU""#.to_owned(), LinkError::PasscodeOnDirect),
        (r#","flag":"UP""#.to_owned(), LinkError::PasscodeOnDirect),
        (
            format!(r#","label":"{}""#, "例".repeat(81)),
            LinkError::LabelTooLong,
        ),
        (r#","v":2"#.to_owned(), LinkError::Newer),
        (r#","v":0"#.to_owned(), LinkError::Damaged),
        (r#","v":"1""#.to_owned(), LinkError::Damaged),
        (r#","exp":-1"#.to_owned(), LinkError::Damaged),
        (r#","exp":"soon""#.to_owned(), LinkError::Damaged),
        (r#","exp":1e300"#.to_owned(), LinkError::Damaged),
        (r#","flag":7"#.to_owned(), LinkError::Damaged),
        (r#","flag":"U","flag":"P""#.to_owned(), LinkError::Damaged),
        ("]".to_owned(), LinkError::Damaged),
    ];
    for (members, expected) in cases {
        assert_eq!(with(&members), Err(expected), "{members}");
    }
    let payload = |url: &str, key: &str| text(&format!(r#"{{"url":"{url}","key":"{key}"}}"#));
    let long = format!("{URL}{}", "a".repeat(129 - URL.len()));
    for (text, expected) in [
        (payload(&long[..128], KEY), None),
        (payload(&long, KEY), Some(LinkError::UrlTooLong)),
        (payload("http://relay.example.org/x", KEY), Some(LinkError::Url)),
        (
            payload("http://127.0.0.1.example.org/x", KEY),
            Some(LinkError::Url),
        ),
        (
            payload("http://127.0.0.1@example.org/x", KEY),
            Some(LinkError::Url),
        ),
        (payload("https://", KEY), Some(LinkError::Url)),
        (payload("https://a b/x", KEY), Some(LinkError::Url)),
        (payload("https://a/x#y", KEY), Some(LinkError::Url)),
        (payload("ftp://a/x", KEY), Some(LinkError::Url)),
        (payload(URL, &KEY[1..]), Some(LinkError::Key)),
        (payload(URL, &format!("{KEY}=")), Some(LinkError::Key)),
        (payload(URL, &KEY.replace("cHB", "c+B")), Some(LinkError::Key)),
        (
            payload(URL, KEY).replace("shlink:/", "shlink:"),
            Some(LinkError::NotALink),
        ),
        (
            payload(URL, KEY).replace("shlink:/", "shc:/"),
            Some(LinkError::NotALink),
        ),
        (format!("{}=", payload(URL, KEY)), Some(LinkError::Damaged)),
        (text(r#"["https://a/","k"]"#), Some(LinkError::Damaged)),
        (text("{}"), Some(LinkError::Damaged)),
        (String::new(), Some(LinkError::NotALink)),
        ("shlink:/".to_owned(), Some(LinkError::Damaged)),
    ] {
        assert_eq!(HealthLink::from_text(&text).err(), expected, "{text}");
    }
}

#[test]
fn only_this_machine_may_do_without_tls_and_it_says_so() {
    for host in ["127.0.0.1:8080", "localhost", "[::1]:9"] {
        let json = format!(r#"{{"url":"http://{host}/x","key":"{KEY}"}}"#);
        assert!(
            HealthLink::from_text(&text(&json)).unwrap().is_on_this_machine(),
            "{host}"
        );
    }
    assert!(!link(LinkFlags::DIRECT).is_on_this_machine());
}

#[test]
fn a_new_link_cannot_be_guessed_and_has_a_short_plain_label() {
    let new = |url: &str| HealthLink::new(url, Secret::random(), LinkFlags::DIRECT).map(|_| ());
    assert_eq!(
        new("https://relay.example.org/shl/1234"),
        Err(LinkError::GuessableUrl)
    );
    assert_eq!(new(&URL[..URL.len() - 1]), Err(LinkError::GuessableUrl));
    assert_eq!(
        new(&format!("https://{}.org/x", "a".repeat(60))),
        Err(LinkError::GuessableUrl)
    );
    assert_eq!(new(URL), Ok(()));
    let both = HealthLink::new(URL, Secret::random(), LinkFlags::all());
    assert_eq!(both, Err(LinkError::PasscodeOnDirect));
    let label = |label: &str| link(LinkFlags::DIRECT).with_label(label).map(|_| ());
    assert_eq!(label(&"a".repeat(80)), Ok(()));
    assert_eq!(label(&"a".repeat(81)), Err(LinkError::LabelTooLong));
    assert_eq!(
        label(&"𝄞".repeat(41)),
        Err(LinkError::LabelTooLong),
        "82 of UTF-16"
    );
    assert_eq!(label("a\nb"), Err(LinkError::Label));
}

#[test]
fn a_link_shows_nothing_in_debug() {
    let shown = format!("{:?}", link(LinkFlags::DIRECT).with_label("HIV clinic").unwrap());
    assert!(
        !shown.contains("HIV") && !shown.contains("relay") && !shown.contains("Bw"),
        "{shown}"
    );
    let fetch = link(LinkFlags::PASSCODE)
        .fetch("Dr. Bo", Some("1234"), None)
        .unwrap();
    assert_eq!(format!("{fetch:?}"), "Fetch::Manifest(..)");
}

#[test]
fn what_to_ask_for_follows_from_the_flags() {
    let direct = link(LinkFlags::DIRECT).fetch("Dr. Bo & Ço", Some("1234"), Some(9));
    let url = format!("{URL}?recipient=Dr.%20Bo%20%26%20%C3%87o");
    assert_eq!(direct, Ok(Fetch::File { url }));
    let asked = |flags, passcode| link(flags).fetch("Dr. \"Bo\"", passcode, Some(4096));
    let manifest = |body: &str| {
        Ok(Fetch::Manifest {
            url: URL.into(),
            body: body.into(),
        })
    };
    assert_eq!(
        asked(LinkFlags::PASSCODE, Some("12 34")),
        manifest(r#"{"recipient":"Dr. \"Bo\"","passcode":"12 34","embeddedLengthMax":4096}"#)
    );
    assert_eq!(
        asked(LinkFlags::empty(), Some("1234")),
        manifest(r#"{"recipient":"Dr. \"Bo\"","embeddedLengthMax":4096}"#),
        "a passcode that nobody asked for stays here"
    );
    assert_eq!(asked(LinkFlags::PASSCODE, None), Err(FetchError::PasscodeNeeded));
    assert_eq!(
        asked(LinkFlags::PASSCODE, Some("")),
        Err(FetchError::PasscodeNeeded)
    );
    assert_eq!(
        link(LinkFlags::DIRECT).fetch("  ", None, None),
        Err(FetchError::NoRecipient)
    );
}

#[test]
fn the_profile_takes_flag_u_with_an_end_and_nothing_else() {
    let made = HealthLink::new_cms(URL, Secret::random(), 1_800_000_000, Some("Desk")).unwrap();
    assert_eq!(made.check_cms(), Ok(()));
    assert_eq!(
        HealthLink::from_text(&made.to_text(None)).unwrap().check_cms(),
        Ok(())
    );
    for (members, expected) in [
        (r#","flag":"P","exp":1"#, CmsRefusal::Passcode),
        (r#","exp":1"#, CmsRefusal::NotDirect),
        (r#","flag":"L","exp":1"#, CmsRefusal::NotDirect),
        (r#","flag":"LU","exp":1"#, CmsRefusal::OtherFlags),
        (r#","flag":"UX","exp":1"#, CmsRefusal::OtherFlags),
        (r#","flag":"U""#, CmsRefusal::NoExpiry),
    ] {
        assert_eq!(with(members).unwrap().check_cms(), Err(expected), "{members}");
    }
}

proptest! {
    #[test]
    fn any_link_reads_back(
        key: [u8; 32],
        exp in prop::option::of(any::<u64>()),
        label in prop::option::of("[^\\p{C}]{0,40}"),
        flags in prop::sample::select(vec![0_u8, 1, 2, 3, 4, 5]),
    ) {
        let mut link = HealthLink::new(URL, Secret::from_bytes(key), LinkFlags::from_bits_truncate(flags)).unwrap();
        if let Some(exp) = exp {
            link = link.with_expiry(exp);
        }
        if let Some(label) = label {
            link = link.with_label(&label).unwrap();
        }
        prop_assert_eq!(HealthLink::from_text(&link.to_text(None)), Ok(link));
    }

    #[test]
    fn nothing_panics(text in ".{0,200}", json in r#"[\[\]{}:,"urlkeyflagvexp0-9. \\]{0,80}"#) {
        let _ = HealthLink::from_text(&text);
        let _ = HealthLink::from_text(&format!("shlink:/{}", URL_SAFE_NO_PAD.encode(json)));
    }
}
