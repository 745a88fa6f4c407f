//! What went wrong, what was kept, what to do next, and the exit status of it.

use pocketchart::{
    AcknowledgeError, AppKeyError, AskRelayError, AttachError, BackupError, CareError, CdsAnswerError,
    CdsRequestError, CheckinError, CheckinLinkError, CheckinRequestError, CheckinSendError, ConnectError,
    ContactsError, CsvError, DelegateError, EditError, ExportError, ExtractError, FollowError, GrantError,
    ImportError, IncapacityError, IntroduceError, IssueCardError, LettersError, LinkError, LostError,
    MakeCardError, MessageError, NewWordsError, OpenError, PairError, ProxyError, PullError, ReadCardError,
    ReadError, ReconcileError, RecoverError, RedeemError, RemoveSourceError, RenewError, RestoreError,
    ServeError, SmartError, SummaryError, SyncFailure, UndoError, UseRelayError,
};
use pocketchart_strings::{Message, Text, Value};
use serde_json::json;

/// Exit statuses; `docs/cli.md` and `pocketchart help` explain them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Exit {
    Done = 0,
    Other = 1,
    Usage = 2,
    NotFound = 3,
    Secret = 4,
    Refused = 5,
    Busy = 6,
    Disk = 7,
    Damaged = 8,
    Network = 9,
    Unanswered = 10,
}

/// What of the record is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kept {
    /// Everything.
    Unchanged,
    /// What was taken in before is kept, and held is never taken in twice.
    SoFar,
    /// The change was made; only telling of it failed.
    Done,
}

/// A command that did not do what was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    id: &'static str,
    arguments: Vec<(&'static str, Value<'static>)>,
    exit: Exit,
    kept: Kept,
    /// What the person may have meant.
    candidates: Vec<String>,
}

impl Failure {
    /// A failure that `strings/en.ftl` explains under this id, and what to do next under `<id>-next`.
    pub(crate) fn new(id: &'static str, exit: Exit) -> Self {
        Self {
            id,
            arguments: Vec::new(),
            exit,
            kept: Kept::Unchanged,
            candidates: Vec::new(),
        }
    }

