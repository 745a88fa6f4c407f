//! An entry as the desk's pages get it. Numbers and dates are the text that their source wrote.

use pocketchart::{
    Amount, FhirDateTime, ItemState, ItemView, Millis, Negation, Reading, SourceMark, StatedItem, Summary,
    UsualRange,
};
use serde::Serialize;
use utoipa::ToSchema;

/// An entry: what, when, who says so, how sure.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Entry {
    /// Names it in the shared chart; none for a copy.
    id: Option<String>,
    /// What is stated.
    facts: Facts,
    /// How it stands.
    state: EntryState,
    /// Whether it is over: resolved, stopped, completed.
    past: bool,
    /// Somebody disputes it.
    disputed: bool,
    /// Who says so.
    sources: Vec<Source>,
    /// What others say of the same thing, undecided.
    others: Vec<Facts>,
}

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum EntryState {
    Current,
    /// Sources contradict one another, and nobody has decided.
    Unreconciled,
    Retracted,
    Replaced,
    /// The patient has not confirmed it.
    Proposed,
}

/// Who says so.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Source {
    /// What the patient calls them; none for the patient.
    pub(super) name: Option<String>,
    /// The patient.
    pub(super) patient: bool,
    /// This clinic.
    pub(super) you: bool,
    /// The name in the statement itself.
    pub(super) who: Option<String>,
    /// When it was written down, in milliseconds since 1970.
    pub(super) recorded: Millis,
}

