//! Items: in a list, and with everything that is known about one.

use crate::facts::Facts;
use crate::list::ChartSection;
use crate::mirror::mirror;
use pocketchart::EntryId;

mirror! {
    /// How an item stands.
    ItemState <- pocketchart::ItemState {
        /// It holds.
        Current,
        /// Several statements about it contradict each other until a person settles it.
        Unreconciled,
        /// It was entered in error.
        Retracted,
        /// A better statement took its place.
        Replaced,
        /// Somebody proposes it; neither its author nor the patient has answered.
        Proposed,
    }
}

mirror! {
    /// What an entry does to those it names.
    EntryAct <- pocketchart::Act {
        /// Replaces them by a better statement.
        Correct,
        /// Withdraws them: entered in error.
        Retract,
        /// Agrees.
        Confirm,
        /// Disagrees, and leaves them standing.
        Dispute,
        /// Settles several that contradict each other.
        Resolve,
    }
}

/// Someone who writes in the record.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Author {
    /// Their public key, in hexadecimal.
    pub id: String,
    /// What the patient calls them; none for the patient.
    pub name: Option<String>,
    /// The person whose record this is.
    pub is_patient: bool,
    /// Whoever this device writes for.
    pub is_you: bool,
}

impl From<pocketchart::Author> for Author {
    fn from(it: pocketchart::Author) -> Self {
        Self {
            id: it.id.to_hex(),
            name: it.name,
            is_patient: it.is_patient,
            is_you: it.is_you,
        }
    }
}

/// One source of a statement: who wrote the entry, on which device, and where it came from.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SourceMark {
    /// The entry.
    pub id: String,
    /// Who wrote or imported it.
    pub author: Author,
    /// The device that signed it, by name.
    pub device: Option<String>,
    /// When it was written down, by that device's clock.
    pub recorded_ms: u64,
    /// Since when this record knows it.
    pub known_ms: u64,
    /// The system it was imported from; none if it was typed in.
    pub system: Option<String>,
    /// Who says so, by the name in the statement itself.
    pub who: Option<String>,
    /// From whom it came, where that was by a card or a link.
    pub origin: Option<SourceOrigin>,
}

/// From whom something came by a card or a link, and what is known of that.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SourceOrigin {
    /// Who says that they issued it: the address on a card, the host of a link.
    pub issuer: String,
    /// What is known of that.
    pub proof: OriginProof,
}

/// What is known of who issued something.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Enum)]
pub enum OriginProof {
    /// Nothing: no signature is on it. Whoever made the link says it.
    Unsigned,
    /// The signature held, by the key at an address that nobody vouches for.
    Signed,
    /// The signature held, by the key of an issuer on a list that the person trusted.
    Listed {
        /// Its name on that list.
        name: String,
    },
}

impl From<pocketchart::Origin> for SourceOrigin {
    fn from(it: pocketchart::Origin) -> Self {
        Self {
            issuer: it.from,
            proof: match it.proof {
                pocketchart::Proof::None => OriginProof::Unsigned,
                pocketchart::Proof::Signed => OriginProof::Signed,
                pocketchart::Proof::Listed { name } => OriginProof::Listed { name },
            },
        }
    }
}

impl From<pocketchart::SourceMark> for SourceMark {
    fn from(it: pocketchart::SourceMark) -> Self {
        Self {
            id: it.id.to_text(),
            author: it.author.into(),
            device: it.device,
            recorded_ms: it.recorded,
            known_ms: it.known,
            system: it.system,
            who: it.who,
            origin: it.origin.map(Into::into),
        }
    }
}

/// One thing in a list: what, when, who says so, how sure.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ChartItem {
    /// Names the item: its newest entry.
    pub id: String,
    /// Its section.
    pub section: ChartSection,
    /// What is stated. For text that was kept unread only the title is set.
    pub facts: Facts,
    /// How it stands.
    pub state: ItemState,
    /// Whether it is over: resolved, stopped, completed.
    pub past: bool,
    /// Who says so; more than one when several sources say the same.
    pub sources: Vec<SourceMark>,
    /// Statements that contradict it.
    pub rivals: Vec<Rival>,
    /// Other items that may be the same thing, as yet undecided.
    pub probable: Vec<String>,
    /// Changes that others propose.
    pub proposals: Vec<String>,
    /// Entries that disagree with it.
    pub disputed_by: Vec<String>,
    /// Entries that agree with it.
    pub confirmed_by: Vec<String>,
    /// The media type, where it is kept bytes rather than FHIR.
    pub media: Option<String>,
    /// False while its content is still to come from another device.
    pub content_here: bool,
    /// Sorts by clinical time; the time of writing where nothing else is said.
    pub sort_key: String,
}

