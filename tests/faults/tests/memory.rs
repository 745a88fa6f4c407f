//! Memory that runs out. A test binary of its own: the limit strikes every thread.

use pocketchart_faults::without_memory;

const LARGE: usize = 256 << 20;

fn reserve() -> bool {
    Vec::<u8>::new().try_reserve_exact(LARGE).is_ok()
}

#[test]
fn large_requests_fail_and_then_succeed_again() {
    assert!(reserve());
    assert!(!without_memory(reserve).unwrap());
    assert!(reserve());
    let panicked = std::panic::catch_unwind(|| without_memory(|| panic!("on purpose")));
    assert!(panicked.is_err());
    assert!(reserve(), "the memory stays away after a panic");
}
