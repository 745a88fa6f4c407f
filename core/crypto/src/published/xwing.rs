use super::{hex_array, vectors};
use crate::hazmat::{self, reference};

/// draft-connolly-cfrg-xwing-kem, appendix "Test vectors".
#[test]
fn draft_connolly_cfrg_xwing_kem() {
    let vectors = vectors!("xwing.json");
    for vector in &vectors {
        let mut secret = [0; 32];
        let public = hazmat::xwing_keypair(&mut secret, &hex_array(vector, "seed"));
        assert_eq!(secret, hex_array(vector, "sk"));
        assert_eq!(*public, hex_array(vector, "pk"));

        let (ciphertext, shared) =
            reference::xwing_encapsulate_with(&public, &hex_array(vector, "eseed")).unwrap();
        assert_eq!(ciphertext, hex_array(vector, "ct"));
        assert_eq!(shared, hex_array(vector, "ss"));

        let mut opened = [0; 32];
        assert!(hazmat::xwing_decapsulate(&mut opened, &ciphertext, &secret));
        assert_eq!(opened, shared);
    }
    assert_eq!(vectors.len(), 3);
}
