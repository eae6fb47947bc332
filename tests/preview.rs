//! `jianli preview` as clients meet it, well-meaning and other, over plain sockets on this machine.

use crate::setup;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use tempfile::TempDir;

const RESUME: &str = "# 陈小满\n\n- 电话：138-0000-0000\n\n## 工作经历\n\n\
    ### 云杉科技有限公司（2020-01 ~ 2023-06）\n\n- 独立设计订单系统，缺货订单减少 42%。\n";

/// How long anything may take; nothing here waits so long unless it has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a résumé, and its preview.
struct Preview {
    folder: TempDir,
    child: Child,
    host: String,
    token: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start() -> Preview {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("张三.md"), RESUME).expect("written");
        let mut command = setup::command(cargo_bin!("jianli"));
        command.current_dir(folder.path()).args(["preview", "张三.md", "--quiet"]).stdin(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it runs");
        let mut url = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut url).expect("an address");
        let rest = url.trim().strip_prefix("http://").expect("an address");
        let (host, token) = rest.trim_end_matches('/').split_once('/').expect("a token");
        Preview { host: host.to_owned(), token: token.to_owned(), folder, child }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("张三.md")
    }

    /// Saves as editors do: beside it, then in its place.
    fn save(&self, text: &str) {
        let new = self.path().with_extension("tmp");
        fs::write(&new, text).expect("written");
        fs::rename(new, self.path()).expect("renamed");
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("connected");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream
    }

    /// Sends bytes and returns what comes back. A server that has seen enough may close while we write.
    fn ask(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Answer(String::from_utf8_lossy(&answer).into_owned())
    }

    fn request(&self, method: &str, target: &str, headers: &str) -> Answer {
        self.ask(format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.host).as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", &format!("/{}/{path}", self.token), "")
    }

    fn events(&self) -> Events {
        let mut stream = self.connect();
        let (host, token) = (&self.host, &self.token);
        write!(stream, "GET /{token}/events HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
        Events(BufReader::new(stream))
    }
}

/// An answer, whole.
#[derive(Debug)]
struct Answer(String);

impl Answer {
    fn status(&self) -> u16 {
        self.0.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
    }

    fn head(&self) -> &str {
        self.0.split("\r\n\r\n").next().unwrap_or_default()
    }

    fn body(&self) -> &str {
        self.0.split_once("\r\n\r\n").map_or("", |(_, body)| body)
    }
}

/// What a client is told.
struct Events(BufReader<TcpStream>);

impl Events {
    /// Returns the next state; none if the stream has ended or was never one.
    fn next(&mut self) -> Option<Value> {
        let until = Instant::now() + PATIENCE;
        let mut line = String::new();
        while Instant::now() < until {
            line.clear();
            if self.0.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).expect("JSON"));
            }
        }
        None
    }

    /// Returns the first state of which something is true.
    fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        let mut last = Value::Null;
        while Instant::now() < until {
            last = self.next().expect("an event");
            if wanted(&last) {
                return last;
            }
        }
        panic!("it never came: {last}");
    }
}

fn has_errors(state: &Value) -> bool {
    state["stale"] == true
}

#[test]
fn a_page_and_its_parts_are_served_with_everything_shut() {
    let preview = Preview::start();
    let page = preview.get("");
    assert_eq!(page.status(), 200, "{page:?}");
    // Whatever the page names is there.
    let parts: Vec<&str> =
        page.body().split('"').filter(|part| part.ends_with(".js") || part.ends_with(".css")).collect();
    assert!(parts.len() >= 2, "{parts:?}");
    for part in parts {
        assert_eq!(preview.get(part).status(), 200, "{part}");
    }
    assert!(!page.body().contains("http://") && !page.body().contains("https://"), "it needs a network");
    let state = preview.events().next().expect("a state");
    let name = state["pages"][0]["name"].as_str().expect("a name");
    assert!(preview.get(&format!("page/{name}")).body().starts_with("<svg"));
    assert_eq!(preview.get("source").body(), RESUME);
    for answer in [page, preview.get("nothing"), preview.request("GET", "/", "")] {
        for wanted in ["default-src 'none'", "nosniff", "no-store", "no-referrer", "frame-ancestors 'none'"] {
            assert!(answer.head().contains(wanted), "{wanted}: {}", answer.head());
        }
    }
}

#[test]
fn other_hosts_and_other_pages_are_refused() {
    let preview = Preview::start();
    let target = format!("/{}/", preview.token);
    let port = preview.host.rsplit(':').next().expect("a port").to_owned();
    for host in ["evil.example".to_owned(), format!("evil.example:{port}"), "127.0.0.1".to_owned()] {
        let answer = preview.ask(format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes());
        assert_eq!(answer.status(), 403, "{host}: {answer:?}");
    }
    assert_eq!(preview.ask(format!("GET {target} HTTP/1.1\r\n\r\n").as_bytes()).status(), 400, "no host");
    for origin in ["http://evil.example", "null", "https://127.0.0.1"] {
        assert_eq!(
            preview.request("GET", &target, &format!("Origin: {origin}\r\n")).status(),
            403,
            "{origin}"
        );
    }
    let own = format!("Origin: http://{}\r\n", preview.host);
    assert_eq!(preview.request("GET", &target, &own).status(), 200);
}

