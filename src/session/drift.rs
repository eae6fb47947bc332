//! Two texts, or one in two languages, that are meant to say the same.

use super::two::Two;
use super::{Outcome, Request};
use crate::diag::Sink;
use crate::drift::{self, Compared, Side};
use crate::model::Resume;

/// Compares what two résumés say; the differences are in the findings. Both requests may be for one text, in two of
/// its languages.
pub fn drift(one: &Request, two: &Request) -> Outcome<Compared> {
    let (mut done, mut also) = (|_| {}, |_| {});
    let mut both = match Two::understood((one, &mut done), (two, &mut also)) {
        Ok(both) => both,
        Err((work, stop)) => return work.finish(Err(stop)),
    };
    let language = |resume: &Resume| resume.meta.lang.clone();
    let names = match both.is_one {
        true => [language(&both.one), language(&both.other)],
        false => [one.name.clone(), two.name.clone()],
    };
    let mut sink = Sink::default();
    let (place, there) = (|span| both.place(span), |span| both.place_there(span));
    let sides = (
        Side { resume: &both.one, name: &names[0], place: &place },
        Side { resume: &both.other, name: &names[1], place: &there },
    );
    let compared = drift::compare(&sides.0, &sides.1, &mut sink);
    both.work.sink = sink;
    both.work.finish(Ok(compared))
}
