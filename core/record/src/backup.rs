//! Backup and restore: one encrypted file, opened by the recovery words. Whoever holds a part of the record, such as a
//! clinic, writes the same file of that part: it cannot read the file, and the patient can.
//!
//! The file's key is sealed to the recovery key; what follows is one sealed stream of the same parcels that sync
//! sends, so a backup holds the whole log with every signature, and a restore checks it as it would a peer's.

use crate::accept::{Accepted, Origin};
use crate::authority::Statements;
use crate::base::Base;
use crate::blob::BlobHead;
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::entry::BodyRef;
use crate::id::{AuthorId, RecordId};
use crate::keyring::SectionKey;
use crate::record::{OpenError, Record, Setup};
use crate::section::Section;
use crate::statement::{Fact, Statement, record_of};
use crate::store::{KdfLevel, Space, StoreError, Unlock};
use crate::sync::{Have, Parcel, Scope, lacking};
use crate::words::RecoveryWords;
use pocketchart_crypto::stream::{CHUNK_OVERHEAD, HEADER, StreamOpener, StreamSealer};
use pocketchart_crypto::{Label, Secret, kem};
use std::collections::BTreeSet;
use std::io::{self, Read, Write};

const BACKUP: Label = Label::new("backup");
const MAGIC: &[u8; 8] = b"PCBACKUP";
const VERSION: u8 = 1;
/// One chunk of the stream is closed once it takes this many bytes.
const FULL_CHUNK: usize = 256 << 10;
const MAX_CHUNK: usize = 8 << 20;

/// A backup was not finished. The record was not changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be written.
    #[error("the backup could not be written")]
    Write(#[from] io::Error),
    /// This record has no recovery key.
    #[error("this record has no recovery key to seal a backup to")]
    NoRecovery,
}

/// A backup could not be restored. Nothing was left behind.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RestoreError {
    /// The new record could not be made.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be read.
    #[error("the backup could not be read")]
    Read(#[from] io::Error),
    /// Not a backup of this program.
    #[error("this is not a backup")]
    NotABackup,
    /// Written by a newer version.
    #[error("the backup was written by a newer version")]
    Newer,
    /// The words belong to another record.
    #[error("the words do not open this backup")]
    WrongWords,
    /// Altered, damaged or cut off.
    #[error("the backup is damaged or cut off")]
    Damaged,
}

/// What a backup holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BackupReport {
    /// Bytes written.
    pub bytes: u64,
    /// Statements, envelopes, packed blocks and chunks of large bodies.
    pub parcels: u64,
}

/// What came back.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RestoreReport {
    /// What was taken in.
    pub accepted: Accepted,
    /// Changes that came packed.
    pub packed: u64,
    /// Large bodies.
    pub bodies: u64,
    /// The sections that the file holds, if somebody other than the patient wrote it: what others there were did not come
    /// back.
    pub part: Option<Vec<Section>>,
}

impl RestoreReport {
    /// The sections of which nothing can have come back.
    pub fn missing(&self) -> Vec<Section> {
        let held = |section: &Section| self.part.as_ref().is_none_or(|part| part.contains(section));
        Section::ALL.into_iter().filter(|it| !held(it)).collect()
    }
}

/// One item of the stream.
enum Item {
    Parcel(Parcel),
    Chunk {
        section: Section,
        body: BodyRef,
        head: BlobHead,
        from: u64,
        chunk: Vec<u8>,
    },
    /// First, in a file by somebody other than the patient: the sections of which it holds what they have.
    Part(Vec<Section>),
}

impl Canonical for Item {
    fn write(&self, to: &mut Writer) {
        match self {
            Item::Parcel(parcel) => {
                to.array(2).uint(0).value(parcel);
            }
            Item::Part(sections) => {
                to.array(2).uint(2).list(sections);
            }
            Item::Chunk {
                section,
                body,
                head,
                from,
                chunk,
            } => {
                to.array(7)
                    .uint(1)
                    .value(section)
                    .value(&body.hash)
                    .uint(body.len);
                to.value(head).uint(*from).bytes(chunk);
            }
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        match (from.uint()?, len) {
            (0, 2) => Ok(Item::Parcel(from.value()?)),
            (1, 7) => Ok(Item::Chunk {
                section: from.value()?,
                body: BodyRef {
                    hash: from.value()?,
                    len: from.uint()?,
                },
                head: from.value()?,
                from: from.uint()?,
                chunk: from.bytes()?.to_vec(),
            }),
            (2, 2) => Ok(Item::Part(from.list(Section::ALL.len())?)),
            _ => Err(Malformed("backup item")),
        }
    }
}

struct Items(Vec<Item>);

impl Canonical for Items {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(usize::MAX).map(Self)
    }
}

