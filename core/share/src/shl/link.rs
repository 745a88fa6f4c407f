use std::fmt;

use bitflags::bitflags;
use pocketchart_crypto::Secret;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::card::PageAddress;
use crate::code::unspaced;
use crate::jose::{array_from_base64url, from_base64url, object, to_base64url, whole};
use crate::qr::{self, DrawError, QrMatrix};

const PREFIX: &str = "shlink:/";
const MAX_URL: usize = 128;
const MAX_LABEL: usize = 80;
/// base64url characters that 256 random bits take.
const RANDOM: usize = 43;

bitflags! {
    /// What a link says of itself. Letters that are not known are ignored (section "Payload").
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct LinkFlags: u8 {
        /// `L`: for longer use; what it leads to may change.
        const LONG_TERM = 1;
        /// `P`: a passcode is asked for.
        const PASSCODE = 2;
        /// `U`: its address is one encrypted file, without a manifest.
        const DIRECT = 4;
    }
}

const LETTERS: [(char, LinkFlags); 3] = [
    ('L', LinkFlags::LONG_TERM),
    ('P', LinkFlags::PASSCODE),
    ('U', LinkFlags::DIRECT),
];

/// A SMART Health Link. It holds the key: whoever has it reads what it leads to.
///
/// ```
/// use pocketchart_crypto::Secret;
/// use pocketchart_share::shl::{HealthLink, LinkFlags};
/// let url = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
/// let link = HealthLink::new(url, Secret::random(), LinkFlags::DIRECT).unwrap();
/// let link = link.with_expiry(1_800_000_000).with_label("For the front desk").unwrap();
/// let read = HealthLink::from_text(&link.to_text(None)).unwrap();
/// assert_eq!(read.label(), Some("For the front desk"));
/// assert!(read == link);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct HealthLink {
    url: String,
    pub(super) key: Secret<32>,
    expires: Option<u64>,
    pub(super) flag: String,
    label: Option<String>,
}

#[derive(Deserialize, Serialize)]
struct Payload {
    url: String,
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    flag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<Number>,
}

impl HealthLink {
    /// A new link to an address that nobody guesses.
    ///
    /// # Errors
    /// [`LinkError::UrlTooLong`], [`LinkError::Url`]; [`LinkError::GuessableUrl`] unless a part of it is 43 characters of
    /// base64url, as 256 random bits are; [`LinkError::PasscodeOnDirect`].
    pub fn new(url: &str, key: Secret<32>, flags: LinkFlags) -> Result<Self, LinkError> {
        check_url(url)?;
        let random = |part: &str| part.len() >= RANDOM;
        let outside = |it: char| !(it.is_ascii_alphanumeric() || it == '-' || it == '_');
        let (_, path) = url.split_once("://").ok_or(LinkError::Url)?;
        let (_, path) = path.split_once('/').ok_or(LinkError::GuessableUrl)?;
        if !path.split(outside).any(random) {
            return Err(LinkError::GuessableUrl);
        }
        let letters = LETTERS.iter().filter(|(_, flag)| flags.contains(*flag));
        let link = Self {
            url: url.to_owned(),
            key,
            expires: None,
            flag: letters.map(|(letter, _)| letter).collect(),
            label: None,
        };
        link.check_flags()
    }

    /// Says when the link is stale, in seconds since 1970-01-01 UTC. That is a hint: only who keeps the file enforces it.
    pub fn with_expiry(self, seconds: u64) -> Self {
        Self {
            expires: Some(seconds),
            ..self
        }
    }

    /// Says what the link is for, in at most 80 characters, counted as UTF-16 so that every receiver agrees.
    ///
    /// # Errors
    /// [`LinkError::LabelTooLong`]; [`LinkError::Label`] with control characters.
    pub fn with_label(self, label: &str) -> Result<Self, LinkError> {
        if label.encode_utf16().count() > MAX_LABEL {
            return Err(LinkError::LabelTooLong);
        }
        if label.chars().any(char::is_control) {
            return Err(LinkError::Label);
        }
        Ok(Self {
            label: Some(label.to_owned()),
            ..self
        })
    }

    /// Reads a scanned or pasted link, whatever viewer stands before it. White space is ignored, and so are members and flags
    /// that are not known. Whoever fetches it refuses addresses [on this machine](Self::is_on_this_machine) unless asked to.
    ///
    /// # Errors
    /// [`LinkError`], which says what the specification forbids.
    pub fn from_text(text: &str) -> Result<Self, LinkError> {
        let text = unspaced(text);
        let on_a_page = text.starts_with("https://") || text.starts_with("http://");
        let payload = match text.strip_prefix(PREFIX) {
            Some(payload) => Some(payload),
            None if on_a_page => text
                .split_once('#')
                .and_then(|(_, fragment)| fragment.strip_prefix(PREFIX)),
            None => None,
        };
        let payload = payload.ok_or(LinkError::NotALink)?;
        let payload = from_base64url(payload).ok_or(LinkError::Damaged)?;
        Self::from_payload(object(&payload).ok_or(LinkError::Damaged)?)
    }

