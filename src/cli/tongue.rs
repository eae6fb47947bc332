//! The language of messages: that of `--ui`, else that of the environment.

use std::env;
use std::ffi::{OsStr, OsString};

use crate::diag::Speech;

/// The variables for the language of messages; the first that is set counts (POSIX.1-2024, 8.2).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Returns the chosen language, and the arguments without `--ui`: it may be anywhere among them, and also applies to
/// messages about the others.
pub fn chosen() -> (Speech, Vec<OsString>) {
    let (asked, args) = taken(env::args_os());
    (asked.unwrap_or_else(|| usual(|name| env::var(name).ok())), args)
}

/// Returns the language of the environment.
fn usual(variable: impl Fn(&str) -> Option<String>) -> Speech {
    let set = VARIABLES.iter().filter_map(|name| variable(name)).find(|value| !value.is_empty());
    set.map_or(Speech::ENGLISH, |name| Speech::of_locale(&name))
}

/// Takes `--ui LANG` out of the arguments. One without a known language stays, and is refused like any wrong argument.
fn taken(args: impl IntoIterator<Item = OsString>) -> (Option<Speech>, Vec<OsString>) {
    let (mut asked, mut rest) = (None, Vec::new());
    let mut args = args.into_iter().peekable();
    while let Some(arg) = args.next() {
        let named = |tag: &OsStr| tag.to_str().and_then(Speech::named);
        let joined = arg.to_str().and_then(|arg| arg.strip_prefix("--ui="));
        let speech = match joined {
            Some(tag) => Speech::named(tag),
            None if arg == "--ui" => args.peek().and_then(|tag| named(tag)).inspect(|_| drop(args.next())),
            None => None,
        };
        match speech {
            Some(speech) => asked = Some(speech),
            None => {
                let end = arg == "--";
                rest.push(arg);
                if end {
                    rest.extend(args.by_ref());
                }
            }
        }
    }
    (asked, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_names_the_language() {
        let of = |set: &[(&str, &str)]| {
            let value =
                |name: &str| set.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
            usual(value).tag()
        };
        assert_eq!(of(&[("LANG", "zh_CN.UTF-8")]), "zh-Hans");
        assert_eq!(of(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")]), "en");
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW"), ("LANG", "en_US.UTF-8")]), "zh-Hans");
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]), "en");
        assert_eq!(of(&[]), "en");
    }

    #[test]
    fn the_option_stands_anywhere_and_a_wrong_one_stays() {
        let of = |args: &[&str]| {
            let (asked, rest) = taken(args.iter().map(OsString::from));
            let rest: Vec<String> = rest.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
            (asked.map(Speech::tag), rest.join(" "))
        };
        assert_eq!(of(&["a", "--ui", "zh", "b"]), (Some("zh-Hans"), "a b".to_owned()));
        assert_eq!(of(&["a", "--ui=en"]), (Some("en"), "a".to_owned()));
        assert_eq!(of(&["a", "--ui", "tlh"]), (None, "a --ui tlh".to_owned()));
        assert_eq!(of(&["a", "--ui"]), (None, "a --ui".to_owned()));
        assert_eq!(of(&["a", "--", "--ui", "zh"]), (None, "a -- --ui zh".to_owned()));
    }
}
