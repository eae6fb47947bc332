//! Saving fast, and the file as a reader sees it meanwhile.

use crate::setup;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use assert_cmd::cargo::cargo_bin;

use super::{Watching, names, resume, text};

#[test]
fn of_a_thousand_saves_the_last_one_stays_and_a_reader_never_sees_half_a_file() {
    let mut watching = Watching::new(&[]);
    let (file, backup, fresh) = (watching.path("cv.md"), watching.path("cv.md~"), watching.path(".cv.new"));
    let pdf = watching.path("cv.pdf");
    let done = AtomicBool::new(false);
    let last = 1000;
    let mut heard = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(Ordering::Relaxed) {
                text(&pdf);
                reads += 1;
            }
            reads
        });
        for number in 1..=last {
            match number % 3 {
                0 => fs::write(&file, resume(number)).unwrap(),
                1 => {
                    fs::write(&fresh, resume(number)).unwrap();
                    fs::rename(&fresh, &file).unwrap();
                }
                _ => {
                    fs::rename(&file, &backup).unwrap();
                    fs::write(&file, resume(number)).unwrap();
                }
            }
        }
        let heard = watching.shows(last);
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 1);
        heard
    });
    watching.write("cv.md", resume(last + 1));
    heard.extend(watching.shows(last + 1));
    assert_eq!(watching.files(), ["cv.md", "cv.md~", "cv.pdf"]);
    heard.extend(watching.ends());
    let builds = heard.iter().filter(|line| line.contains("cv.pdf  1 page")).count();
    let coalesced = (1..last / 4).contains(&builds);
    assert!(coalesced, "{builds} builds: saves that come during a build wait for one together");
}

#[test]
fn whoever_is_killed_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("cv.pdf");
    let build = |number: usize| {
        fs::write(folder.path().join("cv.md"), resume(number)).unwrap();
        let mut command = setup::command(cargo_bin!("jianli"));
        command.arg("cv.md").current_dir(folder.path()).stderr(Stdio::null()).spawn().unwrap()
    };
    let begun = Instant::now();
    assert!(build(0).wait().unwrap().success());
    let usual = begun.elapsed();
    let mut before = 0;
    let runs = 24;
    for number in 1..=runs {
        let mut child = build(number);
        if number % 2 == 0 {
            // At the worst moment: while the temporary file is being written.
            while !writing(folder.path()) && child.try_wait().unwrap().is_none() {}
        } else {
            // At any moment.
            thread::sleep(usual * number as u32 / runs as u32);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let said = text(&pdf);
        let shown = [before, number].into_iter().find(|n| said.contains(&format!("N{n:04}")));
        before = shown.unwrap_or_else(|| panic!("after {number}: {said}"));
    }
    assert!(build(runs + 1).wait().unwrap().success());
    assert_eq!(names(folder.path()), ["cv.md", "cv.pdf"], "what was left is cleared away");
}

/// Tells whether a temporary file is there.
fn writing(folder: &Path) -> bool {
    names(folder).iter().any(|name| name.starts_with(".jianli-"))
}
