//! Faults on purpose, for tests: a disk that loses power or fails, and memory that runs out. Nothing that
//! ships depends on this crate.
//!
//! # A disk that loses power
//!
//! [`CrashFs`] is a file system in memory below SQLite. It keeps, beside what programs see, what a disk would
//! hold: of what was written since a file's last sync, anything may be lost. [`CrashFs::crash`] makes the disk
//! of any moment, in one of six [`Mode`]s, as a new file system of its own.
//!
//! A test runs its work once on one `CrashFs`, and notes [`CrashFs::operations`] whenever something is
//! acknowledged. Then it goes through the crashes, opens each, and checks what had been acknowledged by then.
//!
//! ```
//! use pocketchart_faults::CrashFs;
//! use rusqlite::{Connection, OpenFlags};
//!
//! # fn main() -> rusqlite::Result<()> {
//! let open = |fs: &CrashFs| {
//!     Connection::open_with_flags_and_vfs(fs.path("record.db"), OpenFlags::default(), fs.vfs_name())
//! };
//! let fs = CrashFs::new(1);
//! let db = open(&fs)?;
//! db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (id INTEGER)")?;
//! db.execute("INSERT INTO entry VALUES (7)", ())?;
//! let acknowledged = fs.operations();
//!
//! for (crash, disk) in fs.crashes(1) {
//!     let db = open(&disk)?;
//!     if crash.at >= acknowledged {
//!         assert_eq!(db.query_row("SELECT id FROM entry", (), |row| row.get(0)), Ok(7), "{crash}");
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # A disk that fails
//!
//! [`CrashFs::inject`] lets the k-th call fail with an I/O error, a full disk or a short read. A test learns
//! from [`CrashFs::calls`] how many calls its work makes, and lets each of them fail in turn.
//!
//! # Memory that runs out
//!
//! [`without_memory`] runs a function while the operating system gives no more memory.

#![allow(
    unsafe_code,
    reason = "a file system below SQLite and a limit of the operating system are set through their C interfaces"
)]
#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

mod content;
mod crash;
mod disk;
mod fault;
mod lock;
mod memory;
mod shm;
mod storage;
mod vfs;

pub use self::{
    crash::{Crash, Mode},
    fault::{Fault, Repeat},
    memory::without_memory,
    storage::CrashFs,
};
