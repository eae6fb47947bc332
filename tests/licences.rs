//! Whoever passes jianli on passes all terms on: THIRD-PARTY names everything that Cargo.lock has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use toml::Table;

use crate::cli::TestFolder;
use crate::setup;

fn text(name: &str) -> String {
    fs::read_to_string(setup::path(name)).expect(name)
}

fn table(name: &str) -> Table {
    toml::from_str(&text(name)).expect(name)
}

fn words(package: &Table, key: &str) -> Vec<String> {
    let list = package.get(key).and_then(|list| list.as_array()).into_iter().flatten();
    list.filter_map(|word| word.as_str()).map(str::to_owned).collect()
}

fn word(package: &Table, key: &str) -> String {
    package[key].as_str().expect("text").to_owned()
}

/// Returns `NAME VERSION` of all that the root depends on, less what only its tests use.
fn below(manifest: &Table, lock: &Table) -> BTreeSet<String> {
    let packages: Vec<&Table> =
        lock["package"].as_array().expect("packages").iter().filter_map(|p| p.as_table()).collect();
    let mut of: BTreeMap<String, Vec<&Table>> = BTreeMap::new();
    for package in &packages {
        of.entry(word(package, "name")).or_default().push(package);
    }
    let mut wanted: BTreeSet<&String> =
        manifest["dependencies"].as_table().expect("a table").keys().collect();
    for target in manifest["target"].as_table().expect("a table").values() {
        wanted.extend(target["dependencies"].as_table().expect("a table").keys());
    }
    let root = words(of["jianli"][0], "dependencies");
    let mut stack: Vec<String> =
        root.into_iter().filter(|r| wanted.iter().any(|w| r.split(' ').next() == Some(w.as_str()))).collect();
    let mut seen = BTreeSet::new();
    while let Some(reference) = stack.pop() {
        let (name, version) = reference.split_once(' ').unwrap_or((&reference, ""));
        let package = of[name].iter().find(|p| version.is_empty() || word(p, "version") == version);
        let package = package.expect("in the lock file");
        if seen.insert(format!("{name} {}", word(package, "version"))) {
            stack.extend(words(package, "dependencies"));
        }
    }
    seen
}

/// Returns the lines of the list at the top of THIRD-PARTY: what, with its terms.
fn listed(third_party: &str) -> Vec<(String, String)> {
    let list =
        third_party.split("-----").next().expect("a list").lines().skip_while(|l| !l.starts_with("SPDX"));
    let pairs = list.skip(1).filter_map(|line| line.rsplit_once(": "));
    pairs.map(|(what, terms)| (what.to_owned(), terms.to_owned())).collect()
}

#[test]
fn third_party_names_what_the_lock_file_has() {
    let below = below(&table("Cargo.toml"), &table("Cargo.lock"));
    assert!(below.len() > 200 && below.iter().any(|name| name.starts_with("jianli-face-")));
    assert!(!below.iter().any(|name| name.starts_with("proptest ")), "only tests use it");
    let listed = listed(&text("THIRD-PARTY"));
    let crates: BTreeSet<String> =
        listed.iter().map(|(what, _)| what.clone()).filter(|what| !what.contains('(')).collect();
    let differ: Vec<&String> = below.symmetric_difference(&crates).collect();
    assert!(differ.is_empty(), "run scripts/third-party.py: {differ:?}");
    assert_eq!(listed.len() - crates.len(), 3, "icons and the profile");
}

#[test]
fn everything_listed_has_a_text() {
    let third_party = text("THIRD-PARTY");
    let rule = "-".repeat(80);
    let parts: Vec<&str> = third_party.split(&format!("{rule}\n")).collect();
    // A list, then pairs: whose it is, and the text. Some crates have a note beside their text.
    let mut longest: BTreeMap<String, usize> = BTreeMap::new();
    for pair in parts[1..].chunks(2) {
        for name in pair[0].replace('\n', " ").split(", ") {
            let length = longest.entry(name.trim().to_owned()).or_default();
            *length = pair[1].len().max(*length);
        }
    }
    for (what, terms) in listed(&third_party) {
        assert!(longest.get(&what).is_some_and(|length| *length > 500), "{what} ({terms}) has no text");
        assert!(!terms.is_empty() && !terms.contains('/'), "{what}: {terms} is no SPDX expression");
    }
}

#[test]
fn whatever_is_passed_on_says_the_same_terms() {
    let third_party = text("THIRD-PARTY");
    let expression = third_party.lines().find_map(|line| line.strip_prefix("SPDX of the program: "));
    let expression = expression.expect("an expression");
    for part in ["(MIT OR Apache-2.0)", "OFL-1.1", "Unicode-3.0", "CC0-1.0", "Zlib", "BSD-3-Clause"] {
        assert!(expression.split(" AND ").any(|one| one == part), "{expression} lacks {part}");
    }
    let dockerfile = text("Dockerfile");
    assert!(dockerfile.contains(&format!("licenses=\"{expression}\"")), "{expression}");
}

#[test]
fn the_program_prints_all_terms() {
    let desk = TestFolder::new();
    for word in ["licences", "licenses"] {
        let said = desk.run(&[word]);
        said.ended(0, &[]);
        let printed = String::from_utf8(said.out.clone()).expect("UTF-8");
        assert!(printed.ends_with(&text("THIRD-PARTY")));
        for part in
            [&text("LICENSE-MIT"), &text("LICENSE-APACHE"), "SIL OPEN FONT LICENSE", "UNICODE LICENSE V3"]
        {
            assert!(printed.contains(part), "{part}");
        }
    }
}
