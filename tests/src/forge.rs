//! Whoever holds a certified device's keys can sign anything. This makes such envelopes: right ones, and whatever else
//! can be said with a right signature.

use crate::world::*;
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, aead};
use pocketchart_record::cbor::{Reader, Writer, to_bytes};
use pocketchart_record::*;
use std::collections::BTreeMap;

/// A certified device that keeps to no rules.
pub struct Liar {
    pub applicant: Applicant,
    pub record: RecordId,
    pub author: AuthorId,
    pub certificate: StatementId,
    pub keys: BTreeMap<Section, SectionKey>,
    pub secrets: BTreeMap<Section, Secret<32>>,
}

impl Liar {
    /// A device of the patient.
    pub fn own(world: &World, patient: &mut Record) -> Self {
        let applicant = Applicant::new(&world.context);
        let welcome = patient
            .welcome_device(applicant.public(), "liar", &unlock())
            .unwrap();
        Self::welcomed(applicant, patient, &welcome.to_bytes())
    }

    /// A device of another author, permitted for a day in some sections and in possession of the keys of others.
    pub fn foreign(world: &World, patient: &mut Record, permitted: &[Section], keys: &[Section]) -> Self {
        let identity = SigningKey::from_seed(&world.context.secret());
        world.permit(patient, &identity, "liar", permitted);
        let applicant = Applicant::new(&world.context);
        let now = world.context.now();
        let certificate = certify(patient.id(), &identity, applicant.public(), "liar", now);
        let welcome = patient.welcome_author(certificate, keys).unwrap();
        Self::welcomed(applicant, patient, &welcome.to_bytes())
    }

    fn welcomed(applicant: Applicant, patient: &Record, welcome: &[u8]) -> Self {
        // [patient, certificate, statements, [[section, secret]], identity]
        let mut reader = Reader::new(welcome);
        reader.array_of(5).unwrap();
        let (_, certificate): (AuthorId, StatementId) = (reader.value().unwrap(), reader.value().unwrap());
        let _: Vec<Vec<u8>> = reader.list(usize::MAX).unwrap();
        let (mut keys, mut secrets) = (BTreeMap::new(), BTreeMap::new());
        for _ in 0..reader.array().unwrap() {
            reader.array_of(2).unwrap();
            let section = reader.value().unwrap();
            let secret: Secret<32> = Secret::from_slice(reader.bytes().unwrap()).unwrap();
            secrets.insert(section, secret.clone());
            keys.insert(section, SectionKey::new(section, secret));
        }
        let author = patient.statements().certificate(&certificate).unwrap().author;
        Self {
            applicant,
            record: patient.id(),
            author,
            certificate,
            keys,
            secrets,
        }
    }

    pub fn device(&self) -> DeviceId {
        self.applicant.keys().id()
    }

    pub fn sign(&self) -> &SigningKey {
        &self.applicant.keys().sign
    }

    /// Takes up the newest keys that are sealed to this device.
    pub fn learn_keys(&mut self, from: &Record) {
        let mut newest: BTreeMap<Section, Millis> = BTreeMap::new();
        for key in from.statements().keys() {
            let opened = SectionKey::from_record(key, &self.applicant.keys().kem);
            if let Some(opened) =
                opened.filter(|_| newest.get(&key.section).is_none_or(|it| *it < key.created))
            {
                newest.insert(key.section, key.created);
                self.keys.insert(key.section, opened);
            }
        }
    }

    /// A new feed in a new document.
    pub fn chain(&self, world: &World, section: Section) -> Chain {
        self.chain_in(world, section, DocumentId(world.context.random()))
    }

    /// A new feed in a document.
    pub fn chain_in(&self, world: &World, section: Section, document: DocumentId) -> Chain {
        let opening = Opening {
            document,
            record: self.record,
            section,
            author: self.author,
            incarnation: Incarnation(world.context.random()),
            authority: self.certificate,
        };
        Chain {
            actor: actor_of(self.device(), document, opening.incarnation),
            device: self.device(),
            key: self.keys[&section].clone(),
            opening,
            seq: 0,
            hash: EnvelopeHash([0; 32]),
            change: None,
            counter: 0,
        }
    }
}

/// Whatever bytes, with the liar's right signature behind them.
pub fn signed(liar: &Liar, bytes: &[u8]) -> Vec<u8> {
    let signature = liar.sign().sign(Label::new("envelope"), &[bytes]);
    [bytes, signature.as_bytes()].concat()
}

