//! Findings for machines: JSON lines, the commands of GitHub's runners, SARIF.
//!
//! The order is that of the findings, the codes are stable, and nothing depends on the terminal. Findings are
//! written as they are: in English, unless translated by [`Diagnostic::in_speech`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{Diagnostic, FileId, Files, Fix, Message, Severity, Span, Speech, code};

/// Returns each finding as a line of JSON: `code`, `severity`, `message`, `file`, `line`, `column`, `endLine`,
/// `endColumn` (from 1, in characters; the end is exclusive), `labels`, `help`, `fix`: the changes that together
/// cure it, each with its place and its `text`, and `cuts`: places whose words could be cut. A finding without a
/// place has no members for it.
pub fn json_lines(found: &[Diagnostic], files: &Files) -> String {
    found.iter().map(|finding| format!("{}\n", object(finding, files))).collect()
}

/// Returns a finding as the object that [`json_lines`] writes on its line.
pub fn object(finding: &Diagnostic, files: &Files) -> Value {
    let mut object = Map::new();
    object.insert("code".to_owned(), finding.code.id.into());
    object.insert("severity".to_owned(), word(finding.severity).into());
    object.insert("message".to_owned(), finding.message.as_str().into());
    if let Some(place) = finding.primary {
        object.extend(located(place, files));
    }
    let label = |(place, text): &(Span, Message)| {
        let mut label = located(*place, files);
        label.insert("message".to_owned(), text.as_str().into());
        Value::Object(label)
    };
    object.insert("labels".to_owned(), finding.labels.iter().map(label).collect());
    object.insert("help".to_owned(), finding.hints.iter().map(Message::as_str).collect());
    let change = |fix: &Fix| {
        let mut change = located(fix.span, files);
        change.insert("text".to_owned(), fix.text.as_str().into());
        Value::Object(change)
    };
    object.insert("fix".to_owned(), finding.fixes.iter().map(change).collect());
    object.insert(
        "cuts".to_owned(),
        finding.cuts.iter().map(|cut| Value::Object(located(*cut, files))).collect(),
    );
    Value::Object(object)
}

