//! What Pocketchart is measured against, each used as its own documentation shows.

use crate::data::Resource;
use automerge::sync::{State, SyncDoc};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ROOT, ReadDoc};
use std::io::Write;

/// Plain SQLite: one row a resource, in clear.
pub mod plain_sqlite {
    use super::Resource;
    use rusqlite::Connection;
    use std::path::Path;

    pub fn open(file: &Path) -> Connection {
        let connection = Connection::open(file).expect("a database");
        connection.pragma_update(None, "journal_mode", "WAL").expect("WAL");
        connection.pragma_update(None, "synchronous", "FULL").expect("FULL");
        connection
            .execute_batch("CREATE TABLE IF NOT EXISTS row(id INTEGER PRIMARY KEY, section INTEGER, body BLOB)")
            .expect("a table");
        connection
    }

    pub fn add(connection: &Connection, resource: &Resource) {
        connection
            .prepare_cached("INSERT INTO row(section, body) VALUES (?1, ?2)")
            .and_then(|mut it| it.execute((resource.section.code(), &resource.body)))
            .expect("a row");
    }

    pub fn list(connection: &Connection, section: u8, most: u32) -> usize {
        let mut statement =
            connection.prepare_cached("SELECT body FROM row WHERE section = ?1 LIMIT ?2").expect("a query");
        let rows = statement.query_map((section, most), |row| row.get::<_, Vec<u8>>(0)).expect("rows");
        rows.map(|row| row.expect("a row").len()).sum()
    }
}

/// The fields that one sees of a resource, for documents of fields.
fn fields(resource: &Resource) -> Vec<(&'static str, String)> {
    let value: serde_json::Value = serde_json::from_slice(&resource.body).unwrap_or_default();
    let text = |path: &str| value.pointer(path).map(ToString::to_string).unwrap_or_default();
    vec![
        ("type", resource.kind.clone()),
        ("id", text("/id")),
        ("code", text("/code/coding/0/code")),
        ("display", text("/code/coding/0/display")),
        ("when", text("/effectiveDateTime")),
        ("value", text("/valueQuantity/value")),
        ("unit", text("/valueQuantity/unit")),
        ("status", text("/status")),
    ]
}

/// One Automerge document, a map of fields for each resource.
pub fn automerge_of(resources: &[Resource]) -> AutoCommit {
    let mut document = AutoCommit::new();
    for (number, resource) in resources.iter().enumerate() {
        automerge_add(&mut document, number, resource);
    }
    document.commit();
    document
}

pub fn automerge_add(document: &mut AutoCommit, number: usize, resource: &Resource) {
    let entry = document.put_object(ROOT, number.to_string(), automerge::ObjType::Map).expect("a map");
    for (key, value) in fields(resource) {
        document.put(&entry, key, value).expect("a field");
    }
}

/// Automerge with the body as one string, so that nothing is left out.
pub fn automerge_put_body(document: &mut AutoCommit, number: usize, resource: &Resource) {
    let body = String::from_utf8_lossy(&resource.body).into_owned();
    document.put(ROOT, format!("body{number}"), body).expect("a body");
    document.commit();
}

pub fn automerge_read(bytes: &[u8], most: usize) -> usize {
    let document = AutoCommit::load(bytes).expect("a document");
    let mut seen = 0;
    for key in document.keys(ROOT).take(most) {
        if let Ok(Some((_, entry))) = document.get(ROOT, key) {
            for field in ["display", "value", "when"] {
                seen += document.get(&entry, field).map(|it| it.map_or(0, |(it, _)| it.to_string().len())).unwrap_or(0);
            }
        }
    }
    seen
}

/// Bytes and round trips of Automerge's own sync until both agree.
pub fn automerge_sync(left: &mut AutoCommit, right: &mut AutoCommit, states: &mut (State, State)) -> (usize, f64) {
    let (mut bytes, mut turns) = (0, 0);
    loop {
        let mut quiet = true;
        if let Some(message) = left.sync().generate_sync_message(&mut states.0) {
            let message = message.encode();
            bytes += message.len();
            turns += 1;
            quiet = false;
            let message = automerge::sync::Message::decode(&message).expect("a message");
            right.sync().receive_sync_message(&mut states.1, message).expect("taken");
        }
        if let Some(message) = right.sync().generate_sync_message(&mut states.1) {
            let message = message.encode();
            bytes += message.len();
            turns += 1;
            quiet = false;
            let message = automerge::sync::Message::decode(&message).expect("a message");
            left.sync().receive_sync_message(&mut states.0, message).expect("taken");
        }
        if quiet {
            return (bytes, f64::from(turns) / 2.0);
        }
    }
}

/// loro: bytes of the update for one more resource, and of the version vector that asks for it.
pub fn loro_update(resources: &[Resource], one: &Resource) -> (usize, usize) {
    let document = loro::LoroDoc::new();
    let map = document.get_map("record");
    for (number, resource) in resources.iter().enumerate() {
        map.insert(&number.to_string(), String::from_utf8_lossy(&resource.body).into_owned()).expect("inserted");
    }
    document.commit();
    let before = document.oplog_vv();
    map.insert("new", String::from_utf8_lossy(&one.body).into_owned()).expect("inserted");
    document.commit();
    let update = document.export(loro::ExportMode::updates(&before)).expect("an update");
    (update.len(), before.encode().len())
}

/// yrs: the same.
pub fn yrs_update(resources: &[Resource], one: &Resource) -> (usize, usize) {
    use yrs::updates::encoder::Encode;
    use yrs::{Doc, Map, ReadTxn, Transact};
    let document = Doc::new();
    let map = document.get_or_insert_map("record");
    {
        let mut transaction = document.transact_mut();
        for (number, resource) in resources.iter().enumerate() {
            let body = String::from_utf8_lossy(&resource.body).into_owned();
            map.insert(&mut transaction, number.to_string(), body);
        }
    }
    let before = document.transact().state_vector();
    {
        let mut transaction = document.transact_mut();
        map.insert(&mut transaction, "new", String::from_utf8_lossy(&one.body).into_owned());
    }
    let update = document.transact().encode_diff_v1(&before);
    (update.len(), before.encode_v1().len())
}

pub fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("written");
    encoder.finish().expect("finished").len()
}

pub fn zstd(bytes: &[u8], level: i32) -> usize {
    zstd::bulk::compress(bytes, level).expect("compressed").len()
}
