//! What the relay gives out only after it has told somebody, and after a wait in which they can stop it: letters that lie
//! ready at the relay, sealed when they were left there (security.md sections 13 and 14).

use minicbor::{Decode, Encode};

use crate::{
    cbor::V1,
    mailbox::{LONGEST_HOURS, Post},
    size::is_packet,
};

/// Notices of one grant or escrow.
pub const MOST: usize = 16;
/// Bytes of a notice's packet.
pub const LONGEST: usize = 16 * 1024;

/// Whether these are as many and as long as notices may be. Each is a letter as its sender would post it; the mailbox should
/// be one of its own, since the relay keeps the letters of one grant together.
pub fn are_whole(notices: &[Post]) -> bool {
    let is_whole = |notice: &Post| {
        let len = notice.packet.len();
        is_packet(len) && len <= LONGEST && (1..=LONGEST_HOURS).contains(&notice.hours)
    };
    notices.len() <= MOST && notices.iter().all(is_whole)
}

/// Answers (status 202) who will be given what it asks for, unless it is stopped: ask again after the wait.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Waiting {
    #[n(0)]
    version: V1,
    /// Seconds until then.
    #[n(1)]
    pub seconds: u64,
}

impl Waiting {
    /// So many seconds more.
    pub fn new(seconds: u64) -> Self {
        Self { version: V1, seconds }
    }
}
