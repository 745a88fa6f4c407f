//! What a clinic asks before a visit.

use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Checkin {
    #[arg(value_name = "FILE or LINK")]
    pub(crate) request: Option<String>,
    #[arg(long, value_name = "ENTRY", conflicts_with = "request")]
    pub(crate) asked: Option<String>,
    #[arg(long, value_name = "ITEM")]
    pub(crate) give: Vec<String>,
    #[arg(long, value_names = ["ITEM", "QUESTION", "WORDS"], num_args = 3, allow_hyphen_values = true)]
    pub(crate) answer: Vec<String>,
    #[arg(long, value_name = "ENTRY")]
    pub(crate) leave_out: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) send: bool,
}
