//! Where an author's marks divide a line: `**Bread course** – Sample Bakery`, `### Apprenticeship, *Sample Inn*`.

use std::ops::Range;

use super::further_roles::further_roles;
use super::pairs::{before_joint, behind_brackets, place_behind};
use super::roles::roles;
use super::{Builder, EntryPart};
use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, PartRole};
use crate::model::rich::{Marks, Piece, Rich, Run};
use crate::model::split;
use crate::model::words;
use crate::source::chars::is_han;

/// The look of a run.
type Dress = (bool, bool, bool, bool);

impl Builder<'_> {
    /// Splits words with a look of their own from the rest of their part.
    pub(super) fn part_by_dress(&mut self, entry: &mut Entry, line: &Rich) {
        let all = line.text();
        let find = |(place, part): (usize, &EntryPart)| {
            let text = part.text.text();
            let at = all.find(&*text).filter(|_| !text.is_empty())?;
            Some((place, seam(&line.slice(at..at + text.len()))?))
        };
        let Some((place, seam)) = entry.parts.iter().enumerate().find_map(find) else { return };
        let whole = entry.parts[place].text.clone();
        let (first, second) =
            (whole.slice(0..seam.start).trim(), whole.slice(seam.end..whole.text().len()).trim());
        if first.is_blank() || is_rest_of_name(&second.text()) {
            return;
        }
        // `Intégrateur à [Exemple](…)`: the word says that the link is the employer.
        let word = whole.slice(seam.clone()).text().chars().any(|c| c.is_alphabetic() || c == '@');
        let joined = word && is_employment(entry.section) && second.runs().any(|run| run.link.is_some());
        self.consume(&whole.slice(seam), "separator");
        let mut parts = named(entry, place, first, second);
        if let ([post, house], true) = (parts.as_mut_slice(), joined) {
            (post.role, house.role) = (PartRole::Role, PartRole::Organization);
        }
        // The text after both was a post only for lack of another one.
        let no_post =
            |part: &&mut EntryPart| part.role == PartRole::Role && !words::is_job(&part.text.text());
        if is_employment(entry.section) && (joined || parts[0].role == PartRole::Organization) {
            entry
                .parts
                .iter_mut()
                .skip(place + 1)
                .filter(no_post)
                .for_each(|part| part.role = PartRole::Other);
        }
        entry.parts.splice(place..=place, parts);
    }
}

impl Entry {
    /// `**示例实习生** *样例部* __2016 – 2017__`, in studies also `**Example** 会计学位 2016 – 2017`: bold words and, after only a
    /// blank, words in one other look. Returns both; nothing else divides the line.
    pub(super) fn two_looks(line: &Rich, kind: SectionKind) -> Option<[Rich; 2]> {
        let text = line.text();
        let dated = split::at_an_end(line).map(|dated| dated.outer);
        let shown = match &dated {
            Some(dated) if dated.start == 0 => line.slice(dated.end..text.len()),
            Some(dated) => line.slice(0..dated.start),
            None => return None,
        };
        let shown = shown.trim();
        let text = shown.text().into_owned();
        let runs = placed(&shown);
        let bold = runs.iter().take_while(|(_, run)| lead_dress(run).0).last()?.0.end;
        let (head, rest) = (text[..bold].trim_end(), text[bold..].trim_start());
        let from = text.len() - rest.len();
        let behind: Vec<&Run> =
            runs.iter().filter(|(range, _)| range.start >= bold).map(|(_, run)| *run).collect();
        let emphasis = behind.iter().all(|run| run.marks.emphasis && !run.marks.strong && !run.marks.code);
        let studied = kind == SectionKind::Education
            && rest.starts_with(is_han)
            && behind.iter().all(|run| lead_dress(run) == Dress::default());
        let apart = from > head.len() && text[head.len()..from].chars().all(char::is_whitespace);
        let marks = |text: &str| text.contains([',', '，', '|', '｜', ':', '：', ';', '；', '、', '。', '·']);
        let told = (emphasis || studied) && (is_employment(kind) || kind == SectionKind::Education);
        (told && apart && !behind.is_empty() && !marks(&text) && text.contains(is_han))
            .then(|| [shown.slice(0..head.len()), shown.slice(from..text.len())])
    }

