//! Résumés of other tools: nothing is lost on the way in, on the way out, and there and back.

use jianli::diag::{Files, Message, Sink};
use jianli::exchange::{self, Beside, Gaps, Kind, Tree};
use jianli::export::{self, Tags};
use jianli::model::{self, Resume};
use jianli::source;
use proptest::prelude::*;

use crate::cli::TestFolder;
use crate::pieces::resume;
use crate::setup;

const FILES: [&str; 5] = ["baker.json", "accountant.json", "odd.json", "miller.yaml", "gardener.yaml"];

fn understood(text: &str) -> Resume {
    let (mut files, mut sink) = (Files::closed(), Sink::default());
    let source = source::draft("a.md", text.as_bytes(), None, &mut files, &mut sink).unwrap();
    model::build(&source, &mut Sink::default()).unwrap()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(setup::path(&format!("tests/exchange/{name}"))).unwrap()
}

fn imported(text: &str) -> String {
    exchange::import(text, Kind::of(text).unwrap()).unwrap().markdown
}

fn exported(markdown: &str, kind: Kind) -> String {
    exchange::export(&understood(markdown), kind, Beside { source: Some(markdown), ..Beside::default() }).text
}

/// What is imported and exported is the same data again, unknown members, empty ones and all.
fn second_law(text: &str) -> Result<(), String> {
    let kind = Kind::of(text).unwrap();
    let markdown = imported(text);
    let back = exported(&markdown, kind);
    match exchange::equal(&back, text, kind) {
        true => Ok(()),
        false => Err(format!("{markdown}\n{back}")),
    }
}

#[test]
fn what_comes_in_goes_out_again() {
    for name in FILES {
        second_law(&fixture(name)).unwrap_or_else(|made| panic!("{name}: {made}"));
    }
    let yaml = "basics:\n  name: Ada Example\n  phone: '(555) 010-0143'\nwork:\n  - name: Sample Bakery\n    position: Baker\n    startDate: '2019-03'\n    foo: bar\n";
    assert_eq!(Kind::of(yaml), Some(Kind::JsonResume), "JSON Resume as YAML");
    second_law(yaml).unwrap();
    // Whatever else lies there, fetched by hand: nothing of it is committed.
    let corpus = std::env::var_os("JIANLI_EXCHANGE");
    for file in corpus.into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
        let text = std::fs::read_to_string(file.as_ref().unwrap().path()).unwrap();
        second_law(&text).unwrap_or_else(|made| panic!("{file:?}: {made}"));
    }
}

/// What is filled in is what YAMLResume's own program wants; what the résumé says comes back as it was.
#[test]
fn gaps_are_filled_and_do_not_come_back() {
    let beside = Beside { gaps: Gaps::Filled, ..Beside::default() };
    for file in setup::markdown_files("examples") {
        let text = std::fs::read_to_string(&file).unwrap();
        let resume = understood(&text);
        let made = exchange::export(&resume, Kind::YamlResume, beside);
        assert!(made.wanted.is_empty(), "{file:?}: {:?}", made.wanted);
        let back = understood(&imported(&made.text));
        assert_eq!(export::differences(&resume, &back), Vec::<String>::new(), "{file:?}");
    }
}

