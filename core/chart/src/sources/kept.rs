//! What this device remembers of its connections: sealed rows of the store, never synced.

use super::{SourceId, Trouble};
use crate::chart::Chart;
use crate::import::ImportId;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{Context, Millis, Shelf, Shelved, StoreError};
use pocketchart_share::smart::{TokenAnswer, TokenClient, TokenProof};
use pocketchart_share::web::Web;
use zeroize::Zeroizing;

/// In front of the random names of connections, among the settings.
const CONNECTION: &[u8] = b"source/";
/// In front of the same names, for how far each has come.
const PULL: &[u8] = b"sourced/";
/// A pull has at most so many searches.
const MAX_STEPS: usize = 1000;

/// A connection: where, as whom, and what opens it. `source-connection` of docs/formats.cddl.
pub(super) struct KeptSource {
    pub(super) id: SourceId,
    pub(super) name: String,
    /// Without a slash at the end.
    pub(super) base: String,
    /// The id of the patient there.
    pub(super) patient: String,
    pub(super) added: Millis,
    /// What was asked for and what was granted; empty where the token came by hand.
    pub(super) asked: String,
    pub(super) granted: String,
    pub(super) access: Option<Zeroizing<String>>,
    /// When the token ends, by this device's clock; 0 where that is not known.
    pub(super) expires: Millis,
    pub(super) refresh: Option<Zeroizing<String>>,
    /// How the next tokens are asked for; none where nobody signed in.
    pub(super) client: Option<TokenClient>,
}

/// How far the pulls of a connection have come. `source-pull` of docs/formats.cddl.
#[derive(Default)]
pub(super) struct KeptPull {
    pub(super) searches: Vec<KeptSearch>,
    /// Where a pull was when it was stopped.
    pub(super) position: Option<KeptPosition>,
}

/// One search, such as `Condition`.
pub(super) struct KeptSearch {
    pub(super) name: String,
    /// The server's time when it was asked last and answered to the end, in seconds; 0 for never.
    pub(super) cursor: u64,
    /// The same by this device's clock.
    pub(super) pulled: Millis,
    pub(super) trouble: Option<Trouble>,
}

/// A place within a pull.
#[derive(Clone)]
pub(super) struct KeptPosition {
    pub(super) import: ImportId,
    /// The searches that are done.
    pub(super) done: Vec<String>,
    /// The one that goes on, the address of its next page, and the server's time of its first page in seconds; empty and 0
    /// between two.
    pub(super) step: String,
    pub(super) next: String,
    pub(super) cursor: u64,
}

fn key(prefix: &[u8], id: SourceId) -> Vec<u8> {
    [prefix, &id.0].concat()
}

impl KeptSource {
    pub(super) fn row(&self) -> Shelved {
        Shelved::put(Shelf::Setting, &key(CONNECTION, self.id), to_bytes(self))
    }

    pub(super) fn no_row(&self) -> Shelved {
        Shelved::remove(Shelf::Setting, &key(CONNECTION, self.id))
    }

    pub(super) fn of(chart: &Chart, id: SourceId) -> Result<Option<Self>, StoreError> {
        let row = chart.record.shelved(Shelf::Setting, &key(CONNECTION, id))?;
        Ok(row.map(|bytes| from_bytes(&bytes)).transpose()?)
    }

    pub(super) fn all(chart: &Chart) -> Result<Vec<Self>, StoreError> {
        let mut all = Vec::new();
        let first = key(CONNECTION, SourceId([0; 16]));
        let last = key(CONNECTION, SourceId([0xff; 16]));
        chart
            .record
            .shelf_range(Shelf::Setting, (&first, &last), |key, bytes| {
                if key.len() == first.len() {
                    all.push(from_bytes(&bytes)?);
                }
                Ok(())
            })?;
        Ok(all)
    }

    /// Takes over new tokens. A refresh token stays until another one comes.
    pub(super) fn take(&mut self, answer: TokenAnswer, now: Millis) {
        self.access = Some(answer.access);
        self.expires = answer
            .expires_in
            .map_or(0, |seconds| now.saturating_add(seconds.saturating_mul(1000)));
        if answer.refresh.is_some() {
            self.refresh = answer.refresh;
        }
        if let Some(scopes) = answer.scopes {
            self.granted = scopes.to_string();
        }
    }

    /// Gives the tokens back: whether the server ended what it allowed; none where it offers no way, or there are none. The refresh token
    /// decides: with it the access ends, while a server need not be able to take a single access token back (RFC 7009, 2.1 and 2.2.1).
    pub(super) fn revoke(&self, web: &Web, context: &Context) -> Option<bool> {
        let with = self.client.as_ref()?;
        let tokens = [(&self.refresh, "refresh_token"), (&self.access, "access_token")];
        let tokens = tokens
            .into_iter()
            .filter_map(|(token, hint)| Some((token.as_deref()?.as_str(), hint)));
        let taken = tokens.map(|token| Some(with.revoke(web, context, token)?.is_ok()));
        let taken: Vec<bool> = taken.collect::<Option<_>>()?;
        taken.first().copied()
    }
}

impl KeptPull {
    pub(super) fn row(&self, id: SourceId) -> Shelved {
        Shelved::put(Shelf::Setting, &key(PULL, id), to_bytes(self))
    }

