//! Large bodies: sealed in chunks, fetched apart, resumable, checked by hash before use.

use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::entry::{BodyRef, Entry};
use crate::id::{BodyHash, KeyId};
use crate::keyring::SectionKey;
use crate::record::Record;
use crate::row::Derived;
use crate::section::Section;
use crate::store::{Space, StoreError};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::keyed128;
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::stream::{StreamOpener, StreamSealer};

const BLOB_NAME: Label = Label::new("blob-name");
const BLOB_STREAM: Label = Label::new("blob-stream");

/// Bytes of content in a chunk.
pub const CHUNK: usize = 64 << 10;

/// A large body's head, and some of its sealed chunks.
pub(crate) type Chunks = (BlobHead, Vec<Vec<u8>>);

/// How a large body is named outside its section: keyed, because a plain hash would confirm guesses.
pub type BlobName = [u8; 16];

/// What is held of a large body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlobHead {
    /// Its name.
    pub name: BlobName,
    /// The section key it is sealed with.
    pub key: KeyId,
    /// The header of the sealed stream.
    pub header: [u8; 24],
    /// How many chunks it has in all.
    pub chunks: u64,
    /// How many of them are here, from the first.
    pub held: u64,
}

impl Canonical for BlobHead {
    fn write(&self, to: &mut Writer) {
        to.array(5)
            .bytes(&self.name)
            .value(&self.key)
            .bytes(&self.header)
            .uint(self.chunks)
            .uint(self.held);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        Ok(Self {
            name: from.fixed()?,
            key: from.value()?,
            header: from.fixed()?,
            chunks: from.uint()?,
            held: from.uint()?,
        })
    }
}

/// A row of [`Space::Missing`].
struct Missing {
    section: Section,
    body: BodyRef,
}

impl Canonical for Missing {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .value(&self.section)
            .value(&self.body.hash)
            .uint(self.body.len);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            section: from.value()?,
            body: BodyRef {
                hash: from.value()?,
                len: from.uint()?,
            },
        })
    }
}

fn name(key: &SectionKey, body: BodyHash) -> BlobName {
    keyed128(BLOB_NAME, key.name_key(), &[body.as_bytes()])
}

fn chunk_key(name: &BlobName, number: u64) -> Vec<u8> {
    [&name[..], &number.to_be_bytes()].concat()
}

impl Record {
    /// Seals and keeps a large body, inside the transaction of the entry that names it.
    pub(crate) fn put_blob(&mut self, key: &SectionKey, body: &[u8]) -> Result<(), StoreError> {
        let hash = BodyRef::of(body).hash;
        let name = name(key, hash);
        let stream_key = expand(key.blob_key(), BLOB_STREAM, hash.as_bytes());
        let (mut sealer, header) = StreamSealer::new(&stream_key);
        let chunks = body.len().div_ceil(CHUNK) as u64;
        for (number, chunk) in (0..chunks).zip(body.chunks(CHUNK)) {
            let sealed = sealer.push(chunk, &name, number + 1 == chunks);
            self.store.put(Space::Chunk, &chunk_key(&name, number), &sealed)?;
        }
        let head = BlobHead {
            name,
            key: key.id(),
            header,
            chunks,
            held: chunks,
        };
        self.store.put(Space::Blob, &name, &to_bytes(&head)).map(drop)
    }

    fn blob_head(&self, name: &BlobName) -> Result<Option<BlobHead>, StoreError> {
        Ok(self
            .store
            .get(Space::Blob, name)?
            .map(|bytes| from_bytes(&bytes))
            .transpose()?)
    }

    /// The head of a large body in this section, under whichever key it was sealed.
    pub(crate) fn find_blob(&self, section: Section, body: BodyHash) -> Result<Option<BlobHead>, StoreError> {
        for key in self.keyring.held().filter(|key| key.section == section) {
            if let Some(head) = self.blob_head(&name(key, body))? {
                return Ok(Some(head));
            }
        }
        Ok(None)
    }

