//! The record: one person's log, keys and views on this device.

use crate::accept::Stirred;
use crate::authority::{Authority, Statements};
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::{Context, Millis};
use crate::device::{DeviceKeys, DevicePublic};
use crate::feed::{Document, Feed};
use crate::id::{AuthorId, DeviceId, DocumentId, FeedTag, Incarnation, RecordId, StatementId};
use crate::keyring::{Keyring, SectionKey};
use crate::quarantine::Quarantine;
use crate::row::BodyReader;
use crate::section::Section;
use crate::statement::{Certificate, Fact, MAX_HEADS, MAX_NAME, Recovery, Revocation, Statement, record_of};
use crate::store::{Header, KdfLevel, Place, Rollback, Space, Store, StoreError, Unlock};
use crate::view::ViewWriter;
use crate::words::RecoveryWords;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use std::collections::BTreeMap;
use std::sync::Arc;

const VISITOR: Label = Label::new("visitor");

/// How long a device's certificate lasts, in milliseconds: 180 days.
pub const CERTIFICATE_LIFE: Millis = 180 * 24 * 3600 * 1000;

/// Where a record lies and what it works with.
#[derive(Clone)]
pub struct Setup {
    /// The folder and the freshness record.
    pub place: Place,
    /// Time and chance.
    pub context: Context,
    /// Derives rows from bodies.
    pub bodies: Arc<dyn BodyReader>,
    /// Decides who may write.
    pub authority: Arc<dyn Authority>,
}

/// A record, open on this device. One at a time: the store is locked while it lives.
pub struct Record {
    pub(crate) store: Store,
    pub(crate) context: Context,
    pub(crate) bodies: Arc<dyn BodyReader>,
    pub(crate) authority: Arc<dyn Authority>,
    pub(crate) who: Who,
    pub(crate) device: DeviceKeys,
    pub(crate) statements: Statements,
    pub(crate) keyring: Keyring,
    pub(crate) feeds: BTreeMap<FeedTag, Feed>,
    pub(crate) documents: BTreeMap<DocumentId, Document>,
    pub(crate) stirred: Stirred,
    pub(crate) quarantine: Quarantine,
    /// After a failure what is kept in memory could not be read again from the store.
    stale: bool,
}

/// Who this replica is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Who {
    pub(crate) record: RecordId,
    pub(crate) patient: AuthorId,
    pub(crate) me: AuthorId,
    pub(crate) incarnation: Incarnation,
    pub(crate) certificate: StatementId,
}

struct Stored {
    who: Who,
    seed: Secret<32>,
}

impl Canonical for Stored {
    fn write(&self, to: &mut Writer) {
        let who = &self.who;
        to.array(6)
            .value(&who.record)
            .value(&who.patient)
            .value(&who.me)
            .value(&who.incarnation)
            .value(&who.certificate)
            .bytes(self.seed.expose());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        let who = Who {
            record: from.value()?,
            patient: from.value()?,
            me: from.value()?,
            incarnation: from.value()?,
            certificate: from.value()?,
        };
        Ok(Self {
            who,
            seed: Secret::from_slice(from.bytes()?).ok_or(Malformed("device seed"))?,
        })
    }
}

/// A device that is about to join a record: its keys, before any certificate.
pub struct Applicant {
    keys: DeviceKeys,
}

impl Applicant {
    /// A new device.
    pub fn new(context: &Context) -> Self {
        Self {
            keys: DeviceKeys::from_seed(context.secret()),
        }
    }

    /// The device with which another record's owner redeems a grant: made from this record's device, and always the same for
    /// one code, so that a call that broke off can be made again.
    pub fn visitor(owner: &Record, locator: &[u8; 16]) -> Self {
        let root = owner.device.with_seed(|seed| extract(VISITOR, seed));
        Self {
            keys: DeviceKeys::from_seed(expand(&root, VISITOR, locator)),
        }
    }

    /// What it shows to the device that will certify it.
    pub fn public(&self) -> DevicePublic {
        self.keys.public()
    }

    /// Its static key for the pairing session.
    pub fn keys(&self) -> &DeviceKeys {
        &self.keys
    }
}

