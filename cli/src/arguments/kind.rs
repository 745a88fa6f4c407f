//! The kinds of statement a person can type in.

use super::choice::code;
use clap::{Args, Subcommand, ValueEnum};
use pocketchart::build::{
    AllergyCategory, AllergyStatus, Category, Certainty, Criticality, DirectiveKind, Gender, MedicineStatus,
    ProblemStatus, ProcedureStatus, Severity,
};
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Kind {
    Allergy(Allergy),
    Problem(Problem),
    Medicine(Medicine),
    Vaccine(Vaccine),
    Measurement(Measurement),
    BloodPressure(BloodPressure),
    Procedure(Procedure),
    Note(Note),
    Contact(Contact),
    Directive(Directive),
    Profile(Profile),
}

/// What most kinds have.
#[derive(Args)]
pub(crate) struct Stated {
    #[arg(long, value_name = "SYSTEM:CODE")]
    pub(crate) code: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
}

#[derive(Args)]
pub(crate) struct Allergy {
    #[arg(required = true)]
    pub(crate) what: Option<String>,
    #[arg(long, conflicts_with_all = ["what", "reaction", "severity"])]
    pub(crate) none_known: bool,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reaction: Vec<String>,
    #[arg(long, value_parser = code!(Severity))]
    pub(crate) severity: Option<Severity>,
    #[arg(long, value_parser = code!(Criticality))]
    pub(crate) risk: Option<Criticality>,
    #[arg(long, value_parser = code!(AllergyCategory))]
    pub(crate) category: Option<AllergyCategory>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, value_parser = code!(AllergyStatus))]
    pub(crate) status: Option<AllergyStatus>,
    #[arg(long, value_parser = code!(Certainty))]
    pub(crate) certainty: Option<Certainty>,
    #[command(flatten)]
    pub(crate) stated: Stated,
}

#[derive(Args)]
pub(crate) struct Problem {
    #[arg(required = true)]
    pub(crate) what: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    #[arg(long, value_parser = code!(ProblemStatus))]
    pub(crate) status: Option<ProblemStatus>,
    #[arg(long, value_parser = code!(Certainty))]
    pub(crate) certainty: Option<Certainty>,
    #[command(flatten)]
    pub(crate) stated: Stated,
}

#[derive(Args)]
pub(crate) struct Medicine {
    #[arg(required = true)]
    pub(crate) what: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) how: Option<String>,
    #[arg(long = "for", value_name = "TEXT")]
    pub(crate) reason_for: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    #[arg(long, value_parser = code!(MedicineStatus))]
    pub(crate) status: Option<MedicineStatus>,
    #[command(flatten)]
    pub(crate) stated: Stated,
}

#[derive(Args)]
pub(crate) struct Vaccine {
    #[arg(required = true)]
    pub(crate) what: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) when: Option<String>,
    #[arg(long)]
    pub(crate) not_given: bool,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) dose: Option<u32>,
    #[arg(long)]
    pub(crate) lot: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) given_by: Option<String>,
    #[command(flatten)]
    pub(crate) stated: Stated,
}

#[derive(Args)]
pub(crate) struct Measurement {
    #[arg(required = true)]
    pub(crate) what: Option<String>,
    #[arg(required = true, allow_hyphen_values = true)]
    pub(crate) value: Option<String>,
    pub(crate) unit: Option<String>,
    #[arg(long, value_name = "UNIT")]
    pub(crate) ucum: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) when: Option<String>,
    #[arg(long, value_parser = code!(Category))]
    pub(crate) category: Option<Category>,
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub(crate) low: Option<String>,
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub(crate) high: Option<String>,
    #[arg(long, value_name = "LETTERS")]
    pub(crate) flag: Option<String>,
    #[command(flatten)]
    pub(crate) stated: Stated,
}

#[derive(Args)]
pub(crate) struct BloodPressure {
    #[arg(required = true)]
    pub(crate) systolic: Option<String>,
    #[arg(required = true)]
    pub(crate) diastolic: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) when: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
}

#[derive(Args)]
pub(crate) struct Procedure {
    #[arg(required = true)]
    pub(crate) what: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    #[arg(long, value_parser = code!(ProcedureStatus))]
    pub(crate) status: Option<ProcedureStatus>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) body_site: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) done_by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) outcome: Option<String>,
    #[command(flatten)]
    pub(crate) stated: Stated,
}

#[derive(Args)]
pub(crate) struct Note {
    #[arg(required = true)]
    pub(crate) text: Option<String>,
    #[arg(long)]
    pub(crate) title: Option<String>,
}

#[derive(Args)]
pub(crate) struct Contact {
    #[arg(required = true)]
    pub(crate) who: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) relationship: Option<String>,
    #[arg(long)]
    pub(crate) emergency: bool,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) phone: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) email: Option<String>,
}

/// The kinds of directive by plain names.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum DirectiveName {
    AdvanceDirective,
    HealthCareDirective,
    DoNotResuscitate,
    LifeSustainingTreatment,
}

impl From<DirectiveName> for DirectiveKind {
    fn from(name: DirectiveName) -> Self {
        match name {
            DirectiveName::AdvanceDirective => Self::AdvanceDirective,
            DirectiveName::HealthCareDirective => Self::HealthCareDirective,
            DirectiveName::DoNotResuscitate => Self::DoNotResuscitate,
            DirectiveName::LifeSustainingTreatment => Self::LifeSustainingTreatment,
        }
    }
}

#[derive(Args)]
pub(crate) struct Directive {
    #[arg(required = true)]
    pub(crate) title: Option<String>,
    #[arg(long, value_enum)]
    pub(crate) kind: Option<DirectiveName>,
    #[arg(long, conflicts_with = "file")]
    pub(crate) text: Option<String>,
    #[arg(long)]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Profile {
    #[arg(long, value_name = "NAME")]
    pub(crate) given: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) family: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) birth_date: Option<String>,
    #[arg(long, value_parser = code!(Gender))]
    pub(crate) gender: Option<Gender>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) phone: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) email: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) address: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) language: Option<String>,
}
