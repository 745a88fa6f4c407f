//! The person whom the document is about: `recordTarget/patientRole` as `Patient`.

use super::element::{Element, Node};
use super::reader::Reader;
use super::{code, time};
use crate::tree::Tree;

const RACE: &str = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race";
const ETHNICITY: &str = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity";
const RELIGION: &str = "http://hl7.org/fhir/StructureDefinition/patient-religion";
const BIRTH_PLACE: &str = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";
/// The five races of the US Office of Management and Budget, in CDC's code system.
const RACE_CATEGORIES: [&str; 5] = ["1002-5", "2028-9", "2054-5", "2076-8", "2106-3"];
const ETHNICITY_CATEGORIES: [&str; 2] = ["2135-2", "2186-5"];

pub(super) fn patient<'d>(reader: &mut Reader<'d>, role: Node<'d>) {
    let mut resource = reader.begin(role, "Patient");
    if let Some(person) = role.at("patient") {
        about(reader, role, person, &mut resource);
    }
    let organization = role.at("providerOrganization");
    resource.put(
        "managingOrganization",
        organization.and_then(|it| reader.party(it)),
    );
    reader.emit(role, resource);
}

fn about<'d>(reader: &mut Reader<'d>, role: Node<'d>, person: Node<'d>, resource: &mut Tree) {
    let mut extensions: Vec<Tree> = [(RACE, &["raceCode", "sdtc:raceCode"], &RACE_CATEGORIES[..])]
        .into_iter()
        .chain([(
            ETHNICITY,
            &["ethnicGroupCode", "sdtc:ethnicGroupCode"],
            &ETHNICITY_CATEGORIES[..],
        )])
        .filter_map(|(url, paths, categories)| group(reader, person, url, paths, categories))
        .collect();
    if let Some(religion) = reader.concept_at(person, "religiousAffiliationCode") {
        extensions.push(Tree::object([
            ("url", Tree::text(RELIGION)),
            ("valueCodeableConcept", religion),
        ]));
    }
    if let Some(address) = person.at("birthplace/place/addr").and_then(address) {
        extensions.push(Tree::object([
            ("url", Tree::text(BIRTH_PLACE)),
            ("valueAddress", address),
        ]));
    }
    resource.put_all("extension", extensions);
    resource.put_all("name", person.each("name").filter_map(name).collect());
    resource.put_all("telecom", role.each("telecom").filter_map(telecom).collect());
    let gender = match person.code_at("administrativeGenderCode") {
        Some("M") => Some("male"),
        Some("F") => Some("female"),
        Some("UN" | "UNK") => Some("other"),
        _ => None,
    };
    resource.put("gender", gender.map(Tree::text));
    let born = reader.moment_at(person, "birthTime");
    let day = born.as_deref().and_then(|it| it.get(..10.min(it.len())));
    resource.put("birthDate", day.map(Tree::text));
    let died = reader.moment_at(person, "sdtc:deceasedTime");
    match (died, person.value_at("sdtc:deceasedInd")) {
        (Some(died), _) => resource.put("deceasedDateTime", Some(Tree::text(&died))),
        (None, Some(flag @ ("true" | "false"))) => {
            resource.put("deceasedBoolean", Some(Tree::Literal(flag.to_owned())))
        }
        _ => {}
    }
    resource.put_all("address", role.each("addr").filter_map(address).collect());
    resource.put("maritalStatus", reader.concept_at(person, "maritalStatusCode"));
    let guardians: Vec<Tree> = person
        .each("guardian")
        .filter_map(|it| guardian(reader, it))
        .collect();
    resource.put_all("contact", guardians);
    resource.put_all(
        "communication",
        person
            .each("languageCommunication")
            .filter_map(language)
            .collect(),
    );
}

/// Race or ethnicity as US Core writes it: categories, finer groups, and both in words.
fn group<'d>(
    reader: &Reader<'d>,
    person: Node<'d>,
    url: &str,
    paths: &[&'static str; 2],
    categories: &[&str],
) -> Option<Tree> {
    let codes: Vec<Node<'d>> = paths.iter().flat_map(|path| person.each(path)).collect();
    let mut parts = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for node in codes {
        if let Some(coding) = code::coding(node) {
            let is_category = node.said("code").is_some_and(|it| categories.contains(&it));
            let kind = if is_category { "ombCategory" } else { "detailed" };
            parts.push(Tree::object([("url", Tree::text(kind)), ("valueCoding", coding)]));
        }
        words.extend(reader.words_of_code(node));
    }
    let words = super::names::distinct(words.into_iter());
    if words.is_empty() {
        return None;
    }
    parts.push(Tree::object([
        ("url", Tree::text("text")),
        ("valueString", Tree::text(&words.join(", "))),
    ]));
    Some(Tree::object([
        ("extension", Tree::Array(parts)),
        ("url", Tree::text(url)),
    ]))
}

