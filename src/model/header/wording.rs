//! Text in a line of the header besides its items: words in a row under a key, repeated keys, words that only lead to
//! a contact.

use super::lines::HeadLine;
use super::shapes;
use crate::diag::{Diagnostic, code};
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::cut;
use crate::model::date;
use crate::model::icon;
use crate::model::key;
use crate::model::kinds::{ContactKind, KeyKind, PaperTitle, fold};
use crate::model::resume::{Contact, Header, KeyValue};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::half_ems;

/// The longest name of a network in a table, in characters.
const LONGEST_KEY: usize = 24;
/// A quotation is longer than this, in half ems.
const SENTENCE: usize = 60;

impl Builder<'_> {
    /// `Tools: Oven | Node.JS | Whisk`: an unknown key and several words after it, which only look like an
    /// address here and there.
    pub(super) fn lists_words(&self, pieces: &[Rich]) -> bool {
        let [first, rest @ ..] = pieces else { return false };
        let text = first.text();
        let Some(key) = key::at_start(&text, key::GRID_KEY) else { return false };
        let name = text[..key.len].trim_end_matches([':', '：']);
        let sure = |piece: &Rich| {
            let text = piece.text();
            piece.runs().any(|run| run.link.is_some())
                || text.contains('@')
                || text.bytes().filter(u8::is_ascii_digit).count() >= 7
        };
        let word = |piece: &Rich| matches!(classify(piece.clone(), &self.manner), Item::Text(_));
        !rest.is_empty()
            && key.value < text.len()
            && KeyKind::of_key(name).is_empty()
            && !pieces.iter().any(sure)
            && rest.iter().any(word)
    }

    /// `张三 | 会计`: takes a post alone next to the name; returns whether it is one.
    pub(super) fn post_beside_name(&mut self, header: &mut Header, pieces: &[Rich]) -> bool {
        let [post] = pieces else { return false };
        let free = header.name.is_some() && header.headline.is_none();
        let told =
            words::is_job(&post.text()) && matches!(classify(post.clone(), &self.manner), Item::Text(_));
        if !free || !told {
            return false;
        }
        let value = icon::without(post.clone());
        let span = value.span().unwrap_or_default();
        header.headline = Some(KeyValue { key: None, value, span });
        true
    }

    /// Returns whether lines are a quotation with its source: a sentence, and after it only a
    /// link without a key, which is no website of the author's.
    pub(super) fn is_quoted(&self, lines: &[HeadLine]) -> bool {
        let [said @ .., source] = lines else { return false };
        let sentence = |line: &HeadLine| {
            let text = line.text.text();
            let half_ems = text.chars().map(half_ems).sum::<usize>();
            half_ems > SENTENCE && line.cells.is_empty() && line.text.runs().all(|run| run.link.is_none())
        };
        let link = |line: &HeadLine| {
            let text = line.text.clone();
            line.label.is_none()
                && line.cells.is_empty()
                && matches!(classify(text, &self.manner), Item::Contact(Contact { key: None, kinds, value, .. })
                    if kinds == [ContactKind::Website] && value.runs().any(|run| run.link.is_some()))
        };
        said.iter().any(sentence) && !said.iter().any(|line| self.is_item(line, false)) && link(source)
    }

    /// Returns whether the lines of a block are what someone did and when: a range of dates stands in one of them, and no way
    /// to reach the person is among them. A link below it leads to what was done.
    pub(super) fn is_of_career(&self, lines: &[HeadLine]) -> bool {
        let ranged = |line: &HeadLine| {
            let text = line.text.text();
            line.label.is_none()
                && line.cells.is_empty()
                && !shapes::facts_in_a_row(&text)
                && key::at_start(&text, key::GRID_KEY).is_none()
                && date::find_all(&text).iter().any(date::Found::is_range)
        };
        let reaches = |piece: Rich| match classify(piece, &self.manner) {
            Item::Contact(contact) => {
                contact.kinds.iter().any(|kind| matches!(kind, ContactKind::Email | ContactKind::Phone))
            }
            Item::Name { .. } | Item::Headline(_) => true,
            _ => false,
        };
        let known = |line: &HeadLine| {
            let text = line.text.text();
            key::at_start(&text, key::GRID_KEY)
                .is_some_and(|key| !KeyKind::of_key(&text[..key.len]).is_empty())
                || cut::contacts(&line.text).pieces.into_iter().any(reaches)
        };
        lines.len() > 1 && lines.iter().any(ranged) && !lines.iter().any(known)
    }

    /// Leaves out a link to the résumé as a file: this is that file.
    pub(super) fn download(&mut self, link: &Rich) {
        self.consume(link, "link to this document as a file");
        let message = "a link to the résumé itself as a file is left out: the PDF is that file";
        let place = link.span().unwrap_or_default();
        self.sink.report(Diagnostic::new(code::LEFTOVER, place, message).hint("delete it from the text"));
    }

    /// Takes the key off `Title: Head Baker`: an occupation needs no key, a wish keeps it.
    pub(super) fn without_plain_key(&mut self, pair: KeyValue) -> KeyValue {
        const PLAIN: [&str; 31] = [
            "title",
            "jobtitle",
            "position",
            "currentposition",
            "currenttitle",
            "currentrole",
            "role",
            "job",
            "occupation",
            "profession",
            "职位",
            "职务",
            "现任职位",
            "现任职务",
            "当前职位",
            "目前职位",
            "职业",
            "職位",
            "職務",
            "職業",
            "現職",
            "직책",
            "직무",
            "직업",
            "beruf",
            "poste",
            "puesto",
            "cargo",
            "posizione",
            "stanowisko",
            "должность",
        ];
        let plain = |key: &Rich| {
            PLAIN.contains(&fold(key.text().trim_matches(|c: char| !c.is_alphanumeric())).as_str())
        };
        match pair.key {
            Some(key) if plain(&key) => {
                self.consume(&key, "key of the headline");
                KeyValue { key: None, span: pair.value.span().unwrap_or(pair.span), value: pair.value }
            }
            key => KeyValue { key, ..pair },
        }
    }

    /// Removes words that the contact after them repeats: `kaggle | [kaggle](…)`.
    pub(super) fn without_keys_again(&mut self, pieces: Vec<Rich>) -> Vec<Rich> {
        let mut out: Vec<Rich> = Vec::with_capacity(pieces.len());
        let mut rest = pieces.into_iter().peekable();
        while let Some(piece) = rest.next() {
            let plain = piece.runs().all(|run| run.link.is_none());
            match rest.peek() {
                Some(next) if plain && is_linked(next) && says_again(&piece, next) => {
                    self.consume(&piece, "key that its value repeats");
                }
                _ => out.push(piece),
            }
        }
        out
    }

    /// Takes the mark off a piece that parted it from the next one: `Sampleton, ST -`.
    pub(super) fn without_last_mark(&mut self, item: Rich) -> Rich {
        let text = item.text();
        let body = text.trim_end().trim_end_matches(['-', '–', '—', '·', '•', '|', '｜', '/']);
        let parted = body.ends_with(char::is_whitespace) && !body.trim().is_empty();
        if body.len() == text.len() || !parted {
            return item;
        }
        let len = body.trim_end().len();
        self.consume(&item.slice(len..text.len()), "separator between contacts");
        item.slice(0..len)
    }

    /// Takes the word off a contact that only leads to it: `Contact [a@example.com](…)`.
    pub(super) fn without_lead(&mut self, piece: Rich) -> Rich {
        const WORDS: [&str; 16] = [
            "contact",
            "contactme",
            "contactmeat",
            "contactat",
            "kontakt",
            "contacto",
            "contato",
            "contatto",
            "reachme",
            "reachmeat",
            "writeto",
            "联系",
            "联系我",
            "联络",
            "连络先",
            "email me",
        ];
        let runs: Vec<_> = piece.runs().collect();
        let [lead, rest @ ..] = runs.as_slice() else { return piece };
        let linked = lead.link.is_none() && !rest.is_empty() && rest.iter().all(|run| run.link.is_some());
        if !linked || !WORDS.contains(&fold(lead.text.trim()).as_str()) {
            return piece;
        }
        let at = lead.text.len();
        self.consume(&piece.slice(0..at), "word before a contact");
        let end = piece.text().len();
        piece.slice(at..end).trim()
    }
}

