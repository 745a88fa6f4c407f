//! Servers of hospitals and practices that the record is filled from.

use clap::{ArgGroup, Args, Subcommand};
use std::path::PathBuf;

/// The connections.
#[derive(Args)]
pub(crate) struct Sources {
    #[command(subcommand)]
    pub(crate) act: Option<SourcesAct>,
}

#[derive(Subcommand)]
pub(crate) enum SourcesAct {
    #[command(name = "find")]
    Find(FindSource),
    #[command(name = "key")]
    Key(SourceKey),
    #[command(name = "add")]
    Add(AddSource),
    #[command(name = "pull")]
    Pull(PullSource),
    #[command(name = "remove")]
    Remove(RemoveSource),
}

#[derive(Args)]
pub(crate) struct FindSource {
    #[arg(required = true, value_name = "NAME")]
    pub(crate) words: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) brands: PathBuf,
}

#[derive(Args)]
pub(crate) struct SourceKey {
    #[arg(long)]
    pub(crate) new: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "new")]
    pub(crate) rsa: Option<PathBuf>,
}

#[derive(Args)]
#[command(group(ArgGroup::new("way").required(true).args(["client_id", "token_fd", "open"])))]
pub(crate) struct AddSource {
    #[arg(value_name = "BASE-URL")]
    pub(crate) base: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "ID")]
    pub(crate) client_id: Option<String>,
    #[arg(long, value_name = "N", requires = "client_id")]
    pub(crate) client_secret_fd: Option<u32>,
    #[arg(long, requires = "client_id", conflicts_with = "client_secret_fd")]
    pub(crate) key: bool,
    #[arg(long, value_name = "SCOPE", requires = "client_id")]
    pub(crate) scope: Vec<String>,
    #[arg(long, value_name = "N", requires = "client_id", default_value_t = 7413)]
    pub(crate) port: u16,
    #[arg(long, value_name = "N")]
    pub(crate) token_fd: Option<u32>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long, value_name = "ID")]
    pub(crate) patient: Option<String>,
    #[arg(long)]
    pub(crate) same_person: bool,
}

#[derive(Args)]
pub(crate) struct PullSource {
    pub(crate) source: Option<String>,
    #[arg(long)]
    pub(crate) same_person: bool,
}

#[derive(Args)]
pub(crate) struct RemoveSource {
    pub(crate) source: String,
}
