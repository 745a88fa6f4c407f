//! A change put upon what the server has: some servers forget what an update leaves out.

use crate::tree::Tree;

/// The names of a resource's members.
///
/// ```
/// use pocketchart_fhir::write_back::members;
/// assert_eq!(members(br#"{"resourceType":"Condition","code":{}}"#), ["resourceType", "code"]);
/// ```
pub fn members(resource: &[u8]) -> Vec<String> {
    match Tree::read(resource) {
        Some(Tree::Object(members)) => members.into_iter().map(|(name, _)| name).collect(),
        _ => Vec::new(),
    }
}

/// The resource to put in the place of the server's copy: what is sent now, and what the server has beside, without the members that
/// were sent before and are not sent any more. Names that others gave it stay.
///
/// ```
/// use pocketchart_fhir::write_back::update;
/// let kept = br#"{"resourceType":"Condition","id":"7","code":{"text":"Asthma"},"abatementDateTime":"2020","recorder":{"display":"Dr. Bell"}}"#;
/// let sent = br#"{"resourceType":"Condition","code":{"text":"Severe asthma"}}"#;
/// let before = ["resourceType", "code", "abatementDateTime"].map(String::from);
/// let put = update(kept, sent, &before).unwrap();
/// assert_eq!(put, br#"{"resourceType":"Condition","id":"7","code":{"text":"Severe asthma"},"recorder":{"display":"Dr. Bell"}}"#);
/// ```
///
/// `None` where one of the two is not JSON.
pub fn update(kept: &[u8], sent: &[u8], before: &[String]) -> Option<Vec<u8>> {
    let (mut tree, mut sent) = (Tree::read(kept)?, Tree::read(sent)?);
    let mut names = items(tree.get("identifier"));
    for name in items(sent.get("identifier")) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if let Some(names) = Tree::list(names) {
        sent.set("identifier", names);
    }
    for name in before {
        if sent.get(name).is_none() && name != "id" {
            tree.remove(name);
        }
    }
    let Tree::Object(sent) = sent else {
        return None;
    };
    for (name, value) in sent {
        tree.set(&name, value);
    }
    let mut out = Vec::new();
    tree.write(&mut out);
    Some(out)
}

fn items(list: Option<&Tree>) -> Vec<Tree> {
    match list {
        Some(Tree::Array(items)) => items.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn names_of_others_stay() {
    let kept = br#"{"identifier":[{"value":"theirs"},{"value":"ours"}]}"#;
    let sent = br#"{"identifier":[{"value":"ours"}],"a":1.50}"#;
    let put = update(kept, sent, &[]);
    assert_eq!(
        put,
        Some(br#"{"identifier":[{"value":"theirs"},{"value":"ours"}],"a":1.50}"#.to_vec())
    );
}
