//! Envelopes with right signatures and anything at all inside, by the ten thousand, into one record. It must refuse
//! what breaks a rule, change nothing by it, and hold only what can be built, saved and loaded again.

pub mod plain;
mod shape;

use crate::forge::{Chain, Liar};
use crate::history::Tally;
use crate::world::*;
use pocketchart_record::*;
use std::collections::{BTreeMap, BTreeSet};

/// Envelopes that one record is attacked with.
pub const ATTACK: u64 = 10_000;
/// Envelopes handed over at once.
const BATCH: usize = 400;

const SECTIONS: [Section; 2] = [Section::Medications, Section::Results];
/// Feeds that a batch goes on from.
const FEEDS: usize = 14;

/// One record under attack.
pub struct Attack {
    world: World,
    chance: Seeded,
    phone: Record,
    own: Liar,
    foreign: Liar,
    chains: Vec<(bool, Chain)>,
    tally: Tally,
}

/// What is held, as far as a refusal must not change it.
#[derive(PartialEq, Eq, Debug)]
struct Held {
    log: [u8; 32],
    envelopes: u64,
    rows: u64,
}

impl Attack {
    fn new(seed: u64) -> Self {
        let world = World::new(seed ^ 0x4057);
        let (mut phone, _) = world.patient("phone");
        for section in SECTIONS {
            phone.append(vec![note(section, "honest")]).unwrap();
        }
        let own = Liar::own(&world, &mut phone);
        let foreign = Liar::foreign(&world, &mut phone, &SECTIONS, &SECTIONS);
        Self {
            chance: Seeded::new(seed),
            world,
            phone,
            own,
            foreign,
            chains: Vec::new(),
            tally: Tally::default(),
        }
    }

    /// A whole attack.
    ///
    /// # Errors
    /// What does not hold, in words.
    pub fn run(seed: u64) -> Result<Tally, String> {
        let mut attack = Self::new(seed);
        let mut sent = 0;
        while sent < ATTACK {
            attack.renew_chains()?;
            let (foreign, batch) = attack.batch();
            sent += batch.len() as u64;
            attack.hand_over(foreign, &batch)?;
        }
        attack.check()?;
        attack.tally.add("attacks", 1);
        Ok(attack.tally)
    }

    fn held(&self) -> Result<Held, String> {
        let mut rows = 0;
        for section in Section::ALL {
            rows += self.phone.head(section).map_err(|error| error.to_string())?.rows;
        }
        let own = |branch: &Branch| branch.seq + 1 - branch.from;
        Ok(Held {
            log: self.phone.log_digest(),
            envelopes: self
                .phone
                .feeds()
                .flat_map(|feed| feed.branches.iter().map(own))
                .sum(),
            rows,
        })
    }

    /// Some feeds that are begun rightly, for the attack to go on from.
    fn renew_chains(&mut self) -> Result<(), String> {
        self.chains.clear();
        for number in 0..FEEDS {
            let foreign = number < 2;
            let section = *self.chance.pick(&SECTIONS);
            let liar = if foreign { &self.foreign } else { &self.own };
            let mut chain = liar.chain(&self.world, section);
            let mut begun = Vec::new();
            for number in 0..self.chance.below(3) {
                begun.push(chain.say(&self.world, liar, &format!("begun rightly {number}")));
            }
            let origin = if foreign {
                Origin::Live(liar.device())
            } else {
                Origin::Stored
            };
            let accepted = self
                .phone
                .accept(&begun, origin)
                .map_err(|error| error.to_string())?;
            if accepted.applied < begun.len() as u64 {
                if !foreign {
                    return Err(format!("a right beginning was not taken in: {accepted:?}"));
                }
                // It was found out, and is believed no more.
                self.foreign = Liar::foreign(&self.world, &mut self.phone, &SECTIONS, &SECTIONS);
                chain = self.foreign.chain(&self.world, section);
            }
            self.chains.push((foreign, chain));
        }
        Ok(())
    }

