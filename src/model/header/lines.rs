//! The lines of a header's block, whatever its form: a list, a table, a quotation, lines
//! of a paragraph, terms and their texts.

use super::wording;
use crate::model::build::Builder;
use crate::model::cut;
use crate::model::directive::Marked;
use crate::model::flow::{self, Chunk, Manner};
use crate::model::key;
use crate::model::kinds::{SectionKind, fold};
use crate::model::resume::Image;
use crate::model::rich::Rich;
use crate::source::markdown as md;

/// A line of the header.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadLine {
    /// The key of the list that has the line as an item: `联系方式：` over several.
    pub label: Option<Rich>,
    /// The line, without its label.
    pub text: Rich,
    /// The cells that the author separated, of a table or of code spans; empty without any.
    pub cells: Vec<Rich>,
}

/// The lines and images read from a block.
pub(super) struct Read {
    pub lines: Vec<HeadLine>,
    pub images: Vec<Image>,
}

impl HeadLine {
    pub(super) fn plain(text: Rich) -> HeadLine {
        HeadLine { label: None, text, cells: Vec::new() }
    }
}

impl Builder<'_> {
    /// Returns the lines of a block; `None` for one that cannot be contacts and facts (code, a list whose
    /// items hold more than text).
    pub(super) fn head_lines(&mut self, marked: &Marked<'_>, personal: bool) -> Option<Read> {
        let manner = Manner { icons: true, ..self.manner_of(marked) };
        let mut read = Read { lines: Vec::new(), images: Vec::new() };
        match &marked.block.kind {
            md::BlockKind::Paragraph(content) | md::BlockKind::Heading { content, .. } => {
                let chunks = self.chunks_in(content, &manner);
                read.chunks(chunks);
            }
            md::BlockKind::Quote(inner) => {
                for block in inner {
                    match &block.kind {
                        md::BlockKind::Paragraph(content) | md::BlockKind::Heading { content, .. } => {
                            read.chunks(flow::chunks(content, &manner));
                        }
                        md::BlockKind::List { items, .. } => read.items(items, &manner)?,
                        md::BlockKind::Break => {}
                        _ => return None,
                    }
                }
            }
            md::BlockKind::List { items, .. } => read.items(items, &manner)?,
            md::BlockKind::Table { head, rows, .. } => {
                let rows = std::iter::once(head).chain(rows);
                let rows: Vec<Vec<Rich>> = rows.map(|row| read.cells(row, &manner)).collect();
                self.table_lines(rows, personal, &mut read);
            }
            md::BlockKind::Code { info, text } if info.trim().is_empty() => {
                read.lines.extend(self.fenced_lines(marked, text)?);
            }
            md::BlockKind::Definitions(definitions) => {
                for (at, definition) in definitions.iter().enumerate() {
                    let term = flow::rich(&definition.term, &manner).0;
                    let mut details = Vec::new();
                    for block in definition.details.iter().flatten() {
                        let md::BlockKind::Paragraph(content) = &block.kind else { return None };
                        let (text, images) = flow::rich(content, &manner);
                        details.push(text);
                        read.images.extend(images);
                    }
                    read.definition(at, term, details);
                }
            }
            _ => return None,
        }
        Some(read)
    }

    /// Reads the rows of a table of keys and values; a head that only says so is left out.
    fn table_lines(&mut self, rows: Vec<Vec<Rich>>, personal: bool, read: &mut Read) {
        // `| 电话 | 邮箱 |` over their values: the keys head the columns.
        if let [head, values @ ..] = rows.as_slice()
            && head.len() > 1
            && head.iter().all(cut::is_bare_key)
            && !values.is_empty()
            && !values.iter().flatten().any(cut::is_bare_key)
        {
            for row in values {
                for (key, value) in head.iter().zip(row).filter(|(_, value)| !value.is_blank()) {
                    let mut text = key.clone();
                    text.append(value.clone());
                    read.lines.push(HeadLine { label: None, text, cells: vec![key.clone(), value.clone()] });
                }
            }
            return;
        }
        let grid = is_grid(&rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (at, cells) in rows.into_iter().enumerate() {
            let cells: Vec<Rich> = cells.into_iter().filter(|cell| !cell.is_blank()).collect();
            // An empty field of a form says nothing.
            if let [key] = cells.as_slice()
                && columns == 2
                && (personal || grid)
                && is_key_of_form(key)
                && !self.is_dead_link(key)
            {
                self.consume(key, "key without a value");
                continue;
            }
            // `| Persönliche Daten |  |` heads the table.
            if let [title] = cells.as_slice()
                && at == 0
                && columns > 1
                && SectionKind::is_exact_title(&title.text())
                && SectionKind::of_title(&title.text()) == [SectionKind::Personal]
            {
                self.consume(title, "title of a table of contacts");
                continue;
            }
            let words = |is: fn(&str) -> bool| cells.len() > 1 && cells.iter().all(|cell| is(&cell.text()));
            if at == 0 && ((personal || grid) && words(is_table_word) || words(is_word_for_contacts)) {
                cells.iter().for_each(|cell| self.consume(cell, "head of a table of keys and values"));
                continue;
            }
            if let [key, value] = cells.as_slice()
                && (grid || wording::is_network_and_link(&cells) && columns == 2)
                && !cut::is_bare_key(key)
            {
                let label = Some(key.clone());
                read.lines.push(HeadLine { label, text: value.clone(), cells: Vec::new() });
                continue;
            }
            let mut text = Rich::default();
            cells.iter().for_each(|cell| text.append(cell.clone()));
            if !text.is_blank() {
                read.lines.push(HeadLine { label: None, text, cells });
            }
        }
    }
}

