//! Who may write what. Certificates and the patient's permissions decide here; grants plug in through the same trait.

use crate::access::{Access, AccessEnd, MayAdd};
use crate::context::Millis;
use crate::id::{AuthorId, DeviceId, KeyId, RecordId, StatementId};
use crate::proxy::Role;
use crate::section::Section;
use crate::statement::{Certificate, Fact, KeyRecord, Permission, Revocation, Statement, reader_of};
use crate::succession::Line;
use pocketchart_crypto::kem::KemPublic;
use std::collections::{BTreeMap, BTreeSet};

/// The grace after a permission's end in which a note about the time before is still admitted.
pub const GRACE: Millis = 7 * 24 * 3600 * 1000;

/// What is asked when an envelope comes from its author.
pub struct Claim {
    /// The author of the document.
    pub author: AuthorId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// The section.
    pub section: Section,
    /// The time the envelope claims.
    pub written: Millis,
    /// The time now, by the one who takes it.
    pub now: Millis,
}

/// The answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// Take it in, by right of this statement.
    Admit(StatementId),
    /// Keep it until the patient decides.
    Hold,
    /// This author has no right to write here.
    Refuse,
}

/// Decides about envelopes of authors other than the patient.
pub trait Authority: Send + Sync {
    /// The decision, made once by the patient's device that takes the envelope.
    fn decide(&self, claim: &Claim, statements: &Statements) -> Decision;
}

/// What the patient has said in statements: permissions, and what redeemers of grants may do.
pub struct Permissions;

impl Authority for Permissions {
    fn decide(&self, claim: &Claim, statements: &Statements) -> Decision {
        let mut decision = Decision::Refuse;
        for right in statements.may_add(claim.author) {
            let (from, until) = right.window;
            let other_device = right.device.is_some_and(|device| device != claim.device);
            if other_device || !right.sections.contains(&claim.section) || claim.written.min(claim.now) < from
            {
                continue;
            }
            if !right.ended && claim.written <= until && claim.now <= until.saturating_add(GRACE) {
                return Decision::Admit(right.by);
            }
            decision = Decision::Hold;
        }
        decision
    }
}

/// The statements known about one record.
#[derive(Default)]
pub struct Statements {
    record: Option<(RecordId, AuthorId)>,
    all: BTreeMap<StatementId, Statement>,
    pub(crate) line: Line,
    /// The device that keeps them.
    pub(crate) this: Option<DeviceId>,
}

/// The most statements kept: certificates, keys and permissions of a lifetime.
pub const MAX_STATEMENTS: usize = 20_000;

impl Statements {
    /// None yet, about this record of this patient.
    pub(crate) fn about(record: RecordId, patient: AuthorId) -> Self {
        Self {
            record: Some((record, patient)),
            all: BTreeMap::new(),
            line: Line::default(),
            this: None,
        }
    }

    /// The same, kept by this device: what it says of itself counts here ([`Statements::is_claim`]).
    pub(crate) fn kept_by(self, device: DeviceId) -> Self {
        Self {
            this: Some(device),
            ..self
        }
    }

    pub(crate) fn patient(&self) -> Option<AuthorId> {
        self.record.map(|(_, patient)| patient)
    }

    /// Whether the signer may say this.
    pub(crate) fn accepts(&self, statement: &Statement) -> bool {
        let Some((record, patient)) = self.record else {
            return false;
        };
        statement.record == record
            && match &statement.fact {
                Fact::Certificate(it) if it.author == patient => {
                    self.was_identity(AuthorId(statement.signer))
                }
                Fact::Certificate(certificate) => statement.said_by(certificate.author),
                Fact::Recovery(_)
                | Fact::Permission(_)
                | Fact::Revocation(_)
                | Fact::Proxy(_)
                | Fact::ProxyEnd(_) => self.was_identity(AuthorId(statement.signer)),
                Fact::Succession(it) => self.accepts_succession(statement, it),
                Fact::Key(_) | Fact::Access(_) | Fact::AccessEnd(_) => {
                    let mut certificates = self.certificates();
                    certificates
                        .any(|(_, it)| it.author == patient && statement.said_by_device(it.device.sign))
                        || self.is_claim(statement)
                }
            }
    }

