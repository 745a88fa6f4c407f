//! Adding, correcting, withdrawing, disputing, confirming, settling. Nothing is changed or removed: each is an entry.

use crate::attach::FileBeside;
use crate::bodies::FHIR;
use crate::chart::Chart;
use crate::draft::{Draft, draft_id, our_name, random_uuid};
use crate::facts;
use crate::group::{Item, Member, Settled};
use crate::store;
use pocketchart_fhir::build::BuildError;
use pocketchart_fhir::sections::{allowed, section_of};
use pocketchart_fhir::split::Head;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{Act, AppendError, EntryId, MAX_SUPERSEDES, NewEntry, Row, Section, StoreError};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The kind of an entry that states nothing of its own.
const ACT: &str = "pocketchart/act";

/// How statements that contradict each other are settled.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolution {
    /// One of them is right.
    Keep(EntryId),
    /// Something else is right.
    Replace(Box<Draft>),
    /// All of them were entered in error.
    Withdraw,
}

/// Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was typed in cannot be written as it is.
    #[error(transparent)]
    Draft(#[from] BuildError),
    /// There is no such entry.
    #[error("there is no such entry")]
    NoSuchEntry,
    /// It was replaced or withdrawn before, or only proposed.
    #[error("the entry does not hold")]
    NotCurrent,
    /// Other statements contradict it: they have to be settled together.
    #[error("other statements contradict it")]
    Unreconciled,
    /// There is only one statement.
    #[error("there is nothing to settle")]
    NothingToSettle,
    /// The entries, or what shall replace them, belong to different sections.
    #[error("that belongs to another section")]
    OtherSection,
    /// Longer, or about more entries, than allowed.
    #[error("too large")]
    TooLarge,
    /// The content has not come from the other device yet.
    #[error("the content is not here yet")]
    NotHere,
    /// This device may not write in, or has no key of, the section.
    #[error("this device may not write there")]
    NoKey,
}

impl EditError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            EditError::Store(error) => store::message_id(error),
            EditError::Draft(error) => draft_id(*error),
            EditError::NoSuchEntry => "edit-no-such-entry",
            EditError::NotCurrent => "edit-not-current",
            EditError::Unreconciled => "edit-unreconciled",
            EditError::NothingToSettle => "edit-nothing-to-settle",
            EditError::OtherSection => "edit-other-section",
            EditError::TooLarge => "edit-too-large",
            EditError::NotHere => "edit-not-here",
            EditError::NoKey => "edit-no-key",
        }
    }

    /// The FHIR element that has to be typed anew, if it is about one.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            EditError::Draft(BuildError::Empty(field) | BuildError::Date(field)) => Some(field),
            _ => None,
        }
    }
}

impl From<AppendError> for EditError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Store(error) => EditError::Store(error),
            AppendError::TooLarge(_) => EditError::TooLarge,
            AppendError::Unfit(_) | AppendError::OtherSection(_) => EditError::OtherSection,
            AppendError::NoKey | AppendError::OnlyReads => EditError::NoKey,
            _ => EditError::Store(StoreError::Altered("document")),
        }
    }
}

impl Chart {
    /// Adds what a person types in; returns the entry.
    ///
    /// # Errors
    /// [`EditError::Draft`] names what has to be typed anew; [`EditError::Store`].
    pub fn add(&mut self, draft: Draft) -> Result<EntryId, EditError> {
        let body = self.finish(draft, None)?;
        self.write(entry(section_for(&body), body)?)
    }

    /// Adds several at once, or none of them; returns the entries in the same order. Each comes with 16 random bytes, of which our
    /// name for it is made: what this author wrote under that name before is not written twice, so that whoever does not know
    /// whether it was done asks again with the same.
    ///
    /// ```no_run
    /// # fn example(chart: &mut pocketchart::Chart, drafts: Vec<([u8; 16], pocketchart::Draft)>) -> Result<(), pocketchart::EditError> {
    /// let first = chart.add_all(drafts.clone())?;
    /// assert_eq!(chart.add_all(drafts)?, first);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Chart::add`].
    pub fn add_all(&mut self, drafts: Vec<([u8; 16], Draft)>) -> Result<Vec<EntryId>, EditError> {
        self.add_all_with_files(drafts, Vec::new())
    }

