//! HTML inside Markdown: what each element becomes, what is left out, and that nothing is lost.

mod soup;

use jianli::diag::{Diagnostic, Files, Sink};
use jianli::source::markdown::{Block, BlockKind, Inline, InlineKind};
use jianli::source::{self, Source};

fn read(text: &str) -> (Source, Vec<Diagnostic>) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let source = source::parse("resume.md", text.as_bytes(), None, &mut files, &mut sink);
    let found = sink.into_sorted();
    (source.unwrap_or_else(|_| panic!("{found:?}")), found)
}

/// The tree of a text, in brackets: `h2(…) p(…) ul[p(…); p(…)]`; a tab as `⇥`, a line end as `↵`.
fn tree(text: &str) -> String {
    blocks(&read(text).0.markdown.blocks)
}

fn blocks(list: &[Block]) -> String {
    list.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading { level, content, .. } => format!("h{level}({})", inlines(content)),
        BlockKind::Paragraph(content) => format!("p({})", inlines(content)),
        BlockKind::List { start, items, .. } => {
            let items: Vec<_> = items.iter().map(|item| blocks(&item.blocks)).collect();
            let mark = start.map_or("ul".to_owned(), |start| format!("ol{start}"));
            format!("{mark}[{}]", items.join("; "))
        }
        BlockKind::Quote(inside) => format!("quote[{}]", blocks(inside)),
        BlockKind::Code { text, .. } => format!("code({text})"),
        BlockKind::Table { head, rows, .. } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(" | ")
            };
            let rows: Vec<_> = rows.iter().map(row).collect();
            format!("table[{} || {}]", row(head), rows.join("; "))
        }
        BlockKind::Definitions(definitions) => {
            let one = |definition: &source::markdown::Definition| {
                let details: Vec<_> = definition.details.iter().map(|inside| blocks(inside)).collect();
                format!("{}: {}", inlines(&definition.term), details.join(", "))
            };
            format!("dl[{}]", definitions.iter().map(one).collect::<Vec<_>>().join("; "))
        }
        BlockKind::Footnote { blocks: inside, .. } => format!("note[{}]", blocks(inside)),
        BlockKind::Break => "hr".to_owned(),
        BlockKind::Comment(text) => format!("<!{text}>"),
        BlockKind::Html(html) => format!("html({html})"),
    }
}

fn inlines(list: &[Inline]) -> String {
    list.iter()
        .map(|inline| match &inline.kind {
            InlineKind::Text(text) => text.replace('\t', "⇥"),
            InlineKind::Code(text) => format!("`{text}`"),
            InlineKind::Strong(content) => format!("[b {}]", inlines(content)),
            InlineKind::Emphasis(content) => format!("[i {}]", inlines(content)),
            InlineKind::Strike(content) => format!("[s {}]", inlines(content)),
            InlineKind::Link { url, content } => format!("[{} → {url}]", inlines(content)),
            InlineKind::Image { src, width, .. } => {
                format!("[image {src}{}]", width.map_or(String::new(), |width| format!(" {width}")))
            }
            InlineKind::Icon(name) => format!("({name})"),
            InlineKind::SoftBreak { space } => if *space { "␣" } else { "⏎" }.to_owned(),
            InlineKind::HardBreak => "↵".to_owned(),
            InlineKind::Tag { name, closing, .. } => format!("<{}{name}>", if *closing { "/" } else { "" }),
            InlineKind::Comment(text) => format!("<!{text}>"),
            InlineKind::Html(html) => format!("html({html})"),
            InlineKind::FootnoteReference(label) => format!("[^{label}]"),
        })
        .collect()
}

/// The tree without tags that only mark running text.
fn plain(text: &str) -> String {
    let mut out = tree(text);
    for name in ["span", "a", "font", "small", "code", "kbd", "badge", "my-tag", "label"] {
        out = out.replace(&format!("<{name}>"), "").replace(&format!("</{name}>"), "");
    }
    out
}

/// The codes, lines and messages of what is found.
fn findings(text: &str) -> Vec<String> {
    let (source, found) = read(text);
    let line = |found: &Diagnostic| {
        let before = &source.text[..found.primary.unwrap().range().start];
        1 + before.matches('\n').count()
    };
    found.iter().map(|found| format!("{:?} {} {}", found.code, line(found), found.message)).collect()
}

fn dropped(text: &str) -> Vec<String> {
    read(text).0.markdown.dropped.into_iter().map(|dropped| dropped.text).collect()
}

