//! Codes (CDA R2 data types CD, CE, CV, CO, CS) as FHIR's `CodeableConcept` and `Coding`.

use super::element::{Element, Node};
use super::reader::Reader;
use super::{names, systems, value};
use crate::tree::Tree;

impl<'d> Reader<'d> {
    /// Codes and translations with the words of the document; nothing where it says neither.
    pub(super) fn concept(&self, node: Node<'d>) -> Option<Tree> {
        concept_of(codings(node), self.words_of_code(node))
    }

    /// Where in the body: all that are said.
    pub(super) fn sites(&self, node: Node<'d>) -> Vec<Tree> {
        let sites = node.each("targetSiteCode");
        sites.filter_map(|it| self.concept(it)).collect()
    }

    /// The concept of the first element that a path leads to.
    pub(super) fn concept_at(&self, node: Node<'d>, path: &'static str) -> Option<Tree> {
        self.concept(node.at(path)?)
    }

    /// As [`concept`](Self::concept), with the words of a statement's text where the code says nothing at all.
    pub(super) fn concept_or_text(&self, code: Option<Node<'d>>, statement: Node<'d>) -> Option<Tree> {
        code.and_then(|code| self.concept(code))
            .or_else(|| value::words(&self.narrative.words(statement.at("text")?)?))
    }

    /// What a code is called in the document: the words that it stands for, else its display.
    pub(super) fn words_of_code(&self, node: Node<'d>) -> Option<String> {
        let shown = || {
            node.said("displayName")
                .or_else(|| node.each("translation").find_map(|it| it.said("displayName")))
                .map(str::to_owned)
        };
        node.at("originalText")
            .and_then(|text| self.narrative.original(text))
            .or_else(shown)
    }
}

/// The code and its translations.
pub(super) fn codings(node: Node<'_>) -> Vec<Tree> {
    let all = std::iter::once(node).chain(node.each("translation"));
    names::distinct(all.filter_map(coding))
}

/// One code with its system.
pub(super) fn coding(node: Node<'_>) -> Option<Tree> {
    let code: Vec<&str> = node.said("code")?.split_whitespace().collect();
    let mut coding = Tree::object([]);
    let system = node.said("codeSystem").and_then(systems::of_codes);
    coding.put("system", system.as_deref().map(Tree::text));
    coding.put("code", Some(Tree::text(&code.join(" "))));
    coding.put("display", node.said("displayName").map(Tree::text));
    Some(coding)
}

pub(super) fn concept_of(codings: Vec<Tree>, words: Option<String>) -> Option<Tree> {
    let mut concept = Tree::object([]);
    concept.put_all("coding", codings);
    concept.put("text", words.as_deref().map(Tree::text));
    concept.unless_empty()
}

/// Whether an element, or one of its translations, has one of these codes.
pub(super) fn has_code(node: Node<'_>, codes: &[&str]) -> bool {
    std::iter::once(node)
        .chain(node.each("translation"))
        .any(|it| it.said("code").is_some_and(|code| codes.contains(&code)))
}
