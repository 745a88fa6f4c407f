//! From whom something came by a card or a link, and what is known of that.

use super::Words;
use super::words::host;
use pocketchart::{Origin, Proof, SourceMark};
use pocketchart_strings::Message;
use serde_json::{Value, json};

/// A clause: who, and whether a signature held.
pub(crate) fn origin(words: Words<'_>, it: &Origin) -> String {
    let from = it.from.as_str().into();
    words.show(&match &it.proof {
        Proof::None => Message::OriginNone { from },
        Proof::Signed => Message::OriginSigned { from },
        Proof::Listed { name } => Message::OriginListed {
            name: name.as_str().into(),
            from,
        },
    })
}

/// The same in few words, for lists: without the address of whom a list names.
fn origin_short(words: Words<'_>, it: &Origin) -> String {
    let from = host(&it.from).unwrap_or(&it.from).into();
    words.show(&match &it.proof {
        Proof::None => Message::OriginShortNone { from },
        Proof::Signed => Message::OriginShortSigned { from },
        Proof::Listed { name } => Message::OriginShortListed {
            name: name.as_str().into(),
        },
    })
}

/// The same of several sources, each once.
pub(super) fn origins_short(words: Words<'_>, sources: &[SourceMark]) -> Vec<String> {
    let said = sources.iter().filter_map(|it| it.origin.as_ref());
    let mut said: Vec<String> = said.map(|it| origin_short(words, it)).collect();
    said.sort();
    said.dedup();
    said
}

/// The same as a document.
pub(crate) fn origin_document(it: &Origin) -> Value {
    let name = match &it.proof {
        Proof::Listed { name } => Some(name),
        _ => None,
    };
    json!({ "from": it.from, "proof": it.proof.name(), "name": name })
}
