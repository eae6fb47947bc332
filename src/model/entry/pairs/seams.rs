//! Where a post and an employer, or a degree and a school, in one part may be separated.

use std::ops::Range;

use super::brackets::brackets;
use super::kin::{Kin, is_beside_house, is_field, is_name, is_post_alone};
use super::wide::{gap, glued};
use crate::model::resume::PartRole;
use crate::model::rich::{Rich, Run};
use crate::model::split;
use crate::model::words;
use crate::source::chars::is_han;

/// The separator of a post and an employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// `Engineer, Example Co.`
    Comma,
    /// `Baker: Sample Inn`
    Colon,
    /// `Engineer @ Example Co.`, `Engineer at Example Co.`, `Ingénieur chez Exemple`
    At,
    /// `Example Co. *Engineer*`: one is in italics, or a link, or in code.
    Look,
    /// `某云（工程师）`, `Example Co. (Engineer)`
    Brackets,
    /// `PhD, Physics. Sample University`
    Stop,
    /// `Example Co. - Engineer`
    Dash,
    /// `Sample 实验室 研究员`, `Sample-研究员`
    Gap,
    /// `某某有限公司工程师`
    None,
}

/// Where a part is cut.
#[derive(Clone, Debug)]
pub(super) struct Seam {
    pub joint: Joint,
    pub pieces: [Range<usize>; 2],
    /// A third piece that is neither: `某组` of `某某公司工程师 某组`.
    pub rest: Option<Range<usize>>,
    /// The bytes between them, and around them.
    pub gaps: Vec<Range<usize>>,
    /// The roles of the two pieces.
    pub roles: [PartRole; 2],
    /// Whether the words decide which is which.
    pub sure: bool,
}

impl Seam {
    /// Returns its shape, in which entries of a section may agree.
    pub fn made(&self) -> (Joint, [PartRole; 2]) {
        (self.joint, self.roles)
    }

    /// `Sample Association, Chair of Samples`
    pub fn is_house_first(&self) -> bool {
        self.joint == Joint::Comma && self.roles[0] == PartRole::Organization
    }

    /// `Chair of Samples, Sample Association`
    pub fn is_post_before_comma(&self) -> bool {
        self.joint == Joint::Comma && self.roles == [PartRole::Role, PartRole::Organization]
    }

    pub(super) fn between(
        joint: Joint,
        text: &str,
        gap: Range<usize>,
        roles: [PartRole; 2],
        sure: bool,
    ) -> Seam {
        let pieces = [0..gap.start, gap.end..text.len()];
        Seam { joint, pieces, rest: None, gaps: vec![gap], roles, sure }
    }
}

/// The longest part that may be a post and an employer, in bytes.
pub(super) const LONGEST: usize = 1000;

/// Returns where a part is cut, by its surest separator.
pub(super) fn find(part: &Rich, kin: Kin) -> Option<Seam> {
    let text = part.text();
    if text.len() > LONGEST {
        return None;
    }
    let work = kin == Kin::Work;
    at(&text, kin)
        .or_else(|| glued(&text).filter(|_| work))
        .or_else(|| look(part, kin))
        .or_else(|| brackets(&text, kin))
        .or_else(|| gap(&text).filter(|_| work))
        .or_else(|| marks(&text, kin))
}

/// Returns the roles of the two in order, the person's own first if `own_first`.
pub(super) fn roles(kin: Kin, own_first: bool) -> [PartRole; 2] {
    if own_first { [kin.own(), PartRole::Organization] } else { [PartRole::Organization, kin.own()] }
}

/// Words that an employer follows, whatever its name.
const SURE: &str = "at bei beim chez presso bij hos";

