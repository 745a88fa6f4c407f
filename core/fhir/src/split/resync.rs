//! Where reading can begin again after damage.

/// What the elements of the damaged array look like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// A Bundle's entry.
    Entry,
    /// A resource.
    Resource,
}

/// The comma before the next element that plainly begins after `from`.
pub(super) fn next_element(bytes: &[u8], from: usize, element: Element) -> Option<usize> {
    let names: &[&[u8]] = match element {
        Element::Entry => &[
            b"fullUrl",
            b"resource",
            b"request",
            b"search",
            b"response",
            b"link",
        ],
        Element::Resource => &[b"resourceType"],
    };
    positions(bytes, from, b',').find(|&comma| {
        let rest = after(bytes, comma + 1, b"{").and_then(|at| after(bytes, at, b"\""));
        rest.is_some_and(|at| {
            names
                .iter()
                .any(|name| after(bytes, at, name).is_some_and(|at| follows(bytes, at, b"\"")))
        })
    })
}

/// The position after the `[` of the next `"entry": [` after `from`, and where its name begins.
pub(super) fn next_entries(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    positions(bytes, from, b'"').find_map(|quote| {
        if !follows(bytes, quote + 1, b"entry\"") {
            return None;
        }
        let open = after(bytes, quote + 7, b":").and_then(|at| after(bytes, at, b"["))?;
        Some((quote, open))
    })
}

fn positions(bytes: &[u8], from: usize, wanted: u8) -> impl Iterator<Item = usize> {
    let tail = bytes.get(from..).unwrap_or_default();
    tail.iter()
        .enumerate()
        .filter(move |(_, byte)| **byte == wanted)
        .map(move |(at, _)| from + at)
}

fn follows(bytes: &[u8], at: usize, wanted: &[u8]) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(wanted))
}

/// The position after `wanted`, which may have space before it.
fn after(bytes: &[u8], at: usize, wanted: &[u8]) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let at = at + (rest.len() - rest.trim_ascii_start().len());
    follows(bytes, at, wanted).then_some(at + wanted.len())
}
