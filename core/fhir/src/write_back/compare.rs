//! Whether a server kept what it was sent.

use std::cmp::Ordering;

use super::members;
use crate::Decimal;
use crate::tree::Tree;

/// Differences are listed up to this many.
const MOST: usize = 100;

/// What a server adds or sets by itself, at the top of a resource: a narrative may be written anew.
const OF_THE_SERVER: [&str; 3] = ["id", "meta", "text"];

/// Lists without an order, to which a server may add.
const SETS: [&str; 3] = ["coding", "extension", "identifier"];

/// One thing that the server has otherwise than it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where, such as `valueQuantity.value`.
    pub path: String,
    /// In which way.
    pub how: How,
}

/// In which way something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The same number, written otherwise: `1.50` became `1.5`. It no longer says how exact it is.
    Rewritten,
    /// It is not there.
    Missing,
    /// Something else is there.
    Other,
    /// More stands there than was sent.
    Added,
}

/// What differs in the server's copy from what it was sent. What a server adds beside is no difference, except within a list.
///
/// ```
/// use pocketchart_fhir::write_back::{How, differences};
/// let sent = br#"{"resourceType":"Observation","valueQuantity":{"value":1.50,"unit":"mg"}}"#;
/// let kept = br#"{"resourceType":"Observation","id":"7","valueQuantity":{"value":1.5,"unit":"g"}}"#;
/// let found = differences(sent, kept).unwrap();
/// let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.how)).collect();
/// assert_eq!(found, [("valueQuantity.value", How::Rewritten), ("valueQuantity.unit", How::Other)]);
/// ```
///
/// `None` where one of the two is not JSON.
pub fn differences(sent: &[u8], kept: &[u8]) -> Option<Vec<Difference>> {
    let (Tree::Object(sent), kept) = (Tree::read(sent)?, Tree::read(kept)?) else {
        return None;
    };
    let mut found = Vec::new();
    for (name, value) in sent
        .iter()
        .filter(|(name, _)| !OF_THE_SERVER.contains(&name.as_str()))
    {
        member(name, name, value, kept.get(name), &mut found);
    }
    Some(found)
}

/// The members that were sent before and are not sent any more, and that the server's copy still has.
///
/// ```
/// use pocketchart_fhir::write_back::left_over;
/// let before = ["resourceType", "text", "onsetString"].map(String::from);
/// let kept = br#"{"resourceType":"Condition","text":{},"onsetString":"as a child"}"#;
/// assert_eq!(left_over(&before, br#"{"resourceType":"Condition"}"#, kept), ["onsetString"]);
/// ```
pub fn left_over(before: &[String], sent: &[u8], kept: &[u8]) -> Vec<String> {
    let (sent, kept) = (members(sent), members(kept));
    let is_left = |name: &&String| {
        !OF_THE_SERVER.contains(&name.as_str()) && !sent.contains(name) && kept.contains(name)
    };
    before.iter().filter(is_left).cloned().collect()
}

fn member(path: &str, name: &str, sent: &Tree, kept: Option<&Tree>, found: &mut Vec<Difference>) {
    let mut differs = |how| {
        if found.len() < MOST {
            found.push(Difference {
                path: path.to_owned(),
                how,
            });
        }
    };
    let Some(kept) = kept else {
        return differs(How::Missing);
    };
    match (sent, kept) {
        (Tree::Literal(sent), Tree::Literal(kept)) => match literals(name, sent, kept) {
            Ok(true) => {}
            Ok(false) => differs(How::Rewritten),
            Err(()) => differs(How::Other),
        },
        (Tree::Object(sent), Tree::Object(_)) => {
            for (name, value) in sent {
                member(&format!("{path}.{name}"), name, value, kept.get(name), found);
            }
        }
        (Tree::Array(sent), Tree::Array(kept)) if SETS.contains(&name) => {
            for (at, item) in sent.iter().enumerate() {
                if !kept.iter().any(|it| is_same(name, item, it)) {
                    member(&format!("{path}[{at}]"), name, item, kept.get(at), found);
                }
            }
        }
        (Tree::Array(sent), Tree::Array(kept)) => {
            if kept.len() > sent.len() {
                differs(How::Added);
            }
            for (at, item) in sent.iter().enumerate() {
                member(&format!("{path}[{at}]"), name, item, kept.get(at), found);
            }
        }
        _ => differs(How::Other),
    }
}

fn is_same(name: &str, sent: &Tree, kept: &Tree) -> bool {
    let mut found = Vec::new();
    member("", name, sent, Some(kept), &mut found);
    found.is_empty()
}

/// Whether two literals are the same; false for a number that is only written otherwise.
fn literals(name: &str, sent: &str, kept: &str) -> Result<bool, ()> {
    if sent == kept {
        return Ok(true);
    }
    if let (Ok(one), Ok(other)) = (Decimal::new(sent), Decimal::new(kept)) {
        return match one.compare(&other) {
            Ordering::Equal => Ok(false),
            _ => Err(()),
        };
    }
    let text = |it: &str| serde_json::from_str::<String>(it).ok();
    let (Some(sent), Some(kept)) = (text(sent), text(kept)) else {
        return Err(());
    };
    // A server may write a reference to one of its own resources whole, or with the version.
    match sent == kept || (name == "reference" && local(&sent).is_some() && local(&sent) == local(&kept)) {
        true => Ok(true),
        false => Err(()),
    }
}

/// `Type/id` of a reference.
fn local(reference: &str) -> Option<(&str, &str)> {
    let front = reference.split("/_history/").next()?;
    let mut parts = front.rsplit('/');
    let (id, kind) = (parts.next()?, parts.next()?);
    Some((kind, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sent: &str, kept: &str) -> Vec<(String, How)> {
        let all = differences(sent.as_bytes(), kept.as_bytes()).unwrap();
        all.into_iter().map(|it| (it.path, it.how)).collect()
    }

    #[test]
    fn what_a_server_sets_and_adds_is_no_difference() {
        let sent = r#"{"resourceType":"Condition","text":{"div":"a"},"identifier":[{"value":"7"}],"code":{"coding":[{"code":"x"}]},
            "subject":{"reference":"Patient/1"},"note":[{"text":"caf\u00e9"}]}"#;
        let kept = r#"{"resourceType":"Condition","id":"9","meta":{"versionId":"1"},"text":{"div":"b"},"identifier":[{"value":"8"},
            {"system":"s","value":"7"}],"code":{"text":"X","coding":[{"code":"y"},{"code":"x"}]},
            "subject":{"reference":"https://a.example/fhir/Patient/1/_history/2"},"note":[{"text":"café"}],"recordedDate":"2026"}"#;
        assert_eq!(found(sent, kept), []);
    }

    #[test]
    fn what_is_not_as_it_was_sent_is_named() {
        let sent = r#"{"a":{"b":[1.0,2]},"c":"x","d":true,"coding":[{"code":"x"}],"subject":{"reference":"Patient/1"},"e":[1]}"#;
        let kept = r#"{"a":{"b":[1,3]},"d":"true","coding":[{"code":"y"}],"subject":{"reference":"Patient/11"},"e":[1,2]}"#;
        let expected = [
            ("a.b[0]", How::Rewritten),
            ("a.b[1]", How::Other),
            ("c", How::Missing),
            ("d", How::Other),
            ("coding[0].code", How::Other),
            ("subject.reference", How::Other),
            ("e", How::Added),
        ];
        assert_eq!(
            found(sent, kept),
            expected.map(|(path, how)| (path.to_owned(), how))
        );
        assert_eq!(differences(b"{", b"{}"), None);
    }
}
