//! What a page shows of a chart: the banner, which sections there are, and a section's entries. The lists are those of the
//! library, in its order.

use pocketchart::{Chart, ListOptions, Operations, Section, SectionOverview, StatedItem};
use serde::Serialize;
use utoipa::ToSchema;

use super::{SharedChart, entry::Entry};
use crate::{id::Id, staff::Role, store::StoreError};

/// A chart in the list of those who are here.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ChartLine {
    /// Names the chart.
    #[schema(value_type = String)]
    id: Id,
    /// Who the person is; none if the profile was not opened.
    name: Option<String>,
    /// The birth date, as the source wrote it.
    born: Option<String>,
    /// Words that stand for the patient's key.
    key_words: String,
    /// Since when it is open, in seconds since 1970.
    since: u64,
    /// When it ends.
    until: u64,
}

/// The top of a chart, which is always in view.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Banner {
    /// Who, since when, until when.
    #[serde(flatten)]
    line: ChartLine,
    /// Allergies first.
    allergies: Listed,
    /// The sections that were opened and that this role may read.
    sections: Vec<SectionLine>,
    /// Sections that were opened, too, and that this role may not read.
    not_for_you: Vec<&'static str>,
}

/// Entries, and what it means that there are none.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Listed {
    /// What can be said of the whole.
    pub(crate) standing: Standing,
    /// The entries.
    pub(crate) entries: Vec<Entry>,
}

/// Empty is not the same as none known, and neither is the same as not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Standing {
    /// There are entries.
    Listed,
    /// Somebody says that there is nothing.
    NoneKnown,
    /// Nobody has said anything.
    NothingRecorded,
    /// The patient did not open this section for reading.
    NotOpened,
}

impl Standing {
    /// Of a section of which these entries are the whole, or a part: a part alone never says that there is nothing.
    pub(super) fn of(entries: &[Entry], is_whole: bool) -> Self {
        match entries {
            [] if is_whole => Self::NothingRecorded,
            [_, ..] if is_whole && entries.iter().all(Entry::is_none_known) => Self::NoneKnown,
            _ => Self::Listed,
        }
    }
}

/// A section that was opened.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct SectionLine {
    /// Its name.
    section: &'static str,
    /// What may be done: `extract`, `read`, `append`, `later`.
    operations: Vec<&'static str>,
    /// Entries that hold.
    count: u64,
    /// Of them, those that contradict another.
    unreconciled: u64,
}

/// A part of a section.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct SectionPage {
    /// Its name.
    section: &'static str,
    /// What can be said of the whole, and the entries.
    #[serde(flatten)]
    listed: Listed,
    /// Whether there are more after them.
    more: bool,
}

impl From<&SharedChart> for ChartLine {
    fn from(it: &SharedChart) -> Self {
        Self {
            id: it.id,
            name: it.name.clone(),
            born: it.born.clone(),
            key_words: it.key_words.clone(),
            since: it.since,
            until: it.until,
        }
    }
}

/// A chart's content: the record that is shared, what the patient's device stated, or both.
pub(crate) struct Content<'a> {
    pub(crate) shared: &'a SharedChart,
    pub(crate) record: Option<&'a Chart>,
    pub(crate) stated: &'a [StatedItem],
}