/// `Engineer @ Example Co.`, and words with the same meaning.
fn at(text: &str, kin: Kin) -> Option<Seam> {
    let sign = text.match_indices('@').find(|(at, _)| {
        // In an address it has letters at both sides.
        !in_brackets(text, *at) && (text[..*at].ends_with(' ') || text[at + 1..].starts_with(' '))
    });
    if let Some((at, _)) = sign {
        let gap = with_blanks(text, at..at + 1);
        let (before, after) = (&text[..gap.start], &text[gap.end..]);
        if before.is_empty() || after.is_empty() {
            return None;
        }
        // `Writer - The Example @ Sample`: the sign before the employer's place does not separate a post from it.
        let parted = before.split_once(" - ").is_some_and(|(own, _)| kin.is_own(own));
        if parted {
            return None;
        }
        let reversed = kin.is_own(after) && !kin.is_own(before);
        let sure = kin.is_own(before) != kin.is_own(after) || kin.is_house(after);
        return Some(Seam::between(Joint::At, text, gap, roles(kin, !reversed), sure));
    }
    // Words that also occur in names of posts need an employer after them: `Técnico en redes`. The last one leads to
    // it: `Licenciatura em Física na Universidade Exemplo`. A subject studied with something else stays a subject.
    const WEAK: &str = "en em no na w we в for für pour per";
    let weak = if kin == Kin::Work { format!("{WEAK} with") } else { WEAK.to_owned() };
    let blanks = || text.match_indices(' ').map(|(at, _)| at);
    blanks()
        .find_map(|at| behind_word(text, at, SURE, kin))
        .or_else(|| blanks().rev().find_map(|at| behind_word(text, at, &weak, kin)))
}

/// Returns the seam at a blank if one of the words comes after it, a post before and an employer after that.
fn behind_word(text: &str, at: usize, words: &str, kin: Kin) -> Option<Seam> {
    const ARTICLES: &str = "the der dem den la le les el los o a";
    let rest = &text[at + 1..];
    let word = rest.split(' ').next()?;
    if !words.split(' ').any(|known| known == word) || in_brackets(text, at) {
        return None;
    }
    let mut end = at + 1 + word.len() + 1;
    let article = text.get(end..)?.split(' ').next()?;
    if ARTICLES.split(' ').any(|known| known == article) && end + article.len() + 1 < text.len() {
        end += article.len() + 1;
    }
    let gap = with_blanks(text, at..end.min(text.len()));
    let (before, after) = (&text[..gap.start], &text[gap.end..]);
    // `Physics with Honours, Sample University`
    let next = after.split(", ").next().unwrap_or(after);
    // `Kitchen porter at the local inn`
    let named = match words == SURE {
        true => is_name(after) || at > 0 && is_post_alone(before) && after.split_whitespace().count() <= 6,
        false => kin.is_house(next),
    };
    let own = kin.is_own(before) && !kin.is_house(before);
    (own && named).then(|| Seam::between(Joint::At, text, gap, roles(kin, true), true))
}

/// A seam between two pieces of different looks.
pub(super) fn look(part: &Rich, kin: Kin) -> Option<Seam> {
    let text = &*part.text();
    if kin == Kin::Work && glued(text).is_some() {
        return None;
    }
    let runs: Vec<&Run> = part.runs().collect();
    let dress = |run: &Run| {
        (run.marks.strong, run.marks.emphasis, run.marks.code, run.marks.underline, run.link.is_some())
    };
    let mut at = 0;
    for pair in runs.windows(2) {
        at += pair[0].text.len();
        if dress(pair[0]) == dress(pair[1]) || pair[1].text.trim().is_empty() {
            continue;
        }
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '-' | '–' | '—' | ':' | '：');
        // `**MSc** (1.3), Sample University`: the brackets belong to the words before them.
        let at = behind_brackets(text, at);
        let end = at + (text[at..].len() - text[at..].trim_start_matches(parting).len());
        let start = text[..at].trim_end_matches(parting).len();
        let start = before_joint(&text[..start]);
        // `**Engineer** [[Example Co.](…)]`: brackets around a link are its author's way to set it apart.
        let end = end + usize::from(text[end..].starts_with('[') && text.ends_with(']'));
        let stop = text.len() - usize::from(text[..end].ends_with('[') && text.ends_with(']'));
        let (before, after) = (&text[..start], &text[end..stop]);
        // `**Ph.D.** in Bread Science, Example University`: the phrase continues.
        let goes_on = text[start..end].trim().is_empty()
            && ["in ", "of ", "für ", "de ", "en "].iter().any(|word| after.starts_with(word));
        if start == end || start == 0 || after.is_empty() || in_brackets(text, at) || goes_on {
            continue;
        }
        let whole = |text: &str| kin.is_own(text) && (kin == Kin::Study || !text.contains(','));
        let own_first = match (whole(before), whole(after)) {
            (true, false) if !is_only_place(after) && kin.may_be_house(after) => true,
            (false, true) if !kin.is_own(before) && kin.may_be_house(before) => false,
            // `**TeamLeader** [某某公司](…)`
            (false, false)
                if pair[1].link.is_some() && kin == Kin::Work && is_beside_house(before, after) =>
            {
                true
            }
            _ => continue,
        };
        let seam = Seam::between(Joint::Look, text, start..end, roles(kin, own_first), true);
        let gaps = seam.gaps.into_iter().chain((stop < text.len()).then_some(stop..text.len())).collect();
        return Some(Seam { pieces: [0..start, end..stop], gaps, ..seam });
    }
    None
}

