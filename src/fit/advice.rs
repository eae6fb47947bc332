//! Advice to a writer whose text does not fit.

use super::cuts::{self, Cut};
use super::longest::longest;
use super::report::{changes, in_words};
use super::trials::{Trial, Trials};
use super::{PageGoal, search};
use crate::diag::{Diagnostic, Message, code, counted, message};
use crate::pages::Document;

/// The number of characters of a line that are quoted.
const QUOTED: usize = 20;

/// Returns the error of a text that is too long, with the cheapest cuts that help.
pub(super) fn too_long(trials: &mut Trials<'_>, densest: &Trial, goal: PageGoal) -> Diagnostic {
    let pages = counted(goal.pages, "page");
    let lines = counted(densest.excess(goal.pages).max(1), "line");
    let even = even(trials, "densest");
    let message = message!("too long for {pages} by {lines}, even at the {even}", pages, lines, even);
    let finding = Diagnostic::new(code::TOO_LONG, goal.place, message).hint(result(trials, densest));
    let cuts = cuts::enough(trials, densest, goal.pages);
    if cuts.is_empty() {
        let finding = longest(trials.resume, densest).into_iter().fold(finding, Diagnostic::hint);
        return finding
            .hint(message!("write less, or ask for {pages}", pages = counted(densest.pages(), "page")));
    }
    with_cuts(finding, trials, &cuts)
}

/// Returns the error of a text that is too short.
pub(super) fn too_short(trials: &Trials<'_>, loosest: &Trial, goal: PageGoal) -> Diagnostic {
    let pages = counted(goal.pages, "page");
    let even = even(trials, "loosest");
    let fill = loosest.document.last_page_fill;
    let less = match loosest.pages() {
        reached if reached == goal.pages => {
            message!("the last page is only {fill} % full", fill)
        }
        reached => {
            let tenths = 10 * reached.saturating_sub(1) + (fill as usize + 5) / 10;
            message!("the text fills {pages}.{tenth} of them", pages = tenths / 10, tenth = tenths % 10)
        }
    };
    let message = message!("too short for {pages}: even at the {even}, {less}", pages, even, less);
    // The pages that could be filled: without a last page that is nearly empty.
    let filled = loosest.pages().saturating_sub(usize::from(nearly_empty(loosest.pages(), fill)));
    let fewer = counted(filled.min(goal.pages.saturating_sub(1)).max(1), "page");
    let finding = Diagnostic::new(code::TOO_SHORT, goal.place, message);
    finding.hint(result(trials, loosest)).hint(message!("write more, or ask for {fewer}", fewer))
}

/// Returns the note on a last page that is nearly empty, with the cuts that save it.
pub(super) fn last_page(trials: &Trials<'_>, document: &Document, cuts: &[Cut]) -> Diagnostic {
    let message = message!("the last page is only {fill} % full", fill = document.last_page_fill);
    let finding = Diagnostic::new(code::LAST_PAGE, None, message);
    let pages = document.pages.len().saturating_sub(1);
    let finding =
        if cuts.is_empty() { finding.hint("shorten the text") } else { with_cuts(finding, trials, cuts) };
    finding.hint(message!("or let the layout adjust: `--pages {pages}`", pages))
}

/// Returns whether a last page deserves that note.
pub(super) fn nearly_empty(pages: usize, fill: u32) -> bool {
    pages > 1 && fill < search::NEARLY_EMPTY
}

fn even(trials: &Trials<'_>, most: &'static str) -> Message {
    message!(
        "{most} that the layout `{layout}` allows",
        most = Message::from(most),
        layout = trials.sheet.ideal().name
    )
}

/// Returns the best result that was reached, and the changes that it took.
fn result(trials: &Trials<'_>, tried: &Trial) -> Message {
    let ideal = trials.sheet.ideal();
    let changed = in_words(&changes(ideal, tried), ideal, &tried.layout);
    let changed = if changed.is_empty() { "nothing in it is elastic".into() } else { changed };
    let fill = tried.document.last_page_fill;
    message!(
        "tried: {changed}; {pages}, the last {fill} % full",
        changed,
        pages = counted(tried.pages(), "page"),
        fill
    )
}

/// Adds a hint for each cut in the order of the text.
fn with_cuts(finding: Diagnostic, trials: &Trials<'_>, cuts: &[Cut]) -> Diagnostic {
    let mut cuts: Vec<&Cut> = cuts.iter().collect();
    cuts.sort_by_key(|cut| cut.from);
    let finding = cuts.iter().fold(finding, |finding, cut| {
        let before = trials.text.get(..cut.from as usize).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let characters = counted(cut.characters(), "character");
        let mut finding = finding.hint(message!(
            "cut {characters} at line {line}: its last line holds only “{quote}”",
            characters,
            line,
            quote = quote(cut)
        ));
        finding.cuts.push(cut.place());
        finding
    });
    match cuts.len() {
        1 => finding.hint("with this cut it fits"),
        many => finding.hint(message!("with all {many} cuts it fits", many)),
    }
}

fn quote(cut: &Cut) -> String {
    let text = cut.text.trim();
    let short: String = text.chars().take(QUOTED).collect();
    if short.len() == text.len() { short } else { short + "…" }
}
