//! TeX in Markdown, as in résumés for pandoc: commands for space are removed, commands that mark words up become
//! the equivalent Markdown, `\hfill` splits a line in two.

mod math;
mod tables;

use std::ops::Range;

use super::lines::{self, Line};
use super::{Edit, NoteKind, Repairs};
use tables::{BARE, KNOWN, LOGOS, MARKS, SIGNS, SPACE};

/// Reads or removes the known commands. A text with none of them keeps its backslashes.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    if !source.contains('\\') {
        return;
    }
    math::find(source, lines, found);
    line_ends(source, lines, found);
    for line in lines.iter().filter(|line| is_alone(line.text(source))) {
        found.leave_out(line.range.clone(), NoteKind::Tex);
    }
    let all = KNOWN.iter().any(|command| source.contains(command));
    if !all && !LOGOS.iter().any(|logo| source.contains(logo)) {
        return;
    }
    for line in lines.iter().filter(|line| source[line.range.clone()].contains('\\')) {
        let text = &source[line.range.clone()];
        // Alone on a line these are page breaks, which the model reads.
        if is_page_break(text.trim()) || is_alone(text.trim()) {
            continue;
        }
        let spans = lines::code_spans(text);
        let mut reader = Reader { text, base: line.range.start, spans, edits: Vec::new(), all };
        reader.commands();
        if let Some(first) = reader.edits.first() {
            let range = first.range.start..line.range.end;
            found.notes.push(super::Note { range, kind: NoteKind::Tex });
            found.edits.append(&mut reader.edits);
        }
    }
}

/// Reads TeX's line ends on two lines or more: `Sample University \\` over `Department \\`.
fn line_ends(source: &str, lines: &[Line], found: &mut Repairs) {
    let ends = |line: &&Line| {
        let text = line.text(source);
        let head =
            text.strip_suffix("\\\\").filter(|head| !head.ends_with(['\\', ':']) && !head.trim().is_empty());
        head.is_some() && lines::code_spans(text).iter().all(|span| span.end < text.len())
    };
    let ended: Vec<&Line> = lines.iter().filter(ends).collect();
    if ended.len() < 2 {
        return;
    }
    for line in ended {
        let end = line.range.end;
        // One backslash is Markdown's own line end, where a line follows.
        let follows = source[end..].split('\n').nth(1).is_some_and(|next| !next.trim().is_empty());
        found.edits.push(Edit::text(end - if follows { 1 } else { 2 }..end, ""));
    }
}

fn is_page_break(text: &str) -> bool {
    matches!(text, "\\newpage" | "\\pagebreak" | "\\clearpage")
}

/// Returns whether a line is nothing but a command that prints no words of its own: `\columnbreak`,
/// `\insertbib{articles}`.
fn is_alone(text: &str) -> bool {
    let Some(command) = text.strip_prefix('\\').filter(|_| !is_page_break(text)) else { return false };
    let len = command.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = command.split_at(len);
    let sign =
        SIGNS.iter().any(|(known, _)| *known == name) || MARKS.iter().any(|(known, ..)| *known == name);
    let argument = rest.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let key = argument.is_some_and(|key| !key.contains(['{', '}', ' ', '\\']) && name.contains("bib"));
    len >= 4 && !sign && (rest.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()) || key)
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    spans: Vec<Range<usize>>,
    edits: Vec<Edit>,
    /// Whether the text is written for TeX: every command is read.
    all: bool,
}