    fn batch(&mut self) -> (bool, Vec<Vec<u8>>) {
        let foreign = self.chance.once_in(6);
        let fitting: Vec<usize> = (0..self.chains.len())
            .filter(|it| self.chains[*it].0 == foreign)
            .collect();
        let batch = (0..BATCH)
            .map(|_| self.envelope(foreign, *self.chance.pick(&fitting)))
            .collect();
        (foreign, batch)
    }

    fn hand_over(&mut self, foreign: bool, batch: &[Vec<u8>]) -> Result<(), String> {
        let before = self.held()?;
        let origin = if foreign {
            Origin::Live(self.foreign.device())
        } else {
            Origin::Stored
        };
        let accepted = self
            .phone
            .accept(batch, origin)
            .map_err(|error| error.to_string())?;
        let after = self.held()?;
        // An admission of the patient's own may have been added for what was taken in.
        let own = u64::from(foreign) * 2;
        let grown = after.envelopes - before.envelopes;
        if !(accepted.applied..=accepted.applied + own).contains(&grown) {
            return Err(format!("{grown} envelopes more by {accepted:?}"));
        }
        if accepted.applied == 0 && before != after {
            return Err(format!("nothing was taken in, and yet: {before:?}, {after:?}"));
        }
        self.tally.add("envelopes", batch.len() as u64);
        self.tally.add("taken in", accepted.applied);
        self.tally.add("forks", accepted.forked.len() as u64);
        self.tally.add("waiting", accepted.waiting);
        for (reason, count) in accepted.refused {
            self.tally.add(name_of(reason), count);
        }
        Ok(())
    }

    /// What was taken in can be built, saved and loaded; the views follow from it; what is kept beside it is bounded.
    fn check(&mut self) -> Result<(), String> {
        let text = |error: StoreError| error.to_string();
        let verified = self.phone.verify().map_err(text)?;
        if let Some(fault) = verified.faults.first() {
            return Err(format!("the record is not sound: {fault:?}"));
        }
        let documents: BTreeSet<DocumentId> = self.phone.feeds().map(|feed| feed.document).collect();
        for document in documents {
            let built = self.phone.materialise(document).map_err(text)?;
            let loaded = automerge::Automerge::load(&built.save()).map_err(|error| error.to_string())?;
            if loaded.get_heads() != built.get_heads() {
                return Err("a document changed by saving and loading".into());
            }
            self.tally.add("documents saved and loaded", 1);
        }
        let (waiting, evidence) = (self.phone.pending(), self.phone.evidence().map_err(text)?.len());
        if waiting > 3 * MAX_PENDING.0 as u64 || evidence > 256 {
            return Err(format!(
                "{waiting} envelopes wait, {evidence} are kept as evidence"
            ));
        }
        let last = self
            .phone
            .append(vec![note(Section::Results, "honest to the end")]);
        last.map(drop).map_err(|error| error.to_string())
    }
}

fn name_of(reason: Refusal) -> &'static str {
    let names: BTreeMap<Refusal, &'static str> = BTreeMap::from([
        (Refusal::Malformed, "refused: malformed"),
        (Refusal::Signature, "refused: signature"),
        (Refusal::Seal, "refused: seal"),
        (Refusal::Payload, "refused: payload"),
        (Refusal::WrongDocument, "refused: wrong document"),
        (Refusal::Uncertified, "refused: uncertified"),
        (Refusal::Unauthorised, "refused: unauthorised"),
        (Refusal::Unfit, "refused: unfit"),
        (Refusal::Change, "refused: change"),
        (Refusal::Checkpoint, "refused: checkpoint"),
        (Refusal::Stopped, "refused: stopped"),
        (Refusal::Quota, "refused: quota"),
    ]);
    names.get(&reason).copied().unwrap_or("refused: other")
}
