//! Who works here: accounts with roles, passwords, sessions, and what follows wrong guesses.

mod account;
mod attempts;
mod password;
mod role;
mod session;

pub(crate) use account::{Account, Change, NewAccount, StaffError};
pub(crate) use role::Role;
pub(crate) use session::{Session, Token, end as end_session, sweep};
