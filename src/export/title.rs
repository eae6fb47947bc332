//! The title of a finished file, for the window and the library that show it.

use crate::model::{BlockKind, Form, Letter, LetterPart, Resume};

/// Returns the title of a résumé or a letter; never empty. A letter is called by its subject and its sender.
pub fn title(resume: &Resume) -> String {
    let (own, author) = (resume.meta.title.trim(), resume.meta.author.trim());
    let about = resume.letter.as_ref().and_then(|letter| subject(resume, letter));
    let said = match about {
        // The author's own title begins with no name.
        Some(about) if own.is_empty() || own.starts_with(author) => {
            if author.is_empty() {
                about
            } else {
                format!("{about} – {author}")
            }
        }
        _ if own.is_empty() => author.to_owned(),
        _ => own.to_owned(),
    };
    if said.is_empty() { kind(&resume.meta.lang, resume.letter.is_some()).to_owned() } else { said }
}

/// Returns the subject of a letter, without the key before it.
fn subject(resume: &Resume, letter: &Letter) -> Option<String> {
    let blocks = resume.sections.iter().flat_map(|section| &section.blocks);
    let found = blocks.into_iter().find(|block| letter.part(block) == LetterPart::Subject)?;
    let BlockKind::Paragraph(lines) = &found.kind else { return None };
    let texts: Vec<String> = lines.iter().map(|line| line.body.text().into_owned()).collect();
    let text = texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let bare =
        if letter.form == Form::Korean { text.strip_prefix("제목:").unwrap_or(&text) } else { &text };
    Some(bare.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Returns what such a document is called in a language.
fn kind(lang: &str, letter: bool) -> &'static str {
    let (resume, mail) = match (lang.split('-').next().unwrap_or_default(), lang.contains("Hant")) {
        ("zh", true) => ("履歷", "信件"),
        ("zh", false) => ("简历", "信件"),
        ("ja", _) => ("履歴書", "書状"),
        ("ko", _) => ("이력서", "편지"),
        ("de", _) => ("Lebenslauf", "Brief"),
        ("fr", _) => ("CV", "Lettre"),
        _ => ("Résumé", "Letter"),
    };
    if letter { mail } else { resume }
}
