//! SMART Health Links: the link, an encrypted file, what a host answers.

use super::file::{Maker, Vector, edited};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use data_encoding::BASE64URL_NOPAD;
use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::a256gcm;
use pocketchart_share::shl::{
    ContentType, FileError, HealthLink, LinkError, LinkFile, LinkFlags, Manifest, ManifestAnswer,
    ManifestError, ManifestFile, Place,
};
use serde_json::{Value, json};

pub(super) const LINK: Format = Format {
    name: "health-link",
    read: read_link,
    make: make_links,
};
pub(super) const FILE: Format = Format {
    name: "health-link-file",
    read: read_file,
    make: make_files,
};
pub(super) const MANIFEST: Format = Format {
    name: "manifest",
    read: read_manifest,
    make: make_manifests,
};

const PREFIX: &str = "shlink:/";
const URL: &str = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
/// The key of every link in the vectors.
const KEY: &str = "health link";
const NOON: u64 = fixed::NOON / 1000;

fn read_link(input: &Input) -> Result<Value, Refused> {
    let link = HealthLink::from_text(input.text("text")).map_err(|error| {
        let class = match error {
            LinkError::NotALink => "not-a-link",
            LinkError::Newer => "newer",
            LinkError::Key => "key",
            LinkError::UrlTooLong => "url-too-long",
            LinkError::Url => "url",
            LinkError::LabelTooLong => "label-too-long",
            LinkError::PasscodeOnDirect => "passcode-on-direct",
            _ => "damaged",
        };
        Refused::new(class, "")
    })?;
    let names = [
        (LinkFlags::LONG_TERM, "long-term"),
        (LinkFlags::PASSCODE, "passcode"),
        (LinkFlags::DIRECT, "direct"),
    ];
    let flags = names.iter().filter(|(flag, _)| link.flags().contains(*flag));
    let text = link.to_text(None);
    let payload = BASE64URL_NOPAD.decode(&text.as_bytes()[PREFIX.len()..]).unwrap();
    let payload: Value = serde_json::from_slice(&payload).unwrap();
    let key = BASE64URL_NOPAD
        .decode(payload["key"].as_str().unwrap().as_bytes())
        .unwrap();
    Ok(json!({
        "url": link.url(),
        "key": hex(&key),
        "expires": link.expires(),
        "flags": flags.map(|(_, name)| *name).collect::<Vec<_>>(),
        "label": link.label(),
        "patient-shared": link.check_cms().is_ok(),
    }))
}

fn text_of(payload: &str) -> String {
    format!("{PREFIX}{}", BASE64URL_NOPAD.encode(payload.as_bytes()))
}

