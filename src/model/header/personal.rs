//! Sections of personal data that belong to the header, and a headline written as a heading.

use crate::model::build::Builder;
use crate::model::contact::{Item, classify};
use crate::model::cut;
use crate::model::directive::Marked;
use crate::model::flow;
use crate::model::kinds::{ContactKind, KeyKind, PaperTitle, SectionKind, fold};
use crate::model::link;
use crate::model::rich::Rich;
use crate::model::words;
use crate::source::chars::{half_ems, is_emoji};
use crate::source::markdown as md;

/// The longest value under a heading that is its key, in half ems.
const LONGEST_VALUE: usize = 160;

/// Returns whether a section belongs to the header: by its title and the items in it, or by holding both a
/// name and a contact whatever its title is.
pub(in crate::model) fn is_personal(builder: &mut Builder<'_>, section: &[Marked<'_>]) -> bool {
    let Some((heading, rest)) = section.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    let title = title.text().into_owned();
    let kind = heading.section.unwrap_or_else(|| SectionKind::of_title(&title)[0]);
    // `### 应聘岗位：` inside heads a value; so does `### 生年月日` where the title says personal data.
    let personal = kind == SectionKind::Personal;
    let titled = |marked: &Marked<'_>| match &marked.block.kind {
        md::BlockKind::Heading { content, .. } => {
            let title = flow::rich(content, &builder.manner).0;
            // `### Name    :Alex Sample` is a line of a form.
            let line = personal && !matches!(classify(title.clone(), &builder.manner), Item::Text(_));
            !is_key(&title, personal) && !line
        }
        _ => false,
    };
    // `### 张三` right under it is the name.
    let under = rest.iter().skip(usize::from(personal && rest.first().is_some_and(is_name)));
    if rest.iter().any(|marked| marked.off) || under.into_iter().any(titled) {
        return false;
    }
    let found = builder.survey(rest);
    match kind {
        SectionKind::Personal => found.items > 0 || found.name_shape,
        SectionKind::Summary | SectionKind::Other => {
            (found.name && (found.contacts > 0 || found.items > 1))
                || (found.name_shape && found.contacts > 0 && found.lines <= found.items + 3)
                || (found.contacts > 1 && found.lines <= found.items + 1)
                || (found.contacts > 0 && found.lines <= found.items && sounds_personal(&title))
        }
        _ => false,
    }
}

fn is_name(marked: &Marked<'_>) -> bool {
    match &marked.block.kind {
        md::BlockKind::Heading { content, .. } => words::is_person(md::plain_text(content).trim()),
        _ => false,
    }
}

