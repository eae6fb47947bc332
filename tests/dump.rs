//! Each stage's result as text to be read and compared: a line for what a reader would call a line,
//! lengths in points with two decimals.

mod boxes;
mod debug;
mod galley;
mod model;
mod pages;

pub use boxes::boxes;
pub use debug::debug;
pub use galley::galley;
pub use model::model;
pub use pages::pages;

use std::fmt::{Display, Write as _};

use jianli::boxes::{Structure, TagId};
use jianli::diag::{Diagnostic, Files};
use jianli::font::FontBook;
use jianli::geom::{Glue, Pt};
use jianli::lines::{GlyphRun, Mark, MarkKind, Shape};

/// Lines of text, indented by what they are in.
#[derive(Default)]
struct Dump {
    text: String,
    depth: usize,
}

impl Dump {
    fn line(&mut self, line: impl Display) {
        let line = line.to_string();
        let _ = writeln!(self.text, "{:indent$}{}", "", line.trim_end(), indent = 2 * self.depth);
    }

    fn inside(&mut self, write: impl FnOnce(&mut Dump)) {
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }
}

/// Returns findings, one a line, in their order.
pub fn findings(found: &[Diagnostic], files: &Files) -> String {
    let line = |d: &Diagnostic| {
        let place = d.primary.map_or(String::from("-"), |span| {
            let (line, column) = files.line_column(span);
            format!("{line}:{column}")
        });
        format!("{} {place} {}\n", d.code.id, d.message)
    };
    found.iter().map(line).collect()
}

fn pt(length: Pt) -> String {
    let hundredths = length.scale(100, 1).units();
    let half = Pt::UNITS / 2 * hundredths.signum();
    let rounded = (hundredths + half) / Pt::UNITS;
    let sign = if rounded < 0 { "-" } else { "" };
    let (whole, part) = (rounded.abs() / 100, rounded.abs() % 100);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:02}") }
}

fn glue(glue: Glue) -> String {
    let mut text = pt(glue.natural);
    if glue.stretch != Pt::ZERO {
        text += &format!(" plus {}", pt(glue.stretch));
    }
    if glue.shrink != Pt::ZERO {
        text += &format!(" minus {}", pt(glue.shrink));
    }
    text
}

/// Writes marks: all runs of one baseline on one line, with what they look like where it changes,
/// where a run begins apart from the last one's end, and where the line ends.
struct Marks<'a> {
    fonts: &'a FontBook,
    structure: &'a Structure,
    look: String,
}

impl<'a> Marks<'a> {
    fn new(fonts: &'a FontBook, structure: &'a Structure) -> Marks<'a> {
        Marks { fonts, structure, look: String::new() }
    }

    fn dump(&mut self, marks: &[Mark], out: &mut Dump) {
        let mut rest = marks;
        while let Some(first) = rest.first() {
            let same = |m: &&Mark| m.at.y == first.at.y && m.tag == first.tag && is_text(m);
            let count = if is_text(first) { rest.iter().take_while(same).count() } else { 1 };
            let role = self.role(first.tag);
            let body = if is_text(first) { self.line(&rest[..count]) } else { other(first) };
            out.line(format_args!("{:>7}  {role}  {body}", pt(first.at.y)));
            rest = &rest[count..];
        }
    }

    fn role(&self, tag: Option<TagId>) -> String {
        let Some(tag) = tag else { return "artifact".to_owned() };
        let parent = self.structure.node(tag).parent;
        format!("{:?}/{:?}", self.structure.node(parent).role, self.structure.node(tag).role)
    }

    fn line(&mut self, marks: &[Mark]) -> String {
        let (mut text, mut end) = (String::new(), None);
        for mark in marks {
            let MarkKind::Glyphs(run) = &mark.kind else { continue };
            if end != Some(mark.at.x) {
                text += &format!("[{}]", pt(mark.at.x));
            }
            let look = self.look(run);
            if look != self.look {
                text += &format!("{{{look}}}");
                self.look = look;
            }
            text += &run.text;
            end = Some(mark.at.x + run.width());
        }
        format!("{text}[{}]", end.map_or(String::new(), pt))
    }

    fn look(&self, run: &GlyphRun) -> String {
        let face = &self.fonts.face(run.face).postscript;
        let mut look = format!("{face} {} {:?}", pt(run.size), run.color);
        if let Some(link) = &run.link {
            look += &format!(" → {link}");
        }
        if let Some(lang) = &run.lang {
            look += &format!(" {lang}");
        }
        if run.embolden != Pt::ZERO {
            look += &format!(" bold {}", pt(run.embolden));
        }
        look
    }
}

fn is_text(mark: &Mark) -> bool {
    matches!(mark.kind, MarkKind::Glyphs(_))
}

fn other(mark: &Mark) -> String {
    let bounds = mark.bounds();
    let size = format!("[{}] {} × {}", pt(bounds.origin.x), pt(bounds.size.width), pt(bounds.size.height));
    match &mark.kind {
        MarkKind::Glyphs(_) => String::new(),
        MarkKind::Rule { color, .. } => format!("rule {size} {color:?}"),
        MarkKind::Path(path) => match path.shape {
            Shape::Icon(kind) => format!("icon {size} {kind:?} {:?}", path.color),
            Shape::Dot => format!("dot {size} {:?}", path.color),
        },
        MarkKind::Panel(panel) => {
            format!("panel {size} radius {} {:?} {:?}", pt(panel.radius), panel.fill, panel.stroke)
        }
        MarkKind::Image(image) => format!("image {size} {} {:?}", image.src, image.crop),
    }
}