impl From<pocketchart::ItemView> for ChartItem {
    fn from(it: pocketchart::ItemView) -> Self {
        Self {
            id: it.id.to_text(),
            section: it.section.into(),
            facts: it.facts.into(),
            state: it.state.into(),
            past: it.past,
            sources: it.sources.into_iter().map(Into::into).collect(),
            rivals: it.rivals.into_iter().map(Into::into).collect(),
            probable: texts(&it.probable),
            proposals: texts(&it.proposals),
            disputed_by: texts(&it.disputed_by),
            confirmed_by: texts(&it.confirmed_by),
            media: it.media,
            content_here: it.content_here,
            sort_key: it.when,
        }
    }
}

fn texts(ids: &[EntryId]) -> Vec<String> {
    ids.iter().map(EntryId::to_text).collect()
}

/// A statement that contradicts an item.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Rival {
    /// Its newest entry.
    pub id: String,
    /// What is stated.
    pub facts: Facts,
    /// Who says so.
    pub sources: Vec<SourceMark>,
}

impl From<pocketchart::Rival> for Rival {
    fn from(it: pocketchart::Rival) -> Self {
        Self {
            id: it.id.to_text(),
            facts: it.facts.into(),
            sources: it.sources.into_iter().map(Into::into).collect(),
        }
    }
}

/// What somebody did to an entry.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Remark {
    /// The entry that says so.
    pub id: String,
    /// What it does; none for a newer copy from the source.
    pub act: Option<EntryAct>,
    /// Who.
    pub author: Author,
    /// On which device.
    pub device: Option<String>,
    /// When, by that device's clock.
    pub recorded_ms: u64,
    /// Why.
    pub reason: Option<String>,
}

impl From<pocketchart::Remark> for Remark {
    fn from(it: pocketchart::Remark) -> Self {
        Self {
            id: it.id.to_text(),
            act: it.act.map(Into::into),
            author: it.author.into(),
            device: it.device,
            recorded_ms: it.at,
            reason: it.reason,
        }
    }
}

/// One statement in an item's history.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ItemVersion {
    /// The entry.
    pub id: String,
    /// What it states; none for an entry that only speaks of others.
    pub facts: Option<Facts>,
    /// What it does to those before it, by whom, when and why.
    pub remark: Remark,
}

impl From<pocketchart::Version> for ItemVersion {
    fn from(it: pocketchart::Version) -> Self {
        Self {
            id: it.id.to_text(),
            facts: it.facts.map(Into::into),
            remark: it.remark.into(),
        }
    }
}

/// Where an imported entry came from.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct EntrySource {
    /// The system that holds the original.
    pub system: String,
    /// The type of the original in that system.
    pub kind: String,
    /// Its id there.
    pub id: String,
}

/// Everything that is known about an item.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ItemDetail {
    /// The item as a list shows it.
    pub item: ChartItem,
    /// What replaced this entry.
    pub replaced_by: Vec<Remark>,
    /// Who disagrees, and why.
    pub disputes: Vec<Remark>,
    /// Who agrees.
    pub confirmations: Vec<Remark>,
    /// What others propose.
    pub proposals: Vec<ItemVersion>,
    /// Everything that was said of it, oldest first.
    pub history: Vec<ItemVersion>,
    /// The entry's kind: `fhir/<Type>` or `source`.
    pub kind: String,
    /// Where it came from, if it was imported.
    pub source: Option<EntrySource>,
    /// The content, byte for byte as it came; none while it is not here.
    pub content: Option<Vec<u8>>,
}

impl From<pocketchart::ItemDetail> for ItemDetail {
    fn from(it: pocketchart::ItemDetail) -> Self {
        Self {
            item: it.item.into(),
            replaced_by: it.replaced_by.into_iter().map(Into::into).collect(),
            disputes: it.disputes.into_iter().map(Into::into).collect(),
            confirmations: it.confirmations.into_iter().map(Into::into).collect(),
            proposals: it.proposals.into_iter().map(Into::into).collect(),
            history: it.history.into_iter().map(Into::into).collect(),
            kind: it.kind,
            source: it.source.map(|source| EntrySource {
                system: source.system,
                kind: source.kind,
                id: source.id,
            }),
            content: it.content,
        }
    }
}
