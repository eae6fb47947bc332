//! One mistake a layout file, and what is said about it.

use jianli::layout::BUNDLED;

use super::load;

/// A layout file with one mistake, and what is said about it.
const MISTAKES: &[(&str, &str)] = &[
    (r#"page.size = ["0mm", "297mm"]"#, "J403 1:14 `page.size` cannot be 0mm (allowed: 40mm to 1500mm)"),
    (r#"page.margin = "-500mm""#, "J403 1:15 `page.margin` cannot be -500mm (allowed: 0mm to 500mm)"),
    (
        "page.margin = nan",
        "J403 1:15 `page.margin` cannot be NaN: it needs a unit of length (units: pt mm cm in em; allowed: 0mm to 500mm)",
    ),
    (
        r#"page.size = "A9""#,
        r#"J403 1:13 `page.size` is not a paper size (one of A3, A4, A5, B5, Letter, Legal, or two lengths: ["210mm", "297mm"])"#,
    ),
    (
        "type.size = inf",
        "J403 1:13 `type.size` cannot be inf: it needs a unit of length (units: pt mm cm in em; allowed: 4pt to 36pt)",
    ),
    (r#"type.size = "0pt""#, "J403 1:13 `type.size` cannot be 0pt (allowed: 4pt to 36pt)"),
    (r#"type.size = "-3pt""#, "J403 1:13 `type.size` cannot be -3pt (allowed: 4pt to 36pt)"),
    (r#"type.size = "1e30pt""#, "J403 1:13 `type.size` cannot be 1e30pt (allowed: 4pt to 36pt)"),
    (
        r#"type.size = "10zorkmids""#,
        "J403 1:13 `type.size` has the unknown unit `zorkmids` (units: pt mm cm in em; fr and % for widths)",
    ),
    (
        "type.size = 10",
        "J403 1:13 `type.size` cannot be 10: it needs a unit of length (units: pt mm cm in em; allowed: 4pt to 36pt)",
    ),
    ("type.leading = 0", "J403 1:16 `type.leading` cannot be 0 (allowed: 1 to 3)"),
    (
        r#"type.align = "justfy""#,
        r#"J403 1:14 `type.align` cannot be "justfy" (did you mean "justify"? / allowed: justify, start, center, end)"#,
    ),
    (
        r#"type.hyphenate = "yes""#,
        r#"J403 1:18 `type.hyphenate` cannot be "yes" (allowed: never, rarely, always)"#,
    ),
    ("page = 7", "J403 1:8 `page` takes a table, not the number 7 ()"),
    ("[pagee]\nwidth = 1", "J402 1:2 unknown key `pagee` (did you mean `page`?)"),
    (r#"page.margn = "1mm""#, "J402 1:6 unknown key `margn` (did you mean `margin`?)"),
    ("[entry.educaton]", "J402 1:8 unknown key `educaton` (did you mean `education`?)"),
    ("facts.columns = 0", "J403 1:17 `facts.columns` cannot be 0 (allowed: 1 to 8)"),
    (
        "section.skills.columns-body = 5",
        "J403 1:31 `section.skills.columns-body` cannot be 5 (allowed: 1 to 4)",
    ),
    (
        r#"section.skills = { columns-body = 4, gutter = "150pt" }"#,
        "J403 1:35 `section.skills.columns-body` and `gutter` leave 7.972pt for each column (the text is 481.89pt wide, \
         at least 60pt is needed)",
    ),
    ("facts.columns = 1000000", "J403 1:17 `facts.columns` cannot be 1000000 (allowed: 1 to 8)"),
    (
        "facts.columns = 1.5",
        "J403 1:17 `facts.columns` cannot be 1.5: it has to be a whole number (allowed: 1 to 8)",
    ),
    (
        r##"color.ink = "#zzz""##,
        r##"J403 1:13 `color.ink` cannot be "#zzz" (a colour looks like #rgb or #rrggbb)"##,
    ),
    (r#"style.name.color = "acent""#, "J405 1:20 no colour is called `acent` (did you mean `accent`?)"),
    ("[style.nmae]\nsize = 2", "J405 1:1 no role is called `nmae` (did you mean `name`?)"),
    (r#"style.name.font = "momo""#, "J405 1:19 no font stack is called `momo` (did you mean `mono`?)"),
    (
        r#"font.body = ["Noto Sans SX", "Inter"]"#,
        "J405 1:14 no font family is called `Noto Sans SX` (did you mean `Noto Sans SC`?)",
    ),
    (
        r#"font.body = ["No Such Font 9000"]"#,
        "J405 1:14 no font family is called `No Such Font 9000` (there are: Noto Sans SC, Noto Serif SC, Inter, \
         Source Sans 3, Source Serif 4, Source Code Pro, Resume Noto Sans CJK Ext, Resume Noto Serif CJK Ext)",
    ),
    (r#"header.rows = ["{nam}"]"#, "J404 1:18 `header.rows`: no slot is called `nam` (did you mean `name`?)"),
    (
        r#"header.rows = ["{name} 甲 <> {date}"]"#,
        "J404 1:30 `header.rows`: the header has no `date` (the header offers: name, name.first, name.rest, headline, contacts, facts, facts.all, photo)",
    ),
    (
        "entry.rows = ['{title} <> {place ?? dat}']",
        "J404 1:36 `entry.rows`: no slot is called `dat` (did you mean `date`?)",
    ),
    (
        "entry.rows = ['{title} <> {date ?? date}']",
        "J404 1:35 `entry.rows`: `date` is listed twice (name each slot once between { and })",
    ),
    (
        "entry.rows = ['{date ?? }']",
        "J404 1:24 `entry.rows`: no slot is called `` (an entry offers: title, organization, role, subject, degree, place, date, tags, number)",
    ),
    (
        "header.rows = ['{name.last}']",
        "J404 1:18 `header.rows`: no slot is called `name.last` (did you mean `name.rest`?)",
    ),
    (
        "header.rows = ['{name:nmae}']",
        "J405 1:23 `header.rows`: no style is called `nmae` (did you mean `name`?)",
    ),
    (
        r#"section.rows = ["{title"]"#,
        "J404 1:18 `section.rows`: `{` is not closed (a slot looks like {name}; write {{ to print {)",
    ),
    (
        r#"header.rows = ["{contacts|icon}"]"#,
        "J404 1:27 `header.rows`: `contacts` has no option `icon` (did you mean `icons`?)",
    ),
    (
        "[header]\nrows = [\"{name}\"]\ncolumns = [[\"{name}\"]]",
        "J403 2:8 `header.rows` and `columns` are both given (`rows` is one column; to have several, give `columns` alone)",
    ),
    (
        r#"extends = "clasic""#,
        "J405 1:11 no layout is called `clasic` (did you mean `classic`? / bundled: BUNDLED; a layout of your own is a path that ends in .toml)",
    ),
    (
        r#"fit.type.sise = ["9pt", "10pt", "11pt"]"#,
        "J402 1:17 `type.sise` is not an elastic key (did you mean `type.size`?)",
    ),
    (
        r#"fit.type.size = ["11pt", "10pt", "9pt"]"#,
        "J403 1:17 `fit.type.size` is not a range (give [least, ideal, most]: three lengths, or three multiples of the declared value)",
    ),
    (
        "page = { size = \"A5\", margin = \"20mm\" }\nsection.beside = \"70mm\"\nsection.gutter = \"20mm\"",
        "J403 2:18 `section.beside` and `gutter` leave 51.024pt for what is beside it (the text is 306.142pt wide, at least 60pt is needed)",
    ),
    (
        "[regions.a]\nplace = \"top\"\ntakes = [\"rest\"]",
        "J403 1:1 `regions.a` has no column below it (give one region place = \"column\")",
    ),
    (
        "[regions.a]\nspread = \"all\"\ntakes = [\"rest\"]",
        "J403 2:10 `regions.a.spread` takes true or false, not the text \"all\" ()",
    ),
    (
        "[regions.a]\nplace = \"top\"\nspread = true\ntakes = [\"rest\"]\n[regions.b]\ntakes = [\"skills\"]",
        "J403 3:10 `regions.a.spread` is only for columns (a region with place = \"top\" is already as wide as the page)",
    ),
    (
        "[regions.a]\nspread = true\ntakes = [\"rest\"]\n[regions.b]\nspread = true\ntakes = [\"skills\"]",
        "J403 5:10 `regions.b.spread` is set for two regions (one of them can have the width of the others)",
    ),
    (
        r#"entry.marker = { shape = "dod" }"#,
        "J403 1:26 `entry.marker.shape` cannot be \"dod\" (did you mean \"dot\"? / allowed: dot, ring, square, bar)",
    ),
    (
        "section.rail = true",
        "J403 1:16 `section.rail` cannot be `true` (describe it: { x = \"28mm\", width = \"0.8pt\", color = \"tint\" })",
    ),
    (
        "table.border = true",
        "J403 1:16 `table.border` cannot be `true` (describe it: { width = \"0.5pt\", color = \"quiet\" })",
    ),
    (
        r#"facts.border = { width = "21pt" }"#,
        "J403 1:26 `facts.border.width` cannot be 21pt (allowed: 0pt to 20pt)",
    ),
    (r#"facts.key-fil = "tint""#, "J402 1:7 unknown key `key-fil` (did you mean `key-fill`?)"),
    (r#"table.head-fill = "tnt""#, "J405 1:19 no colour is called `tnt` (did you mean `tint`?)"),
    (
        r#"section.rule = { width = "1pt", place = "besides" }"#,
        "J403 1:41 `section.rule.place` cannot be \"besides\" (did you mean \"beside\"? / allowed: below, above, both, beside)",
    ),
    (
        r#"section.rule = { width = "1pt", raise = "10cm" }"#,
        "J403 1:41 `section.rule.raise` cannot be 10cm (allowed: -20pt to 100pt)",
    ),
    (
        "[regions.a]\ntakes = [\"rest\"]\nstyle.bdy.size = 2",
        "J405 3:7 no role is called `bdy` (did you mean `body`?)",
    ),
    (
        "[regions.a]\ntakes = [\"rest\"]\nstyle.body.size = 20",
        "J403 3:19 `regions.a.style.body.size` cannot be 20 (allowed: 0.5 to 8)",
    ),
    (
        r#"style.name.caps = "smal""#,
        "J403 1:19 `style.name.caps` cannot be \"smal\" (allowed: true, false, \"small\")",
    ),
    (
        "style.name.caps = 1",
        "J403 1:19 `style.name.caps` takes true, false or \"small\", not the number 1 ()",
    ),
    (r#"sections.order = ["wrok"]"#, "J405 1:19 no kind of section is called `wrok` (did you mean `work`?)"),
    (
        r#"entry.rows = ["{tags|sep=, }"]"#,
        "J404 1:27 `entry.rows`: an option is missing here (if a separator contains a comma, put it in quotes: sep=\", \")",
    ),
];

#[test]
fn too_many_rows_are_refused() {
    let rows = vec![r#""{name}""#; 10_000].join(", ");
    assert_eq!(
        load(&format!("header.rows = [{rows}]")).only(),
        "J403 1:15 an element with 10000 rows (allowed: up to 60)"
    );
}

#[test]
fn every_kind_of_mistake_is_told_with_place_and_cure() {
    let bundled: Vec<&str> = BUNDLED.iter().map(|layout| layout.name).collect();
    for (toml, expected) in MISTAKES {
        assert_eq!(load(toml).only(), expected.replace("BUNDLED", &bundled.join(", ")), "{toml}");
    }
}