/// Everything a device needs to become part of a record: sent once, inside a pairing session.
pub struct Welcome {
    pub(crate) patient: AuthorId,
    pub(crate) certificate: StatementId,
    pub(crate) statements: Vec<Vec<u8>>,
    pub(crate) keys: Vec<(Section, Secret<32>)>,
    pub(crate) identity: Option<Secret<32>>,
}

impl Canonical for Welcome {
    fn write(&self, to: &mut Writer) {
        to.array(5)
            .value(&self.patient)
            .value(&self.certificate)
            .list(&self.statements)
            .array(self.keys.len());
        for (section, secret) in &self.keys {
            to.array(2).value(section).bytes(secret.expose());
        }
        to.bytes(self.identity.as_ref().map_or(&[][..], |seed| seed.expose()));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        let (patient, certificate, statements) = (from.value()?, from.value()?, from.list(4096)?);
        let mut keys = Vec::new();
        for _ in 0..from.array()? {
            from.array_of(2)?;
            keys.push((
                from.value()?,
                Secret::from_slice(from.bytes()?).ok_or(Malformed("section key"))?,
            ));
        }
        let identity = match from.bytes()? {
            [] => None,
            seed => Some(Secret::from_slice(seed).ok_or(Malformed("identity seed"))?),
        };
        Ok(Self {
            patient,
            certificate,
            statements,
            keys,
            identity,
        })
    }
}

impl Welcome {
    /// The bytes, wiped when dropped.
    pub fn to_bytes(&self) -> zeroize::Zeroizing<Vec<u8>> {
        zeroize::Zeroizing::new(to_bytes(self))
    }

    /// Reads them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        from_bytes(bytes)
    }

    /// The record it opens.
    pub fn record(&self) -> RecordId {
        record_of(self.patient)
    }
}

/// A record could not be created, opened or joined. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The welcome is not for this device, or is damaged.
    #[error("the welcome is damaged or not for this device")]
    Welcome,
}

/// A change of who belongs to the record failed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MembersError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// This device does not hold the identity key.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// The words are not those of now.
    #[error("these are not the newest words of this record")]
    OtherWords,
    /// It was reported lost, or is none of this person's.
    #[error("only a device of the same person that is not lost can be renewed")]
    NotOwn,
    /// It is this device, or none of this person's.
    #[error("only another device of the same person can be taken out")]
    NotOthers,
}

impl Record {
    /// Creates a record for a new person, or (with words that exist) the empty start of a restored one.
    pub fn create(
        setup: Setup,
        words: &RecoveryWords,
        unlock: &Unlock,
        level: KdfLevel,
        device_name: &str,
    ) -> Result<Self, OpenError> {
        let patient = AuthorId(*words.derive_identity().public().as_bytes());
        Self::begin(setup, words, unlock, level, device_name, patient, Vec::new())
    }

    /// The empty start of a record whose first identity key is this; `known` leads from there to that of the words.
    pub(crate) fn begin(
        setup: Setup,
        words: &RecoveryWords,
        unlock: &Unlock,
        level: KdfLevel,
        device_name: &str,
        patient: AuthorId,
        known: Vec<Statement>,
    ) -> Result<Self, OpenError> {
        let context = setup.context.clone();
        let seed = words.derive_identity_seed();
        let identity = SigningKey::from_seed(&seed);
        let record = record_of(patient);
        let device = DeviceKeys::from_seed(context.secret());
        let now = context.now();
        let certificate = certify_for(record, patient, &identity, device.public(), device_name, now);
        let recovery = Fact::Recovery(Recovery {
            kem: words.derive_recovery().public().clone(),
        });
        let mut statements = known;
        statements.extend([certificate.clone(), Statement::sign(record, recovery, &identity)]);
        let who = Who {
            record,
            patient,
            me: patient,
            incarnation: Incarnation(context.random()),
            certificate: certificate.id(),
        };
        Self::found(
            setup,
            unlock,
            level,
            Some(&seed),
            who,
            device,
            statements,
            Vec::new(),
        )
    }

