//! What goes wrong, and right again.

use crate::setup;
use std::fs;
use std::process::Stdio;

use assert_cmd::cargo::cargo_bin;

use super::{Watching, resume};

#[test]
fn an_error_is_shown_and_the_old_file_stays_until_it_is_mended() {
    let watching = Watching::new(&[]);
    let before = fs::read(watching.path("cv.pdf")).unwrap();
    watching.write("cv.md", format!("---\nlayout: compcat\n---\n{}", resume(1)));
    let said = watching.hears("failed").join("\n");
    assert!(said.contains("cv.md:2"), "{said}");
    assert_eq!(fs::read(watching.path("cv.pdf")).unwrap(), before);
    watching.write("cv.md", resume(2));
    watching.shows(2);
}

#[test]
fn what_cannot_be_watched_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cv.md"), resume(0)).unwrap();
    for (args, words) in [
        (&["-"][..], "give the file to watch"),
        (&["cv.md", "-o", "-"], "give -o OUT"),
        (&["cv.md", "-o", "cv.md"], "the résumé itself"),
        (&["nobody.md"], "cannot read nobody.md"),
        (&["."], "folder"),
        (&["cv.md", "--poll=1"], "10..=60000"),
    ] {
        let mut command = setup::command(cargo_bin!("jianli"));
        command.arg("watch").args(args).current_dir(folder.path()).stdin(Stdio::null());
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(words), "{args:?}: {said}");
    }
}

#[test]
fn an_output_folder_that_goes_is_missed_and_written_into_when_it_returns() {
    let watching =
        Watching::begin(&["-o", "out/cv.pdf"], &|folder| fs::create_dir(folder.join("out")).unwrap());
    watching.hears("watching");
    fs::remove_dir_all(watching.path("out")).unwrap();
    watching.write("cv.md", resume(1));
    watching.hears("there is no folder out");
    fs::create_dir(watching.path("out")).unwrap();
    watching.hears("1 page");
    assert!(super::text(&watching.path("out/cv.pdf")).contains("N0001"));
}

#[test]
fn an_output_among_what_is_followed_does_not_go_round() {
    let watching = Watching::begin(&["--font-path", "."], &|_| {});
    watching.hears("watching");
    for number in 1..4 {
        watching.write("cv.md", resume(number));
        let said = watching.shows(number);
        // The folder is followed as one of fonts, so that each save may be seen in two steps, but no more.
        assert!(said.len() <= 3, "{said:?}");
    }
}

#[test]
fn looking_again_and_again_sees_the_same() {
    let watching = Watching::new(&["--poll=20"]);
    for number in 1..6 {
        watching.write("cv.md", resume(number));
        watching.shows(number);
    }
    fs::remove_file(watching.path("cv.md")).unwrap();
    watching.hears("cannot read cv.md");
    watching.write("cv.md", resume(6));
    watching.shows(6);
}

#[cfg(target_os = "linux")]
#[test]
fn without_watches_of_the_system_files_are_looked_at() {
    // So few files may be open that inotify has no room, but a build has.
    let mut command = setup::command("sh");
    let script = "ulimit -n 5; exec \"$0\" watch cv.md";
    command.args(["-c", script]).arg(cargo_bin!("jianli"));
    let watching = Watching::run(command, &|_| {});
    let said = watching.hears("watching").join("\n");
    assert!(said.contains("looking for changes every 500 ms"), "{said}");
    watching.write("cv.md", resume(1));
    watching.shows(1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_watching_goes_on() {
    let watching = Watching::begin(&["-o", "/dev/full", "--format", "pdf"], &|_| {});
    watching.hears("cannot write /dev/full");
    watching.hears("watching");
    watching.write("cv.md", resume(1));
    watching.hears("cannot write /dev/full");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_keeps_the_old_file_and_nothing_else() {
    // With the signal ignored, a write beyond the limit fails in the middle, as on a full disk.
    let mut command = setup::command("sh");
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" watch cv.md";
    command.args(["-c", script]).arg(cargo_bin!("jianli"));
    let watching = Watching::run(command, &|folder| fs::write(folder.join("cv.pdf"), "old").unwrap());
    watching.hears("cannot write cv.pdf");
    watching.hears("watching");
    watching.write("cv.md", resume(1));
    watching.hears("cannot write cv.pdf");
    assert_eq!(fs::read(watching.path("cv.pdf")).unwrap(), b"old");
    assert_eq!(watching.files(), ["cv.md", "cv.pdf"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_too_large_for_the_limit_leaves_the_old_one() {
    // The system ends a process that writes more than it may (SIGXFSZ, setrlimit(2)).
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cv.md"), resume(0)).unwrap();
    fs::write(folder.path().join("cv.pdf"), "old").unwrap();
    let mut command = setup::command("sh");
    command.args(["-c", "ulimit -c 0; ulimit -f 4; exec \"$0\" cv.md"]).arg(cargo_bin!("jianli"));
    let output = command.current_dir(folder.path()).output().unwrap();
    assert!(!output.status.success());
    assert_eq!(fs::read(folder.path().join("cv.pdf")).unwrap(), b"old");
    let mut again = setup::command(cargo_bin!("jianli"));
    assert!(again.arg("cv.md").current_dir(folder.path()).output().unwrap().status.success());
    assert_eq!(super::names(folder.path()), ["cv.md", "cv.pdf"]);
}

/// Tells whether whoever started the tests has a signal ignored, as shells do with INT for what runs in the
/// background: children inherit that (signal(7)).
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|digits| u64::from_str_radix(digits.trim(), 16).ok());
    ignored.is_some_and(|ignored| ignored >> (signal - 1) & 1 == 1)
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_and_nothing_is_left() {
    use std::os::unix::process::ExitStatusExt;
    let signals = [("INT", 2), ("TERM", 15)].into_iter().filter(|(_, number)| !is_ignored(*number));
    let signals: Vec<_> = signals.collect();
    assert!(!signals.is_empty(), "whoever started the tests has all signals ignored");
    for (name, number) in signals {
        let mut watching = Watching::new(&[]);
        let id = watching.child.id().to_string();
        assert!(setup::command("kill").args(["-s", name, &id]).status().unwrap().success());
        assert_eq!(watching.child.wait().unwrap().signal(), Some(number));
        assert_eq!(watching.files(), ["cv.md", "cv.pdf"]);
    }
}
