//! Contacts, who together bring a record back.

use super::grants::minutes;
use clap::{Args, Subcommand};
use std::path::PathBuf;

use super::{Kdf, NewHere};

#[derive(Args)]
pub(crate) struct Contacts {
    #[command(subcommand)]
    pub(crate) act: Option<ContactsAct>,
}

#[derive(Subcommand)]
pub(crate) enum ContactsAct {
    Become(Become),
    Choose(Choose),
    Drop(DropContact),
    Split(Split),
    Keep(Keep),
    Approve(Approve),
    Veto(Veto),
}

#[derive(Args)]
pub(crate) struct Become {
    #[arg(long, value_name = "NAME")]
    pub(crate) r#as: String,
}

#[derive(Args)]
pub(crate) struct Choose {
    pub(crate) code: String,
    #[arg(long)]
    pub(crate) same_words: bool,
}

#[derive(Args)]
pub(crate) struct DropContact {
    pub(crate) name: String,
}

/// What each contact is given a part of, and where the parts go.
#[derive(Args)]
pub(crate) struct Parts {
    #[arg(long, value_name = "NAME")]
    pub(crate) r#as: String,
    #[arg(long, value_name = "N", default_value = "2")]
    pub(crate) needed: u8,
    #[arg(long, value_parser = minutes, value_name = "TIME", default_value = "48h")]
    pub(crate) wait: u32,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Split {
    #[command(flatten)]
    pub(crate) parts: Parts,
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Keep {
    pub(crate) code: String,
}

#[derive(Args)]
pub(crate) struct Approve {
    pub(crate) code: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) person: Option<String>,
    #[arg(long)]
    pub(crate) despite_veto: bool,
    #[arg(long)]
    pub(crate) same_words: bool,
}

#[derive(Args)]
pub(crate) struct Veto {
    pub(crate) device: String,
}

#[derive(Args)]
pub(crate) struct AskContacts {
    #[arg(long, value_enum, default_value = "normal")]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct WithContacts {
    #[arg(value_name = "ANSWER")]
    pub(crate) answer: Vec<String>,
    #[command(flatten)]
    pub(crate) new: NewHere,
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}
