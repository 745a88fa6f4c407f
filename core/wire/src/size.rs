//! Lengths that hide lengths (security.md sections 15 and 16).

use pocketchart_crypto::padme::padme_len;

/// The shortest sealed packet.
pub const SMALLEST: usize = 4 * 1024;
/// The longest sealed packet; longer contents are split.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// Whether a packet has one of the lengths that packets have: a Padmé length from 4 KiB to 4 MiB.
///
/// ```
/// use pocketchart_wire::size::{is_packet, packet_len};
///
/// assert!(is_packet(4096) && is_packet(4352) && !is_packet(4353) && !is_packet(64));
/// assert_eq!(packet_len(4225), Some(4352));
/// ```
pub const fn is_packet(len: usize) -> bool {
    SMALLEST <= len && len <= LARGEST && padme_len(len) == len
}

/// The length of the packet for sealed content of `len` bytes; none if it has to be split.
pub const fn packet_len(len: usize) -> Option<usize> {
    let padded = padme_len(if len < SMALLEST { SMALLEST } else { len });
    if padded <= LARGEST { Some(padded) } else { None }
}