/// Returns which section names the person, if nothing above the sections does: one of personal data that only
/// summaries precede. `name` is the heading that may be the name among the blocks above.
pub(in crate::model) fn late_name(
    builder: &mut Builder<'_>,
    above: &[Marked<'_>],
    name: Option<usize>,
    sections: &[&[Marked<'_>]],
) -> Option<usize> {
    let title = |marked: &Marked<'_>| match &marked.block.kind {
        md::BlockKind::Heading { content, .. } => md::plain_text(content),
        _ => String::new(),
    };
    let name = name.and_then(|name| above.get(name));
    let paper = name.is_none_or(|name| SectionKind::is_title_of_paper(&title(name)));
    let found = builder.survey(above);
    if !paper || found.name || found.name_shape || found.contacts > 0 {
        return None;
    }
    let summary = |section: &&&[Marked<'_>]| section.first().is_some_and(is_summary);
    let at = sections.iter().take_while(summary).count();
    let section = sections
        .get(at)
        .filter(|section| at > 0 && section.first().is_some_and(|first| is_titled(builder, first)))?;
    let rest = section.get(1..).unwrap_or_default();
    (is_personal(builder, section) && builder.survey(rest).name).then_some(at)
}

/// Returns which of the second and the third section holds the contacts, if only summaries precede
/// it.
pub(in crate::model) fn late_contacts(
    builder: &mut Builder<'_>,
    sections: &[&[Marked<'_>]],
) -> Option<usize> {
    let summary = |section: &&&[Marked<'_>]| section.first().is_some_and(is_summary);
    let at = sections.iter().take_while(summary).count();
    let section = sections.get(at).filter(|_| (1..=2).contains(&at))?;
    is_of_contacts(builder, section).then_some(at)
}

fn is_summary(heading: &Marked<'_>) -> bool {
    match &heading.block.kind {
        md::BlockKind::Heading { content, .. } => {
            SectionKind::of_title(&md::plain_text(content)) == [SectionKind::Summary]
        }
        _ => false,
    }
}

/// Returns where the contacts are in one of the first sections, under a title of their own: `#### Contact Details`.
pub(in crate::model) fn contacts_within(
    builder: &mut Builder<'_>,
    sections: &[&[Marked<'_>]],
) -> Option<(usize, usize)> {
    let early = sections.iter().enumerate().take(2);
    let places =
        early.flat_map(|(nth, section)| (1..section.len().saturating_sub(1)).map(move |at| (nth, at)));
    places
        .filter(|(nth, at)| matches!(sections[*nth][*at].block.kind, md::BlockKind::Heading { .. }))
        .filter(|(nth, at)| {
            let before = &sections[*nth][1..*at];
            before.len() <= 3
                && before.iter().all(|marked| matches!(marked.block.kind, md::BlockKind::Paragraph(_)))
        })
        .find(|(nth, at)| is_of_contacts(builder, &sections[*nth][*at..*at + 2]))
}

/// Returns whether a section is nothing but contacts, by its title and by its content.
fn is_of_contacts(builder: &mut Builder<'_>, section: &[Marked<'_>]) -> bool {
    let Some((heading, rest)) = section.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    if !is_titled(builder, heading) || !SectionKind::is_exact_title(&md::plain_text(content)) {
        return false;
    }
    let found = builder.survey(rest);
    found.contacts > 0 && found.lines <= found.items + 1 && is_personal(builder, section)
}

/// Returns whether blocks hold a way to reach the person.
pub(in crate::model) fn has_contacts(builder: &mut Builder<'_>, blocks: &[Marked<'_>]) -> bool {
    builder.survey(blocks).contacts > 0
}

/// Returns whether a title speaks of data or contacts, in words that are misspelt or unknown:
/// `Persöhnliche Daten`, `Contact Infos`, `How to reach me`.
fn sounds_personal(title: &str) -> bool {
    const WORDS: [&str; 30] = [
        "contact",
        "contacts",
        "contactme",
        "kontakt",
        "kontakte",
        "contatti",
        "contato",
        "contacto",
        "contactos",
        "contatto",
        "coordonnees",
        "daten",
        "data",
        "datos",
        "dados",
        "dati",
        "donnees",
        "info",
        "infos",
        "information",
        "informations",
        "informationen",
        "details",
        "links",
        "socials",
        "reach",
        "touch",
        "kontaktinfo",
        "данные",
        "контакты",
    ];
    const WIDE: [&str; 12] =
        ["联系", "聯絡", "联络", "聯繫", "資料", "资料", "信息", "資訊", "連絡", "情報", "연락", "정보"];
    let word = |word: &str| WORDS.contains(&fold(word).as_str());
    let short = title.chars().count() <= 40;
    short
        && (title.split(|c: char| !c.is_alphanumeric()).any(word)
            || WIDE.iter().any(|wide| title.contains(wide)))
}

/// Returns whether a section is a key and its value: `## 📧 Email` over an address.
pub(in crate::model) fn is_key_over(builder: &mut Builder<'_>, section: &[Marked<'_>]) -> bool {
    let [heading, value, rest @ ..] = section else { return false };
    if !rest.iter().all(|marked| matches!(marked.block.kind, md::BlockKind::Break)) {
        return false;
    }
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    let consumed = builder.consumed.len();
    if !matches!(value.block.kind, md::BlockKind::Paragraph(_) | md::BlockKind::List { .. }) {
        return false;
    }
    let lines = builder.head_lines(value, true).map(|read| read.lines).unwrap_or_default();
    builder.consumed.truncate(consumed);
    // Wishes in a paragraph of their own are a section.
    let prose =
        lines.iter().any(|line| line.text.text().chars().map(half_ems).sum::<usize>() > LONGEST_VALUE);
    is_key(&title, false) && (1..=2).contains(&lines.len()) && !prose
}

/// Returns whether a section begins with a title that is the key of the list or the paragraph below it.
pub(in crate::model) fn begins_with_key(builder: &Builder<'_>, section: &[Marked<'_>]) -> bool {
    let [heading, value, ..] = section else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let valued = matches!(value.block.kind, md::BlockKind::Paragraph(_) | md::BlockKind::List { .. });
    let title = flow::rich(content, &builder.manner).0;
    valued && heading.section.is_none() && (is_key(&title, false) || is_over_address(&title, value))
}

/// Returns whether a title says that the lines below it are a postal address: `#### Anschrift`.
fn is_over_address(title: &Rich, value: &Marked<'_>) -> bool {
    let text = title.text();
    let word = text.trim().trim_end_matches([':', '：']);
    let md::BlockKind::Paragraph(lines) = &value.block.kind else { return false };
    let text = md::plain_text(lines);
    KeyKind::of_key(word).first() == Some(&KeyKind::Contact(ContactKind::Location))
        && text.chars().map(half_ems).sum::<usize>() <= LONGEST_VALUE / 2
        && !text.contains(['@', ':', '：'])
}

/// Returns whether a title is the key of a name or a contact, ignoring emoji next to it; inside personal data, any
/// known key.
pub(super) fn is_key(title: &Rich, personal: bool) -> bool {
    let text = title.text();
    let word = text.trim_matches(|c: char| is_emoji(c) || c.is_whitespace() || matches!(c, ':' | '：'));
    // 联系方式 heads a section, recognised by its content.
    let section = SectionKind::of_title(word) != [SectionKind::Other];
    match KeyKind::of_key(word).first() {
        Some(KeyKind::Name | KeyKind::Contact(_)) => personal || !section,
        Some(KeyKind::Headline) => true,
        Some(_) if personal => true,
        _ => false,
    }
}

/// Returns whether a title is the key of the short paragraph below it: `#### Geboren` over a day and a town. One that is
/// the title of a section as well needs such a sister.
pub(super) fn is_form(builder: &Builder<'_>, above: &[Marked<'_>]) -> bool {
    above.windows(2).any(|pair| {
        let (md::BlockKind::Heading { content, .. }, md::BlockKind::Paragraph(value)) =
            (&pair[0].block.kind, &pair[1].block.kind)
        else {
            return false;
        };
        let title = flow::rich(content, &builder.manner_of(&pair[0])).0;
        let short = md::plain_text(value).chars().map(half_ems).sum::<usize>() <= LONGEST_VALUE / 2;
        short && is_key(&title, true) && SectionKind::of_title(title.text().trim()) == [SectionKind::Other]
    })
}

/// Returns whether a title is the key of a contact, where the title above it says personal data: 連絡先.
pub(super) fn is_contact_key(title: &Rich) -> bool {
    matches!(KeyKind::of_key(title.text().trim()).first(), Some(KeyKind::Contact(_)))
}

/// Returns whether a section is nothing but a title that is a way to reach the person: `## a@example.com`.
pub(in crate::model) fn is_contact(builder: &mut Builder<'_>, section: &[Marked<'_>]) -> bool {
    let Some((heading, rest)) = section.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let title = flow::rich(content, &builder.manner).0;
    let linked = title.runs().any(|run| run.link.is_some()) && link::is_contact(&title.text());
    let empty = rest.iter().all(|marked| matches!(marked.block.kind, md::BlockKind::Break));
    let contact = |piece: Rich| matches!(classify(piece, &builder.manner), Item::Contact(_));
    linked && empty && !heading.off && cut::contacts(&title).pieces.into_iter().all(contact)
}

/// Returns whether a section is nothing but a title, and not a known one.
pub(in crate::model) fn is_bare_line(section: &[Marked<'_>]) -> bool {
    let [heading] = section else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let title = md::plain_text(content);
    heading.section.is_none() && !heading.off && SectionKind::of_title(&title) == [SectionKind::Other]
}

/// Returns whether the title of a section announces personal data.
pub(in crate::model) fn is_titled(builder: &Builder<'_>, heading: &Marked<'_>) -> bool {
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    heading.section.unwrap_or_else(|| SectionKind::of_title(&title.text())[0]) == SectionKind::Personal
}

/// Returns whether a title is about the person: 个人简介, `About me`.
pub(super) fn is_about(builder: &Builder<'_>, heading: &Marked<'_>) -> bool {
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let title = flow::rich(content, &builder.manner).0.text().into_owned();
    let whole =
        ["个人经历", "個人經歷", "我的经历", "我的經歷", "个人档案", "個人檔案"].contains(&title.trim());
    heading.section.is_none()
        && (whole
            || SectionKind::of_title(&title) == [SectionKind::Summary] && SectionKind::is_exact_title(&title))
}

/// Returns whether the first section under a name is no section but the headline: its title is no
/// known one, and only contacts are under it.
pub(in crate::model) fn is_headline(
    builder: &mut Builder<'_>,
    above: &[Marked<'_>],
    section: &[Marked<'_>],
) -> bool {
    let Some((heading, rest)) = section.split_first() else { return false };
    let md::BlockKind::Heading { content, .. } = &heading.block.kind else { return false };
    let (title, _) = flow::rich(content, &builder.manner);
    let title = title.text().into_owned();
    if heading.section.is_some() || SectionKind::of_title(&title) != [SectionKind::Other] {
        return false;
    }
    let job = words::is_job(&title);
    if !job && sounds_personal(&title) {
        return false;
    }
    // If the name already has its contacts, another list of addresses is a section of its own.
    if !job && (PaperTitle::is_remark(&title) || builder.survey(above).contacts > 0) {
        return false;
    }
    let found = builder.survey(rest);
    let short = title.chars().count() <= 60;
    // A list of contacts under a post, and then what sums the person up.
    let list = |marked: &&Marked<'_>| matches!(marked.block.kind, md::BlockKind::List { .. });
    let lists = rest.iter().take_while(list).count();
    let summed = rest[lists..].iter().all(|marked| matches!(marked.block.kind, md::BlockKind::Paragraph(_)));
    let over_contacts = job && short && lists > 0 && summed && {
        let list = builder.survey(&rest[..lists]);
        list.contacts > 1 && list.lines <= list.items + 1
    };
    over_contacts
        || short
            && found.lines <= found.items + usize::from(words::is_job(&title))
            && (found.items > 0 || words::is_job(&title))
}

/// The content of some blocks.
#[derive(Clone, Copy, Debug, Default)]
struct Survey {
    lines: usize,
    items: usize,
    contacts: usize,
    name: bool,
    /// Whether the first line reads like a name.
    name_shape: bool,
}

impl Builder<'_> {
    fn survey(&mut self, blocks: &[Marked<'_>]) -> Survey {
        let mut found = Survey::default();
        let consumed = self.consumed.len();
        for marked in blocks {
            if matches!(marked.block.kind, md::BlockKind::Break) {
                continue;
            }
            let Some(read) = self.head_lines(marked, true) else {
                found.lines += 10;
                continue;
            };
            for line in read.lines {
                if found.lines == 0 {
                    let first = cut::contacts(&line.text).pieces.into_iter().next();
                    found.name_shape = first.is_some_and(|piece| words::is_person(piece.text().trim()));
                }
                found.lines += 1;
                found.items += usize::from(self.is_item(&line, true));
                let cells = if line.cells.is_empty() { vec![line.text.clone()] } else { line.cells.clone() };
                let keyed = cells.windows(2).any(|pair| cut::is_name_key(&pair[0]));
                found.name |= keyed;
                for piece in cells.iter().flat_map(|cell| cut::contacts(cell).pieces) {
                    match classify(piece, &self.manner) {
                        Item::Name { .. } => found.name = true,
                        Item::Contact(contact) => {
                            let linked = contact.value.runs().any(|run| run.link.is_some());
                            found.contacts += usize::from(contact.key.is_some() || linked);
                        }
                        _ => {}
                    }
                }
            }
        }
        self.consumed.truncate(consumed);
        found
    }
}