    /// Assigns roles to the two.
    pub(super) fn parts_of_looks(&self, [head, rest]: [Rich; 2]) -> Vec<EntryPart> {
        let (first, second) = (head.text().into_owned(), rest.text().into_owned());
        if !is_employment(self.section) {
            return roles(vec![head, rest], self.section, self.kind);
        }
        let other = match words::is_job(&first) {
            _ if words::is_place(&second) => PartRole::Place,
            true if !words::is_job(&second) => PartRole::Organization,
            false if words::is_job(&second) => PartRole::Role,
            _ => PartRole::Other,
        };
        let own = if other == PartRole::Organization { PartRole::Role } else { PartRole::Organization };
        vec![EntryPart { role: own, text: head }, EntryPart { role: other, text: rest }]
    }
}

/// Returns the two pieces of a part, with roles by their words, else by their order.
fn named(entry: &Entry, place: usize, first: Rich, second: Rich) -> Vec<EntryPart> {
    let text = second.text().into_owned();
    let unsaid = |text: &str| !words::is_job(text) && !words::is_company(text) && !words::is_school(text);
    // `**Pan maker**, Sample Inn, Testville`: the words before a place are the employer.
    if is_employment(entry.section)
        && unsaid(&first.text())
        && place_behind(&text).is_some()
        && !words::is_job(&text)
    {
        let employer = EntryPart { role: PartRole::Organization, text: second };
        return vec![EntryPart { role: PartRole::Role, text: first }, employer];
    }
    // `**Sample University**, Testville, ST`
    if entry.section == SectionKind::Education && words::is_school(&first.text()) && is_town_and_state(&text)
    {
        let own = entry.parts[place].role;
        return vec![EntryPart { role: own, text: first }, EntryPart { role: PartRole::Place, text: second }];
    }
    if entry.parts.len() == 1 {
        let mut both = roles(vec![first.clone(), second.clone()], entry.section, entry.kind);
        // A department is next to an employer, and is no post.
        let post = both.iter().position(|part| part.role == PartRole::Role);
        if let Some(part) = post.and_then(|at| both.get_mut(at))
            && both_are_houses(&first, &second)
        {
            part.role = PartRole::Other;
        }
        return both;
    }
    let own = entry.parts[place].role;
    let role = match entry.section {
        SectionKind::Education if words::is_degree(&first.text()) => PartRole::Degree,
        kind if is_employment(kind)
            && words::is_job(&first.text())
            && entry.part(PartRole::Role).is_none() =>
        {
            PartRole::Role
        }
        _ => own,
    };
    let mut told = entry.clone();
    told.parts[place] = EntryPart { role, text: first.clone() };
    let free = |role| told.part(role).is_none();
    let other = match role {
        PartRole::Role | PartRole::Degree if free(PartRole::Organization) => PartRole::Organization,
        _ => further_roles(std::slice::from_ref(&second), &told)[0],
    };
    vec![EntryPart { role, text: first }, EntryPart { role: other, text: second }]
}

fn both_are_houses(first: &Rich, second: &Rich) -> bool {
    let house = |text: &str| (words::is_company(text) || words::is_school(text)) && !words::is_job(text);
    house(&first.text()) && house(&second.text())
}

