//! The kinds of contacts, and the networks that their URLs belong to.

/// The kind of a contact; layouts may show an icon for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; the words for each are in the table of keys")]
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
        const MAPS: [&str; 9] = [
            "google.com/maps",
            "maps.app.goo.gl/",
            "goo.gl/maps/",
            "maps.google.",
            "maps.apple.com/",
            "openstreetmap.org/",
            "ditu.amap.com/",
            "map.baidu.com/",
            "map.naver.com/",
        ];
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        let map = host.strip_prefix("www.").unwrap_or(host);
        if MAPS.iter().any(|maps| map.starts_with(maps)) {
            return ContactKind::Location;
        }
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
        let under =
            |domain: &str| host.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
        let kind =
            DOMAINS.iter().find(|(domain, _)| under(domain)).map_or(ContactKind::Website, |(_, kind)| *kind);
        // `github.com/user/cv/blob/main/cv.pdf` is a file, not a profile.
        let forge = matches!(kind, ContactKind::Github | ContactKind::Gitee | ContactKind::Gitlab);
        if forge && ["/blob/", "/raw/", "/tree/", "/releases/"].iter().any(|part| url.contains(part)) {
            return ContactKind::Website;
        }
        kind
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
