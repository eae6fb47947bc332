//! Values as text, without Markdown's markup.

use crate::source::html;

/// Returns the text of a value on one line, without tags; `None` if there is none.
pub(super) fn plain(text: &str) -> Option<String> {
    let text = without_marks(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = match text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        // `<a@b.cn>`, `<https://b.cn>`
        Some(inner) if inner.contains(['@', ':']) && !inner.contains(['<', ' ']) => inner.to_owned(),
        _ => without_tags(text),
    };
    (!text.is_empty()).then_some(text)
}

/// Removes bold and TeX commands from a text: `**Alex Sample**\vspace{1em}`. The braces of a command that only sets
/// space contain a length.
pub(super) fn without_marks(text: &str) -> String {
    let even = text.matches("**").count().is_multiple_of(2);
    // `130****0000` hides digits.
    let hidden = text.contains("****");
    let text = if even && !hidden { text.replace("**", "") } else { text.to_owned() };
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('\\') {
        out.push_str(before);
        let name = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
        let argument = behind[name..].strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let Some((argument, next)) = argument.filter(|_| name > 0) else {
            out.push('\\');
            rest = behind;
            continue;
        };
        let space = ["space", "skip", "size", "color"].iter().any(|end| behind[..name].ends_with(end));
        out.push_str(if space { "" } else { argument });
        rest = next;
    }
    out.push_str(rest);
    out
}

/// Removes HTML tags (icons) from a text.
pub(super) fn without_tags(text: String) -> String {
    if !text.contains('<') {
        return text;
    }
    let pieces = html::tokens(&text).into_iter().filter(|piece| piece.token == html::Token::Text);
    let words: String = pieces.map(|piece| html::unescape(&text[piece.range])).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
