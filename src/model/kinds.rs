//! The words by which sections and contacts are known.

/// What a section is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it; the words for each are in the table below")]
pub enum SectionKind {
    Personal,
    Summary,
    Work,
    Education,
    Projects,
    Skills,
    Awards,
    Certificates,
    Publications,
    Volunteer,
    Languages,
    Interests,
    References,
    #[default]
    Other,
}

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
pub(super) enum KeyKind {
    Name,
    Headline,
    Contact(ContactKind),
    Fact,
}

impl SectionKind {
    /// Returns what a title says a section is: the kind of its first part, then the others'.
    pub fn of_title(title: &str) -> Vec<SectionKind> {
        let mut kinds: Vec<SectionKind> = Vec::new();
        let bare = bare_title(title);
        let whole = fold(&bare);
        let parts = std::iter::once(whole.clone())
            .chain(title_parts(&bare).into_iter().filter(|part| *part != whole));
        for kind in parts.filter_map(|part| section_kind(&part)) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        if kinds.is_empty() {
            kinds.push(SectionKind::Other);
        }
        kinds
    }

    /// Returns the kind that a directive names: `projects`.
    pub fn by_name(name: &str) -> Option<SectionKind> {
        Self::NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, kind)| *kind)
    }

    /// Returns its name: `projects`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("other", |(name, _)| name)
    }

    /// All kinds with their names.
    pub const NAMES: [(&'static str, SectionKind); 14] = [
        ("personal", SectionKind::Personal),
        ("summary", SectionKind::Summary),
        ("work", SectionKind::Work),
        ("education", SectionKind::Education),
        ("projects", SectionKind::Projects),
        ("skills", SectionKind::Skills),
        ("awards", SectionKind::Awards),
        ("certificates", SectionKind::Certificates),
        ("publications", SectionKind::Publications),
        ("volunteer", SectionKind::Volunteer),
        ("languages", SectionKind::Languages),
        ("interests", SectionKind::Interests),
        ("references", SectionKind::References),
        ("other", SectionKind::Other),
    ];
}

/// Takes a title without its number (`一、`, `1.`) and icons.
fn bare_title(title: &str) -> String {
    let title = title.trim();
    let number = super::number::HandNumber::at_start(title).map_or(0, |number| number.len);
    let title =
        title[number..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || !c.is_alphanumeric());
    title.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Cuts `工作经历及项目经验` into its titles.
fn title_parts(title: &str) -> Vec<String> {
    let mut parts = vec![title.to_lowercase()];
    for mark in ["及", "与", "與", "和", "&", "/", "・", "·", "、", "|", " and ", "（", "(", " - ", "："]
    {
        parts =
            parts.iter().flat_map(|part| part.split(mark).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    parts.iter().map(|part| fold(part)).filter(|part| !part.is_empty()).collect()
}

/// Brings a word to the form of the tables: lower case, no blanks, simplified characters.
pub(super) fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '-' | '・' | '·' | '.' | '*'))
        .flat_map(char::to_lowercase)
        .map(simplified)
        .collect()
}

