//! The meanings of the keys of a front matter: ours, those of a person, and those of other tools for their own
//! purposes.
//!
//! The keys of other tools are from their references: Jekyll ("Front Matter") and its themes (Minimal Mistakes,
//! Chirpy, Beautiful Jekyll, al-folio), Hugo ("Front matter"), Hexo and NexT, VuePress, VitePress, Docusaurus,
//! Astro, Eleventy, pandoc ("Variables"), R Markdown and vitae, Quarto, Jupyter Book, Marp, Slidev, Obsidian
//! ("Properties"), Typora, Resumx.

use Meaning::{
    Allow, Author, Basics, Compat, Contact, Contacts, Cover, Fact, Fields, First, Headline, House, Lang,
    Languages, Last, Layout, Name, Network, Pages, Photo, Print, Redact, Set, Site, Summary, Title, Url,
    Vars, Views,
};

/// The meaning of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The name of the person.
    Name,
    /// The given name alone.
    First,
    /// The family name alone.
    Last,
    /// The line under the name.
    Headline,
    /// A picture of the person.
    Photo,
    /// A picture: of the person, unless a site shows it with its links.
    Cover,
    /// A few sentences about the person.
    Summary,
    /// The title of the document.
    Title,
    /// The author.
    Author,
    /// A contact: its key in the model.
    Contact(&'static str),
    /// A contact that has to be a URL: other tools use the key for something else.
    Url,
    /// A network without an icon of its own.
    Network,
    /// A fact of the person.
    Fact,
    /// The house that the person belongs to, on a line without a key.
    House,
    /// Several contacts.
    Contacts,
    /// A person, as in JSON Resume.
    Basics,
    /// A layout.
    Layout,
    /// The language.
    Lang,
    /// Layout keys.
    Set,
    /// The tool whose habits the text follows.
    Compat,
    /// The number of pages.
    Pages,
    /// Codes to silence.
    Allow,
    /// The views.
    Views,
    /// The languages of the text.
    Languages,
    /// The author's own keys.
    Fields,
    /// The values of variables.
    Vars,
    /// Data about the person that is to be left out.
    Redact,
    /// A key for a site generator.
    Site,
    /// A key for a converter, an editor, or a tool for slides.
    Print,
}

/// Our own keys, for suggestions.
pub const OURS: [&str; 18] = [
    "name",
    "headline",
    "photo",
    "layout",
    "lang",
    "title",
    "set",
    "contacts",
    "header",
    "compat",
    "pages",
    "allow",
    "views",
    "tags",
    "output",
    "redact",
    "languages",
    "fields",
];

/// Returns the meaning of a key; `None` if it is unknown.
pub fn meaning(key: &str) -> Option<Meaning> {
    let key = fold(key);
    let of = |key: &str| {
        TABLE.iter().find(|(_, words)| words.split(' ').any(|word| word == key)).map(|(meaning, _)| *meaning)
    };
    of(&key).or_else(|| {
        // `github_username`, `linkedin-url`
        let stem = SUFFIXES.iter().find_map(|tail| key.strip_suffix(tail))?;
        of(stem).filter(|meaning| matches!(meaning, Contact(_) | Network))
    })
}

/// Returns the known key nearest to a misspelt one, if any is near.
pub fn nearest(key: &str) -> Option<&'static str> {
    let key: String = key.chars().take(40).collect::<String>().to_lowercase();
    let known = OURS.iter().chain(&["author", "email", "phone", "website", "github", "location", "wechat"]);
    known
        .map(|known| (strsim::damerau_levenshtein(&key, known), *known))
        .filter(|(distance, known)| *distance <= 1 + known.chars().count() / 4)
        .min()
        .map(|(_, known)| known)
}

/// Normalises a key for the table: lower case, without word separators.
pub fn fold(key: &str) -> String {
    let parts = |c: &char| c.is_whitespace() || matches!(c, '_' | '-' | '.' | '/');
    key.chars().filter(|c| !parts(c)).flat_map(char::to_lowercase).collect()
}

/// Suffixes of the name of a network.
const SUFFIXES: [&str; 13] = [
    "username", "user", "name", "handle", "account", "profile", "link", "url", "id", "地址", "主页", "账号",
    "号",
];

