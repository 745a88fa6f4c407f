//! What each source says of a medicine, and as of when.

use super::document::{self, short};
use super::words::Words;
use crate::output::Mark;
use pocketchart::{
    AsOf, AsOfBasis, Chart, EntryId, ItemView, MedicineSaid, MedicineUse, MedicineView, ReadError, Summary,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The medicines among items, by the items' names.
#[derive(Default)]
pub(crate) struct Medicines(BTreeMap<EntryId, MedicineView>);

impl Medicines {
    pub(crate) fn among(chart: &Chart, items: &[ItemView]) -> Result<Self, ReadError> {
        let mut all = BTreeMap::new();
        for item in items {
            all.extend(chart.medicine(item)?.map(|medicine| (item.id, medicine)));
        }
        Ok(Self(all))
    }

    /// An item as a document, with what each source says of it if it is a medicine.
    pub(crate) fn document(&self, item: &ItemView) -> Value {
        let mut document = document::item(item);
        if let (Some(members), Some(medicine)) = (document.as_object_mut(), self.0.get(&item.id)) {
            members.insert("medicine".to_owned(), medicine_document(medicine));
        }
        document
    }

    /// What stands below an item.
    pub(super) fn lines(&self, words: Words<'_>, item: &ItemView) -> Vec<(Mark, String)> {
        let Some(medicine) = self.0.get(&item.id) else {
            return Vec::new();
        };
        let mut lines: Vec<(Mark, String)> = Vec::new();
        match medicine.said.as_slice() {
            [only] if only.says == MedicineUse::Filled => {
                lines.push((Mark::None, words.show(&Message::MedicineFillOnly)));
            }
            [only] => lines.push((Mark::None, as_of(words, only.as_of.as_ref()))),
            several => lines.extend(several.iter().map(|said| (Mark::None, line(words, said)))),
        }
        lines.extend(old(words, item, medicine));
        lines
    }

    /// The same, with the source named even if it is the only one.
    pub(super) fn every_line(&self, words: Words<'_>, item: &ItemView) -> Vec<(Mark, String)> {
        let Some(medicine) = self.0.get(&item.id) else {
            return Vec::new();
        };
        let said = medicine.said.iter();
        let mut lines: Vec<(Mark, String)> = said.map(|said| (Mark::None, line(words, said))).collect();
        lines.extend(old(words, item, medicine));
        lines
    }
}

fn old(words: Words<'_>, item: &ItemView, medicine: &MedicineView) -> Option<(Mark, String)> {
    let confirmed = medicine.confirmed.as_ref().filter(|_| medicine.is_old)?;
    let line = words.show(&Message::MedicineOld {
        date: words.day(&confirmed.when).into(),
        id: short(&item.id).into(),
    });
    Some((Mark::Caution, line))
}

/// Who says what, as of when.
fn line(words: Words<'_>, said: &MedicineSaid) -> String {
    let parts = [
        Some(says(words, said)),
        said.dosage.clone(),
        (said.says != MedicineUse::Filled).then(|| as_of(words, said.as_of.as_ref())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    words.show(&Message::MedicineSaid {
        by: words.said_by(std::slice::from_ref(&said.source)).into(),
        said: parts.join(" · ").into(),
    })
}

fn says(words: Words<'_>, said: &MedicineSaid) -> String {
    let status = || said.status.as_deref().map(|it| words.code("status-", it));
    words.show(&match said.says {
        MedicineUse::Active => Message::MedicineActive,
        MedicineUse::OnHold => Message::MedicineOnHold,
        MedicineUse::Planned => Message::MedicinePlanned,
        MedicineUse::Over => return status().unwrap_or_default(),
        MedicineUse::NotTaken => Message::MedicineNotTaken,
        MedicineUse::Filled => {
            let when = said.as_of.as_ref().map(|it| &it.when);
            return filled(words, said.status.as_deref(), when);
        }
        MedicineUse::Given => Message::MedicineGiven,
        MedicineUse::Unsaid => Message::MedicineUnsaid,
    })
}

/// That a medicine was handed out, or how far that has come.
pub(super) fn filled(
    words: Words<'_>,
    status: Option<&str>,
    when: Option<&pocketchart::FhirDateTime>,
) -> String {
    match (status, when) {
        (Some("completed") | None, Some(when)) => words.show(&Message::MedicineFilledOn {
            date: words.day(when).into(),
        }),
        (Some("completed") | None, None) => words.show(&Message::MedicineFilled),
        (Some(status), _) => words.show(&Message::MedicineFill {
            status: words.code("status-", status).into(),
        }),
    }
}

/// The word of a medicine in a list, where its status alone would mislead.
pub(super) fn standing(words: Words<'_>, facts: &Summary) -> Option<String> {
    let status = facts.status.as_deref();
    match facts.resource_type.as_str() {
        "MedicationDispense" => Some(filled(words, status, None)),
        "MedicationRequest" | "MedicationStatement" if status.is_none() => {
            Some(words.show(&Message::MedicineUnsaidBrief))
        }
        _ => None,
    }
}

fn as_of(words: Words<'_>, as_of: Option<&AsOf>) -> String {
    let Some(as_of) = as_of else {
        return words.show(&Message::MedicineAsOfUnsaid);
    };
    let date = words.day(&as_of.when).into();
    words.show(&match as_of.basis {
        AsOfBasis::Stated => Message::MedicineAsOf { date },
        AsOfBasis::Recorded => Message::MedicineAsOfRecorded { date },
    })
}

fn medicine_document(it: &MedicineView) -> Value {
    let said = it.said.iter().map(|said| {
        json!({
            "entry": document::id(&said.source.id), "who": said.source.who, "system": said.source.system,
            "says": use_code(said.says), "status": said.status, "dosage": said.dosage,
            "as_of": said.as_of.as_ref().map(|it| it.when.as_str()),
            "as_of_basis": said.as_of.as_ref().map(|it| basis_code(it.basis)),
        })
    });
    let confirmed = it.confirmed.as_ref();
    json!({
        "said": said.collect::<Value>(),
        "last_confirmed": confirmed.map(|it| it.when.as_str()),
        "last_confirmed_basis": confirmed.map(|it| basis_code(it.basis)),
        "is_old": it.is_old,
    })
}

fn use_code(says: MedicineUse) -> &'static str {
    match says {
        MedicineUse::Active => "active",
        MedicineUse::OnHold => "on-hold",
        MedicineUse::Planned => "planned",
        MedicineUse::Over => "over",
        MedicineUse::NotTaken => "not-taken",
        MedicineUse::Filled => "filled",
        MedicineUse::Given => "given",
        MedicineUse::Unsaid => "unsaid",
    }
}

fn basis_code(basis: AsOfBasis) -> &'static str {
    match basis {
        AsOfBasis::Stated => "stated",
        AsOfBasis::Recorded => "recorded",
    }
}
