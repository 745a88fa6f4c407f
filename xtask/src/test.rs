//! `cargo xtask test`: the steps one after the other, and one sum at the end.

mod failures;
mod need;
mod step;
mod steps;
pub(crate) mod tally;

use std::{process::ExitCode, time::Instant};

use clap::Args;

use self::{
    step::{Shell, Step, When},
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
        let other = if self.fast { When::Full } else { When::Fast };
        step.when != other
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
    let mut total = Tally::default();
    let mut failed = Vec::new();
    for step in steps {
        println!("== {}", step.name);
        let report = step.carry_out(&shell);
        if arguments.verbose || report.tally.failed > 0 {
            println!("{}", report.output.trim_end());
        }
        for note in &report.notes {
            println!("   {note}");
        }
        println!("   {}, {:.1} s", report.tally, report.took.as_secs_f64());
        if report.tally.failed > 0 {
            failed.push((step.name, failures::of(&report.output)));
        }
        total += report.tally;
    }
    println!("== all, {:.0} s", begun.elapsed().as_secs_f64());
    for (name, tests) in &failed {
        println!("   failed: {name}");
        for test in tests {
            println!("   - {test}");
        }
    }
    println!("{total}");
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
