//! The rules of the profile `patient-shared-bundle` and of the PDFs in it (`patient-shared-document-reference`).

use std::collections::HashSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pocketchart_fhir::FhirDateTime;
use serde_json::Value;

const LOINC: &str = "http://loinc.org";
/// A rendering of the whole Bundle, and the patient's story.
const PDF_TYPES: [&str; 2] = [RENDERED, "51855-5"];
const RENDERED: &str = "60591-5";
const CATEGORY: (&str, &str) = (
    "https://cms.gov/fhir/CodeSystem/patient-shared-category",
    "patient-shared",
);
const PATAST: (&str, &str) = (
    "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "PATAST",
);

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $level:ident;)*) => {
        /// A rule of the profile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum BundleRule { $($(#[$doc])* $name,)* }

        impl BundleRule {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Whether the profile demands or advises it.
            pub fn level(self) -> Level {
                match self { $(Self::$name => Level::$level,)* }
            }
        }
    };
}

/// How much a rule binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// SHALL.
    Demanded,
    /// SHOULD.
    Advised,
}

rules! {
    /// It is a JSON object with `resourceType` Bundle.
    Bundle = "bundle", Demanded;
    /// `type` is `collection`.
    Collection = "collection", Demanded;
    /// `timestamp` is an instant.
    Timestamp = "timestamp", Demanded;
    /// Each entry has a `fullUrl` of its own that begins with `urn:uuid:`.
    FullUrl = "full-url", Demanded;
    /// Each entry holds a resource.
    Resource = "resource", Demanded;
    /// There is exactly one Patient.
    OnePatient = "one-patient", Demanded;
    /// There is something beside the Patient.
    Content = "content", Demanded;
    /// The Patient has a name.
    Name = "name", Demanded;
    /// The Patient has a birth date.
    BirthDate = "birth-date", Demanded;
    /// The Patient has a gender.
    Gender = "gender", Demanded;
    /// A PDF's `status` is `current`.
    PdfStatus = "pdf-status", Demanded;
    /// A PDF's `type` is exactly LOINC 60591-5 or 51855-5.
    PdfType = "pdf-type", Demanded;
    /// A PDF's `category` includes `patient-shared`.
    PdfCategory = "pdf-category", Demanded;
    /// A PDF's `subject` is the Patient.
    PdfSubject = "pdf-subject", Demanded;
    /// A PDF's `author` includes the Patient.
    PdfAuthor = "pdf-author", Demanded;
    /// A PDF has a `date`.
    PdfDate = "pdf-date", Demanded;
    /// A PDF has exactly one `content`, of `application/pdf`.
    PdfContent = "pdf-content", Demanded;
    /// A PDF's bytes stand in it, as base64, not behind a `url`.
    PdfData = "pdf-data", Demanded;
    /// A PDF carries the security label PATAST.
    PdfLabel = "pdf-label", Advised;
    /// Resources say no `meta.profile`.
    NoProfile = "no-profile", Advised;
    /// Beside discrete resources stands the PDF that shows them all, LOINC 60591-5.
    RenderedPdf = "rendered-pdf", Advised;
}

/// A rule that a Bundle breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BundleFinding {
    /// The rule.
    pub rule: BundleRule,
    /// The entry, counted from 0; none where it is the Bundle.
    pub entry: Option<usize>,
}

/// Judges a Bundle as the "Kill the Clipboard" profile has it: every rule that it breaks, first those of the whole. Of a
/// DocumentReference only those that are marked as patient-shared PDFs are asked for what such a PDF must have. Whether
/// resources follow US Core or CARIN is not looked at.
///
/// ```
/// use pocketchart_share::shl::{BundleRule, check_shared_bundle};
/// let found = check_shared_bundle(br#"{"resourceType":"Bundle","type":"document"}"#);
/// assert!(found.iter().any(|finding| finding.rule == BundleRule::Collection));
/// ```
pub fn check_shared_bundle(json: &[u8]) -> Vec<BundleFinding> {
    let bundle: Value = serde_json::from_slice(json).unwrap_or_default();
    let mut found = Findings::default();
    found.check(BundleRule::Bundle, None, bundle["resourceType"] == "Bundle");
    if !found.0.is_empty() {
        return found.0;
    }
    found.check(BundleRule::Collection, None, bundle["type"] == "collection");
    let timestamp = FhirDateTime::new(bundle["timestamp"].as_str().unwrap_or_default());
    found.check(BundleRule::Timestamp, None, timestamp.is_instant());
    let entries = bundle["entry"].as_array().map_or(&[][..], Vec::as_slice);
    let patients: Vec<usize> = numbers(entries, |resource| resource["resourceType"] == "Patient");
    found.check(BundleRule::OnePatient, None, patients.len() == 1);
    found.check(BundleRule::Content, None, entries.len() > patients.len());
    let pdfs = numbers(entries, is_pdf);
    let discrete = numbers(entries, |resource| {
        let kind = resource["resourceType"].as_str();
        kind.is_some_and(|kind| kind != "Patient" && kind != "DocumentReference")
    });
    let rendered = |number: &usize| {
        let resource = entries.get(*number).map(|entry| &entry["resource"]);
        resource.is_some_and(|it| has(&it["type"]["coding"], (LOINC, RENDERED)))
    };
    let shown = discrete.is_empty() || pdfs.iter().any(rendered);
    found.check(BundleRule::RenderedPdf, None, shown);
    let patient = match patients.as_slice() {
        [one] => entries.get(*one).and_then(|entry| entry["fullUrl"].as_str()),
        _ => None,
    };
    let mut urls = HashSet::new();
    for (number, entry) in entries.iter().enumerate() {
        let at = Some(number);
        let url = entry["fullUrl"].as_str().unwrap_or_default();
        let named = url.starts_with("urn:uuid:") && urls.insert(url);
        found.check(BundleRule::FullUrl, at, named);
        let resource = &entry["resource"];
        found.check(BundleRule::Resource, at, resource["resourceType"].is_string());
        found.check(BundleRule::NoProfile, at, resource["meta"]["profile"].is_null());
        if resource["resourceType"] == "Patient" {
            found.check(BundleRule::Name, at, has_name(&resource["name"]));
            let born = FhirDateTime::new(resource["birthDate"].as_str().unwrap_or_default());
            found.check(BundleRule::BirthDate, at, born.is_date());
            let gender = resource["gender"].as_str().unwrap_or_default();
            let known = ["male", "female", "other", "unknown"].contains(&gender);
            found.check(BundleRule::Gender, at, known);
        }
        if pdfs.contains(&number) {
            found.check_pdf(at, resource, patient);
        }
    }
    found.0
}

