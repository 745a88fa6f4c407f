//! Memory that runs out.

use std::{
    fs, io,
    sync::{Mutex, PoisonError},
};

/// One at a time: the limit is that of the whole process.
static STARVING: Mutex<()> = Mutex::new(());

/// Runs `work` while the operating system gives this process no more memory: `mmap` fails, and so do large
/// requests to `malloc`. Memory that the process already has is still handed out, so small allocations go on.
///
/// All threads are struck. Linux only.
///
/// # Errors
///
/// An I/O error if the limit cannot be read or set.
pub fn without_memory<T>(work: impl FnOnce() -> T) -> io::Result<T> {
    let _alone = STARVING.lock().unwrap_or_else(PoisonError::into_inner);
    let pages: u64 = fs::read_to_string("/proc/self/statm")?
        .split(' ')
        .next()
        .and_then(|size| size.parse().ok())
        .ok_or_else(|| io::Error::other("statm does not begin with a number"))?;
    // SAFETY: asks for a constant.
    let page = u64::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).map_err(io::Error::other)?;
    let before = limit()?;
    let lowered = libc::rlimit {
        rlim_cur: pages * page,
        rlim_max: before.rlim_max,
    };
    set_limit(&lowered)?;
    let _restore = Restore(before);
    Ok(work())
}

/// Gives the memory back, after a panic too.
struct Restore(libc::rlimit);

impl Drop for Restore {
    fn drop(&mut self) {
        // The hard limit was not lowered, so this cannot be refused.
        let _ = set_limit(&self.0);
    }
}

fn limit() -> io::Result<libc::rlimit> {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: `limit` is valid for writing.
    match unsafe { libc::getrlimit(libc::RLIMIT_AS, &raw mut limit) } {
        0 => Ok(limit),
        _ => Err(io::Error::last_os_error()),
    }
}

fn set_limit(limit: &libc::rlimit) -> io::Result<()> {
    // SAFETY: `limit` is valid for reading.
    match unsafe { libc::setrlimit(libc::RLIMIT_AS, &raw const *limit) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}
