//! Studies and jobs without dates that are written as those with dates are: a line that begins in bold and names a degree or
//! a post, and where that was, in the same line or in the next: `**BSc Baking**` over `Example University`.

use super::alike::{first_line, is_label};
use super::below::ends_like_text;
use super::further_roles::free_employer;
use super::opening::{begins_bold, is_short, is_sure};
use super::pairs::is_post_alone;
use super::posts::is_of_a_person;
use super::{Builder, Rank, below, stack};
use crate::model::blocks::Part;
use crate::model::flow::{Chunk, Line};
use crate::model::key;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, Part as EntryPart, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;
use crate::source::chars::is_wide;

/// The largest number of lines of such a paragraph.
const MOST_LINES: usize = 4;
/// What stands between bold words and the rest of a line.
const APART: [char; 9] = [',', '-', '–', '—', '|', '·', '@', ':', '('];

/// Returns which paragraphs are entries without dates: two names confirm each other, and what is made like at least as
/// many as are not is an entry, too.
pub(super) fn pairs(parts: &[Part<'_>], kind: SectionKind, rank: Rank<'_>) -> Vec<bool> {
    let open = is_open(kind, rank);
    let made: Vec<Option<Made>> =
        parts.iter().map(|part| own_lines(part).filter(|_| open).and_then(made)).collect();
    let sure: Vec<bool> =
        parts.iter().map(|part| open && own_lines(part).is_some_and(|lines| is_pair(lines, kind))).collect();
    let most = |wanted: Made| {
        let same = || made.iter().zip(&sure).filter(move |(made, _)| **made == Some(wanted));
        let told = same().filter(|(_, sure)| **sure).count();
        told > 0 && told * 2 >= same().count()
    };
    // There are two shapes; each is counted once.
    let told = [most(Made::Lines), most(Made::Line)];
    made.into_iter().map(|made| made.is_some_and(|made| told[usize::from(made == Made::Line)])).collect()
}

/// Joins a bold line and the one that says where that was, if each is a paragraph and their words leave no doubt.
pub(in crate::model) fn join_pairs(parts: &mut Vec<Part<'_>>, kind: SectionKind, rank: Rank<'_>) {
    if !is_open(kind, rank) {
        return;
    }
    let mut out = Vec::with_capacity(parts.len());
    for part in std::mem::take(parts) {
        let above = out.last().and_then(own_lines).zip(own_lines(&part));
        let joins = above.is_some_and(|(above, below)| match (above, below) {
            ([first], [next]) => is_pair(&[first.clone(), next.clone()], kind),
            _ => false,
        });
        match out.pop_if(|_| joins) {
            Some(above) => out.extend(stack::one_part(vec![above, part])),
            None => out.push(part),
        }
    }
    *parts = out;
}

/// Returns whether the lines of an item are a degree and a school, or a post and an employer, one below the other.
pub(super) fn is_item(lines: &[Line], kind: SectionKind, rank: Rank<'_>) -> bool {
    is_open(kind, rank) && made(lines) == Some(Made::Lines) && is_pair(lines, kind)
}

fn is_open(kind: SectionKind, rank: Rank<'_>) -> bool {
    matches!(kind, SectionKind::Education | SectionKind::Work | SectionKind::Volunteer) && is_sure(kind, rank)
}

fn bold_lead(line: &Rich) -> usize {
    line.runs().take_while(|run| run.marks.strong).map(|run| run.text.len()).sum()
}

/// Returns whether a mark, or italics, sets the rest of a line apart from the bold words.
fn is_apart(line: &Rich, lead: usize) -> bool {
    let text = line.text();
    let rest = line.slice(lead..text.len()).trim();
    let dressed = rest.runs().next().is_some_and(|run| run.marks.emphasis || run.link.is_some());
    dressed || text[..lead].trim_end().ends_with(APART) || rest.text().starts_with(APART)
}

/// Returns whether words behind the bold ones are a sentence, and not one more name with a full stop behind it.
fn is_told(rest: &str) -> bool {
    let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.starts_with(char::is_lowercase)
        || rest.trim_end().ends_with('.') && rest.split_whitespace().count() > 5
}

/// How such a paragraph is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Made {
    /// A bold line over lines that are not bold.
    Lines,
    /// Bold words and others in one line.
    Line,
}

fn own_lines<'p>(part: &'p Part<'_>) -> Option<&'p [Line]> {
    first_line(part)?;
    let Part::Text(chunks, _) = part else { return None };
    match chunks.as_slice() {
        [Chunk::Lines(lines)] => Some(lines),
        _ => None,
    }
}

