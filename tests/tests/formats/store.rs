//! Opens a store as docs/formats.md says, without the engine.

use pocketchart_crypto::aead;
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::{Label, Secret, padme};
use pocketchart_record::cbor::{Reader, Writer};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// The header as it lies in the file.
pub(crate) fn header(folder: &Path) -> Vec<u8> {
    connect(folder)
        .query_row("SELECT value FROM header", [], |row| row.get(0))
        .unwrap()
}

/// Space, the bytes that its seal is bound to, and plaintext of every row.
pub(crate) fn rows(folder: &Path, platform_key: &Secret<32>) -> Vec<(u8, Vec<u8>, Vec<u8>)> {
    let row_key = expand(
        &data_key(&header(folder), platform_key),
        Label::new("row-key"),
        b"",
    );
    let connection = connect(folder);
    let mut statement = connection.prepare("SELECT space, key, value FROM row").unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut opened = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let (space, key, value): (u8, Vec<u8>, Vec<u8>) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        let (version, sealed) = value.split_first_chunk::<8>().unwrap();
        let mut place = Writer::default();
        place
            .array(3)
            .uint(space.into())
            .bytes(&key)
            .uint(u64::from_be_bytes(*version));
        let place = place.into_bytes();
        let padded = aead::open(&row_key, &place, sealed).unwrap();
        opened.push((space, place, padme::unpad(padded).unwrap()));
    }
    opened
}

fn connect(folder: &Path) -> Connection {
    Connection::open_with_flags(folder.join("record.db"), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
}

fn data_key(header: &[u8], platform_key: &Secret<32>) -> Secret<32> {
    let mut from = Reader::new(header);
    from.array_of(5).unwrap();
    assert_eq!(from.uint().unwrap(), 1);
    let mut next = || from.bytes().unwrap();
    let (params, salt, sealed, identity) = (next(), next(), next(), next());
    let ad = [&Label::new("store-header").to_bytes(), params, salt, identity].concat();
    let key = expand(platform_key, Label::new("data-key"), b"");
    Secret::from_slice(&aead::open(&key, &ad, sealed).unwrap()).unwrap()
}
