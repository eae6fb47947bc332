//! PDFs read back into Markdown: ours say what their sources say, by tags and by places alone; those of other makers are
//! usable; damaged ones do no harm.

use std::collections::BTreeMap;

use jianli::diag::{Files, Sink};
use jianli::layout::BUNDLED;
use jianli::model::{self, Block, BlockKind, Resume};
use jianli::readback;
use jianli::reflow::{self, Order};
use jianli::source::{self, Source};
use jianli::{compile, pdf};
use lopdf::{Dictionary, Object, Stream, dictionary};
use proptest::prelude::*;

use crate::setup;

fn understood(text: &str) -> Resume {
    let (mut files, mut sink) = (Files::closed(), Sink::default());
    let source = source::draft("a.md", text.as_bytes(), None, &mut files, &mut sink).unwrap();
    model::build(&source, &mut Sink::default()).unwrap()
}

/// What of a résumé has to come back, each with how often: marks and blanks aside.
fn said(resume: &Resume) -> BTreeMap<(&'static str, String), usize> {
    let mut said = BTreeMap::new();
    let mut add = |what: &'static str, text: &str| {
        let letters: String =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if !letters.is_empty() {
            *said.entry((what, letters)).or_insert(0) += 1;
        }
    };
    resume.header.name.iter().for_each(|name| add("name", &name.text()));
    resume.header.contacts.iter().for_each(|contact| add("contact", &contact.value.text()));
    for section in &resume.sections {
        add("title", &section.title.text());
        blocks(&section.blocks, &mut add);
    }
    said
}