struct Sink<'w> {
    to: &'w mut dyn Write,
    sealer: StreamSealer,
    items: Vec<Item>,
    size: usize,
    report: BackupReport,
}

impl Sink<'_> {
    fn put(&mut self, item: Item, size: usize) -> io::Result<()> {
        self.report.parcels += 1;
        self.size += size + 16;
        self.items.push(item);
        if self.size > FULL_CHUNK {
            self.flush(false)
        } else {
            Ok(())
        }
    }

    fn flush(&mut self, last: bool) -> io::Result<()> {
        let items = to_bytes(&Items(std::mem::take(&mut self.items)));
        self.size = 0;
        let sealed = self.sealer.push(&items, &[], last);
        let len = u32::try_from(sealed.len()).map_err(io::Error::other)?;
        self.write(&len.to_be_bytes())?;
        self.write(&sealed)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.report.bytes += bytes.len() as u64;
        self.to.write_all(bytes)
    }
}

impl Record {
    /// Writes all of the record that is held here, sealed to the recovery key. A device of another author, which holds a
    /// part, cannot read its own file.
    pub fn backup(&mut self, to: &mut dyn Write) -> Result<BackupReport, BackupError> {
        let recovery = self
            .statements
            .recovery()
            .cloned()
            .ok_or(BackupError::NoRecovery)?;
        let scope = Scope::whole(self);
        let shipments = lacking(self, &scope, &Have::default(), true)?;
        let key: Secret<32> = self.context.secret();
        let ad = associated(self.who.record);
        let sealed_key = recovery
            .seal_to(BACKUP, &ad, key.expose())
            .map_err(|_| BackupError::NoRecovery)?;
        let (sealer, header) = StreamSealer::new(&key);
        let mut sink = Sink {
            to,
            sealer,
            items: Vec::new(),
            size: 0,
            report: BackupReport::default(),
        };
        sink.write(MAGIC)?;
        sink.write(&[VERSION])?;
        sink.write(self.who.record.as_bytes())?;
        sink.write(&sealed_key)?;
        sink.write(&header)?;
        if !self.is_patients() {
            let sections = self.readable();
            sink.put(Item::Part(sections), Section::ALL.len())?;
        }
        for mut shipment in shipments {
            while let Some(parcel) = shipment.next(self)? {
                let len = parcel.len();
                sink.put(Item::Parcel(parcel), len)?;
            }
        }
        for (section, body) in self.held_bodies()? {
            let mut from = 0;
            while let Some((head, chunks)) = self.blob_chunks(section, body.hash, from, 8)? {
                if chunks.is_empty() {
                    break;
                }
                for chunk in chunks {
                    let len = chunk.len();
                    sink.put(
                        Item::Chunk {
                            section,
                            body,
                            head: head.clone(),
                            from,
                            chunk,
                        },
                        len,
                    )?;
                    from += 1;
                }
            }
        }
        sink.flush(true)?;
        Ok(sink.report)
    }

    /// Makes a record on this device from a backup and the words. The device is a new one, with feeds of its own.
    pub fn restore(
        setup: Setup,
        words: &RecoveryWords,
        unlock: &Unlock,
        level: KdfLevel,
        device_name: &str,
        from: &mut dyn Read,
    ) -> Result<(Self, RestoreReport), RestoreError> {
        // The words are tried, and the first chunk read, before anything is made.
        let (mut opener, record_id) = open(words, from)?;
        let first = pull(&mut opener, from)?;
        let (patient, known) = line_to(words, record_id, &first.0).ok_or(RestoreError::WrongWords)?;
        let mut record = Self::begin(setup, words, unlock, level, device_name, patient, known)?;
        match record.take_backup(words, first, &mut opener, from) {
            Ok(report) => Ok((record, report)),
            Err(error) => {
                // Half a record would pass for the whole one.
                let _ = record.erase();
                Err(error)
            }
        }
    }

