//! Markdown → PDF → read back: nothing that was printed reads otherwise.
#![no_main]

use std::cell::RefCell;

use jianli::diag::Severity;
use jianli::session::{Request, Session};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::of_many(&[]).expect("fonts"));
}

fuzz_target!(|text: &str| {
    // The text layer is about characters that fonts have; private and unassigned ones are reported as such.
    let odd = |c: char| {
        c.is_control() && c != '\n' && c != '\t' || ('\u{E000}'..='\u{F8FF}').contains(&c) || c >= '\u{E0000}'
    };
    if text.contains(odd) {
        return;
    }
    let request = Request::new("a.md", text);
    let outcome = SESSION.with_borrow_mut(|session| session.check(&request));
    for finding in &outcome.findings {
        let id = finding.code.id;
        assert!(!(id.starts_with("J80") && finding.severity == Severity::Error), "{finding:?}\n{text}");
    }
});
