//! The work of the tools. Faults of a résumé, a name or a value are reported in the result: an agent can fix them.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::rpc::{Answer, Fault, INVALID_PARAMS};
use super::schema;
use super::server::Server;
use crate::cli::report::{localized, speech};
use crate::cli::target::Target;
use crate::cli::{fix, import, output, report};
use crate::diag::{CompileError, Diagnostic, Files, Message, counted, machine, message, summary};
use crate::layout::{BUNDLED, Bundled};
use crate::session::{
    self, Built, Checked, Declared, Format, Options, Outcome, Request, Session, Understood,
};
use crate::{model, source};

/// The longest text that is accepted, in bytes.
const MAX_TEXT: usize = 4 << 20;
/// The most findings that are reported.
const MOST: usize = 100;

/// The result of a tool: its parts, or in words why there is none.
pub type Given = Result<Vec<Value>, Message>;

/// Calls a tool.
///
/// # Errors
/// If there is no such tool.
pub fn call(server: &mut Server, params: &Value) -> Answer {
    let name = params.get("name").and_then(Value::as_str).unwrap_or_default();
    let known = schema::tools();
    let tool = known.iter().find(|tool| tool["name"] == name);
    let tool = tool.ok_or_else(|| Fault::new(INVALID_PARAMS, "there is no such tool"))?;
    let arguments = match params.get("arguments") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(arguments)) => arguments.clone(),
        Some(_) => return Err(Fault::new(INVALID_PARAMS, "`arguments` has to be an object")),
    };
    let given = fits(&arguments, &tool["inputSchema"]).and_then(|()| {
        let asked = Asked { server, arguments };
        match name {
            "explain" => asked.explain(),
            "check" => asked.check(),
            "build" => asked.build(),
            "fit" => asked.fit(),
            "views" => asked.views(),
            "diff" => asked.diff(),
            "coverage" => asked.coverage(),
            "import" => asked.import(),
            _ => asked.layouts(),
        }
    });
    Ok(match given {
        Ok(content) => json!({ "content": content, "isError": false }),
        Err(why) => json!({ "content": [text(localized(&why))], "isError": true }),
    })
}

/// Checks the arguments against the schema of a tool.
fn fits(arguments: &Map<String, Value>, schema: &Value) -> Result<(), Message> {
    for (key, value) in arguments {
        let Some(wanted) = schema["properties"].get(key) else {
            let shown: String = key.chars().take(40).collect();
            return Err(message!("there is no argument `{shown}`", shown));
        };
        let number = value.as_i64();
        let right = match wanted["type"].as_str() {
            Some("string") => value.is_string(),
            Some("boolean") => value.is_boolean(),
            _ => number.is_some(),
        };
        let least =
            wanted["minimum"].as_i64().is_none_or(|least| number.is_none_or(|number| number >= least));
        let most = wanted["maximum"].as_i64().is_none_or(|most| number.is_none_or(|number| number <= most));
        let listed = wanted["enum"].as_array().is_none_or(|words| words.contains(value));
        if !(right && least && most && listed) {
            let what = wanted["description"].as_str().unwrap_or_default();
            return Err(message!("`{key}` does not match its description: {what}", key, what));
        }
    }
    let missing = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    match missing.into_iter().find(|key| !arguments.contains_key(*key)) {
        Some(key) => Err(message!("`{key}` is missing", key)),
        None => Ok(()),
    }
}

/// A call of a tool.
pub struct Asked<'s> {
    server: &'s mut Server,
    arguments: Map<String, Value>,
}

