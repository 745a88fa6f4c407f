//! Inputs made from other inputs, for machines without a fuzzer.

use fastrand::Rng;

/// Numbers at which lengths and counts go wrong.
const EDGES: [u64; 12] = [
    0,
    1,
    23,
    24,
    0x7f,
    0xff,
    0x100,
    0xffff,
    0x1_0000,
    0x7fff_ffff,
    0xffff_ffff,
    u64::MAX,
];

/// One or several changes to an input; sometimes with a piece of another one.
pub fn mutated(random: &mut Rng, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut data = input.to_vec();
    for _ in 0..1 << random.u32(..4) {
        change(random, &mut data, other);
        data.truncate(1 << 16);
    }
    data
}

fn change(random: &mut Rng, data: &mut Vec<u8>, other: &[u8]) {
    let at = random.usize(..=data.len());
    let len = random.usize(..=(data.len() - at).min(40));
    match random.u8(..8) {
        0 => {
            if let Some(byte) = data.get_mut(at) {
                *byte ^= 1 << random.u8(..8);
            }
        }
        1 => {
            if let Some(byte) = data.get_mut(at) {
                *byte = random.u8(..);
            }
        }
        2 => drop(data.drain(at..at + len)),
        3 => {
            let piece = data[at..at + len].to_vec();
            let to = random.usize(..=data.len());
            data.splice(to..to, piece);
        }
        4 => {
            let from = random.usize(..=other.len());
            let piece = &other[from..(from + random.usize(..64)).min(other.len())];
            data.splice(at..at + len, piece.iter().copied());
        }
        5 => {
            let bytes = EDGES[random.usize(..EDGES.len())].to_be_bytes();
            let width = 1 << random.u32(..4);
            data.splice(at..at + len.min(width), bytes[8 - width..].iter().copied());
        }
        6 => {
            let noise: Vec<u8> = (0..random.usize(..16)).map(|_| random.u8(..)).collect();
            data.splice(at..at, noise);
        }
        _ => data.truncate(at),
    }
}
