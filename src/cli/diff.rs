//! `jianli diff`: the changes from one résumé to another.

use std::path::Path;

use serde_json::json;

use super::args::{BuildArgs, DiagnosticFormat, DiffArgs, LookArgs};
use super::options::request;
use super::overwrite::Inputs;
use super::paths::is_stdin;
use super::report::{self, findings, print, printable, say};
use super::target::Target;
use super::{output, views};
use crate::diag::{CompileError, Error, Files, Message, Span, counted, message};
use crate::diff::{self, Change, How, ReportOptions};
use crate::session::{self, Format, Options, Outcome, Request, Session};

/// Prints the changes. Returns 0 if both say the same, 1 if not, and 2 if one of them has errors, as `diff` does.
///
/// # Errors
/// If a file cannot be read or written.
pub fn run(args: &DiffArgs) -> Result<u8, CompileError> {
    match compared(args) {
        Err(CompileError::Document) => Ok(2),
        told => told,
    }
}

fn compared(args: &DiffArgs) -> Result<u8, CompileError> {
    views::only_one(&args.look.views, &args.old)?;
    let format = args.pages.as_deref().map(format).transpose()?;
    if is_stdin(&args.old) && args.new.as_deref().is_some_and(is_stdin) {
        let source = std::io::Error::other("only one of the two can come from standard input");
        return Err(Error::Read { path: args.old.clone(), source }.into());
    }
    let old = asked(args, &args.old, &args.look, format)?;
    let new_look = match &args.against {
        Some(view) => LookArgs { views: args.look.views.of(view), ..args.look.clone() },
        None => args.look.clone(),
    };
    // Standard input can be read only once.
    let new = match args.new {
        None => Request {
            options: Options { formats: old.options.formats.clone(), dpi: args.dpi, ..new_look.options() },
            ..old.clone()
        },
        Some(_) => asked(args, args.new_file(), &new_look, format)?,
    };
    let Outcome { result, findings: found, files } = session::diff(&old, &new);
    findings(&found, &files, DiagnosticFormat::Human, true)?;
    let changes = result?;
    let told = if args.json {
        in_json((&old, &new), &changes, &files)
    } else {
        in_text(&changes, &files, report::is_colored_out())
    };
    print(told.as_bytes())?;
    if !args.quiet {
        say(&(printable(&report::localized(&summary((&old, &new), &changes))) + "\n"));
    }
    if let (Some(path), Some(format)) = (&args.pages, format) {
        overlay(args, (&old, &new), (path, format))?;
    }
    Ok(u8::from(!changes.is_empty()))
}

fn asked(args: &DiffArgs, file: &Path, look: &LookArgs, format: Option<Format>) -> Result<Request, Error> {
    let formats = format.into_iter().collect();
    request(file, Options { formats, dpi: args.dpi, ..look.options() })
}

/// Returns the format for the pages, by the ending of a file.
fn format(path: &Path) -> Result<Format, Error> {
    match Format::of(path) {
        Some(format @ (Format::Png | Format::Svg)) => Ok(format),
        _ => {
            let source =
                std::io::Error::other("pages are compared in a .png or a .svg: use one of these extensions");
            Err(Error::Write { path: path.to_owned(), source })
        }
    }
}

/// Writes the pages of both, one over the other.
fn overlay(
    args: &DiffArgs,
    (old, new): (&Request, &Request),
    (path, format): (&Path, Format),
) -> Result<(), CompileError> {
    let mut session = Session::open(&args.look.font_path)?;
    let Outcome { result, findings: found, files } = session.overlay(old, new);
    findings(&found, &files, DiagnosticFormat::Human, true)?;
    let pictures = result?;
    let build =
        BuildArgs { file: Some(args.old.clone()), output: Some(path.to_owned()), ..BuildArgs::default() };
    let inputs = [Inputs::of(&args.old, &files), Inputs::of(args.new_file(), &files)];
    for picture in pictures {
        let target = output::target(&build, format, picture.page)?;
        inputs.iter().try_for_each(|inputs| inputs.spare(&target))?;
        output::write(&target, &picture.bytes)?;
        if let (Target::File(path), false) = (&target, args.quiet) {
            say(&format!("{}\n", printable(&path.display().to_string())));
        }
    }
    Ok(())
}

/// Returns the name of a résumé: its file, and its view if one was chosen.
fn name(request: &Request) -> String {
    match &request.options.view {
        Some(view) => report::localized(&message!("{file} (view {view})", file = request.name, view)),
        None => request.name.clone(),
    }
}

fn place(files: &Files, span: Span) -> String {
    let (line, column) = files.line_column(span);
    printable(&format!("{}:{line}:{column}", files.name(span.file)))
}

/// Returns each change with its places.
pub fn in_text(changes: &[Change], files: &Files, color: bool) -> String {
    let place = |span: Span| place(files, span);
    diff::text(changes, &ReportOptions { place: &place, color, speech: report::speech() })
}

/// Returns the same as JSON, for programs.
pub fn in_json((old, new): (&Request, &Request), changes: &[Change], files: &Files) -> String {
    let place = |span: Span| {
        let (line, column) = files.line_column(span);
        json!({ "file": files.name(span.file), "line": line, "column": column })
    };
    let same = changes.is_empty();
    let changes = diff::json(changes, &place);
    let side = |request: &Request| json!({ "file": request.name, "view": request.options.view });
    let value =
        json!({ "schema_version": 1, "old": side(old), "new": side(new), "same": same, "changes": changes });
    format!("{value:#}\n")
}

/// Returns which two are compared, and the number of changes of each kind.
pub fn summary((old, new): (&Request, &Request), changes: &[Change]) -> Message {
    message!(
        "{names}: {changes}",
        names = format!("{} → {}", name(old), name(new)),
        changes = counts(changes)
    )
}

fn counts(changes: &[Change]) -> Message {
    let kinds = [How::Changed, How::Added, How::Removed, How::Moved];
    let count = |how: How| changes.iter().filter(|change| change.how == how).count();
    let told: Vec<Message> = kinds
        .into_iter()
        .filter(|how| count(*how) > 0)
        .map(|how| message!("{count} {how}", count = count(how), how = Message::from(how.name())))
        .collect();
    match told.as_slice() {
        [] => "no differences".into(),
        told => message!(
            "{changes}: {told}",
            changes = counted(changes.len(), "change"),
            told = Message::list(told)
        ),
    }
}
