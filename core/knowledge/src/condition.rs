//! The closed language of conditions: when a rule holds.
//!
//! ```text
//! condition = all *( "or" all )
//! all       = one *( "and" one )
//! one       = "not" one / "(" condition ")" / question
//! question  = "always" / "unspecified" / "pregnant"
//!           / "sex" "=" ( "female" / "male" )
//!           / "age" compare number [ "years" / "months" ]
//!           / "problem(" set ")" / "history(" set ")"
//!           / "result(" codes "," compare "," number "," unit "," days ")"
//!           / "is(" side "," names ")"
//!           / "route(" side ")" "=" route
//!           / ( "dose_single" / "dose_day" / "dose_week" ) "(" side ")" compare number unit
//! compare   = "<" / "<=" / ">" / ">=" / "="
//! side      = "a" / "b"                    ; the medicines of the rule, as its row names them
//! names     = name *( "|" name )           ; substances or classes
//! codes     = code *( "|" code )           ; LOINC
//! ```
//!
//! A question is answered yes, no or *not known*; `unspecified` is never known: the source ties its rule to circumstances
//! that this language cannot say. `and`, `or` and `not` follow Kleene.

pub(crate) mod facts;
pub(crate) mod number;
mod parse;
pub(crate) mod problem_set;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
pub(crate) mod weigh;

use number::Number;

use crate::Sex;

/// A condition as a row of a table writes it, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Condition<'a> {
    Always,
    /// The source names circumstances that are not put into rules.
    Unspecified,
    Pregnant,
    Sex(Sex),
    Age(Compare, u16, AgeUnit),
    /// A problem of this set is there now.
    Problem(&'a str),
    /// A problem of this set is or was there.
    History(&'a str),
    Result(ResultQuestion<'a>),
    /// The medicine on this side is one of these substances or of one of these classes.
    Is(&'a str, Vec<&'a str>),
    Route(&'a str, RouteIs),
    Dose(Per, &'a str, Compare, Number, DoseUnit),
    Not(Box<Condition<'a>>),
    All(Vec<Condition<'a>>),
    Any(Vec<Condition<'a>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compare {
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
}

impl Compare {
    pub(crate) fn holds<T: Ord>(self, left: &T, right: &T) -> bool {
        match self {
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
            Self::Equal => left == right,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AgeUnit {
    Years,
    Months,
}

/// The latest result with one of these codes, not older than these days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResultQuestion<'a> {
    pub(crate) loinc: Vec<&'a str>,
    pub(crate) compare: Compare,
    pub(crate) value: Number,
    /// As UCUM writes it; a result in another unit is not known.
    pub(crate) unit: &'a str,
    pub(crate) within_days: u16,
}

/// The time that a dose is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Per {
    Time,
    Day,
    Week,
}

/// What a dose is counted in; weights are milligrams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DoseUnit {
    Milligrams,
    InternationalUnits,
}

/// The way a medicine takes into the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Route {
    Oral,
    Injected,
    Rectal,
    Transdermal,
    Sublingual,
    Inhaled,
    Nasal,
    Eye,
    Ear,
    Skin,
    Vaginal,
    /// In the mouth, not swallowed.
    Mouth,
}

/// What a condition asks of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RouteIs {
    Exactly(Route),
    /// Meant for the whole body.
    Systemic,
    /// Meant for one place.
    Local,
}

impl RouteIs {
    pub(crate) fn holds(self, route: Route) -> bool {
        let systemic = route <= Route::Sublingual;
        match self {
            Self::Exactly(one) => one == route,
            Self::Systemic => systemic,
            Self::Local => !systemic,
        }
    }
}

/// The text of a table is no condition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{condition}`: {expected} was expected before `{rest}`")]
pub(crate) struct ConditionError {
    pub(crate) condition: String,
    pub(crate) expected: &'static str,
    pub(crate) rest: String,
}
