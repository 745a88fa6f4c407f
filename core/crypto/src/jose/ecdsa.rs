//! What ES256 and ES384 have in common: ECDSA, each on its own curve. Signatures are deterministic (RFC 6979), and are r and s, not DER.

/// A private key on the curve of a crate, whose secret number has `$size` bytes, and whose signatures have `$signature` bytes.
macro_rules! signing_key {
    ($(#[$doc:meta])* $algorithm:literal, $curve:ident, $name:literal, $size:literal, $signature:literal) => {
        $(#[$doc])*
        pub struct SigningKey($curve::ecdsa::SigningKey);

        impl SigningKey {
            /// A new key from the system's random source.
            pub fn random() -> Self {
                // Hardly any draw is no key: about one in 2³² on P-256, one in 2¹⁹⁴ on P-384.
                loop {
                    if let Ok(key) = Self::from_secret(&$crate::Secret::random()) {
                        return key;
                    }
                }
            }

            #[doc = concat!("The key of a secret number, ", $size, " bytes, most significant first.")]
            ///
            /// # Errors
            /// [`BadKey`] if it is 0, or not below the order of the curve.
            pub fn from_secret(secret: &$crate::Secret<$size>) -> Result<Self, BadKey> {
                $curve::ecdsa::SigningKey::from_slice(secret.expose())
                    .map(Self)
                    .map_err(|_| BadKey)
            }

            /// The secret number, to be kept sealed.
            pub fn to_secret(&self) -> $crate::Secret<$size> {
                $crate::Secret::from_bytes(self.0.to_bytes().into())
            }

            #[doc = concat!("Signs a message: ", $signature, " bytes.")]
            pub fn sign(&self, message: &[u8]) -> [u8; $signature] {
                let signature: $curve::ecdsa::Signature =
                    $curve::ecdsa::signature::Signer::sign(&self.0, message);
                signature.to_bytes().into()
            }
        }

        impl std::fmt::Debug for SigningKey {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!($algorithm, "::SigningKey(..)"))
            }
        }

        /// These bytes are no key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
        #[error("not a key of {}", $name)]
        #[non_exhaustive]
        pub struct BadKey;
    };
}

pub(super) use signing_key;

/// The coordinates of a point that SEC1 writes uncompressed: a byte, and two numbers of `N` bytes.
pub(super) fn coordinates<const N: usize>(point: &[u8]) -> ([u8; N], [u8; N]) {
    let half = |from: usize| {
        let half = point.get(from..from + N);
        half.and_then(|it| it.try_into().ok()).unwrap_or([0; N])
    };
    (half(1), half(1 + N))
}