/// Returns whether a cell alone in its row is a key: a word or two, and no address.
fn is_key_of_form(cell: &Rich) -> bool {
    let text = cell.text();
    cut::is_bare_key(cell)
        || (cell.runs().all(|run| run.link.is_none())
            && text.is_ascii()
            && text.split_whitespace().count() <= 2
            && !text.contains(['@', '.'])
            && !text.contains(|c: char| c.is_ascii_digit()))
}

/// Returns whether rows are pairs of a key and its value, most of the keys known: the others are keys as well.
fn is_grid(rows: &[Vec<Rich>]) -> bool {
    let filled = |row: &&Vec<Rich>| row.iter().any(|cell| !cell.is_blank());
    let rows: Vec<&Vec<Rich>> = rows.iter().filter(filled).collect();
    let pairs = rows.iter().all(|row| row.len() == 2 && !row[0].is_blank());
    let known = rows.iter().filter(|row| cut::is_bare_key(&row[0])).count();
    let named = rows.iter().any(|row| cut::is_name_key(&row[0]));
    let short = |row: &&Vec<Rich>| row[0].text().chars().count() <= 24 && !row[0].text().contains('@');
    let most = known * 2 >= rows.len() || (named && known > 1);
    pairs && rows.len() > 2 && most && rows.iter().all(short)
}

/// Words that head the columns of a table of contacts.
fn is_word_for_contacts(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "service",
        "site",
        "platform",
        "account",
        "网站",
        "平台",
        "サービス",
        "リンク",
        "アカウント",
        "链接地址",
        "contact",
        "contacts",
        "contactinformation",
        "contactinfo",
        "contactdetails",
        "links",
        "link",
        "social",
        "profiles",
        "联系方式",
        "链接",
        "个人链接",
    ];
    WORDS.contains(&fold(text).as_str())
}

/// Returns whether a word heads a table of keys and values and says nothing of the person.
pub(in crate::model) fn is_table_word(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    [
        "key",
        "title",
        "value",
        "item",
        "items",
        "field",
        "detail",
        "details",
        "content",
        "info",
        "information",
        "项目",
        "項目",
        "内容",
        "內容",
        "字段",
        "信息项",
        "信息項",
        "数据项",
        "条目",
        "栏目",
        "属性",
        "具体内容",
        "值",
        "名称",
        "信息",
        "資訊",
        "资讯",
        "類別",
        "欄位",
        "說明",
        "类别",
        "说明",
        "項目名",
        "詳情",
        "详情",
        "詳細資料",
        "详细资料",
        "機構",
        "机构",
        "地點",
        "機構/地點",
        "机构/地点",
        "時間",
        "时间",
        "항목",
        "내용",
    ]
    .contains(&word.as_str())
}

