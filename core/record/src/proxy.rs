//! People who act for the patient (security.md §14): a parent, a partner, a carer. Each is an author with a key of their own,
//! never the patient's; what they may do is said by the patient's identity key, for some sections, until some day, and can be
//! ended.

use crate::authority::Statements;
use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::context::Millis;
use crate::feed::Feed;
use crate::id::{AuthorId, DeviceId, StatementId};
use crate::record::{MembersError, Record, Welcome};
use crate::section::Section;
use crate::statement::{Fact, KnownHead, MAX_HEADS, Statement, name, reader_of};
use crate::store::Unlock;
use pocketchart_crypto::sign::SigningKey;

/// What a proxy may do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Read.
    View,
    /// Read and write; in its sections what it says counts as the patient's own word.
    Manage,
    /// Read what an emergency needs ([`Section::in_emergency`]), and be told when somebody used the emergency grant.
    Emergency,
}

impl Role {
    /// The name used in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Role::View => "view",
            Role::Manage => "manage",
            Role::Emergency => "emergency",
        }
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Role::View, Role::Manage, Role::Emergency]
            .into_iter()
            .find(|it| it.name() == name)
    }
}

impl Canonical for Role {
    fn write(&self, to: &mut Writer) {
        to.uint(match self {
            Role::View => 1,
            Role::Manage => 2,
            Role::Emergency => 3,
        });
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        match from.uint()? {
            1 => Ok(Role::View),
            2 => Ok(Role::Manage),
            3 => Ok(Role::Emergency),
            _ => Err(Malformed("role")),
        }
    }
}

/// The patient says: this person acts for me in these sections.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proxy {
    /// Who.
    pub author: AuthorId,
    /// What the patient calls them.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Where; each once, in their order.
    pub sections: Vec<Section>,
    /// Since when, by the device that said so.
    pub created: Millis,
    /// Until when.
    pub not_after: Millis,
}

/// The patient says: this person acts for me no more. Whatever was said of them until then is over; what they wrote past
/// these heads is only proposed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProxyEnd {
    /// Who.
    pub author: AuthorId,
    /// When, by the device that says so.
    pub ended: Millis,
    /// How far their feeds were known; at most 1,200.
    pub heads: Vec<KnownHead>,
}

impl Proxy {
    pub(crate) fn fields(&self, to: &mut Writer) {
        to.array(7).uint(9).value(&self.author).text(&self.name);
        to.value(&self.role).list(&self.sections);
        to.uint(self.created).uint(self.not_after);
    }

    pub(crate) fn after_kind(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let it = Self {
            author: from.value()?,
            name: name(from)?,
            role: from.value()?,
            sections: from.list(Section::ALL.len())?,
            created: from.uint()?,
            not_after: from.uint()?,
        };
        if !it.sections.is_sorted_by(|a, b| a < b) {
            return Err(Malformed("order of sections"));
        }
        let beyond = |section: &Section| it.role == Role::Emergency && !section.in_emergency();
        if it.sections.iter().any(beyond) {
            return Err(Malformed("beyond an emergency"));
        }
        Ok(it)
    }
}

impl ProxyEnd {
    pub(crate) fn fields(&self, to: &mut Writer) {
        to.array(4).uint(10).value(&self.author);
        to.uint(self.ended).list(&self.heads);
    }

    pub(crate) fn after_kind(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            author: from.value()?,
            ended: from.uint()?,
            heads: from.list(MAX_HEADS)?,
        })
    }
}

impl Statements {
    /// Who acts or acted for the patient, as the identity key of now says.
    pub fn proxies(&self) -> impl Iterator<Item = (StatementId, &Proxy)> {
        let said = self.iter().filter(|(_, it)| self.speaks(it));
        said.filter_map(|(id, statement)| match &statement.fact {
            Fact::Proxy(it) => Some((*id, it)),
            _ => None,
        })
    }

    /// The ends of that.
    pub fn proxy_ends(&self) -> impl Iterator<Item = &ProxyEnd> {
        let said = self.iter().filter(|(_, it)| self.speaks(it));
        said.filter_map(|(_, statement)| match &statement.fact {
            Fact::ProxyEnd(it) => Some(it),
            _ => None,
        })
    }

