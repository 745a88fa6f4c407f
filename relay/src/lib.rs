#![doc = include_str!("../README.md")]

mod challenge;
mod config;
mod http;
mod metrics;
#[doc(hidden)]
#[path = "../../core/record/src/sabotage.rs"]
pub mod sabotage;
mod serve;
mod service;
mod store;

pub use config::Config;
pub use pocketchart_serving::Clock;
pub use serve::{Listening, RelayError, run, serve};
pub use store::StoreError;
