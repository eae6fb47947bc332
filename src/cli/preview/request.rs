//! A client's request: the head of one HTTP/1.1 request, of limited length.

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::reply::Refusal;

/// The longest head, in bytes; ours are below 1 KiB with every header that browsers send.
const LONGEST: usize = 8 * 1024;
/// How long a client may take to send the head, in however many pieces.
const PATIENCE: Duration = Duration::from_secs(10);

/// The head of a request, as far as it matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Whether only the head of the answer is wanted.
    pub head_only: bool,
    /// The path and the query, as sent.
    pub target: String,
    /// The host that the client takes us for.
    pub host: String,
    /// The page whose script sent the request, if any.
    pub origin: Option<String>,
}

/// The reason why there is no request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The client went away, or never sent anything.
    Gone,
    /// The client is told the reason.
    Refused(Refusal),
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(refusal)
    }
}

/// Reads a request.
///
/// # Errors
/// If the client goes away or is too slow, or if the request is invalid or too long.
pub fn read(mut stream: &TcpStream) -> Result<Request, Fault> {
    let until = Instant::now() + PATIENCE;
    let mut head = Vec::with_capacity(1024);
    let mut piece = [0; 1024];
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(late(&head));
        }
        stream.set_read_timeout(Some(left)).map_err(|_| Fault::Gone)?;
        match stream.read(&mut piece) {
            Ok(0) => return Err(Fault::Gone),
            Ok(length) => head.extend(piece.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err(late(&head));
            }
            Err(_) => return Err(Fault::Gone),
        }
        match head.windows(4).position(|end| end == b"\r\n\r\n") {
            Some(end) if end <= LONGEST => return parse(head.get(..end).unwrap_or_default()),
            None if head.len() <= LONGEST => {}
            _ => return Err(Refusal::TOO_LARGE.into()),
        }
    }
}

/// Returns the fault of a client that was too slow; one that sent nothing wanted nothing: browsers open connections
/// in advance.
fn late(head: &[u8]) -> Fault {
    if head.is_empty() { Fault::Gone } else { Refusal::TIMEOUT.into() }
}

/// Reads a head without the empty line at its end (RFC 9112, 3 and 5).
fn parse(head: &[u8]) -> Result<Request, Fault> {
    let head = std::str::from_utf8(head).map_err(|_| Refusal::BAD_REQUEST)?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(Refusal::BAD_REQUEST.into());
    };
    if !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return Err(Refusal::BAD_REQUEST.into());
    }
    let head_only = match method {
        "GET" => false,
        "HEAD" => true,
        _ => return Err(Refusal::METHOD.into()),
    };
    let (mut host, mut origin) = (None, None);
    for line in lines {
        // A line that begins with a blank continues another, which has long been forbidden (5.2), and a blank
        // before the colon has allowed requests to be smuggled (5.1).
        let Some((name, value)) = line.split_once(':') else { return Err(Refusal::BAD_REQUEST.into()) };
        if name.is_empty() || name.contains([' ', '\t']) {
            return Err(Refusal::BAD_REQUEST.into());
        }
        let once = match name.to_ascii_lowercase().as_str() {
            "host" => &mut host,
            "origin" => &mut origin,
            _ => continue,
        };
        if once.replace(value.trim_matches([' ', '\t']).to_owned()).is_some() {
            return Err(Refusal::BAD_REQUEST.into());
        }
    }
    let host = host.ok_or(Refusal::BAD_REQUEST)?;
    Ok(Request { head_only, target: target.to_owned(), host, origin })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_its_line_host_and_origin() {
        let head = b"GET /a?b HTTP/1.1\r\nHOST: localhost:1 \r\nAccept: */*\r\norigin:http://localhost:1";
        let request = Request {
            head_only: false,
            target: "/a?b".to_owned(),
            host: "localhost:1".to_owned(),
            origin: Some("http://localhost:1".to_owned()),
        };
        assert_eq!(parse(head), Ok(request));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        let bad = [
            &b""[..],
            b"GET /",
            b"GET / HTTP/2\r\nHost: a",
            b"GET  / HTTP/1.1\r\nHost: a",
            b"GET http://a/ HTTP/1.1\r\nHost: a",
            b"GET / HTTP/1.1",
            b"GET / HTTP/1.1\r\nHost: a\r\nHost: b",
            b"GET / HTTP/1.1\r\nHost : a",
            b"GET / HTTP/1.1\r\nHost: a\r\n b",
            b"GET /\xff HTTP/1.1\r\nHost: a",
        ];
        for head in bad {
            assert_eq!(parse(head), Err(Refusal::BAD_REQUEST.into()), "{}", head.escape_ascii());
        }
        assert_eq!(parse(b"POST / HTTP/1.1\r\nHost: a"), Err(Refusal::METHOD.into()));
    }
}