impl Content<'_> {
    /// The name and the birth date in the profile, if it was opened.
    pub(crate) fn person(&self) -> Result<(Option<String>, Option<String>), StoreError> {
        let of = |facts: &pocketchart::Summary| {
            let born = facts.when.as_ref().map(|it| it.as_str().to_owned());
            (facts.title.clone(), born)
        };
        let is_person = |facts: &pocketchart::Summary| facts.resource_type == "Patient";
        let stated = self.stated.iter().map(|it| &it.facts).find(|it| is_person(it));
        if let Some(facts) = stated {
            return Ok(of(facts));
        }
        let Some(record) = self.record else {
            return Ok((None, None));
        };
        let page = list(record, Section::Profile, &ListOptions::default())?;
        let found = page.items.iter().map(|it| &it.facts).find(|it| is_person(it));
        Ok(found.map_or((None, None), of))
    }

    /// The descriptions of the person in the profile, byte for byte, if it was opened.
    pub(crate) fn profiles(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        match self.source(Section::Profile) {
            Source::None => Ok(Vec::new()),
            Source::Stated => {
                let is_person = |it: &&StatedItem| it.facts.resource_type == "Patient";
                let found = self.stated.iter().filter(is_person);
                Ok(found.map(|it| it.item.body.clone()).collect())
            }
            Source::Record(record) => {
                let page = list(record, Section::Profile, &all())?;
                let mut found = Vec::new();
                for item in page.items.iter().filter(|it| it.facts.resource_type == "Patient") {
                    let detail = record.item(item.id);
                    found.extend(detail.map_err(|error| StoreError::Record(error.id()))?.content);
                }
                Ok(found)
            }
        }
    }

    /// The banner, as a role may see it.
    pub(crate) fn banner(&self, role: Role) -> Result<Banner, StoreError> {
        let may = |section: &Section| role.may_read(*section);
        let opened: Vec<Section> = self.shared.sections().map(|(section, _)| section).collect();
        let counted = match self.record.map(Chart::sections) {
            Some(counted) => counted.map_err(|error| StoreError::Record(error.id()))?,
            None => Vec::new(),
        };
        let shown = opened.iter().copied().filter(may);
        Ok(Banner {
            line: self.shared.into(),
            allergies: self.listed(Section::Allergies, &all())?.0,
            sections: shown.map(|section| self.line(section, &counted)).collect(),
            not_for_you: opened.iter().filter(|it| !may(it)).map(|it| it.name()).collect(),
        })
    }

    /// A part of a section.
    pub(crate) fn page(&self, section: Section, options: &ListOptions) -> Result<SectionPage, StoreError> {
        let (listed, more) = self.listed(section, options)?;
        Ok(SectionPage {
            section: section.name(),
            listed,
            more,
        })
    }

    fn line(&self, section: Section, counted: &[SectionOverview]) -> SectionLine {
        let operations = self.shared.operations(section).unwrap_or(Operations::empty());
        let (count, unreconciled) = match self.source(section) {
            Source::Record(_) => {
                let found = counted.iter().find(|it| it.section == section);
                found.map_or((0, 0), |it| (it.current, it.unreconciled))
            }
            Source::Stated => {
                let of = || self.copies(section);
                let unreconciled = of().filter(|it| it.item.unreconciled).count();
                (of().count() as u64, unreconciled as u64)
            }
            Source::None => (0, 0),
        };
        let names = [
            (Operations::EXTRACT, "extract"),
            (Operations::READ, "read"),
            (Operations::FUTURE, "later"),
            (Operations::APPEND, "append"),
        ];
        let held = names.into_iter().filter(|(it, _)| operations.contains(*it));
        SectionLine {
            section: section.name(),
            operations: held.map(|(_, name)| name).collect(),
            count,
            unreconciled,
        }
    }

    /// What can be said of a section.
    pub(super) fn standing(&self, section: Section) -> Result<Standing, StoreError> {
        Ok(self.listed(section, &all())?.0.standing)
    }

    /// What the patient's device stated of a section.
    pub(super) fn copies(&self, section: Section) -> impl Iterator<Item = &StatedItem> {
        self.stated.iter().filter(move |it| it.item.section == section)
    }

    fn listed(&self, section: Section, options: &ListOptions) -> Result<(Listed, bool), StoreError> {
        let (entries, more) = match self.source(section) {
            Source::None => {
                let listed = Listed {
                    standing: Standing::NotOpened,
                    entries: Vec::new(),
                };
                return Ok((listed, false));
            }
            Source::Record(record) => {
                let page = list(record, section, options)?;
                (page.items.iter().map(Entry::from).collect::<Vec<_>>(), page.more)
            }
            Source::Stated => {
                let of = || self.copies(section);
                let more = of().count() > options.offset.saturating_add(options.limit);
                let part = of().skip(options.offset).take(options.limit);
                (part.map(Entry::from).collect(), more)
            }
        };
        let is_whole = options.offset == 0 && !more;
        let standing = Standing::of(&entries, is_whole);
        Ok((Listed { standing, entries }, more))
    }

    /// Where a section's entries stand.
    pub(super) fn source(&self, section: Section) -> Source<'_> {
        let operations = self.shared.operations(section).unwrap_or(Operations::empty());
        match self.record {
            Some(record) if operations.contains(Operations::READ) => Source::Record(record),
            _ if operations.contains(Operations::EXTRACT) => Source::Stated,
            _ => Source::None,
        }
    }
}

pub(super) enum Source<'a> {
    Record(&'a Chart),
    Stated,
    None,
}

/// All of a section.
pub(super) fn all() -> ListOptions {
    ListOptions {
        limit: usize::MAX,
        ..ListOptions::default()
    }
}

pub(super) fn list(
    chart: &Chart,
    section: Section,
    options: &ListOptions,
) -> Result<pocketchart::ListPage, StoreError> {
    chart
        .list(section, options)
        .map_err(|error| StoreError::Record(error.id()))
}
