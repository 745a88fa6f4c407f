#![doc = include_str!("../README.md")]

mod caught;
mod chart;
mod check_in;
mod facts;
mod import;
mod item;
mod list;
mod mirror;
mod open;
mod platform;
mod source;
mod thrown;

pub use chart::OpenChart;
pub use check_in::{CheckIn, CheckInEntry, CheckInError, CheckInItem, CheckInQuestion, CheckInSource};
pub use facts::{Absence, Amount, Facts, Reading, SystemCode, UsualRange};
pub use import::{
    ImportError, ImportListener, ImportOptions, ImportPhase, ImportProgress, ImportReport, PersonNames,
    SectionCount, UnreadablePart, UnreadableReason,
};
pub use item::{
    Author, ChartItem, EntryAct, EntrySource, ItemDetail, ItemState, ItemVersion, OriginProof, Remark, Rival,
    SourceMark, SourceOrigin,
};
pub use list::{ChartSection, Emptiness, ItemPage, ListOptions, ReadError, SectionOverview};
pub use open::{CreatedChart, OpenError, create_chart, open_chart};
pub use platform::{FreshnessError, FreshnessStore, KeyVault, KeyVaultError};
pub use source::{NewSource, SourceError, SourcePull, SourceSignIn, SourceTrouble};

uniffi::setup_scaffolding!();

/// The version of everything that this library offers to other languages. `surface.txt` lists it; a test fails where
/// the two differ.
pub const SURFACE_VERSION: u32 = 4;

/// The version of what this library offers.
#[uniffi::export]
pub fn surface_version() -> u32 {
    SURFACE_VERSION
}
