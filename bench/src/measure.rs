//! How things are measured: CPU time of this thread, medians of several runs, bytes of heap in use.

use cpu_time::ThreadTime;
use peak_alloc::PeakAlloc;
use std::time::Duration;

#[global_allocator]
pub static HEAP: PeakAlloc = PeakAlloc;

/// The median CPU time of `runs` runs, each on what `prepare` makes.
pub fn median<S>(runs: usize, mut prepare: impl FnMut() -> S, mut run: impl FnMut(S)) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let state = prepare();
            let start = ThreadTime::now();
            run(state);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// CPU time of one run, with what it returns.
pub fn once<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = ThreadTime::now();
    let value = run();
    (start.elapsed(), value)
}

/// Heap that stays in use after `run`, in bytes, with what keeps it.
pub fn heap<T>(run: impl FnOnce() -> T) -> (usize, T) {
    let before = HEAP.current_usage();
    let value = run();
    (HEAP.current_usage().saturating_sub(before), value)
}

/// The most heap in use during `run`, above what was in use before, in bytes.
pub fn peak<T>(run: impl FnOnce() -> T) -> (usize, T) {
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let value = run();
    (HEAP.peak_usage().saturating_sub(before), value)
}

pub fn millis(time: Duration) -> String {
    let millis = time.as_secs_f64() * 1000.0;
    if millis < 10.0 { format!("{millis:.2} ms") } else { format!("{millis:.0} ms") }
}

pub fn bytes(count: usize) -> String {
    match count {
        0..10_000 => format!("{count} B"),
        10_000..10_000_000 => format!("{:.0} KB", count as f64 / 1000.0),
        _ => format!("{:.1} MB", count as f64 / 1e6),
    }
}
