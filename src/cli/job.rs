//! A résumé read, with its layout and its faces: what every subcommand begins with.

use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use super::args::{LookArgs, Telling};
use super::clock::Clock;
use super::foreign;
use super::kept::Kept;
use super::report;
use crate::diag::{Diagnostic, Error, Files, Severity, Sink, Span, Stop, counted, machine};
use crate::fit::{self, Aim, Fitted};
use crate::font::{FontBook, Hold};
use crate::layout::{self, BUNDLED, Choice, Override, Sheet};
use crate::model::Allowed;
use crate::pages::Document;
use crate::source::FrontMatter;
use crate::source::{self, Source, Value};
use crate::{Shop, compile_in, image};

/// Everything that is known while a résumé is compiled.
pub struct Job {
    /// The files read.
    pub files: Files,
    /// The résumé as it was read.
    pub read: Vec<u8>,
    /// What was found.
    pub sink: Sink,
    /// The time.
    pub clock: Clock,
    /// How findings are told.
    pub telling: Telling,
    /// What the last build left, in a session.
    pub kept: Option<Kept>,
    /// What the author does not want to hear of.
    allowed: Allowed,
    /// The layout that the front matter asks another tool for.
    foreign: Option<Value>,
}

impl Job {
    /// Starts with nothing read.
    pub fn new(clock: Clock) -> Job {
        Job {
            files: Files::default(),
            read: Vec::new(),
            sink: Sink::default(),
            clock,
            telling: Telling::default(),
            kept: None,
            allowed: Allowed::default(),
            foreign: None,
        }
    }

    /// Reads a résumé; `-` is standard input. `lang` beats the front matter.
    ///
    /// # Errors
    /// If it cannot be read, or is no text.
    pub fn source(&mut self, file: &Path, lang: Option<&str>) -> Result<Source, Stop> {
        let stdin = is_stdin(file);
        if !stdin {
            self.files.look_at(file);
        }
        let bytes = if stdin { source::read_stdin()? } else { source::read(file)? };
        let name = if stdin { "<stdin>".to_owned() } else { file.display().to_string() };
        let folder = (!stdin).then(|| folder_of(file));
        let source = source::parse(&name, &bytes, folder.as_deref(), &mut self.files, &mut self.sink);
        self.clock.lap("source");
        self.read = bytes;
        let mut source = source?;
        self.allowed = Allowed::of(&source);
        self.foreign = foreign::take(&mut source.front);
        if let Some(lang) = lang {
            source.front.lang = Some(Value { text: lang.to_owned(), span: Span::default() });
        }
        Ok(source)
    }

    /// Reads the layout that the arguments or the front matter ask for; the arguments beat it.
    ///
    /// # Errors
    /// As [`layout::read`].
    pub fn layout(&mut self, source: &Source, look: &LookArgs, fonts: &FontBook) -> Result<Rc<Sheet>, Stop> {
        if let Some(layout) = self.foreign.take().filter(|_| look.layout.is_none()) {
            self.sink.report(foreign::finding(&layout));
        }
        let overrides = self.overrides(&source.front, look)?;
        let families = fonts.families();
        let choice = Choice { overrides: &overrides, families: &families, ..choice(source, look) };
        let kept = self.kept.as_ref().and_then(|kept| kept.sheet(&choice, &mut self.files));
        let sheet = kept.map_or_else(|| self.read_layout(&choice), Ok);
        self.clock.lap("layout");
        sheet
    }

    fn read_layout(&mut self, choice: &Choice) -> Result<Rc<Sheet>, Stop> {
        let so_far = |job: &Job| (job.files.looked_at().len(), job.sink.count());
        let (before, from) = (so_far(self), self.files.count());
        let sheet = Rc::new(layout::read(choice, &mut self.files, &mut self.sink)?);
        // What stands on the disk may change, and what is wrong must be told again.
        let lasting = so_far(self) == before;
        if let (Some(kept), true) = (&mut self.kept, lasting) {
            kept.keep(choice, &sheet, &self.files, from);
        }
        Ok(sheet)
    }

    /// Returns the keys that the front matter sets, then those of the arguments.
    fn overrides(&mut self, front: &FrontMatter, look: &LookArgs) -> Result<Vec<Override>, Stop> {
        let set = |(key, value): &(String, Value)| Override {
            key: key.clone(),
            value: value.text.clone(),
            key_place: value.span,
            place: value.span,
        };
        let mut overrides: Vec<Override> = front.set.iter().map(set).collect();
        for text in &look.set {
            match Override::flag(text, &mut self.files) {
                Ok(set) => overrides.push(set),
                Err(finding) => self.sink.report(*finding),
            }
        }
        self.sink.check()?;
        Ok(overrides)
    }

    /// Compiles a résumé into the pages that are asked for, else into as many as it takes; also returns a
    /// line that tells what was changed to make it fit, or nothing.
    ///
    /// # Errors
    /// If the document has errors, or cannot be made to fit.
    pub fn pages(
        &mut self,
        source: &Source,
        sheet: &Sheet,
        fonts: &FontBook,
        pages: Option<u16>,
    ) -> Result<(Document, String), Stop> {
        match aim(pages, source) {
            Some(aim) => {
                let fitted = self.fit(source, sheet, fonts, aim)?;
                let told = told(&fitted.told, aim.pages, fitted.short);
                Ok((fitted.document, told))
            }
            None => Ok((self.compile(source, sheet, fonts)?, String::new())),
        }
    }

