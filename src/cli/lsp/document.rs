//! A document as the client has it: saved or not.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::analysis::Analysis;
use super::position::{Encoding, Text};
use super::uri;

/// An open document.
pub struct Document {
    /// Its name for the client.
    pub uri: Uri,
    /// Its file, if it has one.
    pub path: Option<PathBuf>,
    /// The number of its version, as the client counts.
    pub version: i32,
    /// Its text.
    pub text: Text,
    analysis: Option<Analysis>,
    nothing: Analysis,
    /// Whether its current text was analysed.
    fresh: bool,
    /// Whether its current text was saved: the PDF is then read back as well.
    pub saved: bool,
    /// The time of the last change.
    changed: Option<Instant>,
    /// The changes since the findings were last published, if any.
    pending: Option<Pending>,
}

/// Changes whose findings are not yet published.
#[derive(Clone, Copy)]
struct Pending {
    first: Instant,
    last: Instant,
    /// The change before the last.
    before: Option<Instant>,
}

impl Document {
    /// Returns a document as it was opened.
    pub fn new(opened: TextDocumentItem) -> Document {
        let mut document = Document {
            path: uri::path(&opened.uri),
            uri: opened.uri,
            version: opened.version,
            text: Text::new(opened.text),
            analysis: None,
            nothing: Analysis::default(),
            fresh: false,
            saved: false,
            changed: None,
            pending: None,
        };
        document.touch();
        document
    }

    /// Makes changes in their order; one without a range replaces the whole text.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        for change in changes {
            match change.range {
                Some(range) => self.text.replace(range, &change.text, encoding),
                None => self.text = Text::new(change.text),
            }
        }
        self.version = version;
        self.saved = false;
        self.touch();
    }

    /// Notes that its current text was saved.
    pub fn save(&mut self) {
        self.saved = true;
        self.touch();
    }

    /// Notes that it has to be analysed again.
    pub fn touch(&mut self) {
        let now = Instant::now();
        self.fresh = false;
        let before = self.changed.replace(now);
        let first = self.pending.map_or(now, |pending| pending.first);
        self.pending = Some(Pending { first, last: now, before });
    }

    /// Returns when it has to be analysed again and its findings published: at once after a single change, otherwise
    /// after `quiet` without a change, or at most `most` after the first.
    pub fn due(&self, quiet: Duration, most: Duration) -> Option<Instant> {
        let Pending { first, last, before } = self.pending?;
        let alone = before.is_none_or(|before| last.duration_since(before) >= quiet);
        Some(if alone { last } else { (last + quiet).min(first + most) })
    }

    /// Returns whether it has to be analysed again.
    pub fn is_stale(&self) -> bool {
        !self.fresh
    }

    /// Keeps an analysis of the current text.
    pub fn keep(&mut self, analysis: Analysis) {
        self.analysis = Some(analysis);
        self.fresh = true;
    }

    /// Notes that the client has the findings in the current text.
    pub fn was_published(&mut self) {
        self.pending = None;
    }

    /// Returns the analysis, if there is one.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.analysis.as_ref()
    }

    /// Returns the analysis, or an empty one.
    pub fn analysis_or_none(&self) -> &Analysis {
        self.analysis.as_ref().unwrap_or(&self.nothing)
    }

    /// Returns whether the analysis depends on a file.
    pub fn looked_at(&self, path: &Path) -> bool {
        self.analysis.as_ref().is_some_and(|analysis| analysis.files.looked_at().contains(path))
    }

    /// Returns its file with the text that it has here.
    pub fn provided(&self) -> Option<(PathBuf, Vec<u8>)> {
        Some((self.path.clone()?, self.text.as_str().as_bytes().to_vec()))
    }

    /// Returns whether it is a layout, by its name.
    pub fn is_toml(&self) -> bool {
        let path = self.path.as_deref().unwrap_or_else(|| Path::new(self.uri.as_str()));
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
    }
}
