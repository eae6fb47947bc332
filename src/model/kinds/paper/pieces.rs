//! Cutting a title at its separators, and each piece at the words for résumé.

use std::ops::Range;

use super::names;
use crate::model::kinds::fold::fold;
use crate::model::kinds::word_set::{WordSet, word_set};
use crate::model::words;
use crate::source::chars::is_wide;

/// The content of a title besides the words for the paper.
#[derive(Debug, Default)]
pub struct Pieces {
    /// Whether a word means résumé.
    pub is_paper: bool,
    /// Whether a word says that a post is applied for.
    pub is_wish: bool,
    /// The remaining pieces, without versions and languages.
    pub rest: Vec<Piece>,
}

/// A piece of a title.
#[derive(Debug)]
pub struct Piece {
    pub range: Range<usize>,
    pub tie: Tie,
}

/// The relation of a piece to the word for the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// It owns the paper: 张三的, `Alex's`, `of Alex`.
    Owner,
    /// Before it, without a separator: 张三简历.
    Before,
    /// After it, without a separator: `CV Alex Sample`.
    Behind,
    /// Separated from it.
    Apart,
    /// The post applied for: 应聘…
    Wish,
}

/// The largest number of words in a name of the paper.
const MOST_WORDS: usize = 4;
/// The longest gloss in brackets after a name, brackets included.
const LONGEST_GLOSS: usize = 6;

/// Returns the content of a title.
pub fn of(title: &str) -> Pieces {
    let mut pieces = Pieces::default();
    for segment in segments(title) {
        pieces.read(title, segment);
    }
    pieces
}

/// Returns whether a piece of a title names the document.
pub fn hold_paper(title: &str) -> bool {
    segments(title).into_iter().any(|segment| {
        let text = &title[inner(title, segment)];
        is_paper(text) || around_paper(text).is_some() || owner_of_works(text).is_some()
    })
}

impl Pieces {
    fn read(&mut self, title: &str, segment: Range<usize>) {
        let segment = inner(title, segment);
        let text = &title[segment.clone()];
        let at = |part: &str| offset(title, part);
        if text.is_empty() || is_noise(text) {
            return;
        }
        if is_paper(text) {
            self.is_paper = true;
        } else if let Some((before, behind)) = around_paper(text) {
            self.is_paper = true;
            let (before, owner) = without_possessive(before);
            self.add(title, at(before), if owner { Tie::Owner } else { Tie::Before });
            let (behind, owner) = without_linking(behind);
            self.add(title, at(behind), if owner { Tie::Owner } else { Tie::Behind });
        } else if let Some(owner) = owner_of_works(text) {
            self.is_paper = true;
            self.add(title, at(owner), Tie::Owner);
        } else if let Some(post) = wish(text) {
            self.is_wish = true;
            self.add(title, at(post), Tie::Wish);
        } else {
            self.add(title, segment, Tie::Apart);
        }
    }

    /// Adds a piece; `Alex Sample, Engineer` is two, and `Alex Sample, PhD` one.
    fn add(&mut self, title: &str, range: Range<usize>, tie: Tie) {
        let range = inner(title, range);
        let text = &title[range.clone()];
        if range.is_empty() || is_noise(text) {
            return;
        }
        match text.split_once(", ") {
            Some((name, post)) if !words::is_person(text) && words::is_person(name) => {
                self.rest.push(Piece { range: offset(title, name), tie });
                self.rest.push(Piece { range: offset(title, post), tie: Tie::Apart });
            }
            _ => match with_long_gloss(text).or_else(|| before_or_behind_blank(text)) {
                Some((name, post)) => {
                    let parts = [name, post].map(|part| inner(title, offset(title, part)));
                    self.rest.extend(parts.map(|range| Piece { range, tie: Tie::Apart }));
                    self.rest.sort_by_key(|piece| piece.range.start);
                }
                None => self.rest.push(Piece { range, tie }),
            },
        }
    }
}

/// 张三（前端开发，三年经验） is a name and more; 张三（男） is just a name.
fn with_long_gloss(text: &str) -> Option<(&str, &str)> {
    let open = text.find(['(', '（']).filter(|at| *at > 0 && text.ends_with([')', '）']))?;
    let (name, gloss) = (text[..open].trim_end(), &text[open..]);
    let wide = gloss.contains(is_wide) && name.contains(is_wide);
    let more = || gloss.chars().count() > LONGEST_GLOSS || !words::is_person(text);
    (wide && words::is_person(name) && more()).then_some((name, gloss))
}

