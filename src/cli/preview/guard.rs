//! Admits a client only if it has the token, calls us by our own name, and is not sent by another page.

use std::net::{IpAddr, SocketAddr};

use super::reply::Refusal;
use super::request::Request;

/// The credentials that every request has to show.
#[derive(Debug)]
pub struct Guard {
    address: SocketAddr,
    token: String,
}

impl Guard {
    /// Guards an address with a token.
    pub fn new(address: SocketAddr, token: String) -> Guard {
        Guard { address, token }
    }

    /// Returns the URL of the preview, for this machine.
    pub fn url(&self) -> String {
        let local = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
            IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1]),
            ip => ip,
        };
        format!("http://{}/{}/", SocketAddr::new(local, self.address.port()), self.token)
    }

    /// Returns whether only this machine can reach us.
    pub fn is_local(&self) -> bool {
        self.address.ip().is_loopback()
    }

    /// Returns the path that a request asks for, after the token.
    ///
    /// # Errors
    /// The reason for refusing it.
    pub fn admit<'a>(&self, request: &'a Request) -> Result<&'a str, Refusal> {
        if !self.is_ours(&request.host) {
            return Err(Refusal::HOST);
        }
        if let Some(origin) = &request.origin
            && origin.strip_prefix("http://").is_none_or(|host| !host.eq_ignore_ascii_case(&request.host))
        {
            return Err(Refusal::ORIGIN);
        }
        let (token, rest) = request.target.get(1..).and_then(|path| path.split_once('/')).unwrap_or_default();
        if same(token.as_bytes(), self.token.as_bytes()) { Ok(rest) } else { Err(Refusal::NO_TOKEN) }
    }

    /// Returns whether a Host header means us. A page elsewhere may have its own name resolve to our address
    /// (DNS rebinding), but such a name is never a literal address, nor `localhost`.
    fn is_ours(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse::<u16>().ok()),
            _ => (host, Some(80)),
        };
        let literal = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        let known = match literal {
            Ok(ip) => ip.is_loopback() || !self.is_local(),
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        };
        known && port == Some(self.address.port())
    }
}

/// Compares in a time that does not depend on how much is right.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(address: &str) -> Guard {
        Guard { address: address.parse().expect("an address"), token: "secret".to_owned() }
    }

    fn asked(target: &str, host: &str, origin: Option<&str>) -> Request {
        let (target, host) = (target.to_owned(), host.to_owned());
        Request { head_only: false, target, host, origin: origin.map(str::to_owned) }
    }

    #[test]
    fn only_our_own_names_are_ours() {
        let guard = guard("127.0.0.1:4000");
        for host in ["127.0.0.1:4000", "localhost:4000", "LOCALHOST:4000", "[::1]:4000"] {
            assert_eq!(guard.admit(&asked("/secret/a?b", host, None)), Ok("a?b"), "{host}");
        }
        for host in
            ["evil.example:4000", "127.0.0.1", "127.0.0.1:80", "192.168.1.7:4000", "localhost.evil:4000", ""]
        {
            assert_eq!(guard.admit(&asked("/secret/", host, None)), Err(Refusal::HOST), "{host}");
        }
    }

    #[test]
    fn on_a_network_every_literal_address_may_be_ours_but_no_name() {
        let guard = guard("0.0.0.0:4000");
        assert!(guard.admit(&asked("/secret/", "192.168.1.7:4000", None)).is_ok());
        assert_eq!(guard.admit(&asked("/secret/", "evil.example:4000", None)), Err(Refusal::HOST));
        assert_eq!(guard.url(), "http://127.0.0.1:4000/secret/");
    }

    #[test]
    fn other_pages_and_other_tokens_are_refused() {
        let guard = guard("127.0.0.1:4000");
        let from = |origin| guard.admit(&asked("/secret/", "127.0.0.1:4000", Some(origin))).map(str::len);
        assert_eq!(from("http://127.0.0.1:4000"), Ok(0));
        for origin in ["http://evil.example", "null", "https://127.0.0.1:4000", "http://127.0.0.1:4001"] {
            assert_eq!(from(origin), Err(Refusal::ORIGIN), "{origin}");
        }
        for target in ["/", "/secret", "/secreT/", "/secret2/", "//secret/", "/../secret/"] {
            let request = asked(target, "127.0.0.1:4000", None);
            assert_eq!(guard.admit(&request), Err(Refusal::NO_TOKEN), "{target}");
        }
    }
}
