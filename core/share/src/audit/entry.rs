use pocketchart_crypto::Label;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{Millis, Section};

use super::action::{Action, Outcome, Purpose};
use crate::grant::GrantId;
use crate::grant::signed::{Body, VERSION};

/// Characters of a claimed name.
pub const MAX_NAME: usize = 100;
/// Characters of a reason.
pub const MAX_REASON: usize = 200;

/// What happened, before it has its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// What was done.
    pub action: Action,
    /// The public key of whoever it was done by or to; none for the patient at this device.
    pub actor: Option<[u8; 32]>,
    /// What they call themselves. Nothing proves it. At most [`MAX_NAME`] characters, none of them control characters.
    pub actor_name: Option<String>,
    /// Under which grant.
    pub grant: Option<GrantId>,
    /// Why: the id of a refusal (lower-case ASCII, digits, `-`), else a person's words, at most [`MAX_REASON`]
    /// characters.
    pub reason: Option<String>,
    /// What of the record: ascending, each once.
    pub sections: Vec<Section>,
    /// How many entries of it.
    pub count: u64,
    /// What for.
    pub purpose: Purpose,
    /// By whose word they came, where a redeemer passed a part of the grant on.
    pub via: Option<Introducer>,
}

/// A redeemer who passed a part of a grant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introducer {
    /// Their public key.
    pub key: [u8; 32],
    /// What they call themselves; may be empty. Nothing proves it. At most [`MAX_NAME`] characters, none of them control
    /// characters.
    pub name: String,
}

impl AuditEvent {
    /// An event of which nothing else is said yet.
    pub fn new(action: Action) -> Self {
        Self {
            action,
            actor: None,
            actor_name: None,
            grant: None,
            reason: None,
            sections: Vec::new(),
            count: 0,
            purpose: Purpose::PatientRequest,
            via: None,
        }
    }

    /// With texts cut and cleaned and sections in order, so that whatever a stranger says of themselves can be logged.
    #[must_use]
    pub(super) fn tidy(mut self) -> Self {
        self.actor_name = self.actor_name.and_then(|it| bounded(&it, MAX_NAME));
        self.reason = self.reason.and_then(|it| bounded(&it, MAX_REASON));
        if self.action == Action::Refused && !self.reason.as_deref().is_none_or(is_id) {
            self.reason = None;
        }
        if let Some(via) = &mut self.via {
            via.name = bounded(&via.name, MAX_NAME).unwrap_or_default();
        }
        self.sections.sort();
        self.sections.dedup();
        self
    }
}

fn bounded(text: &str, most: usize) -> Option<String> {
    let text: String = text.chars().filter(|it| !it.is_control()).take(most).collect();
    Some(text).filter(|it| !it.is_empty())
}

fn is_bounded(text: &str, most: usize) -> bool {
    !text.is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control)
}

fn is_id(text: &str) -> bool {
    text.bytes()
        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

/// When it happened, by the clocks of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The wall clock.
    pub wall: Millis,
    /// The clock that nobody can set.
    pub since_start: Option<SinceStart>,
}

impl Stamp {
    /// By the wall clock alone.
    pub fn at(wall: Millis) -> Self {
        Self {
            wall,
            since_start: None,
        }
    }
}

/// The time since the device was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SinceStart {
    /// Another value after each start.
    pub boot: [u8; 16],
    /// Time since then, sleep included.
    pub running: Millis,
}

/// One entry of a device's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// The device whose log it is, and that signs it.
    pub device: VerifyingKey,
    /// Its number, from 1.
    pub number: u64,
    /// The hash of the entry before; zeros for the first.
    pub prev: [u8; 32],
    /// When.
    pub time: Stamp,
    /// The number of the begun entry whose end it tells.
    pub closes: Option<u64>,
    /// What.
    pub event: AuditEvent,
    /// How it ended.
    pub outcome: Outcome,
}

impl Body for AuditEntry {
    const LABEL: Label = Label::new("audit");

    fn signer(&self) -> VerifyingKey {
        self.device
    }

    fn check(&self) -> Result<(), Malformed> {
        let event = &self.event;
        let reason_fits =
            |it: &str| is_bounded(it, MAX_REASON) && (event.action != Action::Refused || is_id(it));
        if (self.number == 1) != (self.prev == [0; 32]) || self.number == 0 {
            Err(Malformed("number"))
        } else if !event
            .actor_name
            .as_deref()
            .is_none_or(|it| is_bounded(it, MAX_NAME))
        {
            Err(Malformed("name"))
        } else if !event
            .via
            .as_ref()
            .is_none_or(|it| it.name.is_empty() || is_bounded(&it.name, MAX_NAME))
        {
            Err(Malformed("introducer"))
        } else if !event.reason.as_deref().is_none_or(reason_fits) {
            Err(Malformed("reason"))
        } else if !event.sections.is_sorted_by(|a, b| a < b) {
            Err(Malformed("sections"))
        } else if self
            .closes
            .is_some_and(|it| it == 0 || it >= self.number || self.outcome == Outcome::Begun)
        {
            Err(Malformed("closed entry"))
        } else {
            Ok(())
        }
    }
}

