use super::{hex, hex_array, vectors};
use crate::hazmat::Stream;
use crate::{Secret, stream::StreamOpener};

#[test]
fn streams_of_another_project() {
    let vectors = vectors!("secretstream.json");
    let mut chunks = 0;
    for vector in &vectors {
        let (key, header) = (hex_array(vector, "key"), hex_array(vector, "header"));
        let mut stream = Stream::pull_side(&key, &header);
        let mut opener = StreamOpener::new(&Secret::from_bytes(key), &header);
        for chunk in vector["chunks"].as_array().unwrap() {
            let (sealed, ad, plain) = (hex(chunk, "ciphertext"), hex(chunk, "ad"), hex(chunk, "message"));
            let mut out = vec![0; plain.len()];
            let tag = stream.pull(&mut out, &sealed, &ad).unwrap();
            assert_eq!((u64::from(tag), &out), (chunk["tag"].as_u64().unwrap(), &plain));
            assert_eq!(opener.pull(&sealed, &ad).unwrap(), (plain, tag == 3));
            chunks += 1;
        }
    }
    assert_eq!((vectors.len(), chunks), (3, 9));
}
