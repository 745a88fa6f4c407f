//! That the guards are there: negative controls with planted faults, and the budget of unsafe code.

use std::path::Path;
use std::process::Command;

use super::{Guarded, reference};

/// Runs one ignored test of this program in a process of its own; true where it ended well.
fn survives(test: &str) -> bool {
    let program = std::env::current_exe().unwrap();
    let run = Command::new(program)
        .args(["--ignored", "--exact", &format!("hazmat::guards::{test}")])
        .output();
    run.unwrap().status.success()
}

#[test]
fn hidden_memory_cannot_be_read() {
    assert!(survives("planted_read_inside_with"), "the control of the control");
    assert!(!survives("planted_read_of_hidden_memory"));
}

#[test]
#[ignore = "planted fault, run by `hidden_memory_cannot_be_read`"]
fn planted_read_of_hidden_memory() {
    assert_eq!(reference::read_hidden(&Guarded::new(b"secret")), b's');
}

#[test]
#[ignore = "run by `hidden_memory_cannot_be_read`"]
fn planted_read_inside_with() {
    let guarded = Guarded::new(b"secret");
    assert_eq!(guarded.with(|_| reference::read_hidden(&guarded)), b's');
}

/// Passes by itself; valgrind must call it an error (README, "Memory").
#[test]
#[ignore = "planted fault for valgrind"]
fn planted_over_read() {
    std::hint::black_box(reference::read_past_end(&std::hint::black_box(vec![7; 40])));
}

/// Lines of code that are neither blank nor comment, in every file below `folder` whose path satisfies `which`.
fn lines(folder: &Path, which: &dyn Fn(&str) -> bool, count: &dyn Fn(&str) -> bool) -> usize {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .map(|path| match path.is_dir() {
            true => lines(&path, which, count),
            false if which(&path.to_string_lossy()) => std::fs::read_to_string(&path)
                .unwrap()
                .lines()
                .filter(|line| count(line))
                .count(),
            false => 0,
        })
        .sum()
}

/// security.md section 2: all unsafe code of the core is here, in at most 500 lines. With the test-only
/// calls it is at most 500 lines of code.
#[test]
fn unsafe_code_keeps_to_its_budget() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let here = |path: &str| path.contains("hazmat") && !path.ends_with("guards.rs");
    let shipped = lines(
        &src,
        &|path| here(path) && !path.ends_with("reference.rs"),
        &|_| true,
    );
    let code = |line: &str| !line.trim().is_empty() && !line.trim().starts_with("//");
    let all = lines(&src, &here, &code);
    println!("hazmat: {shipped} lines shipped, {all} lines of code with the tests' own calls");
    assert!(shipped <= 500 && all <= 500, "{shipped} {all}");

    let elsewhere = |path: &str| !path.contains("hazmat");
    assert_eq!(lines(&src, &elsewhere, &|line| line.contains("unsafe")), 0);
    assert!(
        lines(&src, &here, &|line| line.contains("unsafe {")) > 20,
        "the count sees them"
    );
}
