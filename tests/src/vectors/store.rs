//! The sealed store: header and rows as they lie in the file.

use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed, joined};
use data_encoding::HEXLOWER;
use pocketchart_record::*;
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use std::path::Path;

pub(super) const FORMAT: Format = Format {
    name: "store",
    read,
    make,
};

/// A row: space, key, value.
type Row = (u8, Vec<u8>, Vec<u8>);

const TABLES: &str = "
    CREATE TABLE header(value BLOB NOT NULL) STRICT;
    CREATE TABLE row(space INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
                     PRIMARY KEY(space, key)) STRICT, WITHOUT ROWID;";

fn read(input: &Input) -> Result<Value, Refused> {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), input);
    let setup = joined::setup(folder.path(), Context::system(), input.uint("seen"));
    let unlock = Unlock::passphrase(input.text("passphrase"));
    let mut record = Record::open(setup, &unlock, Rollback::Refuse).map_err(|error| match error {
        OpenError::Store(error) => refused(&error),
        other => Refused::new("other", other),
    })?;
    let commit = record.commits();
    let verified = record.verify().map_err(|error| refused(&error))?;
    if !verified.faults.is_empty() {
        return Err(Refused::new("altered", ""));
    }
    Ok(json!({
        "commit": commit,
        "record": hex(&record.id().0),
        "author": hex(&record.author().0),
        "device": hex(&record.device().0),
        "rows": verified.rows,
        "entries": joined::entries(&record),
    }))
}

fn refused(error: &StoreError) -> Refused {
    let class = match error {
        StoreError::WrongKey => "wrong-key",
        StoreError::Newer(_) => "newer",
        StoreError::RolledBack => "rolled-back",
        StoreError::Altered(_) => "altered",
        _ => "other",
    };
    Refused::new(class, "")
}

/// Makes the file that the input describes.
fn lay(folder: &Path, input: &Input) {
    let connection = Connection::open(folder.join("record.db")).unwrap();
    connection.execute_batch(TABLES).unwrap();
    connection
        .pragma_update(None, "user_version", input.get("format").as_i64())
        .unwrap();
    connection
        .execute("INSERT INTO header VALUES (?1)", [input.bytes("header")])
        .unwrap();
    for row in input.get("rows").as_array().unwrap() {
        let unhex = |value: &Value| HEXLOWER.decode(value.as_str().unwrap().as_bytes()).unwrap();
        let row = params![row[0].as_i64(), unhex(&row[1]), unhex(&row[2])];
        connection
            .execute("INSERT INTO row VALUES (?1, ?2, ?3)", row)
            .unwrap();
    }
}

/// Header and rows of a store.
fn taken(folder: &Path) -> (Vec<u8>, Vec<Row>) {
    let connection = Connection::open(folder.join("record.db")).unwrap();
    let header = connection
        .query_row("SELECT value FROM header", [], |row| row.get(0))
        .unwrap();
    let mut statement = connection
        .prepare("SELECT space, key, value FROM row ORDER BY space, key")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    (header, rows.map(Result::unwrap).collect())
}

fn rows(rows: &[Row]) -> Input {
    let rows = rows
        .iter()
        .map(|(space, key, value)| json!([space, HEXLOWER.encode(key), HEXLOWER.encode(value)]));
    Input::default().with("rows", rows.collect::<Value>())
}

const PASSPHRASE: &str = "correct horse, bättery staple";

fn make(to: &mut Vec<Vector>) {
    let folder = tempfile::tempdir().unwrap();
    let setup = joined::setup(folder.path(), fixed::context("store"), 0);
    let welcome = Welcome::from_bytes(&joined::welcome("phone")).unwrap();
    let applicant = Applicant::new(&fixed::context("phone"));
    let unlock = Unlock::passphrase(PASSPHRASE);
    let mut record = Record::join(setup, applicant, welcome, &unlock, KdfLevel::Fast).unwrap();
    let entry = |text: &str| NewEntry {
        media: Some("text/plain".into()),
        ..NewEntry::new(Section::Results, Entry::SOURCE, text.as_bytes().to_vec())
    };
    record.append(vec![entry("glucose 5.4")]).unwrap();
    drop(record);
    let (_, early) = taken(folder.path());
    let setup = joined::setup(folder.path(), fixed::context("store, later"), 0);
    let mut record = Record::open(setup, &unlock, Rollback::Refuse).unwrap();
    record.append(vec![entry("glucose 5.6")]).unwrap();
    let commit = record.commits();
    drop(record);
    let (header, late) = taken(folder.path());

    let whole = Input::default()
        .with("format", 1)
        .with("passphrase", PASSPHRASE)
        .with("seen", commit)
        .with_bytes("header", &header)
        .repaired(&rows(&late));
    let mut maker = Maker::new(FORMAT, to);
    maker.good("two-entries", "A device's store with two results.", &whole);
    let before = whole.repaired(&rows(&early)).with("seen", commit - 1);
    maker.good("one-entry", "The same store before its last commit.", &before);

    other_file(&mut maker, &whole, &header, &early);
    other_rows(&mut maker, &whole, &early, &late);
}

