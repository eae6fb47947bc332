//! An advertisement as lines, each with its weight.

use serde_json::Value;

/// The place in an advertisement where something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// In the description of the company and its offer.
    About,
    /// Among the preferred qualifications.
    Preferred,
    /// Among the duties.
    Duty,
    /// Among the requirements.
    Required,
    /// In the title of the post.
    Title,
}

impl Weight {
    /// All of them, the weightiest first.
    pub const ALL: [Weight; 5] =
        [Weight::Title, Weight::Required, Weight::Duty, Weight::Preferred, Weight::About];

    /// Returns its name in English: `required`.
    pub fn name(self) -> &'static str {
        match self {
            Weight::Title => "title",
            Weight::Required => "required",
            Weight::Duty => "duty",
            Weight::Preferred => "preferred",
            Weight::About => "about",
        }
    }

    /// Returns its points for the comparison of views.
    pub(super) fn points(self) -> usize {
        match self {
            Weight::Title => 6,
            Weight::Required => 4,
            Weight::Duty => 3,
            Weight::Preferred => 2,
            Weight::About => 0,
        }
    }
}

/// A job advertisement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ad {
    /// The title of the post, if given.
    pub title: String,
    /// Its lines.
    pub(super) lines: Vec<(Weight, String)>,
}

/// The words of headings, and the weights of the lines under them.
const HEADINGS: [(Weight, &[&str]); 4] = [
    (
        Weight::Preferred,
        &[
            "加分项",
            "加分",
            "优先",
            "优先考虑",
            "優先",
            "nice to have",
            "nice-to-have",
            "preferred",
            "bonus",
            "pluses",
            "good to have",
            "desirable",
            "wünschenswert",
            "von vorteil",
            "歓迎",
            "우대",
        ],
    ),
    (
        Weight::Required,
        &[
            "任职要求",
            "岗位要求",
            "职位要求",
            "任职资格",
            "任职条件",
            "应聘要求",
            "招聘要求",
            "能力要求",
            "技能要求",
            "资格要求",
            "我们希望你",
            "希望你",
            "要求",
            "職位要求",
            "應徵條件",
            "条件",
            "requirements",
            "required",
            "qualifications",
            "what you bring",
            "what you'll bring",
            "what you need",
            "who you are",
            "about you",
            "must have",
            "must-have",
            "you have",
            "your profile",
            "skills",
            "what we're looking for",
            "what we are looking for",
            "anforderungen",
            "ihr profil",
            "dein profil",
            "応募資格",
            "応募条件",
            "必須",
            "求める",
            "자격요건",
            "자격 요건",
            "필수",
        ],
    ),
    (
        Weight::Duty,
        &[
            "岗位职责",
            "工作职责",
            "职位描述",
            "岗位描述",
            "工作内容",
            "主要职责",
            "职责",
            "你将",
            "職責",
            "工作內容",
            "responsibilities",
            "what you'll do",
            "what you will do",
            "the role",
            "your role",
            "the job",
            "job description",
            "duties",
            "you will",
            "aufgaben",
            "仕事内容",
            "業務内容",
            "職務内容",
            "주요업무",
            "담당업무",
            "업무",
        ],
    ),
    (
        Weight::About,
        &[
            "公司介绍",
            "公司简介",
            "关于我们",
            "关于公司",
            "团队介绍",
            "福利",
            "薪资",
            "薪酬福利",
            "我们提供",
            "工作地点",
            "联系方式",
            "公司福利",
            "about us",
            "who we are",
            "about the company",
            "about the team",
            "benefits",
            "perks",
            "what we offer",
            "we offer",
            "compensation",
            "salary",
            "location",
            "equal opportunity",
            "how to apply",
            "wir bieten",
            "über uns",
            "会社概要",
            "福利厚生",
            "待遇",
            "회사소개",
            "복지",
            "복리후생",
        ],
    ),
];

/// Words that mark any line as a preferred qualification.
const WELCOME: [&str; 12] = [
    "优先",
    "優先",
    "加分",
    "更佳",
    "is a plus",
    "a plus",
    "nice to have",
    "preferred",
    "bonus",
    "von vorteil",
    "尚可",
    "歓迎",
];

/// The longest line that is a heading, in characters.
const HEADING: usize = 32;

impl Ad {
    /// Reads an advertisement: plain text, or a job in the JSON of JSON Resume's job schema.
    pub fn read(text: &str) -> Ad {
        let json = text.trim_start().starts_with('{').then(|| serde_json::from_str(text).ok()).flatten();
        json.as_ref().map_or_else(|| Ad::of_text(text), Ad::of_json)
    }

    fn of_text(text: &str) -> Ad {
        let mut ad = Ad::default();
        let mut weight = None;
        let mut lines = text.lines().map(bare).filter(|line| !line.is_empty()).peekable();
        if let Some(first) = lines.next_if(|line| is_title(line)) {
            let keys = ["职位名称", "招聘职位", "职位", "岗位名称", "岗位", "job title", "position", "title"];
            let named = keys.iter().find_map(|key| strip(first, key)).unwrap_or(first);
            ad.title = named.to_owned();
            ad.lines.push((Weight::Title, named.to_owned()));
        }
        for line in lines {
            if let Some((of, rest)) = heading(line) {
                weight = Some(of);
                if !rest.is_empty() {
                    ad.add(of, rest);
                }
                continue;
            }
            // The text before any heading is about the company; without any heading everything is required.
            ad.add(weight.unwrap_or(Weight::About), line);
        }
        if weight.is_none() {
            let about = ad.lines.iter_mut().filter(|line| line.0 == Weight::About);
            about.for_each(|line| line.0 = Weight::Required);
        }
        ad
    }

