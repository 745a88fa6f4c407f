use super::{Affair, NOT_PERMITTED, PERMITTED};
use crate::forge::{Chain, Liar, blank, statement};
use crate::world::*;
use pocketchart_crypto::Secret;
use pocketchart_record::*;

const DAY: Millis = 86_400_000;

/// What must become of one envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Taken,
    Waits,
    Refused(Refusal),
}

impl Affair {
    pub(super) fn lie(&mut self) -> Result<(), String> {
        let (name, result) = match self.chance.below(17) {
            0 => ("branches of a foreign device", self.branches(true)),
            1 => ("branches of an own device", self.branches(false)),
            2 => ("one change in two envelopes", self.twins()),
            3 => ("back-dated", self.back_dated()),
            4 => ("after the permission", self.too_late()),
            5 => ("outside the permission", self.out_of_place()),
            6 => ("forged author", self.forged_author()),
            7 => ("forged signature", self.forged_signature()),
            8 => ("another document", self.another_document()),
            9 => ("old and new keys", self.keys_made_apart()),
            10 => ("withheld", self.withheld()),
            11 => ("too large", self.too_large()),
            12 => ("the future and circles", self.future_and_circles()),
            13 => ("unknown device", self.unknown_device()),
            14 => ("a bad one here, a good one there", self.bad_here_good_there()),
            15 => ("false dependencies and checkpoints", self.false_references()),
            _ => ("a fork behind a base", self.fork_behind_a_base()),
        };
        self.tally.add(name, 1);
        result.map_err(|problem| format!("{name}: {problem}"))
    }

    fn liar(&self, foreign: bool) -> &Liar {
        if foreign { &self.foreign } else { &self.own }
    }

    fn section(&self) -> Section {
        *self.chance.pick(&PERMITTED)
    }

    fn now(&self) -> Millis {
        self.world.context.now()
    }

    /// A liar's own device brings envelopes to a device of the patient.
    fn bring(&mut self, foreign: bool, to: usize, envelopes: &[Vec<u8>]) -> Result<Accepted, String> {
        let origin = if foreign {
            Origin::Live(self.foreign.device())
        } else {
            Origin::Stored
        };
        let accepted = self.honest[to].record.accept(envelopes, origin);
        accepted.map_err(|error| error.to_string())
    }

    fn expect(&mut self, foreign: bool, to: usize, envelope: Vec<u8>, fate: Fate) -> Result<(), String> {
        // What waited and can be taken by now is none of this envelope's affair.
        self.bring(foreign, to, &[])?;
        let before = self.honest[to].record.log_digest();
        let accepted = self.bring(foreign, to, &[envelope])?;
        let found = match (accepted.applied, accepted.waiting, accepted.refused.keys().next()) {
            (1.., _, None) => Fate::Taken,
            (0, 1, None) => Fate::Waits,
            (0, 0, Some(reason)) => Fate::Refused(*reason),
            _ => return Err(format!("{accepted:?}")),
        };
        if found != fate {
            return Err(format!("{found:?} instead of {fate:?}"));
        }
        if found != Fate::Taken && self.honest[to].record.log_digest() != before {
            return Err(format!("{found:?}, and yet the log changed"));
        }
        Ok(())
    }

    /// A foreign device that will be believed nowhere once it has been found out.
    fn burn(&mut self, foreign: bool) {
        if foreign {
            let patient = &mut self.honest[0].record;
            let keys = [&PERMITTED[..], &[NOT_PERMITTED]].concat();
            self.foreign = Liar::foreign(&self.world, patient, &PERMITTED, &keys);
            for device in 1..4 {
                self.sync(0, device);
            }
        }
    }

    /// Several continuations of one feed, each shown to another device, and growing there.
    fn branches(&mut self, foreign: bool) -> Result<(), String> {
        self.make_branches(foreign)?;
        self.burn(foreign);
        Ok(())
    }

