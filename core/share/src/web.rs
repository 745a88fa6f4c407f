//! Requests to other hosts: to a relay, and to whoever holds somebody's health link. TLS is by rustls, with ring and Mozilla's
//! authorities, and those of an institution where it is asked to; in the open only to this machine itself. No redirect is followed, no cookie kept, no address logged, and an answer
//! has a longest length and a longest time.

mod authorities;

pub use authorities::{Authorities, BadAuthorities};

use std::{
    fmt, io,
    net::IpAddr,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use ureq::{
    http::{Method, Request, Uri, header, uri::Scheme},
    tls::{RootCerts, TlsConfig},
};

/// The longest time until a host has accepted a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// The longest time for a request and its answer.
const WHOLE: Duration = Duration::from_secs(120);

/// Asks hosts. It keeps connections open for the next request, and can be shared.
#[derive(Clone)]
pub struct Web {
    agent: ureq::Agent,
}

impl Default for Web {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Web")
    }
}

/// What a host answered, whatever its status.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status; a redirect is an answer like any other.
    pub status: u16,
    /// The media type, as sent.
    pub media_type: Option<String>,
    /// Seconds after which to ask again (`Retry-After`, also where it names a moment, beside the host's own `Date`).
    pub again_after: Option<u64>,
    /// The time by the host's clock (`Date`), in seconds since 1970-01-01.
    pub date: Option<u64>,
    /// Which version of the resource this is (`ETag`), as sent.
    pub etag: Option<String>,
    /// Where what was made now is (`Location`), as sent.
    pub location: Option<String>,
    /// The body, within the length that was asked for.
    pub body: Vec<u8>,
}

/// The body may be somebody's.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Answer {{ status: {}, {} bytes }}",
            self.status,
            self.body.len()
        )
    }
}

impl Web {
    /// A client without any connection yet.
    pub fn new() -> Self {
        Self::believing(RootCerts::WebPki)
    }

    /// The same, which also believes these authorities: for the connection to the one system that has a certificate of theirs.
    ///
    /// ```no_run
    /// use pocketchart_share::web::{Authorities, Web};
    ///
    /// let pem = std::fs::read_to_string("hospital.pem")?;
    /// let web = Web::with_authorities(&Authorities::from_pem(&pem)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_authorities(authorities: &Authorities) -> Self {
        Self::believing(authorities.with_public())
    }

    fn believing(authorities: RootCerts) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("pocketchart")
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE))
            .tls_config(TlsConfig::builder().root_certs(authorities).build())
            .build()
            .into();
        Self { agent }
    }

    /// `GET`; an answer longer than `most` bytes is an error.
    ///
    /// # Errors
    /// [`WebError`].
    ///
    /// ```
    /// use pocketchart_share::web::{Web, WebError};
    ///
    /// let open = Web::new().get("http://relay.example/healthz", 64);
    /// assert_eq!(open, Err(WebError::Address));
    /// ```
    pub fn get(&self, url: &str, most: usize) -> Result<Answer, WebError> {
        self.ask(Method::GET, url, &[], None, most)
    }

    /// `GET` with headers of its own.
    ///
    /// # Errors
    /// [`WebError`].
    pub fn get_with(&self, url: &str, headers: &[(&str, &str)], most: usize) -> Result<Answer, WebError> {
        self.ask(Method::GET, url, headers, None, most)
    }

    /// `POST` of a body with headers of its own.
    ///
    /// # Errors
    /// [`WebError`].
    pub fn post_with(
        &self,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        most: usize,
    ) -> Result<Answer, WebError> {
        self.ask(Method::POST, url, headers, Some(body), most)
    }

    /// `POST` of a body.
    ///
    /// # Errors
    /// [`WebError`].
    pub fn post(&self, url: &str, media_type: &str, body: &[u8], most: usize) -> Result<Answer, WebError> {
        self.ask(
            Method::POST,
            url,
            &[("content-type", media_type)],
            Some(body),
            most,
        )
    }

    /// `PUT` of a body with headers of its own.
    ///
    /// # Errors
    /// [`WebError`].
    pub fn put_with(
        &self,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        most: usize,
    ) -> Result<Answer, WebError> {
        self.ask(Method::PUT, url, headers, Some(body), most)
    }

    /// `PUT` of a body.
    ///
    /// # Errors
    /// [`WebError`].
    pub fn put(&self, url: &str, media_type: &str, body: &[u8], most: usize) -> Result<Answer, WebError> {
        self.ask(
            Method::PUT,
            url,
            &[("content-type", media_type)],
            Some(body),
            most,
        )
    }

    fn ask(
        &self,
        method: Method,
        url: &str,
        headers: &[(&str, &str)],
        body: Option<&[u8]>,
        most: usize,
    ) -> Result<Answer, WebError> {
        let here = is_here(url)?;
        let mut request = Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = match body {
            Some(body) => {
                let request = request.body(body).map_err(|_| WebError::Address)?;
                self.agent.run(self.direct(request, here))
            }
            None => {
                let request = request.body(()).map_err(|_| WebError::Address)?;
                self.agent.run(self.direct(request, here))
            }
        }
        .map_err(|error| WebError::from_ureq(&error))?;
        let header = |name| {
            let value: &header::HeaderValue = response.headers().get(name)?;
            Some(value.to_str().ok()?.to_owned())
        };
        let media_type = header(header::CONTENT_TYPE);
        let (etag, location) = (header(header::ETAG), header(header::LOCATION));
        let date = header(header::DATE).and_then(|date| moment(&date));
        let again_after = header(header::RETRY_AFTER).and_then(|after| {
            let moment = || Some(moment(&after)?.saturating_sub(date?));
            after.parse().ok().or_else(moment)
        });
        let status = response.status().as_u16();
        let body = response
            .body_mut()
            .with_config()
            .limit(most as u64)
            .read_to_vec()
            .map_err(|error| WebError::from_ureq(&error))?;
        Ok(Answer {
            status,
            media_type,
            again_after,
            date,
            etag,
            location,
            body,
        })
    }

    /// What goes to this machine in the open goes through no proxy.
    fn direct<B: ureq::AsSendBody>(&self, request: Request<B>, here: bool) -> Request<B> {
        if here {
            self.agent.configure_request(request).proxy(None).build()
        } else {
            request
        }
    }
}