#[test]
fn markdown_between_tags_is_markdown() {
    for (text, want) in [
        (
            "<hr>\n## 教育\n<hr>\n甲，**乙**，[丙](https://e.cn)",
            "hr h2(教育) hr p(甲，[b 乙]，[丙 → https://e.cn])",
        ),
        ("<h3>示例科技</h3>\n- **负责**网关", "h3(示例科技) ul[p([b 负责]网关)]"),
        ("<div align=\"center\">\n\n# 张三\n\n</div>", "h1(张三)"),
        ("<center>\n**x**\n</center>", "p([b x])"),
        ("<div>a</div>\n## Next", "p(a) h2(Next)"),
        ("<p>\n    甲 *乙*\n</p>", "p(甲 [i 乙])"),
        ("<section>\n  ### 甲\n  1. 乙\n  2. 丙\n</section>", "h3(甲) ol1[p(乙); p(丙)]"),
        ("<div>\n    - 甲\n      - 乙\n</div>", "ul[p(甲) ul[p(乙)]]"),
        ("<div>\n\n    <p>深 **缩** 进</p>\n\n</div>", "p(深 [b 缩] 进)"),
        ("<td>**b**</td>", "p([b b])"),
        (
            "<div>[甲][1]，<https://a.cn></div>\n\n[1]: https://e.cn/x",
            "p([甲 → https://e.cn/x]，[https://a.cn → https://a.cn])",
        ),
        ("> <div>\n> 甲\n>\n> **乙**\n> </div>", "quote[p(甲) p([b 乙])]"),
        ("- 项\n  <div>\n\n  内\n\n  </div>\n- 二", "ul[p(项) p(内); p(二)]"),
        ("<p>甲&amp;乙&hearts;&nbsp;&#x4e2d;</p>", "p(甲&乙♥\u{A0}中)"),
        ("<div>\n**成果：**提升\n2016~2019\n</div>", "p([b 成果：]提升⏎2016~2019)"),
    ] {
        assert_eq!(tree(text), want, "{text}");
    }
}

#[test]
fn what_stands_on_a_line_with_its_tags_is_running_text() {
    for (text, want) in [
        ("<p># 1 号</p>", "p(# 1 号)"),
        ("<p>- 甲</p>", "p(- 甲)"),
        ("<p>2020. 甲</p>", "p(2020. 甲)"),
        ("<div>> 甲</div>", "p(> 甲)"),
        ("<div>---</div>", "p(---)"),
        ("<ul><li>+ 86</li><li>    甲</li></ul>", "ul[p(+ 86); p(甲)]"),
        ("<div>* * *\n# 甲\n</div>", "p(* * *) h1(甲)"),
    ] {
        assert_eq!(tree(text), want, "{text}");
    }
}

#[test]
fn elements_become_what_markdown_has_for_them() {
    for (text, want) in [
        ("<h1 align=center>张三</h1><h6>甲</h6>", "h1(张三) h6(甲)"),
        ("<h2>甲\n<h3>乙</h3>", "h2(甲) h3(乙)"),
        ("<h3>\n  甲\n</h3>", "h3(甲)"),
        ("<ul>\n<li>甲</li>\n<li>乙\n<ul><li>丙</li></ul></li>\n</ul>", "ul[p(甲); p(乙) ul[p(丙)]]"),
        ("<ul><li>甲<ul><li>乙</ul></li><ul><li>丙</li></ul></ul>", "ul[p(甲) ul[p(乙)] ul[p(丙)]]"),
        ("<ol start=\"3\"><li>甲<li>乙</ol>丙", "ol3[p(甲); p(乙)] p(丙)"),
        ("<ul><li><p>甲</p><p>乙</p></li><li></li></ul>", "ul[p(甲) p(乙)]"),
        ("<ul>\n<li>甲</li>\n\n<li>\n\n**乙**\n\n</li>\n\n</ul>\n\n后", "ul[p(甲); p([b 乙])] p(后)"),
        (
            "<dl><dt>语言</dt><dd>Rust</dd><dt>工具<dd>Git<dd>Vim</dl>",
            "dl[语言: p(Rust); 工具: p(Git), p(Vim)]",
        ),
        ("<dl>\n\n<div><dt>甲</dt>\n\n<dd>\n\n乙\n\n</dd></div>\n</dl>", "dl[甲: p(乙)]"),
        ("<blockquote>甲<p>乙</p></blockquote>", "quote[p(甲) p(乙)]"),
        ("<pre>\n  x &lt; y\n    <b>z</b></pre>", "code(  x < y\n    z)"),
        ("<details>\n<summary>更多</summary>\n\n- 甲\n\n</details>", "p([b 更多]) ul[p(甲)]"),
        ("<details><summary><h3>甲</h3></summary>乙</details>", "h3(甲) p(乙)"),
        ("<figure><img src=\"\" hidden><figcaption>甲</figcaption></figure>", "p(甲)"),
        ("<p>甲<br>乙<wbr>丙</p><hr/>", "p(甲↵乙丙) hr"),
        (
            "<address>甲</address><time>2019</time> <mark>乙</mark>",
            "p(甲) p(<time>2019</time> <mark>乙</mark>)",
        ),
        ("<div style=\"page-break-before:always\"></div>\n\n甲", "<!pagebreak> p(甲)"),
        ("<!-- pagebreak -->\n<div>甲<!-- x -->乙</div>", "<!pagebreak> p(甲<!x>乙)"),
        ("<font color=red><h3>甲</h3></font>", "h3(甲)"),
        ("<div><b>粗<h3>甲</h3>乙</b> 丙</div>", "p(<b>粗) h3(<b>甲) p(<b>乙</b> 丙)"),
        ("<a href=\"https://e.cn\"><h3>甲</h3></a>", "h3(<a>甲)"),
    ] {
        assert_eq!(tree(text), want, "{text}");
    }
}

