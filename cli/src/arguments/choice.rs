//! Values of which only some are allowed.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::tz::TimeZone;
use pocketchart::{Role, Section, Unit};

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

/// A column of readings with its unit: `HEADING=UNIT`, the unit in UCUM.
pub(super) fn unit_of(text: &str) -> Result<(String, Unit), String> {
    let codes = || Unit::all().iter().map(|it| it.code());
    let (heading, code) = text.rsplit_once('=').ok_or("HEADING=UNIT")?;
    let unit = Unit::all().iter().find(|it| it.code() == code);
    let unit = unit.ok_or_else(|| codes().collect::<Vec<_>>().join(", "))?;
    Ok((heading.to_owned(), *unit))
}

/// A time zone by its name in IANA's list, such as `Europe/Vienna`.
pub(super) fn zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::get(name).map_err(|_| "Europe/Vienna, America/New_York, UTC, …".to_owned())
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
