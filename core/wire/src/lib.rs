#![doc = include_str!("../README.md")]

pub mod cbor;
pub mod escrow;
pub mod grant;
pub mod keys;
pub mod link;
pub mod mailbox;
pub mod notice;
pub mod proof;
pub mod size;
pub mod text;
pub mod vault;