impl Reader<'_> {
    /// Goes through the commands of the line once; the ends of open arguments wait on a stack.
    fn commands(&mut self) {
        let bytes = self.text.as_bytes();
        // For each open brace the replacement of its closing one, or `None` for a brace that stays.
        let mut open: Vec<Option<&'static str>> = Vec::new();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\\' if !lines::inside(&self.spans, at) => at = self.command(at, &mut open),
                // `\cventry{2016}{PhD}`: a further argument of a removed command.
                b'{' if at > 0
                    && bytes[at - 1] == b'}'
                    && self.edits.last().is_some_and(|edit| edit.range.end == self.base + at) =>
                {
                    let closed = closes(&self.text[at..]);
                    if closed {
                        self.replace(at..at + 1, "");
                    }
                    open.push(closed.then_some("\t"));
                    at += 1;
                }
                b'{' => {
                    open.push(None);
                    at += 1;
                }
                b'}' => {
                    if let Some(Some(put)) = open.pop() {
                        self.replace(at..at + 1, put);
                    }
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// Reads one command and returns where to continue.
    fn command(&mut self, at: usize, open: &mut Vec<Option<&'static str>>) -> usize {
        let rest = &self.text[at + 1..];
        let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (name, end) = (&rest[..len], at + 1 + len);
        if len == 0 {
            return if self.all && rest.starts_with('\\') { self.line_end(at) } else { at + 2 };
        }
        if !self.all && !LOGOS.iter().any(|logo| logo[1..] == *name) {
            return end;
        }
        let star = usize::from(self.text[end..].starts_with('*') && self.text[end + 1..].starts_with('{'));
        let end = end + star;
        if let Some((_, before, behind)) = MARKS.iter().find(|(known, ..)| *known == name) {
            // `\section[short]{long}`, `\textcolor[rgb]{0,0,1}{words}`
            let skipped = self.option(end);
            let colored = matches!(name, "textcolor" | "colorbox");
            let skipped = if colored { self.arguments(skipped, 1) } else { skipped };
            if self.text[skipped..].starts_with('{') && closes(&self.text[skipped..]) {
                self.replace(at..skipped + 1, before);
                open.push(Some(behind));
                return skipped + 1;
            }
            return end;
        }
        if name == "href" {
            return self.link(at, end, open);
        }
        if SPACE.contains(&name) {
            let end = self.arguments(end, 4);
            // Between words it separates its neighbours, and each keeps its place.
            let within = !self.text[..at].trim().is_empty() && !self.text[end..].trim().is_empty();
            let parts = within && matches!(name, "hspace" | "hskip");
            self.replace(at..end, if parts { "<!---->" } else { "" });
            return end;
        }
        let sign = SIGNS.iter().find(|(known, _)| *known == name).map(|(_, put)| *put);
        let known = sign.or_else(|| BARE.contains(&name).then_some(""));
        let Some(put) = known else { return self.unknown(at, end, open) };
        // The blank after a command only ends it; `\hfill` drops those on both sides.
        let blanks = |text: &str| text.len() - text.trim_start_matches(' ').len();
        let mut start = at;
        if put == "\t" || put.starts_with('\u{a0}') {
            start = self.text[..at].trim_end_matches(' ').len();
        }
        let word = put.starts_with(|c: char| c.is_alphabetic() || matches!(c, '…' | '&' | '€' | '\u{a0}'));
        let mut next = if word { end } else { end + blanks(&self.text[end..]) };
        if self.text[next..].starts_with("{}") {
            next += 2;
        }
        if put == "\\\n" && self.text[next..].is_empty() {
            self.replace(start..next, "\\");
        } else {
            self.replace(start..next, put);
        }
        // `\centering{…}`: the braces only group.
        if self.text[next..].starts_with('{') && closes(&self.text[next..]) && put.is_empty() {
            self.replace(next..next + 1, "");
            open.push(Some(""));
            return next + 1;
        }
        next
    }

    /// Reads the end of a line: `\\` or `\\[2pt]`.
    fn line_end(&mut self, at: usize) -> usize {
        let end = self.arguments(at + 2, 1);
        let last = self.text[end..].trim().is_empty();
        self.replace(at..end, if last { "\\" } else { "\\\n" });
        end
    }

    /// Removes an unknown command: its arguments stay, separated by tabs; a setting (`\hangindent=2em`) is removed.
    fn unknown(&mut self, at: usize, end: usize, open: &mut Vec<Option<&'static str>>) -> usize {
        let rest = &self.text[end..];
        if rest.starts_with('{') && closes(rest) {
            self.replace(at..end + 1, "");
            open.push(Some("\t"));
            return end + 1;
        }
        let value = rest.strip_prefix('=').map_or(0, |value| {
            1 + value.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count()
        });
        if value > 0 || rest.is_empty() || rest.starts_with(['\\', '}']) {
            self.replace(at..end + value, "");
        }
        end + value
    }

    /// Reads `\href{url}{words}` as a link around the words, like `[words](url)`.
    fn link(&mut self, at: usize, end: usize, open: &mut Vec<Option<&'static str>>) -> usize {
        let rest = &self.text[end..];
        let url = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(url, _)| url);
        let Some(url) = url else { return end };
        let words = end + url.len() + 2;
        if !self.text[words..].starts_with('{') || !closes(&self.text[words..]) {
            return end;
        }
        // The words keep their place; an HTML link needs nothing after them but its end.
        let url: String = url.chars().filter(|c| !matches!(c, '"' | '<' | '>' | '\\')).collect();
        self.edits.push(Edit::text(self.base + at..self.base + words + 1, format!("<a href=\"{url}\">")));
        open.push(Some("</a>"));
        words + 1
    }

    /// Returns the offset after an option in brackets, if there is one.
    fn option(&self, from: usize) -> usize {
        let rest = &self.text[from..];
        from + rest.starts_with('[').then(|| group(rest, '[', ']')).flatten().unwrap_or(0)
    }

    /// Returns the offset after up to `most` arguments in braces or brackets.
    fn arguments(&self, from: usize, most: usize) -> usize {
        let mut at = from;
        for _ in 0..most {
            let rest = &self.text[at..];
            let (begin, end) = match rest.chars().next() {
                Some('{') => ('{', '}'),
                Some('[') => ('[', ']'),
                _ => break,
            };
            let Some(len) = group(rest, begin, end) else { break };
            at += len;
        }
        at
    }

    fn replace(&mut self, range: Range<usize>, put: &'static str) {
        self.edits.push(Edit::text(self.base + range.start..self.base + range.end, put));
    }
}

