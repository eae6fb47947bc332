//! Rich text in a role's style → the pieces of a paragraph.

use super::rating;
use super::{Inline, Paragraph, ParagraphSetting, Text, TextStyle};
use crate::geom::Pt;
use crate::layout::{Emphasis, Hyphenate, Layout, StackId, Style, role};
use crate::model::{Marks, Piece, Rich, Run};
use crate::source::chars::{is_han, is_hangul, is_kana, is_wide};

/// Returns the pieces of a text in the style of a role.
pub(super) fn inlines(rich: &Rich, style: &Style, layout: &Layout) -> Vec<Inline> {
    let mut inlines = Vec::with_capacity(rich.0.len());
    for piece in &rich.0 {
        let Piece::Run(run) = piece else {
            inlines.push(Inline::Break);
            continue;
        };
        let text = Text {
            text: run.text.clone(),
            span: run.span,
            style: marked(style, run.marks, run.link.is_some(), layout),
            link: run.link.clone(),
            lang: run.lang.clone(),
            verbatim: run.marks.code,
            ..Text::default()
        };
        rating::part(text, &layout.rating, &mut inlines);
    }
    if !matches!(layout.setting.emphasis, Emphasis::Face(_)) {
        inlines.chunk_by_mut(|a, b| slants(a) == slants(b)).for_each(even_slant);
    }
    inlines
}

fn slants(inline: &Inline) -> bool {
    matches!(inline, Inline::Text(text) if text.style.style.italic)
}

/// Gives a stretch of emphasis one look. Han, kana and hangul are not slanted: only the Latin words and figures next
/// to them would be. Those stay upright, and so does text that is bold already; a few Han by themselves may have dots.
fn even_slant(stretch: &mut [Inline]) {
    let texts = || {
        stretch.iter().filter_map(|inline| if let Inline::Text(text) = inline { Some(text) } else { None })
    };
    let count = |is: fn(char) -> bool| texts().flat_map(|text| text.text.chars()).filter(|c| is(*c)).count();
    let (han, hangul) = (count(|c| is_han(c) || is_kana(c)), count(is_hangul));
    let narrow = count(|c| c.is_alphanumeric() && !is_wide(c));
    let bold = texts().any(|text| text.style.style.weight >= 600);
    // A Han word in a Latin title is a guest there.
    let guest = (han + hangul) * GUESTS < narrow;
    let dotted = hangul == 0 && narrow == 0 && !bold;
    if han + hangul == 0 || guest || dotted {
        return;
    }
    for inline in stretch {
        if let Inline::Text(text) = inline {
            text.style.style.italic = false;
        }
    }
}

/// The ratio of Latin letters to Han from which a text is Latin.
const GUESTS: usize = 4;

/// Returns the pieces of a text that fills a slot: marks around all of it were the author's way of setting it off from
/// its neighbours, which is now up to the layout. Marks inside it stay.
pub(super) fn slot_inlines(rich: &Rich, style: &Style, layout: &Layout) -> Vec<Inline> {
    let (strong, emphasis) = (rich.all(|marks| marks.strong), rich.all(|marks| marks.emphasis));
    if !strong && !emphasis {
        return inlines(rich, style, layout);
    }
    let mut plain = rich.clone();
    for piece in &mut plain.0 {
        if let Piece::Run(run) = piece {
            run.marks.strong &= !strong;
            run.marks.emphasis &= !emphasis;
        }
    }
    inlines(&plain, style, layout)
}

/// Returns the pieces of a label. Its style sets it off from its text, so emphasis around all of it is dropped.
pub(super) fn label_inlines(label: &Rich, style: &Style, layout: &Layout) -> Vec<Inline> {
    let mut plain = label.clone();
    let letters = |run: &&Run| run.text.contains(char::is_alphanumeric);
    if label.runs().filter(letters).all(|run| run.marks.emphasis) {
        for piece in &mut plain.0 {
            if let Piece::Run(run) = piece {
                run.marks.emphasis = false;
            }
        }
    }
    inlines(&plain, style, layout)
}

