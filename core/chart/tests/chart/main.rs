//! The chart as an app uses it, on real files.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod attach;
mod audit;
mod backup;
mod beside;
mod card;
mod care;
mod carried;
mod contacts;
mod delegate;
mod deletions;
mod devices;
mod edit;
mod entering;
mod export;
mod given;
mod group;
mod health_card;
mod hospital;
mod import;
mod imports;
mod letters;
mod media;
mod medicine;
mod messages;
mod open;
mod pairs;
mod picture;
mod provenance;
mod read;
mod reconciled;
mod refuse;
mod relay;
mod sharing;
mod source_files;
mod sources;
mod standing;
