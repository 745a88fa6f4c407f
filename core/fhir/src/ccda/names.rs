//! Identifiers (CDA R2 data type II), and which of them name one thing only.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::element::{Element, Node};
use super::{systems, template};
use crate::tree::Tree;

/// System and value.
type Name = (String, String);

/// The identifiers of a document that stand at different things of one kind: such a one names nothing, and to take it for a
/// name would make one thing of two.
pub(super) struct Names<'d> {
    ambiguous: HashSet<(&'d str, Name)>,
}

impl<'d> Names<'d> {
    pub(super) fn of(root: Node<'d>) -> Self {
        let prints = prints(root);
        let mut first: HashMap<(&'d str, Name), u64> = HashMap::new();
        let mut ambiguous = HashSet::new();
        let bearers = root
            .descendants()
            .filter(|it| it.is_element() && !template::is_reference(*it));
        for node in bearers {
            let print = prints.get(node.id().get_usize()).copied().unwrap_or_default();
            for name in node.each("id").filter_map(name) {
                let key = (node.tag_name().name(), name);
                if *first.entry(key.clone()).or_insert(print) != print {
                    ambiguous.insert(key);
                }
            }
        }
        Self { ambiguous }
    }

    /// The first identifier that names this and nothing else.
    pub(super) fn name(&self, node: Node<'d>) -> Option<Name> {
        node.each("id")
            .filter_map(name)
            .find(|it| self.names_one(node, it))
    }

    /// The document's own identifier.
    pub(super) fn of_document(&self, root: Node<'d>) -> Option<Name> {
        root.each("id").find_map(name)
    }

    /// Its identifiers, without those that name something else too.
    pub(super) fn identifiers(&self, node: Node<'d>) -> Vec<Tree> {
        let names = node.each("id").filter_map(name);
        distinct(names.filter(|it| self.names_one(node, it)))
            .into_iter()
            .map(identifier_of)
            .collect()
    }

    fn names_one(&self, node: Node<'d>, name: &Name) -> bool {
        let key = (node.tag_name().name(), name.clone());
        !self.ambiguous.contains(&key)
    }
}

/// Each item once, in order.
pub(super) fn distinct<T: Clone + Eq + Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    items.filter(|it| seen.insert(it.clone())).collect()
}

/// System and value of an `id`.
///
/// An object identifier alone is left out: it is mostly that of the system, and the value was forgotten.
pub(super) fn name(id: Node<'_>) -> Option<Name> {
    let root = id.said("root")?;
    match id.said("extension") {
        Some(value) => Some((systems::of_identifiers(root)?, value.to_owned())),
        None => Some(("urn:ietf:rfc:3986".to_owned(), systems::uuid(root)?)),
    }
}

/// An identifier as FHIR writes it.
pub(super) fn identifier(id: Node<'_>) -> Option<Tree> {
    name(id).map(identifier_of)
}

fn identifier_of((system, value): Name) -> Tree {
    Tree::object([("system", Tree::text(&system)), ("value", Tree::text(&value))])
}

/// By element: a number for what it says with all below it, equal for equal words.
fn prints(root: Node<'_>) -> Vec<u64> {
    let elements: Vec<Node<'_>> = root.descendants().filter(Node::is_element).collect();
    let size = elements.last().map_or(0, |it| it.id().get_usize() + 1);
    let mut prints = vec![0; size];
    for element in elements.into_iter().rev() {
        let mut hasher = DefaultHasher::new();
        element.tag_name().name().hash(&mut hasher);
        for attribute in element.attributes() {
            (attribute.name(), attribute.value()).hash(&mut hasher);
        }
        for child in element.children() {
            if child.is_element() {
                prints.get(child.id().get_usize()).hash(&mut hasher);
            } else if child.is_text() {
                child.text().unwrap_or_default().trim().hash(&mut hasher);
            }
        }
        if let Some(slot) = prints.get_mut(element.id().get_usize()) {
            *slot = hasher.finish();
        }
    }
    prints
}
