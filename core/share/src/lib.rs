#![doc = include_str!("../README.md")]

pub mod audit;
pub mod card;
pub mod clock;
mod code;
pub mod grant;
pub mod qr;
pub mod redeem;
pub mod session;
mod text;
