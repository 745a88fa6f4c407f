//! Giving the record to whoever speaks the standards.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Share {
    Summary(Summary),
}

#[derive(Args)]
pub(crate) struct Summary {
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}