    /// A large body, if all of it is here; checked against its hash.
    pub(crate) fn blob(&self, section: Section, body: BodyRef) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(head) = self
            .find_blob(section, body.hash)?
            .filter(|head| head.held == head.chunks)
        else {
            return Ok(None);
        };
        let key = self
            .keyring
            .get(head.key)
            .ok_or(StoreError::Altered("section key"))?;
        let mut opener = StreamOpener::new(
            &expand(key.blob_key(), BLOB_STREAM, body.hash.as_bytes()),
            &head.header,
        );
        let mut bytes = Vec::new();
        for number in 0..head.chunks {
            let sealed = self.store.get(Space::Chunk, &chunk_key(&head.name, number))?;
            let (chunk, last) = opener
                .pull(&sealed.ok_or(StoreError::Altered("chunk"))?, &head.name)
                .map_err(|_| StoreError::Altered("chunk"))?;
            if last != (number + 1 == head.chunks) {
                return Err(StoreError::Altered("chunk"));
            }
            bytes.extend_from_slice(&chunk);
        }
        if BodyRef::of(&bytes) == body {
            Ok(Some(bytes))
        } else {
            Err(StoreError::Altered("content"))
        }
    }

    /// The row of an entry whose body travels apart: from the body if it is here, else bare.
    pub(crate) fn derive_held(&self, section: Section, entry: &Entry) -> Result<Derived, StoreError> {
        let Some(body) = entry.body else {
            return Ok(Derived::default());
        };
        let Some(bytes) = self.blob(section, body)? else {
            return Ok(Derived::default());
        };
        Ok(self
            .bodies
            .read(&entry.kind, section, entry.media.as_deref(), &bytes)
            .unwrap_or_default())
    }

    /// Notes a body that an entry names and that is not here in full.
    pub(crate) fn note_missing(&mut self, section: Section, body: BodyRef) -> Result<(), StoreError> {
        if self
            .find_blob(section, body.hash)?
            .is_some_and(|head| head.held == head.chunks)
        {
            return Ok(());
        }
        let key = self
            .store
            .key(&[b"missing", &[section.code()], body.hash.as_bytes()]);
        self.store
            .put(Space::Missing, &key, &to_bytes(&Missing { section, body }))
            .map(drop)
    }

    /// Large bodies of these sections that are not here in full, and how many chunks of each are.
    pub fn missing_bodies(&self, sections: &[Section]) -> Result<Vec<(Section, BodyRef, u64)>, StoreError> {
        let mut missing = Vec::new();
        self.store.scan(Space::Missing, |_, bytes| {
            let it: Missing = from_bytes(&bytes)?;
            if sections.contains(&it.section) {
                let held = self
                    .find_blob(it.section, it.body.hash)?
                    .map_or(0, |head| head.held);
                missing.push((it.section, it.body, held));
            }
            Ok(())
        })?;
        Ok(missing)
    }

    /// Some chunks of a large body, for a peer that holds the first `from` of them.
    pub(crate) fn blob_chunks(
        &self,
        section: Section,
        body: BodyHash,
        from: u64,
        most: usize,
    ) -> Result<Option<Chunks>, StoreError> {
        let Some(head) = self.find_blob(section, body)? else {
            return Ok(None);
        };
        let mut chunks = Vec::new();
        for number in from..head.held.min(from.saturating_add(most as u64)) {
            let chunk = self.store.get(Space::Chunk, &chunk_key(&head.name, number))?;
            chunks.push(chunk.ok_or(StoreError::Altered("chunk"))?);
        }
        Ok(Some((head, chunks)))
    }

    /// Whether this chunk of a body is here, or the whole of it as another device sealed it.
    pub(crate) fn holds_chunk(&self, theirs: &BlobHead, number: u64) -> Result<bool, StoreError> {
        let head = self.blob_head(&theirs.name)?;
        Ok(head.is_some_and(|it| it.held == it.chunks || (it.header == theirs.header && it.held > number)))
    }

    /// Keeps chunks that a peer sent. Once all are here the body must have the hash that its entry names; else all of
    /// it is dropped again.
    pub(crate) fn take_chunks(
        &mut self,
        section: Section,
        body: BodyRef,
        theirs: &BlobHead,
        from: u64,
        chunks: &[Vec<u8>],
    ) -> Result<bool, StoreError> {
        let named = self
            .keyring
            .get(theirs.key)
            .is_some_and(|key| key.section == section && name(key, body.hash) == theirs.name);
        if !named || theirs.chunks != body.len.div_ceil(CHUNK as u64) {
            return Ok(false);
        }
        let mut head = self.blob_head(&theirs.name)?.unwrap_or(BlobHead {
            held: 0,
            ..theirs.clone()
        });
        if head.header != theirs.header || head.held != from || head.held + chunks.len() as u64 > head.chunks
        {
            return Ok(false);
        }
        self.write(|record, view| {
            for chunk in chunks {
                record
                    .store
                    .put(Space::Chunk, &chunk_key(&head.name, head.held), chunk)?;
                head.held += 1;
            }
            record.store.put(Space::Blob, &head.name, &to_bytes(&head))?;
            if head.held < head.chunks {
                return Ok(true);
            }
            match record.blob(section, body) {
                Ok(Some(bytes)) => {
                    let key = record
                        .store
                        .key(&[b"missing", &[section.code()], body.hash.as_bytes()]);
                    record.store.delete(Space::Missing, &key)?;
                    record.fill_rows(view, section, body, &bytes)?;
                    Ok(true)
                }
                Err(error) if !matches!(error, StoreError::Altered(_)) => Err(error),
                _ => {
                    for number in 0..head.chunks {
                        record
                            .store
                            .delete(Space::Chunk, &chunk_key(&head.name, number))?;
                    }
                    record.store.delete(Space::Blob, &head.name)?;
                    Ok(false)
                }
            }
        })
    }

    fn fill_rows(
        &mut self,
        view: &mut crate::view::ViewWriter,
        section: Section,
        body: BodyRef,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        self.each_row(section, |row| {
            if row.entry.body == Some(body) {
                rows.push(row);
            }
            Ok::<_, StoreError>(())
        })?;
        for row in rows {
            let Ok(derived) = self
                .bodies
                .read(&row.entry.kind, section, row.entry.media.as_deref(), bytes)
            else {
                continue;
            };
            view.fill(&self.store, section, &row.id, derived)?;
        }
        Ok(())
    }
}
