//! Every parser of foreign bytes, on real inputs, on all inputs that fuzzing kept, and on many changed ones. The
//! fuzzer itself: `fuzz/README.md`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test")]

use fastrand::Rng;
use pocketchart_tests::targets::{TARGETS, Target, mutate::mutated, seeds::seeds, target};
use std::collections::BTreeMap;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

const SEED: u64 = 1;

/// How many changed inputs of each target; `MUTATIONS` asks for more. Slow ones take a fiftieth.
fn mutations_wanted(target: &Target) -> u64 {
    let count = std::env::var("MUTATIONS")
        .ok()
        .and_then(|count| count.parse().ok());
    let count: u64 = count.unwrap_or(20_000);
    if target.slow { count / 50 } else { count }
}

fn kept(folder: &str) -> BTreeMap<PathBuf, (String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz").join(folder);
    let mut files = BTreeMap::new();
    for folder in std::fs::read_dir(&root).into_iter().flatten().map(Result::unwrap) {
        let name = folder.file_name().into_string().unwrap();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let path = file.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            files.insert(path, (name.clone(), bytes));
        }
    }
    files
}

#[test]
fn what_fuzzing_kept_is_survived() {
    for folder in ["crashers", "corpus"] {
        let files = kept(folder);
        println!("{}: {} files", folder, files.len());
        for (path, (name, bytes)) in files {
            let target = target(&name).unwrap_or_else(|| panic!("{}: no such target", path.display()));
            println!("{}", path.display());
            (target.run)(&bytes);
        }
    }
    assert!(
        TARGETS
            .iter()
            .all(|it| kept("corpus").values().any(|(name, _)| name == it.name))
    );
}

/// Changes inputs of a target until one panics; that one.
fn first_panic(run: fn(&[u8]), inputs: &[Vec<u8>], seed: u64, count: u64) -> Option<Vec<u8>> {
    let mut random = Rng::with_seed(seed);
    let mut pool = inputs.to_vec();
    for _ in 0..count {
        let data = {
            let input = &pool[random.usize(..pool.len())];
            let other = &pool[random.usize(..pool.len())];
            mutated(&mut random, input, other)
        };
        if catch_unwind(|| run(&data)).is_err() {
            return Some(data);
        }
        // Without coverage to steer by, now and then a changed input is changed further.
        if random.u8(..) == 0 && pool.len() < 2 * inputs.len() + 64 {
            pool.push(data);
        }
    }
    None
}

#[test]
fn changed_inputs_are_survived() {
    let mut inputs = BTreeMap::<&str, Vec<Vec<u8>>>::new();
    for (name, bytes) in seeds() {
        inputs.entry(name).or_default().push(bytes);
    }
    std::thread::scope(|scope| {
        for half in 0..2 {
            let inputs = &inputs;
            scope.spawn(move || {
                for target in TARGETS.iter().skip(half).step_by(2) {
                    let inputs = inputs
                        .get(target.name)
                        .unwrap_or_else(|| panic!("no input for {}", target.name));
                    for input in inputs {
                        (target.run)(input);
                    }
                    let count = mutations_wanted(target);
                    let found = first_panic(target.run, inputs, SEED, count);
                    if let Some(data) = found {
                        let shown: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
                        panic!("{}, seed {SEED}: {shown}", target.name);
                    }
                    println!("{}: {} inputs, {count} changed ones", target.name, inputs.len());
                }
            });
        }
    });
}

/// Negative control: a panic behind four bytes that one of the inputs almost has.
#[test]
fn a_planted_panic_is_found() {
    fn planted(data: &[u8]) {
        assert!(!data.windows(4).any(|it| it == b"PC\x00\xff"), "on purpose");
    }
    let found = first_panic(planted, &[b"PC\x00\x00 and more".to_vec()], SEED, 100_000);
    assert!(found.is_some());
}