    /// The same, with files: each becomes a document that stands for it and is named as a draft is; their entries follow those of
    /// the drafts. The same bytes are kept once.
    ///
    /// # Errors
    /// As [`Chart::add`].
    pub fn add_all_with_files(
        &mut self,
        drafts: Vec<([u8; 16], Draft)>,
        files: Vec<([u8; 16], FileBeside)>,
    ) -> Result<Vec<EntryId>, EditError> {
        let (mut ids, mut new) = (Vec::new(), Vec::new());
        for (name, draft) in drafts {
            let name = random_uuid(name);
            let body = self.finish_as(name.clone(), draft, None)?;
            let section = section_for(&body);
            let before = self.own_entry(section, &name)?;
            if before.is_none() {
                new.push(entry(section, body)?);
            }
            ids.push(before);
        }
        let mut kept: Vec<NewEntry> = Vec::new();
        for (name, file) in files {
            let name = random_uuid(name);
            let before = self.own_entry(Section::Documents, &name)?;
            if before.is_none() {
                let (document, bytes) = self.file_entries(name, file)?;
                new.push(document);
                kept.extend(bytes.filter(|it| kept.iter().all(|other| other.source != it.source)));
            }
            ids.push(before);
        }
        // Behind all that is named: what is returned stays in the order of what was given.
        new.extend(kept);
        let mut written = match new.is_empty() {
            true => Vec::new(),
            false => self.record.append(new)?,
        }
        .into_iter();
        Ok(ids
            .into_iter()
            .filter_map(|id| id.or_else(|| written.next()))
            .collect())
    }

    /// In which section each of these would stand if it was added. Nothing is written.
    ///
    /// ```no_run
    /// # fn example(chart: &pocketchart::Chart, draft: pocketchart::Draft) -> Result<(), pocketchart::EditError> {
    /// let sections = chart.sections_for(&[draft])?;
    /// assert_eq!(sections.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`EditError::Draft`] names what has to be typed anew.
    pub fn sections_for(&self, drafts: &[Draft]) -> Result<Vec<Section>, EditError> {
        let of = |draft: &Draft| Ok(section_for(&self.finish(draft.clone(), None)?));
        drafts.iter().map(of).collect()
    }

    /// The entry of this author that has this name; a Provenance has it as its id, having no identifier.
    fn own_entry(&self, section: Section, name: &str) -> Result<Option<EntryId>, StoreError> {
        let (me, ours, mut found) = (self.record.author(), our_name(name), None);
        let is_named = |facts: &Summary| {
            let by_id = facts.resource_type == "Provenance" && facts.id.as_deref() == Some(name);
            by_id || facts.identifiers.contains(&ours)
        };
        self.record.each_row(section, |row| {
            if row.author == me && is_named(&facts::of(&row)) {
                found = Some(row.id);
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(found)
    }

    /// Adds what a person types in to the section *sensitive*, of which nobody learns who may not read it.
    ///
    /// # Errors
    /// As [`Chart::add`].
    pub fn add_sensitive(&mut self, draft: Draft) -> Result<EntryId, EditError> {
        let body = self.finish(draft, None)?;
        self.write(entry(Section::Sensitive, body)?)
    }

    /// Puts a better statement in the place of an item, whatever number of sources it has.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn correct(&mut self, id: EntryId, draft: Draft, reason: Option<&str>) -> Result<EntryId, EditError> {
        let (row, targets) = self.settled(id)?;
        let body = self.finish(draft, Some(&row))?;
        let mut entry = entry_beside(row.section, body)?;
        entry.supersedes = targets;
        entry.act = Some(Act::Correct);
        entry.reason = reason.map(str::to_owned);
        self.write(entry)
    }

    /// Withdraws an item: it was entered in error. It stays visible as such.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn retract(&mut self, id: EntryId, reason: Option<&str>) -> Result<EntryId, EditError> {
        let (row, targets) = self.settled(id)?;
        self.say(row.section, Act::Retract, targets, reason)
    }

    /// Disagrees with an item, and leaves it standing.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn dispute(&mut self, id: EntryId, reason: Option<&str>) -> Result<EntryId, EditError> {
        let (row, item) = self.holding(id)?;
        let targets = said_alike(&item, id).iter().map(|it| it.row.id).collect();
        self.say(row.section, Act::Dispute, targets, reason)
    }

