//! Answers to clients, and sending them to one that reads slowly or not at all.

use crate::cli::report::speech;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// How long a client may take to read an answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many bytes from a refused client are read, and for how long, so that the answer reaches it.
const LINGER: (u64, Duration) = (256 * 1024, Duration::from_secs(1));

/// Sent with every answer. Nothing is cached, sniffed, framed or loaded from elsewhere, and only our own
/// scripts run: <https://www.w3.org/TR/CSP3/>, <https://fetch.spec.whatwg.org/#nosniff>.
const HEADERS: &str = "Cache-Control: no-store\r\n\
    Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Referrer-Policy: no-referrer\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Connection: close\r\n";

/// A refusal of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The status code and its name.
    status: &'static str,
    /// What to do about it.
    why: &'static str,
}

impl Refusal {
    /// The client sent something other than an HTTP request.
    pub const BAD_REQUEST: Refusal =
        Refusal { status: "400 Bad Request", why: "this is not an HTTP request" };
    /// The chosen look does not exist.
    pub const BAD_LOOK: Refusal = Refusal { status: "400 Bad Request", why: "there is no such layout" };
    /// The client has no token, or a wrong one.
    pub const NO_TOKEN: Refusal = Refusal {
        status: "403 Forbidden",
        why: "use the whole address that jianli preview printed; after a restart it is another one, unless \
                  both runs had the same --port",
    };
    /// The client takes us for another host.
    pub const HOST: Refusal = Refusal {
        status: "403 Forbidden",
        why: "use the address that jianli preview printed: this is another host",
    };
    /// The request comes from a script of another page.
    pub const ORIGIN: Refusal =
        Refusal { status: "403 Forbidden", why: "requests from other pages are refused" };
    /// The path does not exist.
    pub const NOT_FOUND: Refusal = Refusal { status: "404 Not Found", why: "there is nothing here" };
    /// The method is neither GET nor HEAD.
    pub const METHOD: Refusal =
        Refusal { status: "405 Method Not Allowed", why: "only GET and HEAD are answered" };
    /// The client was too slow.
    pub const TIMEOUT: Refusal = Refusal { status: "408 Request Timeout", why: "the request took too long" };
    /// The head is too long.
    pub const TOO_LARGE: Refusal =
        Refusal { status: "431 Request Header Fields Too Large", why: "the head is longer than 8 KiB" };
    /// Too many clients are connected.
    pub const FULL: Refusal =
        Refusal { status: "503 Service Unavailable", why: "too many browser tabs show this: close some" };
}

/// Answers with a body of a media type, or only with its head.
///
/// # Errors
/// If the client went away or reads too slowly.
pub fn answer(stream: &TcpStream, kind: &str, body: &[u8], head_only: bool) -> io::Result<()> {
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{HEADERS}\r\n", body.len());
    let until = Instant::now() + PATIENCE;
    send(stream, head.as_bytes(), until)?;
    if head_only { Ok(()) } else { send(stream, body, until) }
}

/// Answers that the request is done, without a body.
///
/// # Errors
/// As [`answer`].
pub fn done(stream: &TcpStream) -> io::Result<()> {
    send(stream, format!("HTTP/1.1 204 No Content\r\n{HEADERS}\r\n").as_bytes(), Instant::now() + PATIENCE)
}

/// Begins a stream of events (<https://html.spec.whatwg.org/#server-sent-events>).
///
/// # Errors
/// As [`answer`].
pub fn begin_events(stream: &TcpStream) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{HEADERS}\r\n");
    send(stream, head.as_bytes(), Instant::now() + PATIENCE)
}

/// Sends a piece of a stream of events.
///
/// # Errors
/// As [`answer`].
pub fn event(stream: &TcpStream, text: &str) -> io::Result<()> {
    send(stream, text.as_bytes(), Instant::now() + PATIENCE)
}

/// Refuses a request, and tells the client why.
///
/// # Errors
/// As [`answer`].
pub fn refuse(mut stream: &TcpStream, refusal: Refusal) -> io::Result<()> {
    let allow = if refusal == Refusal::METHOD { "Allow: GET, HEAD\r\n" } else { "" };
    let Refusal { status, why } = refusal;
    let why = speech().of(why);
    let text = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n{allow}{HEADERS}\r\n{why}\n",
        why.len() + 1
    );
    send(stream, text.as_bytes(), Instant::now() + PATIENCE)?;
    // A connection closed over unread bytes is reset, and the answer may be lost (RFC 9112, 9.6).
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(LINGER.1))?;
    let until = Instant::now() + LINGER.1;
    let (mut piece, mut read) = ([0; 4096], 0);
    while read < LINGER.0 && Instant::now() < until {
        match stream.read(&mut piece)? {
            0 => break,
            length => read += length as u64,
        }
    }
    Ok(())
}

/// Sends all bytes until a deadline; a client that takes a byte now and then does not delay us longer.
fn send(mut stream: &TcpStream, mut bytes: &[u8], until: Instant) -> io::Result<()> {
    while !bytes.is_empty() {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        stream.set_write_timeout(Some(left))?;
        match stream.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(length) => bytes = bytes.get(length..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
