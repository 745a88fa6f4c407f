//! The part of a section that people read (CDA R2 §4.3.5), as plain text.

use std::collections::{HashMap, HashSet};

use super::element::{Element, Node};

/// What can be pointed to by its `ID`.
pub(super) struct Narrative<'d> {
    by_id: HashMap<&'d str, Node<'d>>,
    /// What different codes claim as their words: to call one by them would call the other so too.
    shared: HashSet<&'d str>,
}

impl<'d> Narrative<'d> {
    pub(super) fn of(root: Node<'d>) -> Self {
        let mut by_id = HashMap::new();
        let mut repeated = HashSet::new();
        let mut codes: HashMap<&'d str, Option<&'d str>> = HashMap::new();
        let mut shared = HashSet::new();
        for node in root.descendants() {
            if let Some(id) = node.attribute("ID")
                && by_id.insert(id, node).is_some()
            {
                repeated.insert(id);
            }
            if let Some((code, id)) = node
                .parent()
                .filter(|_| node.is("originalText"))
                .zip(target(node))
            {
                let code = code.said("code");
                if *codes.entry(id).or_insert(code) != code {
                    shared.insert(id);
                }
            }
        }
        by_id.retain(|id, _| !repeated.contains(id));
        Self { by_id, shared }
    }

    /// The words that a code stands for: an `originalText`.
    pub(super) fn original(&self, text: Node<'d>) -> Option<String> {
        let is_shared = target(text).is_some_and(|id| self.shared.contains(id));
        if is_shared {
            one_line(text)
        } else {
            self.words(text)
        }
    }

    /// The words of a text in one line: its own, or else those that its `reference` points to.
    pub(super) fn words(&self, text: Node<'d>) -> Option<String> {
        one_line(text).or_else(|| one_line(self.pointed(text)?))
    }

    /// The words of a text in lines, as [`words`](Self::words).
    pub(super) fn lines(&self, text: Node<'d>) -> Option<String> {
        lines(text).or_else(|| lines(self.pointed(text)?))
    }

    fn pointed(&self, text: Node<'d>) -> Option<Node<'d>> {
        self.by_id.get(target(text)?).copied()
    }
}

/// The `ID` that a text points to.
fn target(text: Node<'_>) -> Option<&str> {
    let reference = text.value_at("reference")?;
    Some(reference.strip_prefix('#').unwrap_or(reference))
}

fn one_line(node: Node<'_>) -> Option<String> {
    let text = lines(node)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" "))
}

/// Paragraphs, list items and table rows each in a line; the cells of a row apart.
fn lines(node: Node<'_>) -> Option<String> {
    let mut out = String::new();
    write(node, &mut out);
    let lines: Vec<&str> = out
        .lines()
        .map(|line| line.trim_matches([' ', '|']))
        .filter(|line| !line.is_empty())
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn write(node: Node<'_>, out: &mut String) {
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            if text.starts_with(char::is_whitespace) {
                space(out);
            }
            for (at, word) in text.split_whitespace().enumerate() {
                if at > 0 {
                    space(out);
                }
                out.push_str(word);
            }
            if text.ends_with(char::is_whitespace) {
                space(out);
            }
            continue;
        }
        let own_line = ["paragraph", "item", "tr", "table", "list", "caption", "br"];
        if own_line.iter().any(|name| child.is(name)) {
            line(out);
            write(child, out);
            line(out);
        } else {
            write(child, out);
            if child.is("td") || child.is("th") {
                out.push_str(" | ");
            }
        }
    }
}

fn space(out: &mut String) {
    if !out.ends_with([' ', '\n']) && !out.is_empty() {
        out.push(' ');
    }
}

fn line(out: &mut String) {
    if !out.ends_with('\n') && !out.is_empty() {
        out.push('\n');
    }
}
