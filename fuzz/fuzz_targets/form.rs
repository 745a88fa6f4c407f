#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| (pocketchart_tests::targets::target("form").unwrap().run)(data));
