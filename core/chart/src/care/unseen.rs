//! Sections that this device may not read: nothing is said of them, and nothing is read out of their silence.

use crate::chart::Chart;
use pocketchart_knowledge::{Finding, Kind, NotChecked, Text};
use pocketchart_record::Section;

/// What decides whether a screening was done, and whom it is for.
const SCREENINGS: [Section; 4] = [
    Section::Results,
    Section::Vitals,
    Section::Procedures,
    Section::Problems,
];

/// The sections that rules ask for and that are closed here.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Unseen(Vec<Section>);

impl Unseen {
    /// Of these sections.
    pub(super) fn of(chart: &Chart, sections: &[Section]) -> Self {
        let closed = |section: &&Section| !chart.record.may_read(**section);
        Self(sections.iter().filter(closed).copied().collect())
    }

    /// These are known all the same: as a copy.
    pub(super) fn open(&mut self, sections: &[Section]) {
        self.0.retain(|it| !sections.contains(it));
    }

    /// Whether nothing can be said of vaccines: doses that nobody sees are not doses that are missing.
    pub(super) fn vaccines(&self) -> bool {
        self.0.contains(&Section::Immunizations)
    }

    /// Whether nothing can be said of screenings: what was done may stand where nobody sees it.
    pub(super) fn screenings(&self) -> bool {
        SCREENINGS.iter().any(|section| self.0.contains(section))
    }

    /// Leaves out what was read out of silence, and says of each closed section that it was not checked.
    pub(super) fn leave_out(&self, found: &mut Vec<Finding>, not_checked: &mut Vec<NotChecked>) {
        found.retain(|finding| match finding.kind {
            Kind::Vaccine => !self.vaccines(),
            Kind::Screening => !self.screenings(),
            _ => true,
        });
        // The beginning of a text's id names the rules that it belongs to.
        not_checked.retain(|gap| match gap.why.id {
            "finding-not-checked-no-allergies" => !self.0.contains(&Section::Allergies),
            id if id.starts_with("vaccine-") => !self.vaccines(),
            id if id.starts_with("due-") => !self.screenings(),
            _ => true,
        });
        not_checked.extend(self.told());
    }

    /// What a viewer is told of closed sections: that they are closed, never what is in them, nor whether anything is.
    pub(super) fn told(&self) -> Vec<NotChecked> {
        let closed = self.0.iter().map(|section| match section {
            Section::Sensitive => gap("care-unseen-sensitive", Vec::new()),
            other => gap("care-unseen", vec![("section", other.name().to_owned())]),
        });
        let vaccines = self.vaccines().then(|| gap("care-unseen-vaccines", Vec::new()));
        let screenings = self
            .screenings()
            .then(|| gap("care-unseen-screenings", Vec::new()));
        closed.chain(vaccines).chain(screenings).collect()
    }
}

fn gap(id: &'static str, arguments: Vec<(&'static str, String)>) -> NotChecked {
    NotChecked {
        entry: None,
        why: Text { id, arguments },
    }
}