    /// Whether the patient ended it.
    pub fn is_over(&self, proxy: &Proxy) -> bool {
        let mut ends = self.proxy_ends();
        ends.any(|it| it.author == proxy.author && proxy.created <= it.ended)
            && !crate::sabotage::off("end of proxy")
    }

    /// Whether it holds now.
    pub fn holds(&self, proxy: &Proxy, now: Millis) -> bool {
        now <= proxy.not_after && !self.is_over(proxy)
    }

    /// One of them, whoever said it.
    pub(crate) fn proxy(&self, id: &StatementId) -> Option<&Proxy> {
        match &self.get(id)?.fact {
            Fact::Proxy(it) => Some(it),
            _ => None,
        }
    }

    /// The sections that a proxy may read now.
    pub(crate) fn proxy_reads(&self, author: AuthorId, now: Millis) -> impl Iterator<Item = Section> {
        let of = self
            .proxies()
            .map(|(_, it)| it)
            .filter(move |it| it.author == author);
        of.filter(move |it| self.holds(it, now))
            .flat_map(|it| it.sections.iter().copied())
    }

    /// Devices of proxies that could read a section once and are to read nothing new: how key records name them, and when
    /// they may have been given keys whole.
    pub(crate) fn proxies_out(
        &self,
        section: Section,
        now: Millis,
    ) -> impl Iterator<Item = ([u8; 16], Millis)> {
        let past = self.proxies().map(|(_, it)| it).filter(move |it| {
            it.sections.contains(&section) && !self.proxy_reads(it.author, now).any(|it| it == section)
        });
        past.flat_map(move |proxy| {
            let of = self
                .certificates()
                .map(|(_, it)| it)
                .filter(|it| it.author == proxy.author);
            of.map(|it| (reader_of(&it.device.kem), it.created.max(proxy.created)))
        })
    }
}

impl Record {
    /// Lets somebody act for the patient, as `proxy` says, on the device of this certificate by their own key. Packs what that
    /// device may know. The patient's identity key is unlocked for this and dropped again.
    ///
    /// # Errors
    /// [`MembersError::NotOthers`] if the certificate is not theirs, [`MembersError::NoIdentity`], or what the store says;
    /// nothing was changed.
    pub fn appoint(
        &mut self,
        proxy: Proxy,
        certificate: Statement,
        unlock: &Unlock,
    ) -> Result<Welcome, MembersError> {
        let device = self.device_of(proxy.author, &certificate)?;
        let id = certificate.id();
        let mut all = vec![certificate];
        all.extend(self.say_proxy(proxy, unlock)?);
        self.write(|record, _| record.learn(all))?;
        self.pack_for_guest(id, device).ok_or(MembersError::NotOthers)
    }

    /// Says who is to act for the patient, before any device of theirs is known. The patient's identity key is unlocked for this
    /// and dropped again.
    ///
    /// # Errors
    /// [`MembersError::NotOthers`] if it is the patient's own key, [`MembersError::NoIdentity`], or what the store says; nothing
    /// was changed.
    pub fn name_proxy(&mut self, proxy: Proxy, unlock: &Unlock) -> Result<(), MembersError> {
        if proxy.author == self.who.patient {
            return Err(MembersError::NotOthers);
        }
        let said = self.say_proxy(proxy, unlock)?;
        Ok(self.write(|record, _| record.learn(said))?)
    }

    /// Takes in the certificate of a device of somebody who was named ([`Record::name_proxy`]) and holds their key by now. Returns
    /// whether it was not known yet.
    ///
    /// # Errors
    /// [`MembersError::NotOthers`] if the certificate is of nobody who acts for the patient, or what the store says; nothing was
    /// changed.
    pub fn meet_proxy(&mut self, certificate: Statement) -> Result<bool, MembersError> {
        let author = AuthorId(certificate.signer);
        self.device_of(author, &certificate)?;
        let now = self.context.now();
        let of = |(_, it): (_, &Proxy)| it.author == author && self.statements.holds(it, now);
        if !self.is_patients() || !self.statements.proxies().any(of) {
            return Err(MembersError::NotOthers);
        }
        if self.statements.contains(&certificate.id()) {
            return Ok(false);
        }
        self.write(|record, _| record.learn(vec![certificate]))?;
        Ok(true)
    }

