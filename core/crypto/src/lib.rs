//! Pocketchart's cryptography, on libsodium.