    /// Makes this device part of an existing record.
    pub fn join(
        setup: Setup,
        applicant: Applicant,
        welcome: Welcome,
        unlock: &Unlock,
        level: KdfLevel,
    ) -> Result<Self, OpenError> {
        let record = welcome.record();
        let mut statements = Vec::new();
        for bytes in &welcome.statements {
            statements.push(Statement::parse(bytes).map_err(|_| OpenError::Welcome)?);
        }
        let mut known = Statements::about(record, welcome.patient);
        known.admit(statements.clone());
        let own = known.certificate_of(applicant.keys.id());
        let me = own
            .filter(|(id, _)| *id == welcome.certificate)
            .map(|(_, it)| it.author)
            .ok_or(OpenError::Welcome)?;
        let speaks = if me == welcome.patient {
            known.identity()
        } else {
            Some(me)
        };
        let is_other = |seed: &Secret<32>| {
            let key = AuthorId(*SigningKey::from_seed(seed).public().as_bytes());
            Some(key) != speaks
        };
        if known.revoked(applicant.keys.id()).is_some() || welcome.identity.as_ref().is_some_and(is_other) {
            return Err(OpenError::Welcome);
        }
        let who = Who {
            record,
            patient: welcome.patient,
            me,
            incarnation: Incarnation(setup.context.random()),
            certificate: welcome.certificate,
        };
        let keys = welcome
            .keys
            .iter()
            .map(|(section, secret)| SectionKey::new(*section, secret.clone()))
            .collect();
        Self::found(
            setup,
            unlock,
            level,
            welcome.identity.as_ref(),
            who,
            applicant.keys,
            statements,
            keys,
        )
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of a new record, each used once"
    )]
    fn found(
        setup: Setup,
        unlock: &Unlock,
        level: KdfLevel,
        identity: Option<&Secret<32>>,
        who: Who,
        device: DeviceKeys,
        statements: Vec<Statement>,
        keys: Vec<SectionKey>,
    ) -> Result<Self, OpenError> {
        let (header, opened) = Header::make(unlock, level, identity, &setup.context)?;
        let store = Store::create(&setup.place, &header, &opened, &setup.context)?;
        let mut record = Self {
            store,
            context: setup.context,
            bodies: setup.bodies,
            authority: setup.authority,
            who,
            statements: Statements::about(who.record, who.patient).kept_by(device.id()),
            device,
            keyring: Keyring::default(),
            feeds: BTreeMap::new(),
            documents: BTreeMap::new(),
            stirred: Stirred::default(),
            quarantine: Quarantine::default(),
            stale: false,
        };
        record.write(|record, _| {
            record.put_who()?;
            for key in keys {
                record.hold(key)?;
            }
            record.learn(statements)
        })?;
        Ok(record)
    }

    /// Opens the record of this folder.
    pub fn open(setup: Setup, unlock: &Unlock, rollback: Rollback) -> Result<Self, OpenError> {
        let store = Store::open(&setup.place, unlock, &setup.context, rollback)?;
        let Stored { who, seed } = stored(&store)?;
        let mut record = Self {
            store,
            context: setup.context,
            bodies: setup.bodies,
            authority: setup.authority,
            who,
            statements: Statements::about(who.record, who.patient),
            device: DeviceKeys::from_seed(seed),
            keyring: Keyring::default(),
            feeds: BTreeMap::new(),
            documents: BTreeMap::new(),
            stirred: Stirred::default(),
            quarantine: Quarantine::default(),
            stale: false,
        };
        record.reload()?;
        if rollback == Rollback::Accept {
            record.begin_incarnation()?;
        }
        Ok(record)
    }

    /// Starts new feeds, as after a restore: numbers that may have been used and lost are never used again.
    pub fn begin_incarnation(&mut self) -> Result<(), StoreError> {
        self.write(|record, _| record.renew_incarnation())
    }

    pub(crate) fn renew_incarnation(&mut self) -> Result<(), StoreError> {
        self.who.incarnation = Incarnation(self.context.random());
        self.put_who()
    }

    fn put_who(&mut self) -> Result<(), StoreError> {
        let who = self.who;
        let seed = self
            .device
            .with_seed(Secret::from_slice)
            .ok_or(StoreError::Altered("device seed"))?;
        let bytes = zeroize::Zeroizing::new(to_bytes(&Stored { who, seed }));
        self.store.put(Space::Identity, &[], &bytes).map(drop)
    }

    /// Reads from the store what is kept in memory.
    fn reload(&mut self) -> Result<(), StoreError> {
        self.who = stored(&self.store)?.who;
        let mut statements = Vec::new();
        self.store.scan(Space::Statement, |_, bytes| {
            statements.push(Statement::parse(&bytes)?);
            Ok(())
        })?;
        self.statements = Statements::about(self.who.record, self.who.patient).kept_by(self.device.id());
        self.statements.line = self.line()?;
        for statement in statements {
            self.statements.insert(statement);
        }
        let mut keyring = Keyring::default();
        for record in self.statements.keys() {
            keyring.learn(record);
        }
        self.store.scan(Space::Key, |_, bytes| {
            let bytes = zeroize::Zeroizing::new(bytes);
            let (section, secret) = bytes.split_first().ok_or(StoreError::Altered("section key"))?;
            let section = Section::from_code(*section).ok_or(StoreError::Altered("section key"))?;
            let secret = Secret::from_slice(secret).ok_or(StoreError::Altered("section key"))?;
            keyring.hold(SectionKey::new(section, secret));
            Ok(())
        })?;
        self.keyring = keyring;
        let mut feeds = BTreeMap::new();
        self.store.scan(Space::Feed, |_, bytes| {
            let feed: Feed = from_bytes(&bytes)?;
            feeds.insert(feed.tag, feed);
            Ok(())
        })?;
        self.feeds = feeds;
        let mut documents = BTreeMap::new();
        self.store.scan(Space::Document, |_, bytes| {
            let document: Document = from_bytes(&bytes)?;
            documents.insert(document.id, document);
            Ok(())
        })?;
        self.documents = documents;
        self.quarantine = Quarantine::of(self)?;
        self.stirred.keys = true;
        Ok(())
    }

    /// Runs one transaction: everything in it becomes durable together, or nothing of it happened.
    pub(crate) fn write<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(&mut Self, &mut ViewWriter) -> Result<T, E>,
    ) -> Result<T, E> {
        self.refresh()?;
        self.store.begin()?;
        let mut view = ViewWriter::default();
        let result = act(self, &mut view).and_then(|value| {
            let quarantine = Quarantine::of(self)?;
            if quarantine != self.quarantine {
                self.quarantine = quarantine;
                view = ViewWriter::default();
                self.restage(&mut view)?;
            }
            view.finish(&mut self.store, self.who.patient, &self.quarantine)?;
            self.store.commit()?;
            Ok(value)
        });
        if result.is_err() {
            self.store.rollback();
            self.stale = self.reload().is_err();
        }
        result
    }

    /// Makes sure that what is kept in memory is what the store has.
    pub(crate) fn refresh(&mut self) -> Result<(), StoreError> {
        if self.stale {
            self.reload()?;
            self.stale = false;
        }
        Ok(())
    }

    pub(crate) fn put_feed(&mut self, feed: Feed) -> Result<(), StoreError> {
        self.store
            .put(Space::Feed, feed.tag.as_bytes(), &to_bytes(&feed))?;
        self.feeds.insert(feed.tag, feed);
        Ok(())
    }

    pub(crate) fn put_document(&mut self, document: Document) -> Result<(), StoreError> {
        self.store
            .put(Space::Document, document.id.as_bytes(), &to_bytes(&document))?;
        self.stirred.documents.insert(document.id);
        self.documents.insert(document.id, document);
        Ok(())
    }

    /// Keeps a section key.
    pub(crate) fn hold(&mut self, key: SectionKey) -> Result<(), StoreError> {
        let bytes = zeroize::Zeroizing::new([&[key.section.code()][..], key.secret().expose()].concat());
        self.store.put(Space::Key, key.id().as_bytes(), &bytes)?;
        self.keyring.hold(key);
        self.stirred.keys = true;
        Ok(())
    }

    /// Takes in statements whose signers may say them; others are passed over. Keys among them that are sealed to this
    /// device are opened and kept.
    pub(crate) fn learn(&mut self, statements: Vec<Statement>) -> Result<(), StoreError> {
        let line = self.statements.line.clone();
        for id in self.statements.admit(statements) {
            let Some(statement) = self.statements.get(&id) else {
                continue;
            };
            let bytes = statement.to_bytes();
            if let Fact::Key(record) = &statement.fact {
                self.keyring.learn(record);
                if self.keyring.get(record.key()).is_none()
                    && let Some(key) = SectionKey::from_record(record, &self.device.kem)
                {
                    self.hold(key)?;
                }
            }
            self.store.put(Space::Statement, id.as_bytes(), &bytes)?;
            self.stirred.keys = true;
        }
        if self.statements.line == line {
            Ok(())
        } else {
            self.put_line()
        }
    }

    /// The record's id.
    pub fn id(&self) -> RecordId {
        self.who.record
    }

    /// The patient.
    pub fn patient(&self) -> AuthorId {
        self.who.patient
    }

    /// The author that this device writes for.
    pub fn author(&self) -> AuthorId {
        self.who.me
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.device.id()
    }

    /// This device's secret keys, for its sessions.
    pub fn device_keys(&self) -> &DeviceKeys {
        &self.device
    }

    /// What is known about who may write and read.
    pub fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Whether this device belongs to the patient.
    pub fn is_patients(&self) -> bool {
        self.who.me == self.who.patient
    }

    /// How many commits the store has seen.
    pub fn commits(&self) -> u64 {
        self.store.commit_number()
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &std::path::Path {
        &self.store.place().folder
    }

    /// The feeds, for those who look at the log itself.
    pub fn feeds(&self) -> impl Iterator<Item = &Feed> {
        self.feeds.values()
    }

    /// The identity key of whoever this device writes for, unlocked: to be dropped as soon as it has signed.
    ///
    /// # Errors
    /// [`MembersError::NoIdentity`] if this device does not hold it; else what the store says.
    pub fn identity_key(&self, unlock: &Unlock) -> Result<SigningKey, MembersError> {
        Ok(SigningKey::from_seed(&self.identity(unlock)?))
    }

    /// The secret of the vault at a relay that the words open, too ([`crate::RecoveryWords::derive_vault`]).
    ///
    /// # Errors
    /// As [`Record::identity_key`].
    pub fn vault_secret(&self, unlock: &Unlock) -> Result<Secret<32>, MembersError> {
        Ok(crate::words::vault_of(&self.identity(unlock)?))
    }

    /// The identity key that speaks for this device's author now.
    pub(crate) fn identity(&self, unlock: &Unlock) -> Result<Secret<32>, MembersError> {
        let seed = self.store.header()?.identity(unlock)?;
        let key = if self.is_patients() {
            self.statements.identity()
        } else {
            Some(self.who.me)
        };
        let is_it = |seed: &Secret<32>| {
            key.is_some_and(|key| SigningKey::from_seed(seed).public().as_bytes() == &key.0)
        };
        seed.filter(is_it).ok_or(MembersError::NoIdentity)
    }

    /// Certifies another device of the same person, and packs everything it needs. The identity key is unlocked for
    /// this and dropped again.
    pub fn welcome_device(
        &mut self,
        device: DevicePublic,
        name: &str,
        unlock: &Unlock,
    ) -> Result<Welcome, MembersError> {
        let seed = self.identity(unlock)?;
        let identity = SigningKey::from_seed(&seed);
        let certificate = certify_for(
            self.who.record,
            self.who.me,
            &identity,
            device,
            name,
            self.context.now(),
        );
        self.write(|record, _| record.learn(vec![certificate.clone()]))?;
        let sections: Vec<Section> = Section::ALL.to_vec();
        Ok(self.pack(certificate.id(), &sections, Some(seed)))
    }

    /// Says that another device of the same person is lost. It is a reader of no new key, no session is held with it, and
    /// what it wrote past what is known here is only proposed; each section gets a new key with the next entry. The
    /// identity key is unlocked for this and dropped again. What the device could read until now, it can read for ever.
    ///
    /// # Errors
    /// [`MembersError::NotOthers`] for this device itself and for devices that are not the patient's; else what the
    /// store says.
    pub fn revoke_device(&mut self, device: DeviceId, unlock: &Unlock) -> Result<(), MembersError> {
        let is_patients = |(_, it): (StatementId, &Certificate)| it.author == self.who.patient;
        if device == self.device() || !self.statements.certificate_of(device).is_some_and(is_patients) {
            return Err(MembersError::NotOthers);
        }
        let identity = SigningKey::from_seed(&self.identity(unlock)?);
        let of = self.feeds.values().filter(|feed| feed.device == device);
        let heads = of.filter_map(Feed::known_head);
        let fact = Fact::Revocation(Revocation {
            device,
            revoked: self.context.now(),
            heads: heads.take(MAX_HEADS).collect(),
        });
        let statement = Statement::sign(self.who.record, fact, &identity);
        Ok(self.write(|record, _| record.learn(vec![statement]))?)
    }

    /// Permits another author to add to some sections.
    pub fn permit(
        &mut self,
        permission: crate::statement::Permission,
        unlock: &Unlock,
    ) -> Result<(), MembersError> {
        let identity = SigningKey::from_seed(&self.identity(unlock)?);
        let statement = Statement::sign(self.who.record, Fact::Permission(permission), &identity);
        Ok(self.write(|record, _| record.learn(vec![statement]))?)
    }

    /// Packs what a device of another author needs, given that author's own certificate of it.
    pub fn welcome_author(
        &mut self,
        certificate: Statement,
        sections: &[Section],
    ) -> Result<Welcome, MembersError> {
        let id = certificate.id();
        self.write(|record, _| record.learn(vec![certificate]))?;
        Ok(self.pack(id, sections, None))
    }

    fn pack(&self, certificate: StatementId, sections: &[Section], identity: Option<Secret<32>>) -> Welcome {
        let statements = self
            .statements
            .in_order()
            .filter(|it| !matches!(&it.fact, Fact::Key(key) if !sections.contains(&key.section)))
            .map(Statement::to_bytes)
            .collect();
        let keys = self
            .keyring
            .held()
            .filter(|key| sections.contains(&key.section))
            .map(|key| (key.section, key.secret().clone()))
            .collect();
        Welcome {
            patient: self.who.patient,
            certificate,
            statements,
            keys,
            identity,
        }
    }

    /// This device's newest certificate, to show to devices that do not know it yet, as after a restore.
    pub fn certificate(&self) -> Option<Vec<u8>> {
        let (id, _) = self.statements.certificate_of(self.device())?;
        self.statements.get(&id).map(Statement::to_bytes)
    }

    /// Takes in a certificate that another device shows. It counts only if its author's identity key signed it.
    /// Returns whether that device now belongs to this record.
    pub fn meet(&mut self, certificate: &[u8]) -> Result<bool, StoreError> {
        let Ok(statement) = Statement::parse(certificate) else {
            return Ok(false);
        };
        let id = statement.id();
        if !matches!(statement.fact, Fact::Certificate(_)) {
            return Ok(false);
        }
        self.write(|record, _| record.learn(vec![statement]))?;
        Ok(self.statements.contains(&id))
    }

    /// Changes what opens the store. The keys inside stay the same.
    pub fn change_unlock(&mut self, old: &Unlock, new: &Unlock, level: KdfLevel) -> Result<(), StoreError> {
        let header = self.store.header()?.rewrap(old, new, level, &self.context)?;
        self.store.set_header(&header)
    }

    /// Checks a passphrase or key against the open record.
    pub fn check_unlock(&self, unlock: &Unlock) -> Result<(), StoreError> {
        self.store.header()?.open(unlock).map(drop)
    }

    /// Destroys the record on this device: its keys first, then its files. There is no way back.
    pub fn erase(self) -> Result<(), StoreError> {
        self.store.erase()
    }
}

