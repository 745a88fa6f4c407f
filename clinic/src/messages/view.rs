//! Messages as a page shows them. Times are in seconds since 1970.

use std::collections::BTreeMap;

use pocketchart::MessageThread;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Inbox, MessagesError, Written, may_write};
use crate::{charts::SharedChart, id::Id};

/// Whether something can be written to the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MessagesWay {
    /// The chart has ended: what the clinic wrote is here, and nothing of the patient's.
    Ended,
    /// The chart is a copy, in which nothing can be written.
    NoRecord,
    /// The patient did not open messages for writing and for reading, also what comes later.
    NotAllowed,
    /// It can.
    Ready,
}

impl MessagesWay {
    /// Of a chart that is open.
    pub(crate) fn of(shared: &SharedChart) -> Self {
        match may_write(shared) {
            Ok(()) => Self::Ready,
            Err(MessagesError::NoRecord) => Self::NoRecord,
            Err(_) => Self::NotAllowed,
        }
    }
}

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MessageFrom {
    /// Somebody of the clinic.
    Clinic,
    /// The patient: a device of theirs signed it.
    Patient,
    /// Somebody whom the patient lets act for them: a device of theirs signed it.
    ActsForPatient,
}

/// A message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct PatientMessage {
    /// Its entry in the chart; none as long as it does not stand there.
    entry: Option<String>,
    from: MessageFrom,
    /// Who that is, by the name that they gave; of the patient none is needed.
    by: Option<String>,
    sent: u64,
    /// Plain text.
    text: String,
    /// Of what the clinic wrote: since when the patient's device has it.
    arrived: Option<u64>,
    /// Of what the patient wrote: nobody at the desk has read or answered it.
    unread: bool,
}

/// Messages that belong together, the oldest first.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct PatientThread {
    messages: Vec<PatientMessage>,
}

/// The messages of a chart: threads with something unread first, then the newest.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct PatientMessages {
    way: MessagesWay,
    threads: Vec<PatientThread>,
}

/// A chart with messages, in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MessagesLine {
    /// Names the chart.
    #[schema(value_type = String)]
    pub(crate) chart: Id,
    /// Who the person is; none if the profile was not opened.
    pub(crate) name: Option<String>,
    pub(crate) born: Option<String>,
    /// Words that stand for the patient's key.
    pub(crate) key_words: String,
    /// Whether the chart is open.
    pub(crate) open: bool,
    /// How many messages of the patient's nobody at the desk has read.
    pub(crate) unread: usize,
    /// When the newest came or was written, as far as the desk knows.
    pub(crate) latest: u64,
}

impl PatientMessages {
    /// Of a chart that is open.
    pub(crate) fn of(
        shared: &SharedChart,
        threads: &[MessageThread],
        (written, inbox): (&[Written], &Inbox),
    ) -> Self {
        let message = |it: &pocketchart::MessageView| {
            let entry = it.id.to_text();
            let own = written.iter().find(|own| own.entry.as_ref() == Some(&entry));
            PatientMessage {
                from: match (it.of_person, it.by.is_patient) {
                    (false, _) => MessageFrom::Clinic,
                    (true, true) => MessageFrom::Patient,
                    (true, false) => MessageFrom::ActsForPatient,
                },
                by: it
                    .who
                    .clone()
                    .or_else(|| it.by.name.clone())
                    .filter(|_| !it.by.is_patient),
                sent: it.sent / 1000,
                text: it.text.clone(),
                // What was not written in this chart the patient's device brought.
                arrived: match own {
                    Some(own) => own.arrived,
                    None => Some(shared.since).filter(|_| !it.of_person),
                },
                unread: inbox.is_unread(&entry),
                entry: Some(entry),
            }
        };
        let mut threads: Vec<PatientThread> = threads
            .iter()
            .map(|it| PatientThread {
                messages: it.messages.iter().map(message).collect(),
            })
            .collect();
        // What was not written into the record yet is gone on with.
        let ahead = written.iter().filter(|it| it.entry.is_none());
        threads.extend(ahead.map(|it| PatientThread {
            messages: vec![own(it)],
        }));
        threads.sort_by_key(|it| (!it.is_unread(), std::cmp::Reverse(it.latest())));
        Self {
            way: MessagesWay::of(shared),
            threads,
        }
    }

    /// Of a chart that has ended: what the clinic wrote.
    pub(crate) fn ended(written: &[Written]) -> Self {
        let mut threads: BTreeMap<String, Vec<PatientMessage>> = BTreeMap::new();
        for it in written {
            threads.entry(it.thread()).or_default().push(own(it));
        }
        let threads = threads.into_values().map(|messages| PatientThread { messages });
        let mut threads: Vec<PatientThread> = threads.collect();
        threads.sort_by_key(|it| std::cmp::Reverse(it.latest()));
        Self {
            way: MessagesWay::Ended,
            threads,
        }
    }
}

impl PatientThread {
    fn is_unread(&self) -> bool {
        self.messages.iter().any(|it| it.unread)
    }

    fn latest(&self) -> u64 {
        self.messages.iter().map(|it| it.sent).max().unwrap_or(0)
    }
}

/// From the clinic's own copy.
fn own(it: &Written) -> PatientMessage {
    PatientMessage {
        entry: it.entry.clone(),
        from: MessageFrom::Clinic,
        by: Some(it.by.name.clone()),
        sent: it.at,
        text: it.text.clone(),
        arrived: it.arrived,
        unread: false,
    }
}
