//! A photo of any kind → PDF and PNG.
#![no_main]

use std::cell::RefCell;

use jianli::session::{Format, Options, Request, Session};
use libfuzzer_sys::fuzz_target;

const RESUME: &str = "---\nphoto: a.png\n---\n\n# Ada Example\n\n- a@example.com\n";

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::of_many(&[]).expect("fonts"));
}

fuzz_target!(|photo: &[u8]| {
    let mut options = Options::default();
    options.formats = vec![Format::Pdf, Format::Svg];
    let request = Request::new("a.md", RESUME).with_file("a.png", photo).with_options(options);
    // What is wrong with a photo is a finding, never a failure.
    assert!(SESSION.with_borrow_mut(|session| session.build(&request)).result.is_ok());
});
