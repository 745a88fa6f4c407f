//! Sealing what is too large for one piece: backups and attachments, chunk by chunk
//! (`crypto_secretstream_xchacha20poly1305`). Chunks cannot be reordered, dropped, or cut off at the end.

#[cfg(feature = "open")]
use crate::OpenError;
use crate::{Secret, hazmat};

/// Bytes that a sealed chunk is longer than its plaintext.
pub const CHUNK_OVERHEAD: usize = hazmat::STREAM_OVERHEAD;

/// Bytes of the header, which the opener needs first.
pub const HEADER: usize = 24;

/// Seals a sequence of chunks.
pub struct StreamSealer(hazmat::Stream);

impl StreamSealer {
    /// Starts a stream under `key`; the header goes in front of the chunks.
    pub fn new(key: &Secret<32>) -> (Self, [u8; HEADER]) {
        let (state, header) = hazmat::Stream::push_side(key.expose());
        (Self(state), header)
    }

    /// Seals the next chunk with its context `ad`. The last one must say so: without it the opener cannot
    /// tell a whole stream from one that was cut off.
    pub fn push(&mut self, chunk: &[u8], ad: &[u8], last: bool) -> Vec<u8> {
        let mut sealed = vec![0; chunk.len() + CHUNK_OVERHEAD];
        let done = self.0.push(&mut sealed, chunk, ad, last);
        debug_assert!(done, "the lengths fit");
        sealed
    }
}

/// Opens a sequence of chunks. The stream is whole only once a chunk came with `true`.
///
/// ```
/// use pocketchart_crypto::{Secret, stream::{StreamOpener, StreamSealer}};
///
/// let key = Secret::random();
/// let (mut sealer, header) = StreamSealer::new(&key);
/// let sealed = [sealer.push(b"first", b"", false), sealer.push(b"second", b"", true)];
///
/// let mut opener = StreamOpener::new(&key, &header);
/// assert_eq!(opener.pull(&sealed[0], b"").unwrap(), (b"first".to_vec(), false));
/// assert_eq!(opener.pull(&sealed[1], b"").unwrap(), (b"second".to_vec(), true));
/// ```
#[cfg(feature = "open")]
pub struct StreamOpener(hazmat::Stream);

#[cfg(feature = "open")]
impl StreamOpener {
    /// Starts with the key and the header that [`StreamSealer::new`] gave.
    pub fn new(key: &Secret<32>, header: &[u8; HEADER]) -> Self {
        Self(hazmat::Stream::pull_side(key.expose(), header))
    }

    /// Opens the next chunk and says whether it was the last.
    ///
    /// # Errors
    /// [`OpenError`] if it was altered, is out of order, or has another key or context. The opener then
    /// still waits for the right chunk.
    pub fn pull(&mut self, sealed: &[u8], ad: &[u8]) -> Result<(Vec<u8>, bool), OpenError> {
        let mut chunk = vec![0; sealed.len().checked_sub(CHUNK_OVERHEAD).ok_or(OpenError)?];
        let tag = self.0.pull(&mut chunk, sealed, ad).ok_or(OpenError)?;
        Ok((chunk, tag == hazmat::STREAM_FINAL))
    }
}
