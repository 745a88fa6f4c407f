//! The person's side of incapacity: while they are well they say who is to act for them, where, and that so many contacts decide
//! when.

use super::ContactsError;
use super::book::StandIn;
use super::sharing::{Named, NewSharing, SharingView};
use crate::chart::Chart;
use crate::proxies::{NewProxy, ProxyError, ProxyView};
use pocketchart_record::{AuthorId, MembersError, StoreError, Unlock};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::contacts::{Cause, MAX_NAME, PartCode, StandInKeys};
use pocketchart_share::relay::RelayError;

/// What a person prepared for the day when they cannot act for themselves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IncapacityView {
    /// Who is to act for them, and where; none if another device of theirs said so and this one has not heard it yet.
    pub proxy: Option<ProxyView>,
    /// What the contacts were given.
    pub sharing: SharingView,
    /// Whether this device has left at the relay what it holds now.
    pub is_left: bool,
}

/// What was made for the contacts.
#[derive(Debug)]
pub struct Prepared {
    /// Each contact's part, sealed to them.
    pub parts: Vec<(String, PartCode)>,
    /// Why the relay did not take the sections for whoever is to act; they go there the next time it is asked.
    pub unleft: Option<RelayError>,
}

/// Incapacity was not prepared, or what was prepared not ended. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IncapacityError {
    /// The contacts or the relay.
    #[error(transparent)]
    Contacts(#[from] ContactsError),
    /// Nobody can act so.
    #[error(transparent)]
    Proxy(#[from] ProxyError),
    /// Nothing was prepared.
    #[error("nothing was prepared")]
    None,
}

impl IncapacityError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            IncapacityError::Contacts(error) => error.id(),
            IncapacityError::Proxy(error) => error.id(),
            IncapacityError::None => "incapacity-none",
        }
    }
}

impl From<StoreError> for IncapacityError {
    fn from(error: StoreError) -> Self {
        Self::Contacts(error.into())
    }
}

impl Chart {
    /// Says who is to act for the person if they cannot, and gives each contact a part of the secret that it takes: a new one, which
    /// opens that person's role and those sections' keys, and neither the words nor anything else. It takes the place of what was
    /// prepared before. The log says so before anything leaves.
    ///
    /// # Errors
    /// [`IncapacityError`]; what was prepared before still holds.
    pub fn prepare_incapacity(
        &mut self,
        new: &NewProxy,
        sharing: &NewSharing,
        unlock: &Unlock,
    ) -> Result<Prepared, IncapacityError> {
        self.is_persons(unlock)?;
        new.check()?;
        if new.name.len() > MAX_NAME {
            return Err(ProxyError::Name.into());
        }
        let before = self.named_before()?;
        let secret = self.home.context().secret();
        let keys = StandInKeys::from_secret(&secret);
        let stand_in = StandIn {
            author: keys.author(),
            kem: keys.kem.public().clone(),
            vaults: keys.vaults().clone(),
        };
        let named = Named { proxy: new, stand_in };
        let left = self.leave_parts(sharing, &secret, Some(named), unlock)?;
        let proxy = self.proxy(new, keys.author());
        self.record
            .name_proxy(proxy, unlock)
            .map_err(ContactsError::from)?;
        let parts = self.let_parts_stand(left, unlock)?;
        self.end_named(&before, unlock)?;
        let unleft = match self.leave_for_stand_in() {
            Err(ContactsError::Relay(error)) => Some(error),
            left => left.map(|()| None)?,
        };
        Ok(Prepared { parts, unleft })
    }

    /// What the person prepared, by what this device knows.
    ///
    /// # Errors
    /// What the store says.
    pub fn incapacity(&self) -> Result<Option<IncapacityView>, ContactsError> {
        let book = self.book()?;
        let Some((escrow, stand_in)) = book.prepared() else {
            return Ok(None);
        };
        let mut people = self.proxies().into_iter();
        Ok(Some(IncapacityView {
            proxy: people.find(|it| it.author == stand_in.author),
            sharing: SharingView::of(escrow),
            is_left: self.is_left(escrow, stand_in)?,
        }))
    }

    /// Ends it: what the contacts were given opens nothing any more, what lay at the relay is taken away, and whoever came in by it
    /// acts for the person no more. The log says so.
    ///
    /// # Errors
    /// [`IncapacityError`]. A relay that does not answer is told the next time: it is what is returned.
    pub fn end_incapacity(&mut self, unlock: &Unlock) -> Result<Option<RelayError>, IncapacityError> {
        self.is_persons(unlock)?;
        self.meet_book(unlock)?;
        let author = self.book()?.prepared().map(|(_, it)| it.author);
        let author = author.ok_or(IncapacityError::None)?;
        self.audit_note(AuditEvent::new(Action::IncapacityEnded))?;
        match self.end_proxy(author, unlock) {
            Ok(()) => {}
            // Another device of the person ended that, and knew nothing of what was prepared.
            Err(ProxyError::Unknown) => self.end_prepared(author)?,
            Err(error) => return Err(error.into()),
        }
        Ok(self.meet_book(unlock)?)
    }

    /// Nothing stands any more that was given for somebody. Their relay is told the next time.
    pub(crate) fn end_prepared(&mut self, author: AuthorId) -> Result<(), StoreError> {
        let mut book = self.book()?;
        if book.prepared().is_none_or(|(_, it)| it.author != author) {
            return Ok(());
        }
        book.end_all(Cause::Incapacity);
        self.keep_book(&mut book)
    }

    /// Who was named and is to be named no more, once something else stands.
    fn named_before(&self) -> Result<Vec<AuthorId>, ContactsError> {
        let book = self.book()?;
        let named = book.escrows.iter().filter_map(|it| it.stand_in.as_ref());
        Ok(named.map(|it| it.author).collect())
    }

    /// Ends the roles of those who were named and have not come: nobody can come as them any more. Who has come acts on.
    pub(super) fn end_named(&mut self, named: &[AuthorId], unlock: &Unlock) -> Result<(), ContactsError> {
        for author in named {
            if self.has_device(*author) {
                continue;
            }
            match self.record.end_proxy(*author, unlock) {
                Ok(()) | Err(MembersError::NotOthers) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whether this device knows that the person named them.
    pub(super) fn is_named(&self, author: AuthorId) -> bool {
        let mut said = self.record.statements().proxies();
        said.any(|(_, it)| it.author == author)
    }

    /// What the person calls whoever was named.
    pub(super) fn name_of(&self, author: AuthorId) -> String {
        let proxies = self.record.statements().proxies();
        let mut names = proxies.filter(|(_, it)| it.author == author);
        names.next().map(|(_, it)| it.name.clone()).unwrap_or_default()
    }
}
