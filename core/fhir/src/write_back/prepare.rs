//! A statement of somebody's record, made ready for the server of another.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::scan::Scanner;
use crate::split::DEPTH_LIMIT;
use crate::tree::Tree;
use crate::view::{Identifier, View};

/// The types that are sent, and the member of each that names the patient. An order of somebody else is no order of the clinic, so
/// a `MedicationRequest` is marked as reported; requests of other types are not sent.
pub const SENT: [(&str, &str); 10] = [
    ("AllergyIntolerance", "patient"),
    ("Condition", "subject"),
    ("DocumentReference", "subject"),
    ("Encounter", "subject"),
    ("FamilyMemberHistory", "patient"),
    ("Immunization", "patient"),
    ("MedicationRequest", "subject"),
    ("MedicationStatement", "subject"),
    ("Observation", "subject"),
    ("Procedure", "subject"),
];

/// Members whose reference is a part of what is stated: without it something else would be stated.
const MEANING: [&str; 3] = ["focus", "hasMember", "medicationReference"];

/// Members that another server sets for itself, or that say how the sender's server keeps the resource; and the narrative, which a
/// person who approves the facts has not seen.
const OF_THE_SENDER: [&str; 3] = ["id", "meta", "text"];

/// What changes the meaning of all around it.
const RULES: [&str; 2] = ["implicitRules", "modifierExtension"];

/// What of a `Patient` leads to the sender's other resources, or is not for a register.
const NOT_OF_A_PATIENT: [&str; 4] = ["generalPractitioner", "link", "managingOrganization", "photo"];

/// A resource that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Its type.
    pub kind: String,
    /// Its bytes: minified JSON.
    pub bytes: Vec<u8>,
    /// Members that were left out, because they only refer to something that the clinic's server does not have.
    pub left_out: Vec<String>,
}

/// Why a resource is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// It cannot be read, or says a member twice: what one reader takes from the first, another takes from the second.
    #[error("not a resource")]
    Malformed,
    /// Resources of its type are not sent.
    #[error("a resource of a type that is not sent")]
    Type,
    /// It has rules of its own (`implicitRules`, `modifierExtension`), without which it cannot be understood safely.
    #[error("a resource with rules of its own")]
    Rules,
    /// What it states is partly in another resource.
    #[error("a part of it stands in another resource")]
    Elsewhere,
}

/// Makes a statement ready: about this patient of the server (`Patient/id`), with our own name for it beside those that it has, and
/// without references that lead nowhere there.
///
/// ```
/// use pocketchart_fhir::{view::Identifier, write_back::prepare};
/// let ours = Identifier { system: Some("urn:ietf:rfc:3986".into()), value: Some("urn:uuid:1".into()) };
/// let body = br#"{"resourceType":"Condition","id":"7","code":{"text":"Asthma"},"subject":{"reference":"Patient/1"},
///     "encounter":{"reference":"Encounter/3"}}"#;
/// let prepared = prepare(body, "Patient/42", &ours)?;
/// let sent = r#"{"resourceType":"Condition","code":{"text":"Asthma"},"subject":{"reference":"Patient/42"},"#;
/// let sent = format!(r#"{sent}"identifier":[{{"system":"urn:ietf:rfc:3986","value":"urn:uuid:1"}}]}}"#);
/// assert_eq!(prepared.bytes, sent.as_bytes());
/// assert_eq!(prepared.left_out, ["encounter"]);
/// # Ok::<(), pocketchart_fhir::write_back::Unfit>(())
/// ```
///
/// # Errors
/// [`Unfit`].
pub fn prepare(body: &[u8], patient: &str, ours: &Identifier) -> Result<Prepared, Unfit> {
    let (mut tree, kind) = read(body)?;
    let (_, about) = SENT.iter().find(|(it, _)| *it == kind).ok_or(Unfit::Type)?;
    let mut left_out = Vec::new();
    if let Tree::Object(members) = &mut tree {
        for (name, value) in members.iter_mut().filter(|(name, _)| name != about) {
            cut(name, value, &mut left_out);
        }
        members.retain(|(_, value)| !value.is_empty());
    }
    if left_out.iter().any(|it| MEANING.contains(&it.as_str())) || lies_elsewhere(&tree) {
        return Err(Unfit::Elsewhere);
    }
    tree.set(about, Tree::object([("reference", Tree::text(patient))]));
    if kind == "MedicationRequest" {
        tree.set("reportedBoolean", Tree::Literal("true".into()));
        tree.remove("reportedReference");
    }
    name(&mut tree, ours);
    Ok(done(kind, &tree, left_out))
}

