//! The layout stage: what files say, what is wrong with them, what the bundled ones come to.

#[path = "layout/mistakes.rs"]
mod mistakes;
#[path = "layout/schema.rs"]
mod schema;

use std::fs;
use std::path::Path;

use crate::dump::debug;

use jianli::diag::{self, CompileError, Diagnostic, Files, Sink};
use jianli::geom::{Em, Pt};
use jianli::layout::{self, BUNDLED, Cell, CellPart, Choice, Factors, Layout, Override, Take};
use jianli::model::{EntryKind, SectionKind};

const FAMILIES: &[&str] = &[
    "Noto Sans SC",
    "Noto Serif SC",
    "Inter",
    "Source Sans 3",
    "Source Serif 4",
    "Source Code Pro",
    "Resume Noto Sans CJK Ext",
    "Resume Noto Serif CJK Ext",
];

/// A layout or why there is none, and everything said on the way.
struct Outcome {
    layout: Result<Layout, CompileError>,
    found: Vec<Diagnostic>,
    files: Files,
}

fn load_set(name: &str, folder: &Path, sets: &[&str]) -> Outcome {
    let mut files = Files::default();
    let mut sink = Sink::default();
    files.add("resume.md", "---\nlayout: mine\n---\n");
    let overrides: Vec<Override> =
        sets.iter().map(|set| Override::flag(set, &mut files).expect("has a value")).collect();
    let choice =
        Choice { name, place: None, folder: Some(folder), overrides: &overrides, families: FAMILIES };
    let layout = layout::load(&choice, &mut files, &mut sink);
    Outcome { layout, found: sink.into_sorted(), files }
}

/// Loads a layout file of this text.
fn load(toml: &str) -> Outcome {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("my.toml"), toml).expect("written");
    load_set("my.toml", folder.path(), &[])
}

impl Outcome {
    /// Returns the only finding as code, line:column, message and hints.
    fn only(&self) -> String {
        assert!(matches!(self.layout, Err(CompileError::Document)), "{:#?}", self.found);
        let [finding] = self.found.as_slice() else { panic!("not one finding: {:#?}", self.found) };
        self.told(finding)
    }

    fn told(&self, finding: &Diagnostic) -> String {
        let place = finding.primary.map_or_else(String::new, |span| {
            let (line, column) = self.files.line_column(span);
            format!(" {line}:{column}")
        });
        let hints = finding.hints.join(" / ");
        format!("{}{place} {} ({hints})", finding.code.id, finding.message)
    }

    fn layout(self) -> Layout {
        match self.layout {
            Ok(layout) => layout,
            Err(stop) => panic!("{stop:?}: {:#?}", self.found),
        }
    }
}

#[test]
fn files_that_are_no_toml_are_told_with_their_line() {
    let cases =
        [("page: 7", 1), ("[page]\nsize = \"A4\"\nsize = \"A5\"", 3), ("\u{0}\u{1}", 1), ("\na = '", 2)];
    for (toml, line) in cases {
        let out = load(toml);
        assert!(matches!(out.layout, Err(CompileError::Document)));
        let first = out.told(&out.found[0]);
        assert!(first.starts_with(&format!("J401 {line}:")), "{first}");
    }
    assert_eq!(load(&"[".repeat(20_000)).found[0].code.id, "J401");
    assert!(load(&format!("a = {}", "[".repeat(20_000))).found.len() <= 8);
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("my.toml"), b"title = \"a\"\nsummary = \"\xff\"\n").expect("written");
    let out = load_set("my.toml", folder.path(), &[]);
    assert_eq!(out.only(), "J401 2:12 the layout is not UTF-8 text (byte 23) ()");
}

#[test]
fn an_empty_file_is_the_defaults() {
    let empty = load("").layout();
    let base = load_set("base", Path::new("."), &[]).layout();
    assert_eq!((empty.page, empty.styles, empty.sections), (base.page, base.styles, base.sections));
}

#[test]
fn one_run_finds_every_mistake() {
    let out = load(
        "pagee = 3\n[page]\nmargin = \"900mm\"\n[type]\nsize = \"x\"\n[header]\nrows = [\"{nam}\", \"{name\"]",
    );
    let codes: Vec<&str> = out.found.iter().map(|finding| finding.code.id).collect();
    assert_eq!(codes, ["J402", "J403", "J403", "J404", "J404"], "{:#?}", out.found);
}

