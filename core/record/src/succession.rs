//! New words: the identity key passes on to another (security.md §14). The record keeps its name, which comes from its
//! first identity key; so does the patient's side of the log, whose devices are certified anew.
//!
//! The first succession that a replica sees stands, and from then on what the old identity key says has no effect,
//! whenever it comes and whatever date it bears: the new one says again what is to hold. Both stay in the set of
//! statements, so that all replicas hold the same.

use crate::authority::Statements;
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::Millis;
use crate::id::{AuthorId, DeviceId, FeedTag, KeyId, RecordId, StatementId};
use crate::record::{MembersError, Record};
use crate::statement::{Certificate, Fact, KeyRecord, KnownHead, Recovery, Statement, reader_of};
use crate::store::{Space, StoreError, Unlock};
use crate::words::RecoveryWords;
use pocketchart_crypto::Label;
use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};
use std::collections::{BTreeMap, BTreeSet};

const SUCCESSION: Label = Label::new("succession");

/// As many heads as fit into a statement beside the rest.
const MAX_HEADS: usize = 1_100;
/// The most devices that one succession takes out.
const MAX_REVOKED: usize = 40;
/// The most successions that are kept although another stands.
const MAX_RIVALS: usize = 16;

/// The old identity key says: the new one speaks from now on. Signed by the new one, too, and by a device that the old one
/// had certified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Succession {
    /// Who spoke until now.
    pub old: AuthorId,
    /// Who speaks from now on.
    pub new: AuthorId,
    /// When, by the device that says so.
    pub created: Millis,
    /// The devices that are taken out with it, for ever.
    pub revoked: Vec<DeviceId>,
    /// How far the feeds of devices that do not stay were known; at most 1,100. What is in others is only proposed.
    pub heads: Vec<KnownHead>,
    /// The device that says so with them.
    pub witness: DeviceId,
    by_new: Signature,
    by_witness: Signature,
}

impl Succession {
    fn signed_part(&self, record: RecordId) -> Vec<u8> {
        let mut to = Writer::default();
        to.array(7).value(&record);
        self.said(&mut to);
        to.into_bytes()
    }

    fn said(&self, to: &mut Writer) {
        to.value(&self.old)
            .value(&self.new)
            .uint(self.created)
            .list(&self.revoked)
            .list(&self.heads)
            .value(&self.witness);
    }

    /// Signs with the new identity key and the device; the statement around it is signed by the old one.
    pub fn sign(mut self, record: RecordId, new: &SigningKey, witness: &SigningKey) -> Self {
        let part = self.signed_part(record);
        self.by_new = new.sign(SUCCESSION, &[&part]);
        self.by_witness = witness.sign(SUCCESSION, &[&part]);
        self
    }

    /// What is to be signed.
    pub fn unsigned(
        old: AuthorId,
        new: AuthorId,
        created: Millis,
        revoked: Vec<DeviceId>,
        heads: Vec<KnownHead>,
        witness: DeviceId,
    ) -> Self {
        let blank = || Signature::from_bytes([0; 64]);
        Self {
            old,
            new,
            created,
            revoked,
            heads,
            witness,
            by_new: blank(),
            by_witness: blank(),
        }
    }

    /// Whether the new identity key and the device signed it.
    pub(crate) fn is_signed(&self, record: RecordId) -> bool {
        let part = self.signed_part(record);
        let signed = |key: [u8; 32], signature: &Signature| {
            VerifyingKey::from_bytes(key)
                .verify(SUCCESSION, &[&part], signature)
                .is_ok()
        };
        signed(self.new.0, &self.by_new) && signed(self.witness.0, &self.by_witness)
            || crate::sabotage::off("three signatures")
    }

    pub(crate) fn fields(&self, to: &mut Writer) {
        to.array(9).uint(8);
        self.said(to);
        to.bytes(self.by_new.as_bytes()).bytes(self.by_witness.as_bytes());
    }

    pub(crate) fn after_kind(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            old: from.value()?,
            new: from.value()?,
            created: from.uint()?,
            revoked: from.list(MAX_REVOKED)?,
            heads: from.list(MAX_HEADS)?,
            witness: from.value()?,
            by_new: Signature::from_bytes(from.fixed()?),
            by_witness: Signature::from_bytes(from.fixed()?),
        })
    }
}

/// The successions that stand, in their order: a row of [`Space::Identity`].
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Line(pub(crate) Vec<StatementId>);

const LINE: &[u8] = b"line";

impl Canonical for Line {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(usize::MAX).map(Self)
    }
}

impl Statements {
    /// The successions that stand, oldest first.
    pub fn successions(&self) -> impl DoubleEndedIterator<Item = &Succession> {
        self.line.0.iter().filter_map(|id| match &self.get(id)?.fact {
            Fact::Succession(it) => Some(it),
            _ => None,
        })
    }

