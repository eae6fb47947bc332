//! Which file uses an item of which: reads the modules as the compiler does, from `lib.rs` on, and
//! resolves each path to the file that holds what it names. Re-exports are followed, modules for tests
//! left out; methods and fields, which no path names, are not seen.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens;

/// The files of a crate and the other files whose items each uses.
pub type Uses = BTreeMap<String, BTreeSet<String>>;

/// Returns what each file uses, given all files with their paths in `src/`.
pub fn uses(files: &[(String, String)]) -> Uses {
    let mut house =
        House { files: files.iter().map(|(path, text)| (&**path, &**text)).collect(), modules: Vec::new() };
    house.enter("lib.rs", None);
    let mut uses = Uses::new();
    for (at, module) in house.modules.iter().enumerate() {
        let used = uses.entry(module.file.clone()).or_default();
        used.extend(house.used(at).filter(|file| *file != module.file).map(str::to_owned));
    }
    uses
}

/// Returns the rings: files each of which uses, over any number of others, all others and itself.
pub fn rings(uses: &Uses) -> Vec<Vec<&str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        uses.keys().map(|file| (&**file, reached(uses, file))).collect();
    let mut rings: Vec<Vec<&str>> = Vec::new();
    for (file, far) in &reach {
        if far.contains(file) && !rings.iter().any(|ring| ring.contains(file)) {
            rings.push(far.iter().filter(|other| reach[*other].contains(file)).copied().collect());
        }
    }
    rings
}

/// Returns all files that a file uses, over any number of others.
fn reached<'a>(uses: &'a Uses, file: &'a str) -> BTreeSet<&'a str> {
    let (mut found, mut next) = (BTreeSet::new(), vec![file]);
    while let Some(file) = next.pop() {
        next.extend(uses[file].iter().filter(|used| found.insert(used.as_str())).map(String::as_str));
    }
    found
}

/// All modules of a crate, the root first.
struct House<'a> {
    files: BTreeMap<&'a str, &'a str>,
    modules: Vec<Module>,
}

/// A module: a file, or a part of one in braces.
#[derive(Default)]
struct Module {
    file: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    /// The names that it defines itself.
    items: BTreeSet<String>,
    imports: Vec<Import>,
    /// The paths in its code, all names there that begin one, and those that stand alone.
    paths: Vec<Vec<String>>,
    names: BTreeSet<String>,
    alone: BTreeSet<String>,
}

/// A leaf of a `use`: the name that it gives, `*` for all, to a path.
struct Import {
    name: String,
    path: Vec<String>,
    /// Others see it: by itself no use, only a sign that points on.
    shown: bool,
}

