//! What a PDF (ISO 32000) says of itself, and its words.

use crate::Look;
use crate::day::moment;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, ObjectId, decode_text_string};
use std::collections::BTreeMap;

/// More streams than this are not looked into.
const MAX_STREAMS: usize = 2048;
/// What all packed objects of a file may unpack to, in bytes.
const MAX_OBJECTS: usize = 32 << 20;
/// What the drawing of all pages may unpack to, in bytes; fonts that each of them names are counted with it.
const MAX_DRAWING: usize = 32 << 20;
/// Drawing steps that are followed.
const MAX_STEPS: usize = 2_000_000;
/// Pages whose words are read.
const MAX_PAGES: usize = 1000;
/// How deep forms lie in forms.
const MAX_DEPTH: usize = 8;
/// Between two parts of a line, in thousandths of a letter's height: wider than this is a space.
const SPACE: f32 = -200.0;

pub(crate) fn look(bytes: &[u8]) -> Look {
    let Some(document) = load(bytes) else {
        return Look::default();
    };
    let info = document
        .trailer
        .get_deref(b"Info", &document)
        .and_then(Object::as_dict);
    let said = |name: &[u8]| {
        let text = decode_text_string(info.as_ref().ok()?.get_deref(name, &document).ok()?).ok()?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    Look {
        title: said(b"Title"),
        made: said(b"CreationDate").and_then(|date| created(&date)),
        pages: u32::try_from(document.page_iter().take(MAX_PAGES * 100).count()).ok(),
        ..Look::default()
    }
}

/// `D:20260301101112+01'00'` (ISO 32000-1 §7.9.4).
fn created(date: &str) -> Option<String> {
    let date = date.strip_prefix("D:").unwrap_or(date);
    let end = date.find(|it: char| !it.is_ascii_digit()).unwrap_or(date.len());
    let (digits, zone) = date.split_at_checked(end)?;
    moment(digits, Some(zone.trim_end_matches('\'')))
}

/// Every stream has its keyword in the file, so the room that unpacked objects may take is parted among them.
fn load(bytes: &[u8]) -> Option<Document> {
    let streams = bytes.windows(6).filter(|it| it == b"stream").count();
    if streams > 2 * MAX_STREAMS {
        return None;
    }
    let each = (MAX_OBJECTS / streams.max(1)).clamp(32 << 10, 4 << 20);
    let document =
        Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(each)).ok()?;
    // One that opens without a password is decrypted by now.
    (!document.is_encrypted()).then_some(document)
}

pub(crate) fn text(bytes: &[u8], limit: usize) -> Option<String> {
    let document = load(bytes)?;
    let mut reader = Reader {
        document: &document,
        drawing: MAX_DRAWING,
        steps: MAX_STEPS,
        limit,
        text: String::new(),
    };
    for page in document.page_iter().take(MAX_PAGES) {
        if reader.is_done() {
            break;
        }
        reader.page(page);
        reader.part('\n');
    }
    Some(reader.text)
}

/// Reads the words of one page after the other, in the order in which they are drawn.
struct Reader<'a> {
    document: &'a Document,
    /// Bytes of drawing that may still be unpacked.
    drawing: usize,
    /// Steps that may still be followed.
    steps: usize,
    limit: usize,
    text: String,
}

impl<'a> Reader<'a> {
    fn is_done(&self) -> bool {
        self.steps == 0 || self.drawing == 0 || self.text.len() >= self.limit
    }

    fn page(&mut self, page: ObjectId) {
        let Ok(fonts) = self.document.get_page_fonts(page) else {
            return;
        };
        let mut forms = BTreeMap::new();
        if let Ok((own, inherited)) = self.document.get_page_resources(page) {
            let inherited = inherited
                .into_iter()
                .filter_map(|id| self.document.get_dictionary(id).ok());
            for resources in inherited.collect::<Vec<_>>().into_iter().rev().chain(own) {
                forms.extend(self.forms(resources));
            }
        }
        let Ok(content) = self.document.get_page_content_with_limit(page, self.drawing) else {
            return;
        };
        let encodings = self.encodings(fonts);
        self.draw(&content, &encodings, &forms, 0);
    }

