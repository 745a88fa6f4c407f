//! The emergency card: what could stand on it, and making it (security.md section 12).

mod contact;
mod observed;

use crate::chart::Chart;
use crate::item::{ItemState, ItemView, is_over};
use crate::read::ReadError;
use crate::store;
use contact::Person;
use pocketchart_fhir::summary::{Code, Negation, Summary};
use pocketchart_fhir::view::View;
use pocketchart_record::{EntryId, Section, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::card::{
    Card, CardCode, CardContact, CardContent, CardEntry, CardError, CardMarks, CardSection, CardSeverity,
};

/// Characters of one thing on a card; more are cut with `…`.
const MAX_TEXT: usize = 60;
const DAY: u64 = 86_400_000;
/// Half a year: then the person looks the card over.
const REVIEW_AFTER: u32 = 183;

/// One thing that a card can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardFact {
    /// The person's name.
    Name(String),
    /// The person's birth date, as written.
    Born(String),
    /// An entry of a section.
    Entry(CardSection, CardEntry),
    /// Somebody to call.
    Contact(CardContact),
}

/// One thing that could stand on the card. Whoever makes the card changes `selected` and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChoice {
    /// The entry that says so. Several choices may come from one entry.
    pub id: EntryId,
    /// Whether it goes on the card.
    pub selected: bool,
    /// What it says.
    pub fact: CardFact,
}

/// No card was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MakeCardError {
    /// Nothing was chosen.
    #[error("nothing was chosen")]
    Empty,
    /// More was chosen than fits one code.
    #[error("too much for one code")]
    TooMuch,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl MakeCardError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            MakeCardError::Empty => "card-empty",
            MakeCardError::TooMuch => "card-too-much",
            MakeCardError::Store(error) => store::message_id(error),
        }
    }
}

/// A text or picture shows no card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct ReadCardError(#[from] pub CardError);

impl ReadCardError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ReadCardError(CardError::Newer) => "card-newer",
            ReadCardError(CardError::Altered) => "card-altered",
            ReadCardError(_) => "card-not-one",
        }
    }
}

impl Chart {
    /// What could stand on an emergency card: what holds now, and is not in the section *sensitive*. Chosen beforehand are
    /// the person, all allergies, medicines that are taken, conditions that are there, the blood group, implants,
    /// emergency contacts, languages and directives; offered besides are other devices and contacts, and pregnancy.
    ///
    /// An allergy on which sources disagree is there with its worst statement, marked. That none is known is there if
    /// somebody said so and no other statement speaks of one.
    ///
    /// # Errors
    /// What the store says.
    pub fn card_choices(&self) -> Result<Vec<CardChoice>, ReadError> {
        let profile = self.what_holds(Section::Profile, false)?;
        let people = self.patients(&profile)?;
        let mut choices: Vec<CardChoice> = people.iter().find_map(Person::identity).unwrap_or_default();
        self.allergies(&mut choices)?;
        self.medicines(&mut choices)?;
        self.conditions(&mut choices)?;
        self.blood_group(&mut choices)?;
        self.implants(&mut choices)?;
        self.pregnancy(&mut choices)?;
        self.contacts(&profile, &people, &mut choices)?;
        for person in &people {
            person.languages(&mut choices);
        }
        directives(&profile, &mut choices);
        Ok(choices)
    }

    /// Makes the card of what is selected, signed by this device, issued today and to be looked over in half a year. The
    /// log says so before the card is given.
    ///
    /// # Errors
    /// [`MakeCardError`]: nothing is selected, or more than one code holds, or what the store says.
    pub fn make_card(&mut self, choices: &[CardChoice]) -> Result<Card, MakeCardError> {
        let mut content = CardContent::default();
        for choice in choices.iter().filter(|choice| choice.selected) {
            match &choice.fact {
                CardFact::Name(name) => content.name = Some(name.clone()),
                CardFact::Born(date) => content.born = Some(date.clone()),
                CardFact::Entry(section, entry) => content.push(*section, entry.clone()),
                CardFact::Contact(contact) => content.contacts.push(contact.clone()),
            }
        }
        if content == CardContent::default() {
            return Err(MakeCardError::Empty);
        }
        let context = self.home.context();
        let today = u32::try_from(context.now() / DAY).unwrap_or(u32::MAX);
        let key = &self.record.device_keys().sign;
        let review = today.saturating_add(REVIEW_AFTER);
        let card = Card::make(&content, today, review, context.random(), key);
        let card = card.map_err(|_| MakeCardError::TooMuch)?;
        card.to_qr(None).map_err(|_| MakeCardError::TooMuch)?;
        let mut event = AuditEvent::new(Action::CardMade);
        for choice in choices.iter().filter(|choice| choice.selected) {
            event
                .sections
                .extend(self.record.row(&choice.id)?.map(|row| row.section));
            event.count += 1;
        }
        self.audit_note(event)?;
        Ok(card)
    }

    /// Reads a card's text. No record is needed.
    ///
    /// # Errors
    /// [`ReadCardError`]; nothing of an altered card is told.
    pub fn read_card(text: &str) -> Result<Card, ReadCardError> {
        Ok(Card::from_text(text)?)
    }