    /// Successions that came although another stood already: somebody else has the old words. Nothing follows from them;
    /// the person has to be told.
    pub fn rival_successions(&self) -> impl Iterator<Item = &Succession> {
        self.iter().filter_map(|(id, statement)| match &statement.fact {
            Fact::Succession(it) if !self.line.0.contains(id) => Some(it),
            _ => None,
        })
    }

    /// Who speaks for the patient now: the key of the newest words.
    pub fn identity(&self) -> Option<AuthorId> {
        let newest = self.successions().next_back().map(|it| it.new);
        newest.or(self.patient())
    }

    /// Whether this key spoke for the patient once, or does now.
    pub(crate) fn was_identity(&self, key: AuthorId) -> bool {
        self.patient() == Some(key) || self.successions().any(|it| it.new == key)
    }

    /// Whether the patient's identity key of now said it.
    pub(crate) fn speaks(&self, statement: &Statement) -> bool {
        self.identity().is_some_and(|it| statement.said_by(it)) || crate::sabotage::off("succession")
    }

    /// Whether this succession may be kept: by a key that spoke once, with a device that it had certified.
    pub(crate) fn accepts_succession(&self, statement: &Statement, it: &Succession) -> bool {
        let certified = self.iter().any(|(_, by)| match &by.fact {
            Fact::Certificate(of) => of.device.sign == it.witness && by.said_by(it.old),
            _ => false,
        });
        let stands = self.identity() == Some(it.old);
        statement.said_by(it.old)
            && self.was_identity(it.old)
            && !self.was_identity(it.new)
            && certified
            && (!stands || self.revoked(it.witness).is_none())
            && (stands || self.rival_successions().count() < MAX_RIVALS)
            && it.is_signed(statement.record)
    }

    /// Takes in statements whose signers may say them, in whatever order they come; returns the names of those that are
    /// new. Of two successions of one key the first in the list stands.
    pub(crate) fn admit(&mut self, statements: Vec<Statement>) -> Vec<StatementId> {
        let (mut open, mut new) = (statements, Vec::new());
        // A device must be known before what it says with others, or of two the second would stand.
        open.sort_by_key(|it| match &it.fact {
            Fact::Certificate(_) => 0,
            Fact::Succession(_) => 1,
            _ => 2,
        });
        loop {
            let (before, mut rest) = (open.len(), Vec::new());
            for statement in open {
                let id = statement.id();
                if self.contains(&id) {
                    continue;
                }
                if self.len() >= crate::authority::MAX_STATEMENTS || !self.accepts(&statement) {
                    rest.push(statement);
                    continue;
                }
                if let Fact::Succession(it) = &statement.fact
                    && self.identity() == Some(it.old)
                {
                    self.line.0.push(id);
                }
                self.insert(statement);
                new.push(id);
            }
            if rest.is_empty() || rest.len() == before {
                return new;
            }
            open = rest;
        }
    }

    /// All of them, those successions first that stand: who takes them in gets the same line.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = &Statement> {
        let line = self.line.0.iter().filter_map(|id| self.get(id));
        line.chain(
            self.iter()
                .filter(|(id, _)| !self.line.0.contains(id))
                .map(|(_, it)| it),
        )
    }

    /// The recovery keys of words that were succeeded.
    pub(crate) fn past_recoveries(&self) -> impl Iterator<Item = &KemPublic> {
        let of_past = self.iter().filter(|(_, it)| !self.speaks(it));
        of_past.filter_map(|(_, statement)| match &statement.fact {
            Fact::Recovery(it) => Some(&it.kem),
            _ => None,
        })
    }

    /// How far the feeds of devices that did not stay were known at the last succession.
    pub(crate) fn heads_at_succession(&self) -> &[KnownHead] {
        self.successions().next_back().map_or(&[], |it| &it.heads)
    }
}

impl Record {
    /// Reads which successions stand.
    pub(crate) fn line(&self) -> Result<Line, StoreError> {
        match self.store.get(Space::Identity, LINE)? {
            Some(bytes) => Ok(from_bytes(&bytes)?),
            None => Ok(Line::default()),
        }
    }

    pub(crate) fn put_line(&mut self) -> Result<(), StoreError> {
        let bytes = to_bytes(&self.statements.line);
        self.store.put(Space::Identity, LINE, &bytes).map(drop)
    }

