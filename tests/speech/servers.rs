//! What an agent is told in another language: what is found, as the terminal has it; never other keys.

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use super::{FAULTY, TestFolder, is_english};

#[test]
fn an_agent_is_told_findings_in_the_language_with_the_same_keys() {
    let call = json!({ "name": "check", "arguments": { "text": FAULTY } });
    let asked = json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call });
    let desk = TestFolder::new();
    let mut command = crate::setup::command(assert_cmd::cargo::cargo_bin!("jianli"));
    command.env("LC_ALL", "zh_CN.UTF-8").current_dir(desk.0.path()).arg("mcp");
    let mut server = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    writeln!(server.stdin.take().unwrap(), "{asked}").unwrap();
    let answer: Value = serde_json::from_slice(&server.wait_with_output().unwrap().stdout).unwrap();
    let content = &answer["result"]["content"];
    assert!(content[0]["text"].as_str().unwrap().starts_with("1 页、"), "{content}");
    let lines = content[1]["text"].as_str().unwrap();
    for line in lines.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        assert!(finding["code"].as_str().unwrap().starts_with('J') && finding["severity"].is_string());
        assert!(!is_english(finding["message"].as_str().unwrap()), "{line}");
    }
    assert!(lines.contains("未知的键"), "{lines}");
}
