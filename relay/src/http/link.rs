use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use pocketchart_crypto::kem::KemPublic;
use pocketchart_wire::link::{
    Act, Address, CAPACITY, Deposit, File, LONGEST, LONGEST_NOTE, MOST_ATTEMPTS, MOST_FILES, Manage,
};
use serde::{Deserialize, Serialize};
use tokio::task;
use zeroize::Zeroizing;

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, SHORT},
};
use crate::{
    service::link::{self, Answer, Coming, Listed, Managed},
    store::Body,
};

/// Files come with the manifest up to this length, where the receiver does not say otherwise.
const EMBEDDED: usize = 16 * 1024;
/// The longest deposit.
const DEPOSIT: usize = CAPACITY + SHORT;
/// The longest passcode, in bytes.
const PASSCODE: usize = 256;

/// Keeps a link.
pub(super) async fn deposit(
    State(relay): State<Arc<Relay>>,
    Path(address): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let name = name(&address)?;
    let mut deposit: Deposit = body::message(&relay, request, DEPOSIT).await?;
    relay.has_room()?;
    let now = relay.clock.now();
    let whole = are_files(&deposit.files)
        && (now..=now + LONGEST).contains(&deposit.ends)
        && deposit.uses != Some(0)
        && (1..=MOST_ATTEMPTS).contains(&deposit.attempts)
        && deposit.note.len() <= LONGEST_NOTE
        && (!deposit.direct || deposit.files.len() == 1 && deposit.verifier.is_none())
        && is_log_key(&deposit.log_key);
    if !whole {
        return Err(Refusal::Malformed);
    }
    let digest = deposit.digest();
    let files = keep(&relay, std::mem::take(&mut deposit.files)).await?;
    let kept = relay
        .decide(move |transaction, now| link::deposit(transaction, &name, (&deposit, digest, files), now));
    left(kept.await?)
}

/// Makes files ready to become a link's own.
async fn keep(relay: &Relay, files: Vec<File>) -> Result<Vec<Coming>, Refusal> {
    let mut ready = Vec::new();
    for File {
        content,
        jwe,
        updated,
    } in files
    {
        let (size, now) = (jwe.len(), relay.clock.now());
        let body = relay.store.keep(jwe.into_bytes(), now).await?;
        ready.push(Coming {
            content,
            updated,
            size,
            body,
        });
    }
    Ok(ready)
}

/// A file's own text.
async fn fetch(relay: &Relay, body: Body) -> Result<String, Refusal> {
    let bytes = relay.store.fetch(body).await?.ok_or(Refusal::NotHere)?;
    String::from_utf8(bytes).map_err(|_| Refusal::Broken)
}

/// A request for a manifest, as the specification has it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    recipient: String,
    #[serde(default)]
    passcode: Option<Zeroizing<String>>,
    #[serde(default)]
    embedded_length_max: Option<u64>,
}