    pub(crate) fn insert(&mut self, statement: Statement) {
        self.all.insert(statement.id(), statement);
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&StatementId, &Statement)> {
        self.all.iter()
    }

    /// Whether it is known.
    pub fn contains(&self, id: &StatementId) -> bool {
        self.all.contains_key(id)
    }

    /// One of them.
    pub fn get(&self, id: &StatementId) -> Option<&Statement> {
        self.all.get(id)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The certificates of devices.
    pub fn certificates(&self) -> impl Iterator<Item = (StatementId, &Certificate)> {
        self.all
            .iter()
            .filter_map(|(id, statement)| match &statement.fact {
                Fact::Certificate(it) => Some((*id, it)),
                _ => None,
            })
    }

    /// One certificate.
    pub fn certificate(&self, id: &StatementId) -> Option<&Certificate> {
        match &self.all.get(id)?.fact {
            Fact::Certificate(it) => Some(it),
            _ => None,
        }
    }

    /// The certificate of a device: of several, the one that lasts longest, and before all others one by the patient's
    /// identity key of now.
    pub fn certificate_of(&self, device: DeviceId) -> Option<(StatementId, &Certificate)> {
        let of = self.certificates().filter(|(_, it)| it.device.sign == device);
        of.max_by_key(|(id, it)| self.rank(*id, it))
    }

    fn rank(&self, id: StatementId, it: &Certificate) -> (bool, Millis, StatementId) {
        (
            self.all.get(&id).is_some_and(|said| self.speaks(said)),
            it.not_after,
            id,
        )
    }

    /// The certificates that count now: the newest of each device.
    pub fn newest_certificates(&self) -> impl Iterator<Item = (StatementId, &Certificate)> {
        let mut newest: BTreeMap<DeviceId, (StatementId, &Certificate)> = BTreeMap::new();
        for (id, it) in self.certificates() {
            let known = newest.entry(it.device.sign).or_insert((id, it));
            if self.rank(known.0, known.1) < self.rank(id, it) {
                *known = (id, it);
            }
        }
        newest.into_values()
    }

    /// Whether a device's newest certificate has ended.
    pub fn has_expired(&self, device: DeviceId, now: Millis) -> bool {
        self.certificate_of(device)
            .is_some_and(|(_, it)| it.not_after < now)
    }

    /// What the patient's identity key of now said of lost devices. Devices that were apart may each have said so of one.
    pub fn revocations(&self) -> impl Iterator<Item = &Revocation> {
        let said = self.all.values().filter(|it| self.speaks(it));
        said.filter_map(|statement| match &statement.fact {
            Fact::Revocation(it) => Some(it),
            _ => None,
        })
    }

    /// Since when a device is lost; `None` if it is not. Lost is what was said to be, and after a succession each device of
    /// the patient's that the new identity key has not certified.
    pub fn revoked(&self, device: DeviceId) -> Option<Millis> {
        let of = self.revocations().filter(|it| it.device == device);
        let said = of.map(|it| it.revoked).min();
        let mut out = self.successions().filter(|it| it.revoked.contains(&device));
        let taken_out = out.next().map(|it| it.created);
        said.or(taken_out).or_else(|| {
            let newest = self.successions().next_back()?;
            let (id, certificate) = self.certificate_of(device)?;
            let stays = self.all.get(&id).is_some_and(|it| self.speaks(it));
            (Some(certificate.author) == self.patient() && !stays).then_some(newest.created)
        })
    }

    /// The devices of the patient's that are lost.
    pub(crate) fn lost_devices(&self) -> BTreeSet<DeviceId> {
        if self.successions().next().is_none() {
            return self.revocations().map(|it| it.device).collect();
        }
        let devices: BTreeSet<DeviceId> = self.certificates().map(|(_, it)| it.device.sign).collect();
        devices
            .into_iter()
            .filter(|it| self.revoked(*it).is_some())
            .collect()
    }

    /// What lost devices may open, as key records name them, and until when each may have been given keys whole: with its
    /// first certificate, which an old identity key cannot date later than its succession.
    fn lost(&self) -> impl Iterator<Item = ([u8; 16], Millis)> {
        let last = self
            .successions()
            .next_back()
            .map_or(Millis::MAX, |it| it.created);
        let mut first: BTreeMap<DeviceId, ([u8; 16], Millis)> = BTreeMap::new();
        let lost = self.lost_devices();
        for (id, it) in self
            .certificates()
            .filter(|(_, it)| lost.contains(&it.device.sign))
        {
            let speaks = self.all.get(&id).is_some_and(|said| self.speaks(said));
            let created = if speaks { it.created } else { it.created.min(last) };
            let known = first
                .entry(it.device.sign)
                .or_insert((reader_of(&it.device.kem), created));
            known.1 = known.1.min(created);
        }
        first.into_values()
    }

    /// Whether a key may be written with: no lost device issued it, and neither one nor a redeemer whose time is over can
    /// open it. Each was given all keys that were older than its certificate or access, and has a packet in those that came
    /// after.
    pub(crate) fn is_sound(&self, key: KeyId, now: Millis) -> bool {
        let nobody_out = self.revocations().next().is_none() && self.accesses().next().is_none();
        if nobody_out && self.line.0.is_empty() && self.proxies().next().is_none() {
            return true;
        }
        let Some(record) = self.keys().find(|it| it.key() == key) else {
            return true;
        };
        let out: Vec<([u8; 16], Millis)> = self.out_of(record.section, now).collect();
        let opens = |record: &KeyRecord| {
            out.iter().any(|(reader, since)| {
                record.created <= *since || record.packets.iter().any(|(whose, _)| whose == reader)
            })
        };
        self.all.values().all(|statement| match &statement.fact {
            Fact::Key(record) if record.key() == key => {
                self.revoked(DeviceId(statement.signer)).is_none() && !opens(record)
            }
            _ => true,
        })
    }

    /// Who once could read the section and is to read nothing new: how key records name them, and when they were last given
    /// all keys.
    fn out_of(&self, section: Section, now: Millis) -> impl Iterator<Item = ([u8; 16], Millis)> + '_ {
        let past = self.past_recoveries().map(|it| (reader_of(it), 0));
        let over = self.accesses().filter_map(move |(_, it)| {
            let reads_on = self.reads_later(it.device, now).any(|later| later == section);
            let out = it.read.contains(&section) && !reads_on;
            let (_, certificate) = self.certificate_of(it.device).filter(|_| out)?;
            Some((reader_of(&certificate.device.kem), it.made))
        });
        self.lost()
            .chain(past)
            .chain(over)
            .chain(self.proxies_out(section, now))
    }

