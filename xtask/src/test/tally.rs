//! How many tests passed, failed and were not run, read from what test runners print.

use std::{fmt, ops::AddAssign};

/// In the reason of an ignored test that another test runs in a process of its own. It counts with that one.
pub(crate) const RUN_BY_ANOTHER: &[&str] = &["planted fault", "run by "];

/// Counts of one step, or of all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    /// The counts of a step's whole output.
    ///
    /// Counted are the summary lines of Rust's test runner, Maven Surefire and pytest, and our own
    /// (`N passed, N failed, N skipped`). A test that prints a line beginning with `not run` was let pass
    /// by its runner though it tested nothing: it counts as skipped.
    ///
    /// An ignored test that another test runs ([`RUN_BY_ANOTHER`]) is counted with that one. So is one that was let pass and
    /// prints a line beginning with `run by`: the step that it names runs it.
    ///
    /// A command that prints no counts is one test. One that failed has at least one failure, and one that
    /// is called a success by its counts alone is not: `success` is its exit status.
    pub(crate) fn of(output: &str, success: bool) -> Self {
        let mut tally = Self::default();
        let (mut not_run, mut run_by_another, mut run_elsewhere) = (0, 0, 0);
        for line in output.lines() {
            let line = line.trim();
            if let Some(counts) = libtest(line).or_else(|| surefire(line)).or_else(|| words(line)) {
                tally += counts;
            } else if line.starts_with("not run") {
                not_run += 1;
            } else if line.starts_with("run by ") {
                run_elsewhere += 1;
            } else if let Some((_, reason)) = line.split_once(" ... ignored, ") {
                let by_another = RUN_BY_ANOTHER.iter().any(|mark| reason.contains(mark));
                run_by_another += u64::from(by_another);
            }
        }
        tally.skipped = tally.skipped.saturating_sub(run_by_another);
        if tally == Self::default() {
            tally.passed = u64::from(success).max(not_run);
        }
        tally.passed = tally.passed.saturating_sub(run_elsewhere);
        let moved = not_run.min(tally.passed);
        tally.passed -= moved;
        tally.skipped += moved;
        if !success {
            tally.failed = tally.failed.max(1);
        }
        tally
    }

    /// Something that could not be tried: a failure where `CI` is set, else skipped.
    pub(crate) fn missing(ci: bool) -> Self {
        if ci {
            Self {
                failed: 1,
                ..Self::default()
            }
        } else {
            Self {
                skipped: 1,
                ..Self::default()
            }
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`
fn libtest(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    labelled(counts, ';')
}

/// The sum of a Maven run. Its lines for single classes carry a time as well and are not counted again:
/// `[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 1`
fn surefire(line: &str) -> Option<Tally> {
    let (_, counts) = line.split_once("Tests run: ")?;
    if line.contains("Time elapsed") {
        return None;
    }
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let mut fields = counts.split(',');
    let run = number(fields.next()?)?;
    let mut field = |label: &str| number(fields.next()?.trim().strip_prefix(label)?);
    let failed = field("Failures:")? + field("Errors:")?;
    let skipped = field("Skipped:")?;
    Some(Tally {
        passed: run.checked_sub(failed + skipped)?,
        failed,
        skipped,
    })
}

/// `12 passed, 0 failed, 3 skipped`, and pytest's `==== 1 failed, 12 passed in 0.03s ====`
fn words(line: &str) -> Option<Tally> {
    let line = line.trim_matches('=').trim();
    labelled(line.split_once(" in ").map_or(line, |(counts, _)| counts), ',')
}

/// Sums `number label` fields; anything else in the line means that it is not a line of counts.
fn labelled(counts: &str, separator: char) -> Option<Tally> {
    let mut tally = Tally::default();
    let mut known = false;
    for field in counts.split(separator).map(str::trim) {
        let Some((number, label)) = field.split_once(' ') else {
            continue;
        };
        if separator == ';' && label.starts_with("in ") {
            continue;
        }
        let place = match label {
            "passed" => &mut tally.passed,
            "failed" | "error" | "errors" => &mut tally.failed,
            "skipped" | "ignored" => &mut tally.skipped,
            "measured" | "filtered out" | "warning" | "warnings" => continue,
            _ if field.starts_with("finished") => continue,
            _ => return None,
        };
        *place += number.parse::<u64>().ok()?;
        known = true;
    }
    known.then_some(tally)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn sums_the_lines_of_libtest() {
        let output = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.20s\n";
        assert_eq!(Tally::of(output, false), tally(5, 1, 1));
    }

    #[test]
    fn reads_only_the_sum_of_surefire() {
        let output = "[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 0.4 s -- in A\n\
            [INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 1\n";
        assert_eq!(Tally::of(output, true), tally(3, 0, 1));
        assert_eq!(
            Tally::of("[ERROR] Tests run: 4, Failures: 1, Errors: 1, Skipped: 0", false),
            tally(2, 2, 0)
        );
    }

    #[test]
    fn reads_pytest_and_our_own_lines() {
        assert_eq!(
            Tally::of("===== 1 failed, 12 passed, 2 skipped in 0.03s =====", false),
            tally(12, 1, 2)
        );
        assert_eq!(Tally::of("12 passed, 0 failed, 3 skipped", true), tally(12, 0, 3));
        assert_eq!(Tally::of("12 passed", true), tally(12, 0, 0));
    }

    #[test]
    fn a_command_without_counts_is_one_test() {
        assert_eq!(Tally::of("Checking\n", true), tally(1, 0, 0));
        assert_eq!(Tally::of("error: no\n", false), tally(0, 1, 0));
        assert_eq!(
            Tally::of("three envelopes passed, none failed", true),
            tally(1, 0, 0)
        );
    }

    #[test]
    fn what_another_step_runs_is_not_counted() {
        let output = "run by relay/tests/peers/s3.sh, which has a bucket\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of(output, true), tally(2, 0, 0));
    }

    #[test]
    fn a_failed_command_is_a_failure_whatever_it_counted() {
        let output = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of(output, false), tally(3, 1, 0));
    }

    #[test]
    fn a_test_that_says_it_did_not_run_is_skipped() {
        let output = "not run: ../shared is not here\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Tally::of(output, true), tally(2, 0, 1));
        assert_eq!(Tally::of("not run: no such peer", true), tally(0, 0, 1));
    }

    #[test]
    fn a_planted_fault_is_not_a_skipped_test() {
        let output = "test planted ... ignored, planted fault, run by `found`\n\
            test slow ... ignored, slow\n\
            test result: ok. 3 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Tally::of(output, true), tally(3, 0, 1));
    }

    #[test]
    fn what_is_missing_fails_only_in_ci() {
        assert_eq!(Tally::missing(true), tally(0, 1, 0));
        assert_eq!(Tally::missing(false), tally(0, 0, 1));
    }
}