#[test]
fn tables_list_and_lay_out() {
    for (text, want) in [
        (
            "<table><thead><tr><th>期间</th><th>公司</th></tr></thead>\n<tr><td>2019</td><td>**甲**<br>乙</td></tr>\n\n<tr><td>2020</td><td>丙</td></tr></table>",
            "table[期间 | 公司 || 2019 | [b 甲]↵乙; 2020 | 丙]",
        ),
        ("<table><tr><td>公司</td><td>2019 - 2020</td></tr></table>", "table[ || 公司 | 2019 - 2020]"),
        (
            "<table>\n<tr>\n\n    <td>甲</td>\n\n    <td>\n\n    乙\n\n    </td>\n</tr>\n</table>",
            "table[ || 甲 | 乙]",
        ),
        (
            "<table><tr><th>甲</th><td>1</td></tr><tr><th>乙</th><td>2</td></tr></table>",
            "table[ || 甲 | 1; 乙 | 2]",
        ),
        ("<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>", "table[ || 甲 | 1;  | 2]"),
        ("<table><caption>表</caption><tr><td>甲<td><p>乙<p>丙</table>", "p(表) table[ || 甲 | 乙↵丙]"),
        ("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", "p(甲) p(乙)"),
        (
            "<table><tr><td><h3>公司</h3></td><td>2019</td></tr><tr><td>做事</td><td><ul><li>甲</li></ul></td></tr></table>",
            "h3(公司⇥2019) p(做事) ul[p(甲)]",
        ),
        ("<table><tr><td>\n\n# 张三\n\n</td><td>\n\n- 电话\n\n</td></tr></table>", "h1(张三) ul[p(电话)]"),
        ("<table><tr><td><table><tr><td>甲<td>乙</table><td>丙</table>", "table[ || 甲 | 乙] p(丙)"),
    ] {
        assert_eq!(tree(text), want, "{text}");
    }
}

#[test]
fn items_and_paragraphs_in_a_cell_have_lines_of_their_own() {
    let cell = |html: &str| plain(&format!("| a | b |\n|---|---|\n| 2019 | {html} |\n"));
    for (html, want) in [
        ("<ul><li>Rust</li><li>Typst</li></ul>", "Rust↵Typst"),
        ("<ol><li>Rust<li>Typst</ol>", "Rust↵Typst"),
        ("Perl<br>Awk", "Perl↵Awk"),
        ("甲<p>乙</p>丙", "甲↵乙↵丙"),
        ("<div>甲</div><div>**乙**</div>", "甲↵[b 乙]"),
    ] {
        assert_eq!(cell(html), format!("table[a | b || 2019 | {want}]"), "{html}");
    }
    assert_eq!(plain("技能：<ul><li>甲</li><li>乙</li></ul>完"), "p(技能：↵甲↵乙↵完)");
}

