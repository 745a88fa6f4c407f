//! Relays: running one, using one.

use clap::Args;

#[derive(Args)]
pub(crate) struct UseRelay {
    #[arg(value_name = "URL")]
    pub(crate) url: Option<String>,
    #[arg(long, conflicts_with = "url")]
    pub(crate) none: bool,
}
