#![doc = include_str!("../README.md")]

pub mod audit;
pub mod card;
pub mod checkin;
pub mod clock;
mod code;
pub mod contacts;
mod deflate;
pub mod grant;
pub mod introduction;
mod jose;
mod json;
pub mod notice;
pub mod qr;
pub mod redeem;
pub mod relay;
pub mod session;
pub mod shc;
pub mod shl;
pub mod smart;
mod text;
pub mod web;
