//! Entries whose head is in two headings: `### 2018 – 2020` over `#### Sample Co.`, `### Baker 2018 – 2020` over
//! `### Sample Co.`

use super::opening::is_short;
use super::pairs::is_pair;
use super::posts::is_of_a_person;
use super::{Builder, Rank, Seams};
use crate::model::build::is_employment;
use crate::model::kinds::SectionKind;
use crate::model::resume::{Entry, PartRole};
use crate::model::rich::Rich;
use crate::model::split;
use crate::model::words;

impl Builder<'_> {
    /// Takes a heading as the title of an entry whose own heading is nothing but dates.
    pub(in crate::model) fn title_of_dates(&mut self, entry: &mut Entry, title: &Rich) -> bool {
        let untitled = entry.dates.is_some() && entry.parts.iter().all(|part| part.text.is_blank());
        let taken = untitled
            && entry.body.is_empty()
            && entry.depth == 0
            && is_short(title)
            && !split::has_date(title)
            && !SectionKind::is_exact_title(&title.text());
        if taken {
            let rank = Rank { depth: 0, parent: None, grouped: false };
            let below = self.entry_at(title.clone(), entry.section, rank, Seams::Parted);
            entry.parts = below.parts;
        }
        taken
    }

    /// Takes a heading that is a post and nothing else as the post of the entry above it, if nothing is between them.
    pub(in crate::model) fn post_of_entry(&mut self, entry: &mut Entry, title: &Rich) -> bool {
        let text = title.text();
        let named = entry.parts.iter().any(|part| !part.text.is_blank() && !words::is_job(&part.text.text()));
        let post = words::is_job(&text) && !words::is_company(&text) && is_of_a_person(&text);
        let told = is_employment(entry.section) || entry.section == SectionKind::Projects;
        let bare = entry.body.is_empty() && entry.part(PartRole::Role).is_none() && entry.depth == 0;
        let whole = !is_pair(title);
        let taken = told && bare && named && post && whole && entry.parts.len() == 1 && is_short(title);
        if taken {
            self.merge(entry, title);
        }
        taken
    }

    /// `## Software Specialist` over `### Example S.p.A.` alone: the heading below is the employer. So is the next one
    /// of the same level if one of the two has the dates.
    pub(in crate::model) fn employer_of_entry(&mut self, entry: &mut Entry, title: &Rich) -> bool {
        let [part] = entry.parts.as_slice() else { return false };
        let (own, house) = (part.text.text(), title.text());
        let job = words::is_job(&own) && is_of_a_person(&own) && !words::is_company(&own);
        let (told, role) = match entry.section {
            SectionKind::Education => (words::is_degree(&own) && words::is_school(&house), PartRole::Degree),
            kind => (is_employment(kind) && job && !words::is_job(&house), PartRole::Role),
        };
        let bare = entry.body.is_empty() && entry.depth == 0;
        let dated_twice = entry.dates.is_some() && split::has_date(title);
        // `### Baker bei der Muster AG 2018 – 2020` gives both.
        let paired = is_pair(&part.text) || is_pair(title) || words::is_school(&own);
        if !(bare && told && is_short(title)) || dated_twice || entry.dates.is_some() && paired {
            return false;
        }
        drop(own);
        let rank = Rank { depth: 0, parent: None, grouped: false };
        let below = self.entry_at(title.clone(), entry.section, rank, Seams::Inferred);
        entry.parts[0].role = role;
        entry.parts.extend(below.parts);
        entry.dates = entry.dates.take().or(below.dates);
        true
    }
}
