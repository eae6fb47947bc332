//! A paragraph as the printer's copy: one string, the class of each character, and what is known of
//! a break before it. Two bytes per byte of text, so that a line of ten megabytes is no problem.

use std::borrow::Cow;
use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;

use super::class::Class;
use super::emoji;
use super::locale::Locale;
use crate::boxes::{Folio, Icon, Inline, Text, TextStyle};
use crate::geom::Pt;
use crate::layout::RatingMarks;

/// The scanners' rule for a break before a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(in crate::lines) enum BreakRule {
    /// Nothing: the pair table decides next to wide characters; elsewhere no line ends.
    #[default]
    Open,
    /// UAX #14 allows a line end.
    Free,
    /// No line ends.
    Never,
    /// After the hyphen of a compound.
    Hyphen,
    /// After the solidus of `TCP/IP`.
    Slash,
    /// In a URL, after `/`.
    Url,
    /// In a URL elsewhere; in code.
    UrlElse,
    /// In an identifier.
    Name,
    /// After 年 or 月 in a date.
    Part,
    /// Before a dot in a URL or an identifier.
    Dot,
    /// After the connector of a range of dates.
    Range,
    /// Between a number and its counter.
    Counter,
    /// In a phone number, a version, a date.
    Token,
    /// After 约 and the like.
    Loose,
    /// After the sign of a product: 120×80.
    Times,
    /// In a long stretch of a URL without a separator.
    Long,
}

/// The copy of one paragraph, or of the text between two forced line ends.
#[derive(Debug, Default)]
pub(in crate::lines) struct ParagraphText<'p> {
    /// All characters in order; an object is U+FFFC.
    pub text: String,
    /// The class of each byte; bytes inside a character, and characters that belong to the cluster
    /// before, are [`Class::Cm`].
    pub class: Vec<Class>,
    /// The rule for a break before each byte.
    pub bond: Vec<BreakRule>,
    /// The origins of the characters, in order.
    pub pieces: Vec<Piece<'p>>,
    /// The looks that pieces name.
    pub looks: Vec<Look<'p>>,
}

/// Characters from one place.
#[derive(Clone, Debug)]
pub(in crate::lines) struct Piece<'p> {
    /// Offset after its last byte.
    pub end: u32,
    /// Its look.
    pub look: u16,
    /// Its kind.
    pub what: What<'p>,
}

impl Piece<'_> {
    /// Returns its style.
    pub fn style(&self) -> TextStyle {
        match &self.what {
            What::Text(text) => text.style,
            What::Number(style) => **style,
            What::Separator(text) => text.style,
            What::Icon(_) | What::Blank(_) => TextStyle::default(),
        }
    }
}

/// The kinds of piece.
#[derive(Clone, Debug)]
pub(in crate::lines) enum What<'p> {
    /// Text.
    Text(&'p Text),
    /// A page number.
    Number(&'p TextStyle),
    /// An icon.
    Icon(&'p Icon),
    /// A blank of the layout.
    Blank(Pt),
    /// A separator that the layout prints between two things on one line.
    Separator(&'p Text),
}

/// Everything that decides the positions of a piece's glyphs. Colour, links and lines are not in it:
/// characters of one look are shaped together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lines) struct Look<'p> {
    /// Its style, of which only the fields about faces and sizes are compared.
    pub style: TextStyle,
    /// Whether it is code.
    pub verbatim: bool,
    /// Whether no line ends inside.
    pub unbroken: bool,
    /// Its language tag.
    pub lang: &'p str,
    /// The same, parsed.
    pub locale: Locale,
    /// The look of ratings.
    pub rating: RatingMarks,
    /// Whether the author named the language of these very characters, which settles the class of ambiguous
    /// ones (rule 37).
    pub told: bool,
}

impl Look<'_> {
    /// Returns whether text of both looks is shaped as one.
    fn sets_like(&self, other: &Look<'_>) -> bool {
        let (a, b) = (&self.style.style, &other.style.style);
        (a.size, a.weight, a.italic, a.stack, a.tracking, a.tracking_latin, a.caps)
            == (b.size, b.weight, b.italic, b.stack, b.tracking, b.tracking_latin, b.caps)
            && self.style.rise == other.style.rise
            && (self.verbatim, self.unbroken) == (other.verbatim, other.unbroken)
            && (self.lang, self.told, self.rating) == (other.lang, other.told, other.rating)
    }
}

/// Returns the character printed for that of a rating: the mark of the wanted shape, filled or empty
/// as it is. All of them are three bytes long.
pub(in crate::lines) fn shown(c: char, marks: RatingMarks) -> char {
    let [filled, empty] = match marks {
        RatingMarks::Typed => return c,
        RatingMarks::Stars => ['★', '☆'],
        RatingMarks::Dots => ['●', '○'],
        RatingMarks::Squares => ['■', '□'],
    };
    match c {
        '★' | '●' | '■' | '◆' => filled,
        '☆' | '○' | '□' | '◇' => empty,
        other => other,
    }
}

/// Returns whether a character may be in one cluster with a neighbour: marks, emoji, jamo, and the
/// scripts of South Asia and the Near East. Latin, Han and kana without marks are not even checked.
fn may_join(c: char, class: Class) -> bool {
    match c {
        ..'\u{300}' => false,
        '\u{600}'..'\u{2000}' | '\u{a800}'..'\u{ac00}' | '\u{d7a4}'..'\u{e000}' => true,
        '\u{10000}'.. => class != Class::Id,
        _ => matches!(class, Class::Cm | Class::Em),
    }
}

/// Returns the approximate number of bytes of copy that an inline makes.
fn length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) => text.text.len(),
        _ => '\u{fffc}'.len_utf8(),
    }
}

