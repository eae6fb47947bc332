//! A PDF of anybody's, read as `check` reads ours.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pdf: &[u8]| {
    if let Ok(reading) = jianli::readback::read(pdf) {
        let _ = (reading.text(), reading.tagged_text());
    }
});
