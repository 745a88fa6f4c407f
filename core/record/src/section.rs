//! The sixteen sections: the unit of keys and grants.

use crate::cbor::{Canonical, Malformed, Reader, Writer};

macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $text:literal;)*) => {
        /// A part of the record that has keys of its own and can be granted on its own.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Section { $($(#[$doc])* $name = $code,)* }

        impl Section {
            /// All of them, in the order of their codes.
            pub const ALL: [Section; 16] = [$(Section::$name,)*];

            /// The name used in files, on the command line and in the published table.
            pub fn name(self) -> &'static str {
                match self { $(Section::$name => $text,)* }
            }

            /// The section of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Section::$name),)* _ => None }
            }

            /// The section of that code (0 to 15).
            pub fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Section::$name),)* _ => None }
            }
        }
    };
}

sections! {
    /// Who the person is.
    Profile = 0, "profile";
    /// Allergies and intolerances, and statements that there are none.
    Allergies = 1, "allergies";
    /// Medicines and supplements.
    Medications = 2, "medications";
    /// Problems and diagnoses.
    Problems = 3, "problems";
    /// Vaccines.
    Immunizations = 4, "immunizations";
    /// Laboratory and other results.
    Results = 5, "results";
    /// Vital signs and home readings.
    Vitals = 6, "vitals";
    /// Operations and procedures.
    Procedures = 7, "procedures";
    /// Visits and stays.
    Encounters = 8, "encounters";
    /// Notes.
    Notes = 9, "notes";
    /// Images, attachments and whole source documents.
    Documents = 10, "documents";
    /// Plans and goals.
    CarePlan = 11, "care-plan";
    /// What the patient has set apart.
    Sensitive = 12, "sensitive";
    /// Insurance.
    Coverage = 13, "coverage";
    /// Questionnaires and answers.
    CheckIns = 14, "check-ins";
    /// Messages.
    Messages = 15, "messages";
}

impl Section {
    /// Whether whoever acts for the person in an emergency only may read it.
    pub fn in_emergency(self) -> bool {
        matches!(
            self,
            Section::Profile
                | Section::Allergies
                | Section::Medications
                | Section::Problems
                | Section::Procedures
        )
    }

    /// The code that stands for it in formats.
    pub fn code(self) -> u8 {
        self as u8
    }
}

impl Canonical for Section {
    fn write(&self, to: &mut Writer) {
        to.uint(u64::from(self.code()));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Section::from_code(from.small()?).ok_or(Malformed("section"))
    }
}
