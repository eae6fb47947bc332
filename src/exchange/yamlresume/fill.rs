//! What YAMLResume requires, put into a file that does not have it, so that its own program accepts the file.
//!
//! Where the words of the résumé tell (a degree, how well somebody speaks a language), they decide; else there stands
//! what shows that nothing was said: `N/A`, the year 1900. What has no place in a closed list is left out. Each change
//! is reported, since each of them is for the author to look at.

use super::schema::{self, Member, Rule};
use super::wanted::{first_words, present};
use crate::diag::{Message, message};
use crate::exchange::tree::Tree;

/// What stands for words that the résumé does not have.
const NONE: &str = "N/A";
/// What stands for a date that it does not have: nobody takes it for true.
const NO_DATE: &str = "1900";

/// Makes a file one that YAMLResume accepts; returns what was changed, in the order of the schema.
pub fn fill(file: &mut Tree) -> Vec<Message> {
    let mut out = Vec::new();
    let Some(content) = file.get_mut("content") else { return out };
    let mut basics = content.get("basics").cloned().unwrap_or_else(|| Tree::Map(Vec::new()));
    record(&mut basics, schema::BASICS, &mut out);
    content.set("basics", basics);
    if let Some(mut location) = content.get("location").cloned() {
        match record(&mut location, schema::LOCATION, &mut out) {
            true => content.set("location", location),
            false => content.remove("location"),
        }
    }
    for (list, members) in schema::LISTS {
        let Some(Tree::List(items)) = content.get(list).cloned() else { continue };
        let parts: Vec<Tree> = items.into_iter().flat_map(|item| in_parts(item, members, &mut out)).collect();
        let kept =
            parts.into_iter().filter_map(|mut item| record(&mut item, members, &mut out).then_some(item));
        let kept = kept.collect();
        content.set(list, Tree::List(kept));
    }
    if present(content, "education").is_none() {
        content.set("education", Tree::List(Vec::new()));
        out.push("an empty `education`".into());
    }
    out
}

/// Mends a record; returns whether it can stay.
fn record(item: &mut Tree, members: &[Member], out: &mut Vec<Message>) -> bool {
    for member in members {
        let value = present(item, member.name);
        if value.map_or(!member.required, |value| member.rule.admits(value)) {
            continue;
        }
        let name = first_words(item);
        match mended(item, member) {
            Some(made) => {
                let value = made.as_text().map(str::to_owned).unwrap_or_default();
                out.push(message!("`{member}` of {name}: {value}", member = member.name, name, value));
                item.set(member.name, made);
            }
            None if member.required => {
                out.push(message!("without {name}", name));
                return false;
            }
            None => {
                out.push(message!("no `{member}` of {name}", member = member.name, name));
                item.remove(member.name);
            }
        }
    }
    true
}

/// Returns a value that a member may have, from what the record says; `None` if nothing can stand for it.
fn mended(item: &Tree, member: &Member) -> Option<Tree> {
    let said = item.word(member.name).filter(|text| !text.trim().is_empty());
    let made = match member.rule {
        Rule::Text(least, most) => {
            let text = said.or_else(|| stand_in(item, member.name))?;
            Tree::Text(fitted(text.trim(), least, most))
        }
        Rule::Texts(least, most) => {
            let texts = item.texts(member.name);
            let long_enough = texts.iter().filter(|text| text.chars().count() >= least);
            Tree::from(long_enough.map(|text| fitted(text, least, most)).collect::<Vec<_>>())
        }
        Rule::Choice(words) => Tree::Text(chosen(item, member, words)?.to_owned()),
        Rule::Date if member.required => {
            Tree::Text(item.word("endDate").unwrap_or_else(|| NO_DATE.to_owned()))
        }
        Rule::Phone => Tree::Text(bare_number(&said?)),
        Rule::Date | Rule::Mail | Rule::Url => return None,
    };
    member.rule.admits(&made).then_some(made)
}

/// Returns what stands for the text of a member that a record does not have; `None` if it cannot go without.
fn stand_in(item: &Tree, member: &str) -> Option<String> {
    match member {
        "city" => item.word("region").or_else(|| item.word("address")),
        "username" => {
            let path = item.text("url").unwrap_or_default().trim_end_matches('/');
            let last = path.rsplit('/').next().filter(|last| !last.is_empty());
            last.or_else(|| item.text("network")).map(str::to_owned)
        }
        "area" => Some(item.word("degree").unwrap_or_else(|| NONE.to_owned())),
        "summary" => {
            let Tree::Map(members) = item else { return Some(NONE.to_owned()) };
            let words =
                members.iter().filter(|(key, _)| key != "url").filter_map(|(_, value)| value.as_text());
            Some(words.collect::<Vec<_>>().join(", "))
        }
        _ => Some(NONE.to_owned()),
    }
}

