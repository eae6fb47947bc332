//! `jianli lsp`: the compiler at the cursor, over the Language Server Protocol 3.17.
//!
//! One thread reads, one writes (both are `lsp-server`'s), and one works: it takes messages in their order, and
//! analyses a text again when no more are waiting. So an answer is always about the text that the client has.

mod actions;
mod analyse;
mod analysis;
mod at;
mod complete;
mod diagnostics;
mod document;
mod hover;
mod lens;
mod links;
mod position;
mod schema;
mod server;
mod symbols;
#[cfg(test)]
mod tests;
mod uri;

use lsp_server::{Connection, Message};
use serde_json::json;

use crate::diag::{CompileError, Error};
use crate::session::Session;
use server::{Flow, Server};

/// Serves an editor on standard input and output until it ends the session or goes away.
///
/// # Errors
/// If a bundled face cannot be used, or if the editor's messages are not of this protocol.
pub fn run() -> Result<(), CompileError> {
    let session = Session::lasting(&[])?;
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection, session);
    // The writer ends when no sender is left.
    drop(connection);
    let joined = threads.join();
    served?;
    joined.map_err(|source| Error::Read { path: "<stdin>".into(), source }.into())
}

/// Serves a client until it ends the session or goes away.
fn serve(connection: &Connection, session: Session) -> Result<(), CompileError> {
    let Ok((id, params)) = connection.initialize_start() else { return Ok(()) };
    // Parameters that cannot be parsed are not needed.
    let params = serde_json::from_value(params).unwrap_or_default();
    let mut server = Server::new(connection, session, &params);
    let hello = json!({
        "capabilities": server.capabilities(),
        "serverInfo": { "name": "jianli", "version": env!("CARGO_PKG_VERSION") },
    });
    if connection.initialize_finish(id, hello).is_err() {
        return Ok(());
    }
    loop {
        let message = match server.due_in() {
            None => connection.receiver.recv().map_err(|_| true),
            Some(wait) => connection.receiver.recv_timeout(wait).map_err(|error| !error.is_timeout()),
        };
        match message {
            Ok(message) => server.take(message),
            Err(gone) if gone => return Ok(()),
            Err(_) => {}
        }
        connection.receiver.try_iter().for_each(|message: Message| server.take(message));
        match server.work() {
            Flow::GoOn => {}
            Flow::End { properly: true } => return Ok(()),
            Flow::End { properly: false } => return Err(CompileError::Document),
        }
    }
}
