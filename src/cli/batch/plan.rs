//! The outputs of each résumé, no two of them the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::pool;
use crate::cli::args::BuildArgs;
use crate::cli::output::{check, targets};
use crate::cli::paths::is_stdin;
use crate::cli::target::Target;
use crate::cli::{build as single, names, views};
use crate::diag::{Error, Message, message};
use crate::session::{self, Reading, Request, Signature, Understood, folder_of};
use crate::source;

/// The builds to do.
pub struct Plan {
    /// The builds, in the order of the files.
    pub builds: Vec<Planned>,
    /// Which résumé writes which file.
    pub claims: Claims,
}

/// Which résumé writes which file.
#[derive(Default)]
pub struct Claims(BTreeMap<PathBuf, PathBuf>);

fn refused(path: &Path, why: impl Into<Message>) -> Error {
    Error::Write { path: path.to_owned(), source: io::Error::other(why.into()) }
}

/// Returns whether the output is to go into a folder, even for a single résumé: its name ends in a slash.
pub fn wants_folder(args: &BuildArgs) -> bool {
    let ends = |path: &PathBuf| path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    args.output.as_ref().is_some_and(ends)
}

/// A build of one result, and where its name came from.
#[derive(Clone)]
pub struct Planned {
    /// The build.
    pub args: BuildArgs,
    /// The output before the text had a say in its name.
    pub given: Option<PathBuf>,
}

/// A file that was read, and those of its results that are still valid.
pub struct Known<'a> {
    /// The contents of the file.
    pub bytes: &'a [u8],
    /// The reading that the results share.
    pub reading: &'a Reading,
    /// Results that were planned for an earlier text, with the signature of what they saw of it.
    pub planned: Vec<(&'a Planned, &'a Signature)>,
}

impl Known<'_> {
    /// Returns the arguments of a result that sees the same as when it was planned: then its name is the same, too.
    fn again(&self, build: &BuildArgs, request: &Request) -> Option<BuildArgs> {
        let same = |planned: &&(&Planned, &Signature)| {
            let (look, known) = (&build.look, &planned.0.args.look);
            planned.0.given == build.output
                && (look.views.one(), &look.lang) == (known.views.one(), &known.lang)
        };
        let (planned, signature) = self.planned.iter().find(same)?;
        // The findings about the name may have moved.
        let stands = planned.args.told.is_empty() && session::sees_the_same(request, signature, self.reading);
        stands.then(|| planned.args.clone())
    }
}

/// Plans a build for each view of each file: into the folder of `-o`, else next to the file. `known` is what is known
/// about the file, if there is only one.
///
/// # Errors
/// [`Error::Write`] if `-o` is not a folder, or something would be written twice, or over a résumé.
pub fn make(
    args: &BuildArgs,
    files: &[PathBuf],
    deps: Option<&Path>,
    known: Option<&Known<'_>>,
) -> Result<Plan, Error> {
    let named = args.output.as_deref().filter(|output| is_file(args, output, files));
    let folder = if named.is_some() { None } else { folder(args)? };
    let formats = args.formats();
    let ending = formats.first().map_or("pdf", |format| format.ending());
    let build = |file: &PathBuf| {
        let name = file.file_name().map_or(file.as_path(), Path::new);
        let output = folder.map(|folder| folder.join(name).with_extension(ending));
        let output = output.or(named.map(Path::to_owned));
        BuildArgs { file: Some(file.clone()), output, ..args.clone() }
    };
    let mut builds: Vec<Planned> = Vec::with_capacity(files.len());
    for file in files {
        builds.extend(results(&build(file), (args, folder), ending, known)?);
    }
    let mut claims = Claims::default();
    for build in builds.iter().map(|planned| &planned.args) {
        check(build, &formats)?;
        for target in targets(build)? {
            claims.add(&target, &views::label(build))?;
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
        return Err(refused(deps, "--deps needs a file of its own"));
    }
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
    }
    Ok(Plan { builds, claims })
}

