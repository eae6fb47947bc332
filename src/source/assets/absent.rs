//! Replacements for an image that cannot be used: nothing for a photo, its words for an icon or a badge.

mod inlines;

use super::Images;
use super::words::{is_caption, is_generic};
use crate::source::breaks;
use crate::source::markdown::{Block, BlockKind, Inline, InlineKind};

/// Removes the images that are not among `assets` from a tree, and anything that is empty without them.
pub fn replace(blocks: &mut Vec<Block>, assets: &Images, text: &str) {
    Absent { assets, text, headings: 0, sole: false }.blocks(blocks);
}

/// Returns whether an icon is above the third heading: it may be the whole content of a link.
pub fn has_icons(blocks: &[Block]) -> bool {
    fn icon(inlines: &[Inline]) -> bool {
        inlines.iter().any(|inline| match &inline.kind {
            InlineKind::Icon(_) => true,
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Link { content, .. } => icon(content),
            _ => false,
        })
    }
    fn within(block: &Block) -> bool {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => icon(content),
            BlockKind::List { items, .. } => items.iter().flat_map(|item| &item.blocks).any(within),
            BlockKind::Quote(blocks) => blocks.iter().any(within),
            BlockKind::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).any(|cell| icon(cell))
            }
            _ => false,
        }
    }
    let mut headings = 0;
    let above = blocks.iter().take_while(|block| {
        headings += usize::from(matches!(block.kind, BlockKind::Heading { .. }));
        headings <= LAST_HEADING
    });
    above.into_iter().any(within)
}

/// Up to this number of headings, icons in links are contacts of the person.
const LAST_HEADING: usize = 2;

struct Absent<'a> {
    assets: &'a Images,
    /// The source.
    text: &'a str,
    /// The number of headings so far: a lone picture before the second one is the photo.
    headings: usize,
    /// Whether the current block is all that is under its heading.
    sole: bool,
}

impl Absent<'_> {
    fn blocks(&mut self, blocks: &mut Vec<Block>) {
        let mut sole = sole(blocks).into_iter();
        blocks.retain_mut(|block| {
            self.sole = sole.next().unwrap_or(false);
            self.block(block)
        });
    }

    /// Returns whether a block stays.
    fn block(&mut self, block: &mut Block) -> bool {
        match &mut block.kind {
            BlockKind::Heading { content, .. } => {
                self.headings += 1;
                // A badge next to a title says nothing about it.
                if content.iter().any(is_words) {
                    content.retain(|inline| !matches!(&inline.kind, InlineKind::Image { src, .. } if !self.assets.contains_key(src)));
                }
                !self.lacks(content) || self.in_text(content)
            }
            BlockKind::Paragraph(content) => !self.lacks(content) || self.alone_or_in_text(content),
            BlockKind::List { items, .. } => {
                items.retain_mut(|item| item.blocks.is_empty() || self.some(&mut item.blocks));
                !items.is_empty()
            }
            BlockKind::Quote(blocks) => blocks.is_empty() || self.some(blocks),
            BlockKind::Footnote { blocks, .. } => {
                self.blocks(blocks);
                true
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter_mut().chain(rows.iter_mut().flatten()) {
                    self.cell(cell);
                }
                true
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.cell(&mut definition.term);
                    definition.details.retain_mut(|blocks| blocks.is_empty() || self.some(blocks));
                }
                true
            }
            BlockKind::Code { .. } | BlockKind::Break | BlockKind::Comment(_) | BlockKind::Html(_) => true,
        }
    }

    /// Returns whether anything of some blocks stays.
    fn some(&mut self, blocks: &mut Vec<Block>) -> bool {
        self.blocks(blocks);
        !blocks.is_empty()
    }

    fn cell(&mut self, content: &mut Vec<Inline>) {
        if self.lacks(content) && !self.alone_or_in_text(content) {
            content.clear();
        }
    }

    /// Returns whether an image of running text is absent.
    fn lacks(&self, inlines: &[Inline]) -> bool {
        inlines.iter().any(|inline| match &inline.kind {
            InlineKind::Image { src, .. } => !self.assets.contains_key(src),
            InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strike(content) => {
                self.lacks(content)
            }
            InlineKind::Link { content, .. } => self.lacks(content) || only_icons(content),
            _ => false,
        }) || !self.lone_in_links(inlines).is_empty()
    }

    /// Treats a paragraph, which is a picture or a row of badges if it has only images. Returns whether it stays.
    fn alone_or_in_text(&self, content: &mut Vec<Inline>) -> bool {
        let mut images = Vec::new();
        if !only_images(content, &mut images) {
            self.lines(content);
            return self.in_text(content);
        }
        if let [image] = images.as_slice() {
            if !self.is_caption(image) {
                content.retain(|inline| matches!(inline.kind, InlineKind::Comment(_)));
                return !content.is_empty();
            }
        } else if !images.iter().any(|image| self.assets.contains_key(&image.src)) {
            // The blanks of a row are set anew: between badges there may be none, or line ends.
            content.retain(|inline| !is_gap(&inline.kind) && !is_generic_image(&inline.kind));
        }
        self.in_text(content)
    }

    /// Returns whether the words of a lone picture are to be printed: where a link or a section would have none
    /// without them.
    fn is_caption(&self, image: &Lone) -> bool {
        image.linked || (self.sole && self.headings > 1 && is_caption(&image.alt, &image.src))
    }

    /// Treats pictures that are alone on their lines of a paragraph: nothing is left of them, or a line.
    fn lines(&self, content: &mut Vec<Inline>) {
        let is_end =
            |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak);
        let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
        for inline in std::mem::take(content) {
            let ended = is_end(&inline);
            if let Some(line) = lines.last_mut() {
                line.push(inline);
            }
            if ended {
                lines.push(Vec::new());
            }
        }
        for mut line in lines {
            let mut images = Vec::new();
            let only = only_images(&line, &mut images);
            if let ([image], true) = (images.as_slice(), only)
                && !self.assets.contains_key(&image.src)
            {
                if !self.is_caption(image) {
                    line.retain(|inline| {
                        matches!(inline.kind, InlineKind::Comment(_) | InlineKind::Tag { .. })
                    });
                } else if !image.linked {
                    [content.last_mut(), line.last_mut()].into_iter().flatten().for_each(harden);
                }
            }
            content.append(&mut line);
        }
        while content.last().is_some_and(is_end) {
            content.pop();
        }
    }

    /// Replaces absent images by words; returns whether anything is left to print.
    fn in_text(&self, content: &mut Vec<Inline>) -> bool {
        *content = self.replaced(std::mem::take(content));
        breaks::resolve(content);
        is_printed(content)
    }
}

