//! Which tests failed and what they said, told again at the end of a long output.

/// Lines that one failed test may take.
const LINES: usize = 30;
/// How our own scripts begin what they say of a failed check.
const FAILED: &str = "FAILED: ";

/// The failed tests of the output of a step that failed, with the beginning of what each said: Rust's, those of our own scripts, or,
/// where none is named, the last lines.
pub(crate) fn of(output: &str) -> Vec<String> {
    let rusts = |line: &str| {
        let name = line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
        Some(said(output, name))
    };
    let own = |line: &str| Some(line.split_once(FAILED)?.1.to_owned());
    let named: Vec<String> = output
        .lines()
        .filter_map(|it| rusts(it).or_else(|| own(it)))
        .collect();
    if named.is_empty() {
        vec![end(output)]
    } else {
        named
    }
}

/// The last lines.
fn end(output: &str) -> String {
    let mut lines: Vec<&str> = output.lines().rev().take(LINES).collect();
    lines.reverse();
    lines.join("\n      ")
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
    }

    #[test]
    fn a_failed_check_of_a_script_is_named_with_what_was_seen() {
        let output = "  1.0 s  ok: one\n  2.0 s  FAILED: two: (1, 2)\n1 passed, 1 failed, 0 skipped\n";
        assert_eq!(super::of(output), ["two: (1, 2)"]);
    }

    #[test]
    fn where_nothing_is_named_the_end_is_told() {
        let lines: Vec<String> = (0..40).map(|it| it.to_string()).collect();
        let told = super::of(&lines.join("\n"));
        assert!(
            told[0].starts_with("10\n      11") && told[0].ends_with("39"),
            "{told:?}"
        );
    }
}