/// `Testville, ST`
fn is_town_and_state(text: &str) -> bool {
    text.split_once(", ").is_some_and(|(town, state)| {
        town.starts_with(char::is_uppercase)
            && (2..=3).contains(&state.chars().count())
            && state.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// `**Sample**, Inc.`
fn is_rest_of_name(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    const FORMS: [&str; 12] =
        ["Inc", "Ltd", "LLC", "LLP", "GmbH", "AG", "SA", "S.A", "Corp", "Co", "PhD", "Ph.D"];
    text.is_empty() || FORMS.contains(&text)
}

/// Returns the mark at which the look of a line changes: after its bold words, or before words that all look alike,
/// after words that do.
fn seam(line: &Rich) -> Option<Range<usize>> {
    let text = line.text();
    let runs: Vec<(Range<usize>, &Run)> = placed(line);
    let (_, lead) = runs.first()?;
    let dress = lead_dress(lead);
    let end = runs.iter().take_while(|(_, run)| lead_dress(run) == dress).last()?.0.end;
    if end == text.len() {
        return None;
    }
    // The mark may be dressed like the words before it: `**Engineer,** Sample Inn`, `X, *Y*`.
    let head = text[..end].trim_end_matches(is_mark);
    // `**MSc** (*cum laude*), Sample University`: the brackets belong to the words before them.
    let from = Some(behind_brackets(&text, head.len()))
        .filter(|end| text[*end..].trim_start().starts_with([',', '，']))
        .unwrap_or(head.len());
    let rest = &text[from..];
    let to = text.len() - rest.trim_start_matches(is_mark).len();
    let from = before_joint(&text[..from]);
    let gap = &text[from..to];
    let bold = dress.0;
    let mut behind = runs.iter().filter(|(range, _)| range.start >= to).map(|(_, run)| lead_dress(run));
    let one_look =
        behind.next().is_some_and(|first| first != Dress::default() && behind.all(|next| next == first));
    let told = bold || dress == Dress::default() && one_look;
    // `**Sample School** Testville, ST`
    let town = bold && gap.trim().is_empty() && !gap.is_empty() && words::is_place(&text[to..]);
    (told && (parts(gap) || town) && to < text.len() && !text[..from].trim().is_empty()).then_some(from..to)
}

/// Returns the visible runs, with their places.
fn placed(line: &Rich) -> Vec<(Range<usize>, &Run)> {
    let mut at = 0;
    let mut out = Vec::new();
    for piece in &line.0 {
        let here = at..at + piece.text().len();
        at = here.end;
        if let Piece::Run(run) = piece
            && !run.text.trim().is_empty()
        {
            out.push((here, run));
        }
    }
    out
}

fn lead_dress(run: &Run) -> Dress {
    let Marks { strong, emphasis, code, .. } = run.marks;
    // In bold text no other marks count.
    if strong { (true, false, false, false) } else { (false, emphasis, code, run.link.is_some()) }
}

fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ',' | '，' | ':' | '：' | ';' | '；' | '-' | '–' | '—' | '|' | '｜' | '·')
}

/// Returns whether a mark separates the words at its sides: a hyphen does with blanks around it.
fn parts(gap: &str) -> bool {
    match gap.trim() {
        "" => false,
        "-" => gap.starts_with(char::is_whitespace) && gap.ends_with(char::is_whitespace),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::seam;
    use crate::diag::Span;
    use crate::model::rich::{Piece, Rich};

    /// A line in which `*` begins and ends bold words, `_` emphasised ones.
    fn line(marked: &str) -> Rich {
        let mut out = Rich::default();
        let (mut strong, mut emphasis) = (false, false);
        for part in marked.split_inclusive(['*', '_']) {
            let text = part.trim_end_matches(['*', '_']);
            let mut rich = Rich::plain(text, Span::default());
            rich.0.iter_mut().for_each(|piece| {
                if let Piece::Run(run) = piece {
                    (run.marks.strong, run.marks.emphasis) = (strong, emphasis);
                }
            });
            if !text.is_empty() {
                out.append(rich);
            }
            strong ^= part.ends_with('*');
            emphasis ^= part.ends_with('_');
        }
        out
    }

    fn cut(marked: &str) -> Option<(String, String)> {
        let line = line(marked);
        let text = line.text().into_owned();
        seam(&line).map(|gap| (text[..gap.start].to_owned(), text[gap.end..].to_owned()))
    }

    #[test]
    fn bold_words_end_at_a_mark() {
        for (marked, first, second) in [
            ("*Bread course* – Sample Bakery", "Bread course", "Sample Bakery"),
            ("*Sample Inn*: waiter - summer season", "Sample Inn", "waiter - summer season"),
            (
                "*MSc Physics* (_cum laude_), Sample University",
                "MSc Physics (cum laude)",
                "Sample University",
            ),
            ("*Engineer,* Sample Co.", "Engineer", "Sample Co."),
            ("Apprenticeship, _Sample Inn_", "Apprenticeship", "Sample Inn"),
        ] {
            assert_eq!(cut(marked), Some((first.to_owned(), second.to_owned())), "{marked}");
        }
    }

    #[test]
    fn what_no_mark_parts_is_one() {
        for marked in [
            "*Bread* course",
            "*Bread course*",
            "Bread-_course_",
            "Bread, _course_ and more",
            "_Bread_, course",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }
}
