//! Letters: what stands where, in each form, and who signs them.

use jianli::geom::Pt;
use jianli::lines::MarkKind;
use jianli::model::{Form, LetterPart};
use jianli::pages::Document;
use jianli::session::{Options, Request, Session, understand};

use crate::cli::TestFolder;
use crate::setup;

const SENDER: &str = "---\nviews:\n  fe: { headline: 前端工程师 }\n---\n# 林墨\n\n后端工程师\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n- 现居：杭州\n\n\
    ![](photo.png)\n\n## 工作经历\n\n### 示例科技 | 工程师 | 2020.03 – 至今\n\n- 写代码\n";

const LETTER: &str = "---\nkind: letter\nsender: cv.md\nsubject: 应聘{post}\ndate: 2026-11-28\nenclosures: [简历]\nvars: { post: 后端工程师 }\n\
    views:\n  fe: { vars: { post: 前端工程师, company: 示例阅读 } }\n---\n\n尊敬的李经理：\n\n您好！听说<!-- var: company -->贵公司<!-- /var -->正在招人。\n\n此致\n敬礼！\n";

fn example(name: &str) -> Request {
    Request::read(&setup::path(&format!("examples/letters/{name}.md"))).unwrap()
}

const EXAMPLES: [(&str, Form); 6] = [
    ("chinese", Form::Chinese),
    ("american", Form::American),
    ("british", Form::British),
    ("german", Form::German),
    ("japanese", Form::Japanese),
    ("korean", Form::Korean),
];

/// The lines of the first page from top to bottom: the left edge, the baseline and the right edge in millimetres, and the text.
fn lines(document: &Document) -> Vec<(f64, f64, f64, String)> {
    let mm = |length: Pt| length.to_f64() * 25.4 / 72.0;
    let mut lines: Vec<(f64, f64, f64, String)> = Vec::new();
    let mut runs: Vec<_> = document.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match &mark.kind {
            MarkKind::Glyphs(run) => {
                Some((mm(mark.at.y), mm(mark.at.x), mm(mark.at.x + run.width()), run.text.clone()))
            }
            _ => None,
        })
        .collect();
    runs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    for (y, left, right, text) in runs {
        match lines.last_mut() {
            Some((_, last, end, words)) if (*last - y).abs() < 0.5 => {
                *end = end.max(right);
                words.push_str(&text);
            }
            _ => lines.push((left, y, right, text)),
        }
    }
    lines
}

fn set(request: &Request) -> Document {
    let outcome = Session::new().unwrap().set(request);
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    outcome.result.unwrap()
}

#[test]
fn every_example_is_a_letter_of_one_page_that_reads_back_in_every_layout() {
    let mut session = Session::new().unwrap();
    for (name, form) in EXAMPLES {
        let said = understand(&example(name)).result.unwrap().resume;
        assert_eq!(said.letter.as_ref().map(|letter| letter.form), Some(form), "{name}");
        for layout in jianli::layout::BUNDLED {
            let mut options = Options::default();
            (options.layout, options.strict) = (Some(layout.name.to_owned()), true);
            let outcome = session.check(&example(name).with_options(options));
            let codes: Vec<&str> = outcome.findings.iter().map(|finding| finding.code.id).collect();
            assert!(
                outcome.result.as_ref().is_ok_and(|checked| checked.pages == 1),
                "{name} in {}: {codes:?}",
                layout.name
            );
        }
    }
}

