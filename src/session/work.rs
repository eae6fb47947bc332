//! One request being worked on.

use std::sync::Arc;

use super::cache::Cache;
use super::reading::Reading;
use super::seen::Seen;
use super::selected::Selected;
use super::{Outcome, Request, foreign, window};
use crate::diag::{CompileError, Diagnostic, Error, Files, Message, Severity, Sink, Span, counted, message};
use crate::fit::{Fitter, PageGoal};
use crate::font::FontBook;
use crate::layout::{self, BUNDLED, Choice, Override, Sheet};
use crate::model::{self, Allowed, Resume, Secrets};
use crate::pages::Document;
use crate::source::{self, FrontMatter, Source, Value};
use crate::{CompileOptions, compile, image};

/// A request being worked on: everything read and found so far.
pub(super) struct Work<'a> {
    pub request: &'a Request,
    pub files: Files,
    pub sink: Sink,
    pub done: Done<'a>,
    /// Findings that the author silenced.
    allowed: Allowed,
    /// The layout of another tool that the front matter asks for.
    foreign: Option<Value>,
    /// The changes made to the text before it was understood, if any.
    pub seen: Option<Seen>,
    /// Text that must not appear in the output.
    pub secrets: Option<Secrets>,
    /// The reading shared with other results of the same text.
    pub reading: Option<&'a Reading>,
}

/// A résumé set on its pages.
pub(super) struct Set {
    pub resume: Resume,
    pub document: Document,
    /// The changes made to make the text fit, as a sentence.
    pub fitted: Message,
}

