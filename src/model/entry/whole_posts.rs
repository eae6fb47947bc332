//! Posts with a dash of their own, over their employer: `Product Owner - Data Science` over `Sample SE`.

use super::below::ends_like_text;
use super::head_items::first_lines;
use super::opening::is_date;
use super::pairs::place_behind;
use super::undated::is_all_names;
use super::{Builder, barred};
use crate::model::blocks::{Part, part_lines};
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Line};
use crate::model::key;
use crate::model::resume::Entry;
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;
use crate::source::chars::half_ems;
use crate::source::markdown as md;

/// The longest line that names an employer below a post, in half ems.
const HOUSE: usize = 100;

impl Builder<'_> {
    /// Remembers whether a line is a post and its field, and its employer stands below it: in the lines after it, else in the
    /// part after those.
    pub(in crate::model) fn look_below(&mut self, title: &Rich, lines: &[Line], next: Option<&Part<'_>>) {
        self.house_below = false;
        if !title.text().contains([' ', '\u{3000}']) || !is_post_and_field(title) {
            return;
        }
        self.house_below = match lines {
            [] => next.is_some_and(|part| self.leads_to_house(part)),
            lines => self.are_led_by_house(lines),
        };
    }

    /// Remembers whether one of the paragraphs of a section is such a post: then names below the others are employers, too.
    pub(in crate::model) fn look_at_sisters(&mut self, parts: &[Part<'_>]) {
        self.houses_below = false;
        let whole = |at: usize| {
            let lines = part_lines(&parts[at]).filter(|lines| !lines.is_empty());
            lines.is_some_and(|lines| {
                is_post_and_field(&lines[0].text)
                    && match &lines[1..] {
                        [] => parts.get(at + 1).is_some_and(|part| self.leads_to_house(part)),
                        below => self.are_led_by_house(below),
                    }
            })
        };
        self.houses_below = (0..parts.len()).any(whole);
    }

    /// Does the same for the items of a list.
    pub(super) fn look_at_sister_items(&mut self, items: &[md::Item], marked: &Marked<'_>) {
        self.houses_below = false;
        let whole = |item: &md::Item| {
            let lines = first_lines(self, item, marked)?;
            let below = item.blocks.get(1).map(|block| Marked { block, ..marked.clone() });
            let house = below.is_some_and(|below| self.is_house_block(&below));
            Some(is_post_and_field(&lines.first()?.text) && (house || self.are_led_by_house(&lines[1..])))
        };
        self.houses_below = items.iter().any(|item| whole(item) == Some(true));
    }

    /// Does the same for a heading and the block below it.
    pub(in crate::model) fn look_below_heading(&mut self, title: &Rich, next: Option<&Marked<'_>>) {
        self.house_below = is_post_and_field(title) && next.is_some_and(|next| self.is_house_block(next));
    }

    /// Returns whether the title of an entry ends in a field, and the first line of some parts names an employer.
    pub(super) fn house_follows(&self, entry: &Entry, parts: &[Part<'_>]) -> bool {
        let field = entry.parts.first().is_some_and(|part| names_a_field(&part.text.text()));
        field && parts.first().is_some_and(|part| self.leads_to_house(part))
    }

    fn leads_to_house(&self, part: &Part<'_>) -> bool {
        match part {
            Part::Text(chunks, _) => {
                matches!(chunks.first(), Some(Chunk::Lines(lines)) if self.are_led_by_house(lines))
            }
            Part::Other(marked) => self.is_house_block(marked),
            Part::Items(..) => false,
        }
    }

    fn is_house_block(&self, marked: &Marked<'_>) -> bool {
        match &marked.block.kind {
            md::BlockKind::Paragraph(content) => {
                let chunks = flow::chunks(content, &self.manner_of(marked));
                matches!(chunks.first(), Some(Chunk::Lines(lines)) if self.are_led_by_house(lines))
            }
            md::BlockKind::List { items, .. } => {
                let first = items.first().filter(|item| item.blocks.len() == 1);
                let lines = first.and_then(|item| first_lines(self, item, marked));
                lines.is_some_and(|lines| lines.len() == 1 && self.are_led_by_house(&lines))
            }
            _ => false,
        }
    }
}

/// Returns whether a line without its date is a post and its field.
fn is_post_and_field(title: &Rich) -> bool {
    let (text, dated) = (title.text(), split::dated_line(title));
    let rest = match &dated {
        Some(dated) => [&text[..dated.outer.start], &text[dated.outer.end..]].concat(),
        None => text.into_owned(),
    };
    names_a_field(&rest) && barred::is_post_and_field(&title.masked(), dated.as_ref())
}

/// Returns whether one of the words behind the last dash is a field of work, which few employers are called by.
pub(super) fn names_a_field(title: &str) -> bool {
    const FIELDS: [&str; 60] = [
        "analytics",
        "analysis",
        "automation",
        "backend",
        "business",
        "cloud",
        "communications",
        "compliance",
        "data",
        "design",
        "development",
        "engineering",
        "frontend",
        "infrastructure",
        "insights",
        "intelligence",
        "learning",
        "logistics",
        "marketing",
        "mobile",
        "operations",
        "partnerships",
        "planning",
        "procurement",
        "product",
        "production",
        "programs",
        "quality",
        "reporting",
        "research",
        "risk",
        "sales",
        "science",
        "security",
        "strategy",
        "statistics",
        "support",
        "sustainability",
        "testing",
        "training",
        "ai",
        "ml",
        "hr",
        "qa",
        "ux",
        "vertrieb",
        "entwicklung",
        "forschung",
        "einkauf",
        "qualität",
        "données",
        "ventes",
        "qualité",
        "recherche",
        "datos",
        "ventas",
        "calidad",
        "dados",
        "vendas",
        "qualidade",
    ];
    let dash = [" - ", " – ", " — "].iter().filter_map(|dash| Some(title.rfind(dash)? + dash.len())).max();
    let behind = title[dash.unwrap_or_default()..].to_lowercase();
    behind.split(|c: char| !c.is_alphanumeric()).any(|word| FIELDS.contains(&word))
}

impl Builder<'_> {
    /// Returns whether the first line, or the one below a date, names an employer by its words, its place or its look; beside a
    /// sister of which this is sure, a name is enough.
    fn are_led_by_house(&self, lines: &[Line]) -> bool {
        let line = match lines {
            [date, next, ..] if is_date(&date.text) => &next.text,
            [line, ..] => &line.text,
            [] => return false,
        };
        let dated = split::dated_line(line);
        let whole = line.text();
        let text = match &dated {
            Some(dated) if dated.outer.start > 0 => {
                whole[..dated.outer.start].trim_end_matches([' ', ',', '|', '-', '–'])
            }
            _ => whole.trim(),
        };
        let looks = line.runs().any(|run| run.marks.emphasis) && line.runs().all(|run| !run.marks.strong);
        let named = words::is_company(text) || words::is_school(text);
        let names = self.houses_below && is_all_names(text) && dated.is_none();
        let house = named
            || !words::is_job(text)
                && !words::is_place(text)
                && (place_behind(text).is_some() || looks || names);
        house
            && text.chars().map(half_ems).sum::<usize>() <= HOUSE
            && key::at_start(text, key::GRID_KEY).is_none()
            && !ends_like_text(text)
            && !text.ends_with('.')
    }
}
