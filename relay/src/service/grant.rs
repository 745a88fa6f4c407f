//! One half of a grant's key, given out inside the window, as often as was said, to who proves the passcode.

use pocketchart_crypto::{Label, Secret, hash};
use pocketchart_wire::{
    grant::{Ask, Deposit, Renew, Revoke, State, Stop, Take, Took},
    proof::Signed,
};

use super::{KEPT_FOR_OWNER, Left, notice};
use crate::{
    sabotage::off,
    store::{Body, StoreError, Transaction, Value, release},
};

/// Answers a redemption.
#[derive(Debug)]
pub(crate) enum Answer {
    /// The half, and the bundle.
    Given(Secret<32>, Body),
    /// It will be given in so many seconds.
    Later(u64),
    /// The proof was wrong; so many more may be.
    Wrong(u8),
    /// There is nothing to be had.
    Gone,
}

struct Held {
    owner: [u8; 32],
    opens: u64,
    ends: u64,
    uses: u8,
    attempts: u8,
    verifier: Option<Secret<32>>,
    half: Option<Secret<32>>,
    wait: u64,
    /// Seconds after the wait in which it is given again; 0 without a bound of its own.
    access: u64,
}

impl Held {
    /// Whether the time of who was to be given it from then on is over.
    fn is_past(&self, ready: u64, now: u64) -> bool {
        self.access > 0 && now >= ready.saturating_add(self.access)
    }
}

fn held(transaction: &mut dyn Transaction, locator: &[u8; 16]) -> Result<Option<Held>, StoreError> {
    let sql = "SELECT owner, opens, ends, uses, attempts, verifier, half, wait, access FROM grant_held
        WHERE locator = $1";
    let rows = transaction.query(sql, &[locator.into()])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(Held {
        owner: row.whole(0)?,
        opens: row.number(1)?,
        ends: row.number(2)?,
        uses: row.number(3)?,
        attempts: row.number(4)?,
        verifier: row.array(5)?.map(Secret::from_bytes),
        half: row.array(6)?.map(Secret::from_bytes),
        wait: row.number(7)?,
        access: row.number(8)?,
    }))
}

/// Keeps a grant, whose bundle lies ready already.
pub(crate) fn deposit(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    (grant, digest, bundle): (&Deposit, [u8; 32], Body),
    now: u64,
) -> Result<Left, StoreError> {
    transaction.lock(locator)?;
    let sql = "SELECT digest FROM grant_held WHERE locator = $1";
    if let Some(row) = transaction.query(sql, &[locator.into()])?.first() {
        return Ok(if row.whole(0)? == digest {
            Left::Same
        } else {
            Left::Other
        });
    }
    let [bundle, object] = bundle.claim(transaction, now)?;
    transaction.execute(
        "INSERT INTO grant_held (locator, digest, owner, opens, ends, uses, attempts, verifier, half, bundle, object,
            wait, notices, access) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            locator.into(),
            (&digest).into(),
            (&grant.owner).into(),
            grant.opens.into(),
            grant.ends.into(),
            i64::from(grant.uses).into(),
            i64::from(grant.attempts).into(),
            (&grant.verifier).into(),
            (&grant.half).into(),
            bundle,
            object,
            i64::from(grant.notify.as_ref().map_or(0, |notify| notify.wait)).into(),
            grant
                .notify
                .as_ref()
                .map_or(Value::NoBytes, |notify| notice::value(&notify.notices)),
            i64::from(grant.notify.as_ref().map_or(0, |notify| notify.access)).into(),
        ],
    )?;
    Ok(Left::Kept)
}

