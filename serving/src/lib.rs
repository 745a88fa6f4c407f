#![doc = include_str!("../README.md")]

mod clock;
mod limits;
mod server;
mod tls;

pub use clock::Clock;
pub use limits::Allowance;
pub use server::{Caller, Limits, Server, stopped};
pub use tls::Certificate;