#[derive(Default)]
struct Findings(Vec<BundleFinding>);

impl Findings {
    fn check(&mut self, rule: BundleRule, entry: Option<usize>, kept: bool) {
        if !kept {
            self.0.push(BundleFinding { rule, entry });
        }
    }

    fn check_pdf(&mut self, at: Option<usize>, pdf: &Value, patient: Option<&str>) {
        self.check(BundleRule::PdfStatus, at, pdf["status"] == "current");
        let codings = pdf["type"]["coding"].as_array().map_or(&[][..], Vec::as_slice);
        let exact = match codings {
            [one] => one["system"] == LOINC && one["code"].as_str().is_some_and(|it| PDF_TYPES.contains(&it)),
            _ => false,
        };
        self.check(BundleRule::PdfType, at, exact);
        self.check(BundleRule::PdfCategory, at, is_shared(pdf));
        let is_patient = |reference: &Value| patient.is_some_and(|patient| reference["reference"] == patient);
        self.check(BundleRule::PdfSubject, at, is_patient(&pdf["subject"]));
        let authors = pdf["author"].as_array().map_or(&[][..], Vec::as_slice);
        self.check(BundleRule::PdfAuthor, at, authors.iter().any(is_patient));
        let date = FhirDateTime::new(pdf["date"].as_str().unwrap_or_default());
        self.check(BundleRule::PdfDate, at, date.is_instant());
        let content = pdf["content"].as_array().map_or(&[][..], Vec::as_slice);
        let attachment = match content {
            [one] => &one["attachment"],
            _ => &Value::Null,
        };
        let is_pdf = attachment["contentType"] == "application/pdf";
        self.check(BundleRule::PdfContent, at, is_pdf);
        let data = attachment["data"].as_str().unwrap_or_default();
        let inline = STANDARD.decode(data).is_ok_and(|data| data.starts_with(b"%PDF-"));
        self.check(BundleRule::PdfData, at, inline && attachment["url"].is_null());
        self.check(BundleRule::PdfLabel, at, has(&pdf["meta"]["security"], PATAST));
    }
}

/// The numbers of the entries whose resource is such a one.
fn numbers(entries: &[Value], is: impl Fn(&Value) -> bool) -> Vec<usize> {
    let entries = entries.iter().enumerate();
    entries
        .filter(|(_, entry)| is(&entry["resource"]))
        .map(|(number, _)| number)
        .collect()
}

fn has(codings: &Value, (system, code): (&str, &str)) -> bool {
    let codings = codings.as_array().map_or(&[][..], Vec::as_slice);
    codings
        .iter()
        .any(|coding| coding["system"] == system && coding["code"] == code)
}

fn is_shared(document: &Value) -> bool {
    let categories = document["category"].as_array().map_or(&[][..], Vec::as_slice);
    categories
        .iter()
        .any(|category| has(&category["coding"], CATEGORY))
}

/// Marked as a patient-shared PDF: by category, or by one of the two types.
fn is_pdf(resource: &Value) -> bool {
    let typed = |code: &str| has(&resource["type"]["coding"], (LOINC, code));
    resource["resourceType"] == "DocumentReference"
        && (is_shared(resource) || PDF_TYPES.into_iter().any(typed))
}

fn has_name(names: &Value) -> bool {
    let names = names.as_array().map_or(&[][..], Vec::as_slice);
    let says = |text: &Value| text.as_str().is_some_and(|text| !text.trim().is_empty());
    let given = |name: &Value| {
        name["given"]
            .as_array()
            .is_some_and(|given| given.iter().any(says))
    };
    names
        .iter()
        .any(|name| says(&name["family"]) || says(&name["text"]) || given(name))
}
