//! Findings for people, as clang and rustc write them. Only user of annotate-snippets.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Files, Message, Severity, Span, Speech, counted};

/// The style of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use terminal colours.
    pub color: bool,
    /// The columns available for a line; longer source lines are cut on both sides of the place.
    pub width: usize,
    /// The language.
    pub speech: Speech,
}

impl Default for Style {
    fn default() -> Style {
        Style { color: false, width: 100, speech: Speech::ENGLISH }
    }
}

/// How many bytes of a source line are looked at on each side of a place: a line may be megabytes long.
const CONTEXT: usize = 4096;

/// Returns a finding as text: file:line:column, the line shown, the cure. Ends in a newline.
///
/// Never fails: without a place, or with one in no file, only the text is shown.
pub fn render(diagnostic: &Diagnostic, files: &Files, style: Style) -> String {
    let said = |message: &Message| printable(&message.translated(style.speech));
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(style.speech.of("error")),
        Severity::Warning => Level::WARNING.with_name(style.speech.of("warning")),
        Severity::Note => Level::NOTE.with_name(style.speech.of("note")),
    };
    let message = said(&diagnostic.message);
    let mut group = Group::with_title(level.primary_title(message).id(diagnostic.code.id));
    if let Some(place) = diagnostic.primary {
        group = shown(group, place, (AnnotationKind::Primary, None), files);
    }
    for (place, text) in &diagnostic.labels {
        group = shown(group, *place, (AnnotationKind::Context, Some(said(text))), files);
    }
    let help = style.speech.of("help");
    let hints = diagnostic.hints.iter().map(|hint| Level::HELP.with_name(help).message(said(hint)));
    let group = group.elements(hints);
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width).decor_style(DecorStyle::Ascii);
    let text = renderer.render(&[group]) + "\n";
    match style.speech.of(": ") {
        ": " => text,
        colon => with_colon(&text, colon, (diagnostic.code.id, help)),
    }
}

/// Puts the language's colon after the beginning of each line.
fn with_colon(text: &str, colon: &str, (id, help): (&str, &str)) -> String {
    let line = |(nth, line): (usize, &str)| {
        let begin = if nth == 0 { id } else { help };
        let at = line.find(begin).filter(|at| nth == 0 || !line[..*at].contains(['|', ':']));
        let (before, behind) = line.split_at(at.unwrap_or(line.len()));
        before.to_owned() + &behind.replacen(": ", colon, 1)
    };
    text.split_inclusive('\n').enumerate().map(line).collect()
}

/// Adds a place: its position, and its first line with the place underlined.
fn shown<'a>(
    group: Group<'a>,
    place: Span,
    (kind, label): (AnnotationKind, Option<String>),
    files: &'a Files,
) -> Group<'a> {
    let (line, column) = files.line_column(place);
    let name = printable(files.name(place.file));
    let Some((text, place)) = excerpt(files.text(place.file), place) else {
        return group.element(Origin::path(name).line(line).char_column(column));
    };
    let snippet = Snippet::source(text).line_start(line).path(name);
    group.element(snippet.annotation(kind.span(place).label(label)))
}

/// Returns the line of a place, and the place in it. A place of several lines is cut at the end of the first.
/// Returns `None` if the line is blank, or if its beginning is too far away to be shown.
fn excerpt(text: &str, place: Span) -> Option<(&str, std::ops::Range<usize>)> {
    let at = boundary(text, place.start as usize);
    let from = boundary(text, at.saturating_sub(CONTEXT));
    let to = boundary(text, at.saturating_add(CONTEXT));
    let start = match text.get(from..at)?.rfind('\n') {
        Some(newline) => from + newline + 1,
        None if from == 0 => 0,
        None => return None,
    };
    let end = text.get(at..to)?.find('\n').map_or(to, |newline| at + newline);
    let line = text.get(start..end)?.trim_end_matches('\r');
    if line.trim().is_empty() {
        return None;
    }
    let end = start + line.len();
    let last = boundary(text, (place.end as usize).min(end).max(at));
    Some((line, at.min(end) - start..last.min(end) - start))
}

/// Returns the last character boundary that is not after `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Returns a text without the characters that control a terminal: controls and direction marks.
fn printable(text: &str) -> String {
    let harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if harmful(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Returns the number of findings of each severity, in words; empty if there are none.
pub fn summary(found: &[Diagnostic]) -> Message {
    let count = |severity: Severity, word: &'static str| {
        let n = found.iter().filter(|d| d.severity == severity).count();
        (n > 0).then(|| counted(n, word))
    };
    let counts =
        [count(Severity::Error, "error"), count(Severity::Warning, "warning"), count(Severity::Note, "note")];
    Message::list(counts.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, code};

    fn files(text: &str) -> Files {
        let mut files = Files::default();
        files.add("张三.md", text);
        files
    }

    fn at(text: &str, part: &str) -> Span {
        let start = text.find(part).expect("part of the text");
        Span::new(FileId::RESUME, start..start + part.len())
    }

    #[test]
    fn a_finding_shows_its_line_with_the_caret_under_wide_characters() {
        let text = "# 张三\n\n## 技能\n";
        let finding = Diagnostic::new(code::EMPTY, at(text, "技能"), "the section is empty")
            .hint("write something below it, or remove the title");
        let expected = "\
warning[J203]: the section is empty
 --> 张三.md:3:4
  |
3 | ## 技能
  |    ^^^^
  |
  = help: write something below it, or remove the title
";
        assert_eq!(render(&finding, &files(text), Style::default()), expected);
    }

    #[test]
    fn a_line_of_megabytes_costs_nothing_and_keeps_its_column() {
        let text = format!("{}中{}", "x".repeat(1 << 20), "y".repeat(1 << 20));
        let finding = Diagnostic::new(code::NO_GLYPH, at(&text, "中"), "no font has it");
        let shown = render(&finding, &files(&text), Style::default());
        assert!(shown.contains("张三.md:1:1048577"), "{shown}");
        assert!(shown.len() < 1000, "{shown}");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}中{}\n", "甲".repeat(500), "乙".repeat(500));
        let finding = Diagnostic::new(code::NO_GLYPH, at(&text, "中"), "no font has it");
        let shown = render(&finding, &files(&text), Style::default());
        assert!(shown.contains("张三.md:1:501") && shown.contains('中'), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
    }

    #[test]
    fn places_outside_the_text_and_in_no_file_are_harmless() {
        for span in
            [Span::new(FileId::RESUME, 900..901), Span::new(FileId(7), 0..3), Span::new(FileId::RESUME, 1..2)]
        {
            let finding = Diagnostic::new(code::DATE, span, "odd");
            assert!(render(&finding, &files("中文"), Style::default()).starts_with("warning[J205]: odd\n"));
        }
    }

    #[test]
    fn a_terminal_obeys_nothing_that_is_quoted() {
        let finding = Diagnostic::new(code::LINK, None, "dropped \u{1b}[2J\u{202e}");
        assert_eq!(
            render(&finding, &files(""), Style::default()),
            "warning[J111]: dropped \u{fffd}[2J\u{fffd}\n"
        );
    }

    #[test]
    fn counts_are_put_in_words() {
        let of = |code| Diagnostic::new(code, None, "");
        assert_eq!(summary(&[]), "");
        assert_eq!(summary(&[of(code::EMPTY), of(code::NUMBERING), of(code::EMPTY)]), "2 warnings, 1 note");
    }
}