/// Plans a build for each result of a file, which is read once for all of them.
fn results(
    build: &BuildArgs,
    (args, folder): (&BuildArgs, Option<&Path>),
    ending: &str,
    known: Option<&Known<'_>>,
) -> Result<Vec<Planned>, Error> {
    // A file that cannot be read is reported in its place.
    let read = match known.is_some() || is_stdin(build.file()) || !build.look.views.may_be_several() {
        true => None,
        false => source::read(build.file()).ok(),
    };
    let reading = Reading::default();
    let own = read.as_ref().map(|bytes| Known { bytes, reading: &reading, planned: Vec::new() });
    let known = known.or(own.as_ref());
    let builds = views::builds(build, ending, known.map(|known| (known.bytes, known.reading)))?;
    let workers = pool::workers(builds.len());
    let planned = |build: BuildArgs| {
        let given = build.output.clone().or(args.output.clone());
        let build = BuildArgs { output: given.clone(), ..build };
        Ok(Planned { args: by_template(build, args, folder, known)?, given })
    };
    pool::on_each(builds, workers, planned).into_iter().collect()
}

/// Returns a build with the name that its own template gives: every résumé is read before any is built, so that no two
/// get the same name.
fn by_template(
    build: BuildArgs,
    args: &BuildArgs,
    folder: Option<&Path>,
    known: Option<&Known<'_>>,
) -> Result<BuildArgs, Error> {
    let template = args.output.as_deref().filter(|output| names::is_template(output));
    if template.is_none() && (folder.is_none() && args.output.is_some() || is_stdin(build.file())) {
        return Ok(build);
    }
    let given = BuildArgs { output: template.map(Path::to_owned), ..build.clone() };
    let asked = known.map_or_else(|| single::asked(&given), |known| single::asked_of(&given, known.bytes));
    // A file that cannot be read is reported in its place.
    let Ok(request) = asked else { return Ok(build) };
    let mentions = |word: &str| request.bytes.windows(word.len()).any(|part| part == word.as_bytes());
    let blind = mentions("redact") || !build.look.views.redact().is_empty();
    if template.is_none() && !mentions("output") && !blind {
        return Ok(build);
    }
    if let Some(again) = known.and_then(|known| known.again(&build, &request)) {
        return Ok(again);
    }
    let alone = Reading::default();
    let reading = known.map_or(&alone, |known| known.reading);
    let Ok(Understood { source, resume, .. }) = session::understand_in(&request, reading).result else {
        return Ok(build);
    };
    let Some((named, told)) = names::named(&given, &source, &resume)? else { return Ok(build) };
    let named = BuildArgs { told, ..named };
    match (template, folder, named.output.as_deref().and_then(Path::file_name)) {
        (None, Some(folder), Some(name)) => Ok(BuildArgs { output: Some(folder.join(name)), ..named }),
        _ => Ok(named),
    }
}

/// Returns whether an output is the name of a file, to which each view of a single résumé adds its own,
/// or a template that each résumé fills in.
fn is_file(args: &BuildArgs, output: &Path, files: &[PathBuf]) -> bool {
    let named = files.len() == 1 && args.look.views.may_be_several() || names::is_template(output);
    named && !is_stdin(output) && !output.is_dir() && !wants_folder(args)
}

/// Returns the folder for several outputs, unless it is that of each source.
fn folder(args: &BuildArgs) -> Result<Option<&Path>, Error> {
    let Some(output) = args.output.as_deref() else { return Ok(None) };
    if is_stdin(output) {
        return Err(refused(Path::new("<stdout>"), "only one file fits there; give -o FOLDER/"));
    }
    if !output.is_dir() && !wants_folder(args) {
        let shown = output.display();
        let why = message!("several résumés need a folder; -o {shown}/ makes one", shown);
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
                let why = message!(
                    "{one} and {two} would both go there; rename one, or build them into two folders",
                    one,
                    two
                );
                Err(refused(path, why))
            }
            _ => Ok(()),
        }
    }

    /// Refuses to write a file that is another résumé's: the second page of `a.md` would be `a-2.png`, and so
    /// would the only page of `a-2.md`.
    ///
    /// # Errors
    /// [`Error::Write`] with the name of the other.
    pub fn check(&self, target: &Target, file: &Path) -> Result<(), Error> {
        let Target::File(path) = target else { return Ok(()) };
        match self.0.get(&identity(path)) {
            Some(other) if other != file => Err(refused(
                path,
                message!("the picture of {other} goes there; rename one of them", other = other.display()),
            )),
            _ => Ok(()),
        }
    }
}

/// Returns a single path for a file that may be named in several ways and need not exist.
fn identity(path: &Path) -> PathBuf {
    let folder = folder_of(path);
    let folder = fs::canonicalize(&folder).unwrap_or(folder);
    folder.join(path.file_name().unwrap_or_default())
}
