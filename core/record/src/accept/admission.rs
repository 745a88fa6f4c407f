//! Admissions: whether a foreign author's envelope is taken in is decided once, live, by the patient's device that takes
//! it. Everyone else follows the decision.

use super::{Accepted, Halt, Intake, Origin, Refusal, Wait};
use crate::append::AppendError;
use crate::authority::{Claim, Decision};
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::Millis;
use crate::entry::{Admission, Verdict};
use crate::envelope::Envelope;
use crate::feed::Feed;
use crate::id::{AuthorId, EnvelopeHash, FeedTag};
use crate::log;
use crate::payload::Payload;
use crate::quarantine::Place;
use crate::record::Record;
use crate::section::Section;
use crate::store::{Space, StoreError};
use crate::view::ViewWriter;
use std::collections::BTreeMap;

/// A decision, and the envelope that says so.
pub(crate) struct Decided {
    pub(crate) admission: Admission,
    pub(crate) by: Place,
}

impl Canonical for Decided {
    fn write(&self, to: &mut Writer) {
        to.array(4).value(&self.admission).value(&self.by.feed);
        to.uint(self.by.branch).uint(self.by.seq);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            admission: from.value()?,
            by: Place {
                feed: from.value()?,
                branch: from.uint()?,
                seq: from.uint()?,
            },
        })
    }
}

/// Rows of [`Space::Admission`]: what was decided about one feed.
struct Decisions(Vec<Decided>);

impl Canonical for Decisions {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(usize::MAX).map(Self)
    }
}

/// By what right an envelope is taken in.
pub(super) enum Right {
    /// It is the patient's or this author's own.
    Own,
    /// It was decided before, and received then.
    Decided(Millis),
    /// It is decided now.
    Now(Admission),
}

impl Right {
    /// When the patient's device received it.
    pub(super) fn received(&self) -> Option<Millis> {
        match self {
            Right::Own => None,
            Right::Decided(at) => Some(*at),
            Right::Now(admission) => Some(admission.received),
        }
    }
}

impl Record {
    /// Whether the author may write here.
    pub(super) fn decide(
        &self,
        feed: &Feed,
        payload: &Payload,
        seq: u64,
        hash: EnvelopeHash,
        origin: Origin,
    ) -> Result<Right, Halt> {
        if feed.author == self.who.patient || feed.author == self.who.me || crate::sabotage::off("authority")
        {
            return Ok(Right::Own);
        }
        let covers = |it: &Admission| {
            it.verdict == Verdict::Admitted && (it.seq > seq || it.seq == seq && it.hash == hash)
        };
        if let Some(decided) = self.decisions(feed.tag)?.into_iter().find(covers) {
            return Ok(Right::Decided(decided.received));
        }
        let live = matches!(origin, Origin::Live(device) if device == feed.device);
        let now = self.context.now();
        let certificate = self.statements.certificate_of(feed.device);
        let certified = certificate.is_some_and(|(_, it)| it.author == feed.author && now <= it.not_after)
            && self.statements.revoked(feed.device).is_none();
        // A device that signed two envelopes with one number is not believed again before the patient says so.
        if !live || !self.is_patients() || !certified || feed.is_forked() || self.equivocated(feed) {
            return Err(Halt::Wait(Wait::Admission));
        }
        let claim = Claim {
            author: feed.author,
            device: feed.device,
            section: feed.section,
            written: payload.time,
            now,
        };
        match self.authority.decide(&claim, &self.statements) {
            Decision::Admit(by) => Ok(Right::Now(Admission {
                feed: feed.tag,
                seq,
                hash,
                verdict: Verdict::Admitted,
                received: now,
                authority: Some(by),
            })),
            Decision::Hold => Err(Halt::Wait(Wait::Admission)),
            Decision::Refuse => Err(Halt::Refuse(Refusal::Unauthorised)),
        }
    }

    fn equivocated(&self, feed: &Feed) -> bool {
        let mut others = self.feeds.values().filter(|other| other.device == feed.device);
        others.any(Feed::is_forked)
    }

    pub(crate) fn decisions(&self, feed: FeedTag) -> Result<Vec<Admission>, StoreError> {
        let decided = self.decided(feed)?.into_iter();
        Ok(decided.map(|it| it.admission).collect())
    }

    pub(crate) fn decided(&self, feed: FeedTag) -> Result<Vec<Decided>, StoreError> {
        match self.store.get(Space::Admission, feed.as_bytes())? {
            Some(bytes) => Ok(from_bytes::<Decisions>(&bytes)?.0),
            None => Ok(Vec::new()),
        }
    }

