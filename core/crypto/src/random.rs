use crate::hazmat;

/// Fills `out` from the system's cryptographic random source.
pub fn random_bytes(out: &mut [u8]) {
    hazmat::random(out);
}

/// `N` bytes from the system's cryptographic random source. For secrets take [`crate::Secret::random`],
/// which leaves no copy behind.
pub fn random_array<const N: usize>() -> [u8; N] {
    let mut out = [0; N];
    hazmat::random(&mut out);
    out
}
