//! From bytes to a tree whose size, depth and width are bounded.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::events::{BytesStart, Event};
use roxmltree::{Document, Error, ParsingOptions};

use super::element::STATEMENTS;
use super::{CcdaError, DOCUMENT_LIMIT};

/// Real documents nest some 30 levels.
const DEPTH_LIMIT: usize = 128;
/// Of one element. Building the tree takes time that grows with its square.
const ATTRIBUTE_LIMIT: usize = 128;
/// Namespaces that are declared at one place. Building the tree repeats them at each element that declares one more.
const NAMESPACE_LIMIT: usize = 256;
/// Elements, texts and comments: some 300 MiB of memory.
const NODE_LIMIT: u32 = 4_000_000;

/// The text, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, CcdaError> {
    if bytes.len() > DOCUMENT_LIMIT {
        return Err(CcdaError::TooLarge);
    }
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some(marked) => marked,
        None => (declared(bytes)?, 0),
    };
    let bytes = bytes.get(mark..).unwrap_or_default();
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(CcdaError::Encoding)
}

/// The encoding of the XML declaration, UTF-8 where there is none (XML 1.0, appendix F).
fn declared(bytes: &[u8]) -> Result<&'static Encoding, CcdaError> {
    match bytes {
        [b'<', 0, ..] => return Ok(UTF_16LE),
        [0, b'<', ..] => return Ok(UTF_16BE),
        _ => {}
    }
    let head = String::from_utf8_lossy(bytes.get(..256.min(bytes.len())).unwrap_or_default());
    let declaration = head
        .trim_start()
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"))
        .map_or("", |it| it.0);
    let Some((_, value)) = declaration.split_once("encoding") else {
        return Ok(UTF_8);
    };
    let label: String = value
        .chars()
        .skip_while(|it| it.is_whitespace() || matches!(it, '=' | '"' | '\''))
        .take_while(|it| !matches!(it, '"' | '\''))
        .collect();
    let encoding = Encoding::for_label(label.as_bytes()).ok_or(CcdaError::Encoding)?;
    // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    Ok(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

/// Elements directly in a clinical statement. What stands around many is asked once for each.
const PARTS_LIMIT: usize = 4_096;

/// An element that is open.
#[derive(Default)]
struct Open {
    namespaces: usize,
    parts: usize,
    is_statement: bool,
}

/// Walks the document without building anything.
pub(super) fn check(text: &str) -> Result<(), CcdaError> {
    let mut events = quick_xml::Reader::from_str(text);
    events.config_mut().check_end_names = false;
    events.config_mut().allow_unmatched_ends = true;
    let mut open: Vec<Open> = Vec::new();
    loop {
        match events.read_event() {
            Ok(Event::Start(start)) => {
                let element = within(&start, open.last_mut())?;
                open.push(element);
                if open.len() > DEPTH_LIMIT {
                    return Err(CcdaError::TooDeep);
                }
            }
            Ok(Event::Empty(start)) => {
                within(&start, open.last_mut())?;
            }
            Ok(Event::End(_)) => {
                open.pop();
            }
            Ok(Event::DocType(_)) => return Err(CcdaError::HasDoctype),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(CcdaError::NotXml),
        }
    }
}

/// An element inside the one around it; its namespaces are those declared by itself and by those around.
fn within(start: &BytesStart<'_>, around: Option<&mut Open>) -> Result<Open, CcdaError> {
    let mut element = Open {
        is_statement: STATEMENTS
            .iter()
            .any(|it| it.as_bytes() == start.local_name().as_ref()),
        ..Open::default()
    };
    if let Some(around) = around {
        around.parts += 1;
        element.namespaces = around.namespaces;
        if around.is_statement && around.parts > PARTS_LIMIT {
            return Err(CcdaError::TooDeep);
        }
    }
    for (at, attribute) in start.attributes().with_checks(false).enumerate() {
        let attribute = attribute.map_err(|_| CcdaError::NotXml)?;
        element.namespaces += usize::from(attribute.key.as_ref().starts_with(b"xmlns"));
        if at >= ATTRIBUTE_LIMIT || element.namespaces > NAMESPACE_LIMIT {
            return Err(CcdaError::TooDeep);
        }
    }
    Ok(element)
}

/// The tree of a text that was [checked](check).
pub(super) fn tree(text: &str) -> Result<Document<'_>, CcdaError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODE_LIMIT,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => CcdaError::HasDoctype,
        Error::NodesLimitReached => CcdaError::TooLarge,
        _ => CcdaError::NotXml,
    })
}
