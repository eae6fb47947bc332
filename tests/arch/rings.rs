//! No ring of files: where one file uses an item of another, and that over any number of files one of
//! the first, neither can be understood, moved or tested without the other. Types stand below their
//! users, drivers above.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::rust_files;
use super::uses::{Uses, rings, uses};

/// Rings that lie in the matter, each with its reason: a recursion, kept in one room.
const NATURAL: &[(&str, &[&str])] = &[(
    "boxes hold boxes: a cell of a row and a column of several are set as all boxes are",
    &["lines/blocks/abreast.rs", "lines/blocks/compose.rs", "lines/blocks/rows.rs"],
)];

/// Rings that are known and to be broken, one a paragraph. None may grow, and none may come.
const KNOWN: &str = include_str!("rings.txt");

/// The rooms of a stage in the order of its work: each uses only those before it.
const ORDER: &[(&str, &[&str])] = &[(
    "lines",
    &[
        "galley",
        "text",
        "prices",
        "breaking",
        "itemise",
        "justify",
        "place",
        "paragraph",
        "blocks",
        "legible",
        "mod",
    ],
)];

#[test]
fn no_file_is_used_by_what_it_uses() {
    let uses = of_the_crate();
    let found: BTreeSet<&str> = rings(&uses).concat().into_iter().collect();
    let named = named();
    let mut faults: Vec<String> = Vec::new();
    for ring in rings(&uses) {
        if !named.iter().any(|known| ring.iter().all(|file| known.contains(file))) {
            faults.push(format!("a ring, or one that has grown:\n{}", shown(&ring, &uses)));
        }
    }
    for file in named.iter().flatten().filter(|file| !found.contains(*file)) {
        faults.push(format!("{file} is in no ring any more: strike it out"));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn rooms_use_only_the_rooms_before_them() {
    let uses = of_the_crate();
    for (stage, rooms) in ORDER {
        let room = |file: &str| {
            file.strip_prefix(stage)?.strip_prefix('/')?.split(['/', '.']).next().map(str::to_owned)
        };
        let number = |file: &str| {
            let room = room(file)?;
            let at = rooms.iter().position(|known| *known == room);
            Some(at.unwrap_or_else(|| panic!("{file}: the room {room} has no place in the order of {stage}")))
        };
        for (file, used) in &uses {
            for used in used {
                if let (Some(here), Some(there)) = (number(file), number(used)) {
                    assert!(there <= here, "{file} uses {used}, a later room of {stage}");
                }
            }
        }
    }
}

#[test]
fn a_ring_is_found_over_re_exports_and_several_files() {
    let ring = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let uses = uses(&files);
        rings(&uses).into_iter().map(|ring| ring.join(" ")).collect::<Vec<_>>().join(" | ")
    };
    let root = ("lib.rs", "mod a; mod b;");
    // Directly, by a path in the code, through a re-export, over a third file, by a glob.
    assert_eq!(
        ring(&[root, ("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use super::a::A; pub struct B;")]),
        "a.rs b.rs"
    );
    assert_eq!(
        ring(&[root, ("a.rs", "fn f() { crate::b::g() }"), ("b.rs", "pub fn g() { super::a::f() }")]),
        "a.rs b.rs"
    );
    assert_eq!(
        ring(&[
            root,
            ("a.rs", "use crate::b::T; pub fn f() {}"),
            ("b/mod.rs", "mod c; pub use c::T;"),
            ("b/c.rs", "use crate::a; pub type T = u8; fn g() { a::f() }")
        ]),
        "a.rs b/c.rs"
    );
    assert_eq!(
        ring(&[
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "use crate::b::{self, B}; pub fn f() {}"),
            ("b.rs", "use crate::c::*; pub struct B; fn g() { h() }"),
            ("c.rs", "pub fn h() { crate::a::f() }")
        ]),
        "a.rs b.rs c.rs"
    );
    // A parent and its child, if the parent uses what it passes on.
    let child = ("a/b.rs", "use super::A; pub struct B(A);");
    assert_eq!(
        ring(&[("lib.rs", "mod a;"), ("a.rs", "mod b; pub use b::B; pub struct A; fn f(b: B) {}"), child]),
        "a.rs a/b.rs"
    );
    assert_eq!(ring(&[("lib.rs", "mod a;"), ("a.rs", "mod b; pub use b::B; pub struct A;"), child]), "");
    // Tests, strangers' crates and one direction are none.
    assert_eq!(
        ring(&[
            root,
            ("a.rs", "use crate::b::B; pub fn f() {}"),
            ("b.rs", "pub struct B;\n#[cfg(test)]\nmod tests { use crate::a::f; }")
        ]),
        ""
    );
    assert_eq!(
        ring(&[
            root,
            ("a.rs", "use b::B; use std::fmt; pub struct A;"),
            ("b.rs", "// use crate::a::A;\npub struct B;")
        ]),
        ""
    );
    // A module and a function of one name.
    let both = ("lib.rs", "mod a; mod b; pub use a::a;");
    assert_eq!(
        ring(&[
            both,
            ("a.rs", "use crate::b::B; pub fn a() {}"),
            ("b.rs", "use crate::a; pub struct B; fn g() { a() }")
        ]),
        "a.rs b.rs"
    );
}

/// Returns what the files of the crate use.
fn of_the_crate() -> Uses {
    let uses = uses(&rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));
    assert!(uses.len() > 500, "only {} files were found", uses.len());
    uses
}

/// Returns the rings that are let through.
fn named() -> Vec<BTreeSet<&'static str>> {
    let natural = NATURAL.iter().map(|(_, files)| files.iter().copied().collect());
    natural.chain(KNOWN.split("\n\n").map(|ring| ring.lines().collect())).collect()
}

/// Returns a ring as lines: each file with those of the ring that it uses.
fn shown(ring: &[&str], uses: &BTreeMap<String, BTreeSet<String>>) -> String {
    let inside = |file: &str| {
        let used = uses[file].iter().filter(|used| ring.contains(&used.as_str()));
        used.map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    ring.iter().map(|file| format!("  {file} uses {}", inside(file))).collect::<Vec<_>>().join("\n")
}
