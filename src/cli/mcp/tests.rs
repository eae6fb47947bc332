//! The server as an agent sees it, friendly or not.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::files::Root;
use super::server::Server;
use crate::session::Session;

const RESUME: &str = "# 陈小满\n\n- 电话：138-0000-0000\n- 邮箱：chen@example.com\n\n## 工作经历\n\n\
    ### 云杉科技 | 出纳 | 2020.01 – 2023.06\n\n- 用 Github,也报销\n- 对账，出纳\n";

/// Returns a folder with a résumé in a folder below it, next to files that must not be reached.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("cvs/sub")).unwrap();
    std::fs::write(folder.path().join("cvs/sub/a.md"), RESUME).unwrap();
    std::fs::write(folder.path().join("secret.md"), "# Secret\n\n- Email: secret@example.com\n").unwrap();
    folder
}

/// Returns the answers to some lines.
fn answers(folder: &TempDir, lines: &str) -> Vec<Value> {
    let root = Root::new(&folder.path().join("cvs")).unwrap();
    let mut server = Server { root, session: Session::lasting(&[]).unwrap() };
    let mut out = Vec::new();
    server.serve(&mut Cursor::new(lines), &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn asked(folder: &TempDir, method: &str, params: &Value) -> Value {
    let line = json!({ "jsonrpc": "2.0", "id": 7, "method": method, "params": params });
    let answers = answers(folder, &format!("{line}\n"));
    assert_eq!((answers.len(), &answers[0]["id"]), (1, &json!(7)));
    answers[0].clone()
}

/// Calls a tool; returns its parts, and whether it reports a failure.
fn called(folder: &TempDir, tool: &str, arguments: &Value) -> (Vec<Value>, bool) {
    let answer = asked(folder, "tools/call", &json!({ "name": tool, "arguments": arguments }));
    let result = &answer["result"];
    (result["content"].as_array().unwrap_or_else(|| panic!("{answer}")).clone(), result["isError"] == true)
}

/// Returns the text of a successful call.
fn text_of(folder: &TempDir, tool: &str, arguments: &Value) -> String {
    let (parts, failed) = called(folder, tool, arguments);
    assert!(!failed, "{parts:?}");
    parts.iter().filter_map(|part| part["text"].as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_client_is_greeted_in_a_version_that_both_speak() {
    let folder = folder();
    for (asked_for, given) in
        [("2025-06-18", "2025-06-18"), ("2024-11-05", "2024-11-05"), ("1999-01-01", "2025-11-25")]
    {
        let hello =
            asked(&folder, "initialize", &json!({ "protocolVersion": asked_for, "capabilities": {} }));
        assert_eq!(hello["result"]["protocolVersion"], given);
    }
    assert_eq!(asked(&folder, "ping", &Value::Null)["result"], json!({}));
    let silent = json!({ "jsonrpc": "2.0", "method": "notifications/initialized" });
    assert_eq!(answers(&folder, &format!("{silent}\n\n")), Vec::<Value>::new());
}

#[test]
fn each_tool_can_be_called() {
    let folder = folder();
    let file = json!({ "file": "sub/a.md" });
    assert!(text_of(&folder, "explain", &file).contains("organization 云杉科技 · role 出纳"));
    let json = text_of(&folder, "explain", &json!({ "text": RESUME, "json": true }));
    assert!(json.contains("云杉科技") && json.contains('{'));
    let checked = text_of(&folder, "check", &file);
    assert!(
        checked.contains("1 page")
            && checked.contains("\"code\":\"J301\"")
            && checked.contains("\"text\":\"GitHub\"")
    );
    assert!(text_of(&folder, "fit", &file).starts_with("1 page, the last "));
    let viewed =
        json!({ "text": "---\nviews:\n  public:\n    hide: [skills]\n---\n# 甲\n\n- 邮箱：a@example.com\n" });
    assert!(text_of(&folder, "views", &viewed).contains("\"name\":\"public\""));
    assert!(text_of(&folder, "layouts", &json!({})).contains("classic  one column"));
    assert!(text_of(&folder, "layouts", &json!({ "name": "base" })).contains("[page]"));
    std::fs::write(
        folder.path().join("cvs/r.json"),
        r#"{"basics":{"name":"Alex Sample","email":"alex@example.com"}}"#,
    )
    .unwrap();
    assert!(text_of(&folder, "import", &json!({ "file": "r.json" })).contains("# Alex Sample"));
}

const VIEWED: &str = "---\nviews:\n  public:\n    hide: [skills]\n  full: {}\n---\n# 甲\n\n- 邮箱：a@example.com\n\n\
    ## 技能\n\n- Rust、Kafka\n";

#[test]
fn two_resumes_are_compared_and_so_are_two_views_of_one() {
    let folder = folder();
    let later = RESUME.replace("2023.06", "2024.06");
    std::fs::write(folder.path().join("cvs/later.md"), &later).unwrap();
    for other in [
        json!({ "file": "sub/a.md", "new_file": "later.md" }),
        json!({ "file": "sub/a.md", "new_text": later }),
    ] {
        let told = text_of(&folder, "diff", &other);
        assert!(told.contains("1 change") && told.contains("2024") && told.contains("sub/a.md:8"), "{told}");
    }
    assert!(
        text_of(&folder, "diff", &json!({ "text": RESUME, "new_text": RESUME })).contains("no differences")
    );
    let told = text_of(
        &folder,
        "diff",
        &json!({ "text": VIEWED, "view": "full", "new_view": "public", "json": true }),
    );
    assert!(told.contains("\"same\": false") && told.contains("技能"), "{told}");
    for wrong in [
        json!({ "text": RESUME }),
        json!({ "text": RESUME, "new_text": RESUME, "new_file": "later.md" }),
        json!({ "text": RESUME, "new_file": "../secret.md" }),
    ] {
        let (parts, failed) = called(&folder, "diff", &wrong);
        assert!(failed && !parts[0]["text"].as_str().unwrap().contains("secret@"), "{parts:?}");
    }
}

#[test]
fn an_advertisement_is_held_against_each_view() {
    let folder = folder();
    let job = "Requirements\n\n- Kafka\n- Terraform\n";
    std::fs::write(folder.path().join("cvs/job.txt"), job).unwrap();
    let told =
        text_of(&folder, "coverage", &json!({ "text": VIEWED, "view": "full", "job_file": "job.txt" }));
    assert!(told.contains("1 of 2 terms") && told.contains("Terraform"), "{told}");
    let told = text_of(&folder, "coverage", &json!({ "text": VIEWED, "job_text": job, "all_views": true }));
    let first = told.lines().next().unwrap();
    assert!(first.contains("(view full)") && told.contains("(view public): 0 of 2 terms"), "{told}");
    for wrong in [
        json!({ "text": RESUME }),
        json!({ "text": RESUME, "job_text": job, "job_file": "job.txt" }),
        json!({ "text": RESUME, "job_file": "../secret.md" }),
        json!({ "text": RESUME, "job_text": job, "all_views": true }),
    ] {
        let (parts, failed) = called(&folder, "coverage", &wrong);
        assert!(failed && !parts[0]["text"].as_str().unwrap().contains("secret@"), "{parts:?}");
    }
}

#[test]
fn pages_are_made_and_seen() {
    let folder = folder();
    let bytes = |part: &Value| STANDARD.decode(part.as_str().unwrap()).unwrap();
    let (parts, _) = called(&folder, "build", &json!({ "file": "sub/a.md", "format": "png", "dpi": 72 }));
    assert_eq!((&parts[1]["type"], &parts[1]["mimeType"]), (&json!("image"), &json!("image/png")));
    assert!(bytes(&parts[1]["data"]).starts_with(b"\x89PNG"));
    let (parts, _) = called(&folder, "build", &json!({ "file": "sub/a.md" }));
    assert_eq!(parts[1]["resource"]["uri"], "jianli://built/sub/a.pdf");
    assert!(bytes(&parts[1]["resource"]["blob"]).starts_with(b"%PDF"));
    assert!(
        text_of(&folder, "build", &json!({ "file": "sub/a.md", "output": "sub/b.pdf" }))
            .contains("written to sub/b.pdf")
    );
    assert!(std::fs::read(folder.path().join("cvs/sub/b.pdf")).unwrap().starts_with(b"%PDF"));
    let (parts, failed) =
        called(&folder, "build", &json!({ "file": "sub/a.md", "format": "png", "page": 3 }));
    assert!(failed && parts[0]["text"].as_str().unwrap().contains("there is no page 3"));
}

#[test]
fn what_is_certain_is_changed_in_the_file_or_in_the_text() {
    let folder = folder();
    let done = text_of(&folder, "check", &json!({ "text": RESUME, "fix": true }));
    assert!(done.contains("+- 用 GitHub,也报销") && done.contains("1 page, no problems"), "{done}");
    let done = text_of(&folder, "check", &json!({ "file": "sub/a.md", "fix": true }));
    assert!(done.contains("1 page, no problems"));
    let text = std::fs::read_to_string(folder.path().join("cvs/sub/a.md")).unwrap();
    assert_eq!(text, RESUME.replace("Github", "GitHub"));
}

#[test]
fn what_is_outside_is_out_of_reach() {
    let folder = folder();
    let absolute = folder.path().join("secret.md").display().to_string();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("secret.md"), folder.path().join("cvs/link.md"))
            .unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("cvs/up")).unwrap();
    }
    let names = [
        "../secret.md",
        "sub/../../secret.md",
        &absolute,
        "/etc/passwd",
        "link.md",
        "up/secret.md",
        "",
        ".",
        "sub",
        "a\0b",
    ];
    for name in names {
        for (tool, key) in [("explain", "file"), ("check", "file"), ("build", "file"), ("import", "file")] {
            let (parts, failed) = called(&folder, tool, &json!({ key: name }));
            let told = parts[0]["text"].as_str().unwrap();
            assert!(failed && !told.contains("secret@"), "{tool} {name}: {told}");
        }
        for key in ["output", "layout"] {
            let mut arguments = json!({ "file": "sub/a.md" });
            arguments[key] = json!(if name.is_empty() { "../x.pdf" } else { name });
            let (_, failed) = called(&folder, "build", &arguments);
            assert!(failed, "{key} {name}");
        }
    }
    let (_, failed) = called(&folder, "build", &json!({ "file": "sub/a.md", "output": "up/x.pdf" }));
    assert!(failed && !folder.path().join("x.pdf").exists());
    let text = RESUME.replace("- 对账", "<!-- include: ../secret.md -->\n\n- 对账");
    std::fs::write(folder.path().join("cvs/b.md"), text).unwrap();
    let (parts, failed) = called(&folder, "build", &json!({ "file": "b.md" }));
    assert!(failed && !parts[0]["text"].as_str().unwrap().contains("secret@"), "{parts:?}");
}

#[test]
fn what_makes_no_sense_is_an_error_and_the_next_is_answered() {
    let folder = folder();
    let code = |line: &str| {
        let ping = json!({ "jsonrpc": "2.0", "id": "p", "method": "ping" });
        let answers = answers(&folder, &format!("{line}\n{ping}\n"));
        assert_eq!(answers.last().unwrap()["id"], "p", "{line:.80}");
        answers[0]["error"]["code"].as_i64()
    };
    for (line, want) in [
        ("{", -32700),
        ("\u{FFFD}\u{1}", -32700),
        ("[]", -32600),
        ("7", -32600),
        (r#"{"id":1,"method":"ping"}"#, -32600),
        (r#"{"jsonrpc":"2.0","id":1,"method":3}"#, -32600),
        (r#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
        (r#"{"jsonrpc":"2.0","id":1,"method":"sampling/createMessage"}"#, -32601),
        (r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#, -32602),
        (r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}"#, -32602),
        (
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check","arguments":[1]}}"#,
            -32602,
        ),
        (
            r#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}"#,
            -32002,
        ),
    ] {
        assert_eq!(code(line), Some(want), "{line}");
    }
    assert_eq!(code(&"[".repeat(200_000)), Some(-32700));
    assert_eq!(code(&format!("\"{}\"", "x".repeat(40 << 20))), Some(-32600));
    for arguments in [
        json!({}),
        json!({ "file": 3 }),
        json!({ "file": "sub/a.md", "text": "x" }),
        json!({ "text": "x", "pages": 0 }),
        json!({ "text": "x", "pages": 1.5 }),
        json!({ "text": "x", "shell": "rm" }),
        json!({ "text": "x".repeat(5 << 20) }),
        json!({ "text": "x", "layout": "nothing" }),
        json!({ "text": "x", "view": "nobody" }),
    ] {
        let (parts, failed) = called(&folder, "check", &arguments);
        let told = parts[0]["text"].as_str().unwrap();
        assert!(failed || told.contains("no PDF can be made"), "{arguments:.80}: {told}");
    }
}

#[test]
fn what_can_be_read_is_listed_and_read() {
    let folder = folder();
    let listed = asked(&folder, "resources/list", &Value::Null);
    let listed = listed["result"]["resources"].as_array().unwrap();
    assert_eq!(listed.len(), 6);
    for resource in listed {
        let read = asked(&folder, "resources/read", &json!({ "uri": resource["uri"] }));
        let text = read["result"]["contents"][0]["text"].as_str().unwrap();
        assert!(text.len() > 1000, "{resource}");
        if resource["mimeType"] == "application/schema+json" {
            assert!(serde_json::from_str::<Value>(text).is_ok(), "{resource}");
        }
    }
    let tools = asked(&folder, "tools/list", &Value::Null);
    let names: Vec<&str> = tools["result"]["tools"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tool| tool["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["explain", "check", "build", "fit", "views", "diff", "coverage", "import", "layouts"]);
}
