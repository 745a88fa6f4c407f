//! The tables, and how those of an older version become those of this one.
//!
//! No two rows of different mailboxes share an order or a time finer than an hour: it would tell which were written one
//! after the other, and so belong together.

use super::{StoreError, Transaction};

/// Each brings the tables one version further. Written once, it is never changed. `INT` has 8 bytes and `BYTES` any.
const MIGRATIONS: &[&[&str]] = &[&[
    // One row: what the relay makes challenges with.
    "CREATE TABLE setting (id INT PRIMARY KEY, challenge_key BYTES NOT NULL) ORDERED",
    // `until` is an hour since 1970, `n` the order in a box.
    "CREATE TABLE letter (mailbox BYTES NOT NULL, id BYTES NOT NULL, n INT NOT NULL, until INT NOT NULL,
        size INT NOT NULL, body BYTES NOT NULL, PRIMARY KEY (mailbox, id)) ORDERED",
    "CREATE INDEX letter_until ON letter (until)",
    // `half` is gone after the last use, `verifier` and `bundle` too when it is over; the rest waits for its owner.
    "CREATE TABLE grant_held (locator BYTES PRIMARY KEY, digest BYTES NOT NULL, owner BYTES NOT NULL,
        opens INT NOT NULL, ends INT NOT NULL, uses INT NOT NULL, attempts INT NOT NULL,
        verifier BYTES, half BYTES, bundle BYTES) ORDERED",
    "CREATE INDEX grant_ends ON grant_held (ends)",
    // `half` is the grant's, under a mask that only the redeemer's token makes.
    "CREATE TABLE take (locator BYTES NOT NULL, token BYTES NOT NULL, n INT NOT NULL, at INT NOT NULL,
        half BYTES, who BYTES NOT NULL, PRIMARY KEY (locator, token)) ORDERED",
    // `uses` is -1 where they are not counted.
    "CREATE TABLE link (name BYTES PRIMARY KEY, digest BYTES NOT NULL, owner BYTES NOT NULL, log_key BYTES NOT NULL,
        ends INT NOT NULL, uses INT NOT NULL, attempts INT NOT NULL, verifier BYTES, direct INT NOT NULL,
        changes INT NOT NULL, paused INT NOT NULL, ended INT NOT NULL, ticket_key BYTES NOT NULL,
        note BYTES NOT NULL) ORDERED",
    "CREATE INDEX link_ends ON link (ends)",
    "CREATE TABLE link_file (link BYTES NOT NULL, n INT NOT NULL, content INT NOT NULL, updated BYTES,
        size INT NOT NULL, body BYTES NOT NULL, PRIMARY KEY (link, n)) ORDERED",
    "CREATE TABLE link_access (link BYTES NOT NULL, n INT NOT NULL, body BYTES NOT NULL,
        PRIMARY KEY (link, n)) ORDERED",
    // `day` is one since 1970.
    "CREATE TABLE blob (vault BYTES NOT NULL, id BYTES NOT NULL, n INT NOT NULL, day INT NOT NULL,
        size INT NOT NULL, body BYTES NOT NULL, PRIMARY KEY (vault, id)) ORDERED",
], &[
    "CREATE TABLE key_set (id BYTES PRIMARY KEY, ends INT NOT NULL, body BYTES NOT NULL) ORDERED",
    "CREATE INDEX key_set_ends ON key_set (ends)",
], &[
    // Of a grant that is given after a wait, in seconds; `ready` is when that is over.
    "ALTER TABLE grant_held ADD COLUMN wait INT NOT NULL DEFAULT 0",
    "ALTER TABLE grant_held ADD COLUMN notices BYTES",
    "ALTER TABLE take ADD COLUMN ready INT NOT NULL DEFAULT 0",
    "ALTER TABLE take ADD COLUMN stopped INT NOT NULL DEFAULT 0",
    // `ending` says that it takes no new requests; `secret`, `contacts` and `notices` are gone when it is over.
    "CREATE TABLE escrow (name BYTES PRIMARY KEY, digest BYTES NOT NULL, owner BYTES NOT NULL, ends INT NOT NULL,
        ending INT NOT NULL, needed INT NOT NULL, wait INT NOT NULL, secret BYTES, contacts BYTES,
        notices BYTES) ORDERED",
    "CREATE INDEX escrow_ends ON escrow (ends)",
    // `approvals` and `despite` have a bit for each contact; `vetoed` and `unanimous` are 0 until they happen.
    "CREATE TABLE escrow_request (escrow BYTES NOT NULL, device BYTES NOT NULL, at INT NOT NULL,
        approvals INT NOT NULL, despite INT NOT NULL, vetoed INT NOT NULL, unanimous INT NOT NULL,
        taken INT NOT NULL, PRIMARY KEY (escrow, device)) ORDERED",
], &[
    // A large body beside the database; until when it is kept, unless it becomes a row's own.
    "CREATE TABLE object (name BYTES PRIMARY KEY, size INT NOT NULL, until INT NOT NULL) ORDERED",
    "CREATE INDEX object_until ON object (until)",
    // What could not be absent before is now in `body` or in `object`.
    "ALTER TABLE letter RENAME TO letter_1",
    "DROP INDEX letter_until",
    "CREATE TABLE letter (mailbox BYTES NOT NULL, id BYTES NOT NULL, n INT NOT NULL, until INT NOT NULL,
        size INT NOT NULL, body BYTES, object BYTES, PRIMARY KEY (mailbox, id)) ORDERED",
    "INSERT INTO letter SELECT mailbox, id, n, until, size, body, NULL FROM letter_1",
    "DROP TABLE letter_1",
    "CREATE INDEX letter_until ON letter (until)",
    "ALTER TABLE link_file RENAME TO link_file_1",
    "CREATE TABLE link_file (link BYTES NOT NULL, n INT NOT NULL, content INT NOT NULL, updated BYTES,
        size INT NOT NULL, body BYTES, object BYTES, PRIMARY KEY (link, n)) ORDERED",
    "INSERT INTO link_file SELECT link, n, content, updated, size, body, NULL FROM link_file_1",
    "DROP TABLE link_file_1",
    "ALTER TABLE blob RENAME TO blob_1",
    "CREATE TABLE blob (vault BYTES NOT NULL, id BYTES NOT NULL, n INT NOT NULL, day INT NOT NULL,
        size INT NOT NULL, body BYTES, object BYTES, PRIMARY KEY (vault, id)) ORDERED",
    "INSERT INTO blob SELECT vault, id, n, day, size, body, NULL FROM blob_1",
    "DROP TABLE blob_1",
    "ALTER TABLE grant_held ADD COLUMN object BYTES",
], &[
    // For how many seconds after the wait it is given to whoever took it; 0 for as long as there is the grant.
    "ALTER TABLE grant_held ADD COLUMN access INT NOT NULL DEFAULT 0",
]];

