//! Several results of one text.

use super::*;

/// A text with three views in two languages.
fn text_of(backend: &str, all: &str) -> String {
    format!(
        "---\nlanguages: [zh-Hans, en]\nviews:\n  a: {{ tags: [back] }}\n  b: {{ tags: [front] }}\n  c: {{ tags: [] }}\n---\n# 陈小满\n\n\
         - 邮箱：chen@example.com\n\n## 工作经历 <!-- en: Work -->\n\n- 后端 {backend} <!-- tags: back -->\n- 前端 <!-- tags: front -->\n\
         - 共同 {all}\n- 只有中文 <!-- lang: zh-Hans -->\n- English only <!-- lang: en -->\n"
    )
}

fn made(heard: &[String]) -> Vec<String> {
    let names =
        heard.iter().filter(|line| line.contains("% full")).filter_map(|line| line.split(".pdf").next());
    names.map(str::to_owned).collect()
}

#[test]
fn only_the_results_of_which_a_change_says_something_are_made_again() {
    let mut watching = Watching::begin(&["--all-views", "--all-langs"], &|folder| {
        fs::write(folder.join("cv.md"), text_of("N0000", "N0000")).unwrap();
    });
    let first = watching.hears("watching");
    let all = ["cv-a-zh-Hans", "cv-a-en", "cv-b-zh-Hans", "cv-b-en", "cv-c-zh-Hans", "cv-c-en"];
    assert_eq!(made(&first), all, "{first:?}");
    // A line of one view.
    watching.write("cv.md", text_of("N0001", "N0000"));
    assert_eq!(made(&watching.hears("are unchanged")), ["cv-a-zh-Hans", "cv-a-en"]);
    assert!(text(&watching.path("cv-a-en.pdf")).contains("N0001"));
    // A line of one language.
    let english = text_of("N0001", "N0000").replace("English only", "English alone");
    watching.write("cv.md", &english);
    let heard = watching.hears("are unchanged");
    assert_eq!(made(&heard), ["cv-a-en", "cv-b-en", "cv-c-en"], "{heard:?}");
    assert!(heard.last().unwrap().contains("3 of 6 results"));
    // What all of them say.
    watching.write("cv.md", english.replace("共同 N0000", "共同 N0002"));
    let heard = watching.hears("cv-c-en.pdf");
    assert_eq!(made(&heard), all, "{heard:?}");
    assert!(text(&watching.path("cv-b-zh-Hans.pdf")).contains("N0002"));
    // A comment that nobody sees.
    watching.write("cv.md", english.replace("共同 N0000", "共同 N0002") + "\n<!-- 备忘 -->\n<!-- TODO -->\n");
    // A result that somebody takes away comes again with the next save.
    fs::remove_file(watching.path("cv-b-en.pdf")).unwrap();
    watching.write("cv.md", english.replace("共同 N0000", "共同 N0003"));
    // They are made side by side: the last one named need not be the last one written.
    for name in ["cv-b-en.pdf", "cv-c-en.pdf"] {
        let path = watching.path(name);
        let deadline = Instant::now() + Duration::from_secs(30);
        while !(path.exists() && text(&path).contains("N0003")) {
            assert!(Instant::now() < deadline, "{name} says nothing new");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    // A view more.
    let more = english.replace("  c: {", "  d: { tags: [], pages: 1 }\n  c: {");
    watching.write("cv.md", more);
    watching.hears("cv-d-en.pdf");
    assert!(watching.path("cv-d-zh-Hans.pdf").exists());
    watching.ends();
}

/// A text with three views in two languages, whose files are called after what it says.
fn named(name: &str, headline: &str) -> String {
    format!(
        "---\nlanguages: [zh-Hans, en]\noutput: \"{{name}}-{{headline}}-{{lang}}\"\nviews:\n  a: {{ headline: {headline} }}\n  b: {{ headline: 乙 }}\n  \
         c: {{ headline: 丙 }}\n---\n# {name}\n\n- 邮箱：chen@example.com\n\n## 工作经历 <!-- en: Work -->\n\n- 共同\n"
    )
}

#[test]
fn a_change_of_the_front_matter_makes_those_results_of_which_it_says_something_and_names_all_anew() {
    let mut watching = Watching::begin(&["--all-views", "--all-langs"], &|folder| {
        fs::write(folder.join("cv.md"), named("陈小满", "甲")).unwrap();
    });
    let names = |name: &str, first: &str| -> Vec<String> {
        let of = |view| ["zh-Hans", "en"].map(|lang| format!("{name}-{view}-{lang}"));
        [of(first), of("乙"), of("丙")].concat()
    };
    assert_eq!(made(&watching.hears("watching")), names("陈小满", "甲"));
    watching.write("cv.md", named("陈小满", "丁"));
    let heard = watching.hears("are unchanged");
    assert_eq!(made(&heard), names("陈小满", "丁")[..2], "{heard:?}");
    assert!(heard.last().unwrap().starts_with("4 of 6 results"), "{heard:?}");
    // Another name: the files are called so as soon as they are planned anew, all of them.
    watching.write("cv.md", named("陈大满", "丁"));
    watching.hears("陈小满-丙-en.pdf");
    watching.write("cv.md", named("陈大满", "戊"));
    let heard = watching.hears("陈大满-丙-en.pdf");
    assert_eq!(made(&heard), names("陈大满", "戊"), "{heard:?}");
    watching.ends();
}
