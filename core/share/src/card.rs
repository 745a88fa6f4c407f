//! The emergency card (security.md section 12): what a person chose to show in an emergency, signed by their device and
//! whole in one QR code. Whoever holds the code can read it, offline. A card cannot be recalled, so a reader says
//! how old it is and by whose key it is signed, and shows nothing of one that was altered.

mod age;
mod body;
mod content;
mod dictionary;
mod entry;
mod plain;
mod sealed;
mod text;

#[cfg(test)]
mod tests;

pub use age::CardAge;
pub use content::{CardContact, CardContent, CardSection};
pub use dictionary::DictionarySource;
pub use entry::{CardCode, CardEntry, CardMarks, CardSeverity};
pub use plain::{PLAIN_CHARACTERS, PlainWords};
pub use sealed::{Card, CardError, CardSigner, MakeCardError};
pub use text::{PageAddress, PageError};
