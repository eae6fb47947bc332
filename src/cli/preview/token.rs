//! The token that lets a browser in. It is kept for a port that was asked for, so that an open page finds its way
//! back when the preview is started again.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diag::{Error, Message};

/// The number of random bytes in a token: too many to be guessed.
const BYTES: usize = 16;

/// Returns the token of this port, kept from an earlier run if there was one; without a port, a fresh one.
///
/// # Errors
/// If the system has no random bytes.
pub fn of(port: Option<u16>) -> Result<String, Error> {
    let kept = port.and_then(place);
    if let Some(token) = kept.as_deref().and_then(read) {
        return Ok(token);
    }
    let token = fresh()?;
    // If it cannot be kept, the next run has another.
    let _ = kept.map(|path| keep(&path, &token));
    Ok(token)
}

fn fresh() -> Result<String, Error> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Error::Backend {
        what: "preview token",
        reason: Message::foreign(error.to_string(), "the system refuses"),
    })?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Returns the file for the token of a port: in the folder that only this user can read and that is removed when the
/// user logs out (XDG Base Directory Specification, `XDG_RUNTIME_DIR`).
fn place(port: u16) -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os("XDG_RUNTIME_DIR")?);
    folder.is_absolute().then(|| folder.join("jianli").join(format!("preview-{port}")))
}

/// Returns a token that was kept, if no other user can have read or written it.
fn read(path: &Path) -> Option<String> {
    let meta = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let token = fs::read_to_string(path).ok().filter(|_| is_private(&meta))?;
    let sound = token.len() == 2 * BYTES && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    sound.then_some(token)
}

#[cfg(unix)]
fn is_private(meta: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    meta.mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    true
}

fn keep(path: &Path, token: &str) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    let mut folder = fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        options.mode(0o600);
        folder.mode(0o700);
    }
    if let Some(parent) = path.parent() {
        folder.create(parent)?;
    }
    let _ = fs::remove_file(path);
    options.open(path)?.write_all(token.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_tokens_differ() {
        let [one, two] = [of(None).unwrap(), of(None).unwrap()];
        assert!(one != two && one.len() == 2 * BYTES);
    }

    #[cfg(unix)]
    #[test]
    fn a_token_is_kept_for_nobody_else_to_read() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jianli/preview-4000");
        let token = fresh().unwrap();
        keep(&path, &token).unwrap();
        assert_eq!(read(&path), Some(token.clone()));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(read(&path), None, "others can read it");
        keep(&path, "short").unwrap();
        assert_eq!(read(&path), None);
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", &path).unwrap();
        assert_eq!(read(&path), None, "a link");
    }
}
