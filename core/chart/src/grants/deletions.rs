//! What redeemers say that they deleted: kept with the grant, and shown as their word. A desk says it when the patient's device next
//! answers it, or in a letter at the relay that gave the chart.

use super::MINUTE;
use super::at_relay::RelayNews;
use super::kept::{KeptGrant, KeptRedeemer};
use crate::chart::Chart;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{AuthorId, Millis, Record, Shelf, Shelved, StoreError, key_words, sabotage};
use pocketchart_share::audit::{Action, AuditEvent, Purpose};
use pocketchart_share::grant::{Deletion, DeletionCause, GrantId, Redeemer, Signed};
use pocketchart_share::relay::{Pair, Relay, RelayError};
use pocketchart_share::session::Peer;

/// In front of a grant and the device of its redeemer, in the keys of the rows of what they said.
const SAID: u8 = 4;
/// In front of a device's name, in the key of the row that says when its boxes for this were read last.
const READ: &[u8] = b"deletions/";
/// How long after its end a redeemer goes on calling, or leaves a letter.
const CALLS: Millis = 30 * 24 * 60 * MINUTE;
/// How long after its end a letter about it may lie at a relay.
const LIES: Millis = 2 * CALLS;

/// Whoever was given something says that they deleted it. It is their word, and no proof: what was on a screen can be copied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeletionView {
    /// When keys and content were deleted, by their clock.
    pub deleted: Millis,
    /// Why.
    pub cause: DeletionCause,
}

/// What came at the relay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelayDeletion {
    /// By which grant it was given.
    pub grant: GrantId,
    /// What they call themselves; nobody has checked it.
    pub name: String,
    /// Their key, and the words that stand for it.
    pub author: (AuthorId, String),
    /// What they say.
    pub deletion: DeletionView,
}

/// What became of what a redeemer said.
pub(crate) enum Heard {
    /// It is kept now.
    Kept(DeletionView),
    /// It was kept before.
    Known,
    /// It is not about this grant, not theirs, altered, or older than what they said last. Nothing was changed.
    Refused,
}

/// The last of what one redeemer said.
struct Said {
    deletion: Signed<Deletion>,
    /// Whether it holds: not once they were given it again.
    holds: bool,
}

impl Said {
    fn of(record: &Record, grant: GrantId, redeemer: VerifyingKey) -> Result<Option<Self>, StoreError> {
        let row = record.shelved(Shelf::Grant, &key(grant, redeemer))?;
        Ok(row.map(|it| from_bytes(&it)).transpose()?)
    }

    fn row(&self) -> Shelved {
        let key = key(self.deletion.grant, self.deletion.redeemer);
        Shelved::put(Shelf::Grant, &key, to_bytes(self))
    }
}

fn key(grant: GrantId, redeemer: VerifyingKey) -> Vec<u8> {
    [&[SAID], &grant.0[..], redeemer.as_bytes()].concat()
}

impl Canonical for Said {
    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(self.deletion.to_bytes()).bool(self.holds);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            deletion: Signed::parse(from.bytes()?).map_err(|_| Malformed("deletion"))?,
            holds: from.bool()?,
        })
    }
}

impl DeletionView {
    fn of(it: &Deletion) -> Self {
        Self {
            deleted: it.deleted,
            cause: it.cause,
        }
    }

    /// Of this redeemer, if they said so and were given nothing since.
    pub(super) fn by(
        record: &Record,
        grant: GrantId,
        redeemer: VerifyingKey,
    ) -> Result<Option<Self>, StoreError> {
        let said = Said::of(record, grant, redeemer)?.filter(|it| it.holds);
        Ok(said.map(|it| Self::of(&it.deletion)))
    }
}

impl KeptGrant {
    /// The redeemers of a grant of this device, for so long after its end, and whether each has still to say that they deleted what they
    /// were given.
    fn to_hear(
        &self,
        record: &Record,
        (now, after): (Millis, Millis),
    ) -> Result<Vec<(Redeemer, bool)>, StoreError> {
        if self.of.is_some() || now > self.until().saturating_add(after) {
            return Ok(Vec::new());
        }
        let redeemers = self.state.redemptions().map(|it| *it.redeemer());
        let to_hear = redeemers.map(|it| {
            let said = DeletionView::by(record, self.grant.id, it.sign)?;
            Ok((it, said.is_none()))
        });
        to_hear.collect()
    }
}

/// Who may call about grants that this device gave in person.
pub(crate) struct AfterPeers {
    pub(crate) peers: Vec<Peer>,
    /// Whether one of them has still to say that they deleted what they were given.
    pub(crate) are_due: bool,
}