impl Read {
    /// Reads the lines of running text; a newline of the source ends one.
    fn chunks(&mut self, chunks: Vec<Chunk>) {
        for chunk in chunks {
            match chunk {
                Chunk::Image(image) => self.images.push(image),
                Chunk::Comment(..) => {}
                Chunk::Lines(lines) => {
                    self.lines.extend(lines.into_iter().map(|line| HeadLine::plain(line.text)));
                }
            }
        }
    }

    fn cells(&mut self, row: &[Vec<md::Inline>], manner: &Manner) -> Vec<Rich> {
        row.iter()
            .map(|cell| {
                let (text, images) = flow::rich(cell, manner);
                self.images.extend(images);
                text
            })
            .collect()
    }

    /// Reads the items of a list. One that is a key without a value heads the items below it.
    fn items(&mut self, items: &[md::Item], manner: &Manner) -> Option<()> {
        for item in items {
            if item.task.is_some() {
                return None;
            }
            let mut label: Option<Rich> = None;
            for block in &item.blocks {
                match &block.kind {
                    md::BlockKind::Paragraph(content) => {
                        let before = self.lines.len();
                        self.paragraph(content, manner);
                        label = self
                            .lines
                            .last()
                            .filter(|_| self.lines.len() == before + 1)
                            .map(|line| line.text.clone());
                    }
                    md::BlockKind::List { items, .. } => {
                        let key = label.take().filter(is_bare_key);
                        if key.is_some() {
                            self.lines.pop();
                        }
                        let before = self.lines.len();
                        self.items(items, manner)?;
                        if let Some(key) = key {
                            self.lines[before..].iter_mut().for_each(|line| {
                                line.label.get_or_insert_with(|| key.clone());
                            });
                        }
                    }
                    _ => return None,
                }
            }
        }
        Some(())
    }

    /// Reads the text of an item: its soft breaks separate nothing.
    fn paragraph(&mut self, content: &[md::Inline], manner: &Manner) {
        for chunk in flow::chunks(content, manner) {
            match chunk {
                Chunk::Image(image) => self.images.push(image),
                Chunk::Comment(..) => {}
                Chunk::Lines(lines) => self.hard_lines(lines),
            }
        }
    }

    /// Reads hard lines; those that only run on are joined, unless they are pairs themselves.
    fn hard_lines(&mut self, lines: Vec<flow::Line>) {
        let pair = |line: &flow::Line| key::at_start(&line.text.text(), key::GRID_KEY).is_some();
        let mut waiting: Vec<flow::Line> = Vec::new();
        for mut line in lines {
            // `学历：` over separate lines: they are its value.
            let headed = matches!(waiting.as_slice(), [first, ..] if is_bare_key(&first.text));
            let starts = (line.joint == flow::Joint::Hard && !headed) || pair(&line);
            if starts && !waiting.is_empty() {
                self.lines.extend(joined(std::mem::take(&mut waiting)));
            }
            if waiting.is_empty() {
                line.joint = flow::Joint::Start;
            }
            waiting.push(line);
        }
        if !waiting.is_empty() {
            self.lines.extend(joined(waiting));
        }
    }
}

/// Joins lines that run on. Short ones under a key alone were broken off by hand, and are its values: `学历：` over two
/// schools.
fn joined(mut lines: Vec<flow::Line>) -> Vec<HeadLine> {
    if let [first, rest @ ..] = lines.as_mut_slice()
        && is_bare_key(&first.text)
    {
        flow::keep_hand_broken(rest);
        if rest.len() > 1 && rest[1..].iter().all(|line| line.joint == flow::Joint::Hard) {
            let label = |text: Rich| HeadLine { label: Some(first.text.clone()), ..HeadLine::plain(text) };
            return rest.iter().map(|line| label(line.text.clone())).collect();
        }
    }
    vec![HeadLine::plain(flow::join(lines))]
}

/// Returns whether a line is a key and nothing else.
fn is_bare_key(line: &Rich) -> bool {
    let text = line.text();
    let bare = text.trim_end_matches(['*', ' ']);
    key::at_start(bare, key::GRID_KEY).is_some_and(|key| key.len == bare.len())
}
