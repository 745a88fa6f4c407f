//! What is written to the clinic's own server: approved, sent, and decided about where that did not do.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError},
};

use pocketchart::{
    Chart, EntryId, ItemState, SmartError, summary,
    write_back::{prepare, withdrawn},
};
use rusqlite::Transaction;
use tokio::task;

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    bridge::{
        self, Attempt, BridgeError, Decision, Kept, Line, LineState, Link, Message, MessageView, Sender,
        Settings,
    },
    charts::SharedChart,
    id::Id,
    staff::Account,
    store::StoreError,
};

/// Entries that are approved together.
pub(super) const MOST_LINES: usize = 100;
/// Bytes of entries that are approved together: what the files of a visit come to, inside their documents.
const MOST_BYTES: usize = 12 << 20;
/// A visit: it is written only where the clinic itself says that it took place.
const ENCOUNTER: &str = "Encounter";

impl Desk {
    /// A clinician approves that these entries of a chart are written to the server. They are sent at once, and until they arrive.
    pub(crate) fn approve(
        self: &Arc<Self>,
        by: &Account,
        chart: Id,
        entries: &[String],
    ) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        let mut message = self.message_of(by, (&shared, &link), entries)?;
        self.store.run(|it| self.keep_approved(it, by, &mut message))?;
        self.send_soon();
        Ok(self.store.run(|it| self.message_view(it, message))?)
    }

    /// A message with these entries of a chart, for the patient of the server to whom it belongs.
    pub(super) fn message_of(
        &self,
        by: &Account,
        (shared, link): (&SharedChart, &Link),
        entries: &[String],
    ) -> Result<Message, DeskError> {
        if entries.is_empty() || entries.len() > MOST_LINES {
            return Err(BridgeError::Entry(0).into());
        }
        // A copy names no entries.
        if !shared.holds_record {
            return Err(BridgeError::Entry(1).into());
        }
        let lines = self.opened.with(shared, |record| {
            Ok(entries
                .iter()
                .zip(1..)
                .map(|(entry, number)| line(record, (entry, number), &link.reference()))
                .collect::<Result<Vec<_>, _>>())
        })??;
        let mut size = 0;
        for (line, number) in lines.iter().zip(1..) {
            size += line.body.as_ref().map_or(0, String::len);
            if size > MOST_BYTES {
                return Err(BridgeError::Entry(number).into());
            }
        }
        let mut names = HashSet::new();
        let mut lines: Vec<Line> = lines;
        lines.retain(|it| names.insert(it.name.clone()));
        join(&mut lines);
        Ok(Message::new(
            link,
            (Some(shared.id), None),
            (by.into(), self.now()),
            lines,
        ))
    }

    /// Keeps what was approved for a patient of the server, and sends it at once.
    pub(super) fn send_approved(
        self: &Arc<Self>,
        by: &Account,
        link: &Link,
        mut message: Message,
    ) -> Result<MessageView, DeskError> {
        self.store.run(|it| {
            // Somebody may have taken back meanwhile who it is.
            let now = Link::of(it, &self.keys, (&link.base, &link.key))?;
            if now.is_none_or(|it| it.patient != link.patient) {
                return Err(BridgeError::OtherPatient.into());
            }
            Ok::<_, DeskError>(self.keep_approved(it, by, &mut message)?)
        })?;
        self.send_soon();
        Ok(self.store.run(|it| self.message_view(it, message))?)
    }

    /// Keeps a message that is approved, with what its entries take the place of.
    pub(super) fn keep_approved(
        &self,
        transaction: &Transaction<'_>,
        by: &Account,
        message: &mut Message,
    ) -> Result<(), StoreError> {
        for line in &mut message.lines {
            line.over = Kept::of(transaction, &self.keys, (&message.base, &line.name))?;
        }
        message.keep(transaction, &self.keys, self.now())?;
        self.write_down(
            transaction,
            about(Event::by(Action::SendingApproved, by), message),
        )
    }

    /// What is written and was written there.
    pub(crate) fn outbox(&self, by: &Account) -> Result<Vec<MessageView>, DeskError> {
        self.may_treat(by)?;
        let all: Vec<_> = self.store.run(|it| {
            self.write_down(it, Event::by(Action::OutboxListed, by))?;
            let all = bridge::all(it, &self.keys)?;
            all.into_iter()
                .map(|message| self.message_view(it, message))
                .collect()
        })?;
        Ok(all)
    }

    /// A message, as the desk shows it.
    pub(super) fn message_view(
        &self,
        transaction: &Transaction<'_>,
        message: Message,
    ) -> Result<MessageView, StoreError> {
        let link = Link::of(transaction, &self.keys, (&message.base, &message.key))?;
        Ok(MessageView::of(message, link.as_ref()))
    }

    /// What became of entries there.
    pub(crate) fn message(&self, by: &Account, id: Id) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        let message: Option<_> = self.store.run(|it| {
            let message = Message::of(it, &self.keys, id)?;
            if let Some(message) = &message {
                self.write_down(it, about(Event::by(Action::MessageViewed, by), message))?;
            }
            message.map(|message| self.message_view(it, message)).transpose()
        })?;
        Ok(message.ok_or(BridgeError::NoMessage)?)
    }

    /// A clinician decides about an entry that was not written.
    pub(crate) fn decide(
        self: &Arc<Self>,
        by: &Account,
        (id, line): (Id, usize),
        decision: Decision,
    ) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        let _turn = self.bridge.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut message = self
            .store
            .run(|it| Message::of(it, &self.keys, id))?
            .ok_or(BridgeError::NoMessage)?;
        let line = message.lines.get_mut(line).ok_or(BridgeError::Decided)?;
        decided(line, &message.base, decision)?;
        self.send_anew(by, message)
    }

    /// A clinician wants what waits to be sent now.
    pub(crate) fn try_now(self: &Arc<Self>, by: &Account, id: Id) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        let _turn = self.bridge.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let found = self.store.run(|it| Message::of(it, &self.keys, id))?;
        self.send_anew(by, found.ok_or(BridgeError::NoMessage)?)
    }

    /// Keeps a message as somebody decided, and begins to send it.
    fn send_anew(self: &Arc<Self>, by: &Account, mut message: Message) -> Result<MessageView, DeskError> {
        (message.tries, message.trouble) = (0, None);
        self.store.run(|it| {
            message.keep(it, &self.keys, self.now())?;
            self.write_down(it, about(Event::by(Action::SendingDecided, by), &message))
        })?;
        self.send_soon();
        Ok(self.store.run(|it| self.message_view(it, message))?)
    }

    /// Sends what waits, without letting anybody wait for it.
    pub(super) fn send_soon(self: &Arc<Self>) {
        let desk = Arc::clone(self);
        task::spawn_blocking(move || {
            if let Err(error) = desk.send_waiting() {
                tracing::error!(%error, "the store did not answer");
            }
        });
    }

    /// Sends what is to be tried now.
    pub(crate) fn send_waiting(&self) -> Result<(), StoreError> {
        let _turn = self.bridge.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(settings) = self.store.run(|it| Settings::of(it, &self.keys))? else {
            return Ok(());
        };
        for id in self.store.run(|it| bridge::due(it, self.now()))? {
            let message = self.store.run(|it| Message::of(it, &self.keys, id))?;
            // The others wait, too, for a server that does not answer.
            if let Some(message) = message
                && !self.send(&settings, message)?
            {
                break;
            }
        }
        Ok(())
    }

    /// Sends a message; whether the server answered.
    fn send(&self, settings: &Settings, message: Message) -> Result<bool, StoreError> {
        let attempt = match message.base == settings.base {
            true => self.at_server(settings, |server| {
                let sender = Sender {
                    server,
                    offer: &settings.offer,
                    clinic: &self.name,
                };
                sender.attempt(message.clone())
            }),
            false => Err(DeskError::Bridge(BridgeError::NotSet)),
        };
        let away = |error: &SmartError| {
            matches!(
                error,
                SmartError::Web(_) | SmartError::Busy(_) | SmartError::SignedOut | SmartError::NoToken(_)
            )
        };
        let answered = !matches!(&attempt, Err(DeskError::Bridge(BridgeError::Server(error))) if away(error));
        let Attempt { message, kept } = match attempt {
            Ok(attempt) => attempt,
            Err(DeskError::Store(error)) => return Err(error),
            Err(error) => Attempt {
                message: Message {
                    tries: message.tries + 1,
                    trouble: Some(error.id().to_owned()),
                    ..message
                },
                kept: Vec::new(),
            },
        };
        let is_open = message.lines.iter().any(|it| it.state.is_open());
        let is_held = message.lines.iter().any(|it| it.state.is_held());
        self.store.run(|it| {
            for (name, kept) in &kept {
                kept.keep(it, &self.keys, name)?;
            }
            message.keep(it, &self.keys, self.now())?;
            let action = match (is_open, is_held) {
                (true, _) => return Ok(answered),
                (false, true) => Action::EntriesHeld,
                (false, false) => Action::EntriesSent,
            };
            self.write_down(it, about(Event::new(action), &message))?;
            Ok(answered)
        })
    }
}

