//! The sender of a letter: the name and the contacts of the résumé that it names.

use super::work::Work;
use super::{Options, Request, declared};
use crate::diag::{CompileError, Diagnostic, FileId, Message, Severity, Span, code, message};
use crate::model::{self, Contact, Header, KeyValue, Piece, Resume, Rich};
use crate::source::{Source, Value};

impl Work<'_> {
    /// Puts the sender that a letter names into its header, as given by the résumé in the language of the letter and,
    /// if it declares a view of the same name, in that view.
    pub(super) fn with_sender(&mut self, resume: &mut Resume, source: &Source) -> Result<(), CompileError> {
        let Some(sender) = source.front.letter.as_ref().and_then(|letter| letter.sender.as_ref()) else {
            return Ok(());
        };
        let header = self.sender(sender, &resume.meta.lang)?;
        let Some(header) = header else {
            return Err(self.no_sender(sender, "it has errors: check it on its own".into()));
        };
        let own = &mut resume.header;
        own.name = own.name.take().or(header.name);
        own.headline = own.headline.take().or(header.headline);
        if own.contacts.is_empty() {
            own.contacts = header.contacts;
        }
        if resume.meta.author.is_empty() {
            resume.meta.author = own.name.as_ref().map(|name| name.text().into_owned()).unwrap_or_default();
        }
        model::sign(resume);
        Ok(())
    }

    /// Returns the header of a résumé, its places among the files of this work; `None` if it has errors.
    fn sender(&mut self, sender: &Value, lang: &str) -> Result<Option<Header>, CompileError> {
        let (path, bytes) =
            match crate::source::beside(self.request.folder.as_deref(), &sender.text, &mut self.files) {
                Ok(read) => read,
                Err(why) => return Err(self.no_sender(sender, why)),
            };
        let request = Request {
            name: path.display().to_string(),
            folder: Some(super::folder_of(&path)),
            path: Some(path),
            bytes,
            files: self.request.files.clone(),
            options: Options::default(),
        };
        let names = declared(&request).result.unwrap_or_default();
        let wanted = self.request.options.view.clone();
        let view = wanted.filter(|view| names.views.iter().any(|(name, _)| name == view));
        let near = |tag: &&String| lang.starts_with(tag.as_str()) || tag.starts_with(lang);
        let lang = names.languages.iter().find(near).cloned();
        let request = request.with_options(Options { view, lang, ..Options::default() });
        let mut done = |_| {};
        let mut work = Work::new(&request, &mut done);
        let said = work.source().and_then(|source| Ok(crate::compile::understand(&source, &mut work.sink)?));
        work.files.looked_at().iter().for_each(|path| self.files.look_at(path));
        let Ok(Resume { header, .. }) = said else { return Ok(None) };
        let first = self.files.count();
        for number in 0..work.files.count() {
            self.files.add(work.files.name(FileId(number)), work.files.text(FileId(number)));
        }
        let place = |span: Span| {
            let origin = work.files.origin(span);
            Span { file: FileId(first + origin.file.0), ..origin }
        };
        Ok(Some(placed(header, &place)))
    }

    fn no_sender(&mut self, sender: &Value, why: Message) -> CompileError {
        let message = message!("the sender `{sender}` cannot be read: {why}", sender = sender.text, why);
        let found =
            Diagnostic { severity: Severity::Error, ..Diagnostic::new(code::INCLUDE, sender.span, message) };
        self.sink.report(
            found.hint("name the Markdown file of your résumé, in the folder of the letter or below"),
        );
        CompileError::Document
    }
}

/// Returns the name and the contacts of a header with their places among other files. A letter has no photo and no
/// facts.
fn placed(header: Header, place: &dyn Fn(Span) -> Span) -> Header {
    let rich = |mut text: Rich| {
        for piece in &mut text.0 {
            if let Piece::Run(run) = piece {
                run.span = place(run.span);
            }
        }
        text
    };
    let contact = |contact: Contact| Contact {
        key: contact.key.map(rich),
        value: rich(contact.value),
        span: place(contact.span),
        ..contact
    };
    let pair = |pair: KeyValue| KeyValue {
        key: pair.key.map(rich),
        value: rich(pair.value),
        span: place(pair.span),
    };
    Header {
        span: place(header.span),
        name: header.name.map(rich),
        headline: header.headline.map(pair),
        contacts: header.contacts.into_iter().map(contact).collect(),
        ..Header::default()
    }
}
