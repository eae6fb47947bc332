//! The files that an agent may use: those below one folder.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::diag::{Message, message};

/// The folder that is given at the start.
#[derive(Clone, Debug)]
pub struct Root(PathBuf);

impl Root {
    /// Returns a folder, with links resolved.
    ///
    /// # Errors
    /// If it does not exist.
    pub fn new(folder: &Path) -> io::Result<Root> {
        let root = fs::canonicalize(folder)?;
        if root.is_dir() {
            Ok(Root(root))
        } else {
            Err(io::Error::other(Message::from("it is not a folder")))
        }
    }

    /// Returns the path of an existing file.
    ///
    /// # Errors
    /// In words, if it does not exist, or if it is not below the folder, also by way of a link.
    pub fn file(&self, name: &str) -> Result<PathBuf, Message> {
        let plain = self.plain(name)?;
        let real = fs::canonicalize(&plain)
            .map_err(|_| message!("there is no file `{name}`", name = shown(name)))?;
        if !real.starts_with(&self.0) {
            return Err(outside(name));
        }
        match real.is_file() {
            true => Ok(real),
            false => Err(message!("`{name}` is not a file", name = shown(name))),
        }
    }

    /// Returns the path of a file that may be written: its folder exists.
    ///
    /// # Errors
    /// In words, if it has not one of the endings, or is not below the folder, also by way of a link.
    pub fn output(&self, name: &str, ending: &str) -> Result<PathBuf, Message> {
        let plain = self.plain(name)?;
        if !plain.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            return Err(message!("the name of the output has to end in .{ending}", ending));
        }
        let folder = plain.parent().and_then(|folder| fs::canonicalize(folder).ok());
        let folder = folder.ok_or_else(|| message!("there is no folder for `{name}`", name = shown(name)))?;
        let path = plain.file_name().map(|name| folder.join(name)).ok_or_else(|| outside(name))?;
        let is_link = fs::symlink_metadata(&path).is_ok_and(|meta| !meta.is_file());
        if !folder.starts_with(&self.0) || is_link {
            return Err(outside(name));
        }
        Ok(path)
    }

    /// Returns a path within the folder, judged by its name only: the system is asked nothing about files outside, not
    /// even whether they exist.
    fn plain(&self, name: &str) -> Result<PathBuf, Message> {
        let path = Path::new(name);
        let path = path.strip_prefix(&self.0).unwrap_or(path);
        let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
        if name.is_empty() || name.len() > 1024 || name.contains('\0') || !path.components().all(inside) {
            return Err(outside(name));
        }
        Ok(self.0.join(path))
    }

    /// Returns the name of a path, relative to the folder.
    pub fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.0).unwrap_or(path).display().to_string()
    }
}

fn outside(name: &str) -> Message {
    message!("`{name}` is not below the folder that jianli was started with", name = shown(name))
}

fn shown(name: &str) -> String {
    name.chars().take(80).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
