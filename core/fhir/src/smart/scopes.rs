//! SMART scopes, of version 1 (`patient/Observation.read`) and 2 (`patient/Observation.rs?category=…`).

use std::collections::BTreeSet;
use std::fmt;

/// A set of scopes, as they were asked for or granted.
///
/// ```
/// use pocketchart_fhir::smart::Scopes;
///
/// let granted = Scopes::of("openid patient/Observation.rs patient/Patient.read");
/// assert!(granted.reads("Observation") && granted.reads("Patient"));
/// assert!(!granted.reads("Condition"));
/// // The two versions of the specification write the same in two ways.
/// assert_eq!(Scopes::of("patient/*.read offline_access").not_in(&Scopes::of("patient/*.rs")), ["offline_access"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(BTreeSet<String>);

impl Scopes {
    /// The scopes of a text, which spaces separate.
    pub fn of(text: &str) -> Self {
        Self(text.split_ascii_whitespace().map(str::to_owned).collect())
    }

    /// Whether the patient's resources of a type may be searched and read, all of them.
    pub fn reads(&self, kind: &str) -> bool {
        self.0.iter().any(|scope| reads(scope, kind))
    }

    /// The queries to which reading a type is restricted, such as `category=laboratory`; of them those that can stand in an
    /// address.
    pub fn restrictions(&self, kind: &str) -> Vec<&str> {
        let split = self.0.iter().filter_map(|scope| scope.split_once('?'));
        let plain = |query: &str| {
            let signs = b"-._~=&:/|%,";
            query
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || signs.contains(&byte))
        };
        let wanted = split.filter(|(scope, query)| reads(scope, kind) && plain(query));
        wanted.map(|(_, query)| query).collect()
    }

    /// Whether any of the patient's resources may be read, be it with a restriction.
    pub fn reads_something(&self) -> bool {
        self.0.iter().any(|scope| {
            let clinical = parts(scope.split('?').next().unwrap_or_default());
            clinical.is_some_and(|(_, letters)| letters.contains(['r', 's']))
        })
    }

    /// Whether this very scope is among them.
    pub fn has(&self, scope: &str) -> bool {
        self.0.contains(scope)
    }

    /// The scopes that the others do not give, in whatever version they are written.
    pub fn not_in(&self, others: &Scopes) -> Vec<&str> {
        let given = |scope: &String| match parts(scope) {
            Some((kind, letters)) if letters.contains(['r', 's']) => others.reads(kind) || others.has(scope),
            _ => others.has(scope),
        };
        self.0
            .iter()
            .filter(|it| !given(it))
            .map(String::as_str)
            .collect()
    }

    /// No scope.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// As OAuth writes them: separated by spaces.
impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, scope) in self.0.iter().enumerate() {
            write!(f, "{}{scope}", if number == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

fn reads(scope: &str, kind: &str) -> bool {
    parts(scope).is_some_and(|(of, letters)| {
        (of == "*" || of == kind) && letters.contains('s') && letters.contains('r')
    })
}

/// The type and the letters of a scope over a patient's or a user's resources; none where a query restricts it.
fn parts(scope: &str) -> Option<(&str, &str)> {
    let clinical = scope
        .strip_prefix("patient/")
        .or_else(|| scope.strip_prefix("user/"))?;
    let (kind, letters) = clinical.split_once('.')?;
    let letters = match letters {
        "read" => "rs",
        "write" => "cud",
        "*" => "cruds",
        letters if letters.bytes().all(|letter| b"cruds".contains(&letter)) => letters,
        _ => return None,
    };
    Some((kind, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restricted_and_unknown_scopes_give_no_whole_type() {
        let scopes =
            Scopes::of("patient/Observation.rs?category=laboratory patient/Condition.c launch/patient");
        assert!(!scopes.reads("Observation") && !scopes.reads("Condition"));
        assert!(scopes.reads_something());
        assert_eq!(scopes.restrictions("Observation"), ["category=laboratory"]);
        assert!(!Scopes::of("openid fhirUser patient/Condition.c system/*.rs").reads_something());
    }

    #[test]
    fn what_is_missing_is_named() {
        let asked = Scopes::of("launch/patient offline_access patient/*.rs patient/Coverage.read");
        assert_eq!(
            asked.not_in(&Scopes::of("patient/*.read launch/patient")),
            ["offline_access"]
        );
        assert_eq!(
            asked.not_in(&Scopes::of("launch/patient offline_access patient/Coverage.rs")),
            ["patient/*.rs"]
        );
    }
}
