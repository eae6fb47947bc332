use super::*;
use crate::diag::Diagnostic;
use crate::source::FrontContact;

fn of(text: &str) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let (front, end) = read(text, FileId::RESUME, &mut sink);
    (front, end, sink.into_sorted())
}

#[test]
fn keys_are_read_with_their_places() {
    let text = "---\nname: 张三\nlayout: {name: compact, page: {margin: 18mm, x: [1, 2.50]}}\nemail: [a@b.cn, c@d.cn]\n---\n# x\n";
    let (front, end, found) = of(text);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(&text[end..], "# x\n");
    let name = front.name.unwrap();
    assert_eq!((name.text.as_str(), &text[name.span.range()]), ("张三", "张三"));
    assert_eq!(front.layout.unwrap().text, "compact");
    let set: Vec<_> = front.set.iter().map(|(key, value)| format!("{key}={}", value.text)).collect();
    assert_eq!(set, ["page.margin=\"18mm\"", "page.x=[1, 2.50]"]);
    assert_eq!(front.contacts.len(), 2);
}

#[test]
fn marks_are_no_part_of_a_name() {
    for (written, name) in [
        ("'**Alex Sample**\\vspace{-2em}'", "Alex Sample"),
        ("\\textbf{Alex Sample}", "Alex Sample"),
        ("**张三**", "张三"),
        ("C:\\x", "C:\\x"),
    ] {
        let (front, ..) = of(&format!("---\nname: {written}\n---\n"));
        assert_eq!(front.name.unwrap().text, name);
    }
}

#[test]
fn what_is_no_front_matter_stays_text() {
    for text in [
        "---\nname: a\n# 甲\n",
        "---\n\n# 甲\n\n---\n",
        "# 甲\n---\na: b\n---\n",
        "---\n甲乙丙\n---\n",
        "---\n职责: 开发\n---\n",
        "---\n\n## 关于\na: b\n\n---\n",
        "---\nSkills: Go\nSpoken Words: Latin\n---\n",
        "---\n甲 | 乙: 丙\n---\n",
    ] {
        let (_, end, found) = of(text);
        assert!(found.is_empty(), "{text:?} {found:?}");
        assert_eq!(end, 0, "{text:?}");
    }
}

#[test]
fn pages_are_a_number_from_1() {
    let (front, _, found) = of("---\npages: 2\n---\n");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(front.pages.map(|(pages, span)| (pages, span.range())), Some((2, 11..12)));
    for wrong in ["0", "-1", "two", "1.5", "100", "[1]"] {
        let (front, _, found) = of(&format!("---\npages: {wrong}\n---\n"));
        assert_eq!((front.pages, found.len()), (None, 1), "{wrong}");
        assert_eq!(found[0].code, code::FRONT_MATTER);
    }
}

#[test]
fn codes_to_be_silenced_are_checked() {
    let (front, _, found) = of("---\nallow: [J302, j207]\n---\n");
    assert_eq!((front.allow, found), (vec![code::WIDTH, code::ORDER], vec![]));
    let (front, _, found) = of("---\nallow: J204, J702x, J801\n---\n");
    assert_eq!(front.allow, [code::NUMBERING]);
    assert_eq!(found.len(), 2);
    assert!(found[0].hints[0].contains("J702"), "{found:?}");
    assert!(found[1].message.contains("cannot be silenced"), "{found:?}");
}

#[test]
fn mistakes_are_reported_where_they_are() {
    let (_, _, found) = of("---\nlayuot: x\n---\n");
    assert_eq!(found[0].hints, ["did you mean `layout`?"]);
    let text = "---\nname: 张三\nphoto: [unclosed\n---\n";
    let (_, _, found) = of(text);
    assert_eq!(found[0].code, code::FRONT_MATTER);
    assert!(found[0].primary.unwrap().range().start > 10);
}

