//! A card as text: digits behind the app's prefix or behind a page's address.

use super::{Card, CardError};
use crate::code::{MAX_DIGITS, PREFIX, unspaced};
use crate::qr::{self, DrawError, QrMatrix, digits};

const MAX_ADDRESS: usize = 200;

/// The address of a web page that reads cards. The digits stand behind its `#`, which browsers do not send: whoever
/// serves the page does not see them, but what it serves can.
///
/// ```
/// use pocketchart_share::card::PageAddress;
/// assert!(PageAddress::new("https://card.example.org/").is_ok());
/// assert!(PageAddress::new("http://card.example.org/").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageAddress(String);

impl PageAddress {
    /// An address that a browser opens.
    ///
    /// # Errors
    /// [`PageError`] unless it begins with `https://`, goes on, has no `#`, and is at most 200 printable ASCII characters.
    pub fn new(address: &str) -> Result<Self, PageError> {
        let host = address.strip_prefix("https://").ok_or(PageError)?;
        let printable = host.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        if host.is_empty() || !printable || address.len() > MAX_ADDRESS {
            return Err(PageError);
        }
        Ok(Self(address.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// No address of a page that can carry a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a page")]
#[non_exhaustive]
pub struct PageError;

impl Card {
    /// The card as text: `pocketchart:/` and digits, for the app; or a page's address, `#` and the same digits, for any
    /// camera.
    pub fn to_text(&self, page: Option<&PageAddress>) -> String {
        let digits = digits::encode(self.as_bytes());
        match page {
            Some(page) => format!("{}#{digits}", page.as_str()),
            None => format!("{PREFIX}{digits}"),
        }
    }

    /// The text as a QR code of error correction level M.
    ///
    /// # Errors
    /// [`DrawError`] beyond version 22 (105 modules): there is too much on the card.
    pub fn to_qr(&self, page: Option<&PageAddress>) -> Result<QrMatrix, DrawError> {
        qr::draw(&self.to_text(page))
    }

    /// Reads a scanned or pasted text, whatever page it names. White space in it is ignored.
    ///
    /// # Errors
    /// [`CardError`]; nothing of what was altered is told.
    pub fn from_text(text: &str) -> Result<Self, CardError> {
        let text = unspaced(text);
        let on_a_page = |text: &str| text.starts_with("https://") || text.starts_with("http://");
        let digits = match text.strip_prefix(PREFIX) {
            Some(digits) => Some(digits),
            None if on_a_page(&text) => text.rsplit_once('#').map(|(_, digits)| digits),
            None => None,
        };
        let digits = digits.filter(|digits| (1..=MAX_DIGITS).contains(&digits.len()));
        let digits = digits.ok_or(CardError::NotACard)?;
        Self::from_bytes(&digits::decode(digits).ok_or(CardError::Altered)?)
    }
}