/// 李四 前端工程师 is name and post, and so is 前端工程师 李四.
fn before_or_behind_blank(text: &str) -> Option<(&str, &str)> {
    if words::is_person(text) {
        return None;
    }
    let wide_person = |text: &str| text.chars().all(is_wide) && words::is_person(text);
    let ends = [text.split_once(' '), text.rsplit_once(' ').map(|(post, name)| (name, post))];
    ends.into_iter().flatten().find(|(name, post)| wide_person(name) && words::is_job(post))
}

/// Returns the range of a part within its text.
fn offset(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// Cuts a title at its separators, but not inside brackets.
fn segments(title: &str) -> Vec<Range<usize>> {
    let (mut segments, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in title.char_indices() {
        match c {
            '(' | '（' | '[' | '【' | '《' => depth += 1,
            ')' | '）' | ']' | '】' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + c.len_utf8();
        if depth == 0 && parts(c, &title[..at], &title[end..]) {
            segments.push(start..at);
            start = end;
        }
    }
    segments.push(start..title.len());
    segments
}

/// Returns whether a mark divides a title: a dash or stroke does between blanks or next to a wide letter, so that
/// `Jean-Pierre` and `UI/UX` stay whole.
fn parts(c: char, before: &str, after: &str) -> bool {
    let loose = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_wide(c) || c == '-');
    match c {
        '|' | '｜' | '_' | '：' | ':' | '，' | '；' | ';' | '~' | '～' | '－' => true,
        '-' | '–' | '—' | '/' | '／' => loose(before.chars().next_back()) || loose(after.chars().next()),
        '·' | '•' | '・' => {
            before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace)
        }
        _ => false,
    }
}

/// Takes blanks, marks, icons and a pair of brackets off the ends of a range.
fn inner(title: &str, range: Range<usize>) -> Range<usize> {
    let lead = |c: char| !c.is_alphanumeric() && !is_open(c);
    let tail = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | ',' | '、' | '·' | '•' | '*' | '。' | '#')
    };
    let mut text = title[range].trim_start_matches(lead).trim_end_matches(tail);
    let closes = text.ends_with(is_close);
    let opens = text.starts_with(is_open);
    let opened = text.chars().filter(|c| is_open(*c)).count();
    if opens && (opened == 1 || !closes) {
        text = text.trim_start_matches(is_open);
    }
    if closes && (opens && opened == 1 || opened == 0) {
        text = text.trim_end_matches(is_close);
    }
    offset(title, text.trim())
}

fn is_open(c: char) -> bool {
    matches!(c, '(' | '（' | '[' | '【' | '《' | '「')
}

fn is_close(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '】' | '》' | '」')
}

/// Returns whether a text names the document and nothing else.
fn is_paper(text: &str) -> bool {
    says_paper(&fold(text)) || is_joined(text)
}

/// Two titles of a paper in one, or one and personal data: `Daten und Lebenslauf`, 履歴書・職務経歴書.
fn is_joined(text: &str) -> bool {
    const LINKS: [&str; 14] =
        [" und ", " and ", " et ", " y ", " e ", " & ", "・", "、", "和", "与", "與", "及び", "及", "と"];
    const DATA: [&str; 14] = [
        "daten",
        "personlichedaten",
        "data",
        "personaldata",
        "personaldetails",
        "datospersonales",
        "datos",
        "dati",
        "datipersonali",
        "dadospessoais",
        "个人信息",
        "个人资料",
        "基本情报",
        "coordonnees",
    ];
    let Some((first, second)) = LINKS.iter().find_map(|link| text.split_once(link)) else { return false };
    let (first, second) = (fold(first), fold(second));
    let data = |part: &String| DATA.contains(&part.as_str());
    let paper = |part: &String| says_paper(part);
    (paper(&first) || data(&first)) && (paper(&second) || data(&second)) && (paper(&first) || paper(&second))
}

fn says_paper(folded: &str) -> bool {
    static WORDS: WordSet = word_set!(names::PAPERS);
    WORDS.has(folded)
}

/// A language, a version or a date: 中文版, `v1.2`, 2024年1月.
fn is_noise(text: &str) -> bool {
    static WORDS: WordSet = word_set!(names::NOISE);
    let folded = fold(text);
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    let core: String = folded.chars().filter(|c| !c.is_ascii_digit() && !"()（）[]/,".contains(*c)).collect();
    let dateless = core.trim_matches(['年', '月', '日']);
    // 维护版, `Extended Edition`: any name of a version.
    let version = folded.ends_with('版') && core.chars().count() <= 8 && !folded.ends_with("出版")
        || core.ends_with("edition") && core.len() <= 24;
    (dateless.is_empty() && digits >= 4) || version || WORDS.has(&core) || WORDS.has(dateless)
}