#[test]
fn without_the_token_there_is_nothing() {
    let preview = Preview::start();
    let wrong = "0".repeat(preview.token.len());
    for target in ["/", "/app.js", "/events", &format!("/{wrong}/"), &format!("/{}", preview.token)] {
        let answer = preview.request("GET", target, "");
        assert_eq!(answer.status(), 403, "{target}");
        assert!(!answer.body().contains(&preview.token));
    }
}

#[test]
fn no_path_leads_to_a_file() {
    let preview = Preview::start();
    let paths = [
        "..",
        "../",
        "../张三.md",
        "%2e%2e/",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%2f..%2fetc/passwd",
        "张三.md",
        "/etc/passwd",
        "//etc/passwd",
        "page/../../etc/passwd",
        "page/",
        "..\\..\\x",
        "index.html",
        "app.js/../source",
        "app.js%00",
        "file:///etc/passwd",
    ];
    for path in paths {
        let answer = preview.get(path);
        assert_eq!(answer.status(), 404, "{path}: {answer:?}");
    }
    assert_ne!(preview.request("GET", "/../../etc/passwd", "").status(), 200);
    assert_eq!(preview.request("GET", "http://127.0.0.1/etc/passwd", "").status(), 400);
}

#[test]
fn nothing_can_be_written() {
    let preview = Preview::start();
    let target = format!("/{}/source", preview.token);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"] {
        let answer = preview.request(method, &target, "Content-Length: 1\r\n");
        assert_eq!(answer.status(), 405, "{method}");
        assert!(answer.head().contains("Allow: GET, HEAD"));
    }
    let head = preview.request("HEAD", &target, "");
    assert!(head.status() == 200 && head.body().is_empty(), "{head:?}");
    assert_eq!(preview.request("HEAD", &format!("/{}/look?layout=compact", preview.token), "").status(), 204);
    let state = preview.events().next().expect("a state");
    assert_eq!(state["chosen"]["layout"], Value::Null, "HEAD has changed something");
    assert_eq!(fs::read_dir(preview.folder.path()).expect("read").count(), 1, "something was written");
}

#[test]
fn oversized_and_senseless_requests_are_refused() {
    let preview = Preview::start();
    let target = format!("/{}/", preview.token);
    let long = format!("X: {}\r\n", "x".repeat(9000));
    assert_eq!(preview.request("GET", &target, &long).status(), 431);
    assert_eq!(preview.request("GET", &target, &"X: y\r\n".repeat(2000)).status(), 431);
    assert_eq!(preview.request("GET", &format!("/{}", "x".repeat(1 << 20)), "").status(), 431);
    assert_eq!(preview.ask(&vec![0; 1 << 20]).status(), 431);
    for senseless in
        [&b"\r\n\r\n"[..], b"GET\r\n\r\n", b"\x16\x03\x01\r\n\r\n", b"GET / HTTP/9\r\nHost: a\r\n\r\n"]
    {
        assert_eq!(preview.ask(senseless).status(), 400, "{}", senseless.escape_ascii());
    }
    assert_eq!(preview.get("").status(), 200);
}

#[test]
fn hundreds_of_idle_connections_are_survived() {
    let preview = Preview::start();
    // The first two hundred are within what may wait, the rest is beyond.
    let mut idle: Vec<TcpStream> = Vec::new();
    for number in 0..400 {
        idle.push(preview.connect());
        if number % 100 == 99 {
            let begun = Instant::now();
            assert_eq!(preview.get("").status(), 200);
            assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        }
    }
    // Who waited longest has made room for the others.
    assert_eq!(idle[0].read(&mut [0]).expect("an end"), 0);
}

#[test]
fn a_slow_client_is_served_and_holds_up_nobody() {
    let preview = Preview::start();
    let mut slow = preview.connect();
    slow.set_nodelay(true).expect("set");
    let request = format!("GET /{}/source HTTP/1.1\r\nHost: {}\r\n\r\n", preview.token, preview.host);
    for byte in request.as_bytes() {
        slow.write_all(&[*byte]).expect("sent");
        assert_eq!(preview.get("app.css").status(), 200);
    }
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("an answer");
    assert_eq!(Answer(answer).body(), RESUME);
}

#[test]
fn listeners_are_limited_and_those_that_vanish_are_forgotten() {
    let preview = Preview::start();
    let mut listeners: Vec<Events> = (0..64).map(|_| preview.events()).collect();
    assert!(listeners.iter_mut().all(|events| events.next().is_some()));
    assert_eq!(preview.get("events").status(), 503);
    assert_eq!(preview.get("").status(), 200);
    drop(listeners);
    let until = Instant::now() + PATIENCE;
    while preview.events().next().is_none() {
        assert!(Instant::now() < until, "nobody was forgotten");
    }
}

