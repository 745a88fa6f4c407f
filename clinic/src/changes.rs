//! What is told to pages that are open when something has changed: that it did, and which chart it concerns. What stands in a chart is
//! never among it.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Serialize;
use tokio::sync::broadcast::{Receiver, Sender};
use utoipa::ToSchema;

use crate::{
    audit::{Action, Event},
    id::Id,
    staff::Role,
};

/// By how many changes a page may be behind; further ones are lost to it.
const BEHIND: usize = 64;

/// Something that others may wait for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Change {
    /// What was done.
    pub(crate) action: Action,
    /// Which charts it concerned.
    #[schema(value_type = Vec<String>)]
    pub(crate) charts: Vec<Id>,
    /// The account that did it; none for what the desk, or a patient, did.
    #[schema(value_type = Option<String>)]
    pub(crate) by: Option<Id>,
}

impl Change {
    /// Of an event, if anybody waits for such.
    fn of(event: &Event) -> Option<Self> {
        let is_news = matches!(
            event.action,
            Action::ChartOpened
                | Action::ChartClosed
                | Action::ChartEnded
                | Action::ChartWithdrawn
                | Action::CheckinAnswered
                | Action::MessageCame
                | Action::VisitReturned
                | Action::VisitNotReturned
                | Action::EntriesSent
                | Action::EntriesHeld
        );
        is_news.then(|| Self {
            action: event.action,
            charts: event.charts.clone(),
            by: event.who.as_ref().map(|it| it.id),
        })
    }

    /// Whether a role has to do with it.
    pub(crate) fn is_for(&self, role: Role) -> bool {
        match self.action {
            Action::ChartOpened
            | Action::ChartClosed
            | Action::ChartEnded
            | Action::ChartWithdrawn
            | Action::CheckinAnswered
            | Action::MessageCame => role.sees_charts(),
            _ => role == Role::Clinician,
        }
    }
}

/// Those that listen, and what waits for a transaction to be committed.
pub(crate) struct Changes {
    waiting: Mutex<Vec<Change>>,
    listeners: Sender<Option<Change>>,
}

impl Default for Changes {
    fn default() -> Self {
        Self {
            waiting: Mutex::default(),
            listeners: Sender::new(BEHIND),
        }
    }
}

impl Changes {
    /// To be told once the transaction is committed, in which the event is written down.
    pub(crate) fn add(&self, event: &Event) {
        self.lock().extend(Change::of(event));
    }

    /// What belonged to a transaction that was taken back.
    pub(crate) fn forget(&self) {
        self.lock().clear();
    }

    /// Tells all that was committed.
    pub(crate) fn tell(&self) {
        for change in mem::take(&mut *self.lock()) {
            // Nobody may be listening.
            let _ = self.listeners.send(Some(change));
        }
    }

    /// Tells all that nothing more comes.
    pub(crate) fn end(&self) {
        let _ = self.listeners.send(None);
    }

    /// Hears of what is committed from now on, until `None` says that nothing more comes.
    pub(crate) fn listen(&self) -> Receiver<Option<Change>> {
        self.listeners.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Change>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[test]
fn the_front_desk_hears_of_no_visit_and_an_administrator_of_nothing() {
    for (action, front) in [
        (Action::ChartOpened, true),
        (Action::CheckinAnswered, true),
        (Action::MessageCame, true),
        (Action::VisitReturned, false),
        (Action::EntriesHeld, false),
    ] {
        let change = Change {
            action,
            charts: Vec::new(),
            by: None,
        };
        assert!(change.is_for(Role::Clinician));
        assert_eq!(change.is_for(Role::FrontDesk), front, "{action:?}");
        assert!(!change.is_for(Role::Administrator));
    }
}
