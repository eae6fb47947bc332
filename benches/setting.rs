//! How fast paragraphs are set: one of 10 000 characters, and texts of up to a million, in
//! characters a second, and as a ratio to a copy of the same text.

use std::hint::black_box;
use std::time::{Duration, Instant};

use divan::{Bencher, counter::CharsCount};
use jianli::boxes::{Block, Content, Flow, Inline, Paragraph, ParagraphSetting, Text, TextStyle, Tree};
use jianli::diag::Sink;
use jianli::geom::{Em, Pt};
use jianli::layout::{Align, Hyphenate, Stack, Style};
use jianli::lines;

use super::STAGES;

/// About as mixed as résumés are; one part in four is Latin.
const SENTENCES: [&str; 6] = [
    "负责核心链路的重构与性能优化，把接口的 P99 延迟从 380 ms 降到 95 ms，全年没有发生一次事故。",
    "主导“降本增效”专项，资源利用率由18%提升到43%，年节省成本约￥800万；相关做法在三个事业部推广。",
    "参与制定两项行业标准，指导十余名新人，其中五人已能独立负责一个子系统的设计、开发与运维工作。",
    "维护容器集群（共 46 个）与配套的 PostgreSQL、Redis、Kafka，把扩容时间从两小时缩短到九十秒。",
    "从零设计消息平台：分层存储、批量压缩、按租户限流，峰值吞吐提升到原来的三倍，而机器只增加一成。",
    "业余时间写作与翻译——两本关于排版与印刷的小书，以及若干篇关于字体、标点与断行规则的长文章。",
];

/// Returns a tree of paragraphs with about so many characters each, and so many in all.
fn tree(each: usize, all: usize) -> (Tree, usize) {
    let size = Pt::new(10);
    let leading = size.scale(16, 10);
    let style = TextStyle { style: Style { size, leading, ..Style::PLAIN }, ..TextStyle::default() };
    let setting = ParagraphSetting {
        align: Align::Justify,
        leading,
        lang: "zh-Hans".to_owned(),
        hyphenate: Hyphenate::Always,
        gap: Em::ratio(1, 4),
        autospace: (true, true),
        ..ParagraphSetting::default()
    };
    let mut sentences = SENTENCES.iter().cycle();
    let (mut blocks, mut characters) = (Vec::new(), 0);
    while characters < all {
        let (mut text, mut length) = (String::new(), 0);
        while length < each {
            let sentence = sentences.next().copied().unwrap_or("");
            text.push_str(sentence);
            length += sentence.chars().count();
        }
        characters += length;
        let inlines = vec![Inline::Text(Text { text, style, ..Text::default() })];
        let paragraph = Paragraph { inlines, setting: setting.clone(), ..Paragraph::default() };
        blocks.push(Block { content: Content::Paragraph(paragraph), ..Block::default() });
    }
    let stack = Stack { latin: Vec::new(), body: vec!["Noto Sans SC".to_owned()], scale: Default::default() };
    let flow = Flow { measure: Pt::new(400), blocks };
    let tree =
        Tree { regions: vec![flow], stacks: vec![stack], lang: "zh-Hans".to_owned(), ..Tree::default() };
    (tree, characters)
}

fn set(tree: &Tree) {
    black_box(lines::set(tree, &STAGES.fonts, &mut Sink::default()));
}

#[divan::bench]
fn paragraph_of_10_000_characters(bencher: Bencher) {
    let (tree, characters) = tree(10_000, 10_000);
    bencher.counter(CharsCount::new(characters)).bench(|| set(&tree));
}

/// In paragraphs of about 200 characters.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 10)]
fn text(bencher: Bencher, all: usize) {
    let (tree, characters) = tree(200, all);
    bencher.counter(CharsCount::new(characters)).bench(|| set(&tree));
}

/// Prints for texts of several lengths what setting costs beside a copy of their characters.
#[allow(clippy::print_stdout, reason = "a benchmark prints")]
pub fn print_ratios() {
    println!("\ncharacters   lines::set   characters/s   a copy of the text   ratio");
    for (each, all) in [(10_000, 10_000), (200, 1_000), (200, 10_000), (200, 100_000), (200, 1_000_000)] {
        let (tree, characters) = tree(each, all);
        let mut text = String::new();
        for block in tree.regions.iter().flat_map(|flow| &flow.blocks) {
            if let Content::Paragraph(paragraph) = &block.content {
                let texts = paragraph.inlines.iter().filter_map(|inline| match inline {
                    Inline::Text(text) => Some(text.text.as_str()),
                    _ => None,
                });
                text.extend(texts);
            }
        }
        let setting = fastest(|| set(&tree));
        let copying = fastest(|| drop(black_box(text.chars().collect::<Vec<char>>())));
        let rate = characters as f64 / setting.as_secs_f64();
        let ratio = setting.as_secs_f64() / copying.as_secs_f64();
        let what = if each == all { "in one paragraph" } else { "" };
        println!("{characters:>10} {setting:>12.2?} {rate:>14.0} {copying:>20.2?} {ratio:>7.0} {what}");
    }
}

/// Returns the shortest time of some runs.
#[allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub fn fastest(run: impl Fn()) -> Duration {
    let times = (0..7).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    times.min().unwrap_or_default().max(Duration::from_nanos(1))
}
