//! The checks before an SVG is drawn: how long, how deep and how wide it is, what it refers to, and what its
//! references would amount to when followed.

use crate::diag::{Message, message};
use std::collections::BTreeMap;

use usvg::roxmltree::{Document, Node, NodeId, ParsingOptions};

/// The longest SVG, in bytes.
const MOST_BYTES: usize = 4 << 20;
/// The most elements and pieces of text.
const MOST_NODES: u32 = 20_000;
/// How deep elements may nest, references followed.
const DEEPEST: usize = 64;
/// The most elements when all references are followed.
const MOST_DRAWN: usize = 50_000;
/// The most bytes of style sheets: each rule is matched against each element.
const MOST_STYLE: usize = 64 << 10;

/// The largest number: the time it takes to draw an arc grows with its radius.
const MOST_NUMBER: f64 = 1e6;

/// The attributes that hold lengths and positions.
const MEASURES: &[&str] = &[
    "d",
    "points",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "dx",
    "dy",
    "width",
    "height",
    "viewBox",
    "transform",
    "transform-origin",
    "style",
    "stroke-width",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-miterlimit",
];

/// Elements other than shapes.
const REFUSED: &[&str] = &["text", "image", "foreignObject", "marker", "mask", "pattern", "filter", "switch"];

/// Returns the text of an SVG.
pub fn text(bytes: &[u8]) -> Result<&str, Message> {
    if bytes.len() > MOST_BYTES {
        return Err(message!("the SVG is larger than {mib} MiB", mib = MOST_BYTES >> 20));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "the SVG is not UTF-8 text")?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Returns its tree. Entities are refused: they are a way to make XML grow, or to read other files.
pub fn document(text: &str) -> Result<Document<'_>, Message> {
    if nesting(text) > DEEPEST * 2 {
        return Err(message!(
            "the SVG is damaged, or nested more than {deepest} levels deep",
            deepest = DEEPEST
        ));
    }
    let without_entities =
        without_doctype(text).ok_or("the SVG declares entities, which are not followed")?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(without_entities, options).map_err(|e| {
        message!("the SVG is damaged: {e}", e = Message::foreign(e.to_string(), "it is malformed"))
    })?;
    if document.root_element().tag_name().name() != "svg" {
        return Err("it is XML, but not SVG".into());
    }
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        if REFUSED.contains(&name) {
            return Err(message!(
                "the SVG has a <{name}>, and only plain shapes in flat colours can be drawn; export it as a PNG",
                name
            ));
        }
    }
    let styles = || document.descendants().filter(|node| node.tag_name().name() == "style");
    let measures = document.descendants().flat_map(|node| node.attributes());
    let measures = measures
        .filter(|attribute| MEASURES.contains(&attribute.name()))
        .map(|attribute| (attribute.value(), attribute.name() == "d"));
    let texts = styles().filter_map(|style| style.text()).map(|text| (text, false));
    if measures.chain(texts).any(|(text, is_path)| is_too_large(text, is_path)) {
        return Err("the SVG has a number larger than 1,000,000; draw it smaller".into());
    }
    if styles().filter_map(|node| node.text()).map(str::len).sum::<usize>() > MOST_STYLE {
        return Err("its style sheet is too long".into());
    }
    let mut following =
        Following { document: &document, ids: ids(&document), known: BTreeMap::new(), open: Vec::new() };
    following.cost(document.root_element())?;
    Ok(document)
}

/// Returns whether a text contains a number that is too large to be drawn. Names and colours are not numbers; in a
/// path, letters are commands.
fn is_too_large(text: &str, is_path: bool) -> bool {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'#' || !is_path && matches!(bytes[at], b'_' | b'a'..=b'z' | b'A'..=b'Z') {
            let named = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            at += 1 + bytes[at + 1..].iter().take_while(named).count();
            continue;
        }
        let start = at;
        at += digits(at);
        if bytes.get(at) == Some(&b'.') {
            at += 1 + digits(at + 1);
        }
        if at == start {
            at += 1;
            continue;
        }
        if let Some(b'e' | b'E') = bytes.get(at) {
            let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
            let exponent = digits((at + 1 + sign).min(bytes.len()));
            at += if exponent > 0 { 1 + sign + exponent } else { 0 };
        }
        if text.get(start..at).and_then(|number| number.parse::<f64>().ok()).is_some_and(|n| n > MOST_NUMBER)
        {
            return true;
        }
    }
    false
}

/// Returns the text after a document type without declarations of its own, as older programs write it; `None` if
/// there are declarations.
fn without_doctype(text: &str) -> Option<&str> {
    let Some(start) = text.find("<!DOCTYPE") else { return Some(text) };
    let end = start + text.get(start..)?.find('>')?;
    // An internal subset begins with a bracket before the end of the declaration.
    if text.get(start..end)?.contains('[') { None } else { text.get(end + 1..) }
}