impl<'a> Work<'a> {
    /// Starts with nothing read.
    pub fn new(request: &'a Request, done: Done<'a>) -> Work<'a> {
        let mut files = request.files.clone();
        request.path.iter().for_each(|path| files.look_at(path));
        let (sink, allowed) = (Sink::default(), Allowed::default());
        Work { request, files, sink, done, allowed, foreign: None, seen: None, secrets: None, reading: None }
    }

    /// Reads the text; the option for its language beats the front matter.
    pub fn source(&mut self) -> Result<Source, CompileError> {
        let whole = self.whole()?;
        let selected = self.selected(whole)?;
        self.source_of(selected)
    }

    /// Reads the selected part of the text.
    pub fn source_of(&mut self, selected: Selected) -> Result<Source, CompileError> {
        let options = &self.request.options;
        let mut source = self.seen(selected)?;
        fields(&mut source.front, &self.request.options.fields);
        source.load_images(&mut self.files, &mut self.sink)?;
        (self.done)("source");
        self.allowed = Allowed::of(&source);
        self.foreign = foreign::take(&mut source.front);
        if let Some(lang) = options.lang.as_ref().filter(|_| source.front.languages.is_empty()) {
            source.front.lang = Some(Value { text: lang.clone(), span: Span::default() });
        }
        Ok(source)
    }

    /// Reads the whole text, for all views, without its images.
    pub fn draft(&mut self) -> Result<Source, CompileError> {
        let Request { name, bytes, folder, .. } = self.request;
        Ok(source::draft(name, bytes, folder.as_deref(), &mut self.files, &mut self.sink)?)
    }

    /// Reads the layout that the options or the front matter ask for; the options beat it.
    pub fn sheet(
        &mut self,
        source: &Source,
        fonts: &FontBook,
        cache: &mut Option<Cache>,
    ) -> Result<Arc<Sheet>, CompileError> {
        self.sheet_named(self.request.options.layout.as_deref(), source, fonts, cache)
    }

    /// Reads the layout of this name, else the one that the front matter asks for.
    pub fn sheet_named(
        &mut self,
        name: Option<&str>,
        source: &Source,
        fonts: &FontBook,
        cache: &mut Option<Cache>,
    ) -> Result<Arc<Sheet>, CompileError> {
        if let Some(layout) = self.foreign.take().filter(|_| name.is_none()) {
            self.sink.report(foreign::finding(&layout));
        }
        let overrides = self.overrides(source)?;
        let families = fonts.families();
        let choice = Choice { overrides: &overrides, families: &families, ..choice(source, name) };
        let known = cache.as_ref().and_then(|cache| cache.sheet(&choice, &mut self.files));
        let sheet = known.map_or_else(|| self.read_sheet(&choice, cache), Ok);
        (self.done)("layout");
        sheet
    }

    fn read_sheet(&mut self, choice: &Choice, cache: &mut Option<Cache>) -> Result<Arc<Sheet>, CompileError> {
        let so_far = |work: &Work| (work.files.looked_at().len(), work.sink.count());
        let (before, from) = (so_far(self), self.files.count());
        let sheet = Arc::new(layout::read(choice, &mut self.files, &mut self.sink)?);
        // Files on the disk may change, and findings must be reported again.
        let lasting = so_far(self) == before;
        if let (Some(cache), true) = (cache, lasting) {
            cache.keep(choice, &sheet, &self.files, from);
        }
        Ok(sheet)
    }

    /// Returns the keys that the front matter sets, then those of the options.
    fn overrides(&mut self, source: &Source) -> Result<Vec<Override>, CompileError> {
        let set = |(key, value): &(String, Value)| Override {
            key: key.clone(),
            value: value.text.clone(),
            key_place: value.span,
            place: value.span,
        };
        // A size set explicitly beats this one.
        let size = model::letter_size(source).map(|size| Override {
            key: "type.size".to_owned(),
            value: format!("\"{size}\""),
            key_place: Span::default(),
            place: Span::default(),
        });
        let mut overrides: Vec<Override> = size.into_iter().chain(source.front.set.iter().map(set)).collect();
        for text in &self.request.options.set {
            match Override::flag(text, &mut self.files) {
                Ok(set) => overrides.push(set),
                Err(finding) => self.sink.report(*finding),
            }
        }
        self.sink.check()?;
        Ok(overrides)
    }

    /// Understands a résumé and sets it on the pages asked for, else on as many as it takes.
    pub fn set(
        &mut self,
        source: &Source,
        sheet: &Sheet,
        fonts: &FontBook,
        cache: &mut Option<Cache>,
    ) -> Result<Set, CompileError> {
        let resume = self.understood(source)?;
        (self.done)("model");
        let fitter = Fitter { text: &source.text, resume: &resume, sheet, fonts };
        let (document, fitted) = match goal(self.request.options.pages, source) {
            Some(goal) => self.fit(&fitter, goal)?,
            None if resume.letter.is_some() => self.on_one_page(&fitter, cache)?,
            None => self.on_what_it_takes(&fitter, cache)?,
        };
        window::check(&resume, &document, sheet.ideal().letter, &mut self.sink);
        self.sink.check()?;
        Ok(Set { resume, document, fitted })
    }

    /// Sets a résumé as its layout declares it, on as many pages as it takes.
    pub fn ideal(
        &mut self,
        fitter: &Fitter<'_>,
        cache: &mut Option<Cache>,
    ) -> Result<Document, CompileError> {
        let document = self.declared(fitter, cache)?;
        fitter.advise(&document, &mut self.sink);
        Ok(document)
    }

    /// Sets a résumé as its layout declares it, without advice about its last page.
    fn declared(&mut self, fitter: &Fitter<'_>, cache: &mut Option<Cache>) -> Result<Document, CompileError> {
        let options = CompileOptions {
            fonts: fitter.fonts,
            paragraphs: cache.as_mut().map(|cache| &mut cache.paragraphs),
            done: &mut *self.done,
        };
        Ok(compile::set(fitter.resume, fitter.sheet.ideal(), options, &mut self.sink)?)
    }

    /// Sets a résumé as its layout declares it; if its last page would be nearly empty, a little tighter where that
    /// saves the page without being noticed.
    fn on_what_it_takes(
        &mut self,
        fitter: &Fitter<'_>,
        cache: &mut Option<Cache>,
    ) -> Result<(Document, Message), CompileError> {
        let before = std::mem::take(&mut self.sink);
        let document = self.declared(fitter, cache);
        let found = std::mem::replace(&mut self.sink, before).into_sorted();
        let pulled = document.as_ref().ok().and_then(|document| fitter.pull_back(document, &mut self.sink));
        if let Some(fitted) = pulled {
            (self.done)("fit");
            let told = sentence(&fitted.told, fitted.document.pages.len(), None);
            return Ok((fitted.document, told));
        }
        found.into_iter().for_each(|finding| self.sink.report(finding));
        let document = document?;
        fitter.advise(&document, &mut self.sink);
        Ok((document, Message::default()))
    }

    /// Sets a letter, which has one page, and is not stretched to fill it.
    fn on_one_page(
        &mut self,
        fitter: &Fitter<'_>,
        cache: &mut Option<Cache>,
    ) -> Result<(Document, Message), CompileError> {
        let before = std::mem::take(&mut self.sink).into_sorted();
        let document = self.ideal(fitter, cache)?;
        if document.pages.len() == 1 {
            before.into_iter().for_each(|finding| self.sink.report(finding));
            return Ok((document, Message::default()));
        }
        // Findings for two pages do not hold for one.
        self.sink = Sink::default();
        before.into_iter().for_each(|finding| self.sink.report(finding));
        self.fit(fitter, PageGoal { pages: 1, place: None })
    }

    fn fit(&mut self, fitter: &Fitter<'_>, goal: PageGoal) -> Result<(Document, Message), CompileError> {
        let fitted = fitter.fit(goal, &mut self.sink);
        (self.done)("fit");
        let fitted = fitted?;
        let sentence = sentence(&fitted.told, goal.pages, fitted.short);
        Ok((fitted.document, sentence))
    }

    /// Leaves out the damaged images, which are known only when they are drawn; returns `true` if there were
    /// any and they stopped the work, so that another try is worthwhile.
    pub fn without_damaged(&mut self, source: &mut Source, stop: &CompileError) -> bool {
        if !matches!(stop, CompileError::Machine(Error::Backend { what: "image", .. })) {
            return false;
        }
        let pictures = source.assets.iter().filter(|(_, asset)| asset.drawing.is_none());
        let damaged: Vec<String> = pictures
            .filter(|(_, asset)| image::decode(asset).is_err())
            .map(|(name, _)| name.clone())
            .collect();
        for name in &damaged {
            source.leave_out(name, "it is damaged", &mut self.sink);
        }
        !damaged.is_empty()
    }

    /// Ends the work: drops the findings that the author silenced, and makes warnings errors if the options say so.
    pub fn finish<T>(self, result: Result<T, CompileError>) -> Outcome<T> {
        let Work { request, files, sink, allowed, seen, .. } = self;
        let visible = sink.into_sorted().into_iter().filter(|finding| !allowed.silences(finding));
        let visible = in_whole(seen, visible.collect());
        let told = |finding| raised(with_sound_fixes(finding, &files), request.options.strict);
        let findings = visible.into_iter().map(told).collect();
        let outcome = Outcome { result, findings, files };
        match &outcome.result {
            Ok(_) if outcome.has_errors() => Outcome { result: Err(CompileError::Document), ..outcome },
            _ => outcome,
        }
    }
}

