//! The FHIR server itself: asked with patience, and only below its base.

use super::{Discovery, MAX_DISCOVERY, SmartError};
use crate::web::{Answer, Web, WebError, base as checked_base};
use base64::{Engine, engine::general_purpose::STANDARD};
use pocketchart_fhir::smart::Capability;
use pocketchart_record::sabotage;
use std::fmt;
use ureq::http::Uri;
use zeroize::Zeroizing;

/// The longest page, in bytes.
pub const MAX_PAGE: usize = 32 << 20;
/// The longest `CapabilityStatement`, in bytes.
const MAX_CAPABILITY: usize = 16 << 20;
/// How often a busy server is asked once more.
const TRIES: u32 = 6;
/// The longest wait that a server can ask for; one that asks for more is asked another day.
const PATIENCE: u64 = 120;

/// What pages are asked for as.
const JSON: &str = "application/fhir+json, application/json;q=0.9";

/// Waits so many seconds; false to give up instead.
pub type Waits<'w> = dyn FnMut(u64) -> bool + 'w;

/// A FHIR server, and what opens it.
pub struct Server<'w> {
    web: &'w Web,
    base: String,
    /// The header `Authorization`.
    opened_by: Option<Zeroizing<String>>,
}

impl fmt::Debug for Server<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server {{ base: {:?}, .. }}", self.base)
    }
}

/// A document of a server.
pub struct ServerAnswer {
    /// Its bytes.
    pub body: Vec<u8>,
    /// The media type, as sent.
    pub media_type: Option<String>,
    /// The time by the server's clock, in seconds since 1970-01-01.
    pub date: Option<u64>,
}

impl fmt::Debug for ServerAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ServerAnswer({} bytes)", self.body.len())
    }
}

/// A request that changes something.
#[derive(Clone, Copy)]
pub struct Write<'w> {
    /// In which way.
    pub method: WriteMethod,
    /// The place below the base, such as `Condition` or `Condition/7`; empty for a transaction.
    pub to: &'w str,
    /// The resource, as JSON.
    pub body: &'w [u8],
    /// `If-None-Exist`: a search; nothing is made if it finds something.
    pub unless: Option<&'w str>,
    /// `If-Match`: the version that is replaced, as the server named it.
    pub over: Option<&'w str>,
}

/// In which way something is changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteMethod {
    /// `POST`.
    Post,
    /// `PUT`.
    Put,
}

/// What is sent is somebody's.
impl fmt::Debug for Write<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Write {{ method: {:?}, to: {:?}, .. }}", self.method, self.to)
    }
}

impl<'w> Server<'w> {
    /// A server by its base: `https://`, or `http://` of this machine.
    ///
    /// # Errors
    /// [`SmartError::Web`] with [`crate::web::WebError::Address`].
    pub fn new(web: &'w Web, base: &str) -> Result<Self, SmartError> {
        let base = checked_base(base)?;
        Ok(Self {
            web,
            base,
            opened_by: None,
        })
    }

    /// The same, opened with a token.
    #[must_use]
    pub fn with_token(self, token: Option<Zeroizing<String>>) -> Self {
        let bearer = |token: Zeroizing<String>| Zeroizing::new(format!("Bearer {}", token.as_str()));
        Self {
            opened_by: token.map(bearer),
            ..self
        }
    }

    /// The same, opened with a name and a password (RFC 7617, in UTF-8). They go with each request: some servers do not ask.
    #[must_use]
    pub fn with_password(self, name: &str, password: &str) -> Self {
        let both = Zeroizing::new(format!("{name}:{password}"));
        Self {
            opened_by: Some(Zeroizing::new(format!(
                "Basic {}",
                STANDARD.encode(both.as_bytes())
            ))),
            ..self
        }
    }

