//! The state of the preview, and the options that clients may choose.

use crate::diag::Message;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::layout::BUNDLED;

/// The chosen options of the preview; the rest is left to the document and the arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewOptions {
    /// A bundled layout.
    pub layout: Option<&'static str>,
    /// The number of pages to fit it to.
    pub pages: Option<u16>,
    /// A view of the front matter.
    pub view: Option<String>,
    /// One of the languages that the text is written in.
    pub lang: Option<String>,
}

/// A reason to build.
#[derive(Clone, Debug)]
pub enum BuildRequest {
    /// Something that the last build read may have changed.
    Changed,
    /// A client wants another look.
    ViewOptions(ViewOptions),
}

/// A drawn page.
#[derive(Debug)]
pub struct Page {
    /// Its name: different for each different picture.
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
    /// Everything that a client is sent without asking: a line of JSON.
    pub told: String,
    /// The pages of the last build that had any.
    pub pages: Vec<Arc<Page>>,
    /// The text of the résumé that they were made from.
    pub source: Arc<str>,
}

/// A summary of the last build that had pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How full the last page is, in percent.
    pub fill: u32,
    /// The changes made to make the text fit, in words.
    pub fitted: String,
    /// The layout that the document or the arguments ask for.
    pub layout: String,
    /// The number of pages that the document or the arguments ask for.
    pub target: Option<u16>,
    /// The views to choose from.
    pub views: Vec<String>,
    /// The languages.
    pub languages: Vec<String>,
    /// The view that the arguments ask for.
    pub view: Option<String>,
    /// The language that the pages are in.
    pub lang: String,
}

/// Returns the data for clients, without the number of the state and the time it took.
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

/// The report on a build.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Whether it failed to give pages.
    pub failed: bool,
    /// The findings in the format of `--diagnostics json`, each with its line of the source as `source`.
    pub found: Vec<Value>,
    /// The failure of the machine, if any.
    pub error: Option<Message>,
    /// The same in each other language, by its tag.
    pub error_said: Value,
}