fn make_links(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(LINK, to);
    let key = BASE64URL_NOPAD.encode(fixed::secret(KEY).expose());
    let whole = |members: &str| format!(r#"{{"url":"{URL}","key":"{key}"{members}}}"#);
    let typed = |text: &str| Input::default().with("text", text);
    let holding = |payload: &str| typed(&text_of(payload));
    for (name, about, members) in [
        ("least", "An address and a key.", ""),
        (
            "direct",
            "One file, as \"Kill the Clipboard\" has it.",
            r#","exp":1800000000,"flag":"U""#,
        ),
        ("direct-endless", "One file, and no end.", r#","flag":"U""#),
        ("passcode", "It asks for a passcode.", r#","flag":"P""#),
        ("long-term", "It may change.", r#","flag":"L""#),
        (
            "flags-in-any-order",
            "Two flags, out of their order.",
            r#","flag":"PL""#,
        ),
        (
            "flag-unknown",
            "A flag that is not known is passed over.",
            r#","flag":"LXZ""#,
        ),
        (
            "label",
            "A label with other scripts.",
            r#","label":"Für den Empfang · الاستقبال · 前台""#,
        ),
        (
            "label-longest",
            "80 characters of two UTF-16 units.",
            &format!(r#","label":"{}""#, "😀".repeat(80)),
        ),
        (
            "member-unknown",
            "A member that is not known is passed over.",
            r#","next":{"a":[1]}"#,
        ),
        ("version-1", "Version 1, said.", r#","v":1"#),
        ("fraction", "Half a second is cut off.", r#","exp":1800000000.5"#),
        ("end-far", "An end beyond 32 bits.", r#","exp":8589934592"#),
    ] {
        maker.good(name, about, &holding(&whole(members)));
    }
    let direct = text_of(&whole(r#","exp":1800000000,"flag":"U""#));
    maker.good(
        "on-a-page",
        "Behind the page of a viewer.",
        &typed(&format!("https://viewer.example.org/open#{direct}")),
    );
    maker.good(
        "broken-lines",
        "White space anywhere, as mail breaks it.",
        &typed(&format!(" {}\n {}\t", &direct[..40], &direct[40..])),
    );
    maker.good(
        "own-machine",
        "Without TLS, to the reader's own machine.",
        &holding(&format!(
            r#"{{"url":"http://127.0.0.1:8190/link/x","key":"{key}"}}"#
        )),
    );
    let longest = format!("https://h.example/{}", "a".repeat(128 - 18));
    let with_url = |url: &str| holding(&format!(r#"{{"url":"{url}","key":"{key}"}}"#));
    maker.good(
        "url-longest",
        "An address of 128 characters.",
        &with_url(&longest),
    );

    let good = holding(&whole(""));
    let mut bad = |name: &str, fault: &str, class: &str, input: Input| {
        maker.bad(name, fault, class, "", &input, good.clone());
    };
    bad(
        "other-scheme",
        "Another kind of code.",
        "not-a-link",
        typed("shc:/1234"),
    );
    bad(
        "scheme-case",
        "The scheme in capitals.",
        "not-a-link",
        typed(&direct.replace("shlink", "SHLINK")),
    );
    bad(
        "in-a-path",
        "In the path of a page, which is sent to its server.",
        "not-a-link",
        typed(&format!("https://viewer.example.org/{direct}")),
    );
    bad(
        "padded",
        "base64url with padding.",
        "damaged",
        typed(&format!("{direct}=")),
    );
    bad(
        "plus",
        "The other alphabet.",
        "damaged",
        typed(&format!("{PREFIX}++++")),
    );
    bad("empty", "No payload.", "damaged", typed(PREFIX));
    bad(
        "array",
        "An array in place of an object.",
        "damaged",
        holding(&format!(r#"["{URL}","{key}"]"#)),
    );
    bad(
        "no-key",
        "The key is missing.",
        "damaged",
        holding(&format!(r#"{{"url":"{URL}"}}"#)),
    );
    bad(
        "no-url",
        "The address is missing.",
        "damaged",
        holding(&format!(r#"{{"key":"{key}"}}"#)),
    );
    bad(
        "twice",
        "Two keys.",
        "damaged",
        holding(&whole(&format!(r#","key":"{key}""#))),
    );
    bad(
        "end-negative",
        "An end before 1970.",
        "damaged",
        holding(&whole(r#","exp":-1"#)),
    );
    bad(
        "end-text",
        "An end in words.",
        "damaged",
        holding(&whole(r#","exp":"1800000000""#)),
    );
    bad("version-0", "Version 0.", "damaged", holding(&whole(r#","v":0"#)));
    bad("version-2", "Version 2.", "newer", holding(&whole(r#","v":2"#)));
    bad(
        "passcode-on-direct",
        "A passcode for one file.",
        "passcode-on-direct",
        holding(&whole(r#","flag":"PU""#)),
    );
    bad(
        "label-too-long",
        "A label of 81 characters.",
        "label-too-long",
        holding(&whole(&format!(r#","label":"{}""#, "a".repeat(81)))),
    );
    for (name, fault, short) in [
        (
            "key-short",
            "A key of 31 bytes.",
            BASE64URL_NOPAD.encode(&[7; 31]),
        ),
        ("key-long", "A key of 33 bytes.", BASE64URL_NOPAD.encode(&[7; 33])),
        (
            "key-bits-left",
            "A key with bits left over.",
            "A".repeat(42) + "B",
        ),
    ] {
        bad(
            name,
            fault,
            "key",
            holding(&format!(r#"{{"url":"{URL}","key":"{short}"}}"#)),
        );
    }
    bad(
        "url-too-long",
        "An address of 129 characters.",
        "url-too-long",
        with_url(&format!("{longest}a")),
    );
    for (name, fault, url) in [
        (
            "url-http",
            "Without TLS, to another machine.",
            "http://relay.example.org/x",
        ),
        ("url-file", "A file of the reader.", "file:///etc/passwd"),
        (
            "url-user",
            "A user name in the address.",
            "https://me@relay.example.org/x",
        ),
        (
            "url-fragment",
            "A fragment in the address.",
            "https://relay.example.org/x#y",
        ),
        (
            "url-space",
            "A space in the address.",
            "https://relay.example.org/x y",
        ),
        ("url-no-host", "No host.", "https:///x"),
        (
            "url-like-own-machine",
            "A host that begins like the reader's own.",
            "http://127.0.0.1.example.org/x",
        ),
    ] {
        bad(name, fault, "url", with_url(url));
    }
}

fn read_file(input: &Input) -> Result<Value, Refused> {
    let link = HealthLink::new(URL, Secret::from_bytes(input.fixed("key")), LinkFlags::DIRECT).unwrap();
    let file = link.open(input.text("jwe")).map_err(|error| {
        let class = match error {
            FileError::NotAFile => "not-a-file",
            FileError::Algorithm => "algorithm",
            FileError::Critical => "critical",
            FileError::NoContentType => "no-content-type",
            FileError::Key => "key",
            FileError::Deflate => "deflate",
            _ => "too-large",
        };
        Refused::new(class, "")
    })?;
    Ok(json!({"content_type": file.content_type.as_str(), "content": hex(&file.bytes)}))
}

const BUNDLE: &str = r#"{"resourceType":"Bundle","type":"collection","entry":[]}"#;

/// Raw deflate of one block that is not packed.
pub(super) fn stored(content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    let head = [&[1][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
    [&head[..], content].concat()
}

fn sealed(header: &str, content: &[u8]) -> String {
    let part = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    let header = part(header.as_bytes());
    let sealed = a256gcm::seal(&fixed::secret(KEY), header.as_bytes(), content);
    let (iv, body, tag) = (part(&sealed.iv), part(&sealed.ciphertext), part(&sealed.tag));
    format!("{header}..{iv}.{body}.{tag}")
}

fn make_files(to: &mut Vec<Vector>) {
    const PLAIN: &str = r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#;
    const PACKED: &str = r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json","zip":"DEF"}"#;
    let mut maker = Maker::new(FILE, to).once();
    let input = |jwe: &str| {
        let key = fixed::secret(KEY);
        Input::default().with_bytes("key", key.expose()).with("jwe", jwe)
    };
    let link = HealthLink::new(URL, fixed::secret(KEY), LinkFlags::DIRECT).unwrap();
    let made = |content_type: ContentType, content: &[u8]| {
        let bytes = content.to_vec();
        input(&link.seal(&LinkFile { content_type, bytes }).unwrap())
    };
    let long = BUNDLE.replace("[]", &format!("[{}]", vec![fixed::GLUCOSE; 40].join(",")));
    maker.good(
        "made",
        "As it is written: packed, and padded with spaces.",
        &made(ContentType::Fhir, BUNDLE.as_bytes()),
    );
    maker.good(
        "made-long",
        "40 results, packed.",
        &made(ContentType::Fhir, long.as_bytes()),
    );
    maker.good(
        "made-card",
        "A health card in a link.",
        &made(
            ContentType::HealthCard,
            br#"{"verifiableCredential":["e30.e30.e30"]}"#,
        ),
    );
    maker.good("plain", "Not packed.", &input(&sealed(PLAIN, BUNDLE.as_bytes())));
    maker.good(
        "stored",
        "Packed in a block that is not packed.",
        &input(&sealed(PACKED, &stored(BUNDLE.as_bytes()))),
    );
    maker.good("empty", "No content, not packed.", &input(&sealed(PLAIN, b"")));
    maker.good(
        "member-unknown",
        "A member of the header that is not known.",
        &input(&sealed(
            r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json","kid":"1"}"#,
            b"{}",
        )),
    );
    maker.good(
        "parameters",
        "A media type with parameters, and in capitals.",
        &input(&sealed(
            r#"{"alg":"dir","enc":"A256GCM","cty":"Application/FHIR+json; charset=utf-8"}"#,
            b"{}",
        )),
    );
    maker.good(
        "type-unknown",
        "A media type that is not known is told as such.",
        &input(&sealed(
            r#"{"alg":"dir","enc":"A256GCM","cty":"text/plain"}"#,
            b"Hello",
        )),
    );
    let good = sealed(PACKED, &stored(BUNDLE.as_bytes()));
    maker.good(
        "white-space",
        "White space around it.",
        &input(&format!("\n{good} \n")),
    );
    let repair = input(&good);
    let mut bad = |name: &str, fault: &str, class: &str, jwe: &str| {
        maker.bad(name, fault, class, "", &input(jwe), repair.clone());
    };
    let header = |header: &str| sealed(header, &stored(BUNDLE.as_bytes()));
    bad(
        "alg",
        "The key is wrapped.",
        "algorithm",
        &header(r#"{"alg":"A256KW","enc":"A256GCM","cty":"x"}"#),
    );
    bad(
        "enc",
        "A shorter key.",
        "algorithm",
        &header(r#"{"alg":"dir","enc":"A128GCM","cty":"x"}"#),
    );
    bad(
        "zip",
        "Packed in a way of its own.",
        "algorithm",
        &header(r#"{"alg":"dir","enc":"A256GCM","cty":"x","zip":"GZ"}"#),
    );
    bad(
        "crit",
        "An extension is demanded.",
        "critical",
        &header(r#"{"alg":"dir","enc":"A256GCM","cty":"x","crit":["exp"]}"#),
    );
    bad(
        "no-type",
        "It does not say what it holds.",
        "no-content-type",
        &header(r#"{"alg":"dir","enc":"A256GCM","zip":"DEF"}"#),
    );
    bad(
        "header-array",
        "A header that is no object.",
        "not-a-file",
        &header(r#"["dir","A256GCM"]"#),
    );
    bad(
        "four-parts",
        "A part is missing.",
        "not-a-file",
        &good.replacen("..", ".", 1),
    );
    bad("six-parts", "A part too many.", "not-a-file", &format!("{good}."));
    bad(
        "wrapped-key",
        "A wrapped key beside `dir`.",
        "not-a-file",
        &good.replacen("..", ".AAAA.", 1),
    );
    bad("words", "Something else.", "not-a-file", "Not found");
    bad("iv-short", "An IV of 9 bytes.", "not-a-file", &{
        let parts: Vec<&str> = good.split('.').collect();
        format!("{}..{}.{}.{}", parts[0], &parts[2][..12], parts[3], parts[4])
    });
    bad(
        "tag-short",
        "A tag of 12 bytes.",
        "not-a-file",
        &good[..good.len() - 6],
    );
    bad("header-altered", "The header of another file.", "key", &{
        let (_, rest) = good.split_once('.').unwrap();
        format!("{}.{rest}", BASE64URL_NOPAD.encode(PLAIN.as_bytes()))
    });
    let zlib = [&[0x78, 0x9c][..], &stored(BUNDLE.as_bytes()), &[0; 4]].concat();
    bad(
        "zlib",
        "Packed behind a header of zlib.",
        "deflate",
        &sealed(PACKED, &zlib),
    );
    bad(
        "cut-off",
        "The packed content is cut off.",
        "deflate",
        &sealed(PACKED, &stored(BUNDLE.as_bytes())[..20]),
    );
    let longer = [&stored(BUNDLE.as_bytes())[..], b"x"].concat();
    bad(
        "behind-the-end",
        "A byte behind the packed content.",
        "deflate",
        &sealed(PACKED, &longer),
    );
    let mut other = input(&good);
    other = other.with_bytes("key", fixed::secret("another link").expose());
    maker.bad(
        "other-key",
        "Another link's file.",
        "key",
        "",
        &other,
        repair.clone(),
    );
}

fn read_manifest(input: &Input) -> Result<Value, Refused> {
    let link = HealthLink::new(URL, fixed::secret(KEY), LinkFlags::empty()).unwrap();
    let status = u16::try_from(input.uint("status")).unwrap();
    let retry = input.has("retry_after").then(|| input.text("retry_after"));
    let most = input.has("embedded_max").then(|| input.uint("embedded_max"));
    let answer = link.answer(status, retry, input.text("body").as_bytes(), most, NOON);
    let answer = answer.map_err(|error| {
        let class = match error {
            ManifestError::Status(_) => "status",
            ManifestError::Malformed => "malformed",
            ManifestError::Nowhere(_) => "nowhere",
            ManifestError::EmbeddedTooLong(_) => "embedded-too-long",
            ManifestError::Location(_) => "location",
            _ => "too-large",
        };
        Refused::new(class, "")
    })?;
    Ok(match answer {
        ManifestAnswer::Files(manifest) => json!({
            "answer": "files",
            "files": manifest.files.iter().map(show_file).collect::<Vec<_>>(),
            "list": manifest.list,
        }),
        ManifestAnswer::WrongPasscode { remaining_attempts } => {
            json!({"answer": "wrong-passcode", "remaining_attempts": remaining_attempts})
        }
        ManifestAnswer::TooMany { retry_after } => json!({"answer": "too-many", "retry_after": retry_after}),
        _ => json!({"answer": "not-active"}),
    })
}

fn show_file(file: &ManifestFile) -> Value {
    let (place, at) = match &file.place {
        Place::Embedded(jwe) => ("embedded", jwe),
        Place::Location { url, .. } => ("location", url),
    };
    json!({
        "content_type": file.content_type.as_str(),
        place: at,
        "last_updated": file.last_updated,
        "status": file.status.as_ref().map(|it| it.as_str()),
        "fhir_version": file.fhir_version,
    })
}

fn make_manifests(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(MANIFEST, to);
    let answer = |status: u64, body: &str| Input::default().with("status", status).with("body", body);
    let files = |files: &str| answer(200, &format!(r#"{{"files":[{files}]}}"#));
    const FHIR: &str = r#""contentType":"application/fhir+json""#;
    let embedded = format!(r#"{{{FHIR},"embedded":"a..b.c.d"}}"#);
    let located = format!(r#"{{{FHIR},"location":"https://files.example.org/f/1?k=2"}}"#);
    for (name, about, input) in [
        ("none", "No file.", files("")),
        ("embedded", "A file in it.", files(&embedded)),
        ("located", "A file elsewhere.", files(&located)),
        (
            "two",
            "One of each, in the sender's order.",
            files(&format!("{located},{embedded}")),
        ),
        (
            "both",
            "A file in it and elsewhere: what is in it stands.",
            files(&format!(
                r#"{{{FHIR},"embedded":"a..b.c.d","location":"ftp://x"}}"#
            )),
        ),
        (
            "told",
            "All that may be said of a file.",
            files(&format!(
                r#"{{{FHIR},"embedded":"a..b.c.d","lastUpdated":"2026-11-26T09:00:00Z","status":"can-change","fhirVersion":"4.3.0","more":1}}"#
            )),
        ),
        (
            "status-unknown",
            "A status that is not known is no promise.",
            files(&format!(r#"{{{FHIR},"embedded":"a..b.c.d","status":"perhaps"}}"#)),
        ),
        (
            "type-unknown",
            "A type that is not known.",
            files(r#"{"contentType":"text/html","embedded":"a..b.c.d"}"#),
        ),
        (
            "list",
            "A FHIR List beside the files.",
            answer(
                200,
                &format!(r#"{{"list":{{"resourceType":"List","mode": "working"}},"files":[{embedded}]}}"#),
            ),
        ),
        (
            "embedded-at-most",
            "As long as was asked for.",
            files(&embedded).with("embedded_max", 8),
        ),
        (
            "own-machine",
            "A file of the reader's own machine.",
            files(&format!(
                r#"{{{FHIR},"location":"http://localhost:8190/file/1"}}"#
            )),
        ),
        (
            "wrong-passcode",
            "A wrong passcode, with four more.",
            answer(401, r#"{"remainingAttempts":4}"#),
        ),
        (
            "wrong-passcode-last",
            "A wrong passcode, the last one.",
            answer(401, r#"{"remainingAttempts":0}"#),
        ),
        (
            "wrong-passcode-bare",
            "A wrong passcode, and nothing else.",
            answer(401, ""),
        ),
        ("not-active", "Over, or never there.", answer(404, "<html>")),
        (
            "too-many",
            "Asked too often.",
            answer(429, "").with("retry_after", " 30 "),
        ),
        (
            "too-many-until",
            "Asked too often; until when is said in words.",
            answer(429, "").with("retry_after", "Wed, 21 Oct 2026 07:28:00 GMT"),
        ),
    ] {
        maker.good(name, about, &input);
    }
    // What is written is read the same.
    let own = Manifest {
        files: vec![ManifestFile {
            content_type: ContentType::Fhir,
            place: Place::Embedded("a..b.c.d".to_owned()),
            last_updated: None,
            status: None,
            fhir_version: "4.0.1".to_owned(),
        }],
        list: None,
    };
    maker.good("made", "As it is written.", &answer(200, &own.to_json()));

    let good = files(&embedded);
    let mut bad = |name: &str, fault: &str, class: &str, input: Input| {
        maker.bad(name, fault, class, "", &input, good.clone());
    };
    for status in [204, 302, 400, 403, 500, 503] {
        bad(
            &format!("status-{status}"),
            "A status that means nothing.",
            "status",
            answer(status, "{}"),
        );
    }
    let body = |body: &str| answer(200, body);
    bad(
        "no-json",
        "A page in place of a manifest.",
        "malformed",
        body("<html>"),
    );
    bad(
        "array",
        "An array in place of an object.",
        "malformed",
        body("[]"),
    );
    bad("no-files", "The files are missing.", "malformed", body("{}"));
    bad(
        "files-object",
        "Files that are no array.",
        "malformed",
        body(r#"{"files":{}}"#),
    );
    bad(
        "list-text",
        "A list that is no object.",
        "malformed",
        body(r#"{"list":"x","files":[]}"#),
    );
    bad(
        "no-type",
        "A file without a type.",
        "malformed",
        files(r#"{"embedded":"a..b.c.d"}"#),
    );
    bad(
        "twice",
        "Two types of one file.",
        "malformed",
        files(&format!(r#"{{{FHIR},{FHIR},"embedded":"a..b.c.d"}}"#)),
    );
    bad(
        "nowhere",
        "A file that is nowhere.",
        "nowhere",
        files(&format!("{{{FHIR}}}")),
    );
    bad(
        "location-http",
        "A file without TLS.",
        "location",
        files(&located.replace("https", "http")),
    );
    bad(
        "location-data",
        "A file in its address.",
        "location",
        files(&format!(r#"{{{FHIR},"location":"data:,x"}}"#)),
    );
    let long = edited(embedded.as_bytes(), b"c.d", b"cc.d");
    maker.bad(
        "embedded-too-long",
        "A file in it, longer than was asked for.",
        "embedded-too-long",
        "",
        &files(std::str::from_utf8(&long).unwrap()).with("embedded_max", 8),
        good.clone(),
    );
    maker.bad(
        "files-too-many",
        "1,001 files.",
        "too-large",
        "",
        &files(&vec![embedded.as_str(); 1001].join(",")),
        good,
    );
}
