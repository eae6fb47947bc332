//! What a line of the header begins with: a name, or the posts of the person.

use super::HeadLine;
use super::beside;
use super::icons::icon_len;
use super::shapes;
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::resume::Header;
use crate::model::rich::Rich;
use crate::model::words;

impl Builder<'_> {
    /// Takes the name at the beginning of the first line off it; the other pieces are facts.
    pub(super) fn without_leading_name(&mut self, header: &mut Header, mut pieces: Vec<Rich>) -> Vec<Rich> {
        if header.name.is_some() || !header.contacts.is_empty() || !header.facts.is_empty() {
            return pieces;
        }
        if pieces.len() > 1 && beside::is_name_and_post(&pieces[0]) {
            let first = pieces.remove(0);
            let span = first.span().unwrap_or_default();
            self.doubt(span, "a name, judging by its shape", "give it a key: `姓名：`");
            self.title(header, first);
            return pieces;
        }
        let Some(len) = leading_name(&pieces) else { return pieces };
        let first = pieces.remove(0);
        let (name, rest) = (first.slice(0..len), first.slice(len..first.text().len()).trim());
        if !rest.is_blank() {
            pieces.insert(0, rest);
        }
        self.doubt(
            name.span().unwrap_or_default(),
            "a name, judging by its shape",
            "give it a key: `姓名：`",
        );
        header.name = Some(name);
        pieces
    }

    /// Returns the posts that the line under the name begins with, in one piece, and their number: `Engineer /
    /// Author | Sampletown`.
    pub(super) fn leading_posts(
        &self,
        header: &Header,
        line: &HeadLine,
        pieces: &[Rich],
    ) -> Option<(usize, Rich)> {
        let first = header.contacts.is_empty() && header.facts.is_empty() && header.headline.is_none();
        if !first || header.name.is_none() || pieces.len() < 2 || !line.cells.is_empty() {
            return None;
        }
        let post = |piece: &&Rich| {
            matches!(classify((*piece).clone(), &self.manner), Item::Text(text)
                if words::is_job(&text.text()) && icon_len(&text.text()) == 0 && !has_code(&text.text()))
        };
        let posts = pieces.iter().take_while(post).count();
        let whole = line.text.text();
        let mut end = 0;
        for piece in &pieces[..posts] {
            let piece = piece.text();
            end += whole[end..].find(piece.trim())? + piece.trim().len();
        }
        (posts > 0).then(|| (posts, line.text.slice(0..end).trim()))
    }
}

/// Returns the length of the name that the first of several pieces is, or begins with.
pub(super) fn leading_name(pieces: &[Rich]) -> Option<usize> {
    let text = pieces.first()?.text();
    if pieces.len() > 1 && words::is_person(text.trim()) {
        return Some(text.len());
    }
    if let Some(len) = shapes::name_before_sex(&text).filter(|_| pieces.len() > 1) {
        return Some(len);
    }
    let (name, rest) = text.split_once([' ', '\u{3000}', '，', ','])?;
    let short = rest.chars().count() <= 16
        && rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '男' | '女'));
    (pieces.len() == 1 && short && words::is_person(name)).then_some(name.len())
}

/// `Captain Cook, HI 96706`: a place with its postcode.
fn has_code(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4)
}
