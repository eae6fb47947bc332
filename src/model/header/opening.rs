//! The first lines, with no key or heading: a name by its shape, a headline by its place.

use super::beside;
use super::front::name_in_front;
use super::lines::HeadLine;
use super::rest::holds_postal_code;
use super::shapes;
use super::{Stage, is_short};
use crate::model::build::Builder;
use crate::model::directive::Marked;
use crate::model::icon;
use crate::model::kinds::{PaperTitle, SectionKind};
use crate::model::resume::{Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::{contact, date, key, words};
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The longest headline, in half ems.
const HEADLINE: usize = 100;
/// The longest headline that is bold from end to end.
const BOLD_HEADLINE: usize = 180;

/// Returns whether a line refers to another file of the same paper: `Full Resume (PDF)`. It is no second title.
fn is_of_a_file(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["pdf", "docx", "html", "download", "下载", "下載"].iter().any(|word| lower.contains(word))
        && SectionKind::is_title_of_paper(line)
}

impl Builder<'_> {
    /// Reads a name or a headline without key or heading; returns whether the block is used up.
    pub(super) fn opening_text(
        &mut self,
        header: &mut Header,
        lines: &[HeadLine],
        marked: &Marked<'_>,
        stage: Stage,
    ) -> bool {
        if stage != Stage::Before || !header.blocks.is_empty() {
            return false;
        }
        let [first, rest @ ..] = lines else { return false };
        let text = first.text.text();
        let single = rest.is_empty();
        let heading = matches!(marked.block.kind, md::BlockKind::Heading { .. });
        let quote = matches!(marked.block.kind, md::BlockKind::Quote(_));
        let list = matches!(marked.block.kind, md::BlockKind::List { .. } | md::BlockKind::Table { .. });
        if list {
            return false;
        }
        if single && !heading && self.paper.is_some() && is_of_a_file(&text) {
            self.plain_item(header, first.text.clone());
            return true;
        }
        let offer = single && PaperTitle::is_offer(&text);
        if header.name.is_none() && !offer && (rest.len() <= 2 || first.text.all(|marks| marks.strong)) {
            let bold = first.text.all(|marks| marks.strong)
                && words::may_be_person(text.trim(), 2)
                && !PaperTitle::is_remark(&text);
            let name = SectionKind::is_title_of_paper(&text) || words::is_person(text.trim()) || bold;
            let paper = PaperTitle::of(&text).is_some() || single && ends_in_paper(&text);
            if name || paper || beside::is_name_and_post(&first.text) {
                let span = first.text.span().unwrap_or_default();
                self.doubt(span, "a name, judging by its shape and place", "write `# ` before it");
                self.title(header, first.text.clone());
                for line in rest {
                    if may_head(header, &line.text, true) {
                        self.headline(header, line.text.clone());
                    } else if self.is_item(line, false) {
                        self.items(header, line.clone());
                    } else {
                        self.plain_item(header, line.text.clone());
                    }
                }
                return true;
            }
        }
        if single && header.name.is_some() && SectionKind::is_title_of_paper(&text) {
            self.title(header, first.text.clone());
            return true;
        }
        // `**某大学 某系** *热衷于…*`
        if single && !heading && header.name.is_some() && header.headline.is_none() && is_tagline(&first.text)
        {
            self.headline(header, plain(first.text.clone()));
            return true;
        }
        if single && !heading && is_bold_line(header, &first.text) {
            self.headline(header, plain(first.text.clone()));
            return true;
        }
        let inner = text.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let aside = contact::is_whereabouts(inner.unwrap_or(&text).trim())
            || date::parse(&text).is_some()
            || is_of_years(text.trim());
        let aside = aside || holds_postal_code(&text);
        let aside = aside || shapes::is_school_and_subject(&text) && !words::is_job(&text);
        // `2024年1月1日現在` is said of the paper, `某大学某学院` over the contacts of whoever is there.
        let of_paper = self.paper.is_some() && PaperTitle::is_noise(text.trim());
        let reached =
            header.contacts.iter().any(|contact| !contact.kinds.is_empty() || contact.key.is_some());
        let there = !reached && shapes::is_affiliation(&text) && !words::is_job(&text);
        if single && (header.name.is_some() && (aside || there && header.headline.is_some()) || of_paper) {
            self.plain_item(header, first.text.clone());
            return true;
        }
        // The first of several lines is no headline if nothing identifies the person.
        let whose = header.name.is_some()
            || self.paper.is_some()
            || !header.contacts.is_empty()
            || is_candidate(&text)
                && (name_in_front(self.source).is_some() || self.source.front.author.is_some());
        let titled = !words::is_job(&text) && (heading && header.name.is_none() || !whose);
        if (single || rest.len() == 1 && !heading)
            && !titled
            && may_head(header, &first.text, single || header.name.is_some())
        {
            // A motto is no headline; but a text divided by bars is no motto.
            let parted = text.contains(['|', '｜', '·', '•']);
            if quote && !parted && !words::is_job(&text) {
                return false;
            }
            if !single && !rest.iter().all(is_short) {
                return false;
            }
            self.headline(header, first.text.clone());
            for line in rest {
                self.plain_item(header, line.text.clone());
            }
            return true;
        }
        false
    }

    pub(super) fn headline(&mut self, header: &mut Header, value: Rich) {
        let value = icon::without(value);
        let span = value.span().unwrap_or_default();
        if !words::is_job(&value.text()) {
            self.doubt(span, "the first short line under the name", "give it a key: `求职意向：`, `Title:`");
        }
        header.headline = Some(KeyValue { key: None, value, span });
    }
}

