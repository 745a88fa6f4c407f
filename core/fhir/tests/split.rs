//! Damaged, odd and oversized files: what is good comes out, what is not is reported with its place and text.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::io::{self, BufReader, Read};

use pocketchart_fhir::split::{Form, Part, RESOURCE_LIMIT, Reason, SplitError, split, split_bytes};

/// Resources as text, unreadable parts as reason and text.
fn parts(file: &[u8]) -> Vec<Result<String, (Reason, String)>> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let part = |part| match part {
        Part::Resource(resource) => Ok(text(&resource.bytes)),
        Part::Unreadable(bad) => Err((bad.reason, text(&bad.text))),
    };
    split_bytes(file).unwrap().into_iter().map(part).collect()
}

fn good(id: &str) -> String {
    format!(r#"{{"resourceType":"Basic","id":"{id}"}}"#)
}

fn entry(id: &str) -> String {
    format!(r#"{{"fullUrl":"urn:uuid:{id}","resource":{}}}"#, good(id))
}

fn bundle(entries: &[&str]) -> String {
    format!(
        r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
        entries.join(",\n")
    )
}

#[test]
fn every_layout_is_known() {
    let (a, b) = (good("a"), good("b"));
    let both = vec![Ok(a.clone()), Ok(b.clone())];
    let pretty = "{\r\n  \"resourceType\" : \"Basic\",\r\n  \"id\" : \"p\" \r\n}";
    for (file, form, expected) in [
        (a.clone(), Form::Document, vec![Ok(a.clone())]),
        (format!("\n\n {a}\n"), Form::Document, vec![Ok(a.clone())]),
        (pretty.into(), Form::Document, vec![Ok(pretty.into())]),
        (format!("[{a},{b}]"), Form::Document, both.clone()),
        (format!("[\n{a},\n{b}\n]\n"), Form::Document, both.clone()),
        (bundle(&[&entry("a"), &entry("b")]), Form::Document, both.clone()),
        (format!("{a}\n{b}"), Form::Lines, both.clone()),
        (format!("{a}\r\n\r\n  {b}  \r\n"), Form::Lines, both.clone()),
        // A Bundle on a line is that line's resource.
        (
            format!("{a}\n{}", bundle(&[])),
            Form::Lines,
            vec![Ok(a.clone()), Ok(bundle(&[]))],
        ),
        // The type may stand last, lines may begin with an entry.
        (
            format!(
                "{{\"entry\":[\n{},\n{}],\"resourceType\":\"Bundle\"}}",
                entry("a"),
                entry("b")
            ),
            Form::Document,
            both.clone(),
        ),
        // A List has entries too, and is no Bundle.
        (
            r#"{"entry":[{"item":{"display":"x"}}],"resourceType":"List"}"#.into(),
            Form::Document,
            vec![Ok(
                r#"{"entry":[{"item":{"display":"x"}}],"resourceType":"List"}"#.into(),
            )],
        ),
        (bundle(&[]), Form::Document, vec![]),
        (
            r#"{"resourceType":"Bundle","type":"searchset","total":0}"#.into(),
            Form::Document,
            vec![],
        ),
    ] {
        assert_eq!(parts(file.as_bytes()), expected, "{file}");
        assert_eq!(split(file.as_bytes()).unwrap().form(), form, "{file}");
    }
}

#[test]
fn one_bad_entry_costs_nothing_but_itself() {
    let (a, b) = (entry("a"), entry("b"));
    let around = |bad: &str| parts(bundle(&[&a, bad, &b]).as_bytes());
    for (bad, reason) in [
        (
            r#"{"fullUrl":"urn:uuid:x","resource":{"resourceType":"Basic",,}}"#,
            Reason::Syntax,
        ),
        (
            r#"{"fullUrl":"urn:uuid:x","resource":{"resourceType":"Basic","id":"x"}"#,
            Reason::Syntax,
        ),
        (r#"{"resource":{"resourceType":"Basic","id":"x}}"#, Reason::Syntax),
        (r#"{"resource":{"resourceType":"Basic"]}"#, Reason::Syntax),
        (
            r#"{"resource":{"resourceType":"Basic","id":nul}}"#,
            Reason::Syntax,
        ),
        (r#"{"resource":{"id":"x"}}"#, Reason::NotAResource),
        (r#"{"resource":{"resourceType":""}}"#, Reason::NotAResource),
        (r#"{"resource":null}"#, Reason::NotAResource),
        (
            r#"{"request":{"method":"DELETE","url":"Basic/1"}}"#,
            Reason::NotAResource,
        ),
        ("7", Reason::NotAResource),
        (
            r#"{"resource":{"resourceType":"Basic","id":"x","id":"y"}}"#,
            Reason::DuplicateName,
        ),
        (
            r#"{"resource":{"resourceType":"Basic"},"resource":{"resourceType":"Basic"}}"#,
            Reason::DuplicateName,
        ),
    ] {
        let found = around(bad);
        assert_eq!(found.len(), 3, "{bad}: {found:?}");
        assert_eq!((&found[0], &found[2]), (&Ok(good("a")), &Ok(good("b"))), "{bad}");
        let (found_reason, text) = found[1].clone().unwrap_err();
        assert_eq!(found_reason, reason, "{bad}");
        assert!(bad.contains(text.trim()), "{bad}: {text}");
    }
}

#[test]
fn what_is_not_utf8_or_too_deep_is_reported_as_such() {
    let mut file = bundle(&[&entry("a"), &entry("?"), &entry("b")]).into_bytes();
    let at = file
        .windows(7)
        .position(|window| window == b"id\":\"?\"")
        .unwrap()
        + 5;
    file[at] = 0xFF;
    let found = split_bytes(&file).unwrap();
    assert!(matches!(&found[1], Part::Unreadable(bad) if bad.reason == Reason::NotUtf8));
    assert!(matches!(&found[2], Part::Resource(_)));

    let nested = |levels: usize| {
        format!(
            r#"{{"resourceType":"Basic","x":{}{}}}"#,
            "[".repeat(levels),
            "]".repeat(levels)
        )
    };
    let (deepest, deeper) = (nested(63), nested(64));
    for around in [
        |inner: &str| inner.to_owned(),
        |inner: &str| bundle(&[&format!(r#"{{"resource":{inner}}}"#), &entry("b")]),
        |inner: &str| format!("{inner}\n{}", good("b")),
    ] {
        assert_eq!(parts(around(&deepest).as_bytes())[0], Ok(deepest.clone()));
        let found = parts(around(&deeper).as_bytes());
        assert_eq!(found[0].as_ref().unwrap_err().0, Reason::TooDeep, "{found:?}");
        assert!(found.len() == 1 || found[1] == Ok(good("b")), "{found:?}");
    }
}

#[test]
fn a_file_that_breaks_off_keeps_what_was_whole() {
    let file = bundle(&[&entry("a"), &entry("b"), &entry("c")]);
    let cut = file.len() - 20;
    let found = parts(&file.as_bytes()[..cut]);
    assert_eq!((&found[0], &found[1]), (&Ok(good("a")), &Ok(good("b"))));
    assert_eq!(found[2].as_ref().unwrap_err().0, Reason::Truncated);
    assert_eq!(found.len(), 3);
    // Cut between entries: all resources are there, and yet the file says that it is not whole.
    let end = file.rfind(']').unwrap();
    let found = parts(&file.as_bytes()[..end]);
    assert_eq!(found.iter().filter(|part| part.is_ok()).count(), 3);
    assert_eq!(found[3], Err((Reason::Truncated, String::new())));

    let found = parts(format!("{}\n{}", good("a"), r#"{"resourceType":"Ba"#).as_bytes());
    assert_eq!(
        found,
        [
            Ok(good("a")),
            Err((Reason::Truncated, r#"{"resourceType":"Ba"#.into()))
        ]
    );
    assert_eq!(
        parts(br#"{"resourceType":"#),
        [Err((Reason::Truncated, r#"{"resourceType":"#.into()))]
    );
}

#[test]
fn damage_around_the_entries_is_reported_too() {
    let file = format!("{} garbage", bundle(&[&entry("a")]));
    assert_eq!(
        parts(file.as_bytes()),
        [Ok(good("a")), Err((Reason::TrailingText, "garbage".into()))]
    );
    let file = format!(
        "{{\"resourceType\":\"Bundle\",\"type\" \"x\",\"entry\":[{}]}}",
        entry("a")
    );
    assert_eq!(
        parts(file.as_bytes()),
        [Err((Reason::Syntax, ",\"type\" \"x\",".into())), Ok(good("a"))]
    );
    let twice = format!(
        "{{\"resourceType\":\"Bundle\",\"entry\":[{}],\"entry\":[{}]}}",
        entry("a"),
        entry("b")
    );
    assert_eq!(
        parts(twice.as_bytes()),
        [
            Ok(good("a")),
            Err((Reason::DuplicateName, "\"entry\":[".into())),
            Ok(good("b"))
        ]
    );
    // A bad first line does not hide that it is NDJSON.
    let file = format!("{{\"resourceType\":\"Bas\n{}\n", good("b"));
    assert_eq!(
        parts(file.as_bytes()),
        [
            Err((Reason::Truncated, r#"{"resourceType":"Bas"#.into())),
            Ok(good("b"))
        ]
    );
}

#[test]
fn what_is_no_json_file_is_refused_whole() {
    let refused = |file: &[u8]| split_bytes(file).unwrap_err();
    for file in [
        "<Bundle/>",
        "MSH|^~\\&|",
        "%PDF-1.4",
        "hello",
        "\u{FEFF}x",
        "\"text\"",
        "17",
    ] {
        assert!(matches!(refused(file.as_bytes()), SplitError::NotJson), "{file}");
    }
    let utf16: Vec<u8> = "{\"resourceType\":\"Basic\"}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(matches!(
        refused(&[&[0xFF, 0xFE], utf16.as_slice()].concat()),
        SplitError::NotJson
    ));
    for file in ["", " \r\n\t", "\u{FEFF}"] {
        assert!(matches!(refused(file.as_bytes()), SplitError::Empty), "{file:?}");
    }
}

#[test]
fn a_byte_order_mark_is_noticed_and_counted_in_positions() {
    let file = format!("\u{FEFF}{}\n{}", good("a"), good("b"));
    let mut found = split(file.as_bytes()).unwrap();
    assert!(found.byte_order_mark());
    for expected in [(3, 1), (3 + good("a").len() as u64 + 1, 2)] {
        let Part::Resource(resource) = found.next().unwrap().unwrap() else {
            panic!()
        };
        assert_eq!((resource.position.offset, resource.position.number), expected);
        let at = usize::try_from(resource.position.offset).unwrap();
        assert!(file.as_bytes()[at..].starts_with(&resource.bytes));
    }
}

#[test]
fn positions_point_into_the_file() {
    let file = format!(" \n{}", bundle(&[&entry("a"), "{\"resource\":{,}}", &entry("b")]));
    for (number, part) in split_bytes(file.as_bytes()).unwrap().into_iter().enumerate() {
        let (position, bytes) = match part {
            Part::Resource(resource) => (resource.position, resource.bytes),
            Part::Unreadable(bad) => (bad.position, bad.text),
        };
        assert_eq!(position.number, number as u64 + 1);
        assert!(file.as_bytes()[usize::try_from(position.offset).unwrap()..].starts_with(&bytes));
    }
}

/// `front`, then `length` bytes of one letter, then `back`.
fn long(front: &str, length: usize, back: &str) -> impl Read + use<> {
    let middle = io::repeat(b'a').take(length as u64);
    io::Cursor::new(front.as_bytes().to_vec())
        .chain(middle)
        .chain(io::Cursor::new(back.as_bytes().to_vec()))
}

#[test]
fn an_oversized_resource_is_cut_and_the_next_one_read() {
    let front = r#"{"resourceType":"Basic","x":""#;
    let fits = RESOURCE_LIMIT - front.len() - 2;
    for (more, readable) in [(0, true), (1, false)] {
        let after = format!("\"}}\n{}\n", good("b"));
        let file = io::Cursor::new(format!("{}\n", good("a"))).chain(long(front, fits + more, &after));
        let found: Vec<Part> = split(BufReader::new(file)).unwrap().map(Result::unwrap).collect();
        assert_eq!(found.len(), 3);
        match &found[1] {
            Part::Resource(resource) => assert!(readable && resource.bytes.len() == RESOURCE_LIMIT),
            Part::Unreadable(bad) => {
                assert_eq!(
                    (readable, bad.reason, bad.text.len()),
                    (false, Reason::TooLarge, RESOURCE_LIMIT)
                );
                assert_eq!(bad.length, RESOURCE_LIMIT as u64 + 1);
            }
        }
        assert!(matches!(&found[2], Part::Resource(resource) if resource.bytes == good("b").as_bytes()));
    }
    // The same inside a Bundle.
    let inside = format!(r#"{{"resourceType":"Bundle","entry":[{{"resource":{front}"#);
    let file = long(&inside, fits + 1, &format!("\"}}}},{}]}}", entry("b")));
    let found: Vec<Part> = split(BufReader::new(file)).unwrap().map(Result::unwrap).collect();
    assert!(matches!(&found[0], Part::Unreadable(bad) if bad.reason == Reason::TooLarge));
    assert!(matches!(&found[1], Part::Resource(resource) if resource.bytes == good("b").as_bytes()));
}

#[test]
fn a_document_over_256_mib_is_refused() {
    let file = long(r#"{"resourceType":"Basic","x":""#, 256 << 20, "\"}");
    assert!(matches!(
        split(BufReader::new(file)).err(),
        Some(SplitError::TooLarge)
    ));
}

/// Counts what was taken from it.
struct Counted<R>(R, std::rc::Rc<std::cell::Cell<u64>>);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        self.1.set(self.1.get() + read as u64);
        Ok(read)
    }
}

#[test]
fn ndjson_is_read_no_further_than_the_part_at_hand() {
    const LINES: u64 = 40_000;
    let line = format!("{{\"resourceType\":\"Basic\",\"x\":\"{}\"}}\n", "y".repeat(1_000));
    let mut left = LINES;
    let mut pending = io::Cursor::new(Vec::new());
    // A file that exists only as far as it is read.
    struct Endless<F>(F);
    impl<F: FnMut(&mut [u8]) -> io::Result<usize>> Read for Endless<F> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            (self.0)(buffer)
        }
    }
    let source = Endless(|buffer: &mut [u8]| {
        let read = pending.read(buffer)?;
        if read > 0 || left == 0 {
            return Ok(read);
        }
        left -= 1;
        pending = io::Cursor::new(line.clone().into_bytes());
        pending.read(buffer)
    });
    let taken = std::rc::Rc::new(std::cell::Cell::new(0));
    let reader = BufReader::with_capacity(8 << 10, Counted(source, taken.clone()));
    let mut count = 0;
    for part in split(reader).unwrap() {
        let Part::Resource(resource) = part.unwrap() else {
            panic!()
        };
        let end = resource.position.offset + resource.bytes.len() as u64;
        assert!(taken.get() - end <= 2 * line.len() as u64 + (8 << 10));
        count += 1;
    }
    assert_eq!(count, LINES);
}

#[test]
fn a_reader_that_fails_ends_the_iteration_with_its_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let file = io::Cursor::new(format!("{}\n{}\n{}\n", good("a"), good("b"), good("c"))).chain(Broken);
    let found: Vec<_> = split(BufReader::new(file)).unwrap().collect();
    assert!(
        found[0].is_ok() && found[2].is_ok() && matches!(found[3], Err(SplitError::Io(_))),
        "{found:?}"
    );
    assert_eq!(found.len(), 4);
}