/// Returns how deep tags nest, estimated too high rather than too low: before anything recurses.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    // Whether a tag is open that nests one level deeper.
    let mut opening = false;
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        match (byte, bytes.get(at + 1)) {
            (b'<', Some(b'/')) => {
                depth = depth.saturating_sub(1);
                opening = false;
            }
            (b'<', next) => opening = !matches!(next, Some(b'!' | b'?') | None),
            (b'/', Some(b'>')) => opening = false,
            (b'>', _) if opening => {
                depth += 1;
                deepest = deepest.max(depth);
                opening = false;
            }
            _ => {}
        }
    }
    deepest
}

fn ids<'a>(document: &'a Document) -> BTreeMap<&'a str, NodeId> {
    let named = document.descendants().filter_map(|node| Some((node.attribute("id")?, node.id())));
    named.collect()
}

/// Counts the elements drawn when references are followed.
struct Following<'a, 'd> {
    document: &'a Document<'d>,
    ids: BTreeMap<&'a str, NodeId>,
    known: BTreeMap<u32, usize>,
    open: Vec<NodeId>,
}

impl Following<'_, '_> {
    fn cost(&mut self, node: Node) -> Result<usize, Message> {
        if let Some(&known) = self.known.get(&node.id().get()) {
            return Ok(known);
        }
        if self.open.contains(&node.id()) {
            return Err("the SVG refers to itself".into());
        }
        if self.open.len() >= DEEPEST {
            return Err(message!("the SVG is nested more than {deepest} levels deep", deepest = DEEPEST));
        }
        self.open.push(node.id());
        let mut cost = 1;
        for child in node.children().filter(Node::is_element) {
            cost += self.cost(child)?;
        }
        if node.tag_name().name() == "use" {
            let href = node.attributes().find(|attribute| attribute.name() == "href");
            let id = href
                .map(|href| href.value().trim().strip_prefix('#').ok_or("the SVG refers to another file"));
            let target =
                id.transpose()?.and_then(|id| self.ids.get(id)).and_then(|id| self.document.get_node(*id));
            if let Some(target) = target {
                cost += self.cost(target)?;
            }
        }
        self.open.pop();
        if cost > MOST_DRAWN {
            return Err(message!("the SVG comes to more than {most} shapes", most = MOST_DRAWN));
        }
        self.known.insert(node.id().get(), cost);
        Ok(cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(svg: &str) -> Message {
        document(svg).map(|_| ()).unwrap_err()
    }

    #[test]
    fn entities_are_refused_and_an_old_document_type_is_not() {
        let bare = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\"><!-- a --><svg/>";
        assert!(document(bare).is_ok());
        assert!(refusal("<!DOCTYPE s [<!ENTITY a \"b\">]><svg>&a;</svg>").contains("entities"));
        assert!(refusal("<svg>&a;</svg>").contains("damaged"));
        assert!(refusal("<html/>").contains("not SVG"));
    }

    #[test]
    fn numbers_without_bounds_are_refused() {
        for large in [
            "<path d='M0 0A10 10 0 1 0 1e38 20z'/>",
            "<path d='M0-1000001'/>",
            "<path d='m.5.5 1.0E+7 3'/>",
            "<circle r='1e30'/>",
            "<g transform='scale(1e9)'/>",
            "<path style='stroke-width:99999999px'/>",
            "<style>.a { stroke-width: 1e12 }</style>",
            "<polygon points='0,0 2000000,1 2,2'/>",
        ] {
            assert!(refusal(&format!("<svg>{large}</svg>")).contains("1,000,000"), "{large}");
        }
        for fine in [
            "<path d='M0 0A10 10 0 1 0 1e3-20.5z' id='a1e99' class='1e99'/>",
            "<path fill='#1e9999' style='fill:#9e9999;stroke:#12345678'/>",
            "<g transform='matrix(1 0 0 1e-9 1000000 0)' data-time='20240101120000'/>",
            "<style>.cls-5e77, .svelte-9e9999 { stroke-width: 2 }</style>",
            "<path d='M.'/>",
            "<path d='1e'/>",
        ] {
            assert!(document(&format!("<svg>{fine}</svg>")).is_ok(), "{fine}");
        }
    }

    #[test]
    fn references_that_grow_or_turn_round_are_refused() {
        let tower: String = (1..8)
            .map(|n| format!("<g id='g{n}'>{}</g>", format!("<use href='#g{}'/>", n - 1).repeat(10)))
            .collect();
        assert!(refusal(&format!("<svg><g id='g0'><rect/></g>{tower}</svg>")).contains("more than 50000"));
        let loops = "<svg><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>";
        assert!(refusal(loops).contains("refers to itself"));
        assert!(refusal(&"<g>".repeat(100_000)).contains("deep"));
        assert!(refusal("<svg><use href='/etc/other.svg#a'/></svg>").contains("another file"));
    }
}
