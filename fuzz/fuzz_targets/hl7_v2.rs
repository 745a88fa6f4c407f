#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| (pocketchart_tests::targets::target("hl7_v2").unwrap().run)(data));
