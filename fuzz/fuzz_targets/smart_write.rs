#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| (pocketchart_tests::targets::target("smart_write").unwrap().run)(data));