    /// A failure that the core names.
    fn of(id: &'static str) -> Self {
        Self::new(id, exit_of(id))
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    pub(crate) fn candidates(mut self, candidates: Vec<String>) -> Self {
        self.candidates = candidates;
        self
    }

    pub(crate) fn so_far(mut self) -> Self {
        self.kept = Kept::SoFar;
        self
    }

    pub(crate) fn after_writing(mut self) -> Self {
        self.kept = Kept::Done;
        self
    }

    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    pub(crate) fn sentence(&self, text: &Text) -> String {
        text.by_id(self.id, &self.arguments)
            .unwrap_or_else(|_| self.id.to_owned())
    }

    pub(crate) fn what_was_kept(&self, text: &Text) -> String {
        text.show(&match self.kept {
            Kept::Unchanged => Message::KeptUnchanged,
            Kept::SoFar => Message::KeptSoFar,
            Kept::Done => Message::KeptDone,
        })
    }

    pub(crate) fn next_step(&self, text: &Text) -> Option<String> {
        text.by_id(&format!("{}-next", self.id), &self.arguments).ok()
    }

    pub(crate) fn suggestions(&self) -> &[String] {
        &self.candidates
    }

    pub(crate) fn document(&self, text: &Text) -> serde_json::Value {
        json!({ "error": {
            "id": self.id,
            "exit": self.exit as u8,
            "message": self.sentence(text),
            "kept": self.what_was_kept(text),
            "next": self.next_step(text),
            "candidates": self.candidates,
        } })
    }
}

/// The exit status of what the core names.
fn exit_of(id: &str) -> Exit {
    match id {
        "store-missing"
        | "read-no-such-entry"
        | "read-no-such-series"
        | "care-no-such-finding"
        | "acknowledge-none"
        | "contacts-unknown"
        | "recover-not-asking"
        | "incapacity-none"
        | "incapacity-nothing-left"
        | "read-ambiguous"
        | "edit-no-such-entry"
        | "extract-no-file"
        | "extract-elsewhere"
        | "edit-not-here"
        | "undo-unknown"
        | "message-none" => Exit::NotFound,
        "store-wrong-key" | "restore-wrong-words" | "words-other" => Exit::Secret,
        "store-busy" => Exit::Busy,
        "store-full" | "store-denied" | "store-failed" | "import-io" | "apple-io" | "export-full"
        | "export-io" | "backup-io" | "restore-io" => Exit::Disk,
        "store-rolled-back" | "store-altered" | "care-tables" | "card-altered" | "restore-damaged" => {
            Exit::Damaged
        }
        "pair-declined" | "redeem-declined" => Exit::Unanswered,
        "grant-unknown" | "source-unknown" | "delegate-unknown" | "proxy-unknown" | "link-unknown"
        | "follow-not-active" | "relay-not-live" => Exit::NotFound,
        "follow-passcode" => Exit::Unanswered,
        "follow-wrong-passcode" | "follow-wrong-passcode-bare" | "follow-dead" => Exit::Secret,
        "source-unreachable" | "source-busy" | "source-status" | "source-not-fhir" => Exit::Network,
        "source-denied" | "source-no-answer" => Exit::Unanswered,
        "source-signed-out" => Exit::Secret,
        "relay-unreachable"
        | "checkin-link-unreachable"
        | "checkin-link-failed"
        | "relay-busy"
        | "relay-not-one"
        | "follow-unreachable"
        | "follow-too-many"
        | "serve-nobody-came"
        | "serve-no-network"
        | "redeem-no-connection" => Exit::Network,
        _ if id.starts_with("sync-") || id.starts_with("session-") => Exit::Network,
        _ => Exit::Refused,
    }
}

macro_rules! from_core {
    ($($error:ty),+) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::of(error.id())
            }
        })+
    };
}
from_core!(
    OpenError,
    CareError,
    CdsAnswerError,
    CheckinLinkError,
    CheckinSendError,
    MessageError,
    ReadError,
    ExtractError,
    ExportError,
    BackupError,
    RestoreError,
    PairError,
    MakeCardError,
    ReadCardError,
    LostError,
    IntroduceError,
    GrantError,
    ServeError,
    RedeemError,
    DelegateError,
    RenewError,
    NewWordsError,
    ProxyError,
    ContactsError,
    IncapacityError,
    SummaryError,
    LinkError,
    IssueCardError,
    AskRelayError,
    UseRelayError,
    RemoveSourceError,
    AppKeyError
);

impl From<RecoverError> for Failure {
    fn from(error: RecoverError) -> Self {
        let failure = Self::of(error.id()).so_far();
        match error {
            RecoverError::Few { have, needed } => {
                failure.with("have", have).with("needed", usize::from(needed))
            }
            _ => failure,
        }
    }
}

impl From<CdsRequestError> for Failure {
    fn from(error: CdsRequestError) -> Self {
        let failure = Self::of(error.id());
        match error {
            CdsRequestError::Missing(field) => failure.with("field", field),
            _ => failure,
        }
    }
}

impl From<CheckinRequestError> for Failure {
    fn from(error: CheckinRequestError) -> Self {
        let failure = Self::of(error.id());
        match error {
            CheckinRequestError::Member(member) => failure.with("member", member),
            _ => failure,
        }
    }
}

impl From<CheckinError> for Failure {
    fn from(error: CheckinError) -> Self {
        match error {
            CheckinError::Edit(error) => error.into(),
            CheckinError::NotAsked(item) => Self::of("checkin-not-asked").with("item", item),
            CheckinError::Form { item, .. } => Self::of("checkin-form-faults").with("item", item),
            _ => Self::of(error.id()),
        }
    }
}

impl From<FollowError> for Failure {
    fn from(error: FollowError) -> Self {
        let failure = Self::of(error.id());
        match error {
            FollowError::WrongPasscode {
                remaining: Some(left),
            } => failure.with("left", left),
            FollowError::TooMany {
                seconds: Some(seconds),
            } => failure.with("seconds", seconds),
            _ => failure.with("seconds", 60_u64),
        }
    }
}

impl From<SyncFailure> for Failure {
    fn from(error: SyncFailure) -> Self {
        let broke_off = matches!(
            error,
            SyncFailure::Session(_) | SyncFailure::Malformed | SyncFailure::Store(_)
        );
        let failure = Self::of(error.id());
        if broke_off { failure.so_far() } else { failure }
    }
}