    fn make_branches(&mut self, foreign: bool) -> Result<(), String> {
        let section = self.section();
        let mut chain = self.liar(foreign).chain(&self.world, section);
        let mut common = Vec::new();
        for number in 0..self.chance.below(3) {
            common.push(chain.say(&self.world, self.liar(foreign), &format!("common {number}")));
        }
        let count = 2 + self.chance.below(3);
        for branch in 0..count {
            let mut chain = chain.clone();
            let mut envelopes = common.clone();
            for number in 0..1 + self.chance.below(3) {
                envelopes.push(chain.say(
                    &self.world,
                    self.liar(foreign),
                    &format!("branch {branch}, {number}"),
                ));
            }
            // Branches of branches, too.
            if self.chance.once_in(3) {
                let mut again = chain.clone();
                envelopes.push(chain.say(&self.world, self.liar(foreign), "left"));
                let right = again.say(&self.world, self.liar(foreign), "right");
                let to = self.chance.below(3);
                let all: Vec<_> = [&envelopes[..envelopes.len() - 1], &[right]].concat();
                self.bring(foreign, to, &all)?;
            }
            let to = if branch < 3 { branch } else { self.chance.below(3) };
            let accepted = self.bring(foreign, to, &envelopes)?;
            if !accepted.refused.is_empty() {
                return Err(format!("{accepted:?}"));
            }
            if self.chance.once_in(2) {
                self.work();
            }
        }
        Ok(())
    }

    /// The same change sealed twice: two envelopes with one number.
    fn twins(&mut self) -> Result<(), String> {
        let foreign = self.chance.once_in(2);
        let section = self.section();
        let mut chain = self.liar(foreign).chain(&self.world, section);
        let first = chain.say(&self.world, self.liar(foreign), "first");
        let mut twin = chain.clone();
        let payload = chain.draft(self.now(), &["the same"]);
        let one = chain.push(&self.world, self.liar(foreign), &payload);
        let other = twin.push(&self.world, self.liar(foreign), &payload);
        let after = twin.say(&self.world, self.liar(foreign), "after the twin");
        self.bring(foreign, 0, &[first.clone(), one])?;
        self.bring(foreign, 1, &[first, other, after])?;
        self.burn(foreign);
        Ok(())
    }

    fn back_dated(&mut self) -> Result<(), String> {
        let mut chain = self.foreign.chain(&self.world, self.section());
        let payload = chain.draft(1_000, &["long ago"]);
        let envelope = chain.push(&self.world, &self.foreign, &payload);
        self.expect(true, 0, envelope, Fate::Refused(Refusal::Unauthorised))
    }

    /// Written inside the permission, brought after the grace: it waits for the patient, who lets it in.
    fn too_late(&mut self) -> Result<(), String> {
        let section = self.section();
        let patient = &mut self.honest[0].record;
        let late = Liar::foreign(&self.world, patient, &[section], &[section]);
        let mut chain = late.chain(&self.world, section);
        let within = chain.say(&self.world, &late, "within the permission");
        self.world.pass(2 * DAY);
        let after = chain.say(&self.world, &late, "after the permission");
        let patient = &mut self.honest[0].record;
        let origin = Origin::Live(late.device());
        let text = |error: StoreError| error.to_string();
        let accepted = patient.accept(&[within, after], origin).map_err(text)?;
        if (accepted.applied, accepted.waiting) != (1, 1) {
            return Err(format!("{accepted:?}"));
        }
        self.world.pass(9 * DAY);
        let mut other = late.chain(&self.world, section);
        let payload = other.draft(self.now() - 11 * DAY - 1_000, &["claims to be old"]);
        let envelope = other.push(&self.world, &late, &payload);
        let patient = &mut self.honest[0].record;
        let accepted = patient.accept(&[envelope], origin).map_err(text)?;
        if accepted.applied != 0 {
            return Err(format!("after the grace: {accepted:?}"));
        }
        if self.chance.once_in(2) {
            let waiting = patient.pending();
            let accepted = patient.admit(late.author).map_err(text)?;
            if accepted.applied == 0 || accepted.applied > waiting {
                return Err(format!("the patient admits {waiting}: {accepted:?}"));
            }
        }
        // The others' permissions are over, too; they go on with new ones.
        self.renew_permissions()
    }

    fn renew_permissions(&mut self) -> Result<(), String> {
        let now = self.now();
        for author in [self.foreign.author, self.honest[3].record.author()] {
            let permission = Permission {
                author,
                name: "again".into(),
                sections: PERMITTED.to_vec(),
                not_before: now,
                not_after: now + DAY,
            };
            let given = self.honest[0].record.permit(permission, &unlock());
            given.map_err(|error| error.to_string())?;
        }
        for device in 1..4 {
            self.sync(0, device);
        }
        Ok(())
    }