/// What is stated.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Facts {
    /// FHIR's type.
    r#type: String,
    /// False where only part of it could be read.
    readable: bool,
    title: Option<String>,
    code: Option<Coded>,
    category: Option<String>,
    when: Option<String>,
    until: Option<String>,
    status: Option<String>,
    verification: Option<String>,
    severity: Option<String>,
    criticality: Option<String>,
    value: Option<Measured>,
    range: Option<Range>,
    flag: Option<String>,
    components: Vec<Component>,
    reaction: Option<String>,
    dosage: Option<String>,
    note: Option<String>,
    who: Option<String>,
    /// `none-known`, `no-information` or `not-done`.
    negation: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct Coded {
    system: Option<String>,
    code: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct Measured {
    text: String,
    number: Option<String>,
    comparator: Option<String>,
    unit: Option<String>,
    ucum: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct Range {
    low: Option<String>,
    high: Option<String>,
    text: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct Component {
    title: Option<String>,
    value: Option<Measured>,
    range: Option<Range>,
    flag: Option<String>,
}

impl Entry {
    /// Whether it says that there is nothing, and nothing speaks against it.
    pub(crate) fn is_none_known(&self) -> bool {
        self.facts.negation == Some("none-known")
            && self.state == EntryState::Current
            && !self.past
            && !self.disputed
            && self.others.is_empty()
    }

    /// Names it in the shared chart; none for a copy.
    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// FHIR's type.
    pub(crate) fn kind(&self) -> &str {
        &self.facts.r#type
    }

    /// Whether it has not been taken back or replaced, and is not only proposed.
    pub(crate) fn holds(&self) -> bool {
        matches!(self.state, EntryState::Current | EntryState::Unreconciled)
    }

    /// Whether it is over: resolved, stopped, completed.
    pub(crate) fn is_past(&self) -> bool {
        self.past
    }

    /// Whether it says that there is nothing.
    pub(crate) fn denies(&self) -> bool {
        self.facts.denies()
    }

    /// Whether it says that there is something, and has not come to an end.
    pub(crate) fn holds_something(&self) -> bool {
        self.holds() && !self.past && !self.denies()
    }
}

impl Facts {
    /// Whether it says that there is nothing, or that nobody knows.
    pub(crate) fn denies(&self) -> bool {
        matches!(self.negation, Some("none-known" | "no-information"))
    }
}

impl From<&ItemView> for Entry {
    fn from(it: &ItemView) -> Self {
        Self {
            id: Some(it.id.to_text()),
            facts: (&it.facts).into(),
            state: it.state.into(),
            past: it.past,
            disputed: !it.disputed_by.is_empty(),
            sources: it.sources.iter().map(Source::from).collect(),
            others: it.holding_rivals().map(|it| (&it.facts).into()).collect(),
        }
    }
}

impl From<&StatedItem> for Entry {
    fn from(it: &StatedItem) -> Self {
        Self {
            id: None,
            facts: (&it.facts).into(),
            state: match it.item.unreconciled {
                true => EntryState::Unreconciled,
                false => EntryState::Current,
            },
            past: it.past,
            disputed: it.item.disputed,
            sources: vec![it.into()],
            others: Vec::new(),
        }
    }
}

impl From<ItemState> for EntryState {
    fn from(state: ItemState) -> Self {
        match state {
            ItemState::Current => Self::Current,
            ItemState::Unreconciled => Self::Unreconciled,
            ItemState::Retracted => Self::Retracted,
            ItemState::Replaced => Self::Replaced,
            ItemState::Proposed => Self::Proposed,
        }
    }
}

impl From<&SourceMark> for Source {
    fn from(it: &SourceMark) -> Self {
        Self {
            name: it.author.name.clone(),
            patient: it.author.is_patient,
            you: it.author.is_you,
            who: it.who.clone(),
            recorded: it.recorded,
        }
    }
}

impl From<&StatedItem> for Source {
    fn from(it: &StatedItem) -> Self {
        let author = &it.item.author;
        Self {
            name: Some(author.clone()).filter(|it| !it.is_empty()),
            patient: author.is_empty(),
            you: false,
            who: it.facts.who.clone(),
            recorded: it.item.recorded,
        }
    }
}

impl From<&Summary> for Facts {
    fn from(it: &Summary) -> Self {
        let date = |when: &Option<FhirDateTime>| when.as_ref().map(|it| it.as_str().to_owned());
        Self {
            r#type: it.resource_type.clone(),
            readable: it.readable,
            title: it.title.clone(),
            code: it.code.as_ref().map(|it| Coded {
                system: it.system.clone(),
                code: it.code.clone(),
            }),
            category: it.category.clone(),
            when: date(&it.when),
            until: date(&it.until),
            status: it.status.clone(),
            verification: it.verification.clone(),
            severity: it.severity.clone(),
            criticality: it.criticality.clone(),
            value: it.value.as_ref().map(Measured::from),
            range: it.range.as_ref().map(Range::from),
            flag: it.flag.clone(),
            components: it.components.iter().map(Component::from).collect(),
            reaction: it.reaction.clone(),
            dosage: it.dosage.clone(),
            note: it.note.clone(),
            who: it.who.clone(),
            negation: it.negation.map(|it| match it {
                Negation::NoneKnown => "none-known",
                Negation::NoInformation => "no-information",
                Negation::NotDone => "not-done",
            }),
        }
    }
}

impl From<&Amount> for Measured {
    fn from(it: &Amount) -> Self {
        Self {
            text: it.text.clone(),
            number: it.number.as_ref().map(|it| it.as_str().to_owned()),
            comparator: it.comparator.clone(),
            unit: it.unit.clone(),
            ucum: it.ucum.clone(),
        }
    }
}

impl From<&UsualRange> for Range {
    fn from(it: &UsualRange) -> Self {
        Self {
            low: it.low.as_ref().map(|it| it.as_str().to_owned()),
            high: it.high.as_ref().map(|it| it.as_str().to_owned()),
            text: it.text.clone(),
        }
    }
}

impl From<&Reading> for Component {
    fn from(it: &Reading) -> Self {
        Self {
            title: it.title.clone(),
            value: it.value.as_ref().map(Measured::from),
            range: it.range.as_ref().map(Range::from),
            flag: it.flag.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::banner::Standing;
    use super::*;

    fn entry(negation: Option<Negation>) -> Entry {
        let facts = Summary {
            negation,
            ..Summary::default()
        };
        Entry {
            id: None,
            facts: (&facts).into(),
            state: EntryState::Current,
            past: false,
            disputed: false,
            sources: Vec::new(),
            others: Vec::new(),
        }
    }

    #[test]
    fn nobody_reads_none_known_where_something_else_is_said() {
        let (none, other) = (entry(Some(Negation::NoneKnown)), entry(None));
        let of = |entries: &[Entry]| Standing::of(entries, true);
        assert_eq!(of(&[]), Standing::NothingRecorded);
        assert_eq!(of(&[none.clone(), none.clone()]), Standing::NoneKnown);
        assert_eq!(of(&[entry(Some(Negation::NoInformation))]), Standing::Listed);
        assert_eq!(of(&[none.clone(), other.clone()]), Standing::Listed);
        let changes: [fn(&mut Entry); 5] = [
            |it| it.past = true,
            |it| it.disputed = true,
            |it| it.state = EntryState::Retracted,
            |it| it.state = EntryState::Unreconciled,
            |it| it.others.push(it.facts.clone()),
        ];
        for change in changes {
            let mut doubtful = none.clone();
            change(&mut doubtful);
            assert_eq!(of(&[doubtful]), Standing::Listed);
        }
        // What is not on this page may say something else.
        assert_eq!(Standing::of(&[none], false), Standing::Listed);
        assert_eq!(Standing::of(&[], false), Standing::Listed);
    }
}
