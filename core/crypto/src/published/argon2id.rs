use super::{hex, vectors};
use crate::hazmat;

/// Hashes made with the reference program, one lane. RFC 9106's own vector has four lanes and a secret, which
/// libsodium's function does not take, so it cannot be run.
#[test]
fn hashes_of_the_reference_program() {
    let vectors = vectors!("argon2id.json");
    for vector in &vectors {
        let expected = hex(vector, "pwhash");
        let mut out = vec![0; expected.len()];
        let text = |field: &str| vector[field].as_str().unwrap().as_bytes().to_vec();
        let number = |field: &str| vector[field].as_u64().unwrap();
        let salt = text("salt").try_into().unwrap();
        let memory = number("maxmem") as usize * 1024;
        assert!(hazmat::argon2id(
            &mut out,
            &text("passwd"),
            &salt,
            number("iters") as u32,
            memory
        ));
        assert_eq!(out, expected);
    }
    assert_eq!(vectors.len(), 10);
}
