//! A drawing → its shapes.
#![no_main]

use jianli::session::{Request, understand};
use libfuzzer_sys::fuzz_target;

const RESUME: &str = "# Ada Example\n\n![](a.svg)\n";

fuzz_target!(|drawing: &[u8]| {
    let _ = understand(&Request::new("a.md", RESUME).with_file("a.svg", drawing));
});