/// Returns a piece of text that comes from the layout, not from the author.
pub(super) fn generated(text: &str, style: &Style) -> Inline {
    Inline::Text(Text {
        text: text.to_owned(),
        style: TextStyle { style: *style, ..TextStyle::default() },
        ..Text::default()
    })
}

/// Returns the separator of contacts or tags on a line. With blanks around it, it is printed but not
/// read out, and vanishes at line ends; a comma is text.
pub(super) fn separator(text: &str, style: &Style) -> Inline {
    let apart = text.starts_with(char::is_whitespace) && text.ends_with(char::is_whitespace);
    if !apart || text.trim().is_empty() {
        return generated(text, style);
    }
    let style = TextStyle { style: *style, ..TextStyle::default() };
    Inline::Separator(Text { text: text.to_owned(), style, ..Text::default() })
}

/// Removes the dot between two values where the second one is in brackets, which separate them: 软件工程（推免）, `Software
/// (part-time)`. After a wide bracket, which includes a blank of its own, the dot has as much space on its other side.
pub(super) fn part_brackets(inlines: Vec<Inline>) -> Vec<Inline> {
    let shown = |at: usize| match inlines.get(at) {
        Some(Inline::Text(text) | Inline::Separator(text)) => text.text.as_str(),
        _ => "",
    };
    let mut out = Vec::new();
    for (at, piece) in inlines.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).map_or("", shown), shown(at + 1));
        match piece {
            Inline::Text(own) | Inline::Separator(own)
                if own.span.is_empty()
                    && matches!(own.text.trim(), "·" | "•" | "・")
                    && !before.is_empty() =>
            {
                let blank = |over: i64| Inline::Space(own.style.style.size.scale(1, over));
                let dot = Inline::Text(Text { text: own.text.trim().to_owned(), ..own.clone() });
                match (before.ends_with('）'), after.chars().next()) {
                    (_, Some('（')) => {}
                    (_, Some('(')) => out.push(Inline::Text(Text { text: " ".to_owned(), ..own.clone() })),
                    (true, Some(_)) => out.extend([blank(4), dot, blank(2)]),
                    _ => out.push(piece.clone()),
                }
            }
            _ => out.push(piece.clone()),
        }
    }
    out
}

/// Returns a role's style as the author's marks change it.
fn marked(base: &Style, marks: Marks, link: bool, layout: &Layout) -> TextStyle {
    let mut style = *base;
    let body = layout.style(role::BODY);
    if marks.code {
        let code = layout.style(role::CODE);
        style.stack = StackId::MONO;
        // Relative to body text, the code style has its own size; elsewhere it keeps that ratio.
        style.size = base.size.scale(code.size.units(), body.size.units());
        if code.color != body.color && base.color == body.color {
            style.color = code.color;
        }
    }
    if marks.strong {
        style.weight = style.weight.max(700);
    }
    style.italic |= marks.emphasis;
    style.underline |= marks.underline;
    if link {
        let look = layout.style(role::LINK);
        style.underline |= look.underline && base.color == body.color;
        // Text in a colour of its own, such as contacts on a band, keeps it.
        if look.color != body.color && base.color == body.color {
            style.color = look.color;
        }
    }
    let mut rise = Pt::ZERO;
    if marks.superscript || marks.subscript {
        // The usual proportions of figures set above and below the line.
        rise = if marks.superscript { base.size.scale(36, 100) } else { -base.size.scale(14, 100) };
        style.size = style.size.scale(66, 100);
    }
    TextStyle { style, rise, strike: marks.strike }
}

/// Makes a paragraph running text: its words may be hyphenated and it may have emphasis dots.
pub(super) fn run_on(paragraph: &mut Paragraph, layout: &Layout) {
    paragraph.setting.hyphenate = layout.setting.hyphenate;
    emphasise(paragraph, layout);
}

