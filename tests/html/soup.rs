//! Soups of tags and Markdown: nothing is lost, nothing panics, nothing takes long.

use std::time::{Duration, Instant};

use jianli::diag::Span;
use jianli::source::markdown::{Block, BlockKind};
use jianli::source::{self, Source};
use proptest::prelude::*;

use super::read;

/// Pieces of HTML and Markdown; `字` stands for a character that comes once in a text.
fn piece() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "div",
        "p",
        "center",
        "section",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "caption",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "details",
        "summary",
        "h1",
        "h3",
        "span",
        "b",
        "i",
        "a",
        "font",
        "code",
        "my-tag",
        "Badge",
        "svg",
        "path",
        "figure",
        "button",
        "nav",
        "template",
        "hidden",
        "sub",
        "br",
        "hr",
        "input",
        "wbr",
        "o:p",
        "iconify-icon",
        "label",
        "title",
        "xmp",
        "noscript",
    ]);
    let attributes = prop::sample::select(vec![
        "",
        "",
        "",
        "",
        " hidden",
        " style=\"display:none\"",
        " style=\"float:right\"",
        " class=date",
        " style='display:flex'",
        " class='fa fa-phone'",
        " align=\"center\"",
        " href=\"https://e.cn\"",
        " rowspan=3",
        " start=7",
        " /",
        " a=\"<\"",
        " style=\"page-break-before:always\"",
        " class=material-icons",
        " icon='mdi:mail'",
        " id=\"a\"width=3",
    ]);
    let marks = prop::sample::select(vec![
        "\n",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "    ",
        "  ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "# ",
        "### ",
        "**",
        "*",
        "_",
        "`字`",
        " ~~字~~",
        " ~ ",
        "字",
        "字",
        "字",
        "字",
        "字字 x",
        "字，",
        "&amp;",
        "&nbsp;",
        "< ",
        "<3",
        ">",
        "</",
        "<!-- c -->",
        "<https://e.cn>",
        "<a@b.cn>",
        "[字](https://e.cn)",
        ":fa-phone:",
        "```\n",
        "---\n",
        "===\n",
        ": ",
        "\\",
        "$",
        "<br>",
        "<br/>",
        "\u{1}",
        "\u{2E36}",
        "\n| 字 | b |\n|---|---|\n| c | 字<br>字 |\n\n",
        "  \n",
        "：",
        "**字：**字",
        "1 ",
        " | ",
        "2019 - ",
        "\u{A0}",
        "é",
        "🙂",
    ]);
    prop_oneof![
        3 => (names.clone(), attributes).prop_map(|(name, attributes)| format!("<{name}{attributes}>")),
        2 => names.prop_map(|name| format!("</{name}>")),
        5 => marks.prop_map(str::to_owned),
    ]
}

/// What breaks off in the middle, and what swallows.
fn debris() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "<div",
        "<div class=\"",
        "\"",
        "'",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<?",
        "?>",
        "<![CDATA[",
        "]]>",
        "<",
        "<a b='",
        "<b\n",
        "[",
        "]",
        "|",
        "<iframe>",
        "<textarea>",
        "<plaintext>",
        "](",
        ")",
        "[x]: ",
        "[^1]: ",
        "=",
        "/>",
    ])
    .prop_map(str::to_owned)
}

/// Puts characters that come only once in the place of each `字`.
fn numbered(pieces: Vec<String>) -> String {
    let mut next = '\u{4E00}'..;
    let number = |c: char| if c == '字' { next.next().unwrap() } else { c };
    pieces.concat().chars().map(number).collect()
}

fn is_number(c: &char) -> bool {
    ('\u{4E00}'..'\u{5200}').contains(c)
}