#[test]
fn the_parts_of_each_form_stand_in_its_order() {
    use LetterPart::*;
    let order = |name: &str| -> Vec<LetterPart> {
        let resume = understand(&example(name)).result.unwrap().resume;
        let letter = resume.letter.unwrap();
        let mut parts: Vec<LetterPart> =
            resume.sections[0].blocks.iter().map(|block| letter.part(block)).collect();
        parts.dedup();
        parts
    };
    assert_eq!(order("chinese"), [Subject, Salutation, Body, Closing, Wish, Name, Date, Enclosures]);
    assert_eq!(order("american"), [Date, Recipient, Salutation, Body, Closing, Name, Enclosures]);
    assert_eq!(order("british"), [Date, Recipient, Salutation, Subject, Body, Closing, Name, Enclosures]);
    assert_eq!(order("german"), [Recipient, Date, Subject, Salutation, Body, Closing, Name, Enclosures]);
    assert_eq!(order("japanese"), [Date, Recipient, Subject, Body, End, Note, Body, End]);
    assert_eq!(order("korean"), [Recipient, Subject, Body, Date, Name, Enclosures]);
}

#[test]
fn the_address_of_a_german_letter_is_in_the_window() {
    for layout in ["classic", "compact", "serif", "minimal", "banking", "tech", "timeline", "awesome"] {
        let mut options = Options::default();
        (options.layout, options.set) = (Some(layout.to_owned()), vec!["page.size=\"A4\"".to_owned()]);
        let outcome = Session::new().unwrap().set(&example("german").with_options(options));
        assert!(
            outcome.findings.iter().all(|finding| finding.code.id != "J707"),
            "{layout}: {:?}",
            outcome.findings
        );
        let lines = lines(&outcome.result.unwrap());
        let at = |words: &str| {
            lines
                .iter()
                .find(|line| line.3.contains(words))
                .unwrap_or_else(|| panic!("{layout}: {words}: {lines:?}"))
        };
        // DIN 5008, form B: the field begins at 45 mm and 20 mm, the address 17.7 mm further down and 5 mm inside, and has
        // 27.3 mm.
        let (first, last) = (at("Beispiel Verlag GmbH"), at("20095 Hamburg"));
        assert!((first.0 - 25.0).abs() < 0.5, "{layout}: {first:?}");
        assert!((62.7..69.0).contains(&first.1), "{layout}: {first:?}");
        assert!(last.1 < 90.0 && last.2 < 105.0, "{layout}: {last:?}");
        let back = lines.iter().find(|line| line.3.contains("Kim Muster · ")).unwrap();
        assert!((45.0..63.0).contains(&back.1) && (back.0 - 25.0).abs() < 0.5, "{layout}: {back:?}");
        assert!(at("28. November").1 > 98.0, "{layout}");
    }
}

#[test]
fn form_a_has_its_window_higher_and_its_own_folds() {
    let mm = |length: Pt| length.to_f64() * 25.4 / 72.0;
    for (window, folds) in [("27mm", [87.0, 148.5, 192.0]), ("45mm", [105.0, 148.5, 210.0])] {
        let mut options = Options::default();
        options.layout = Some("classic".to_owned());
        options.set = vec![format!("letter.window=\"{window}\""), "letter.fold-marks=true".to_owned()];
        let outcome = Session::new().unwrap().set(&example("german").with_options(options));
        assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
        let document = outcome.result.unwrap();
        let field: f64 = window.trim_end_matches("mm").parse().unwrap();
        let lines = lines(&document);
        let address = lines.iter().find(|line| line.3.contains("Beispiel Verlag GmbH")).unwrap();
        assert!((field + 17.7..field + 24.0).contains(&address.1), "{window}: {address:?}");
        let mut marks: Vec<f64> = document.pages[0]
            .marks
            .iter()
            .filter(|mark| mm(mark.at.x) < 10.0 && mark.tag.is_none())
            .map(|mark| mm(mark.at.y))
            .collect();
        marks.sort_by(f64::total_cmp);
        assert!(
            marks.len() == 3 && marks.iter().zip(folds).all(|(at, fold)| (at - fold).abs() < 0.1),
            "{marks:?}"
        );
    }
    for (name, _) in EXAMPLES.into_iter().filter(|(name, _)| *name != "german") {
        let mut options = Options::default();
        options.set = vec!["letter.fold-marks=true".to_owned()];
        let document = set(&example(name).with_options(options));
        assert!(document.pages[0].marks.iter().all(|mark| mm(mark.at.x) >= 10.0), "{name}");
    }
}

