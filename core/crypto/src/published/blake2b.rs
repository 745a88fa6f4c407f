use super::{hex, vectors};
use crate::hazmat::Blake2b;

/// The designers' own list: every input length from 0 to 255, unkeyed and with a 64-byte key.
#[test]
fn known_answers_of_the_designers() {
    let vectors = vectors!("blake2b.json");
    let mut keyed = 0;
    for vector in &vectors {
        let key = hex(vector, "key");
        keyed += usize::from(!key.is_empty());
        let mut state = Blake2b::<64>::new(&key);
        state.update(&hex(vector, "in"));
        assert_eq!(state.finish().as_slice(), hex(vector, "out"));
    }
    assert_eq!((vectors.len(), keyed), (512, 256));
}
