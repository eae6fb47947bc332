//! The model as JSON: every node with its span, absent values omitted.

use serde_json::{Map, Value, json};

use crate::diag::{FileId, Files, Span};
use crate::model::date::Dates;
use crate::model::resume::{
    Block, BlockKind, CellImage, Consumed, Contact, Doubt, Entry, Header, Image, Item, KeyValue, Part,
    Resume, Section, Table, TextLine,
};
use crate::model::rich::{Marks, Piece, Rich};
use crate::model::{Directive, DirectiveKind};

/// Counts the changes that may break programs that read earlier JSON.
const SCHEMA_VERSION: u32 = 1;

/// Returns a résumé as a JSON document of several lines.
///
/// Rich text is a string if it has no marks and no links, else a list of runs. Spans are
/// `[first byte, byte after the last]` in the text that was read. Never fails.
pub fn explain_json(resume: &Resume, files: &Files) -> String {
    let mut value = object([
        ("schema_version", SCHEMA_VERSION.into()),
        (
            "meta",
            json!({ "title": resume.meta.title, "author": resume.meta.author, "lang": resume.meta.lang }),
        ),
        ("header", header(&resume.header)),
        ("sections", resume.sections.iter().map(section).collect()),
        ("consumed", resume.consumed.iter().map(consumed).collect()),
        ("doubts", resume.doubts.iter().map(doubt).collect()),
        ("directives", resume.directives.iter().map(directive).collect()),
    ]);
    in_whole(&mut value, files);
    format!("{value:#}\n")
}

/// Maps each span to the text that was read. Depth is that of the model.
fn in_whole(value: &mut Value, files: &Files) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| in_whole(item, files)),
        Value::Object(members) => {
            for (key, value) in members {
                let ends =
                    value.as_array().map(|ends| ends.iter().filter_map(Value::as_u64).collect::<Vec<u64>>());
                match ends.as_deref() {
                    Some([start, end]) if key == "span" || key == "of" => {
                        let offset = |at: u64| usize::try_from(at).unwrap_or_default();
                        *value = span(files.origin(Span::new(FileId::RESUME, offset(*start)..offset(*end))));
                    }
                    _ => in_whole(value, files),
                }
            }
        }
        _ => {}
    }
}

/// Returns an object without its empty members.
fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let mut map = Map::new();
    for (key, value) in members {
        let empty = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::Array(items) => items.is_empty(),
            Value::Object(map) => map.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !empty {
            map.insert(key.to_owned(), value);
        }
    }
    Value::Object(map)
}

fn span(span: Span) -> Value {
    json!([span.start, span.end])
}

fn rich(text: &Rich) -> Value {
    let plain = |piece: &Piece| match piece {
        Piece::Run(run) => run.marks == Marks::default() && run.link.is_none() && run.lang.is_none(),
        Piece::Break => true,
    };
    if text.0.iter().all(plain) {
        return text.text().into();
    }
    let run = |piece: &Piece| match piece {
        Piece::Break => json!("\n"),
        Piece::Run(run) => object([
            ("text", json!(run.text)),
            ("span", span(run.span)),
            ("strong", run.marks.strong.into()),
            ("emphasis", run.marks.emphasis.into()),
            ("code", run.marks.code.into()),
            ("strike", run.marks.strike.into()),
            ("underline", run.marks.underline.into()),
            ("superscript", run.marks.superscript.into()),
            ("subscript", run.marks.subscript.into()),
            ("link", json!(run.link)),
            ("lang", json!(run.lang)),
        ]),
    };
    text.0.iter().map(run).collect()
}

fn optional(text: Option<&Rich>) -> Value {
    text.map_or(Value::Null, rich)
}

fn header(header: &Header) -> Value {
    object([
        ("span", span(header.span)),
        ("name", optional(header.name.as_ref())),
        ("paper", optional(header.paper.as_ref())),
        ("headline", header.headline.as_ref().map_or(Value::Null, key_value)),
        ("contacts", header.contacts.iter().map(contact).collect()),
        ("facts", header.facts.iter().map(key_value).collect()),
        ("photo", header.photo.as_ref().map_or(Value::Null, image)),
        ("blocks", blocks(&header.blocks)),
    ])
}

fn contact(contact: &Contact) -> Value {
    let kinds: Vec<&str> = contact.kinds.iter().map(|kind| kind.name()).collect();
    object([
        ("kinds", json!(kinds)),
        ("key", optional(contact.key.as_ref())),
        ("value", rich(&contact.value)),
        ("span", span(contact.span)),
    ])
}