/// The type of [`prepare_answers`].
pub const ANSWERS: &str = "QuestionnaireResponse";

/// Makes a form that somebody filled in ready: about this patient of the server (`Patient/id`), under our own name in the place of the
/// one that it has, as a response has one only. Answers stay as they were written. `asked` names the form where the response does not.
/// Where it does not name anybody else, the patient answered.
///
/// ```
/// use pocketchart_fhir::{view::Identifier, write_back::prepare_answers};
/// let ours = Identifier { system: Some("urn:ietf:rfc:3986".into()), value: Some("urn:uuid:1".into()) };
/// let body = br#"{"resourceType":"QuestionnaireResponse","status":"completed","subject":{"reference":"Patient/1"},
///     "item":[{"linkId":"kg","answer":[{"valueDecimal":81.50}]}]}"#;
/// let sent = prepare_answers(body, "Patient/42", &ours, Some("urn:form|1"))?;
/// let sent = String::from_utf8(sent.bytes).unwrap();
/// assert!(sent.contains(r#""valueDecimal":81.50"#) && sent.contains(r#""source":{"reference":"Patient/42"}"#));
/// assert!(sent.contains(r#""questionnaire":"urn:form|1""#));
/// # Ok::<(), pocketchart_fhir::write_back::Unfit>(())
/// ```
///
/// # Errors
/// [`Unfit`].
pub fn prepare_answers(
    body: &[u8],
    patient: &str,
    ours: &Identifier,
    asked: Option<&str>,
) -> Result<Prepared, Unfit> {
    let (mut tree, kind) = read(body)?;
    if kind != ANSWERS {
        return Err(Unfit::Type);
    }
    let Ok(View::QuestionnaireResponse(view)) = View::of(body) else {
        return Err(Unfit::Malformed);
    };
    let mut left_out: Vec<String> = Vec::new();
    left_out.extend(tree.remove("identifier").map(|_| "identifier".to_owned()));
    tree.remove("subject");
    if view.answered_by().is_none() {
        tree.remove("source");
    }
    if let Tree::Object(members) = &mut tree {
        for (name, value) in members.iter_mut() {
            cut(name, value, &mut left_out);
        }
        members.retain(|(_, value)| !value.is_empty());
    }
    if left_out.iter().any(|it| it == "valueReference") || lies_elsewhere(&tree) {
        return Err(Unfit::Elsewhere);
    }
    let about = || Tree::object([("reference", Tree::text(patient))]);
    tree.set("subject", about());
    if view.answered_by().is_none() {
        tree.set("source", about());
    }
    if let (None, Some(asked)) = (&view.questionnaire, asked) {
        tree.set("questionnaire", Tree::text(asked));
    }
    tree.set("identifier", named(ours));
    Ok(done(kind, &tree, left_out))
}

/// The same resource, with where that lies which it refers to by this name: `Type/id`, or the name of another part of a transaction.
///
/// ```
/// use pocketchart_fhir::write_back::refer_to;
/// let body = br#"{"encounter":{"identifier":{"value":"urn:uuid:1"}}}"#;
/// let there = br#"{"encounter":{"identifier":{"value":"urn:uuid:1"},"reference":"Encounter/7"}}"#;
/// assert_eq!(refer_to(body, "urn:uuid:1", "Encounter/7").unwrap(), there);
/// assert_eq!(refer_to(body, "urn:uuid:2", "Encounter/7"), None);
/// ```
///
/// `None` where it refers to nothing of this name.
pub fn refer_to(body: &[u8], name: &str, place: &str) -> Option<Vec<u8>> {
    let mut tree = Tree::read(body)?;
    lead(&mut tree, name, place).then(|| bytes_of(&tree))
}

/// The name by which a reference says what it leads to.
fn name_of(reference: &Tree) -> Option<String> {
    reference.get("identifier")?.get("value")?.as_text()
}

