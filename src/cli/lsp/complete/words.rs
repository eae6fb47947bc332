//! The words of completions, in the language of the text.

/// The keys of the front matter, with their purposes.
pub const FRONT_KEYS: &[(&str, &str)] = &[
    ("layout", "The layout: a bundled one, or a file that ends in `.toml`."),
    ("lang", "The language: `zh-Hans`, `en`, `ja` …"),
    ("pages", "Fit the text to this many pages, and fill them."),
    ("name", "The name, if the text has none."),
    ("headline", "The line under the name."),
    ("photo", "A picture of the person, in this folder or below."),
    ("contacts", "Ways to reach the person, as `key: value` lines."),
    ("title", "The title of the PDF."),
    ("set", "Layout keys to override."),
    ("allow", "Findings to silence: `[J302]`."),
    ("views", "What each application gets to see."),
    ("languages", "The languages that the text is written in: `[zh-Hans, en]`."),
    ("tags", "Names for groups of tags."),
    ("vars", "Values for `<!-- var: NAME -->`."),
    ("redact", "What to leave out: `[phone, photo]`."),
    ("output", "The name of the output file: `{name}-{headline}`."),
];

/// The keys of a view.
pub const VIEW_KEYS: &[&str] = &[
    "tags", "hide", "first", "headline", "title", "layout", "lang", "pages", "set", "vars", "redact",
    "output",
];

/// The directives, each as it is written, with its effect.
pub const DIRECTIVES: &[(&str, &str)] = &[
    ("pagebreak", "Start a new page here."),
    ("keep", "Keep the next block on one page."),
    ("skip", "Leave out the next block; before a heading, everything under it."),
    ("section: NAME", "The kind of the next section: `projects`, `work` …"),
    ("parts: NAME", "The parts of the next line: `organization, role, place`."),
    ("tags: NAME", "Who the next block, or this line, is for: views and `--tags` select by it."),
    ("only: NAME", "Who everything up to `<!-- /only -->` is for."),
    ("/only", "The end of `only`."),
    ("var: NAME", "Text that a view may replace: `<!-- var: company -->your company<!-- /var -->`."),
    ("/var", "The end of `var`."),
    ("lang: NAME", "The language from here on."),
    ("/lang", "The end of `lang`."),
    ("columns: NAME", "Set the next list in this many columns."),
    ("include: NAME", "Insert another file here."),
    ("jianli: allow NAME", "Do not report a code for the next block; above the first block, for the file."),
    ("jianli: off", "Infer nothing from what follows, up to `<!-- jianli: on -->`."),
];

/// The languages, as tags.
pub const LANGS: &[&str] = &["zh-Hans", "zh-Hant", "en", "ja", "ko", "de", "fr", "es", "pt", "it"];

/// The facts that can be left out.
pub const REDACT: &[&str] = &[
    "name", "phone", "email", "im", "location", "website", "profiles", "photo", "birth", "age", "gender",
    "blind",
];

/// Returns titles of sections in a language.
pub fn titles(lang: &str) -> impl Iterator<Item = &'static str> {
    let titles = match lang.get(..2) {
        Some("zh") if lang.contains("Hant") => {
            "個人簡介 工作經歷 專案經歷 教育背景 專業技能 獲獎經歷 證照 語言能力"
        }
        Some("zh") => "个人简介 工作经历 项目经历 教育背景 专业技能 获奖经历 证书 语言能力 自我评价",
        Some("ja") => "職務要約 職務経歴 プロジェクト 学歴 スキル 資格 自己PR",
        Some("ko") => "자기소개 경력 프로젝트 학력 기술 자격증 수상",
        _ => {
            "Summary|Experience|Projects|Education|Skills|Awards|Certificates|Publications|Languages|Volunteering"
        }
    };
    titles.split(if titles.contains('|') { '|' } else { ' ' })
}

/// Returns keys of contacts and facts in a language.
pub fn contacts(lang: &str) -> impl Iterator<Item = &'static str> {
    let keys = match lang.get(..2) {
        Some("zh") if lang.contains("Hant") => "電話 信箱 所在地 網站 GitHub LINE 應徵職務 出生年月",
        Some("zh") => "电话 邮箱 所在地 网站 GitHub 微信 求职意向 出生年月 学历",
        Some("ja") => "電話 メール 住所 サイト GitHub 希望職種 生年月日",
        Some("ko") => "전화 이메일 주소 웹사이트 GitHub 희망직무 생년월일",
        _ => "Phone Email Location Website GitHub LinkedIn Title",
    };
    keys.split(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Speech;

    #[test]
    fn what_a_word_is_for_is_told_in_every_language() {
        for speech in Speech::all().filter(|speech| *speech != Speech::ENGLISH) {
            for (word, doc) in FRONT_KEYS.iter().chain(DIRECTIVES) {
                assert!(speech.word(doc).is_some(), "{speech:?}: {word}");
            }
        }
    }
}
