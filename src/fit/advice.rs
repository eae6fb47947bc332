//! What to tell a writer whose text does not fit.

use super::cuts::{self, Cut};
use super::longest::longest;
use super::press::{Press, Try};
use super::report::{changes, in_words};
use super::{Aim, search};
use crate::diag::{Diagnostic, code, counted};

/// How many characters of a line are quoted.
const QUOTED: usize = 20;

/// Returns the error of a text that is too long, with the cheapest cuts that help.
pub(super) fn too_long(press: &mut Press<'_>, densest: &Try, aim: Aim) -> Diagnostic {
    let pages = counted(aim.pages, "page");
    let lines = counted(densest.excess(aim.pages).max(1), "line");
    let even = even(press, "densest");
    let message = format!("too long for {pages} by {lines}, even at the {even}");
    let finding = Diagnostic::new(code::TOO_LONG, aim.place, message).hint(result(press, densest));
    let cuts = cuts::enough(press, densest, aim.pages);
    if cuts.is_empty() {
        let finding = longest(press.resume, densest).into_iter().fold(finding, Diagnostic::hint);
        return finding.hint(format!("write less, or ask for {}", counted(densest.pages(), "page")));
    }
    with_cuts(finding, press, &cuts)
}

/// Returns the error of a text that is too short.
pub(super) fn too_short(press: &Press<'_>, loosest: &Try, aim: Aim) -> Diagnostic {
    let pages = counted(aim.pages, "page");
    let even = even(press, "loosest");
    let fill = loosest.document.last_page_fill;
    let less = match loosest.pages() {
        reached if reached == aim.pages => {
            format!("the last page is only {fill} % full")
        }
        reached => {
            let tenths = 10 * reached.saturating_sub(1) + (fill as usize + 5) / 10;
            format!("the text fills {}.{} of them", tenths / 10, tenths % 10)
        }
    };
    let message = format!("too short for {pages}: even at the {even}, {less}");
    // What could be filled: not a last page that is nearly empty.
    let filled = loosest.pages().saturating_sub(usize::from(nearly_empty(loosest.pages(), fill)));
    let fewer = counted(filled.min(aim.pages.saturating_sub(1)).max(1), "page");
    let finding = Diagnostic::new(code::TOO_SHORT, aim.place, message);
    finding.hint(result(press, loosest)).hint(format!("write more, or ask for {fewer}"))
}

/// Returns the note on a last page that is nearly empty, with the cheapest cuts that save it.
pub(super) fn last_page(press: &mut Press<'_>, ideal: &Try) -> Diagnostic {
    let message = format!("the last page is only {} % full", ideal.document.last_page_fill);
    let finding = Diagnostic::new(code::LAST_PAGE, None, message);
    let pages = ideal.pages().saturating_sub(1);
    press.shorten_to(pages, ideal);
    let cuts = cuts::enough(press, ideal, pages);
    let finding =
        if cuts.is_empty() { finding.hint("shorten the text") } else { with_cuts(finding, press, &cuts) };
    finding.hint(format!("or let the layout give: `--pages {pages}`"))
}

/// Tells whether a last page deserves that note.
pub(super) fn nearly_empty(pages: usize, fill: u32) -> bool {
    pages > 1 && fill < search::NEARLY_EMPTY
}

fn even(press: &Press<'_>, most: &str) -> String {
    format!("{most} that the layout `{}` allows", press.sheet.ideal().name)
}

/// Returns the best that could be had: what was changed, and what came of it.
fn result(press: &Press<'_>, tried: &Try) -> String {
    let ideal = press.sheet.ideal();
    let changed = in_words(&changes(ideal, tried), ideal, &tried.layout);
    let changed = if changed.is_empty() { "nothing in it is elastic".to_owned() } else { changed };
    let fill = tried.document.last_page_fill;
    format!("tried: {changed}; {}, the last {fill} % full", counted(tried.pages(), "page"))
}

/// Adds a hint for each cut in the order of the text.
fn with_cuts(finding: Diagnostic, press: &Press<'_>, cuts: &[Cut]) -> Diagnostic {
    let mut cuts: Vec<&Cut> = cuts.iter().collect();
    cuts.sort_by_key(|cut| cut.from);
    let finding = cuts.iter().fold(finding, |finding, cut| {
        let before = press.text.get(..cut.from as usize).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let characters = counted(cut.characters(), "character");
        finding.hint(format!("cut {characters} at line {line}: its last line holds only “{}”", quote(cut)))
    });
    match cuts.len() {
        1 => finding.hint("with this cut it fits"),
        many => finding.hint(format!("with all {many} cuts it fits")),
    }
}

fn quote(cut: &Cut) -> String {
    let text = cut.text.trim();
    let short: String = text.chars().take(QUOTED).collect();
    if short.len() == text.len() { short } else { short + "…" }
}
