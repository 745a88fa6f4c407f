//! Messages between the person and those whom they let write and read in the section of messages, such as a clinic: FHIR R4
//! `Communication`s that the record itself carries, signed as all entries are, and that go to and fro as all entries do.
//!
//! A thread is always between the person and one other. Whose it is the signature of each entry says, and no word in it: what somebody
//! writes is in a thread of theirs, whatever it says that it answers.

use crate::author::Author;
use crate::chart::Chart;
use crate::draft::Draft;
use crate::edit::EditError;
use crate::read::ReadError;
use pocketchart_fhir::build::{Communication, Party, Stated};
use pocketchart_fhir::view::{Identifier, Reference};
use pocketchart_record::{AuthorId, EntryId, Millis, Row, Section, Shelf, Shelved, StoreError, sabotage};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Characters of a message.
pub const MAX_MESSAGE: usize = 5_000;
/// Bytes of an entry that can be one: each character escaped, and what stands around them.
const MAX_BODY: usize = 16 * MAX_MESSAGE;
/// The kind of an entry that is one.
const KIND: &str = "fhir/Communication";
/// The system of names that are URIs.
const URI: &str = "urn:ietf:rfc:3986";
/// In front of a key, in the URI that names somebody.
const KEY: &str = "urn:pocketchart:key:";
/// In front of a message's name, in the key of the row that says that it was read here.
const READ: &[u8] = b"message/";

/// To whom a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageTo {
    /// To the person whose record it is, as the first of a thread.
    Person,
    /// From the person to somebody who may read and answer it ([`Chart::correspondents`]), as the first of a thread.
    Author(AuthorId),
    /// To the other side of the thread that this message is in.
    Answer(EntryId),
}

/// What somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewMessage<'a> {
    /// To whom.
    pub to: MessageTo,
    /// Plain text, of at most [`MAX_MESSAGE`] characters.
    pub text: &'a str,
    /// Who of a clinic writes; none where it is whoever this device writes for.
    pub by: Option<&'a str>,
    /// Random bytes, of which our name for it is made: written again with the same, it is written once. None is as good as new ones.
    pub name: Option<[u8; 16]>,
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageView {
    /// The entry.
    pub id: EntryId,
    /// Whose device signed it.
    pub by: Author,
    /// Whether that is the person, or somebody who acts for them.
    pub of_person: bool,
    /// Who wrote it, by the name that they gave; nobody has checked it.
    pub who: Option<String>,
    /// When, by the clock of their device.
    pub sent: Millis,
    /// What they wrote: plain text.
    pub text: String,
    /// Of the other side, and neither answered nor said to have been read on this device.
    pub is_new: bool,
}

/// Messages that belong together: what began them, then the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageThread {
    /// With whom the person writes.
    pub with: Author,
    /// All that is here.
    pub messages: Vec<MessageView>,
}

impl MessageThread {
    /// When the newest was sent.
    pub fn latest(&self) -> Millis {
        self.messages.iter().map(|it| it.sent).max().unwrap_or(0)
    }

    /// How many are new.
    pub fn unread(&self) -> usize {
        self.messages.iter().filter(|it| it.is_new).count()
    }
}

/// Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MessageError {
    /// The record could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The message could not be written.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// Nothing is said.
    #[error("nothing is said")]
    Empty,
    /// It is longer than a message may be.
    #[error("too long")]
    TooLong,
    /// There is no such message.
    #[error("no such message")]
    NoMessage,
    /// The other side may not read what comes later, and write, in the section of messages; or not any more.
    #[error("the other side has no access")]
    NoAccess,
}

impl MessageError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Read(error) => error.id(),
            Self::Edit(error) => error.id(),
            Self::Empty => "message-empty",
            Self::TooLong => "message-too-long",
            Self::NoMessage => "message-none",
            Self::NoAccess => "message-no-access",
        }
    }
}

impl From<StoreError> for MessageError {
    fn from(error: StoreError) -> Self {
        Self::Read(error.into())
    }
}