fn stored(store: &Store) -> Result<Stored, StoreError> {
    let bytes = store.get(Space::Identity, &[])?;
    let bytes = zeroize::Zeroizing::new(bytes.ok_or(StoreError::Altered("identity"))?);
    Ok(from_bytes(&bytes)?)
}

/// A certificate for a device, by its author's identity key.
pub fn certify(
    record: RecordId,
    identity: &SigningKey,
    device: DevicePublic,
    name: &str,
    now: Millis,
) -> Statement {
    let author = AuthorId(*identity.public().as_bytes());
    certify_for(record, author, identity, device, name, now)
}

/// As [`certify`], for an author who keeps the name of a first identity key and speaks by a later one.
pub(crate) fn certify_for(
    record: RecordId,
    author: AuthorId,
    identity: &SigningKey,
    device: DevicePublic,
    name: &str,
    now: Millis,
) -> Statement {
    let certificate = Certificate {
        author,
        device,
        name: short_name(name),
        created: now,
        not_after: now.saturating_add(CERTIFICATE_LIFE),
    };
    Statement::sign(record, Fact::Certificate(certificate), identity)
}

/// At most 60 characters, and few enough bytes that the statement can be read back.
fn short_name(name: &str) -> String {
    let mut short: String = name.chars().take(60).collect();
    while short.len() > MAX_NAME {
        short.pop();
    }
    short
}