/// Returns a text that is cut, or followed by dots, so that it has a number of characters.
fn fitted(text: &str, least: usize, most: usize) -> String {
    let length = text.chars().count();
    if length > most {
        let cut: String = text.chars().take(most - 1).collect();
        return cut.trim_end().to_owned() + "…";
    }
    text.to_owned() + &".".repeat(least.saturating_sub(length))
}

/// Returns a number without what its pattern has no place for.
fn bare_number(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_ascii_digit() || *c == ' ' || *c == '-').collect::<String>();
    let plus = if text.trim_start().starts_with('+') { "+" } else { "" };
    format!("{plus}{}", kept.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the word of a closed list that a record means; `None` if there is none, and none can stand for it.
fn chosen(item: &Tree, member: &Member, words: &[&'static str]) -> Option<&'static str> {
    let own = item.word(member.name).unwrap_or_default();
    let exact = words.iter().copied().find(|word| word.eq_ignore_ascii_case(own.trim()));
    let told = || match member.name {
        // The subject or the text may have the degree in it: `B.Sc. in Mathematics`.
        "degree" => {
            let around = [
                own.clone(),
                item.word("area").unwrap_or_default(),
                item.word("summary").unwrap_or_default(),
            ];
            around.iter().find_map(|text| meant(text, DEGREES)).or(Some("Diploma"))
        }
        "level" => meant(&own, LEVELS).or(Some("Intermediate")),
        "fluency" => {
            let around = [own.clone(), item.texts("keywords").join(" ")];
            around.iter().find_map(|text| meant(text, FLUENCIES)).or(Some("Minimum Professional Proficiency"))
        }
        "language" => meant(&own, LANGUAGES),
        _ => None,
    };
    exact.or_else(told)
}

/// Words and what they mean in a closed list; Latin ones as whole words in lower case, the first that is found counts.
type Meanings = &'static [(&'static str, &'static [&'static str])];

const DEGREES: Meanings = &[
    ("Doctor", &["phd", "dphil", "doctor", "doctorate", "dr", "doktor", "docteur", "博士", "박사"]),
    (
        "Master",
        &[
            "master",
            "masters",
            "msc",
            "ma",
            "mba",
            "meng",
            "mphil",
            "ms",
            "magister",
            "maestría",
            "mestrado",
            "硕士",
            "碩士",
            "修士",
            "研究生",
            "석사",
        ],
    ),
    (
        "Bachelor",
        &[
            "bachelor",
            "bachelors",
            "bsc",
            "ba",
            "beng",
            "bs",
            "licence",
            "licenciatura",
            "bacharelado",
            "laurea",
            "学士",
            "學士",
            "本科",
            "학사",
        ],
    ),
    ("Associate", &["associate", "associates", "大专", "专科", "專科"]),
    ("High School", &["high school", "abitur", "baccalauréat", "高中", "高校", "고등학교"]),
    ("Middle School", &["middle school", "初中", "國中", "中学校", "중학교"]),
];

const LEVELS: Meanings = &[
    ("Expert", &["expert", "精通", "エキスパート"]),
    ("Advanced", &["advanced", "proficient", "strong", "熟练", "熟練", "上級", "고급"]),
    ("Intermediate", &["intermediate", "familiar", "熟悉", "掌握", "中級", "중급"]),
    ("Beginner", &["beginner", "basic", "了解", "初級", "초급"]),
    ("Novice", &["novice", "入门", "入門"]),
];

const FLUENCIES: Meanings = &[
    (
        "Native or Bilingual Proficiency",
        &["native", "bilingual", "mother tongue", "muttersprache", "母语", "母語", "모국어", "ネイティブ"],
    ),
    (
        "Full Professional Proficiency",
        &[
            "full professional",
            "fluent",
            "fluently",
            "c1",
            "c2",
            "n1",
            "cet-6",
            "六级",
            "流利",
            "流暢",
            "精通",
            "verhandlungssicher",
            "fließend",
            "courant",
            "유창",
        ],
    ),
    ("Minimum Professional Proficiency", &["professional", "b2", "n2", "良好", "熟练", "熟練", "advanced"]),
    (
        "Limited Working Proficiency",
        &["limited", "conversational", "intermediate", "b1", "n3", "cet-4", "四级", "日常", "一般"],
    ),
    (
        "Elementary Proficiency",
        &["elementary", "basic", "beginner", "a1", "a2", "n4", "n5", "入门", "初级", "初級"],
    ),
];

