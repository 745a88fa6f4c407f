use std::collections::HashSet;
use std::panic::catch_unwind;

use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader;
use rxing::multi::qrcode::QRCodeMultiReader;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source, RXingResult};

/// The largest picture looked at: 64 megapixels.
const MAX_PIXELS: usize = 64 << 20;

/// The texts of the QR codes in a grey picture, one byte a pixel, row by row; each text once. None where there is
/// no code, or the size does not fit the bytes.
pub fn read_luma(width: u32, height: u32, luma: &[u8]) -> Vec<String> {
    let pixels = (width as usize).saturating_mul(height as usize);
    if pixels == 0 || pixels != luma.len() || pixels > MAX_PIXELS {
        return Vec::new();
    }
    let mut texts = Vec::new();
    // The single reader copes with more distortion, the other sees every code of a picture.
    for read in [read_one, read_all] {
        // A foreign picture must not end the program, whatever it makes the reader do.
        for result in catch_unwind(|| read(width, height, luma)).unwrap_or_default() {
            let text = result.getText().to_owned();
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    texts
}

fn hints() -> DecodeHints {
    DecodeHints {
        TryHarder: Some(true),
        AlsoInverted: Some(true),
        PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
        ..DecodeHints::default()
    }
}

fn read_one(width: u32, height: u32, luma: &[u8]) -> Vec<RXingResult> {
    rxing::helpers::detect_in_luma_slice_with_hints(luma, width, height, None, &mut hints())
        .into_iter()
        .collect()
}

fn read_all(width: u32, height: u32, luma: &[u8]) -> Vec<RXingResult> {
    let Ok(source) = Luma8Source::new_with_slice(luma, width, height) else {
        return Vec::new();
    };
    let mut picture = BinaryBitmap::new(HybridBinarizer::new(source));
    QRCodeMultiReader::default()
        .decode_multiple_with_hints(&mut picture, &hints())
        .unwrap_or_default()
}