impl<'p> ParagraphText<'p> {
    /// Returns the copy of some inlines without [`Inline::Break`].
    ///
    /// `lang` is the paragraph's language, `folio` the page numbers to show.
    pub fn of(inlines: &'p [Inline], lang: &'p str, folio: (u32, u32)) -> ParagraphText<'p> {
        let mut copy = ParagraphText::default();
        copy.text.reserve_exact(inlines.iter().map(length).sum());
        copy.pieces.reserve_exact(inlines.len());
        let own = |inline: &'p Inline| match inline {
            Inline::Text(text) => Some(text.lang.as_deref()),
            _ => None,
        };
        // A language that all of it shares is that of the paragraph.
        let mut langs = inlines.iter().filter_map(own);
        let first = langs.next().flatten();
        let told = langs.any(|lang| lang != first);
        for inline in inlines {
            copy.add(inline, (lang, told), folio);
        }
        copy.classify();
        copy
    }

    fn add(&mut self, inline: &'p Inline, (lang, told): (&'p str, bool), (page, pages): (u32, u32)) {
        let plain = TextStyle::default();
        let rating = match inline {
            Inline::Text(text) => text.rating,
            _ => RatingMarks::Typed,
        };
        let (what, style, verbatim, unbroken, own) = match inline {
            Inline::Text(text) => {
                self.text.push_str(&text.text);
                (What::Text(text), text.style, text.verbatim, text.unbroken, text.lang.as_deref())
            }
            Inline::Folio(which, style) => {
                let number = if *which == Folio::Page { page } else { pages };
                self.text.push_str(&number.to_string());
                (What::Number(style), *style, false, true, None)
            }
            Inline::Icon(icon) => {
                self.text.push('\u{fffc}');
                (What::Icon(icon), plain, false, false, None)
            }
            Inline::Space(width) => {
                self.text.push('\u{fffc}');
                (What::Blank(*width), plain, false, false, None)
            }
            Inline::Separator(text) => {
                self.text.push('\u{fffc}');
                (What::Separator(text), text.style, true, false, None)
            }
            Inline::Break => return,
        };
        let told = told && own.is_some();
        let lang = own.unwrap_or(lang);
        let look = Look { style, verbatim, unbroken, lang, locale: Locale::of(lang), rating, told };
        let known = self.looks.iter().position(|other| other.sets_like(&look));
        let look = known.unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        let look = u16::try_from(look).unwrap_or(u16::MAX);
        self.pieces.push(Piece { end: self.text.len() as u32, look, what });
    }

    /// Fills in the classes of all bytes.
    fn classify(&mut self) {
        self.class = vec![Class::Cm; self.text.len()];
        self.bond = vec![BreakRule::Open; self.text.len()];
        let mut clusters = false;
        let mut before = (0, ' ');
        for (at, c) in self.text.char_indices() {
            let class = Class::of(c);
            clusters |= may_join(c, class);
            self.class[at] = class;
            if emoji::makes_picture(before.1, c) {
                self.class[before.0] = Class::Em;
            }
            if !emoji::only_tints(c) {
                before = (at, c);
            }
        }
        if clusters {
            self.join_clusters();
        }
        let mut start = 0;
        for piece in &self.pieces {
            if let What::Blank(_) | What::Separator(_) = piece.what {
                self.class[start] = Class::Bl;
            }
            start = piece.end as usize;
        }
        if self.class.first() == Some(&Class::Cm) {
            self.class[0] = Class::Sy; // a mark with nothing before it stands by itself
        }
    }

    /// Joins the characters of a grapheme cluster to its first one (rule 14).
    fn join_clusters(&mut self) {
        let mut from = 0;
        for to in GraphemeClusterSegmenter::new().segment_str(&self.text) {
            for class in self.class.iter_mut().take(to).skip(from + 1) {
                *class = Class::Cm;
            }
            from = to;
        }
    }

    /// Returns a part of the text, of one look, as it is printed.
    pub fn shown(&self, range: Range<usize>) -> Cow<'_, str> {
        let text = self.text.get(range.clone()).unwrap_or("");
        match self.looks.get(usize::from(self.look_at(range.start))).map(|look| look.rating) {
            None | Some(RatingMarks::Typed) => Cow::Borrowed(text),
            Some(marks) => text.chars().map(|c| shown(c, marks)).collect(),
        }
    }

    /// Returns the character at an offset; a blank after the end.
    pub fn char_at(&self, at: usize) -> char {
        self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
    }

    /// Returns the class of the cluster that ends at `at`.
    pub fn class_before(&self, at: usize) -> Class {
        let before = self.class.iter().take(at).rev().take(64);
        before.copied().find(|class| *class != Class::Cm).unwrap_or(Class::Sy)
    }

    /// Returns the offset after the cluster at `at`: that of the next class other than `Cm`.
    pub fn after_cluster(&self, at: usize) -> usize {
        let joined = self.class.iter().skip(at + 1).take_while(|class| **class == Class::Cm).count();
        (at + 1 + joined).min(self.text.len())
    }

    /// Forbids all line ends inside a range unless there is no other way (rule 13).
    pub fn hold(&mut self, range: Range<usize>) {
        let first = self.after_cluster(range.start);
        for bond in self.bond.iter_mut().take(range.end).skip(first) {
            *bond = BreakRule::Token;
        }
    }

    /// Returns the index of the piece that contains a byte.
    pub fn piece_at(&self, at: usize) -> usize {
        self.pieces.partition_point(|piece| piece.end as usize <= at).min(self.pieces.len().saturating_sub(1))
    }

    /// Returns the look of a byte.
    pub fn look_at(&self, at: usize) -> u16 {
        self.pieces.get(self.piece_at(at)).map_or(0, |piece| piece.look)
    }
}