/// How a database writes what differs.
pub(crate) struct Dialect {
    pub(super) int: &'static str,
    pub(super) bytes: &'static str,
    /// What a table ends with whose rows are to lie where their key belongs.
    pub(super) ordered: &'static str,
    /// Asks for the bytes in use.
    pub(super) size: &'static str,
}

impl Dialect {
    fn translate(&self, statement: &str) -> String {
        let translated = statement.replace(" BYTES", &format!(" {}", self.bytes));
        let translated = translated.replace(" INT ", &format!(" {} ", self.int));
        translated.replace(" ORDERED", &format!(" {}", self.ordered))
    }
}

/// Brings the tables up to date. Of two processes that start at once, one does it and the other waits.
pub(super) fn migrate(transaction: &mut dyn Transaction) -> Result<(), StoreError> {
    transaction.lock(b"pocketchart/tabl")?;
    let dialect = transaction.dialect();
    let versions = "CREATE TABLE IF NOT EXISTS version (number INT NOT NULL)";
    transaction.execute(&dialect.translate(versions), &[])?;
    let done = match transaction.query("SELECT number FROM version", &[])?.first() {
        Some(row) => row.number::<usize>(0)?,
        None => {
            transaction.execute("INSERT INTO version (number) VALUES (0)", &[])?;
            0
        }
    };
    let ahead = MIGRATIONS.get(done..).ok_or(StoreError::Newer)?;
    for statement in ahead.iter().copied().flatten() {
        transaction.execute(&dialect.translate(statement), &[])?;
    }
    transaction.execute("UPDATE version SET number = $1", &[MIGRATIONS.len().into()])?;
    Ok(())
}
