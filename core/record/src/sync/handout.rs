//! What somebody is given whom no device of the patient's has met: the log of the sections that they may read, the keys that
//! open it, and what is to be known of the patient. It lies sealed at a relay until somebody takes it.
//!
//! A redeemer of a grant says of itself what it may do; that counts in its own copy only, until a device of the patient's has heard
//! of it ([`Record::acknowledge_guest`]). Of somebody who is to act for the patient the identity key has said it beforehand.

use super::have::{Common, Have, Reading, Scope};
use super::message::Parcel;
use super::{SyncError, SyncEvent, SyncSession, SyncStep, lacking};
use crate::access::Access;
use crate::append::{AppendError, sealed};
use crate::authority::Statements;
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::Millis;
use crate::guest::GuestError;
use crate::id::{AuthorId, DeviceId};
use crate::keyring::SectionKey;
use crate::record::{Record, Welcome};
use crate::section::Section;
use crate::statement::{Fact, KeyRecord, Statement, record_of};
use crate::store::StoreError;
use pocketchart_crypto::Secret;
use std::collections::BTreeMap;

const VERSION: u64 = 1;
const MAX_STATEMENTS: usize = crate::authority::MAX_STATEMENTS;
const MAX_KEYS: usize = 10_000;
const MAX_PARCELS: usize = 100_000;

/// A part of a record for a redeemer who is not known yet. It holds section keys: it goes out sealed only.
pub struct Handout {
    patient: AuthorId,
    statements: Vec<Vec<u8>>,
    keys: Vec<(Section, Secret<32>)>,
    parcels: Vec<Parcel>,
}

impl std::fmt::Debug for Handout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handout")
    }
}

impl Handout {
    /// The bytes, wiped when dropped.
    pub fn to_bytes(&self) -> zeroize::Zeroizing<Vec<u8>> {
        zeroize::Zeroizing::new(to_bytes(self))
    }

    /// Reads them.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        from_bytes(bytes)
    }

    /// Whose record it is a part of.
    pub fn patient(&self) -> AuthorId {
        self.patient
    }

    /// Whether it says that this author acts for the patient now.
    pub fn lets_act(&self, author: AuthorId, now: Millis) -> bool {
        let mut known = Statements::about(record_of(self.patient), self.patient);
        let statements = self.statements.iter();
        known.admit(statements.filter_map(|it| Statement::parse(it).ok()).collect());
        known.proxy_reads(author, now).next().is_some()
    }

    /// What a device joins the record with that its author has certified for it. With the seed of its author's identity key the
    /// device certifies itself anew in time.
    pub fn welcome(&self, certificate: &Statement, identity: Option<&Secret<32>>) -> Welcome {
        let own = std::iter::once(certificate.to_bytes());
        Welcome {
            patient: self.patient,
            certificate: certificate.id(),
            statements: self.statements.iter().cloned().chain(own).collect(),
            keys: self.keys.clone(),
            identity: identity.cloned(),
        }
    }
}

impl Canonical for Handout {
    fn write(&self, to: &mut Writer) {
        to.array(5).uint(VERSION).value(&self.patient);
        to.array(self.statements.len());
        for statement in &self.statements {
            to.bytes(statement);
        }
        to.array(self.keys.len());
        for (section, secret) in &self.keys {
            to.array(2).value(section).bytes(secret.expose());
        }
        to.list(&self.parcels);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        if from.uint()? != VERSION {
            return Err(Malformed("handout version"));
        }
        let patient = from.value()?;
        let mut statements = Vec::new();
        for _ in 0..at_most(from.array()?, MAX_STATEMENTS)? {
            statements.push(from.bytes()?.to_vec());
        }
        let mut keys = Vec::new();
        for _ in 0..at_most(from.array()?, MAX_KEYS)? {
            from.array_of(2)?;
            let section = from.value()?;
            keys.push((
                section,
                Secret::from_slice(from.bytes()?).ok_or(Malformed("section key"))?,
            ));
        }
        Ok(Self {
            patient,
            statements,
            keys,
            parcels: from.list(MAX_PARCELS)?,
        })
    }
}

fn at_most(len: usize, most: usize) -> Result<usize, Malformed> {
    if len <= most {
        Ok(len)
    } else {
        Err(Malformed("too many"))
    }
}

/// # Those who are not known yet
impl Record {
    /// Packs all that there is in these sections, for whoever will take it, and gives each of them a new key: what is written
    /// from now on does not open with what lies in the handout. Without sections it says only who the patient is.
    ///
    /// # Errors
    /// [`GuestError`].
    pub fn hand_out(&mut self, sections: &[Section]) -> Result<Handout, GuestError> {
        if !self.is_patients() {
            return Err(GuestError::NotPatients);
        }
        self.refresh()?;
        let scope = Scope::unmet(self, sections);
        let handout = self.pack_scope(&scope)?;
        for section in sections {
            if self.keyring.heads(*section).is_empty() {
                continue;
            }
            self.rotate_key(*section).map_err(|error| match error {
                AppendError::Store(error) => GuestError::Store(error),
                _ => GuestError::NotPatients,
            })?;
        }
        Ok(handout)
    }

