//! Who may use whom: reads `src/**/*.rs` and fails on an import that turns the pipeline round, on a
//! fenced crate used outside its folder, on the machine (files, clocks, threads) being touched where
//! everything should be pure, on files too long to be about one thing, and on rings of files.

mod rings;
mod uses;

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of the crate and the parts that it may use. A file in `src/` itself counts by its stem.
const MAY_USE: &[(&str, &[&str])] = &[
    ("geom", &[]),
    ("diag", &["geom"]),
    ("source", &["geom", "diag"]),
    ("view", &["diag", "source"]),
    ("model", &["geom", "diag", "source"]),
    ("drift", &["diag", "source", "model"]),
    ("layout", &["geom", "diag", "model"]),
    ("font", &["geom", "diag", "model", "layout"]), // icons are of contacts, cascades of styles
    ("boxes", &["geom", "diag", "source", "model", "layout"]),
    ("lines", &["geom", "diag", "model", "layout", "font", "boxes"]),
    ("pages", &["geom", "diag", "source", "model", "layout", "font", "boxes", "lines"]),
    ("svg", &["geom", "diag", "source", "model", "layout", "font", "boxes", "lines", "pages", "image"]),
    ("gallery", &["geom", "diag", "model", "layout", "font", "boxes", "lines", "pages"]),
    ("image", &["geom", "diag", "source", "layout", "lines"]),
    ("pdf", &["geom", "diag", "source", "model", "layout", "font", "boxes", "lines", "pages", "image"]),
    ("png", &["geom", "diag", "source", "model", "layout", "font", "boxes", "lines", "pages", "image"]),
    ("export", &["geom", "diag", "source", "model", "layout", "image"]), // and nothing that knows pages
    ("exchange", &["diag", "source", "model", "export"]),
    ("diff", &["diag", "source", "model", "export"]), // a fold over its walk
    ("coverage", &["diag", "source", "model", "export"]),
    ("readback", &["diag", "source", "model", "layout", "lines", "pages"]), // and nothing of `pdf`
    ("extract", &["diag"]),
    ("reflow", &["diag", "source", "model", "export", "readback"]),
    ("compile", &["diag", "source", "model", "layout", "font", "boxes", "lines", "pages"]),
    ("fit", &["geom", "diag", "model", "layout", "font", "boxes", "lines", "pages", "compile"]),
    (
        "session",
        &[
            "diag", "source", "view", "model", "drift", "layout", "font", "pages", "lines", "gallery", "pdf",
            "png", "svg", "readback", "image", "extract", "fit", "compile", "export", "exchange", "diff",
            "coverage",
        ],
    ),
    ("cli", EVERYTHING),
    ("lib", EVERYTHING),
    ("main", EVERYTHING),
];

const EVERYTHING: &[&str] = &[
    "geom", "diag", "source", "view", "model", "layout", "font", "boxes", "lines", "pages", "gallery",
    "drift", "image", "pdf", "png", "svg", "readback", "extract", "compile", "fit", "session", "cli",
    "export", "exchange", "diff", "coverage", "reflow",
];

/// Third-party crates that only one room may know, so that each can be replaced in one room.
const FENCED: &[(&str, &[&str])] = &[
    ("pulldown_cmark", &["source"]),
    ("html5gum", &["source"]),
    ("serde_saphyr", &["source"]),
    ("emojis", &["source"]),
    ("toml", &["layout", "source"]),
    ("skrifa", &["font"]),
    ("harfrust", &["font"]),
    ("subsetter", &["font"]),
    ("memmap2", &["font"]),
    ("svgtypes", &["font"]),
    ("icu_segmenter", &["lines"]),
    ("icu_normalizer", &["source"]),
    ("encoding_rs", &["source"]),
    ("chardetng", &["source"]),
    ("icu_datetime", &["model"]), // its tests only
    ("hypher", &["lines"]),
    ("printpdf", &["pdf"]),
    ("lopdf", &["pdf", "readback"]),
    ("flate2", &["pdf", "extract"]),
    ("fontdue", &["png"]),
    ("crc32fast", &["source"]),
    ("tiny_skia", &["png"]),
    ("tiny_skia_path", &["source"]),
    ("usvg", &["source"]),
    ("image_webp", &["image"]),
    ("zune_jpeg", &["image"]),
    ("png", &["image", "png"]),
    ("annotate_snippets", &["diag"]),
    ("zip", &["export", "exchange"]),
    ("quick_xml", &["export"]),
    ("clap", &["cli", "main"]),
    ("base64", &["svg", "source", "export", "cli"]),
    ("tempfile", &["cli"]),
    ("rustix", &["cli"]),
    ("getrandom", &["cli"]),
    ("notify", &["cli"]),
    ("glob", &["cli"]),
    ("similar", &["cli"]),
    ("lsp_server", &["cli"]),
    ("lsp_types", &["cli"]),
];

