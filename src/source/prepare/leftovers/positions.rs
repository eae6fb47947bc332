//! Short codes of Hugo that hold an entry: `{{< position "Baker" "Sample Mill" "2020–now" >}}`,
//! `{{< timelineItem header="Baker" badge="2020 – 2022" >}}`.

use std::ops::Range;

use super::super::lines::Line;
use super::super::{Edit, Repairs};

/// A short code is no longer than this, in bytes.
const LONGEST: usize = 600;
/// What it calls the parts of an entry; others say how it looks.
const KEYS: [&str; 26] = [
    "header",
    "title",
    "name",
    "subheader",
    "subtitle",
    "badge",
    "role",
    "position",
    "job",
    "jobtitle",
    "company",
    "organization",
    "organisation",
    "employer",
    "institution",
    "school",
    "university",
    "degree",
    "location",
    "place",
    "date",
    "dates",
    "period",
    "years",
    "duration",
    "time",
];

/// Makes a heading of each, a level below the one that it stands under; `-sub` is one lower. Returns where they stand.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) -> Vec<Range<usize>> {
    let mut codes = Vec::new();
    if !source.contains("{{<") && !source.contains("{{%") {
        return codes;
    }
    let mut level = 2;
    let mut done = 0;
    for line in lines.iter().filter(|line| line.indent < 4) {
        let text = line.text(source);
        let signs = text.bytes().take_while(|b| *b == b'#').count();
        if (1..=6).contains(&signs) && text[signs..].starts_with(' ') {
            level = signs;
        }
        let start = line.start(source);
        if start < done || !(text.starts_with("{{<") || text.starts_with("{{%")) {
            continue;
        }
        let Some(code) = code_at(source, start) else { continue };
        let inner = &source[start + 3..code.end - 3];
        let Some((name, values)) = parts(inner, start + 3) else { continue };
        done = code.end;
        let sub = usize::from(name.contains("sub"));
        let mut at = start;
        for (nth, value) in values.iter().enumerate() {
            let put = if nth == 0 {
                format!("{} ", "#".repeat((level + 1 + sub).min(6)))
            } else {
                " | ".to_owned()
            };
            found.edits.push(Edit::text(at..value.start, put));
            at = value.end;
        }
        found.edits.push(Edit::text(at..code.end, "\n"));
        codes.push(code);
    }
    codes
}

/// Returns the bytes of the short code that begins at a place; nothing stands behind it on its line.
fn code_at(source: &str, start: usize) -> Option<Range<usize>> {
    let rest = &source[start..];
    let end = if rest.starts_with("{{<") { ">}}" } else { "%}}" };
    let most = rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST).last()?;
    let len = rest[..most].find(end).or_else(|| rest[most..].starts_with(end).then_some(most))? + end.len();
    let line = rest[len..].split('\n').next().unwrap_or_default();
    (line.trim().is_empty() && !rest[..len].contains("\n\n")).then_some(start..start + len)
}

/// Returns the name of a short code and the bytes of its values that say something of an entry: two at least, one of them
/// with a year.
fn parts(inner: &str, base: usize) -> Option<(&str, Vec<Range<usize>>)> {
    let name = inner.split_whitespace().next().filter(|name| !name.starts_with(['/', '"']))?;
    let mut at = inner.find(name)? + name.len();
    let mut values = Vec::new();
    while let Some(open) = inner[at..].find('"') {
        let key = inner[at..at + open].trim();
        let from = at + open + 1;
        let len = inner[from..].find('"')?;
        at = from + len + 1;
        let word = key.strip_suffix('=').map(|key| key.trim().to_ascii_lowercase());
        let said = match word {
            None if key.is_empty() => true,
            Some(word) => KEYS.contains(&word.as_str()),
            None => return None,
        };
        if said && !inner[from..from + len].trim().is_empty() {
            values.push(base + from..base + from + len);
        }
    }
    let year = |value: &Range<usize>| has_year(&inner[value.start - base..value.end - base]);
    (values.len() >= 2 && inner[at..].trim().is_empty() && values.iter().any(year)).then_some((name, values))
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::shown;

    #[test]
    fn short_codes_with_an_entry_are_headings() {
        for (source, want) in [
            (
                "## Work\n\n{{<position\n  \"Baker\"\n  \"Sample Mill\"\n  \"2020–now\">}}\n\nBaked.\n",
                "## Work\n\n### Baker | Sample Mill | 2020–now\n\n\nBaked.\n",
            ),
            (
                "{{< timelineItem icon=\"work\" header=\"Baker\" badge=\"2020 – 2022\" >}}\n甲\n",
                "### Baker | 2020 – 2022\n\n甲\n",
            ),
            ("{{% job-sub \"甲\" \"2021\" %}}\n", "#### 甲 | 2021\n\n"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
        for source in ["{{< figure \"a\" \"b\" >}}\n", "{{< badge \"2020\" >}}\n"] {
            assert_eq!(shown(source), "\n", "{source}");
        }
    }
}