fn lead(tree: &mut Tree, name: &str, place: &str) -> bool {
    if name_of(tree).is_some_and(|it| it == name) {
        tree.set("reference", Tree::text(place));
        return true;
    }
    match tree {
        Tree::Literal(_) => false,
        // Each of them, not only the first.
        Tree::Array(items) => items
            .iter_mut()
            .fold(false, |led, it| lead(it, name, place) | led),
        Tree::Object(members) => members
            .iter_mut()
            .fold(false, |led, (_, it)| lead(it, name, place) | led),
    }
}

/// The same document with the bytes of its file inside, in the place of the address at which they lie.
///
/// ```
/// use pocketchart_fhir::write_back::with_file;
/// let body = br#"{"content":[{"attachment":{"contentType":"image/png","url":"urn:x:1","size":2}}]}"#;
/// let whole = br#"{"content":[{"attachment":{"contentType":"image/png","size":2,"data":"AAE="}}]}"#;
/// assert_eq!(with_file(body, "urn:x:1", &[0, 1]).unwrap(), whole);
/// ```
///
/// `None` where no file of it lies there.
pub fn with_file(body: &[u8], url: &str, file: &[u8]) -> Option<Vec<u8>> {
    let mut tree = Tree::read(body)?;
    let mut parts = tree.remove("content")?;
    let Tree::Array(items) = &mut parts else {
        return None;
    };
    let lies_there = |it: &Tree| it.get("url").and_then(Tree::as_text).is_some_and(|it| it == url);
    let mut found = false;
    for item in items {
        let Some(mut attachment) = item.remove("attachment") else {
            continue;
        };
        if lies_there(&attachment) {
            attachment.remove("url");
            attachment.set("data", Tree::text(&STANDARD.encode(file)));
            found = true;
        }
        item.set("attachment", attachment);
    }
    tree.set("content", parts);
    found.then(|| bytes_of(&tree))
}

/// The same document without the bytes of its files: for people, who read what it says of them.
///
/// ```
/// use pocketchart_fhir::write_back::without_files;
/// let body = br#"{"content":[{"attachment":{"data":"AAE=","title":"X-ray"}}]}"#;
/// assert_eq!(without_files(body).unwrap(), br#"{"content":[{"attachment":{"title":"X-ray"}}]}"#);
/// ```
///
/// `None` where there are none.
pub fn without_files(body: &[u8]) -> Option<Vec<u8>> {
    let mut tree = Tree::read(body)?;
    let mut parts = tree.remove("content")?;
    let Tree::Array(items) = &mut parts else {
        return None;
    };
    let mut found = false;
    for item in items {
        if let Some(mut attachment) = item.remove("attachment") {
            found |= attachment.remove("data").is_some();
            item.set("attachment", attachment);
        }
    }
    tree.set("content", parts);
    found.then(|| bytes_of(&tree))
}

/// Makes a description of a person ready to become a new patient of the server, with our own name beside those that it has.
///
/// # Errors
/// [`Unfit`].
pub fn prepare_patient(body: &[u8], ours: &Identifier) -> Result<Prepared, Unfit> {
    let (mut tree, kind) = read(body)?;
    if kind != "Patient" {
        return Err(Unfit::Type);
    }
    let mut left_out = Vec::new();
    for member in NOT_OF_A_PATIENT {
        left_out.extend(tree.remove(member).map(|_| member.to_owned()));
    }
    if let Tree::Object(members) = &mut tree {
        for (name, value) in members.iter_mut() {
            cut(name, value, &mut left_out);
        }
        members.retain(|(_, value)| !value.is_empty());
    }
    name(&mut tree, ours);
    Ok(done(kind, &tree, left_out))
}

/// The same statement, said to have been entered in error.
///
/// # Errors
/// [`Unfit::Malformed`].
pub fn withdrawn(prepared: &Prepared) -> Result<Prepared, Unfit> {
    let mut tree = Tree::read(&prepared.bytes).ok_or(Unfit::Malformed)?;
    let system = match prepared.kind.as_str() {
        "AllergyIntolerance" => Some("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"),
        "Condition" => Some("http://terminology.hl7.org/CodeSystem/condition-ver-status"),
        _ => None,
    };
    match system {
        Some(system) => {
            // Neither has a clinical status once it was entered in error (constraints ait-2 and con-5).
            tree.remove("clinicalStatus");
            let coding = Tree::object([
                ("system", Tree::text(system)),
                ("code", Tree::text("entered-in-error")),
            ]);
            let concept = Tree::object([("coding", Tree::Array(vec![coding]))]);
            tree.set("verificationStatus", concept);
        }
        None => tree.set("status", Tree::text("entered-in-error")),
    }
    Ok(done(prepared.kind.clone(), &tree, prepared.left_out.clone()))
}

