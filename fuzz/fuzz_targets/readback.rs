//! A PDF of anybody's, read as `check` reads ours, and as `import` reads it.
#![no_main]

use jianli::reflow::{self, Order};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pdf: &[u8]| {
    if let Ok(reading) = jianli::readback::read(pdf) {
        let _ = (reading.text(), reading.tagged_text());
        for order in [Order::Tags, Order::Places] {
            let _ = reflow::markdown(&reading, order);
        }
    }
});
