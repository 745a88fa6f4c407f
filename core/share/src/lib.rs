#![doc = include_str!("../README.md")]

pub mod card;
pub mod clock;
pub mod qr;
pub mod session;