fn read(body: &[u8]) -> Result<(Tree, String), Unfit> {
    let mut scanner = Scanner::new(body, 0);
    scanner.skip_space();
    if scanner.value(DEPTH_LIMIT).is_err() || scanner.duplicate.is_some() {
        return Err(Unfit::Malformed);
    }
    let mut tree = Tree::read(body).ok_or(Unfit::Malformed)?;
    let kind = tree.get("resourceType").and_then(Tree::as_text);
    let kind = kind.ok_or(Unfit::Malformed)?;
    let mut has_rules = false;
    tree.each(&mut |name, _| has_rules |= RULES.contains(&name));
    if has_rules {
        return Err(Unfit::Rules);
    }
    for member in OF_THE_SENDER {
        tree.remove(member);
    }
    Ok((tree, kind))
}

fn done(kind: String, tree: &Tree, left_out: Vec<String>) -> Prepared {
    Prepared {
        kind,
        bytes: bytes_of(tree),
        left_out,
    }
}

fn bytes_of(tree: &Tree) -> Vec<u8> {
    let mut bytes = Vec::new();
    tree.write(&mut bytes);
    bytes
}

fn named(ours: &Identifier) -> Tree {
    let text = |it: &Option<String>| it.as_deref().map(Tree::text);
    Tree::Object(Vec::new())
        .with("system", text(&ours.system))
        .with("value", text(&ours.value))
}

fn name(tree: &mut Tree, ours: &Identifier) {
    let named = named(ours);
    let mut names = match tree.remove("identifier") {
        Some(Tree::Array(names)) => names,
        _ => Vec::new(),
    };
    if !names
        .iter()
        .any(|it| it.get("system") == named.get("system") && it.get("value") == named.get("value"))
    {
        names.push(named);
    }
    tree.set("identifier", Tree::Array(names));
}

/// Whether a part of a document lies at an address and not in the resource itself.
fn lies_elsewhere(tree: &Tree) -> bool {
    let mut found = false;
    let is_file = |name: &str| matches!(name, "attachment" | "valueAttachment");
    tree.each(&mut |name, value| found |= is_file(name) && value.get("url").is_some());
    found
}

