use jianli::font::FontBook;
use jianli::lines::{Galley, Item, Slab};

use super::{Dump, Marks, glue, pt};

/// Returns the columns of a galley, line by line.
pub fn galley(galley: &Galley, fonts: &FontBook) -> String {
    let mut out = Dump::default();
    let mut marks = Marks::new(fonts, &galley.structure);
    for (at, column) in galley.columns.iter().enumerate() {
        out.line(format_args!("column {}", at + 1));
        for item in column {
            out.inside(|out| dump_item(item, &mut marks, out));
        }
    }
    out.text
}

fn dump_item(item: &Item, marks: &mut Marks, out: &mut Dump) {
    match item {
        Item::Slab(slab) => dump_slab(slab, marks, out),
        Item::Glue(space) => out.line(format_args!("glue {}", glue(*space))),
        Item::Fill => out.line("fill"),
        Item::Penalty(Item::NEVER) => out.line("never"),
        Item::Penalty(Item::ALWAYS) => out.line("always"),
        Item::Penalty(price) => out.line(format_args!("penalty {price}")),
        Item::Open(frame) => out.line(format_args!("open [{}] {}", pt(frame.x), pt(frame.width))),
        Item::Close => out.line("close"),
        Item::Repeat(slabs) => {
            out.line("repeat");
            out.inside(|out| slabs.iter().for_each(|slab| dump_slab(slab, marks, out)));
        }
        Item::RepeatEnd => out.line("repeat end"),
    }
}

fn dump_slab(slab: &Slab, marks: &mut Marks, out: &mut Dump) {
    out.line(format_args!("slab {} baseline {}", pt(slab.height), pt(slab.baseline)));
    out.inside(|out| marks.dump(&slab.marks, out));
}
