//! The requests about a document.

use serde_json::{Value, json};

use super::{Client, RESUME, URI};

fn opened(text: &str) -> Client {
    let client = Client::new(&json!({}), &json!({ "pageEnds": true }));
    client.open(URI, text);
    client
}

/// Returns the position of the end of some words.
fn behind(text: &str, words: &str) -> Value {
    let at = text.find(words).unwrap() + words.len();
    let before = &text[..at];
    let column = before.rsplit('\n').next().unwrap().encode_utf16().count();
    json!({ "line": before.matches('\n').count(), "character": column })
}

fn labels(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect()
}

fn offered(text: &str, words: &str) -> Value {
    let mut client = opened(text);
    let items = client.about("completion", URI, json!({ "position": behind(text, words) }));
    client.end();
    items
}

#[test]
fn hovering_tells_what_was_understood() {
    let text = RESUME.replace("- 用", "<!-- keep -->\n- 用");
    let mut client = opened(&text);
    let mut hover = |words: &str| {
        let said = client.about("hover", URI, json!({ "position": behind(&text, words) }));
        said["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    assert!(hover("### 云杉").contains("organization 云杉科技 · role 出纳 · 2020-01 → 2023-06"));
    assert!(hover("138").contains("**phone** 138-0000-0000"));
    assert!(hover("lay").contains("The layout"));
    assert!(hover("<!-- ke").contains("on one page"));
    assert!(hover("Gith").contains("J301 (note)"));
    assert_eq!(hover("classic\n---\n"), "");
    client.end();
}

#[test]
fn the_outline_holds_sections_and_entries() {
    let mut client = opened(RESUME);
    let outline = client.about("documentSymbol", URI, json!({}));
    let names: Vec<&str> =
        outline.as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["陈小满", "工作经历"]);
    assert_eq!(outline[1]["children"][0]["name"], "云杉科技 · 出纳");
    assert_eq!(outline[1]["range"]["end"]["line"], 14);
    let folds = client.about("foldingRange", URI, json!({}));
    let lines: Vec<(u64, u64)> = folds
        .as_array()
        .unwrap()
        .iter()
        .map(|fold| (fold["startLine"].as_u64().unwrap(), fold["endLine"].as_u64().unwrap()))
        .collect();
    assert_eq!(lines, [(0, 2), (4, 7), (9, 13), (11, 13)]);
    client.end();
}

#[test]
fn what_is_said_of_a_completion_is_markdown_only_for_who_reads_it() {
    let documentation = |capabilities: Value| {
        let mut client = Client::new(&capabilities, &json!({}));
        client.open(URI, RESUME);
        let items = client.about("completion", URI, json!({ "position": behind(RESUME, "---\nlay") }));
        client.end();
        items[0]["documentation"].clone()
    };
    let reads = |formats: Value| {
        let item = json!({ "documentationFormat": formats });
        json!({ "textDocument": { "completion": { "completionItem": item } } })
    };
    assert_eq!(documentation(reads(json!(["plaintext", "markdown"])))["kind"], "markdown");
    assert!(documentation(reads(json!(["plaintext"]))).is_string());
    assert!(documentation(json!({})).is_string());
}

#[test]
fn what_can_be_written_is_offered() {
    assert!(labels(&offered(RESUME, "layout: c")).contains(&"compact"));
    assert!(labels(&offered(RESUME, "---\nlay")).contains(&"layout"));
    let set = RESUME.replace("layout: classic", "set:\n  page.ma\n  type:\n    align: j\n    pun");
    assert!(labels(&offered(&set, "page.ma")).contains(&"page.margin"));
    assert!(labels(&offered(&set, "align: j")).contains(&"justify"));
    assert!(labels(&offered(&set, "    pun")).contains(&"punctuation"));
    let text = format!(
        "{RESUME}\n<!-- tags: frontend -->\n- 甲\n\n<!-- \n\n<!-- tags: f\n\n<!-- jianli: allow J3\n\n## \n"
    );
    assert!(labels(&offered(&text, "甲\n\n<!-- ")).contains(&"pagebreak"));
    assert_eq!(labels(&offered(&text, "<!-- tags: f\n".trim_end())), ["frontend"]);
    assert!(labels(&offered(&text, "allow J3")).contains(&"J302"));
    assert!(
        labels(&offered(&text, "\n\n## ")).contains(&"教育背景")
            || labels(&offered(&text, "\n## ")).contains(&"教育背景")
    );
    let head = RESUME.replace("- 邮箱：chen@example.com", "- 邮");
    let item = &offered(&head, "- 邮")[1];
    assert_eq!((&item["label"], &item["textEdit"]["newText"]), (&json!("邮箱"), &json!("邮箱：")));
    assert_eq!(item["textEdit"]["range"]["start"]["character"], 2);
    assert_eq!(offered(RESUME, "也报销"), json!([]));
}

#[test]
fn layouts_are_helped_with_as_well() {
    let uri = "file:///nowhere/my.toml";
    let text = "extends = \"classic\"\n[page]\nmargni = \"20mm\"\n\n[type]\nalign = \"\"\n\n[color]\naccent = \"#1f4e79\"\n";
    let mut client = Client::usual();
    client.open(uri, text);
    let found = client.findings(uri, 1);
    let range = &found[0]["range"];
    let actions =
        client.about("codeAction", uri, json!({ "range": range, "context": { "diagnostics": [] } }));
    assert_eq!(actions[0]["edit"]["changes"][uri][0]["newText"], "margin", "{actions}");
    let items = client.about("completion", uri, json!({ "position": behind(text, "align = \"") }));
    assert!(labels(&items).contains(&"justify"));
    let items = client.about("completion", uri, json!({ "position": behind(text, "[page]\nma") }));
    assert!(labels(&items).contains(&"margin"));
    let hover = client.about("hover", uri, json!({ "position": behind(text, "alig") }));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("`type.align`"), "{hover}");
    let colours = client.about("documentColor", uri, json!({}));
    assert_eq!(colours[0]["range"]["start"], json!({ "line": 8, "character": 10 }));
    let asked = json!({ "color": colours[0]["color"], "range": colours[0]["range"] });
    assert_eq!(client.about("colorPresentation", uri, asked)[0]["label"], "#1f4e79");
    client.end();
}

