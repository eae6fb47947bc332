//! The settings of the document in the front matter: layout, language, title, pages, codes to silence.

use super::carried::Front;
use super::silence::silenced;
use super::{Entry, Node, Value, Yaml};
use crate::diag::{Diagnostic, Span, code, message};

/// The most pages that may be asked for.
const MOST_PAGES: u16 = 99;

/// Names of languages that are written in place of a tag.
const LANGUAGES: [(&str, &[&str]); 5] = [
    ("zh-Hans", &["中文", "简体中文", "汉语", "chinese", "简体"]),
    ("zh-Hant", &["繁體中文", "繁体中文", "正體中文", "繁體"]),
    ("en", &["english", "英文", "英语"]),
    ("ja", &["日本語", "日语", "japanese"]),
    ("ko", &["한국어", "韩语", "korean"]),
];

impl Front<'_> {
    /// Reads `layout: compact`, or a table of layout keys that includes `name`.
    pub(super) fn layout(&mut self, key: &str, node: Node) {
        let Yaml::Map(entries) = node.value else {
            self.found.layout = self.text(key, node);
            return;
        };
        if is_gitbook(&entries) {
            return;
        }
        for (key, _, node) in entries {
            match key.as_str() {
                "name" | "file" => self.found.layout = self.text(&key, node),
                _ => self.set(key, node),
            }
        }
    }

    /// Reads layout keys: nested tables become dotted paths. The depth is bounded by the YAML budget.
    pub(super) fn set(&mut self, path: String, node: Node) {
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

    /// Reads `title: 张三的简历`, which names the document, or the page of a site.
    pub(super) fn title(&mut self, node: Node) {
        if let Yaml::List(_) | Yaml::Map(_) = node.value {
            return;
        }
        self.found.paper_title = self.text("title", node);
        if !self.site {
            self.found.title.clone_from(&self.found.paper_title);
        }
    }

    /// Reads `lang: zh_CN`.
    pub(super) fn lang(&mut self, node: Node) {
        let node = match node.value {
            Yaml::List(items) => match items.into_iter().next() {
                Some(first) => first,
                None => return,
            },
            _ => node,
        };
        let range = node.range.clone();
        let Some(Value { text, span }) = self.text("lang", node) else { return };
        match tag(&text) {
            Some(text) => self.found.lang = Some(Value { text, span }),
            None => self.fault("`lang` has to be the tag of a language, such as zh-CN or en", range),
        }
    }

    /// Reads `pages: 2`.
    pub(super) fn pages(&mut self, node: Node) -> Option<(u16, Span)> {
        let range = node.range.clone();
        let Value { text, span } = self.text("pages", node)?;
        let pages = text.parse().ok().filter(|pages| (1..=MOST_PAGES).contains(pages));
        if pages.is_none() {
            self.fault(message!("`pages` has to be a number from 1 to {most}", most = MOST_PAGES), range);
        }
        pages.map(|pages| (pages, span))
    }

    /// Reads `allow: [J302, J207]`: codes that are not reported.
    pub(super) fn allow(&mut self, node: Node) {
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
}

/// Returns whether a table says which parts of a page are visible, as in GitBook.
fn is_gitbook(entries: &[Entry]) -> bool {
    entries.iter().any(|(.., node)| match &node.value {
        Yaml::Map(inner) => inner.iter().any(|(key, ..)| key == "visible"),
        _ => false,
    })
}

/// Returns the BCP 47 tag of a language, given its tag, a system's locale (`zh_CN.UTF-8`), or its name.
fn tag(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some((tag, _)) = LANGUAGES.iter().find(|(_, names)| names.contains(&lower.as_str())) {
        return Some((*tag).to_owned());
    }
    let tag = text.split('.').next().unwrap_or_default().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next()?;
    let letters = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (letters && parts.all(rest)).then_some(tag)
}

/// Writes a value as TOML.
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

/// Returns a JSON string, which is a TOML basic string as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_tag_or_a_name() {
        for (text, want) in [
            ("zh-CN", Some("zh-CN")),
            ("zh_CN.UTF-8", Some("zh-CN")),
            ("en", Some("en")),
            ("简体中文", Some("zh-Hans")),
            ("English", Some("en")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("z", None),
            ("all of them", None),
        ] {
            assert_eq!(tag(text).as_deref(), want, "{text}");
        }
    }
}
