//! Enums that say the same as one of the facade's, under a name of their own.

/// An enum with the variants of `$theirs`, and the way there. With `<->` also the way back.
macro_rules! mirror {
    ($(#[$doc:meta])* $ours:ident <-> $theirs:ty { $($(#[$variant_doc:meta])* $variant:ident,)* }) => {
        mirror! { $(#[$doc])* $ours <- $theirs { $($(#[$variant_doc])* $variant,)* } }

        impl From<$ours> for $theirs {
            fn from(it: $ours) -> Self {
                match it { $($ours::$variant => <$theirs>::$variant,)* }
            }
        }
    };
    ($(#[$doc:meta])* $ours:ident <- $theirs:ty { $($(#[$variant_doc:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Enum)]
        pub enum $ours { $($(#[$variant_doc])* $variant,)* }

        impl From<$theirs> for $ours {
            fn from(it: $theirs) -> Self {
                match it { $(<$theirs>::$variant => $ours::$variant,)* }
            }
        }
    };
}

pub(crate) use mirror;