#[test]
fn what_html_sets_apart_on_a_line_is_parted_by_tabs() {
    for (text, want) in [
        ("### <span>CEO</span> <span>Dec 2013</span>", "h3(CEO⇥Dec 2013)"),
        (
            "### <span>Demo Co., Ltd</span><span>May 2019 -- Jan 2021</span>",
            "h3(Demo Co., Ltd⇥May 2019 – Jan 2021)",
        ),
        ("<h3>\n<span>甲</span>\n<span>乙</span>\n</h3>", "h3(甲⇥乙)"),
        ("### 公司 <span style=\"float:right\">2019</span>", "h3(公司 ⇥2019)"),
        ("### <span style='float: right'>2019</span>公司", "h3(2019⇥公司)"),
        ("<h3>sos\n  <span class=\"date\">Present</span>\n</h3>", "h3(sos⇥Present)"),
        ("### <div>公司</div><div>2019</div>", "h3(公司⇥2019)"),
        ("公司<span class=\"pull-right\">2019</span>", "p(公司⇥2019)"),
        ("<p><span style='color:red'>甲</span> <span class=x>乙</span></p>", "p(甲⇥乙)"),
        (
            "<code>Rust</code><code>Go</code> <a href='https://a.cn'>甲</a><a href='https://b.cn'>乙</a>",
            "p(Rust⇥Go 甲⇥乙)",
        ),
        ("<Badge text=\"v2\"/><Badge text=\"v3\"/>", "p(v2⇥v3)"),
        ("<my-tag>甲</my-tag><my-tag>乙</my-tag>", "p(甲⇥乙)"),
        ("<div style=\"display:flex\"><div>公司</div><div>2019</div></div>", "p(公司⇥2019)"),
        ("<div class=\"row\"><h3>公司</h3><span>2019</span></div>", "h3(公司⇥2019)"),
        ("<div style='float:left'>公司</div><div style='float:right'>2019</div>", "p(公司⇥2019)"),
        ("<div class=\"entry-date\">2019</div>\n<h3>公司</h3>", "h3(2019⇥公司)"),
        ("<div><p class=t-date>2019</p><p>研究员</p><p>某所</p></div>", "p(2019⇥研究员) p(某所)"),
        ("<div><p>研究员</p><p class=t-date>2019</p><p>某所</p></div>", "p(研究员⇥2019) p(某所)"),
        ("<div class=skill-row><span>Rust</span><div></div><span>90%</span></div>", "p(Rust⇥90%)"),
        ("<h3>甲</h3><p class=date>2019</p><h3>乙</h3><p class=date>2018</p>", "h3(甲⇥2019) h3(乙⇥2018)"),
        (
            "## 经历\n<div class=e><div class=date>2019</div><div><h3>甲</h3></div></div>",
            "h2(经历) h3(2019⇥甲)",
        ),
    ] {
        assert_eq!(plain(text), want, "{text}");
    }
}

#[test]
fn what_belongs_together_is_not_parted() {
    for (text, want) in [
        (
            "我用 <span style=\"color:red\">红</span><span style=\"color:blue\">蓝</span> 写",
            "p(我用 红蓝 写)",
        ),
        ("<span class=from>07/2023</span><span class=to>→ oggi</span>", "p(07/2023→ oggi)"),
        ("<span>2019</span><span> - </span><span>2020</span>", "p(2019 - 2020)"),
        ("公司 (<span class=date>2019</span>)", "p(公司 (2019))"),
        ("公司 | <span style='float:right'>2019</span>", "p(公司 | 2019)"),
        ("<span lang=en>Rust</span> <span lang=fr>mot</span> 甲", "p(Rust mot 甲)"),
        ("<div style='float:right'>138-0000-0000</div>\n\n# 张三", "p(138-0000-0000) h1(张三)"),
        (
            "<div class=row><p>甲</p><p>乙</p><p>丙</p><p>丁</p><p>戊</p></div>",
            "p(甲) p(乙) p(丙) p(丁) p(戊)",
        ),
        ("<div style='display:flex;flex-direction:column'><p>甲</p><p>乙</p></div>", "p(甲) p(乙)"),
    ] {
        assert_eq!(plain(text), want, "{text}");
    }
}