/// Returns whether a row of a table is the name of a network and a link: `Slides | [SpeakerDeck](…)`.
pub(super) fn is_network_and_link(cells: &[Rich]) -> bool {
    let [key, value] = cells else { return false };
    let text = key.text();
    let words = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-'));
    let plain = key.runs().all(|run| run.link.is_none()) && text.contains(char::is_alphabetic);
    plain && words && text.chars().count() <= LONGEST_KEY && is_linked(value)
}

/// Returns whether all words of a text are linked.
fn is_linked(text: &Rich) -> bool {
    let mut runs = text.runs().filter(|run| !run.text.trim().is_empty()).peekable();
    runs.peek().is_some() && runs.all(|run| run.link.is_some())
}

/// Returns whether a value repeats the words of its key.
pub(super) fn says_again(key: &Rich, value: &Rich) -> bool {
    let (key, value) = (key.text(), value.text());
    let (key, value) = (fold(key.trim_end_matches([':', '：', ' '])), fold(&value));
    !key.is_empty() && key == value
}

/// Takes the emphasis off a line that is wholly emphasised: `*手机：138…*` among others that are not.
pub(super) fn upright(mut line: HeadLine) -> HeadLine {
    if !line.text.all(|marks| marks.emphasis && !marks.strong) {
        return line;
    }
    for text in std::iter::once(&mut line.text).chain(&mut line.cells) {
        text.dress(|marks| marks.emphasis = false);
    }
    line
}

