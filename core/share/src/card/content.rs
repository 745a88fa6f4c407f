use super::entry::{CardEntry, put_text};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use std::collections::BTreeMap;

/// What a card says, section by section, in the order in which it is read. The number is the section's key on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardSection {
    /// Allergies, or the statement that none is known.
    Allergies = 2,
    /// Medicines that are taken now.
    Medicines = 3,
    /// Conditions that matter.
    Conditions = 4,
    /// The blood group.
    BloodGroup = 5,
    /// What was built into the body.
    Implants = 6,
    /// Pregnancy.
    Pregnancy = 7,
    /// Languages that the person speaks, with their BCP 47 codes.
    Languages = 8,
    /// What the person wants done, or not done.
    Directives = 9,
}

impl CardSection {
    /// All, in the order in which they are read.
    pub const ALL: [Self; 8] = [
        Self::Allergies,
        Self::Medicines,
        Self::Conditions,
        Self::BloodGroup,
        Self::Implants,
        Self::Pregnancy,
        Self::Languages,
        Self::Directives,
    ];

    /// Its name for programs and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Allergies => "allergies",
            Self::Medicines => "medicines",
            Self::Conditions => "conditions",
            Self::BloodGroup => "blood-group",
            Self::Implants => "implants",
            Self::Pregnancy => "pregnancy",
            Self::Languages => "languages",
            Self::Directives => "directives",
        }
    }

    fn of(key: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|section| *section as u64 == key)
    }
}

/// Whom to call: `{0: name, ? 1: relation, ? 2: telephone}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardContact {
    /// Their name.
    pub name: String,
    /// What they are to the person, in the source's words.
    pub relation: Option<String>,
    /// Their telephone number, as written.
    pub phone: Option<String>,
}

/// What a card says. Health data: never to be logged.
///
/// `{? 0: name, ? 1: birth date, ? 2 to 9: [+ entry] of a section, ? 10: [+ contact]}`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardContent {
    /// Whose card it is.
    pub name: Option<String>,
    /// When they were born, as FHIR writes a date.
    pub born: Option<String>,
    /// Whom to call, first one first.
    pub contacts: Vec<CardContact>,
    pub(super) sections: BTreeMap<CardSection, Vec<CardEntry>>,
}

const CONTACTS: u64 = 10;
/// More than a card of 8 KiB can hold.
const MAX_LIST: usize = 2048;

impl CardContent {
    /// Adds an entry at the end of a section.
    pub fn push(&mut self, section: CardSection, entry: CardEntry) {
        self.sections.entry(section).or_default().push(entry);
    }

    /// The entries of a section; none where the card says nothing of it, which is not the same as none known.
    pub fn entries(&self, section: CardSection) -> &[CardEntry] {
        self.sections.get(&section).map_or(&[], Vec::as_slice)
    }
}

impl Canonical for CardContact {
    fn write(&self, to: &mut Writer) {
        let (relation, phone) = (self.relation.as_deref(), self.phone.as_deref());
        to.map(1 + [relation, phone].iter().flatten().count());
        to.uint(0).text(&self.name);
        put_text(to, 1, relation);
        put_text(to, 2, phone);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut contact = Self::default();
        for _ in 0..from.map()? {
            match from.uint()? {
                0 => contact.name = from.value()?,
                1 => contact.relation = Some(from.value()?),
                2 => contact.phone = Some(from.value()?),
                _ => return Err(Malformed("contact field")),
            }
        }
        Ok(contact)
    }
}

impl Canonical for CardContent {
    fn write(&self, to: &mut Writer) {
        let texts = [self.name.as_deref(), self.born.as_deref()];
        let contacts = usize::from(!self.contacts.is_empty());
        to.map(texts.iter().flatten().count() + self.sections.len() + contacts);
        put_text(to, 0, self.name.as_deref());
        put_text(to, 1, self.born.as_deref());
        for (section, entries) in &self.sections {
            to.uint(*section as u64).list(entries);
        }
        if !self.contacts.is_empty() {
            to.uint(CONTACTS).list(&self.contacts);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut content = Self::default();
        for _ in 0..from.map()? {
            match from.uint()? {
                0 => content.name = Some(from.value()?),
                1 => content.born = Some(from.value()?),
                CONTACTS => content.contacts = from.list(MAX_LIST)?,
                key => {
                    let section = CardSection::of(key).ok_or(Malformed("card field"))?;
                    let entries: Vec<CardEntry> = from.list(MAX_LIST)?;
                    if entries.is_empty() {
                        return Err(Malformed("empty section"));
                    }
                    content.sections.insert(section, entries);
                }
            }
        }
        Ok(content)
    }
}
