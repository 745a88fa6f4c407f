//! JSON as a tree that keeps numbers as they are written, and members in their order.

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

/// How deep arrays and objects may nest, as in FHIR files.
const DEPTH: usize = 64;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Object(Vec<(String, Tree)>),
    Array(Vec<Tree>),
    Text(String),
    /// A number, `true`, `false` or `null`, as written.
    Word(String),
}

impl Tree {
    /// None if it is no JSON, nests too deep, or says a member twice.
    pub(crate) fn parse(json: &str) -> Option<Self> {
        Self::read(json.trim_ascii(), DEPTH)
    }

    fn read(json: &str, levels: usize) -> Option<Self> {
        match json.bytes().next()? {
            b'{' => {
                let inner = levels.checked_sub(1)?;
                let members: Members<'_> = serde_json::from_str(json).ok()?;
                let read = |(name, value): (String, &RawValue)| Some((name, Self::read(value.get(), inner)?));
                let members: Vec<_> = members.0.into_iter().map(read).collect::<Option<_>>()?;
                let mut names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
                names.sort_unstable();
                let twice = names
                    .windows(2)
                    .any(|pair| matches!(pair, [one, other] if one == other));
                (!twice).then_some(Self::Object(members))
            }
            b'[' => {
                let inner = levels.checked_sub(1)?;
                let items: Vec<&RawValue> = serde_json::from_str(json).ok()?;
                let items = items.into_iter().map(|item| Self::read(item.get(), inner));
                items.collect::<Option<_>>().map(Self::Array)
            }
            b'"' => serde_json::from_str(json).ok().map(Self::Text),
            _ => {
                let word: &RawValue = serde_json::from_str(json).ok()?;
                Some(Self::Word(word.get().to_owned()))
            }
        }
    }

    /// Its JSON, without white space.
    pub(crate) fn write(&self, to: &mut String) {
        match self {
            Self::Object(members) => {
                for (number, (name, value)) in members.iter().enumerate() {
                    to.push(if number == 0 { '{' } else { ',' });
                    to.push_str(&quoted(name));
                    to.push(':');
                    value.write(to);
                }
                to.push_str(if members.is_empty() { "{}" } else { "}" });
            }
            Self::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    to.push(if number == 0 { '[' } else { ',' });
                    item.write(to);
                }
                to.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Text(text) => to.push_str(&quoted(text)),
            Self::Word(word) => to.push_str(word),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(it, _)| it == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn items(&self, name: &str) -> &[Self] {
        match self.get(name) {
            Some(Self::Array(items)) => items,
            _ => &[],
        }
    }
}

/// Texts always have a JSON form.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Members<'de>, M::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn numbers_and_order_stay_as_written() {
        let json = r#"{"b":[1.10,-0e5,true,null,{},[]],"a":"é\n"}"#;
        let mut written = String::new();
        Tree::parse(&json.replace(',', " ,\n"))
            .unwrap()
            .write(&mut written);
        assert_eq!(written, json);
    }

    #[test]
    fn members_twice_and_depth_are_refused() {
        assert!(Tree::parse(r#"{"a":1,"\u0061":2}"#).is_none());
        assert!(Tree::parse(&("[".repeat(64) + &"]".repeat(64))).is_some());
        assert!(Tree::parse(&("[".repeat(65) + &"]".repeat(65))).is_none());
        assert!(Tree::parse(&"[".repeat(1 << 20)).is_none());
        assert!(Tree::parse("01").is_none());
    }
}
