//! What came of an act, for the clinic's own system, as IHE's profile RECON has it: a list of what holds, with where each stands there, and all
//! of which it was made.

use std::collections::BTreeMap;

use pocketchart::{
    BodyRef, FhirDateTime, Identifier,
    build::{Build, Listed, ReconciledList, Stated, Target},
    section_code,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    LineDecision,
    record::{ENTRY, EntrySeen, Reconciled, URI, author, said, type_of},
};
use crate::{
    audit::Actor,
    bridge::{Approval, Kept, LIST, Line, LineState, Link, LinkView, Offer, Source},
    id::Id,
    visit::{Signature, instant},
};

/// What is said of what is over: an entry that is only named does not say so itself.
const OVER: &str = "Not current any more";

/// What of an act can be written to the clinic's own system.
#[derive(Serialize, ToSchema)]
pub(crate) struct ResultWriting {
    /// The patient there: `Patient/id`.
    patient: String,
    /// Who confirmed that, and what was compared.
    link: LinkView,
    /// What a person reads above the list.
    title: String,
    /// Who decided.
    by: Actor,
    /// When, in seconds since 1970.
    at: u64,
    /// Why, as they said.
    reasons: Vec<String>,
    /// Whether the system takes lists, none of them twice.
    offered: bool,
    /// What holds.
    items: Vec<Item>,
    /// The list; none where nothing of it holds.
    list: Option<Shown>,
}

/// Something that holds.
#[derive(Clone, Serialize, ToSchema)]
struct Item {
    /// FHIR's type.
    r#type: String,
    /// What it is, as far as that is at hand.
    title: Option<String>,
    /// Where it stands there: `Type/id`. None: it is named, as it would be if it were written there.
    place: Option<String>,
    /// What was decided about it.
    decided: Option<String>,
    #[serde(skip)]
    name: Identifier,
}

/// What would be sent.
#[derive(Serialize, ToSchema)]
struct Shown {
    /// The list, as JSON.
    ours: String,
    /// The hash of its bytes: approved is what was shown.
    hash: String,
    /// What is sent with it: who decided and approved it, and of what it was made. None if the system takes no such thing. When it was
    /// approved, and where the list lies, is not known before.
    provenance: Option<String>,
    /// Where it is there, if it was written before: `List/id`.
    written: Option<String>,
}

/// What the record says of an entry.
pub(crate) struct EntryNamed {
    /// Names the entry.
    pub(crate) id: String,
    /// Our own name for what it is about.
    pub(crate) name: Identifier,
    /// What it is.
    pub(crate) title: Option<String>,
    /// Where it was written to: `Type/id`.
    pub(crate) place: Option<String>,
}

/// The result of an act.
pub(crate) struct Outcome {
    title: String,
    signature: Signature,
    reasons: Vec<String>,
    items: Vec<Item>,
    line: Option<Line>,
}

impl Outcome {
    /// Our own name for the list of an act.
    pub(crate) fn name(act: Id) -> String {
        format!("urn:uuid:{}", act.uuid())
    }

    /// Of an act, for the patient of the system whom it is about. `titles` are those of the statements that are still at hand.
    pub(crate) fn new(
        (act, reconciled): (Id, &Reconciled),
        signature: &Signature,
        patient: &str,
        (entries, titles): (&[EntryNamed], &BTreeMap<String, String>),
    ) -> Self {
        let items = reconciled.items(entries, titles);
        let title = reconciled.title();
        let mut reasons: Vec<String> = Vec::new();
        for reason in reconciled.lines.iter().filter_map(LineDecision::reason) {
            if !reasons.iter().any(|it| it == reason) {
                reasons.push(reason.to_owned());
            }
        }
        let name = Self::name(act);
        let note = (!reasons.is_empty()).then(|| reasons.join("\n"));
        let body = reconciled.list((&name, patient), signature, note, &items);
        let line = body.map(|body| Line {
            title: title.clone(),
            kind: LIST.to_owned(),
            entry: name.clone(),
            from: None,
            name,
            sources: reconciled.origins(signature),
            said_by: Some(signature.by.name.clone()),
            provenance: Id::random().uuid(),
            body: Some(body),
            left_out: Vec::new(),
            over: None,
            state: LineState::Waiting,
        });
        Self {
            title,
            signature: signature.clone(),
            reasons,
            items,
            line,
        }
    }

    /// The list as it is sent, if anything holds, with the hash of its bytes.
    pub(crate) fn line(self) -> Option<(Line, String)> {
        let line = self.line?;
        let hash = hash_of(line.body.as_deref()?);
        Some((line, hash))
    }
}