/// `Computer Science B.S. Candidate`: a status before the first post.
fn is_candidate(text: &str) -> bool {
    let is = |word: &str| {
        ["candidate", "student", "undergraduate"].iter().any(|what| word.eq_ignore_ascii_case(what))
    };
    let text = text.trim();
    // `PhD student in Biomedicine`
    text.rsplit(' ').next().is_some_and(is)
        || text.split(' ').take(3).any(is) && [" in ", " at ", " of "].iter().any(|word| text.contains(word))
}

/// Returns whether a line begins in bold and ends in italics: an occupation, and a motto.
fn is_tagline(line: &Rich) -> bool {
    let runs: Vec<_> = line.runs().filter(|run| !run.text.trim().is_empty()).collect();
    let [first, .., last] = runs.as_slice() else { return false };
    let text = line.text();
    first.marks.strong
        && last.marks.emphasis
        && !last.marks.strong
        && line.runs().all(|run| run.link.is_none())
        && !text.contains(['@', '|', '｜'])
        && text.chars().map(half_ems).sum::<usize>() <= HEADLINE
}

/// Returns whether a line right under the name and above the contacts is bold from end to end: an occupation, in any
/// number of parts and sentences. One that speaks of the writer or the paper does not count.
fn is_bold_line(header: &Header, line: &Rich) -> bool {
    const SPEAKING: [&str; 12] =
        ["i", "i'm", "i’m", "i've", "i’ve", "my", "me", "we", "you", "ich", "je", "yo"];
    const WIDE: [&str; 6] = ["我", "本人", "这", "這", "私", "저"];
    let text = line.text();
    let text = text.trim();
    let speaks = text.to_lowercase().split_whitespace().any(|word| SPEAKING.contains(&word))
        || WIDE.iter().any(|word| text.contains(word));
    header.name.is_some()
        && header.headline.is_none()
        && header.contacts.is_empty()
        && header.facts.is_empty()
        && line.all(|marks| marks.strong)
        && line.runs().all(|run| run.link.is_none())
        && text.chars().map(half_ems).sum::<usize>() <= BOLD_HEADLINE
        && !speaks
        && !text.ends_with([':', '：', '?', '？', '!', '！'])
        && !text.contains('@')
        && words::is_job(text)
        && !PaperTitle::is_remark(text)
        && !contact::is_whereabouts(text)
        && !shapes::is_no_headline(text)
        && key::at_start(text, key::GRID_KEY).is_none()
}

/// Takes bold and italics off a text.
fn plain(mut text: Rich) -> Rich {
    text.dress(|marks| (marks.strong, marks.emphasis) = (false, false));
    text
}

/// `某大学博士申请简历`: a title that ends in the name of the document, and is no sentence about it.
fn ends_in_paper(text: &str) -> bool {
    const TOLD: [&str; 10] = ["感谢", "感謝", "谢谢", "阅读", "閱讀", "查看", "欢迎", "歡迎", "这", "這"];
    let text = text.trim();
    let short = text.chars().count() <= 24 && text.chars().all(|c| c.is_alphanumeric() || c == ' ');
    short
        && !TOLD.iter().any(|word| text.contains(word))
        && PaperTitle::beside(text)
            .is_some_and(|rest| !rest.is_empty() && rest.start == 0 && rest.end < text.len())
}

