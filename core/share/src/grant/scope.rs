use std::collections::BTreeMap;

use pocketchart_record::Section;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

bitflags::bitflags! {
    /// What may be done with a section.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub struct Operations: u8 {
        /// Be given the current entries and their bodies, once, as the patient's device states them.
        const EXTRACT = 1;
        /// Read the whole documents, with their history.
        const READ = 2;
        /// Add entries under a key that reads nothing else.
        const APPEND = 4;
        /// The same for what is written later, as long as the grant lasts.
        const FUTURE = 8;
    }
}

/// Sections, each with what may be done there: at least one of both.
///
/// ```
/// use pocketchart_record::Section;
/// use pocketchart_share::grant::{Operations, Scope};
///
/// let wide = Scope::new([(Section::Allergies, Operations::EXTRACT), (Section::Notes, Operations::APPEND)]).unwrap();
/// let narrow = Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap();
/// assert!(narrow.is_within(&wide) && !wide.is_within(&narrow));
/// assert!(Scope::new([]).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope(BTreeMap<Section, Operations>);

impl Scope {
    /// None without a section, or with a section in which nothing may be done.
    pub fn new(sections: impl IntoIterator<Item = (Section, Operations)>) -> Option<Self> {
        let sections: BTreeMap<_, _> = sections.into_iter().collect();
        let fine = !sections.is_empty() && sections.values().all(|operations| !operations.is_empty());
        fine.then_some(Self(sections))
    }

    /// Section by section, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = (Section, Operations)> {
        self.0.iter().map(|(section, operations)| (*section, *operations))
    }

    /// What may be done in that section; none if it is not in the scope.
    pub fn operations(&self, section: Section) -> Option<Operations> {
        self.0.get(&section).copied()
    }

    /// Whether it lets its redeemer into the record: more than a copy goes out.
    pub fn lets_in(&self) -> bool {
        let enters = Operations::READ | Operations::APPEND;
        self.0.values().any(|it| it.intersects(enters))
    }

    /// Whether everything here is also allowed there.
    pub fn is_within(&self, other: &Self) -> bool {
        self.iter().all(|(section, operations)| {
            other
                .operations(section)
                .is_some_and(|theirs| theirs.contains(operations))
        })
    }

    /// What both allow; none if that is nothing.
    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        Self::new(self.iter().filter_map(|(section, operations)| {
            let both = operations & other.operations(section)?;
            (!both.is_empty()).then_some((section, both))
        }))
    }
}

/// `[1*16 [section, operations]]`, ascending.
impl Canonical for Scope {
    fn write(&self, to: &mut Writer) {
        to.array(self.0.len());
        for (section, operations) in self.iter() {
            to.array(2).value(&section).uint(operations.bits().into());
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        let sections = (0..len).map(|_| {
            from.array_of(2)?;
            let section = from.value()?;
            let operations = Operations::from_bits(from.small()?).ok_or(Malformed("operations"))?;
            Ok((section, operations))
        });
        let sections: Vec<_> = sections.collect::<Result<_, Malformed>>()?;
        Self::new(sections).ok_or(Malformed("empty scope"))
    }
}