#[test]
fn a_finding_can_be_cured_or_silenced() {
    let text = RESUME.replace('\n', "\r\n").replace("- 用 Github,也", "- 用 Github，负责设计,开发，也");
    let mut client = opened(&text);
    let found = client.findings(URI, 1);
    let all = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let asked = json!({ "range": all, "context": { "diagnostics": found } });
    let actions = client.about("codeAction", URI, asked);
    let titles: Vec<&str> =
        actions.as_array().unwrap().iter().map(|action| action["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "Write `GitHub` (J301)",
            "Write `，` (J302)",
            "Allow J301 in this block",
            "Allow J301 in this file",
            "Allow J302 in this block",
            "Allow J302 in this file",
            "Apply all certain fixes",
        ]
    );
    let edit = &actions[2]["edit"]["changes"][URI][0];
    assert_eq!(
        (&edit["newText"], &edit["range"]["start"]["line"]),
        (&json!("<!-- jianli: allow J301 -->\r\n"), &json!(13))
    );
    assert_eq!(actions[6]["edit"]["changes"][URI].as_array().unwrap().len(), 2);
    let only = json!({ "range": all, "context": { "diagnostics": [], "only": ["source.fixAll"] } });
    assert_eq!(client.about("codeAction", URI, only).as_array().unwrap().len(), 1);
    // Each way of silencing a finding works.
    for (action, code) in [(2, "J301"), (3, "J301"), (4, "J302")] {
        let edit = &actions[action]["edit"]["changes"][URI][0];
        let line = edit["range"]["start"]["line"].as_u64().unwrap() as usize;
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        lines.insert(line, edit["newText"].as_str().unwrap().to_owned());
        let other = format!("untitled:cv-{action}.md");
        client.open(&other, &lines.concat());
        let left = super::codes(&client.findings(&other, 1));
        assert!(!left.iter().any(|(left, _)| left == code), "{left:?}");
    }
    client.end();
}

