use super::unhex;
use crate::hazmat;

/// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
#[test]
fn draft_irtf_cfrg_xchacha() {
    let plaintext =
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
                      sunscreen would be it.";
    let key: [u8; 32] = std::array::from_fn(|i| 0x80 + i as u8);
    let nonce: [u8; 24] = std::array::from_fn(|i| 0x40 + i as u8);
    let ad = unhex("50515253c0c1c2c3c4c5c6c7");
    let expected = unhex(concat!(
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb",
        "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452",
        "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9",
        "21f9664c97637da9768812f615c68b13b52e",
        "c0875924c1c7987947deafd8780acf49",
    ));

    let sealed = crate::aead::seal(
        &crate::Secret::from_bytes(key),
        &crate::aead::Nonce::from_bytes(nonce),
        &ad,
        plaintext,
    );
    assert_eq!(sealed[..24], nonce);
    assert_eq!(sealed[24..], expected);

    let mut opened = vec![0; plaintext.len()];
    assert!(hazmat::xchacha_open(&mut opened, &key, &nonce, &ad, &expected));
    assert_eq!(opened, plaintext);
}
