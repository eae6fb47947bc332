//! The front matter: YAML between `---` lines at the very top.

use std::ops::Range;

use super::html;
use super::yaml::{self, Node, Value as Yaml};
use super::{FrontContact, FrontMatter, Value};
use crate::diag::{Code, Diagnostic, FileId, Severity, Sink, Span, code};

/// Keys that set one thing.
const KEYS: [&str; 12] = [
    "name", "headline", "photo", "layout", "lang", "title", "set", "contacts", "header", "compat", "pages",
    "allow",
];
/// Keys that are contacts; others belong under `contacts:`.
const CONTACTS: [&str; 14] = [
    "email", "phone", "mobile", "website", "github", "gitee", "gitlab", "linkedin", "location", "wechat",
    "qq", "blog", "邮箱", "电话",
];

/// No résumé has more pages, whatever is asked for.
const MOST_PAGES: u16 = 99;

/// Returns what the front matter sets and where the Markdown begins.
///
/// A text that opens with `---` but is never closed, or holds no keys, has no front matter. Reports
/// what is not YAML, and unknown keys.
pub(super) fn read(text: &str, file: FileId, sink: &mut Sink) -> (FrontMatter, usize) {
    let none = (FrontMatter { span: Span::new(file, 0..0), ..FrontMatter::default() }, 0);
    let Some((inside, end)) = fences(text) else { return none };
    let yaml = &text[inside.clone()];
    let mut front = Front { found: none.0.clone(), file, base: inside.start, sink };
    front.found.span = Span::new(file, 0..end);
    match yaml::read(yaml) {
        Ok(Node { value: Yaml::Map(entries), .. }) => {
            entries.into_iter().for_each(|(key, place, node)| front.entry(&key, place, node));
        }
        Ok(Node { value: Yaml::Null, .. }) if yaml.trim().is_empty() => {}
        Err(fault) if has_key(yaml) => front.fault(&fault.message, fault.at..fault.at),
        Ok(_) if has_key(yaml) => front.fault("it has to be a list of `key: value` lines", 0..0),
        // Two thematic breaks with text between them.
        _ => return none,
    }
    (front.found, end)
}

