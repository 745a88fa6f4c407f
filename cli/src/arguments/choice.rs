//! Values of which only some are allowed.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use pocketchart::Section;

/// A section by its name.
pub(super) fn section() -> impl TypedValueParser<Value = Section> {
    PossibleValuesParser::new(Section::ALL.map(Section::name))
        .try_map(|name| Section::from_name(&name).ok_or("unknown section"))
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
