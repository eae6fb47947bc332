//! Lists of the titles below, for the screen: a table of contents that was written by hand. And lines that
//! only head what follows.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, code};
use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::cut;
use crate::model::directive::Marked;
use crate::model::flow;
use crate::model::key;
use crate::model::kinds::{PaperTitle, SectionKind, fold};
use crate::model::resume::{Contact, Header};
use crate::model::rich::Rich;
use crate::source::markdown as md;

/// The smallest number of titles; a shorter list may be anything.
const FEWEST: usize = 3;

impl Builder<'_> {
    /// Leaves out a table of contents above the first section, with its title line; returns the indices
    /// of its blocks.
    pub(super) fn contents(&mut self, above: &[Marked<'_>]) -> BTreeSet<usize> {
        let lists =
            |marked: &Marked<'_>| matches!(marked.block.kind, md::BlockKind::List { .. }) && !marked.off;
        if !above.iter().any(lists) {
            return BTreeSet::new();
        }
        let titles: BTreeSet<String> = headings(&self.source.markdown.blocks);
        let mut found = BTreeSet::new();
        for (at, marked) in above.iter().enumerate().filter(|(_, marked)| lists(marked)) {
            let mut items = Vec::new();
            let only = item_texts(marked.block, &mut items);
            if !only || items.len() < FEWEST || !items.iter().all(|item| titles.contains(&fold(item))) {
                continue;
            }
            found.insert(at);
            let before = at.checked_sub(1).filter(|before| is_word_for_contents(&above[*before]));
            found.extend(before);
            let span = marked.block.span;
            let message = "a list of the titles below is left out: a page of paper has no use for it";
            self.sink.report(Diagnostic::new(code::LEFTOVER, span, message).hint("delete it, or leave it"));
        }
        for at in &found {
            self.consume_block(above[*at].block, "table of contents");
        }
        found
    }

    /// Leaves out a line that only heads a group of facts which have keys of their own: `简介：` over
    /// `- 学历：本科`.
    pub(super) fn is_group_label(&mut self, marked: &Marked<'_>, next: Option<&Marked<'_>>) -> bool {
        let md::BlockKind::Paragraph(content) = &marked.block.kind else { return false };
        let Some(next) = next.filter(|next| matches!(next.block.kind, md::BlockKind::List { .. })) else {
            return false;
        };
        let text = flow::rich(content, &self.manner_of(marked)).0;
        let label = text.text().trim().to_owned();
        if !marked.off && !next.off && is_word_for_links(&label) && self.are_links(next) {
            self.consume(&text, "label over links");
            return true;
        }
        let bare = key::at_start(&label, key::GRID_KEY).is_some_and(|key| key.len == label.len());
        if !bare || marked.off || next.off || cut::is_bare_key(&text) {
            return false;
        }
        let consumed = self.consumed.len();
        let lines = self.head_lines(next, true).map(|read| read.lines).unwrap_or_default();
        self.consumed.truncate(consumed);
        let keyed = |line: &Rich| {
            matches!(
                classify(line.clone(), &self.manner),
                Item::Name { .. } | Item::Headline(_) | Item::Contact(Contact { key: Some(_), .. })
            )
        };
        let known = lines.iter().filter(|line| keyed(&line.text) || line.label.is_some()).count();
        let group = known > 0 && self.count_items(&lines, false) * 2 >= lines.len();
        if group {
            self.consume(&text, "label over facts with keys of their own");
        }
        group
    }

    /// Returns whether a list holds links and nothing else.
    fn are_links(&mut self, list: &Marked<'_>) -> bool {
        let consumed = self.consumed.len();
        let lines = self.head_lines(list, true).map(|read| read.lines).unwrap_or_default();
        self.consumed.truncate(consumed);
        let linked = |line: &Rich| line.runs().all(|run| run.link.is_some() || run.text.trim().is_empty());
        !lines.is_empty() && lines.iter().all(|line| linked(&line.text))
    }

    /// A line above the name: what the paper is, or no headline, unless it says what someone does.
    pub(super) fn stray_line(
        &mut self,
        header: &mut Header,
        marked: &Marked<'_>,
        name: Option<&Marked<'_>>,
    ) -> bool {
        let md::BlockKind::Paragraph(content) = &marked.block.kind else { return false };
        let (text, images) = flow::rich(content, &self.manner_of(marked));
        let words = text.text().trim().to_owned();
        // `MY` is a land as well.
        if images.is_empty() && !marked.off && name.is_some_and(|name| are_initials(&words, name)) {
            self.consume(&text, "initials in the place of a photo");
            return true;
        }
        let stray = images.is_empty()
            && header.blocks.is_empty()
            && !marked.off
            && !crate::model::words::is_job(&words)
            && words.split_whitespace().count() <= 3
            && matches!(classify(text.clone(), &self.manner), Item::Text(_));
        // `2024年1月1日` over the name: when the paper was written.
        if stray && PaperTitle::is_noise(&words) && words.contains(|c: char| c.is_ascii_digit()) {
            self.plain_item(header, text);
        } else if stray && SectionKind::is_title_of_paper(&words) {
            let (title, _) = flow::rich(content, &self.manner_of(marked));
            self.title(header, title);
        } else if stray {
            self.keep_block(header, marked);
        }
        stray
    }
}

/// `AS` above `Alex Sample`: what a page shows where it has no photo.
fn are_initials(words: &str, name: &Marked<'_>) -> bool {
    let md::BlockKind::Heading { content, .. } = &name.block.kind else { return false };
    let name = md::plain_text(content);
    let firsts: String = name.split([' ', '-', '.']).filter_map(|word| word.chars().next()).collect();
    (2..=3).contains(&words.chars().count()) && words.chars().all(char::is_uppercase) && firsts == words
}

/// `Homepages`, 相关链接: what only says that links follow.
fn is_word_for_links(label: &str) -> bool {
    const WORDS: [&str; 16] = [
        "homepages",
        "homepage",
        "webpages",
        "websites",
        "profiles",
        "onlineprofiles",
        "links",
        "elsewhere",
        "social",
        "socialmedia",
        "onlinepresence",
        "主页",
        "个人主页",
        "链接",
        "相关链接",
        "社交账号",
    ];
    WORDS.contains(&fold(label.trim_end_matches([':', '：'])).as_str())
}

/// Returns the titles of a document, folded.
fn headings(blocks: &[md::Block]) -> BTreeSet<String> {
    let title = |block: &md::Block| match &block.kind {
        md::BlockKind::Heading { content, .. } => Some(fold(&md::plain_text(content))),
        _ => None,
    };
    blocks.iter().filter_map(title).collect()
}

/// Collects the texts of a list's items, including those of inner lists; returns whether there is nothing else.
fn item_texts(list: &md::Block, found: &mut Vec<String>) -> bool {
    let md::BlockKind::List { items, .. } = &list.kind else { return false };
    items.iter().flat_map(|item| &item.blocks).all(|block| match &block.kind {
        md::BlockKind::Paragraph(content) => {
            found.push(md::plain_text(content));
            true
        }
        _ => item_texts(block, found),
    })
}

/// 📋 目录, `Table of Contents`.
fn is_word_for_contents(marked: &Marked<'_>) -> bool {
    let (md::BlockKind::Paragraph(content) | md::BlockKind::Heading { content, .. }) = &marked.block.kind
    else {
        return false;
    };
    let text = md::plain_text(content);
    text.chars().count() <= 30 && PaperTitle::is_remark(&text)
}