    fn out_of_place(&mut self) -> Result<(), String> {
        let mut chain = self.foreign.chain(&self.world, NOT_PERMITTED);
        let envelope = chain.say(&self.world, &self.foreign, "not my section");
        let device = self.chance.below(3);
        self.expect(true, device, envelope, Fate::Refused(Refusal::Unauthorised))
    }

    fn forged_author(&mut self) -> Result<(), String> {
        let section = self.section();
        let patient = self.honest[0].record.patient();
        let whose = |it: &&Feed| it.section == section && it.author == patient;
        let document = self.honest[0].record.feeds().find(whose);
        let document = document.ok_or("no document")?.document;
        let mut chain = self.foreign.chain(&self.world, section);
        chain.opening.author = patient;
        let envelope = chain.say(&self.world, &self.foreign, "in the patient's name");
        self.expect(true, 0, envelope, Fate::Refused(Refusal::WrongDocument))?;
        // In the patient's own document, under the liar's own name.
        let mut chain = self.foreign.chain_in(&self.world, section, document);
        let envelope = chain.say(&self.world, &self.foreign, "in the patient's document");
        self.expect(true, 0, envelope, Fate::Refused(Refusal::WrongDocument))
    }

    fn forged_signature(&mut self) -> Result<(), String> {
        let section = self.section();
        let mut chain = self.own.chain(&self.world, section);
        let first = chain.say(&self.world, &self.own, "true");
        self.expect(false, 0, first, Fate::Taken)?;
        let payload = chain.draft(self.now(), &["signed by another"]);
        let envelope = chain.seal(&self.world, &self.foreign, chain.header(), &payload);
        self.expect(false, 0, envelope, Fate::Refused(Refusal::Signature))?;
        let mut envelope = chain.seal(&self.world, &self.own, chain.header(), &payload);
        let place = envelope.len() - 1 - self.chance.below(100);
        envelope[place] ^= 1 << self.chance.below(8);
        self.expect(false, 0, envelope, Fate::Refused(Refusal::Signature))
    }

    fn another_document(&mut self) -> Result<(), String> {
        let foreign = self.chance.once_in(2);
        let section = self.section();
        let mut envelopes = Vec::new();
        for change in 0..4 {
            let mut chain = self.liar(foreign).chain(&self.world, section);
            match change {
                0 => chain.opening.section = Section::Vitals,
                1 => chain.opening.record = RecordId([7; 16]),
                2 => chain.opening.incarnation.0[0] ^= 1,
                _ => chain.opening.document.0[0] ^= 1,
            }
            envelopes.push(chain.say(&self.world, self.liar(foreign), "elsewhere"));
        }
        let mut chain = self.liar(foreign).chain(&self.world, section);
        let payload = chain.draft(self.now(), &["under another name"]);
        let mut header = chain.header();
        header.document.0[3] ^= 1;
        envelopes.push(chain.seal(&self.world, self.liar(foreign), header, &payload));
        for envelope in envelopes {
            self.expect(foreign, 1, envelope, Fate::Refused(Refusal::WrongDocument))?;
        }
        // An opening in the middle, and none at the start.
        let first = chain.say(&self.world, self.liar(foreign), "first");
        self.expect(foreign, 1, first, Fate::Taken)?;
        let mut payload = chain.draft(self.now(), &["again"]);
        payload.opening = Some(chain.opening);
        let envelope = chain.seal(&self.world, self.liar(foreign), chain.header(), &payload);
        self.expect(foreign, 1, envelope, Fate::Refused(Refusal::WrongDocument))
    }

    /// Keys made apart by two devices; the liars write under an old one, and under a new one that few know yet.
    fn keys_made_apart(&mut self) -> Result<(), String> {
        let section = self.section();
        let mut old = self.foreign.chain(&self.world, section);
        for device in [0, 1] {
            let rotated = self.honest[device].record.rotate_key(section);
            rotated.map_err(|error| error.to_string())?;
        }
        let envelope = old.say(&self.world, &self.foreign, "under the old key");
        self.expect(true, 0, envelope, Fate::Taken)?;
        let before = self.own.keys.clone();
        self.own.learn_keys(&self.honest[1].record);
        let mut new = self.own.chain(&self.world, section);
        self.own.keys = before;
        let envelope = new.say(&self.world, &self.own, "under a key that the laptop lacks");
        self.expect(false, 2, envelope, Fate::Waits)
    }

