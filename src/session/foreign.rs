//! The `layout:` of a front matter that is meant for another tool: a page of Jekyll, a slide of Slidev.

use crate::diag::{Diagnostic, Message, code, message};
use crate::layout::{BUNDLED, nearest};
use crate::source::{FrontMatter, Value};

/// Layouts of themes of Jekyll, Hexo, VuePress, Astro and others, and the words for no layout.
const THEIRS: [&str; 36] = [
    "page",
    "pages",
    "post",
    "posts",
    "default",
    "resume",
    "cv",
    "vita",
    "curriculum",
    "archive",
    "single",
    "base",
    "home",
    "index",
    "about",
    "article",
    "none",
    "null",
    "false",
    "true",
    "main",
    "splash",
    "blank",
    "profile",
    "doc",
    "docs",
    "layout",
    "landing",
    "full",
    "wide",
    "print",
    "blog",
    "portfolio",
    "project",
    "homepage",
    "cover",
];

/// Takes a layout that is not ours out of a front matter, and with it the title, which is then not the PDF's.
pub fn take(front: &mut FrontMatter) -> Option<Value> {
    let foreign = front.layout.as_ref().is_some_and(|layout| is_foreign(&layout.text));
    if !foreign {
        return None;
    }
    // Then the title is that of a web page, too.
    front.title = None;
    front.layout.take()
}

/// Returns whether a layout is another tool's. Names of ours, names close to them, and files that end in .toml are
/// ours.
fn is_foreign(name: &str) -> bool {
    let lower = name.to_lowercase();
    if lower.ends_with(".toml") || BUNDLED.iter().any(|bundled| bundled.name == name) {
        return false;
    }
    let path = name.contains(['.', '/', '\\']);
    let near = || nearest(&lower, BUNDLED.iter().map(|bundled| bundled.name)).is_some();
    THEIRS.contains(&lower.as_str()) || path || !near()
}

/// Returns the finding about it.
pub fn finding(layout: &Value) -> Diagnostic {
    let usual = BUNDLED.first().map_or("", |bundled| bundled.name);
    let shown: String = layout.text.chars().take(40).collect();
    let message = message!("the layout `{shown}` is another tool's: `{usual}` is used instead", shown, usual);
    let known: Vec<&str> = BUNDLED.iter().map(|bundled| bundled.name).collect();
    let hint = message!(
        "take the line out, or choose one with --layout NAME: {names}",
        names = Message::names(known.iter())
    );
    Diagnostic::new(code::FOREIGN_LAYOUT, layout.span, message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_of_others_are_told_from_ours() {
        for name in [
            "page",
            "CV",
            "base",
            "false",
            "layouts/resume.njk",
            "../layouts/Post.astro",
            "narrow",
            "resume-zh",
            "curriculum-vitae",
            "nowhere",
        ] {
            assert!(is_foreign(name), "{name}");
        }
        for name in ["compact", "compcat", "Classic", "my.toml", "two-colums"] {
            assert!(!is_foreign(name), "{name}");
        }
    }
}