/// Another header, passphrase, format, or an earlier file.
fn other_file(maker: &mut Maker, whole: &Input, header: &[u8], early: &[Row]) {
    let mut bad = |name: &str, fault: &str, class: &str, with: Input| {
        let mut repair = with.clone();
        repair
            .0
            .iter_mut()
            .for_each(|(name, value)| *value = whole.get(name).clone());
        maker.bad(name, fault, class, "", &whole.repaired(&with), repair);
    };
    let passphrase = Input::default().with("passphrase", "correct horse, battery staple");
    bad("passphrase", "Another passphrase.", "wrong-key", passphrase);
    bad(
        "format-2",
        "A format that does not exist yet.",
        "newer",
        Input::default().with("format", 2),
    );
    bad(
        "put-back",
        "The whole file is older than the last one seen.",
        "rolled-back",
        rows(early),
    );
    let altered = |at: usize| Input::default().with_bytes("header", &flipped(header, at));
    bad(
        "memory-altered",
        "One bit of how much memory Argon2id takes.",
        "wrong-key",
        altered(10),
    );
    bad("passes-0", "Argon2id is to pass no times.", "altered", altered(6));
    bad("salt-altered", "One bit of the salt.", "wrong-key", altered(12));
    bad(
        "wrapped-key-altered",
        "One bit of the wrapped key.",
        "wrong-key",
        altered(70),
    );
    let trailing = Input::default().with_bytes("header", &[header, &[0]].concat());
    bad(
        "header-trailing",
        "One byte after the header.",
        "altered",
        trailing,
    );
    let version = Input::default().with_bytes("header", &[&[0x85, 2], &header[2..]].concat());
    bad(
        "header-version-2",
        "A header that does not exist yet.",
        "altered",
        version,
    );
}

/// Rows that were changed, moved, copied, left out or put back.
fn other_rows(maker: &mut Maker, whole: &Input, early: &[Row], late: &[Row]) {
    let right = rows(late);
    let mut bad = |name: &str, fault: &str, change: &dyn Fn(&mut Vec<Row>)| {
        let mut changed = late.to_vec();
        change(&mut changed);
        maker.bad(
            name,
            fault,
            "altered",
            "",
            &whole.repaired(&rows(&changed)),
            right.clone(),
        );
    };
    let at = |space: u8| late.iter().position(|row| row.0 == space).unwrap();
    let statements = at(2);
    bad("row-altered", "One bit of a statement's row.", &|rows| {
        rows[statements].2 = flipped(&rows[statements].2, 60);
    });
    bad("version-altered", "One bit of a row's version.", &|rows| {
        rows[statements].2 = flipped(&rows[statements].2, 7);
    });
    bad("rows-swapped", "Two statements in each other's place.", &|rows| {
        let first = rows[statements].2.clone();
        rows[statements].2 = std::mem::replace(&mut rows[statements + 1].2, first);
    });
    bad("row-copied", "A statement under another name.", &|rows| {
        let mut copy = rows[statements].clone();
        copy.1[0] ^= 1;
        rows.push(copy);
    });
    bad("row-moved", "A row in another space.", &|rows| rows[at(4)].0 = 15);
    bad("row-missing", "A statement is missing.", &|rows| {
        drop(rows.remove(statements))
    });
    bad(
        "last-envelope-missing",
        "The last envelope is missing.",
        &|rows| {
            let last = rows.iter().rposition(|row| row.0 == 4).unwrap();
            rows.remove(last);
        },
    );
    bad("root-missing", "The root is missing.", &|rows| {
        drop(rows.remove(at(0)))
    });
    bad("row-put-back", "The feed's row of the commit before.", &|rows| {
        rows[at(5)] = early.iter().find(|row| row.0 == 5).unwrap().clone();
    });
    bad("page-put-back", "The page of the commit before.", &|rows| {
        rows[at(9)] = early.iter().find(|row| row.0 == 9).unwrap().clone();
    });
    bad("row-short", "A row of seven bytes.", &|rows| {
        rows[statements].2.truncate(7)
    });
}
