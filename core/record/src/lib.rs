#![doc = include_str!("../README.md")]

mod accept;
mod access;
mod acknowledgement;
mod append;
mod authority;
mod backup;
mod base;
mod blob;
pub mod cbor;
pub mod change;
mod claim;
mod compress;
mod context;
mod device;
mod entry;
mod envelope;
mod feed;
mod guest;
mod id;
mod keyring;
mod log;
mod payload;
mod proxy;
mod quarantine;
mod read;
mod rebuild;
mod reconciliation;
mod record;
mod renewal;
mod row;
pub mod sabotage;
mod section;
mod shelf;
mod standing;
mod statement;
mod store;
mod succession;
mod sync;
mod verify;
mod view;
mod words;

pub use accept::{Accepted, MAX_PENDING, Origin, Outcome, Refusal, Wait};
pub use access::{Access, AccessEnd};
pub use acknowledgement::Acknowledgement;
pub use append::{AppendError, MAX_BODY, NewEntry};
pub use authority::{Authority, Claim, Decision, GRACE, MAX_STATEMENTS, Permissions, Statements};
pub use backup::{BackupError, BackupReport, RestoreError, RestoreReport};
pub use base::{Base, BaseRefusal, BlockId, WORTH_A_BASE};
pub use blob::{BlobHead, BlobName, CHUNK};
pub use compress::{Effort, InflateError, MAX_INFLATED, deflate, inflate};
pub use context::{Clock, Context, Entropy, Millis};
pub use device::{DeviceKeys, DevicePublic};
pub use entry::{Act, Admission, BodyRef, Entry, MAX_KIND, MAX_SUPERSEDES, MAX_TEXT, Source, Verdict};
pub use envelope::{Envelope, Header, MAX_ENVELOPE, MAX_INLINE_BODY, UnsealError, pseudonym};
pub use feed::{Branch, Document, Feed, Head, MAX_BRANCHES, actor_of, tag_of};
pub use guest::GuestError;
pub use id::{
    ActorId, AuthorId, BodyHash, ChangeHash, DeviceId, DocumentId, EntryHash, EntryId, EnvelopeHash, FeedTag,
    Incarnation, KeyId, Pseudonym, RecordId, StatementId, entry_key,
};
pub use keyring::{Keyring, SectionKey};
pub use payload::{
    Checkpoint, Dependency, Inside, MAX_APART, MAX_CHANGE, MAX_DEPS, MAX_ENTRIES, Opening, Payload,
};
pub use proxy::{Proxy, ProxyEnd, Role};
pub use reconciliation::{Answer, Reconciliation};
pub use record::{Applicant, CERTIFICATE_LIFE, MembersError, OpenError, Record, Setup, Welcome, certify};
pub use renewal::RENEW_WITHIN;
pub use row::{BodyReader, Derived, Row, Standing, Unfit};
pub use section::Section;
pub use shelf::{Shelf, Shelved};
pub use statement::{
    Certificate, Fact, KeyRecord, KnownHead, MAX_STATEMENT, Packet, Permission, Recovery, Revocation,
    Statement, reader_of, record_of,
};
pub use store::{Freshness, FreshnessFile, KdfLevel, NoFreshness, Place, Rollback, StoreError, Unlock};
pub use succession::Succession;
pub use sync::{Handout, Letters, Scope, SyncError, SyncEvent, SyncSession, SyncStep};
pub use verify::{Fault, Verified};
pub use view::{FromSource, NEWEST_ROWS, PAGE_ROWS, SectionHead};
pub use words::{RecoveryWords, WordsError, key_words};