#[test]
fn what_is_filled_in_is_what_the_words_mean_or_shows_that_it_is_nothing() {
    let long = "Watered the roses. ".repeat(90);
    let text = format!(
        "# Bo Muster\n\n- Phone: +1 (555) 010-0142\n- Gitee: <https://gitee.com/bo-muster>\n\n## Work\n\n\
         ### Example Parks | Gardener | 2016 – 2018\n\n{long}\n\n### Sample Gardens\n\n- Mowed lawns\n\n\
         ## Education\n\n### Example School of Gardens | B.Sc. in Horticulture | 2012 – 2015\n\n\
         ## Languages\n\n- English (fluent)\n- Klingon (basic)\n\n## Skills\n\n- **Roses (精通):** grafting\n"
    );
    let beside = Beside { gaps: Gaps::Filled, ..Beside::default() };
    let made = exchange::export(&understood(&text), Kind::YamlResume, beside);
    let filled: Vec<String> = made.filled.iter().map(Message::to_string).collect();
    let expected = [
        "`phone` of Bo Muster: +1 555 010-0142",
        "without Gitee",
        "`area` of Example School of Gardens: B.Sc. in Horticulture",
        "`degree` of Example School of Gardens: Bachelor",
        "Example Parks in 2 parts",
        "`position` of Sample Gardens: N/A",
        "`startDate` of Sample Gardens: 1900",
        "`summary` of Sample Gardens: - Mowed lawns...",
        "`level` of Roses: Expert",
        "`fluency` of English: Full Professional Proficiency",
        "without Klingon",
    ];
    assert_eq!(filled, expected);
    let file = made.text.split("# x-jianli").next().unwrap();
    assert_eq!(file.matches("- name: Example Parks").count(), 2);
    assert_eq!(file.matches("Watered the").count(), 90, "cut between words, and nothing lost");
    assert!(
        !file.contains("gitee") && made.text.contains("gitee"),
        "what was left out is in the Markdown beside it"
    );
}