impl From<LettersError> for Failure {
    fn from(error: LettersError) -> Self {
        Self::of(error.id()).so_far()
    }
}

impl From<EditError> for Failure {
    fn from(error: EditError) -> Self {
        let field = error.field().unwrap_or_default();
        Self::of(error.id()).with("field", field)
    }
}

impl From<AcknowledgeError> for Failure {
    fn from(error: AcknowledgeError) -> Self {
        match error {
            AcknowledgeError::Edit(error) => error.into(),
            error => Self::of(error.id()),
        }
    }
}

impl From<ReconcileError> for Failure {
    fn from(error: ReconcileError) -> Self {
        match error {
            ReconcileError::Edit(error) => error.into(),
            error => Self::of(error.id()),
        }
    }
}

impl From<AttachError> for Failure {
    fn from(error: AttachError) -> Self {
        let failure = Self::of(error.id());
        match error {
            AttachError::AnotherPerson { names } => failure.with("names", names.0.join(", ")),
            _ => failure,
        }
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        let failure = Self::of(error.id());
        match error {
            ImportError::AnotherPerson { names } | ImportError::SeveralPeople { names } => {
                failure.with("names", names.0.join(", "))
            }
            ImportError::Truncated(at) => failure.with("at", at),
            ImportError::Rows(
                CsvError::NoColumn(column)
                | CsvError::Unit(column)
                | CsvError::Order(column)
                | CsvError::Zone(column)
                | CsvError::Comma(column),
            ) => failure.with("column", column),
            ImportError::Stopped { kept, cause } => {
                let cause = Self::from(*cause);
                Self {
                    arguments: vec![("kept", Value::from(kept.new + kept.updated + kept.unreadable))],
                    exit: cause.exit,
                    kept: Kept::SoFar,
                    ..failure
                }
            }
            _ => failure,
        }
    }
}

impl From<ConnectError> for Failure {
    fn from(error: ConnectError) -> Self {
        let failure = Self::of(error.id());
        match error {
            ConnectError::Person(error) => error.into(),
            ConnectError::Smart(error) => failure.smart(&error),
            _ => failure,
        }
    }
}

impl From<PullError> for Failure {
    fn from(error: PullError) -> Self {
        let failure = Self::of(error.id()).so_far();
        match error {
            PullError::Import(error) => Self::from(error).so_far(),
            PullError::Smart(error) => failure.smart(&error),
            _ => failure,
        }
    }
}

impl Failure {
    /// What a hospital's server said of it.
    fn smart(self, error: &SmartError) -> Self {
        match error {
            SmartError::Busy(seconds) => self.with("seconds", seconds.unwrap_or(60)),
            SmartError::Status(status) => self.with("status", u64::from(*status)),
            SmartError::Denied(code) => self.with("why", code.clone()),
            _ => self,
        }
    }
}

impl From<UndoError> for Failure {
    fn from(error: UndoError) -> Self {
        Self::of(error.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    /// Every id that an error of the facade names.
    fn ids(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                ids(&path, found);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for line in source
                .lines()
                .filter(|it| it.contains("Error") || it.contains("Failure"))
            {
                let Some((_, rest)) = line.split_once("=> \"") else {
                    continue;
                };
                let Some((id, _)) = rest.split_once('"') else {
                    continue;
                };
                if id.contains('-') && id.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                    found.push(id.to_owned());
                }
            }
        }
    }

    #[test]
    fn every_error_of_the_core_is_explained_with_a_next_step() {
        let mut found = Vec::new();
        ids(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/chart/src"),
            &mut found,
        );
        assert!(found.len() > 40, "only {} ids found", found.len());
        let text = Text::english().unwrap();
        let arguments: Vec<_> = [
            "field", "names", "at", "kept", "why", "left", "seconds", "have", "needed", "status", "item",
            "faults",
        ]
        .map(|it| (it, Value::from("x")))
        .into();
        for id in found {
            assert!(text.by_id(&id, &arguments).is_ok(), "{id} has no text");
            assert!(
                text.by_id(&format!("{id}-next"), &arguments).is_ok(),
                "{id} has no next step"
            );
            assert_ne!(exit_of(&id), Exit::Done);
        }
    }
}
