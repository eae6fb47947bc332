//! The tools and their arguments.

use serde_json::{Map, Value, json};

/// Returns the arguments that tools share.
fn common() -> [(&'static str, Value); 5] {
    [
        (
            "file",
            json!({ "type": "string", "description": "The résumé: a Markdown file below the folder. Give this or `text`." }),
        ),
        (
            "text",
            json!({ "type": "string", "description": "The résumé as Markdown; it has no photo and includes nothing." }),
        ),
        ("view", json!({ "type": "string", "description": "A view that the front matter declares." })),
        ("lang", json!({ "type": "string", "description": "The language: zh-Hans, zh-Hant, en, ja, ko …" })),
        (
            "layout",
            json!({ "type": "string", "description": "A bundled layout (see the tool `layouts`), or a .toml file below the folder." }),
        ),
    ]
}

fn tool(name: &str, about: &str, reads: bool, own: &[(&str, Value)], required: &[&str]) -> Value {
    let shared = if required.is_empty() && name != "layouts" { common().to_vec() } else { Vec::new() };
    let all = shared.into_iter().chain(own.iter().cloned());
    let properties: Map<String, Value> = all.map(|(key, value)| (key.to_owned(), value)).collect();
    json!({
        "name": name,
        "description": about,
        "inputSchema": {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        },
        "annotations": { "readOnlyHint": reads, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false },
    })
}

fn words(name: &'static str, about: &str) -> (&'static str, Value) {
    (name, json!({ "type": "string", "description": about }))
}

/// Returns the tools.
pub fn tools() -> Vec<Value> {
    let pages = (
        "pages",
        json!({ "type": "integer", "minimum": 1, "maximum": 99, "description": "Fit the text to so many pages." }),
    );
    let json = ("json", json!({ "type": "boolean", "description": "All of it as JSON." }));
    vec![
        tool(
            "explain",
            "Says what was understood of each line of a résumé: name, contacts, sections, entries with their parts and dates. Use it \
             to see whether a text is read as it is meant.",
            true,
            std::slice::from_ref(&json),
            &[],
        ),
        tool(
            "check",
            "Builds a résumé in memory, reads its PDF back, and proofreads the text. Returns each finding as a line of JSON with its \
             place, what to do (`help`) and, where it is certain, the change that cures it (`fix`).",
            false,
            &[
                pages.clone(),
                (
                    "fix",
                    json!({ "type": "boolean", "description": "Make the changes that are certain: in the file, or in the text that is returned." }),
                ),
            ],
            &[],
        ),
        tool(
            "build",
            "Makes a PDF, or a picture of one page to look at. A PDF is written to `output`, or returned.",
            false,
            &[
                pages.clone(),
                (
                    "format",
                    json!({ "type": "string", "enum": ["pdf", "png"], "description": "pdf unless said otherwise." }),
                ),
                (
                    "page",
                    json!({ "type": "integer", "minimum": 1, "description": "The page of the picture; 1 unless said otherwise." }),
                ),
                (
                    "dpi",
                    json!({ "type": "integer", "minimum": 36, "maximum": 300, "description": "Dots an inch of the picture; 96 unless said otherwise." }),
                ),
                (
                    "output",
                    json!({ "type": "string", "description": "Where the PDF is written, below the folder." }),
                ),
            ],
            &[],
        ),
        tool(
            "fit",
            "Says whether a résumé fits so many pages: what has to give for it, or by how much it is too long and which cuts would do.",
            true,
            &[pages],
            &[],
        ),
        tool("views", "Lists the views and the languages that a résumé declares.", true, &[], &[]),
        tool(
            "diff",
            "Says by meaning what changed from one résumé to another: entries, dates, numbers, words, each with its places. Use it \
             to prove that a rewritten, translated or tailored résumé has kept the facts.",
            true,
            &[
                words("new_file", "The other résumé, below the folder."),
                words("new_text", "The other résumé as Markdown."),
                words(
                    "new_view",
                    "The view of the other; with neither `new_file` nor `new_text`, of the same résumé.",
                ),
                json.clone(),
            ],
            &[],
        ),
        tool(
            "coverage",
            "Says which words of a job advertisement are in a résumé, where, and which are missing, and ranks the views by it. What \
             is missing is never a reason to claim it.",
            true,
            &[
                words("job_file", "The advertisement, a text below the folder. Give this or `job_text`."),
                words("job_text", "The advertisement as text."),
                (
                    "all_views",
                    json!({ "type": "boolean", "description": "Compare each view of the résumé." }),
                ),
                json,
            ],
            &[],
        ),
        tool(
            "import",
            "Makes Markdown of a JSON Resume, a RenderCV or YAMLResume file, LinkedIn's archive, or any PDF with text in it.",
            true,
            &[("file", json!({ "type": "string", "description": "The file, below the folder." }))],
            &["file"],
        ),
        tool(
            "layouts",
            "Lists the bundled layouts; with a name, returns that one's file.",
            true,
            &[(
                "name",
                json!({ "type": "string", "description": "A bundled layout; `base` has every key." }),
            )],
            &[],
        ),
    ]
}
