//! A card as the digits of a QR code: each character of the JWS as two, its code less 45.

use super::CardError;

/// The longest JWS for one QR code, version 22 at level L.
pub const MAX_QR: usize = 1195;

const PREFIX: &str = "shc:/";
const MAX_CHUNKS: usize = 99;

/// The text of one QR code.
pub(super) fn to_text(jws: &str) -> String {
    let digits = jws
        .bytes()
        .map(|byte| format!("{:02}", u32::from(byte).saturating_sub(45)));
    format!("{PREFIX}{}", digits.collect::<String>())
}

/// The JWS of one code's text, or of all those of a card that was cut into chunks (`shc:/C/N/…`), in any order.
pub(super) fn from_texts(texts: &[&str]) -> Result<String, CardError> {
    if texts.len() > MAX_CHUNKS {
        return Err(CardError::Chunks);
    }
    let mut chunks: Vec<Option<String>> = vec![None; texts.len()];
    for text in texts {
        let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        let rest = text.strip_prefix(PREFIX).ok_or(CardError::NotACard)?;
        let mut parts = rest.split('/');
        let (number, digits) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(digits), None, ..) => (1, digits),
            (Some(number), Some(count), Some(digits), None) => {
                let count: usize = count.parse().map_err(|_| CardError::Damaged)?;
                if count != texts.len() {
                    return Err(CardError::Chunks);
                }
                (number.parse().map_err(|_| CardError::Damaged)?, digits)
            }
            _ => return Err(CardError::Damaged),
        };
        let whole = texts.len() == 1 || rest.contains('/');
        let place = usize::checked_sub(number, 1).and_then(|at| chunks.get_mut(at));
        let place = place
            .filter(|place| whole && place.is_none())
            .ok_or(CardError::Chunks)?;
        *place = Some(characters(digits).ok_or(CardError::Damaged)?);
    }
    let jws: String = chunks
        .into_iter()
        .collect::<Option<_>>()
        .ok_or(CardError::Chunks)?;
    (!jws.is_empty()).then_some(jws).ok_or(CardError::NotACard)
}

fn characters(digits: &str) -> Option<String> {
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let character = |[tens, ones]: &[u8; 2]| {
        let is_digit = tens.is_ascii_digit() && ones.is_ascii_digit();
        let number = (u32::from(*tens) * 10 + u32::from(*ones)).checked_sub(11 * u32::from(b'0'))?;
        // The highest is `z`.
        (is_digit && number <= 77)
            .then(|| char::from_u32(number + 45))
            .flatten()
    };
    rest.is_empty()
        .then(|| pairs.iter().map(character).collect())
        .flatten()
}