#[test]
fn the_date_stands_where_the_layout_says() {
    let date = |set: &[&str]| {
        let mut options = Options::default();
        options.set = set.iter().map(|&set| set.to_owned()).collect();
        let lines = lines(&self::set(&example("german").with_options(options)));
        lines.into_iter().find(|line| line.3.contains("28. November")).unwrap()
    };
    let (usual, start) = (date(&[]), date(&["letter.date=\"start\""]));
    assert!(usual.2 > 180.0 && (start.0 - 25.0).abs() < 0.5, "{usual:?} {start:?}");
}

#[test]
fn an_address_that_no_window_shows_is_told() {
    let mut options = Options::default();
    options.layout = Some("sidebar".to_owned());
    let outcome = Session::new().unwrap().set(&example("german").with_options(options));
    assert!(outcome.findings.iter().any(|finding| finding.code.id == "J707"), "{:?}", outcome.findings);
}

#[test]
fn chinese_paragraphs_are_moved_in_and_the_signature_stands_at_the_right() {
    let document = set(&example("chinese"));
    let lines = lines(&document);
    let at = |words: &str| {
        lines.iter().find(|line| line.3.starts_with(words)).unwrap_or_else(|| panic!("{words}: {lines:?}"))
    };
    let two = 2.0 * 12.0 * 25.4 / 72.0;
    let left = at("尊敬的李经理").0;
    for (words, moved) in [("您好", two), ("此致", two), ("敬礼", 0.0), ("过目", 0.0)] {
        assert!((at(words).0 - left - moved).abs() < 0.6, "{words}: {:?}", at(words));
    }
    let edge = 210.0 - left;
    assert!((at("2026").2 - edge).abs() < 0.6 && at("2026").0 > 105.0, "{:?}", at("2026"));
    let title = at("应聘后端工程师");
    assert!((title.0 + title.2 - 210.0).abs() < 1.0, "{title:?}");
}

#[test]
fn who_writes_and_what_about_is_taken_from_the_resume_and_the_view() {
    let request = |view: Option<&str>| {
        let mut options = Options::default();
        options.view = view.map(str::to_owned);
        Request::new("letter.md", LETTER).with_file("cv.md", SENDER).with_options(options)
    };
    let text =
        |view| lines(&set(&request(view))).into_iter().map(|line| line.3).collect::<Vec<_>>().join("\n");
    let plain = text(None);
    for words in [
        "林墨",
        "后端工程师",
        "138-0000-0000",
        "应聘后端工程师",
        "贵公司正在招人",
        "2026年11月28日",
        "附件：简历",
    ] {
        assert!(plain.contains(words), "{words}: {plain}");
    }
    assert_eq!(plain.matches("林墨").count(), 2, "at the top and as the signature: {plain}");
    assert!(!plain.contains("写代码"), "{plain}");
    let view = text(Some("fe"));
    for words in ["应聘前端工程师", "示例阅读正在招人", "\n前端工程师\n"] {
        assert!(view.contains(words), "{words}: {view}");
    }
    assert!(!view.contains("后端"), "{view}");
}

#[test]
fn a_letter_by_itself_has_its_sender_in_its_front_matter() {
    let text = "---\nkind: letter\nname: Ada Sample\nemail: ada@example.com\nlang: en-GB\nsignature: sign.png\n---\n\nDear Sir or Madam,\n\n\
        I write.\n\nYours faithfully,\n\nAda Sample\n";
    let photo = std::fs::read(setup::path("examples/photo.png")).unwrap();
    let request = Request::new("letter.md", text).with_file("sign.png", photo);
    let resume = understand(&request).result.unwrap().resume;
    let letter = resume.letter.as_ref().unwrap();
    let parts: Vec<LetterPart> = resume.sections[0].blocks.iter().map(|block| letter.part(block)).collect();
    use LetterPart::*;
    assert_eq!(parts, [Salutation, Body, Closing, Signature, Name]);
    let document = set(&request);
    assert!(document.pages[0].marks.iter().any(|mark| matches!(mark.kind, MarkKind::Image(_))));
    assert_eq!(document.meta.author, "Ada Sample");
}

