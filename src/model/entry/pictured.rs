//! Lines under a title that begin with a picture that says what they are: `🏢 Sample Ovens, Testville`, `📅 2018 – 2020`.

use super::{Builder, EntryPart};
use crate::model::build::is_employment;
use crate::model::kinds::{EntryKey, SectionKind};
use crate::model::resume::{Entry, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;
use crate::source::chars::{half_ems, is_emoji};

/// The longest line with a place or a date, in half ems.
const LINE: usize = 110;

impl Builder<'_> {
    /// Reads a line as the employer, the school, the place or the dates of an entry that does not have them yet.
    pub(super) fn key_by_picture(&mut self, entry: &mut Entry, line: &Rich) -> bool {
        let text = line.text().into_owned();
        let said = text.trim_start_matches(|c: char| is_emoji(c) || c == '\u{fe0f}');
        let (picture, value) = text.split_at(text.len() - said.len());
        let Some(kind) = EntryKey::of_key(picture.trim_end_matches('\u{fe0f}')) else { return false };
        let value = value.trim();
        if picture.is_empty() || value.is_empty() || value.chars().map(half_ems).sum::<usize>() > LINE {
            return false;
        }
        let start = text.len() - said.trim_start().len();
        let words = line.slice(start..text.len()).trim();
        let role = match kind {
            EntryKey::Date if entry.dates.is_none() && split::dated_line(&words).is_some() => {
                self.consume(&line.slice(0..start), "picture for a key");
                self.merge(entry, &words);
                return true;
            }
            EntryKey::Organization if is_employment(entry.section) => PartRole::Organization,
            EntryKey::School | EntryKey::Organization if entry.section == SectionKind::Education => {
                PartRole::Organization
            }
            EntryKey::Place => PartRole::Place,
            _ => return false,
        };
        // The part in the place of the employer, while nothing else was known, is the post.
        if role == PartRole::Organization
            && let [title] = entry.parts.as_mut_slice()
            && title.role == PartRole::Organization
            && !words::is_company(&title.text.text())
            && !words::is_school(&title.text.text())
        {
            let education = entry.section == SectionKind::Education;
            title.role = if education { PartRole::Degree } else { PartRole::Role };
        }
        // `🌎 3 countries, 16 states` is no place.
        let counted = role == PartRole::Place && value.contains(|c: char| c.is_ascii_digit());
        if entry.part(role).is_some() || split::has_date(&words) || counted {
            return false;
        }
        self.consume(&line.slice(0..start), "picture for a key");
        entry.parts.push(EntryPart { role, text: words });
        true
    }
}
