//! Two résumés, understood, whose places are all among one set of files.

use super::work::Work;
use super::{Done, Request};
use crate::diag::{CompileError, FileId, Files, Sink, Span};
use crate::model::Resume;

/// Two résumés, understood.
pub(super) struct Two<'a> {
    /// What ends with what was made of both: its files are those of both.
    pub work: Work<'a>,
    /// What the first says.
    pub one: Resume,
    /// What the second says.
    pub other: Resume,
    /// Both are of one text.
    pub is_one: bool,
    origins: (Files, Files),
    /// The second résumé among the files.
    file: FileId,
    /// What the second includes stands from here on.
    others: u16,
}

impl<'a> Two<'a> {
    /// Reads and understands both. What was found in each is the business of a check of each, unless it stops the work.
    pub fn understood(
        (one, done): (&'a Request, Done<'a>),
        (two, also): (&'a Request, Done<'a>),
    ) -> Result<Two<'a>, (Box<Work<'a>>, CompileError)> {
        let (mut left, mut right) = (Work::new(one, done), Work::new(two, also));
        let said = match understood(&mut left) {
            Ok(said) => said,
            Err(stop) => return Err((Box::new(left), stop)),
        };
        let other = match self::understood(&mut right) {
            Ok(said) => said,
            Err(stop) => return Err((Box::new(right), stop)),
        };
        let is_one =
            one.path.is_some() && one.path == two.path || one.name == two.name && one.bytes == two.bytes;
        let origins = (left.files.clone(), right.files.clone());
        let file = match is_one {
            true => FileId::RESUME,
            false => left.files.add(right.files.name(FileId::RESUME), right.files.text(FileId::RESUME)),
        };
        // Behind it, what the other includes.
        let others = left.files.count();
        for number in 1..right.files.count() {
            left.files.add(right.files.name(FileId(number)), right.files.text(FileId(number)));
        }
        right.files.looked_at().iter().for_each(|path| left.files.look_at(path));
        (left.sink, left.seen) = (Sink::default(), None);
        Ok(Two { work: left, one: said, other, is_one, origins, file, others })
    }

    /// Returns where a place of the first stands among the files.
    pub fn place(&self, span: Span) -> Span {
        self.origins.0.origin(span)
    }

    /// Returns where a place of the second stands among the files.
    pub fn place_there(&self, span: Span) -> Span {
        let origin = self.origins.1.origin(span);
        let included = || FileId(self.others + origin.file.0 - 1);
        let file = if origin.file == FileId::RESUME { self.file } else { included() };
        Span { file, ..origin }
    }
}

fn understood(work: &mut Work<'_>) -> Result<Resume, CompileError> {
    let source = work.source()?;
    let resume = work.understood(&source)?;
    work.sink.check()?;
    Ok(resume)
}
