//! Messages: written by whoever sees patients, in their name; what the patient writes is heard of, and read. Whatever is shown or changed
//! is in the log.

use std::{collections::BTreeMap, sync::Arc};

use pocketchart::{MessageThread, Operations, Section, message_text};
use tokio::task;

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    charts::{self, SharedChart},
    id::Id,
    messages::{self, Inbox, MessagesError, MessagesLine, PatientMessages, Written, may_write, unwritten},
    staff::Account,
    store::StoreError,
};

impl Desk {
    /// The messages of a chart; once it has ended, what the clinic wrote in it.
    pub(crate) fn messages(&self, by: &Account, chart: Id) -> Result<PatientMessages, DeskError> {
        let shared = match self.chart(by, chart) {
            Err(DeskError::Ended) => None,
            shared => Some(shared?),
        };
        self.note(Event::by(Action::MessagesViewed, by).of(chart))?;
        let Some(shared) = shared else {
            let written = self.store.run(|it| messages::of_chart(it, &self.keys, chart))?;
            return match written.is_empty() {
                true => Err(DeskError::Ended),
                false => Ok(PatientMessages::ended(&written)),
            };
        };
        let (threads, inbox) = self.hear_messages(&shared)?;
        let written = self.store.run(|it| messages::of_chart(it, &self.keys, chart))?;
        Ok(PatientMessages::of(&shared, &threads, (&written, &inbox)))
    }

    /// All charts in which there are messages: those with something unread first, then the newest.
    pub(crate) fn message_lines(&self, by: &Account) -> Result<Vec<MessagesLine>, DeskError> {
        self.may_see(by)?;
        self.end_what_is_over()?;
        let mut lines = self.store.run(|it| {
            let mut lines: BTreeMap<Id, MessagesLine> = BTreeMap::new();
            for written in messages::all(it, &self.keys)? {
                let line = lines.entry(written.chart).or_insert_with(|| MessagesLine {
                    chart: written.chart,
                    name: written.name,
                    born: written.born,
                    key_words: written.key_words,
                    open: false,
                    unread: 0,
                    latest: 0,
                });
                line.latest = line.latest.max(written.at);
            }
            for shared in charts::all(it, &self.keys)? {
                let inbox = Inbox::of(it, &shared)?;
                if let Some(latest) = inbox.latest() {
                    let line = lines.entry(shared.id).or_insert_with(|| MessagesLine {
                        chart: shared.id,
                        name: shared.name,
                        born: shared.born,
                        key_words: shared.key_words,
                        open: true,
                        unread: 0,
                        latest: 0,
                    });
                    line.latest = line.latest.max(latest);
                    line.unread = inbox.unread();
                }
                if let Some(line) = lines.get_mut(&shared.id) {
                    line.open = true;
                }
            }
            let mut event = Event::by(Action::MessagesListed, by);
            event.charts = lines.keys().copied().collect();
            self.write_down(it, event)?;
            Ok::<_, StoreError>(lines.into_values().collect::<Vec<_>>())
        })?;
        lines.sort_by_key(|it| (it.unread == 0, std::cmp::Reverse(it.latest)));
        Ok(lines)
    }

    /// Writes to the patient, in the name of whoever is signed in. Written again under the same name, it is written once.
    pub(crate) fn write_message(
        self: &Arc<Self>,
        by: &Account,
        (chart, id): (Id, Id),
        (text, answers): (&str, Option<&str>),
    ) -> Result<PatientMessages, DeskError> {
        let shared = self.chart(by, chart)?;
        may_write(&shared)?;
        let text = message_text(text).map_err(unwritten)?;
        let answers = match answers {
            Some(entry) => Some(self.message_answered(&shared, entry)?),
            None => None,
        };
        let written = self.store.run(|it| {
            if let Some(known) = Written::of(it, &self.keys, id)? {
                let is_it = (known.chart, known.text.as_str()) == (chart, text) && known.answers == answers;
                return is_it.then_some(known).ok_or(MessagesError::Taken.into());
            }
            let written = Written::new((&shared, id), (text, answers), (by, self.now()));
            written.keep(it, &self.keys)?;
            self.write_down(it, Event::by(Action::MessageWritten, by).of(chart))?;
            Ok::<_, DeskError>(written)
        })?;
        match self.write_into(&shared, &written) {
            // It is kept, and is gone on with at the next sweep.
            Err(DeskError::Store(error)) => tracing::error!(%error, "a message could not be written"),
            written => written?,
        }
        let (desk, origin) = (Arc::clone(self), shared.origin);
        // The patient's device may be slow, and who writes has other patients.
        task::spawn_blocking(move || {
            if let Err(error) = desk.carry_now(origin) {
                tracing::error!(%error, "a message could not be brought to the patient");
            }
        });
        self.messages(by, chart)
    }

    /// Looks at once whether the patient has written.
    pub(crate) fn look_for_messages(&self, by: &Account, chart: Id) -> Result<PatientMessages, DeskError> {
        let shared = self.chart(by, chart)?;
        self.carry_now(shared.origin)?;
        self.messages(by, chart)
    }

