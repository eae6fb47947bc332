//! Parts of a text in files of their own: `<!-- include: part.md -->` on a line by itself.

use std::path::{Path, PathBuf};

use super::load::{Beside, Unusable};
use super::{Decoded, Source, composed, front, text_of};
use crate::diag::{Diagnostic, FileId, Files, Message, Pieces, Sink, Span, code, message};

/// The most files that one text is made of.
const MOST: usize = 64;
/// The most bytes of the whole.
const LONGEST: usize = 8 << 20;

/// Returns a text with its includes, and where each part of it was; `None` if it includes nothing. Every file is
/// noted, and reported where it cannot be included.
pub(super) fn included(source: &Source, files: &mut Files, sink: &mut Sink) -> Option<(String, Pieces)> {
    let from = source.front.span.range().end;
    if !source.text.contains("include") || !lines(&source.text, from).any(|(line, _)| path(line).is_some()) {
        return None;
    }
    let mut joined = Joined {
        folder: source.folder.as_deref(),
        files,
        sink,
        text: source.text.get(..from).unwrap_or_default().to_owned(),
        pieces: Pieces::default(),
        open: vec![name_of(source)],
        count: 0,
    };
    joined.pieces.push(from, 0..from);
    joined.add(&source.text, from, source.file);
    Some((joined.text, joined.pieces))
}

/// Reads another file named by a text, in its folder or below.
///
/// # Errors
/// The reason why it cannot be read.
pub fn beside(folder: Option<&Path>, name: &str, files: &mut Files) -> Result<(PathBuf, Vec<u8>), Message> {
    let folder = folder.ok_or_else(|| Unusable::NoFolder.message())?;
    files.look_at(folder.join(name));
    Beside { folder, files }.read(name).map_err(|why| why.message())
}

/// Returns the name of a file in its folder.
fn name_of(source: &Source) -> PathBuf {
    Path::new(&source.name).file_name().unwrap_or_default().into()
}

/// Returns the path that a line includes.
fn path(line: &str) -> Option<&str> {
    let inside = line.trim_end().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let rest = inside.strip_prefix("include")?.trim_start();
    let path = rest.strip_prefix([':', '：'])?.trim();
    (!path.is_empty() && !inside.contains("--")).then_some(path)
}

/// Returns the lines from an offset on that are not in a code block, each with its offset.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (&str, usize)> {
    let (mut at, mut fence) = (from, None);
    let lines = text.get(from..).unwrap_or_default().split_inclusive('\n');
    lines.filter_map(move |line| {
        let start = at;
        at += line.len();
        let bare = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark && bare.chars().all(|c| mark.starts_with(c)) => {
                fence = None;
            }
            (None, None) => return Some((line, start)),
            _ => {}
        }
        None
    })
}

/// A text being put together.
struct Joined<'a> {
    folder: Option<&'a Path>,
    files: &'a mut Files,
    sink: &'a mut Sink,
    text: String,
    pieces: Pieces,
    /// The files that are being read, each included by the previous one.
    open: Vec<PathBuf>,
    count: usize,
}

impl Joined<'_> {
    /// Adds a text from an offset on. The depth is that of the files, which are bounded.
    fn add(&mut self, text: &str, from: usize, file: FileId) {
        let mut at = from;
        let found: Vec<(&str, usize)> = lines(text, from).filter(|(line, _)| path(line).is_some()).collect();
        for (line, start) in found {
            self.keep(text, at..start, file);
            at = start + line.len();
            let place = Span::new(file, start..start + line.trim_end().len());
            if let Some(path) = path(line) {
                self.include(path, place);
            }
        }
        self.keep(text, at..text.len(), file);
    }

    fn keep(&mut self, text: &str, range: std::ops::Range<usize>, file: FileId) {
        self.text.push_str(text.get(range.clone()).unwrap_or_default());
        self.pieces.push_of(range.len(), Span::new(file, range));
    }

    /// Puts a blank line between joined parts, lest they run together.
    fn part(&mut self, place: Span) {
        while !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
            self.pieces.push_of(1, Span { end: place.start, ..place });
        }
    }

    fn include(&mut self, path: &str, place: Span) {
        match self.read(path) {
            Ok((name, text)) => {
                let shown = self.folder.unwrap_or(Path::new("")).join(&name).display().to_string();
                let from = front::read(&text, FileId(self.files.count()), &mut Sink::default()).1;
                let file = self.files.add(shown, text.as_str());
                self.part(place);
                self.open.push(name);
                self.add(&text, from, file);
                self.open.pop();
                self.part(place);
            }
            Err(why) => {
                let found = Diagnostic::new(
                    code::INCLUDE,
                    place,
                    message!("`{path}` cannot be included: {why}", path, why),
                );
                self.sink.report(found.hint("name a Markdown file in the folder of the résumé or below"));
            }
        }
    }

    /// Reads a file that the innermost one includes; returns its path from the folder of the whole.
    fn read(&mut self, path: &str) -> Result<(PathBuf, String), Message> {
        let folder = self.folder.ok_or_else(|| Unusable::NoFolder.message())?;
        let beside = self.open.last().and_then(|file| file.parent()).unwrap_or(Path::new(""));
        let name: PathBuf = beside.join(path).components().collect();
        if let Some(first) = self.open.iter().position(|open| *open == name) {
            let chain = self.open[first..].iter().chain([&name]);
            let chain: Vec<String> = chain.map(|file| file.display().to_string()).collect();
            return Err(message!("it would include itself: {chain}", chain = chain.join(" → ")));
        }
        self.count += 1;
        if self.count > MOST {
            return Err(message!("the text is made of more than {most} files", most = MOST));
        }
        self.files.look_at(folder.join(&name));
        let spelt = name.to_str().ok_or_else(|| Unusable::Missing.message())?;
        let beside = Beside { folder, files: self.files };
        let (_, bytes) = beside.read(spelt).map_err(|why| why.message())?;
        let Decoded { text, replaced, .. } = text_of(&bytes).map_err(|fault| fault.message)?;
        let (text, _) = composed(text, replaced);
        match self.text.len() + text.len() > LONGEST {
            true => Err(message!("the whole text is larger than {mib} MiB", mib = LONGEST >> 20)),
            false => Ok((name, text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_by_itself_includes() {
        assert_eq!(path("<!-- include: a.md -->\n"), Some("a.md"));
        assert_eq!(path("<!--include：sub/甲 乙.md-->"), Some("sub/甲 乙.md"));
        for line in [
            "  <!-- include: a.md -->",
            "x <!-- include: a.md -->",
            "<!-- include: -->",
            "<!-- included: a -->",
        ] {
            assert_eq!(path(line), None, "{line}");
        }
        let text = "```\n<!-- include: a.md -->\n```\n<!-- include: b.md -->\n";
        assert_eq!(lines(text, 0).filter_map(|(line, _)| path(line)).collect::<Vec<_>>(), ["b.md"]);
    }
}
