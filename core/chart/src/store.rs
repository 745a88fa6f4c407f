//! Message ids of the store's errors, which every operation can meet.

use pocketchart_record::StoreError;

/// The id of the message that explains it.
pub(crate) fn message_id(error: &StoreError) -> &'static str {
    match error {
        StoreError::Missing => "store-missing",
        StoreError::Exists => "store-exists",
        StoreError::Busy => "store-busy",
        StoreError::WrongKey => "store-wrong-key",
        StoreError::Newer(_) => "store-newer",
        StoreError::RolledBack => "store-rolled-back",
        StoreError::Altered(_) => "store-altered",
        StoreError::Full => "store-full",
        StoreError::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => "store-full",
        StoreError::Io(error) if error.kind() == std::io::ErrorKind::PermissionDenied => "store-denied",
        _ => "store-failed",
    }
}
