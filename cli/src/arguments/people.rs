//! People who act for the person.

use super::choice;
use super::grants::{Shown, minutes};
use clap::{Args, Subcommand};
use pocketchart::{Role, Section};

#[derive(Args)]
pub(crate) struct People {
    #[command(subcommand)]
    pub(crate) act: Option<PeopleAct>,
}

#[derive(Subcommand)]
pub(crate) enum PeopleAct {
    Invite(Invite),
    End(End),
}

#[derive(Args)]
pub(crate) struct Invite {
    #[arg(value_name = "NAME")]
    pub(crate) person: String,
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_parser = choice::role())]
    pub(crate) role: Role,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "365d")]
    pub(crate) r#for: u32,
    #[arg(long, value_name = "ADDRESS", default_value = "0.0.0.0:7412")]
    pub(crate) listen: String,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "10m")]
    pub(crate) wait: u32,
    #[arg(long)]
    pub(crate) agree: bool,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

#[derive(Args)]
pub(crate) struct End {
    pub(crate) person: String,
}
