//! Running text with its marks: a flat list of pieces, each with its place.

use crate::diag::Span;

/// Text as it is printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rich(pub Vec<Piece>);

/// A piece of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Characters of one look.
    Run(Run),
    /// A line end that the author asked for.
    Break,
}

/// Characters of one look, from one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// What is printed. Has the length of `span` exactly when it is the source's own bytes.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// How it is marked.
    pub marks: Marks,
    /// Where it leads.
    pub link: Option<String>,
    /// Its language, where it differs from the document's.
    pub lang: Option<String>,
}

/// How text is marked in the source; what that looks like is the layout's business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// `**strong**`
    pub strong: bool,
    /// `*emphasis*`
    pub emphasis: bool,
    /// `` `code` ``
    pub code: bool,
    /// `~~struck~~`
    pub strike: bool,
    /// `<u>`
    pub underline: bool,
    /// `<sup>`
    pub superscript: bool,
    /// `<sub>`
    pub subscript: bool,
}

impl Rich {
    /// Returns the characters alone, a newline for each [`Piece::Break`].
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Run(run) => run.text.as_str(),
                Piece::Break => "\n",
            })
            .collect()
    }

    /// Tells whether nothing would be printed.
    pub fn is_blank(&self) -> bool {
        self.runs().all(|run| run.text.trim().is_empty())
    }

    /// Returns the runs, without the breaks.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Run(run) => Some(run),
            Piece::Break => None,
        })
    }

    /// Returns the place of all of it; none if it has no runs.
    pub fn span(&self) -> Option<Span> {
        self.runs().map(|run| run.span).reduce(Span::to)
    }
}