    /// Keeps a decision that an entry of the patient records, and follows it.
    pub(crate) fn note_admission(&mut self, admission: &Admission, by: Place) -> Result<(), StoreError> {
        self.stirred.feeds.insert(admission.feed);
        let mut decided = self.decided(admission.feed)?;
        if !decided.iter().any(|it| it.admission == *admission && it.by == by) {
            decided.push(Decided {
                admission: admission.clone(),
                by,
            });
            decided.sort_by_key(|it| {
                let said = &it.admission;
                (said.seq, said.hash, said.received, it.by)
            });
            self.store.put(
                Space::Admission,
                admission.feed.as_bytes(),
                &to_bytes(&Decisions(decided)),
            )?;
        }
        self.apply_decisions(admission.feed)
    }

    /// Marks how far each branch of a feed is admitted.
    pub(super) fn apply_decisions(&mut self, tag: FeedTag) -> Result<(), StoreError> {
        let Some(feed) = self.feeds.get(&tag).cloned() else {
            return Ok(());
        };
        for decision in self.decisions(tag)? {
            for (number, branch) in feed.branches.iter().enumerate() {
                if decision.verdict == Verdict::Admitted
                    && (branch.admitted + 1..=branch.seq).contains(&decision.seq)
                    && log::hash(&self.store, &feed, number, decision.seq)? == Some(decision.hash)
                {
                    self.mark_admitted(tag, number, decision.seq)?;
                }
            }
        }
        Ok(())
    }

    /// Notes that a branch is admitted up to an envelope; another branch may count from then on.
    pub(super) fn mark_admitted(&mut self, tag: FeedTag, branch: usize, seq: u64) -> Result<(), StoreError> {
        let Some(mut feed) = self.feeds.get(&tag).cloned() else {
            return Ok(());
        };
        let before = feed.standing();
        match feed.branches.get_mut(branch) {
            Some(branch) if branch.admitted < seq => branch.admitted = seq,
            _ => return Ok(()),
        }
        let changed = feed.standing() != before;
        self.put_feed(feed)?;
        if changed { self.restand(tag) } else { Ok(()) }
    }

    /// Writes admissions into the patient's own document of the section.
    pub(super) fn admit_all(
        &mut self,
        view: &mut ViewWriter,
        section: Section,
        admissions: Vec<Admission>,
    ) -> Result<(), StoreError> {
        let written = self.write_admissions(view, section, admissions);
        written.map_err(|error| match error {
            AppendError::Store(error) => error,
            _ => StoreError::Altered("section key"),
        })
    }

    /// The author and section of an envelope that waits, as far as it can be opened.
    fn of_waiting(&self, envelope: &Envelope) -> Option<(AuthorId, Section)> {
        if let Some(feed) = self.feeds.get(&envelope.header.feed) {
            return Some((feed.author, feed.section));
        }
        let key = self.keyring.get(envelope.header.key)?;
        let (feed, _, _) = self.open_feed(envelope, key).ok()?;
        Some((feed.author, feed.section))
    }

    /// How many envelopes of each foreign author wait for the patient's decision ([`Record::admit`]).
    ///
    /// # Errors
    /// The store's.
    pub fn waits_for_patient(&self) -> Result<BTreeMap<AuthorId, u64>, StoreError> {
        let mut waiting = BTreeMap::new();
        for it in self.waiting()? {
            let of = self.of_waiting(&it.envelope);
            if let Some((author, _)) = of.filter(|(author, _)| *author != self.patient()) {
                *waiting.entry(author).or_default() += 1;
            }
        }
        Ok(waiting)
    }

    /// Admits the envelopes of a foreign author that wait for the patient's decision.
    ///
    /// # Errors
    /// The store's.
    pub fn admit(&mut self, author: AuthorId) -> Result<Accepted, StoreError> {
        let now = self.context.now();
        let mut decisions: BTreeMap<Section, Vec<Admission>> = BTreeMap::new();
        for waiting in self.waiting()? {
            let envelope = &waiting.envelope;
            let of = self.of_waiting(envelope);
            if let Some((_, section)) = of.filter(|(whose, _)| *whose == author) {
                decisions.entry(section).or_default().push(Admission {
                    feed: envelope.header.feed,
                    seq: envelope.header.seq,
                    hash: envelope.hash(),
                    verdict: Verdict::Admitted,
                    received: now,
                    authority: None,
                });
            }
        }
        self.write(|record, view| {
            for (section, admissions) in decisions {
                record.admit_all(view, section, admissions)?;
            }
            record.finish_intake(Intake::new(view))
        })
    }
}