fn made(lines: &[Line]) -> Option<Made> {
    let (first, rest) = lines.split_first()?;
    // `**BSc Baking** · Minor: Rolls` has no key.
    let name = |line: &Rich, lead: usize| {
        let text = line.text();
        let keyed = key::at_start(&text, key::GRID_KEY).is_some_and(|key| lead == 0 || key.len <= lead + 2);
        is_short(line)
            && !split::has_date(line)
            && !ends_like_text(&text)
            && !text.trim_end().ends_with(['!', '?', '！', '？'])
            && !keyed
    };
    let whole = first.text.all(|marks| marks.strong);
    let below = rest
        .iter()
        .all(|line| is_short(&line.text) && !begins_bold(&line.text) && !split::has_date(&line.text));
    let lead = bold_lead(&first.text);
    let text = first.text.text();
    let named =
        name(&first.text, lead) && lead > 0 && (is_degree(&text[..lead]) || !is_label(text[..lead].trim()));
    // `**Sample Centre –** *Research Assistant*.`
    let stop = |line: &Rich| line.text().trim_end().ends_with('.');
    match rest.first() {
        Some(next) if stop(&first.text) || stop(&next.text) => None,
        Some(next) if named && lines.len() <= MOST_LINES && below && name(&next.text, 0) => Some(Made::Lines),
        // `**BSc** in Baking` goes on.
        None if named && !whole && is_apart(&first.text, lead) && !is_told(&text[lead..]) => Some(Made::Line),
        _ => None,
    }
}

/// Returns whether one of the two names a degree or a post, and the other a school or an employer.
fn is_pair(lines: &[Line], kind: SectionKind) -> bool {
    let Some(made) = made(lines) else { return false };
    let first = &lines[0].text;
    let text = first.text();
    let lead = bold_lead(first);
    let (above, below) = match made {
        Made::Lines => (text[..lead].trim().to_owned(), lines[1].text.text().into_owned()),
        Made::Line => {
            let rest = text[lead..].trim_start_matches(|c: char| c.is_whitespace() || APART.contains(&c));
            (text[..lead].trim().to_owned(), rest.trim_end_matches('.').to_owned())
        }
    };
    let head =
        |text: &str| text.split([',', '，', '|', '·', '–', '—']).next().unwrap_or_default().trim().to_owned();
    let own = |text: &str| match kind {
        SectionKind::Education => is_degree(text) && !words::is_school(&head(text)),
        _ => words::is_job(text) && is_of_a_person(text) && !words::is_company(text),
    };
    let house = |text: &str| match kind {
        SectionKind::Education => words::is_school(text),
        _ => words::is_company(text) || words::is_school(text),
    };
    let (above, below) =
        (above.trim_end_matches(|c: char| c.is_whitespace() || APART.contains(&c)), below.as_str());
    let told = own(above) && (house(&head(below)) || house(below)) || house(above) && own(&head(below));
    told || is_beside(lines, kind)
}

/// Returns whether the line below bold words is where they were, though only one of the two is known by its words:
/// `**Certificate in Rolls**` over `Oven Academy`, `**Baker**` over `Sample Inn, Testville`.
fn is_beside(lines: &[Line], kind: SectionKind) -> bool {
    if made(lines) != Some(Made::Lines) {
        return false;
    }
    let (above, below) = (lines[0].text.text(), lines[1].text.text());
    match kind {
        SectionKind::Education => !is_degree(&above) && !words::is_school(&above) && words::is_school(&below),
        _ => is_post_alone(&above) && is_all_names(&below),
    }
}

impl Builder<'_> {
    /// Takes the line below the title of an entry without dates as its house, where no word of it says so.
    pub(super) fn take_house(&mut self, entry: &mut Entry, lines: &mut Vec<Line>, title: &Line) {
        let Some(next) = lines.first() else { return };
        if entry.dates.is_some() || !is_beside(&[title.clone(), next.clone()], entry.section) {
            return;
        }
        let house = lines.remove(0).text;
        if entry.section == SectionKind::Education {
            below::name_house(entry, house);
            return;
        }
        free_employer(entry);
        let employer = EntryPart { role: PartRole::Organization, text: house };
        let parts = self.place_of_employer(employer, entry);
        entry.parts.extend(parts);
    }
}

/// Returns whether each longer word of a line has a capital, as those of names do.
pub(super) fn is_all_names(text: &str) -> bool {
    let small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() > 3;
    text.chars().all(|c| !is_wide(c))
        && text.starts_with(char::is_uppercase)
        && !text.split_whitespace().any(small)
}

/// `Master of Arts (MA) in Breads, Rolls and Ovens`: what was studied may be long.
pub(super) fn is_degree(text: &str) -> bool {
    let head: Vec<&str> = text.split_whitespace().take(4).collect();
    words::is_degree(text) || words::is_degree(&head.join(" "))
}
