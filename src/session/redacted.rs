//! Redaction of facts about the person, and the proof that they are gone.

use super::work::Work;
use super::{Artefact, Format};
use crate::diag::{CompileError, Diagnostic, Message, code, counted, message};
use crate::model::{self, Class, Classes, Resume, Secrets};
use crate::source::Source;
use crate::{compile, readback};

impl Work<'_> {
    /// Returns what a text says, without what is redacted.
    pub(super) fn understood(&mut self, source: &Source) -> Result<Resume, CompileError> {
        let mut resume = compile::understand(source, &mut self.sink)?;
        self.with_sender(&mut resume, source)?;
        let given = |key: &str| {
            let fields = self.request.options.fields.iter().rev();
            fields.into_iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
        };
        let (name, headline) = (given("name"), given("headline"));
        if name.is_some() || headline.is_some() {
            model::called(&mut resume, source, name, headline);
        }
        let asked = &self.request.options.redact;
        let own = source.front.redact.iter();
        let names = asked.iter().map(String::as_str).chain(own.clone().map(|value| value.text.as_str()));
        match Classes::of(names) {
            Ok(classes) if classes.is_empty() => self.secrets = None,
            Ok(classes) => {
                self.secrets = Some(model::redact(&mut resume, &classes));
                let left = model::pictures_left(&resume);
                if let Some(first) = left.first().filter(|_| classes.has(Class::Photo)) {
                    let message = message!(
                        "a picture may reveal the person's identity: {pictures} in the text",
                        pictures = counted(left.len(), "picture")
                    );
                    let found = Diagnostic::new(code::PICTURE, *first, message);
                    self.sink.report(found.hint(
                        "look at it; take it out for this view with <!-- tags: … -->, or `<!-- skip -->`",
                    ));
                }
            }
            Err((name, near)) => {
                let place =
                    own.clone().find(|value| value.text.eq_ignore_ascii_case(&name)).map(|value| value.span);
                let found = Diagnostic::new(
                    code::VIEW,
                    place,
                    message!("nothing called `{name}` can be redacted", name),
                );
                self.sink.report(found.hint(message!("did you mean `{near}`?", near)));
                return Err(CompileError::Document);
            }
        }
        Ok(resume)
    }

    /// Reports files that still contain what was redacted.
    pub(super) fn prove(&mut self, made: &[Artefact]) {
        let Some(secrets) = &self.secrets else { return };
        if self.request.options.attach.is_some() {
            let found = Diagnostic::new(
                code::SECRET_LEFT,
                None,
                "the file would carry its Markdown, which says everything",
            );
            self.sink.report(found.hint("leave out --attach"));
            return;
        }
        for artefact in made {
            if let Some(place) = trace(artefact, secrets) {
                let message = message!(
                    "what was redacted is still in the {format}: {place}",
                    format = artefact.format.ending(),
                    place = Message::from(place)
                );
                let found = Diagnostic::new(code::SECRET_LEFT, None, message);
                self.sink.report(found.hint("check the layout and its keys; otherwise please report it"));
            }
        }
    }
}

fn trace(artefact: &Artefact, secrets: &Secrets) -> Option<&'static str> {
    match artefact.format {
        Format::Pdf => readback::traces(&artefact.bytes, secrets).unwrap_or(Some("it cannot be read")),
        Format::Html | Format::Docx | Format::Png | Format::Svg => {
            readback::are_traces(&artefact.bytes, secrets).then_some("in its bytes")
        }
        _ => readback::is_written(&artefact.bytes, secrets).then_some("in its text"),
    }
}
