//! How CDA's elements are asked.

/// HL7 version 3, the namespace of CDA.
pub(super) const V3: &str = "urn:hl7-org:v3";
const EXTENSIONS: &str = "urn:hl7-org:sdtc";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

pub(super) type Node<'d> = roxmltree::Node<'d, 'd>;

/// The clinical statements of CDA R2 §4.3.6: what an entry says.
pub(super) const STATEMENTS: [&str; 9] = [
    "act",
    "encounter",
    "observation",
    "observationMedia",
    "organizer",
    "procedure",
    "regionOfInterest",
    "substanceAdministration",
    "supply",
];

/// Names are those of CDA; `sdtc:` stands before those of its standard extensions. A path is names between slashes.
pub(super) trait Element<'d>: Copy {
    /// The elements that a path leads to, in the document's order.
    fn each(self, path: &'static str) -> Box<dyn Iterator<Item = Node<'d>> + 'd>;
    /// The first of [`each`](Element::each).
    fn at(self, path: &'static str) -> Option<Node<'d>>;
    /// Whether it has this name.
    fn is(self, name: &str) -> bool;
    /// An attribute with something in it.
    fn said(self, attribute: &str) -> Option<&'d str>;
    /// `value` of the first element that a path leads to.
    fn value_at(self, path: &'static str) -> Option<&'d str>;
    /// `code` of the first element that a path leads to.
    fn code_at(self, path: &'static str) -> Option<&'d str>;
    /// `xsi:type`, without a prefix.
    fn data_type(self) -> Option<&'d str>;
    /// Whether it says that something is not so.
    fn negated(self) -> bool;
    /// Its clinical statement: of an `entry`, a `component` or an `entryRelationship`.
    fn statement(self) -> Option<Node<'d>>;
    /// The clinical statements below it by this element name, that are related to it in one of these ways; in any where none
    /// is named.
    fn related(
        self,
        kinds: &'static [&'static str],
        name: &'static str,
    ) -> Box<dyn Iterator<Item = Node<'d>> + 'd>;
}

impl<'d> Element<'d> for Node<'d> {
    fn each(self, path: &'static str) -> Box<dyn Iterator<Item = Node<'d>> + 'd> {
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        let here = self.children().filter(move |it| it.is(name));
        if rest.is_empty() {
            Box::new(here)
        } else {
            Box::new(here.flat_map(move |it| it.each(rest)))
        }
    }

    fn at(self, path: &'static str) -> Option<Node<'d>> {
        self.each(path).next()
    }

    fn is(self, name: &str) -> bool {
        let (namespace, name) = match name.strip_prefix("sdtc:") {
            Some(name) => (EXTENSIONS, name),
            None => (V3, name),
        };
        self.has_tag_name((namespace, name))
    }

    fn said(self, attribute: &str) -> Option<&'d str> {
        self.attribute(attribute)
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    fn value_at(self, path: &'static str) -> Option<&'d str> {
        self.at(path)?.said("value")
    }

    fn code_at(self, path: &'static str) -> Option<&'d str> {
        self.at(path)?.said("code")
    }

    fn data_type(self) -> Option<&'d str> {
        let name = self.attribute((XSI, "type"))?;
        Some(name.rsplit_once(':').map_or(name, |it| it.1))
    }

    fn negated(self) -> bool {
        matches!(self.said("negationInd"), Some("true" | "1"))
    }

    fn statement(self) -> Option<Node<'d>> {
        self.children()
            .find(|it| STATEMENTS.iter().any(|name| it.is(name)))
    }

    fn related(
        self,
        kinds: &'static [&'static str],
        name: &'static str,
    ) -> Box<dyn Iterator<Item = Node<'d>> + 'd> {
        let of_kind = move |it: &Node<'d>| {
            kinds.is_empty() || it.said("typeCode").is_some_and(|kind| kinds.contains(&kind))
        };
        let related = self.each("entryRelationship").filter(of_kind);
        Box::new(related.flat_map(move |it| it.each(name)))
    }
}
