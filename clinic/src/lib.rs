#![doc = include_str!("../README.md")]

mod audit;
mod authority;
mod bridge;
mod changes;
mod charts;
mod checkin;
mod config;
mod desk;
mod emergency;
mod http;
mod id;
mod identity;
mod keys;
mod messages;
mod problem;
mod reconcile;
#[doc(hidden)]
#[path = "../../core/record/src/sabotage.rs"]
pub mod sabotage;
mod scan;
mod schema;
mod serve;
mod staff;
mod store;
mod visit;

pub use authority::AuthorityError;
pub use config::Config;
pub use keys::KeyError;
pub use pocketchart_serving::Clock;
pub use serve::{ClinicError, Listening, NewClinic, run, serve};
pub use store::StoreError;