    /// Fonts that say how their letters are written.
    fn encodings(&mut self, fonts: BTreeMap<Vec<u8>, &'a Dictionary>) -> BTreeMap<Vec<u8>, Encoding<'a>> {
        let mut encodings = BTreeMap::new();
        for (name, font) in fonts {
            let to_unicode = font
                .get_deref(b"ToUnicode", self.document)
                .and_then(Object::as_stream);
            let size = to_unicode.map_or(0, |stream| stream.content.len());
            let room = (self.drawing / 8).min(1 << 20);
            if let Ok(encoding) = font.get_font_encoding_with_limit(self.document, room) {
                encodings.insert(name, encoding);
            }
            self.drawing = self.drawing.saturating_sub(size.saturating_mul(4) + 1024);
        }
        encodings
    }

    /// The forms, drawings within drawings, by the names that resources give them.
    fn forms(&self, resources: &'a Dictionary) -> BTreeMap<Vec<u8>, &'a lopdf::Stream> {
        let named = resources.get_deref(b"XObject", self.document);
        let named = named.and_then(Object::as_dict).into_iter().flatten();
        let form = |(name, object): (&Vec<u8>, &'a Object)| {
            let (_, object) = self.document.dereference(object).ok()?;
            let stream = object.as_stream().ok()?;
            let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).ok()?;
            (kind == b"Form").then(|| (name.clone(), stream))
        };
        named.filter_map(form).collect()
    }

    fn draw(
        &mut self,
        content: &[u8],
        encodings: &BTreeMap<Vec<u8>, Encoding<'_>>,
        forms: &BTreeMap<Vec<u8>, &'a lopdf::Stream>,
        depth: usize,
    ) {
        self.drawing = self.drawing.saturating_sub(content.len());
        let mut encoding = None;
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else { return };
            self.steps = self.steps.saturating_sub(1);
            if self.steps == 0 || self.text.len() >= self.limit {
                return;
            }
            let name = || operation.operands.first()?.as_name().ok();
            match operation.operator.as_str() {
                "Tf" => encoding = name().and_then(|font| encodings.get(font)),
                "Tj" | "TJ" => self.show(encoding, &operation.operands),
                "'" | "\"" => {
                    self.part('\n');
                    self.show(encoding, &operation.operands);
                }
                "Td" | "TD" | "Tm" => self.part(if goes_down(&operation) { '\n' } else { ' ' }),
                "T*" | "ET" => self.part('\n'),
                "Do" if depth < MAX_DEPTH => {
                    if let Some(form) = name().and_then(|form| forms.get(form)) {
                        self.form(form, encodings, forms, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// A form without resources of its own uses those of the page.
    fn form(
        &mut self,
        form: &'a lopdf::Stream,
        encodings: &BTreeMap<Vec<u8>, Encoding<'_>>,
        forms: &BTreeMap<Vec<u8>, &'a lopdf::Stream>,
        depth: usize,
    ) {
        let packed = form.content.len();
        self.drawing = self.drawing.saturating_sub(packed);
        let content = match form.is_compressed() {
            true => form.decompressed_content_with_limit(self.drawing).ok(),
            false => Some(form.content.clone()),
        };
        let Some(content) = content else { return };
        let own = form.dict.get_deref(b"Resources", self.document);
        let Ok(own) = own.and_then(Object::as_dict) else {
            return self.draw(&content, encodings, forms, depth);
        };
        let fonts = own.get_deref(b"Font", self.document).and_then(Object::as_dict);
        let font = |(name, object): (&Vec<u8>, &'a Object)| {
            let (_, object) = self.document.dereference(object).ok()?;
            Some((name.clone(), object.as_dict().ok()?))
        };
        let fonts = fonts.into_iter().flatten().filter_map(font).collect();
        let (encodings, forms) = (self.encodings(fonts), self.forms(own));
        self.draw(&content, &encodings, &forms, depth);
    }

    /// Parts words, once.
    fn part(&mut self, by: char) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(by);
        }
    }

    fn show(&mut self, encoding: Option<&Encoding<'_>>, operands: &[Object]) {
        let Some(encoding) = encoding else { return };
        for operand in operands {
            match operand {
                Object::String(bytes, _) => {
                    let _ = encoding.write_to_string(bytes, &mut self.text);
                }
                Object::Array(parts) => {
                    for part in parts {
                        match part {
                            Object::String(bytes, _) => {
                                let _ = encoding.write_to_string(bytes, &mut self.text);
                            }
                            other if other.as_float().is_ok_and(|gap| gap < SPACE) => self.part(' '),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether the next letters stand on another line. A place that is set anew may be anywhere.
fn goes_down(operation: &Operation) -> bool {
    operation.operator == "Tm"
        || operation
            .operands
            .get(1)
            .is_none_or(|down| down.as_float().is_ok_and(|it| it != 0.0))
}
