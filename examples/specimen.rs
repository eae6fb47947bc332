//! A specimen sheet: sets the paragraphs of a plain text file, parted by blank lines, justified in
//! one column with margins of 20 pt on one tall page.
//!
//! `cargo run --release --example specimen -- --measure 22 --size 10pt --lang zh-Hans
//! [--style quanjiao] IN.txt OUT.pdf`; the measure is in em.
#![allow(clippy::print_stderr, reason = "a program speaks to its user")]

use std::error::Error;
use std::process::ExitCode;

use jianli::boxes::structure::Role;
use jianli::boxes::{
    Block, Content, Flow, Inline, Paragraph, ParagraphSetting, Structure, TagId, Text, TextStyle, Tree,
};
use jianli::diag::{Sink, Span};
use jianli::font::FontBook;
use jianli::geom::{Em, Glue, Point, Pt, Size};
use jianli::layout::{Align, Hyphenate, Punctuation, Stack, Style};
use jianli::lines::{self, Item};
use jianli::model::Meta;
use jianli::pages::{Document, Page};

/// The white round the column.
const MARGIN: Pt = Pt::new(20);

/// What the command line says.
struct Wishes {
    measure: f64,
    size: f64,
    lang: String,
    style: Punctuation,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("specimen: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let wishes = wishes()?;
    let [from, to] = &wishes.files[..] else { return Err("give a text file and a PDF file".into()) };
    let text = std::fs::read_to_string(from)?;
    let size = Pt::from_f64(wishes.size);
    let measure = Em::from_f64(wishes.measure).of(size);

    let fonts = FontBook::usual()?;
    let mut sink = Sink::default();
    let tree = tree(&text, &wishes, size, measure);
    let galley = lines::set(&tree, &fonts, &mut sink);
    for found in sink.into_sorted() {
        eprintln!("{}: {}", found.code.id, found.message);
    }
    let meta = Meta { title: "Specimen".to_owned(), lang: wishes.lang, ..Meta::default() };
    let document = Document {
        pages: vec![page(&galley, measure)],
        structure: galley.structure,
        meta,
        ..Document::default()
    };
    let pdf = jianli::pdf::write(&document, &fonts)?;
    std::fs::write(to, pdf)?;
    Ok(())
}

fn wishes() -> Result<Wishes, Box<dyn Error>> {
    let mut wishes = Wishes {
        measure: 22.0,
        size: 10.0,
        lang: "zh-Hans".to_owned(),
        style: Punctuation::Quanjiao,
        files: Vec::new(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        if !word.starts_with("--") {
            wishes.files.push(word);
            continue;
        }
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--measure" => wishes.measure = value.trim_end_matches("em").parse()?,
            "--size" => wishes.size = value.trim_end_matches("pt").parse()?,
            "--lang" => wishes.lang = value,
            "--style" => wishes.style = style(&value)?,
            _ => return Err(format!("unknown option {word}").into()),
        }
    }
    Ok(wishes)
}

fn style(name: &str) -> Result<Punctuation, String> {
    match name {
        "quanjiao" => Ok(Punctuation::Quanjiao),
        "kaiming" => Ok(Punctuation::Kaiming),
        "banjiao" => Ok(Punctuation::Banjiao),
        "plain" => Ok(Punctuation::Plain),
        _ => Err(format!("unknown style {name}: quanjiao, kaiming, banjiao or plain")),
    }
}

/// Returns one column of paragraphs.
fn tree(text: &str, wishes: &Wishes, size: Pt, measure: Pt) -> Tree {
    let leading = size.scale(17, 10);
    let mut structure = Structure::default();
    let setting = ParagraphSetting {
        align: Align::Justify,
        leading,
        lang: wishes.lang.clone(),
        punctuation: wishes.style,
        hyphenate: Hyphenate::Always,
        gap: Em::ratio(1, 4),
        autospace: (true, true),
        ..ParagraphSetting::default()
    };
    let style = TextStyle { style: Style { size, leading, ..Style::PLAIN }, ..TextStyle::default() };
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let tag = structure.add(TagId::ROOT, Role::P);
        let text = Text { text: paragraph.to_owned(), span: Span::default(), style, ..Text::default() };
        let inlines = vec![Inline::Text(text)];
        let paragraph =
            Paragraph { inlines, setting: setting.clone(), tag: Some(tag), ..Paragraph::default() };
        blocks.push(Block {
            content: Content::Paragraph(paragraph),
            after: Glue::fixed(leading),
            ..Block::default()
        });
    }
    let body = vec!["Noto Sans SC".to_owned()];
    Tree {
        regions: vec![Flow { measure, blocks }],
        structure,
        stacks: vec![Stack { latin: Vec::new(), body, scale: Default::default() }],
        lang: wishes.lang.clone(),
        ..Tree::default()
    }
}

/// Puts the only column of a galley on one page that is as tall as it needs.
fn page(galley: &lines::Galley, measure: Pt) -> Page {
    let mut marks = Vec::new();
    let mut y = MARGIN;
    for item in galley.columns.iter().flatten() {
        match item {
            Item::Slab(slab) => {
                for mark in &slab.marks {
                    let mut mark = mark.clone();
                    mark.at = mark.at + Point { x: MARGIN, y };
                    marks.push(mark);
                }
                y += slab.height;
            }
            Item::Glue(glue) => y += glue.natural,
            _ => {}
        }
    }
    let size = Size { width: measure + MARGIN * 2, height: y + MARGIN };
    Page { size, bleed: Pt::ZERO, marks }
}
