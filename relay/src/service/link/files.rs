//! The encrypted files of a link.

use pocketchart_wire::link::Content;

use crate::store::{Body, StoreError, Transaction, Value, release};

/// What a manifest says of a file.
pub(crate) struct Described {
    pub(crate) n: u8,
    pub(crate) content: Content,
    pub(crate) updated: Option<String>,
    pub(crate) size: usize,
}

/// The files of a link, in order.
pub(super) fn list(transaction: &mut dyn Transaction, name: &[u8; 16]) -> Result<Vec<Described>, StoreError> {
    let sql = "SELECT n, content, updated, size FROM link_file WHERE link = $1 ORDER BY n";
    transaction
        .query(sql, &[name.into()])?
        .into_iter()
        .map(|mut row| {
            let content = Content::ALL.get(row.number::<usize>(1)?).copied();
            Ok(Described {
                n: row.number(0)?,
                content: content.ok_or(StoreError::Row)?,
                updated: row.bytes(2)?.map(text).transpose()?,
                size: row.number(3)?,
            })
        })
        .collect()
}

/// A file of a link.
pub(super) fn get(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    n: u8,
) -> Result<Option<Body>, StoreError> {
    let sql = "SELECT body, object FROM link_file WHERE link = $1 AND n = $2";
    let mut rows = transaction.query(sql, &[name.into(), i64::from(n).into()])?;
    Ok(rows.first_mut().map(|row| row.body(0)).transpose()?.flatten())
}

/// A file that comes.
pub(crate) struct Coming {
    pub(crate) content: Content,
    pub(crate) updated: Option<String>,
    pub(crate) size: usize,
    pub(crate) body: Body,
}

/// Writes the files of a link that has none.
pub(super) fn write(
    transaction: &mut dyn Transaction,
    name: &[u8; 16],
    files: Vec<Coming>,
    now: u64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO link_file (link, n, content, updated, size, body, object)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    for (n, file) in files.into_iter().enumerate() {
        let updated = file.updated.as_ref();
        let [body, object] = file.body.claim(transaction, now)?;
        let values: [Value; 7] = [
            name.into(),
            n.into(),
            (file.content as i64).into(),
            updated.map_or(Value::NoBytes, |updated| updated.as_bytes().into()),
            file.size.into(),
            body,
            object,
        ];
        transaction.execute(sql, &values)?;
    }
    Ok(())
}

/// Deletes all files of a link.
pub(super) fn delete(transaction: &mut dyn Transaction, name: &[u8; 16]) -> Result<(), StoreError> {
    release(transaction, ("link_file", "link = $1"), &[name.into()])?;
    transaction.execute("DELETE FROM link_file WHERE link = $1", &[name.into()])?;
    Ok(())
}

fn text(bytes: Vec<u8>) -> Result<String, StoreError> {
    String::from_utf8(bytes).map_err(|_| StoreError::Row)
}