    /// The time to give a key that is made now: later than when any lost device or redeemer was given keys, whatever the
    /// clock says.
    pub(crate) fn time_of_new_key(&self, now: Millis) -> Millis {
        let lost = self.lost().map(|(_, since)| since);
        let given = lost.chain(self.accesses().map(|(_, it)| it.made));
        let proxies = Section::ALL
            .into_iter()
            .flat_map(|section| self.proxies_out(section, now));
        let given = given.chain(proxies.map(|(_, since)| since));
        let latest = given.map(|it| it.saturating_add(1)).max();
        latest.unwrap_or_default().max(now)
    }

    /// What redeemers of grants may do.
    pub fn accesses(&self) -> impl Iterator<Item = (StatementId, &Access)> {
        // Whoever has the old words can certify devices of their own by them.
        let void = |by: &Statement| !self.line.0.is_empty() && self.revoked(DeviceId(by.signer)).is_some();
        self.all
            .iter()
            .filter_map(move |(id, statement)| match &statement.fact {
                Fact::Access(it) if !void(statement) => Some((*id, it)),
                _ => None,
            })
    }

    /// One of them.
    pub fn access(&self, id: &StatementId) -> Option<&Access> {
        match &self.all.get(id)?.fact {
            Fact::Access(it) => Some(it),
            _ => None,
        }
    }

