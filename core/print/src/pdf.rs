//! The plan as PDF.

use crate::paper::Paper;
use crate::place::{Ink, Piece, Plan, Role};
use crate::sheet::{Code, PrintError, Sheet};
use crate::text::{Paragraph, Shaper};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::collections::HashMap;
use std::num::NonZeroU16;

const URGENT: [u8; 3] = [0x9b, 0x10, 0x1d];
const CALM: [u8; 3] = [0x1f, 0x3d, 0x5c];
const RULE: [u8; 3] = [0x9a, 0x9a, 0x9a];
const WHITE: [u8; 3] = [0xff; 3];
const BLACK: [u8; 3] = [0; 3];

/// A card, or a document, as PDF/UA-1: tagged for screen readers, each code with a description. Each of `fonts` is a file's bytes; they
/// are tried in that order. The same sheet and fonts give the same bytes.
///
/// # Errors
/// [`PrintError`]: a code is too large for the paper, or no font has a letter.
pub fn print(sheet: &Sheet, paper: Paper, fonts: Vec<Vec<u8>>) -> Result<Vec<u8>, PrintError> {
    let plan = Plan::new(
        sheet,
        paper,
        Shaper::new(fonts, &sheet.language, sheet.right_to_left)?,
    )?;
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut document = Document::new_with(SerializeSettings {
        configuration: configuration.finish().map_err(|_| PrintError::Refused)?,
        enable_tagging: true,
        xmp_metadata: true,
        ..SerializeSettings::default()
    });
    let mut written = Written::default();
    for page in 0..plan.pages {
        let size =
            PageSettings::from_wh(plan.measures.width, plan.measures.height).ok_or(PrintError::Refused)?;
        let mut sheet = document.start_page_with(size);
        let mut surface = sheet.surface();
        written.page(&plan, page, &mut surface)?;
        surface.finish();
        sheet.finish();
    }
    document.set_outline(outline(&plan));
    document.set_tag_tree(tree(&plan, written.identifiers, &sheet.language));
    document.set_metadata(
        Metadata::new()
            .title(sheet.title.clone())
            .language(sheet.language.clone())
            .creator("Pocketchart".to_owned())
            .text_direction(match sheet.right_to_left {
                true => TextDirection::RightToLeft,
                false => TextDirection::LeftToRight,
            }),
    );
    document.finish().map_err(|_| PrintError::Refused)
}

/// What was drawn so far.
#[derive(Default)]
struct Written {
    fonts: HashMap<(u64, u32), Font>,
    /// Of each element, in the order of its pieces.
    identifiers: HashMap<usize, Vec<Identifier>>,
}

impl Written {
    fn page(&mut self, plan: &Plan<'_>, page: usize, surface: &mut Surface<'_>) -> Result<(), PrintError> {
        decorate(plan, page, surface);
        for (number, element) in plan.elements.iter().enumerate() {
            for piece in element.pieces.iter().filter(|piece| piece.page == page) {
                let tag = match piece.ink {
                    Ink::Lines { .. } => ContentTag::Span(SpanTag::empty()),
                    Ink::Code(_) => ContentTag::Other,
                };
                let identifier = surface.start_tagged(tag);
                let drawn = self.piece(plan, piece, surface);
                surface.end_tagged();
                drawn?;
                self.identifiers.entry(number).or_default().push(identifier);
            }
        }
        Ok(())
    }

    fn piece(
        &mut self,
        plan: &Plan<'_>,
        piece: &Piece<'_>,
        surface: &mut Surface<'_>,
    ) -> Result<(), PrintError> {
        match &piece.ink {
            Ink::Code(code) => {
                draw_code(code, plan.measures.module, piece, surface);
                Ok(())
            }
            Ink::Lines { paragraph, lines } => {
                let paragraph = plan.paragraphs.get(*paragraph).ok_or(PrintError::Refused)?;
                self.lines(paragraph, lines.start, lines.end, piece, surface)
            }
        }
    }

    fn lines(
        &mut self,
        paragraph: &Paragraph,
        start: usize,
        end: usize,
        piece: &Piece<'_>,
        surface: &mut Surface<'_>,
    ) -> Result<(), PrintError> {
        surface.set_fill(Some(fill(match paragraph.style.white {
            true => WHITE,
            false => BLACK,
        })));
        let mut above = None;
        for line in paragraph.layout.lines().take(end).skip(start) {
            let metrics = line.metrics();
            let top = *above.get_or_insert(metrics.block_min_coord);
            let y = piece.y + metrics.baseline - top;
            let mut x = piece.x + metrics.offset;
            for run in line.runs() {
                let synthesis = run.synthesis();
                let settings = synthesis.variation_settings().iter();
                let settings: Vec<_> = settings.map(|(tag, value)| (tag.to_be_bytes(), *value)).collect();
                let font = self.font(run.font(), &settings)?;
                let size = run.font_size();
                let begin = x;
                let mut glyphs: Vec<KrillaGlyph> = Vec::new();
                for cluster in run.visual_clusters() {
                    if cluster.is_ligature_continuation() {
                        if let Some(glyph) = glyphs.last_mut() {
                            glyph.text_range.start = glyph.text_range.start.min(cluster.text_range().start);
                            glyph.text_range.end = glyph.text_range.end.max(cluster.text_range().end);
                        }
                        continue;
                    }
                    for glyph in cluster.glyphs() {
                        glyphs.push(KrillaGlyph::new(
                            GlyphId::new(glyph.id),
                            glyph.advance / size,
                            glyph.x / size,
                            glyph.y / size,
                            0.0,
                            cluster.text_range(),
                            None,
                        ));
                        x += glyph.advance;
                    }
                }
                if !glyphs.is_empty() {
                    surface.draw_glyphs(
                        Point::from_xy(begin, y),
                        &glyphs,
                        font,
                        &paragraph.text,
                        size,
                        false,
                    );
                }
            }
        }
        Ok(())
    }