    /// Packs all that somebody may read who is to act for the patient ([`Record::name_proxy`]), for a device that nobody knows yet.
    /// Without sections, as when their time is over, it says only who the patient is.
    ///
    /// # Errors
    /// [`GuestError`].
    pub fn pack_for_proxy(&mut self, author: AuthorId) -> Result<Handout, GuestError> {
        if !self.is_patients() {
            return Err(GuestError::NotPatients);
        }
        self.refresh()?;
        let scope = Scope::of_proxy(self, author);
        Ok(self.pack_scope(&scope)?)
    }

    /// Tells two states of the record apart, as far as that person may know it.
    pub fn digest_for_proxy(&self, author: AuthorId) -> [u8; 32] {
        Have::of(self, &Scope::of_proxy(self, author)).digest().0
    }

    fn pack_scope(&mut self, scope: &Scope) -> Result<Handout, StoreError> {
        let shipments = lacking(self, scope, &Have::default(), true)?;
        let (mut statements, mut parcels) = (Vec::new(), Vec::new());
        for mut shipment in shipments {
            while let Some(parcel) = shipment.next(self)? {
                match parcel {
                    Parcel::Statement(bytes) => statements.push(bytes),
                    other => parcels.push(other),
                }
            }
        }
        let shown = scope.statements(self).into_iter();
        let keys: BTreeMap<_, _> = shown
            .filter_map(|(_, it)| match &it.fact {
                Fact::Key(known) => self.keyring.get(known.key()),
                _ => None,
            })
            .map(|key| (key.id(), (key.section, key.secret().clone())))
            .collect();
        Ok(Handout {
            patient: self.patient(),
            statements,
            keys: keys.into_values().collect(),
            parcels,
        })
    }

    /// Takes in what was handed out, in a record that was joined with [`Handout::welcome`], and notes what this device says of
    /// itself: what it may do, and the keys that it writes with, made of the secret that it shares with the device that handed
    /// out. Taken in again, it changes nothing.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn take_handout(
        &mut self,
        handout: Handout,
        access: Access,
        issuer: DeviceId,
        writing: &Secret<32>,
    ) -> Result<Vec<SyncEvent>, SyncError> {
        self.refresh()?;
        let me = self.author();
        let mut claims = Vec::new();
        for section in &access.append {
            let key = SectionKey::of_guest(*section, writing);
            if self.keyring.get(key.id()).is_none() {
                let claim = KeyRecord {
                    section: *section,
                    commitment: *key.commitment(),
                    parents: Vec::new(),
                    created: access.made,
                    packets: sealed(&key, std::slice::from_ref(self.device.kem.public())),
                    writer: Some(me),
                };
                claims.push(Fact::Key(claim));
            }
        }
        claims.push(Fact::Access(access));
        let sign = &self.device.sign;
        let claims = claims
            .into_iter()
            .map(|fact| Statement::sign(self.id(), fact, sign));
        let claims: Vec<Statement> = claims.collect();
        self.write(|record, _| record.learn(claims))?;
        self.take_parcels(handout.parcels, issuer)
    }

    /// Takes in what a device of the patient's packed for this device's author ([`Record::pack_for_proxy`]), in a record that was
    /// joined with [`Handout::welcome`], of this handout or of another device's. Taken in again, it changes nothing.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn take_in(&mut self, handout: Handout, issuer: DeviceId) -> Result<Vec<SyncEvent>, SyncError> {
        self.refresh()?;
        let statements = handout.statements.iter().map(|it| Statement::parse(it));
        let statements: Vec<Statement> = statements.collect::<Result<_, _>>()?;
        let keys = handout.keys.into_iter();
        let keys: Vec<_> = keys
            .map(|(section, secret)| SectionKey::new(section, secret))
            .collect();
        self.write(|record, _| {
            for key in keys {
                record.hold(key)?;
            }
            record.learn(statements)
        })?;
        self.take_parcels(handout.parcels, issuer)
    }

    fn take_parcels(&mut self, parcels: Vec<Parcel>, issuer: DeviceId) -> Result<Vec<SyncEvent>, SyncError> {
        let mut step = SyncStep::default();
        SyncSession::with(self, issuer, Reading::Now)?.take(self, parcels, &mut step)?;
        self.all_came_from_the_patient()?;
        Ok(step.events)
    }

    /// The patient's devices need not be sent what was handed out.
    fn all_came_from_the_patient(&mut self) -> Result<(), SyncError> {
        let certificates = self.statements.newest_certificates().map(|(_, it)| it);
        let theirs = certificates.filter(|it| it.author == self.patient());
        let devices: Vec<DeviceId> = theirs.map(|it| it.device.sign).collect();
        for device in devices {
            let Some(scope) = Scope::with(self, device, Reading::Later) else {
                continue;
            };
            if Common::with(self, device)?.is_none() {
                let mut have = Have::of(self, &scope);
                let own = self.feeds.values().filter(|it| it.author == self.author());
                for feed in own {
                    have.feeds.remove(&feed.tag);
                }
                Common { have }.remember(self, device)?;
            }
        }
        Ok(())
    }
}
