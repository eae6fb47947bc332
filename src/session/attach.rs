//! The files that a PDF carries, so that it can be made again.

use std::path::Path;

use super::work::Work;
use super::{Attach, unprinted};
use crate::diag::{Diagnostic, FileId, code};
use crate::extract::{is_odd, is_plain};
use crate::layout::Bundled;
use crate::pdf::{Attachment, AttachmentKind};
use crate::source::{self, Source};
use crate::view;

/// Returns the résumé, and every layout that it was made with. Parts of the résumé that are carried but shown on no
/// page are reported.
pub(super) fn files(work: &mut Work<'_>, source: &Source, what: Attach) -> Vec<Attachment> {
    let file = work.request.path.as_deref();
    let name = file.map_or_else(|| "resume.md".to_owned(), |file| base(&file.to_string_lossy()));
    let bytes = match work.seen.as_ref().is_some_and(|seen| seen.chosen) {
        true => of_view(work, source, what),
        false => of_all(work, source, what),
    };
    let bytes = source::without_metadata(bytes);
    let mut attached = vec![Attachment { name, kind: AttachmentKind::Markdown, bytes }];
    for number in 1.. {
        let name = work.files.name(FileId(number));
        if name.is_empty() {
            break;
        }
        let bundled = name.strip_prefix('<').and_then(|name| name.strip_suffix('>'));
        let name = match bundled.and_then(Bundled::named) {
            Some(bundled) => format!("{}.toml", bundled.name),
            None if name.ends_with(".toml") => base(name),
            None => continue, // a key that the arguments set
        };
        let bytes = work.files.text(FileId(number)).as_bytes().to_vec();
        attached.push(Attachment { name: unused(name, &attached), kind: AttachmentKind::Layout, bytes });
    }
    attached
}

/// Returns the text when no view was chosen.
fn of_all(work: &mut Work<'_>, source: &Source, what: Attach) -> Vec<u8> {
    let unprinted = unprinted::places(source);
    match what {
        Attach::Printed => unprinted::without(&source.text, &unprinted).into_bytes(),
        Attach::All => {
            unprinted::finding(&unprinted).into_iter().for_each(|finding| work.sink.report(finding));
            work.request.bytes.clone()
        }
    }
}

/// Returns the text of a view, which says nothing of the others; empty if that cannot be made, which is reported.
fn of_view(work: &mut Work<'_>, source: &Source, what: Attach) -> Vec<u8> {
    let unprinted = unprinted::places(source);
    let less = match what {
        Attach::Printed => unprinted.as_slice(),
        Attach::All => &[],
    };
    match view::attached(source, less) {
        Some(text) => {
            let carried = unprinted::finding(&unprinted).filter(|_| what == Attach::All);
            carried.into_iter().for_each(|finding| work.sink.report(finding));
            text.into_bytes()
        }
        None => {
            let message = "the front matter cannot be separated from what it says about other views";
            let found = Diagnostic::new(code::VIEW, source.front.span, message);
            work.sink.report(found.hint("write it as YAML, or leave out --attach"));
            Vec::new()
        }
    }
}

/// Returns the name of a file without its folder, as any system can hold it.
fn base(path: &str) -> String {
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let plain: String = name.chars().map(|c| if is_odd(c) { '_' } else { c }).collect();
    if is_plain(&plain) { plain } else { format!("resume{plain}") }
}

fn unused(name: String, taken: &[Attachment]) -> String {
    let mut free = name.clone();
    for number in 2.. {
        if !taken.iter().any(|other| other.name == free) {
            break;
        }
        free = format!("{number}-{name}");
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_given_back() {
        assert_eq!(base("cv/张三.md"), "张三.md");
        assert_eq!(base(".md"), "resume.md");
        assert_eq!(base("a:b?.md"), "a_b_.md");
        for name in ["-x.md", "nul.md", "a\u{202E}b.md", "a-b c.md", "简历 - 张三.md", ".md"] {
            assert!(is_plain(&base(name)), "{name}");
        }
        assert_eq!(base("简历 - 张三.md"), "简历 - 张三.md");
    }
}
