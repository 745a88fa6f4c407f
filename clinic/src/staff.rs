//! Who works here: accounts with roles, passwords, passkeys, sessions, and what follows wrong guesses.

mod account;
mod attempts;
mod ceremony;
mod passkey;
mod password;
mod role;
mod rules;
mod session;

pub(crate) use account::{Account, Change, NewAccount, StaffError};
pub(crate) use ceremony::{Answer, Ceremonies, NewPasskey, NewQuestion, Place, Proof, ProofQuestion};
pub(crate) use passkey::{Passkey, PasskeyError, PasskeyView};
pub(crate) use role::Role;
pub(crate) use rules::{Need, Rules};
pub(crate) use session::{Session, Token, end as end_session, end_by_password, sweep};
