//! From whom something came by a card or a link, and what is known of that.

use super::Words;
use pocketchart::{Origin, Proof};
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

/// The same as a document.
pub(crate) fn origin_document(it: &Origin) -> Value {
    let name = match &it.proof {
        Proof::Listed { name } => Some(name),
        _ => None,
    };
    json!({ "from": it.from, "proof": it.proof.name(), "name": name })
}
