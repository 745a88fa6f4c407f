//! Giving the record to whoever speaks the standards.

use super::grants::{CodeTo, minutes};
use super::{Language, choice};
use clap::{Args, Subcommand};
use pocketchart::Section;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Share {
    Summary(Summary),
    Pdf(Pdf),
    Link(Link),
    #[command(alias = "card")]
    HealthCard(HealthCard),
}

/// A SMART Health Link.
#[derive(Args)]
pub(crate) struct Link {
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_name = "URL", env = "POCKETCHART_RELAY", hide_env = true)]
    pub(crate) relay: Option<String>,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "24h")]
    pub(crate) r#for: u32,
    #[arg(long, value_name = "N")]
    pub(crate) uses: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) passcode_fd: Option<u32>,
    #[arg(long)]
    pub(crate) long_term: bool,
    #[arg(long, conflicts_with_all = ["passcode_fd", "long_term"])]
    pub(crate) direct: bool,
    #[arg(long, value_name = "TEXT")]
    pub(crate) label: Option<String>,
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) language: Language,
    #[command(flatten)]
    pub(crate) pdfs: Pdfs,
    #[command(flatten)]
    pub(crate) to: CodeTo,
}

/// Whether pages to read go along.
#[derive(Args)]
pub(crate) struct Pdfs {
    #[arg(long)]
    pub(crate) no_pdf: bool,
    #[arg(long, value_name = "DIR", env = "POCKETCHART_FONTS", hide_env = true)]
    pub(crate) fonts: Option<PathBuf>,
}

/// A SMART Health Card that the patient's own device signs.
#[derive(Args)]
pub(crate) struct HealthCard {
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_name = "URL", env = "POCKETCHART_RELAY", hide_env = true)]
    pub(crate) relay: Option<String>,
    #[arg(long, value_name = "URL", requires = "relay")]
    pub(crate) public: Option<String>,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "365d")]
    pub(crate) r#for: u32,
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) to: CodeTo,
}

/// The links that were made.
#[derive(Args)]
pub(crate) struct Links {
    #[command(subcommand)]
    pub(crate) act: Option<LinksAct>,
}

#[derive(Subcommand)]
pub(crate) enum LinksAct {
    Show(ShowLink),
    Log(OneLink),
    Pause(OneLink),
    Resume(OneLink),
    Destroy(OneLink),
    Update(UpdateLink),
}

#[derive(Args)]
pub(crate) struct OneLink {
    pub(crate) link: String,
}

#[derive(Args)]
pub(crate) struct ShowLink {
    pub(crate) link: String,
    #[command(flatten)]
    pub(crate) to: CodeTo,
}

#[derive(Args)]
pub(crate) struct UpdateLink {
    pub(crate) link: String,
    #[command(flatten)]
    pub(crate) pdfs: Pdfs,
}

#[derive(Args)]
pub(crate) struct Summary {
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) language: Language,
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
