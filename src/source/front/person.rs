//! The person in the front matter: name, headline, photo, contacts, in the forms of jianli, JSON Resume, Oh My CV,
//! vitae and the site generators.

use super::carried::Front;
use super::keys::{self, Meaning};
use super::{Entry, Node, Value, Yaml};
use crate::source::chars::is_han;
use crate::source::{FrontContact, links, pictures};

/// The names of the parts of a profile: its network, its printed text, its target.
const LABELS: [&str; 9] = ["network", "platform", "service", "label", "name", "title", "type", "icon", "key"];
const WORDS: [&str; 7] = ["text", "value", "username", "user", "handle", "account", "id"];
const LINKS: [&str; 3] = ["url", "link", "href"];

/// The meanings of icons without the name of a network: Font Awesome's, Tabler's.
const ICONS: [(&str, &str); 9] = [
    ("envelope", "email"),
    ("mail", "email"),
    ("phone", "phone"),
    ("globe", "website"),
    ("link", "website"),
    ("home", "website"),
    ("marker", "location"),
    ("pin", "location"),
    ("weixin", "wechat"),
];

impl Front<'_> {
    /// Reads one key at the top, or of a person.
    pub(super) fn personal(&mut self, key: &str, meaning: Meaning, node: Node) {
        match meaning {
            Meaning::Name => self.name(key, node),
            Meaning::First => self.given = self.text(key, node),
            Meaning::Last => self.family = self.text(key, node),
            // `position: 1`: its place among the pages of a site.
            Meaning::Headline if matches!(node.value, Yaml::Plain(_)) => {}
            Meaning::Headline => {
                let value = self.text(key, node).filter(|value| value.text.contains(char::is_alphabetic));
                if self.found.headline.is_none() || key == "headline" {
                    self.found.headline = value;
                }
            }
            Meaning::Photo | Meaning::Cover => self.photo(key, node),
            Meaning::Summary => self.found.summary = self.text(key, node),
            Meaning::Author => self.author(node),
            Meaning::Contact("location") => match node.value {
                Yaml::Map(entries) => {
                    let span = self.span(node.range);
                    let value = place(&entries).map(|text| Value { text, span });
                    self.push(Some("location"), value, None);
                }
                _ => self.contact(Some("location"), node),
            },
            Meaning::Contact(kind) => self.contact(Some(kind), node),
            // The authors of a paper have lists of these.
            Meaning::House if matches!(node.value, Yaml::Text(_)) => {
                let value = self.text(key, node);
                self.push(None, value, None);
            }
            Meaning::House => {}
            Meaning::Url => self.url(node),
            Meaning::Contacts => self.contacts(node),
            Meaning::Basics => {
                if let Yaml::Map(entries) = node.value {
                    self.person(entries);
                }
            }
            _ => self.contact(Some(key), node),
        }
    }

    /// Reads the keys of a person: some mean more here than at the top.
    fn person(&mut self, entries: Vec<Entry>) {
        for (key, _, node) in entries {
            let meaning = match keys::fold(&key).as_str() {
                "title" => Meaning::Headline,
                "summary" | "about" | "bio" | "objective" => Meaning::Summary,
                _ => keys::meaning(&key).unwrap_or(Meaning::Fact),
            };
            match (meaning, &node.value) {
                (Meaning::Url, Yaml::Text(_)) => self.contact(Some("website"), node),
                // It cannot be printed on a line.
                (Meaning::Fact, Yaml::Map(_)) => {}
                (Meaning::Site | Meaning::Print, Yaml::Map(_) | Yaml::List(_)) => {}
                _ => self.personal(&key, meaning, node),
            }
        }
    }

    /// Reads `name: 张三`, `name: {first: Alex, last: Sample}`.
    fn name(&mut self, key: &str, node: Node) {
        let Yaml::Map(entries) = node.value else {
            let value = self.text(key, node);
            if self.found.name.is_none() || key == "name" {
                self.found.name = value;
            }
            return;
        };
        for (key, _, node) in entries {
            match key.as_str() {
                "first" | "given" => self.given = self.text(&key, node),
                "last" | "family" => self.family = self.text(&key, node),
                _ => {}
            }
        }
    }

    /// Joins the parts of a name, once all keys have been read. vitae calls the given name `name`.
    pub(super) fn whole_name(&mut self) {
        let given = self.given.take().or_else(|| self.found.name.clone());
        match (given, self.family.take()) {
            (Some(given), Some(family)) if !given.text.contains(&family.text) => {
                let text = if family.text.chars().all(is_han) {
                    format!("{}{}", family.text, given.text)
                } else {
                    format!("{} {}", given.text, family.text)
                };
                self.found.name = Some(Value { text, span: given.span });
            }
            (given, family) => self.found.name = self.found.name.take().or(given).or(family),
        }
    }

    /// Reads `photo: me.jpg`, also in the forms in which Obsidian and Markdown name a file.
    fn photo(&mut self, key: &str, node: Node) {
        let span = self.span(node.range.clone());
        // As written: it may be a `data:` URI with tags in it, or a path with a part for another tool.
        let mut value = match node.value {
            Yaml::Text(text) => Value { text: text.trim().to_owned(), span },
            _ => match self.text(key, node) {
                Some(value) => value,
                None => return,
            },
        };
        if value.text.is_empty() {
            return;
        }
        if ["true", "false", "none", "no", "null", "hide"].contains(&value.text.to_lowercase().as_str()) {
            return;
        }
        if let Some(file) = pictures::file_of(&value.text) {
            value.text = file;
        }
        if self.found.photo.is_none() || key == "photo" {
            self.found.photo = Some(value);
        }
    }

    /// Reads `author: Alex Sample`, a list of authors, or data about one.
    fn author(&mut self, node: Node) {
        match node.value {
            Yaml::List(items) => items.into_iter().take(1).for_each(|first| self.author(first)),
            Yaml::Map(entries) => {
                for (key, _, node) in entries {
                    match keys::meaning(&key) {
                        Some(Meaning::Name) if !matches!(node.value, Yaml::Map(_) | Yaml::List(_)) => {
                            self.found.author = self.text(&key, node);
                        }
                        Some(meaning @ (Meaning::Contact(_) | Meaning::Url)) => {
                            self.personal(&key, meaning, node);
                        }
                        _ => {}
                    }
                }
            }
            _ => self.found.author = self.text("author", node),
        }
    }

    /// Reads `url: https://…`; site generators use the key for a part of their own addresses.
    fn url(&mut self, node: Node) {
        match &node.value {
            Yaml::Text(text) => {
                let absolute = text.contains("://") || links::looks_like_domain(text.trim());
                if absolute {
                    self.contact(Some("website"), node);
                }
            }
            Yaml::Map(entries) if leads_inside(entries) => {}
            Yaml::List(_) | Yaml::Map(_) if !self.site => self.contacts(node),
            _ => {}
        }
    }

    /// Reads `header: {overlay_color: "#000", image: …}`: the banner of a page, unless it describes a person.
    pub(super) fn banner(&mut self, node: Node) {
        use Meaning::{Contact, Contacts, Fact, First, Last, Name, Network};
        let Yaml::Map(entries) = node.value else { return };
        for (key, _, node) in entries {
            if let Some(meaning @ (Name | First | Last | Contact(_) | Contacts | Network | Fact)) =
                keys::meaning(&key)
            {
                self.personal(&key, meaning, node);
            }
        }
    }

    fn contacts(&mut self, node: Node) {
        match node.value {
            Yaml::Map(entries) => self.person(entries),
            Yaml::List(items) => {
                for item in items {
                    match item.value {
                        Yaml::Map(entries) if is_profile(&entries) => self.profile(None, entries),
                        Yaml::Map(entries) => self.person(entries),
                        _ => self.contact(None, item),
                    }
                }
            }
            _ => self.contact(None, node),
        }
    }

    /// Reads `{network: GitHub, username: zhang, url: …}` of JSON Resume, `{label: …, icon: …, url: …}` of themes,
    /// `text:` and `link:` of Oh My CV.
    fn profile(&mut self, key: Option<&str>, entries: Vec<Entry>) {
        let (mut label, mut words, mut link) = (None, None, None);
        for (name, _, node) in entries {
            let lower = name.to_lowercase();
            let part = if LABELS.contains(&lower.as_str()) {
                &mut label
            } else if WORDS.contains(&lower.as_str()) {
                &mut words
            } else if LINKS.contains(&lower.as_str()) {
                &mut link
            } else {
                continue;
            };
            if part.is_none() && !matches!(node.value, Yaml::Map(_) | Yaml::List(_)) {
                *part = self.text(&name, node).map(|value| (lower, value));
            }
        }
        let network = label.and_then(|(kind, label)| network(&kind, &label.text));
        let key = key.map(str::to_owned).or(network);
        let link = link.map(|(_, value)| value);
        let value = words.map(|(_, value)| value).or_else(|| link.clone());
        self.push(key.as_deref(), value, link);
    }

    fn contact(&mut self, key: Option<&str>, node: Node) {
        match node.value {
            Yaml::List(items) => items.into_iter().for_each(|item| self.contact(key, item)),
            Yaml::Map(entries) => self.profile(key, entries),
            // `github: true` of a theme.
            Yaml::Plain(flag) if matches!(flag.as_str(), "true" | "false") => {}
            _ => {
                let value = self.text(key.unwrap_or("contacts"), node);
                let (value, link) = value.map_or((None, None), |value| match markdown_link(&value.text) {
                    Some((text, url)) => {
                        let part = |text: &str| Value { text: text.to_owned(), span: value.span };
                        (Some(part(text)), Some(part(url)))
                    }
                    None => (Some(value), None),
                });
                self.push(key, value, link);
            }
        }
    }

    fn push(&mut self, key: Option<&str>, value: Option<Value>, link: Option<Value>) {
        let key = key.map(str::to_owned);
        self.found.contacts.extend(value.map(|value| FrontContact { key, value, link }));
    }
}

