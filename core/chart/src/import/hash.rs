//! The hash by which a file that was brought in is known: one that every system's own tools can work out anew.

use sha2::{Digest, Sha256};
use std::io::{self, ErrorKind, Read};

/// SHA-256 of what is read, to its end, in bounded memory.
pub(super) fn sha256(mut from: impl Read) -> io::Result<[u8; 32]> {
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 64 << 10]);
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(read) => hasher.update(buffer.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