fn blocks(all: &[Block], add: &mut impl FnMut(&'static str, &str)) {
    for block in all {
        match &block.kind {
            BlockKind::Entry(entry) => {
                entry.parts.iter().for_each(|part| add("part", &part.text.text()));
                entry.dates.iter().for_each(|dates| add("date", &dates.raw.text()));
                blocks(&entry.body, add);
            }
            BlockKind::List(list) => {
                for item in &list.items {
                    if let Some(BlockKind::Paragraph(lines)) = item.blocks.first().map(|block| &block.kind) {
                        let text = |line: &model::TextLine| {
                            line.label.iter().map(|label| label.text.text().into_owned()).collect::<String>()
                                + &line.body.text()
                        };
                        add("bullet", &lines.iter().map(text).collect::<String>());
                    }
                    blocks(&item.blocks, add);
                }
            }
            BlockKind::Quote(inner) => blocks(inner, add),
            _ => {}
        }
    }
}

/// What of a source does not come back from a file: how much there is, and what is missing.
fn lost(source: &Resume, markdown: &str) -> (usize, Vec<String>) {
    let (wanted, found) = (said(source), said(&understood(markdown)));
    let missing = wanted.iter().filter_map(|(key, count)| {
        let less = count.saturating_sub(found.get(key).copied().unwrap_or(0));
        (less > 0).then(|| format!("{} {}", key.0, key.1))
    });
    (wanted.values().sum(), missing.collect())
}

/// Returns the dates of each entry, by the letters of its parts, whatever their order.
fn dates(resume: &Resume) -> BTreeMap<String, Vec<String>> {
    fn collect(all: &[Block], dates: &mut BTreeMap<String, Vec<String>>) {
        for block in all {
            let BlockKind::Entry(entry) = &block.kind else { continue };
            let text: String = entry.parts.iter().map(|part| part.text.text()).collect();
            let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            letters.sort_unstable();
            let raw = entry.dates.as_ref().map(|dates| dates.raw.text().replace(' ', ""));
            dates.entry(letters.into_iter().collect()).or_default().push(raw.unwrap_or_default());
            collect(&entry.body, dates);
        }
    }
    let mut found = BTreeMap::new();
    resume.sections.iter().for_each(|section| collect(&section.blocks, &mut found));
    found.values_mut().for_each(|dates| dates.sort());
    found
}

/// Returns the entries that come back with other dates than theirs.
fn misdated(source: &Resume, markdown: &str) -> Vec<String> {
    let (wanted, found) = (dates(source), dates(&understood(markdown)));
    let wrong = found.iter().filter(|(entry, dates)| wanted.get(*entry).is_some_and(|own| own != *dates));
    wrong.map(|(entry, dates)| format!("{entry}: {dates:?}")).collect()
}

fn examples() -> Vec<(String, Source)> {
    let open = |file: std::path::PathBuf| {
        let source = setup::open(&file, &mut Files::default(), &mut Sink::default());
        (file.file_stem().unwrap().to_string_lossy().into_owned(), source)
    };
    let folders = ["examples", "examples/languages"];
    folders.into_iter().flat_map(setup::markdown_files).map(open).collect()
}

/// The layouts that differ most: one column, two, titles and dates in the margin. All of them with `JIANLI_REFLOW=1`.
const LAYOUTS: [&str; 7] =
    ["classic", "two-column", "sidebar", "timeline", "academic", "europass", "rirekisho"];

/// Returns the share of what is lost by the tags and by the places, in per mille, with a list of it, and the entries
/// that have other dates than theirs by the tags.
fn law() -> ([usize; 2], String, Vec<String>) {
    let fonts = setup::fonts();
    let examples = examples();
    let (mut all, mut missing, mut told, mut wrong) = (0, [0, 0], String::new(), Vec::new());
    let every = std::env::var_os("JIANLI_REFLOW").is_some();
    for bundled in BUNDLED.iter().filter(|bundled| every || LAYOUTS.contains(&bundled.name)) {
        let layout = setup::layout(bundled.name, &fonts);
        for (name, source) in &examples {
            let resume = model::build(source, &mut Sink::default()).unwrap();
            let document = compile(source, &layout, &fonts, &mut Sink::default()).unwrap().document;
            let reading = readback::read(&pdf::write(&document, &fonts).unwrap()).unwrap();
            for (missing, order) in missing.iter_mut().zip([Order::Tags, Order::Places]) {
                let imported = reflow::markdown(&reading, order).unwrap();
                let (count, gone) = lost(&resume, &imported.markdown);
                if order == Order::Tags {
                    all += count;
                    let dates = misdated(&resume, &imported.markdown);
                    wrong.extend(dates.into_iter().map(|entry| format!("{} {name}: {entry}", bundled.name)));
                }
                *missing += gone.len();
                told += &format!("{} {name} {order:?}: {} of {count}: {gone:?}\n", bundled.name, gone.len());
            }
        }
    }
    (missing.map(|missing| missing * 1000 / all), told, wrong)
}

#[test]
fn what_our_pages_say_comes_back_by_tags_and_by_places_alone() {
    let ([tags, places], told, wrong) = law();
    assert!(wrong.is_empty(), "dates of others: {wrong:#?}");
    assert!(tags <= 25 && places <= 60, "{tags} ‰ by tags, {places} ‰ by places\n{told}");
}

/// Returns what comes back of a source that is set in a layout.
fn returned(text: &str, layout: &str) -> String {
    let fonts = setup::fonts();
    let source = setup::parse(text, &mut Sink::default());
    let document =
        compile(&source, &setup::layout(layout, &fonts), &fonts, &mut Sink::default()).unwrap().document;
    import(&pdf::write(&document, &fonts).unwrap()).0
}

#[test]
fn numbers_written_by_hand_and_rows_of_tags_come_back_as_they_were() {
    let text = "# 陈麦\n\n- mai@example.com\n\n## 经历\n\n### 样例烘焙 | 2019.03 – 2023.05\n\n*面包师* | 海边\n\n\
                `Rye` `Sourdough` `Stone oven`\n\n主要工作：\n(1)每天烤九百个面包。\n(2)带了四名学徒。\n\n## 教育\n\n\
                ### 样例学校 | 2015.09 – 2018.06\n";
    for layout in ["classic", "sidebar", "serif"] {
        let markdown = returned(text, layout);
        for line in [
            "### 样例烘焙 | 面包师 | 海边 | 2019.03 – 2023.05\n",
            "\n`Rye` `Sourdough` `Stone oven`\n",
            "\n(1)每天烤九百个面包。\n(2)带了四名学徒。\n",
        ] {
            assert!(markdown.contains(line), "{layout}: {line}\n{markdown}");
        }
    }
}

#[test]
fn contacts_and_facts_that_are_broken_over_lines_are_one_each() {
    let text = "# 陈麦\n\n- 邮箱：mai.of.the.long.name@bakery.example.com\n- https://github.com/mai_of_the_long_example_name\n\
                - 学历：海边烘焙学院学士(2008-09 ~ 2012-07)/样例大学硕士(2012-09 ~ 2015-07)\n\n## 经历\n\n### 样例烘焙 | 2019 – 2023\n\n\
                - 每天烤面包。\n\n## 教育\n\n### 样例学校 | 2015 – 2018\n";
    let markdown = returned(text, "sidebar");
    for line in [
        "mai.of.the.long.name@bakery.example.com\n",
        "https://github.com/mai_of_the_long_example_name>\n",
        "学历：海边烘焙学院学士(2008-09 ~ 2012-07)/样例大学硕士(2012-09 ~ 2015-07)\n",
    ] {
        assert!(markdown.contains(line), "{line}\n{markdown}");
    }
}

#[test]
fn employer_and_post_on_one_line_are_parts() {
    let text = "# Odile Brandt\n\n- odile@example.com\n\n## Experience\n\n### Sample Ovens | Baker | 2019 – 2023\n\n\
                - Baked.\n\n### Example Mills | Miller | 2015 – 2018\n\n- Milled.\n";
    let markdown = returned(text, "rirekisho");
    assert!(markdown.contains("### Sample Ovens | Baker | 2019 – 2023\n"), "{markdown}");
    let markdown = returned(text, "tech");
    assert!(markdown.contains("### Baker | Sample Ovens | 2019 – 2023\n"), "{markdown}");
}

/// Returns a PDF as a simple program writes it: one of the standard fonts, no tags, no map to Unicode.
fn plain(content: &str, more: impl FnOnce(&mut lopdf::Document, lopdf::ObjectId)) -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.4");
    let pages = file.new_object_id();
    let font = |name: &str| {
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding" }
    };
    let resources = dictionary! {
        "Font" => dictionary! { "F" => font("Helvetica"), "B" => font("Helvetica-Bold") },
    };
    let content = file.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => [0.into(), 0.into(), 595.into(), 842.into()].to_vec(),
    });
    let kids = vec![Object::Reference(page)];
    file.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    more(&mut file, page);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// Returns the operators that show lines of text: font, size, place, words.