/// Returns where words end without the word that joins them to the text after: `Engineer @`, `Guest Editor for the`.
pub(in crate::model::entry) fn before_joint(words: &str) -> usize {
    const JOINTS: [&str; 27] = [
        " @",
        " at the",
        " at",
        " for the",
        " bei der",
        " bei",
        " beim",
        " chez",
        " presso",
        " bij",
        " hos",
        " w",
        " à la",
        " à l’",
        " à l'",
        " à",
        " pour",
        " für",
        " en la",
        " en el",
        " en",
        " em",
        " na",
        " da",
        " presso la",
        " presso il",
        " chez les",
    ];
    let joint = JOINTS.iter().find_map(|joint| words.trim_end().strip_suffix(joint));
    joint.map_or(words.len(), |head| head.trim_end().len())
}

/// Returns the end of a bracket that opens at a position, ignoring blanks, else the position.
pub(in crate::model::entry) fn behind_brackets(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let close = rest.find([')', '）']).filter(|_| rest.starts_with(['(', '（']));
    let width = |close: usize| rest[close..].chars().next().map_or(0, char::len_utf8);
    close.map_or(at, |close| text.len() - rest.len() + close + width(close))
}

/// `Engineer, Example Co.`, `Baker: Sample Inn`.
fn marks(text: &str, kin: Kin) -> Option<Seam> {
    const MARKS: [(&str, Joint); 6] = [
        (", ", Joint::Comma),
        (": ", Joint::Colon),
        (". ", Joint::Stop),
        (" - ", Joint::Dash),
        (" – ", Joint::Dash),
        (" — ", Joint::Dash),
    ];
    let mut cuts: Vec<(usize, usize, Joint)> = MARKS
        .into_iter()
        .flat_map(|(mark, joint)| text.match_indices(mark).map(move |(at, _)| (at, mark.len(), joint)))
        .filter(|(at, ..)| !in_brackets(text, *at))
        .filter(|(at, _, joint)| *joint != Joint::Stop || kin == Kin::Study && ends_a_phrase(&text[..*at]))
        .collect();
    cuts.sort_unstable_by_key(|(at, ..)| *at);
    let single = cuts.len() == 1;
    // A dash is the stronger mark: `Baker — Sample University, College of Ovens`.
    let dashes = cuts.iter().filter(|(.., joint)| *joint == Joint::Dash).rev();
    let dashes = dashes.filter(|(at, len, _)| leads_to_house(&text[at + len..], kin));
    let others = cuts.iter().rev();
    dashes.chain(others).copied().find_map(|(at, len, joint)| {
        let (before, after) = (text[..at].trim_end(), text[at + len..].trim_start());
        // `Example, Inc.` is one name.
        if joint == Joint::Comma && (split::is_enumerated(before, after) || split::is_legal_form(after)) {
            return None;
        }
        let gap = before.len()..text.len() - after.len();
        let seam =
            |own_first, sure| Some(Seam::between(joint, text, gap.clone(), roles(kin, own_first), sure));
        if kin.is_own(before) && !kin.is_own(after) && !is_only_place(after) {
            let sure = kin.is_house(after);
            // `Web Developer, Example, Testville`
            let placed = !before.contains(',') && kin.may_be_house(after) && place_behind(after).is_some();
            // `Baker, Sample Inn, Testville`: an employer and a town that are both unknown.
            let town = || joint == Joint::Comma && kin == Kin::Work && is_house_and_town(before, after);
            let told = sure || placed || single && kin.may_be_house(after) || town();
            return if told { seam(true, sure || placed) } else { None };
        }
        // `Example Works, Engineer`
        let named = !kin.is_own(before) && !words::is_place(before) && kin.may_be_house(before);
        // `Example University: PhD in Samples`
        let colon = joint == Joint::Colon && kin == Kin::Study && kin.is_house(before);
        if colon && kin.is_own(after) {
            return seam(false, true);
        }
        let house =
            joint == Joint::Comma && single && named && (kin == Kin::Work || begins_with_degree(after));
        // `Trade Sample, Worker`: only a post comes after the comma.
        let sure = || kin.is_house(before) || kin == Kin::Work && is_post_alone(after);
        if house && kin.is_own(after) { seam(false, sure()) } else { None }
    })
}