#[test]
fn what_is_hidden_is_left_out_and_listed() {
    for (text, want, gone) in [
        ("甲\n\n<p hidden>2024 乙</p>", "p(甲)", vec!["2024 乙"]),
        ("<div style=\"display:none\">\n\n## 秘\n- 密\n\n</div>\n\n后", "p(后)", vec!["秘", "密"]),
        ("甲 <span hidden>乙 **丙**</span> 丁", "p(甲  丁)", vec!["乙 ", "丙"]),
        ("<span style='visibility: hidden'>\n\n甲\n\n</span>\n\n乙", "p(乙)", vec!["甲"]),
        ("<template>\n<p>甲</p>\n</template>乙", "p(乙)", vec!["甲"]),
        ("<head><title>甲</title><style>\np{}\n</style></head>\n乙", "p(乙)", vec!["甲"]),
        ("<hidden>甲</hidden>乙", "p(乙)", vec!["甲"]),
        ("<ul><li>甲</li><li hidden>乙</li></ul>", "ul[p(甲)]", vec!["乙"]),
        ("<p hidden>甲<p>乙", "p(乙)", vec!["甲"]),
        ("<div hidden>甲<div>乙</div>丙</div>丁", "p(丁)", vec!["甲", "乙", "丙"]),
        ("<script>\nlet x = '<b>甲</b>';\n</script>\n\n乙", "p(乙)", vec![]),
        ("甲<script>x</script>乙<style>y</style>", "p(甲乙)", vec![]),
        // Never closed: no more than its own lines.
        ("<div hidden>甲\n\n乙", "p(乙)", vec!["甲"]),
    ] {
        assert_eq!(tree(text), want, "{text}");
        assert_eq!(dropped(text), gone, "{text}");
    }
}

