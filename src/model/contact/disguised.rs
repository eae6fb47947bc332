//! Mail addresses that are spelled out, so that robots do not find them: `alex(at)example.com`.

use crate::source::links::is_email;

/// The longest address, in characters.
const LONGEST: usize = 80;
/// What stands for the sign, and for the points.
const AT: [&str; 9] = ["(at)", "[at]", "{at}", "<at>", "（at）", "(a)", "[a]", "_at_", ",at,"];
const DOT: [&str; 8] = ["(dot)", "[dot]", "{dot}", "<dot>", "（dot）", ",dot,", "(punkt)", "[punkt]"];

/// Returns whether a text is an address that is spelled out: `alex [at] example [dot] com`, `alex @ example . com`,
/// `alex at example dot com`.
pub(in crate::model) fn is_disguised(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > LONGEST || !text.contains(['@', 'a', 'A']) {
        return false;
    }
    let mut plain = text.to_lowercase();
    let whole = plain.clone();
    AT.iter().for_each(|at| plain = plain.replace(at, "@"));
    DOT.iter().for_each(|dot| plain = plain.replace(dot, "."));
    // Words alone are an address only if both are spelled out.
    if !plain.contains('@') && plain.contains(" dot ") && plain.matches(" at ").count() == 1 {
        plain = plain.replace(" at ", "@").replace(" dot ", ".");
    }
    for mark in ["@", "."] {
        plain = plain.split(mark).map(str::trim).collect::<Vec<_>>().join(mark);
    }
    plain != whole && is_email(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_spelled_out() {
        for text in [
            "alex(at)example.com",
            "alex [at] example [dot] com",
            "alex @ example . com",
            "alex at example dot com",
            "ALEX_AT_EXAMPLE.COM",
            "alex（at）example.com",
        ] {
            assert!(is_disguised(text), "{text}");
        }
        for text in
            ["alex@example.com", "Baker at example.com", "Head Baker at Sample Inn", "a. b", "@alex", ""]
        {
            assert!(!is_disguised(text), "{text}");
        }
    }
}