#[test]
fn pages_are_counted_and_their_ends_shown() {
    let entry = "- 独立设计订单系统，缺货订单减少，报销与对账，出纳与审计，都由一人完成。\n";
    let text = format!("{RESUME}{}", entry.repeat(90));
    let mut client = opened(&text);
    let lens = client.about("codeLens", URI, json!({}));
    let title = lens[0]["command"]["title"].as_str().unwrap();
    assert!(title.starts_with("2 页 · 末页 ") || title.starts_with("3 页 · 末页 "), "{title}");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 999, "character": 0 } });
    let hints = client.about("inlayHint", URI, json!({ "range": range }));
    assert_eq!(hints[0]["label"], "⸺ 2 ⸺");
    let line = hints[0]["position"]["line"].as_u64().unwrap();
    let place = |client: &mut Client, params: Value| {
        let mut params = params;
        params["textDocument"] = json!({ "uri": URI });
        client.ask("jianli/where", params)
    };
    let there = place(&mut client, json!({ "position": { "line": line, "character": 4 } }));
    assert_eq!(there["page"], 2, "{there}");
    let back = place(&mut client, json!({ "page": there["page"], "x": there["x"], "y": there["y"] }));
    assert_eq!(back["range"]["start"]["line"], line, "{back}");
    assert_eq!(place(&mut client, json!({ "page": 77, "x": 0, "y": 0 })), Value::Null);
    client.end();
}

#[test]
fn what_leads_somewhere_is_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    std::fs::write(folder.join("part 1.md"), "- 报销\n").unwrap();
    let uri = |name: &str| super::super::uri::uri(&folder.join(name)).unwrap().as_str().to_owned();
    let own = uri("cv.md");
    let text = format!("{RESUME}\n见 [站点](https://example.com/a)\n\n<!-- include: part 1.md -->\n");
    let mut client = Client::usual();
    client.open(&own, &text);
    let links = client.about("documentLink", &own, json!({}));
    let targets: Vec<&str> =
        links.as_array().unwrap().iter().map(|link| link["target"].as_str().unwrap()).collect();
    assert_eq!(targets, ["https://example.com/a", uri("part 1.md").as_str()]);
    let there = client.about("definition", &own, json!({ "position": behind(&text, "include: pa") }));
    assert_eq!(there["uri"], uri("part 1.md"));
    client.end();
}

#[test]
fn what_could_be_cut_is_selected_and_nothing_is_deleted() {
    let words = "独立设计订单系统，缺货订单减少，报销与对账，出纳与审计，都由一人完成，每月关账提前三天";
    let more = "，又把各地的账目并到一处，再也不用逐张核对";
    let item = |at: usize| format!("- {words}{}\n", more.chars().take(at * 5 % 21).collect::<String>());
    let head = RESUME.replace("layout: classic", "layout: classic\npages: 1");
    let support = json!({ "window": { "showDocument": { "support": true } } });
    let mut client = Client::new(&support, &json!({}));
    let mut actions = Value::Null;
    // As many items as make the text too long by a line or two.
    for count in 22..60 {
        let uri = format!("untitled:cv-{count}.md");
        client.open(&uri, &format!("{head}{}", (0..count).map(item).collect::<String>()));
        let found = client.findings(&uri, 1);
        let Some(found) = found.iter().find(|found| found["code"] == "J704") else { continue };
        actions = client.about(
            "codeAction",
            &uri,
            json!({ "range": found["range"], "context": { "diagnostics": [] } }),
        );
        break;
    }
    let action = &actions[0];
    assert!(
        action["title"].as_str().unwrap().starts_with("Select ") && action.get("edit").is_none(),
        "{actions}"
    );
    let command = &action["command"];
    let asked = json!({ "command": command["command"], "arguments": command["arguments"] });
    assert_eq!(client.ask("workspace/executeCommand", asked), Value::Null);
    let shown = client.requested();
    assert_eq!((&shown["uri"], &shown["selection"]), (&command["arguments"][0], &command["arguments"][1]));
    assert_eq!(
        client.try_ask("workspace/executeCommand", json!({ "command": "rm", "arguments": [] })),
        Err(-32602)
    );
    client.end();
}
