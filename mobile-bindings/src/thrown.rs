//! Errors that other languages catch.

/// An error with cases of its own, and those that every call has: the chart was locked before, the library panicked, and anything else
/// by the id of its message. The words of each case are the id of the message that explains it.
macro_rules! thrown {
    ($(#[$doc:meta])* $name:ident { $($variants:tt)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, thiserror::Error, uniffi::Error)]
        pub enum $name {
            $($variants)*
            /// The chart was locked before.
            #[error("chart-locked")]
            Locked,
            /// The library panicked. A chart that it was changing is locked.
            #[error("internal")]
            Internal,
            /// Anything else.
            #[error("{id}")]
            Failed {
                /// The message's id.
                id: String,
            },
        }

        #[uniffi::export]
        impl $name {
            /// The id of the message that explains it.
            pub fn message_id(&self) -> String {
                self.to_string()
            }
        }

        impl From<$crate::chart::Locked> for $name {
            fn from(_: $crate::chart::Locked) -> Self {
                Self::Locked
            }
        }

        impl From<$crate::caught::Panicked> for $name {
            fn from(_: $crate::caught::Panicked) -> Self {
                Self::Internal
            }
        }
    };
}

pub(crate) use thrown;
