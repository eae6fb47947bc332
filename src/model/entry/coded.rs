//! A code span alone below a title: `` `某公司 05/23` `` gives the employer and the date.

use super::{Builder, EntryPart};
use crate::model::date::{self, Dates};
use crate::model::resume::{Block, BlockKind, Entry, PartRole};
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::is_han;

/// The longest name of an employer, in characters.
const HOUSE: usize = 20;

impl Builder<'_> {
    /// Reads a line that is one code span with the employer of its entry and the date.
    pub(super) fn house_in_code(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text().into_owned();
        let only = line.runs().count() == 1 && line.all(|marks| marks.code) && entry.tags.is_empty();
        let Some((house, day)) = house_and_date(text.trim_end()).filter(|_| only) else { return false };
        // A second date stays as it is.
        if day.is_some() && entry.dates.is_some() || day.is_none() && !words::is_company(house) {
            return false;
        }
        let line = plain(line);
        let gap = house.len()..day.as_ref().map_or(house.len(), |day| day.start);
        if let Some(day) = day {
            entry.dates = Some(dates(line.slice(day)));
        }
        self.consume(&line.slice(gap), "separator");
        let free = super::is_employment(entry.section) && entry.part(PartRole::Organization).is_none();
        let role = if free { PartRole::Organization } else { PartRole::Other };
        entry.house_in_code = true;
        entry.parts.push(EntryPart { role, text: line.slice(0..house.len()) });
        entry.parts.retain(|part| !part.text.is_blank());
        true
    }
}

/// `某公司 05/23`: a name in Han, or one that its words make an employer, perhaps with the date at its end.
fn house_and_date(text: &str) -> Option<(&str, Option<std::ops::Range<usize>>)> {
    let found = date::find_all(text).into_iter().next_back().map(|found| found.range);
    let short = text
        .match_indices(' ')
        .map(|(at, blank)| at + blank.len()..text.len())
        .find(|at| in_full(&text[at.clone()]).is_some());
    let day = found.filter(|found| found.end == text.len()).or(short);
    let house = text[..day.as_ref().map_or(text.len(), |day| day.start)].trim_end();
    let house = house.trim_end_matches(['|', '｜', ',', '，', '·', ' ']);
    let named = house.starts_with(is_han) || words::is_company(house);
    let single = !house.contains(['、', '，', ',', '/', '|']) && house.chars().count() <= HOUSE;
    (named && single && date::find_all(house).is_empty()).then_some((house, day))
}

/// `05/23`, `05/23 - 08/23` with whole years: a month before a number that can be neither day nor month.
fn in_full(text: &str) -> Option<String> {
    let point = |text: &str| {
        let (month, year) = text.trim().split_once('/')?;
        let number = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() == 2);
        let (month, year) = (number(month)?, number(year)?);
        ((1..=12).contains(&month) && (13..60).contains(&year)).then(|| format!("20{year}.{month:02}"))
    };
    match text.split_once(['-', '–', '—', '~']) {
        Some((start, end)) => Some(format!("{} - {}", point(start)?, point(end)?)),
        None => point(text),
    }
}

fn dates(raw: Rich) -> Dates {
    let text = raw.text().into_owned();
    match date::parse(&in_full(&text).unwrap_or_else(|| text.clone())) {
        Some(found) => Dates { raw, mark: None, ..Dates::new(Rich::default(), &found) },
        None => Dates { raw, ..Dates::default() },
    }
}

/// The code span only set the line apart.
fn plain(line: &Rich) -> Rich {
    let mut line = line.clone();
    line.dress(|marks| marks.code = false);
    line
}

impl Entry {
    /// `` `某公司` `` where the sisters have `` `某公司 05/23` ``: in this position it is no tag.
    pub(in crate::model) fn in_one_code(blocks: &mut [Block]) {
        let told = |block: &&Block| match &block.kind {
            BlockKind::Entry(entry) => entry.house_in_code && entry.dates.is_some(),
            _ => false,
        };
        if blocks.iter().filter(told).count() < 2 {
            return;
        }
        for block in blocks {
            let BlockKind::Entry(entry) = &mut block.kind else { continue };
            let single = entry.tags.len() == 1 && entry.tags[0].text().chars().all(is_han);
            if single && entry.dates.is_none() && !entry.house_in_code {
                let text = plain(&entry.tags.remove(0));
                entry.parts.push(EntryPart { role: PartRole::Other, text });
            }
        }
    }
}
