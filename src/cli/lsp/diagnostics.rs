//! Findings, as editors show them.

use lsp_types::{
    Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Range,
};

use super::analysis::Analysis;
use super::document::Document;
use super::position::{Encoding, Text};
use super::uri;
use crate::cli::report::localized;
use crate::diag::{Diagnostic, FileId, Severity, Span, message};

/// Returns the findings in a document, and the parts that its view leaves out, greyed out.
pub fn of(document: &Document, analysis: &Analysis, encoding: Encoding) -> Vec<Shown> {
    let shown = |finding: &Diagnostic| one(finding, document, analysis, encoding);
    let left_out = analysis.content.iter().flat_map(|_| analysis.files.left_out());
    let grey = left_out.filter_map(|range| {
        let place = analysis.own_place(Span::new(FileId::RESUME, range))?;
        let text = document.text.as_str().get(place.clone())?;
        // A comment is not greyed out: it may be a directive.
        let text = text.trim();
        let is_comment =
            text.starts_with("<!--") && text.find("-->").is_some_and(|end| end + 3 == text.len());
        (!text.is_empty() && !is_comment).then(|| Shown {
            range: document.text.range(place, encoding),
            severity: Some(DiagnosticSeverity::HINT),
            source: Some("jianli".to_owned()),
            message: localized(&message!("not in the view that is built")),
            tags: Some(vec![DiagnosticTag::UNNECESSARY]),
            ..Shown::default()
        })
    });
    analysis.findings.iter().map(shown).chain(grey).collect()
}

/// Returns a finding at its place; one in another file is shown at the top, and leads there.
fn one(finding: &Diagnostic, document: &Document, analysis: &Analysis, encoding: Encoding) -> Shown {
    let own = finding.primary.and_then(|span| analysis.own_place(span));
    let range = own.clone().map_or_else(Range::default, |place| document.text.range(place, encoding));
    let mut related: Vec<DiagnosticRelatedInformation> = Vec::new();
    let mut message = finding.message.to_string();
    if let (Some(span), None) = (finding.primary, &own) {
        let (line, column) = analysis.files.line_column(span);
        message = format!("{}:{line}:{column}: {message}", analysis.files.name(span.file));
        related.extend(
            location(span, document, analysis, encoding).map(|location| DiagnosticRelatedInformation {
                location,
                message: finding.message.to_string(),
            }),
        );
    }
    for (span, text) in &finding.labels {
        let location = location(*span, document, analysis, encoding);
        related.extend(
            location.map(|location| DiagnosticRelatedInformation { location, message: text.to_string() }),
        );
    }
    for hint in &finding.hints {
        message = format!("{message}\n{hint}");
    }
    Shown {
        range,
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.code.id.to_owned())),
        source: Some("jianli".to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        ..Shown::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}

/// Returns a place for the client; `None` if it is in no file.
pub fn location(
    span: Span,
    document: &Document,
    analysis: &Analysis,
    encoding: Encoding,
) -> Option<Location> {
    if let Some(place) = analysis.own_place(span) {
        return Some(Location::new(document.uri.clone(), document.text.range(place, encoding)));
    }
    let uri = uri::uri(std::path::Path::new(analysis.files.name(span.file)))?;
    let text = Text::new(analysis.files.text(span.file).to_owned());
    Some(Location::new(uri, text.range(span.range(), encoding)))
}