    fn font(&mut self, font: &parley::FontData, settings: &[([u8; 4], f32)]) -> Result<Font, PrintError> {
        let key = (font.data.id(), font.index);
        if let Some(font) = self.fonts.get(&key).filter(|_| settings.is_empty()) {
            return Ok(font.clone());
        }
        let data = font.data.data().to_vec().into();
        let made = match settings {
            [] => Font::new(data, font.index),
            some => {
                let some: Vec<_> = some
                    .iter()
                    .map(|(tag, value)| (krilla::text::Tag::new(tag), *value))
                    .collect();
                Font::new_variable(data, font.index, &some)
            }
        };
        let made = made.ok_or(PrintError::Font)?;
        if settings.is_empty() {
            self.fonts.insert(key, made.clone());
        }
        Ok(made)
    }
}

fn fill([red, green, blue]: [u8; 3]) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }
}

/// The band behind the title, and the lines above headings: nothing to a screen reader.
fn decorate(plan: &Plan<'_>, page: usize, surface: &mut Surface<'_>) {
    let band = plan.band.filter(|_| page == 0);
    let rules = plan.rules.iter().filter(|rule| rule.0 == page);
    let colour = if plan.urgent { URGENT } else { CALM };
    let shapes = band
        .iter()
        .map(|[left, top, right, bottom]| (Rect::from_ltrb(*left, *top, *right, *bottom), colour))
        .chain(rules.map(|(_, left, width, y)| (Rect::from_xywh(*left, *y, *width, 0.5), RULE)));
    for (rect, color) in shapes {
        let mut path = PathBuilder::new();
        let Some(rect) = rect else { continue };
        path.push_rect(rect);
        let Some(path) = path.finish() else { continue };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        surface.set_fill(Some(fill(color)));
        surface.draw_path(&path);
        surface.end_tagged();
    }
}

/// All dark modules as one shape, so that no line of light shows between them.
fn draw_code(code: &Code, module: f32, piece: &Piece<'_>, surface: &mut Surface<'_>) {
    let mut path = PathBuilder::new();
    let width = code.matrix.width();
    for y in 0..width {
        let mut x = 0;
        while x < width {
            let run = (x..width).take_while(|&x| code.matrix.is_dark(x, y)).count();
            let (left, top) = (piece.x + x as f32 * module, piece.y + y as f32 * module);
            if let Some(rect) = Rect::from_xywh(left, top, run as f32 * module, module).filter(|_| run > 0) {
                path.push_rect(rect);
            }
            x += run.max(1);
        }
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(BLACK)));
        surface.draw_path(&path);
    }
}

/// Titles and headings, to jump to.
fn outline(plan: &Plan<'_>) -> Outline {
    let mut outline = Outline::new();
    for element in &plan.elements {
        if let (Role::Title(title) | Role::Heading(title), Some(piece)) =
            (&element.role, element.pieces.first())
        {
            let place = XyzDestination::new(piece.page, Point::from_xy(piece.x, piece.y));
            outline.push_child(OutlineNode::new(title.clone(), place));
        }
    }
    outline
}

/// The tags, in reading order; facts that follow each other are one list.
fn tree(plan: &Plan<'_>, mut identifiers: HashMap<usize, Vec<Identifier>>, language: &str) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let mut list: Option<TagGroup> = None;
    for (number, element) in plan.elements.iter().enumerate() {
        let pieces = identifiers.remove(&number).unwrap_or_default();
        let pieces: Vec<Node> = pieces.into_iter().map(Node::from).collect();
        if element.role != Role::Fact
            && let Some(list) = list.take()
        {
            tree.push(list);
        }
        match &element.role {
            Role::Title(title) => tree.push(TagGroup::with_children(heading(1, title), pieces)),
            Role::Heading(title) => tree.push(TagGroup::with_children(heading(2, title), pieces)),
            Role::Text => tree.push(TagGroup::with_children(Tag::P, pieces)),
            Role::Code(description) => {
                tree.push(TagGroup::with_children(
                    Tag::Figure(Some(description.clone())),
                    pieces,
                ));
            }
            Role::Fact => {
                let body = TagGroup::with_children(Tag::LBody, pieces);
                let item = TagGroup::with_children(Tag::LI, vec![body.into()]);
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None)))
                    .push(item);
            }
        }
    }
    if let Some(list) = list {
        tree.push(list);
    }
    tree
}

fn heading(level: u16, title: &str) -> Tag<krilla::tagging::kind::Hn> {
    Tag::Hn(
        NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN),
        Some(title.to_owned()),
    )
}
