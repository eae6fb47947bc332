//! The routes of the server. No path reaches the file system: it is one of these or nothing.

use super::state::ViewOptions;
use crate::layout::BUNDLED;

/// A part of the page that is the same for every résumé.
#[derive(Debug, PartialEq, Eq)]
pub struct Asset {
    name: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! assets {
    ($($name:literal as $file:literal: $kind:literal),* $(,)?) => {
        &[$(Asset { name: $name, kind: $kind, text: include_str!(concat!("page/", $file)) }),*]
    };
}

const ASSETS: &[Asset] = assets![
    "" as "index.html": "text/html; charset=utf-8",
    "app.css" as "app.css": "text/css; charset=utf-8",
    "app.js" as "app.js": "text/javascript; charset=utf-8",
    "findings.js" as "findings.js": "text/javascript; charset=utf-8",
    "pages.js" as "pages.js": "text/javascript; charset=utf-8",
    "places.js" as "places.js": "text/javascript; charset=utf-8",
    "words.js" as "words.js": "text/javascript; charset=utf-8",
];

/// A resource that can be requested.
#[derive(Debug, PartialEq, Eq)]
pub enum Route<'a> {
    /// A part of the page.
    Asset(&'static Asset),
    /// The state of the build, now and at each change.
    Events,
    /// A page of the résumé, by its name.
    Page(&'a str),
    /// The text of the résumé.
    Source,
    /// Another look, in the preview only; `None` if there is no such look.
    ViewOptions(Option<ViewOptions>),
}

/// Returns the route of a path after the token; `None` if there is none.
pub fn route(path: &str) -> Option<Route<'_>> {
    if let Some(asset) = ASSETS.iter().find(|asset| asset.name == path) {
        return Some(Route::Asset(asset));
    }
    match path {
        "events" => Some(Route::Events),
        "source" => Some(Route::Source),
        _ => match path.strip_prefix("page/") {
            Some(name) => Some(Route::Page(name)),
            None => Some(Route::ViewOptions(look(path.strip_prefix("look?")?))),
        },
    }
}

/// The longest name of a view, in bytes.
const LONGEST: usize = 200;

/// Returns the value of a form field (URL Standard, application/x-www-form-urlencoded); `None` if it is not a name.
fn name(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let pair = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    let name = String::from_utf8(bytes).ok()?;
    (name.len() <= LONGEST && !name.contains(char::is_control)).then_some(name)
}

/// Reads `layout=NAME&pages=N&view=NAME&lang=TAG`. Missing or empty values are left to the document.
fn look(query: &str) -> Option<ViewOptions> {
    let mut look = ViewOptions::default();
    for (key, value) in query.split('&').filter_map(|part| part.split_once('=')) {
        match (key, value) {
            ("layout" | "pages" | "view" | "lang", "") => {}
            ("view", value) => look.view = Some(name(value)?),
            ("lang", value) => look.lang = Some(name(value)?),
            ("layout", name) => look.layout = Some(BUNDLED.iter().find(|bundled| bundled.name == name)?.name),
            ("pages", number) => {
                look.pages = Some(number.parse().ok().filter(|pages| (1..=99).contains(pages))?);
            }
            _ => return None,
        }
    }
    Some(look)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_meant_to_be_served_is() {
        assert!(matches!(route(""), Some(Route::Asset(asset)) if asset.text.contains("<!doctype html>")));
        assert!(
            matches!(route("events"), Some(Route::Events)) && route("page/1-0") == Some(Route::Page("1-0"))
        );
        for path in
            ["..", "../", "%2e%2e/", "app.js/..", "index.html", "/etc/passwd", "app.js?", "look", "Events"]
        {
            assert_eq!(route(path), None, "{path}");
        }
    }

    #[test]
    fn a_look_is_a_bundled_layout_a_number_of_pages_a_view_and_a_language() {
        let look = |query: &str| match route(&format!("look?{query}")) {
            Some(Route::ViewOptions(look)) => look,
            other => panic!("{query}: {other:?}"),
        };
        assert_eq!(
            look("layout=compact&pages=2"),
            Some(ViewOptions { layout: Some("compact"), pages: Some(2), ..ViewOptions::default() })
        );
        let chosen = look("view=%E5%90%8E%E7%AB%AF+1&lang=en").unwrap();
        assert_eq!((chosen.view.as_deref(), chosen.lang.as_deref()), (Some("后端 1"), Some("en")));
        for query in ["view=%0A", "view=%E5", "view=%", "view=%zz"] {
            assert_eq!(look(query), None, "{query}");
        }
        assert_eq!(look("layout=&pages="), Some(ViewOptions::default()));
        for query in ["layout=../x", "layout=base", "pages=0", "pages=100", "pages=x", "set=1"] {
            assert_eq!(look(query), None, "{query}");
        }
    }
}
