//! `jianli fonts`: the available faces, and those that a résumé would use.

use std::collections::{BTreeMap, BTreeSet};

use super::args::DiagnosticFormat;
use super::args::FontsArgs;
use super::options::request;
use super::report::{findings, localized, print, speech};
use super::views;
use crate::diag::{CompileError, message};
use crate::font::{Face, FaceId, FontBook};
use crate::lines::MarkKind;
use crate::pages::Document;
use crate::session::Session;

/// Lists all faces, or those that a résumé uses, with the number of glyphs of each.
///
/// # Errors
/// If a face or the résumé cannot be used.
pub fn run(args: &FontsArgs) -> Result<(), CompileError> {
    let mut session = Session::open(&args.look.font_path)?;
    let text = match &args.file {
        None => all(session.fonts()),
        Some(file) => {
            views::only_one(&args.look.views, file)?;
            let outcome = session.set(&request(file, args.look.options())?);
            findings(&outcome.findings, &outcome.files, DiagnosticFormat::Human, false)?;
            used(&outcome.result?, session.fonts())
        }
    };
    Ok(print(text.as_bytes())?)
}

/// Returns a line for each family, in the order in which they are tried.
fn all(fonts: &FontBook) -> String {
    let families = fonts.families();
    let line = |family: &&str| {
        let styles: Vec<String> =
            fonts.faces().filter(|(_, face)| face.family == **family).map(|(_, face)| style(face)).collect();
        format!("{family:<32}{}\n", styles.join(", "))
    };
    families.iter().map(line).collect()
}

fn used(document: &Document, fonts: &FontBook) -> String {
    let mut glyphs: BTreeMap<FaceId, BTreeSet<u16>> = BTreeMap::new();
    for mark in document.pages.iter().flat_map(|page| &page.marks) {
        if let MarkKind::Glyphs(run) = &mark.kind {
            glyphs.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    }
    let line = |(face, glyphs): (&FaceId, &BTreeSet<u16>)| {
        let face = fonts.face(*face);
        let glyphs = localized(&message!("{count} glyphs", count = format!("{:>6}", glyphs.len())));
        format!("{:<32}{:<14}{glyphs}\n", face.family, style(face))
    };
    glyphs.iter().map(line).collect()
}

fn style(face: &Face) -> String {
    let weight = match face.weight {
        400 => speech().of("regular").to_owned(),
        700 => speech().of("bold").to_owned(),
        other => other.to_string(),
    };
    match (face.italic, face.weight) {
        (true, 400) => speech().of("italic").to_owned(),
        (true, _) => localized(&message!("{weight} italic", weight)),
        (false, _) => weight,
    }
}
