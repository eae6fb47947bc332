//! Front matter: what stands between the fences, before a small résumé.
#![no_main]

use jianli::session::{Request, understand};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|front: &[u8]| {
    let text = [b"---\n", front, b"\n---\n\n# \xE5\xBC\xA0\xE4\xB8\x89\n\n- a@example.com\n"].concat();
    let _ = understand(&Request::new("a.md", text));
});
