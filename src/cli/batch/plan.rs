//! What each résumé becomes, and that no two become the same.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::args::BuildArgs;
use crate::cli::output::{Target, check, targets};
use crate::cli::paths::is_stdin;
use crate::diag::Error;
use crate::session::folder_of;

/// The builds to do.
pub struct Plan {
    /// The arguments of each, in the order of the files.
    pub builds: Vec<BuildArgs>,
    /// Who writes what.
    pub claims: Claims,
}

/// Which résumé writes which file.
#[derive(Default)]
pub struct Claims(BTreeMap<PathBuf, PathBuf>);

fn refused(path: &Path, why: String) -> Error {
    Error::Write { path: path.to_owned(), source: io::Error::other(why) }
}

/// Tells whether the output is to go into a folder, also for a single résumé: its name ends in a slash.
pub fn wants_folder(args: &BuildArgs) -> bool {
    let ends = |path: &PathBuf| path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    args.output.as_ref().is_some_and(ends)
}

/// Plans a build for each file: into the folder of `-o`, else beside it.
///
/// # Errors
/// [`Error::Write`] if `-o` is no folder, or something would be written twice, or over a résumé.
pub fn make(args: &BuildArgs, files: &[PathBuf], deps: Option<&Path>) -> Result<Plan, Error> {
    let folder = folder(args)?;
    let formats = args.formats();
    let ending = formats.first().map_or("pdf", |format| format.ending());
    let build = |file: &PathBuf| {
        let name = file.file_name().map_or(file.as_path(), Path::new);
        let output = folder.map(|folder| folder.join(name).with_extension(ending));
        BuildArgs { file: Some(file.clone()), output, ..args.clone() }
    };
    let builds: Vec<BuildArgs> = files.iter().map(build).collect();
    let mut claims = Claims::default();
    for build in &builds {
        check(build, &formats)?;
        for target in targets(build)? {
            claims.add(&target, build.file())?;
        }
    }
    for file in files.iter().map(PathBuf::as_path) {
        if deps.is_some_and(|deps| identity(deps) == identity(file)) {
            return Err(refused(file, "it is a résumé; --deps needs a file of its own".to_owned()));
        }
    }
    if let Some(deps) = deps
        && (is_stdin(deps) || claims.0.contains_key(&identity(deps)))
    {
        return Err(refused(deps, "--deps needs a file of its own".to_owned()));
    }
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
    }
    Ok(Plan { builds, claims })
}

/// Returns the folder that several outputs go to, if it is not that of each source.
fn folder(args: &BuildArgs) -> Result<Option<&Path>, Error> {
    let Some(output) = args.output.as_deref() else { return Ok(None) };
    if is_stdin(output) {
        return Err(refused(Path::new("<stdout>"), "only one file fits there; give -o FOLDER/".to_owned()));
    }
    if !output.is_dir() && !wants_folder(args) {
        let shown = output.display();
        let why = format!("several résumés need a folder; -o {shown}/ makes one");
        return Err(refused(output, why));
    }
    Ok(Some(output))
}

impl Claims {
    fn add(&mut self, target: &Target, file: &Path) -> Result<(), Error> {
        let Target::File(path) = target else { return Ok(()) };
        match self.0.insert(identity(path), file.to_owned()) {
            Some(other) if other != file => {
                let (one, two) = (other.display(), file.display());
                let why = format!(
                    "{one} and {two} would both go there; rename one, or build them into two folders"
                );
                Err(refused(path, why))
            }
            _ => Ok(()),
        }
    }

    /// Refuses to write what is another résumé's: the second page of `a.md` would be `a-2.png`, and so
    /// would the only page of `a-2.md`.
    ///
    /// # Errors
    /// [`Error::Write`] with the name of the other.
    pub fn check(&self, target: &Target, file: &Path) -> Result<(), Error> {
        let Target::File(path) = target else { return Ok(()) };
        match self.0.get(&identity(path)) {
            Some(other) if other != file => Err(refused(
                path,
                format!("the picture of {} goes there; rename one of them", other.display()),
            )),
            _ => Ok(()),
        }
    }
}

/// Returns the one path of a file that may be named in several ways and need not be there.
fn identity(path: &Path) -> PathBuf {
    let folder = folder_of(path);
    let folder = fs::canonicalize(&folder).unwrap_or(folder);
    folder.join(path.file_name().unwrap_or_default())
}