/// Redeems a grant. A wrong proof is counted, a use is taken, and both are committed before the answer leaves.
pub(crate) fn take(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    take: &Take,
    now: u64,
) -> Result<Answer, StoreError> {
    transaction.lock(locator)?;
    let Some(grant) = held(transaction, locator)? else {
        return Ok(Answer::Gone);
    };
    if now >= grant.ends && !off("window") {
        wipe(transaction, locator)?;
        return Ok(Answer::Gone);
    }
    let Some(verifier) = grant
        .verifier
        .as_ref()
        .filter(|_| now >= grant.opens || off("window"))
    else {
        return Ok(Answer::Gone);
    };
    if !take.is_proven(locator, verifier) {
        let left = grant.attempts.saturating_sub(u8::from(!off("attempt count")));
        let sql = "UPDATE grant_held SET attempts = $1 WHERE locator = $2";
        transaction.execute(sql, &[i64::from(left).into(), locator.into()])?;
        if left == 0 {
            wipe(transaction, locator)?;
        }
        return Ok(Answer::Wrong(left));
    }
    let (half, ready) = match taken_before(transaction, locator, &take.token)? {
        Before::Taken(_, ready) if grant.is_past(ready, now) => {
            let sql = "UPDATE take SET half = NULL WHERE locator = $1 AND token = $2";
            transaction.execute(sql, &[locator.into(), (&token_name(locator, &take.token)).into()])?;
            return Ok(Answer::Gone);
        }
        Before::Taken(half, ready) => (half, ready),
        Before::Stopped => return Ok(Answer::Gone),
        Before::Never => match (grant.half, grant.uses.checked_sub(u8::from(!off("use count")))) {
            (Some(half), Some(left)) => {
                let ready = now + grant.wait;
                count(transaction, locator, take, (&half, left), (now, ready))?;
                let sql = "SELECT notices FROM grant_held WHERE locator = $1";
                notice::post(transaction, (sql, locator), now)?;
                (half, ready)
            }
            _ => return Ok(Answer::Gone),
        },
    };
    if now < ready && !off("wait") {
        return Ok(Answer::Later(ready - now));
    }
    let sql = "SELECT bundle, object FROM grant_held WHERE locator = $1";
    let mut rows = transaction.query(sql, &[locator.into()])?;
    let bundle = rows.first_mut().ok_or(StoreError::Row)?.body(0)?;
    Ok(Answer::Given(half, bundle.ok_or(StoreError::Row)?))
}

/// Takes a use. After the last one the half is kept only under the masks of those who had it.
fn count(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    take: &Take,
    (half, left): (&Secret<32>, u8),
    (now, ready): (u64, u64),
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO take (locator, token, n, at, half, who, ready)
            VALUES ($1, $2, (SELECT COUNT(*) + 1 FROM take WHERE locator = $3), $4, $5, $6, $7)",
        &[
            locator.into(),
            (&token_name(locator, &take.token)).into(),
            locator.into(),
            now.into(),
            masked(locator, &take.token, half).expose().into(),
            take.who.as_slice().into(),
            ready.into(),
        ],
    )?;
    let sql = "UPDATE grant_held SET uses = $1 WHERE locator = $2";
    transaction.execute(sql, &[i64::from(left).into(), locator.into()])?;
    if left == 0 {
        let sql = "UPDATE grant_held SET half = NULL WHERE locator = $1";
        transaction.execute(sql, &[locator.into()])?;
    }
    Ok(())
}

/// What the holder of a token was told.
enum Before {
    /// It has a use, and the half from then on.
    Taken(Secret<32>, u64),
    /// It had one, and the owner stopped it.
    Stopped,
    /// It is new.
    Never,
}

fn taken_before(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    token: &[u8; 16],
) -> Result<Before, StoreError> {
    let sql = "SELECT half, ready FROM take WHERE locator = $1 AND token = $2";
    let rows = transaction.query(sql, &[locator.into(), (&token_name(locator, token)).into()])?;
    let Some(row) = rows.first() else {
        return Ok(Before::Never);
    };
    Ok(match row.array(0)? {
        Some(half) => Before::Taken(masked(locator, token, &Secret::from_bytes(half)), row.number(1)?),
        None => Before::Stopped,
    })
}

/// What a table keeps of a token.
fn token_name(locator: &[u8; 16], token: &[u8; 16]) -> [u8; 16] {
    hash::hash128(Label::new("grant/token"), &[locator, token])
}

/// Puts a mask on a half, or takes it off: only the token's holder can.
fn masked(locator: &[u8; 16], token: &[u8; 16], half: &Secret<32>) -> Secret<32> {
    let mask = Secret::from_bytes(hash::hash256(Label::new("grant/mask"), &[token, locator]));
    let mut bytes = [0; 32];
    for (byte, (a, b)) in bytes.iter_mut().zip(mask.expose().iter().zip(half.expose())) {
        *byte = a ^ b;
    }
    Secret::from_bytes(bytes)
}