#[test]
fn an_edit_is_told_and_so_are_errors_and_their_end() {
    let preview = Preview::start();
    let mut events = preview.events();
    let first = events.next().expect("a state");
    assert!(
        !has_errors(&first) && first["findings"].as_array().is_some_and(|found| found.is_empty()),
        "{first}"
    );
    preview.save(&RESUME.replace("陈小满", "陈大满"));
    let edited = events.until(|state| state["build"] != first["build"]);
    assert_ne!(edited["pages"][0]["name"], first["pages"][0]["name"]);
    let page = format!("page/{}", edited["pages"][0]["name"].as_str().expect("a name"));
    assert!(preview.get(&page).body().contains("陈大满"));

    preview.save(&format!("---\nlayout: compcat\n---\n{RESUME}"));
    let failed = events.until(has_errors);
    let finding = &failed["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["line"], &finding["severity"]),
        (&"J405".into(), &2.into(), &"error".into())
    );
    assert_eq!(finding["source"], "layout: compcat");
    assert_eq!(failed["pages"], edited["pages"], "the last good pages are gone");
    assert_eq!(preview.get(&page).status(), 200);

    preview.save(RESUME);
    let mended = events.until(|state| !has_errors(state));
    assert!(mended["findings"].as_array().is_some_and(|found| found.is_empty()), "{mended}");
}

#[test]
fn a_file_that_goes_away_and_comes_back_is_no_end() {
    let preview = Preview::start();
    let mut events = preview.events();
    fs::remove_file(preview.path()).expect("removed");
    let gone = events.until(has_errors);
    assert!(gone["error"].as_str().is_some_and(|error| error.contains("张三.md")), "{gone}");
    preview.save(RESUME);
    assert_eq!(events.until(|state| !has_errors(state))["error"], Value::Null);
}

#[test]
fn a_view_and_a_language_may_be_chosen() {
    let preview = Preview::start();
    let text = "---\nlanguages: [zh-Hans, en]\nviews: { 后端: { tags: [b] }, fe: { tags: [] } }\n---\n# 陈小满 <!-- en: Xiaoman Chen -->\n\n\
                - chen@example.com\n\n## 技能\n\n- 甲 <!-- tags: b -->\n- 乙\n";
    let mut events = preview.events();
    events.next().expect("a state");
    fs::write(preview.path(), text).expect("write");
    let first = events.until(|state| state["views"] == serde_json::json!(["后端", "fe"]));
    assert_eq!(first["languages"], serde_json::json!(["zh-Hans", "en"]));
    assert_eq!(preview.get("look?view=%E5%90%8E%E7%AB%AF&lang=en").status(), 204);
    let other = events.until(|state| state["chosen"]["view"] == "后端");
    assert_eq!((&other["chosen"]["lang"], &other["own"]["lang"]), (&"en".into(), &"en".into()));
    assert_ne!(other["pages"], first["pages"]);
    assert_eq!(preview.get("look?view=none").status(), 204);
    let wrong = events.until(|state| state["chosen"]["view"] == "none");
    assert!(wrong["stale"] == true && wrong["findings"][0]["code"] == "J119", "{wrong}");
}

#[test]
fn another_look_is_for_the_preview_alone() {
    let preview = Preview::start();
    let mut events = preview.events();
    let first = events.next().expect("a state");
    assert_eq!(first["own"]["layout"], "classic");
    assert_eq!(preview.get("look?layout=compact&pages=1").status(), 204);
    let other = events.until(|state| state["chosen"]["layout"] == "compact");
    assert_eq!((&other["chosen"]["pages"], &other["own"]["layout"]), (&1.into(), &"classic".into()));
    assert_ne!(other["pages"], first["pages"]);
    for path in ["look?layout=nowhere", "look?layout=../x", "look?pages=0", "look?pages=1000", "look?set=a"] {
        assert_eq!(preview.get(path).status(), 400, "{path}");
    }
    assert_eq!(preview.get("look?layout=&pages=").status(), 204);
    events.until(|state| state["chosen"]["layout"] == Value::Null);
    assert_eq!(fs::read_to_string(preview.path()).expect("read"), RESUME);
    assert_eq!(fs::read_dir(preview.folder.path()).expect("read").count(), 1, "something was written");
}

#[test]
fn what_cannot_be_previewed_is_told_at_once() {
    let preview = Preview::start();
    let port = preview.host.rsplit(':').next().expect("a port");
    let cases = [
        (&["preview", "nobody.md"][..], "nobody.md"),
        (&["preview", "-"], "give it a file"),
        (&["preview", "张三.md", "--port", port], "--port"),
        (&["preview", "张三.md", "--font-path", "nowhere"], "nowhere"),
    ];
    for (args, wanted) in cases {
        let mut command = setup::command(cargo_bin!("jianli"));
        let output = command.current_dir(preview.folder.path()).args(args).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(wanted) && output.stdout.is_empty(), "{args:?}: {said}");
    }
}
