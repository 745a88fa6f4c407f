#![doc = include_str!("../README.md")]

pub mod aead;
pub mod exchange;
pub mod hash;
mod hazmat;
#[cfg(feature = "open")]
pub mod jose;
pub mod kdf;
pub mod kem;
mod label;
#[cfg(feature = "open")]
pub mod noise;
pub mod padme;
#[cfg(feature = "open")]
#[cfg(test)]
mod published;
mod random;
mod secret;
#[cfg(feature = "open")]
pub mod share;
pub mod sign;
pub mod stream;

pub use label::Label;
pub use random::{random_array, random_bytes};
pub use secret::{Secret, SecretBytes};

/// Nothing could be opened: the value is too short, was altered, or belongs to another key or context. Which
/// of these is not said, since the difference would only help an attacker.
#[cfg(feature = "open")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot be opened")]
#[non_exhaustive]
pub struct OpenError;
