//! People, places and their names: CX, EI, HD, XPN, XAD, XTN, XCN (HL7 v2-to-FHIR 1.0.0, data type maps).

use super::coded::{said, table_uri, urn_of_oid};
use super::segment::Field;
use crate::tree::Tree;

/// A name that a system gave: its system and value.
pub(super) struct Given {
    /// A URI, or the words by which the sender names the system.
    pub(super) system: String,
    pub(super) value: String,
    /// Whether `system` is a URI.
    global: bool,
}

impl Given {
    /// A name within a system that has no URI.
    pub(super) fn local(system: String, value: String) -> Self {
        Self {
            system,
            value,
            global: false,
        }
    }

    /// One text for addresses.
    pub(super) fn name(&self) -> String {
        [self.system.as_str(), self.value.as_str()].join("\u{1f}")
    }

    /// FHIR's Identifier; a system that is no URI is who assigned it.
    pub(super) fn identifier(&self, kind: Option<(&str, &str)>) -> Tree {
        let kind = kind.map(|(table, code)| super::coded::fixed(&table_uri(table), code));
        let assigner = (!self.global)
            .then(|| said(&self.system))
            .flatten()
            .map(|name| Tree::object([("display", name)]));
        Tree::object([])
            .with("type", kind)
            .with("system", self.global.then(|| Tree::text(&self.system)))
            .with("value", Tree::text(&self.value))
            .with("assigner", assigner)
    }
}

/// A namespace in components or subcomponents: its name, its universal id, the kind of that.
fn authority(namespace: &str, id: &str, kind: &str) -> (String, bool) {
    let uri = match kind {
        "ISO" => urn_of_oid(id),
        "UUID" | "GUID" => Some(format!("urn:uuid:{}", id.to_ascii_lowercase())),
        "URI" => Some(id.to_owned()),
        _ => urn_of_oid(id),
    };
    match uri.filter(|uri| !uri.contains(char::is_whitespace)) {
        Some(uri) => (uri, true),
        None if namespace.is_empty() => (id.to_owned(), false),
        None => (namespace.to_owned(), false),
    }
}

/// An identifier with check digit (CX): a patient's number, the number of a visit.
pub(super) fn cx(field: Field) -> Option<Given> {
    let value = field.component(1).text();
    let part = |at| field.component(4).subcomponent(at).text();
    let (system, global) = authority(&part(1), &part(2), &part(3));
    (!value.is_empty()).then_some(Given {
        system,
        value,
        global,
    })
}

/// What kind of identifier a CX is: a code of table HL70203.
pub(super) fn cx_kind(field: Field) -> String {
    field.component(5).text()
}

/// An entity identifier (EI): the number of an order, of a document.
pub(super) fn ei(field: Field) -> Option<Given> {
    let part = |at| field.component(at).text();
    let value = part(1);
    let (system, global) = authority(&part(2), &part(3), &part(4));
    (!value.is_empty()).then_some(Given {
        system,
        value,
        global,
    })
}

/// A person's name (XPN).
pub(super) fn human_name(field: Field) -> Option<Tree> {
    let part = |at| field.component(at).text();
    let family = field.component(1).subcomponent(1).text();
    let given = [part(2), part(3)];
    let words = |text: &String| said(text);
    let usage = match part(7).as_str() {
        "L" | "R" => Some("official"),
        "D" => Some("usual"),
        "M" => Some("maiden"),
        "N" => Some("nickname"),
        "MSK" => Some("anonymous"),
        "NAV" | "TEMP" => Some("temp"),
        "BAD" => Some("old"),
        _ => None,
    };
    let name = Tree::object([])
        .with("family", said(&family))
        .with("given", Tree::list(given.iter().filter_map(words)))
        .with("prefix", Tree::list(said(&part(5))))
        .with("suffix", Tree::list([part(4), part(6)].iter().filter_map(words)))
        .unless_empty()?;
    Some(name.with("use", usage.map(Tree::text)))
}

/// An address (XAD).
pub(super) fn postal_address(field: Field) -> Option<Tree> {
    let part = |at| field.component(at).text();
    let street = field.component(1).subcomponent(1).text();
    let lines = [street, part(2)];
    let usage = match part(7).as_str() {
        "BA" => Some("old"),
        "BI" => Some("billing"),
        "C" => Some("temp"),
        "B" | "O" => Some("work"),
        "H" => Some("home"),
        _ => None,
    };
    let address = Tree::object([])
        .with("line", Tree::list(lines.iter().filter_map(|line| said(line))))
        .with("city", said(&part(3)))
        .with("district", said(&part(9)))
        .with("state", said(&part(4)))
        .with("postalCode", said(&part(5)))
        .with("country", said(&part(6)))
        .unless_empty()?;
    Some(address.with("use", usage.map(Tree::text)))
}

/// A telephone number or electronic address (XTN). `usage` is what the field itself says.
pub(super) fn contact_point(field: Field, usage: Option<&str>) -> Option<Tree> {
    let part = |at| field.component(at).text();
    let parts: Vec<String> = [5, 6, 7, 8].into_iter().map(part).collect();
    let number = match part(1) {
        whole if !whole.is_empty() => whole,
        _ => match part(12) {
            whole if !whole.is_empty() => whole,
            _ => number_of(&parts),
        },
    };
    let mail = part(4);
    let kind = part(3);
    let (system, value) = match kind.as_str() {
        "Internet" | "X.400" => ("email", if mail.is_empty() { number } else { mail }),
        _ if number.is_empty() => ("email", mail),
        "FX" => ("fax", number),
        "BP" => ("pager", number),
        "MD" | "SAT" | "TDD" | "TTY" => ("other", number),
        _ => ("phone", number),
    };
    let usage = match (part(2).as_str(), kind.as_str()) {
        ("PRN", _) => Some("home"),
        ("WPN", _) => Some("work"),
        ("PRS", _) | (_, "CP") => Some("mobile"),
        _ => usage,
    };
    let value = said(&value)?;
    Some(Tree::object([("system", Tree::text(system)), ("value", value)]).with("use", usage.map(Tree::text)))
}

/// Country, area, number and extension as one text.
fn number_of(parts: &[String]) -> String {
    let mut number = String::new();
    for (sign, part) in ["+", " ", " ", " x"].iter().zip(parts) {
        if !part.is_empty() {
            number.push_str(sign);
            number.push_str(part.trim_start_matches('+'));
        }
    }
    number.trim().to_owned()
}

/// The name of a person with a number (XCN, or CNN in subcomponents), as a reference that says who and leads nowhere.
pub(super) fn person(field: Field) -> Option<Tree> {
    let part = |at| field.component(at).text();
    let family = field.component(2).subcomponent(1).text();
    named([part(6), part(3), part(4), family, part(5)], &part(1))
}

/// As [`person`], of the subcomponents of a component.
pub(super) fn person_within(component: Field) -> Option<Tree> {
    let part = |at| component.subcomponent(at).text();
    named([part(6), part(3), part(4), part(2), part(5)], &part(1))
}

fn named(names: [String; 5], number: &str) -> Option<Tree> {
    let name = names
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    said(if name.is_empty() { number } else { &name }).map(|name| Tree::object([("display", name)]))
}

/// The name of an organization (XON): a reference that says which and leads nowhere.
pub(super) fn organization(field: Field) -> Option<Tree> {
    said(&field.component(1).text()).map(|name| Tree::object([("display", name)]))
}