/// Takes references out that lead to other resources; what else a reference says of its target stays. What is contained is cut, too.
fn cut(name: &str, value: &mut Tree, left_out: &mut Vec<String>) {
    match value {
        Tree::Literal(_) => {}
        Tree::Array(items) => {
            for item in items.iter_mut() {
                cut(name, item, left_out);
            }
            items.retain(|item| !item.is_empty());
        }
        Tree::Object(members) => {
            let leads_away = |(name, value): &(String, Tree)| {
                name == "reference" && value.as_text().is_some_and(|it| !it.starts_with('#'))
            };
            let before = members.len();
            members.retain(|it| !leads_away(it));
            // A bare type names nothing.
            let says = |(name, _): &(String, Tree)| name != "type";
            if members.len() < before && !members.iter().any(says) {
                members.clear();
                left_out.push(name.to_owned());
                return;
            }
            for (name, value) in members.iter_mut() {
                cut(name, value, left_out);
            }
            members.retain(|(_, value)| !value.is_empty());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours() -> Identifier {
        Identifier {
            system: Some("urn:ietf:rfc:3986".into()),
            value: Some("urn:uuid:1".into()),
        }
    }

    fn sent(body: &str) -> String {
        String::from_utf8(prepare(body.as_bytes(), "Patient/42", &ours()).unwrap().bytes).unwrap()
    }

    #[test]
    fn numbers_and_what_a_reference_says_besides_stay_as_written() {
        let body = r#"{"resourceType":"Observation","id":"1","meta":{"profile":["x"]},"text":{"div":"x"},"status":"final",
            "identifier":[{"system":"s","value":"7"}],"subject":{"reference":"Patient/1","display":"Maria"},
            "performer":[{"reference":"Practitioner/1","display":"Dr. Bell"},{"reference":"Practitioner/2"}],
            "valueQuantity":{"value":1.50,"unit":"mg"},"note":[{"authorReference":{"reference":"Practitioner/1"},"text":"x"}]}"#;
        let sent = sent(body);
        assert_eq!(
            sent,
            concat!(
                r#"{"resourceType":"Observation","status":"final","subject":{"reference":"Patient/42"},"#,
                r#""performer":[{"display":"Dr. Bell"}],"valueQuantity":{"value":1.50,"unit":"mg"},"note":[{"text":"x"}],"#,
                r#""identifier":[{"system":"s","value":"7"},{"system":"urn:ietf:rfc:3986","value":"urn:uuid:1"}]}"#
            )
        );
        // Sent again, it is the same.
        let again = prepare(sent.as_bytes(), "Patient/42", &ours()).unwrap();
        assert_eq!(
            again.bytes,
            prepare(&again.bytes, "Patient/42", &ours()).unwrap().bytes
        );
    }

    #[test]
    fn what_would_state_something_else_is_not_sent() {
        let refused = |body: &str| prepare(body.as_bytes(), "Patient/42", &ours()).unwrap_err();
        let medicine = r#"{"resourceType":"MedicationStatement","status":"active","medicationReference":{"reference":"Medication/1"}}"#;
        assert_eq!(refused(medicine), Unfit::Elsewhere);
        assert_eq!(
            refused(r#"{"resourceType":"ServiceRequest","status":"active"}"#),
            Unfit::Type
        );
        assert_eq!(refused(r#"{"resourceType":"Patient"}"#), Unfit::Type);
        assert_eq!(
            refused(r#"{"resourceType":"Condition","implicitRules":"urn:x"}"#),
            Unfit::Rules
        );
        let denied =
            r#"{"resourceType":"AllergyIntolerance","reaction":[{"modifierExtension":[{"url":"urn:not"}]}]}"#;
        assert_eq!(refused(denied), Unfit::Rules);
        let document = r#"{"resourceType":"DocumentReference","content":[{"attachment":{"url":"https://ehr.example/7"}}]}"#;
        assert_eq!(refused(document), Unfit::Elsewhere);
        assert_eq!(refused("{"), Unfit::Malformed);
        // A reader that takes the second would write it to somebody else.
        for twice in [r#""subject""#, r#""subj\u0065ct""#] {
            let twice = format!(
                r#"{{"resourceType":"Condition","subject":{{"reference":"Patient/1"}},{twice}:{{"reference":"Patient/8"}}}}"#
            );
            assert_eq!(refused(&twice), Unfit::Malformed);
        }
        // One that is contained, or whose name is said, is still there.
        for kept in [
            r##"{"resourceType":"MedicationStatement","medicationReference":{"reference":"#m"},"contained":[{"resourceType":"Medication","id":"m"}]}"##,
            r#"{"resourceType":"MedicationStatement","medicationReference":{"reference":"Medication/1","display":"Metformin"}}"#,
        ] {
            assert!(sent(kept).contains("medicationReference"), "{kept}");
        }
    }

    #[test]
    fn a_form_that_was_filled_in_is_the_patients_and_loses_no_answer() {
        let sent = |body: &str| {
            prepare_answers(body.as_bytes(), "Patient/42", &ours(), Some("urn:f|1")).map(|it| {
                let text = String::from_utf8(it.bytes).unwrap();
                (text, it.left_out)
            })
        };
        let (text, left_out) = sent(
            r#"{"resourceType":"QuestionnaireResponse","id":"1","meta":{"source":"x"},"text":{"div":"unseen"},
            "identifier":{"system":"s","value":"7"},"questionnaire":"urn:f|1","status":"in-progress",
            "subject":{"reference":"Patient/1"},"source":{"reference":"Patient/1"},"encounter":{"reference":"Encounter/8"},
            "authored":"2026-11-27T09:00:00Z","item":[{"linkId":"a","answer":[{"valueDecimal":1.50},{"valueQuantity":{"value":1e2}}]}]}"#,
        )
        .unwrap();
        assert_eq!(
            text,
            concat!(
                r#"{"resourceType":"QuestionnaireResponse","questionnaire":"urn:f|1","status":"in-progress","#,
                r#""authored":"2026-11-27T09:00:00Z","item":[{"linkId":"a","answer":[{"valueDecimal":1.50},"#,
                r#"{"valueQuantity":{"value":1e2}}]}],"subject":{"reference":"Patient/42"},"#,
                r#""source":{"reference":"Patient/42"},"identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:1"}}"#
            )
        );
        assert_eq!(left_out, ["identifier", "encounter"]);
        // Somebody else who answered is not the patient, also where the reference leads nowhere there.
        let by = |source: &str| {
            format!(
                r#"{{"resourceType":"QuestionnaireResponse","status":"completed","subject":{{"reference":"Patient/1"}},"source":{source}}}"#
            )
        };
        let (text, _) = sent(&by(r#"{"reference":"RelatedPerson/2","display":"Ada"}"#)).unwrap();
        assert!(text.contains(r#""source":{"display":"Ada"}"#), "{text}");
        let (text, left_out) = sent(&by(r#"{"reference":"RelatedPerson/2"}"#)).unwrap();
        assert!(!text.contains(r#""source""#) && left_out == ["source"], "{text}");
        // An answer that would be lost, or lies elsewhere, is not sent; nor is what has rules of its own.
        let with = |answer: &str| {
            format!(
                r#"{{"resourceType":"QuestionnaireResponse","status":"completed","item":[{{"linkId":"a","answer":[{answer}]}}]}}"#
            )
        };
        for (answer, why) in [
            (
                r#"{"valueReference":{"reference":"Condition/1"}}"#,
                Unfit::Elsewhere,
            ),
            (
                r#"{"valueAttachment":{"url":"https://a.example/b"}}"#,
                Unfit::Elsewhere,
            ),
            (
                r#"{"valueBoolean":true,"modifierExtension":[{"url":"urn:not"}]}"#,
                Unfit::Rules,
            ),
            (r#"{"valueBoolean":true,"valueBoolean":false}"#, Unfit::Malformed),
        ] {
            assert_eq!(sent(&with(answer)), Err(why), "{answer}");
        }
        assert_eq!(sent(r#"{"resourceType":"Observation"}"#), Err(Unfit::Type));
    }

    #[test]
    fn an_order_of_somebody_else_is_reported() {
        let order = r#"{"resourceType":"MedicationRequest","status":"active","intent":"order","reportedBoolean":false,
            "medicationCodeableConcept":{"text":"Metformin"},"subject":{"reference":"Patient/1"}}"#;
        assert!(sent(order).contains(r#""reportedBoolean":true"#));
    }

    #[test]
    fn an_error_is_said_as_its_type_says_it() {
        let allergy = r#"{"resourceType":"AllergyIntolerance","clinicalStatus":{"coding":[{"code":"active"}]},"patient":{"reference":"Patient/1"}}"#;
        let prepared = prepare(allergy.as_bytes(), "Patient/42", &ours()).unwrap();
        let text = String::from_utf8(withdrawn(&prepared).unwrap().bytes).unwrap();
        assert!(text.contains(r#""code":"entered-in-error""#) && !text.contains("clinicalStatus"));
        let dose = r#"{"resourceType":"Immunization","status":"completed"}"#;
        let prepared = prepare(dose.as_bytes(), "Patient/42", &ours()).unwrap();
        let text = String::from_utf8(withdrawn(&prepared).unwrap().bytes).unwrap();
        assert!(text.contains(r#""status":"entered-in-error""#));
    }

    #[test]
    fn a_new_patient_leads_to_nothing_of_another_server() {
        let body = br#"{"resourceType":"Patient","id":"1","name":[{"family":"Okafor"}],"link":[{"other":{"reference":"Patient/2"}}],
            "managingOrganization":{"reference":"Organization/1"}}"#;
        let prepared = prepare_patient(body, &ours()).unwrap();
        let text = String::from_utf8(prepared.bytes).unwrap();
        assert!(text.starts_with(r#"{"resourceType":"Patient","name":[{"family":"Okafor"}],"identifier""#));
        assert_eq!(prepared.left_out, ["link", "managingOrganization"]);
    }
}