fn located(place: Span, files: &Files) -> Map<String, Value> {
    let (line, column) = files.line_column(place);
    let (end_line, end_column) = end(place, files);
    let fields = [
        ("file", Value::from(files.name(place.file))),
        ("line", line.into()),
        ("column", column.into()),
        ("endLine", end_line.into()),
        ("endColumn", end_column.into()),
    ];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn end(place: Span, files: &Files) -> (usize, usize) {
    files.line_column(Span { start: place.end, ..place })
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Returns the workflow commands that show findings next to the lines of a pull request, with the word for help in
/// a language (GitHub Actions, "Workflow commands": `::error file=…,line=…::…`).
pub fn github(found: &[Diagnostic], files: &Files, speech: Speech) -> String {
    let help = speech.of("help").to_owned() + speech.of(": ");
    let command = |finding: &Diagnostic| {
        let kind = if finding.severity == Severity::Note { "notice" } else { word(finding.severity) };
        let mut properties = vec![format!("title={}", finding.code.id)];
        if let Some(place) = finding.primary {
            let ((line, column), (end_line, end_column)) = (files.line_column(place), end(place, files));
            properties.insert(0, format!("file={}", property(files.name(place.file))));
            properties.extend([format!("line={line}"), format!("endLine={end_line}")]);
            // Columns are only valid within one line.
            if line == end_line {
                properties.extend([format!("col={column}"), format!("endColumn={end_column}")]);
            }
        }
        let hints: String = finding.hints.iter().map(|hint| format!("\n{help}{hint}")).collect();
        format!("::{kind} {}::{}\n", properties.join(","), data(&format!("{}{hints}", finding.message)))
    };
    found.iter().map(command).collect()
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Returns one SARIF 2.1.0 log of a run, with the titles of its rules in a language.
pub fn sarif(found: &[Diagnostic], files: &Files, speech: Speech) -> String {
    let mut log = Log::new(speech);
    log.add(found, files);
    log.text()
}

/// A SARIF 2.1.0 log of a run that may cover several documents.
#[derive(Debug, Default)]
pub struct Log {
    /// The language of the rules' titles; the findings bring their own.
    speech: Speech,
    found: BTreeSet<&'static str>,
    results: Vec<Value>,
}

impl Log {
    /// Returns a log without findings, whose rules have their titles in a language.
    pub fn new(speech: Speech) -> Log {
        Log { speech, ..Log::default() }
    }

    /// Adds the findings of a document.
    pub fn add(&mut self, found: &[Diagnostic], files: &Files) {
        self.found.extend(found.iter().map(|finding| finding.code.id));
        self.results.extend(found.iter().map(|finding| result(finding, files)));
    }

    /// Appends the content of another log.
    pub fn append(&mut self, mut other: Log) {
        self.found.append(&mut other.found);
        self.results.append(&mut other.results);
    }

    /// Returns the log as a file.
    pub fn text(self) -> String {
        let rules: Vec<Value> = code::ALL
            .iter()
            .filter(|code| self.found.contains(code.id))
            .map(|code| {
                json!({
                    "id": code.id,
                    "shortDescription": { "text": self.speech.of(code.title) },
                    "defaultConfiguration": { "level": word(code.severity) },
                })
            })
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "jianli",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                // Columns count characters, as a person does (SARIF 2.1.0, 3.14.17).
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        format!("{log:#}\n")
    }
}

fn result(finding: &Diagnostic, files: &Files) -> Value {
    let text: Vec<&str> =
        std::iter::once(&finding.message).chain(&finding.hints).map(Message::as_str).collect();
    let location = |place: Span| {
        json!({ "physicalLocation": {
            "artifactLocation": { "uri": uri(files.name(place.file)) },
            "region": region(place, files),
        } })
    };
    let mut result = json!({
        "ruleId": finding.code.id,
        "level": word(finding.severity),
        "message": { "text": text.join("\n") },
    });
    if let (Some(place), Some(fields)) = (finding.primary, result.as_object_mut()) {
        fields.insert("locations".to_owned(), json!([location(place)]));
    }
    if let (false, Some(fields)) = (finding.fixes.is_empty(), result.as_object_mut()) {
        fields.insert("fixes".to_owned(), json!([fixed(finding, files)]));
    }
    result
}

fn region(place: Span, files: &Files) -> Value {
    let ((line, column), (end_line, end_column)) = (files.line_column(place), end(place, files));
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

/// Returns the cure of a finding (SARIF 2.1.0, 3.55): all changes of a file together.
fn fixed(finding: &Diagnostic, files: &Files) -> Value {
    let mut by_file: BTreeMap<FileId, Vec<Value>> = BTreeMap::new();
    for fix in &finding.fixes {
        by_file.entry(fix.span.file).or_default().push(json!({
            "deletedRegion": region(fix.span, files),
            "insertedContent": { "text": fix.text },
        }));
    }
    let change = |(file, replacements): (FileId, Vec<Value>)| json!({ "artifactLocation": { "uri": uri(files.name(file)) }, "replacements": replacements });
    json!({ "artifactChanges": by_file.into_iter().map(change).collect::<Vec<_>>() })
}

/// Returns the name of a file as a URI reference (RFC 3986): characters that are not unreserved are escaped.
fn uri(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    name.replace('\\', "/").bytes().fold(String::new(), |mut uri, byte| {
        if plain(byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
        uri
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cure_is_told_with_its_places() {
        let (mut found, files) = found();
        found[0].fixes.push(Fix::new(Span::new(FileId::RESUME, 7..10), "四", "五"));
        let line: Value =
            serde_json::from_str(json_lines(&found, &files).lines().next().expect("a line")).expect("JSON");
        assert_eq!((&line["fix"][0]["text"], &line["fix"][0]["column"]), (&"五".into(), &2.into()));
        let log: Value = serde_json::from_str(&sarif(&found, &files, Speech::ENGLISH)).expect("JSON");
        let change = &log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
        assert_eq!(change["replacements"][0]["insertedContent"]["text"], "五");
        assert_eq!(change["replacements"][0]["deletedRegion"]["startColumn"], 2);
        assert!(log["runs"][0]["results"][1].get("fixes").is_none());
    }

    fn found() -> (Vec<Diagnostic>, Files) {
        let mut files = Files::default();
        files.add("张三, 1.md", "一\n二三四\n");
        let place = Span::new(FileId::RESUME, 7..10);
        let first = Diagnostic::new(code::EMPTY, place, "nothing\nhere: 100%").hint("write, please");
        let second = Diagnostic::new(code::NO_NAME, None, "no name");
        (vec![first, second], files)
    }

    #[test]
    fn json_has_a_line_each() {
        let (found, files) = found();
        let text = json_lines(&found, &files);
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(
            (&lines[0]["line"], &lines[0]["column"], &lines[0]["endColumn"]),
            (&2.into(), &2.into(), &3.into())
        );
        assert_eq!(lines[0]["help"], json!(["write, please"]));
        assert_eq!((&lines[1]["code"], lines[1].get("line")), (&"J201".into(), None));
    }

    #[test]
    fn nothing_of_a_finding_can_end_its_command() {
        let (found, files) = found();
        assert_eq!(
            github(&found, &files, Speech::ENGLISH),
            "::warning file=张三%2C 1.md,title=J203,line=2,endLine=2,col=2,endColumn=3::nothing%0Ahere: 100%25%0Ahelp: write, please\n\
             ::warning title=J201::no name\n"
        );
    }

    #[test]
    fn sarif_names_rules_and_places() {
        let (found, files) = found();
        let log: Value = serde_json::from_str(&sarif(&found, &files, Speech::ENGLISH)).expect("JSON");
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "J201");
        let place = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%E5%BC%A0%E4%B8%89%2C%201.md");
        assert_eq!(place["region"]["startLine"], 2);
        assert!(run["results"][1].get("locations").is_none());
    }
}
