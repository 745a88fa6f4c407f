#![doc = include_str!("../README.md")]

pub mod audit;
pub mod card;
pub mod clock;
mod code;
mod deflate;
pub mod grant;
mod jose;
pub mod qr;
pub mod redeem;
pub mod session;
pub mod shl;