fn guardian<'d>(reader: &Reader<'d>, node: Node<'d>) -> Option<Tree> {
    let mut contact = Tree::object([]);
    let role = super::status::hl7("v3-RoleClass", "GUARD");
    let relationship = std::iter::once(role)
        .chain(reader.concept_at(node, "code"))
        .collect();
    contact.put_all("relationship", relationship);
    contact.put("name", node.at("guardianPerson/name").and_then(name));
    contact.put_all("telecom", node.each("telecom").filter_map(telecom).collect());
    contact.put("address", node.at("addr").and_then(address));
    let organization = node.at("guardianOrganization").and_then(|it| reader.party(it));
    contact.put("organization", organization);
    let said = ["name", "telecom", "address", "organization"];
    said.iter().any(|it| contact.get(it).is_some()).then_some(contact)
}

fn language(node: Node<'_>) -> Option<Tree> {
    let code = node.code_at("languageCode")?;
    let coding = [
        ("system", Tree::text("urn:ietf:bcp:47")),
        ("code", Tree::text(code)),
    ];
    let language = Tree::object([("coding", Tree::Array(vec![Tree::object(coding)]))]);
    let mut communication = Tree::object([("language", language)]);
    let preferred = node
        .value_at("preferenceInd")
        .filter(|it| matches!(*it, "true" | "false"));
    communication.put("preferred", preferred.map(|it| Tree::Literal(it.to_owned())));
    Some(communication)
}

fn texts(node: Node<'_>, part: &str) -> Vec<Tree> {
    let parts = node.children().filter(|it| it.is(part));
    parts
        .filter_map(|it| it.text().map(str::trim))
        .filter(|it| !it.is_empty())
        .map(Tree::text)
        .collect()
}

fn uses(node: Node<'_>, table: &[(&str, &'static str)]) -> Option<Tree> {
    let mut said = node.said("use")?.split_whitespace();
    said.find_map(|it| table.iter().find(|row| row.0 == it))
        .map(|row| Tree::text(row.1))
}

fn name(node: Node<'_>) -> Option<Tree> {
    let mut name = Tree::object([]);
    let known = [
        ("C", "official"),
        ("L", "usual"),
        ("P", "nickname"),
        ("A", "nickname"),
    ];
    let is_birth_name = node.each("family").any(|it| it.said("qualifier") == Some("BR"));
    let kind = uses(node, &known).or_else(|| is_birth_name.then(|| Tree::text("maiden")));
    let family = texts(node, "family");
    let given = texts(node, "given");
    if family.is_empty() && given.is_empty() {
        name.put("text", super::people::full_name(node).as_deref().map(Tree::text));
    }
    name.put("use", kind);
    name.put("family", family.into_iter().reduce(joined));
    name.put_all("given", given);
    name.put_all("prefix", texts(node, "prefix"));
    name.put_all("suffix", texts(node, "suffix"));
    name.put("period", period(node, "validTime"));
    let said = ["text", "family", "given"];
    said.iter().any(|it| name.get(it).is_some()).then_some(name)
}

fn joined(a: Tree, b: Tree) -> Tree {
    let both = [a, b].iter().filter_map(Tree::as_text).collect::<Vec<_>>();
    Tree::text(&both.join(" "))
}

/// HL7 version 3's uses of an address or a number (AddressUse, TelecommunicationAddressUse).
const USES: [(&str, &str); 8] = [
    ("HP", "home"),
    ("H", "home"),
    ("HV", "home"),
    ("WP", "work"),
    ("DIR", "work"),
    ("PUB", "work"),
    ("TMP", "temp"),
    ("BAD", "old"),
];

fn address(node: Node<'_>) -> Option<Tree> {
    let mut address = Tree::object([]);
    let first = |part| texts(node, part).into_iter().next();
    address.put_all("line", texts(node, "streetAddressLine"));
    address.put("city", first("city"));
    address.put("district", first("county"));
    address.put("state", first("state"));
    address.put("postalCode", first("postalCode"));
    address.put("country", first("country"));
    let mut address = address.unless_empty()?;
    address.put("use", uses(node, &USES));
    address.put("period", period(node, "useablePeriod"));
    Some(address)
}

fn telecom(node: Node<'_>) -> Option<Tree> {
    let written = node.said("value")?;
    let (scheme, rest) = written.split_once(':').unwrap_or(("", written));
    let is_pager = node.said("use") == Some("PG");
    let (system, value) = match scheme {
        "tel" if is_pager => ("pager", rest),
        "tel" => ("phone", rest),
        "fax" | "x-text-fax" => ("fax", rest),
        "mailto" => ("email", rest),
        "sms" => ("sms", rest),
        "http" | "https" => ("url", written),
        _ if written.contains('@') => ("email", written),
        _ => ("phone", written),
    };
    let value = Some(value.trim()).filter(|it| !it.is_empty())?;
    let mut telecom = Tree::object([("system", Tree::text(system)), ("value", Tree::text(value))]);
    let mobile = uses(node, &[("MC", "mobile")]);
    telecom.put("use", mobile.or_else(|| uses(node, &USES)));
    Some(telecom)
}

fn period(node: Node<'_>, name: &'static str) -> Option<Tree> {
    let time = node.at(name)?;
    let mut period = Tree::object([]);
    for (end, member) in [("low", "start"), ("high", "end")] {
        let moment = time.value_at(end).and_then(time::date_time);
        period.put(member, moment.as_deref().map(Tree::text));
    }
    period.unless_empty()
}