#[test]
fn a_page_must_leave_room_for_text() {
    let told = load("page.margin = \"102mm\"").only();
    assert_eq!(
        told,
        "J403 1:15 `page.margin` leaves no room for text (at most 94mm on each side of this page)"
    );
    let two = |side: &str, main: &str| {
        load(&format!(
            "[regions.side]\nwidth = \"{side}\"\ntakes = [\"skills\"]\n[regions.main]\nwidth = \"{main}\""
        ))
    };
    assert!(two("100mm", "100mm").only().contains("wider than the page has room for"));
    assert!(two("10mm", "1fr").only().contains("the region `side` has 28.346pt of width for text"));
    assert!(two("50%", "50%").layout.is_ok());
    let none = load("[regions.side]\ntakes = [\"skills\"]").only();
    assert!(none.contains("no region takes the rest"), "{none}");
}

#[test]
fn a_missing_file_is_the_machines_fault_only_if_the_command_names_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = load_set("none.toml", folder.path(), &[]);
    assert!(matches!(out.layout, Err(CompileError::Machine(diag::Error::Read { .. }))));
    let out = load("extends = \"none.toml\"");
    assert!(out.only().starts_with("J401 1:11 cannot read the layout `none.toml`"));
    fs::create_dir(folder.path().join("d.toml")).expect("made");
    let out = load_set("d.toml", folder.path(), &[]);
    assert!(matches!(out.layout, Err(CompileError::Machine(_))));
}

#[test]
fn files_extend_each_other_and_circles_are_found() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("a.toml", "extends = \"b.toml\"\n[type]\nsize = \"11pt\"\n[style.name]\nsize = 3");
    write(
        "b.toml",
        "extends = \"classic\"\n[type]\nsize = \"12pt\"\nleading = 1.7\n[header]\nrows = [\"{name}\"]",
    );
    let layout = load_set("a.toml", folder.path(), &[]).layout();
    assert_eq!(layout.setting.size.to_string(), "11");
    assert_eq!(layout.setting.leading.to_string(), "18.7");
    assert_eq!(layout.style("name").size.to_string(), "33");
    assert_eq!(layout.style("name").weight, 700, "tables are merged key by key");
    assert_eq!(layout.header[""].columns.len(), 1, "rows take the place of columns");
    write("b.toml", "extends = \"./a.toml\"");
    let told = load_set("a.toml", folder.path(), &[]).only();
    assert!(told.starts_with("J406 1:11") && told.contains("extends itself"), "{told}");
}

#[test]
fn set_comes_last_and_is_shown() {
    let set = |sets: &[&str]| load_set("classic", Path::new("."), sets);
    let layout =
        set(&["type.size=11pt", "type.size = \"12pt\"", "color.accent=#f00", "page.margin.x=25mm"]).layout();
    assert_eq!(layout.setting.size.to_string(), "12");
    assert_eq!(layout.style("section-title").color.rgb, [255, 0, 0]);
    assert_eq!(layout.page.margin.left.to_string(), "70.866");
    let out = set(&["type.sise=11pt"]);
    assert_eq!(out.only(), "J402 1:1 unknown key `sise` (did you mean `size`?)");
    assert_eq!(out.files.name(out.found[0].primary.expect("a place").file), "--set");
    let out = set(&["type.size=99pt"]);
    assert_eq!(out.only(), "J403 1:11 `type.size` cannot be 99pt (allowed: 4pt to 36pt)");
    let out = set(&["header.rows=['{nmae}']"]);
    assert!(out.only().starts_with("J404 1:16 `header.rows`: no slot is called `nmae`"));
}

#[test]
fn kinds_start_from_what_they_are_kinds_of() {
    let layout = load(
        "[entry]\nindent = \"7pt\"\n[entry.education]\nspace = \"3pt\"\n[project.work]\nindent = \"1pt\"",
    )
    .layout();
    let education = layout.entry(EntryKind::Entry, SectionKind::Education);
    assert_eq!(education.indent.to_string(), "7");
    assert_eq!(education.space.before.natural.to_string(), "3");
    assert!(!education.columns.is_empty() && education.keep.with_next);
    assert_eq!(layout.entry(EntryKind::Project, SectionKind::Other).indent.to_string(), "7");
    assert_eq!(layout.entry(EntryKind::Project, SectionKind::Work).indent.to_string(), "1");
}