/// Of each line, to which other of them it refers. There the system has the other under the line's name, so that stands in the
/// reference, in the place of the name that the chart has for it.
fn join(lines: &mut [Line]) {
    let visits = lines.iter().filter(|it| it.kind == ENCOUNTER);
    let named = visits.flat_map(|it| {
        let facts = it.body.as_deref().and_then(|body| summary(body.as_bytes()).ok());
        let identifiers = facts.map(|it| it.identifiers).unwrap_or_default().into_iter();
        let values = identifiers.filter_map(|it| it.value);
        values.map(|value| (value, it.name.clone()))
    });
    let named: HashMap<String, String> = named.collect();
    for line in lines.iter_mut().filter(|it| it.kind != ENCOUNTER) {
        let Some(body) = line.body.as_mut() else {
            continue;
        };
        for (value, name) in &named {
            if body.contains(value.as_str()) {
                *body = body.replace(value.as_str(), name);
                line.from = Some(name.clone());
            }
        }
    }
}

/// Names what a message is of, and for whom.
fn about(mut event: Event, message: &Message) -> Event {
    event.charts.extend(message.chart);
    event.checkin = message.checkin;
    event.at(message.subject.as_str())
}

/// An entry of a record, ready to be sent.
fn line(record: &Chart, (entry, number): (&str, u64), subject: &str) -> Result<Line, DeskError> {
    let unfit = || DeskError::Bridge(BridgeError::Entry(number));
    let id = EntryId::from_text(entry).ok_or_else(unfit)?;
    let detail = record.item(id).map_err(|_| unfit())?;
    let content = match record.with_file(detail.item.id) {
        Ok(Some(whole)) => Some(whole),
        Ok(None) => detail.content.clone(),
        Err(_) => return Err(unfit()),
    };
    let ready = || {
        let prepared = prepare(content.as_deref()?, subject, &detail.name()).ok()?;
        let is_ours = detail.item.sources.iter().any(|it| it.author.is_you);
        let is_meant = prepared.kind != ENCOUNTER || is_ours;
        (is_meant || crate::sabotage::off("desk-own-encounter")).then_some(prepared)
    };
    // What is not settled between those who say it is not for the clinic's own record.
    let prepared = match detail.item.state {
        ItemState::Current
            if detail.item.disputed_by.is_empty() && detail.item.holding_rivals().next().is_none() =>
        {
            ready()
        }
        ItemState::Retracted => ready().and_then(|it| withdrawn(&it).ok()),
        _ => None,
    };
    let prepared = prepared.ok_or_else(unfit)?;
    let source = detail.item.sources.first();
    Ok(Line {
        title: detail.item.facts.title.clone().unwrap_or_default(),
        entry: detail.item.id.to_text(),
        name: detail.name().value.unwrap_or_default(),
        from: None,
        sources: Vec::new(),
        said_by: source
            .filter(|it| !it.author.is_patient)
            .map(|it| it.author.name.clone().unwrap_or_else(|| "unknown".to_owned())),
        provenance: Id::random().uuid(),
        body: Some(String::from_utf8(prepared.bytes).map_err(|_| unfit())?),
        kind: prepared.kind,
        left_out: prepared.left_out,
        over: None,
        state: LineState::Waiting,
    })
}

/// What a person decided, put upon the entry.
fn decided(line: &mut Line, base: &str, decision: Decision) -> Result<(), BridgeError> {
    let version = match decision {
        // Also what a server never answers can be given up.
        Decision::Leave if line.body.is_some() => {
            line.end(LineState::Left);
            return Ok(());
        }
        Decision::Send { version } if line.state.is_held() => version,
        _ => return Err(BridgeError::Decided),
    };
    match &line.state {
        LineState::Conflict {
            place, version: seen, ..
        }
        | LineState::Differs {
            place, version: seen, ..
        } => {
            // Only over what the person saw.
            if *seen != version {
                return Err(BridgeError::Decided);
            }
            let before = line.over.take().map(|it| it.members).unwrap_or_default();
            line.over = seen.is_some().then(|| Kept {
                base: base.to_owned(),
                place: place.clone(),
                version,
                members: before,
            });
        }
        _ => {}
    }
    line.state = LineState::Waiting;
    Ok(())
}
