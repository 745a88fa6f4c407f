//! The files of tables as they stand in the library.

use super::rules::Value;

pub(crate) const FILES: [&[u8]; 2] = [
    include_bytes!("../../../core/knowledge/data/knowledge.cbor.zst"),
    include_bytes!("../../../core/knowledge/data/growth.cbor.zst"),
];

pub(crate) fn unpacked(compressed: &[u8]) -> Vec<u8> {
    zstd::bulk::decompress(compressed, 16 << 20).unwrap()
}

/// The same file with a few texts and the first table: small enough to break each item.
pub(crate) fn shortened(file: Value) -> Value {
    let Value::Array(mut parts) = file else {
        panic!("no array")
    };
    let Some(Value::Map(tables)) = parts.last_mut() else {
        panic!("no tables")
    };
    tables.truncate(1);
    let (_, Value::Array(table)) = &mut tables[0] else {
        panic!("no table")
    };
    for part in table {
        if let Value::Array(items) = part {
            items.truncate(3);
        }
    }
    if let Some(Value::Array(texts)) = parts.get_mut(2) {
        texts.truncate(3);
    }
    Value::Array(parts)
}