#[test]
fn a_sender_that_cannot_be_read_is_an_error_at_its_place() {
    for (sender, why) in
        [("none.md", "no such file"), ("../cv.md", "outside"), ("cv.md\nx: y", "no such file")]
    {
        let text = LETTER.replace("cv.md", sender);
        let outcome = Session::new().unwrap().set(&Request::new("letter.md", text));
        let found: Vec<_> = outcome.findings.iter().filter(|finding| finding.code.id == "J128").collect();
        assert!(
            outcome.result.is_err() && found.len() == 1 && found[0].primary.is_some(),
            "{sender}: {:?}",
            outcome.findings
        );
        assert!(why == "outside" || found[0].message.contains(why), "{}", found[0].message);
    }
}

#[test]
fn letters_are_made_by_view_as_text_and_without_what_is_redacted() {
    let desk = TestFolder::new();
    desk.write("cv.md", SENDER);
    desk.write("letter.md", LETTER);
    std::fs::copy(setup::path("examples/photo.png"), desk.path("photo.png")).unwrap();
    desk.run(&["letter.md", "--all-views", "-o", "out/"]).ended(0, &["letter.pdf"]);
    desk.run(&["letter.md", "--view", "fe", "--attach", "-o", "fe.pdf"]).ended(0, &[]);
    let carried = String::from_utf8(desk.run(&["extract", "fe.pdf", "-o", "-"]).out).unwrap();
    assert!(carried.contains("subject: \"应聘前端工程师\"") && !carried.contains("views"), "{carried}");
    desk.run(&["letter.md", "--view", "*", "-o", "out/"]).ended(0, &["letter.pdf"]);
    let said = desk.run(&["letter.md", "-o", "-", "--format", "txt"]);
    let text = String::from_utf8(said.out).unwrap();
    let order =
        ["林墨", "应聘后端工程师", "尊敬的李经理：", "此致", "敬礼！", "2026年11月28日", "附件：简历"];
    let places: Vec<usize> =
        order.iter().map(|words| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"))).collect();
    assert!(places.is_sorted(), "{text}");
    desk.run(&["letter.md", "--redact", "phone,name", "-o", "r.txt"]).ended(0, &[]);
    let text = String::from_utf8(desk.read("r.txt")).unwrap();
    assert!(!text.contains("138") && !text.contains("林墨") && text.contains("候选人"), "{text}");
    desk.run(&["letter.md", "--redact", "phone,name", "-o", "r.pdf"]).ended(0, &["r.pdf"]);
}

#[test]
fn what_only_a_letter_has_stays_what_it_is_elsewhere() {
    let text = "---\ndate: 2026-11-28\nsubject: x\n---\n# 林墨\n\n- lin@example.com\n";
    let resume = understand(&Request::new("cv.md", text)).result.unwrap().resume;
    assert!(resume.letter.is_none() && resume.sections.is_empty());
}

#[test]
fn a_letter_that_does_not_say_so_is_told() {
    let told = |text: &str| {
        let outcome = understand(&Request::new("letter.md", text));
        outcome.findings.iter().any(|finding| finding.code.id == "J129")
    };
    assert!(told("# 求职信\n\n尊敬的李经理：\n\n您好！\n"));
    assert!(told("# Cover Letter\n\nDear Ms. Example,\n\nI write.\n"));
    assert!(!told("---\nkind: letter\n---\n# 求职信\n\n尊敬的李经理：\n"));
    assert!(!told("# 林墨\n\n- lin@example.com\n"));
    assert!(!told("# Cover Letter\n\n## Experience\n\n- Wrote\n"));
}
