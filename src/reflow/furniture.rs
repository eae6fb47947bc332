//! Text at the edges of pages that is not part of the content: running heads and feet, page numbers.

use super::ink::Ink;
use super::line::{Line, rows};
use super::shape::Kind;
use crate::model::date_places;

/// The outer part of the height of a page that holds running heads and feet.
const EDGE: f64 = 0.09;
/// The number of rows looked at from the top and from the bottom.
const ROWS: usize = 2;

/// A row at the edge of a page.
struct Edge {
    page: usize,
    y: f64,
    text: String,
    glyphs: Vec<usize>,
}

/// Removes the furniture, and returns its texts, each once.
pub fn take(inks: &mut Vec<Ink>, pages: &[[f64; 4]]) -> Vec<String> {
    let mut edges: Vec<Edge> = Vec::new();
    for page in inks.chunk_by(|a, b| a.page == b.page) {
        let [_, bottom, _, top] = pages.get(page[0].page).copied().unwrap_or([0.0, 0.0, 595.0, 842.0]);
        let outer = (top - bottom) * EDGE;
        let rows = rows(page.iter().collect());
        let last = rows.len().saturating_sub(ROWS);
        for (at, row) in rows.iter().enumerate().filter(|(at, _)| *at < ROWS || *at >= last) {
            let y = row[0].y;
            let high = at < ROWS && y > top - outer;
            let low = at >= last && y < bottom + outer;
            if high || low {
                let text =
                    row.iter().map(|ink| if ink.blank { format!(" {}", ink.text) } else { ink.text.clone() });
                edges.push(Edge {
                    page: page[0].page,
                    y,
                    text: text.collect(),
                    glyphs: row.iter().map(|ink| ink.glyph).collect(),
                });
            }
        }
    }
    let again = |edge: &Edge| {
        let same = |other: &&Edge| {
            other.page != edge.page
                && (other.y - edge.y).abs() < 3.0
                && masked(&other.text) == masked(&edge.text)
        };
        edges.iter().take(200).any(|other| same(&other))
    };
    let running: Vec<&Edge> = edges.iter().filter(|edge| is_number(&edge.text) || again(edge)).collect();
    let mut glyphs: Vec<usize> = running.iter().flat_map(|edge| edge.glyphs.iter().copied()).collect();
    glyphs.sort_unstable();
    let mut said: Vec<String> = Vec::new();
    for edge in running {
        let text = edge.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_only_number(&text) && !said.iter().any(|other| masked(other) == masked(&text)) {
            said.push(text);
        }
    }
    inks.retain(|ink| glyphs.binary_search(&ink.glyph).is_err());
    said
}

/// Words that say when a file was made.
const MADE: [&str; 6] = ["updated", "revised", "更新", "aktualisiert", "mise à jour", "actualizado"];

/// Removes the lines above the name that say when the file was made, and returns their texts.
pub fn above_name(lines: &mut Vec<Line>, kinds: &mut Vec<Kind>) -> Vec<String> {
    let name = kinds.iter().position(|kind| *kind == Kind::Name).unwrap_or(0);
    let made = |line: &Line| {
        let text = line.text().to_lowercase();
        !date_places(&text).is_empty() && MADE.iter().any(|word| text.contains(word))
    };
    let found: Vec<usize> = (0..name).filter(|&at| made(&lines[at])).collect();
    for at in found.iter().rev() {
        kinds.remove(*at);
    }
    found.iter().rev().map(|at| lines.remove(*at).text()).collect()
}

/// Returns a text with all numbers made alike.
fn masked(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// Returns whether a text is a page number, or ends in one with the total: `1`, `- 2 -`, `Ada Example 1 / 2`.
fn is_number(text: &str) -> bool {
    let of_all = |text: &str| {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let tail: String = compact.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '/').collect();
        let (behind, before) = tail.split_once('/').unwrap_or_default();
        let number = |digits: &str| {
            (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        number(behind) && number(before) && !compact.contains("://")
    };
    is_only_number(text) || of_all(text)
}

fn is_only_number(text: &str) -> bool {
    let words = text.to_lowercase();
    let left: String = ["page", "seite", "页", "第", "共", "of", "von", "/", "-", "–", "—", "|", "·"]
        .iter()
        .fold(words, |text, word| text.replace(word, " "));
    let numbers: Vec<&str> = left.split_whitespace().collect();
    (1..=2).contains(&numbers.len())
        && numbers.iter().all(|word| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_from_text() {
        for text in ["1", "- 2 -", "Page 1 of 2", "第 1 页", "第 1 页 共 3 页", "Ada Example 1/2", "1 / 12"]
        {
            assert!(is_number(text), "{text}");
        }
        for text in ["2020", "Python 3", "2019/03", "", "https://example.com/1/2", "3 people"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
