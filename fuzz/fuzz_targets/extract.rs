//! The files that a PDF of anybody's carries.
#![no_main]

use jianli::extract::attachments;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pdf: &[u8]| {
    for file in attachments(pdf).unwrap_or_default() {
        assert!(jianli::extract::is_plain(&file.name));
    }
});
