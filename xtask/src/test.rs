//! `cargo xtask test`: the steps one after the other, and one sum at the end.

mod failures;
mod need;
mod step;
mod steps;
pub(crate) mod tally;

use std::{
    process::ExitCode,
    sync::{Mutex, PoisonError},
    thread,
    time::Instant,
};

use clap::Args;

use self::{
    step::{Report, Shell, Step, When},
    steps::STEPS,
    tally::Tally,
};
use crate::Outcome;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Only the steps for every day: under three minutes once everything is compiled.
    #[arg(long)]
    fast: bool,
    /// Only the steps whose name contains this text.
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Show each step's output, not only that of failing steps.
    #[arg(long, short)]
    verbose: bool,
    /// Name the steps and stop.
    #[arg(long)]
    list: bool,
}

impl Arguments {
    fn selects(&self, step: &Step) -> bool {
        let is_wanted = match step.when {
            When::Always => true,
            When::Fast => self.fast,
            When::Full | When::Beside => !self.fast,
        };
        is_wanted
            && self
                .only
                .as_ref()
                .is_none_or(|text| step.name.contains(text.as_str()))
    }
}

/// Runs the selected steps. The last line is always `N passed, N failed, N skipped`.
pub(crate) fn run(arguments: &Arguments) -> Outcome<ExitCode> {
    let steps: Vec<_> = STEPS.iter().filter(|step| arguments.selects(step)).collect();
    if arguments.list {
        for step in steps {
            println!("{}\n    {}", step.name, step.run);
        }
        return Ok(ExitCode::SUCCESS);
    }
    if steps.is_empty() {
        return Err("No step has such a name; `cargo xtask test --list` names them.".into());
    }
    let shell = Shell::new()?;
    let begun = Instant::now();
    let sum = Mutex::new(Sum::default());
    let carry_out = |step: &'static Step| {
        println!("-> {}", step.name);
        let report = step.carry_out(&shell);
        let mut sum = sum.lock().unwrap_or_else(PoisonError::into_inner);
        sum.add(step, &report, arguments.verbose);
    };
    let beside = |step: &&&'static Step| step.when == When::Beside;
    let first = steps.iter().position(|step| step.when == When::Beside);
    let (alone, rest) = steps.split_at(first.unwrap_or(steps.len()));
    alone.iter().for_each(|step| carry_out(step));
    thread::scope(|scope| {
        scope.spawn(|| rest.iter().filter(beside).for_each(|step| carry_out(step)));
        rest.iter()
            .filter(|step| !beside(step))
            .for_each(|step| carry_out(step));
    });
    let sum = sum.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!("== all, {:.0} s", begun.elapsed().as_secs_f64());
    for (name, tests) in &sum.failed {
        println!("   failed: {name}");
        for test in tests {
            println!("   - {test}");
        }
    }
    println!("{}", sum.total);
    Ok(if sum.total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What became of the steps so far.
#[derive(Default)]
struct Sum {
    total: Tally,
    /// The names of the tests that failed, by step.
    failed: Vec<(&'static str, Vec<String>)>,
}

impl Sum {
    /// Counts a step, and prints what became of it.
    fn add(&mut self, step: &'static Step, report: &Report, is_verbose: bool) {
        println!("== {}", step.name);
        if is_verbose || report.tally.failed > 0 {
            println!("{}", report.output.trim_end());
        }
        for note in &report.notes {
            println!("   {note}");
        }
        println!("   {}, {:.1} s", report.tally, report.took.as_secs_f64());
        if report.tally.failed > 0 {
            self.failed.push((step.name, failures::of(&report.output)));
        }
        self.total += report.tally;
    }
}
