//! J301: names of products and languages as their owners write them.

use std::collections::BTreeMap;

use super::walk::{Kind, Words};
use crate::diag::{Diagnostic, Fix, Message, Sink, Span, code, message};

/// Names with a spelling of their own, and words that are nothing but such a name. Names that are common
/// English words, and those typed in lower case as commands (`git`, `npm`), are left out.
const BRANDS: &str = "\
    Android ChatGPT CentOS ClickHouse CSS Debian DevOps Docker eBPF Elasticsearch FFmpeg Flink Gitee \
    GitHub GitLab Grafana GraphQL gRPC Hadoop HTML iOS iPhone Java JavaScript Jenkins jQuery Kafka \
    Kubernetes LaTeX LinkedIn Linux macOS MATLAB MongoDB MyBatis MySQL NumPy OAuth OpenAI OpenCV \
    OpenStack PHP Photoshop PostgreSQL PowerPoint Prometheus Python PyTorch RabbitMQ Redis RESTful \
    RocketMQ SQL SQLite Tengine TensorFlow TypeScript Ubuntu WebRTC WebSocket WeChat YouTube \
    ZooKeeper";

/// Words written as one that are two, or lack a point.
const JOINED: &[(&str, &str)] =
    &[("nodejs", "Node.js"), ("springboot", "Spring Boot"), ("vscode", "VS Code"), ("vuejs", "Vue.js")];

/// Reports each spelling once, with how often it occurs.
pub fn check(words: &[Words<'_>], source: &str, sink: &mut Sink) {
    let mut found: BTreeMap<String, (&str, Vec<Option<Span>>)> = BTreeMap::new();
    for words in words.iter().filter(|words| !matches!(words.kind, Kind::Fixed | Kind::Contact)) {
        let text = words.text.masked();
        for (at, word) in ascii_words(&text) {
            if let Some(right) = right(word) {
                let place = words.text.slice(at..at + word.len()).span();
                found.entry(word.to_owned()).or_insert((right, Vec::new())).1.push(place);
            }
        }
    }
    for (wrong, (right, places)) in found {
        let times = match places.len() {
            1 => Message::default(),
            count => message!(" ({count} times)", count),
        };
        let message = message!("`{wrong}` is written {right} by its owners{times}", wrong, right, times);
        let first = places.first().copied().flatten();
        let finding = Diagnostic::new(code::BRAND, first, message).hint(message!("write `{right}`", right));
        let stands = |span: &Span| source.get(span.range()) == Some(wrong.as_str());
        let fixes = places.into_iter().flatten().filter(stands).map(|span| Fix::new(span, &wrong, right));
        sink.report(fixes.fold(finding, Diagnostic::fix));
    }
}

/// Returns the right spelling of a word if it differs. Capitals throughout may be a title's.
fn right(word: &str) -> Option<&'static str> {
    let capitals = word.bytes().all(|b| !b.is_ascii_lowercase());
    let brand = BRANDS.split(' ').find(|brand| brand.eq_ignore_ascii_case(word));
    let joined =
        || JOINED.iter().find(|(wrong, _)| wrong.eq_ignore_ascii_case(word)).map(|(_, right)| *right);
    brand.or_else(joined).filter(|right| *right != word && !capitals)
}

/// Returns the words of letters and figures that are separate: not in a path, an address, an
/// identifier or a compound.
fn ascii_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_ascii_alphanumeric();
    let mut at = 0;
    let words = text.split(move |c| !inside(c)).map(move |word| {
        let start = at;
        at += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start, word)
    });
    words.filter(move |(at, word)| {
        let before = text[..*at].chars().next_back();
        let mut behind = text[at + word.len()..].chars();
        let (next, then) = (behind.next(), behind.next());
        let joins = |c: Option<char>| c.is_some_and(|c| "_/\\@-#$=~\u{1}".contains(c));
        let dotted = before == Some('.') || next == Some('.') && then.is_some_and(inside);
        let path = next == Some(':') && then.is_some_and(|c| c == '/' || c == ':')
            || before == Some(':') && at > &1 && text[..at - 1].ends_with(':');
        // A slash separates names as well: `Java/Python`.
        let slash = (before == Some('/') && is_list(text, *at - 1))
            || (next == Some('/') && is_list(text, at + word.len()));
        !word.is_empty() && !dotted && !path && (slash || !(joins(before) || joins(next)))
    })
}

/// Returns whether a slash separates two words of a list: no other path mark is in the stretch without blanks.
fn is_list(text: &str, slash: usize) -> bool {
    let bound = |c: char| !c.is_ascii_graphic();
    let start =
        text[..slash].rfind(bound).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[slash..].find(bound).map_or(text.len(), |end| slash + end);
    let stretch = &text[start..end];
    !stretch.starts_with('/') && !stretch.contains(['.', ':', '_', '-', '@', '#']) && !stretch.contains("//")
}
