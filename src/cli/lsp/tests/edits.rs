//! However a text came about, its findings are those of a fresh reading.

use serde_json::{Value, json};

use super::{Client, RESUME, URI};

/// A generator of numbers that look random (splitmix64), the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) as usize % most.max(1)
    }
}

const PIECES: [&str; 24] = [
    "\n",
    "\n\n",
    "## 技能\n",
    "- ",
    "用 Github",
    "𠮷",
    "👩‍💻",
    ",",
    "，",
    "。。",
    "**",
    "<!-- ",
    " -->",
    "pagebreak",
    "---\n",
    "layout: ",
    "\r\n",
    "#",
    "2020.01 – 2021.02",
    "e\u{301}",
    "\u{200B}",
    "| a | b |\n|---|---|\n",
    "chen@example.com",
    "\t",
];

/// Returns line and column, in UTF-16 units, of an offset: in the plainest way there is.
fn position(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let before = if before.ends_with('\r') && text[offset..].starts_with('\n') {
        &before[..offset - 1]
    } else {
        before
    };
    let lines: Vec<&str> = before.split('\n').collect();
    json!({ "line": lines.len() - 1, "character": lines[lines.len() - 1].encode_utf16().count() })
}

fn edit(text: &mut String, dice: &mut Dice) -> Value {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let snap =
        |at: usize| if text[..at].ends_with('\r') && text[at..].starts_with('\n') { at - 1 } else { at };
    let start = dice.below(bounds.len());
    let length = if dice.below(3) == 0 { dice.below(12) } else { 0 };
    let (from, to) = (snap(bounds[start]), snap(bounds[(start + length).min(bounds.len() - 1)]));
    let piece = PIECES[dice.below(PIECES.len())];
    // Never a part of a line end: what counts as a line is another question.
    let piece = if piece == "\r\n" || !text[to.max(from)..].starts_with('\n') {
        piece
    } else {
        piece.trim_end_matches('\r')
    };
    let change = json!({ "range": { "start": position(text, from), "end": position(text, to.max(from)) }, "text": piece });
    text.replace_range(from..to.max(from), piece);
    change
}

#[test]
fn a_thousand_edits_leave_what_a_fresh_reading_finds() {
    let mut client = Client::new(&json!({}), &json!({ "everyMarkdown": true }));
    client.open(URI, RESUME);
    let (mut text, mut dice, mut version) = (RESUME.to_owned(), Dice(22), 1);
    for round in 0..50 {
        let mut changes = Vec::new();
        for _ in 0..20 {
            changes.push(edit(&mut text, &mut dice));
        }
        // Ten at a time, and one by itself.
        for part in [&changes[..10], &changes[10..11], &changes[11..]] {
            version += 1;
            client.tell(
                "textDocument/didChange",
                json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": part }),
            );
        }
        let found = client.findings(URI, version);
        let fresh = format!("untitled:fresh-{round}.md");
        client.open(&fresh, &text);
        // Related places name the document.
        let shown = |found: &[Value]| json!(found).to_string().replace(&fresh, URI);
        assert_eq!(shown(&found), shown(&client.findings(&fresh, 1)), "{text:?}");
        client.tell("textDocument/didClose", json!({ "textDocument": { "uri": fresh } }));
        if text.len() > 4000 {
            text = RESUME.to_owned();
            version += 1;
            client.tell(
                "textDocument/didChange",
                json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [{ "text": text }] }),
            );
        }
    }
    // It still answers.
    assert!(client.about("documentSymbol", URI, json!({})).is_array());
    client.end();
}
