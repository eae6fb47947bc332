//! Years of work: those asked for, and those in a résumé.

use super::ad::{Ad, Weight};
use crate::model::{BlockKind, Date, Resume, SectionKind};

/// A number of years of work that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// The least number.
    pub least: u32,
    /// The place where they are asked for.
    pub weight: Weight,
    /// The line that asks for them.
    pub text: String,
}

/// The most years of work that an advertisement asks for.
const MOST: u32 = 30;

/// Returns the years of work that an advertisement asks for.
pub fn asked(ad: &Ad) -> Vec<Years> {
    let lines = ad.lines.iter().filter(|(weight, _)| *weight > Weight::About);
    let one = |(weight, text): &(Weight, String)| {
        let least = least(text)?;
        Some(Years { least, weight: *weight, text: text.clone() })
    };
    lines.filter_map(one).collect()
}

/// Returns how many years a line asks for: `3 年以上`, `3-5年经验`, `三年以上`, `5+ years`.
fn least(line: &str) -> Option<u32> {
    let folded = line.to_lowercase();
    let about =
        ["经验", "經驗", "以上", "工作", "从业", "experience", "experienced", "erfahrung", "経験", "경력"];
    if !about.iter().any(|word| folded.contains(word)) {
        return None;
    }
    let units = ["年", "years", "year", "yrs", "jahre", "년"];
    let (at, _) = units.iter().filter_map(|unit| folded.find(unit).map(|at| (at, unit))).min()?;
    // Read backwards: `3 - 5 +`.
    let before = folded[..at].replace(" to ", "-").replace(" bis ", "-");
    let before = before.trim_end_matches(|c: char| c == '+' || c.is_whitespace() || c == '个');
    let range = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '~' | '～' | '至' | '到' | ' ' | '+');
    let tail = &before[before
        .rfind(|c: char| !range(c))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let digits: String = tail.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let words = [
        ('一', 1),
        ('二', 2),
        ('两', 2),
        ('三', 3),
        ('四', 4),
        ('五', 5),
        ('六', 6),
        ('七', 7),
        ('八', 8),
        ('九', 9),
        ('十', 10),
    ];
    let word = || {
        before.chars().next_back().and_then(|c| words.iter().find(|(word, _)| *word == c)).map(|(_, n)| *n)
    };
    let english = || {
        let last = before.split_whitespace().next_back()?;
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
            .iter()
            .position(|word| *word == last)
            .map(|at| at as u32 + 1)
    };
    digits.parse().ok().or_else(word).or_else(english).filter(|years| (1..=MOST).contains(years))
}

/// Returns the months of work in a résumé, those of two jobs at once counted once. An ongoing period lasts until
/// `today`, else until the latest date there is.
pub fn worked(resume: &Resume, today: Option<Date>) -> u32 {
    let mut periods: Vec<(u32, Option<u32>)> = Vec::new();
    for section in resume.sections.iter().filter(|section| section.kinds.contains(&SectionKind::Work)) {
        for block in &section.blocks {
            if let BlockKind::Entry(entry) = &block.kind
                && let Some((start, end)) = entry.period()
            {
                periods.push((month(start), end.map(|end| month(end) + 1)));
            }
        }
    }
    let latest = periods.iter().map(|(start, end)| end.unwrap_or(*start)).max().unwrap_or_default();
    let now = today.map_or(latest, |today| month(today) + 1);
    let mut periods: Vec<(u32, u32)> =
        periods.into_iter().map(|(start, end)| (start, end.unwrap_or(now))).collect();
    periods.sort_unstable();
    let (mut months, mut until) = (0, 0);
    for (start, end) in periods {
        months += end.saturating_sub(start.max(until));
        until = until.max(end);
    }
    months
}

/// Counts the months of the common era; a year alone counts as its January.
fn month(date: Date) -> u32 {
    u32::from(date.year) * 12 + u32::from(date.month.unwrap_or(1)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_however_they_are_asked_for() {
        for (line, want) in [
            ("3 年以上后端开发经验", Some(3)),
            ("本科及以上学历，3-5年工作经验", Some(3)),
            ("五年以上管理经验", Some(5)),
            ("5+ years of experience with Go", Some(5)),
            ("At least three years' experience", Some(3)),
            ("3 to 5 years of experience", Some(3)),
            ("成立于 2015 年，经验丰富", None),
            ("熟悉 Go", None),
            ("경력 3년 이상", Some(3)),
        ] {
            assert_eq!(least(line), want, "{line}");
        }
    }
}