#[test]
fn what_goes_out_comes_in_again() {
    for file in setup::markdown_files("examples") {
        let resume = understood(&std::fs::read_to_string(&file).unwrap());
        for kind in Kind::ALL {
            let made = exchange::export(&resume, *kind, Beside::default()).text;
            let again = understood(&imported(&made));
            let differences = export::differences(&resume, &again);
            assert!(differences.is_empty(), "{}: {differences:?}", file.display());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_resume_comes_back_as_its_markdown_does(text in resume()) {
        let resume = understood(&text);
        let told = export::markdown(&resume, Tags::Dropped).differences;
        for kind in Kind::ALL {
            let made = exchange::export(&resume, *kind, Beside::default()).text;
            // A text that says nothing of a person is a résumé of no format.
            prop_assume!(Kind::of(&made).is_some());
            let differences = export::differences(&resume, &understood(&imported(&made)));
            prop_assert!(differences.len() <= told.len(), "{:?} {}", differences, made);
        }
    }

    #[test]
    fn unknown_members_survive_wherever_they_are(at in 0usize..64, which in 0usize..2, value in "[a-z*_#|: ]{0,8}") {
        let mut tree = Tree::of_json(&fixture(FILES[which])).unwrap();
        let mut count = at;
        put(&mut tree, &mut count, &value);
        if let Err(made) = second_law(&tree.json()) {
            prop_assert!(false, "{}", made);
        }
    }
}

/// Puts an unknown member into the so-manieth map of a tree.
fn put(tree: &mut Tree, count: &mut usize, value: &str) {
    match tree {
        Tree::Map(members) => {
            if *count == 0 {
                members.push(("x-unknown".to_owned(), Tree::Text(value.to_owned())));
            }
            *count = count.wrapping_sub(1);
            members.iter_mut().for_each(|(_, inner)| put(inner, count, value));
        }
        Tree::List(items) => items.iter_mut().for_each(|item| put(item, count, value)),
        _ => {}
    }
}

#[test]
fn an_edit_of_the_markdown_changes_that_alone() {
    let text = fixture("baker.json");
    let markdown = imported(&text);
    for (from, to) in [
        ("Cut waste by 40 %", "Cut waste by 50 %"),
        ("Head baker", "Master baker"),
        ("For rye.", "For wheat."),
    ] {
        let (front, body) = markdown.split_once("\n---\n").unwrap();
        assert!(body.matches(from).count() == 1 && !front.contains(from), "{from}: {markdown}");
        let back = exported(&format!("{front}\n---\n{}", body.replace(from, to)), Kind::JsonResume);
        assert!(exchange::equal(&back, &text.replace(from, to), Kind::JsonResume), "{from}: {back}");
    }
    // An entry that was put in front moves the others, and what came with them.
    let more = markdown.replace(
        "## Experience\n",
        "## Experience\n\n### New Ovens | Owner | Jan 2024 – Present\n\n- Opened\n",
    );
    let back = Tree::of_json(&exported(&more, Kind::JsonResume)).unwrap();
    let work = back.list("work");
    assert_eq!(work.len(), 4);
    assert_eq!((work[0].text("name"), work[1].text("startDate")), (Some("New Ovens"), Some("2019-03-01")));
    assert!(work[1].get("x-private").is_some() && work[0].get("x-private").is_none());
}

#[test]
fn an_edit_of_what_came_from_rendercv_changes_that_alone() {
    let text = fixture("miller.yaml");
    let markdown = imported(&text);
    for (from, to) in [
        ("Cut waste by 40%", "Cut waste by 50%"),
        ("Golden loaf", "Wooden loaf"),
        ("wood, gas", "wood"),
        ("Knows", "Loves"),
        ("Dough Letters", "Crust Letters"),
    ] {
        let (front, body) = markdown.split_once("\n---\n").unwrap();
        assert!(body.matches(from).count() == 1 && !front.contains(from), "{from}: {markdown}");
        let back = exported(&format!("{front}\n---\n{}", body.replace(from, to)), Kind::RenderCv);
        assert!(exchange::equal(&back, &text.replace(from, to), Kind::RenderCv), "{from}: {back}");
    }
    for line in [
        "# Alex Sample",
        "### Sample Ovens Ltd | Head baker | Testville | Mar 2019 – Present",
        "## Selected Honors",
        "- **Dough**: rye, wheat, spelt",
    ] {
        assert!(markdown.lines().any(|found| found == line), "{line}\n{markdown}");
    }
}

#[test]
fn what_yamlresume_wants_is_told() {
    let desk = TestFolder::new();
    desk.write("cv.md", "# Ada Example\n\n- a@example.com\n\n## Skills\n\n- Rust\n- Go (Expert)\n\n## Education\n\n### Example College | Baking | Bachelor | 2012 – 2014\n\n- Led a choir of forty voices\n");
    let said = desk.run(&["export", "cv.md", "--to", "yamlresume"]);
    assert!(
        said.status == Some(0) && said.err.contains("J823") && said.err.contains("`level` for Rust"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("of Go") && !said.err.contains("Example College"), "{}", said.err);
    let made = String::from_utf8(desk.read("cv.yaml")).unwrap();
    for line in ["      degree: Bachelor", "      level: Expert", "        - Led a choir of forty voices"] {
        assert!(made.lines().any(|found| found == line), "{line}\n{made}");
    }
    assert_eq!(Kind::of(&made), Some(Kind::YamlResume));
}

#[test]
fn markdown_reads_as_its_author_would_have_written_it() {
    let markdown = imported(&fixture("accountant.json"));
    for line in [
        "# 张三",
        "- 电话：138-0000-0000",
        "- 微信：zs\\_01",
        "## 工作经历",
        "### 示例科技有限公司 | 主管会计 | 2020.03 – 至今",
        "- 负责报销：每月 300 笔",
        "### 示例大学 | 会计学 | 本科 | 2014.09 – 2018.06",
        "- 软件（熟练）：Excel、金蝶",
        "- 英语：CET-6",
    ] {
        assert!(
            markdown.lines().any(|found| found == line || found == line.replace('\\', "")),
            "{line}\n{markdown}"
        );
    }
}

#[test]
fn what_was_exported_and_then_changed_by_hand_is_read_as_it_is_now() {
    let text = std::fs::read_to_string(setup::path("examples/english.md")).unwrap();
    let made = exchange::export(&understood(&text), Kind::JsonResume, Beside::default());
    let changed = exchange::import(&made.text.replacen("Amelia", "Emilia", 1), Kind::JsonResume).unwrap();
    assert!(changed.markdown.contains("# Emilia Hartwell"), "{}", changed.markdown);
    assert_eq!(changed.notes.len(), 1, "{:?}", changed.notes);
}

#[test]
fn the_command_line_imports_exports_and_says_what_a_file_is() {
    let desk = TestFolder::new();
    desk.write("resume.json", &fixture("baker.json"));
    let said = desk.run(&["resume.json", "-o", "x.pdf"]);
    assert!(
        said.status == Some(2) && said.err.contains("jianli import resume.json -o resume.md"),
        "{}",
        said.err
    );
    assert_eq!(desk.run(&["import", "resume.json"]).status, Some(0));
    let check = desk.run(&["check", "resume.md"]);
    assert!(check.status == Some(0) && !check.err.contains("warning"), "{}", check.err);
    assert_eq!(desk.run(&["import", "resume.json"]).status, Some(2));
    assert_eq!(desk.run(&["import", "resume.json", "--force"]).status, Some(0));
    let said = desk.run(&["export", "resume.md", "--to", "jsonresume", "-o", "back.json"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let back = String::from_utf8(desk.read("back.json")).unwrap();
    assert!(exchange::equal(&back, &fixture("baker.json"), Kind::JsonResume), "{back}");
    let over = desk.run(&["export", "resume.md", "--to", "jsonresume", "-o", "resume.md"]);
    assert_eq!(over.status, Some(2), "{}", over.err);
    desk.write("no.json", "{\"a\": 1}");
    assert!(desk.run(&["import", "no.json"]).err.contains("neither a PDF nor a résumé"));
}

#[test]
fn what_has_no_place_is_listed_and_comes_back() {
    let desk = TestFolder::new();
    desk.write(
        "cv.md",
        "# 张三\n\n- 邮箱：a@example.com\n- 性别：男\n\n## 技能\n\n- Rust\n- Go\n\n## 杂记\n\n养猫。\n",
    );
    let said = desk.run(&["export", "cv.md", "--to", "jsonresume"]);
    assert!(said.status == Some(0) && said.err.contains("J822") && said.err.contains("养猫"), "{}", said.err);
    assert_eq!(desk.run(&["import", "cv.json", "-o", "back.md"]).status, Some(0));
    let (one, two) = (desk.run(&["cv.md", "-o", "a.txt", "-q"]), desk.run(&["back.md", "-o", "b.txt", "-q"]));
    assert_eq!((one.status, two.status), (Some(0), Some(0)));
    assert_eq!(desk.read("a.txt"), desk.read("b.txt"));
}

#[test]
fn an_export_that_is_redacted_carries_nothing_of_the_import() {
    let desk = TestFolder::new();
    desk.write("resume.json", &fixture("baker.json"));
    assert_eq!(desk.run(&["import", "resume.json"]).status, Some(0));
    let said = desk.run(&[
        "export",
        "resume.md",
        "--to",
        "jsonresume",
        "--redact",
        "phone,location",
        "-o",
        "r.json",
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let made = String::from_utf8(desk.read("r.json")).unwrap();
    for gone in ["010-0142", "Sample Road", "x-private"] {
        assert!(!made.contains(gone), "{gone}: {made}");
    }
}

#[test]
fn a_pdf_gives_back_the_markdown_it_carries() {
    let desk = TestFolder::new();
    let text = "# Ada Example\n\n- a@example.com\n\n## Skills\n\n- Rust\n- Go\n";
    desk.write("cv.md", text);
    assert_eq!(desk.run(&["cv.md", "--attach", "-o", "old.pdf"]).status, Some(0));
    assert_eq!(desk.run(&["import", "old.pdf", "-o", "new.md"]).status, Some(0));
    assert_eq!(String::from_utf8(desk.read("new.md")).unwrap(), text);
    assert_eq!(desk.run(&["cv.md", "-o", "bare.pdf"]).status, Some(0));
    // One that carries none is read.
    assert_eq!(desk.run(&["import", "bare.pdf"]).status, Some(0));
    let read = String::from_utf8(desk.read("bare.md")).unwrap();
    assert!(read.contains("# Ada Example\n") && read.contains("## Skills\n\n- Rust\n- Go\n"), "{read}");
}

const PROFILE: &str = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n\
    Alex,Sample,,1 Sample Road,May 4,\"Baker, miller\",\"Bakes.\n\nMills.\",Food,70000,\"Testville, Texas\",[alexbakes],\"[PORTFOLIO:https://example.com/alex,BLOG:javascript:alert(1)]\",\n";
const POSITIONS: &str = "Finished On,Company Name,Title,Description,Location,Started On\r\n\
    ,Sample Ovens Ltd,Head baker,\"Leads the night shift.\n\u{2022} Cut waste by 40 %\n\u{2022} Taught six\",Testville,Mar 2019\r\n\
    Feb 2019,Example Mill,Miller,,,Jan 2016\r\n";

fn archive() -> Vec<(String, Vec<u8>)> {
    [
        ("Profile.csv", PROFILE),
        ("Positionen.csv", POSITIONS),
        ("Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On\nold@example.com,Yes,No,\nalex@example.com,Yes,Yes,\nno@example.com,No,Yes,\n"),
        ("PhoneNumbers.csv", "Extension,Number,Type\n,+49 30 901820,Mobile\n"),
        ("Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities\nExample College,2012,2014,,\"BSc, Baking\",Choir\n"),
        ("Skills.csv", "Name\nRye\nWheat\nRye\n"),
        ("Languages.csv", "Name,Proficiency\nGerman,NATIVE_OR_BILINGUAL\n"),
        ("Certifications.csv", "Name,Url,Authority,Started On,Finished On,License Number\nFood safety,https://safety.example.com,Example Office,M\u{e4}r 2020,,A1\n"),
        ("Honors.csv", "Title,Description,Issued On\nGolden loaf,For rye,Nov 2021\n"),
        ("Connections.csv", "First Name,Last Name,Headline\nNobody,Else,Stranger\n"),
        ("messages.csv", "Company Name,Title,Started On\nSecret Friends,Spy,2020\n"),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .to_vec()
}

#[test]
fn an_archive_of_linkedin_becomes_a_resume_and_says_nothing_of_others() {
    let markdown = exchange::linkedin_files(&archive()).unwrap().markdown;
    for line in [
        "# Alex Sample",
        "Baker, miller",
        "- Email: alex@example.com",
        "- Website: <https://example.com/alex>",
        "- X: [alexbakes](https://x.com/alexbakes)",
        "- Location: Testville, Texas",
        "### Sample Ovens Ltd | Head baker | Testville | Mar 2019 – Present",
        "- Cut waste by 40 %",
        "### Example Mill | Miller | Jan 2016 – Feb 2019",
        "### [Food safety](https://safety.example.com) | Example Office | Mar 2020",
        "- German: Native or bilingual",
        "- Wheat",
    ] {
        assert!(markdown.lines().any(|found| found == line), "{line}\n{markdown}");
    }
    for gone in ["Nobody", "Secret", "no@example.com", "javascript", "Sample Road", "May 4"] {
        assert!(!markdown.contains(gone), "{gone}\n{markdown}");
    }
    assert_eq!(markdown.matches("- Rye").count(), 1);
    assert!(
        exchange::linkedin_files(&archive()[10..]).is_err() && exchange::linkedin(b"PK\x03\x04no").is_err()
    );
}

#[test]
fn an_archive_is_read_packed_and_unpacked() {
    let desk = TestFolder::new();
    std::fs::create_dir(desk.path("archive")).unwrap();
    for (name, bytes) in archive() {
        std::fs::write(desk.path("archive").join(name), bytes).unwrap();
    }
    assert_eq!(desk.run(&["import", "archive", "-o", "cv.md"]).status, Some(0));
    let said = desk.run(&["check", "cv.md"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    std::fs::copy(setup::path("tests/exchange/linkedin.zip"), desk.path("Basic_LinkedInDataExport.zip"))
        .unwrap();
    assert_eq!(desk.run(&["import", "Basic_LinkedInDataExport.zip", "-o", "zip.md"]).status, Some(0));
    assert!(String::from_utf8(desk.read("zip.md")).unwrap().contains("# Alex Sample"));
    let said = desk.run(&["Basic_LinkedInDataExport.zip", "-o", "x.pdf"]);
    assert!(said.status == Some(2) && said.err.contains("jianli import"), "{}", said.err);
}
