//! A bar that appears when something takes longer than a moment.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_millis(700);

/// How far something has come. Nothing is drawn where nobody watches, nor in the first moment.
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    watched: bool,
}

impl Progress {
    pub(super) fn new(label: String, of: u64, watched: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(of), ProgressDrawTarget::hidden());
        let template = "{msg} {wide_bar} {percent}% {eta}";
        let style = ProgressStyle::with_template(if of == 0 {
            "{msg} {spinner} {pos}"
        } else {
            template
        });
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(label);
        Self {
            bar,
            begun: Instant::now(),
            watched,
        }
    }

    pub(crate) fn set(&self, done: u64) {
        self.appear();
        self.bar.set_position(done);
    }

    /// Sets how much there is to do, once that is known.
    pub(crate) fn set_length(&self, of: u64) {
        self.bar.set_length(of);
    }

    fn appear(&self) {
        if self.watched && self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
