//! Values of which only some are allowed.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use pocketchart::{Role, Section};

/// A section by its name.
pub(super) fn section() -> impl TypedValueParser<Value = Section> {
    PossibleValuesParser::new(Section::ALL.map(Section::name))
        .try_map(|name| Section::from_name(&name).ok_or("unknown section"))
}

/// As what somebody acts for the person.
pub(super) fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new([Role::View, Role::Manage, Role::Emergency].map(Role::name))
        .try_map(|name| Role::from_name(&name).ok_or("unknown role"))
}

/// An enum of the builders by its FHIR code.
macro_rules! code {
    ($type:ty) => {{
        use clap::builder::TypedValueParser as _;
        clap::builder::PossibleValuesParser::new(<$type>::all().iter().map(|it| it.code())).try_map(|code| {
            let mut all = <$type>::all().iter().copied();
            all.find(|it| it.code() == code).ok_or("unknown code")
        })
    }};
}
pub(super) use code;