impl Asked<'_> {
    /// Returns an argument that is a string.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.arguments.get(key).and_then(Value::as_str)
    }

    fn number<N: TryFrom<u64>>(&self, key: &str) -> Option<N> {
        self.arguments.get(key).and_then(Value::as_u64).and_then(|number| N::try_from(number).ok())
    }

    /// Returns whether an argument is true.
    pub fn is(&self, key: &str) -> bool {
        self.arguments.get(key).and_then(Value::as_bool) == Some(true)
    }

    /// Returns a file below the folder, and its name for the agent.
    pub fn file(&self, key: &str) -> Result<Option<(PathBuf, String)>, Message> {
        let Some(file) = self.word(key) else { return Ok(None) };
        let path = self.server.root.file(file)?;
        let name = self.server.root.name(&path);
        Ok(Some((path, name)))
    }

    /// Returns the résumé that one argument names, or that another one contains; `None` if neither is given.
    pub fn resume(&self, file: &str, text: &str) -> Result<Option<Request>, Message> {
        match (self.file(file)?, self.word(text)) {
            (Some((path, name)), None) => {
                let request = Request::read(&path).map_err(|error| error.message())?;
                Ok(Some(Request { name, ..request }))
            }
            (None, Some(words)) if words.len() > MAX_TEXT => {
                Err(message!("`{text}` is larger than {most} MiB", text, most = MAX_TEXT >> 20))
            }
            (None, Some(words)) => Ok(Some(Request::new(format!("{text}.md"), words))),
            (None, None) => Ok(None),
            _ => Err(message!("give either `{file}` or `{text}`", file, text)),
        }
    }

    /// Returns the request for the résumé that the arguments name or contain.
    pub fn request(&self) -> Result<Request, Message> {
        let resume = self.resume("file", "text")?;
        let mut request = resume
            .ok_or_else(|| message!("give either `{file}` or `{text}`", file = "file", text = "text"))?;
        request.options = Options {
            layout: self.word("layout").map(|layout| self.layout(layout)).transpose()?,
            view: self.word("view").map(str::to_owned),
            lang: self.word("lang").map(str::to_owned),
            pages: self.number("pages"),
            ..Options::default()
        };
        Ok(request)
    }

    /// Returns the name of a layout: if it is a file, one that the agent may use.
    fn layout(&self, name: &str) -> Result<String, Message> {
        if !name.contains(['.', '/', '\\']) {
            return Ok(name.to_owned());
        }
        let path = self.server.root.file(name)?;
        match path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
            true => path.to_str().map(str::to_owned).ok_or_else(|| "its path is not valid text".into()),
            false => Err("a layout is a file that ends in .toml".into()),
        }
    }

    /// Returns the session, which stays valid from one call to the next.
    pub fn session(&mut self) -> &mut Session {
        &mut self.server.session
    }

    fn explain(self) -> Given {
        let Outcome { result, findings, files } = session::understand(&self.request()?);
        let Understood { resume, source } = result.map_err(|stop| stopped(&stop, &findings, &files))?;
        let explained = match self.is("json") {
            true => model::explain_json(&resume, &files),
            false => model::explain_in(speech(), &resume, &source, &files),
        };
        Ok([text(explained)].into_iter().chain(findings_part(&findings, &files)).collect())
    }

    fn check(mut self) -> Given {
        let mut request = self.request()?;
        if !self.is("fix") {
            let outcome = self.session().check(&request);
            return Ok(checked(&outcome));
        }
        let rounds = fix::rounds(&mut request, self.session()).map_err(|error| error.message())?;
        fix::write(&rounds.fixed).map_err(|error| error.message())?;
        let mut given = vec![text(fix::diffs(&rounds.fixed))];
        let own = rounds.fixed.iter().find(|fixed| fixed.path.is_none());
        given.extend(own.map(|own| text(String::from_utf8_lossy(&own.after))));
        given.extend(checked(rounds.after.as_ref().unwrap_or(&rounds.before)));
        Ok(given)
    }

    fn build(mut self) -> Given {
        let mut request = self.request()?;
        let format = if self.word("format") == Some("png") { Format::Png } else { Format::Pdf };
        request.options.formats = vec![format];
        request.options.dpi = self.number("dpi").unwrap_or(96);
        let output: Option<PathBuf> = match self.word("output") {
            Some(_) if format == Format::Png => return Err("a picture is returned, not written".into()),
            Some(name) => Some(self.server.root.output(name, "pdf")?),
            None => None,
        };
        let page: usize = self.number("page").unwrap_or(1);
        let Outcome { result, findings, files } = self.session().build(&request);
        let built = result.map_err(|stop| stopped(&stop, &findings, &files))?;
        let mut given = vec![text(localized(&pages(&built)))];
        let made =
            built.artefacts.get(page - 1).filter(|_| format == Format::Png).or(built.artefacts.first());
        let made = made.filter(|_| format == Format::Pdf || page <= built.artefacts.len());
        let made =
            made.ok_or_else(|| message!("there is no page {page}: {pages}", page, pages = pages(&built)))?;
        match (format, output) {
            (Format::Png, _) => {
                given.push(
                    json!({ "type": "image", "data": STANDARD.encode(&made.bytes), "mimeType": "image/png" }),
                );
            }
            (_, Some(path)) => {
                output::write(&Target::File(path.clone()), &made.bytes).map_err(|error| error.message())?;
                given.push(text(localized(&message!(
                    "written to {file}",
                    file = self.server.root.name(&path)
                ))));
            }
            (_, None) => {
                let stem = request.name.strip_suffix(".md").unwrap_or(&request.name).replace('\\', "/");
                let plain = |c: char| if c.is_ascii_alphanumeric() || "-._/".contains(c) { c } else { '_' };
                let uri = format!("jianli://built/{}.pdf", stem.chars().map(plain).collect::<String>());
                let blob = STANDARD.encode(&made.bytes);
                let resource = json!({ "uri": uri, "mimeType": "application/pdf", "blob": blob });
                given.push(json!({ "type": "resource", "resource": resource }));
            }
        }
        given.extend(findings_part(&findings, &files));
        Ok(given)
    }

    fn fit(mut self) -> Given {
        let mut request = self.request()?;
        let pages_wanted: u16 = self.number("pages").unwrap_or(1);
        request.options.pages = Some(pages_wanted);
        request.options.formats = Vec::new();
        let Outcome { result, findings, files } = self.session().proofread(&request);
        match result {
            Ok(fitted) => {
                let (count, fill) = (fitted.document.pages.len(), fitted.document.last_page_fill);
                let how = if fitted.fitted.is_empty() { "it fits as it is".into() } else { fitted.fitted };
                let pages = counted(count, "page");
                Ok(vec![text(localized(&message!(
                    "{pages}, the last {fill} % full: {how}",
                    pages,
                    fill,
                    how
                )))])
            }
            Err(stop) => Err(stopped(&stop, &findings, &files)),
        }
    }

    fn views(self) -> Given {
        let Outcome { result, findings, files } = session::declared(&self.request()?);
        let Declared { views, languages, .. } = result.map_err(|stop| stopped(&stop, &findings, &files))?;
        let views: Vec<Value> =
            views.iter().map(|(name, lang)| json!({ "name": name, "lang": lang })).collect();
        Ok(vec![text(json!({ "views": views, "languages": languages }).to_string())])
    }

    fn import(self) -> Given {
        let path = self.server.root.file(self.word("file").unwrap_or_default())?;
        let bytes = source::read(&path).map_err(|error| error.message())?;
        let (markdown, notes) = import::made(&bytes, None)?;
        let notes = notes.into_iter().map(|note| text(localized(&message!("note: {note}", note))));
        Ok([text(String::from_utf8_lossy(&markdown))].into_iter().chain(notes).collect())
    }

    fn layouts(self) -> Given {
        let known: Vec<&str> = BUNDLED.iter().map(|bundled| bundled.name).collect();
        let Some(name) = self.word("name") else {
            let line =
                |bundled: &Bundled| format!("{}  {}\n", bundled.name, speech().of(summary_of(bundled)));
            return Ok(vec![text(BUNDLED.iter().map(line).collect::<String>())]);
        };
        match Bundled::named(name) {
            Some(bundled) => Ok(vec![text(bundled.toml)]),
            None => Err(message!(
                "no layout has that name; there are {names} and base",
                names = Message::names(&known)
            )),
        }
    }
}

