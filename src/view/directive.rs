//! Comments that say who sees something.

use super::tags::Tags;

/// The meaning of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// `tags: a, -b`
    Tags(Tags),
    /// `only: a`
    Only(Tags),
    /// `/only`
    EndOnly,
    /// `var: company`
    Var(String),
    /// `/var`
    EndVar,
    /// `en: Experience`: the line in another language.
    Translation(String, String),
}

const TAGS: &str = "tags: backend, web/react";

/// Returns the meaning of a comment: `None` if it is not about views, else the word or its correct form.
pub(super) fn parse(comment: &str) -> Option<Result<Word, String>> {
    let comment = comment.trim();
    let end = comment.find(|c: char| c.is_whitespace() || matches!(c, ':' | '：')).unwrap_or(comment.len());
    let (word, rest) = comment.split_at(end);
    let word = word.to_ascii_lowercase();
    let rest = rest.trim_start();
    let value = rest.strip_prefix([':', '：']).map(str::trim);
    // `only for me` is a remark.
    if value.is_none() && !rest.is_empty() {
        return None;
    }
    Some(match (word.as_str(), value) {
        ("/only", None) => Ok(Word::EndOnly),
        ("/var", None) => Ok(Word::EndVar),
        ("tags", Some(list)) => Tags::parse(list).map(Word::Tags).ok_or(TAGS.to_owned()),
        ("only", Some(list)) => Tags::parse(list).map(Word::Only).ok_or("only: backend".to_owned()),
        ("var", Some(name)) if is_name(name) => Ok(Word::Var(name.to_owned())),
        ("var", _) => Err("var: company".to_owned()),
        ("/tags" | "tags", _) => Err(TAGS.to_owned()),
        ("only", _) => Err("only: backend".to_owned()),
        (word, Some(_)) => Err(near(word)?.to_owned()),
        ("/vars", None) => Err("/var".to_owned()),
        _ => return None,
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 60
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// Finds the word meant by a typo: `tag: a`, `onyl: a`.
fn near(word: &str) -> Option<&'static str> {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    match word {
        "tag" | "taggs" | "tagss" | "@tags" => Some(TAGS),
        "vars" => Some("var: company"),
        "onlys" | "ony" | "onlly" => Some("only: backend"),
        _ if sorted(word) == sorted("tags") => Some(TAGS),
        _ if sorted(word) == sorted("only") => Some("only: backend"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_a_value_and_remarks_none() {
        let tags = |list: &str| Tags::parse(list).unwrap();
        assert_eq!(parse("tags: a, -B"), Some(Ok(Word::Tags(tags("a,-b")))));
        assert_eq!(parse(" tags：后端、前端 "), Some(Ok(Word::Tags(tags("后端,前端")))));
        assert_eq!(parse("only: web/react"), Some(Ok(Word::Only(tags("web/react")))));
        assert_eq!(parse("/only"), Some(Ok(Word::EndOnly)));
        assert_eq!(parse("var: company"), Some(Ok(Word::Var("company".into()))));
        for slip in ["tags:", "tags: a b c!", "tags", "tag: a", "onyl: a", "tgas: a", "tags: a/b/c/d/e"] {
            assert!(matches!(parse(slip), Some(Err(_))), "{slip}");
        }
        for remark in
            ["only for me", "tags are useful", "TODO: tags", "", "skip", "lang: en", "bar: 1", "/lang"]
        {
            assert_eq!(parse(remark), None, "{remark}");
        }
    }
}
