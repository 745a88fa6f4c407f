//! Versions of one resource beside one another, for whoever has to decide between them.

use crate::tree::Tree;

/// Places are listed up to this many.
const MOST: usize = 100;
/// Places of each version that are looked at: a hostile one has a million.
const LOOKED_AT: usize = 1000;

/// What a server sets by itself, at the top of a resource, and the narrative that is made of the rest.
const OF_NO_WEIGHT: [&str; 4] = ["resourceType", "id", "meta", "text"];

/// A place at which versions of a resource differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where, such as `reaction[0].severity`.
    pub path: String,
    /// What each version says there, in their order and as it is written; none where it says nothing.
    pub values: Vec<Option<String>>,
}

/// The places at which versions of a resource differ, up to 100. A version that is not at hand, or not JSON, says nothing anywhere and
/// differs from none.
///
/// ```
/// use pocketchart_fhir::write_back::beside;
/// let ours = br#"{"resourceType":"Observation","valueQuantity":{"value":1.50,"unit":"mg"}}"#;
/// let theirs = br#"{"resourceType":"Observation","id":"7","valueQuantity":{"value":1.5,"unit":"mg"}}"#;
/// let places = beside(&[None, Some(ours), Some(theirs)]);
/// assert_eq!((places.len(), places[0].path.as_str()), (1, "valueQuantity.value"));
/// assert_eq!(places[0].values, [None, Some("1.50".to_owned()), Some("1.5".to_owned())]);
/// ```
pub fn beside(versions: &[Option<&[u8]>]) -> Vec<Place> {
    let trees: Vec<Option<Tree>> = versions.iter().map(|it| Tree::read((*it)?)).collect();
    let mut paths: Vec<String> = Vec::new();
    let said: Vec<Option<Vec<(String, String)>>> = trees
        .iter()
        .map(|it| {
            let mut leaves = Vec::new();
            leaves_of("", it.as_ref()?, &mut leaves);
            Some(leaves)
        })
        .collect();
    for (path, _) in said.iter().flatten().flatten() {
        if !paths.contains(path) {
            paths.push(path.clone());
        }
    }
    let places = paths.into_iter().map(|path| {
        let at = |leaves: &Vec<(String, String)>| {
            let found = leaves.iter().find(|it| it.0 == path);
            found.map(|it| it.1.clone())
        };
        let values = said.iter().map(|it| at(it.as_ref()?)).collect();
        Place { path, values }
    });
    let differs = |place: &Place| {
        let at_hand = place.values.iter().zip(&said).filter(|(_, said)| said.is_some());
        let mut values = at_hand.map(|(value, _)| value);
        let first = values.next();
        values.any(|it| Some(it) != first)
    };
    places.filter(differs).take(MOST).collect()
}

fn leaves_of(path: &str, tree: &Tree, leaves: &mut Vec<(String, String)>) {
    if leaves.len() == LOOKED_AT {
        return;
    }
    match tree {
        Tree::Literal(written) => {
            let text = serde_json::from_str(written).unwrap_or_else(|_| written.clone());
            leaves.push((path.to_owned(), text));
        }
        Tree::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                leaves_of(&format!("{path}[{at}]"), item, leaves);
            }
        }
        Tree::Object(members) if path.is_empty() => {
            for (name, value) in members.iter().filter(|it| !OF_NO_WEIGHT.contains(&it.0.as_str())) {
                leaves_of(name, value, leaves);
            }
        }
        Tree::Object(members) => {
            for (name, value) in members {
                leaves_of(&format!("{path}.{name}"), value, leaves);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_version_lacks_and_adds_stands_beside_the_others() {
        let before = br#"{"resourceType":"Condition","code":{"text":"Asthma"},"note":[{"text":"a"}]}"#;
        let ours = br#"{"resourceType":"Condition","code":{"text":"Asthma"},"note":[{"text":"b"}]}"#;
        let theirs =
            br#"{"resourceType":"Condition","meta":{"versionId":"2"},"code":{"text":"Asthma"},"stage":true}"#;
        let said = |places: Vec<Place>| -> Vec<(String, Vec<Option<String>>)> {
            places.into_iter().map(|it| (it.path, it.values)).collect()
        };
        let text = |it: &str| Some(it.to_owned());
        let all = beside(&[Some(before), Some(ours), Some(theirs)]);
        assert_eq!(
            said(all),
            [
                ("note[0].text".to_owned(), vec![text("a"), text("b"), None]),
                ("stage".to_owned(), vec![None, None, text("true")]),
            ]
        );
        // What is not at hand differs from nothing.
        assert_eq!(said(beside(&[None, Some(ours), Some(ours)])), []);
        assert_eq!(said(beside(&[Some(b"{"), Some(ours)])), []);
    }

    #[test]
    fn a_large_resource_is_compared_in_bounded_work() {
        let many: Vec<String> = (0..30_000).map(|it| format!(r#""a{it}":{it}"#)).collect();
        let large = format!("{{{}}}", many.join(","));
        assert_eq!(beside(&[Some(b"{}"), Some(large.as_bytes())]).len(), MOST);
    }
}