fn shown(lines: &[(&str, f64, [f64; 2], &str)]) -> String {
    let one = |(font, size, [x, y], words): &(&str, f64, [f64; 2], &str)| {
        format!("BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n")
    };
    lines.iter().map(one).collect()
}

fn import(bytes: &[u8]) -> (String, Vec<String>) {
    let imported = reflow::import(bytes).unwrap();
    (imported.markdown, imported.notes.iter().map(ToString::to_string).collect())
}

#[test]
fn a_page_without_tags_is_read_by_its_looks() {
    let content = shown(&[
        ("B", 22.0, [50.0, 780.0], "Odile Brandt"),
        ("F", 10.0, [50.0, 760.0], "odile@example.com | +1 555 010 0199 | Example Town"),
        ("B", 13.0, [50.0, 730.0], "Experience"),
        ("B", 10.0, [50.0, 712.0], "Sample Ovens Ltd"),
        ("F", 10.0, [480.0, 712.0], "2019 \\226 2023"),
        ("F", 10.0, [50.0, 699.0], "Baker"),
        ("F", 10.0, [60.0, 686.0], "\\225"),
        (
            "F",
            10.0,
            [72.0, 686.0],
            "Baked nine hundred loaves a day for three shops and two markets, none of them late, and wrote",
        ),
        ("F", 10.0, [72.0, 673.0], "down how."),
        ("F", 10.0, [60.0, 660.0], "\\225"),
        ("F", 10.0, [72.0, 660.0], "Trained four apprentices."),
        ("B", 13.0, [50.0, 630.0], "Education"),
        ("B", 10.0, [50.0, 612.0], "Example College"),
        ("F", 10.0, [480.0, 612.0], "2015 \\226 2018"),
        ("F", 8.0, [290.0, 20.0], "1 / 1"),
    ]);
    let (markdown, notes) = import(&plain(&content, |_, _| {}));
    assert_eq!(
        markdown,
        "# Odile Brandt\n\n- odile@example.com\n- +1 555 010 0199\n- Example Town\n\n## Experience\n\n\
         ### Sample Ovens Ltd | Baker | 2019 – 2023\n\n\
         - Baked nine hundred loaves a day for three shops and two markets, none of them late, and wrote down how.\n\
         - Trained four apprentices.\n\n## Education\n\n### Example College | 2015 – 2018\n"
    );
    assert!(notes.is_empty(), "{notes:?}");
}

#[test]
fn columns_are_read_one_behind_the_other_and_told() {
    let left = ["Skills", "Bread", "Cakes", "Ovens", "Languages", "English", "Norsk"];
    let right = [
        "Experience",
        "Baked for many years in a town by the sea,",
        "and liked it there.",
        "Education",
        "A school of baking",
    ];
    let mut lines = vec![("B", 22.0, [220.0, 780.0], "Odile Brandt")];
    let bold = |words: &str| {
        words.chars().next().is_some() && ["Skills", "Languages", "Experience", "Education"].contains(&words)
    };
    let place = |(at, words): (usize, &'static str), x: f64, leading: f64| {
        let (font, size) = if bold(words) { ("B", 12.0) } else { ("F", 10.0) };
        (font, size, [x, 740.0 - leading * at as f64], words)
    };
    lines.extend(left.into_iter().enumerate().map(|line| place(line, 50.0, 17.0)));
    lines.extend(right.into_iter().enumerate().map(|line| place(line, 220.0, 14.5)));
    let (markdown, notes) = import(&plain(&shown(&lines), |_, _| {}));
    let order = [
        "# Odile",
        "## Experience",
        "Baked for many",
        "## Education",
        "## Skills",
        "Cakes",
        "## Languages",
        "Norsk",
    ];
    let places = order.map(|words| markdown.find(words).unwrap_or_else(|| panic!("{words}: {markdown}")));
    assert!(places.is_sorted(), "{markdown}");
    assert!(notes[0].contains("columns") && notes[0].contains("page 1"), "{notes:?}");
}

