//! One step: a line of shell, what it needs, and whether it is for every day.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{need::Need, tally::Tally};
use crate::{Outcome, places};

/// A step of the test command. [`super::steps::STEPS`] is the table of them.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) when: When,
    pub(crate) needs: &'static [Need],
    /// What it runs, in the workspace's root: a line of bash that a person can paste as well.
    pub(crate) run: &'static str,
}

/// Which runs a step is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Every run.
    Always,
    /// `cargo xtask test --fast` only: part of what a step of the full run does.
    Fast,
    /// The full run only.
    Full,
    /// The full run only, after the other steps of this kind, and at the same time as those that stand behind the first of them: each
    /// keeps about one core busy, and has its own folders and ports.
    Beside,
}

/// What became of a step.
pub(crate) struct Report {
    pub(crate) tally: Tally,
    pub(crate) output: String,
    /// Lines that are shown even when all is well: what was not run and why.
    pub(crate) notes: Vec<String>,
    pub(crate) took: Duration,
}

impl Step {
    pub(crate) fn carry_out(&self, shell: &Shell) -> Report {
        let begun = Instant::now();
        let mut notes = shell.provide(self.needs);
        if !notes.is_empty() {
            let (tally, took) = (Tally::missing(shell.ci), begun.elapsed());
            return Report {
                tally,
                output: String::new(),
                notes,
                took,
            };
        }
        let (success, output) = shell.run(self.run);
        let tally = Tally::of(&output, success);
        let mut reasons = BTreeMap::<&str, usize>::new();
        for line in output
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("not run"))
        {
            *reasons.entry(line).or_default() += 1;
        }
        notes.extend(reasons.into_iter().map(|(line, times)| match times {
            1 => line.to_owned(),
            _ => format!("{line} ({times} times)"),
        }));
        Report {
            tally,
            output,
            notes,
            took: begun.elapsed(),
        }
    }
}

/// A step that takes longer hangs: the tests of the crates, where nothing is compiled yet, take an hour of two cores.
const LONGEST: &str = "75m";

/// The exit status with which `timeout` says that it stopped something.
const STOPPED: i32 = 124;

/// Bash in the workspace's root, with the installed tools in front of the machine's.
pub(crate) struct Shell {
    /// Whether a missing tool or file is a failure.
    pub(crate) ci: bool,
    /// Where `cargo install` puts tools.
    pub(crate) tools: PathBuf,
    /// The Python environment of the peers.
    pub(crate) python: PathBuf,
    path: OsString,
    build: PathBuf,
    /// Held while something is installed: two at once spoil each other's work.
    installing: Mutex<()>,
}

impl Shell {
    pub(crate) fn new() -> Outcome<Self> {
        let cache = places::cache()?;
        let (tools, python, build) = (cache.join("tools"), cache.join("python"), places::build()?);
        fs::create_dir_all(&build)?;
        let machine = env::var_os("PATH").unwrap_or_default();
        let own = [python.join("bin"), tools.join("bin")];
        let path = env::join_paths(own.into_iter().chain(env::split_paths(&machine)))?;
        Ok(Self {
            ci: env::var_os("CI").is_some_and(|value| !value.is_empty()),
            tools,
            python,
            path,
            build,
            installing: Mutex::new(()),
        })
    }

    /// Makes sure that all is there; a line for each thing that cannot be.
    fn provide(&self, needs: &[Need]) -> Vec<String> {
        let _one_at_a_time = self.installing.lock().unwrap_or_else(PoisonError::into_inner);
        let missing = |need: &Need| {
            let problem = need.provide(self).err()?;
            Some(format!("not run: {need} is missing. {}", problem.trim_end()))
        };
        needs.iter().filter_map(missing).collect()
    }

    /// A command with this shell's environment, in the workspace's root.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(places::root())
            .env("PATH", &self.path)
            .env("CARGO_TARGET_DIR", &self.build)
            .env("CARGO_TERM_COLOR", "never")
            // Tests make many things panic on purpose; each would read all of a program's debug information.
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null());
        // What Cargo tells this program about itself would rebuild dependencies that look at it.
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(name);
            }
        }
        command
    }

    /// Runs a line of bash; whether it succeeded, and its output and errors in the order they came.
    pub(crate) fn run(&self, line: &str) -> (bool, String) {
        let mut bash = self.command("timeout");
        bash.args(["--kill-after=10", LONGEST, "bash", "-euo", "pipefail", "-c"])
            .arg(format!("exec 2>&1\n{line}"))
            .stderr(Stdio::null());
        match bash.output() {
            Ok(done) => {
                let mut output = String::from_utf8_lossy(&done.stdout).into_owned();
                if done.status.code() == Some(STOPPED) {
                    output.push_str(&format!("\nstopped: it took longer than {LONGEST}"));
                }
                (done.status.success(), output)
            }
            Err(problem) => (false, format!("bash: {problem}")),
        }
    }
}
