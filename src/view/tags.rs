//! Tags, and who sees the parts that have them.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Message, Sink, code, message};
use crate::source::views::folded;
use crate::source::{FrontMatter, Value};

const MOST_TAGS: usize = 64;
const DEEPEST: usize = 4;

/// The list of a directive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags {
    /// At least one of them has to be wanted, if there are any.
    pub any: Vec<String>,
    /// None of them may be wanted.
    pub not: Vec<String>,
}

impl Tags {
    /// Reads `a, b/c, -d`; returns `None` if it is not a list of tags.
    pub fn parse(list: &str) -> Option<Tags> {
        let mut tags = Tags::default();
        for name in list.split([',', '，', '、']).map(folded) {
            let (list, name) = match name.strip_prefix('-') {
                Some(rest) => (&mut tags.not, rest.to_owned()),
                None => (&mut tags.any, name),
            };
            if !is_tag(&name) {
                return None;
            }
            list.push(name);
        }
        (tags.any.len() + tags.not.len() <= MOST_TAGS).then_some(tags)
    }
}

/// Returns whether a name is that of a tag: letters, digits and `-_.`, with `/` between its levels.
fn is_tag(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    name.split('/').count() <= DEEPEST && name.split('/').all(part) && !name.starts_with('-')
}

/// A viewer: the tags that a view wants, and its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// The wanted tags; all if `None`.
    wanted: Option<Vec<String>>,
    name: Option<String>,
}

impl Viewer {
    /// Returns a viewer who sees everything.
    pub fn everybody() -> Viewer {
        Viewer::default()
    }

    /// Returns a viewer who wants these tags, which may be names for several; reports names that form a cycle.
    pub(super) fn new(name: &str, tags: Option<&[Value]>, front: &FrontMatter, sink: &mut Sink) -> Viewer {
        let wanted = tags.map(|tags| {
            let mut names = Names { front, open: Vec::new(), done: Vec::new(), all: Vec::new() };
            tags.iter().for_each(|tag| names.expand(&folded(&tag.text), sink));
            names.all
        });
        Viewer { wanted, name: Some(folded(name)) }
    }

    /// Returns a viewer who reads one language, whose tag has `/` between its parts.
    pub(super) fn reader(language: &str) -> Viewer {
        Viewer { wanted: Some(vec![language.to_owned()]), name: None }
    }

    /// Returns whether the viewer sees a part with such a list.
    pub(super) fn sees(&self, tags: &Tags) -> bool {
        let wanted = |tag: &String| self.wanted.iter().flatten().any(|want| matches(tag, want));
        let name = |tag: &String| self.name.as_deref() == Some(tag);
        let any = tags.any.is_empty()
            || self.wanted.is_none()
            || tags.any.iter().any(|tag| wanted(tag) || name(tag));
        any && !tags.not.iter().any(|tag| wanted(tag) || name(tag))
    }

    /// Returns the wanted tags.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &str> {
        self.wanted.iter().flatten().map(String::as_str)
    }
}

/// Returns whether a tag and a wanted one are related: the same, or one above the other. `web/*` is everything
/// below `web`.
pub(super) fn matches(tag: &str, want: &str) -> bool {
    let above =
        |above: &str, below: &str| below.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
    match want.strip_suffix("/*") {
        Some(top) => above(top, tag),
        None => tag == want || above(tag, want) || above(want, tag),
    }
}

/// Names for several tags while they are being resolved.
struct Names<'a> {
    front: &'a FrontMatter,
    open: Vec<String>,
    done: Vec<String>,
    /// The tags found.
    all: Vec<String>,
}

impl Names<'_> {
    /// Adds the tags that a name stands for, or the name itself if it is a tag.
    fn expand(&mut self, name: &str, sink: &mut Sink) {
        let is_known = |list: &[String]| list.iter().any(|known| known == name);
        let Some((declared, tags)) = self.front.tags.iter().find(|(known, _)| folded(&known.text) == name)
        else {
            if !is_known(&self.all) {
                self.all.push(name.to_owned());
            }
            return;
        };
        if is_known(&self.open) {
            let message = message!("the tag `{name}` refers to itself", name);
            let cure = "take it out of one of the lists";
            sink.report(Diagnostic::new(code::VIEW, declared.span, message).hint(cure));
            return;
        }
        if is_known(&self.done) {
            return;
        }
        // Parts with the name itself as a tag are meant too.
        self.all.push(name.to_owned());
        self.open.push(name.to_owned());
        tags.iter().for_each(|tag| self.expand(&folded(&tag.text), sink));
        self.open.pop();
        self.done.push(name.to_owned());
    }
}

/// Reports wanted tags that no part has.
pub(super) fn unknown(wanted: &[Value], known: &BTreeSet<String>, front: &FrontMatter, sink: &mut Sink) {
    let named = |name: &str| front.tags.iter().any(|(known, _)| folded(&known.text) == name);
    let inside = front.tags.iter().flat_map(|(_, tags)| tags);
    for tag in wanted.iter().chain(inside) {
        let name = folded(&tag.text);
        if named(&name) || known.iter().any(|known| matches(known, &name)) {
            continue;
        }
        let names = front.tags.iter().map(|(name, _)| folded(&name.text)).chain(known.iter().cloned());
        let place = Some(tag.span).filter(|span| !span.is_empty());
        let found = Diagnostic::new(code::UNKNOWN_TAG, place, message!("nothing is tagged `{name}`", name));
        sink.report(found.hint(advice(&name, names)));
    }
}

/// Returns advice: the nearest name, or else the known ones.
pub(super) fn advice(name: &str, known: impl Iterator<Item = String>) -> Message {
    let known: BTreeSet<String> = known.collect();
    let near = known.iter().map(|known| (strsim::damerau_levenshtein(known, name), known)).min();
    let most = 1 + name.chars().count() / 3;
    let begins = known.iter().find(|known| known.starts_with(name) && !name.is_empty());
    match (near.filter(|(distance, _)| *distance <= most).map(|(_, near)| near).or(begins), known.is_empty())
    {
        (Some(near), _) => message!("did you mean `{near}`?", near),
        (None, true) => "there are none".into(),
        (None, false) => {
            let names: Vec<&str> = known.iter().take(12).map(String::as_str).collect();
            message!("there are {names}", names = Message::names(names.iter()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewer(tags: &[&str]) -> Viewer {
        let wanted = Some(tags.iter().map(|tag| (*tag).to_owned()).collect());
        Viewer { wanted, name: Some("public".to_owned()) }
    }

    #[test]
    fn who_sees_what() {
        for (list, tags, want) in [
            ("x", &["y"] as &[&str], false),
            ("x", &[], false),
            ("x", &["x"], true),
            ("a/b", &["a"], true),
            ("a/b", &["a/b"], true),
            ("a/b", &["a/c"], false),
            ("a", &["a/b"], true),
            ("ab", &["a"], false),
            ("web/react", &["web/*"], true),
            ("web", &["web/*"], false),
            ("x, -y", &["x"], true),
            ("x, -y", &["x", "y"], false),
            ("-public", &["x"], false),
            ("-x", &[], true),
            ("public", &[], true),
            ("后端", &["后端"], true),
        ] {
            assert_eq!(viewer(tags).sees(&Tags::parse(list).unwrap()), want, "{list} for {tags:?}");
        }
        let all = Viewer { wanted: None, name: Some("public".to_owned()) };
        assert!(all.sees(&Tags::parse("x").unwrap()) && !all.sees(&Tags::parse("-public").unwrap()));
        assert!(Viewer::everybody().sees(&Tags::parse("x, -public").unwrap()));
    }
}