    /// Somebody has read these.
    pub(crate) fn read_messages(
        &self,
        by: &Account,
        chart: Id,
        entries: &[String],
    ) -> Result<PatientMessages, DeskError> {
        let shared = self.chart(by, chart)?;
        self.store.run(|it| {
            let mut inbox = Inbox::of(it, &shared)?;
            inbox.read(entries);
            self.keep_inbox(it, (&shared, &inbox))?;
            self.write_down(it, Event::by(Action::MessagesRead, by).of(chart))
        })?;
        self.messages(by, chart)
    }

    /// Goes on with messages that were being written when the desk stopped.
    pub(super) fn go_on_with_messages(&self) -> Result<(), StoreError> {
        let mut waiting = self.store.run(|it| messages::all(it, &self.keys))?;
        waiting.retain(|it| it.entry.is_none());
        for written in waiting {
            let shared = self
                .store
                .run(|it| SharedChart::of(it, &self.keys, written.chart))?;
            if let Some(Err(error)) = shared.map(|it| self.write_into(&it, &written)) {
                tracing::error!(%error, "a message could not be written");
            }
        }
        Ok(())
    }

    /// The charts that are open in which messages may be exchanged.
    pub(super) fn charts_with_messages(&self) -> Result<Vec<SharedChart>, StoreError> {
        let mut all = self.store.run(|it| charts::all(it, &self.keys))?;
        all.retain(|it| may_write(it).is_ok());
        Ok(all)
    }

    /// What was written in a chart, and is not known to be there.
    pub(super) fn messages_under_way(&self, chart: Id) -> Result<Vec<Written>, StoreError> {
        let mut all = self.store.run(|it| messages::of_chart(it, &self.keys, chart))?;
        all.retain(|it| it.entry.is_some() && it.arrived.is_none());
        Ok(all)
    }

    /// The patient's device holds these.
    pub(super) fn note_messages_arrived(&self, written: &[Written]) -> Result<(), StoreError> {
        for written in written {
            self.store.run(|it| {
                let known = Written::of(it, &self.keys, written.id)?;
                let Some(mut written) = known.filter(|it| it.arrived.is_none()) else {
                    return Ok(());
                };
                written.arrived = Some(self.now());
                written.keep(it, &self.keys)?;
                self.write_down(it, Event::new(Action::MessageArrived).of(written.chart))
            })?;
        }
        Ok(())
    }

    /// Reads the messages in a chart's record, and hears of those that came.
    pub(super) fn hear_messages(
        &self,
        shared: &SharedChart,
    ) -> Result<(Vec<MessageThread>, Inbox), StoreError> {
        let may = shared.operations(Section::Messages);
        if !shared.holds_record || !may.is_some_and(|it| it.contains(Operations::READ)) {
            return Ok((Vec::new(), Inbox::default()));
        }
        let threads = self.opened.with(shared, |record| {
            let threads = record.messages();
            threads.map_err(|error| StoreError::Record(error.id()))
        })?;
        let there = threads.iter().flat_map(|it| &it.messages);
        let there = there.filter(|it| it.of_person);
        let there: Vec<(String, bool)> = there.map(|it| (it.id.to_text(), it.is_new)).collect();
        let inbox = self.store.run(|it| {
            let before = Inbox::of(it, shared)?;
            let mut inbox = before.clone();
            let came = inbox.follow(
                there.iter().map(|(entry, new)| (entry.as_str(), *new)),
                self.now(),
            );
            if inbox != before {
                self.keep_inbox(it, (shared, &inbox))?;
            }
            if came > 0 {
                self.write_down(it, Event::new(Action::MessageCame).of(shared.id))?;
            }
            Ok::<_, StoreError>(inbox)
        })?;
        Ok((threads, inbox))
    }

    /// Unless the chart has ended meanwhile.
    fn keep_inbox(
        &self,
        transaction: &rusqlite::Transaction<'_>,
        (shared, inbox): (&SharedChart, &Inbox),
    ) -> Result<(), StoreError> {
        match SharedChart::of(transaction, &self.keys, shared.id)? {
            Some(shared) => inbox.keep(transaction, &shared),
            None => Ok(()),
        }
    }

    /// What is answered, and the first message of those that it belongs to.
    fn message_answered(&self, shared: &SharedChart, entry: &str) -> Result<(String, String), DeskError> {
        let (threads, _) = self.hear_messages(shared)?;
        let thread = threads
            .iter()
            .find(|it| it.messages.iter().any(|it| it.id.to_text() == entry));
        let first = thread.and_then(|it| it.messages.first());
        let first = first.ok_or(MessagesError::NoMessage)?;
        Ok((entry.to_owned(), first.id.to_text()))
    }

    /// Writes a message into the record, once.
    fn write_into(&self, shared: &SharedChart, written: &Written) -> Result<(), DeskError> {
        let entry = self.opened.change(shared.origin, |record| {
            let entry = record.write_message(&written.message());
            entry.map_err(unwritten)
        });
        match entry {
            Ok(entry) => Ok(self.store.run(|it| {
                let written = Written {
                    entry: Some(entry.to_text()),
                    ..Written::of(it, &self.keys, written.id)?.unwrap_or_else(|| written.clone())
                };
                written.keep(it, &self.keys)
            })?),
            // Whether it stands there is not known.
            Err(error @ DeskError::Store(_)) => Err(error),
            Err(error) => {
                self.store.run(|it| written.discard(it))?;
                Err(error)
            }
        }
    }
}