    /// Compiles a résumé into as many pages as it takes.
    ///
    /// # Errors
    /// If the document has errors.
    pub fn compile(&mut self, source: &Source, sheet: &Sheet, fonts: &FontBook) -> Result<Document, Stop> {
        let clock = &mut self.clock;
        let (layout, sink) = (sheet.ideal(), &mut self.sink);
        let shop = Shop {
            fonts,
            standing: self.kept.as_mut().map(|kept| &mut kept.standing),
            done: &mut |stage| clock.lap(stage),
        };
        let document = compile_in(shop, source, layout, sink)?;
        fit::advise(source, sheet, fonts, &document, sink);
        self.sink.check()?;
        Ok(document)
    }

    /// Compiles a résumé into so many pages.
    ///
    /// # Errors
    /// If the document has errors, or cannot be made to fit.
    fn fit(&mut self, source: &Source, sheet: &Sheet, fonts: &FontBook, aim: Aim) -> Result<Fitted, Stop> {
        let fitted = fit::fit(source, sheet, fonts, aim, &mut self.sink);
        self.clock.lap("fit");
        let fitted = fitted?;
        self.sink.check()?;
        Ok(fitted)
    }

    /// Goes on without the images that are damaged, which is known only when they are drawn: tells whether
    /// that is what stopped the work, so that it is worth another try.
    pub fn without_damaged(&mut self, source: &mut Source, stop: &Stop) -> bool {
        if !matches!(stop, Stop::Machine(Error::Backend { what: "image", .. })) {
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

    /// Prints what was found and the author did not silence, and returns it.
    ///
    /// # Errors
    /// [`Stop::Document`] if that stops the work: errors do, and warnings when `strict`.
    pub fn tell(&mut self, quiet: bool, strict: bool) -> Result<Vec<Diagnostic>, Stop> {
        let found = self.heard(strict);
        self.print(&found, quiet)?;
        if stops(&found) {
            return Err(Stop::Document);
        }
        Ok(found)
    }

    /// Prints findings.
    ///
    /// # Errors
    /// If standard output, where machines read them, takes nothing.
    pub fn print(&self, found: &[Diagnostic], quiet: bool) -> Result<(), Error> {
        match self.telling {
            Telling::Human => report::findings(found, &self.files, quiet),
            Telling::Json => report::print(machine::json_lines(found, &self.files).as_bytes())?,
            Telling::Github => report::print(machine::github(found, &self.files).as_bytes())?,
            Telling::Sarif => report::print(machine::sarif(found, &self.files).as_bytes())?,
        }
        Ok(())
    }

    /// Returns what was found and the author did not silence; warnings are errors when `strict`.
    pub fn heard(&mut self, strict: bool) -> Vec<Diagnostic> {
        let found = std::mem::take(&mut self.sink).into_sorted();
        let heard = found.into_iter().filter(|finding| !self.allowed.silences(finding));
        heard.map(|finding| raised(finding, strict)).collect()
    }
}

/// Tells whether findings stop the work.
pub fn stops(found: &[Diagnostic]) -> bool {
    found.iter().any(|finding| finding.severity == Severity::Error)
}

/// Returns how many pages are asked for: by an argument, else by the document.
fn aim(pages: Option<u16>, source: &Source) -> Option<Aim> {
    let flag = pages.map(|pages| (pages, None));
    let front = source.front.pages.map(|(pages, place)| (pages, Some(place)));
    flag.or(front).map(|(pages, place)| Aim { pages: usize::from(pages), place })
}

/// Returns the line that tells what was changed, and how full the last page is if that stayed short;
/// nothing if there is nothing to tell.
fn told(changes: &str, pages: usize, short: Option<u32>) -> String {
    let sum = match short {
        Some(fill) if pages == 1 => format!("stays short of 1 page, {fill} % full"),
        Some(fill) => format!("stays short of {pages} pages, the last {fill} % full"),
        None => format!("fitted to {}", counted(pages, "page")),
    };
    match (changes.is_empty(), short) {
        (true, None) => String::new(),
        (true, Some(_)) => format!("{sum}; nothing in the layout gives\n"),
        (false, _) => format!("{sum}: {changes}\n"),
    }
}

/// Under `--strict` a warning is an error.
fn raised(finding: Diagnostic, strict: bool) -> Diagnostic {
    match finding.severity {
        Severity::Warning if strict => Diagnostic { severity: Severity::Error, ..finding },
        _ => finding,
    }
}

/// Returns which layout is wanted, without what is set over it.
fn choice<'a>(source: &'a Source, look: &'a LookArgs) -> Choice<'a> {
    let usual = BUNDLED.first().map_or("base", |layout| layout.name);
    let plain = Choice { name: usual, place: None, folder: None, overrides: &[], families: &[] };
    match (&look.layout, &source.front.layout) {
        (Some(name), _) => Choice { name, ..plain },
        (None, Some(value)) => {
            Choice { name: &value.text, place: Some(value.span), folder: source.folder.as_deref(), ..plain }
        }
        (None, None) => plain,
    }
}

/// Returns the faces: the author's own, folder by folder, then the bundled ones.
///
/// # Errors
/// If a folder or a face in it cannot be used.
pub fn faces(folders: &[PathBuf], hold: Hold) -> Result<FontBook, Error> {
    folders.iter().rev().try_fold(FontBook::usual()?, |book, folder| book.with_folder(folder, hold))
}

/// Tells whether a path means standard input or output.
pub fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Returns the folder that a file stands in.
pub fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Returns a path without what changes nothing: `./a.md` is `a.md`.
pub fn plain(path: &Path) -> PathBuf {
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if plain.as_os_str().is_empty() { path.to_owned() } else { plain }
}
