//! What a link answers to who asks.

use pocketchart_crypto::{Label, Secret, hash};
use pocketchart_wire::{
    link::{Access, TICKET},
    text,
};

use super::{
    Link, end,
    files::{self, Described},
};
use crate::{
    sabotage::off,
    store::{Body, StoreError, Transaction},
};

/// Who asks, and with what.
pub(crate) struct Request {
    /// Who it says it is.
    pub(crate) recipient: String,
    /// The verifier of the passcode that it gave.
    pub(crate) verifier: Option<Secret<32>>,
    /// Files up to this length come with the manifest.
    pub(crate) embedded: usize,
}

/// Answers a request for a manifest.
pub(crate) enum Answer {
    /// The files, each with itself or with a ticket, and whether they may change.
    Open(Vec<(Described, Listed)>, bool),
    /// The passcode was wrong; so many more may be.
    Wrong(u8),
    /// There is no such link.
    Gone,
}

/// A file in a manifest.
pub(crate) enum Listed {
    /// The file.
    Embedded(Body),
    /// Fetches it, for [`TICKET`] seconds.
    Ticket(String),
}

/// Answers with the manifest, and takes a use. The passcode is compared, and a wrong one counted, in one transaction.
pub(crate) fn manifest(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    request: &Request,
    now: u64,
) -> Result<Answer, StoreError> {
    transaction.lock(name)?;
    let link = Link::find(transaction, name)?.filter(|link| link.lives(now) && !link.direct);
    let Some(link) = link else {
        return Ok(Answer::Gone);
    };
    let right = link.verifier.is_none() || link.verifier == request.verifier;
    link.log(transaction, name, &Access::new(now, right, &request.recipient))?;
    if !right {
        let left = link.attempts.saturating_sub(u8::from(!off("attempt count")));
        let sql = "UPDATE link SET attempts = $1 WHERE name = $2";
        transaction.execute(sql, &[i64::from(left).into(), name.into()])?;
        if left == 0 {
            end(transaction, name)?;
        }
        return Ok(Answer::Wrong(left));
    }
    if take_use(transaction, name, &link)? {
        // The tickets of this last manifest are still good.
        let ends = link.ends.min(now + TICKET);
        transaction.execute(
            "UPDATE link SET ends = $1 WHERE name = $2",
            &[ends.into(), name.into()],
        )?;
    }
    let mut answered = Vec::new();
    for file in files::list(transaction, name)? {
        let body = if file.size <= request.embedded {
            Listed::Embedded(files::get(transaction, name, file.n)?.ok_or(StoreError::Row)?)
        } else {
            Listed::Ticket(Ticket::new(name, file.n, now + TICKET).seal(&link.ticket_key))
        };
        answered.push((file, body));
    }
    Ok(Answer::Open(answered, link.changes))
}

/// The one file of a direct link; takes a use.
pub(crate) fn direct(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    recipient: &str,
    now: u64,
) -> Result<Option<Body>, StoreError> {
    transaction.lock(name)?;
    let link = Link::find(transaction, name)?.filter(|link| link.lives(now) && link.direct);
    let Some(link) = link else {
        return Ok(None);
    };
    link.log(transaction, name, &Access::new(now, true, recipient))?;
    let file = files::get(transaction, name, 0)?;
    if take_use(transaction, name, &link)? {
        end(transaction, name)?;
    }
    Ok(file)
}

/// The file of a ticket.
pub(crate) fn ticketed(
    transaction: &mut dyn Transaction,
    ticket: &str,
    now: u64,
) -> Result<Option<Body>, StoreError> {
    let Some((ticket, proof)) = Ticket::read(ticket) else {
        return Ok(None);
    };
    let link = Link::find(transaction, &ticket.link)?;
    let good = |link: &Link| link.stands(now) && now < ticket.ends && ticket.proof(&link.ticket_key) == proof;
    if link.is_some_and(|link| good(&link)) {
        files::get(transaction, &ticket.link, ticket.file)
    } else {
        Ok(None)
    }
}

/// Takes a use; true if it was the last.
fn take_use(transaction: &mut dyn Transaction, name: &[u8; 16], link: &Link) -> Result<bool, StoreError> {
    let Some(left) = link.uses.map(|uses| uses.saturating_sub(1)) else {
        return Ok(false);
    };
    let sql = "UPDATE link SET uses = $1 WHERE name = $2";
    transaction.execute(sql, &[i64::from(left).into(), name.into()])?;
    Ok(left == 0)
}

/// Fetches one file of one link for a while. Nothing is stored for it: the link's own key makes and checks it.
struct Ticket {
    link: [u8; 16],
    file: u8,
    ends: u64,
}

/// Link, file, end, proof.
const TICKET_BYTES: usize = 16 + 1 + 8 + 32;

impl Ticket {
    fn new(link: &[u8; 16], file: u8, ends: u64) -> Self {
        Self {
            link: *link,
            file,
            ends,
        }
    }

    fn proof(&self, key: &Secret<32>) -> Secret<32> {
        Secret::from_bytes(hash::keyed256(
            Label::new("link/ticket"),
            key,
            &[&self.link, &[self.file], &self.ends.to_be_bytes()],
        ))
    }

    fn seal(&self, key: &Secret<32>) -> String {
        let ends = self.ends.to_be_bytes();
        text::encode(
            &[
                self.link.as_slice(),
                &[self.file],
                &ends,
                self.proof(key).expose(),
            ]
            .concat(),
        )
    }

    fn read(ticket: &str) -> Option<(Self, Secret<32>)> {
        let bytes = text::decode::<TICKET_BYTES>(ticket)?;
        let (link, rest) = bytes.split_first_chunk()?;
        let (&file, rest) = rest.split_first()?;
        let (&ends, proof) = rest.split_first_chunk()?;
        Some((
            Self::new(link, file, u64::from_be_bytes(ends)),
            Secret::from_slice(proof)?,
        ))
    }
}
