//! What is known of one document while it is read, and what was read of it so far.

use std::collections::{HashMap, HashSet};

use super::element::{Element, Node, STATEMENTS};
use super::names::Names;
use super::narrative::Narrative;
use super::people::People;
use super::{time, value};
use crate::reading::{Derived, Left, Reading, Why, address};
use crate::split::{Head, Position, RESOURCE_LIMIT, Resource};
use crate::tree::Tree;

pub(super) struct Reader<'d> {
    /// What the document's readable parts say.
    pub(super) narrative: Narrative<'d>,
    /// Who is named in it.
    pub(super) people: People,
    names: Names<'d>,
    places: Places,
    /// The address of the document's own `DocumentReference`.
    document: String,
    patient: String,
    /// LOINC code and title of the section that is being read.
    pub(super) section_code: Option<&'d str>,
    pub(super) section_title: Option<String>,
    /// How often a resource was given out.
    pub(super) given_out: usize,
    /// When the document was written, as FHIR's date or time.
    pub(super) written: Option<String>,
    /// What has a subject of its own, with all below it.
    of_others: HashSet<Node<'d>>,
    /// Clinical statements of which something was taken over.
    taken: HashSet<Node<'d>>,
    /// Those that are named as left.
    named: HashSet<Node<'d>>,
    known: HashMap<String, Tree>,
    resources: Vec<(Node<'d>, Derived)>,
    left: Vec<(Node<'d>, Left)>,
    doubts: Vec<(Node<'d>, Left)>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(root: Node<'d>, patient: Node<'d>, text: &str) -> Self {
        let names = Names::of(root);
        let document = match names.of_document(root) {
            Some((system, name)) => address(&system, &name, "DocumentReference"),
            None => address("", text, "DocumentReference"),
        };
        let mut reader = Self {
            narrative: Narrative::of(root),
            people: People::of(root),
            names,
            places: Places::of(root),
            document,
            patient: String::new(),
            section_code: None,
            section_title: None,
            given_out: 0,
            written: root.value_at("effectiveTime").and_then(time::date_time),
            of_others: others(root),
            taken: HashSet::new(),
            named: HashSet::new(),
            known: HashMap::new(),
            resources: Vec::new(),
            left: Vec::new(),
            doubts: Vec::new(),
        };
        reader.patient = reader.address(patient, "Patient");
        reader
    }

    /// The address of the `DocumentReference` of the whole document.
    pub(super) fn document(&self) -> &str {
        &self.document
    }

    /// A reference to the patient.
    pub(super) fn patient(&self) -> Tree {
        value::reference(&self.patient)
    }

    /// Takes a statement as read, because what it says stands in the resource of another.
    pub(super) fn take(&mut self, node: Node<'d>) {
        self.taken.insert(node);
    }

    /// A resource of this type with the identifiers of a statement.
    pub(super) fn begin(&self, node: Node<'d>, resource_type: &str) -> Tree {
        let mut resource = Tree::object([("resourceType", Tree::text(resource_type))]);
        resource.put_all("identifier", self.names.identifiers(node));
        resource
    }

    /// The address of what a statement says as a resource of this type: by its own identifier where that names one thing only,
    /// else by its place in this document.
    fn address(&self, node: Node<'d>, resource_type: &str) -> String {
        match self.names.name(node) {
            Some((system, name)) => address(&system, &name, resource_type),
            None => self.address_by_place(node, resource_type),
        }
    }

    fn address_by_place(&self, node: Node<'d>, resource_type: &str) -> String {
        address(&self.document, &self.places.of_node(node), resource_type)
    }

    /// Gives a resource out; returns its address. What was given out before under the same identifier, with the same words, is
    /// not given out twice; with other words, it is another thing, and its identifier names neither.
    pub(super) fn emit(&mut self, node: Node<'d>, mut resource: Tree) -> String {
        self.take(node);
        self.given_out += 1;
        let resource_type = resource
            .get("resourceType")
            .and_then(Tree::as_text)
            .unwrap_or_default();
        let mut address = if resource_type == "DocumentReference" && node.is("ClinicalDocument") {
            self.document.clone()
        } else {
            self.address(node, &resource_type)
        };
        match self.known.get(&address) {
            Some(same) if *same == resource => return address,
            Some(_) => {
                address = self.address_by_place(node, &resource_type);
                resource.remove("identifier");
            }
            None => {}
        }
        self.known.insert(address.clone(), resource.clone());
        let place = self.places.of_node(node);
        let source = Tree::text(&format!("{}#{place}", self.document));
        let mut whole = Tree::object([
            ("resourceType", Tree::text(&resource_type)),
            ("meta", Tree::object([("source", source)])),
        ]);
        if let Tree::Object(members) = resource {
            for (name, member) in members.into_iter().skip(1) {
                whole.put(&name, Some(member));
            }
        }
        let mut bytes = Vec::new();
        whole.write(&mut bytes);
        match Head::of(&bytes) {
            Ok(head) if bytes.len() <= RESOURCE_LIMIT => self.resources.push((
                node,
                Derived {
                    resource: Resource {
                        bytes,
                        head,
                        full_url: Some(address.clone()),
                        position: Position {
                            offset: node.range().start as u64,
                            number: 0,
                        },
                    },
                    place,
                },
            )),
            _ => self.leave(node, Why::Malformed),
        }
        address
    }

    /// Says that something became no resource.
    pub(super) fn leave(&mut self, node: Node<'d>, why: Why) {
        self.taken.remove(&node);
        self.named.insert(node);
        let what = self.what(node);
        let left = self.left_at(node, what, why);
        self.left.push((node, left));
    }

    /// Says that a value was not taken over.
    pub(super) fn doubt(&mut self, node: Node<'d>, value: &str, why: Why) {
        let doubt = self.left_at(node, value.to_owned(), why);
        self.doubts.push((node, doubt));
    }

    fn left_at(&self, node: Node<'d>, what: String, why: Why) -> Left {
        Left {
            place: self.places.of_node(node),
            what,
            why,
        }
    }

    /// What a statement is about, in the document's words: its code's, else its section's title.
    fn what(&self, node: Node<'d>) -> String {
        let own = node
            .at("code")
            .and_then(|code| self.words_of_code(code))
            .or_else(|| self.narrative.words(node.at("text")?));
        own.or_else(|| self.section_title.clone()).unwrap_or_default()
    }

    /// Whether a statement is about somebody other than the patient: a relative, a foetus.
    pub(super) fn is_about_another(&self, node: Node<'d>) -> bool {
        node.ancestors().any(|it| self.of_others.contains(&it))
    }

    /// Names what nobody took among the statements of an entry; what stands below such a one is left with it.
    pub(super) fn leave_the_rest(&mut self, entry: Node<'d>) {
        let is_statement = |it: &Node<'d>| STATEMENTS.iter().any(|name| it.is(name));
        for statement in entry.descendants().filter(is_statement) {
            let above = statement
                .ancestors()
                .skip(1)
                .take_while(|it| *it != entry)
                .find(is_statement);
            let known = self.taken.contains(&statement) || self.named.contains(&statement);
            if !known && above.is_none_or(|it| self.taken.contains(&it)) {
                self.leave(statement, self.why_left(statement));
            }
        }
    }

    fn why_left(&self, statement: Node<'d>) -> Why {
        let says = |name| statement.at(name).is_some();
        if self.is_about_another(statement) {
            Why::AnotherPerson
        } else if says("code") || says("value") || says("text") || says("consumable") {
            Why::NoMapping
        } else {
            Why::Empty
        }
    }

    /// Everything that was read, in the document's order.
    pub(super) fn finish(mut self) -> Reading {
        self.resources.sort_by_key(|it| it.0.id().get());
        self.left.sort_by_key(|it| it.0.id().get());
        self.doubts.sort_by_key(|it| it.0.id().get());
        let mut resources: Vec<Derived> = self.resources.into_iter().map(|it| it.1).collect();
        for (number, derived) in (1..).zip(&mut resources) {
            derived.resource.position.number = number;
        }
        Reading {
            resources,
            left: self.left.into_iter().map(|it| it.1).collect(),
            doubts: self.doubts.into_iter().map(|it| it.1).collect(),
        }
    }
}

fn others(root: Node<'_>) -> HashSet<Node<'_>> {
    let subjects = root.descendants().filter(|it| it.is("relatedSubject"));
    subjects
        .filter_map(|it| it.parent().filter(|it| it.is("subject"))?.parent())
        .collect()
}

/// XPaths, with a number where a name stands several times beside itself.
struct Places {
    /// By element: which of its name it is beside its siblings, from 1; 0 where it is the only one.
    numbers: Vec<u32>,
}

impl Places {
    fn of(root: Node<'_>) -> Self {
        let mut numbers: Vec<u32> = Vec::new();
        let mut set = |node: Node<'_>, number| {
            let at = node.id().get_usize();
            if numbers.len() <= at {
                numbers.resize(at + 1, 0);
            }
            if let Some(slot) = numbers.get_mut(at) {
                *slot = number;
            }
        };
        for parent in root.descendants().filter(Node::is_element) {
            let mut seen: HashMap<&str, (Node<'_>, u32)> = HashMap::new();
            for child in parent.children().filter(Node::is_element) {
                let (first, count) = seen.entry(child.tag_name().name()).or_insert((child, 0));
                *count += 1;
                if *count > 1 {
                    set(*first, 1);
                    set(child, *count);
                }
            }
        }
        Self { numbers }
    }

    fn of_node(&self, node: Node<'_>) -> String {
        let mut steps: Vec<String> = Vec::new();
        for element in node.ancestors().filter(Node::is_element) {
            let name = element.tag_name().name();
            steps.push(match self.numbers.get(element.id().get_usize()) {
                Some(number) if *number > 0 => format!("/{name}[{number}]"),
                _ => format!("/{name}"),
            });
        }
        steps.reverse();
        steps.concat()
    }
}
