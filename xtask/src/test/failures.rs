//! Which of Rust's tests failed and what they said, told again at the end of a long output.

/// Lines that one failed test may take.
const LINES: usize = 30;

/// The failed tests of a step's output with the beginning of what each said.
pub(crate) fn of(output: &str) -> Vec<String> {
    let failed = output
        .lines()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    failed.map(|name| said(output, name)).collect()
}

fn said(output: &str, name: &str) -> String {
    let heading = format!("---- {name} stdout ----");
    let lines = output.lines().skip_while(|line| *line != heading).skip(1);
    let own = lines
        .take_while(|line| !line.starts_with("---- ") && *line != "failures:")
        .filter(|line| !line.trim().is_empty())
        .take(LINES);
    own.fold(name.to_owned(), |text, line| format!("{text}\n      {line}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_failed_test_is_named_with_its_words() {
        let output = "test a ... ok\ntest b::c ... FAILED\n\nsuccesses:\n\n---- a stdout ----\nSEED=1\n\n\
                      failures:\n\n---- b::c stdout ----\nSEED=2\npanicked at x\n\n\nfailures:\n    b::c\n";
        assert_eq!(super::of(output), ["b::c\n      SEED=2\n      panicked at x"]);
        assert!(super::of("test a ... ok\n").is_empty());
    }
}