/// Returns whether a post alone comes before two names separated by a comma that are no fields of work.
fn is_house_and_town(before: &str, after: &str) -> bool {
    let Some((house, town)) = after.split_once(", ") else { return false };
    let name = |text: &str| is_name(text) && !is_field(text) && !words::is_job(text);
    is_post_alone(before)
        && name(house)
        && name(town)
        && !town.contains(", ")
        && town.split_whitespace().count() <= 3
}

/// Returns whether the text after a dash is an employer or school with its parts, and not a field before one.
fn leads_to_house(after: &str, kin: Kin) -> bool {
    let (first, rest) = after.split_once(", ").unwrap_or((after, ""));
    kin.is_house(first) || !rest.split(", ").any(|part| kin.is_house(part))
}

/// Returns whether a full stop after a text ends a phrase, not an abbreviation.
fn ends_a_phrase(text: &str) -> bool {
    let last = text.rsplit([' ', ',']).next().unwrap_or_default();
    last.chars().count() >= 4 && !last.contains('.')
}

fn begins_with_degree(text: &str) -> bool {
    text.split(' ').next().is_some_and(words::is_degree) || text.starts_with(is_han)
}

/// Returns where a place begins after the name of an employer: `Example Co., Testville, TX`.
pub(in crate::model::entry) fn place_behind(text: &str) -> Option<Range<usize>> {
    let commas = || text.match_indices(", ").map(|(at, _)| at);
    let at = commas().find(|at| !split::is_legal_form(&text[at + 2..]))?;
    let (name, place) = (&text[..at], &text[at + 2..]);
    (!words::is_place(name) && words::is_place(place)).then_some(at..at + 2)
}

/// Does the same behind the parts of an employer: `Sample University, Oven Department, Testville, TX`.
pub(super) fn place_at_end(text: &str) -> Option<Range<usize>> {
    let commas = || text.match_indices(", ").map(|(at, _)| at);
    let behind = |at: &usize| words::is_place(&text[at + 2..]) && text[at + 2..].matches(", ").count() < 2;
    let at = commas().find(behind).filter(|_| commas().count() > 2);
    place_behind(text).or_else(|| at.map(|at| at..at + 2))
}

/// `Testville, TX`, but not `Example, Testville, TX`.
fn is_only_place(text: &str) -> bool {
    words::is_place(text) && (text.matches(", ").count() < 2 || place_behind(text).is_none())
}

/// 高级, 资深, 兼职: words next to a post that are no employer.
pub(in crate::model::entry) fn is_no_employer(text: &str) -> bool {
    const RANKS: [&str; 14] = [
        "高级",
        "资深",
        "初级",
        "中级",
        "首席",
        "高級",
        "資深",
        "初級",
        "中級",
        "实习",
        "兼职",
        "助理",
        "自由职业",
        "自由職業",
    ];
    RANKS.iter().any(|rank| text.starts_with(rank)) || words::is_employment_kind(text)
}

/// Returns the range of a mark and the blanks around it.
fn with_blanks(text: &str, mark: Range<usize>) -> Range<usize> {
    let start = text[..mark.start].trim_end().len();
    let end = text.len() - text[mark.end..].trim_start().len();
    start..end
}

pub(super) fn in_brackets(text: &str, at: usize) -> bool {
    let count = |marks: [char; 4]| text[..at].matches(marks).count();
    count(['(', '[', '（', '【']) > count([')', ']', '）', '】'])
}