impl Canonical for AuditEntry {
    fn write(&self, to: &mut Writer) {
        let event = &self.event;
        let optional = [
            self.time.since_start.is_some(),
            self.closes.is_some(),
            event.actor.is_some(),
            event.actor_name.is_some(),
            event.grant.is_some(),
            event.reason.is_some(),
            event.via.is_some(),
        ];
        to.map(10 + optional.into_iter().filter(|it| *it).count());
        to.uint(0).uint(VERSION);
        to.uint(1).bytes(self.device.as_bytes());
        to.uint(2).uint(self.number);
        to.uint(3).bytes(&self.prev);
        to.uint(4).uint(self.time.wall);
        if let Some(SinceStart { boot, running }) = &self.time.since_start {
            to.uint(5).array(2).bytes(boot).uint(*running);
        }
        if let Some(closes) = self.closes {
            to.uint(6).uint(closes);
        }
        to.uint(7).value(&event.action);
        if let Some(actor) = &event.actor {
            to.uint(8).bytes(actor);
        }
        if let Some(name) = &event.actor_name {
            to.uint(9).text(name);
        }
        if let Some(grant) = &event.grant {
            to.uint(10).value(grant);
        }
        if let Some(reason) = &event.reason {
            to.uint(11).text(reason);
        }
        to.uint(12).list(&event.sections);
        to.uint(13).uint(event.count);
        to.uint(14).value(&event.purpose);
        to.uint(15).value(&self.outcome);
        if let Some(via) = &event.via {
            to.uint(16).array(2).bytes(&via.key).text(&via.name);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut fields = Fields::of(from)?;
        if fields.need(0, Reader::uint)? != VERSION {
            return Err(Malformed("version"));
        }
        let device = VerifyingKey::from_bytes(fields.need(1, Reader::fixed)?);
        let number = fields.need(2, Reader::uint)?;
        let prev = fields.need(3, Reader::fixed)?;
        let wall = fields.need(4, Reader::uint)?;
        let since_start = fields.may(5, |from| {
            from.array_of(2)?;
            Ok(SinceStart {
                boot: from.fixed()?,
                running: from.uint()?,
            })
        })?;
        let closes = fields.may(6, Reader::uint)?;
        let mut event = AuditEvent {
            action: fields.need(7, Reader::value)?,
            actor: fields.may(8, Reader::fixed)?,
            actor_name: fields.may(9, Reader::value)?,
            grant: fields.may(10, Reader::value)?,
            reason: fields.may(11, Reader::value)?,
            sections: fields.need(12, |from| from.list(Section::ALL.len()))?,
            count: fields.need(13, Reader::uint)?,
            purpose: fields.need(14, Reader::value)?,
            via: None,
        };
        let outcome = fields.need(15, Reader::value)?;
        event.via = fields.may(16, |from| {
            from.array_of(2)?;
            Ok(Introducer {
                key: from.fixed()?,
                name: from.value()?,
            })
        })?;
        Ok(Self {
            device,
            number,
            prev,
            time: Stamp { wall, since_start },
            closes,
            event,
            outcome,
        })
    }
}

/// The fields of a map in the order of their keys, some of which may be missing. That nothing is left over shows when
/// what was read is written once more.
struct Fields<'r, 'b> {
    from: &'r mut Reader<'b>,
    left: usize,
    next: Option<u64>,
}

impl<'r, 'b> Fields<'r, 'b> {
    fn of(from: &'r mut Reader<'b>) -> Result<Self, Malformed> {
        let left = from.map()?;
        Ok(Self {
            from,
            left,
            next: None,
        })
    }

    fn may<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut Reader<'b>) -> Result<T, Malformed>,
    ) -> Result<Option<T>, Malformed> {
        if self.next.is_none() && self.left > 0 {
            self.next = Some(self.from.uint()?);
            self.left -= 1;
        }
        if self.next != Some(key) {
            return Ok(None);
        }
        self.next = None;
        read(self.from).map(Some)
    }

    fn need<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut Reader<'b>) -> Result<T, Malformed>,
    ) -> Result<T, Malformed> {
        self.may(key, read)?.ok_or(Malformed("field"))
    }
}