impl House<'_> {
    /// Reads the module in a file, and those below.
    fn enter(&mut self, file: &str, parent: Option<usize>) -> usize {
        let tokens = without_tests(&tokens(self.files[file]));
        self.read(&tokens, file, parent)
    }

    fn read(&mut self, tokens: &[String], file: &str, parent: Option<usize>) -> usize {
        let this = self.modules.len();
        self.modules.push(Module { file: file.to_owned(), parent, ..Module::default() });
        let (mut at, mut depth) = (0, 0);
        while at < tokens.len() {
            let (token, next) = (tokens[at].as_str(), tokens.get(at + 1).map_or("", String::as_str));
            let before = if at > 0 { tokens[at - 1].as_str() } else { "" };
            let length = match token {
                "use" => {
                    let length = tokens[at..].iter().take_while(|token| *token != ";").count();
                    let shown = matches!(before, "pub" | ")");
                    imports(&tokens[at + 1..at + length], &[], shown, &mut self.modules[this].imports);
                    length
                }
                "mod" if depth == 0 && is_name(next) => self.child(tokens, at, this),
                _ => {
                    let module = &mut self.modules[this];
                    match token {
                        "{" | "(" | "[" => depth += 1,
                        "}" | ")" | "]" => depth -= 1,
                        "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union"
                            if depth == 0 =>
                        {
                            module.items.insert(next.to_owned());
                        }
                        "macro_rules" => drop(module.items.insert(tokens[at + 2].clone())),
                        _ => {}
                    }
                    module.mention(&tokens[at..], before)
                }
            };
            at += length.max(1);
        }
        this
    }

    /// Reads the module that is declared at a place; returns how many tokens that takes.
    fn child(&mut self, tokens: &[String], at: usize, parent: usize) -> usize {
        let (name, file) = (&tokens[at + 1], self.modules[parent].file.clone());
        let inline = tokens[at + 2] == "{";
        let length = if inline { 2 + block(&tokens[at + 2..]) } else { 3 };
        let child = if inline {
            self.read(&tokens[at + 3..at + length - 1], &file, Some(parent))
        } else {
            let folder = file.strip_suffix("mod.rs").or(file.strip_suffix("lib.rs"));
            let folder = folder.map_or(file.replace(".rs", "/"), str::to_owned);
            let own = [format!("{folder}{name}.rs"), format!("{folder}{name}/mod.rs")];
            let own = own.iter().find(|file| self.files.contains_key(file.as_str()));
            self.enter(own.unwrap_or_else(|| panic!("{file}: no file has the module {name}")), Some(parent))
        };
        self.modules[parent].children.insert(name.clone(), child);
        length
    }

    /// Returns the files that a module uses.
    fn used(&self, at: usize) -> impl Iterator<Item = &str> {
        let module = &self.modules[at];
        // A name may be that of a module and of a function in one.
        let counts = |import: &&Import| match self.target(at, &import.path) {
            Some(_) => module.alone.contains(&import.name),
            None => !import.shown || module.names.contains(&import.name),
        };
        let imported = module.imports.iter().filter(counts);
        let paths = imported.map(|import| &import.path).chain(&module.paths);
        let globs = module.imports.iter().filter(|import| import.name == "*");
        let all = globs.flat_map(|glob| {
            module.names.iter().map(|name| [&glob.path[..], std::slice::from_ref(name)].concat())
        });
        let found = paths.filter_map(move |path| self.find(at, path, 0));
        found.chain(all.filter_map(move |path| self.find(at, &path, 0))).collect::<BTreeSet<_>>().into_iter()
    }

    /// Returns the file that holds what a path names in a module; none if that is a module, or a stranger's.
    fn find(&self, at: usize, path: &[String], turns: usize) -> Option<&str> {
        let (first, rest) = path.split_first()?;
        if turns > 20 {
            return None; // an import of itself, from a place where another is meant
        }
        match first.as_str() {
            "crate" => self.below(0, rest, turns),
            "self" => self.below(at, rest, turns),
            "super" => self.find_from(self.modules[at].parent?, rest, turns),
            _ => self.known(at, path, turns),
        }
    }

    /// Goes on after a `super`: there may be more.
    fn find_from(&self, at: usize, rest: &[String], turns: usize) -> Option<&str> {
        match rest.first()?.as_str() {
            "super" => self.find(at, rest, turns),
            _ => self.below(at, rest, turns),
        }
    }

    /// Does what [`find`](Self::find) does, for a path that surely leads into a module: what no list names
    /// was made by a macro there.
    fn below(&self, at: usize, path: &[String], turns: usize) -> Option<&str> {
        let first = path.first()?;
        let module = at != 0 && !self.modules[at].children.contains_key(first);
        self.known(at, path, turns).or(module.then_some(self.modules[at].file.as_str()))
    }

    fn known(&self, at: usize, path: &[String], turns: usize) -> Option<&str> {
        let (first, rest) = path.split_first()?;
        let module = &self.modules[at];
        let child = module.children.get(first);
        if let (Some(child), false) = (child, rest.is_empty()) {
            return self.below(*child, rest, turns + 1);
        }
        if module.items.contains(first) {
            return Some(&module.file);
        }
        let mut named =
            module.imports.iter().filter(|import| import.name == *first && import.path != [first.clone()]);
        let mut globs = module.imports.iter().filter(|import| import.name == "*");
        let through = |import: &Import| self.find(at, &[&import.path[..], rest].concat(), turns + 1);
        let all = |import: &Import| {
            let target = self.target(at, &import.path)?;
            self.known(target, path, turns + 1)
        };
        named.find_map(through).or_else(|| globs.find_map(all))
    }

    /// Returns the module that a path names.
    fn target(&self, at: usize, path: &[String]) -> Option<usize> {
        path.iter().try_fold(at, |at, name| match name.as_str() {
            "crate" => Some(0),
            "self" => Some(at),
            "super" => self.modules[at].parent,
            name => self.modules[at].children.get(name).copied(),
        })
    }
}

