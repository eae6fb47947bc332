//! `jianli mcp`: the compiler for an agent, over the Model Context Protocol (2025-11-25) on standard input and output.
//!
//! A message is a line of JSON-RPC 2.0. The network is not used, and only files below the folder given at the start are
//! touched.

mod compare;
mod files;
mod resources;
mod rpc;
mod schema;
mod server;
#[cfg(test)]
mod tests;
mod tools;

use std::io::{self, BufRead, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

use super::args::McpArgs;
use crate::diag::{CompileError, Error};
use crate::session::Session;
use files::Root;
use rpc::{Answer, Fault, INVALID_REQUEST, PARSE_ERROR};
use server::Server;

/// The longest message that is read, in bytes.
const MAX_MESSAGE: u64 = 16 << 20;

/// The supported versions of the protocol, the newest first.
const VERSIONS: [&str; 4] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

/// The instructions that an agent gets at the start.
const INSTRUCTIONS: &str = "jianli compiles a résumé in Markdown into a PDF. Read jianli://skill before you write or change one. After \
    each change call `check`, then `build` with format png and look at the page; never invent facts to fill it.";

/// Serves an agent until its messages end.
///
/// # Errors
/// If the folder cannot be read, a bundled face cannot be used, or the agent has gone away.
pub fn run(args: &McpArgs) -> Result<(), CompileError> {
    let root = Root::new(&args.dir).map_err(|source| Error::Read { path: args.dir.clone(), source })?;
    let mut server = Server { root, session: Session::lasting(&[])? };
    let done = server.serve(&mut io::stdin().lock(), &mut io::stdout().lock());
    match done {
        // A closed pipe is not a failure.
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::Write { path: "<stdout>".into(), source }.into())
        }
        _ => Ok(()),
    }
}

impl Server {
    /// Answers each message until there are no more.
    fn serve(&mut self, from: &mut impl BufRead, to: &mut impl Write) -> io::Result<()> {
        loop {
            let mut line = Vec::new();
            let read = from.by_ref().take(MAX_MESSAGE).read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(());
            }
            let whole = line.ends_with(b"\n") || (read as u64) < MAX_MESSAGE;
            let answer = match whole {
                true => self.answer(&line),
                false => {
                    skip_line(from)?;
                    Some(rpc::fault(Value::Null, &Fault::new(INVALID_REQUEST, "the message is too long")))
                }
            };
            if let Some(answer) = answer {
                // On one line: a line feed would begin another message.
                writeln!(to, "{answer}")?;
                to.flush()?;
            }
        }
    }

    /// Returns the answer to a message; `None` if it wants none.
    fn answer(&mut self, line: &[u8]) -> Option<Value> {
        if line.trim_ascii().is_empty() {
            return None;
        }
        let Ok(message) = serde_json::from_slice::<Value>(line) else {
            return Some(rpc::fault(Value::Null, &Fault::new(PARSE_ERROR, "this is no JSON")));
        };
        let request = match rpc::Request::of(message) {
            Ok(Some(request)) => request,
            Ok(None) => return None,
            Err((id, fault)) => return Some(rpc::fault(id, &fault)),
        };
        let rpc::Request { id, method, params } = request;
        let answered =
            catch_unwind(AssertUnwindSafe(|| self.method(&method, &params))).unwrap_or_else(|_| {
                // A panic may leave it half done.
                if let Ok(fresh) = Session::lasting(&[]) {
                    self.session = fresh;
                }
                Err(Fault::new(rpc::INTERNAL_ERROR, "this triggers a bug in jianli; please report it"))
            });
        Some(match answered {
            Ok(result) => rpc::result(id, result),
            Err(fault) => rpc::fault(id, &fault),
        })
    }

    fn method(&mut self, method: &str, params: &Value) -> Answer {
        match method {
            "initialize" => Ok(hello(params)),
            "ping" => Ok(json!({})),
            "tools/list" => Ok(json!({ "tools": schema::tools() })),
            "tools/call" => tools::call(self, params),
            "resources/list" => Ok(json!({ "resources": resources::list() })),
            "resources/templates/list" => Ok(json!({ "resourceTemplates": [] })),
            "resources/read" => resources::read(params),
            "prompts/list" => Ok(json!({ "prompts": [] })),
            _ => Err(Fault::new(rpc::METHOD_NOT_FOUND, "there is no such method")),
        }
    }
}

fn hello(params: &Value) -> Value {
    let asked = params.get("protocolVersion").and_then(Value::as_str).unwrap_or_default();
    let version = VERSIONS.iter().find(|version| **version == asked).unwrap_or(&VERSIONS[0]);
    json!({
        "protocolVersion": version,
        "capabilities": { "tools": {}, "resources": {} },
        "serverInfo": { "name": "jianli", "title": "jianli, a résumé compiler", "version": env!("CARGO_PKG_VERSION") },
        "instructions": INSTRUCTIONS,
    })
}

fn skip_line(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let mut part = Vec::new();
        let read = from.by_ref().take(MAX_MESSAGE).read_until(b'\n', &mut part)?;
        if read == 0 || part.ends_with(b"\n") {
            return Ok(());
        }
    }
}