#[test]
fn icons_are_told_by_name() {
    for (text, want) in [
        ("<i class=\"fa fa-phone\"></i> 138", "p((phone) 138)"),
        ("<span class=\"iconify\" data-icon=\"tabler:mail\"></span> 甲", "p((mail) 甲)"),
        (
            "<iconify-icon icon=\"mdi:github\"></iconify-icon>[甲](https://e.cn)",
            "p((github)[甲 → https://e.cn])",
        ),
        ("<i class=\"bi bi-geo-alt\"/> 杭州", "p((geo-alt) 杭州)"),
        ("<p><ion-icon name=mail></ion-icon>甲</p>", "p((mail)甲)"),
        ("<i class='iconfont icon-weixin'>&#xe60f;</i>甲", "p((weixin)甲)"),
        ("<span class=\"material-icons\">phone</span> 138", "p((phone) 138)"),
        ("<i class='fa fa-phone'>138</i>", "p((phone)<i>138</i>)"),
        ("<i class='fa fa-phone'> 138", "p((phone) 138)"),
        ("<svg><use xlink:href='#icon-qq'/></svg>10000", "p((qq)10000)"),
        (":fa-phone: 138，:devicon/react:", "p((phone) 138，(react))"),
        ("# :tabler-user: 张三", "h1((user) 张三)"),
        (":phone: `:fa-x:`", "p(☎\u{fe0f} `:fa-x:`)"),
    ] {
        assert_eq!(tree(text), want, "{text}");
        assert_eq!(findings(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_author_hears_once_of_each_kind() {
    assert_eq!(
        findings("甲\n\n<blink>乙</blink><blink>丙</blink>\n\n<Badge text=\"v2\"/>"),
        ["J107 3 the HTML tag <blink> is not understood", "J107 5 the HTML tag <badge> is not understood"]
    );
    assert_eq!(
        findings("<p hidden>甲</p>\n<div style='display:none'>乙</div>"),
        [
            "J107 1 the text in <p> is not printed: hidden by the attribute `hidden`",
            "J107 2 the text in <div> is not printed: hidden by its style",
        ]
    );
    assert_eq!(findings("<nav>甲</nav>\n<form>乙</form><nav>丙</nav>").len(), 2);
    assert_eq!(findings("<svg><path d='M0'/><text>甲</text></svg>").len(), 1);
    assert_eq!(
        findings("<a href=\"a@example.com\">甲</a> <style>x</style> <!-- 乙 -->"),
        Vec::<String>::new()
    );
}

#[test]
fn html_that_is_broken_off_keeps_its_text() {
    for (text, want) in [
        ("<div class=\"甲>\n<p>乙</p>\n**丙**", "p(<div class=\"甲>) p(乙) p([b 丙])"),
        ("<!-- 没关\n# 标题\n\n甲", "p(<!-- 没关) h1(标题) p(甲)"),
        ("<p>x<y</p>甲", "p(x<y) p(甲)"),
        ("<ul><li>甲\n\n## 乙\n\n丙", "ul[p(甲)] h2(乙) p(丙)"),
        ("<p>a <a@b.cn> 1 < 2 </1>", "p(a [a@b.cn → mailto:a@b.cn] 1 < 2 </1>)"),
        ("<p><b id=\"x\"class=y>甲</b></p>", "p(<b>甲</b>)"),
        ("</div></p>甲</b>", "p(甲</b>)"),
        ("<iframe src=x title=\"播放器\"></iframe>甲", "p(<iframe></iframe>甲)"),
        ("- 甲\n  </div>\n\n乙", "ul[p(甲)] p(乙)"),
        ("<div hidden>\n\n- 甲\n  </div>\n\n乙", "p(乙)"),
    ] {
        assert_eq!(tree(text), want, "{text}");
    }
}

#[test]
fn images_have_their_width_from_attribute_or_style() {
    for (html, want) in [
        ("<img src=\"a.svg\" width=\"96\">", "[image a.svg 96]"),
        ("<img src='a.svg' style='float:right; width: 120px'>", "[image a.svg 120]"),
        ("<img src=a.svg width=200px height=10 />", "[image a.svg 200]"),
        ("<img src='a.svg' width='100%'>", "[image a.svg]"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
        std::fs::write(folder.path().join("a.svg"), svg).unwrap();
        let source = source::parse("x", html.as_bytes(), Some(folder.path()), &mut files, &mut sink).unwrap();
        assert_eq!(blocks(&source.markdown.blocks), format!("p({want})"), "{html}");
    }
}

#[test]
fn an_empty_span_keeps_words_apart() {
    let tabs = |text: &str| tree(text).matches('⇥').count();
    assert_eq!(tabs("Lab, App<span class=\"spacer\"></span>Jun 2022"), 1);
    assert_eq!(tabs("甲大学（本科）<span style=\"flex:1\"> </span> 2022"), 1);
    assert_eq!(tabs("ab<span id=\"top\"></span>cd"), 0);
}

#[test]
fn chips_are_code_spans() {
    let chip = |class: &str, words: &[&str]| {
        words.iter().map(|word| format!("<span class=\"{class}\">{word}</span>")).collect::<String>()
    };
    for (text, want) in [
        (chip("project-tech", &["C# (.NET 6+)", "Go", "Rust"]), "p(`C# (.NET 6+)` `Go` `Rust`)"),
        (chip("badge", &["Go", "Rust"]), "p(`Go` `Rust`)"),
        (format!("<div>{}</div>", chip("x", &["甲", "乙", "丙"])), "p(`甲` `乙` `丙`)"),
    ] {
        assert_eq!(tree(&text), want, "{text}");
    }
    // A title and its date, and words of which some stand outside.
    assert!(!tree(&chip("x", &["甲", "2020"])).contains('`'));
    assert!(!tree(&format!("a {}", chip("tag", &["甲", "乙"]))).contains('`'));
    assert!(!tree(&chip("date", &["2018", "2019", "2020"])).contains('`'));
}

#[test]
fn long_raised_text_is_not_raised() {
    assert!(!tree("甲 <sub>某大学的课程表抓取展示与统计</sub>").contains("sub"));
    assert!(!tree("A <sup>(shown on request, on paper)</sup>").contains("sup"));
    assert!(tree("H<sub>2</sub>O<sup>1,2</sup>").contains("sub"));
}

#[test]
fn classes_name_the_parts_of_an_entry() {
    let entry = |company: &str, title: &str, date: &str| {
        format!(
            "<div class=\"{company}\">Example Works</div>\n<div class=\"{title}\">Cook</div>\n<div class=\"{date}\">2020 - 2023 | Testville</div>\n<p>Cooked.</p>\n"
        )
    };
    for (company, title, date) in [
        ("company-name", "job-title", "job-date"),
        ("employer", "role", "dates"),
        ("school", "degree", "period"),
        ("institution_name", "position", "entry-duration"),
    ] {
        let got = tree(&entry(company, title, date));
        assert!(got.starts_with("p([b Example Works]↵Cook"), "{got}");
        assert!(got.ends_with("p(Cooked.)"), "{got}");
    }
    assert_eq!(tree("<div class=\"company-logo\">甲</div>"), "p(甲)");
    assert_eq!(tree("<p>甲 <span class=\"company\">乙</span></p>").matches("strong>").count(), 2);
}

#[test]
fn a_cell_does_not_reach_beyond_its_group() {
    let group = |cell: &str| format!("<tbody><tr><td rowspan=2>x</td><td>{cell}</td></tr></tbody>");
    let table = format!("<table>{}<!-- {} -->{}</table>", group("a"), group("b"), group("c"));
    let got = tree(&table);
    assert!(got.contains("table[ || x | a; x | c]"), "{got}");
}
