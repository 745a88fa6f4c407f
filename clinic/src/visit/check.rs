//! What decision support says of a visit's medicines, before it is signed. Information for who decides, not a medical device.

use pocketchart::{
    Checkup,
    knowledge::{self, Certainty, Severity},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::problem::said;

/// What was found, gravest first, and what could not be looked at.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub(crate) struct Checked {
    pub(crate) findings: Vec<FindingLine>,
    /// What no rule could look at, such as a section that the patient did not open.
    not_checked: Vec<String>,
}

/// One thing that a rule found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FindingLine {
    /// Names it, as long as its rule and what it is about stay the same.
    pub(crate) name: String,
    /// `contraindicated`, `avoid`, `precaution` or `note`.
    severity: &'static str,
    /// Whether all is known that the rule asks for.
    certain: bool,
    says: String,
    advice: String,
    /// The title of the source, its edition, the terms under which its facts stand here, and where in it.
    source: &'static str,
    edition: &'static str,
    licence: &'static str,
    locator: &'static str,
    /// Whether somebody has reviewed the rule.
    reviewed: bool,
    /// Who signs says why all the same.
    pub(crate) needs_reason: bool,
}

/// Why a visit is signed although something was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Override {
    /// The finding's name.
    pub(crate) finding: String,
    pub(crate) reason: String,
}

impl Checked {
    /// Whether each finding that needs a reason has one.
    pub(crate) fn is_answered(&self, overrides: &[Override]) -> bool {
        let has_reason = |it: &FindingLine| {
            let mut given = overrides.iter();
            given.any(|by| by.finding == it.name && !by.reason.trim().is_empty())
        };
        let mut grave = self.findings.iter().filter(|it| it.needs_reason);
        grave.all(has_reason) || crate::sabotage::off("desk-visit-check")
    }
}

impl From<&Checkup> for Checked {
    fn from(it: &Checkup) -> Self {
        Self {
            findings: it.findings.found.iter().map(FindingLine::from).collect(),
            not_checked: it.findings.not_checked.iter().map(|it| said(&it.why)).collect(),
        }
    }
}

impl From<&knowledge::Finding> for FindingLine {
    fn from(it: &knowledge::Finding) -> Self {
        let source = knowledge::source(it.rule.source).ok().flatten();
        Self {
            name: it.name(),
            severity: it.severity.name(),
            certain: matches!(it.certainty, Certainty::Certain),
            says: said(&it.says),
            advice: said(&it.advice),
            source: source.as_ref().map_or(it.rule.source, |it| it.title),
            edition: source.as_ref().map_or("", |it| it.edition),
            licence: source.as_ref().map_or("", |it| it.licence),
            locator: it.rule.locator,
            reviewed: it.rule.reviewed_by.is_some(),
            needs_reason: it.severity >= Severity::Avoid,
        }
    }
}
