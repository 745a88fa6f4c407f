#![doc = include_str!("../README.md")]

pub mod cbor;
pub mod grant;
pub mod link;
pub mod mailbox;
pub mod proof;
pub mod size;
pub mod text;
pub mod vault;
