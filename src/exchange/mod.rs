//! Résumés in the formats of other tools, in and out.
//!
//! ```text
//! bytes ─▶ tree ─▶ Markdown + patch        (import)
//! model ─▶ walk ─▶ tree ◀─ patch ─▶ bytes  (export)
//! ```
//!
//! Nothing is lost either way. Data that a résumé cannot express is in its front matter under `foreign`, as the
//! changes that restore the imported file from an export; data that a format has no place for is in the exported
//! file under `x-jianli`, as Markdown. Both hold only what cannot be derived from the rest.

mod archive;
mod entries;
mod json_resume;
mod linkedin;
mod markup;
mod patch;
mod rendercv;
mod tree;
mod unseen;
mod words;
mod yaml;
mod yamlresume;

use sha2::{Digest, Sha256};

use crate::diag::{Files, Message, Sink, message};
use crate::export::{self, Tags};
use crate::model::{self, Resume};
use crate::source;
pub use linkedin::may_open;
pub use tree::Tree;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JSON Resume.
    JsonResume,
    /// RenderCV.
    RenderCv,
    /// YAMLResume.
    YamlResume,
}

impl Kind {
    /// All of them.
    pub const ALL: &'static [Kind] = &[Kind::JsonResume, Kind::RenderCv, Kind::YamlResume];

    /// Returns the extension of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::JsonResume => "json",
            Kind::RenderCv | Kind::YamlResume => "yaml",
        }
    }

    /// Returns its name: `jsonresume`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::JsonResume => "jsonresume",
            Kind::RenderCv => "rendercv",
            Kind::YamlResume => "yamlresume",
        }
    }

    /// Returns its usual name.
    pub fn title(self) -> &'static str {
        match self {
            Kind::JsonResume => "JSON Resume",
            Kind::RenderCv => "RenderCV",
            Kind::YamlResume => "YAMLResume",
        }
    }

    /// Returns the format of a text; `None` if it is not a résumé.
    pub fn of(text: &str) -> Option<Kind> {
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim_start().starts_with('{') {
            let tree = Tree::of_json(text).ok()?;
            let known = ["basics", "work", "education", "skills", "projects"];
            return known.iter().any(|key| tree.get(key).is_some()).then_some(Kind::JsonResume);
        }
        let begins = |key: &str| text.lines().any(|line| line.starts_with(key));
        if !["cv:", "content:", "basics:"].into_iter().any(begins) {
            return None;
        }
        let tree = yaml::read(text).ok()?;
        match (tree.get("cv"), tree.get("content")) {
            (Some(_), _) => Some(Kind::RenderCv),
            (None, Some(content)) if content.get("basics").is_some() => Some(Kind::YamlResume),
            // Many write JSON Resume as YAML.
            (None, None) if tree.get("basics").is_some() => Some(Kind::JsonResume),
            _ => None,
        }
    }

    /// Returns the tree of a file.
    fn read(self, text: &str) -> Result<Tree, Message> {
        let text = text.trim_start_matches('\u{FEFF}');
        match self {
            Kind::JsonResume if text.trim_start().starts_with('{') => Tree::of_json(text),
            _ => yaml::read(text),
        }
    }

    fn write(self, tree: &Tree) -> String {
        match self {
            Kind::JsonResume => tree.json(),
            Kind::RenderCv | Kind::YamlResume => yaml::write(tree),
        }
    }

    fn markdown(self, tree: &Tree) -> String {
        match self {
            Kind::JsonResume => json_resume::markdown(tree),
            Kind::RenderCv => rendercv::markdown(tree),
            Kind::YamlResume => yamlresume::markdown(tree),
        }
    }

    /// Returns a résumé as a tree of this format; `known` is the data that an import kept about the file.
    fn tree(self, resume: &Resume, known: &Tree) -> Tree {
        match self {
            Kind::JsonResume => json_resume::tree(resume),
            Kind::RenderCv => rendercv::tree(resume, known),
            Kind::YamlResume => yamlresume::tree(resume),
        }
    }

    /// Returns the data that the format requires and a tree lacks.
    fn wanted(self, tree: &Tree) -> Vec<Message> {
        match self {
            Kind::JsonResume | Kind::RenderCv => Vec::new(),
            Kind::YamlResume => yamlresume::wanted(tree),
        }
    }

    /// Puts in what the format wants and a tree has not; returns what was changed.
    fn fill(self, tree: &mut Tree) -> Vec<Message> {
        match self {
            Kind::JsonResume | Kind::RenderCv => Vec::new(),
            Kind::YamlResume => yamlresume::fill(tree),
        }
    }

    /// Returns what an export has to know of a file to write it again.
    fn known(self, tree: &Tree) -> Tree {
        match self {
            Kind::JsonResume | Kind::YamlResume => Tree::default(),
            Kind::RenderCv => rendercv::known(tree),
        }
    }
}

