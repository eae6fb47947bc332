//! Markdown → pages, twice: nothing panics, and the same text gives the same pages.
#![no_main]

use std::sync::{LazyLock, Mutex};

use jianli::session::{Request, Session};
use libfuzzer_sys::fuzz_target;

static SESSION: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(Session::of_many(&[]).expect("fonts")));

fuzz_target!(|text: &[u8]| {
    let mut session = SESSION.lock().expect("a session");
    let request = Request::new("a.md", text);
    let [one, two] = [session.set(&request), session.set(&request)];
    assert_eq!(one.findings, two.findings);
    assert_eq!(one.result.ok(), two.result.ok());
});