const LANGUAGES: Meanings = &[
    ("Cantonese", &["粤语", "粵語", "广东话", "廣東話", "cantonese"]),
    ("Mandarin", &["普通话", "普通話", "國語", "mandarin"]),
    ("Chinese", &["中文", "汉语", "漢語", "中国語", "중국어", "chinese", "chinesisch", "chinois"]),
    (
        "English",
        &["英语", "英語", "英文", "영어", "english", "englisch", "anglais", "inglés", "inglese", "inglês"],
    ),
    ("Japanese", &["日语", "日語", "日文", "日本語", "일본어", "japanese", "japanisch", "japonais"]),
    ("Korean", &["韩语", "韓語", "韓国語", "한국어", "korean", "koreanisch"]),
    ("French", &["法语", "法語", "フランス語", "french", "französisch", "français"]),
    ("German", &["德语", "德語", "ドイツ語", "german", "deutsch", "allemand"]),
    ("Spanish", &["西班牙语", "西班牙語", "スペイン語", "spanish", "spanisch", "español", "espagnol"]),
    ("Russian", &["俄语", "俄語", "ロシア語", "russian", "russisch", "русский"]),
    ("Portuguese", &["葡萄牙语", "葡萄牙語", "portuguese", "português"]),
    ("Italian", &["意大利语", "義大利語", "italian", "italienisch", "italiano"]),
    ("Arabic", &["阿拉伯语", "阿拉伯語", "arabic"]),
    ("Dutch", &["荷兰语", "dutch", "nederlands"]),
    ("Polish", &["波兰语", "polish", "polski"]),
    ("Swedish", &["瑞典语", "swedish", "svenska"]),
];

fn meant(text: &str, meanings: Meanings) -> Option<&'static str> {
    // `B.Sc.` is a word like `BSc`.
    let text = text.to_lowercase().replace('.', "");
    let has = |word: &&str| {
        let mut found = text.match_indices(word);
        if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let is_letter = |c: char| c.is_alphanumeric();
            found.any(|(at, _)| {
                !text[..at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter)
            })
        } else {
            found.next().is_some()
        }
    };
    meanings.iter().find(|(_, words)| words.iter().any(has)).map(|(meaning, _)| *meaning)
}

/// Returns a record in as many parts as its summary needs.
fn in_parts(item: Tree, members: &[Member], out: &mut Vec<Message>) -> Vec<Tree> {
    let rule = members.iter().find(|member| member.name == "summary").map(|member| member.rule);
    let (Some(Rule::Text(least, most)), Some(summary)) = (rule, item.text("summary")) else {
        return vec![item];
    };
    if summary.chars().count() <= most {
        return vec![item];
    }
    let texts = cut(summary, least, most);
    out.push(message!("{name} in {count} parts", name = first_words(&item), count = texts.len()));
    let part = |text: String| {
        let mut part = item.clone();
        part.set("summary", Tree::Text(text));
        part
    };
    texts.into_iter().map(part).collect()
}

/// Returns a text in pieces of at most so many characters, cut between lines or, in a longer line, between words.
fn cut(text: &str, least: usize, most: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n').flat_map(|line| line_in_pieces(line, most)) {
        let length = line.chars().count();
        match pieces.last_mut() {
            Some(last) if last.chars().count() + length <= most => last.push_str(line),
            _ => pieces.push(line.to_owned()),
        }
    }
    let pieces = pieces.iter().map(|piece| piece.trim_end()).filter(|piece| !piece.is_empty());
    pieces.map(|piece| fitted(piece, least, most)).collect()
}

fn line_in_pieces(line: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((end, _)) = rest.char_indices().nth(most) {
        let blank = rest[..end].rfind(' ').map(|at| at + 1).filter(|at| *at > end / 2);
        let (piece, behind) = rest.split_at(blank.unwrap_or(end));
        pieces.push(piece);
        rest = behind;
    }
    pieces.push(rest);
    pieces
}
