//! The relay from outside: a real process, real HTTP, both stores.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod blind;
mod blobs;
mod captured;
mod client;
mod clocked;
mod clocks;
mod emergencies;
mod escrows;
mod grants;
mod hostile;
mod keys;
mod killed;
mod links;
mod mailboxes;
mod page;
mod parallel;
mod pipes;
mod postgres;
mod process;
mod refusals;
mod secrecy;
mod tls;
mod vaults;

use process::World;

/// What is asked of every store. Each is run on SQLite as a test of its own, and all on PostgreSQL in one.
macro_rules! on_every_store {
    ($($module:ident :: $name:ident),* $(,)?) => {
        const ON_EVERY_STORE: &[(&str, fn(&World))] = &[$((stringify!($name), $module::$name)),*];

        mod sqlite {
            $(#[test]
            fn $name() {
                crate::$module::$name(&crate::World::sqlite());
            })*
        }
    };
}

on_every_store! {
    clocks::one_that_jumps_revives_nothing,
    refusals::every_one_is_the_same,
    emergencies::is_given_after_the_notices_and_the_wait,
    emergencies::its_owner_stops_it,
    emergencies::its_copy_is_renewed,
    emergencies::its_form,
    emergencies::all_at_once,
    escrows::is_released_after_the_wait,
    escrows::its_owner_objects_and_all_contacts_override,
    escrows::approvals_that_are_not_good,
    escrows::its_owner_or_its_time_ends_it,
    escrows::as_the_model_says,
    escrows::asked_all_at_once,
    escrows::its_contacts_and_times_have_bounds,
    grants::one_outside_its_window_is_not_there,
    grants::is_given_as_often_as_was_said,
    grants::wrong_proofs_end_it,
    grants::its_owner_asks_and_revokes,
    grants::what_it_must_be,
    keys::everyone_reads_what_its_owner_puts,
    keys::only_public_keys_are_served,
    links::a_direct_one_is_its_file,
    links::a_manifest_has_files_and_tickets,
    links::wrong_passcodes_are_counted_for_life,
    links::its_owner_pauses_and_destroys,
    links::files_are_replaced,
    links::it_ends,
    mailboxes::a_letter_waits_for_its_reader,
    mailboxes::only_its_reader_reads,
    mailboxes::only_its_writer_writes,
    mailboxes::has_a_size,
    mailboxes::pages_are_of_bounded_length,
    parallel::redemptions_are_counted_exactly,
    parallel::guesses_are_counted_exactly,
    secrecy::nothing_there_looks_like_nothing_there,
    vaults::blobs_replace_blobs,
    vaults::only_its_key_opens_it,
}