/// Returns whether an inline shows letters or digits.
fn is_words(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.contains(char::is_alphanumeric),
        InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Link { content, .. } => {
            content.iter().any(is_words)
        }
        _ => false,
    }
}

/// Returns whether a link holds nothing but icons: `[<i class="fa fa-github"></i>](https://github.com/a)`.
fn only_icons(inlines: &[Inline]) -> bool {
    let icon = |inline: &Inline| matches!(inline.kind, InlineKind::Icon(_));
    let silent = |inline: &Inline| matches!(inline.kind, InlineKind::Tag { .. }) || is_gap(&inline.kind);
    inlines.iter().any(icon) && inlines.iter().all(|inline| icon(inline) || silent(inline))
}

/// Returns for each block whether it is alone between two headings, or after the last one.
fn sole(blocks: &[Block]) -> Vec<bool> {
    let heading = |block: &&Block| matches!(block.kind, BlockKind::Heading { .. });
    let silent = |block: &&Block| !matches!(block.kind, BlockKind::Comment(_) | BlockKind::Break);
    let mut above = false;
    let mut sole = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let below = || blocks[at + 1..].iter().find(silent).is_none_or(|next| heading(&next));
        sole.push(above && below());
        above = if silent(&block) { heading(&block) } else { above };
    }
    sole
}

/// Returns whether an inline may be between the images of a row.
fn is_gap(kind: &InlineKind) -> bool {
    match kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak { .. } | InlineKind::HardBreak => true,
        _ => false,
    }
}

/// Makes a soft line end a hard one.
fn harden(inline: &mut Inline) {
    if let InlineKind::SoftBreak { .. } = inline.kind {
        inline.kind = InlineKind::HardBreak;
    }
}

fn is_generic_image(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Image { alt, .. } if is_generic(alt))
}

/// An image in a text with nothing but images.
struct Lone {
    src: String,
    alt: String,
    /// Whether it is in a link.
    linked: bool,
}

/// Returns whether there is nothing but images, and lists them.
fn only_images(inlines: &[Inline], images: &mut Vec<Lone>) -> bool {
    let mut open = false;
    inlines.iter().all(|inline| match &inline.kind {
        InlineKind::Image { src, alt, .. } => {
            images.push(Lone { src: src.clone(), alt: alt.clone(), linked: open });
            true
        }
        InlineKind::Link { content, .. } => {
            let from = images.len();
            let only = only_images(content, images);
            images[from..].iter_mut().for_each(|image| image.linked = true);
            only
        }
        InlineKind::Tag { name, closing, attributes } => {
            if name == "a" {
                open = !closing && attributes.iter().any(|(_, url)| !url.is_empty());
            }
            true
        }
        InlineKind::Comment(_) => true,
        kind => is_gap(kind),
    })
}

fn is_printed(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => !text.trim().is_empty(),
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strike(content)
        | InlineKind::Link { content, .. } => is_printed(content),
        InlineKind::Tag { .. } | InlineKind::SoftBreak { .. } | InlineKind::HardBreak => false,
        _ => true,
    })
}