    fn withheld(&mut self) -> Result<(), String> {
        let foreign = self.chance.once_in(2);
        let section = self.section();
        let mut chain = self.liar(foreign).chain(&self.world, section);
        let all: Vec<Vec<u8>> = (0..3)
            .map(|number| chain.say(&self.world, self.liar(foreign), &format!("part {number}")))
            .collect();
        self.expect(foreign, 0, all[1].clone(), Fate::Waits)?;
        self.expect(foreign, 0, all[2].clone(), Fate::Waits)?;
        if self.chance.once_in(2) {
            let accepted = self.bring(foreign, 0, &all[..1])?;
            if accepted.applied != 3 {
                return Err(format!("the gap was filled: {accepted:?}"));
            }
        }
        Ok(())
    }

    fn too_large(&mut self) -> Result<(), String> {
        let section = self.section();
        self.expect(
            false,
            0,
            vec![0; MAX_ENVELOPE + 1],
            Fate::Refused(Refusal::Malformed),
        )?;
        let mut chain = self.own.chain(&self.world, section);
        let first = chain.say(&self.world, &self.own, "first");
        self.expect(false, 0, first, Fate::Taken)?;
        let time = self.now();
        let mut many = chain.draft(time, &[]);
        many.entries = vec![blank("a", time); MAX_ENTRIES + 1];
        let mut wide = chain.draft(time, &[]);
        wide.entries = vec![blank(&"wide".repeat(16), time); 1000];
        let bomb = {
            let body = vec![b'0'; MAX_INFLATED + 1];
            let mut payload = chain.draft(time, &[]);
            let mut entry = blank("fhir/Basic", time);
            entry.body = Some(BodyRef::of(&body));
            payload.entries.push(entry);
            payload.bodies.push(body);
            payload
        };
        let mut endless = chain.draft(time, &[]);
        let mut entry = blank("source", time);
        entry.body = Some(BodyRef {
            hash: BodyHash([1; 32]),
            len: u64::MAX,
        });
        endless.entries.push(entry);
        for payload in [many, wide, bomb, endless] {
            let envelope = chain.seal(&self.world, &self.own, chain.header(), &payload);
            self.expect(false, 0, envelope, Fate::Refused(Refusal::Payload))?;
        }
        Ok(())
    }

    /// Claims over what is not written yet, and two entries that would replace each other.
    fn future_and_circles(&mut self) -> Result<(), String> {
        let foreign = self.chance.once_in(2);
        let section = self.section();
        let mut chain = self.liar(foreign).chain(&self.world, section);
        let time = self.now();
        let mut first = chain.draft(time, &["one", "two"]);
        let guess = |counter: u64| EntryId {
            document: chain.opening.document,
            feed: chain.tag(),
            counter,
            hash: EntryHash([9; 16]),
        };
        // Each names the other by a guess, since no hash of what names itself can be found.
        first.entries[0].supersedes = vec![guess(2), guess(3)];
        first.entries[1].supersedes = vec![chain.entry_id(&first, 0)];
        for entry in &mut first.entries {
            entry.act = Some(Act::Correct);
        }
        let second = {
            let mut payload = first.clone();
            payload.opening = None;
            payload.entries[0].supersedes = vec![chain.entry_id(&first, 1), guess(4)];
            payload
        };
        let both = [
            chain.push(&self.world, self.liar(foreign), &first),
            chain.push(&self.world, self.liar(foreign), &second),
        ];
        for envelope in both {
            self.expect(foreign, 0, envelope, Fate::Taken)?;
        }
        // An entry of another section is as good as unknown.
        let elsewhere = self.honest[0]
            .record
            .rows(NOT_PERMITTED)
            .map_err(|error| error.to_string())?;
        let mut third = chain.draft(time, &["about another section"]);
        third.entries[0].act = Some(Act::Retract);
        third.entries[0].supersedes = elsewhere.iter().take(1).map(|row| row.id).collect();
        let envelope = chain.push(&self.world, self.liar(foreign), &third);
        self.expect(foreign, 1, envelope, Fate::Waits)?;
        for row in elsewhere {
            let now = self.honest[0]
                .record
                .row(&row.id)
                .map_err(|error| error.to_string())?;
            if now.is_none_or(|now| now.standing != row.standing) {
                return Err("an entry of another section stands otherwise".into());
            }
        }
        Ok(())
    }

