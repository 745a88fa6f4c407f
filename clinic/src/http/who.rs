//! Who asks: the cookie of a session, and for what changes something also what only a page of the desk can read.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::{
    answer::{Refusal, blocking},
    text,
};
use crate::{
    audit::{Action, Event},
    desk::Desk,
    staff::{Account, Role, Session, Token},
};

/// The header that shows it.
const CSRF: &str = "x-csrf-token";

/// Somebody who is signed in, though perhaps with a password that somebody else chose.
pub(super) struct SignedIn(pub(super) Session);

/// Somebody with a password of their own, though perhaps without the passkey that is required.
pub(super) struct Owner(pub(super) Session);

/// The session of somebody who works here.
pub(super) struct MemberSession(pub(super) Session);

/// Somebody who works here.
pub(super) struct Member(pub(super) Account);

/// Somebody who manages accounts.
pub(super) struct Administrator(pub(super) Account);

/// The token of somebody who is signed in, of whom this request is no sign that they are there.
pub(super) struct Watching(pub(super) Token);

impl FromRequestParts<Arc<Desk>> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let token = token(&parts.headers, desk).ok_or(Refusal::SignIn)?;
        let session = blocking(desk, move |desk| desk.session(&token)).await??;
        let session = session.ok_or(Refusal::SignIn)?;
        let shown = parts
            .headers
            .get(CSRF)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        if !parts.method.is_safe() && !session.token.is_csrf(shown) && !crate::sabotage::off("desk-csrf") {
            return Err(Refusal::Forged);
        }
        Ok(Self(session))
    }
}

impl FromRequestParts<Arc<Desk>> for Owner {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let SignedIn(session) = SignedIn::from_request_parts(parts, desk).await?;
        if session.account.must_change {
            return Err(Refusal::ChangePassword);
        }
        Ok(Self(session))
    }
}

impl FromRequestParts<Arc<Desk>> for MemberSession {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let Owner(session) = Owner::from_request_parts(parts, desk).await?;
        if session.is_held && !crate::sabotage::off("desk-passkey-required") {
            return Err(Refusal::AddPasskey);
        }
        Ok(Self(session))
    }
}

impl FromRequestParts<Arc<Desk>> for Member {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let MemberSession(session) = MemberSession::from_request_parts(parts, desk).await?;
        Ok(Self(session.account))
    }
}

impl FromRequestParts<Arc<Desk>> for Administrator {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let Member(account) = Member::from_request_parts(parts, desk).await?;
        if account.role != Role::Administrator {
            let event = Event::by(Action::Refused, &account);
            blocking(desk, move |desk| desk.note(event)).await??;
            return Err(Refusal::NotForRole);
        }
        Ok(Self(account))
    }
}

impl FromRequestParts<Arc<Desk>> for Watching {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let token = token(&parts.headers, desk).ok_or(Refusal::SignIn)?;
        let shown = token.clone();
        let account = blocking(desk, move |desk| desk.watched(&shown)).await??;
        match account {
            Some(account) if account.must_change => Err(Refusal::ChangePassword),
            Some(_) => Ok(Self(token)),
            None => Err(Refusal::SignIn),
        }
    }
}

/// The cookie's name. With `__Host-` a browser takes it only over TLS and of this very host.
fn cookie_name(desk: &Desk) -> &'static str {
    if desk.is_tls { "__Host-desk" } else { "desk" }
}

/// The cookie of a session that began, or with none the one that makes the browser forget it.
pub(super) fn cookie(desk: &Desk, session: Option<&Session>) -> String {
    let (value, age) = match session {
        Some(session) => (session.token.text(), ""),
        None => (String::new(), "; Max-Age=0"),
    };
    let secure = if desk.is_tls { "; Secure" } else { "" };
    let name = cookie_name(desk);
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}")
}

fn token(headers: &HeaderMap, desk: &Desk) -> Option<Token> {
    let cookies = text(headers, &header::COOKIE)?.split(';');
    let mut named = cookies.filter_map(|it| it.trim().split_once('='));
    let (_, value) = named.find(|(name, _)| *name == cookie_name(desk))?;
    Token::parse(value)
}