    fn from_payload(payload: Payload) -> Result<Self, LinkError> {
        match payload.v.as_ref().map(whole) {
            None | Some(Some(1)) => {}
            Some(Some(2..)) => return Err(LinkError::Newer),
            _ => return Err(LinkError::Damaged),
        }
        check_url(&payload.url)?;
        let key = array_from_base64url(&payload.key).ok_or(LinkError::Key)?;
        let expires = match &payload.exp {
            Some(number) => Some(whole(number).ok_or(LinkError::Damaged)?),
            None => None,
        };
        if let Some(label) = &payload.label
            && label.chars().count() > MAX_LABEL
        {
            return Err(LinkError::LabelTooLong);
        }
        let link = Self {
            url: payload.url,
            key: Secret::from_bytes(key),
            expires,
            flag: payload.flag.unwrap_or_default(),
            label: payload.label,
        };
        link.check_flags()
    }

    fn check_flags(self) -> Result<Self, LinkError> {
        if self.flags().contains(LinkFlags::PASSCODE | LinkFlags::DIRECT) {
            return Err(LinkError::PasscodeOnDirect);
        }
        Ok(self)
    }

    /// The link as text; with a viewer, as the address of its page. The link stands behind the `#`, which browsers do not
    /// send.
    pub fn to_text(&self, viewer: Option<&PageAddress>) -> String {
        let payload = Payload {
            url: self.url.clone(),
            key: to_base64url(self.key.expose()),
            exp: self.expires.map(Number::from),
            flag: Some(self.flag.clone()).filter(|flag| !flag.is_empty()),
            label: self.label.clone(),
            v: None,
        };
        // Texts and whole numbers always have a JSON form.
        let payload = serde_json::to_vec(&payload).unwrap_or_default();
        let link = format!("{PREFIX}{}", to_base64url(&payload));
        match viewer {
            Some(page) => format!("{}#{link}", page.as_str()),
            None => link,
        }
    }

    /// The text as a QR code of error correction level M.
    ///
    /// # Errors
    /// [`DrawError`] beyond version 22.
    pub fn to_qr(&self, viewer: Option<&PageAddress>) -> Result<QrMatrix, DrawError> {
        qr::draw(&self.to_text(viewer))
    }

    /// Where the manifest or the file is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// When it is stale, in seconds since 1970-01-01 UTC.
    pub fn expires(&self) -> Option<u64> {
        self.expires
    }

    /// Whether it says that it is stale at `now`, in seconds since 1970-01-01 UTC.
    pub fn is_stale(&self, now: u64) -> bool {
        self.expires.is_some_and(|expires| expires < now)
    }

    /// The flags that are known.
    pub fn flags(&self) -> LinkFlags {
        let known = LETTERS.iter().filter(|(letter, _)| self.flag.contains(*letter));
        known.map(|(_, flag)| *flag).collect()
    }

    /// What it is for, as its sender says: foreign text.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Whether it leads to a server on the reader's own machine, which a link from elsewhere has no business with.
    pub fn is_on_this_machine(&self) -> bool {
        is_loopback(host(&self.url))
    }
}

/// A link opens health data.
impl fmt::Debug for HealthLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HealthLink({:?})", self.flags())
    }
}

/// Host of an address, in which user names are not allowed.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Whether an address may be asked: `https://`, or `http://` on the reader's own machine; printable, without fragment and
/// user name.
pub(super) fn may_be_asked(url: &str) -> bool {
    let host = host(url);
    let printable = url
        .bytes()
        .all(|it| it.is_ascii_graphic() && !matches!(it, b'#' | b'@' | b'\\'));
    let secure = url.starts_with("https://") || (url.starts_with("http://") && is_loopback(host));
    printable && secure && !host.is_empty()
}

fn check_url(url: &str) -> Result<(), LinkError> {
    if url.chars().count() > MAX_URL {
        return Err(LinkError::UrlTooLong);
    }
    may_be_asked(url).then_some(()).ok_or(LinkError::Url)
}

/// Why there is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// It does not begin with `shlink:/`, and is no page with it behind `#`.
    #[error("not a SMART Health Link")]
    NotALink,
    /// Its payload is no base64url, no JSON object, or a member is missing, twice there or of another kind.
    #[error("a damaged SMART Health Link")]
    Damaged,
    /// Version 2 or later.
    #[error("a SMART Health Link that needs a newer reader")]
    Newer,
    /// The key is not 43 characters of base64url.
    #[error("the key of the link is not 32 bytes")]
    Key,
    /// The address has more than 128 characters.
    #[error("the address in the link is longer than 128 characters")]
    UrlTooLong,
    /// The address is not `https://`, or has what no address of a file has.
    #[error("the address in the link cannot be asked")]
    Url,
    /// A new link's address does not hold 256 random bits.
    #[error("the address in the link could be guessed")]
    GuessableUrl,
    /// The label has more than 80 characters.
    #[error("the label of the link is longer than 80 characters")]
    LabelTooLong,
    /// A new link's label has control characters.
    #[error("the label of the link has control characters")]
    Label,
    /// Flags `P` and `U` together.
    #[error("a link to one file cannot have a passcode")]
    PasscodeOnDirect,
}
