#![doc = include_str!("../README.md")]

pub mod qr;
pub mod session;
