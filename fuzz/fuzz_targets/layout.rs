//! A layout of somebody's, under a small résumé.
#![no_main]

use std::cell::RefCell;

use jianli::session::{Request, Session};
use libfuzzer_sys::fuzz_target;

const RESUME: &str = "---\nlayout: a.toml\n---\n\n# 张三 Zhang San\n\n- a@example.com\n- 138-0000-0000\n\n## 工作\n\n\
    ### 甲公司 · 工程师 2020 – 2023\n\n- 甲 *one* two\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n## Skills\n\n- Rust：好\n";

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::of_many(&[]).expect("fonts"));
}

fuzz_target!(|layout: &[u8]| {
    let request = Request::new("a.md", RESUME).with_file("a.toml", layout);
    let _ = SESSION.with_borrow_mut(|session| session.set(&request));
});
