//! The program as people and scripts use it: real processes, real files, real sockets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

mod acknowledge;
mod audit;
mod card;
mod care;
mod carried;
mod cds_hooks;
mod checkin;
mod clinic;
mod clocked;
mod contacts;
mod delegate;
mod devices;
mod ending;
mod entering;
mod family;
mod health_files;
#[path = "../../../core/chart/tests/chart/hospital.rs"]
mod hospital;
mod importing;
mod incapacity;
mod killed;
mod life;
mod links;
mod messages;
mod people;
mod process;
mod reconcile;
mod recover;
mod refused;
mod relay;
mod scripting;
mod sharing;
mod sources;
mod standing;
mod terminal;
mod tour;
mod trends;
