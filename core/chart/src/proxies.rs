//! People who act for the person whose record it is: a parent, a partner, a carer. Each has a key of their own.

use crate::chart::Chart;
use crate::grants::{GrantError, MINUTE, NewGrant};
use crate::serve::{GrantRequest, Invitation, ServeError, ServeEvent, Served, Welcomed};
use crate::store;
use pocketchart_record::{
    AuthorId, MembersError, Millis, Proxy, Role, Section, Shelf, Shelved, StoreError, Unlock, key_words,
};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::grant::{GrantId, Minutes, Operations};
use std::net::TcpListener;
use std::time::Duration;

/// How long an invitation can be taken up, in minutes.
const INVITED: u32 = 60;

const MAX_MINUTES: Minutes = 10 * 366 * 24 * 60;

/// In bytes.
const MAX_NAME: usize = 200;

/// Somebody who is to act for the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewProxy {
    /// What the person calls them.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Where.
    pub sections: Vec<Section>,
    /// For how many minutes: at most ten years.
    pub minutes: Minutes,
}

/// Whether somebody acts for the person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProxyStanding {
    /// They would, if the person cannot act for themselves: [`Chart::prepare_incapacity`]. No device of theirs is known yet.
    Named,
    /// They do.
    Acts,
    /// Their time is over.
    Expired,
    /// The person ended it.
    Ended,
}

/// Somebody who acts or acted for the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProxyView {
    /// Their key.
    pub author: AuthorId,
    /// Words that stand for the key.
    pub key_words: String,
    /// What the person calls them.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Where.
    pub sections: Vec<Section>,
    /// Since when.
    pub since: Millis,
    /// Until when.
    pub until: Millis,
    /// Whether it holds.
    pub standing: ProxyStanding,
    /// They are whoever this device writes for.
    pub is_you: bool,
}

/// Nobody was let in, or what somebody may do was not ended. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProxyError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device does not hold the identity key, or the record is somebody else's.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// Nobody of that key acts for the person.
    #[error("nobody of that key acts for this person")]
    Unknown,
    /// No section, or one that is no matter of an emergency.
    #[error("nothing that such a person may do")]
    Nothing,
    /// Shorter than a minute, or longer than ten years.
    #[error("too long, or too short")]
    Window,
    /// The name is empty or longer than 200 bytes.
    #[error("the name is empty or too long")]
    Name,
    /// The invitation could not be made.
    #[error(transparent)]
    Grant(#[from] GrantError),
}

impl ProxyError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ProxyError::Store(error) => store::message_id(error),
            ProxyError::NoIdentity => "proxy-no-identity",
            ProxyError::Unknown => "proxy-unknown",
            ProxyError::Nothing => "proxy-nothing",
            ProxyError::Window => "proxy-window",
            ProxyError::Name => "proxy-name",
            ProxyError::Grant(error) => error.id(),
        }
    }
}

impl From<MembersError> for ProxyError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => ProxyError::Store(error),
            MembersError::NotOthers => ProxyError::Unknown,
            _ => ProxyError::NoIdentity,
        }
    }
}

impl NewProxy {
    /// Whether somebody can act so.
    pub(crate) fn check(&self) -> Result<(), ProxyError> {
        if self.name.trim().is_empty() || self.name.len() > MAX_NAME {
            return Err(ProxyError::Name);
        }
        let beyond = |section: &Section| self.role == Role::Emergency && !section.in_emergency();
        if self.sections.is_empty() || self.sections.iter().any(beyond) {
            return Err(ProxyError::Nothing);
        }
        if !(1..=MAX_MINUTES).contains(&self.minutes) {
            return Err(ProxyError::Window);
        }
        Ok(())
    }
}

impl Chart {
    /// Makes an invitation for one person, to be taken up within the hour while [`Chart::appoint`] waits.
    ///
    /// # Errors
    /// [`ProxyError`].
    pub fn invite(&mut self, new: &NewProxy, unlock: &Unlock) -> Result<GrantId, ProxyError> {
        if !self.record.is_patients() {
            return Err(ProxyError::NoIdentity);
        }
        drop(self.record.identity_key(unlock)?);
        new.check()?;
        let may = match new.role {
            Role::Manage => Operations::READ | Operations::FUTURE | Operations::APPEND,
            _ => Operations::READ | Operations::FUTURE,
        };
        let scope = new.sections.iter().map(|section| (*section, may)).collect();
        let mut grant = NewGrant::of(scope);
        grant.minutes = INVITED;
        Ok(self.make_invitation(&grant)?)
    }