/// Returns whether entries are a link to another page of the same site: `{url: /en/, text: English}`.
fn leads_inside(entries: &[Entry]) -> bool {
    let local =
        |node: &Node| matches!(&node.value, Yaml::Text(text) if text.trim().starts_with(['/', '#', '.']));
    entries.iter().any(|(key, _, node)| LINKS.contains(&key.to_lowercase().as_str()) && local(node))
}

/// Returns whether an item of a list is one contact, not a list of contacts.
fn is_profile(entries: &[Entry]) -> bool {
    let has = |names: &[&str]| entries.iter().any(|(key, ..)| names.contains(&key.to_lowercase().as_str()));
    has(&["text"]) || (has(&LABELS) && (has(&WORDS) || has(&LINKS)))
}

/// Returns whether a value is a list of names with their values, or of labels with their addresses.
pub(super) fn are_pairs(node: &Node) -> bool {
    let Yaml::List(items) = &node.value else { return false };
    let part = |entries: &[Entry], words: &[&str]| {
        entries.iter().any(|(key, ..)| words.contains(&key.to_lowercase().as_str()))
    };
    let pair = |item: &Node| match &item.value {
        Yaml::Map(entries) => {
            entries.len() == 2
                && part(entries, &["name", "label", "key"])
                && part(entries, &["value", "text"])
        }
        _ => false,
    };
    !items.is_empty() && items.iter().all(pair)
}