    /// The same, half-way through a pull.
    pub(super) fn row_with(&mut self, position: &KeptPosition, id: SourceId) -> Shelved {
        self.position = Some(position.clone());
        let row = self.row(id);
        self.position = None;
        row
    }

    pub(super) fn no_row(id: SourceId) -> Shelved {
        Shelved::remove(Shelf::Setting, &key(PULL, id))
    }

    /// Nothing, where nothing was pulled yet.
    pub(super) fn of(chart: &Chart, id: SourceId) -> Result<Self, StoreError> {
        let row = chart.record.shelved(Shelf::Setting, &key(PULL, id))?;
        row.map_or_else(|| Ok(Self::default()), |bytes| Ok(from_bytes(&bytes)?))
    }

    /// What is known of a search.
    pub(super) fn search(&mut self, name: &str) -> &mut KeptSearch {
        let at = self.searches.iter().position(|it| it.name == name);
        let at = at.unwrap_or_else(|| {
            self.searches.push(KeptSearch {
                name: name.to_owned(),
                cursor: 0,
                pulled: 0,
                trouble: None,
            });
            self.searches.len() - 1
        });
        &mut self.searches[at]
    }
}

fn optional(to: &mut Writer, text: Option<&str>) {
    to.text(text.unwrap_or_default());
}

fn some(from: &mut Reader<'_>) -> Result<Option<String>, Malformed> {
    Ok(Some(from.text()?.to_owned()).filter(|text| !text.is_empty()))
}

fn secret(from: &mut Reader<'_>) -> Result<Option<Zeroizing<String>>, Malformed> {
    Ok(some(from)?.map(Zeroizing::new))
}

fn token(token: &Option<Zeroizing<String>>) -> Option<&str> {
    token.as_ref().map(|token| token.as_str())
}

impl Canonical for KeptSource {
    fn write(&self, to: &mut Writer) {
        to.array(11).bytes(&self.id.0).text(&self.name).text(&self.base);
        to.text(&self.patient).uint(self.added);
        to.text(&self.asked).text(&self.granted);
        optional(to, token(&self.access));
        to.uint(self.expires);
        optional(to, token(&self.refresh));
        match &self.client {
            Some(client) => write_client(to, client),
            None => {
                to.array(0);
            }
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(11)?;
        Ok(Self {
            id: SourceId(from.fixed()?),
            name: from.text()?.to_owned(),
            base: from.text()?.to_owned(),
            patient: from.text()?.to_owned(),
            added: from.uint()?,
            asked: from.text()?.to_owned(),
            granted: from.text()?.to_owned(),
            access: secret(from)?,
            expires: from.uint()?,
            refresh: secret(from)?,
            client: read_client(from)?,
        })
    }
}

/// `source-client` of docs/formats.cddl.
fn write_client(to: &mut Writer, client: &TokenClient) {
    let (secret, key) = match &client.proof {
        TokenProof::None => (None, None),
        TokenProof::Secret(secret) => (Some(secret.as_str()), None),
        TokenProof::Key(key) => (None, Some(key)),
    };
    to.array(if key.is_some() { 6 } else { 5 }).text(&client.id);
    optional(to, secret);
    to.text(&client.token_endpoint);
    optional(to, client.revocation_endpoint.as_deref());
    to.bool(client.secret_in_form);
    if let Some(key) = key {
        to.value(key);
    }
}

fn read_client(from: &mut Reader<'_>) -> Result<Option<TokenClient>, Malformed> {
    let members = from.array()?;
    if members == 0 {
        return Ok(None);
    }
    let (id, secret) = (from.text()?.to_owned(), secret(from)?);
    let (token_endpoint, revocation_endpoint) = (from.text()?.to_owned(), some(from)?);
    let secret_in_form = from.bool()?;
    let proof = match (members, secret) {
        (5, None) => TokenProof::None,
        (5, Some(secret)) => TokenProof::Secret(secret),
        (6, None) => TokenProof::Key(from.value()?),
        _ => return Err(Malformed("client of a connection")),
    };
    Ok(Some(TokenClient {
        id,
        proof,
        token_endpoint,
        revocation_endpoint,
        secret_in_form,
    }))
}

impl Canonical for KeptPull {
    fn write(&self, to: &mut Writer) {
        to.array(2).list(&self.searches);
        match &self.position {
            Some(position) => to.list(std::slice::from_ref(position)),
            None => to.array(0),
        };
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            searches: from.list(MAX_STEPS)?,
            position: from.list(1)?.pop(),
        })
    }
}

impl Canonical for KeptSearch {
    fn write(&self, to: &mut Writer) {
        to.array(4).text(&self.name).uint(self.cursor).uint(self.pulled);
        to.uint(self.trouble.map_or(0, Trouble::code));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            name: from.text()?.to_owned(),
            cursor: from.uint()?,
            pulled: from.uint()?,
            trouble: match from.uint()? {
                0 => None,
                code => Some(Trouble::of(code).ok_or(Malformed("trouble of a search"))?),
            },
        })
    }
}

impl Canonical for KeptPosition {
    fn write(&self, to: &mut Writer) {
        to.array(5).bytes(&self.import.0).list(&self.done);
        to.text(&self.step).text(&self.next).uint(self.cursor);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        Ok(Self {
            import: ImportId(from.fixed()?),
            done: from.list(MAX_STEPS)?,
            step: from.text()?.to_owned(),
            next: from.text()?.to_owned(),
            cursor: from.uint()?,
        })
    }
}