impl Chart {
    /// Whoever may call about a grant that this device gave in person. Who has said all may say it again: an answer can get lost.
    pub(crate) fn after_peers(&self) -> Result<AfterPeers, StoreError> {
        let (own, now) = (&self.record.device_keys().exchange, self.home.context().now());
        let mut all = AfterPeers {
            peers: Vec::new(),
            are_due: false,
        };
        for kept in KeptGrant::all(&self.record)? {
            if kept.relay.is_some() {
                continue;
            }
            for (redeemer, is_due) in kept.to_hear(&self.record, (now, CALLS))? {
                all.are_due |= is_due;
                // With a weak key nobody was let in either.
                all.peers.extend(Peer::after_grant(own, redeemer.exchange).ok());
            }
        }
        Ok(all)
    }

    /// Takes in what a redeemer of this grant said, who proved to be the one with this device. It is in the log before it is kept.
    pub(crate) fn hear_deletion(
        &mut self,
        kept: &KeptGrant,
        from: VerifyingKey,
        said: &[u8],
    ) -> Result<Heard, StoreError> {
        let Ok(deletion) = Signed::<Deletion>::parse(said) else {
            return Ok(Heard::Refused);
        };
        let is_theirs = deletion.redeemer == from || sabotage::off("deletion key");
        let is_of_grant = deletion.grant == kept.grant.id || sabotage::off("deletion grant");
        if !is_theirs || !is_of_grant {
            return Ok(Heard::Refused);
        }
        if let Some(last) = Said::of(&self.record, kept.grant.id, from)? {
            if last.deletion == deletion && last.holds {
                return Ok(Heard::Known);
            }
            if deletion.deleted <= last.deletion.deleted && !sabotage::off("deletion replay") {
                return Ok(Heard::Refused);
            }
        }
        let who = kept.redeemer(from);
        let mut event = AuditEvent::new(Action::DeletionSaid);
        event.grant = Some(kept.grant.id);
        event.actor = who.map(|it| it.author.0);
        event.actor_name = who.map(|it| it.name.clone());
        event.purpose = Purpose::Treatment;
        event.sections = deletion.sections.clone();
        self.audit_note(event)?;
        let view = DeletionView::of(&deletion);
        let said = Said {
            deletion,
            holds: true,
        };
        self.record.shelve(vec![said.row()])?;
        Ok(Heard::Kept(view))
    }

    /// What a redeemer said does not hold once they are given it again; it stays known, so that it is not taken for news.
    pub(crate) fn given_again(
        &self,
        grant: GrantId,
        redeemer: VerifyingKey,
    ) -> Result<Option<Shelved>, StoreError> {
        let said = Said::of(&self.record, grant, redeemer)?.filter(|it| it.holds);
        Ok(said.map(|it| Said { holds: false, ..it }.row()))
    }

    /// Looks for letters of those who took a grant at a relay and say that they deleted it.
    pub(super) fn hear_deletions(&mut self, news: &mut RelayNews) -> Result<(), StoreError> {
        let now = self.home.context().now();
        for kept in KeptGrant::all(&self.record)? {
            let Some(at) = &kept.relay else { continue };
            let to_hear = kept.to_hear(&self.record, (now, LIES))?;
            let who = kept.redeemers.iter();
            let is_due = |it: &&KeptRedeemer| to_hear.iter().any(|(by, due)| *due && by.sign == it.sign);
            let who: Vec<_> = who.filter(is_due).collect();
            if who.is_empty() {
                continue;
            }
            let failed = match Relay::new(&at.url) {
                Ok(relay) => {
                    let mut heard = who
                        .into_iter()
                        .map(|it| self.hear_deletion_of(&relay, &kept, it, news));
                    heard.find_map(|it| it.map(Result::err).transpose()).transpose()?
                }
                Err(error) => Some(error.into()),
            };
            let is_told = |it: &(GrantId, _, _)| it.0 == kept.grant.id;
            if let Some(error) = failed
                && !news.unasked.iter().any(is_told)
            {
                news.unasked.push((kept.grant.id, error, kept.until()));
            }
        }
        Ok(())
    }

    fn hear_deletion_of(
        &mut self,
        relay: &Relay,
        kept: &KeptGrant,
        who: &KeptRedeemer,
        news: &mut RelayNews,
    ) -> Result<Result<(), RelayError>, StoreError> {
        self.read_boxes(
            relay,
            (kept, who),
            (READ, Pair::deletions),
            &mut |chart, _, letter| {
                let said = letter.unwrap_or_default();
                if let Heard::Kept(deletion) = chart.hear_deletion(kept, who.sign, &said)? {
                    news.deletions.push(RelayDeletion {
                        grant: kept.grant.id,
                        name: who.name.clone(),
                        author: (who.author, key_words(who.author)),
                        deletion,
                    });
                }
                Ok(())
            },
        )
    }
}