#[derive(Serialize)]
struct Manifest {
    files: Vec<ManifestFile>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ManifestFile {
    content_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    embedded: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_updated: Option<String>,
    status: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Remaining {
    remaining_attempts: u8,
}

/// Answers a receiver with the manifest.
pub(super) async fn manifest(
    State(relay): State<Arc<Relay>>,
    Path(address): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let address = Address::from_text(&address).ok_or(Refusal::NotHere)?;
    let name = address.name();
    let body = body::read(&relay, request, SHORT).await?;
    let asked: Asked = serde_json::from_slice(&body.bytes).map_err(|_| Refusal::Malformed)?;
    let passcode = asked.passcode.filter(|passcode| passcode.len() <= PASSCODE);
    if asked.recipient.trim().is_empty() {
        return Err(Refusal::Malformed);
    }
    let request = link::Request {
        recipient: asked.recipient,
        verifier: verifier(&relay, &address, passcode).await?,
        embedded: asked
            .embedded_length_max
            .map_or(EMBEDDED, |most| most.try_into().unwrap_or(usize::MAX)),
    };
    let answered = relay.decide(move |transaction, now| link::manifest(transaction, &name, &request, now));
    match answered.await? {
        Answer::Gone => Err(Refusal::NotHere),
        Answer::Wrong(remaining_attempts) => {
            let remaining = Json(Remaining { remaining_attempts });
            Ok((StatusCode::UNAUTHORIZED, remaining).into_response())
        }
        Answer::Open(files, changes) => {
            let status = if changes { "can-change" } else { "finalized" };
            let mut listed = Vec::new();
            for (file, its) in files {
                let (embedded, location) = match its {
                    Listed::Embedded(body) => (Some(fetch(&relay, body).await?), None),
                    Listed::Ticket(ticket) => (None, Some(format!("{}/file/{ticket}", relay.url))),
                };
                listed.push(ManifestFile {
                    content_type: file.content.media_type(),
                    location,
                    embedded,
                    last_updated: file.updated,
                    status,
                });
            }
            Ok(Json(Manifest { files: listed }).into_response())
        }
    }
}

/// What the relay would keep of this passcode. Worked out only where a link waits for one, a few at a time.
async fn verifier(
    relay: &Relay,
    address: &Address,
    passcode: Option<Zeroizing<String>>,
) -> Result<Option<pocketchart_crypto::Secret<32>>, Refusal> {
    let (Some(passcode), name) = (passcode, address.name()) else {
        return Ok(None);
    };
    let asks = relay.decide(move |transaction, now| link::asks_for_passcode(transaction, &name, now));
    if !asks.await? {
        return Ok(None);
    }
    let _turn = relay.passcodes.acquire().await.map_err(|_| Refusal::Broken)?;
    let address = address.clone();
    let worked = task::spawn_blocking(move || address.verifier(&passcode)).await;
    let verifier = worked.map_err(|_| Refusal::Broken)?.map_err(|_| Refusal::Store)?;
    Ok(Some(verifier))
}

#[derive(Deserialize)]
pub(super) struct Recipient {
    #[serde(default)]
    recipient: String,
}

/// Answers a receiver with the one file of a direct link.
pub(super) async fn direct(
    State(relay): State<Arc<Relay>>,
    Path(address): Path<String>,
    query: Result<Query<Recipient>, axum::extract::rejection::QueryRejection>,
) -> Result<Answered, Refusal> {
    let name = name(&address)?;
    let Query(Recipient { recipient }) = query.map_err(|_| Refusal::Malformed)?;
    if recipient.trim().is_empty() {
        return Err(Refusal::Malformed);
    }
    let found = relay.decide(move |transaction, now| link::direct(transaction, &name, &recipient, now));
    let body = found.await?.ok_or(Refusal::NotHere)?;
    Ok(Answered::jwe(fetch(&relay, body).await?))
}

/// Answers a ticket of a manifest with its file.
pub(super) async fn file(
    State(relay): State<Arc<Relay>>,
    Path(ticket): Path<String>,
) -> Result<Answered, Refusal> {
    let found = relay.decide(move |transaction, now| link::ticketed(transaction, &ticket, now));
    let body = found.await?.ok_or(Refusal::NotHere)?;
    Ok(Answered::jwe(fetch(&relay, body).await?))
}

/// Does what the owner says.
pub(super) async fn manage(
    State(relay): State<Arc<Relay>>,
    Path(address): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let name = name(&address)?;
    let (signed, mut manage) = body::signed::<Manage>(&relay, request, DEPOSIT).await?;
    let mut ready = Vec::new();
    if let Act::Replace(files) = &mut manage.what {
        relay.has_room()?;
        if !are_files(files) {
            return Err(Refusal::Malformed);
        }
        ready = keep(&relay, std::mem::take(files)).await?;
    }
    let managed = relay
        .decide(move |transaction, now| link::manage(transaction, &name, (&signed, &manage, ready), now));
    match managed.await? {
        Managed::Done(state) => Ok(Answered::message(&state)),
        Managed::Gone => Err(Refusal::NotHere),
        Managed::Refused => Err(Refusal::Taken),
    }
}

fn name(address: &str) -> Result<[u8; 16], Refusal> {
    Address::from_text(address)
        .map(|address| address.name())
        .ok_or(Refusal::NotHere)
}

/// Whether these are as many and as long as they may be, and of the characters that a compact JWE has.
fn are_files(files: &[File]) -> bool {
    let is_jwe = |file: &File| {
        let mut characters = file.jwe.bytes();
        file.jwe.matches('.').count() == 4
            && characters.all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.'))
            && file.updated.as_ref().is_none_or(|updated| updated.len() <= 40)
    };
    (1..=MOST_FILES).contains(&files.len())
        && files.iter().map(|file| file.jwe.len()).sum::<usize>() <= CAPACITY
        && files.iter().all(is_jwe)
}

/// Whether the log can be sealed to this key.
fn is_log_key(key: &[u8]) -> bool {
    KemPublic::from_slice(key)
        .is_some_and(|key| key.seal_to(pocketchart_wire::link::ACCESS, b"", b"").is_ok())
}
