//! The one door: what a session builds from memory is what the program builds from the disk, and every way
//! in reports the same findings.

use std::fs;

use jianli::diag::{CompileError, Diagnostic};
use jianli::session::{Format, Options, Outcome, Request, Session, understand};

use crate::setup;

/// A layout that hides a section, which has to be said whatever is asked for.
const HIDING: &str = "extends = \"classic\"\n[sections]\nhide = [\"skills\"]\n";

const TEXT: &str = "---\nlayout: hiding.toml\n---\n\n# Ada Example\n\nada@example.com\n\n## Skills\n\n- Rust\n\n\
    ## Experience\n\n### Example Works | Engineer\n*2019 – 2021*\n\n- Built the engine.\n";

fn codes<T>(outcome: &Outcome<T>) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding: &Diagnostic| finding.code.id).collect()
}

fn hiding() -> Request {
    Request::new("ada.md", TEXT).with_file("hiding.toml", HIDING)
}

fn with(request: Request, change: impl FnOnce(&mut Options)) -> Request {
    let mut options = request.options.clone();
    change(&mut options);
    request.with_options(options)
}

#[test]
fn a_pdf_from_memory_is_the_programs_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    for example in ["photo.md", "english.md"] {
        let path = setup::path("examples").join(example);
        let out = folder.path().join("out.pdf");
        let run = setup::command(env!("CARGO_BIN_EXE_jianli"))
            .env_remove("SOURCE_DATE_EPOCH")
            .arg(&path)
            .arg("-o")
            .arg(&out)
            .status()
            .unwrap();
        assert!(run.success());

        let mut request = Request::new(example, fs::read(&path).unwrap());
        for entry in fs::read_dir(setup::path("examples")).unwrap() {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|ending| ending == "jpg" || ending == "png") {
                request = request.with_file(entry.file_name(), fs::read(entry.path()).unwrap());
            }
        }
        let built = Session::new().unwrap().build(&request).result.unwrap();
        assert!(built.artefacts[0].bytes == fs::read(&out).unwrap(), "{example}");
    }
}

#[test]
fn a_closed_request_reads_nothing_from_the_disk() {
    let mut session = Session::new().unwrap();
    let text = "# Ada Example\n\n![me](Cargo.toml)\n\n![me](examples/photo.png)\n\nada@example.com\n";
    let outcome = session.build(&Request::new("ada.md", text));
    assert_eq!(codes(&outcome).iter().filter(|code| **code == "J108").count(), 2, "{:?}", outcome.findings);
    assert!(
        outcome.findings.iter().flat_map(|finding| &finding.hints).all(|hint| !hint.contains("did you mean"))
    );
    assert!(outcome.result.is_ok());

    let layout = with(Request::new("ada.md", "# Ada Example\n\nada@example.com\n"), |options| {
        options.layout = Some("examples/harbour.toml".to_owned());
    });
    assert!(matches!(session.build(&layout).result, Err(CompileError::Machine(_))));
}

#[test]
fn every_way_in_reports_what_a_build_reports() {
    let mut session = Session::new().unwrap();
    let plain = codes(&session.build(&hiding()));
    assert!(plain.contains(&"J407"), "{plain:?}");
    let fitted = session.build(&with(hiding(), |options| options.pages = Some(1)));
    assert_eq!(codes(&fitted), plain);
    let drawn = session.build(&with(hiding(), |options| options.formats = vec![Format::Svg]));
    assert_eq!(codes(&drawn), plain);
    let mut lasting = Session::lasting(&[]).unwrap();
    for _ in 0..2 {
        assert_eq!(codes(&lasting.build(&hiding())), plain);
    }
    let checked = codes(&session.check(&hiding()));
    assert!(plain.iter().all(|code| checked.contains(code)), "{checked:?}");
}

#[test]
fn what_the_author_silenced_is_no_finding_and_strict_makes_errors() {
    let mut session = Session::new().unwrap();
    let silenced = TEXT.replace("layout:", "allow: J407\nlayout:");
    let request = Request::new("ada.md", silenced).with_file("hiding.toml", HIDING);
    assert!(!codes(&session.build(&request)).contains(&"J407"));

    let warned = Request::new("ada.md", "# Ada Example\n\nada@example.com\n\n![me](no.png)\n");
    assert!(session.build(&warned).result.is_ok());
    let strict = session.build(&with(warned, |options| options.strict = true));
    assert!(matches!(strict.result, Err(CompileError::Document)) && strict.has_errors());
}

#[test]
fn a_résumé_is_understood_without_a_font() {
    let outcome = understand(&hiding());
    let resume = outcome.result.unwrap().resume;
    assert_eq!(resume.header.name.unwrap().text(), "Ada Example");
    assert_eq!(resume.sections.len(), 2);
}

#[test]
fn what_the_paper_is_called_heads_the_page_in_every_layout_where_nobody_is_named() {
    let mut session = Session::new().unwrap();
    for layout in jianli::layout::BUNDLED {
        let request = with(Request::new("cv.md", "# Curriculum Vitae\n\n## Skills\n\n- Rust\n"), |options| {
            options.layout = Some(layout.name.to_owned());
        });
        let document = session.set(&request).result.unwrap();
        let text: String = crate::language::runs(&document).map(|(_, run)| run.text.as_str()).collect();
        let at = |words: &str| {
            text.to_lowercase().find(words).unwrap_or_else(|| panic!("{}: {text}", layout.name))
        };
        assert!(at("vitae") < at("rust"), "{}: {text}", layout.name);
        let found = codes(&session.check(&request));
        assert!(found.iter().all(|code| !code.starts_with("J80")), "{}: {found:?}", layout.name);
    }
}
