//! Sealed packets have lengths that tell little ([`pocketchart_wire::size`]): what is sealed ends in 0x80 and zeros.

use pocketchart_crypto::padme::{pad_to, strip};
use pocketchart_wire::size::packet_len;

/// What sealing with a key adds.
pub(crate) const SEAL: usize = pocketchart_crypto::aead::OVERHEAD;

/// Content, padded so that it has a packet's length once it is sealed with `overhead` bytes more; none if that is too long.
pub(crate) fn padded(content: Vec<u8>, overhead: usize) -> Option<Vec<u8>> {
    let len = packet_len(content.len() + 1 + overhead)?;
    pad_to(content, len - overhead)
}

/// What was padded.
pub(crate) fn unpadded(padded: Vec<u8>) -> Option<Vec<u8>> {
    strip(padded).ok()
}

#[cfg(test)]
mod tests {
    use super::{padded, unpadded};
    use pocketchart_wire::size::{LARGEST, is_packet};

    #[test]
    fn any_content_comes_back_and_only_lengths_of_packets_go_out() {
        for len in [0, 1, 4055, 4056, 4057, 70_000, LARGEST - 41] {
            let content = vec![0x80; len];
            let packet = padded(content.clone(), 40).unwrap();
            assert!(is_packet(packet.len() + 40), "{len}");
            assert_eq!(unpadded(packet), Some(content));
        }
        assert_eq!(padded(vec![0; LARGEST - 40], 40), None);
        assert_eq!(unpadded(vec![0; 9]), None);
        assert_eq!(unpadded(vec![1]), None);
    }
}