    /// Waits until the person who was invited calls, and lets them act as `new` says. `confirm` shows who asks. The
    /// invitation is over afterwards, whatever came of it.
    ///
    /// # Errors
    /// [`ServeError`].
    #[expect(clippy::too_many_arguments, reason = "what serving needs, and for whom")]
    pub fn appoint(
        &mut self,
        listener: &TcpListener,
        wait: Duration,
        invitation: GrantId,
        new: &NewProxy,
        unlock: &Unlock,
        confirm: &mut dyn FnMut(&GrantRequest) -> bool,
        told: &(dyn Fn(ServeEvent) + Sync),
    ) -> Result<Served, ServeError> {
        let terms = Invitation {
            grant: invitation,
            proxy: new,
            unlock,
        };
        let welcomed = Welcomed::Invited(&terms);
        let served = self.wait_for(listener, wait, &welcomed, confirm, told);
        self.record
            .shelve(vec![Shelved::remove(Shelf::Grant, &invitation.0)])?;
        served
    }

    /// Who acts or acted for the person, by name.
    pub fn proxies(&self) -> Vec<ProxyView> {
        let statements = self.record.statements();
        let now = self.home.context().now();
        let mut views: Vec<ProxyView> = Vec::new();
        for (_, it) in statements.proxies() {
            let standing = match (statements.is_over(it), now <= it.not_after) {
                (true, _) => ProxyStanding::Ended,
                (false, false) => ProxyStanding::Expired,
                // Those who have a part of a record are not told of everybody's devices.
                (false, true) if self.has_device(it.author) || !self.record.is_patients() => {
                    ProxyStanding::Acts
                }
                (false, true) => ProxyStanding::Named,
            };
            // What is set apart is said in a statement of its own.
            let same = |known: &&mut ProxyView| {
                (known.author, known.since, known.role) == (it.author, it.created, it.role)
            };
            if let Some(known) = views.iter_mut().find(same) {
                known.sections.extend(&it.sections);
                known.sections.sort();
                continue;
            }
            views.push(ProxyView {
                author: it.author,
                key_words: key_words(it.author),
                name: it.name.clone(),
                role: it.role,
                sections: it.sections.clone(),
                since: it.created,
                until: it.not_after,
                standing,
                is_you: it.author == self.record.author(),
            });
        }
        views.sort_by(|a, b| (&a.name, a.since).cmp(&(&b.name, b.since)));
        views
    }

    /// Ends whatever somebody may do for the person, at once. What they have read they keep; what they wrote and is here
    /// stands; what they still bring waits for the person. Of somebody who was named for incapacity it ends that, too.
    ///
    /// # Errors
    /// [`ProxyError`].
    pub fn end_proxy(&mut self, author: AuthorId, unlock: &Unlock) -> Result<(), ProxyError> {
        let name = self.author(author).name;
        self.record.end_proxy(author, unlock)?;
        self.end_prepared(author)?;
        self.audit_note(AuditEvent {
            actor: Some(author.0),
            actor_name: name,
            ..AuditEvent::new(Action::ProxyEnded)
        })?;
        Ok(())
    }

    /// Whether a device of that author is known.
    pub(crate) fn has_device(&self, author: AuthorId) -> bool {
        let mut certificates = self.record.statements().certificates();
        certificates.any(|(_, it)| it.author == author)
    }

    /// Until when somebody acts who is let in now.
    pub(crate) fn acts_until(&self, new: &NewProxy) -> Millis {
        let now = self.home.context().now();
        now.saturating_add(Millis::from(new.minutes) * MINUTE)
    }

    /// What a proxy's statement will say.
    pub(crate) fn proxy(&self, new: &NewProxy, author: AuthorId) -> Proxy {
        Proxy {
            author,
            name: new.name.clone(),
            role: new.role,
            sections: new.sections.clone(),
            created: 0,
            not_after: self.acts_until(new),
        }
    }
}