/// Returns the owner of the works that a title announces: 张三的作品集, `Alex Sample's Portfolio`. Without an owner they
/// are a section.
fn owner_of_works(text: &str) -> Option<&str> {
    const WORKS: [&str; 4] = ["作品集", "portfolio", "homepage", "主页"];
    let tail = WORKS.iter().find(|word| {
        let at = text.len().checked_sub(word.len()).filter(|at| text.is_char_boundary(*at));
        at.is_some_and(|at| text[at..].eq_ignore_ascii_case(word))
    })?;
    let (before, owned) = without_possessive(&text[..text.len() - tail.len()]);
    (owned && words::is_person(before)).then_some(before)
}

/// Returns the text before and after the word for the paper.
fn around_paper(text: &str) -> Option<(&str, &str)> {
    static WIDE: WordSet = word_set!(names::WIDE);
    if let Some(word) = WIDE.longest_in(text) {
        return Some((&text[..word.start], &text[word.end..]));
    }
    let tokens = tokens(text);
    for start in 0..tokens.len() {
        let several = &tokens[start..tokens.len().min(start + MOST_WORDS)];
        if let Some(end) = longest_paper(text, several) {
            let word = tokens[start].start..end;
            let (before, behind) = (&text[..word.start], &text[word.end..]);
            return (!is_vision(&text[word], behind)).then_some((before, behind));
        }
    }
    None
}

/// Returns the end of the longest word for the paper that begins with the first of some words.
fn longest_paper(text: &str, words: &[Range<usize>]) -> Option<usize> {
    let (mut folded, mut at, mut longest) = (String::new(), words.first()?.start, None);
    for word in words {
        folded.push_str(&fold(&text[at..word.end]));
        at = word.end;
        longest = Some(at).filter(|_| says_paper(&folded)).or(longest);
    }
    longest
}

/// In CV算法工程师 the letters mean computer vision.
fn is_vision(word: &str, behind: &str) -> bool {
    let behind = behind.trim();
    word.eq_ignore_ascii_case("cv") && behind.contains(is_wide) && !words::is_person(behind)
}

/// Returns the words of a text; one also ends between wide letters and others.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let inside = !before.is_whitespace() && before != ',' && is_wide(before) == is_wide(c);
        match tokens.last_mut() {
            Some(token) if inside && !c.is_whitespace() && c != ',' => token.end = end,
            _ if c.is_whitespace() || c == ',' => {}
            _ => tokens.push(at..end),
        }
        before = c;
    }
    tokens
}

/// Returns 张三的 and `Alex's Personal` without the possessive.
fn without_possessive(before: &str) -> (&str, bool) {
    const KINDS: [&str; 9] =
        ["personal", "professional", "academic", "online", "short", "the", "my", "mein", "mi"];
    let mut text = before.trim();
    while let Some((rest, last)) =
        text.rsplit_once(char::is_whitespace).or(Some(("", text)).filter(|_| !text.is_empty()))
        && KINDS.contains(&fold(last).as_str())
    {
        text = rest.trim_end();
    }
    let text = text.strip_prefix("我的").or_else(|| text.strip_prefix("本人")).unwrap_or(text);
    let owned = ["的", "之", "の", "의", "'s", "’s", "s'", "s’"];
    match owned.iter().find_map(|end| text.strip_suffix(end).map(|rest| (rest, end))) {
        // `Andreas'` keeps its s.
        Some((rest, end)) if end.starts_with('s') => (&text[..rest.len() + 1], true),
        Some((rest, _)) => (rest, true),
        None => (text, false),
    }
}

/// Returns `of Alex Sample` without `of`.
fn without_linking(behind: &str) -> (&str, bool) {
    const LINKS: [&str; 16] = [
        "of", "von", "de", "del", "della", "di", "da", "do", "for", "für", "by", "van", "av", "för", "pour",
        "para",
    ];
    let text = behind.trim();
    if let Some((first, rest)) = text.split_once(char::is_whitespace)
        && LINKS.contains(&first.to_lowercase().as_str())
    {
        return (rest.trim_start(), true);
    }
    match text.strip_prefix("d'").or_else(|| text.strip_prefix("d’")) {
        Some(rest) => (rest, true),
        None => (text, false),
    }
}

/// Returns the post of 应聘前端工程师; empty in 应聘岗位, where the post follows a colon.
fn wish(text: &str) -> Option<&str> {
    let verbs =
        ["应聘", "應聘", "求职", "求職", "应征", "應徵", "面试", "面試", "投递", "申请", "申請", "竞聘"];
    let rest = verbs.iter().find_map(|verb| text.strip_prefix(verb))?;
    let nouns = ["岗位", "职位", "職位", "意向", "职务", "職務", "方向"];
    Some(nouns.iter().find_map(|noun| rest.strip_prefix(noun)).unwrap_or(rest).trim_start())
}