/// Returns the bytes between the fences, and the offset behind the closing one.
fn fences(text: &str) -> Option<(Range<usize>, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = first.len();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((first.len()..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Tells whether any line looks like a key.
fn has_key(yaml: &str) -> bool {
    yaml.lines().any(|line| {
        line.split_once(':').is_some_and(|(key, rest)| {
            !key.is_empty()
                && key.chars().count() <= 24
                && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == '.')
                && (rest.is_empty() || rest.starts_with(' '))
        })
    })
}

struct Front<'a> {
    found: FrontMatter,
    file: FileId,
    base: usize,
    sink: &'a mut Sink,
}

impl Front<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn fault(&mut self, message: &str, at: Range<usize>) {
        let place = self.span(at);
        let message = format!("the front matter cannot be read: {message}");
        let hint =
            "between the `---` lines stand `key: value` lines; put values with special characters in quotes";
        self.sink.report(Diagnostic::new(code::FRONT_MATTER, place, message).hint(hint));
    }

    fn entry(&mut self, key: &str, place: Range<usize>, node: Node) {
        let lower = key.to_lowercase();
        match lower.as_str() {
            "name" => self.found.name = self.text(key, node),
            "headline" => self.found.headline = self.text(key, node),
            "photo" => self.found.photo = self.text(key, node),
            "lang" => self.found.lang = self.text(key, node),
            "title" => self.found.title = self.text(key, node),
            "compat" => self.found.compat = self.text(key, node),
            "pages" => self.found.pages = self.pages(node),
            "layout" => self.layout(key, node),
            "allow" => self.allow(node),
            "set" => self.set(String::new(), node),
            "contacts" | "header" => self.contacts(node),
            _ if CONTACTS.contains(&lower.as_str()) => self.contact(Some(key.to_owned()), node),
            _ => self.unknown(key, place),
        }
    }

    fn unknown(&mut self, key: &str, place: Range<usize>) {
        let near = KEYS
            .iter()
            .chain(&CONTACTS)
            .map(|known| (strsim::damerau_levenshtein(&key.to_lowercase(), known), known))
            .filter(|(distance, known)| *distance <= 1 + known.chars().count() / 4)
            .min();
        let shown: String = key.chars().take(40).collect();
        let place = self.span(place);
        let found =
            Diagnostic::new(code::FRONT_MATTER_KEY, place, format!("unknown front-matter key `{shown}`"));
        self.sink.report(match near {
            Some((_, known)) => found.hint(format!("did you mean `{known}`?")),
            None => found.hint(format!("known are {}", KEYS.join(", "))),
        });
    }

    /// A value that has to be one line of text.
    fn text(&mut self, key: &str, node: Node) -> Option<Value> {
        match node.value {
            Yaml::Text(text) | Yaml::Plain(text) => {
                Some(Value { text: text.trim().to_owned(), span: self.span(node.range) })
            }
            Yaml::Null => None,
            Yaml::List(_) | Yaml::Map(_) => {
                self.fault(&format!("`{key}` has to be a text"), node.range);
                None
            }
        }
    }

    /// `pages: 2`
    fn pages(&mut self, node: Node) -> Option<(u16, Span)> {
        let range = node.range.clone();
        let Value { text, span } = self.text("pages", node)?;
        let pages = text.parse().ok().filter(|pages| (1..=MOST_PAGES).contains(pages));
        if pages.is_none() {
            self.fault(&format!("`pages` has to be a number from 1 to {MOST_PAGES}"), range);
        }
        pages.map(|pages| (pages, span))
    }

    /// `allow: [J302, J207]`: codes that are not reported.
    fn allow(&mut self, node: Node) {
        let items = match node.value {
            Yaml::List(items) => items,
            _ => vec![node],
        };
        for item in items {
            let Some(Value { text, span }) = self.text("allow", item) else { continue };
            for name in text.split([',', '，', '、', ' ']).filter(|name| !name.is_empty()) {
                match silenced(name) {
                    Ok(code) => self.found.allow.push(code),
                    Err(why) => {
                        let found = Diagnostic::new(code::DIRECTIVE, span, why.message);
                        self.sink.report(found.hint(why.hint));
                    }
                }
            }
        }
    }

    /// `layout: compact`, or a table of layout keys, `name` among them.
    fn layout(&mut self, key: &str, node: Node) {
        let Yaml::Map(entries) = node.value else {
            self.found.layout = self.text(key, node);
            return;
        };
        for (key, _, node) in entries {
            match key.as_str() {
                "name" | "file" => self.found.layout = self.text(&key, node),
                _ => self.set(key, node),
            }
        }
    }

    /// Layout keys: nested tables become dotted paths. Depth is bounded by the YAML budget.
    fn set(&mut self, path: String, node: Node) {
        match node.value {
            Yaml::Map(entries) => {
                for (key, _, node) in entries {
                    let path = if path.is_empty() { key } else { format!("{path}.{key}") };
                    self.set(path, node);
                }
            }
            Yaml::Null => {}
            _ if path.is_empty() => self.fault("`set` has to hold `key: value` lines", node.range),
            _ => {
                let span = self.span(node.range.clone());
                self.found.set.push((path, Value { text: toml(&node), span }));
            }
        }
    }

    fn contacts(&mut self, node: Node) {
        match node.value {
            Yaml::Map(entries) => {
                entries.into_iter().for_each(|(key, _, node)| self.contact(Some(key), node));
            }
            Yaml::List(items) => {
                for item in items {
                    match item.value {
                        Yaml::Map(entries) if entries.iter().any(|(key, ..)| key == "text") => {
                            self.item(entries);
                        }
                        Yaml::Map(entries) => {
                            entries.into_iter().for_each(|(key, _, node)| self.contact(Some(key), node));
                        }
                        _ => self.contact(None, item),
                    }
                }
            }
            _ => self.contact(None, node),
        }
    }

    /// `text:` and `link:`, as Oh My CV writes them.
    fn item(&mut self, entries: Vec<(String, Range<usize>, Node)>) {
        let mut contact = None;
        let mut link = None;
        for (key, _, node) in entries {
            match key.as_str() {
                "text" => contact = self.text("text", node).map(without_tags),
                "link" => link = self.text("link", node),
                _ => {}
            }
        }
        self.found.contacts.extend(contact.map(|value| FrontContact { key: None, value, link }));
    }

    fn contact(&mut self, key: Option<String>, node: Node) {
        match node.value {
            Yaml::List(items) => items.into_iter().for_each(|item| self.contact(key.clone(), item)),
            _ => {
                let value = self.text(key.as_deref().unwrap_or("contacts"), node);
                self.found.contacts.extend(value.map(|value| FrontContact { key, value, link: None }));
            }
        }
    }
}

/// Why a code cannot be silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSilenced {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Returns the code that an author may silence by a name.
///
/// # Errors
/// If there is no such code, or it is an error's.
pub fn silenced(name: &str) -> Result<Code, NotSilenced> {
    let shown: String = name.chars().take(20).collect();
    let Some(code) = Code::named(name) else {
        let nearest = Code::nearest(&shown);
        let message = format!("there is no finding `{shown}`");
        let hint = format!("did you mean {} ({})?", nearest.id, nearest.title);
        return Err(NotSilenced { message, hint });
    };
    if code.severity == Severity::Error {
        let message = format!("{} is an error and cannot be silenced: {}", code.id, code.title);
        return Err(NotSilenced {
            message,
            hint: "take it out of the list, and correct what it names".to_owned(),
        });
    }
    Ok(code)
}

/// Takes HTML tags (icons) out of a value.
fn without_tags(mut value: Value) -> Value {
    if value.text.contains('<') {
        let pieces = html::tokens(&value.text).into_iter().filter(|piece| piece.token == html::Token::Text);
        let text: String = pieces.map(|piece| html::unescape(&value.text[piece.range])).collect();
        value.text = text.trim().to_owned();
    }
    value
}

/// Writes a value as TOML does.
fn toml(node: &Node) -> String {
    match &node.value {
        Yaml::Null => "\"\"".into(),
        Yaml::Plain(text) => text.clone(),
        Yaml::Text(text) => quoted(text),
        Yaml::List(items) => {
            let items: Vec<_> = items.iter().map(toml).collect();
            format!("[{}]", items.join(", "))
        }
        Yaml::Map(entries) => {
            let entries: Vec<_> =
                entries.iter().map(|(key, _, node)| format!("{} = {}", quoted(key), toml(node))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// A JSON string is a TOML basic string as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_is_no_front_matter_stays_text() {
        for text in
            ["---\nname: a\n# 甲\n", "---\n\n# 甲\n\n---\n", "# 甲\n---\na: b\n---\n", "---\n甲乙丙\n---\n"]
        {
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
}
