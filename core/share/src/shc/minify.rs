//! What a resource loses on a card (section "Creating a QR code or a set of QR codes from a Health Card JWS").

use super::Fit;
use crate::json::Tree;

/// Elements whose `text` is not that of a CodeableConcept.
const TEXTS: [&str; 6] = [
    "note",
    "dosage",
    "dosageInstruction",
    "name",
    "address",
    "referenceRange",
];

/// What a reference becomes: the place of its target on the card, if it is there.
pub(super) type Resolve<'r> = dyn Fn(&str) -> Option<usize> + 'r;

/// The resource as it stands on a card; nothing if nothing is left.
pub(super) fn minified(resource: &Tree, fit: Fit, resolve: &Resolve<'_>) -> Option<Tree> {
    let lean = if resource.text("resourceType") == Some("Patient") {
        patient(resource)
    } else {
        resource.clone()
    };
    value("", &lean, fit, resolve)
}

/// Of the patient: names, birth date and gender.
fn patient(resource: &Tree) -> Tree {
    let Tree::Object(members) = resource else {
        return resource.clone();
    };
    let kept = |(name, _): &&(String, Tree)| {
        ["resourceType", "name", "birthDate", "gender"].contains(&name.as_str())
    };
    Tree::Object(members.iter().filter(kept).cloned().collect())
}

fn value(of: &str, tree: &Tree, fit: Fit, resolve: &Resolve<'_>) -> Option<Tree> {
    match tree {
        Tree::Object(members) => object(of, tree, members, fit, resolve),
        Tree::Array(items) => {
            let items: Vec<Tree> = items
                .iter()
                .filter_map(|item| value(of, item, fit, resolve))
                .collect();
            (!items.is_empty()).then_some(Tree::Array(items))
        }
        other => Some(other.clone()),
    }
}

fn object(
    of: &str,
    whole: &Tree,
    members: &[(String, Tree)],
    fit: Fit,
    resolve: &Resolve<'_>,
) -> Option<Tree> {
    let is_resource = whole.text("resourceType").is_some();
    let is_coding = of == "coding" || (whole.text("code").is_some() && whole.get("unit").is_none());
    let has_concept_text = whole.text("text").is_some() && !is_resource && !TEXTS.contains(&of);
    let mut kept = Vec::new();
    for (name, member) in members {
        let member = match name.as_str() {
            "id" | "text" | "contained" | "implicitRules" | "language" if is_resource => continue,
            "meta" if is_resource => {
                // Only what says how it may be used.
                let Some(security) = member.get("security") else {
                    continue;
                };
                Tree::Object(vec![("security".into(), security.clone())])
            }
            "text" if has_concept_text && fit == Fit::Qr => continue,
            "display" if is_coding && fit == Fit::Qr => continue,
            "reference" => match member {
                Tree::Text(reference) => match resolve(reference) {
                    Some(place) => Tree::Text(format!("resource:{place}")),
                    None => continue,
                },
                _ => continue,
            },
            _ => member.clone(),
        };
        if let Some(member) = value(name, &member, fit, resolve) {
            kept.push((name.clone(), member));
        }
    }
    (!kept.is_empty()).then_some(Tree::Object(kept))
}
