//! The faces of the page, by name: Latin letters in a Latin face, wide ones in that of their language.

use crate::layout::Layout;

/// The faces that systems have for Latin letters.
const SANS: &str = "\"Segoe UI\",\"Helvetica Neue\",Roboto,Arial,\"Noto Sans\",\"Liberation Sans\"";
const SERIF: &str = "Georgia,\"Times New Roman\",\"Noto Serif\",\"Liberation Serif\"";
const MONO: &str = "ui-monospace,\"SFMono-Regular\",Consolas";
/// The face of the marks that Chinese and Japanese set full width and the Latin faces have narrow: quotation marks,
/// dashes, dots.
const MARKS: &str = "wide-marks";

/// Returns the families of running text, and of everything in the language of the document.
pub fn body(layout: &Layout, lang: &str) -> String {
    let (narrow, wide_ones) = faces(layout);
    let theirs = if is_wide(lang) { format!("{},", wide(lang, is_serif(layout))) } else { String::new() };
    let marks = if has_wide_marks(lang) { format!("{MARKS},") } else { String::new() };
    format!("{marks}{narrow}{wide_ones}{theirs}{}", general(layout))
}

/// Returns the families of code.
pub fn mono(layout: &Layout) -> String {
    format!("{}{MONO},monospace", listed(&own(layout, 1)))
}

/// Returns the rules for marks, and for words of other languages.
pub fn rules(layout: &Layout, lang: &str) -> String {
    let mut out = String::new();
    let serif = is_serif(layout);
    if has_wide_marks(lang) {
        let local: Vec<String> = wide(lang, serif).split(',').map(|name| format!("local({name})")).collect();
        out.push_str(&format!(
            "@font-face{{font-family:{MARKS};src:{};unicode-range:U+2014-2015,U+2018-2019,U+201C-201D,U+2026}}\n",
            local.join(",")
        ));
        // No wide face: its apostrophe is as wide as a Han character.
        out.push_str(&format!("span:lang(en){{font-family:{}{}}}\n", faces(layout).0, general(layout)));
    }
    let general = general(layout);
    for other in ["zh", "ja", "ko"].into_iter().filter(|other| lang.split('-').next() != Some(other)) {
        out.push_str(&format!("span:lang({other}){{font-family:{},{general}}}\n", wide(other, serif)));
    }
    out
}

/// Returns the families for Latin letters, the layout's and those of systems, and the layout's for wide ones.
fn faces(layout: &Layout) -> (String, String) {
    let (wide_ones, narrow): (Vec<String>, Vec<String>) =
        own(layout, 0).into_iter().partition(|name| is_wide_face(name));
    let usual = if is_serif(layout) { SERIF } else { SANS };
    (format!("{}{usual},", listed(&narrow)), listed(&wide_ones))
}

fn general(layout: &Layout) -> &'static str {
    if is_serif(layout) { "serif" } else { "sans-serif" }
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("\"{name}\",")).collect()
}

/// Returns the families of a stack of the layout, without characters that could end a rule.
fn own(layout: &Layout, stack: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let all = layout.stacks.get(stack).map(|stack| stack.latin.iter().chain(&stack.body));
    for name in all.into_iter().flatten() {
        let name = name.replace(['"', '\\', '<', ';', '}'], "");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn is_serif(layout: &Layout) -> bool {
    let names = own(layout, 0);
    names.first().is_some_and(|name| name.contains("Serif") || name.contains("Song"))
}

/// Returns whether a face is one of wide letters, by its name.
fn is_wide_face(name: &str) -> bool {
    let regions = [" SC", " TC", " HK", " JP", " KR", " CN", " TW"];
    let words = ["CJK", "Han ", "Song", "Hei", "Kai", "Ming", "Mincho", "YaHei", "PingFang", "WenKai"];
    regions.iter().any(|end| name.ends_with(end))
        || words.iter().any(|word| name.contains(word))
        || !name.is_ascii()
}

fn is_wide(lang: &str) -> bool {
    ["zh", "ja", "ko"].iter().any(|wide| lang.split('-').next() == Some(wide))
}

fn has_wide_marks(lang: &str) -> bool {
    ["zh", "ja"].iter().any(|wide| lang.split('-').next() == Some(wide))
}

fn wide(lang: &str, serif: bool) -> &'static str {
    if serif { wide_serif(lang) } else { wide_sans(lang) }
}

fn wide_sans(lang: &str) -> &'static str {
    match (lang.split('-').next().unwrap_or_default(), lang.contains("Hant")) {
        ("zh", true) => "\"PingFang TC\",\"Microsoft JhengHei\",\"Noto Sans TC\",\"Noto Sans CJK TC\"",
        ("ja", _) => "\"Hiragino Sans\",\"Yu Gothic\",\"Noto Sans JP\",\"Noto Sans CJK JP\"",
        ("ko", _) => "\"Apple SD Gothic Neo\",\"Malgun Gothic\",\"Noto Sans KR\",\"Noto Sans CJK KR\"",
        _ => "\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans SC\",\"Noto Sans CJK SC\"",
    }
}

fn wide_serif(lang: &str) -> &'static str {
    match (lang.split('-').next().unwrap_or_default(), lang.contains("Hant")) {
        ("zh", true) => "\"Songti TC\",\"PMingLiU\",\"Noto Serif TC\",\"Noto Serif CJK TC\"",
        ("ja", _) => "\"Hiragino Mincho ProN\",\"Yu Mincho\",\"Noto Serif JP\",\"Noto Serif CJK JP\"",
        ("ko", _) => "\"AppleMyungjo\",\"Batang\",\"Noto Serif KR\",\"Noto Serif CJK KR\"",
        _ => "\"Songti SC\",\"SimSun\",\"Noto Serif SC\",\"Noto Serif CJK SC\"",
    }
}
