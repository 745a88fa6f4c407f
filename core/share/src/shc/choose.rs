//! What goes on a card, and in which order.

use std::collections::HashMap;

use super::minify::minified;
use super::{Fit, IssueError};
use crate::json::{Tree, quoted};

/// Types by clinical priority; what is not named stays off cards. What others only refer to comes along with them.
const PRIORITY: &[&[&str]] = &[
    &["AllergyIntolerance"],
    &["MedicationStatement", "MedicationRequest"],
    &["Condition"],
    &["Flag", "Consent"],
    &["DeviceUseStatement", "Device"],
    &["Immunization"],
    &["Procedure"],
    &["Observation", "DiagnosticReport"],
];
const COMES_ALONG: [&str; 2] = ["Medication", "Device"];

/// Elements of which one must say what it is about.
const SAYS: [&str; 8] = [
    "code",
    "vaccineCode",
    "medicationCodeableConcept",
    "medicationReference",
    "type",
    "device",
    "scope",
    "udiCarrier",
];

/// A resource that is not on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its entry in the Bundle, counted from 0.
    pub entry: usize,
    /// Its type.
    pub resource_type: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why a resource is not on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LeftOutReason {
    /// There was no room left.
    NoRoom,
    /// It says what it is about in words alone, which codes may not carry.
    NoCode,
    /// It was entered in error.
    InError,
    /// Types such as documents and visits do not go on cards.
    OtherType,
}

/// The resources of a Bundle.
pub(super) struct Source {
    resources: Vec<Resource>,
    places: HashMap<String, usize>,
    patient: usize,
    entries: usize,
}

struct Resource {
    tree: Tree,
    /// The entry that it stands in.
    entry: usize,
}

impl Source {
    pub(super) fn of(bundle: &str) -> Result<Self, IssueError> {
        let bundle = Tree::parse(bundle).ok_or(IssueError::NotABundle)?;
        if bundle.text("resourceType") != Some("Bundle") {
            return Err(IssueError::NotABundle);
        }
        let entries = bundle.items("entry");
        let (mut resources, mut places) = (Vec::new(), HashMap::new());
        for (entry, it) in entries.iter().enumerate() {
            let tree = it.get("resource").ok_or(IssueError::NotABundle)?.clone();
            let kind = tree
                .text("resourceType")
                .ok_or(IssueError::NotABundle)?
                .to_owned();
            let names = [
                it.text("fullUrl").map(str::to_owned),
                tree.text("id").map(|id| format!("{kind}/{id}")),
            ];
            for name in names.into_iter().flatten() {
                places.entry(name).or_insert(resources.len());
            }
            resources.push(Resource { tree, entry });
        }
        // Contained ones come after, so that places of entries are their numbers.
        for (entry, it) in entries.iter().enumerate() {
            for tree in it.get("resource").map_or(&[][..], |it| it.items("contained")) {
                if let Some(id) = tree.text("id") {
                    places.insert(format!("{entry}#{id}"), resources.len());
                }
                let tree = tree.clone();
                resources.push(Resource { tree, entry });
            }
        }
        let mut patients =
            (0..entries.len()).filter(|at| resources.get(*at).is_some_and(|it| it.kind() == "Patient"));
        let patient = patients.next().ok_or(IssueError::OnePatient)?;
        if patients.next().is_some() {
            return Err(IssueError::OnePatient);
        }
        Ok(Self {
            entries: entries.len(),
            resources,
            places,
            patient,
        })
    }

    /// The resource that a reference of `from` names.
    fn target(&self, from: usize, reference: &str) -> Option<usize> {
        let entry = self.resources.get(from)?.entry;
        let own = reference.starts_with('#').then(|| format!("{entry}{reference}"));
        self.places.get(own.as_deref().unwrap_or(reference)).copied()
    }

