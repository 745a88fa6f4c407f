//! Codes as pictures: written for print, and read from photographs.

use crate::failure::{Exit, Failure};
use crate::file;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageReader, Limits};
use pocketchart::{QrMatrix, read_luma};
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

/// Pixels of a module: a card is 800 to 900 pixels wide.
const PIXELS: u32 = 8;
/// Millimetres of a module, of which cameras want half a one at least.
const MILLIMETRES: f64 = 0.6;
/// Modules of light margin on each side.
const MARGIN: usize = 4;
/// The largest picture that is looked at, in pixels on a side, and the most memory it may take.
const MAX_SIDE: u32 = 16_384;
const MAX_MEMORY: u64 = 256 << 20;

/// Writes a code as the file's name says: `.png` or `.svg`. Returns the file's size in bytes.
pub(crate) fn write(path: &Path, code: &QrMatrix) -> Result<u64, Failure> {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let bytes = match extension.to_lowercase().as_str() {
        "png" => {
            let (side, luma) = code.to_luma(PIXELS);
            png(side, side, &luma).ok_or_else(|| file::unwritable(path))?
        }
        "svg" => svg(code).into_bytes(),
        _ => return Err(Failure::new("card-file-kind", Exit::Usage).with("file", file::shown(path))),
    };
    file::write(path, &bytes)
}

/// A grey picture, one byte a pixel, as PNG.
pub(crate) fn png(width: u32, height: u32, luma: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(luma, width, height, ExtendedColorType::L8)
        .ok()?;
    Some(bytes)
}

/// Each run of dark modules in a row is one rectangle of a path.
fn svg(code: &QrMatrix) -> String {
    let side = code.width() + 2 * MARGIN;
    let size = side as f64 * MILLIMETRES;
    let mut path = String::new();
    for y in 0..code.width() {
        let mut x = 0;
        while x < code.width() {
            let run = (x..code.width()).take_while(|&x| code.is_dark(x, y)).count();
            if run > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size:.1}mm\" height=\"{size:.1}mm\" \
         viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>\n"
    )
}

/// Whether bytes are a picture of a kind that [`texts`] reads.
pub(crate) fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(&[0xff, 0xd8, 0xff])
}

/// The texts of the codes in a PNG or JPEG picture; nothing where it is none.
pub(crate) fn texts(bytes: &[u8]) -> Option<Vec<String>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let luma = reader.decode().ok()?.into_luma8();
    Some(read_luma(luma.width(), luma.height(), luma.as_raw()))
}
