//! `jianli watch` as people use it: the program runs, files are saved in all the ways in which editors
//! save, things go wrong and right again.

use crate::setup;
mod saves;
mod several;
mod trouble;
mod ways;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use jianli::readback;
use tempfile::TempDir;

/// How long anything may take before a test fails: this machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// Returns a résumé that says a number, and about which there is nothing to say.
fn resume(number: usize) -> String {
    format!(
        "# 陈小满\n\n- 邮箱：chen@example.com\n\n## 工作经历\n\n- 独立设计订单系统，编号 N{number:04}。\n"
    )
}

/// A folder with a running `jianli watch`.
struct Watching {
    folder: TempDir,
    child: Child,
    said: Receiver<String>,
}

impl Watching {
    /// Begins with résumé number 0 as `cv.md`, and waits for its PDF.
    fn new(args: &[&str]) -> Watching {
        let watching = Watching::begin(args, &|_| {});
        watching.hears("watching");
        watching
    }

    /// Begins in a folder that was prepared.
    fn begin(args: &[&str], prepare: &dyn Fn(&Path)) -> Watching {
        let mut command = setup::command(cargo_bin!("jianli"));
        command.args(["watch", "cv.md"]).args(args);
        Watching::run(command, prepare)
    }

    fn run(mut command: Command, prepare: &dyn Fn(&Path)) -> Watching {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("cv.md"), resume(0)).unwrap();
        prepare(folder.path());
        command.current_dir(folder.path()).stdin(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (tell, said) = mpsc::channel();
        thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
        Watching { folder, child, said }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Waits for a line with these words, and returns all lines up to it.
    fn hears(&self, words: &str) -> Vec<String> {
        let (mut heard, deadline) = (Vec::new(), Instant::now() + PATIENCE);
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.said.recv_timeout(left) {
                Ok(line) => heard.push(line),
                Err(_) => panic!("{words:?} was never said, but {heard:#?}"),
            }
            if heard.last().unwrap().contains(words) {
                return heard;
            }
        }
    }

    /// Waits until the PDF says a number, and returns what was said meanwhile.
    fn shows(&self, number: usize) -> Vec<String> {
        let (mut heard, wanted) = (Vec::new(), format!("N{number:04}"));
        while !text(&self.path("cv.pdf")).contains(&wanted) {
            heard.extend(self.hears("cv.pdf  1 page"));
        }
        heard
    }

    /// Ends it, and returns what it said that nobody has heard yet.
    fn ends(&mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.said.iter().collect()
    }

    /// Returns the names of all files, sorted, once what was replaced is gone: a moment after the words.
    fn files(&self) -> Vec<String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let names = names(self.folder.path());
            let replaced = names.iter().any(|name| name.starts_with(".jianli-"));
            if !replaced || Instant::now() > deadline {
                return names;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Returns what a PDF says; it has to be there, and whole.
fn text(pdf: &Path) -> String {
    let bytes = fs::read(pdf).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"), "half a file");
    readback::read(&bytes).unwrap().text()
}