/// Each meaning with its words, folded; the first one that has a word counts.
const TABLE: &[(Meaning, &str)] = &[
    (Name, "name fullname realname 姓名 名字 氏名 名前 이름 성명 nombre nome имя имяифамилия"),
    (First, "firstname givenname forename prénom prenom vorname 名"),
    (Last, "lastname surname familyname nachname apellido apellidos 姓"),
    (
        Headline,
        "headline label subtitle position role job jobtitle occupation profession tagline 职位 岗位 \
         求职意向 应聘职位 应聘岗位 期望职位 求职岗位 意向岗位 職位 職種 希望職種 職業 직무 희망직무 \
         지원분야 직업 beruf puesto cargo poste должность",
    ),
    (
        Photo,
        "photo avatar picture portrait headshot profilepic profilepicture profilephoto profileimage \
         authorimage authoravatar 照片 头像 相片 证件照 頭像 大頭照 写真 顔写真 証明写真 사진 \
         프로필사진 foto фото",
    ),
    (Cover, "image img"),
    (Summary, "aboutme 个人简介 自我介绍"),
    (Title, "title 标题"),
    (Author, "author authors 作者 著者 작성자 저자"),
    (Basics, "basics person personal cv"),
    (Contacts, "contacts contact header social socials sociallinks profiles 联系方式"),
    (Layout, "layout"),
    (Lang, "lang language locale"),
    (Set, "set"),
    (Compat, "compat"),
    (Pages, "pages"),
    (Allow, "allow"),
    (Views, "views"),
    (Languages, "languages"),
    (Vars, "vars"),
    (Redact, "redact"),
    (Fields, "fields"),
    (
        Contact("phone"),
        "phone mobile tel telephone cell cellphone mobilephone phonenumber handy telefon teléfono \
         telefono telefone téléphone телефон 电话 手机 手机号 手机号码 电话号码 联系电话 移动电话 電話 \
         手機 電話番号 携帯 携帯電話 휴대폰 핸드폰 전화 전화번호 연락처",
    ),
    (
        Contact("email"),
        "email mail emailaddress correo correoelectrónico courriel почта 邮箱 电子邮箱 邮箱地址 邮件 \
         电子邮件 郵箱 電子郵件 メール メールアドレス 이메일 메일",
    ),
    (
        Contact("website"),
        "website homepage www personalwebsite personalsite webpage 主页 个人主页 网站 个人网站 网址 \
         博客 个人博客 技术博客 部落格 サイト ブログ 홈페이지 블로그",
    ),
    (Url, "url site web blog portfolio link links"),
    (
        Contact("location"),
        "location address city residence 地址 所在地 城市 现居 现居地 居住地 所在城市 现居城市 住址 \
         居住城市 住所 現住所 現居 주소 거주지 adresse wohnort dirección endereço indirizzo адрес город",
    ),
    (Contact("github"), "github 깃허브 깃헙"),
    (Contact("gitee"), "gitee 码云"),
    (Contact("gitlab"), "gitlab"),
    (Contact("linkedin"), "linkedin 领英"),
    (Contact("twitter"), "twitter x 推特"),
    (Contact("wechat"), "wechat weixin 微信"),
    (Contact("qq"), "qq"),
    (Contact("juejin"), "juejin 掘金"),
    (Contact("zhihu"), "zhihu 知乎"),
    (Contact("csdn"), "csdn"),
    (Contact("leetcode"), "leetcode 力扣"),
    (Contact("bilibili"), "bilibili b站 哔哩哔哩"),
    (Contact("stackoverflow"), "stackoverflow"),
    (Contact("telegram"), "telegram tg"),
    (Contact("qiita"), "qiita"),
    (Contact("zenn"), "zenn"),
    (Contact("orcid"), "orcid"),
    (Contact("googlescholar"), "scholar googlescholar 谷歌学术"),
    (Contact("medium"), "medium"),
    (Contact("whatsapp"), "whatsapp"),
    (Contact("kakao"), "kakao kakaotalk 카카오톡"),
    (
        Network,
        "facebook instagram youtube mastodon bluesky threads weibo 微博 douban 豆瓣 xiaohongshu 小红书 \
         jianshu 简书 cnblogs 博客园 segmentfault v2ex researchgate publons dblp scopus kaggle \
         huggingface codepen devto npm dribbble behance hackerrank codeforces atcoder luogu 洛谷 xing \
         skype discord signal keybase velog brunch note wantedly 公众号",
    ),
    (
        Fact,
        "gender sex age birthday dateofbirth nationality 性别 年龄 出生日期 出生年月 生日 籍贯 民族 \
         政治面貌 婚姻状况 学历 最高学历 学位 毕业院校 毕业学校 院校 学校 专业 毕业时间 工作年限 \
         工作经验 期望薪资 期望城市 到岗时间 求职状态 英语水平 性別 年齢 生年月日 国籍 생년월일 성별 \
         나이",
    ),
    (
        House,
        "department affiliation institution organization organisation employer company university 部门 单位 \
         所在单位 工作单位 公司 部門 所属 소속 abteilung institut université universidad universidade \
         università",
    ),
    // Jekyll and its themes.
    (
        Site,
        "permalink date categories category tags tag published excerpt redirectfrom redirectto sitemap \
         authorprofile readtime comments share related sharetitle sharedescription shareimg \
         thumbnailimg headerimg coverimg bigimg extcss extjs css js usemath mathjax lastmodifiedat \
         lastupdated modified pin nav navorder navexclude haschildren parent grandparent hide hidden \
         classes tocsticky toclabel tocicon breadcrumbs sidebarlink sidebarsortorder articleheader \
         articletype displaytitle alternateurl affiliations profile selectedpapers announcements \
         latestposts news order pagination collection entriestype sortby sortorder fulltitle \
         socialshare googleanalytics taxonomies insearchindex templatekey ga disqus breaks slideoptions \
         latitude longitude altitude completed due source sourceurl covery overlaycolor overlayfilter \
         overlayimage imagedescription teaser actions featurerow headerimage heading ogdescription ogtitle pagetitle seotitle metatitle browsertitle headtitle htmltitle \
         overlaytext caption cta ctalabel ctaurl bannerimage",
    ),
    // Hugo.
    (
        Site,
        "draft slug aliases weight description keywords keyword type series lastmod publishdate \
         expirydate linktitle ishtml iscjklanguage outputs resources cascade menu markup translationkey \
         params build headless math showtoc tocopen hidemeta hidesummary disableshare disablehljs \
         showreadingtime showbreadcrumbs showpostnavlinks showwordcount canonicalurl editpost featured \
         featuredimage featureimage lightgallery license cover banner summary robots",
    ),
    // Hexo and NexT.
    (
        Site,
        "updated top sticky copyright abbrlink thumbnail topimg tocnumber aside password message \
         quicklink mermaid katex reward",
    ),
    // VuePress, VitePress, Docusaurus, Astro, Eleventy, Nextra.
    (
        Site,
        "sidebar navbar footer home hero features heroimage herotext actiontext actionlink prev next \
         editlink editlinks pageclass meta head icon article timeline star isoriginal index outline \
         outlinedeep lastupdatedat sidebarposition sidebarlabel hidetitle hidetableofcontents pubdate \
         updateddate heroalt eleventynavigation eleventyexcludefromcollections display id \
         pageid postid og ogimage seo status visibility domain created createdat updatedat modifieddate \
         version revision changefreq priority path route template blogpost noindex cssclass cssclasses \
         feed exports downloads",
    ),
    // pandoc.
    (
        Print,
        "abstract institute affiliationurl geometry documentclass classoption fontsize \
         fontfamily mainfont mainfontoptions sansfont monofont mathfont cjkmainfont cjksansfont \
         cjkmonofont cjkoptions headerincludes includebefore includeafter papersize linestretch margin \
         marginleft marginright margintop marginbottom colorlinks linkcolor urlcolor filecolor \
         citecolor toccolor toc tocdepth toctitle lof lot numbersections sectionnumbering secnumdepth \
         indent bibliography csl nocite linkcitations linkreferences nameinlink referencesectiontitle \
         suppressbibliography notesafterpunctuation pagestyle thanks titlepage pdfengine highlightstyle \
         stylesheet colortheme fonttheme innertheme aspectratio dir csquotes blockheadings \
         hyperrefoptions babellang microtypeoptions linkstyle",
    ),
    // R Markdown, vitae, Quarto, Jupyter Book.
    (
        Print,
        "output format editor editoroptions execute runtime knit engine jupyter jupytext kernelspec \
         filters crossref citationpackage codefold freeze cache project book theme highlight \
         templatepartials headcolor docname qualifier pdf html docx latex typst brand fontawesome \
         monofontoptions",
    ),
    // Slides, editors, other résumé tools.
    (
        Print,
        "class marp paginate size headingdivider backgroundcolor backgroundimage color style styles \
         transition colorschema fonts typora typoracopyimagesto typorarooturl obsidian publish \
         banneralt puppeteer printbackground presentation exportonsave font fontfamilies \
         lineheight themecolor accentcolor primarycolor bulletgap entrygap sectiongap extra icons \
         sections validate selects bulletorder numberofpages metadata subject producer creator rights \
         publisher identifier coverimage pagebreak newline showicons foreign",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_a_network_may_have_a_tail() {
        for (key, want) in [
            ("Full Name", Some(Name)),
            ("job_title", Some(Headline)),
            ("github_username", Some(Contact("github"))),
            ("LinkedIn-URL", Some(Contact("linkedin"))),
            ("微信号", Some(Contact("wechat"))),
            ("e-mail", Some(Contact("email"))),
            ("redirect_from", Some(Site)),
            ("header-includes", Some(Print)),
            ("CJKmainfont", Some(Print)),
            ("image", Some(Cover)),
            ("layuot", None),
        ] {
            assert_eq!(meaning(key), want, "{key}");
        }
    }

    #[test]
    fn no_word_of_the_table_is_out_of_reach() {
        for (at, (meaning, words)) in TABLE.iter().enumerate() {
            for word in words.split(' ') {
                assert_eq!(word, fold(word), "{meaning:?}");
                let before = TABLE[..at].iter().any(|(_, words)| words.split(' ').any(|other| other == word));
                assert!(!before, "{word} has two meanings");
            }
        }
    }
}