/// Modules of `std` through which a result could depend on the machine.
const MACHINE: &[&str] = &["env", "fs", "net", "process", "thread", "time"];

/// The only rooms that may touch the machine: a folder, or the start of a file's path in `src/`.
const MACHINE_ROOMS: &[&str] =
    &["cli/", "main.rs", "source/load", "font/load", "layout/file/load", "pdf/deflate"];

/// The longest a file may be without saying at its top why (`//! Long because …`).
const LINES: usize = 400;

#[test]
fn every_import_follows_the_pipeline() {
    let files = rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.len() > 20, "src/ was not found");
    let found: Vec<String> = files.iter().flat_map(|(path, text)| faults(path, text)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn an_injected_bad_import_is_found() {
    let bad = [
        ("model/entry.rs", "use crate::lines::Line;", "model may not use lines"),
        ("boxes/mod.rs", "use crate::{geom::Pt, pages::Page};", "boxes may not use pages"),
        ("lines/mod.rs", "use super::pdf;", "lines may not use pdf"),
        ("pdf/text.rs", "fn f() { super::super::png::render() }", "pdf may not use png"),
        ("pages/mod.rs", "fn f() { crate::cli::run() }", "pages may not use cli"),
        ("model/mod.rs", "use pulldown_cmark::Event;", "pulldown_cmark belongs to source"),
        ("lines/shape.rs", "use ::harfrust as hb;", "harfrust belongs to font"),
        ("lines/icon.rs", "use png::Decoder;", "png belongs to image, png"),
        ("pages/mod.rs", "use std::{fmt, time::Instant};", "std::time"),
        ("source/mod.rs", "fn f() { std::fs::read(p) }", "std::fs"),
        ("html/mod.rs", "", "html is not in the table"),
    ];
    for (path, text, wanted) in bad {
        let found = faults(path, text).join("\n");
        assert!(found.contains(wanted), "{path}: {text}: found {found:?}, not {wanted:?}");
    }
    let long = "fn f() {}\n".repeat(LINES + 1);
    assert_eq!(faults("model/mod.rs", &long).len(), 1);
    assert_eq!(faults("model/mod.rs", &format!("//! Words.\n//! Long because a table is.\n{long}")).len(), 0);
}

#[test]
fn what_looks_like_an_import_and_is_none_is_let_through() {
    let good = [
        ("model/entry.rs", "// use crate::lines::Line;\n/* crate::pdf /* nested */ */ fn f() {}"),
        ("model/entry.rs", r##"const A: &str = "crate::lines"; const B: &str = r#"std::fs "x" "#;"##),
        ("model/entry.rs", r#"const Q: char = '"'; fn f<'a>(x: &'a str) {} const S: &str = "std::env";"#),
        ("cli/build.rs", "use crate::{pdf, png};\nfn f() { png::render(page); }"),
        ("model/mod.rs", "use super::source::Source; mod kinds { use super::super::diag; }"),
        ("source/load.rs", "use std::fs;"),
        ("lines/mod.rs", "#[cfg(test)]\nmod tests { use std::fs; }"),
        ("lines/tests/speed.rs", "use std::time::Instant;"),
    ];
    for (path, text) in good {
        assert_eq!(faults(path, text), Vec::<String>::new(), "{path}: {text}");
    }
}

/// Returns what is wrong with a file, given its path in `src/`.
fn faults(path: &str, text: &str) -> Vec<String> {
    let stage = path.split(['/', '.']).next().unwrap_or(path);
    let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == stage) else {
        return vec![format!("{path}: {stage} is not in the table of stages")];
    };
    let tokens = tokens(text);
    let mut found = Vec::new();
    for used in own_parts(&tokens, path) {
        if used != stage && EVERYTHING.contains(&used.as_str()) && !may_use.contains(&used.as_str()) {
            found.push(format!("{path}: {stage} may not use {used}"));
        }
    }
    for (krate, rooms) in FENCED {
        if !rooms.contains(&stage) && names_crate(&tokens, krate) {
            found.push(format!("{path}: {krate} belongs to {}", rooms.join(", ")));
        }
    }
    let test = path.contains("/tests/") || path.ends_with("/tests.rs");
    if !test && !MACHINE_ROOMS.iter().any(|room| path.starts_with(room)) {
        let shipped = tokens.len().min(test_module(&tokens));
        for module in children(&tokens[..shipped], "std").iter().filter(|m| MACHINE.contains(&m.as_str())) {
            found.push(format!("{path}: std::{module} makes the result depend on the machine"));
        }
    }
    let reason = text.lines().take(30).any(|line| line.starts_with("//! Long because"));
    if text.lines().count() > LINES && !reason {
        found.push(format!("{path}: over {LINES} lines, and no `//! Long because …` says why"));
    }
    found
}

/// Returns the first path segments below the crate's root: of `crate::x`, `jianli::x`, and of as many
/// `super::` as lead there from this file.
fn own_parts(tokens: &[String], path: &str) -> Vec<String> {
    let depth = path.matches('/').count() + usize::from(!path.ends_with("mod.rs"));
    let root = vec!["super"; depth.max(1)].join("::");
    let mut parts = children(tokens, "crate");
    parts.extend(children(tokens, "jianli"));
    parts.extend(children(tokens, &root));
    parts
}

/// Returns the names that stand behind `prefix::`, one by one also for `prefix::{a::b, c}`.
fn children(tokens: &[String], prefix: &str) -> Vec<String> {
    let prefix: Vec<&str> = prefix.split("::").flat_map(|part| [part, "::"]).collect();
    let mut names = Vec::new();
    for at in 0..tokens.len() {
        let behind = at + prefix.len();
        let fits = tokens.get(at..behind).is_some_and(|t| t.iter().eq(prefix.iter()));
        match tokens.get(behind).map(String::as_str) {
            Some("{") if fits => names.extend(group(&tokens[behind..])),
            Some(name) if fits => names.push(name.to_owned()),
            _ => {}
        }
    }
    names
}

/// Returns the first segment of each path in a group that begins with `{`.
fn group(tokens: &[String]) -> Vec<String> {
    let (mut depth, mut fresh, mut names) = (0, false, Vec::new());
    for token in tokens {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            name if fresh && depth == 1 => names.push(name.to_owned()),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        fresh = depth == 1 && (token == "{" || token == ",");
    }
    names
}

/// Tells whether a path begins with a crate's name. A file that imports our own module of that name
/// means the module.
fn names_crate(tokens: &[String], krate: &str) -> bool {
    if children(tokens, "crate").iter().any(|part| part == krate) {
        return false;
    }
    (0..tokens.len()).filter(|&at| tokens[at] == krate).any(|at| {
        let before = |back: usize| at.checked_sub(back).map_or("", |i| tokens[i].as_str());
        let behind = tokens.get(at + 1).map_or("", String::as_str);
        let inner = before(1) == "::" && before(2).chars().next_back().is_some_and(char::is_alphanumeric);
        let begins = !inner || before(2) == "use";
        begins && (behind == "::" || before(1) == "use" || before(2) == "use")
    })
}

/// Returns where the file's test module begins; the number of tokens if it has none.
fn test_module(tokens: &[String]) -> usize {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    tokens.windows(mark.len()).position(|w| w.iter().eq(mark.iter())).unwrap_or(tokens.len())
}

/// Splits Rust text into names, `::` and single marks; comments, strings and characters are dropped.
fn tokens(text: &str) -> Vec<String> {
    let (mut rest, mut tokens) = (text, Vec::new());
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let length = if let Some(skipped) = comment(rest).or_else(|| string(rest)) {
            skipped
        } else if word > 0 {
            tokens.push(rest[..word].to_owned());
            word
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// Returns the length of the comment that a text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if !text.starts_with("/*") {
        return None;
    }
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let pair = text.as_bytes().get(at..at + 2);
        depth += i32::from(pair == Some(b"/*")) - i32::from(pair == Some(b"*/"));
        at += if matches!(pair, Some(b"/*" | b"*/")) { 2 } else { 1 };
        if depth == 0 {
            return Some(at);
        }
    }
    Some(text.len())
}

/// Returns the length of the string or character that a text begins with; a lifetime is none.
fn string(text: &str) -> Option<usize> {
    let raw = text.strip_prefix('b').unwrap_or(text).strip_prefix('r');
    if let Some(body) = raw {
        let hashes = body.len() - body.trim_start_matches('#').len();
        if body[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let from = text.len() - body.len() + hashes + 1;
            return Some(text[from..].find(&end).map_or(text.len(), |at| from + at + end.len()));
        }
    }
    let body = text.strip_prefix('b').unwrap_or(text);
    let quote = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut inner = body[1..].char_indices();
    if quote == '\'' {
        let mut ahead = body[1..].chars();
        let (one, two) = (ahead.next(), ahead.next());
        if one != Some('\\') && two != Some('\'') {
            return None;
        }
    }
    while let Some((at, c)) = inner.next() {
        match c {
            '\\' => drop(inner.next()),
            c if c == quote => return Some(text.len() - body.len() + 1 + at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

/// Returns all Rust files below a folder in order, each with its path from there.
fn rust_files(root: PathBuf) -> Vec<(String, String)> {
    let (mut folders, mut files) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}
