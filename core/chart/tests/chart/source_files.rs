//! Files that a hospital's documents only point to.

use crate::given::{Scratch, chart, list, titles};
use crate::hospital::{Asked, Hospital, Reply};
use crate::media::made;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pocketchart::{Chart, ExtractError, NewSource, PullReport, Section, SourceId, Trouble, Web};
use serde_json::{Value, json};
use sha1::{Digest, Sha1};

struct Patient {
    _scratch: Scratch,
    chart: Chart,
    hospital: Hospital,
    source: SourceId,
}

/// A hospital whose documents are searched, and which asks nobody to sign in.
fn patient(files: impl Fn(&Asked) -> Option<Reply> + Send + 'static) -> Patient {
    let (mut chart, scratch) = chart();
    let hospital = Hospital::new();
    hospital.set(|it| it.open = true);
    answer(&hospital, files);
    let new = NewSource {
        name: "General".into(),
        base: hospital.base(),
        ..NewSource::default()
    };
    let source = chart.connect_source(&Web::new(), new, None).unwrap();
    Patient {
        _scratch: scratch,
        chart,
        hospital,
        source,
    }
}

fn answer(hospital: &Hospital, files: impl Fn(&Asked) -> Option<Reply> + Send + 'static) {
    hospital.instead(move |asked| match asked.below() {
        "metadata" => Some(Reply::json(
            200,
            &json!({ "resourceType": "CapabilityStatement", "rest": [{ "resource": [
                { "type": "DocumentReference", "searchParam": [{ "name": "patient" }] },
            ] }] }),
        )),
        _ => files(asked),
    });
}

impl Patient {
    fn document(&self, id: &str, at: &str, attachment: &Value) {
        let document = json!({
            "resourceType": "DocumentReference", "id": id, "meta": { "lastUpdated": at }, "status": "current", "date": "2026-03-04T10:00:00Z",
            "subject": { "reference": "Patient/7" }, "content": [{ "attachment": attachment }],
        });
        self.hospital
            .put_at("DocumentReference", id, at, &document.to_string());
    }

    fn pull(&mut self) -> PullReport {
        self.chart
            .pull_source(&Web::new(), self.source, false, &mut |_| ())
            .unwrap()
    }

    /// Why the only document's file is not there.
    fn refused(&mut self) -> Trouble {
        let report = self.pull();
        let [missing] = report.missing.as_slice() else {
            panic!("{report:?}");
        };
        let id = list(&self.chart, Section::Documents)[0].id;
        assert!(matches!(self.chart.extract(id), Err(ExtractError::Elsewhere)));
        missing.trouble
    }

    fn fetched(&self) -> usize {
        self.hospital.asked("/Binary").len()
    }
}

/// After every pull by the hospital's clock, so that each change is sent.
const LATE: &str = "2026-11-28T08:00:00Z";

fn letter() -> Vec<u8> {
    made::pdf(&["BT /F1 12 Tf (Glucose and zolpidem) Tj ET"])
}

fn raw(bytes: &[u8], media: &str) -> Reply {
    let mut reply = Reply::text(200, "").with("Content-Type", media);
    reply.body = bytes.to_vec();
    reply
}

fn gives_letter(asked: &Asked) -> Option<Reply> {
    let binary = asked.below().starts_with("Binary/");
    binary.then(|| raw(&letter(), "application/pdf"))
}

fn points(url: &str) -> Value {
    json!({ "contentType": "application/pdf", "url": url, "title": "Letter" })
}

#[test]
fn a_file_is_fetched_once_found_by_its_words_and_given_out() {
    let mut it = patient(gives_letter);
    it.document("d", LATE, &points("Binary/1"));
    let report = it.pull();
    assert!(report.missing.is_empty(), "{report:?}");
    let files = report.searches.iter().find(|it| it.name == "Binary").unwrap();
    assert_eq!((files.new, files.held), (1, 0));
    assert_eq!(
        it.hospital.asked("/Binary")[0].headers["accept"],
        "application/pdf"
    );

    let items = list(&it.chart, Section::Documents);
    assert_eq!(items.len(), 1);
    let kept = it.chart.extract(items[0].id).unwrap();
    assert_eq!(
        (kept.bytes, kept.media_type.as_str()),
        (letter(), "application/pdf")
    );
    assert_eq!(titles(&it.chart.search("zolpidem").unwrap()), titles(&items));
    let imports = it.chart.imports().unwrap();
    assert_eq!((imports.len(), imports[0].unreadable), (1, 0));

    let again = it.pull();
    let files = again.searches.iter().find(|it| it.name == "Binary").unwrap();
    assert_eq!((files.new, files.held, it.fetched()), (0, 1, 1));

    // A document that has changed may mean another file by the same address.
    it.document("d", "2026-11-29T08:00:00Z", &points("Binary/1"));
    it.pull();
    it.pull();
    assert_eq!(it.fetched(), 2);
}

