//! The folders to watch so as to see every change of a path: those on the way to it.
//!
//! A watch belongs to a folder, not to its name (inotify(7)). A watch on the file itself would miss an
//! editor that renames a new file over the old one, a folder moved away, a link pointed elsewhere, and a
//! layout in a folder that is created later. So every folder that the path passes through is watched for
//! the one name by which the path goes on.

use std::collections::{BTreeSet, VecDeque};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The number of symbolic links that Linux follows (path_resolution(7)).
const MOST_LINKS: usize = 40;

/// The places through which followed paths lead, without symbolic links, and the folders to watch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The files themselves.
    pub ends: BTreeSet<PathBuf>,
    /// Folders and links on the way.
    pub way: BTreeSet<PathBuf>,
    /// Followed folders: any change in them counts.
    pub inside: BTreeSet<PathBuf>,
    /// The folders to watch: they exist, or did a moment ago.
    pub watched: BTreeSet<PathBuf>,
}

impl Places {
    /// Returns the places of some paths as the folders are now.
    pub fn of<'p>(paths: impl IntoIterator<Item = &'p PathBuf>) -> Places {
        let mut places = Places::default();
        for path in paths {
            places.add(path);
        }
        places
    }

    /// Returns whether a folder that cannot be watched may be left out: it is gone (and the folder above
    /// it reports when it comes back), or it may not be read and only a folder in it is wanted.
    pub fn can_do_without(&self, folder: &Path, error: &notify::Error) -> bool {
        let wanted = self.ends.iter().any(|end| end.parent() == Some(folder)) || self.inside.contains(folder);
        match &error.kind {
            notify::ErrorKind::PathNotFound => true,
            notify::ErrorKind::Io(error) if error.kind() == io::ErrorKind::NotFound => true,
            notify::ErrorKind::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => !wanted,
            _ => false,
        }
    }

    /// Follows a path name by name, as the system does, up to its end or to the first name missing.
    fn add(&mut self, path: &Path) {
        let Ok(path) = std::path::absolute(path) else { return };
        let mut here = PathBuf::new();
        let mut ahead = parts(&path);
        let mut links = 0;
        while let Some(part) = ahead.pop_front() {
            let name = match part {
                Part::Root(root) => {
                    here = root;
                    continue;
                }
                Part::Up => {
                    here.pop();
                    continue;
                }
                Part::Name(name) => name,
            };
            self.watched.insert(here.clone());
            let next = here.join(name);
            let about = fs::symlink_metadata(&next);
            let link = about.as_ref().is_ok_and(|about| about.is_symlink());
            if let (true, Ok(to)) = (link, fs::read_link(&next)) {
                self.way.insert(next);
                links += 1;
                if links > MOST_LINKS {
                    return;
                }
                parts(&to).into_iter().rev().for_each(|part| ahead.push_front(part));
                continue;
            }
            if ahead.is_empty() {
                if about.as_ref().is_ok_and(|about| about.is_dir()) {
                    self.inside.insert(next.clone());
                    self.watched.insert(next.clone());
                }
                self.ends.insert(next);
                return;
            }
            self.way.insert(next.clone());
            if about.is_err() {
                return;
            }
            here = next;
        }
    }
}

/// A step of a path.
enum Part {
    Root(PathBuf),
    Up,
    Name(OsString),
}

fn parts(path: &Path) -> VecDeque<Part> {
    let mut root = PathBuf::new();
    let mut parts = VecDeque::new();
    for component in path.components() {
        match component {
            Component::Prefix(_) => root.push(component),
            Component::RootDir => {
                root.push(component);
                parts.push_back(Part::Root(root.clone()));
            }
            Component::CurDir => {}
            Component::ParentDir => parts.push_back(Part::Up),
            Component::Normal(name) => parts.push_back(Part::Name(name.to_owned())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(paths: &[PathBuf]) -> Places {
        Places::of(paths)
    }

    #[cfg(unix)]
    #[test]
    fn every_folder_and_link_on_the_way_is_watched() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().canonicalize().unwrap();
        fs::create_dir_all(home.join("real/inner")).unwrap();
        fs::write(home.join("real/inner/a.md"), "").unwrap();
        std::os::unix::fs::symlink("real/inner", home.join("link")).unwrap();
        let found = places(&[home.join("real/../link/a.md")]);
        assert_eq!(found.ends, [home.join("real/inner/a.md")].into());
        for way in ["link", "real", "real/inner"] {
            assert!(found.way.contains(&home.join(way)), "{way}");
        }
        for watched in ["", "real", "real/inner"] {
            assert!(
                found.watched.contains(&home.join(watched).components().collect::<PathBuf>()),
                "{watched}"
            );
        }
        assert!(found.inside.is_empty());
    }

    #[test]
    fn what_is_not_there_yet_is_waited_for_where_it_will_begin() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().canonicalize().unwrap();
        let found = places(&[home.join("later/own.toml"), home.clone()]);
        assert!(found.way.contains(&home.join("later")) && found.watched.contains(&home));
        assert!(!found.watched.contains(&home.join("later")));
        assert!(found.inside.contains(&home) && found.ends.contains(&home));
    }
}