    fn of_json(job: &Value) -> Ad {
        let mut ad = Ad::default();
        for (key, weight) in [
            ("title", Weight::Title),
            ("qualifications", Weight::Required),
            ("skills", Weight::Required),
            ("experience", Weight::Required),
            ("responsibilities", Weight::Duty),
            ("description", Weight::Duty),
            ("company", Weight::About),
        ] {
            let mut texts = Vec::new();
            gather(job.get(key).unwrap_or(&Value::Null), &mut texts);
            if key == "title" {
                ad.title = texts.first().cloned().unwrap_or_default();
            }
            texts.iter().flat_map(|text| text.lines()).for_each(|line| ad.add(weight, line));
        }
        ad
    }

    /// Adds a line, sentence by sentence: `Strong SQL; Java is a plus` asks for one and welcomes the other.
    fn add(&mut self, weight: Weight, line: &str) {
        for sentence in line.split_inclusive(['；', ';', '。']) {
            let folded = sentence.to_lowercase();
            let welcome = weight > Weight::Preferred
                && weight < Weight::Title
                && WELCOME.iter().any(|word| folded.contains(word));
            self.lines.push((if welcome { Weight::Preferred } else { weight }, sentence.trim().to_owned()));
        }
    }
}

/// Collects the texts of a JSON value. The depth is that of the value, which its reader bounds.
fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Object(members) => members.values().for_each(|value| gather(value, texts)),
        _ => {}
    }
}

/// Returns a line without the markers that Markdown or a list puts before it.
fn bare(line: &str) -> &str {
    let line =
        line.trim().trim_start_matches(['#', '-', '*', '•', '·', '●', '◆', '■', '【', '>', '✅']).trim();
    line.trim_matches('*').trim_end_matches('】').trim()
}

fn is_title(line: &str) -> bool {
    line.chars().count() <= 60
        && !line.ends_with(['。', '.', '；', ';', '!', '！'])
        && heading(line).is_none()
}

/// Returns the text after a key and a colon.
fn strip<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let start = line.get(..key.len()).filter(|start| start.eq_ignore_ascii_case(key))?;
    let rest = line[start.len()..].trim_start();
    rest.strip_prefix(['：', ':']).map(str::trim)
}

/// Returns the weight of a heading, and the text after it on its line.
fn heading(line: &str) -> Option<(Weight, &str)> {
    let folded = line.to_lowercase().replace('’', "'");
    for (weight, words) in HEADINGS {
        for word in words {
            if let Some(rest) = strip(line, word) {
                return Some((weight, rest));
            }
            let name = folded.trim_end_matches(['：', ':', '】', '?', '？']).trim();
            let numbered = name
                .trim_start_matches(|c: char| c.is_numeric() || matches!(c, '一'..='十' | '、' | '.' | ' '));
            let alone = [name, numbered].contains(word);
            // `Minimum qualifications`, `Your responsibilities:`
            let ends = name.ends_with(word)
                && word.is_ascii()
                && line.chars().count() <= HEADING
                && name.split(' ').count() <= word.split(' ').count() + 2
                && !line.ends_with('.');
            let colon =
                line.ends_with(['：', ':']) && line.chars().count() <= HEADING && folded.contains(word);
            if alone || ends || colon {
                return Some((weight, ""));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(text: &str) -> String {
        let ad = Ad::read(text);
        ad.lines
            .iter()
            .map(|(weight, line)| format!("{}:{line}", weight.name()))
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn lines_weigh_what_their_headings_say() {
        assert_eq!(
            weights(
                "后端工程师\n示例科技是一家公司。\n岗位职责：\n1、写代码\n任职要求：\n- 熟悉 Go\n- 有 Kafka 经验者优先\n福利：\n零食"
            ),
            "title:后端工程师 | about:示例科技是一家公司。 | duty:1、写代码 | required:熟悉 Go | preferred:有 Kafka 经验者优先 | about:零食"
        );
        assert_eq!(
            weights(
                "# Backend Engineer\n\nWe are a company.\n\n## What you’ll do\n* Write code\n\n## Minimum qualifications\n- Go\n- Rust is a plus\n\nNice to have\n- Kafka"
            ),
            "title:Backend Engineer | about:We are a company. | duty:Write code | required:Go | preferred:Rust is a plus | preferred:Kafka"
        );
        assert_eq!(weights("要求：会 Go。"), "required:会 Go。");
        assert_eq!(
            weights("会 Go 的人，来。\n还要会 Rust。"),
            "required:会 Go 的人，来。 | required:还要会 Rust。"
        );
    }

    #[test]
    fn a_job_in_json_is_read_by_its_keys() {
        let job = r#"{"title":"Engineer","company":"Example","qualifications":["Go","Kafka preferred"],"skills":[{"name":"Data","keywords":["SQL"]}]}"#;
        let ad = Ad::read(job);
        assert_eq!(ad.title, "Engineer");
        assert_eq!(
            weights(job),
            "title:Engineer | required:Go | preferred:Kafka preferred | required:SQL | required:Data | about:Example"
        );
    }
}
