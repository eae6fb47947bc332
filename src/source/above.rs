//! The front matter of a text, read once for all texts with the same one: those that views and languages make of a
//! text.

use std::sync::Arc;

use super::front::{self, Fenced};
use super::front_matter::FrontMatter;
use crate::diag::{Diagnostic, FileId, Sink};

/// The front matter of a text, once read.
#[derive(Clone, Debug)]
pub(super) struct Above {
    fenced: Option<Fenced>,
    /// The text up to its end.
    text: String,
    front: FrontMatter,
    /// The findings in it.
    found: Vec<Diagnostic>,
}

impl Above {
    /// Reads the front matter of a text, unless it is the `known` one.
    pub fn of(text: &str, file: FileId, known: Option<&Arc<Above>>) -> Arc<Above> {
        let fenced = front::fenced(text);
        if let Some(known) = known.filter(|known| known.is_above(text, file, fenced.as_ref())) {
            return known.clone();
        }
        let mut sink = Sink::default();
        let (front, from) = front::read(text, file, &mut sink);
        Arc::new(Above { fenced, text: text[..from].to_owned(), front, found: sink.into_sorted() })
    }

    /// Returns whether reading a text would give the same result, which depends only on the text between the
    /// fences.
    fn is_above(&self, text: &str, file: FileId, fenced: Option<&Fenced>) -> bool {
        !self.text.is_empty()
            && self.front.span.file == file
            && self.fenced.as_ref() == fenced
            && text.starts_with(&self.text)
    }

    /// Returns where the Markdown begins.
    pub fn end(&self) -> usize {
        self.text.len()
    }

    /// Returns the settings of the front matter, and reports its findings.
    pub fn front_matter(&self, sink: &mut Sink) -> FrontMatter {
        self.found.iter().for_each(|finding| sink.report(finding.clone()));
        self.front.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_again_only_where_it_is_another() {
        let above = |text: &str, known: Option<&Arc<Above>>| Above::of(text, FileId(0), known);
        let first = above("---\nlang: en\ntitel: A\n---\n# A\n", None);
        let again = |text: &str| Arc::ptr_eq(&above(text, Some(&first)), &first);
        assert!(again("---\nlang: en\ntitel: A\n---\n# B\n\n---\n"));
        assert!(!again("---\nlang: zh\ntitel: A\n---\n# A\n"));
        assert!(!again("---\nlang: en\ntitel: A\n---x\n---\n"), "the fence is no line of its own");
        assert!(!again("\n---\nlang: en\ntitel: A\n---\n") && !again("# A\n") && !again(""));
        let other = Above::of("---\nlang: en\ntitel: A\n---\n", FileId(1), Some(&first));
        assert!(!Arc::ptr_eq(&other, &first), "its places are in another file");
        let mut sink = Sink::default();
        assert_eq!(first.front_matter(&mut sink).lang.map(|lang| lang.text).as_deref(), Some("en"));
        assert_eq!(sink.count(), 1, "an unknown key is told each time");
        // Anything else is not a front matter.
        let none = above("# A\n", None);
        assert!(!Arc::ptr_eq(&above("# A\n", Some(&none)), &none) && none.end() == 0);
    }
}
