//! The words of a Patient Summary, in the language of whoever reads it.

use crate::failure::{Exit, Failure};
use pocketchart::{IpsSection, IpsWords};
use pocketchart_strings::ReaderLanguage;

/// The words in this language.
pub(crate) fn words(language: ReaderLanguage) -> Result<IpsWords, Failure> {
    let text = language
        .summary()
        .map_err(|_| Failure::new("internal", Exit::Other))?;
    let say = |name: &str| {
        let id = format!("summary-{name}");
        text.by_id(&id, &[]).unwrap_or(id)
    };
    Ok(IpsWords {
        language: language.code().to_owned(),
        right_to_left: language.is_right_to_left(),
        title: say("title"),
        sections: IpsSection::ALL.map(|section| say(name(section))),
        what: say("what"),
        details: say("details"),
        when: say("when"),
        untitled: say("untitled"),
        disagree: say("disagree"),
        no_information: say("no-information"),
    })
}

fn name(section: IpsSection) -> &'static str {
    match section {
        IpsSection::Problems => "problems",
        IpsSection::Allergies => "allergies",
        IpsSection::Medications => "medications",
        IpsSection::Immunizations => "immunizations",
        IpsSection::Results => "results",
        IpsSection::Procedures => "procedures",
        IpsSection::Devices => "devices",
        IpsSection::VitalSigns => "vital-signs",
        IpsSection::PastProblems => "past-problems",
        IpsSection::Pregnancy => "pregnancy",
        IpsSection::SocialHistory => "social-history",
        IpsSection::PlanOfCare => "plan-of-care",
    }
}
