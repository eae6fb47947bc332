//! Markdown → pages, twice: nothing panics, and the same text gives the same pages.
#![no_main]

use std::cell::RefCell;

use jianli::session::{Request, Session};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::of_many(&[]).expect("fonts"));
}

fuzz_target!(|text: &[u8]| {
    let request = Request::new("a.md", text);
    let set = || SESSION.with_borrow_mut(|session| session.set(&request));
    let (one, two) = (set(), set());
    assert_eq!(one.findings, two.findings);
    assert_eq!(one.result.ok(), two.result.ok());
});