/// Returns whether the brace that a text begins with is closed in it.
fn closes(text: &str) -> bool {
    group(text, '{', '}').is_some()
}

/// Returns the length of a group in brackets at the start of a text. One longer than any argument does not count,
/// so that a line of openings costs little.
fn group(text: &str, begin: char, end: char) -> Option<usize> {
    const LONGEST: usize = 400;
    let mut depth = 0usize;
    for (at, c) in text.char_indices().take(LONGEST) {
        if c == begin {
            depth += 1;
        } else if c == end {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn commands_say_what_markdown_says() {
        for (source, want) in [
            (r"\title{\vspace{-2em}\textbf{Alex Sample}\vspace{-2em}}", "# **Alex Sample**"),
            (r"\maketitle", ""),
            (
                r"\centering{\href{mailto:a@example.com}{a@example.com}}",
                "<a href=\"mailto:a@example.com\">a@example.com</a>",
            ),
            (r"**Example University** \hfill Feb 2021 \linebreak", "**Example University**\tFeb 2021 \\"),
            (r"*BSc* \hfill Testville, ON", "*BSc*\tTestville, ON"),
            (r"\vspace{0.5em}", ""),
            (r"\section*{Education}", "# Education"),
            (r"\noindent Text \emph{of} mine", "Text *of* mine"),
            (r"\begin{itemize} \item one", "- one"),
            (r"\textcolor{red}{甲}乙\hfill", "甲乙\t"),
            (r"\EveryPar{\hangafter=1\hangindent=2em\relax}", "\t"),
            (r"\cventry{2016}{PhD}\hfill", "2016\tPhD\t\t"),
            (r"\textcolor[rgb]{0.1,0.2,0.3}{甲}乙", "甲乙"),
            (r"\textcolor[HTML]{00FF00}{甲} \rule{\linewidth}{0.4pt}", "甲"),
            (r"\vspace*{-2mm}\rule[1pt]{3cm}{1pt} 甲", "甲"),
            (r"\section[Work]{Work Experience}", "# Work Experience"),
            (r"\colorbox{yellow}{甲} \tcbox[colback=red]{乙}", "甲 乙"),
        ] {
            let got = shown(source);
            let got: Vec<_> = got.split(' ').filter(|word| !word.is_empty()).collect();
            assert_eq!(got.join(" "), want, "{source}");
        }
    }

    #[test]
    fn a_command_alone_on_its_line_is_left_out_of_any_text() {
        for source in
            [r"\columnbreak", "\\columnbreak  ", r"\clearrow", r"\insertbib{articles}", r"\bibliography{own}"]
        {
            assert_eq!(shown(source).trim(), "", "{source}");
        }
        for source in
            [r"\newpage", r"\word here", r"\Big", r"\shout{words of mine}", r"a \columnbreak", r"\*"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }

    #[test]
    fn lines_end_and_names_are_words() {
        for (source, want) in [
            (r"\begin{center} Alex \\", " Alex \\"),
            (r"\vspace{1em}a \\[2pt] b", "a \\\n b"),
            (r"\LaTeX and \TeX{}", "LaTeX and TeX"),
            (r"\LaTeX, C:\Users\x", r"LaTeX, C:\Users\x"),
            (r"le \og Journal\fg, 5 \euro par jour", "le «\u{a0}Journal\u{a0}», 5 € par jour"),
            (
                r"a@example.com \hspace[1em] \textbullet \hspace{1em} b",
                "a@example.com <!----> &bull; <!----> b",
            ),
            (r"\og a \fg{} et 7\euro", "«\u{a0}a\u{a0}» et 7€"),
            (r"C:\ogre, \euros", r"C:\ogre, \euros"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
    }

    #[test]
    fn what_is_no_command_stays() {
        for source in
            [r"C:\Users\张三", r"a\*b", r"\newpage", r"\textbf{open", r"`\vspace{1em}`", r"\foo{x} \\"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
