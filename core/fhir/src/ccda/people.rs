//! Who took part: authors, performers, organizations. They stay names with identifiers, as a document says too little of them
//! for resources of their own.

use std::collections::HashMap;

use super::element::{Element, Node};
use super::names;
use super::reader::Reader;
use crate::tree::Tree;

/// The roles in which CDA names somebody.
const ROLES: [&str; 8] = [
    "assignedAuthor",
    "assignedEntity",
    "relatedEntity",
    "associatedEntity",
    "participantRole",
    "intendedRecipient",
    "representedCustodianOrganization",
    "patientRole",
];

/// Names by identifier: a document often describes a person once and then only repeats the identifier.
pub(super) struct People {
    names: HashMap<(String, String), String>,
}

impl People {
    pub(super) fn of(root: Node<'_>) -> Self {
        let mut names = HashMap::new();
        for role in root
            .descendants()
            .filter(|it| ROLES.iter().any(|name| it.is(name)))
        {
            let Some(called) = called(role) else { continue };
            for name in role.each("id").filter_map(names::name) {
                names.entry(name).or_insert_with(|| called.clone());
            }
        }
        Self { names }
    }

    fn name(&self, role: Node<'_>) -> Option<String> {
        called(role).or_else(|| {
            role.each("id")
                .filter_map(names::name)
                .find_map(|name| self.names.get(&name).cloned())
        })
    }
}

impl<'d> Reader<'d> {
    /// A reference to somebody by name and identifier, of one of the elements that name a role.
    pub(super) fn party(&self, role: Node<'d>) -> Option<Tree> {
        let mut party = Tree::object([]);
        party.put("identifier", role.each("id").find_map(names::identifier));
        party.put("display", self.people.name(role).as_deref().map(Tree::text));
        party.unless_empty()
    }

    /// References to all whom a path leads to.
    pub(super) fn parties(&self, node: Node<'d>, path: &'static str) -> Vec<Tree> {
        node.each(path).filter_map(|it| self.party(it)).collect()
    }

    /// Who wrote a statement last, and when it was first written: of itself, else of the act around it.
    pub(super) fn authored(
        &mut self,
        node: Node<'d>,
        around: Option<Node<'d>>,
    ) -> (Option<Tree>, Option<String>) {
        let has_author = |it: &Node<'d>| it.at("author").is_some();
        let Some(from) = [Some(node), around].into_iter().flatten().find(has_author) else {
            return (None, None);
        };
        let mut times: Vec<(Option<String>, Node<'d>)> = Vec::new();
        for author in from.each("author") {
            let time = author.at("time").and_then(|it| self.beginning(it));
            times.push((time, author));
        }
        let last = times.iter().max_by(|a, b| a.0.cmp(&b.0)).map(|it| it.1);
        let author = last.and_then(|it| self.party(it.at("assignedAuthor")?));
        let first = times.into_iter().filter_map(|it| it.0).min();
        (author, first)
    }

    /// Who measured, and who wrote it down where that is somebody else.
    pub(super) fn performers_and_author(&mut self, node: Node<'d>) -> Vec<Tree> {
        let mut parties = self.parties(node, "performer/assignedEntity");
        let author = self.authored(node, None).0;
        parties.extend(author.filter(|it| !parties.contains(it)));
        parties
    }

    /// Who did it, as `performer` of a procedure or a vaccination: `actor` in each.
    pub(super) fn performers(&self, node: Node<'d>) -> Vec<Tree> {
        let parties = self.parties(node, "performer/assignedEntity");
        parties
            .into_iter()
            .map(|party| Tree::object([("actor", party)]))
            .collect()
    }

    /// Where it was done: the name of the place.
    pub(super) fn location(&self, node: Node<'d>) -> Option<Tree> {
        let place = node
            .each("participant")
            .find(|it| it.said("typeCode") == Some("LOC"))?;
        self.party(place.at("participantRole")?)
    }
}

/// The name of the person, the organization, the place or the device in a role.
fn called(role: Node<'_>) -> Option<String> {
    let person = [
        "assignedPerson/name",
        "relatedPerson/name",
        "associatedPerson/name",
        "informationRecipient/name",
        "playingEntity/name",
        "patient/name",
    ];
    let organization = [
        "representedOrganization/name",
        "receivedOrganization/name",
        "scopingOrganization/name",
        "scopingEntity/desc",
        "name",
        "assignedAuthoringDevice/softwareName",
        "assignedAuthoringDevice/manufacturerModelName",
    ];
    let first = |paths: &[&'static str]| paths.iter().find_map(|path| role.at(path).and_then(full_name));
    match (first(&person), first(&organization)) {
        (Some(person), Some(organization)) => Some(format!("{person}, {organization}")),
        (person, organization) => person.or(organization),
    }
}

/// A name in one line, its parts as they stand; a comma before what follows the family name.
pub(super) fn full_name(name: Node<'_>) -> Option<String> {
    let mut out = String::new();
    let of = |part: &str| {
        let words = name
            .children()
            .filter(|it| it.is(part))
            .filter_map(|it| it.text());
        words
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for part in ["prefix", "given", "family"] {
        let words = of(part);
        if !words.is_empty() && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&words);
    }
    let suffix = of("suffix");
    if !suffix.is_empty() && !out.is_empty() {
        out.push_str(", ");
        out.push_str(&suffix);
    }
    if out.is_empty() {
        let words: Vec<&str> = name
            .descendants()
            .filter_map(|it| it.text().filter(|_| it.is_text()))
            .flat_map(str::split_whitespace)
            .collect();
        out = words.join(" ");
    }
    (!out.is_empty()).then_some(out)
}