fn summary_of(bundled: &Bundled) -> &'static str {
    let line = bundled.toml.lines().find_map(|line| line.strip_prefix("summary = \""));
    line.map_or("", |line| line.trim_end_matches('"'))
}

/// Returns a text part of a result.
pub fn text(text: impl Into<String>) -> Value {
    json!({ "type": "text", "text": text.into() })
}

fn pages(built: &Built) -> Message {
    let (pages, fill) = (counted(built.document.pages.len(), "page"), built.document.last_page_fill);
    Message::joined("\n", [message!("{pages}, the last {fill} % full", pages, fill), built.fitted.clone()])
}

/// Returns findings, a line each, and their number; `None` if there are none.
pub fn findings_part(findings: &[Diagnostic], files: &Files) -> Option<Value> {
    let all: Vec<&Diagnostic> = findings.iter().collect();
    let shown: Vec<Diagnostic> = report::chosen(&all, MOST, MOST).into_iter().cloned().collect();
    let rest = match findings.len() - shown.len() {
        0 => String::new(),
        count => localized(&message!("{count} more not shown", count)) + "\n",
    };
    (!shown.is_empty()).then(|| text(machine::json_lines(&report::localized_findings(&shown), files) + &rest))
}

fn checked(outcome: &Outcome<Checked>) -> Vec<Value> {
    let Outcome { result, findings, files, .. } = outcome;
    let verdict = match (result, findings.is_empty()) {
        (Ok(checked), true) => Message::list([counted(checked.pages, "page"), "no problems".into()]),
        (Ok(checked), false) => Message::list([counted(checked.pages, "page"), summary(findings)]),
        (Err(CompileError::Document), _) => message!("no PDF can be made: {why}", why = summary(findings)),
        (Err(CompileError::Machine(error)), _) => error.message(),
    };
    [text(localized(&verdict))].into_iter().chain(findings_part(findings, files)).collect()
}

/// Returns why there is no result.
pub fn stopped(stop: &CompileError, findings: &[Diagnostic], files: &Files) -> Message {
    match stop {
        CompileError::Machine(error) => error.message(),
        CompileError::Document => {
            let shown = report::localized_findings(&findings[..findings.len().min(MOST)]);
            Message::verbatim(machine::json_lines(&shown, files))
        }
    }
}