    fn allergies(&self, choices: &mut Vec<CardChoice>) -> Result<(), ReadError> {
        let items = self.what_holds(Section::Allergies, false)?;
        let found = items.iter().filter_map(|item| {
            let worst = worst(item)?;
            let entry = CardEntry {
                severity: worst.severity.as_deref().and_then(CardSeverity::of),
                detail: worst.reaction.as_deref().map(short),
                marks: CardMarks {
                    high_risk: worst.criticality.as_deref() == Some("high"),
                    ..marks(item)
                },
                ..entry(worst)?
            };
            Some((item, worst.negation, entry))
        });
        stated(CardSection::Allergies, found.collect(), choices);
        Ok(())
    }

    fn medicines(&self, choices: &mut Vec<CardChoice>) -> Result<(), ReadError> {
        let items = self.what_holds(Section::Medications, false)?;
        let taken = |item: &&ItemView| {
            ["MedicationRequest", "MedicationStatement"].contains(&item.facts.resource_type.as_str())
        };
        self.ongoing(CardSection::Medicines, items.iter().filter(taken), choices);
        Ok(())
    }

    fn conditions(&self, choices: &mut Vec<CardChoice>) -> Result<(), ReadError> {
        let items = self.what_holds(Section::Problems, false)?;
        let condition = |item: &&ItemView| item.facts.resource_type == "Condition";
        self.ongoing(CardSection::Conditions, items.iter().filter(condition), choices);
        Ok(())
    }

    fn ongoing<'a>(
        &self,
        section: CardSection,
        items: impl Iterator<Item = &'a ItemView>,
        choices: &mut Vec<CardChoice>,
    ) {
        let found = items
            .filter(|item| holds(&item.facts) || item.state == ItemState::Unreconciled)
            .filter_map(|item| {
                let entry = CardEntry {
                    marks: marks(item),
                    ..entry(&item.facts)?
                };
                Some((item, item.facts.negation, entry))
            });
        stated(section, found.collect(), choices);
    }

    fn view_of_content(&self, id: &EntryId) -> Result<Option<View>, StoreError> {
        Ok(self.content_of(id)?.and_then(|bytes| View::of(&bytes).ok()))
    }

    fn content_of(&self, id: &EntryId) -> Result<Option<Vec<u8>>, StoreError> {
        match self.record.row(id)? {
            Some(row) => self.record.body(&row),
            None => Ok(None),
        }
    }
}

/// Adds what is stated of a section. That there is nothing is said only where nothing speaks against it.
fn stated(
    section: CardSection,
    found: Vec<(&ItemView, Option<Negation>, CardEntry)>,
    choices: &mut Vec<CardChoice>,
) {
    let something = found.iter().any(|(_, negation, _)| negation.is_none());
    for (item, negation, mut entry) in found {
        match negation {
            None => {}
            Some(Negation::NoneKnown) if !something => entry.marks.none_known = true,
            Some(_) => continue,
        }
        let fact = CardFact::Entry(section, entry);
        // The same words from two sources are one thing to a reader.
        if !choices.iter().any(|choice| choice.fact == fact) {
            choices.push(CardChoice {
                id: item.id,
                selected: true,
                fact,
            });
        }
    }
}

/// What an allergy's most dangerous statement that holds says.
fn worst(item: &ItemView) -> Option<&Summary> {
    let rivals = item.holding_rivals().map(|rival| &rival.facts);
    std::iter::once(&item.facts)
        .chain(rivals)
        .filter(|facts| facts.resource_type == "AllergyIntolerance" && holds(facts))
        .reduce(|worst, facts| {
            if danger(facts) > danger(worst) {
                facts
            } else {
                worst
            }
        })
}

fn danger(facts: &Summary) -> (bool, Option<CardSeverity>, bool) {
    let severity = facts.severity.as_deref().and_then(CardSeverity::of);
    let high = facts.criticality.as_deref() == Some("high");
    (facts.negation.is_none(), severity, high)
}

fn holds(facts: &Summary) -> bool {
    !is_over(facts) && facts.verification.as_deref() != Some("refuted")
}

fn marks(item: &ItemView) -> CardMarks {
    CardMarks {
        disputed: item.state == ItemState::Unreconciled || !item.disputed_by.is_empty(),
        ..CardMarks::default()
    }
}

/// The title and code of a fact; none where it has no words.
fn entry(facts: &Summary) -> Option<CardEntry> {
    Some(CardEntry {
        text: short(facts.title.as_deref()?),
        code: facts.code.as_ref().and_then(code),
        ..CardEntry::default()
    })
}

fn code(code: &Code) -> Option<CardCode> {
    Some(CardCode {
        system: code.system.clone()?,
        code: code.code.clone(),
    })
}

/// The text on one line, cut where it is too long for a card.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= MAX_TEXT {
        return text;
    }
    let mut cut: String = text.chars().take(MAX_TEXT - 1).collect();
    cut.push('…');
    cut
}

fn directives(profile: &[ItemView], choices: &mut Vec<CardChoice>) {
    let stands = |item: &&ItemView| {
        item.facts.resource_type == "Consent" && item.facts.status.as_deref() == Some("active")
    };
    for item in profile.iter().filter(stands) {
        if let Some(entry) = entry(&item.facts) {
            choices.push(CardChoice {
                id: item.id,
                selected: true,
                fact: CardFact::Entry(
                    CardSection::Directives,
                    CardEntry {
                        marks: marks(item),
                        ..entry
                    },
                ),
            });
        }
    }
}