    fn unknown_device(&mut self) -> Result<(), String> {
        let section = self.section();
        let context = self.world.context.clone();
        let stranger = Liar {
            applicant: Applicant::new(&context),
            record: self.own.record,
            author: self.own.author,
            certificate: StatementId(context.random()),
            keys: self.own.keys.clone(),
            secrets: self.own.secrets.clone(),
        };
        let mut chain = stranger.chain(&self.world, section);
        let envelope = chain.say(&self.world, &stranger, "who am I");
        self.expect(false, 0, envelope, Fate::Refused(Refusal::Uncertified))?;
        // A known certificate, but of another device.
        let stranger = Liar {
            certificate: self.own.certificate,
            ..stranger
        };
        let mut chain = stranger.chain(&self.world, section);
        let envelope = chain.say(&self.world, &stranger, "someone else");
        self.expect(false, 0, envelope, Fate::Refused(Refusal::Signature))?;
        // A key that nobody has.
        let mut chain = self.own.chain(&self.world, section);
        chain.key = SectionKey::new(section, Secret::from_bytes(context.random()));
        let envelope = chain.say(&self.world, &self.own, "under a key of my own");
        self.expect(false, 0, envelope, Fate::Waits)
    }

    /// One device sees a bad envelope, another a good one with its number.
    fn bad_here_good_there(&mut self) -> Result<(), String> {
        let foreign = self.chance.once_in(2);
        let section = self.section();
        let mut chain = self.liar(foreign).chain(&self.world, section);
        let first = chain.say(&self.world, self.liar(foreign), "first");
        self.bring(foreign, 0, std::slice::from_ref(&first))?;
        self.bring(foreign, 1, &[first])?;
        let mut payload = chain.draft(self.now(), &["unfit"]);
        let mut good = chain.clone();
        let refusal = match self.chance.below(3) {
            0 => Refusal::Unfit,
            1 => {
                payload.bodies.push(b"a body that nobody names".to_vec());
                Refusal::Payload
            }
            _ => {
                payload.entries.push(blank(Entry::ADMISSION, 0));
                Refusal::Payload
            }
        };
        let bad = chain.push(&self.world, self.liar(foreign), &payload);
        let after = chain.say(&self.world, self.liar(foreign), "after the bad one");
        self.expect(foreign, 0, bad, Fate::Refused(refusal))?;
        self.expect(foreign, 0, after, Fate::Refused(Refusal::Stopped))?;
        let good = [
            good.say(&self.world, self.liar(foreign), "good"),
            good.say(&self.world, self.liar(foreign), "and on"),
        ];
        let accepted = self.bring(foreign, 1, &good)?;
        if accepted.applied != 2 {
            return Err(format!("{accepted:?}"));
        }
        match self.honest[0].record.evidence() {
            Ok(evidence) if !evidence.is_empty() => Ok(()),
            other => Err(format!("no evidence was kept: {other:?}")),
        }
    }

