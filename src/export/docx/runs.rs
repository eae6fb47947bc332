//! Runs of text with their formatting, links and line ends.

use super::package::Relations;
use super::xml::Xml;
use crate::model::{Marks, Piece, Rich, Run};
use crate::source::chars::is_wide;

/// The most Han characters whose emphasis is shown by dots.
const MOST_DOTS: usize = 12;

/// Writes a text; `style` is its character style.
pub fn rich(xml: &mut Xml, relations: &mut Relations, text: &Rich, style: Option<&str>) {
    let mut pieces = text.0.iter().peekable();
    while let Some(piece) = pieces.next() {
        let Piece::Run(run) = piece else {
            line_end(xml);
            continue;
        };
        let Some(url) = run.link.as_deref().filter(|url| is_safe(url)) else {
            one(xml, run, style);
            continue;
        };
        let id = relations.link(url.trim());
        // A run has one character style: what is bold by its own says so itself.
        let linked = |xml: &mut Xml, run: &Run| {
            let mut run = run.clone();
            run.marks.strong |= style == Some("Strong");
            one(xml, &run, Some("Hyperlink"));
        };
        xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
        linked(xml, run);
        while let Some(Piece::Run(next)) =
            pieces.next_if(|next| matches!(next, Piece::Run(next) if next.link.as_deref() == Some(url)))
        {
            linked(xml, next);
        }
        xml.close("w:hyperlink");
    }
}

/// Writes characters without formatting.
pub fn plain(xml: &mut Xml, text: &str, style: Option<&str>) {
    if text.is_empty() {
        return;
    }
    one(xml, &Run { text: text.to_owned(), ..Run::default() }, style);
}

/// Writes the end of a line inside a paragraph.
pub fn line_end(xml: &mut Xml) {
    xml.open("w:r", &[]);
    xml.empty("w:br", &[]);
    xml.close("w:r");
}

/// Writes a tab.
pub fn tab(xml: &mut Xml) {
    xml.open("w:r", &[]);
    xml.empty("w:tab", &[]);
    xml.close("w:r");
}

/// Writes a run, with the members in the order of the schema.
fn one(xml: &mut Xml, run: &Run, style: Option<&str>) {
    let Marks { strong, emphasis, code, strike, underline, superscript, subscript } = run.marks;
    let wide = run.text.chars().any(is_wide);
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    if let Some(style) = style.or(code.then_some("CodeChar")) {
        xml.value("w:rStyle", style);
    }
    if code && style.is_some() {
        xml.empty("w:rFonts", &[("w:ascii", "Consolas"), ("w:hAnsi", "Consolas"), ("w:cs", "Consolas")]);
    }
    let slanted = emphasis && !wide;
    for (on, tag) in
        [(strong, "w:b"), (strong, "w:bCs"), (slanted, "w:i"), (slanted, "w:iCs"), (strike, "w:strike")]
    {
        if on {
            xml.empty(tag, &[]);
        }
    }
    if underline {
        xml.value("w:u", "single");
    }
    if superscript || subscript {
        xml.value("w:vertAlign", if superscript { "superscript" } else { "subscript" });
    }
    if emphasis && wide && run.text.chars().count() <= MOST_DOTS {
        xml.value("w:em", "dot");
    }
    if let Some(lang) = &run.lang {
        let east = ["zh", "ja", "ko"].iter().any(|known| lang.starts_with(known));
        let lang = match lang.as_str() {
            "zh-Hans" | "zh" => "zh-CN",
            "zh-Hant" => "zh-TW",
            lang => lang,
        };
        xml.empty("w:lang", &[(if east { "w:eastAsia" } else { "w:val" }, lang)]);
    }
    xml.close("w:rPr");
    let mut parts = run.text.split('\t');
    if let Some(first) = parts.next() {
        xml.text("w:t", &[("xml:space", "preserve")], first);
    }
    for part in parts {
        xml.empty("w:tab", &[]);
        xml.text("w:t", &[("xml:space", "preserve")], part);
    }
    xml.close("w:r");
}

/// Returns whether an address leads to a place or a person; no others are linked.
fn is_safe(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    let known =
        ["https://", "http://", "mailto:", "tel:", "sms:"].iter().any(|scheme| lower.starts_with(scheme));
    known && !lower.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}
