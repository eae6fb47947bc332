//! What a contact is, from its key and from its URL.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::{by_word, fold};

/// What a contact is; layouts may show an icon for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; the words for each are in the table below")]
pub enum ContactKind {
    Phone,
    Email,
    Website,
    Github,
    Gitee,
    Gitlab,
    Linkedin,
    Juejin,
    Zhihu,
    Csdn,
    Leetcode,
    Bilibili,
    Stackoverflow,
    X,
    Telegram,
    Qiita,
    Zenn,
    Orcid,
    Scholar,
    Medium,
    Whatsapp,
    Wechat,
    Qq,
    Line,
    Kakao,
    Location,
}

/// What the key of a header item says about its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model) enum KeyKind {
    Name,
    Headline,
    Contact(ContactKind),
    Fact,
}

impl ContactKind {
    /// All kinds with their names, as in the address of the network.
    pub const NAMES: [(&'static str, ContactKind); 26] = [
        ("phone", ContactKind::Phone),
        ("email", ContactKind::Email),
        ("website", ContactKind::Website),
        ("github", ContactKind::Github),
        ("gitee", ContactKind::Gitee),
        ("gitlab", ContactKind::Gitlab),
        ("linkedin", ContactKind::Linkedin),
        ("juejin", ContactKind::Juejin),
        ("zhihu", ContactKind::Zhihu),
        ("csdn", ContactKind::Csdn),
        ("leetcode", ContactKind::Leetcode),
        ("bilibili", ContactKind::Bilibili),
        ("stackoverflow", ContactKind::Stackoverflow),
        ("x", ContactKind::X),
        ("telegram", ContactKind::Telegram),
        ("qiita", ContactKind::Qiita),
        ("zenn", ContactKind::Zenn),
        ("orcid", ContactKind::Orcid),
        ("scholar", ContactKind::Scholar),
        ("medium", ContactKind::Medium),
        ("whatsapp", ContactKind::Whatsapp),
        ("wechat", ContactKind::Wechat),
        ("qq", ContactKind::Qq),
        ("line", ContactKind::Line),
        ("kakao", ContactKind::Kakao),
        ("location", ContactKind::Location),
    ];

    /// Returns its name: `wechat`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Returns the network that a URL belongs to; [`ContactKind::Website`] for any other.
    pub fn of_url(url: &str) -> ContactKind {
        if url.starts_with("mailto:") {
            return ContactKind::Email;
        }
        if url.starts_with("tel:") || url.starts_with("sms:") {
            return ContactKind::Phone;
        }
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
        let under =
            |domain: &str| host.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
        DOMAINS.iter().find(|(domain, _)| under(domain)).map_or(ContactKind::Website, |(_, kind)| *kind)
    }
}

const DOMAINS: [(&str, ContactKind); 30] = [
    ("github.com", ContactKind::Github),
    ("gitee.com", ContactKind::Gitee),
    ("gitlab.com", ContactKind::Gitlab),
    ("linkedin.com", ContactKind::Linkedin),
    ("linkedin.cn", ContactKind::Linkedin),
    ("juejin.cn", ContactKind::Juejin),
    ("juejin.im", ContactKind::Juejin),
    ("zhihu.com", ContactKind::Zhihu),
    ("csdn.net", ContactKind::Csdn),
    ("leetcode.com", ContactKind::Leetcode),
    ("leetcode.cn", ContactKind::Leetcode),
    ("leetcode-cn.com", ContactKind::Leetcode),
    ("bilibili.com", ContactKind::Bilibili),
    ("b23.tv", ContactKind::Bilibili),
    ("stackoverflow.com", ContactKind::Stackoverflow),
    ("twitter.com", ContactKind::X),
    ("x.com", ContactKind::X),
    ("t.me", ContactKind::Telegram),
    ("telegram.me", ContactKind::Telegram),
    ("qiita.com", ContactKind::Qiita),
    ("zenn.dev", ContactKind::Zenn),
    ("orcid.org", ContactKind::Orcid),
    ("scholar.google.com", ContactKind::Scholar),
    ("scholar.google.co.jp", ContactKind::Scholar),
    ("medium.com", ContactKind::Medium),
    ("wa.me", ContactKind::Whatsapp),
    ("whatsapp.com", ContactKind::Whatsapp),
    ("line.me", ContactKind::Line),
    ("qq.com", ContactKind::Qq),
    ("kakao.com", ContactKind::Kakao),
];

impl KeyKind {
    /// Returns what the words of a key name, in order: two for `联系电话/微信号`.
    pub fn of_key(key: &str) -> Vec<KeyKind> {
        let whole = fold(key);
        if let Some(kind) = key_kind(&whole) {
            return vec![kind];
        }
        let kinds: Vec<_> = key
            .split(['/', '、', '&', '（', '(', '）', ')', '|', '或', '及', '和', '&'])
            .map(fold)
            .filter(|part| !part.is_empty())
            .map(|part| key_kind(&part))
            .collect();
        kinds.into_iter().flatten().collect()
    }
}

fn key_kind(word: &str) -> Option<KeyKind> {
    static MEANINGS: LazyLock<HashMap<&str, KeyKind>> = LazyLock::new(|| by_word(KEYS));
    MEANINGS.get(word).copied()
}

/// The keys, folded: Chinese, English, Japanese, Korean, signs.
const KEYS: &[(KeyKind, &[&str])] = &[
    (KeyKind::Name, &["姓名", "名字", "name", "fullname", "氏名", "이름", "성명"]),
    (
        KeyKind::Headline,
        &[
            "求职意向",
            "应聘职位",
            "期望职位",
            "应聘岗位",
            "意向岗位",
            "求职岗位",
            "求职目标",
            "意向职位",
            "期望岗位",
            "求职方向",
            "title",
            "position",
            "jobtitle",
            "desiredposition",
            "希望职种",
            "希望职種",
            "희망직무",
            "지원분야",
        ],
    ),
    (
        KeyKind::Contact(ContactKind::Phone),
        &[
            "电话",
            "手机",
            "联系电话",
            "手机号",
            "手机号码",
            "电话号码",
            "联系方式",
            "移动电话",
            "phone",
            "mobile",
            "tel",
            "cell",
            "telephone",
            "phonenumber",
            "携帯",
            "携帯电话",
            "电话番号",
            "전화",
            "휴대폰",
            "연락처",
            "전화번호",
            "📱",
            "☎",
            "☎️",
            "📞",
        ],
    ),
    (
        KeyKind::Contact(ContactKind::Email),
        &[
            "邮箱",
            "电子邮箱",
            "邮件",
            "电子邮件",
            "邮箱地址",
            "mail",
            "email",
            "emailaddress",
            "gmail",
            "メール",
            "メールアドレス",
            "이메일",
            "📧",
            "✉",
            "✉️",
            "📮",
            "📬",
            "📩",
        ],
    ),
    (
        KeyKind::Contact(ContactKind::Website),
        &[
            "博客",
            "主页",
            "个人网站",
            "个人主页",
            "个人博客",
            "技术博客",
            "网站",
            "网址",
            "website",
            "blog",
            "homepage",
            "web",
            "site",
            "url",
            "portfolio",
            "personalwebsite",
            "サイト",
            "ブログ",
            "홈페이지",
            "블로그",
            "🔗",
            "🌐",
            "🏠",
            "📝",
        ],
    ),
    (KeyKind::Contact(ContactKind::Github), &["github", "github地址", "github主页", "깃허브", "깃헙"]),
    (KeyKind::Contact(ContactKind::Gitee), &["gitee", "码云"]),
    (KeyKind::Contact(ContactKind::Gitlab), &["gitlab"]),
    (KeyKind::Contact(ContactKind::Linkedin), &["linkedin", "领英"]),
    (KeyKind::Contact(ContactKind::Juejin), &["juejin", "掘金"]),
    (KeyKind::Contact(ContactKind::Zhihu), &["zhihu", "知乎"]),
    (KeyKind::Contact(ContactKind::Csdn), &["csdn"]),
    (KeyKind::Contact(ContactKind::Leetcode), &["leetcode", "力扣"]),
    (KeyKind::Contact(ContactKind::Bilibili), &["bilibili", "b站", "哔哩哔哩"]),
    (KeyKind::Contact(ContactKind::Stackoverflow), &["stackoverflow"]),
    (KeyKind::Contact(ContactKind::X), &["x", "twitter", "推特"]),
    (KeyKind::Contact(ContactKind::Telegram), &["telegram", "tg"]),
    (KeyKind::Contact(ContactKind::Qiita), &["qiita"]),
    (KeyKind::Contact(ContactKind::Zenn), &["zenn"]),
    (KeyKind::Contact(ContactKind::Orcid), &["orcid"]),
    (KeyKind::Contact(ContactKind::Scholar), &["googlescholar", "谷歌学术"]),
    (KeyKind::Contact(ContactKind::Medium), &["medium"]),
    (KeyKind::Contact(ContactKind::Whatsapp), &["whatsapp"]),
    (KeyKind::Contact(ContactKind::Wechat), &["微信", "微信号", "wechat", "weixin"]),
    (KeyKind::Contact(ContactKind::Qq), &["qq", "qq号"]),
    (KeyKind::Contact(ContactKind::Line), &["line"]),
    (KeyKind::Contact(ContactKind::Kakao), &["kakao", "kakaotalk", "카카오톡"]),
    (
        KeyKind::Contact(ContactKind::Location),
        &[
            "现居",
            "所在地",
            "城市",
            "地址",
            "住址",
            "现居地",
            "居住地",
            "现居住地",
            "所在城市",
            "现居城市",
            "联系地址",
            "家庭住址",
            "通讯地址",
            "现所在地",
            "location",
            "address",
            "city",
            "住所",
            "现住所",
            "주소",
            "거주지",
            "📍",
            "🏙",
            "🏡",
        ],
    ),
    (
        KeyKind::Fact,
        &[
            "性别",
            "年龄",
            "出生日期",
            "出生年月",
            "生日",
            "籍贯",
            "民族",
            "政治面貌",
            "婚姻",
            "婚姻状况",
            "学历",
            "最高学历",
            "学位",
            "毕业院校",
            "毕业学校",
            "院校",
            "学校",
            "专业",
            "毕业时间",
            "工作年限",
            "工作经验",
            "目前职位",
            "英语水平",
            "外语水平",
            "身高",
            "户籍",
            "户口",
            "国籍",
            "期望薪资",
            "期望城市",
            "到岗时间",
            "意向城市",
            "期望薪水",
            "目前状态",
            "求职状态",
            "工作状态",
            "gender",
            "sex",
            "age",
            "birthday",
            "dateofbirth",
            "nationality",
            "生年月日",
            "性別",
            "年齢",
            "생년월일",
            "성별",
            "나이",
        ],
    ),
];

/// Returns every word of the table.
#[cfg(test)]
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    KEYS.iter().flat_map(|(_, words)| words.iter().copied())
}
