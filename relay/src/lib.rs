#![doc = include_str!("../README.md")]

mod challenge;
mod clock;
mod config;
mod http;
mod limits;
mod metrics;
#[doc(hidden)]
#[path = "../../core/record/src/sabotage.rs"]
pub mod sabotage;
mod serve;
mod service;
mod store;
mod tls;

pub use clock::Clock;
pub use config::Config;
pub use serve::{Listening, RelayError, run, serve};
pub use store::StoreError;