impl Module {
    /// Notes the path or the name that stands first; returns how many tokens it has.
    fn mention(&mut self, tokens: &[String], before: &str) -> usize {
        let links =
            tokens.chunks(2).take_while(|pair| is_name(&pair[0]) && pair.get(1).is_some_and(|t| t == "::"));
        let links = links.count();
        if links == 0 || before == "::" {
            if is_name(&tokens[0]) && !matches!(before, "." | "::") {
                self.names.insert(tokens[0].clone());
                self.alone.insert(tokens[0].clone());
            }
            return 1;
        }
        let path = tokens.iter().step_by(2).take(links + 1).filter(|token| is_name(token)).cloned();
        self.names.insert(tokens[0].clone());
        self.paths.push(path.collect());
        2 * links
    }
}

/// Adds what a `use` brings in, given what stands after the word.
fn imports(tokens: &[String], before: &[String], shown: bool, found: &mut Vec<Import>) {
    let links =
        tokens.chunks(2).take_while(|pair| is_name(&pair[0]) && pair.get(1).is_some_and(|t| t == "::"));
    let links = links.count();
    let mut path = before.to_vec();
    path.extend(tokens.iter().step_by(2).take(links).cloned());
    match &tokens[2 * links..] {
        [open, inner @ .., _] if open == "{" => {
            for part in parts(inner) {
                imports(part, &path, shown, found);
            }
        }
        [name] if name == "self" => {
            found.push(Import { name: path.last().cloned().unwrap_or_default(), path, shown });
        }
        [name] if name == "*" => found.push(Import { name: name.clone(), path, shown }),
        [name, rest @ ..] => {
            if name != "self" {
                path.push(name.clone());
            }
            found.push(Import { name: rest.get(1).unwrap_or(name).clone(), path, shown });
        }
        [] => {}
    }
}

/// Splits what stands in braces at its commas.
fn parts(tokens: &[String]) -> Vec<&[String]> {
    let mut depth = 0;
    let parts = tokens.split(|token| {
        depth += i32::from(token == "{") - i32::from(token == "}");
        depth == 0 && token == ","
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Leaves out the items that are for tests only.
fn without_tests(tokens: &[String]) -> Vec<String> {
    let (mut left, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
        if !tokens[at..].iter().take(mark.len()).eq(mark.iter()) {
            left.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += mark.len();
        while at < tokens.len() && tokens[at] != ";" && tokens[at] != "{" {
            at += if matches!(tokens[at].as_str(), "(" | "[") { block(&tokens[at..]) } else { 1 };
        }
        at += if tokens.get(at).is_some_and(|token| token == "{") { block(&tokens[at..]) } else { 1 };
    }
    left
}

/// Returns how many tokens a block has, from the bracket that opens it to the one that closes it.
fn block(tokens: &[String]) -> usize {
    let mut depth = 0;
    let open = tokens.iter().take_while(|token| {
        depth += i32::from(matches!(token.as_str(), "{" | "(" | "["));
        depth -= i32::from(matches!(token.as_str(), "}" | ")" | "]"));
        depth > 0
    });
    (open.count() + 1).min(tokens.len())
}

/// Tells whether a token is a name, not a mark.
fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