#[test]
fn a_sheet_is_resolved_with_its_elastic_keys_moved() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let toml = "[entry]\nspace = \"10pt\"\n[role]\nspace = \"20pt\"\n[list]\nindent = \"2em\"\n\
        [fit.type]\nsize = [0.5, 1, 4]\nleading = [0.2, 1, 2]\n[fit.page]\nmargin = [0.5, 1, 9]\n\
        [fit.entry]\nspace = [0.5, 1, 2]\n";
    fs::write(folder.path().join("my.toml"), toml).expect("written");
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let choice = Choice {
        name: "my.toml",
        place: None,
        folder: Some(folder.path()),
        overrides: &[],
        families: FAMILIES,
    };
    let sheet = layout::read(&choice, &mut files, &mut sink).expect("it is sound");
    let moved = |keys: &[(&str, f64)]| {
        let mut factors = Factors::default();
        keys.iter().for_each(|(key, factor)| factors.set(key, Em::from_f64(*factor)));
        sheet.layout(&factors)
    };
    assert_eq!(moved(&[]).as_ref(), Some(sheet.ideal()));
    let half = moved(&[("type.size", 0.5), ("entry.space", 0.5)]).expect("it holds");
    assert_eq!((half.setting.size.to_string(), half.list.indent.to_string()), ("5".into(), "10".into()));
    assert_eq!(half.setting.leading.to_string(), "8", "a factor follows the size");
    let before = |kind| half.entry(kind, SectionKind::Other).space.before.natural.to_string();
    assert_eq!((before(EntryKind::Entry), before(EntryKind::Role)), ("5".into(), "10".into()));
    let margins = moved(&[("page.margin", 0.5)]).expect("it holds").page.margin;
    assert_eq!((margins.left * 2).to_string(), sheet.ideal().page.margin.left.to_string());
    assert_eq!(moved(&[("page.margin", 9.0)]), None, "no room for text");
    assert_eq!(moved(&[("type.size", 4.0)]), None, "no size that is allowed");
    assert_eq!(moved(&[("type.leading", 0.5)]), None, "lines over each other");
}

#[test]
fn regions_share_the_page_and_are_read_in_their_own_order() {
    let layout = load(
        r#"
        page.margin = "0mm"
        [regions.side]
        width = "62mm"
        pad = "8mm"
        reads = 2
        takes = ["header.portrait", "facts", "skills"]
        [regions.main]
        order = 1
        width = "1fr"
        pad = "12mm"
        reads = 1
        spread = true
        takes = ["header.title", "rest"]
        [header.title]
        rows = ["{name}"]
        [header.portrait]
        rows = ["{photo|crop=circle, width=34mm}"]
        "#,
    )
    .layout();
    let [main, side] = layout.regions.as_slice() else { panic!("two regions") };
    assert_eq!((main.name.as_str(), side.name.as_str()), ("main", "side"));
    assert!(side.x == Pt::ZERO && main.x == side.width);
    assert_eq!((main.width + side.width).to_string(), layout.page.size.width.to_string());
    assert_eq!(main.takes, [Take::Header("title".to_owned()), Take::Rest]);
    let wide = main.spread.as_deref().expect("it spreads");
    assert!(wide.x == Pt::ZERO && wide.width == side.width + main.width && wide.spread.is_none());
    assert_eq!((wide.pad.left, wide.pad.right), (side.pad.left, main.pad.right));
    assert_eq!(wide.takes, main.takes);
    assert_eq!(layout.header.keys().collect::<Vec<_>>(), ["portrait", "title"]);
}

/// Returns the cells of a row as the parser understood them.
fn cells(row: &str) -> String {
    let layout = load(&format!("[header]\nrows = ['''{row}''']")).layout();
    let row = &layout.header[""].columns[0].rows[0];
    fn part(one: &CellPart) -> String {
        match one {
            CellPart::Literal(text) => format!("{text:?}"),
            CellPart::Slot { slot, role, .. } => format!("{slot:?}:{}", role.as_deref().unwrap_or("-")),
            CellPart::FirstOf(parts) => parts.iter().map(part).collect::<Vec<_>>().join("|"),
        }
    }
    let cell = |cell: &Cell| {
        let parts: Vec<String> = cell.parts.iter().map(part).collect();
        format!("{:?}[{}]", cell.start, parts.join(" "))
    };
    format!("{} | {}", row.role, row.cells.iter().map(cell).collect::<Vec<_>>().join(" "))
}

