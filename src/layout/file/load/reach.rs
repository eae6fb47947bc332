//! The folders to which the name of a layout may lead.

use std::fs;
use std::path::{Component, Path};

use super::Choice;
use crate::diag::{Content, Files, lexical};

/// The places where a layout may lie.
#[derive(Clone, Copy)]
pub enum Reach<'a> {
    /// Anywhere: an argument names it.
    Anywhere,
    /// In a folder or below: named by a file from an unknown author. Without a folder, nowhere.
    Below(Option<&'a Path>),
}

impl<'a> Reach<'a> {
    /// Returns the reach of the requested layout.
    pub fn of(choice: &Choice<'a>) -> Reach<'a> {
        choice.place.map_or(Reach::Anywhere, |_| Reach::Below(choice.folder))
    }

    /// Checks that a path stays within reach; nothing outside is accessed, not even to see whether it exists.
    ///
    /// # Errors
    /// The reason why it does not.
    pub fn check(self, path: &Path, files: &Files) -> Result<(), &'static str> {
        let Reach::Below(home) = self else { return Ok(()) };
        let home = home.ok_or("text from standard input has no folder to look in")?;
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
            return Err("its name does not end in .toml");
        }
        let real_home = || fs::canonicalize(if home.as_os_str().is_empty() { Path::new(".") } else { home });
        let plain = |rest: &Path| rest.components().all(|part| matches!(part, Component::Normal(_)));
        let inside = |path: &Path, home: &Path| lexical(path).strip_prefix(lexical(home)).is_ok_and(plain);
        let disk = files.content(path) == Content::OnDisk;
        let is_inside = match (inside(path, home), disk) {
            (true, _) => true,
            // A program may have written the full path.
            (false, true) => path.is_absolute() && real_home().is_ok_and(|home| inside(path, &home)),
            (false, false) => false,
        };
        if !is_inside {
            return Err("it lies outside the folder of the file that names it");
        }
        match (disk, fs::canonicalize(path), real_home()) {
            (true, Ok(real), Ok(home)) if !real.starts_with(&home) => {
                Err("it is a link that leads out of the folder of the file that names it")
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_climbs_is_out_of_reach() {
        let mut files = Files::closed();
        let check = |home: &str, path: &str, files: &Files| {
            Reach::Below(Some(Path::new(home))).check(Path::new(path), files).is_ok()
        };
        for (home, path) in
            [("", "a.toml"), ("cv", "cv/a.toml"), ("cv", "cv/b/../a.toml"), (".", "./x/A.TOML")]
        {
            assert!(check(home, path, &files), "{home} {path}");
        }
        for (home, path) in [
            ("", "../a.toml"),
            ("cv", "cv/../a.toml"),
            ("cv", "cv/b/../../a.toml"),
            ("cv", "/etc/a.toml"),
            ("cv", "cv2/a.toml"),
            ("cv", "cv/.env"),
            ("..", "../../a.toml"),
        ] {
            assert!(!check(home, path, &files), "{home} {path}");
        }
        files.provide("cv/a.toml", *b"");
        assert!(check("cv", "cv/a.toml", &files));
        assert!(Reach::Below(None).check(Path::new("a.toml"), &files).is_err());
        assert!(Reach::Anywhere.check(Path::new("/etc/a"), &files).is_ok());
    }
}
