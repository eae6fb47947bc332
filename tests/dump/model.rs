use jianli::model::{
    Block, BlockKind, Contact, Date, Dates, Entry, Header, Item, KeyValue, Marks, Piece, Resume, Rich, Table,
    TextLine,
};

use super::Dump;

/// Returns what was understood of a résumé, in the author's order, and what does not reach the page.
pub fn model(resume: &Resume) -> String {
    let mut out = Dump::default();
    let meta = &resume.meta;
    out.line(format_args!("title {:?} author {:?} lang {}", meta.title, meta.author, meta.lang));
    dump_header(&resume.header, &mut out);
    for section in &resume.sections {
        out.line(format_args!("section {} {:?}", rich(&section.title), section.kinds));
        out.inside(|out| dump_blocks(&section.blocks, out));
    }
    for consumed in &resume.consumed {
        out.line(format_args!("consumed {:?} {:?}: {}", consumed.span, consumed.text, consumed.why));
    }
    out.text
}

fn dump_header(header: &Header, out: &mut Dump) {
    if let Some(name) = &header.name {
        out.line(format_args!("name {}", rich(name)));
    }
    if let Some(paper) = &header.paper {
        out.line(format_args!("paper {}", rich(paper)));
    }
    if let Some(headline) = &header.headline {
        out.line(format_args!("headline {}", pair(headline)));
    }
    for Contact { kinds, key, value, .. } in &header.contacts {
        let key = key.as_ref().map_or(String::new(), rich);
        out.line(format_args!("contact {kinds:?} {key}{}", rich(value)));
    }
    for fact in &header.facts {
        out.line(format_args!("fact {}", pair(fact)));
    }
    if let Some(photo) = &header.photo {
        out.line(format_args!("photo {} {:?} {:?}", photo.src, photo.alt, photo.width));
    }
    dump_blocks(&header.blocks, out);
}

fn dump_blocks(blocks: &[Block], out: &mut Dump) {
    for block in blocks {
        dump_block(block, out);
    }
}

fn dump_block(block: &Block, out: &mut Dump) {
    if block.keep {
        out.line("keep");
    }
    match &block.kind {
        BlockKind::Entry(entry) => dump_entry(entry, out),
        BlockKind::Paragraph(lines) => {
            out.line("paragraph");
            out.inside(|out| lines.iter().for_each(|line| dump_line(line, out)));
        }
        BlockKind::List(list) => {
            out.line(if list.ordered { "list, numbered" } else { "list" });
            out.inside(|out| list.items.iter().for_each(|item| dump_item(item, out)));
        }
        BlockKind::KeyValues(pairs) => {
            out.line("key–values");
            out.inside(|out| pairs.iter().for_each(|p| out.line(pair(p))));
        }
        BlockKind::Table(table) => dump_table(table, out),
        BlockKind::Quote(blocks) => {
            out.line("quote");
            out.inside(|out| dump_blocks(blocks, out));
        }
        BlockKind::Code { text } => out.line(format_args!("code {:?}", text.text())),
        BlockKind::Image(image) => out.line(format_args!("image {} {:?}", image.src, image.alt)),
        BlockKind::Rule => out.line("rule"),
        BlockKind::PageBreak => out.line("page break"),
    }
}

fn dump_entry(entry: &Entry, out: &mut Dump) {
    let number = entry.number.as_ref().map_or(String::new(), |n| format!("{} ", rich(n)));
    let parts: Vec<String> =
        entry.parts.iter().map(|part| format!("{:?} {}", part.role, rich(&part.text))).collect();
    let dates = entry.dates.as_ref().map_or(String::new(), |d| format!(" · {}", when(d)));
    out.line(format_args!("{:?} {number}{}{dates}", entry.kind, parts.join(" · ")));
    out.inside(|out| {
        if !entry.tags.is_empty() {
            let tags: Vec<String> = entry.tags.iter().map(rich).collect();
            out.line(format_args!("tags {}", tags.join(" · ")));
        }
        dump_blocks(&entry.body, out);
    });
}

fn dump_line(line: &TextLine, out: &mut Dump) {
    let label = line.label.as_ref().map_or(String::new(), |l| format!("{:?} {} ⇥ ", l.kind, rich(&l.text)));
    out.line(format_args!("{label}{}", rich(&line.body)));
}

fn dump_item(item: &Item, out: &mut Dump) {
    let number = item.number.as_deref().unwrap_or("-");
    let task = item.task.map_or("", |done| if done { " [x]" } else { " [ ]" });
    out.line(format_args!("{number}{task}"));
    out.inside(|out| dump_blocks(&item.blocks, out));
}

fn dump_table(table: &Table, out: &mut Dump) {
    out.line(format_args!("table {:?}", table.align));
    for row in std::iter::once(&table.head).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(rich).collect();
        out.inside(|out| out.line(cells.join(" ⇥ ")));
    }
}

fn pair(pair: &KeyValue) -> String {
    let key = pair.key.as_ref().map_or(String::new(), |key| format!("{} ⇥ ", rich(key)));
    format!("{key}{}", rich(&pair.value))
}

fn when(dates: &Dates) -> String {
    let point = |date: Option<Date>| date.map_or(String::from("?"), day);
    let mut text = format!("{} = {}", rich(&dates.raw), point(dates.start));
    if dates.open || dates.end.is_some() {
        text += &format!(" → {}", if dates.open { "now".into() } else { point(dates.end) });
    }
    text + if dates.expected { ", expected" } else { "" }
}

fn day(date: Date) -> String {
    let part = |n: Option<u8>| n.map_or(String::new(), |n| format!("-{n:02}"));
    format!("{:04}{}{}", date.year, part(date.month), part(date.day))
}

/// Returns rich text in marks of its own, which are not Markdown's.
fn rich(text: &Rich) -> String {
    let pieces = text.0.iter().map(|piece| match piece {
        Piece::Break => String::from("⏎"),
        Piece::Run(run) => {
            let link = run.link.as_ref().map_or(String::new(), |link| format!("‹→ {link}›"));
            let lang = run.lang.as_ref().map_or(String::new(), |lang| format!("‹{lang}›"));
            match marks(run.marks) {
                none if none.is_empty() => format!("{}{link}{lang}", run.text),
                some => format!("‹{some}:{}›{link}{lang}", run.text),
            }
        }
    });
    pieces.collect()
}

fn marks(marks: Marks) -> String {
    let named = [
        (marks.strong, "strong"),
        (marks.emphasis, "emphasis"),
        (marks.code, "code"),
        (marks.strike, "strike"),
        (marks.underline, "underline"),
        (marks.superscript, "sup"),
        (marks.subscript, "sub"),
    ];
    let set: Vec<&str> = named.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
    set.join(" ")
}
