//! The tables, and how those of an older version become those of this one. What a row says is sealed; in the clear stand only names
//! that say nothing, and times without a person.

use rusqlite::Transaction;

use crate::store::StoreError;

/// Each brings the tables one version further. Written once, it is never changed. Times are seconds since 1970.
const MIGRATIONS: &[&[&str]] = &[
    &[
        // The latest time that was seen: what is over stays over, whatever the clock says later.
        "CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), latest INTEGER NOT NULL) STRICT",
        "CREATE TABLE account (id BLOB PRIMARY KEY, login BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        // `login` is a keyed hash, of an account's name or of one that nobody has.
        "CREATE TABLE attempt (login BLOB PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        // `token` is a hash.
        "CREATE TABLE session (token BLOB PRIMARY KEY, account BLOB NOT NULL, used INTEGER NOT NULL,
        ends INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE event (number INTEGER PRIMARY KEY, link BLOB NOT NULL, sealed BLOB NOT NULL) STRICT",
        "CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sealed BLOB NOT NULL) STRICT",
        "CREATE TABLE chart (id BLOB PRIMARY KEY, until INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        // What the patient's device stated, under a key that stands in the chart's row alone.
        "CREATE TABLE extract (chart BLOB PRIMARY KEY, head BLOB NOT NULL, content BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE receipt (id BLOB PRIMARY KEY, ended INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    ],
    &[
        "CREATE TABLE bridge (id INTEGER PRIMARY KEY CHECK (id = 1), sealed BLOB NOT NULL) STRICT",
        // `name` is a keyed hash of the patient's key.
        "CREATE TABLE link (name BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        // `due` is when it is tried next, none once it waits for nothing but a person; `done` is when it came to its end.
        "CREATE TABLE outbox (id BLOB PRIMARY KEY, due INTEGER, done INTEGER, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        // What the clinic's server has of ours. `name` is a keyed hash of our name for it.
        "CREATE TABLE written (name BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    ],
    // `waits` says that the record of its chart is needed for it still.
    &[
        "CREATE TABLE visit (id BLOB PRIMARY KEY, chart BLOB NOT NULL, waits INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX visit_of_chart ON visit (chart)",
    ],
    &[
        // `link` is a keyed hash; `waits` says that nobody has answered.
        "CREATE TABLE checkin (id BLOB PRIMARY KEY, link BLOB NOT NULL UNIQUE, waits INTEGER NOT NULL, until INTEGER NOT NULL,
        sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        // As it came.
        "CREATE TABLE checkin_answer (checkin BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT",
    ],
    // What the clinic's server said of a chart's patient, under a key that stands in the chart's row alone.
    &["CREATE TABLE inbound (chart BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID"],
    &[
        // `id` is a keyed hash.
        "CREATE TABLE passkey (id BLOB PRIMARY KEY, account BLOB NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX passkey_of_account ON passkey (account)",
        // Whether it began with a passkey, or has had one proved since.
        "ALTER TABLE session ADD COLUMN by_passkey INTEGER NOT NULL DEFAULT 0",
        "CREATE TABLE rules (id INTEGER PRIMARY KEY CHECK (id = 1), sealed BLOB NOT NULL) STRICT",
    ],
    // How the patient's device that gave a chart is reached, until it was told that the chart was deleted.
    &["CREATE TABLE host (chart BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID"],
    // Files that go with a visit.
    &[
        "CREATE TABLE visit_file (id BLOB PRIMARY KEY, visit BLOB NOT NULL, sealed BLOB NOT NULL) STRICT",
        "CREATE INDEX file_of_visit ON visit_file (visit)",
    ],
    &[
        // What the clinic wrote to patients.
        "CREATE TABLE message (id BLOB PRIMARY KEY, chart BLOB NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX message_of_chart ON message (chart)",
        // What a patient wrote that nobody has read, by name alone, under a key that stands in the chart's row alone.
        "CREATE TABLE inbox (chart BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    ],
];

/// Brings the tables up to date.
pub(crate) fn migrate(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let done: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let done = usize::try_from(done).map_err(|_| StoreError::Row)?;
    let ahead = MIGRATIONS.get(done..).ok_or(StoreError::Newer)?;
    for statement in ahead.iter().copied().flatten() {
        transaction.execute(statement, [])?;
    }
    let version = i64::try_from(MIGRATIONS.len()).map_err(|_| StoreError::Row)?;
    Ok(transaction.pragma_update(None, "user_version", version)?)
}