#[test]
fn what_cannot_be_read_is_told() {
    let image = |file: &mut lopdf::Document, page: lopdf::ObjectId| {
        let dict = dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1 };
        let image = file.add_object(Stream::new(dict, vec![0]));
        let resources = file.get_dictionary_mut(page).unwrap().get_mut(b"Resources").unwrap();
        resources.as_dict_mut().unwrap().set("XObject", dictionary! { "I" => image });
    };
    let scan = plain("q 500 0 0 800 40 20 cm /I Do Q\n", image);
    assert!(reflow::import(&scan).unwrap_err().to_string().contains("OCR"));
    assert!(reflow::import(&plain("", |_, _| {})).unwrap_err().to_string().contains("no text"));
    assert!(reflow::import(b"%PDF-1.7\n").is_err());
    // A subset without a map: its codes are its own.
    let coded = |file: &mut lopdf::Document, page: lopdf::ObjectId| {
        let program = file.add_object(Stream::new(Dictionary::new(), Vec::new()));
        let font = dictionary! {
            "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "ABCDEF+Sample",
            "FontDescriptor" => dictionary! { "Type" => "FontDescriptor", "FontFile2" => program, "Flags" => 4 },
        };
        let resources = file.get_dictionary_mut(page).unwrap().get_mut(b"Resources").unwrap();
        resources.as_dict_mut().unwrap().get_mut(b"Font").unwrap().as_dict_mut().unwrap().set("S", font);
    };
    let mixed = shown(&[("F", 10.0, [50.0, 700.0], "Some words to read"), ("S", 10.0, [50.0, 600.0], "abc")]);
    let (markdown, notes) = import(&plain(&mixed, coded));
    assert!(markdown.contains("Some words to read") && !markdown.contains("abc"), "{markdown}");
    assert!(notes.iter().any(|note| note.starts_with("3 glyphs left out")), "{notes:?}");
}

#[test]
fn what_is_encrypted_is_refused() {
    let locked = plain(&shown(&[("F", 10.0, [50.0, 700.0], "Words")]), |file, _| {
        file.trailer.set("Encrypt", dictionary! { "Filter" => "Standard", "V" => 1, "R" => 2, "P" => -4 });
    });
    assert!(reflow::import(&locked).is_err());
}

thread_local! {
    static SOUND: Vec<u8> = {
        let fonts = setup::fonts();
        let source = setup::parse("# 张三\n\n- a@example.com\n\n## 技能\n\n- **Rust**：*好*\n\n| a | b |\n|--|--|\n| c | d |\n", &mut Sink::default());
        let layout = setup::layout("sidebar", &fonts);
        let document = compile(&source, &layout, &fonts, &mut Sink::default()).unwrap().document;
        // Streams in the clear, so that damage reaches what is in them.
        let mut file = lopdf::Document::load_mem(&pdf::write(&document, &fonts).unwrap()).unwrap();
        file.decompress();
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        bytes
    };
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn no_damage_makes_it_panic(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let mut bytes = SOUND.with(Clone::clone);
        for (place, byte) in places {
            *place.get_mut(&mut bytes) = byte;
        }
        if let Ok(reading) = readback::read(&bytes) {
            for order in [Order::Tags, Order::Places] {
                let _ = reflow::markdown(&reading, order);
            }
        }
    }

    #[test]
    fn no_content_makes_it_panic(
        parts in prop::collection::vec(
            (-2e3..2e3_f64, -2e3..2e3_f64, prop::sample::select(vec![0.0, 1e-9, 1.0, 9.0, 11.0, 30.0, -8.0, 1e7]), "[ -~]{0,12}"),
            0..120,
        ),
    ) {
        let mut content = String::new();
        for (x, y, size, words) in parts {
            let words = words.replace(['\\', '(', ')'], "|");
            content += &format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET {x} {y} 3 3 re f\n");
        }
        let _ = reflow::import(&plain(&content, |_, _| {}));
    }
}