/// Returns findings with their places in the whole text, together with those found there.
fn in_whole(seen: Option<Seen>, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(mut seen) = seen else { return found };
    let mut sink = Sink::default();
    std::mem::take(&mut seen.told).into_iter().for_each(|finding| sink.report(finding));
    found
        .into_iter()
        .filter_map(|finding| seen.in_whole_text(finding))
        .for_each(|finding| sink.report(finding));
    sink.into_sorted()
}

/// The most changes of one cure: any more are made the next time.
const MOST_FIXES: usize = 1000;

/// Returns the finding without its fixes, unless each of them changes the intended text in the file that was read:
/// text made from several files or from another notation may not be in it.
fn with_sound_fixes(mut finding: Diagnostic, files: &Files) -> Diagnostic {
    finding.fixes.truncate(MOST_FIXES);
    if !finding.fixes.iter().all(|fix| fix.fits(files.text(fix.span.file))) {
        finding.fixes.clear();
    }
    finding
}

/// Sets keys of the front matter. The name and the line under it are set after the text is understood, which may have
/// them, too.
fn fields(front: &mut FrontMatter, fields: &[(String, String)]) {
    let value = |text: &str| Value { text: text.to_owned(), span: Span::default() };
    for (key, text) in fields {
        match key.as_str() {
            "name" | "headline" => {}
            "title" => front.title = Some(value(text)),
            _ => {
                front.fields.retain(|(name, _)| name.text != *key);
                front.fields.push((value(key), value(text)));
            }
        }
    }
}

/// Returns the number of pages asked for: by an option, else by the document.
fn goal(pages: Option<u16>, source: &Source) -> Option<PageGoal> {
    let option = pages.map(|pages| (pages, None));
    let front = source.front.pages.map(|(pages, place)| (pages, Some(place)));
    option.or(front).map(|(pages, place)| PageGoal { pages: usize::from(pages), place })
}

/// Returns the line that says what was changed, and how full the last page is if that stayed short;
/// empty if there is nothing to say.
fn sentence(changes: &Message, pages: usize, short: Option<u32>) -> Message {
    let sum = match short {
        Some(fill) if pages == 1 => message!("falls short of 1 page, {fill} % full", fill),
        Some(fill) => message!("falls short of {pages} pages, the last {fill} % full", pages, fill),
        None => message!("fitted to {pages}", pages = counted(pages, "page")),
    };
    match (changes.is_empty(), short) {
        (true, None) => Message::default(),
        (true, Some(_)) => message!("{sum}; nothing in the layout is elastic", sum),
        (false, _) => message!("{sum}: {changes}", sum, changes),
    }
}

/// Returns the finding; a warning becomes an error if `strict`.
fn raised(finding: Diagnostic, strict: bool) -> Diagnostic {
    match finding.severity {
        Severity::Warning if strict => Diagnostic { severity: Severity::Error, ..finding },
        _ => finding,
    }
}

/// Returns the layout that is wanted, without the keys set over it.
fn choice<'a>(source: &'a Source, name: Option<&'a str>) -> Choice<'a> {
    let usual = BUNDLED.first().map_or("base", |layout| layout.name);
    let plain = Choice { name: usual, place: None, folder: None, overrides: &[], families: &[] };
    match (name, &source.front.layout) {
        (Some(name), _) => Choice { name, ..plain },
        (None, Some(value)) => {
            Choice { name: &value.text, place: Some(value.span), folder: source.folder.as_deref(), ..plain }
        }
        (None, None) => plain,
    }
}

/// Called with the name of each stage when it is done: the library has no clock of its own.
pub type Done<'a> = &'a mut dyn FnMut(&'static str);