/// Returns the simplified form of the traditional characters in the words below.
fn simplified(c: char) -> char {
    const PAIRS: &str = "經经歷历個个資资訊讯簡简業业學学專专項项開开獎奖榮荣譽誉證证書书論论發发校校園园實实踐践語语興兴趣趣愛爱薦荐電电話话機机號号郵邮頁页網网領领職职務务應应聘聘歲岁齡龄現现區区聯联絡络繫系碼码關关於于術术綜综畢毕單单總总結结績绩會会動动";
    let mut pairs = PAIRS.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

fn section_kind(word: &str) -> Option<SectionKind> {
    SECTIONS.iter().find(|(_, words)| words.contains(&word)).map(|(kind, _)| *kind)
}

/// The titles, folded: Chinese, English, Japanese, Korean.
const SECTIONS: &[(SectionKind, &[&str])] = &[
    (
        SectionKind::Personal,
        &[
            "个人介绍",
            "个人信息",
            "基本信息",
            "基本资料",
            "个人资料",
            "联系方式",
            "联系信息",
            "personalinformation",
            "personalinfo",
            "personaldetails",
            "personal",
            "contact",
            "contactinformation",
            "contactinfo",
            "contacts",
            "个人情报",
            "個人情報",
            "基本情報",
            "基本情报",
            "連絡先",
            "인적사항",
            "기본정보",
            "연락처",
        ],
    ),
    (
        SectionKind::Summary,
        &[
            "自我评价",
            "自我介绍",
            "个人简介",
            "个人描述",
            "个人优势",
            "个人总结",
            "关于我",
            "简介",
            "自我描述",
            "个人评价",
            "优势",
            "summary",
            "profile",
            "about",
            "aboutme",
            "professionalsummary",
            "objective",
            "overview",
            "自己pr",
            "职务要约",
            "職務要約",
            "职務要約",
            "要約",
            "자기소개",
            "요약",
            "소개",
        ],
    ),
    (
        SectionKind::Work,
        &[
            "工作经历",
            "工作经验",
            "实习经历",
            "职业经历",
            "工作",
            "实习",
            "实习经验",
            "工作履历",
            "工作实习经历",
            "从业经历",
            "任职经历",
            "experience",
            "workexperience",
            "employment",
            "workhistory",
            "employmenthistory",
            "professionalexperience",
            "work",
            "internships",
            "internship",
            "internshipexperience",
            "careerhistory",
            "职历",
            "職歴",
            "职歴",
            "职务经历",
            "職務経歴",
            "职务経歴",
            "业务経歴",
            "경력",
            "경력사항",
            "업무경험",
        ],
    ),
    (
        SectionKind::Education,
        &[
            "教育背景",
            "教育经历",
            "学历",
            "教育",
            "教育经验",
            "学习经历",
            "学历背景",
            "education",
            "educationalbackground",
            "academicbackground",
            "academics",
            "学歴",
            "학력",
            "학력사항",
        ],
    ),
    (
        SectionKind::Projects,
        &[
            "项目经历",
            "项目经验",
            "开源项目",
            "项目",
            "个人项目",
            "开源经历",
            "开源贡献",
            "开源",
            "主要项目",
            "作品",
            "科研经历",
            "projects",
            "project",
            "opensource",
            "personalprojects",
            "opensourceprojects",
            "projectexperience",
            "selectedprojects",
            "プロジェクト",
            "プロジェクト経歴",
            "제작",
            "프로젝트",
        ],
    ),
    (
        SectionKind::Skills,
        &[
            "专业技能",
            "技能",
            "技能清单",
            "技术栈",
            "个人技能",
            "技能特长",
            "技术能力",
            "技能专长",
            "职业技能",
            "专业能力",
            "技能列表",
            "技能点",
            "skills",
            "technologies",
            "skill",
            "technicalskills",
            "techstack",
            "coreskills",
            "skillset",
            "スキル",
            "技術",
            "技术",
            "기술",
            "기술스택",
            "보유기술",
        ],
    ),
    (
        SectionKind::Awards,
        &[
            "获奖",
            "荣誉",
            "获奖情况",
            "获奖经历",
            "奖项",
            "荣誉奖项",
            "所获荣誉",
            "个人荣誉",
            "荣誉奖励",
            "奖励",
            "竞赛经历",
            "awards",
            "honors",
            "honours",
            "achievements",
            "受賞",
            "受賞歴",
            "수상",
            "수상경력",
        ],
    ),
    (
        SectionKind::Certificates,
        &[
            "证书",
            "资格证书",
            "技能证书",
            "认证",
            "所获证书",
            "certificates",
            "licenses",
            "certifications",
            "certification",
            "資格",
            "资格",
            "免許",
            "免許資格",
            "资格证",
            "자격증",
            "자격",
        ],
    ),
    (
        SectionKind::Publications,
        &[
            "论文",
            "发表",
            "专利",
            "发表论文",
            "学术论文",
            "论文发表",
            "著作",
            "publications",
            "publication",
            "patents",
            "papers",
            "talks",
            "論文",
            "特許",
            "논문",
            "특허",
        ],
    ),
    (
        SectionKind::Volunteer,
        &[
            "校园经历",
            "社会实践",
            "志愿",
            "志愿者",
            "志愿经历",
            "在校经历",
            "学生工作",
            "社团经历",
            "校内经历",
            "volunteer",
            "activities",
            "volunteering",
            "volunteerexperience",
            "extracurricularactivities",
            "leadership",
            "ボランティア",
            "課外活動",
            "봉사",
            "대외활동",
        ],
    ),
    (
        SectionKind::Languages,
        &["语言", "语言能力", "外语", "外语能力", "languages", "language", "語学", "语学", "외국어", "언어"],
    ),
    (SectionKind::Interests, &["兴趣", "爱好", "兴趣爱好", "interests", "hobbies", "hobby", "趣味", "취미"]),
    (SectionKind::References, &["推荐人", "references", "referees", "推薦者", "推荐者", "추천인"]),
];

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
    KEYS.iter().find(|(_, words)| words.contains(&word)).map(|(kind, _)| *kind)
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
            "希望職種",
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
            "携帯電話",
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
            "現住所",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_give_kinds() {
        let kinds = SectionKind::of_title;
        assert_eq!(kinds("工作经历及项目经验"), [SectionKind::Work, SectionKind::Projects]);
        assert_eq!(kinds("一、工作 經歷"), [SectionKind::Work]);
        assert_eq!(kinds("💼 Work Experience"), [SectionKind::Work]);
        assert_eq!(kinds("Skills & Interests"), [SectionKind::Skills, SectionKind::Interests]);
        assert_eq!(kinds("職務経歴"), [SectionKind::Work]);
        assert_eq!(kinds("基本情報"), [SectionKind::Personal]);
        assert_eq!(kinds("免許・資格"), [SectionKind::Certificates]);
        assert_eq!(kinds("프로젝트"), [SectionKind::Projects]);
        assert_eq!(kinds("张三"), [SectionKind::Other]);
        assert_eq!(kinds("2. 教育背景"), [SectionKind::Education]);
    }

    #[test]
    fn keys_give_one_kind_or_two() {
        let phone = KeyKind::Contact(ContactKind::Phone);
        let wechat = KeyKind::Contact(ContactKind::Wechat);
        assert_eq!(KeyKind::of_key("联系电话/微信号："), [phone, wechat]);
        assert_eq!(KeyKind::of_key("E-mail"), [KeyKind::Contact(ContactKind::Email)]);
        assert_eq!(KeyKind::of_key("學歷"), [KeyKind::Fact]);
        assert!(KeyKind::of_key("技术专栏").is_empty());
    }

    #[test]
    fn urls_give_networks() {
        assert_eq!(ContactKind::of_url("https://gist.github.com/x"), ContactKind::Github);
        assert_eq!(ContactKind::of_url("https://notgithub.com/x"), ContactKind::Website);
        assert_eq!(ContactKind::of_url("mailto:a@b.c"), ContactKind::Email);
    }
}
