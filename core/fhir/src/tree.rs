//! A resource as a tree of JSON, taken apart so that members can be left out and references set, or made anew: order and every
//! literal stay as written.

use crate::scan::Scanner;
use crate::split::DEPTH_LIMIT;

/// A JSON value. A literal is kept as its text.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Tree {
    Object(Vec<(String, Tree)>),
    Array(Vec<Tree>),
    Literal(String),
}

impl Tree {
    /// `None` where the bytes are not one JSON value.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut scanner = Scanner::new(bytes, 0);
        scanner.skip_space();
        let range = scanner.value(DEPTH_LIMIT).ok()?;
        scanner.skip_space();
        let whole = scanner.at == bytes.len();
        whole.then(|| Self::of(bytes.get(range)?)).flatten()
    }

    /// Of one value that was scanned before, without space around it.
    fn of(value: &[u8]) -> Option<Self> {
        let mut scanner = Scanner::new(value, 0);
        match scanner.peek()? {
            b'{' => {
                let mut members = Vec::new();
                let mut found = Vec::new();
                let ended = scanner.object(DEPTH_LIMIT, |name, range| {
                    found.push((String::from_utf8_lossy(name).into_owned(), range));
                });
                ended.ok()?;
                for (name, range) in found {
                    members.push((name, Self::of(value.get(range)?)?));
                }
                Some(Self::Object(members))
            }
            b'[' => {
                let mut items = Vec::new();
                scanner.at += 1;
                loop {
                    scanner.skip_space();
                    match scanner.peek()? {
                        b']' => return Some(Self::Array(items)),
                        b',' => scanner.at += 1,
                        _ => {
                            let range = scanner.value(DEPTH_LIMIT).ok()?;
                            items.push(Self::of(value.get(range)?)?);
                        }
                    }
                }
            }
            _ => Some(Self::Literal(String::from_utf8(value.to_vec()).ok()?)),
        }
    }

    /// A string.
    pub(crate) fn text(text: &str) -> Self {
        Self::Literal(serde_json::Value::from(text).to_string())
    }

    /// An object with these members.
    pub(crate) fn object<const N: usize>(members: [(&str, Tree); N]) -> Self {
        Self::Object(members.map(|(name, value)| (name.to_owned(), value)).into())
    }

    /// The object with this member behind its others, where there is something to say.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Option<Tree>>) -> Self {
        if let (Self::Object(members), Some(value)) = (&mut self, value.into()) {
            members.push((name.to_owned(), value));
        }
        self
    }

    /// An array; `None` of nothing, as FHIR allows no empty arrays.
    pub(crate) fn list(items: impl IntoIterator<Item = Tree>) -> Option<Self> {
        let items: Vec<Tree> = items.into_iter().collect();
        (!items.is_empty()).then_some(Self::Array(items))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Tree> {
        match self {
            Self::Object(members) => members.iter().find(|it| it.0 == name).map(|it| &it.1),
            _ => None,
        }
    }

    /// The content of a string.
    pub(crate) fn as_text(&self) -> Option<String> {
        match self {
            Self::Literal(text) => serde_json::from_str(text).ok(),
            _ => None,
        }
    }

    /// Whether it is a member whose name begins so: a choice such as `effective[x]`, with or without its extension.
    pub(crate) fn has(&self, stem: &str) -> bool {
        let named = |name: &str| name.trim_start_matches('_').starts_with(stem);
        matches!(self, Self::Object(members) if members.iter().any(|it| named(&it.0)))
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<Tree> {
        let Self::Object(members) = self else {
            return None;
        };
        let at = members.iter().position(|it| it.0 == name)?;
        Some(members.remove(at).1)
    }

    /// Puts a member in the place of one of that name, or behind the others.
    pub(crate) fn set(&mut self, name: &str, value: Tree) {
        if let Self::Object(members) = self {
            match members.iter_mut().find(|it| it.0 == name) {
                Some(known) => known.1 = value,
                None => members.push((name.to_owned(), value)),
            }
        }
    }

    /// Tells each member of each object in it.
    pub(crate) fn each(&self, tell: &mut impl FnMut(&str, &Tree)) {
        match self {
            Self::Literal(_) => {}
            Self::Array(items) => items.iter().for_each(|it| it.each(tell)),
            Self::Object(members) => {
                for (name, value) in members {
                    tell(name, value);
                    value.each(tell);
                }
            }
        }
    }

    /// Puts a member behind the others, unless there is nothing to put: FHIR knows no empty values.
    pub(crate) fn put(&mut self, name: &str, value: Option<Tree>) {
        if let (Self::Object(members), Some(value)) = (self, value) {
            members.push((name.to_owned(), value));
        }
    }

    /// Puts a list behind the other members, unless it is empty.
    pub(crate) fn put_all(&mut self, name: &str, items: Vec<Tree>) {
        self.put(name, (!items.is_empty()).then_some(Self::Array(items)));
    }

    /// Whether it is an object or an array with nothing in it, which FHIR does not know.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Literal(_) => false,
            Self::Array(items) => items.is_empty(),
            Self::Object(members) => members.is_empty(),
        }
    }

    /// Itself, unless it has no member.
    pub(crate) fn unless_empty(self) -> Option<Self> {
        (self != Self::Object(Vec::new())).then_some(self)
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Literal(text) => out.extend_from_slice(text.as_bytes()),
            Self::Array(items) => {
                out.push(b'[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(b',');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Self::Object(members) => {
                out.push(b'{');
                for (at, (name, value)) in members.iter().enumerate() {
                    if at > 0 {
                        out.push(b',');
                    }
                    Self::text(name).write(out);
                    out.push(b':');
                    value.write(out);
                }
                out.push(b'}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_as_it_was_but_for_space() {
        let written = br#"{"a":[1.50,-0.0e+1,"x\u0041\"",{"b":null}],"a2":{},"c":[],"d":true}"#;
        let mut out = Vec::new();
        Tree::read(written).unwrap().write(&mut out);
        assert_eq!(out, written);
        let mut spaced = Vec::new();
        Tree::read(b" { \"a\" : [ 1 , [ ] ] } ")
            .unwrap()
            .write(&mut spaced);
        assert_eq!(spaced, br#"{"a":[1,[]]}"#);
        for bad in [&b"{"[..], b"[1,]", b"{} {}", b"", b"[1 2]"] {
            assert_eq!(Tree::read(bad), None);
        }
    }
}
