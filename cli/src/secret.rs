//! Passphrases and words: from a person, the environment, or an open file descriptor; never from an argument.

use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page};
use crate::program::Program;
use pocketchart::{RecoveryWords, Unlock, WordsError};
use pocketchart_strings::Message;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

const PASSPHRASE: &str = "POCKETCHART_PASSPHRASE";
const MAX_SECRET: usize = 4096;
/// Shorter ones are easy to guess.
const SHORT: usize = 12;

impl Program {
    /// What opens the record that is there.
    pub(crate) fn unlock(&self) -> Result<Unlock, Failure> {
        let given = self.given(self.settings.passphrase_fd)?;
        let passphrase = given.map_or_else(|| self.hidden(&Message::AskPassphrase), Ok)?;
        Ok(Unlock::passphrase(&passphrase))
    }

    /// What shall open a record that is new here.
    pub(crate) fn new_unlock(&self, descriptor: Option<u32>) -> Result<Unlock, Failure> {
        let given = match descriptor {
            Some(number) => Some(line_of(number)?),
            None => self.given(self.settings.passphrase_fd)?,
        };
        let passphrase = match given {
            Some(passphrase) => passphrase,
            None => self.chosen()?,
        };
        if passphrase.is_empty() {
            return Err(Failure::new("passphrase-empty", Exit::Refused));
        }
        if passphrase.chars().count() < SHORT {
            let mut page = Page::default();
            page.line(Mark::Caution.line(&self.show(&Message::PassphraseShort)));
            self.output.note(&page);
        }
        Ok(Unlock::passphrase(&passphrase))
    }

    /// A new passphrase for a record whose old one was given: never the same source twice.
    pub(crate) fn replacement(&self, descriptor: Option<u32>) -> Result<Unlock, Failure> {
        let passphrase = match descriptor {
            Some(number) => line_of(number)?,
            None => self.chosen()?,
        };
        if passphrase.is_empty() {
            return Err(Failure::new("passphrase-empty", Exit::Refused));
        }
        Ok(Unlock::passphrase(&passphrase))
    }

    fn given(&self, descriptor: Option<u32>) -> Result<Option<Zeroizing<String>>, Failure> {
        match descriptor {
            Some(number) => line_of(number).map(Some),
            None => Ok(std::env::var(PASSPHRASE).ok().map(Zeroizing::new)),
        }
    }

    fn chosen(&self) -> Result<Zeroizing<String>, Failure> {
        loop {
            let first = self.hidden(&Message::AskNewPassphrase)?;
            let again = self.hidden(&Message::AskPassphraseAgain)?;
            if first == again {
                return Ok(first);
            }
            let mut page = Page::default();
            page.line(self.show(&Message::PassphrasesDiffer));
            self.output.note(&page);
        }
    }

    fn hidden(&self, question: &Message<'_>) -> Result<Zeroizing<String>, Failure> {
        if !self.output.is_interactive() {
            return Err(Failure::new("passphrase-needed", Exit::Unanswered));
        }
        let typed = rpassword::prompt_password(format!("{} ", self.show(question)));
        typed
            .map(Zeroizing::new)
            .map_err(|_| Failure::new("passphrase-needed", Exit::Unanswered))
    }

    /// The passcode of somebody's link, typed in.
    pub(crate) fn passcode(&self) -> Result<Zeroizing<String>, Failure> {
        if !self.output.is_interactive() {
            return Err(Failure::new("follow-passcode", Exit::Unanswered));
        }
        self.hidden(&Message::AskPasscode)
    }

    /// The 24 words, from a descriptor or typed in.
    pub(crate) fn words(&self, descriptor: Option<u32>) -> Result<RecoveryWords, Failure> {
        let typed = match descriptor {
            Some(number) => line_of(number)?,
            None if self.output.is_interactive() => {
                self.output.prompt(&self.show(&Message::AskWords));
                let mut line = Zeroizing::new(String::new());
                let read = io::stdin().read_line(&mut line);
                read.map_err(|_| Failure::new("words-needed", Exit::Unanswered))?;
                line
            }
            None => return Err(Failure::new("words-needed", Exit::Unanswered)),
        };
        RecoveryWords::parse(&typed).map_err(|error| match error {
            WordsError::Count(count) => Failure::new("words-count", Exit::Secret).with("count", count),
            WordsError::Unknown(number) => Failure::new("words-unknown", Exit::Secret).with("number", number),
            _ => Failure::new("words-checksum", Exit::Secret),
        })
    }
}

/// The first line that comes out of an open descriptor. No more than it is read: what follows may be for others.
pub(crate) fn line_of(number: u32) -> Result<Zeroizing<String>, Failure> {
    let unreadable = || Failure::new("descriptor-unreadable", Exit::Usage).with("number", number);
    let mut file = File::open(descriptor(number)).map_err(|_| unreadable())?;
    let mut line = Zeroizing::new(Vec::with_capacity(MAX_SECRET));
    let mut byte = [0];
    while line.len() < MAX_SECRET {
        match file.read(&mut byte) {
            Ok(0) => break,
            Ok(_) if byte == *b"\n" => break,
            Ok(_) => line.extend(byte),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Err(unreadable()),
        }
    }
    let line = std::str::from_utf8(&line).map_err(|_| unreadable())?;
    Ok(Zeroizing::new(line.trim_end_matches('\r').to_owned()))
}

/// Writes a line to an open descriptor.
pub(crate) fn write_to(number: u32, line: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().append(true).open(descriptor(number));
    let written = file.and_then(|mut file| {
        file.write_all(line.as_bytes())?;
        file.write_all(b"\n")
    });
    written.map_err(|_| Failure::new("descriptor-unwritable", Exit::Usage).with("number", number))
}

fn descriptor(number: u32) -> String {
    format!("/dev/fd/{number}")
}