    fn false_references(&mut self) -> Result<(), String> {
        let section = self.section();
        let mut chain = self.own.chain(&self.world, section);
        let first = chain.say(&self.world, &self.own, "first");
        self.expect(false, 0, first, Fate::Taken)?;
        let time = self.now();
        let other = |it: &&Feed| it.section == section && it.document != chain.opening.document;
        let honest = self.honest[0].record.feeds().find(other);
        let honest = honest.ok_or("no feed")?;
        let (tag, head) = (honest.tag, honest.head().ok_or("no head")?);
        let mut change = [0; 8];
        change.copy_from_slice(&head.change.0[..8]);
        let in_other_document = Dependency {
            feed: tag,
            seq: head.seq,
            change,
        };
        let unknown = Dependency {
            feed: FeedTag([7; 8]),
            ..in_other_document
        };
        let with = |deps: Vec<Dependency>| {
            let mut payload = chain.draft(time, &["follows what is not there"]);
            payload.deps = deps;
            payload
        };
        let right = chain.checkpoint(&self.own);
        let checked = |checkpoint: Checkpoint| {
            let mut payload = chain.draft(time, &["signs what is not so"]);
            payload.checkpoint = Some(checkpoint);
            payload
        };
        let cases = [
            (
                with(vec![in_other_document]),
                Fate::Refused(Refusal::WrongDocument),
            ),
            (with(vec![unknown]), Fate::Waits),
            (
                checked(Checkpoint {
                    change: ChangeHash([3; 32]),
                    ..right.clone()
                }),
                Fate::Refused(Refusal::Checkpoint),
            ),
            (
                checked(Checkpoint {
                    envelope: EnvelopeHash([3; 32]),
                    ..right.clone()
                }),
                Fate::Refused(Refusal::Checkpoint),
            ),
            (
                checked(Checkpoint {
                    seq: 7,
                    ..right.clone()
                }),
                Fate::Refused(Refusal::Checkpoint),
            ),
        ];
        for (payload, fate) in cases {
            let envelope = chain.seal(&self.world, &self.own, chain.header(), &payload);
            self.expect(false, 0, envelope, fate)?;
        }
        let envelope = chain.push(&self.world, &self.own, &checked(right));
        self.expect(false, 0, envelope, Fate::Taken)?;
        let mut other = self.own.chain(&self.world, section);
        let first = other.say(&self.world, &self.own, "first");
        self.expect(false, 0, first, Fate::Taken)?;
        let mut header = other.header();
        header.prev[0] ^= 1;
        let payload = other.draft(time, &["follows another"]);
        let envelope = other.seal(&self.world, &self.own, header, &payload);
        self.expect(false, 0, envelope, Fate::Waits)?;
        // An author cannot admit itself.
        let mut foreign = self.foreign.chain(&self.world, section);
        let (entry, body) = statement("admits itself", time);
        let mut payload = foreign.draft(time, &[]);
        let mut own_admission = blank(Entry::ADMISSION, time);
        own_admission.admission = Some(Admission {
            feed: foreign.tag(),
            seq: 99,
            hash: EnvelopeHash([1; 32]),
            verdict: Verdict::Admitted,
            received: time,
            authority: None,
        });
        payload.entries = vec![entry, own_admission];
        payload.bodies = vec![body];
        let envelope = foreign.push(&self.world, &self.foreign, &payload);
        self.expect(true, 0, envelope, Fate::Taken)?;
        let relayed = foreign.say(&self.world, &self.foreign, "relayed by another");
        let accepted = self.honest[0].record.accept(&[relayed], Origin::Stored);
        match accepted {
            Ok(accepted) if accepted.waiting == 1 => Ok(()),
            other => Err(format!("an author admitted itself: {other:?}")),
        }
    }

    /// A device that came by a base meets a branch that leaves the feed before the base's end.
    fn fork_behind_a_base(&mut self) -> Result<(), String> {
        let section = self.section();
        let mut chain = self.own.chain(&self.world, section);
        let (mut envelopes, mut early): (Vec<Vec<u8>>, Option<Chain>) = (Vec::new(), None);
        let length = WORTH_A_BASE as usize + 2;
        for number in 0..length {
            if number == 5 {
                early = Some(chain.clone());
            }
            let mut payload = chain.draft(self.now(), &[&format!("part {number}")]);
            if number + 1 == length {
                payload.checkpoint = Some(chain.checkpoint(&self.own));
            }
            envelopes.push(chain.push(&self.world, &self.own, &payload));
        }
        let mut early = early.ok_or("too short")?;
        let rival = [
            early.say(&self.world, &self.own, "rival"),
            early.say(&self.world, &self.own, "and on"),
        ];
        let accepted = self.bring(false, 0, &envelopes)?;
        if accepted.applied != length as u64 {
            return Err(format!("{accepted:?}"));
        }
        let base = self.honest[0].record.make_base(chain.opening.document);
        let base = base.map_err(|error| error.to_string())?.ok_or("no base")?;
        for device in [1, 2] {
            let taken = self.honest[device].record.accept_base(&base);
            // A device that does not hold the newest key yet comes by the envelopes.
            if !matches!(taken, Ok(Ok(_) | Err(BaseRefusal::NoKey))) {
                return Err(format!("the base was not taken: {taken:?}"));
            }
        }
        let to = self.chance.below(2);
        self.bring(false, to, &rival)?;
        Ok(())
    }
}
