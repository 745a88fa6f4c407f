//! The picture in pixels.

use super::Plot;
use super::svg::drawn;
use crate::sheet::PrintError;
use crate::text::{Shaper, Style};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use std::sync::Arc;

/// Pixels of a point: sharp on a phone, and on paper.
const PIXELS: f32 = 3.0;

/// The plot as PNG, 1,080 pixels wide. Each of `fonts` is a file's bytes; they are tried in that order. The same plot and fonts give the
/// same bytes.
///
/// # Errors
/// [`PrintError`]: no font has a letter, or there is none.
pub fn png(plot: &Plot, fonts: Vec<Vec<u8>>) -> Result<Vec<u8>, PrintError> {
    let (svg, texts) = drawn(plot)?;
    let mut database = Database::new();
    for font in &fonts {
        database.load_font_data(font.clone());
    }
    // An empty box in place of a letter is refused before it is drawn.
    let mut shaper = Shaper::new(fonts, &plot.language, plot.right_to_left)?;
    for text in &texts {
        shaper.paragraph(
            text,
            Style {
                size: 10.0,
                bold: false,
                white: false,
            },
            f32::MAX,
        )?;
    }
    let first = database.faces().next().and_then(|face| face.families.first());
    let family = first.map(|(name, _)| name.clone()).ok_or(PrintError::Font)?;
    database.set_sans_serif_family(family.clone());
    let options = Options {
        font_family: family,
        fontdb: Arc::new(database),
        ..Options::default()
    };
    let tree = Tree::from_str(&svg, &options).map_err(|_| PrintError::Refused)?;
    let size = tree
        .size()
        .to_int_size()
        .scale_by(PIXELS)
        .ok_or(PrintError::Refused)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PrintError::Refused)?;
    resvg::render(&tree, Transform::from_scale(PIXELS, PIXELS), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| PrintError::Refused)
}