/// Where a thread belongs, and which it is: with whom, and our own name for its first message.
type Thread = (AuthorId, String);

/// What is read of a `Communication`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Content {
    identifier: Vec<Identifier>,
    in_response_to: Vec<Reference>,
    recipient: Vec<Recipient>,
    sender: Option<Reference>,
    payload: Vec<Payload>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Recipient {
    identifier: Option<Identifier>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Payload {
    content_string: Option<String>,
}

impl Content {
    fn of(body: &[u8]) -> Option<Self> {
        let content: Self = serde_json::from_slice(body).ok()?;
        content.text().is_some().then_some(content)
    }

    fn text(&self) -> Option<&str> {
        let said = self.payload.iter().find_map(|it| it.content_string.as_deref())?;
        message_text(said).ok()
    }

    /// The key of whom it goes to.
    fn to(&self) -> Option<AuthorId> {
        let named = self
            .recipient
            .iter()
            .filter_map(|it| it.identifier.as_ref())
            .filter_map(uri);
        let mut keys = named.filter_map(|it| AuthorId::from_hex(it.strip_prefix(KEY)?));
        keys.next()
    }

    /// The name of the first message of its thread: of this one, if it answers none.
    fn thread(&self) -> Option<String> {
        let answered = self.in_response_to.iter().find_map(|it| it.reference.clone());
        answered.or_else(|| self.identifier.iter().find_map(uri).map(str::to_owned))
    }
}

fn uri(identifier: &Identifier) -> Option<&str> {
    let is_uri = identifier.system.as_deref() == Some(URI);
    identifier.value.as_deref().filter(|_| is_uri)
}

/// The text as it is sent: without white space around it.
///
/// # Errors
/// [`MessageError::Empty`], [`MessageError::TooLong`].
///
/// ```
/// assert_eq!(pocketchart::message_text(" At nine.\n")?, "At nine.");
/// assert!(pocketchart::message_text("  ").is_err());
/// # Ok::<(), pocketchart::MessageError>(())
/// ```
pub fn message_text(text: &str) -> Result<&str, MessageError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(MessageError::Empty);
    }
    match text.chars().nth(MAX_MESSAGE) {
        Some(_) => Err(MessageError::TooLong),
        None => Ok(text),
    }
}

impl Chart {
    /// Writes a message: to somebody whom the person lets read and answer it, or, in a record that was opened to this device, to the
    /// person. It goes to the other side when this device next meets theirs, or exchanges letters ([`Chart::sync_by_relay`]).
    ///
    /// # Errors
    /// [`MessageError`].
    ///
    /// ```no_run
    /// # use pocketchart::{Chart, MessageError, MessageTo, NewMessage};
    /// # fn example(shared: &mut Chart, random: [u8; 16]) -> Result<(), MessageError> {
    /// let message =
    ///     NewMessage { to: MessageTo::Person, text: "Please come at nine.", by: Some("Cleo"), name: Some(random) };
    /// let entry = shared.write_message(&message)?;
    /// assert_eq!(shared.write_message(&message)?, entry);
    /// # Ok(())
    /// # }
    /// ```
    pub fn write_message(&mut self, message: &NewMessage<'_>) -> Result<EntryId, MessageError> {
        let text = message_text(message.text)?.to_owned();
        let me = self.record.author();
        let of_person = self.is_of_person(me);
        let (with, answers) = match message.to {
            MessageTo::Answer(id) => self.thread_of(id)?.ok_or(MessageError::NoMessage)?,
            MessageTo::Author(other) if of_person => (other, String::new()),
            MessageTo::Person if !of_person => (me, String::new()),
            MessageTo::Author(_) | MessageTo::Person => return Err(MessageError::NoAccess),
        };
        if of_person && !self.reads_messages(with) {
            return Err(MessageError::NoAccess);
        }
        let person = Party {
            reference: Some(self.subject()?),
            ..Party::default()
        };
        let other = Party {
            reference: None,
            identifier: Some(Identifier {
                system: Some(URI.to_owned()),
                value: Some(format!("{KEY}{}", with.to_hex())),
            }),
            name: self.author(with).name,
        };
        let (mut sender, recipient) = match of_person {
            true => (self.party(me, person)?, other),
            false => (other, person),
        };
        if let Some(by) = message.by {
            sender.name = Some(by.to_owned());
        }
        let draft = Draft::Message(Communication {
            stated: Stated::default(),
            sender,
            recipient,
            answers: Some(answers).filter(|it| !it.is_empty()),
            text,
        });
        let name = message.name.unwrap_or_else(|| self.home.context().random());
        let written = self.add_all(vec![(name, draft)])?;
        if let MessageTo::Answer(id) = message.to {
            self.were_answered(id)?;
        }
        let nothing = || EditError::Store(StoreError::Altered("entry"));
        Ok(written.into_iter().next().ok_or_else(nothing)?)
    }

