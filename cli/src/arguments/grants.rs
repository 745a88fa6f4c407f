//! Opening the record to others, and redeeming what others opened.

use super::{Kdf, Paper, choice};
use clap::{Args, Subcommand};
use pocketchart::Section;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Where redeemers call.
pub(crate) const PORT: u16 = 7412;

#[derive(Args)]
pub(crate) struct Grant {
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long)]
    pub(crate) read: bool,
    #[arg(long, requires = "read")]
    pub(crate) later: bool,
    #[arg(long, value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) append: Vec<Section>,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "24h")]
    pub(crate) r#for: u32,
    #[arg(long, value_name = "N", default_value = "1")]
    pub(crate) uses: u8,
    #[arg(long, value_name = "N")]
    pub(crate) passcode_fd: Option<u32>,
    #[arg(long)]
    pub(crate) delegable: bool,
    #[arg(long, requires = "passcode_fd", conflicts_with_all = ["delegable", "address"])]
    pub(crate) relay: bool,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// How a grant's code is shown.
#[derive(Args)]
pub(crate) struct Shown {
    #[arg(long, value_name = "IP:PORT")]
    pub(crate) address: Vec<SocketAddr>,
    #[command(flatten)]
    pub(crate) to: CodeTo,
    #[arg(long)]
    pub(crate) confirm_date: bool,
}

/// Where a code goes: a picture, a descriptor, else the screen.
#[derive(Args)]
pub(crate) struct CodeTo {
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub(crate) code_fd: Option<u32>,
}

#[derive(Subcommand)]
pub(crate) enum Delegate {
    Ask(Ask),
    Give(Give),
}

#[derive(Args)]
pub(crate) struct Ask {
    #[arg(long, value_name = "NAME")]
    pub(crate) r#as: String,
    #[command(flatten)]
    pub(crate) to: CodeTo,
}

#[derive(Args)]
pub(crate) struct Give {
    pub(crate) grant: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) to: String,
    #[arg(value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_parser = choice::section(), value_name = "SECTION")]
    pub(crate) append: Vec<Section>,
    #[arg(long)]
    pub(crate) once: bool,
    #[arg(long, value_parser = minutes, value_name = "TIME")]
    pub(crate) r#for: Option<u32>,
    #[command(flatten)]
    pub(crate) shown: CodeTo,
    #[arg(long)]
    pub(crate) confirm_date: bool,
}

#[derive(Args)]
pub(crate) struct Serve {
    #[arg(long, value_name = "ADDRESS", default_value = "0.0.0.0:7412")]
    pub(crate) listen: String,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "10m")]
    pub(crate) wait: u32,
    #[arg(long)]
    pub(crate) agree: bool,
    #[arg(long, conflicts_with = "json")]
    pub(crate) stay: bool,
    #[arg(long)]
    pub(crate) no_announce: bool,
    #[arg(long)]
    pub(crate) confirm_date: bool,
}

#[derive(Args)]
pub(crate) struct Redeem {
    pub(crate) input: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) r#as: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    pub(crate) reason: String,
    #[arg(long, value_name = "N")]
    pub(crate) passcode_fd: Option<u32>,
    #[arg(long, value_name = "DIR")]
    pub(crate) chart: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "normal")]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct Revoke {
    pub(crate) grant: String,
}

#[derive(Args)]
pub(crate) struct Waiting {
    #[arg(long, value_name = "NAME")]
    pub(crate) admit: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum BreakGlass {
    Allow(Allow),
    Standing(Standing),
    Draw(DrawStanding),
    Refresh,
    Stop,
    Off,
}

#[derive(Args)]
pub(crate) struct Standing {
    #[arg(value_parser = choice::section(), value_name = "SECTION", required = true)]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_name = "NAME")]
    pub(crate) r#as: String,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "365d")]
    pub(crate) r#for: u32,
    #[arg(long, value_name = "N", default_value = "5")]
    pub(crate) uses: u8,
    #[arg(long, value_name = "MINUTES", default_value = "10", value_parser = clap::value_parser!(u16).range(0..=10))]
    pub(crate) wait: u16,
    #[command(flatten)]
    pub(crate) to: StandingTo,
    #[arg(long)]
    pub(crate) confirm_date: bool,
}

#[derive(Args)]
pub(crate) struct DrawStanding {
    pub(crate) grant: String,
    #[command(flatten)]
    pub(crate) to: StandingTo,
}

/// Where a standing code goes: also on paper.
#[derive(Args)]
pub(crate) struct StandingTo {
    #[command(flatten)]
    pub(crate) code: CodeTo,
    #[arg(long, value_enum, default_value = "a6")]
    pub(crate) paper: Paper,
    #[arg(long, value_name = "FOLDER", env = "POCKETCHART_FONTS", hide_env = true)]
    pub(crate) fonts: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Allow {
    #[arg(value_parser = choice::section(), value_name = "SECTION", required = true)]
    pub(crate) section: Vec<Section>,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "72h")]
    pub(crate) r#for: u32,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// `90m`, `24h`, `7d`.
pub(super) fn minutes(typed: &str) -> Result<u32, String> {
    let wrong = || "90m, 24h, 7d".to_owned();
    let unit = typed.chars().last().ok_or_else(wrong)?;
    let number = typed.strip_suffix(unit).unwrap_or_default();
    let number: u32 = number.parse().map_err(|_| wrong())?;
    let each = match unit {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        _ => return Err(wrong()),
    };
    number.checked_mul(each).filter(|it| *it > 0).ok_or_else(wrong)
}
