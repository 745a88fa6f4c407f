//! Negative control: a panic behind four bytes, which the fuzzer must find.

pub(crate) fn planted(data: &[u8]) {
    let begun = data
        .iter()
        .zip(b"PC\x01\xff")
        .take_while(|(one, other)| one == other);
    assert!(begun.count() < 4, "on purpose");
}