    /// What goes on a card on which `fits` says of a Bundle whether it is small enough, and what does not.
    pub(super) fn choose(
        &self,
        fit: Fit,
        fits: &dyn Fn(&str) -> bool,
    ) -> Result<(String, Vec<LeftOut>), IssueError> {
        let mut on = vec![self.patient];
        let mut written = self.written(&on, fit);
        if !fits(&written) {
            return Err(IssueError::TooLong);
        }
        let mut left_out = Vec::new();
        let mut order: Vec<usize> = (0..self.entries).filter(|at| *at != self.patient).collect();
        order.sort_by_key(|at| self.resources.get(*at).map(Resource::rank));
        for at in order {
            let Some(resource) = self.resources.get(at) else {
                continue;
            };
            if on.contains(&at) {
                continue;
            }
            let reason = match resource.reason(fit) {
                Some(reason) => reason,
                None => {
                    let with = self.with(&on, at);
                    let longer = self.written(&with, fit);
                    if fits(&longer) {
                        (on, written) = (with, longer);
                        continue;
                    }
                    LeftOutReason::NoRoom
                }
            };
            left_out.push(LeftOut {
                entry: at,
                resource_type: resource.kind().to_owned(),
                reason,
            });
        }
        // What came along with another is on the card after all.
        left_out.retain(|it| !on.contains(&it.entry));
        left_out.sort_by_key(|it| it.entry);
        Ok((written, left_out))
    }

    /// Those on the card with one more, and with what it refers to and cannot be understood without.
    fn with(&self, on: &[usize], at: usize) -> Vec<usize> {
        let mut with = on.to_vec();
        let mut next = vec![at];
        while let Some(at) = next.pop() {
            let Some(resource) = self.resources.get(at).filter(|_| !with.contains(&at)) else {
                continue;
            };
            with.push(at);
            references(&resource.tree, &mut |reference| {
                let target = self.target(at, reference);
                let along = |at: &usize| {
                    let kind = self.resources.get(*at).map_or("", Resource::kind);
                    COMES_ALONG.contains(&kind)
                };
                next.extend(target.filter(along));
            });
        }
        with
    }

    fn written(&self, on: &[usize], fit: Fit) -> String {
        let mut json = r#"{"resourceType":"Bundle","type":"collection","entry":["#.to_owned();
        for (place, at) in on.iter().enumerate() {
            let resolve = |reference: &str| {
                let target = self.target(*at, reference)?;
                on.iter().position(|it| *it == target)
            };
            let lean = self
                .resources
                .get(*at)
                .and_then(|it| minified(&it.tree, fit, &resolve));
            let Some(lean) = lean else { continue };
            let url = quoted(&format!("resource:{place}"));
            json.push_str(if place == 0 { "" } else { "," });
            json.push_str(&format!(r#"{{"fullUrl":{url},"resource":"#));
            lean.write(&mut json);
            json.push('}');
        }
        json.push_str("]}");
        json
    }
}

impl Resource {
    fn kind(&self) -> &str {
        self.tree.text("resourceType").unwrap_or_default()
    }

    fn code(&self, of: &str) -> &str {
        let coding = self.tree.get(of).and_then(|it| it.items("coding").first());
        coding.and_then(|it| it.text("code")).unwrap_or_default()
    }

    /// What stands on the card first: by type, then what is of today, then what is dangerous.
    fn rank(&self) -> (usize, bool, bool) {
        let kind = PRIORITY.iter().position(|kinds| kinds.contains(&self.kind()));
        let over = ["inactive", "resolved", "remission"].contains(&self.code("clinicalStatus"))
            || ["completed", "stopped", "cancelled", "not-taken"]
                .contains(&self.tree.text("status").unwrap_or_default())
                && self.kind().starts_with("Medication");
        let mild = self.tree.text("criticality") != Some("high");
        (kind.unwrap_or(usize::MAX), over, mild)
    }

    /// Why it never goes on a card.
    fn reason(&self, fit: Fit) -> Option<LeftOutReason> {
        let error = "entered-in-error";
        if !PRIORITY.iter().any(|kinds| kinds.contains(&self.kind())) {
            Some(LeftOutReason::OtherType)
        } else if self.tree.text("status") == Some(error) || self.code("verificationStatus") == error {
            Some(LeftOutReason::InError)
        } else {
            let lean = minified(&self.tree, fit, &|_| Some(0));
            let says = |lean: &Tree| SAYS.iter().any(|name| lean.get(name).is_some());
            (!lean.as_ref().is_some_and(says)).then_some(LeftOutReason::NoCode)
        }
    }
}

/// Every reference in a resource.
fn references(tree: &Tree, say: &mut dyn FnMut(&str)) {
    match tree {
        Tree::Object(members) => {
            for (name, member) in members.iter().filter(|(name, _)| name != "contained") {
                match member {
                    Tree::Text(reference) if name == "reference" => say(reference),
                    other => references(other, say),
                }
            }
        }
        Tree::Array(items) => items.iter().for_each(|item| references(item, say)),
        _ => {}
    }
}
