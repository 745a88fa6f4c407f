//! What each source says of a medicine, and as of when (record-and-sync.md §3): absent is never active, and that a medicine was
//! handed out does not say that it is taken.

use crate::author::SourceMark;
use crate::chart::Chart;
use crate::item::{ItemState, ItemView, is_over};
use crate::read::ReadError;
use crate::time;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::summary::{Negation, Summary};
use pocketchart_fhir::view::View;
use pocketchart_record::{EntryId, Row, StoreError};

const DAY: i64 = 86_400_000;
/// After so many days without a word of anybody a medicine is asked about. No rule of medicine: a year is what a person remembers.
const OLD_AFTER: i64 = 365;

/// What somebody says of a medicine.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MedicineUse {
    /// It is taken.
    Active,
    /// It is paused.
    OnHold,
    /// It is to be taken later.
    Planned,
    /// It was ended, or taken to the end.
    Over,
    /// It was never taken, or is not to be taken.
    NotTaken,
    /// It was handed out: whether it is taken, this does not say.
    Filled,
    /// One dose was given.
    Given,
    /// The source does not say whether it is taken.
    Unsaid,
}

/// What a moment tells about a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AsOfBasis {
    /// The source says that it was stated or ordered then.
    Stated,
    /// It was typed into this record then, or confirmed.
    Recorded,
}

/// The newest moment for which a statement is known to stand. When a server stored it last (`meta.lastUpdated`) and when it was brought in
/// are none: both may come long after anybody said so, and would make what is old look new.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AsOf {
    /// The moment, as precise as it was written.
    pub when: FhirDateTime,
    /// What it tells.
    pub basis: AsOfBasis,
}

/// What one source says of a medicine.
#[derive(Clone, PartialEq, Debug)]
pub struct MedicineSaid {
    /// Who, and which entry.
    pub source: SourceMark,
    /// What it says of the taking.
    pub says: MedicineUse,
    /// The status, as the source's code.
    pub status: Option<String>,
    /// How to take it.
    pub dosage: Option<String>,
    /// As of when; none where the source names no moment.
    pub as_of: Option<AsOf>,
}

/// A medicine, source by source.
#[derive(Clone, PartialEq, Debug)]
pub struct MedicineView {
    /// Every source: those of the item's own statement first.
    pub said: Vec<MedicineSaid>,
    /// When somebody last said that it is taken, or confirmed it; none where nobody says so, or says when.
    pub confirmed: Option<AsOf>,
    /// Whether that is more than a year ago, of a medicine that holds.
    pub is_old: bool,
}

impl Chart {
    /// What each source says of a medicine, and as of when; none for what is no statement about taking, ordering, giving or handing
    /// out a medicine.
    ///
    /// ```no_run
    /// use pocketchart::{Chart, ListOptions, ReadError, Section};
    /// # fn show(chart: &Chart) -> Result<(), ReadError> {
    /// for item in chart.list(Section::Medications, &ListOptions::default())?.items {
    ///     for said in chart.medicine(&item)?.into_iter().flat_map(|it| it.said) {
    ///         println!("{:?} as of {:?}", said.says, said.as_of.map(|it| it.when));
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the store says.
    pub fn medicine(&self, item: &ItemView) -> Result<Option<MedicineView>, ReadError> {
        let rivals = item.rivals.iter().flat_map(|it| &it.sources);
        let mut said = Vec::new();
        for source in item.sources.iter().chain(rivals) {
            // One that joined another without adding anything still says no more than it does.
            if let Some(row) = self.record.row(&source.id)? {
                said.extend(self.said_by(source, row)?);
            }
        }
        if said.is_empty() {
            return Ok(None);
        }
        let mut active = said.iter().filter(|it| it.says == MedicineUse::Active).peekable();
        let confirmations = match active.peek() {
            Some(_) => self.confirmations(&item.confirmed_by)?,
            None => Vec::new(),
        };
        let dates = active.filter_map(|it| it.as_of.clone());
        let confirmed = dates.chain(confirmations).max_by(|a, b| a.when.cmp(&b.when));
        let holds = matches!(item.state, ItemState::Current | ItemState::Unreconciled) && !item.past;
        let is_old = confirmed.as_ref().is_some_and(|it| self.is_old(&it.when));
        Ok(Some(MedicineView {
            is_old: holds && is_old,
            said,
            confirmed,
        }))
    }

    fn is_old(&self, when: &FhirDateTime) -> bool {
        let now = i64::try_from(self.now()).unwrap_or(i64::MAX);
        when.order_key()
            .is_some_and(|when| now.saturating_sub(when) > OLD_AFTER * DAY)
    }

    fn confirmations(&self, ids: &[EntryId]) -> Result<Vec<AsOf>, StoreError> {
        let rows = self.record.rows_of(ids)?.into_iter().flatten();
        let recorded = rows.map(|row| AsOf {
            when: time::fhir_instant(row.entry.recorded),
            basis: AsOfBasis::Recorded,
        });
        Ok(recorded.collect())
    }

    fn said_by(&self, source: &SourceMark, row: Row) -> Result<Option<MedicineSaid>, StoreError> {
        let facts = self.member(row.clone())?.facts;
        let Some(says) = says(&facts) else {
            return Ok(None);
        };
        Ok(Some(MedicineSaid {
            as_of: self.as_of(source, &row, &facts)?,
            source: source.clone(),
            says,
            status: facts.status,
            dosage: facts.dosage,
        }))
    }

    fn as_of(&self, source: &SourceMark, row: &Row, facts: &Summary) -> Result<Option<AsOf>, StoreError> {
        let stated = match facts.resource_type.as_str() {
            "MedicationDispense" => facts.when.clone(),
            _ => self.stated(row)?,
        };
        // A date that had not come when the statement came in says nothing; a time zone moves one by less than a day.
        let latest = i64::try_from(source.recorded)
            .unwrap_or(i64::MAX)
            .saturating_add(DAY);
        let has_come = |it: &FhirDateTime| it.order_key().is_some_and(|when| when <= latest);
        let stated = stated.filter(has_come).map(|when| AsOf {
            when,
            basis: AsOfBasis::Stated,
        });
        let typed = source.system.is_none().then(|| AsOf {
            when: time::fhir_instant(source.recorded),
            basis: AsOfBasis::Recorded,
        });
        Ok(stated.or(typed))
    }

    /// When a statement says that it was made.
    fn stated(&self, row: &Row) -> Result<Option<FhirDateTime>, StoreError> {
        let Some(body) = self.record.body(row)? else {
            return Ok(None);
        };
        Ok(match View::of(&body) {
            Ok(View::MedicationRequest(it)) => it.authored_on,
            Ok(View::MedicationStatement(it)) => it.date_asserted,
            _ => None,
        })
    }
}

/// What a statement says of the taking.
fn says(facts: &Summary) -> Option<MedicineUse> {
    let status = facts.status.as_deref();
    Some(match facts.resource_type.as_str() {
        "MedicationDispense" => MedicineUse::Filled,
        "MedicationAdministration" => MedicineUse::Given,
        "MedicationRequest" | "MedicationStatement" => match status {
            _ if facts.negation == Some(Negation::NotDone) => MedicineUse::NotTaken,
            _ if is_over(facts) => MedicineUse::Over,
            Some("active") => MedicineUse::Active,
            Some("on-hold") => MedicineUse::OnHold,
            Some("intended" | "draft") => MedicineUse::Planned,
            _ => MedicineUse::Unsaid,
        },
        _ => return None,
    })
}
