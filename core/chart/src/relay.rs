//! Message ids of what a relay answers, which every operation that asks one can meet.

use pocketchart_share::relay::RelayError;

/// The id of the message that explains it.
pub(crate) fn message_id(error: RelayError) -> &'static str {
    match error {
        RelayError::Unreachable(_) => "relay-unreachable",
        RelayError::Busy(_) => "relay-busy",
        RelayError::Full => "relay-full",
        RelayError::NotLive => "relay-not-live",
        RelayError::Conflict => "relay-conflict",
        RelayError::NotTaken => "relay-not-taken",
        _ => "relay-none",
    }
}
