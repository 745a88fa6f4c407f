//! Giving the record to whoever speaks the standards.

use super::choice;
use clap::{Args, Subcommand};
use pocketchart::Section;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Share {
    Summary(Summary),
    Pdf(Pdf),
}

#[derive(Args)]
pub(crate) struct Summary {
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct Pdf {
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) fonts: Option<PathBuf>,
}
