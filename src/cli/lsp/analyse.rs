//! From an open document to its analysis.

use std::path::PathBuf;

use super::analysis::{Analysis, Content};
use super::at::Wishes;
use super::document::Document;
use crate::cli::report::{localized_findings, speech};
use crate::diag::{FileId, Files};
use crate::layout;
use crate::model::{Resume, SectionKind, explained_in};
use crate::session::{Options, Outcome, Proofread, Request, Session, Understood, folder_of, understand};
use crate::source::Original;

/// Analyses a document; `others` are the files that the client has in another state than the disk.
pub fn of(
    document: &Document,
    others: &[(PathBuf, Vec<u8>)],
    session: &mut Session,
    wishes: Wishes,
) -> Analysis {
    match document.is_toml() {
        true => of_layout(document, others, session),
        false => of_resume(document, others, session, wishes),
    }
}

pub(super) fn of_resume(
    document: &Document,
    others: &[(PathBuf, Vec<u8>)],
    session: &mut Session,
    wishes: Wishes,
) -> Analysis {
    let request = request(document, others);
    let Outcome { result, mut findings, files } = session.proofread(&request);
    if document.saved && result.is_ok() {
        // The same findings, and those that only the finished PDF shows.
        findings = session.check(&request).findings;
    }
    let (content, pages) = match result {
        Ok(Proofread { source, resume, document, .. }) => (Some((source, resume)), Some(document)),
        // The fault may be in the layout and not in the text.
        Err(_) => match understand(&request).result {
            Ok(Understood { source, resume, .. }) => (Some((source, resume)), None),
            Err(_) => (None, None),
        },
    };
    let is_resume = wishes.every_markdown
        || is_named_so(document)
        || is_marked_so(document.text.as_str())
        || content.as_ref().is_some_and(|(_, resume)| looks_like_one(resume));
    if !is_resume {
        return Analysis::default();
    }
    let content = content.map(|(source, resume)| {
        let lines = explained_in(speech(), &resume, &source, &files);
        Content { source, resume, lines }
    });
    let original = Original::of(document.text.as_str().as_bytes());
    Analysis {
        findings: localized_findings(&findings),
        files,
        own: FileId::RESUME,
        original,
        content,
        document: pages,
    }
}

/// Returns the request for a document in the client's state.
pub fn request(document: &Document, others: &[(PathBuf, Vec<u8>)]) -> Request {
    let name = match &document.path {
        Some(path) => path.display().to_string(),
        None => document.uri.as_str().to_owned(),
    };
    let mut request = Request::new(name, document.text.as_str());
    request.options = Options { formats: Vec::new(), ..Options::default() };
    if let Some(path) = &document.path {
        request.folder = Some(folder_of(path));
        request.path = Some(path.clone());
        request.files = Files::default();
        for (other, bytes) in others.iter().filter(|(other, _)| other != path) {
            request.files.provide(other, bytes.clone());
        }
    }
    request
}

/// Words in the names of files that are résumés.
pub(super) const NAMES: [&str; 13] = [
    "resume",
    "résumé",
    "curriculum",
    "lebenslauf",
    "简历",
    "簡歷",
    "履历",
    "履歷",
    "個人簡介",
    "履歴書",
    "経歴書",
    "이력서",
    "resumé",
];

pub(super) fn is_named_so(document: &Document) -> bool {
    let Some(stem) = document.path.as_deref().and_then(|path| path.file_stem()) else { return false };
    let stem = stem.to_string_lossy().to_lowercase();
    let is_cv = stem.split(|c: char| !c.is_alphanumeric()).any(|word| word == "cv");
    is_cv || NAMES.iter().any(|name| stem.contains(name))
}

/// Returns whether a text is marked as ours: by a key of its front matter, or by a comment.
pub(super) fn is_marked_so(text: &str) -> bool {
    const KEYS: [&str; 6] = ["views:", "redact:", "headline:", "set:", "contacts:", "allow:"];
    let front =
        text.strip_prefix("---").and_then(|rest| rest.split_once("\n---")).map_or("", |(front, _)| front);
    front.lines().any(|line| KEYS.iter().any(|key| line.starts_with(key))) || text.contains("<!-- jianli:")
}

/// Returns whether a text is a résumé by its contents: other Markdown is left alone.
pub(super) fn looks_like_one(resume: &Resume) -> bool {
    use SectionKind::{Education, Skills, Work};
    let titled =
        |kind: &SectionKind| resume.sections.iter().any(|section| section.kinds.first() == Some(kind));
    let parts = [Work, Education, Skills].iter().filter(|kind| titled(kind)).count();
    resume.header.name.is_some() && parts + usize::from(!resume.header.contacts.is_empty()) >= 2
}

pub(super) fn of_layout(document: &Document, others: &[(PathBuf, Vec<u8>)], session: &Session) -> Analysis {
    let text = document.text.as_str();
    let Some(path) = document.path.as_deref().filter(|_| is_layout(text)) else { return Analysis::default() };
    let mut files = Files::default();
    others.iter().for_each(|(other, bytes)| files.provide(other, bytes.clone()));
    let Outcome { findings, files, .. } = session.read_layout(path, files);
    let own = (0..files.count()).map(FileId).find(|file| Some(files.name(*file)) == path.to_str());
    Analysis {
        findings: localized_findings(&findings),
        files,
        own: own.unwrap_or(FileId(1)),
        ..Analysis::default()
    }
}

/// Returns whether a TOML file has a table that only layouts have, or names the layout that it extends.
pub(super) fn is_layout(text: &str) -> bool {
    const TABLES: [&str; 8] = ["page", "type", "style", "regions", "section", "entry", "header", "fit"];
    text.lines().map(str::trim_start).any(|line| {
        let table =
            line.strip_prefix('[').map(|rest| rest.split([']', '.']).next().unwrap_or_default().trim());
        let extends = line.strip_prefix("extends").is_some_and(|rest| rest.trim_start().starts_with('='));
        extends && layout::BUNDLED.iter().any(|bundled| line.contains(bundled.name))
            || table.is_some_and(|table| TABLES.contains(&table))
    })
}