/// Returns whether a contact is a link that only offers the paper as a file.
pub(super) fn is_download(contact: &Contact) -> bool {
    let linked = contact.value.runs().any(|run| run.link.is_some());
    linked && contact.key.is_none() && offers_file(&contact.value.text())
}

/// Returns whether a text only offers the paper as a file: `Download in PDF format`, 下载简历.
fn offers_file(text: &str) -> bool {
    const WORDS: [&str; 30] = [
        "a",
        "as",
        "cv",
        "copy",
        "curriculum",
        "doc",
        "docx",
        "file",
        "format",
        "full",
        "here",
        "in",
        "latest",
        "my",
        "of",
        "page",
        "paper",
        "print",
        "resume",
        "résumé",
        "the",
        "this",
        "to",
        "version",
        "view",
        "vitae",
        "word",
        "click",
        "printable",
        "for",
    ];
    const SAYING: [&str; 8] =
        ["pdf", "download", "downloadable", "herunterladen", "télécharger", "descargar", "scarica", "baixar"];
    const WIDE: [&str; 8] =
        ["下载简历", "下载pdf", "简历下载", "下载pdf简历", "下載履歷", "下載pdf", "pdf下载", "点击下载简历"];
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let squeezed: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let says = |word: &str| SAYING.contains(&word);
    let said = text.split(|c: char| !c.is_alphanumeric()).any(says);
    WIDE.contains(&squeezed.as_str())
        || said && words.peek().is_some() && words.all(|word| says(word) || WORDS.contains(&word))
}

/// Returns whether a line without a link, or with one to a file next to the source, only offers that file:
/// `Download CV (PDF)`.
pub(super) fn is_download_button(text: &str) -> bool {
    const VERBS: [&str; 8] =
        ["download", "herunterladen", "télécharger", "descargar", "scarica", "baixar", "下载", "下載"];
    let lower = text.to_lowercase();
    offers_file(text) && VERBS.iter().any(|verb| lower.contains(verb))
}

/// Returns whether the key before a link is a sentence that offers the paper:
/// `Download the latest résumé: [LinkedIn](…)`.
pub(super) fn is_offer(key: &str) -> bool {
    let key = key.trim().trim_end_matches([':', '：']);
    key.split_whitespace().count() > 2 && PaperTitle::is_offer(key) && KeyKind::of_key(key).is_empty()
}