/// Returns the result of reading, on one line.
fn shown(text: &str) -> String {
    let (front, end, _) = of(text);
    assert!(end > 0, "no front matter: {text:?}");
    let mut out = Vec::new();
    let mut part = |name: &str, value: &Option<Value>| {
        out.extend(value.as_ref().map(|value| format!("{name}={}", value.text)));
    };
    part("name", &front.name);
    part("headline", &front.headline);
    part("photo", &front.photo);
    part("lang", &front.lang);
    part("layout", &front.layout);
    part("title", &front.title);
    part("paper", &front.paper_title);
    part("author", &front.author);
    part("summary", &front.summary);
    for FrontContact { key, value, link } in &front.contacts {
        let link = link.as_ref().map(|link| format!(" → {}", link.text)).unwrap_or_default();
        out.push(format!("{}:{}{link}", key.as_deref().unwrap_or_default(), value.text));
    }
    out.join("; ")
}

#[test]
fn other_tools_say_the_same_in_their_own_keys() {
    for (text, want) in [
        // JSON Resume, as YAML.
        (
            "---\nbasics:\n  name: Alex Sample\n  label: Designer\n  image: me.png\n  email: a@example.com\n  \
             phone: \"+1 555 010 0123\"\n  url: https://example.com\n  summary: Draws.\n  location:\n    city: \
             Testville\n    countryCode: US\n  profiles:\n    - network: GitHub\n      username: alex\n      \
             url: https://github.com/alex\n---\n",
            "name=Alex Sample; headline=Designer; photo=me.png; summary=Draws.; email:a@example.com; \
             phone:+1 555 010 0123; website:https://example.com; location:Testville, US; github:alex → \
             https://github.com/alex",
        ),
        (
            "---\nbasics: {name: 张三, title: 工程师, location: {region: 浙江, city: 杭州}}\n---\n",
            "name=张三; headline=工程师; location:浙江 杭州",
        ),
        // The commas of a template that joins the parts.
        (
            "---\nname: Alex Sample\naddress:\n  street: 1 Sample Rd,\n  city: Testville,\n---\n",
            "name=Alex Sample; location:1 Sample Rd, Testville",
        ),
        // vitae.
        (
            "---\nname: Alex\nsurname: Sample\nposition: Reader\nwww: example.com\nprofilepic: me.jpg\n---\n",
            "name=Alex Sample; headline=Reader; photo=me.jpg; website:example.com",
        ),
        // Jekyll and its themes.
        (
            "---\nlayout: page\ntitle: CV\npermalink: /cv/\nimage: /og.png\ngithub_username: alex\nurl: /cv\n\
             author: {name: Alex Sample, email: a@example.com}\n---\n",
            "layout=page; paper=CV; author=Alex Sample; github:alex; email:a@example.com",
        ),
        (
            "---\nsocial:\n  - {label: GitHub, icon: \"fab fa-github\", url: \"https://github.com/alex\"}\n  - {icon: \
             \"fas fa-envelope\", url: \"mailto:a@example.com\"}\n---\n",
            "github:https://github.com/alex → https://github.com/alex; email:mailto:a@example.com → \
             mailto:a@example.com",
        ),
        (
            "---\ntitle: Alex Sample\nauthor:\n- Alex Sample\n- Someone\ngeometry: margin=1in\n---\n",
            "title=Alex Sample; paper=Alex Sample; author=Alex Sample",
        ),
        // In other words.
        (
            "---\n姓名: 张三\n电话: 138-0000-0000\n邮箱: a@example.com\n求职意向: 后端\n头像: 照片.jpg\n微信: zs\n年龄: 25\n---\n",
            "name=张三; headline=后端; photo=照片.jpg; phone:138-0000-0000; email:a@example.com; wechat:zs; 年龄:25",
        ),
        (
            "---\n氏名: 山田太郎\nメール: a@example.com\n住所: 東京\n---\n",
            "name=山田太郎; email:a@example.com; location:東京",
        ),
        ("---\n이름: 홍길동\n전화번호: 010-0000-0000\n---\n", "name=홍길동; phone:010-0000-0000"),
        ("---\n姓名：张三\n电话：138-0000-0000\n---\n", "name=张三; phone:138-0000-0000"),
        ("---\nname: {first: 小明, last: 王}\nlang: zh_CN\n---\n", "name=王小明; lang=zh-CN"),
        // Other notations.
        (
            "+++\ntitle = \"简历\"\ndate = 2024-01-01\n[basics]\nname = \"张三\"\n+++\n",
            "name=张三; paper=简历",
        ),
        (
            "{\n\t\"title\": \"CV\",\n\t\"email\": \"a@example.com\"\n}\n# x\n",
            "title=CV; paper=CV; email:a@example.com",
        ),
        (";;;\n\"title\": \"CV\",\n\"phone\": \"1\"\n;;;\n", "title=CV; paper=CV; phone:1"),
        ("title: 简历\ndate: 2024-01-01\ntags:\n- a\n---\n", "paper=简历"),
        // YAML's interpretation is not what was meant.
        (
            "---\ntitle: Alex: Engineer\nname: 张三\n---\n",
            "name=张三; title=Alex: Engineer; paper=Alex: Engineer",
        ),
        ("---\nname: {{ site.author }}\nemail: a@example.com\n---\n", "email:a@example.com"),
        ("---\nname: 张三\nname: 李四\n---\n", "name=李四"),
        ("---\nname:\t张三\nemail: @alex\n---\n", "name=张三; email:@alex"),
        ("---\nname: '**'\nphoto: ![[我 的.jpg|100]]\n---\n", "name=**; photo=我 的.jpg"),
        (
            "---\ncontacts:\n  - \"[主页](https://example.com)\"\n  - <a@example.com>\n  - text: <i></i> 1\n---\n",
            ":主页 → https://example.com; :a@example.com; :1",
        ),
        ("---\nphoto: \"{{ site.url }}/a.png\"\n---\n", "photo={{ site.url }}/a.png"),
        ("---\nphoto: data:image/svg+xml;utf8,<svg/>\n---\n", "photo=data:image/svg+xml;utf8,<svg/>"),
        ("---\ngithub: true\nphoto: false\nlocation:\n---\n", ""),
        ("---\n---\n", ""),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn keys_of_other_tools_are_passed_over_in_silence() {
    for text in [
        "---\nlayout: post\ndate: 2024-01-01\ntags: [a]\ncategories: [b]\nexcerpt: x\nredirect_from: [/a]\ntoc: true\n---\n",
        "---\noutput:\n  pdf_document: default\ngeometry: margin=1in\nheader-includes:\n- \\usepackage{x}\ncsl: a.csl\n---\n",
        "---\nmarp: true\ntheme: gaia\nheader: 简历\npaginate: true\nsize: 4:3\n---\n",
        "---\ntheme: default\nclass: x\nCJKmainfont: y\nmargin-left: 10mm\npapersize: a4\nfontsize: 11pt\n---\n",
        "---\naliases: []\ncssclasses: [a]\ncreated: 2024-01-01\nupdated: 2024-01-02\npublish: false\n---\n",
        "---\nlayout:\n  title:\n    visible: true\ncover: x.png\ncoverY: 0\n---\n",
        "---\nposition: 1\nweight: 2\nheading: About\n---\n",
        "---\nheader:\n  overlay_color: \"#000\"\n  image: /a.jpg\n  video: {id: x}\n---\n",
        "+++\ndraft = false\nweight = 3\n[menu.main]\nname = 'x'\n+++\n",
    ] {
        let (front, end, found) = of(text);
        assert!(found.is_empty() && end == text.len(), "{text} {found:?}");
        assert!(front.set.is_empty() && front.contacts.is_empty(), "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_told_once_a_line() {
    for (text, lines) in [
        ("---\nname: 张三\ntitle: a: b\n---\n", vec![3]),
        ("---\ntitle: a: b\nx: @y\nname: 张三\n---\n", vec![2, 3]),
        ("---\nname: 张三\nname: 李四\n---\n", vec![3]),
        ("---\npages: two\nname: [a]\n---\n", vec![2, 3]),
        ("---\nlang: 我的语言\n---\n", vec![2]),
        ("---\nname: \"{{ page.name }}\"\n---\n", vec![2]),
        ("+++\ntitle = My CV\nname = \"张三\"\n+++\n", vec![2]),
        ("---\n姓名：张三\n---\n", vec![]),
    ] {
        let (_, _, found) = of(text);
        let line = |found: &Diagnostic| {
            assert_eq!(found.severity, crate::diag::Severity::Warning);
            1 + text[..found.primary.unwrap().range().start].matches('\n').count()
        };
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), lines, "{text} {found:?}");
    }
}
