//! Facts about a person in a word, without a key: 男, 28岁, 未婚, 3年经验.

/// Returns whether a text is a sex, an age, a degree, a period of work or a marital status: 男, 28岁, 本科, 3年经验,
/// `25 years old`.
pub(in crate::model) fn is_fact(text: &str) -> bool {
    const WORDS: [&str; 8] = ["本科", "大专", "专科", "硕士", "博士", "中共党员", "汉族", "研究生"];
    is_age_or_sex(text) || WORDS.contains(&text.trim())
}

/// The same without degrees and memberships.
pub(in crate::model) fn is_age_or_sex(text: &str) -> bool {
    const WORDS: [&str; 8] = ["男", "女", "男性", "女性", "male", "female", "未婚", "已婚"];
    const AGES: [&str; 18] = [
        "岁",
        "歲",
        "周岁",
        "years old",
        "year old",
        "years of age",
        "y.o.",
        "y/o",
        "yo",
        "лет",
        "ans",
        "歳",
        "세",
        "jahre alt",
        "años",
        "anni",
        "anos",
        "lat",
    ];
    const YEARS: [&str; 8] = [
        "年经验",
        "年工作经验",
        "年工作经历",
        "年以上经验",
        "年開發經驗",
        "年开发经验",
        "years of experience",
        "年",
    ];
    let text = text.trim().to_lowercase();
    let counted = |ends: &[&str]| {
        ends.iter().any(|end| {
            text.strip_suffix(end).is_some_and(|count| {
                let count = count.trim().trim_end_matches('+');
                (1..=2).contains(&count.chars().count())
                    && count.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
            })
        })
    };
    WORDS.contains(&text.as_str()) || counted(&AGES) || counted(&YEARS)
}