/// An entry that states a text.
pub fn statement(text: &str, time: Millis) -> (Entry, Vec<u8>) {
    let body = text.as_bytes().to_vec();
    let mut entry = blank("fhir/Basic", time);
    entry.body = Some(BodyRef::of(&body));
    (entry, body)
}

/// An entry without a body.
pub fn blank(kind: &str, time: Millis) -> Entry {
    Entry {
        kind: kind.into(),
        body: None,
        recorded: time,
        supersedes: Vec::new(),
        act: None,
        reason: None,
        source: None,
        media: None,
        admission: None,
    }
}

/// A feed, and how far it has come. A copy of it is a fork.
#[derive(Clone)]
pub struct Chain {
    pub opening: Opening,
    pub device: DeviceId,
    pub key: SectionKey,
    pub seq: u64,
    pub hash: EnvelopeHash,
    pub change: Option<(ChangeHash, u64)>,
    pub counter: u64,
    actor: ActorId,
}

impl Chain {
    pub fn tag(&self) -> FeedTag {
        tag_of(self.actor)
    }

    /// What the next envelope would carry.
    pub fn draft(&self, time: Millis, texts: &[&str]) -> Payload {
        let (entries, bodies) = texts.iter().map(|text| statement(text, time)).unzip();
        Payload {
            time,
            entries,
            bodies,
            deps: Vec::new(),
            opening: (self.seq == 0).then_some(self.opening),
            checkpoint: None,
        }
    }

    pub fn header(&self) -> Header {
        let mut prev = [0; 16];
        if self.seq > 0 {
            prev.copy_from_slice(&self.hash.0[..16]);
        }
        Header {
            key: self.key.id(),
            document: pseudonym(&self.key, self.opening.document),
            feed: self.tag(),
            seq: self.seq + 1,
            prev,
        }
    }

    /// Seals without going on: the next one has the same number.
    pub fn seal(&self, world: &World, liar: &Liar, header: Header, payload: &Payload) -> Vec<u8> {
        Envelope::seal(header, payload, &self.key, &world.context.nonce(), liar.sign()).to_bytes()
    }

    /// Seals and signs any bytes where a padded, compressed payload belongs.
    pub fn seal_raw(&self, world: &World, liar: &Liar, header: Header, padded: &[u8]) -> Vec<u8> {
        let key = expand(
            &liar.secrets[&self.opening.section],
            Label::new("envelope-key"),
            &[],
        );
        let header = to_bytes(&header);
        let sealed = aead::seal(&key, &world.context.nonce(), &header, padded);
        signed(liar, &[header, sealed].concat())
    }

    /// Seals the next envelope and goes on.
    pub fn push(&mut self, world: &World, liar: &Liar, payload: &Payload) -> Vec<u8> {
        let bytes = self.seal(world, liar, self.header(), payload);
        let entries: Vec<(String, Vec<u8>)> = payload
            .entries
            .iter()
            .zip(self.counter + 1..)
            .map(|(entry, counter)| (entry_key(self.tag(), counter), entry.scalar()))
            .collect();
        let (_, built) = change::build(change::Fields {
            actor: self.actor,
            seq: self.seq + 1,
            start_op: self.change.map_or(0, |(_, max_op)| max_op) + 1,
            deps: self.change.iter().map(|(hash, _)| *hash).collect(),
            time: payload.time,
            entries: &entries,
        })
        .unwrap();
        self.seq += 1;
        self.hash = Envelope::parse(&bytes).unwrap().hash();
        self.change = Some((built.hash, built.max_op));
        self.counter += entries.len() as u64;
        bytes
    }

    /// The next envelope, with one entry.
    pub fn say(&mut self, world: &World, liar: &Liar, text: &str) -> Vec<u8> {
        let payload = self.draft(world.context.now(), &[text]);
        self.push(world, liar, &payload)
    }

    /// A right checkpoint of what has been said.
    pub fn checkpoint(&self, liar: &Liar) -> Checkpoint {
        let (change, _) = self.change.unwrap();
        let mut to = Writer::default();
        to.array(5)
            .value(&self.opening.document)
            .value(&self.tag())
            .uint(self.seq)
            .value(&self.hash)
            .value(&change);
        Checkpoint {
            seq: self.seq,
            envelope: self.hash,
            change,
            signature: liar.sign().sign(Label::new("checkpoint"), &[&to.into_bytes()]),
        }
    }

    /// The id that an entry of a payload will have.
    pub fn entry_id(&self, payload: &Payload, number: usize) -> EntryId {
        payload.entries[number].id(
            self.opening.document,
            self.tag(),
            self.counter + 1 + number as u64,
        )
    }
}