/// Returns whether the first line may be the headline: short, and no sentence.
pub(super) fn may_head(header: &Header, line: &Rich, single: bool) -> bool {
    let text = line.text();
    let text = text.trim();
    let short = text.chars().map(half_ems).sum::<usize>() <= HEADLINE;
    // `Lecturer, Example University.` is an occupation; `I like trains.` is a sentence.
    let named =
        text.ends_with('.') && (words::is_job(text) || words::is_school(text)) && !text.contains(". ");
    let sentence = text.ends_with(['。', '！', '；', '，', '.', ';', '：', ':', '!']) && !named;
    let place = contact::is_whereabouts(text)
        || date::parse(text).is_some()
        || begins_with_sex(text)
        || is_of_years(text);
    let place = place || shapes::is_no_headline(text);
    let said = words::is_job(text) || !(is_remark(text) || PaperTitle::is_remark(text));
    header.headline.is_none()
        && header.blocks.is_empty()
        && short
        && !sentence
        && !place
        && said
        && single
        && key::at_start(text, key::GRID_KEY).is_none()
}

/// `男　24岁　本科`: facts in a row.
fn begins_with_sex(text: &str) -> bool {
    let parting = |c: char| !c.is_alphanumeric();
    matches!(text.split(parting).next(), Some("男" | "女" | "男性" | "女性" | "Male" | "Female"))
        && !words::is_job(text)
}

/// `1986 г.р.`, `某大学 2009-2013`: a line about a person's life, no post.
fn is_of_years(text: &str) -> bool {
    let year = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && (text.starts_with("19") || text.starts_with("20"))
    };
    let short = text.chars().count() <= 40 && !text.contains(['。', ':', '：']);
    short && (year(text) || date::find_all(text).iter().any(date::Found::is_range)) && !words::is_job(text)
}

/// Returns whether a line is no headline by its form: a sentence in passing, a title in brackets, the name of a
/// file or of a repository.
fn is_remark(text: &str) -> bool {
    const GREETING: [&str; 9] = [
        "欢迎",
        "歡迎",
        "这是我",
        "這是我",
        "welcome",
        "willkommen",
        "bienvenue",
        "bienvenid",
        "добро пожаловать",
    ];
    // `数据科学家，先把问题问对` is an occupation; words that point at the page are not.
    const POINTING: [&str; 9] = ["这", "這", "此", "本", "该", "以下", "注", "请", "谢谢"];
    let pointing = POINTING.iter().any(|word| text.starts_with(word));
    let greets = GREETING.iter().any(|word| text.to_lowercase().starts_with(word));
    let sentence = text.ends_with(['？', '?']) || (text.contains(['，', '。']) && pointing);
    let timed = is_reading_time(text);
    let bracketed = text.starts_with(['[', '【']) && text.ends_with([']', '】']);
    let file = text.is_ascii()
        && !text.contains(' ')
        && text.contains(['-', '_', '.', '/'])
        && !text.contains(|c: char| c.is_ascii_uppercase());
    sentence || bracketed || file || greets || timed
}

/// `Reading time - 10 mins`, `5 min read`, 阅读时间：5 分钟: the reading time that a blog gives for its page.
fn is_reading_time(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "reading time",
        "read time",
        "min read",
        "mins read",
        "minute read",
        "minutes read",
        "lesezeit",
        "de lecture",
        "de lectura",
        "de leitura",
        "di lettura",
        "czas czytania",
        "время чтения",
        "阅读时间",
        "阅读时长",
        "閱讀時間",
    ];
    let lower = text.to_lowercase();
    text.chars().count() <= 40
        && text.contains(|c: char| c.is_ascii_digit())
        && WORDS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_told_from_headlines() {
        for text in ["Reading time - 10 mins", "3 min read", "阅读时间：5 分钟"] {
            assert!(is_remark(text), "{text}");
        }
        for text in ["这只是练习，以后会改", "[项目一]", "cv-html", "my_page.md", "site/docs"] {
            assert!(is_remark(text), "{text}");
        }
        for text in
            ["园林设计，本科", "数据分析，先把问题问对", "Front-end Developer", "Retail & Logistics", "会计"]
        {
            assert!(!is_remark(text), "{text}");
        }
    }
}