/// The longest file that is read, in bytes.
pub const MOST_BYTES: usize = 8 << 20;
/// The member of a file for data that its format has no place for.
const OURS: &str = "x-jianli";
/// The key of the front matter for data that a résumé cannot express.
const FOREIGN: &str = "foreign: ";

/// A résumé imported from another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Its Markdown.
    pub markdown: String,
    /// What was changed or left out, in sentences.
    pub notes: Vec<Message>,
}

/// Returns a file of another tool as Markdown.
///
/// # Errors
/// The reason why it cannot be read.
pub fn import(text: &str, kind: Kind) -> Result<Imported, Message> {
    if text.len() > MOST_BYTES {
        return Err(message!("it is larger than {mib} MiB", mib = MOST_BYTES >> 20));
    }
    let whole = kind.read(text)?;
    let (bare, ours) = without_ours(&whole);
    let ours = ours.or_else(|| in_comment(text));
    let mut notes = Vec::new();
    if let Some(ours) = ours {
        if ours.text("of") == Some(fingerprint(&bare).as_str()) {
            let markdown = ours.text("markdown").unwrap_or_default();
            return Ok(Imported { markdown: format!("{markdown}\n"), notes });
        }
        notes.push("it was changed since jianli wrote it: anything it has no place for is lost".into());
    }
    let raw = kind.markdown(&bare);
    let Some(resume) = read(&raw) else { return Err("nothing in it can be read".into()) };
    let markdown = export::markdown(&resume, Tags::Kept);
    notes.extend(
        markdown.differences.iter().map(|words| message!("look at this: {words}", words = words.trim())),
    );
    let mut markdown = markdown.text;
    let known = kind.known(&bare);
    let back = read(&markdown).map(|resume| kind.tree(&resume, &known)).unwrap_or_default();
    let changes = patch::difference(&back, &bare);
    if changes != Tree::List(Vec::new()) || known != Tree::Null {
        let mut kept = Tree::Map(Vec::new());
        kept.put("known", known);
        kept.put("changes", changes);
        let foreign = Tree::Map(vec![(kind.name().to_owned(), kept)]).json_line();
        let rest = markdown.strip_prefix("---\n").map_or_else(|| format!("---\n\n{markdown}"), str::to_owned);
        markdown = format!("---\n{FOREIGN}{foreign}\n{rest}");
    }
    Ok(Imported { markdown, notes })
}

/// Returns the Markdown in the last comment of a file whose format does not allow extra members.
fn in_comment(text: &str) -> Option<Tree> {
    let line = text.lines().rev().find_map(|line| line.strip_prefix(&format!("# {OURS}: ")))?;
    Tree::of_json(line).ok()
}