    /// What was said of grants that ended. Devices that were apart may each have said so of one.
    pub fn access_ends(&self) -> impl Iterator<Item = &AccessEnd> {
        self.all.values().filter_map(|statement| match &statement.fact {
            Fact::AccessEnd(it) => Some(it),
            _ => None,
        })
    }

    /// Whether the patient ended it before its time.
    pub fn has_ended(&self, access: &Access) -> bool {
        let mut ends = self.access_ends();
        ends.any(|it| it.grant == access.grant && it.author == access.author)
            && !crate::sabotage::off("end of access")
    }

    /// By what an author may add.
    pub(crate) fn may_add(&self, author: AuthorId) -> impl Iterator<Item = MayAdd<'_>> {
        let permitted = self.permissions(author).map(|(id, it)| MayAdd::permitted(id, it));
        let granted = self.accesses().filter(move |(_, it)| it.author == author);
        let manages = self
            .proxies()
            .filter(move |(_, it)| it.author == author && it.role == Role::Manage);
        permitted
            .chain(granted.map(|(id, it)| MayAdd::granted(id, it, self.has_ended(it))))
            .chain(manages.map(|(id, it)| MayAdd::managing(id, it, self.is_over(it))))
    }

    /// The sections that a redeemer's device may read when it is let in.
    pub(crate) fn reads(&self, device: DeviceId, now: Millis) -> impl Iterator<Item = Section> {
        let valid = self.valid_accesses(device, now);
        valid.flat_map(|it| it.read.iter().copied())
    }

    fn valid_accesses(&self, device: DeviceId, now: Millis) -> impl Iterator<Item = &Access> {
        let of = self
            .accesses()
            .map(|(_, it)| it)
            .filter(move |it| it.device == device);
        of.filter(move |it| now <= it.not_after && !self.has_ended(it))
    }

    /// The sections of which a redeemer's device may read what is new.
    pub(crate) fn reads_later(&self, device: DeviceId, now: Millis) -> impl Iterator<Item = Section> {
        let valid = self.valid_accesses(device, now);
        valid.flat_map(|it| it.later.iter().copied())
    }

    /// Whether a redeemer's device may read what is new of any section.
    pub fn reads_on(&self, device: DeviceId, now: Millis) -> bool {
        self.reads_later(device, now).next().is_some()
    }

    /// What the patient permits an author.
    pub fn permissions(&self, author: AuthorId) -> impl Iterator<Item = (StatementId, &Permission)> {
        self.all
            .iter()
            .filter_map(move |(id, statement)| match &statement.fact {
                Fact::Permission(it) if it.author == author && self.speaks(statement) => Some((*id, it)),
                _ => None,
            })
    }

    /// The section keys that are known to exist.
    pub fn keys(&self) -> impl Iterator<Item = &KeyRecord> {
        self.all.values().filter_map(|statement| match &statement.fact {
            Fact::Key(it) => Some(it),
            _ => None,
        })
    }

    /// Who every section key is sealed to: the recovery key and the patient's devices that are neither lost nor past
    /// the end of their certificates.
    pub fn standing_readers(&self, now: Millis) -> Vec<KemPublic> {
        let Some((_, patient)) = self.record else {
            return Vec::new();
        };
        let devices = self.newest_certificates().map(|(_, it)| it).filter(|it| {
            it.author == patient && now <= it.not_after && self.revoked(it.device.sign).is_none()
        });
        let devices = devices.map(|it| &it.device.kem);
        self.recovery().into_iter().chain(devices).cloned().collect()
    }

    /// The recovery key.
    pub fn recovery(&self) -> Option<&KemPublic> {
        let mut said = self.all.values().filter(|it| self.speaks(it));
        said.find_map(|statement| match &statement.fact {
            Fact::Recovery(it) => Some(&it.kem),
            _ => None,
        })
    }
}