    /// Agrees: with what another proposes, which then takes effect, or with an item.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn confirm(&mut self, id: EntryId) -> Result<EntryId, EditError> {
        let row = self.record.row(&id)?.ok_or(EditError::NoSuchEntry)?;
        if !row.standing.proposed && !row.is_current() {
            return Err(EditError::NotCurrent);
        }
        self.say(row.section, Act::Confirm, vec![id], None)
    }

    /// Settles statements that contradict each other, or that turned out to be of one thing.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn resolve(
        &mut self,
        ids: &[EntryId],
        resolution: Resolution,
        reason: Option<&str>,
    ) -> Result<EntryId, EditError> {
        let (mut targets, mut section) = (Vec::new(), None);
        for id in ids {
            let (row, item) = self.holding(*id)?;
            if *section.get_or_insert(row.section) != row.section {
                return Err(EditError::OtherSection);
            }
            for member in item.members() {
                targets.push(member.row.id);
                // A retraction that another copy contradicts is named too, or it would still stand.
                targets.extend(&member.row.standing.unreconciled_with);
            }
        }
        targets.sort();
        targets.dedup();
        let section = section
            .filter(|_| targets.len() > 1)
            .ok_or(EditError::NothingToSettle)?;
        if targets.len() > MAX_SUPERSEDES {
            return Err(EditError::TooLarge);
        }
        let mut entry = match resolution {
            Resolution::Withdraw => return self.say(section, Act::Retract, targets, reason),
            Resolution::Keep(kept) => {
                let kept = targets
                    .iter()
                    .find(|id| **id == kept)
                    .ok_or(EditError::NoSuchEntry)?;
                let row = self.record.row(kept)?.ok_or(EditError::NoSuchEntry)?;
                let body = self.record.body(&row)?.ok_or(EditError::NotHere)?;
                let mut entry = NewEntry::new(section, &row.entry.kind, body);
                entry.media = row.entry.media;
                entry
            }
            Resolution::Replace(draft) => {
                let first = targets.first().ok_or(EditError::NothingToSettle)?;
                let row = self.record.row(first)?;
                entry_beside(section, self.finish(*draft, row.as_ref())?)?
            }
        };
        entry.supersedes = targets;
        entry.act = Some(Act::Resolve);
        entry.reason = reason.map(str::to_owned);
        self.write(entry)
    }

    /// The item of an entry that holds.
    pub(crate) fn holding(&self, id: EntryId) -> Result<(Row, Arc<Item>), EditError> {
        let row = self.record.row(&id)?.ok_or(EditError::NoSuchEntry)?;
        if !row.is_current() {
            return Err(EditError::NotCurrent);
        }
        let item = self.picture(row.section)?.item_of(&id).cloned();
        Ok((row, item.ok_or(EditError::NotCurrent)?))
    }

    /// The entries that say the same as this one, of an item in which nothing is open; and what a person set aside for them.
    fn settled(&self, id: EntryId) -> Result<(Row, Vec<EntryId>), EditError> {
        let (row, item) = self.holding(id)?;
        if item.is_unreconciled() {
            return Err(EditError::Unreconciled);
        }
        let aside = item
            .statements
            .iter()
            .filter(|it| it.settled == Settled::SetAside);
        let aside = aside.flat_map(|it| &it.members);
        let targets = said_alike(&item, id).iter().chain(aside);
        let targets: BTreeSet<EntryId> = targets.map(|it| it.row.id).collect();
        Ok((row, targets.into_iter().collect()))
    }

    pub(crate) fn say(
        &mut self,
        section: Section,
        act: Act,
        targets: Vec<EntryId>,
        reason: Option<&str>,
    ) -> Result<EntryId, EditError> {
        let mut entry = NewEntry::about(section, ACT, act, targets);
        entry.reason = reason.map(str::to_owned);
        self.write(entry)
    }

    pub(crate) fn write(&mut self, entry: NewEntry) -> Result<EntryId, EditError> {
        let ids = self.record.append(vec![entry])?;
        ids.into_iter()
            .next()
            .ok_or(EditError::Store(StoreError::Altered("entry")))
    }
}

/// The members of an item that say the same as this entry.
pub(crate) fn said_alike(item: &Item, id: EntryId) -> &[Arc<Member>] {
    let holds = |members: &&[Arc<Member>]| members.iter().any(|it| it.row.id == id);
    let mut statements = item.statements.iter().map(|it| it.members.as_slice());
    statements.find(holds).unwrap_or_default()
}

/// Where FHIR bytes that were built here stand.
fn section_for(body: &[u8]) -> Section {
    Section::from_name(section_of(body)).unwrap_or(Section::Documents)
}

/// An entry of FHIR bytes that were built here.
pub(crate) fn entry(section: Section, body: Vec<u8>) -> Result<NewEntry, EditError> {
    let head = Head::of(&body).map_err(|_| EditError::OtherSection)?;
    Ok(NewEntry::new(
        section,
        &format!("{FHIR}{}", head.resource_type),
        body,
    ))
}

/// The same, in the section of what it speaks of.
fn entry_beside(section: Section, body: Vec<u8>) -> Result<NewEntry, EditError> {
    let entry = entry(section, body)?;
    if allowed(facts::resource_type(&entry.kind), section.name()) {
        Ok(entry)
    } else {
        Err(EditError::OtherSection)
    }
}
