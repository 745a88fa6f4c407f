//! A vaccine whose formulation nobody wrote down may be any of those against the same diseases that were given on that day.

use pocketchart_fhir::summary::{Detail, Summary};
use pocketchart_knowledge::cdsi::product;

const CVX: &str = "http://hl7.org/fhir/sid/cvx";

/// Adds the key by the diseases, and which formulation it is where that is known: two of them are two vaccines.
pub(super) fn compose(facts: &mut Summary) {
    if facts.resource_type != "Immunization" {
        return;
    }
    let code = facts
        .code
        .as_ref()
        .filter(|code| code.system.as_deref() == Some(CVX));
    let day = facts.when.as_ref().and_then(|when| when.day());
    // Without the tables a vaccine is only what its code and its words say.
    let found = code.and_then(|code| product(&code.code).ok().flatten());
    let (Some(code), Some(day), Some(found)) = (code, day, found) else {
        return;
    };
    let formulation = found
        .is_specified
        .then(|| Detail::new("formulation", code.code.as_str()));
    facts
        .aliases
        .push(format!("vaccine|against|{}|{day}", found.antigens.join("+")));
    facts.details.extend(formulation);
}
