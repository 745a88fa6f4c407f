//! Runs numbered cases on all processors, and says which ones failed.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many, from an environment variable, or the number given.
pub fn count(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable)
        .ok()
        .map_or(otherwise, |text| text.parse().unwrap())
}

thread_local! {
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs `act`; if it panics, says where and with what.
pub fn caught<T>(act: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(act)).map_err(|_| format!("it panicked: {}", LAST_PANIC.take()))
}

/// Keeps the message of a panic for [`caught`], besides what is printed of it.
pub fn keep_panics() {
    let before = take_hook();
    set_hook(Box::new(move |panic| {
        LAST_PANIC.set(panic.to_string());
        before(panic);
    }));
}

/// Runs `one` for each seed from `first` on. `Err` names the seeds that failed and why; a panic is a failure.
pub fn run<T: Send>(
    first: u64,
    count: u64,
    one: impl Fn(u64) -> Result<T, String> + Sync,
    each: impl FnMut(T) + Send,
) -> Result<(), String> {
    keep_panics();
    let next = AtomicU64::new(first);
    let failures = Mutex::new(Vec::new());
    let each = Mutex::new(each);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + count || failures.lock().unwrap().len() >= 5 {
                        return;
                    }
                    match caught(|| one(seed)).and_then(|result| result) {
                        Ok(value) => each.lock().unwrap()(value),
                        Err(problem) => failures.lock().unwrap().push(format!("seed {seed}: {problem}")),
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}
