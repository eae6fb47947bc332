//! The ways in which files change.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::{Watching, resume};
use crate::setup;

#[test]
fn a_touch_is_no_change_and_an_older_time_is_no_reason_to_wait() {
    let watching = Watching::new(&[]);
    let file = |time| File::options().append(true).open(watching.path("cv.md")).unwrap().set_modified(time);
    file(SystemTime::now()).unwrap();
    watching.write("cv.md", resume(0));
    watching.write("copy", resume(0));
    fs::rename(watching.path("copy"), watching.path("cv.md")).unwrap();
    watching.write("cv.md", resume(1));
    file(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)).unwrap();
    let mut said = watching.shows(1);
    watching.write("cv.md", resume(2));
    said.extend(watching.shows(2));
    assert!(said.len() <= 2, "{said:?}");
}

#[test]
fn a_file_emptied_and_then_written_is_no_error() {
    let watching = Watching::new(&[]);
    for number in 1..4 {
        watching.write("cv.md", "");
        // As long as it takes the program to see it: the state must last.
        std::thread::sleep(Duration::from_millis(30));
        watching.write("cv.md", resume(number));
        let said = watching.shows(number);
        assert!(said.iter().all(|line| line.contains("1 page")), "{said:?}");
    }
}

#[test]
fn a_text_that_is_gone_gives_up_no_good_pages_at_once() {
    let watching = Watching::new(&[]);
    let good = fs::read(watching.path("cv.pdf")).unwrap();
    watching.write("cv.md", "");
    std::thread::sleep(Duration::from_millis(1200));
    assert_eq!(fs::read(watching.path("cv.pdf")).unwrap(), good);
    watching.write("cv.md", resume(1));
    watching.shows(1);
    // Gone for good, it is told.
    let begin = std::time::Instant::now();
    watching.write("cv.md", "\n\n");
    let said = watching.hears("0 % full");
    // Two seconds from when something was heard, which may have been the end of the save before.
    assert!(begin.elapsed() >= Duration::from_millis(1900), "{:?}", begin.elapsed());
    assert!(said.iter().any(|line| line.contains("warning")), "{said:?}");
}

#[test]
fn an_output_that_was_taken_away_comes_back_with_the_next_save() {
    let watching = Watching::new(&[]);
    fs::remove_file(watching.path("cv.pdf")).unwrap();
    watching.write("cv.md", resume(0)); // as it was
    watching.hears("1 page");
    watching.shows(0);
}

#[test]
fn a_file_that_goes_is_missed_and_its_return_is_seen() {
    let watching = Watching::new(&[]);
    fs::remove_file(watching.path("cv.md")).unwrap();
    watching.hears("cannot read cv.md");
    watching.write("cv.md", resume(1));
    watching.shows(1);
}

#[test]
fn a_folder_renamed_away_and_back_is_still_watched() {
    let watching = Watching::begin(&["--layout", "deep/er/own.toml"], &|folder| {
        fs::create_dir_all(folder.join("deep/er")).unwrap();
        fs::write(folder.join("deep/er/own.toml"), "extends = \"classic\"\n").unwrap();
    });
    watching.hears("watching");
    for round in 1..3 {
        fs::rename(watching.path("deep"), watching.path("away")).unwrap();
        watching.hears("own.toml");
        fs::rename(watching.path("away"), watching.path("deep")).unwrap();
        watching.hears("1 page");
        watching.write("deep/er/own.toml", format!("extends = \"classic\"\n# {round}\n"));
        watching.hears("1 page");
    }
}

#[test]
fn a_layout_that_appears_later_is_found_and_so_is_what_it_extends() {
    let watching = Watching::begin(&["--layout", "new/own.toml"], &|_| {});
    watching.hears("watching");
    fs::create_dir(watching.path("new")).unwrap();
    watching.write("new/own.toml", "extends = \"base.toml\"\n");
    watching.hears("base.toml");
    watching.write("new/base.toml", "extends = \"compact\"\n");
    watching.hears("1 page");
    watching.write("new/base.toml", "extends = \"classic\"\n");
    watching.hears("1 page");
}

#[test]
fn a_photo_that_appears_or_is_replaced_is_taken() {
    let photo = fs::read(setup::path("examples/photo.png")).unwrap();
    let text = "---\nphoto: me.png\n---\n\n# 陈小满\n\n- 独立设计订单系统。\n";
    let watching = Watching::begin(&[], &|folder| fs::write(folder.join("cv.md"), text).unwrap());
    watching.hears("watching");
    watching.write("me.part", &photo);
    fs::rename(watching.path("me.part"), watching.path("me.png")).unwrap();
    watching.hears("1 page");
    let with_photo = fs::read(watching.path("cv.pdf")).unwrap();
    watching.write("me.png", &photo[..photo.len() / 2]);
    watching.hears("cut off");
    watching.hears("1 page");
    watching.write("me.png", &photo);
    // A file that is written in two steps is built twice, and each time the PDF comes out.
    for _ in 0..5 {
        watching.hears("1 page");
        if fs::read(watching.path("cv.pdf")).unwrap() == with_photo {
            return;
        }
    }
    panic!("the photo is not taken again");
}

#[test]
fn fonts_are_exchanged_while_they_are_in_use() {
    let font = fs::read(setup::path("fonts/latin/Inter-Italic.ttf")).unwrap();
    let prepare = |folder: &Path| {
        fs::create_dir(folder.join("faces")).unwrap();
        fs::write(folder.join("faces/own.ttf"), &font).unwrap();
    };
    let watching = Watching::begin(&["--font-path", "faces"], &prepare);
    watching.hears("watching");
    // Were the file mapped, the process would end here (SIGBUS, mmap(2)).
    watching.write("faces/own.ttf", "");
    watching.hears("cannot use the font");
    watching.write("faces/own.ttf", &font);
    watching.hears("1 page");
    watching.write("cv.md", resume(1));
    watching.shows(1);
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_what_changes() {
    use std::os::unix::fs::symlink;
    let watching = Watching::begin(&[], &|folder| {
        fs::create_dir_all(folder.join("store/1")).unwrap();
        fs::create_dir_all(folder.join("store/2")).unwrap();
        fs::write(folder.join("store/1/cv.md"), resume(1)).unwrap();
        fs::write(folder.join("store/2/cv.md"), resume(2)).unwrap();
        symlink("1", folder.join("store/now")).unwrap();
        fs::remove_file(folder.join("cv.md")).unwrap();
        symlink("store/now/cv.md", folder.join("cv.md")).unwrap();
    });
    watching.shows_first(1);
    watching.write("store/1/cv.md", resume(3));
    watching.shows(3);
    symlink("2", watching.path("store/new")).unwrap();
    fs::rename(watching.path("store/new"), watching.path("store/now")).unwrap();
    watching.shows(2);
    watching.write("store/2/cv.md", resume(4));
    watching.shows(4);
}

impl Watching {
    /// Waits for the first PDF, which says a number.
    fn shows_first(&self, number: usize) {
        self.hears("watching");
        self.shows(number);
    }
}
