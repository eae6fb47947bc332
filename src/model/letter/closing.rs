//! The end of letters: the words before the name, and the name.

use super::{Form, LetterPart, Placed};
use crate::model::date::date_places;
use crate::model::resume::{Block, BlockKind, TextLine};

/// Words that begin the closing of a letter.
const CHINESE: [&str; 14] = [
    "此致", "敬礼", "敬禮", "祝", "顺颂", "順頌", "顺祝", "順祝", "即颂", "敬颂", "谨启", "謹啟", "敬上",
    "恭祝",
];
const LATIN: [&str; 20] = [
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "kind regards",
    "best regards",
    "warm regards",
    "regards",
    "respectfully",
    "best wishes",
    "with kind regards",
    "many thanks",
    "mit freundlichen grüßen",
    "mit freundlichem gruß",
    "freundliche grüße",
    "mit besten grüßen",
    "beste grüße",
    "viele grüße",
    "herzliche grüße",
    "cordialement",
];
/// Words that are alone at the right.
const ENDS: [&str; 6] = ["敬具", "敬白", "謹白", "草々", "早々", "以上"];

/// Returns whether lines close a letter: the first of them has such words and nothing else.
pub(super) fn is(lines: &[String], form: Form) -> bool {
    let Some(first) = lines.first().map(|line| line.trim()) else { return false };
    let bare = first.trim_end_matches([',', '，', '！', '!', '。', '.', '：', ' ']);
    let short = bare.chars().count() <= 24;
    short
        && match form {
            Form::Chinese => {
                CHINESE.iter().any(|word| bare == *word || *word != "祝" && bare.starts_with(word))
                    || bare.starts_with('祝') && bare.chars().count() <= 8
            }
            Form::Japanese => ENDS.contains(&bare),
            Form::Korean => lines.len() <= 3 && (bare.ends_with("드림") || bare.ends_with("올림")),
            Form::American | Form::British | Form::German => LATIN.contains(&bare.to_lowercase().as_str()),
        }
}

/// Assigns parts to the blocks that close a letter, each line in a block of its own.
pub(super) fn find(placed: Vec<Placed>, form: Form) -> Vec<Placed> {
    let mut out: Vec<Placed> = Vec::with_capacity(placed.len());
    let mut state = State::default();
    for (part, block) in placed {
        let lines = match &block.kind {
            BlockKind::Paragraph(lines) if part == LetterPart::Body && !lines.is_empty() => lines.clone(),
            _ => {
                out.push((part, block));
                continue;
            }
        };
        let texts: Vec<String> = lines.iter().map(|line| line.body.text().into_owned()).collect();
        if form == Form::Japanese {
            let alone = texts.len() == 1;
            let bare = texts.first().map_or("", |text| text.trim());
            let part = match bare {
                "記" if alone => LetterPart::Note,
                word if alone && ENDS.contains(&word) => LetterPart::End,
                _ => part,
            };
            out.push((part, block));
            continue;
        }
        // After the closing comes a name, or more such words.
        if is(&texts, form) || state.closed && texts.iter().all(|text| text.chars().count() <= 40) {
            out.extend(lines.into_iter().map(|line| state.line(line, form)));
        } else {
            out.push((part, block));
        }
    }
    out
}

/// How much of the end was read.
#[derive(Default)]
struct State {
    /// Whether its first words have been read.
    closed: bool,
    /// Whether the words after these, in Chinese, have been read: 敬礼.
    wished: bool,
}

impl State {
    /// Returns a line of the end with its part.
    fn line(&mut self, line: TextLine, form: Form) -> Placed {
        let text = line.body.text().trim().to_owned();
        let words = is(std::slice::from_ref(&text), form);
        let dated = date_places(&text).first().is_some_and(|date| date.len() == text.len());
        let part = match form {
            _ if dated => LetterPart::Date,
            Form::Korean => LetterPart::Name,
            Form::Chinese if !self.closed => LetterPart::Closing,
            Form::Chinese if !self.wished => LetterPart::Wish,
            Form::Chinese => LetterPart::Name,
            _ if words => LetterPart::Closing,
            _ => LetterPart::Name,
        };
        self.closed = true;
        self.wished |= part == LetterPart::Wish;
        (part, Block { span: line.span, keep: false, kind: BlockKind::Paragraph(vec![line]) })
    }
}
