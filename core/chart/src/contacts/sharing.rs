//! The person's side: who the contacts are, and what they were given.

use super::book::{Escrow, Holder, Known, MAX_CONTACTS, StandIn};
use super::{ContactsError, DAY, SECOND};
use crate::audit;
use crate::chart::Chart;
use crate::proxies::NewProxy;
use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::{AuthorId, Millis, RecoveryWords, Unlock};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::contacts::{Cause, ContactCode, MAX_NAME, Part, PartCode, Split};
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_wire::escrow::{Deposit, LONGEST_TIME, WAIT};

/// How contacts are to bring the record back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewSharing {
    /// What the contacts call the person whose part they keep; at most 64 bytes.
    pub person: String,
    /// How many of them it takes: at least 2, and fewer than there are.
    pub needed: u8,
    /// How long the relay waits for an objection, in seconds: an hour to 14 days; 48 hours is usual.
    pub wait: u64,
}

/// A contact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContactView {
    /// What they call themselves.
    pub name: String,
    /// The words of their code.
    pub words: String,
    /// Whether a part that stands was made for them.
    pub holds: bool,
}

/// Parts that contacts were given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharingView {
    /// When.
    pub made: Millis,
    /// How many it takes.
    pub needed: u8,
    /// Of how many.
    pub of: usize,
    /// The relay that has the other part.
    pub relay: String,
    /// How long it waits, in seconds.
    pub wait: u64,
    /// They bring back old words: there are newer ones, so parts have to be given anew.
    pub outdated: bool,
}

impl SharingView {
    /// With words of now.
    pub(super) fn of(escrow: &Escrow) -> Self {
        Self {
            made: escrow.made,
            needed: escrow.needed,
            of: escrow.holders.len(),
            relay: escrow.relay.clone(),
            wait: escrow.wait,
            outdated: false,
        }
    }
}

/// Who is to act for the person if they cannot.
pub(super) struct Named<'a> {
    pub(super) proxy: &'a NewProxy,
    pub(super) stand_in: StandIn,
}

/// Parts that the contacts have not been given yet.
pub(super) struct LeftParts {
    escrow: Escrow,
    parts: Vec<(String, PartCode)>,
}

/// Who the contacts are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContactsView {
    /// By name.
    pub contacts: Vec<ContactView>,
    /// What they were given; none if nothing stands.
    pub sharing: Option<SharingView>,
}

impl Chart {
    /// Who the contacts are, and what they were given, by what this device knows.
    ///
    /// # Errors
    /// What the store says.
    pub fn recovery_contacts(&self) -> Result<ContactsView, ContactsError> {
        let book = self.book()?;
        let standing = book.standing(Cause::Loss);
        let contacts = book.contacts.iter().map(|it| ContactView {
            name: it.name.clone(),
            words: ContactCode::new(it.kem.clone(), &it.name).words(),
            holds: standing.is_some_and(|escrow| escrow.holders.iter().any(|holder| holder.name == it.name)),
        });
        let identity = self.record.statements().identity();
        Ok(ContactsView {
            contacts: contacts.collect(),
            sharing: standing.map(|it| SharingView {
                outdated: identity != Some(it.identity),
                ..SharingView::of(it)
            }),
        })
    }

    /// Makes somebody a contact, once their words were compared. They get a part with the next [`Chart::share_among_contacts`].
    ///
    /// # Errors
    /// [`ContactsError`].
    pub fn add_contact(&mut self, code: &ContactCode, unlock: &Unlock) -> Result<(), ContactsError> {
        self.is_persons(unlock)?;
        self.meet_book(unlock)?;
        let mut book = self.book()?;
        if book.contacts.iter().any(|it| it.name == code.name()) || code.name().trim().is_empty() {
            return Err(ContactsError::Known);
        }
        if book.contacts.len() >= MAX_CONTACTS {
            return Err(ContactsError::Many);
        }
        book.contacts.push(Known {
            name: code.name().to_owned(),
            kem: code.kem.clone(),
        });
        book.contacts.sort_by(|a, b| a.name.cmp(&b.name));
        self.keep_book(&mut book)?;
        self.meet_book(unlock)?;
        Ok(())
    }

    /// Takes a contact out. If they have a part, none of the parts brings anything back from now on: new ones have to be given to
    /// those who stay. Says whether the relay knows.
    ///
    /// # Errors
    /// [`ContactsError`].
    pub fn remove_contact(
        &mut self,
        name: &str,
        unlock: &Unlock,
    ) -> Result<Option<RelayError>, ContactsError> {
        self.is_persons(unlock)?;
        self.meet_book(unlock)?;
        let mut book = self.book()?;
        let before = book.contacts.len();
        book.contacts.retain(|it| it.name != name);
        if book.contacts.len() == before {
            return Err(ContactsError::Unknown);
        }
        let holds = |it: &&mut Escrow| it.holders.iter().any(|it| it.name == name);
        let mut named = Vec::new();
        for escrow in book.escrows.iter_mut().filter(holds) {
            escrow.ended = true;
            named.extend(escrow.stand_in.as_ref().map(|it| it.author));
        }
        self.keep_book(&mut book)?;
        self.end_named(&named, unlock)?;
        self.meet_book(unlock)
    }

