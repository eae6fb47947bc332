//! `jianli preview`: the pages in a browser, following every change.
//!
//! ```text
//! follower ─▶ requests ─▶ worker ─▶ latest ─▶ server ─▶ clients (page/)
//!                ▲                          │
//!                └────── another look ──────┘
//! ```
//!
//! The worker builds on the main thread; the server has threads of its own and no access to files.

mod guard;
mod latest;
mod reply;
mod request;
mod routes;
mod server;
mod state;
mod token;
mod worker;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::sync::{Arc, mpsc};
use std::thread;

use super::args::PreviewArgs;
use super::paths::is_stdin;
use super::report::{localized, print, say};
use super::views;
use super::watch::Follower;
use crate::diag::{CompileError, Error, message, system_message};
use guard::Guard;
use latest::LatestState;
use server::Server;
use state::BuildRequest;
use worker::BuildWorker;

/// Shows a résumé until the program is ended.
///
/// # Errors
/// If the résumé or a face cannot be read, or no port can be opened.
pub fn run(args: &PreviewArgs) -> Result<(), CompileError> {
    if is_stdin(&args.file) {
        let source = io::Error::other("a preview follows what changes: give it a file");
        return Err(Error::Read { path: "<stdin>".into(), source }.into());
    }
    views::only_one(&args.look.views, &args.file)?;
    let (listener, guard) = listen(SocketAddr::new(args.host, args.port))?;
    let (url, local) = (guard.url(), guard.is_local());
    let (reasons, requests) = mpsc::channel();
    let changed = reasons.clone();
    let mut follower = Follower::start(args.polling.every(), move || {
        // This fails only when the program ends.
        let _ = changed.send(BuildRequest::Changed);
    })?;
    let mut worker = BuildWorker::new(args.clone(), local);
    let latest = Arc::new(LatestState::new(worker.first()?));
    let server = Server::new(guard, Arc::clone(&latest), reasons);
    let spawned = thread::Builder::new().name("server".to_owned()).spawn(move || server.run(&listener));
    spawned.map_err(|error| cannot(&error))?;
    if !local {
        warn();
    }
    print(format!("{url}\n").as_bytes())?;
    if args.open {
        open(&url);
    }
    worker.work(&requests, &mut follower, &latest);
    Ok(())
}

/// Warns that other machines can see the preview.
fn warn() {
    let warning = message!(
        "other machines can reach this preview: anyone with its address can read the résumé, and nothing is \
         encrypted in transit"
    );
    let note = message!("on another device, put this machine's address in place of the one below");
    say(&(localized(&message!("warning: {warning}", warning)) + "\n"));
    say(&(localized(&message!("note: {note}", note)) + "\n"));
}

/// Opens the port, and guards it.
fn listen(wanted: SocketAddr) -> Result<(TcpListener, Guard), Error> {
    let listener = TcpListener::bind(wanted).map_err(|error| {
        let address = wanted.to_string();
        cannot(&io::Error::other(match wanted.port() {
            0 => message!("{address}: {error}", address, error),
            _ => message!("{address}: {error}; leave out --port to use any free one", address, error),
        }))
    })?;
    let address = listener.local_addr().map_err(|error| cannot(&error))?;
    // Kept only for this machine, and for a port that will be asked for again.
    let again = (wanted.port() != 0 && address.ip().is_loopback()).then_some(wanted.port());
    Ok((listener, Guard::new(address, token::of(again)?)))
}

fn cannot(error: &io::Error) -> Error {
    Error::Backend { what: "preview", reason: system_message(error) }
}

/// Opens an address in the system's browser. Its output is not ours to show.
fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut explorer = Command::new("rundll32");
        explorer.arg("url.dll,FileProtocolHandler");
        explorer
    } else {
        Command::new("xdg-open")
    };
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let opened = thread::Builder::new().spawn(move || {
        if !command.status().is_ok_and(|status| status.success()) {
            let note = message!("no browser was found; open the address by hand");
            say(&(localized(&message!("note: {note}", note)) + "\n"));
        }
    });
    // Without a thread no browser opens, but the address is on the terminal.
    drop(opened);
}