/// Allows dots for emphasis in running text, if it sets some characters apart from others: a line
/// that is emphasised as a whole is only written so, as titles often are. Under a whole title or a series
/// of words, dots would look like dirt.
pub(super) fn emphasise(paragraph: &mut Paragraph, layout: &Layout) {
    let plain = |inline: &Inline| match inline {
        Inline::Text(text) => !text.style.style.italic && !text.text.trim().is_empty(),
        _ => false,
    };
    let few = are_few(&spots(&paragraph.inlines));
    if paragraph.inlines.iter().any(plain) && (few || layout.setting.emphasis != Emphasis::Dots) {
        paragraph.setting.emphasis = layout.setting.emphasis;
    }
}

/// The number of words with dots in one paragraph that makes a series.
const SERIES: usize = 3;
/// The most Han characters in a word; more of them are often a title.
const WORD: usize = 10;

/// Returns whether the stretches of emphasis in a line are words, and few.
fn are_few(spots: &[usize]) -> bool {
    spots.len() < SERIES && spots.iter().all(|letters| *letters <= WORD)
}

/// Returns the number of Han characters in each stretch of emphasis in a line, leaving out those without any.
fn spots(inlines: &[Inline]) -> Vec<usize> {
    let mut spots = vec![0];
    for inline in inlines {
        let Inline::Text(text) = inline else { continue };
        match spots.last_mut() {
            Some(last) if text.style.style.italic => {
                *last += text.text.chars().filter(|c| is_han(*c)).count();
            }
            _ => spots.push(0),
        }
    }
    spots.retain(|letters| *letters > 0);
    spots
}

/// Returns the setting of a paragraph in a style.
pub(super) fn setting(style: &Style, layout: &Layout, lang: &str) -> ParagraphSetting {
    let common = &layout.setting;
    ParagraphSetting {
        align: style.align,
        leading: style.leading,
        first: Pt::ZERO,
        lang: lang.to_owned(),
        punctuation: common.punctuation,
        strictness: common.strictness,
        hyphenate: Hyphenate::Never,
        hang: common.hang,
        hangul: common.hangul,
        emphasis: if common.emphasis == Emphasis::Dots { Emphasis::Upright } else { common.emphasis },
        looseness: 0,
        least_lines: common.least_lines,
        gap: common.gap,
        autospace: common.autospace,
        heading: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns whether a line has dots; text between asterisks is emphasised.
    fn has_dots(line: &str) -> bool {
        let piece = |(at, text): (usize, &str)| {
            let mut piece = Text { text: text.to_owned(), ..Text::default() };
            piece.style.style.italic = at % 2 == 1;
            Inline::Text(piece)
        };
        are_few(&spots(&line.split('*').enumerate().map(piece).collect::<Vec<_>>()))
    }

    #[test]
    fn dots_stand_under_few_words() {
        assert!(has_dots("负责*核心*模块"));
        assert!(has_dots("*核心*与*外围*"));
        assert!(has_dots("用 *Rust* 与 *Go* 与 *C* 写*核心*"));
        assert!(!has_dots("包括*采购*，*销售*，*财务*"));
        assert!(!has_dots("毕业设计：*旧账新记的方法在纸上的应用*"));
    }

    /// Returns which pieces of a stretch of emphasis are still slanted.
    fn slanted(pieces: &[&str], weight: u16) -> Vec<bool> {
        let piece = |text: &&str| {
            let mut piece = Text { text: (*text).to_owned(), ..Text::default() };
            (piece.style.style.italic, piece.style.style.weight) = (true, weight);
            Inline::Text(piece)
        };
        let mut stretch: Vec<Inline> = pieces.iter().map(piece).collect();
        even_slant(&mut stretch);
        stretch.iter().map(slants).collect()
    }

    #[test]
    fn a_stretch_of_emphasis_has_one_look() {
        for mixed in ["热衷于AI应用", "React기반", "強調ABC", "1위", "데이터 시각화"] {
            assert_eq!(slanted(&[mixed], 400), [false], "{mixed}");
        }
        assert_eq!(slanted(&["热衷于", "AI", "应用"], 400), [false; 3], "in whatever pieces it comes");
        for whole in ["English words", "2019", "核心", "つよい", "Journal of 中文 Studies Abroad"] {
            assert_eq!(slanted(&[whole], 400), [true], "{whole}");
        }
        assert_eq!(slanted(&["研究内容"], 700), [false], "bold says enough");
    }
}
