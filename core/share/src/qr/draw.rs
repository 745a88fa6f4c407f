use std::fmt;

use qrcode::{Color, EcLevel, QrCode, Version};

/// The largest version we show (105 modules): beyond it hand-held cameras fail.
const MAX_VERSION: i16 = 22;

/// Modules of light margin that a scanner needs on each side.
pub(super) const QUIET: usize = 4;

/// The modules of a QR code, without margin.
#[derive(Clone, PartialEq, Eq)]
pub struct QrMatrix {
    width: usize,
    dark: Vec<bool>,
}

/// Draws `text` with error correction level M. Runs of digits are stored in numeric mode.
///
/// ```
/// let code = pocketchart_share::qr::draw("pocketchart:/00000000000000042").unwrap();
/// assert_eq!(code.width(), 25);
/// let (side, luma) = code.to_luma(4);
/// assert_eq!(pocketchart_share::qr::read_luma(side, side, &luma), ["pocketchart:/00000000000000042"]);
/// ```
///
/// # Errors
/// [`DrawError`] if it does not fit into version 22.
pub fn draw(text: &str) -> Result<QrMatrix, DrawError> {
    draw_at(text, EcLevel::M)
}

/// Draws `text` with error correction level L, for health cards, whose limit counts on it.
pub(crate) fn draw_low(text: &str) -> Result<QrMatrix, DrawError> {
    draw_at(text, EcLevel::L)
}

fn draw_at(text: &str, level: EcLevel) -> Result<QrMatrix, DrawError> {
    let code = QrCode::with_error_correction_level(text, level).map_err(|_| DrawError)?;
    match code.version() {
        Version::Normal(version) if version <= MAX_VERSION => {}
        _ => return Err(DrawError),
    }
    let dark = code
        .to_colors()
        .into_iter()
        .map(|color| color == Color::Dark)
        .collect();
    Ok(QrMatrix {
        width: code.width(),
        dark,
    })
}

impl QrMatrix {
    /// Modules on each side.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether the module in column `x` of row `y` is dark; all outside is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.width && self.dark.get(y * self.width + x).is_some_and(|&dark| dark)
    }

    /// A picture with the margin: its side in pixels, and one byte of grey for each, row by row. `scale` is
    /// pixels per module, at least 1.
    pub fn to_luma(&self, scale: u32) -> (u32, Vec<u8>) {
        let scale = scale.max(1) as usize;
        let side = (self.width + 2 * QUIET) * scale;
        let shade = |x: usize, y: usize| {
            if self.with_margin(x / scale, y / scale) {
                0
            } else {
                255
            }
        };
        let luma = (0..side)
            .flat_map(|y| (0..side).map(move |x| shade(x, y)))
            .collect();
        (side as u32, luma)
    }

    /// A picture of lines (SVG) with the margin, one unit per module, black on white.
    ///
    /// ```
    /// let svg = pocketchart_share::qr::draw("pocketchart:/00000000000000042").unwrap().to_svg();
    /// assert!(svg.starts_with("<svg") && svg.contains(r#"viewBox="0 0 33 33""#));
    /// ```
    pub fn to_svg(&self) -> String {
        let side = self.width + 2 * QUIET;
        let mut dark = String::new();
        for y in 0..self.width {
            for x in (0..self.width).filter(|x| self.is_dark(*x, y)) {
                dark.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
            }
        }
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">"##
        ) + &format!(r##"<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{dark}"/></svg>"##)
    }

    /// The code for a terminal, two rows a line, with the margin. Light modules are drawn, dark ones left blank:
    /// right for light text on a dark ground, which the caller may have to ask the terminal for.
    pub fn to_half_blocks(&self) -> String {
        let side = self.width + 2 * QUIET;
        let mut text = String::new();
        for y in (0..side).step_by(2) {
            for x in 0..side {
                text.push(
                    match (
                        self.with_margin(x, y),
                        y + 1 < side && !self.with_margin(x, y + 1),
                    ) {
                        (false, true) => '█',
                        (false, false) => '▀',
                        (true, true) => '▄',
                        (true, false) => ' ',
                    },
                );
            }
            text.push('\n');
        }
        text
    }

    fn with_margin(&self, x: usize, y: usize) -> bool {
        x >= QUIET && y >= QUIET && self.is_dark(x - QUIET, y - QUIET)
    }
}

/// The modules may hold a secret.
impl fmt::Debug for QrMatrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "QrMatrix({} modules)", self.width)
    }
}

/// The text is too long for a QR code that a phone reads reliably.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too long for a QR code")]
#[non_exhaustive]
pub struct DrawError;