/// Says to its owner what became of a grant.
pub(crate) fn state(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    asked: &Signed,
    now: u64,
) -> Result<Option<State>, StoreError> {
    let grant = held(transaction, locator)?.filter(|grant| asked.is_by::<Ask>(&grant.owner, locator));
    let Some(grant) = grant else {
        return Ok(None);
    };
    let sql = "SELECT at, who, ready, stopped FROM take WHERE locator = $1 ORDER BY n";
    let takes: Result<Vec<_>, StoreError> = transaction
        .query(sql, &[locator.into()])?
        .into_iter()
        .map(|mut row| {
            let who = row.bytes(1)?.ok_or(StoreError::Row)?;
            Ok(Took {
                at: row.number(0)?,
                who,
                ready: row.number(2)?,
                stopped: row.flag(3)?,
            })
        })
        .collect();
    let live = grant.half.is_some() && (grant.opens..grant.ends).contains(&now);
    Ok(Some(State::new((grant.uses, grant.attempts), live, takes?)))
}

/// Stops those who wait for a grant, at its owner's word.
pub(crate) fn stop(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    asked: &Signed,
    now: u64,
) -> Result<bool, StoreError> {
    transaction.lock(locator)?;
    let its = held(transaction, locator)?.is_some_and(|grant| asked.is_by::<Stop>(&grant.owner, locator));
    if its {
        let sql = "UPDATE take SET half = NULL, stopped = 1 WHERE locator = $1 AND ready > $2";
        transaction.execute(sql, &[locator.into(), now.into()])?;
    }
    Ok(its)
}

/// Puts another bundle in place of a grant's, at its owner's word, while the grant can still be given to somebody.
pub(crate) fn renew(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    (asked, bundle): (&Signed, Body),
    now: u64,
) -> Result<bool, StoreError> {
    transaction.lock(locator)?;
    let its = held(transaction, locator)?.is_some_and(|grant| {
        grant.verifier.is_some() && now < grant.ends && asked.is_by::<Renew>(&grant.owner, locator)
    });
    if its {
        release(transaction, ("grant_held", "locator = $1"), &[locator.into()])?;
        let [bundle, object] = bundle.claim(transaction, now)?;
        let sql = "UPDATE grant_held SET bundle = $1, object = $2 WHERE locator = $3";
        transaction.execute(sql, &[bundle, object, locator.into()])?;
    }
    Ok(its)
}

/// Ends a grant at its owner's word.
pub(crate) fn revoke(
    transaction: &mut dyn Transaction,
    locator: &[u8; 16],
    asked: &Signed,
) -> Result<bool, StoreError> {
    transaction.lock(locator)?;
    let its = held(transaction, locator)?.is_some_and(|grant| asked.is_by::<Revoke>(&grant.owner, locator));
    if its {
        wipe(transaction, locator)?;
    }
    Ok(its)
}

/// Deletes what could open anything.
fn wipe(transaction: &mut dyn Transaction, locator: &[u8; 16]) -> Result<(), StoreError> {
    release(transaction, ("grant_held", "locator = $1"), &[locator.into()])?;
    let sql =
        "UPDATE grant_held SET verifier = NULL, half = NULL, bundle = NULL, object = NULL, notices = NULL
        WHERE locator = $1";
    transaction.execute(sql, &[locator.into()])?;
    transaction.execute(
        "UPDATE take SET half = NULL WHERE locator = $1",
        &[locator.into()],
    )?;
    Ok(())
}

/// Deletes the keys of grants that are over, and later what was kept for their owners.
pub(super) fn sweep(transaction: &mut dyn Transaction, now: u64) -> Result<(), StoreError> {
    let over = "SELECT locator FROM grant_held WHERE ends <= $1 AND verifier IS NOT NULL
        ORDER BY locator";
    for row in transaction.query(over, &[now.into()])? {
        let locator = row.whole(0)?;
        transaction.lock(&locator)?;
        wipe(transaction, &locator)?;
    }
    let given =
        "UPDATE take SET half = NULL WHERE half IS NOT NULL AND locator IN (SELECT locator FROM grant_held
        WHERE access > 0 AND take.ready + access <= $1)";
    transaction.execute(given, &[now.into()])?;
    let past = now.saturating_sub(KEPT_FOR_OWNER);
    transaction.execute(
        "DELETE FROM take WHERE locator IN (SELECT locator FROM grant_held WHERE ends <= $1)",
        &[past.into()],
    )?;
    transaction.execute("DELETE FROM grant_held WHERE ends <= $1", &[past.into()])?;
    Ok(())
}
