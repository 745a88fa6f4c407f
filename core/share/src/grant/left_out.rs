//! Negative controls: in this crate's own tests, one check can be left out, to see the tests fail.

use super::refusal::Refusal;

#[cfg(test)]
thread_local! {
    static LEFT_OUT: std::cell::Cell<Option<Refusal>> = const { std::cell::Cell::new(None) };
}

#[cfg(test)]
pub(super) fn left_out(check: Refusal) -> bool {
    LEFT_OUT.get() == Some(check)
}

/// Whether this check is left out: never.
#[cfg(not(test))]
pub(super) const fn left_out(_check: Refusal) -> bool {
    false
}

#[cfg(test)]
pub(crate) fn without<R>(check: Refusal, run: impl FnOnce() -> R) -> R {
    LEFT_OUT.set(Some(check));
    let result = run();
    LEFT_OUT.set(None);
    result
}
