//! Who is to act for the person if they cannot.

use super::grants::minutes;
use super::{AskContacts, NewHere, Parts, choice};
use clap::{Args, Subcommand};
use pocketchart::{Role, Section};

#[derive(Args)]
pub(crate) struct Incapacity {
    #[command(subcommand)]
    pub(crate) act: Option<IncapacityAct>,
}

#[derive(Subcommand)]
pub(crate) enum IncapacityAct {
    Prepare(Prepare),
    Cancel,
    Request(AskContacts),
    Enter(Enter),
}

#[derive(Args)]
pub(crate) struct Prepare {
    #[arg(value_name = "NAME")]
    pub(crate) person: String,
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_parser = choice::role())]
    pub(crate) role: Role,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "3650d")]
    pub(crate) r#for: u32,
    #[command(flatten)]
    pub(crate) parts: Parts,
}

#[derive(Args)]
pub(crate) struct Enter {
    #[arg(value_name = "ANSWER")]
    pub(crate) answer: Vec<String>,
    #[command(flatten)]
    pub(crate) new: NewHere,
}