    /// Takes in a further backup of the same record: what it has that is not here. Each change in it is judged by itself, so one
    /// that turns out to be damaged later on spoils nothing, and what came before that stays.
    ///
    /// # Errors
    /// [`RestoreError`]; [`RestoreError::WrongWords`] also for another record.
    pub fn take_in_backup(
        &mut self,
        words: &RecoveryWords,
        from: &mut dyn Read,
    ) -> Result<RestoreReport, RestoreError> {
        let (mut opener, record) = open(words, from)?;
        let first = pull(&mut opener, from)?;
        let line = line_to(words, record, &first.0);
        if record != self.who.record || line.is_none_or(|(patient, _)| patient != self.who.patient) {
            return Err(RestoreError::WrongWords);
        }
        self.take_backup(words, first, &mut opener, from)
    }

    /// The sections of which this device holds a key that is not only for writing.
    fn readable(&self) -> Vec<Section> {
        let keys = self.statements.keys().filter(|it| it.writer.is_none());
        let held = keys.filter(|it| self.keyring.get(it.key()).is_some());
        let sections: BTreeSet<Section> = held.map(|it| it.section).collect();
        sections.into_iter().collect()
    }

    fn take_backup(
        &mut self,
        words: &RecoveryWords,
        first: Pulled,
        opener: &mut StreamOpener,
        from: &mut dyn Read,
    ) -> Result<RestoreReport, RestoreError> {
        let recovery = words.derive_recovery();
        let mut report = RestoreReport::default();
        let mut base: Option<Base> = None;
        let mut next = Some(first);
        loop {
            let (items, last) = match next.take() {
                Some(pulled) => pulled,
                None => pull(opener, from)?,
            };
            let (mut statements, mut envelopes) = (Vec::new(), Vec::new());
            for item in items {
                match item {
                    Item::Parcel(Parcel::Statement(bytes)) => {
                        statements.push(Statement::parse(&bytes).map_err(|_| RestoreError::Damaged)?);
                    }
                    Item::Parcel(Parcel::Envelope(bytes)) => envelopes.push(bytes),
                    Item::Part(sections) => report.part = Some(sections),
                    Item::Parcel(Parcel::Base(head)) => {
                        base = Some(Base::announced(&head).map_err(|_| RestoreError::Damaged)?);
                    }
                    Item::Parcel(Parcel::Block(block)) => {
                        let Some(it) = &mut base else {
                            return Err(RestoreError::Damaged);
                        };
                        it.add_block(block);
                        if it.blocks_here() == it.announced_blocks() {
                            self.learn_all(&recovery, std::mem::take(&mut statements))?;
                            report.packed += self.finish_base(base.take())?;
                        }
                    }
                    Item::Chunk {
                        section,
                        body,
                        head,
                        from,
                        chunk,
                    } => {
                        self.learn_all(&recovery, std::mem::take(&mut statements))?;
                        report
                            .accepted
                            .merge(self.accept(&std::mem::take(&mut envelopes), Origin::Stored)?);
                        if self.holds_chunk(&head, from)? {
                            continue;
                        }
                        if !self.take_chunks(section, body, &head, from, &[chunk])? {
                            return Err(RestoreError::Damaged);
                        }
                        report.bodies += u64::from(from + 1 == head.chunks);
                    }
                }
            }
            self.learn_all(&recovery, statements)?;
            report.accepted.merge(self.accept(&envelopes, Origin::Stored)?);
            if last {
                return if from.read(&mut [0])? == 0 && base.is_none() {
                    Ok(report)
                } else {
                    Err(RestoreError::Damaged)
                };
            }
        }
    }

    fn finish_base(&mut self, base: Option<Base>) -> Result<u64, RestoreError> {
        let Some(base) = base else {
            return Err(RestoreError::Damaged);
        };
        match self.accept_base(&base)? {
            Ok(count) => Ok(count),
            Err(_) => Err(RestoreError::Damaged),
        }
    }

    /// Takes in statements, and the keys among them that are sealed to the recovery key.
    fn learn_all(&mut self, recovery: &kem::KemSecret, statements: Vec<Statement>) -> Result<(), StoreError> {
        if statements.is_empty() {
            return Ok(());
        }
        let keys: Vec<SectionKey> = statements
            .iter()
            .filter_map(|statement| match &statement.fact {
                Fact::Key(record) => SectionKey::from_record(record, recovery),
                _ => None,
            })
            .collect();
        self.write(|record, _| {
            record.learn(statements)?;
            for key in keys {
                record.hold(key)?;
            }
            Ok(())
        })
    }