/// All texts of the tree in its order, and all that were dropped.
fn all_texts(source: &Source) -> [Vec<(Span, String)>; 2] {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    source::markdown::texts(&source.markdown.blocks, &mut |text, span| kept.push((span, text.to_owned())));
    dropped.extend(source.markdown.dropped.iter().map(|dropped| (dropped.span, dropped.text.clone())));
    [kept, dropped]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_is_kept_once_in_order_or_said_to_be_dropped(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = numbered(pieces);
        let (source, _) = read(&text);
        let [kept, dropped] = all_texts(&source);
        let printed: String = kept.iter().flat_map(|(_, text)| text.chars()).filter(is_number).collect();
        prop_assert!(printed.chars().is_sorted(), "{printed} {:?}", source.markdown.blocks);
        let mut all = kept;
        all.extend(dropped);
        let mut all: Vec<char> = all.iter().flat_map(|(_, text)| text.chars()).filter(is_number).collect();
        all.sort_unstable();
        let want: Vec<char> = source.text.chars().filter(is_number).collect();
        prop_assert_eq!(all, want, "{:?}", source.markdown);
    }

    #[test]
    fn places_are_those_of_the_text(pieces in prop::collection::vec(prop_oneof![4 => piece(), 1 => debris()], 0..40)) {
        let text = numbered(pieces);
        let (source, found) = read(&text);
        let [kept, dropped] = all_texts(&source);
        for (span, text) in kept.iter().chain(&dropped) {
            let own = source.text.get(span.range());
            prop_assert!(own.is_some(), "{span:?} {text}");
            // The place of a block of code is the whole block.
            let code = own.is_some_and(|own| own.contains('\n') || own.starts_with(['`', '~']));
            prop_assert!(span.len() != text.len() || own == Some(text) || code, "{own:?} {text}");
        }
        for found in found {
            prop_assert!(found.primary.is_none_or(|span| source.text.get(span.range()).is_some()));
        }
        each_block(&source.markdown.blocks, &mut |span| assert!(source.text.get(span.range()).is_some(), "{span:?}"));
    }
}

fn each_block(blocks: &[Block], each: &mut impl FnMut(Span)) {
    for block in blocks {
        each(block.span);
        match &block.kind {
            BlockKind::Quote(inside) | BlockKind::Footnote { blocks: inside, .. } => each_block(inside, each),
            BlockKind::List { items, .. } => {
                for item in items {
                    each(item.span);
                    each_block(&item.blocks, each);
                }
            }
            BlockKind::Definitions(list) => {
                for definition in list {
                    each(definition.span);
                    definition.details.iter().for_each(|inside| each_block(inside, each));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn time_is_linear_in_hostile_html() {
    let size: usize = std::env::var("JIANLI_SIZE").ok().and_then(|size| size.parse().ok()).unwrap_or(60_000);
    for part in [
        "<div>",
        "<table><tr><td>",
        "<ul><li>",
        "<li>x",
        "<p>x",
        "<b>",
        "<b>x</i>",
        "</div>",
        "<div></p>",
        "<div hidden>",
        "<span hidden>x",
        "<p hidden>x\n\n",
        "<div style='float:right'>x",
        "<div style='display:flex'>",
        "<i class='fa fa-x'>",
        "x<span>y</span>",
        "<",
        "<a ",
        "<a b=\"",
        "<div a=\"\n",
        "<!--",
        "<!-- x ",
        "<?",
        "&",
        "&am",
        "<pre>",
        "<svg>",
        "<td>",
        "<tr><td rowspan=99>x",
        "<td rowspan=99>",
        "<td>x",
        "<dl><dt>",
        "<dd>x",
        "<details><summary>",
        "<h1>",
        "<h1>x",
        "<blockquote>",
        "<div>\n\n",
        "- <div>\n",
        "> <div>\n",
        "<a\n",
        "<b>\n",
        "x\n<b>\n",
        "<div>\n    ",
        "<div>\n\n     x\n\n",
        ":fa-",
        ":fa-x:",
        "<my-tag>",
        "<m>",
        "<Badge text=x/>",
        "<script>",
        "<style>",
        "<title>",
        "<textarea>",
        "<a href=x><h3>x</h3>",
        "<div>*a _b ",
        "<div>[",
        "<td>`",
        "**<b>",
        "<x<y",
        "<p>#\n",
        "<li>- ",
        "\t<div>",
        "<template>\n\n",
    ] {
        for (before, after) in [("", ""), ("<table>", "</table>"), ("x ", ">\n\"'")] {
            let text = format!("{before}{}{after}", part.repeat(size / part.len()));
            let began = Instant::now();
            let _ = read(&text);
            let took = began.elapsed();
            if std::env::var_os("JIANLI_SIZE").is_some() && took > Duration::from_millis(300) {
                println!("{before:?} {part:?} {after:?} {took:?}");
            }
            assert!(took < Duration::from_secs(20), "{before:?} {part:?} {took:?}");
        }
    }
}