    /// Its base, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Where its patients authorize an app; none where it says nothing of that.
    ///
    /// # Errors
    /// [`SmartError`].
    pub fn discovery(&self, wait: &mut Waits<'_>) -> Result<Option<Discovery>, SmartError> {
        let url = format!("{}/.well-known/smart-configuration", self.base);
        match self.ask(&url, JSON, None, MAX_DISCOVERY, wait) {
            Ok(answer) => Ok(Some(Discovery::read(&answer.body)?)),
            Err(SmartError::Status(400..500) | SmartError::SignedOut) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What it offers.
    ///
    /// # Errors
    /// [`SmartError`].
    pub fn capability(&self, wait: &mut Waits<'_>) -> Result<Capability, SmartError> {
        let url = format!("{}/metadata", self.base);
        let answer = self.ask(&url, JSON, None, MAX_CAPABILITY, wait)?;
        Ok(Capability::read(&answer.body)?)
    }

    /// A document below the base.
    ///
    /// # Errors
    /// [`SmartError`]; [`SmartError::Address`] for one elsewhere, which is not asked.
    pub fn get(&self, url: &str, wait: &mut Waits<'_>) -> Result<ServerAnswer, SmartError> {
        self.get_as(url, JSON, wait)
    }

    /// A file below the base, in the form that `accept` names.
    ///
    /// # Errors
    /// [`SmartError`]; [`SmartError::Address`] for one elsewhere, which is not asked.
    pub fn get_as(&self, url: &str, accept: &str, wait: &mut Waits<'_>) -> Result<ServerAnswer, SmartError> {
        if !self.holds(url) && !sabotage::off("page base") {
            return Err(SmartError::Address);
        }
        self.ask(url, accept, self.opened_by.as_ref(), MAX_PAGE, wait)
    }

    /// Asks the server to change something, once: whether a request that broke off arrived is not known, and who sent it has to look. The
    /// answer, also one that refuses.
    ///
    /// # Errors
    /// [`SmartError::SignedOut`], [`SmartError::Busy`], [`SmartError::Web`]; [`SmartError::Address`] for a place that is not below the
    /// base.
    pub fn write(&self, write: &Write<'_>) -> Result<Answer, SmartError> {
        let url = match write.to {
            "" => self.base.clone(),
            to => self.link(to).ok_or(SmartError::Address)?,
        };
        let mut headers = vec![("accept", JSON), ("content-type", "application/fhir+json")];
        headers.extend(write.unless.map(|it| ("if-none-exist", it)));
        headers.extend(write.over.map(|it| ("if-match", it)));
        headers.extend(self.opened_by.iter().map(|it| ("authorization", it.as_str())));
        let answer = match write.method {
            WriteMethod::Post => self.web.post_with(&url, &headers, write.body, MAX_PAGE)?,
            WriteMethod::Put => self.web.put_with(&url, &headers, write.body, MAX_PAGE)?,
        };
        match answer.status {
            401 => Err(SmartError::SignedOut),
            429 | 503 => Err(SmartError::Busy(answer.again_after)),
            _ => Ok(answer),
        }
    }

    /// An address as a page gives it, made whole: none if it leaves the base.
    pub fn link(&self, url: &str) -> Option<String> {
        let whole = match url.contains("://") {
            true => url.to_owned(),
            false => format!("{}/{}", self.base, url.trim_start_matches('/')),
        };
        (self.holds(&whole) || sabotage::off("page base")).then_some(whole)
    }

    /// Whether an address is below the base, whatever is written in it to look so.
    fn holds(&self, url: &str) -> bool {
        let (Ok(base), Ok(url)) = (self.base.parse::<Uri>(), url.parse::<Uri>()) else {
            return false;
        };
        let path = url.path();
        let below = path
            .strip_prefix(base.path().trim_end_matches('/'))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let climbs = path.split('/').any(|part| {
            let part = part.to_ascii_lowercase().replace("%2e", ".");
            part == ".." || part.contains("%2f") || part.contains("%5c") || part.contains('\\')
        });
        below && !climbs && origin(&url).is_some() && origin(&url) == origin(&base)
    }

    fn ask(
        &self,
        url: &str,
        accept: &str,
        opened_by: Option<&Zeroizing<String>>,
        most: usize,
        wait: &mut Waits<'_>,
    ) -> Result<ServerAnswer, SmartError> {
        let mut headers = vec![("accept", accept), ("cache-control", "no-cache")];
        headers.extend(opened_by.map(|it| ("authorization", it.as_str())));
        let mut pause = 1;
        for attempt in 1.. {
            let (passing, again_after) = match self.web.get_with(url, &headers, most) {
                Ok(Answer {
                    status: 200,
                    body,
                    media_type,
                    date,
                    ..
                }) => {
                    return Ok(ServerAnswer {
                        body,
                        media_type,
                        date,
                    });
                }
                Ok(answer) => match answer.status {
                    401 => return Err(SmartError::SignedOut),
                    429 | 503 => (SmartError::Busy(answer.again_after), answer.again_after),
                    status @ (500 | 502 | 504) => (SmartError::Status(status), answer.again_after),
                    status => return Err(SmartError::Status(status)),
                },
                Err(error @ (WebError::TimedOut | WebError::BrokeOff)) if attempt < 3 => (error.into(), None),
                Err(error) => return Err(error.into()),
            };
            let seconds = again_after.unwrap_or(pause);
            if attempt == TRIES || seconds > PATIENCE || !wait(seconds) {
                return Err(passing);
            }
            pause *= 2;
        }
        Err(SmartError::Busy(None))
    }
}

/// Scheme, host and port; none where a name and a password stand in front of the host.
fn origin(url: &Uri) -> Option<(String, String, u16)> {
    let (scheme, authority) = (url.scheme_str()?, url.authority()?);
    let usual = if scheme == "https" { 443 } else { 80 };
    let port = url.port_u16().unwrap_or(usual);
    let host = authority.host().to_ascii_lowercase();
    (!authority.as_str().contains('@')).then(|| (scheme.to_owned(), host, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_goes_nowhere_else() {
        let web = Web::new();
        let server = Server::new(&web, "https://a.example/fhir/").unwrap();
        for inside in [
            "https://a.example/fhir?_getpages=1",
            "https://a.example/fhir/Condition?page=2",
            "https://A.example/fhir/x",
            "https://a.example:443/fhir/x",
            "Condition?page=2",
            "?_getpages=1",
        ] {
            assert!(server.link(inside).is_some(), "{inside}");
        }
        for outside in [
            "https://a.example/fhirx/Condition",
            "https://a.example/",
            "https://a.example:8443/fhir/Condition",
            "http://a.example/fhir/Condition",
            "https://a.example@evil.example/fhir/",
            "https://u@a.example/fhir/Condition",
            "https://evil.example/fhir/Condition",
            "https://a.example/fhir/../admin",
            "https://a.example/fhir/%2E%2e/admin",
            "https://a.example/fhir/x%2F..",
            "//evil.example/fhir",
            "javascript:alert(1)",
        ] {
            let link = server.link(outside);
            assert!(
                link.as_deref()
                    .is_none_or(|it| it.starts_with("https://a.example/fhir/")),
                "{link:?}"
            );
        }
        assert!(Server::new(&web, "http://a.example/fhir").is_err());
    }
}