    /// Locks the words under two new secrets, leaves one at the relay and splits the other among all contacts; returns each one's
    /// part, sealed to them. What they were given before opens nothing any more. The log says so before anything leaves.
    ///
    /// # Errors
    /// [`ContactsError`]; what they were given before still holds.
    pub fn share_among_contacts(
        &mut self,
        new: &NewSharing,
        words: &RecoveryWords,
        unlock: &Unlock,
    ) -> Result<Vec<(String, PartCode)>, ContactsError> {
        self.is_persons(unlock)?;
        let identity = AuthorId(*words.derive_identity().public().as_bytes());
        if self.record.statements().identity() != Some(identity) {
            return Err(ContactsError::OtherWords);
        }
        let parts = self.leave_parts(new, words.secret(), None, unlock)?;
        self.let_parts_stand(parts, unlock)
    }

    /// Locks a secret, leaves one half at the relay and makes a part of the other for each contact. They open nothing before
    /// [`Chart::let_parts_stand`]. `named` is who is to act for the person, if that is what they are for.
    pub(super) fn leave_parts(
        &mut self,
        new: &NewSharing,
        secret: &Secret<32>,
        named: Option<Named<'_>>,
        unlock: &Unlock,
    ) -> Result<LeftParts, ContactsError> {
        let url = self.relay()?.ok_or(ContactsError::NoRelay)?;
        let relay = Relay::new(&url).map_err(RelayError::from)?;
        self.try_to_meet(unlock)?;
        let mut book = self.book()?;
        let of = u8::try_from(book.contacts.len()).map_err(|_| ContactsError::Many)?;
        if new.needed < 2 || new.needed >= of {
            return Err(ContactsError::Numbers);
        }
        if !WAIT.contains(&new.wait) {
            return Err(ContactsError::Wait);
        }
        let identity = self.record.statements().identity();
        let identity = identity.ok_or(ContactsError::NoIdentity)?;
        let name: [u8; 16] = self.home.context().random();
        let split = Split::make(secret, &name, new.needed, of).ok_or(ContactsError::Numbers)?;
        let seeds: Vec<Secret<32>> = book.contacts.iter().map(|_| Secret::random()).collect();
        let (mut parts, mut holders) = (Vec::new(), Vec::new());
        for ((contact, share), seed) in book.contacts.iter().zip(split.shares).zip(&seeds) {
            let part = Part {
                person: new.person.clone(),
                escrow: name,
                relay: url.clone(),
                needed: new.needed,
                of,
                share,
                locked: split.locked.clone(),
                seed: seed.clone(),
                proxy: named.as_ref().map(|it| it.proxy.name.clone()),
            };
            let code = part.seal_to(&contact.kem).ok_or(ContactsError::TooLong)?;
            parts.push((contact.name.clone(), code));
            holders.push(Holder {
                name: contact.name.clone(),
                notices: part.notices(),
            });
        }
        if new.person.trim().is_empty() || new.person.len() > MAX_NAME {
            return Err(ContactsError::TooLong);
        }
        let now = self.home.context().now();
        let owner = Secret::random();
        let keys: Vec<[u8; 32]> = seeds.iter().map(public).collect();
        let deposit = Deposit::new(
            public(&owner),
            (now / SECOND + LONGEST_TIME - DAY, new.wait),
            (new.needed, &keys),
            &split.held,
            Vec::new(),
        );
        let begun = self.audit_begin(match &named {
            None => AuditEvent::new(Action::ContactsNamed),
            Some(it) => AuditEvent {
                actor: Some(it.stand_in.author.0),
                actor_name: Some(it.proxy.name.clone()),
                sections: it.proxy.sections.clone(),
                ..AuditEvent::new(Action::IncapacityPrepared)
            },
        })?;
        // Known before it lies there: what breaks off is ended the next time.
        let escrow = Escrow {
            name,
            relay: url,
            owner,
            made: now,
            needed: new.needed,
            wait: new.wait,
            identity,
            holders,
            stand_in: named.map(|it| it.stand_in),
            ended: true,
        };
        book.escrows.push(escrow.clone());
        self.keep_book(&mut book)?;
        let left = relay.deposit_escrow(&name, &deposit);
        self.audit_close(begun, audit::outcome(&left), u64::from(of))?;
        left?;
        Ok(LeftParts { escrow, parts })
    }

    /// Takes those parts for good, in place of those that were given before for the same cause.
    pub(super) fn let_parts_stand(
        &mut self,
        left: LeftParts,
        unlock: &Unlock,
    ) -> Result<Vec<(String, PartCode)>, ContactsError> {
        let mut book = self.book()?;
        let mut escrow = left.escrow;
        book.end_all(escrow.cause());
        escrow.ended = false;
        book.escrows.retain(|it| it.name != escrow.name);
        book.escrows.push(escrow);
        self.keep_book(&mut book)?;
        // The new parts hold already; the old ones end when the relay is met again.
        self.meet_book(unlock)?;
        Ok(left.parts)
    }

    /// Only a device of the person's own that holds the identity key changes anything here.
    pub(super) fn is_persons(&self, unlock: &Unlock) -> Result<(), ContactsError> {
        if !self.record.is_patients() {
            return Err(ContactsError::NoIdentity);
        }
        drop(self.record.identity_key(unlock)?);
        Ok(())
    }

    /// Ends what the contacts were given of the words: after a recovery, or when the words were replaced. Says whether anything was.
    ///
    /// # Errors
    /// [`ContactsError`]. A relay that does not answer is told the next time.
    pub fn end_sharing(&mut self, unlock: &Unlock) -> Result<bool, ContactsError> {
        let mut book = self.book()?;
        if book.standing(Cause::Loss).is_none() {
            return Ok(false);
        }
        book.end_all(Cause::Loss);
        self.keep_book(&mut book)?;
        self.meet_book(unlock)?;
        Ok(true)
    }
}

fn public(seed: &Secret<32>) -> [u8; 32] {
    *SigningKey::from_seed(seed).public().as_bytes()
}
