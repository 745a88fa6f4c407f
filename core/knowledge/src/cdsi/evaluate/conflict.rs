//! Did an earlier vaccine disturb a dose (6.7)?

use super::{Course, Findings};
use crate::cdsi::outcome::{DoseReason, DoseStatus};

impl Course<'_> {
    /// Whether the dose at a place lies in the shadow of another (CONFLICT-3).
    pub(super) fn in_conflict(&self, place: usize, found: &mut Findings) -> bool {
        let Some(current) = self.patient.given.get(place).copied() else {
            return false;
        };
        for (earlier, previous, conflict) in self.patient.disturbing(&[&current.cvx]) {
            if earlier >= place {
                break;
            }
            let judged = self.judged.iter().find(|it| it.place == earlier);
            let good = judged.is_none_or(|it| it.evaluation.status == DoseStatus::Valid);
            let end = if good { &conflict.min_end } else { &conflict.end };
            if conflict.begin.after(previous.on) <= current.on && current.on < end.after(previous.on) {
                found.reasons.push(DoseReason::Conflict);
                found.rules.push(conflict.rule);
                return true;
            }
        }
        false
    }
}
