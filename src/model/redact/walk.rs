//! Secrets in the texts of a résumé, and the lines that say nothing else.

use super::classes::Classes;
use super::secrets::Secrets;
use crate::diag::Span;
use crate::model::key;
use crate::model::resume::{Block, BlockKind, Item, KeyValue, Resume, TextLine};
use crate::model::rich::{Piece, Rich, Run};
use crate::model::texts::{TextMut, each_text};

/// Replaces secrets by fixed words, in all that is printed or read out.
pub(super) fn resume(resume: &mut Resume, secrets: &Secrets) {
    each_text(resume, &mut |text| match text {
        TextMut::Printed(text) | TextMut::Literal(text) => rich(text, secrets),
        TextMut::Spoken(text) => words(text, secrets),
    });
}

fn words(text: &mut String, secrets: &Secrets) {
    for (range, instead) in secrets.find(text).into_iter().rev() {
        text.replace_range(range, instead);
    }
}

fn rich(text: &mut Rich, secrets: &Secrets) {
    for piece in &mut text.0 {
        if let Piece::Run(run) = piece
            && run.link.as_deref().is_some_and(|link| leads(link, secrets))
        {
            run.link = None;
        }
    }
    let found = secrets.find(&text.text());
    if found.is_empty() {
        return;
    }
    let (mut out, mut at) = (Rich::default(), 0);
    for (range, instead) in found {
        out.append(text.slice(at..range.start));
        // Not from the source: it has no place.
        out.push(Piece::Run(Run { text: instead.to_owned(), span: Span::default(), ..Run::default() }));
        at = range.end;
    }
    out.append(text.slice(at..text.text().len()));
    *text = out;
}

/// Returns whether a link contains a secret.
fn leads(link: &str, secrets: &Secrets) -> bool {
    !secrets.find(link).is_empty() || !secrets.find(&decoded(link)).is_empty()
}

/// Returns a link with its percent-encoding resolved (RFC 3986, 2.1).
fn decoded(link: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(link.len()), link.as_bytes());
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Takes pairs out of blocks, and lines and items that begin with such keys. Depth is that of the model.
pub(super) fn without_pairs(
    list: &mut Vec<Block>,
    classes: &Classes,
    goes: &mut impl FnMut(&KeyValue) -> bool,
) {
    for block in list.iter_mut() {
        match &mut block.kind {
            BlockKind::Entry(entry) => without_pairs(&mut entry.body, classes, goes),
            BlockKind::Quote(inner) => without_pairs(inner, classes, goes),
            BlockKind::KeyValues(pairs) => pairs.retain(|pair| !goes(pair)),
            BlockKind::Paragraph(lines) => lines.retain(|line| !is_pair(line, classes, goes)),
            BlockKind::List(list) => {
                list.items.retain_mut(|item| {
                    without_pairs(&mut item.blocks, classes, goes);
                    !is_empty(item)
                });
            }
            _ => {}
        }
    }
    list.retain(|block| match &block.kind {
        BlockKind::KeyValues(pairs) => !pairs.is_empty(),
        BlockKind::Paragraph(lines) => !lines.is_empty(),
        BlockKind::List(list) => !list.items.is_empty(),
        _ => true,
    });
}

fn is_empty(item: &Item) -> bool {
    item.blocks.is_empty()
}

/// Returns whether a line is the key of a pair to be removed, with its value.
fn is_pair(line: &TextLine, classes: &Classes, goes: &mut impl FnMut(&KeyValue) -> bool) -> bool {
    let label = line.label.as_ref().map(|label| label.text.clone()).unwrap_or_default();
    let mut whole = label;
    whole.append(line.body.clone());
    let text = whole.text().into_owned();
    let Some(end) = text.find([':', '：']) else { return false };
    let end = end + text[end..].chars().next().map_or(0, char::len_utf8);
    if end > key::GRID_KEY * 4 || classes.of_key(&text[..end]).is_none() {
        return false;
    }
    let pair =
        KeyValue { key: Some(whole.slice(0..end)), value: whole.slice(end..text.len()), span: line.span };
    goes(&pair)
}

/// Calls `each` for every block, including those inside others.
pub(super) fn each<'a>(list: impl IntoIterator<Item = &'a Block>, each_block: &mut dyn FnMut(&Block)) {
    for block in list {
        each_block(block);
        match &block.kind {
            BlockKind::Entry(entry) => each(&entry.body, each_block),
            BlockKind::Quote(inner) => each(inner, each_block),
            BlockKind::List(list) => list.items.iter().for_each(|item| each(&item.blocks, each_block)),
            _ => {}
        }
    }
}