fn key_value(pair: &KeyValue) -> Value {
    object([("key", optional(pair.key.as_ref())), ("value", rich(&pair.value)), ("span", span(pair.span))])
}

fn section(section: &Section) -> Value {
    let kinds: Vec<&str> = section.kinds.iter().map(|kind| kind.name()).collect();
    object([
        ("title", rich(&section.title)),
        ("kinds", json!(kinds)),
        ("span", span(section.span)),
        ("blocks", blocks(&section.blocks)),
    ])
}

fn blocks(blocks: &[Block]) -> Value {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Value {
    let (kind, content) = match &block.kind {
        BlockKind::Entry(content) => ("entry", entry(content)),
        BlockKind::Paragraph(lines) => ("paragraph", lines.iter().map(text_line).collect()),
        BlockKind::List(list) => {
            let kind = if list.ordered { "numbers" } else { "bullets" };
            (kind, list.items.iter().map(item).collect())
        }
        BlockKind::KeyValues(pairs) => ("keyValues", pairs.iter().map(key_value).collect()),
        BlockKind::Table(content) => ("table", table(content)),
        BlockKind::Quote(inner) => ("quote", blocks(inner)),
        BlockKind::Code { text } => ("code", text.text().into()),
        BlockKind::Image(content) => ("image", image(content)),
        BlockKind::Rule => ("rule", Value::Bool(true)),
        BlockKind::PageBreak => ("pageBreak", Value::Bool(true)),
    };
    object([(kind, content), ("span", span(block.span)), ("keep", block.keep.into())])
}

fn entry(entry: &Entry) -> Value {
    let kind = format!("{:?}", entry.kind).to_lowercase();
    let part = |part: &Part| json!({ format!("{:?}", part.role).to_lowercase(): rich(&part.text) });
    object([
        ("kind", kind.into()),
        ("number", optional(entry.number.as_ref())),
        ("parts", entry.parts.iter().map(part).collect()),
        ("dates", entry.dates.as_ref().map_or(Value::Null, dates)),
        ("tags", entry.tags.iter().map(|tag| Value::from(tag.text())).collect()),
        ("body", blocks(&entry.body)),
        ("span", span(entry.span)),
    ])
}

fn dates(dates: &Dates) -> Value {
    object([
        ("raw", rich(&dates.raw)),
        ("start", dates.start.map_or(Value::Null, |date| date.to_string().into())),
        ("end", dates.end.map_or(Value::Null, |date| date.to_string().into())),
        ("open", dates.open.into()),
        ("expected", dates.expected.into()),
    ])
}

fn text_line(line: &TextLine) -> Value {
    object([
        ("label", line.label.as_ref().map_or(Value::Null, |label| rich(&label.text))),
        (
            "kind",
            line.label
                .as_ref()
                .map_or(Value::Null, |label| format!("{:?}", label.kind).to_lowercase().into()),
        ),
        ("text", rich(&line.body)),
        ("span", span(line.span)),
    ])
}

fn item(item: &Item) -> Value {
    object([
        ("number", json!(item.number)),
        ("task", json!(item.task)),
        ("blocks", blocks(&item.blocks)),
        ("span", span(item.span)),
    ])
}

fn table(table: &Table) -> Value {
    let row = |cells: &Vec<Rich>| cells.iter().map(rich).collect::<Value>();
    let cell_image = |CellImage { row, column, image: content }: &CellImage| {
        object([("row", json!(row)), ("column", json!(column)), ("image", image(content))])
    };
    object([
        ("head", table.head.iter().map(rich).collect()),
        ("rows", table.rows.iter().map(row).collect()),
        ("images", table.images.iter().map(cell_image).collect()),
    ])
}

fn image(image: &Image) -> Value {
    object([
        ("src", image.src.as_str().into()),
        ("alt", image.alt.as_str().into()),
        ("width", json!(image.width)),
        ("span", span(image.span)),
    ])
}

fn doubt(doubt: &Doubt) -> Value {
    json!({ "why": doubt.why, "cure": doubt.cure, "span": span(doubt.span) })
}

fn consumed(consumed: &Consumed) -> Value {
    json!({ "text": consumed.text, "why": consumed.why, "span": span(consumed.span) })
}

fn directive(directive: &Directive) -> Value {
    let (name, value) = match &directive.kind {
        DirectiveKind::Tags(tags) => ("tags", json!(tags)),
        DirectiveKind::Columns(count) => ("columns", json!(count)),
    };
    object([(name, value), ("of", directive.of.map_or(Value::Null, span)), ("span", span(directive.span))])
}
