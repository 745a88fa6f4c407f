//! QR codes: text to a picture's modules, and a grey picture to the texts in it (security.md section 11).

pub mod digits;
mod draw;
mod photo;
mod read;

pub(crate) use draw::draw_low;
pub use draw::{DrawError, QrMatrix, draw};
pub use photo::Photo;
pub use read::read_luma;
