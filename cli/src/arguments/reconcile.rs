//! What sources leave open, and what is decided about it.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The list, or a decision.
#[derive(Args)]
pub(crate) struct Reconcile {
    #[command(subcommand)]
    pub(crate) act: Option<ReconcileAct>,
}

#[derive(Subcommand)]
pub(crate) enum ReconcileAct {
    #[command(name = "same")]
    Same(Two),
    #[command(name = "different")]
    Different(Two),
    #[command(name = "right")]
    Right(Two),
    #[command(name = "both")]
    Both(Two),
    #[command(name = "undo")]
    Undo(UndoDecision),
    #[command(name = "export")]
    Export(ExportReconciled),
}

#[derive(Args)]
pub(crate) struct Two {
    pub(crate) first: String,
    pub(crate) second: String,
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: Option<String>,
}

#[derive(Args)]
pub(crate) struct ExportReconciled {
    pub(crate) file: PathBuf,
}

#[derive(Args)]
pub(crate) struct UndoDecision {
    pub(crate) decision: String,
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: Option<String>,
}
