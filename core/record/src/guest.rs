//! Redeemers of grants: what a patient's device does to let one in, and to end that.

use crate::access::{Access, AccessEnd};
use crate::feed::Feed;
use crate::id::{AuthorId, DeviceId, StatementId};
use crate::keyring::SectionKey;
use crate::record::{Record, Welcome};
use crate::section::Section;
use crate::statement::{Certificate, Fact, MAX_HEADS, Statement};
use crate::store::StoreError;
use crate::sync::{Reading, Scope};
use pocketchart_crypto::Secret;
use std::collections::BTreeSet;

/// A redeemer could not be let in, or its grant could not be ended. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GuestError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The certificate is not of this device, or not by this author, or about another record.
    #[error("the redeemer's certificate does not fit")]
    Certificate,
    /// Only the patient's devices let others in.
    #[error("this is not a device of the patient's")]
    NotPatients,
}

impl Record {
    /// Lets a redeemer's device in: says so in a statement, makes the keys that it writes with, and packs what it may know.
    /// Anything it writes is sealed under a key of its own; of sections that it may not read it learns nothing.
    ///
    /// # Errors
    /// [`GuestError`].
    pub fn welcome_guest(&mut self, access: Access, certificate: Statement) -> Result<Welcome, GuestError> {
        let (id, guest) = (certificate.id(), access.device);
        self.let_guest_in(access, certificate, None)?;
        self.pack_for_guest(id, guest).ok_or(GuestError::Certificate)
    }

    /// Lets a redeemer's device in that took a [`crate::Handout`] while no device of the patient's was on. `writing` is the
    /// secret of both from which it has made the keys that it writes with. Said again, it changes nothing.
    ///
    /// # Errors
    /// [`GuestError`].
    pub fn acknowledge_guest(
        &mut self,
        access: Access,
        certificate: Statement,
        writing: &Secret<32>,
    ) -> Result<(), GuestError> {
        self.let_guest_in(access, certificate, Some(writing))
    }

    fn let_guest_in(
        &mut self,
        access: Access,
        certificate: Statement,
        writing: Option<&Secret<32>>,
    ) -> Result<(), GuestError> {
        if !self.is_patients() {
            return Err(GuestError::NotPatients);
        }
        let device = match &certificate.fact {
            Fact::Certificate(it)
                if certificate.record == self.id()
                    && certificate.said_by(access.author)
                    && (it.author, it.device.sign) == (access.author, access.device) =>
            {
                it.device.kem.clone()
            }
            _ => return Err(GuestError::Certificate),
        };
        let (author, guest) = (access.author, access.device);
        let append = access.append.clone();
        let said = Statement::sign(self.id(), Fact::Access(access), &self.device.sign);
        self.write(|record, _| {
            record.learn(vec![certificate, said])?;
            for section in append {
                let key = match writing {
                    Some(secret) => SectionKey::of_guest(section, secret),
                    None if record.has_writing_key(section, author, guest) => continue,
                    None => SectionKey::new(section, record.context.secret()),
                };
                if record.keyring.get(key.id()).is_none() {
                    record.make_writing_key(key, author, &device)?;
                }
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }

    /// Whether the author's key of a section can be opened by this device of the author.
    fn has_writing_key(&self, section: Section, author: AuthorId, device: DeviceId) -> bool {
        let Some((_, certificate)) = self.statements.certificate_of(device) else {
            return false;
        };
        let reader = crate::statement::reader_of(&certificate.device.kem);
        let own = self.keyring.of_writer(section, author).map(|key| key.id());
        let mut keys = self.statements.keys();
        keys.any(|it| Some(it.key()) == own && it.packets.iter().any(|(whose, _)| *whose == reader))
    }

    pub(crate) fn pack_for_guest(&self, certificate: StatementId, guest: DeviceId) -> Option<Welcome> {
        let scope = Scope::with(self, guest, Reading::Now)?;
        let statements = scope.statements(self).into_iter();
        let shown: Vec<&Statement> = statements.map(|(_, it)| it).collect();
        let keys = shown.iter().filter_map(|it| match &it.fact {
            Fact::Key(record) => self.keyring.get(record.key()),
            _ => None,
        });
        let mut keys: Vec<_> = keys
            .map(|key| (key.section, key.secret().clone(), key.id()))
            .collect();
        keys.sort_by_key(|(_, _, id)| *id);
        keys.dedup_by_key(|(_, _, id)| *id);
        Some(Welcome {
            patient: self.patient(),
            certificate,
            statements: shown.into_iter().map(Statement::to_bytes).collect(),
            keys: keys
                .into_iter()
                .map(|(section, secret, _)| (section, secret))
                .collect(),
            identity: None,
        })
    }

    /// Ends what a grant let its redeemers do, as far as they are known here: no session brings them anything new, each section
    /// that they could read gets a new key with the next entry, and what they wrote past what is known here waits for the
    /// patient. What they have they keep.
    ///
    /// # Errors
    /// [`GuestError`].
    pub fn end_access(&mut self, grant: [u8; 16]) -> Result<(), GuestError> {
        if !self.is_patients() {
            return Err(GuestError::NotPatients);
        }
        let known = self.statements.accesses().map(|(_, it)| it);
        let open = known.filter(|it| it.grant == grant && !self.statements.has_ended(it));
        let ended = self.context.now();
        let ends: Vec<Statement> = open
            .map(|access| {
                let feeds = self.feeds.values().filter(|feed| feed.author == access.author);
                let heads = feeds.filter_map(Feed::known_head);
                let end = AccessEnd {
                    grant,
                    author: access.author,
                    ended,
                    heads: heads.take(MAX_HEADS).collect(),
                };
                Statement::sign(self.id(), Fact::AccessEnd(end), &self.device.sign)
            })
            .collect();
        Ok(self.write(|record, _| record.learn(ends))?)
    }

    /// The devices of redeemers, and of those who act for the patient, that may still have something to deliver, or to read.
    pub fn guests(&self) -> impl Iterator<Item = &Certificate> {
        let accesses = self.statements.accesses();
        let devices: BTreeSet<DeviceId> = accesses.map(|(_, it)| it.device).collect();
        let acting: BTreeSet<AuthorId> = self.statements.proxies().map(|(_, it)| it.author).collect();
        let certificates = self.statements.newest_certificates().map(|(_, it)| it);
        certificates.filter(move |it| devices.contains(&it.device.sign) || acting.contains(&it.author))
    }
}
