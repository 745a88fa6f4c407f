//! Every file of `tests/vectors`, read by the engine.

#![allow(clippy::unwrap_used, reason = "tests")]

use pocketchart_tests::vectors::{Expected, FORMATS, Input, Vector, folder, format, made};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// All files, by their path below the folder.
fn files() -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for format in fs::read_dir(folder())
        .unwrap()
        .map(Result::unwrap)
        .filter(|it| it.path().is_dir())
    {
        for file in fs::read_dir(format.path()).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            files.insert(path.strip_prefix(folder()).unwrap().to_owned(), text);
        }
    }
    files
}

fn vectors() -> Vec<Vector> {
    files()
        .iter()
        .map(|(path, text)| Vector::from_json(path, text))
        .collect()
}

#[test]
fn good_ones_mean_what_they_say_and_bad_ones_are_refused_for_the_reason_they_give() {
    let (mut good, mut bad) = (0, 0);
    for vector in vectors() {
        let path = vector.path();
        let read = format(&vector.format).unwrap().read;
        match (&vector.expected, read(&vector.input)) {
            (Expected::Means(meaning), read) => {
                assert_eq!(read.as_ref(), Ok(meaning), "{path:?}");
                good += 1;
            }
            (Expected::Refused { class, repair }, read_bad) => {
                assert_eq!(
                    read_bad.map_err(|refused| refused.class),
                    Err(class.clone()),
                    "{path:?}"
                );
                let repaired = read(&vector.input.repaired(repair));
                assert!(repaired.is_ok(), "{path:?} has another fault: {repaired:?}");
                bad += 1;
            }
        }
    }
    println!("{good} good and {bad} bad vectors of {} formats", FORMATS.len());
    assert!(good + bad >= 100);
}

#[test]
fn made_again_they_are_the_same() {
    let mut files = files();
    let (mut same, mut once) = (0, 0);
    for vector in made() {
        let path = vector.path();
        let text = files.remove(&path);
        assert!(text.is_some(), "{path:?} is not there");
        if vector.once {
            once += 1;
        } else {
            assert!(
                text.as_ref() == Some(&vector.to_json()),
                "{path:?} is made otherwise now"
            );
            same += 1;
        }
    }
    println!("{same} vectors are made again byte for byte; {once} hold the system's chance");
    assert!(
        files.is_empty(),
        "nothing makes these any more: {:?}",
        files.keys()
    );
}

/// Negative control: a good vector with one flipped bit must not pass.
#[test]
fn an_altered_good_one_does_not_pass() {
    let mut altered = 0;
    for vector in vectors() {
        let Expected::Means(meaning) = &vector.expected else {
            continue;
        };
        let read = format(&vector.format).unwrap().read;
        for (name, value) in &vector.input.0 {
            let Some(other) = flipped(value) else { continue };
            let mut input = vector.input.clone();
            input.0.insert(name.clone(), other);
            // Some inputs are not foreign at all, and those that read them may take them at their word.
            let read = std::panic::catch_unwind(|| read(&input));
            let same = matches!(&read, Ok(Ok(read)) if read == meaning);
            assert!(!same, "{:?} passes with another {name}", vector.path());
            altered += 1;
        }
    }
    println!("{altered} altered inputs did not pass");
    assert!(altered >= 100);
}

/// The same hexadecimal with one bit flipped, in the middle.
fn flipped(value: &Value) -> Option<Value> {
    let text = value
        .as_str()
        .filter(|text| text.len() >= 2 && text.len().is_multiple_of(2))?;
    let mut bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    Some(Value::String(data_encoding::HEXLOWER.encode(&bytes)))
}

#[test]
fn a_long_run_is_written_short_and_reads_back() {
    let bytes = [vec![1, 2, 3], vec![0; 5000], vec![4; 70], vec![5]].concat();
    let input = Input::default().with_bytes("bytes", &bytes);
    assert!(input.get("bytes").is_array());
    assert_eq!(input.bytes("bytes"), bytes);
}
