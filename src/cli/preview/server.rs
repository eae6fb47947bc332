//! A small HTTP/1.1 server: a thread for each connection, one request per connection.
//!
//! Not tiny_http (0.12): its sockets have no deadlines, a head may have any length, and streams of events
//! would have to bypass it. What is needed here is less than what would have to be added to it: GET, a
//! head of 8 KiB, a deadline for every read and write, a bound on everything.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::guard::Guard;
use super::latest::LatestState;
use super::reply::{self, Refusal};
use super::request::{self, Fault, Request};
use super::routes::{Route, route};
use super::state::BuildRequest;

/// The most connections that may wait for their request; the one waiting longest makes room.
const MOST_WAITING: usize = 256;
/// The most requests that are answered at a time.
const MOST_ANSWERED: usize = 128;
/// The most pages that may listen for events.
const MOST_LISTENING: usize = 64;
/// The stack of a thread, in bytes; it does little.
const STACK: usize = 512 * 1024;
/// How often a stream of events is checked for whether its client is still there.
const TICK: Duration = Duration::from_secs(1);
/// The longest silence of a stream of events: sending something shows that a client on a network is gone.
const SILENCE: Duration = Duration::from_secs(15);
/// How long to wait when the system has no more descriptors.
const BREATH: Duration = Duration::from_millis(50);

/// Everything that the connections share.
pub struct Server {
    guard: Guard,
    latest: Arc<LatestState>,
    requests: Sender<BuildRequest>,
    waiting: Mutex<BTreeMap<usize, Arc<TcpStream>>>,
    answered: AtomicUsize,
    listening: AtomicUsize,
}

impl Server {
    /// Returns a server that shows the latest state and hands on requests.
    pub fn new(guard: Guard, latest: Arc<LatestState>, requests: Sender<BuildRequest>) -> Server {
        let (answered, listening) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Server { guard, latest, requests, waiting: Mutex::default(), answered, listening }
    }

    /// Serves forever.
    pub fn run(self, listener: &TcpListener) {
        let server = Arc::new(self);
        for (number, stream) in listener.incoming().enumerate() {
            match stream {
                Ok(stream) => server.receive(number, Arc::new(stream)),
                // Too many descriptors are in use: waiting connections are closed early.
                Err(_) => {
                    server.dismiss_oldest(0);
                    thread::sleep(BREATH);
                }
            }
        }
    }

    /// Gives a connection a thread.
    fn receive(self: &Arc<Server>, number: usize, stream: Arc<TcpStream>) {
        self.waiting().insert(number, Arc::clone(&stream));
        self.dismiss_oldest(MOST_WAITING);
        let server = Arc::clone(self);
        let thread = thread::Builder::new().name("client".to_owned()).stack_size(STACK);
        let spawned = thread.spawn(move || {
            let request = request::read(&stream);
            server.waiting().remove(&number);
            // A client that has gone away cannot be told.
            let _ = server.attend(&stream, request);
        });
        if spawned.is_err() {
            self.waiting().remove(&number);
        }
    }

    /// Ends the connection that has waited longest if there are more than `most`.
    fn dismiss_oldest(&self, most: usize) {
        let mut waiting = self.waiting();
        if waiting.len() > most
            && let Some((_, stream)) = waiting.pop_first()
        {
            // Its thread reads the end.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, BTreeMap<usize, Arc<TcpStream>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn attend(&self, stream: &TcpStream, request: Result<Request, Fault>) -> io::Result<()> {
        let request = match request {
            Ok(request) => request,
            Err(Fault::Gone) => return Ok(()),
            Err(Fault::Refused(refusal)) => return self.refuse(stream, refusal),
        };
        let wanted = self.guard.admit(&request).and_then(|path| route(path).ok_or(Refusal::NOT_FOUND));
        match wanted {
            Ok(Route::Events) if !request.head_only => self.listen(stream),
            Ok(wanted) => self.answer(stream, &wanted, request.head_only),
            Err(refusal) => self.refuse(stream, refusal),
        }
    }

    fn refuse(&self, stream: &TcpStream, refusal: Refusal) -> io::Result<()> {
        match Turn::take(&self.answered, MOST_ANSWERED) {
            Some(_turn) => reply::refuse(stream, refusal),
            None => Ok(()),
        }
    }

    fn answer(&self, stream: &TcpStream, wanted: &Route<'_>, head_only: bool) -> io::Result<()> {
        let Some(_turn) = Turn::take(&self.answered, MOST_ANSWERED) else { return Ok(()) };
        let state = self.latest.state();
        match wanted {
            Route::Asset(asset) => reply::answer(stream, asset.kind, asset.text.as_bytes(), head_only),
            Route::Source => {
                reply::answer(stream, "text/plain; charset=utf-8", state.source.as_bytes(), head_only)
            }
            Route::Page(name) => match state.pages.iter().find(|page| page.name == *name) {
                Some(page) => reply::answer(stream, "image/svg+xml", &page.svg, head_only),
                None => reply::refuse(stream, Refusal::NOT_FOUND),
            },
            Route::ViewOptions(None) => reply::refuse(stream, Refusal::BAD_LOOK),
            Route::ViewOptions(Some(look)) => {
                if !head_only {
                    // This fails only when the program ends.
                    let _ = self.requests.send(BuildRequest::ViewOptions(look.clone()));
                }
                reply::done(stream)
            }
            Route::Events => reply::answer(stream, "text/event-stream", b"", true),
        }
    }

    /// Sends a client the latest state, now and at each change, for as long as it is there.
    fn listen(&self, stream: &TcpStream) -> io::Result<()> {
        let Some(_turn) = Turn::take(&self.listening, MOST_LISTENING) else {
            return self.refuse(stream, Refusal::FULL);
        };
        stream.set_nodelay(true)?;
        reply::begin_events(stream)?;
        let (mut seen, mut spoken) = (None, Instant::now());
        loop {
            if let Some(state) = self.latest.other_than(seen, TICK) {
                reply::event(stream, &format!("id: {}\ndata: {}\n\n", state.number, state.told))?;
                (seen, spoken) = (Some(state.number), Instant::now());
            } else if is_gone(stream)? {
                return Ok(());
            } else if spoken.elapsed() > SILENCE {
                reply::event(stream, ":\n\n")?;
                spoken = Instant::now();
            }
        }
    }
}

/// Returns whether a client has closed its side, or sends something: no client of ours does.
fn is_gone(stream: &TcpStream) -> io::Result<bool> {
    stream.set_read_timeout(Some(Duration::from_millis(1)))?;
    match stream.peek(&mut [0]) {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A place out of a limited number, given back when dropped.
struct Turn<'a>(&'a AtomicUsize);

impl Turn<'_> {
    fn take(taken: &AtomicUsize, most: usize) -> Option<Turn<'_>> {
        let free = |taken: usize| (taken < most).then_some(taken + 1);
        taken.fetch_update(Ordering::AcqRel, Ordering::Acquire, free).ok().map(|_| Turn(taken))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}