    /// Opens, with the words, the keys that are known and that this device cannot open itself: those that were made
    /// after the backup it was restored from, when no other device of the patient is left. Returns how many.
    pub fn recover_keys(&mut self, words: &RecoveryWords) -> Result<u64, StoreError> {
        let recovery = words.derive_recovery();
        let mut keys: Vec<SectionKey> = self
            .statements
            .keys()
            .filter(|record| self.keyring.get(record.key()).is_none())
            .filter_map(|record| SectionKey::from_record(record, &recovery))
            .collect();
        keys.dedup_by_key(|key| key.id());
        self.write(|record, _| {
            let count = keys.len() as u64;
            for key in keys {
                record.hold(key)?;
            }
            Ok(count)
        })
    }

    /// Large bodies that lie here, in full or in part.
    fn held_bodies(&self) -> Result<Vec<(Section, BodyRef)>, StoreError> {
        let mut any = false;
        self.store.scan(Space::Blob, |_, _| {
            any = true;
            Ok(())
        })?;
        let mut held = Vec::new();
        if !any {
            return Ok(held);
        }
        for section in Section::ALL {
            self.each_row(section, |row| {
                if let Some(body) = row.entry.body
                    && self.find_blob(section, body.hash)?.is_some()
                    && !held.contains(&(section, body))
                {
                    held.push((section, body));
                }
                Ok::<_, StoreError>(())
            })?;
        }
        Ok(held)
    }
}

/// The record's first identity key, and the statements that lead from it to that of the words.
fn line_to(words: &RecoveryWords, record: RecordId, items: &[Item]) -> Option<(AuthorId, Vec<Statement>)> {
    let key = AuthorId(*words.derive_identity().public().as_bytes());
    if record_of(key) == record {
        return Some((key, Vec::new()));
    }
    let statements = items.iter().filter_map(|item| match item {
        Item::Parcel(Parcel::Statement(bytes)) => Statement::parse(bytes).ok(),
        _ => None,
    });
    let of_line = |it: &Statement| matches!(it.fact, Fact::Succession(_) | Fact::Certificate(_));
    let known: Vec<Statement> = statements.filter(of_line).collect();
    let first = known.iter().find_map(|statement| match &statement.fact {
        Fact::Succession(it) if record_of(it.old) == record => Some(it.old),
        _ => None,
    })?;
    let mut line = Statements::about(record, first);
    line.admit(known.clone());
    (line.identity() == Some(key)).then_some((first, known))
}

fn associated(record: RecordId) -> Vec<u8> {
    [&MAGIC[..], &[VERSION], record.as_bytes()].concat()
}

/// The items of one chunk of the stream, and whether it is the last.
type Pulled = (Vec<Item>, bool);

fn pull(opener: &mut StreamOpener, from: &mut dyn Read) -> Result<Pulled, RestoreError> {
    let mut len = [0; 4];
    read(from, &mut len)?;
    let len = u32::from_be_bytes(len) as usize;
    if !(CHUNK_OVERHEAD..=MAX_CHUNK).contains(&len) {
        return Err(RestoreError::Damaged);
    }
    let mut sealed = vec![0; len];
    read(from, &mut sealed)?;
    let (bytes, last) = opener.pull(&sealed, &[]).map_err(|_| RestoreError::Damaged)?;
    let Items(items) = from_bytes(&bytes).map_err(|_| RestoreError::Damaged)?;
    Ok((items, last))
}

fn read(from: &mut dyn Read, buffer: &mut [u8]) -> Result<(), RestoreError> {
    from.read_exact(buffer).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => RestoreError::Damaged,
        _ => RestoreError::Read(error),
    })
}

fn open(words: &RecoveryWords, from: &mut dyn Read) -> Result<(StreamOpener, RecordId), RestoreError> {
    let mut magic = [0; 8];
    if read(from, &mut magic).is_err() || magic != *MAGIC {
        return Err(RestoreError::NotABackup);
    }
    let mut version = [0];
    read(from, &mut version)?;
    match version[0] {
        VERSION => {}
        newer if newer > VERSION => return Err(RestoreError::Newer),
        _ => return Err(RestoreError::NotABackup),
    }
    let mut record = [0; 16];
    read(from, &mut record)?;
    let record = RecordId(record);
    let mut sealed_key = vec![0; kem::OVERHEAD + 32];
    read(from, &mut sealed_key)?;
    let key = words
        .derive_recovery()
        .open(BACKUP, &associated(record), &sealed_key)
        .map_err(|_| RestoreError::WrongWords)?;
    let key = Secret::from_slice(&zeroize::Zeroizing::new(key)).ok_or(RestoreError::Damaged)?;
    let mut header = [0; HEADER];
    read(from, &mut header)?;
    Ok((StreamOpener::new(&key, &header), record))
}
