//! Two texts that are meant to say the same, or one in two languages.

use super::work::Work;
use super::{Outcome, Request};
use crate::diag::{CompileError, FileId, Sink, Span};
use crate::drift::{self, Compared, Side};
use crate::model::Resume;

/// Compares what two résumés say; where they differ is in the findings. Both requests may be of one text, in two of its
/// languages.
pub fn drift(one: &Request, two: &Request) -> Outcome<Compared> {
    let (mut done, mut also) = (|_| {}, |_| {});
    let (mut left, mut right) = (Work::new(one, &mut done), Work::new(two, &mut also));
    let said = match said(&mut left) {
        Ok(said) => said,
        Err(stop) => return left.finish(Err(stop)),
    };
    let other = match self::said(&mut right) {
        Ok(said) => said,
        Err(stop) => return right.finish(Err(stop)),
    };
    let is_one = one.path.is_some() && one.path == two.path || one.name == two.name && one.bytes == two.bytes;
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
    let language = |resume: &Resume| resume.meta.lang.clone();
    let names = match is_one {
        true => [language(&said), language(&other)],
        false => [one.name.clone(), two.name.clone()],
    };
    let place = |span: Span| origins.0.origin(span);
    let there = |span: Span| {
        let origin = origins.1.origin(span);
        let file = if origin.file == FileId::RESUME { file } else { FileId(others + origin.file.0 - 1) };
        Span { file, ..origin }
    };
    let sides = (
        Side { resume: &said, name: &names[0], place: &place },
        Side { resume: &other, name: &names[1], place: &there },
    );
    // What is wrong with each is the business of a check of each.
    (left.sink, left.seen) = (Sink::default(), None);
    let compared = drift::compare(&sides.0, &sides.1, &mut left.sink);
    left.finish(Ok(compared))
}

fn said(work: &mut Work<'_>) -> Result<Resume, CompileError> {
    let source = work.source()?;
    let resume = work.understood(&source)?;
    work.sink.check()?;
    Ok(resume)
}
