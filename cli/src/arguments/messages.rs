//! Messages with a clinic.

use clap::{Args, Subcommand};

#[derive(Args)]
pub(crate) struct Messages {
    #[command(subcommand)]
    pub(crate) act: Option<MessagesAct>,
}

#[derive(Subcommand)]
pub(crate) enum MessagesAct {
    Write(WriteMessage),
    Answer(AnswerMessage),
    Read(ReadMessages),
}

#[derive(Args)]
pub(crate) struct WriteMessage {
    #[arg(value_name = "NAME")]
    pub(crate) to: String,
    pub(crate) text: String,
}

#[derive(Args)]
pub(crate) struct AnswerMessage {
    #[arg(value_name = "ID")]
    pub(crate) message: String,
    pub(crate) text: String,
}

#[derive(Args)]
pub(crate) struct ReadMessages {
    #[arg(value_name = "ID")]
    pub(crate) message: Vec<String>,
}