    /// The device that an author, not the patient, certifies for this record.
    fn device_of(&self, author: AuthorId, certificate: &Statement) -> Result<DeviceId, MembersError> {
        match &certificate.fact {
            Fact::Certificate(it)
                if certificate.record == self.id()
                    && it.author == author
                    && author != self.who.patient
                    && certificate.said_by(author) =>
            {
                Ok(it.device.sign)
            }
            _ => Err(MembersError::NotOthers),
        }
    }

    /// What the patient's identity key says of a proxy from now on.
    fn say_proxy(&self, mut proxy: Proxy, unlock: &Unlock) -> Result<Vec<Statement>, MembersError> {
        if !self.is_patients() {
            return Err(MembersError::NoIdentity);
        }
        let identity = SigningKey::from_seed(&self.identity(unlock)?);
        // Later than each end of them that is known, whatever the clock says.
        let ends = self
            .statements
            .proxy_ends()
            .filter(|it| it.author == proxy.author);
        let last = ends
            .map(|it| it.ended.saturating_add(1))
            .max()
            .unwrap_or_default();
        proxy.created = self.context.now().max(last);
        proxy.sections.sort();
        proxy.sections.dedup();
        // Apart, because nobody else learns that there is anything in it.
        let (hidden, open): (Vec<Section>, Vec<Section>) =
            proxy.sections.iter().partition(|it| **it == Section::Sensitive);
        let parts = [open, hidden].into_iter().filter(|it| !it.is_empty());
        let said = parts.map(|sections| {
            let part = Proxy {
                sections,
                ..proxy.clone()
            };
            Statement::sign(self.id(), Fact::Proxy(part), &identity)
        });
        Ok(said.collect())
    }

    /// Ends whatever an author may do for the patient: no session brings them anything new, each section that they could
    /// read gets a new key with its next entry, and what they wrote past what is known here waits for the patient.
    ///
    /// # Errors
    /// [`MembersError::NotOthers`] if nothing of theirs holds, [`MembersError::NoIdentity`], or what the store says.
    pub fn end_proxy(&mut self, author: AuthorId, unlock: &Unlock) -> Result<(), MembersError> {
        let now = self.context.now();
        let of = || self.statements.proxies().filter(|(_, it)| it.author == author);
        if !self.is_patients() || !of().any(|(_, it)| !self.statements.is_over(it)) {
            return Err(MembersError::NotOthers);
        }
        let newest = of().map(|(_, it)| it.created).max().unwrap_or_default();
        let feeds = self.feeds.values().filter(|feed| feed.author == author);
        let end = ProxyEnd {
            author,
            ended: now.max(newest),
            heads: feeds.filter_map(Feed::known_head).take(MAX_HEADS).collect(),
        };
        let identity = SigningKey::from_seed(&self.identity(unlock)?);
        let said = Statement::sign(self.id(), Fact::ProxyEnd(end), &identity);
        Ok(self.write(|record, _| record.learn(vec![said]))?)
    }

    /// Whether this device's author acts for the patient or once did, and may not write in this section now.
    pub(crate) fn only_reads(&self, section: Section, now: Millis) -> bool {
        let me = self.who.me;
        let may = |it: crate::access::MayAdd<'_>| {
            !it.ended && it.sections.contains(&section) && (it.window.0..=it.window.1).contains(&now)
        };
        self.statements.proxies().any(|(_, it)| it.author == me) && !self.statements.may_add(me).any(may)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::record_of;
    use pocketchart_crypto::Secret;

    #[test]
    fn nobody_but_the_patients_identity_key_says_who_acts() {
        let key = |seed| SigningKey::from_seed(&Secret::from_bytes([seed; 32]));
        let author = |key: &SigningKey| AuthorId(*key.public().as_bytes());
        let (patient, daughter) = (key(1), key(2));
        let record = record_of(author(&patient));
        let statements = Statements::about(record, author(&patient));
        let proxy = Proxy {
            author: author(&daughter),
            name: "Amina".into(),
            role: Role::Manage,
            sections: vec![Section::Notes],
            created: 1,
            not_after: 2,
        };
        let end = ProxyEnd {
            author: author(&daughter),
            ended: 2,
            heads: Vec::new(),
        };
        for fact in [Fact::Proxy(proxy), Fact::ProxyEnd(end)] {
            let by = |signer| statements.accepts(&Statement::sign(record, fact.clone(), signer));
            assert!(by(&patient) && !by(&daughter) && !by(&key(3)));
        }
    }
}