    /// Passes the identity on to new words: new certificates for the person's devices that are neither lost nor named in
    /// `out`, a new recovery key, the permissions said again. The devices named are lost for ever, as by
    /// [`Record::revoke_device`]; every section gets a new key with its next entry. This device holds the new identity key
    /// then; the others of the person hold none until [`Record::hold_identity`].
    ///
    /// # Errors
    /// [`MembersError::NoIdentity`] if this device does not hold the identity key, [`MembersError::NotOthers`] if one named is
    /// not another device of the patient's, else what the store says; nothing was changed.
    pub fn succeed(
        &mut self,
        words: &RecoveryWords,
        out: &[DeviceId],
        unlock: &Unlock,
    ) -> Result<(), MembersError> {
        if !self.is_patients() {
            return Err(MembersError::NoIdentity);
        }
        let own: BTreeSet<DeviceId> = self.own_devices().map(|it| it.device.sign).collect();
        if out.contains(&self.device()) || !out.iter().all(|it| own.contains(it)) || out.len() > MAX_REVOKED {
            return Err(MembersError::NotOthers);
        }
        let old = SigningKey::from_seed(&self.identity(unlock)?);
        let (seed, new) = (words.derive_identity_seed(), words.derive_identity());
        let header = self.store.header()?.with_identity(unlock, &seed, &self.context)?;
        let (record, now) = (self.who.record, self.context.now());
        let succession = Succession::unsigned(
            AuthorId(*old.public().as_bytes()),
            AuthorId(*new.public().as_bytes()),
            now,
            out.to_vec(),
            self.heads_without(out),
            self.device(),
        );
        let succession = succession.sign(record, &new, &self.device.sign);
        let recovery = Recovery {
            kem: words.derive_recovery().public().clone(),
        };
        let stay = self.own_devices().filter(|it| !out.contains(&it.device.sign));
        // One that was not used for long stays so.
        let certificates = stay.map(|it| {
            Fact::Certificate(Certificate {
                created: now,
                ..it.clone()
            })
        });
        let again = self
            .statements
            .iter()
            .filter(|(_, it)| self.statements.speaks(it));
        let again = again
            .filter(|(_, it)| it.is_said_again())
            .map(|(_, it)| it.fact.clone());
        let facts: Vec<Fact> = certificates
            .chain([Fact::Recovery(recovery)])
            .chain(again)
            .collect();
        let mut statements = vec![Statement::sign(record, Fact::Succession(succession), &old)];
        statements.extend(facts.into_iter().map(|fact| Statement::sign(record, fact, &new)));
        Ok(self.write(|record, _| {
            record.learn(statements)?;
            let sealed = record.keys_for_recovery();
            record.learn(sealed)?;
            record.store.put_header(&header)
        })?)
    }

    /// Key records for the newest words, of the keys at hand that are sealed to older ones only.
    pub(crate) fn keys_for_recovery(&self) -> Vec<Statement> {
        let none = Vec::new();
        if self.statements.line.0.is_empty() || !self.is_patients() {
            return none;
        }
        let Some(recovery) = self.statements.recovery() else {
            return none;
        };
        let name = reader_of(recovery);
        let mut open: BTreeMap<KeyId, Option<&KeyRecord>> = BTreeMap::new();
        for known in self.statements.keys() {
            let entry = open.entry(known.key()).or_insert(Some(known));
            if known.packets.iter().any(|(whose, _)| *whose == name) {
                *entry = None;
            }
        }
        let sealed = open.into_values().flatten().filter_map(|known| {
            let packet = self.keyring.get(known.key())?.packet_for(recovery)?;
            let key = KeyRecord {
                created: self.context.now(),
                packets: vec![packet],
                ..known.clone()
            };
            Some(Statement::sign(
                self.who.record,
                Fact::Key(key),
                &self.device.sign,
            ))
        });
        sealed.collect()
    }

    /// Makes this device hold the identity key of words that came with a succession, wrapped by what opens the store.
    ///
    /// # Errors
    /// [`MembersError::OtherWords`] if it is not the identity key of now; else what the store says.
    pub fn hold_identity(&mut self, words: &RecoveryWords, unlock: &Unlock) -> Result<(), MembersError> {
        let key = AuthorId(*words.derive_identity().public().as_bytes());
        if !self.is_patients() || self.statements.identity() != Some(key) {
            return Err(MembersError::OtherWords);
        }
        let seed = words.derive_identity_seed();
        let header = self.store.header()?.with_identity(unlock, &seed, &self.context)?;
        Ok(self.store.set_header(&header)?)
    }

    /// The newest certificates of the patient's devices that are not lost.
    fn own_devices(&self) -> impl Iterator<Item = &Certificate> {
        let newest = self.statements.newest_certificates().map(|(_, it)| it);
        newest.filter(|it| it.author == self.who.patient && self.statements.revoked(it.device.sign).is_none())
    }

    /// How far the feeds count of the patient's devices that are lost or are taken out now.
    fn heads_without(&self, out: &[DeviceId]) -> Vec<KnownHead> {
        let mut heads: BTreeMap<FeedTag, Vec<KnownHead>> = BTreeMap::new();
        for head in self.statements.heads_at_succession() {
            heads.entry(head.feed).or_default().push(*head);
        }
        for head in self.statements.revocations().flat_map(|it| &it.heads) {
            heads.entry(head.feed).or_default().push(*head);
        }
        for feed in self.feeds.values().filter(|feed| out.contains(&feed.device)) {
            heads.entry(feed.tag).or_default().extend(feed.known_head());
        }
        let mut heads: Vec<KnownHead> = heads.into_values().flatten().collect();
        heads.sort_by_key(|it| (it.feed, it.seq, it.hash));
        heads.dedup();
        heads.truncate(MAX_HEADS);
        heads
    }
}
