//! A document as the client has it: saved or not.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::analysis::Analysis;
use super::position::{Encoding, Text};
use super::uri;

/// A document that is open.
pub struct Document {
    /// Its name for the client.
    pub uri: Uri,
    /// The file that it is, if it is one.
    pub path: Option<PathBuf>,
    /// Counts its changes, as the client does.
    pub version: i32,
    /// What it says.
    pub text: Text,
    analysis: Option<Analysis>,
    nothing: Analysis,
    /// It was read as it is.
    fresh: bool,
    /// It was saved as it is: its PDF is to be read back as well.
    pub saved: bool,
    /// When it was changed last.
    changed: Option<Instant>,
    /// It was changed, and what is wrong with it was not told since.
    pending: Option<Pending>,
}

/// Changes that nobody was told about.
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

    /// Makes changes in their order; one without a range is the whole text.
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

    /// Notes that it was saved as it is.
    pub fn save(&mut self) {
        self.saved = true;
        self.touch();
    }

    /// Notes that it has to be read again.
    pub fn touch(&mut self) {
        let now = Instant::now();
        self.fresh = false;
        let before = self.changed.replace(now);
        let first = self.pending.map_or(now, |pending| pending.first);
        self.pending = Some(Pending { first, last: now, before });
    }

    /// Returns when it has to be read again, and what is wrong with it told: at once after a change that stands alone, else
    /// when it was `quiet` so long, or `most` after the first change.
    pub fn due(&self, quiet: Duration, most: Duration) -> Option<Instant> {
        let Pending { first, last, before } = self.pending?;
        let alone = before.is_none_or(|before| last.duration_since(before) >= quiet);
        Some(if alone { last } else { (last + quiet).min(first + most) })
    }

    /// Tells whether it has to be read again.
    pub fn is_stale(&self) -> bool {
        !self.fresh
    }

    /// Keeps what it was read as.
    pub fn keep(&mut self, analysis: Analysis) {
        self.analysis = Some(analysis);
        self.fresh = true;
    }

    /// Notes that the client knows what is wrong with it as it is.
    pub fn was_published(&mut self) {
        self.pending = None;
    }

    /// Returns what it was read as.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.analysis.as_ref()
    }

    /// Returns what it was read as, or that nothing was.
    pub fn analysis_or_none(&self) -> &Analysis {
        self.analysis.as_ref().unwrap_or(&self.nothing)
    }

    /// Tells whether what it was read as depends on a file.
    pub fn looked_at(&self, path: &Path) -> bool {
        self.analysis.as_ref().is_some_and(|analysis| analysis.files.looked_at().contains(path))
    }

    /// Returns its file with what stands in it here.
    pub fn provided(&self) -> Option<(PathBuf, Vec<u8>)> {
        Some((self.path.clone()?, self.text.as_str().as_bytes().to_vec()))
    }

    /// Tells whether it is a layout, by its name.
    pub fn is_toml(&self) -> bool {
        let path = self.path.as_deref().unwrap_or_else(|| Path::new(self.uri.as_str()));
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
    }
}
