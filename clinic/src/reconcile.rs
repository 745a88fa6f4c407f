//! The patient's chart beside what the clinic's own system says of them.

mod act;
mod kept;
mod record;
mod result;
mod view;

pub(crate) use act::{Act, LineDecision, Plan, ReconcileError};
pub(crate) use kept::{Said, SystemCopy, forget, forget_all, with_medicines};
pub(crate) use record::{Basis, Reconciled};
pub(crate) use result::{EntryNamed, Outcome, ResultWriting};
pub(crate) use view::{ActView, Comparison, Done, Ours, SECTIONS, SectionBeside};
