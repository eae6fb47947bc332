//! jianli in a browser: what `jianli.js` calls. Built by `scripts/playground.sh`.
//!
//! Bytes go in and out through the memory of the module: `room` reserves a piece, the page fills it, and `face` or
//! `build` takes it over. A question is a line of JSON and the contents of files behind each other; so is an answer.

use std::cell::RefCell;

use jianli::diag::{CompileError, Speech, machine};
use jianli::font::FontBook;
use jianli::session::{Built, Format, Options, Outcome, Request, Session};
use serde::Deserialize;
use serde_json::{Value, json};

thread_local! {
    static PLACE: RefCell<Place> = RefCell::default();
}

thread_local! {
    /// What the program said last before it gave up.
    static LAST_WORDS: RefCell<String> = RefCell::default();
}

/// What the module keeps from one question to the next.
#[derive(Default)]
struct Place {
    /// The faces, each by its path in `fonts/`.
    faces: Vec<(String, Vec<u8>)>,
    /// What builds; none before the first question, and after a new face.
    session: Option<Session>,
}

/// A question.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Question {
    /// What the text is called in findings.
    name: String,
    markdown: String,
    /// A bundled layout, or the name of one of the files.
    layout: Option<String>,
    pages: Option<u16>,
    lang: Option<String>,
    view: Option<String>,
    set: Vec<String>,
    /// What is made: `pdf`, `svg`, `png`, `html`, `docx`, `txt`, `md`, `json`.
    formats: Vec<String>,
    /// The language of findings.
    speech: String,
    /// Images and layouts that the text names, whose contents stand behind the question.
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    name: String,
    length: usize,
}

/// Reserves so many bytes, and returns where they are.
#[unsafe(no_mangle)]
#[allow(unsafe_code, reason = "a name that the page sees")]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Gives back an answer that has been read.
///
/// # Safety
/// As [`taken`].
#[unsafe(no_mangle)]
#[allow(unsafe_code, reason = "a name that the page sees")]
pub unsafe extern "C" fn release(at: *mut u8, length: usize) {
    // SAFETY: the caller's promise.
    drop(unsafe { taken(at, length) });
}

/// Takes a face: its path in `fonts/`, a zero byte, the file.
///
/// # Safety
/// As [`taken`].
#[unsafe(no_mangle)]
#[allow(unsafe_code, reason = "a name that the page sees")]
pub unsafe extern "C" fn face(at: *mut u8, length: usize) {
    // SAFETY: the caller's promise.
    let mut bytes = unsafe { taken(at, length) };
    let Some(end) = bytes.iter().position(|byte| *byte == 0) else { return };
    let file = bytes.split_off(end + 1);
    bytes.truncate(end);
    PLACE.with_borrow_mut(|place| {
        place.faces.push((String::from_utf8_lossy(&bytes).into_owned(), file));
        place.session = None;
    });
}

/// Answers a question. Returns where the answer is in the upper half, and its length in the lower.
///
/// # Safety
/// As [`taken`].
#[unsafe(no_mangle)]
#[allow(unsafe_code, reason = "a name that the page sees")]
pub unsafe extern "C" fn build(at: *mut u8, length: usize) -> u64 {
    // SAFETY: the caller's promise.
    let question = unsafe { taken(at, length) };
    std::panic::set_hook(Box::new(|panic| {
        let _ =
            LAST_WORDS.try_with(|words| words.try_borrow_mut().map(|mut words| *words = panic.to_string()));
    }));
    handed_over(PLACE.with_borrow_mut(|place| place.answer(&question)))
}

/// Returns what the program said before it gave up, as an answer is returned: a mistake in it, to be reported.
#[unsafe(no_mangle)]
#[allow(unsafe_code, reason = "a name that the page sees")]
pub extern "C" fn last_words() -> u64 {
    let words = LAST_WORDS.with_borrow(|words| words.clone().into_bytes());
    handed_over(words)
}

/// Hands bytes over: where they are in the upper half, and how many in the lower.
fn handed_over(bytes: Vec<u8>) -> u64 {
    let bytes = bytes.into_boxed_slice();
    let length = bytes.len() as u64;
    let at = Box::into_raw(bytes).cast::<u8>() as usize as u64;
    at << 32 | length
}

/// Takes over what [`room`] reserved, or [`build`] returned.
///
/// # Safety
/// The place and the length are those of one of them, and nobody has taken them before.
#[allow(unsafe_code, reason = "the page names memory by its place")]
unsafe fn taken(at: *mut u8, length: usize) -> Vec<u8> {
    // SAFETY: a boxed slice of this length was made at this place, and by the caller's promise has no other owner.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, length)) }.into_vec()
}

impl Place {
    fn answer(&mut self, question: &[u8]) -> Vec<u8> {
        let end = question.iter().position(|byte| *byte == b'\n').unwrap_or(question.len());
        let (line, files) = question.split_at(end);
        match serde_json::from_slice::<Question>(line) {
            Ok(asked) => self.built(asked, files.get(1..).unwrap_or_default()),
            Err(error) => joined(&json!({ "error": error.to_string() }), &[]),
        }
    }

    fn built(&mut self, asked: Question, files: &[u8]) -> Vec<u8> {
        let speech = Speech::named(&asked.speech).unwrap_or(Speech::ENGLISH);
        let request = request(asked, files);
        let faces = &self.faces;
        let session = self.session.get_or_insert_with(|| Session::of_book(FontBook::of_files(faces.clone())));
        let Outcome { result, findings, files, .. } = session.build(&request);
        let found: Vec<Value> =
            findings.iter().map(|finding| machine::object(&finding.in_speech(speech), &files)).collect();
        match result {
            Ok(built) => of(&built, &found, speech),
            Err(CompileError::Document) => joined(&json!({ "findings": found }), &[]),
            Err(CompileError::Machine(error)) => {
                joined(&json!({ "findings": found, "error": error.message().translated(speech) }), &[])
            }
        }
    }
}

fn request(asked: Question, mut files: &[u8]) -> Request {
    let named = |name: &String| Format::ALL.into_iter().find(|format| format.ending() == name);
    let mut options = Options::default();
    options.formats = asked.formats.iter().filter_map(named).collect();
    (options.layout, options.pages, options.lang) = (asked.layout, asked.pages, asked.lang);
    (options.view, options.set) = (asked.view, asked.set);
    let mut request = Request::new(asked.name, asked.markdown);
    for file in asked.files {
        let (bytes, rest) = files.split_at_checked(file.length).unwrap_or((files, &[]));
        request = request.with_file(file.name, bytes);
        files = rest;
    }
    request.with_options(options)
}

fn of(built: &Built, found: &[Value], speech: Speech) -> Vec<u8> {
    let artefact = |made: &jianli::session::Artefact| json!({ "format": made.format.ending(), "page": made.page, "length": made.bytes.len() });
    let head = json!({
        "findings": found,
        "lang": built.resume.meta.lang,
        "pages": built.document.pages.len(),
        "fill": built.document.last_page_fill,
        "fitted": built.fitted.translated(speech),
        "artefacts": built.artefacts.iter().map(artefact).collect::<Vec<_>>(),
    });
    let files: Vec<&[u8]> = built.artefacts.iter().map(|made| made.bytes.as_slice()).collect();
    joined(&head, &files)
}

/// Returns an answer: a line of JSON, and files behind each other.
fn joined(head: &Value, files: &[&[u8]]) -> Vec<u8> {
    let mut answer = head.to_string().into_bytes();
    answer.push(b'\n');
    files.iter().for_each(|file| answer.extend_from_slice(file));
    answer
}
