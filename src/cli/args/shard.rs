//! `--shard I/N`: a part of the work, for an engine that starts N processes.

use crate::cli::report::localized;
use crate::diag::message;
use std::str::FromStr;

/// The Ith of N parts: every Nth item.
///
/// Engines count their parts from 0 (Kubernetes, most arrays) or from 1 (GitLab): both are right, since
/// parts 0 and N are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    part: usize,
    of: usize,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Shard, String> {
        let number = |text: &str| text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
        let parts = text.split_once('/').and_then(|(part, of)| Some((number(part)?, number(of)?)));
        match parts {
            Some((part, of)) if of > 0 && part <= of => Ok(Shard { part, of }),
            _ => Err(localized(&message!("a part looks like 3/10: I counts from 1 to N, or from 0 to N-1"))),
        }
    }
}

/// Returns the items of a part in their order; all if no part is asked for.
pub fn part<T>(items: Vec<T>, shard: Option<Shard>) -> Vec<T> {
    let Some(Shard { part, of }) = shard else { return items };
    items.into_iter().enumerate().filter(|(at, _)| at % of == part % of).map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_disjoint_and_complete_from_0_and_from_1() {
        let items: Vec<u32> = (0..23).collect();
        for of in 1..=30 {
            for first in [0, 1] {
                let parts = (first..first + of).map(|at| format!("{at}/{of}").parse().expect("a part"));
                let parts: Vec<Vec<u32>> = parts.map(|shard| part(items.clone(), Some(shard))).collect();
                let lengths = parts.iter().map(Vec::len);
                assert!(lengths.clone().max() <= lengths.min().map(|least| least + 1), "{of}: of one size");
                let mut all = parts.concat();
                all.sort_unstable();
                assert_eq!(all, items, "{of} from {first}");
            }
        }
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for text in ["", "1", "/", "1/", "/2", "3/2", "1/0", "0/0", "-1/2", "+1/2", "1/2/3", "a/b", "1 / 2"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
