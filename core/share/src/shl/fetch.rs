use serde::Serialize;

use super::{HealthLink, LinkFlags};

/// What to ask for.
#[derive(Clone, PartialEq, Eq)]
pub enum Fetch {
    /// `GET`: the answer is one encrypted file, `application/jose`.
    File {
        /// The address with the recipient in it.
        url: String,
    },
    /// `POST` with `content-type: application/json`: the answer is a manifest.
    Manifest {
        /// The address.
        url: String,
        /// The JSON to send.
        body: String,
    },
}

/// It may hold a passcode.
impl std::fmt::Debug for Fetch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::File { .. } => "Fetch::File(..)",
            Self::Manifest { .. } => "Fetch::Manifest(..)",
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'t> {
    recipient: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    passcode: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    embedded_length_max: Option<u64>,
}

impl HealthLink {
    /// What to send for the link's content (sections "Request manifest" and "`U`"). `recipient` is who asks, in words that
    /// the patient reads later; `passcode` goes along only where the link asks for one; files longer than `embedded_max`
    /// characters will come as addresses.
    ///
    /// # Errors
    /// [`FetchError`].
    ///
    /// ```
    /// # use pocketchart_crypto::Secret;
    /// # use pocketchart_share::shl::{Fetch, HealthLink, LinkFlags};
    /// # let url = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
    /// let link = HealthLink::new(url, Secret::random(), LinkFlags::DIRECT).unwrap();
    /// let Ok(Fetch::File { url }) = link.fetch("Dr. Bo", None, None) else { unreachable!() };
    /// assert!(url.ends_with("?recipient=Dr.%20Bo"));
    /// ```
    pub fn fetch(
        &self,
        recipient: &str,
        passcode: Option<&str>,
        embedded_max: Option<u64>,
    ) -> Result<Fetch, FetchError> {
        if recipient.trim().is_empty() {
            return Err(FetchError::NoRecipient);
        }
        if self.flags().contains(LinkFlags::DIRECT) {
            let joint = if self.url().contains('?') { '&' } else { '?' };
            let url = format!("{}{joint}recipient={}", self.url(), percent_encoded(recipient));
            return Ok(Fetch::File { url });
        }
        let asked = self.flags().contains(LinkFlags::PASSCODE);
        let passcode = passcode.filter(|passcode| asked && !passcode.is_empty());
        if asked && passcode.is_none() {
            return Err(FetchError::PasscodeNeeded);
        }
        let request = Request {
            recipient,
            passcode,
            embedded_length_max: embedded_max,
        };
        Ok(Fetch::Manifest {
            url: self.url().to_owned(),
            // Texts and whole numbers always have a JSON form.
            body: serde_json::to_string(&request).unwrap_or_default(),
        })
    }
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(byte.into());
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Why nothing can be asked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The patient has a right to know who asks.
    #[error("whoever asks must say who they are")]
    NoRecipient,
    /// The link asks for a passcode.
    #[error("the link needs a passcode")]
    PasscodeNeeded,
}
