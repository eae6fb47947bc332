//! Names of contacts whose author gave none.

use crate::model::ContactKind;

/// Returns the name of a kind of contact in a language, without colon.
pub fn label(kind: ContactKind, lang: &str) -> &'static str {
    use ContactKind as K;
    let words = |zh_hans, zh_hant, ja, ko, en| match (
        lang.split('-').next().unwrap_or_default(),
        lang.contains("Hant"),
    ) {
        ("zh", true) => zh_hant,
        ("zh", false) => zh_hans,
        ("ja", _) => ja,
        ("ko", _) => ko,
        _ => en,
    };
    match kind {
        K::Phone => words("电话", "電話", "電話", "전화", "Phone"),
        K::Email => words("邮箱", "電子郵件", "メール", "이메일", "Email"),
        K::Website => words("主页", "網站", "サイト", "홈페이지", "Website"),
        K::Location => words("现居", "現居", "住所", "주소", "Location"),
        K::Wechat => words("微信", "微信", "WeChat", "WeChat", "WeChat"),
        K::Juejin => words("掘金", "掘金", "掘金", "掘金", "Juejin"),
        K::Zhihu => words("知乎", "知乎", "知乎", "知乎", "Zhihu"),
        K::Kakao => words("KakaoTalk", "KakaoTalk", "カカオトーク", "카카오톡", "KakaoTalk"),
        K::Github => "GitHub",
        K::Gitee => "Gitee",
        K::Gitlab => "GitLab",
        K::Linkedin => "LinkedIn",
        K::Csdn => "CSDN",
        K::Leetcode => "LeetCode",
        K::Bilibili => "bilibili",
        K::Stackoverflow => "Stack Overflow",
        K::X => "X",
        K::Telegram => "Telegram",
        K::Qiita => "Qiita",
        K::Zenn => "Zenn",
        K::Orcid => "ORCID",
        K::Scholar => "Google Scholar",
        K::Medium => "Medium",
        K::Whatsapp => "WhatsApp",
        K::Qq => "QQ",
        K::Line => "LINE",
    }
}

/// Returns the colon of a language, with its blank.
pub fn colon(lang: &str) -> &'static str {
    if lang.starts_with("zh") || lang.starts_with("ja") { "：" } else { ": " }
}