impl ResultWriting {
    /// For this patient of a system that offers this, with what was written before.
    pub(crate) fn new(
        outcome: Outcome,
        link: Link,
        offer: &Offer,
        (approval, written): (&Approval<'_>, Option<Kept>),
    ) -> Self {
        let shown = outcome.line.as_ref().and_then(|line| {
            let ours = line.body.clone()?;
            let place = written.as_ref().map(|it| it.place.as_str());
            let provenance = approval.attest(line, place).filter(|_| offer.names("Provenance"));
            Some(Shown {
                hash: hash_of(&ours),
                ours,
                provenance: provenance.and_then(|it| String::from_utf8(it).ok()),
                written: place.map(str::to_owned),
            })
        });
        Self {
            patient: link.reference(),
            link: link.into(),
            title: outcome.title,
            by: outcome.signature.by,
            at: outcome.signature.at,
            reasons: outcome.reasons,
            offered: offer.creates(LIST),
            items: outcome.items,
            list: shown,
        }
    }
}

impl Reconciled {
    /// The entries that hold, whose names and places are needed: of each, whether it was approved for the system.
    pub(crate) fn holding(&self) -> impl Iterator<Item = (&str, bool)> {
        let is_written = |id: &str| {
            let mut lines = self.lines.iter();
            lines.any(|it| matches!(it, LineDecision::Write { entry, .. } if entry == id))
        };
        let listed = self.listed();
        listed.map(move |it| (it.id.as_str(), is_written(&it.id)))
    }

    /// What holds: the chart's entries, and the statements of the system that were decided about.
    fn items(&self, entries: &[EntryNamed], titles: &BTreeMap<String, String>) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for entry in self.listed() {
            let named = entries.iter().find(|it| it.id == entry.id);
            let place = self.place(entry);
            items.push(Item {
                r#type: entry.r#type.clone(),
                title: named.and_then(|it| it.title.clone()),
                place: place.or_else(|| named.and_then(|it| it.place.clone())),
                decided: self.decided(entry.past, |line| line.entry() == Some(&entry.id)),
                name: named.map_or_else(|| entry.name(), |it| it.name.clone()),
            });
        }
        for source in self.sources.iter().filter(|it| it.holds) {
            if !items.iter().any(|it| it.place.as_ref() == Some(&source.id)) {
                items.push(Item {
                    r#type: type_of(&source.id).to_owned(),
                    title: titles.get(&source.id).cloned(),
                    place: Some(source.id.clone()),
                    decided: self.decided(source.past, |line| line.system() == Some(&source.id)),
                    name: Identifier::default(),
                });
            }
        }
        items
    }

    /// Where the system has the same as an entry: as somebody decided, or as nobody had to.
    fn place(&self, entry: &EntrySeen) -> Option<String> {
        let decided = |is: fn(&LineDecision) -> bool| {
            let mut lines = self
                .lines
                .iter()
                .filter(move |it| is(it) && it.entry() == Some(&entry.id));
            lines.find_map(LineDecision::system)
        };
        let same = decided(|it| matches!(it, LineDecision::Same { .. }));
        let other = decided(|it| matches!(it, LineDecision::Different { .. }));
        let there = entry.there.as_deref().filter(|it| other != Some(*it));
        same.or(there).map(str::to_owned)
    }

    /// The entries that stand in the list. What is over does if it was decided about.
    fn listed(&self) -> impl Iterator<Item = &EntrySeen> {
        let is_decided = |it: &EntrySeen| self.lines.iter().any(|line| line.entry() == Some(&it.id));
        let is_listed = move |it: &&EntrySeen| it.holds && (!it.past || is_decided(it));
        self.entries.iter().filter(is_listed)
    }

    /// What was decided about something, in words; first, that it is over.
    fn decided(&self, past: bool, is_about: impl Fn(&LineDecision) -> bool) -> Option<String> {
        let mut words: Vec<&str> = Vec::new();
        words.extend(past.then_some(OVER));
        for line in self.lines.iter().filter(|it| is_about(it)) {
            let (_, word) = said(line);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        (!words.is_empty()).then(|| words.join("; "))
    }

    /// The list; none where nothing holds.
    fn list(
        &self,
        (name, patient): (&str, &str),
        signature: &Signature,
        note: Option<String>,
        items: &[Item],
    ) -> Option<String> {
        let listed = items.iter().map(|it| Listed {
            target: Target {
                resource_type: it.r#type.clone(),
                url: it.place.clone(),
                identifier: it.name.clone(),
            },
            // What stands there says itself what it is.
            display: it.title.clone().filter(|_| it.place.is_none()),
            flag: it.decided.clone(),
        });
        let list = ReconciledList {
            stated: Stated {
                identifier: Some(Identifier {
                    system: Some(URI.to_owned()),
                    value: Some(name.to_owned()),
                }),
                by: Some(author(&signature.by.name)),
                note,
                ..Stated::about(patient)
            },
            title: self.title(),
            what: section_code(self.section()?),
            date: FhirDateTime::new(instant(signature.at)),
            entries: listed.collect(),
        };
        String::from_utf8(list.build().ok()?).ok()
    }

    /// Of what it was made: both systems, each statement in the version that was seen, and each entry that was decided about.
    fn origins(&self, signature: &Signature) -> Vec<Source> {
        let systems = self.systems(&instant(signature.at));
        let statements = self.sources.iter().map(|it| Source {
            kind: Some(type_of(&it.id).to_owned()),
            place: Some(it.versioned()),
            ..Source::default()
        });
        let is_decided = |it: &&EntrySeen| self.lines.iter().any(|line| line.entry() == Some(&it.id));
        let entries = self.entries.iter().filter(is_decided).map(|it| Source {
            kind: Some(it.r#type.clone()),
            name: Some((ENTRY.to_owned(), it.id.clone())),
            ..Source::default()
        });
        systems.into_iter().chain(statements).chain(entries).collect()
    }
}

fn hash_of(body: &str) -> String {
    BodyRef::of(body.as_bytes()).hash.to_hex()
}
