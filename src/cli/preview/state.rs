//! What is built, and what may be wished of it.

use crate::diag::Message;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::layout::BUNDLED;

/// How the preview looks, where that is not left to the document and the arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewOptions {
    /// A bundled layout.
    pub layout: Option<&'static str>,
    /// How many pages it is to fit.
    pub pages: Option<u16>,
    /// A view of the front matter.
    pub view: Option<String>,
    /// One of the languages that the text is written in.
    pub lang: Option<String>,
}

/// A reason to build.
#[derive(Clone, Debug)]
pub enum BuildRequest {
    /// Something that the last build read may be another.
    Changed,
    /// A client wants another look.
    ViewOptions(ViewOptions),
}

/// A drawn page.
#[derive(Debug)]
pub struct Page {
    /// Its name: another for every other picture.
    pub name: String,
    /// Its drawing.
    pub svg: Vec<u8>,
    /// Width and height in points.
    pub size: [f64; 2],
}

/// What clients see. Never changed, only replaced.
#[derive(Debug, Default)]
pub struct State {
    /// Counts the states.
    pub number: u64,
    /// Everything that a client is told without asking: a line of JSON.
    pub told: String,
    /// The pages of the last build that had any.
    pub pages: Vec<Arc<Page>>,
    /// The text of the résumé that they were made from.
    pub source: Arc<str>,
}

/// What is told of the pages of the last build that had any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How full the last page is, in percent.
    pub fill: u32,
    /// What was changed to make the text fit, in words.
    pub fitted: String,
    /// The layout that the document or the arguments ask for.
    pub layout: String,
    /// The number of pages that they ask for.
    pub target: Option<u16>,
    /// The views that there are to be chosen from.
    pub views: Vec<String>,
    /// The languages.
    pub languages: Vec<String>,
    /// The view that the arguments ask for.
    pub view: Option<String>,
    /// The language that the pages are in.
    pub lang: String,
}

/// Returns what clients are told, but for the number of the state and the time it took.
pub fn json(pages: &[Arc<Page>], summary: &Summary, look: &ViewOptions, findings: &Findings) -> Value {
    let layouts: Vec<&str> = BUNDLED.iter().map(|bundled| bundled.name).collect();
    let page = |page: &Arc<Page>| json!({ "name": page.name, "width": page.size[0], "height": page.size[1] });
    json!({
        "pages": pages.iter().map(page).collect::<Vec<_>>(),
        "stale": findings.failed,
        "fill": summary.fill,
        "fitted": summary.fitted,
        "layouts": layouts,
        "views": summary.views,
        "languages": summary.languages,
        "own": { "layout": summary.layout, "pages": summary.target, "view": summary.view, "lang": summary.lang },
        "chosen": { "layout": look.layout, "pages": look.pages, "view": look.view, "lang": look.lang },
        "findings": findings.found,
        "error": findings.error.as_deref(),
        "errorSaid": findings.error_said,
    })
}

/// What there is to say about a build.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// There are no pages of it.
    pub failed: bool,
    /// The findings, as `--diagnostics json` has them, each with its line of the source as `source`.
    pub found: Vec<Value>,
    /// What is wrong with the machine.
    pub error: Option<Message>,
    /// The same in each other language, by its tag.
    pub error_said: Value,
}