/// A moment as HTTP writes it, in seconds since 1970-01-01.
fn moment(date: &str) -> Option<u64> {
    let moment: SystemTime = httpdate::parse_http_date(date).ok()?;
    Some(moment.duration_since(UNIX_EPOCH).ok()?.as_secs())
}

/// Whether an address is that of this machine; an error if it may not be asked at all.
pub(crate) fn is_here(url: &str) -> Result<bool, WebError> {
    let uri: Uri = url.parse().map_err(|_| WebError::Address)?;
    let host = uri
        .host()
        .filter(|host| !host.is_empty())
        .ok_or(WebError::Address)?;
    if uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
    {
        return Err(WebError::Address);
    }
    if uri.scheme() == Some(&Scheme::HTTPS) {
        return Ok(false);
    }
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if uri.scheme() == Some(&Scheme::HTTP) && here {
        Ok(true)
    } else {
        Err(WebError::Address)
    }
}

/// Checks an address that will be asked later, and returns it without a slash at its end.
///
/// # Errors
/// [`WebError::Address`], if it is not `https://…`, or `http://` of this machine, or has more than a host and a path.
///
/// ```
/// use pocketchart_share::web::base;
///
/// assert_eq!(base("https://relay.example/").unwrap(), "https://relay.example");
/// assert!(base("http://127.0.0.1:8190").is_ok());
/// assert!(base("http://192.168.0.7:8190").is_err());
/// assert!(base("https://relay.example?x").is_err());
/// ```
pub fn base(url: &str) -> Result<String, WebError> {
    is_here(url)?;
    if url.contains(['?', '#', ' ']) {
        return Err(WebError::Address);
    }
    Ok(url.trim_end_matches('/').to_owned())
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebError {
    /// Not `https://`, nor `http://` of this machine itself; or no address at all.
    #[error("only https addresses are asked")]
    Address,
    /// There is no way to that host.
    #[error("the host cannot be reached")]
    Unreachable,
    /// The host did not prove that it is the one: its certificate is of no authority that is believed, of another name, or over.
    #[error("the host's certificate is not believed")]
    Untrusted,
    /// It took too long; whether the request arrived is not known.
    #[error("the host did not answer in time")]
    TimedOut,
    /// The answer is longer than it may be.
    #[error("the answer is too long")]
    TooLong,
    /// What came back is not HTTP, or broke off; whether the request arrived is not known.
    #[error("the answer broke off")]
    BrokeOff,
}

impl WebError {
    fn from_ureq(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::BadUri(_) | ureq::Error::RequireHttpsOnly(_) => Self::Address,
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => Self::Unreachable,
            ureq::Error::Timeout(_) => Self::TimedOut,
            ureq::Error::BodyExceedsLimit(_) => Self::TooLong,
            ureq::Error::Rustls(rustls::Error::InvalidCertificate(_)) => Self::Untrusted,
            ureq::Error::HostNotFound
            | ureq::Error::Rustls(_)
            | ureq::Error::ConnectionFailed
            | ureq::Error::Tls(_)
            | ureq::Error::ConnectProxyFailed(_) => Self::Unreachable,
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => Self::Unreachable,
            ureq::Error::Io(error) if is_untrusted(error) => Self::Untrusted,
            _ => Self::BrokeOff,
        }
    }
}

/// Whether a handshake ended because of the host's certificate.
fn is_untrusted(error: &io::Error) -> bool {
    let tls = error.get_ref().and_then(|it| it.downcast_ref::<rustls::Error>());
    matches!(tls, Some(rustls::Error::InvalidCertificate(_)))
}
