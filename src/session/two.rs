//! Two résumés that were understood, with all places among one set of files.

use super::work::Work;
use super::{Done, Request};
use crate::diag::{CompileError, FileId, Files, Sink, Span};
use crate::model::Resume;

/// Two résumés, understood.
pub(super) struct Two<'a> {
    /// The work that ends with the result: its files are those of both.
    pub work: Work<'a>,
    /// The first résumé.
    pub one: Resume,
    /// The second résumé.
    pub other: Resume,
    /// Whether both are of one text.
    pub is_one: bool,
    origins: (Files, Files),
    /// The number of the second résumé among the files.
    file: FileId,
    /// The number of the first file that the second includes.
    others: u16,
}

impl<'a> Two<'a> {
    /// Reads and understands both. Findings in each are left to a check of each, unless they stop the work.
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
        // The files that the other includes come after it.
        let others = left.files.count();
        for number in 1..right.files.count() {
            left.files.add(right.files.name(FileId(number)), right.files.text(FileId(number)));
        }
        right.files.looked_at().iter().for_each(|path| left.files.look_at(path));
        (left.sink, left.seen) = (Sink::default(), None);
        Ok(Two { work: left, one: said, other, is_one, origins, file, others })
    }

    /// Returns a place of the first among the files.
    pub fn place(&self, span: Span) -> Span {
        self.origins.0.origin(span)
    }

    /// Returns a place of the second among the files.
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