/// Returns a hash that shows whether data was changed: the order of keys does not matter.
fn fingerprint(tree: &Tree) -> String {
    let hash = Sha256::digest(sorted(tree).json_line().as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Recurses as deep as the data, which the parser bounds.
fn sorted(tree: &Tree) -> Tree {
    match tree {
        Tree::List(items) => Tree::List(items.iter().map(sorted).collect()),
        Tree::Map(members) => {
            let mut members: Vec<(String, Tree)> =
                members.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
            members.sort_by(|(a, _), (b, _)| a.cmp(b));
            Tree::Map(members)
        }
        other => other.clone(),
    }
}

/// Splits a file into its own data and what jianli put into it.
fn without_ours(whole: &Tree) -> (Tree, Option<Tree>) {
    let mut bare = whole.clone();
    let mut ours = None;
    if let Tree::Map(members) = &mut bare {
        for (key, value) in members.iter_mut() {
            if let (true, Tree::Map(meta)) = (key == "meta", value) {
                ours = meta.iter().find(|(key, _)| key == OURS).map(|(_, value)| value.clone());
                meta.retain(|(key, _)| key != OURS);
            }
        }
        // It was only there for ours.
        if ours.is_some() {
            members.retain(|(key, value)| key != "meta" || *value != Tree::Map(Vec::new()));
        }
    }
    (bare, ours)
}

/// Returns LinkedIn's archive, a ZIP, as Markdown.
///
/// # Errors
/// The reason why it cannot be read.
pub fn linkedin(archive: &[u8]) -> Result<Imported, Message> {
    linkedin_files(&archive::unpacked(archive, may_open)?)
}

/// Returns LinkedIn's archive, unpacked, as Markdown. `files` are names with their bytes.
///
/// # Errors
/// If none of them is LinkedIn's.
pub fn linkedin_files(files: &[(String, Vec<u8>)]) -> Result<Imported, Message> {
    let (raw, mut notes) = linkedin::markdown(files)?;
    let Some(resume) = read(&raw) else { return Err("nothing in it can be read".into()) };
    let markdown = export::markdown(&resume, Tags::Kept);
    notes.extend(
        markdown.differences.iter().map(|words| message!("look at this: {words}", words = words.trim())),
    );
    Ok(Imported { markdown: markdown.text, notes })
}

/// Reads a text as a résumé, without its images.
pub fn read(text: &str) -> Option<Resume> {
    let (mut files, mut sink) = (Files::closed(), Sink::default());
    let source = source::draft("a.md", text.as_bytes(), None, &mut files, &mut sink).ok()?;
    model::build(&source, &mut Sink::default()).ok()
}

/// A résumé in another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub text: String,
    /// Texts that the format has no place for, so that other programs do not see them.
    pub unseen: Vec<String>,
    /// Data that the format requires and the résumé lacks, in words: the format's own program refuses the file.
    pub wanted: Vec<Message>,
    /// What was put in for the format, which the résumé does not say; empty unless that was asked for.
    pub filled: Vec<Message>,
}

/// What becomes of that which a format wants and a résumé does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gaps {
    /// It is missing.
    #[default]
    Left,
    /// Something stands for it, so that the format's own program accepts the file.
    Filled,
}

/// What of the source goes into an export besides what the résumé says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The text of the résumé, in whose front matter an import left what a résumé cannot express; `None` where a
    /// view was chosen or something redacted.
    pub source: Option<&'a str>,
    /// What becomes of what is missing.
    pub gaps: Gaps,
}

/// Returns a résumé in another format.
pub fn export(resume: &Resume, kind: Kind, beside: Beside<'_>) -> Exported {
    let foreign = beside.source.and_then(foreign);
    let kept = foreign.as_ref().and_then(|foreign| foreign.get(kind.name()));
    if let Some(kept) = kept {
        let mut tree = kind.tree(resume, kept.get("known").unwrap_or(&Tree::Null));
        patch::apply(&mut tree, kept.get("changes").unwrap_or(&Tree::Null));
        let filled = filled(&mut tree, kind, beside.gaps);
        return Exported { text: kind.write(&tree), unseen: Vec::new(), wanted: kind.wanted(&tree), filled };
    }
    let mut tree = kind.tree(resume, &Tree::Null);
    let unseen = unseen::unseen(resume, &tree, kind == Kind::RenderCv);
    let filled = filled(&mut tree, kind, beside.gaps);
    let wanted = kind.wanted(&tree);
    // What is read from it again, without our own part.
    let again = read(&kind.markdown(&tree));
    let exact = again.is_some_and(|again| export::differences(resume, &again).is_empty());
    let mut comment = String::new();
    if !exact {
        let mut ours = Tree::Map(Vec::new());
        ours.put("of", fingerprint(&tree));
        ours.put("markdown", export::markdown(resume, Tags::Dropped).text);
        match kind {
            Kind::JsonResume => tree.put("meta", Tree::Map(vec![(OURS.to_owned(), ours)])),
            Kind::RenderCv | Kind::YamlResume => comment = format!("# {OURS}: {}\n", ours.json_line()),
        }
    }
    Exported { text: kind.write(&tree) + &comment, unseen, wanted, filled }
}

fn filled(tree: &mut Tree, kind: Kind, gaps: Gaps) -> Vec<Message> {
    match gaps {
        Gaps::Left => Vec::new(),
        Gaps::Filled => kind.fill(tree),
    }
}

/// Returns what an import left in the front matter of a text.
fn foreign(text: &str) -> Option<Tree> {
    let mut lines = text.trim_start_matches('\u{FEFF}').lines();
    lines.next().filter(|first| first.trim_end() == "---")?;
    let line =
        lines.take_while(|line| line.trim_end() != "---").find_map(|line| line.strip_prefix(FOREIGN))?;
    Tree::of_json(line).ok()
}

/// Returns whether two files are equal as data: the order of keys does not matter.
pub fn equal(a: &str, b: &str, kind: Kind) -> bool {
    matches!((kind.read(a), kind.read(b)), (Ok(a), Ok(b)) if patch::equal(&a, &b))
}