#[test]
fn rows_are_read_from_left_to_right() {
    assert_eq!(cells("{name} <> {headline}"), "name | Edge[Name:name] Fill[Headline:headline]");
    assert_eq!(cells("{name}, {headline}"), r#"name | Edge[Name:name ", " Headline:headline]"#);
    assert_eq!(cells("<> {name} <>"), "name | Fill[Name:name] Fill[]");
    assert_eq!(cells("{photo}<30pt>{name}"), "body | Edge[Photo:-] Gap(30pt)[Name:name]");
    assert_eq!(
        cells("{name:headline} <|2em|> {name}"),
        "headline | Edge[Name:headline] Tab(20pt)[Name:name]"
    );
    assert_eq!(cells("{headline ?? photo|width=1pt}"), "headline | Edge[Headline:headline|Photo:-]");
    assert_eq!(cells("{{<<{name}>>}} 甲"), r#"name | Edge["{<" Name:name ">} 甲"]"#);
}

#[test]
fn options_keep_their_blanks_and_quoted_commas() {
    let options = |row: &str| {
        let layout = load(&format!("[header]\nrows = ['''{row}''']")).layout();
        match &layout.header[""].columns[0].rows[0].cells[0].parts[0] {
            CellPart::Slot { options, .. } => options.clone(),
            _ => panic!("a slot"),
        }
    };
    let contacts = options("{contacts|icons, sep=   , wrap}");
    assert_eq!((contacts.icons, contacts.separator.as_deref()), (true, Some("   ")));
    assert_eq!(options("{contacts|sep=', ', stack}").separator.as_deref(), Some(", "));
    assert!(options("{contacts|sep=', ', stack}").stack);
    let photo = options("{photo|width=25mm, crop=3:4}");
    assert_eq!(
        (photo.crop, photo.width.map(|width| width.to_string())),
        (Some((3, 4)), Some("70.866".into()))
    );
    assert!(options("{photo|crop=circle}").circle);
}

#[test]
fn ranges_of_fitting_are_factors_in_the_order_given() {
    let layout = load_set("classic", Path::new("."), &[]).layout();
    let keys: Vec<&str> = layout.fit.iter().map(|elastic| elastic.key.as_str()).collect();
    let order = ["section.space", "entry.space", "list.item", "type.leading", "page.margin", "type.size"];
    assert_eq!(keys, order);
    let size = layout.fit.last().expect("a range");
    assert_eq!(format!("{:?} {:?}", size.least, size.most), "0.938em 1.156em");
}

#[test]
fn golden_layouts_resolve_to_what_they_did() {
    let resolved = BUNDLED.iter().map(|bundled| {
        let out = load_set(bundled.name, Path::new("."), &[]);
        assert!(out.found.is_empty(), "{:#?}", out.found);
        (format!("{}.txt", bundled.name), debug(&out.layout()))
    });
    crate::golden::agree("layout", &resolved.collect());
}

#[test]
fn every_example_of_the_reference_is_a_layout_and_every_default_is_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reference = fs::read_to_string(root.join("docs/layouts.md")).expect("read");
    let examples =
        reference.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    assert!(examples.clone().count() > 8);
    for example in examples {
        let out = load(example);
        assert!(out.layout.is_ok(), "{example}\n{:#?}", out.found);
    }
    let base = fs::read_to_string(root.join("layouts/base.toml")).expect("read");
    for line in base.lines().filter(|line| !line.starts_with([' ', '#', '[', ']', '"'])) {
        let key = line.split(" = ").next().unwrap_or_default();
        assert!(key.is_empty() || reference.contains(key), "{key} is not in the reference");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_makes_the_loader_panic(text in "\\PC{0,200}", key in "[a-z.\\-\"]{0,20}", value in "\\PC{0,40}") {
        let _ = load(&text);
        let _ = load_set("classic", Path::new("."), &[&format!("{key}={value}")]);
    }

    #[test]
    fn no_row_makes_the_parser_panic(row in "[{}<>|:=,.a-z甲 0-9]{0,40}") {
        let _ = load(&format!("[header]\nrows = ['{row}', '{{name}}{row}']"));
    }
}
