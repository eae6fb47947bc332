//! Files written for Resumx, as its guide documents them: the same selection comes of them.

use jianli::model;
use jianli::session::{Options, Outcome, Request, Understood, understand};

use crate::cli::TestFolder;

const TAGS: &str = "---\ntags:\n  fullstack: [frontend, backend]\n  lead: { extends: [backend/node, leadership], pages: 1 }\nvars:\n  tagline: Builder of ovens\n---\n# Ada Example\n\n\
    ada@example.com\n\n{{ tagline }}\n\n## Experience\n\n### Example Works | Baker | 2020 – 2022\n\n- Common line\n- Interface {.@frontend}\n- Service {.@backend}\n\
    - Queues {.@backend/node}\n- Modules {.@backend/jvm}\n- Both {.@frontend .@backend}\n- Whole {.@fullstack}\n- Team {.@leadership}\n\n\
    ::: {.@frontend}\n\nPainted every tile.\n\n:::\n";

const LANGUAGES: &str = "# Ada Example\n\nada@example.com\n\n## [Experience]{lang=en} [Expérience]{lang=fr}\n\n### Example Works\n\n- [Cut the wait by 60%]{lang=en}\n  [Attente réduite de 60%]{lang=fr}\n\
    - Flour, salt\n- Only here {lang=en}\n- Ici seulement {lang=fr .@night}\n\n::: {lang=fr}\n- Moyenne : 3.82\n:::\n";

fn asked(text: &str, tags: Option<&str>, lang: &str, view: Option<&str>) -> Outcome<Understood> {
    let mut options = Options::default();
    options.tags = tags.map(|tag| vec![tag.to_owned()]);
    options.lang = (!lang.is_empty()).then(|| lang.to_owned());
    options.view = view.map(str::to_owned);
    understand(&Request::new("cv.md", text).with_options(options))
}

fn printed(outcome: &Outcome<Understood>) -> String {
    let understood = outcome.result.as_ref().unwrap_or_else(|_| panic!("{:?}", outcome.findings));
    model::texts(&understood.resume).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("|")
}

#[test]
fn tags_select_what_resumx_documents() {
    let lines = [
        "Common line",
        "Interface",
        "Service",
        "Queues",
        "Modules",
        "Both",
        "Whole",
        "Team",
        "Painted every tile.",
    ];
    for (tag, want) in [
        ("frontend", "Common line, Interface, Both, Painted every tile."),
        ("backend", "Common line, Service, Queues, Modules, Both"),
        ("backend/node", "Common line, Service, Queues, Both"),
        ("fullstack", "Common line, Interface, Service, Queues, Modules, Both, Whole, Painted every tile."),
        ("lead", "Common line, Service, Queues, Both, Team"),
    ] {
        let text = printed(&asked(TAGS, Some(tag), "", None));
        let seen: Vec<&str> = lines.into_iter().filter(|line| text.contains(line)).collect();
        assert_eq!(seen.join(", "), want, "{tag}: {text}");
        assert!(text.contains("Builder of ovens") && !text.contains('{') && !text.contains(":::"), "{text}");
    }
    // A tag with settings is a view.
    let outcome = asked(TAGS, None, "", Some("lead"));
    assert_eq!(printed(&outcome), printed(&asked(TAGS, Some("lead"), "", None)));
    assert_eq!(outcome.result.unwrap().source.front.pages.map(|(pages, _)| pages), Some(1));
    let unknown = asked(TAGS, Some("fronted"), "", None);
    assert!(
        unknown.result.is_err()
            && unknown.findings.iter().any(|found| found.hints.concat().contains("`frontend`"))
    );
}

#[test]
fn each_language_is_what_resumx_documents() {
    let of =
        |lang| printed(&asked(LANGUAGES, None, lang, None)).split_once("example.com|").unwrap().1.to_owned();
    assert_eq!(of("en"), "Experience|Example Works|Cut the wait by 60%|Flour, salt|Only here");
    assert_eq!(
        of("fr"),
        "Expérience|Example Works|Attente réduite de 60%|Flour, salt|Ici seulement|Moyenne : 3.82"
    );
    assert_eq!(of(""), of("en"));
}

#[test]
fn each_reading_is_listed_and_one_note_says_so() {
    let outcome = asked(TAGS, None, "", None);
    assert_eq!(
        outcome.findings.iter().filter(|found| found.code.id == "J106").count(),
        1,
        "{:?}",
        outcome.findings
    );
    let understood = outcome.result.as_ref().unwrap();
    let explained = model::explain(&understood.resume, &understood.source, &outcome.files);
    let readings: Vec<&str> = explained.lines().filter(|line| line.contains("  reading ")).collect();
    assert_eq!(readings.len(), 10, "{explained}");
    assert!(
        readings[0].contains("12  reading") && readings[0].contains("read as <!-- var: tagline -->"),
        "{explained}"
    );
    assert!(
        readings[1].contains("{.@frontend}") && readings[1].contains("read as <!-- tags: frontend -->"),
        "{explained}"
    );
    let desk = TestFolder::new();
    desk.write("cv.md", LANGUAGES);
    desk.run(&["cv.md", "--all-langs"])
        .ended_long(0, &["J106", "cv-en.pdf", "cv-fr.pdf", "2 résumés: 2 built"]);
}