#[test]
fn a_pull_that_is_taken_back_takes_its_files_with_it() {
    let mut it = patient(gives_letter);
    it.document("d", LATE, &points("Binary/1"));
    it.pull();
    let import = it.chart.imports().unwrap()[0].id;
    it.chart.undo_import(import, None).unwrap();
    assert!(it.chart.search("zolpidem").unwrap().is_empty());
    it.pull();
    assert_eq!(it.chart.search("zolpidem").unwrap().len(), 1);
    assert_eq!(it.fetched(), 2);
}

#[test]
fn an_address_of_the_server_itself_and_a_wrapped_file_are_read_too() {
    let wrapped = json!({ "resourceType": "Binary", "contentType": "application/pdf", "data": STANDARD.encode(letter()) });
    let mut it = patient(move |asked| {
        let binary = asked.below().starts_with("Binary/");
        binary.then(|| Reply::json(200, &wrapped).with("Content-Type", "application/fhir+json;charset=utf-8"))
    });
    let mut file = points(&format!("{}/Binary/1", it.hospital.base()));
    file["size"] = json!(letter().len());
    file["hash"] = json!(STANDARD.encode(Sha1::digest(letter())));
    it.document("d", LATE, &file);
    assert!(it.pull().missing.is_empty());
    let id = list(&it.chart, Section::Documents)[0].id;
    assert_eq!(it.chart.extract(id).unwrap().bytes, letter());
}

#[test]
fn nothing_outside_the_server_is_asked_and_no_redirect_is_followed() {
    let other = Hospital::new();
    let to = format!("{}/fhir/Binary/1", other.origin);
    let mut it = patient({
        let to = to.clone();
        move |asked| {
            let binary = asked.below().starts_with("Binary/");
            binary.then(|| Reply::text(302, "").with("Location", &to))
        }
    });
    for (url, trouble) in [
        (to.as_str(), Trouble::Elsewhere),
        ("Binary/../../admin", Trouble::Elsewhere),
        ("//evil.example/x", Trouble::Status(404)),
        ("Binary/1", Trouble::Status(302)),
    ] {
        it.document("d", LATE, &points(url));
        assert_eq!(it.refused(), trouble, "{url}");
    }
    assert!(other.get(|it| it.asked.is_empty()));
}

#[test]
fn a_file_that_is_not_the_one_is_not_taken_and_asked_for_again() {
    let mut it = patient(gives_letter);
    let with = |name: &str, value: Value| {
        let mut file = points("Binary/1");
        file[name] = value;
        file
    };
    it.document("d", LATE, &with("hash", json!(STANDARD.encode([7; 20]))));
    assert_eq!(it.refused(), Trouble::OtherFile);
    it.document("d", LATE, &with("size", json!(3)));
    assert_eq!(it.refused(), Trouble::OtherFile);

    it.document("d", LATE, &points("Binary/1"));
    for (reply, trouble) in [
        (Reply::text(403, ""), Trouble::Status(403)),
        (Reply::text(401, ""), Trouble::Status(401)),
        (raw(b"", "application/pdf"), Trouble::Empty),
        (raw(b"<html>Sign in</html>", "text/html"), Trouble::OtherFile),
        (
            raw(&vec![b' '; (16 << 20) + 1], "application/pdf"),
            Trouble::FileTooLarge,
        ),
        (
            raw(&vec![b' '; (32 << 20) + 1], "application/pdf"),
            Trouble::FileTooLarge,
        ),
    ] {
        answer(&it.hospital, move |asked| {
            asked.below().starts_with("Binary/").then(|| reply.clone())
        });
        assert_eq!(it.refused(), trouble);
    }
    let view = it.chart.sources().unwrap();
    let files = view[0].searches.iter().find(|it| it.name == "Binary").unwrap();
    assert_eq!(files.trouble, Some(Trouble::FileTooLarge));

    answer(&it.hospital, gives_letter);
    assert!(it.pull().missing.is_empty());
    let id = list(&it.chart, Section::Documents)[0].id;
    assert_eq!(it.chart.extract(id).unwrap().bytes, letter());
}

#[test]
fn a_server_that_stops_half_way_through_the_files_is_asked_for_the_rest_alone() {
    let mut it = patient(|asked| match asked.below() {
        "Binary/2" => Some(Reply::text(503, "").with("Retry-After", "1000")),
        _ => gives_letter(asked),
    });
    for number in 1..=3 {
        it.document(&format!("d{number}"), LATE, &points(&format!("Binary/{number}")));
    }
    let stopped = it.chart.pull_source(&Web::new(), it.source, false, &mut |_| ());
    assert!(stopped.is_err());
    assert!(it.chart.sources().unwrap()[0].half_way);
    answer(&it.hospital, gives_letter);
    let report = it.pull();
    assert!(report.resumed && report.missing.is_empty());
    let asked: Vec<String> = it
        .hospital
        .asked("/Binary")
        .iter()
        .map(|asked| asked.below().to_owned())
        .collect();
    assert_eq!(asked, ["Binary/1", "Binary/2", "Binary/2", "Binary/3"]);
    for item in list(&it.chart, Section::Documents) {
        assert_eq!(it.chart.extract(item.id).unwrap().bytes, letter());
    }
}