    /// The threads that are here: in a record of the person's with all to whom they write or who write to them, in one that was opened
    /// to this device those with whoever it writes for. Those with something new come first, then the newest. What cannot be read, is
    /// longer than a message may be, or came with a file of another system, is none.
    ///
    /// # Errors
    /// [`ReadError`].
    ///
    /// ```no_run
    /// # fn example(chart: &pocketchart::Chart) -> Result<(), pocketchart::ReadError> {
    /// for thread in chart.messages()? {
    ///     println!("{:?}: {} messages, {} new", thread.with.name, thread.messages.len(), thread.unread());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn messages(&self) -> Result<Vec<MessageThread>, ReadError> {
        let me = self.record.author();
        let mine = self.is_of_person(me);
        let mut threads: BTreeMap<Thread, Vec<(bool, MessageView)>> = BTreeMap::new();
        self.each_message(|chart, row, thread, content| {
            let of_person = chart.is_of_person(row.author);
            let message = MessageView {
                id: row.id,
                by: chart.author(row.author),
                of_person,
                who: content.sender.as_ref().and_then(|it| it.display.clone()),
                sent: row.entry.recorded,
                text: content.text().unwrap_or_default().to_owned(),
                is_new: of_person != mine && !chart.was_read(&row.id)?,
            };
            let answers = !content.in_response_to.is_empty();
            threads.entry(thread).or_default().push((answers, message));
            Ok(())
        })?;
        let seen = |(with, _): &Thread| mine || *with == me;
        let seen = threads.into_iter().filter(|(thread, _)| seen(thread));
        let mut all: Vec<MessageThread> = seen
            .map(|((with, _), messages)| MessageThread {
                with: self.author(with),
                messages: in_order(messages),
            })
            .collect();
        all.sort_by_key(|it| (it.unread() == 0, std::cmp::Reverse(it.latest())));
        Ok(all)
    }

    /// Remembers, on this device alone, that these were read. The other side does not learn of it.
    ///
    /// # Errors
    /// [`StoreError`]: nothing was kept.
    ///
    /// ```no_run
    /// # fn example(chart: &mut pocketchart::Chart) -> Result<(), Box<dyn std::error::Error>> {
    /// let threads = chart.messages()?;
    /// let all: Vec<_> = threads.iter().flat_map(|it| &it.messages).map(|it| it.id).collect();
    /// chart.messages_were_read(&all)?;
    /// assert!(chart.messages()?.iter().all(|it| it.unread() == 0));
    /// # Ok(())
    /// # }
    /// ```
    pub fn messages_were_read(&mut self, ids: &[EntryId]) -> Result<(), StoreError> {
        let read = ids
            .iter()
            .map(|it| Shelved::put(Shelf::Setting, &mark(it), vec![1]));
        self.record.shelve(read.collect())
    }

    /// Who answers has read what is here of the thread.
    fn were_answered(&mut self, id: EntryId) -> Result<(), MessageError> {
        let threads = self.messages()?;
        let of = |it: &&MessageThread| it.messages.iter().any(|it| it.id == id);
        let new = threads.iter().find(of).into_iter().flat_map(|it| &it.messages);
        let new: Vec<EntryId> = new.filter(|it| it.is_new).map(|it| it.id).collect();
        Ok(self.messages_were_read(&new)?)
    }

    /// To whom the person can write: whom a grant lets read messages, also those that come later, and write them.
    ///
    /// ```no_run
    /// # fn example(chart: &pocketchart::Chart) {
    /// for other in chart.correspondents() {
    ///     println!("{:?}", other.name);
    /// }
    /// # }
    /// ```
    pub fn correspondents(&self) -> Vec<Author> {
        let accesses = self.record.statements().accesses();
        let mut all: Vec<AuthorId> = accesses.map(|(_, it)| it.author).collect();
        all.sort_unstable();
        all.dedup();
        all.retain(|it| self.reads_messages(*it));
        all.into_iter().map(|it| self.author(it)).collect()
    }

    fn reads_messages(&self, author: AuthorId) -> bool {
        let (statements, now) = (self.record.statements(), self.now());
        let mut accesses = statements.accesses().map(|(_, it)| it);
        let allowed = |sections: &[Section]| sections.contains(&Section::Messages);
        accesses.any(|it| {
            let holds = it.author == author && now <= it.not_after && !statements.has_ended(it);
            holds && allowed(&it.later) && allowed(&it.append) && statements.revoked(it.device).is_none()
        })
    }

    /// The person, or somebody who acts or acted for them: when they might write, the engine has decided.
    fn is_of_person(&self, author: AuthorId) -> bool {
        let mut acting = self.record.statements().proxies();
        author == self.record.patient() || acting.any(|(_, it)| it.author == author)
    }

    /// How the person's side says who writes.
    fn party(&self, me: AuthorId, person: Party) -> Result<Party, StoreError> {
        let author = self.fhir_author(me)?;
        Ok(match author.reference {
            Some(_) => person,
            None => Party {
                name: author.name,
                ..Party::default()
            },
        })
    }

    fn thread_of(&self, id: EntryId) -> Result<Option<Thread>, ReadError> {
        let me = self.record.author();
        let mine = self.is_of_person(me);
        let mut found = None;
        self.each_message(|_, row, thread, _| {
            if row.id == id && (mine || thread.0 == me) {
                found = Some(thread);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Everything that is a message, with its thread.
    fn each_message(
        &self,
        mut each: impl FnMut(&Self, &Row, Thread, &Content) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        self.record.each_row(Section::Messages, |row| {
            if row.entry.kind == KIND && row.is_current() && row.entry.source.is_none() {
                rows.push(row);
            }
            Ok::<_, StoreError>(())
        })?;
        for row in &rows {
            let body = self.record.body(row)?.filter(|it| it.len() <= MAX_BODY);
            let Some(content) = body.and_then(|it| Content::of(&it)) else {
                continue;
            };
            let is_theirs = !self.is_of_person(row.author) && !sabotage::off("message-author");
            let with = match is_theirs {
                true => Some(row.author),
                false => content.to(),
            };
            if let Some(thread) = with.zip(content.thread()) {
                each(self, row, thread, &content)?;
            }
        }
        Ok(())
    }

    fn was_read(&self, id: &EntryId) -> Result<bool, StoreError> {
        Ok(self.record.shelved(Shelf::Setting, &mark(id))?.is_some())
    }
}

/// What began it first, then the oldest: clocks may be wrong, and nothing is answered before it was said.
fn in_order(mut messages: Vec<(bool, MessageView)>) -> Vec<MessageView> {
    messages.sort_by_key(|(answers, it)| (*answers, it.sent, it.id));
    messages.into_iter().map(|(_, it)| it).collect()
}

/// The key of the row that says that a message was read. It tells nothing: the hash is of what nobody else reads.
fn mark(id: &EntryId) -> Vec<u8> {
    [READ, id.hash.as_bytes()].concat()
}
