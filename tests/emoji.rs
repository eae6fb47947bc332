//! Emoji in whole résumés: every one of them, in every layout, drawn and read back.

use std::fmt::Write;

use jianli::diag::{Diagnostic, Severity, Sink, code};
use jianli::layout::BUNDLED;
use jianli::lines::MarkKind;
use jianli::{compile, pdf};

use crate::cli::TestFolder;
use crate::setup;

/// Compiles a text; returns the page text, or nothing if there are none, and what was found.
fn pages(text: &str, layout: &str) -> (Option<String>, Vec<Diagnostic>) {
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let source = setup::parse(text, &mut sink);
    let compiled = compile(&source, &setup::layout(layout, &fonts), &fonts, &mut sink);
    let document = compiled.map(|compiled| compiled.document);
    let printed = document.ok().map(|document| {
        assert!(pdf::write(&document, &fonts).is_ok());
        let marks = document.pages.iter().flat_map(|page| &page.marks);
        let runs = marks.filter_map(|mark| match &mark.kind {
            MarkKind::Glyphs(run) => Some(run.text.as_str()),
            _ => None,
        });
        runs.collect()
    });
    (printed, sink.into_sorted())
}

#[test]
fn every_emoji_is_drawn() {
    let mut text = "# 陈小满\n\n## 技能\n\n".to_owned();
    let mut all = Vec::new();
    for emoji in emojis::iter() {
        let tones: Vec<&str> = emoji
            .skin_tones()
            .map_or_else(|| vec![emoji.as_str()], |tones| tones.map(|e| e.as_str()).collect());
        all.extend(tones);
    }
    assert!(all.len() > 3_000);
    for row in all.chunks(20) {
        writeln!(text, "- {}", row.join(" ")).expect("a string");
    }
    for layout in ["classic", "serif"] {
        let (printed, found) = pages(&text, layout);
        let printed = printed.expect("pages");
        let faces = found.iter().filter(|found| found.code.id.starts_with("J50")).collect::<Vec<_>>();
        assert!(faces.is_empty(), "{layout}: {faces:#?}");
        for emoji in &all {
            assert!(printed.contains(emoji), "{layout}: {emoji}");
        }
    }
}

#[test]
fn emoji_stand_everywhere_in_every_layout() {
    let text = "# 陈小满 🎯\n\n后端工程师 🚀\n\n- 📞 电话：138-0000-0000\n- :email: chen@example.com\n\n\
        ## 💼 工作经历\n\n### 🏢 示例公司 | 工程师 👨\u{200d}💻 | 2014.07 – 至今\n\n- **🚀 性能**：38 ms ⚡ ✔\n- *🐍* :tada: \
        `:tada:`\n\n| 🛠\u{fe0f} 技能 | 水平 |\n|---|---|\n| 🦀 Rust | **🔥** |\n";
    for layout in BUNDLED {
        let (printed, found) = pages(text, layout.name);
        let told = found.iter().filter(|found| found.code.id.starts_with("J50")).collect::<Vec<_>>();
        assert!(told.is_empty(), "{}: {told:#?}", layout.name);
        let printed = printed.expect("pages");
        // Beside titles they are left out, before contacts icons take their places.
        for left_out in ["🎯", "📞", "💼", "🏢"] {
            assert!(!printed.contains(left_out), "{}: {left_out} in {printed}", layout.name);
        }
        for kept in ["👨\u{200d}💻", "⚡ ✔", "🐍", "🎉", ":tada:", "🦀", "🔥"] {
            assert_eq!(printed.matches(kept).count(), 1, "{}: {kept} in {printed}", layout.name);
        }
    }
}

#[test]
fn a_name_that_no_font_has_is_an_error_and_elsewhere_a_warning() {
    for name in ["محمد علي", "Анна עברית", "อารี", "Ⴀ Ⴁ", "ምሳሌ"] {
        let (printed, found) = pages(&format!("# {name}\n\n## 技能\n\nRust\n"), "classic");
        let glyphs: Vec<_> = found.iter().filter(|found| found.code == code::NO_GLYPH).collect();
        assert!(printed.is_none() && !glyphs.is_empty(), "{name}: {found:#?}");
        assert!(glyphs.iter().all(|found| found.severity == Severity::Error), "{name}: {glyphs:#?}");
        assert!(
            glyphs
                .iter()
                .all(|found| found.primary.is_some_and(|at| (2..2 + name.len()).contains(&at.range().start)))
        );
        let (printed, found) = pages(&format!("# 陈小满\n\n## 技能\n\n{name}\n"), "classic");
        assert!(printed.is_some_and(|printed| printed.contains(name)));
        let error = found.iter().any(|found| found.severity == Severity::Error);
        assert!(!error && found.iter().any(|found| found.code == code::NO_GLYPH), "{name}: {found:#?}");
    }
}

#[test]
fn a_name_is_checked_even_if_its_letters_were_told_of_before() {
    // The sidebar is set before the column with the name.
    let text = "# علي\n\n- Email: chen@example.com\n\n## Skills\n\nعلي\n\n## Experience\n\nعلي\n";
    for layout in BUNDLED {
        let (printed, found) = pages(text, layout.name);
        assert!(printed.is_none(), "{}: {found:#?}", layout.name);
    }
}

#[test]
fn contacts_have_to_be_legible_and_signs_and_titles_need_not() {
    let (printed, found) =
        pages("# Alex Sample\n\n- [עברית](mailto:alex@example.com)\n\n## Skills\n\nRust\n", "classic");
    assert!(printed.is_none(), "{found:#?}");
    for kept in ["# Alex ༼ Sample\n\n## Skills\n\nRust\n", "# Alex Sample\n\n## עברית\n\nRust\n"] {
        let (printed, found) = pages(kept, "classic");
        assert!(
            printed.is_some() && found.iter().any(|found| found.code == code::NO_GLYPH),
            "{kept}: {found:#?}"
        );
    }
}

#[test]
fn the_program_refuses_a_name_in_boxes() {
    let desk = TestFolder::new();
    desk.write("a.md", "# محمد علي\n\n## Skills\n\nRust\n");
    desk.run(&["-q", "a.md"]).ended(1, &["J501"]);
    assert_eq!(desk.files(), ["a.md"]);
}