/// Returns the key of a network: that of the model, else its name; `None` for an icon without meaning.
fn network(kind: &str, label: &str) -> Option<String> {
    let known = |word: &str| match keys::meaning(word) {
        Some(Meaning::Contact(kind)) => Some(kind.to_owned()),
        _ => None,
    };
    if kind != "icon" {
        return known(label).or_else(|| Some(label.to_owned()));
    }
    // `fab fa-github`, `tabler:brand-linkedin`
    label.split([' ', '-', ':', '/', '_']).rev().find_map(|word| {
        let icon = ICONS.iter().find(|(icon, _)| *icon == word).map(|(_, kind)| (*kind).to_owned());
        icon.or_else(|| known(word))
    })
}

/// Returns the words and the target of a value that is one Markdown link.
fn markdown_link(text: &str) -> Option<(&str, &str)> {
    let (words, url) = text.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    (!words.is_empty() && !words.contains(['[', ']']) && !url.contains(['(', ' '])).then_some((words, url))
}

/// Returns the text of a place that JSON Resume gives in parts, the narrowest first; for a Chinese place the widest
/// first.
fn place(entries: &[Entry]) -> Option<String> {
    let part = |names: &[&str]| {
        let found = entries.iter().find(|(key, ..)| names.contains(&keys::fold(key).as_str()));
        found
            .and_then(|(.., node)| match &node.value {
                Yaml::Text(text) | Yaml::Plain(text) => super::plain::plain(text),
                _ => None,
            })
            // `city: Testville,`: a template of another tool joins the parts.
            .map(|text| text.trim_end().trim_end_matches([',', '，']).trim_end().to_owned())
            .filter(|text| !text.is_empty())
    };
    let whole = [
        part(&["address", "street"]),
        part(&["postalcode", "zip"]),
        part(&["city", "town"]),
        part(&["region", "state", "province"]),
        part(&["country", "countrycode"]),
    ];
    let [address, postal, city, region, country] = &whole;
    let wide = [city, region, address].into_iter().flatten().any(|part| part.contains(is_han));
    let parts: Vec<&str> = if wide {
        [country, region, city, address, postal].into_iter().flatten().map(String::as_str).collect()
    } else {
        [address, city, region, postal, country].into_iter().flatten().map(String::as_str).collect()
    };
    (!parts.is_empty()).then(|| parts.join(if wide { " " } else { ", " }))
}
