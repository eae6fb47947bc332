//! Images named by the text: files next to the source, or data in the text itself. Unusable ones are reported at
//! their places, and the text continues without them.

mod absent;
mod advice;
mod data;
mod path;
mod stripped;
mod walk;
mod words;

pub use stripped::without_metadata;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::image_file::{self, ImageFile};
use super::load::{self, Beside, Unusable};
use super::markdown::Markdown;
use super::{Asset, FrontMatter, Images, Source};
use crate::diag::{Diagnostic, Files, Sink, Span, code, message};

/// The most images that are reported: a text with more of them is not a résumé.
const MOST_FINDINGS: usize = 100;

/// Reads the images of a text and of its front matter, each once, and reports unusable ones, which are removed from
/// the tree or replaced by words.
pub(super) fn load(
    (markdown, front): (&mut Markdown, &mut FrontMatter),
    text: &str,
    folder: Option<&Path>,
    files: &mut Files,
    sink: &mut Sink,
) -> Images {
    let (assets, refused, embedded) = <(BTreeMap<_, _>, BTreeMap<_, _>, BTreeMap<_, _>)>::default();
    let mut loader = Loader { folder, files, sink, assets, refused, embedded, told: 0 };
    walk::each(&mut markdown.blocks, &mut |src, place| loader.image(src, place));
    if let Some(photo) = &mut front.photo {
        loader.image(&mut photo.text, photo.span);
        loader.assets.entry(photo.text.clone()).and_modify(|asset| asset.place = photo.span);
    }
    if let Some(signature) = front.letter.as_mut().and_then(|letter| letter.signature.as_mut()) {
        loader.image(&mut signature.text, signature.span);
    }
    let Loader { assets, refused, .. } = loader;
    let assets: Images = assets.into_iter().map(|(name, asset)| (name, Arc::new(asset))).collect();
    if !refused.is_empty() || absent::has_icons(&markdown.blocks) {
        without_absent((markdown, front), text, &assets);
    }
    assets
}

/// Removes an image that was found to be damaged when it was drawn, and reports it.
pub(super) fn leave_out(source: &mut Source, name: &str, why: &str, sink: &mut Sink) {
    let why = Unusable::Unprintable(why.into());
    let place = source.assets.remove(name).map(|asset| asset.place);
    sink.report(finding(name, &why, None, place));
    without_absent((&mut source.markdown, &mut source.front), &source.text, &source.assets);
}

fn without_absent((markdown, front): (&mut Markdown, &mut FrontMatter), text: &str, assets: &Images) {
    absent::replace(&mut markdown.blocks, assets, text);
    front.photo = front.photo.take().filter(|photo| assets.contains_key(&photo.text));
    if let Some(letter) = &mut front.letter {
        letter.signature = letter.signature.take().filter(|signature| assets.contains_key(&signature.text));
    }
}

fn finding(name: &str, why: &Unusable, beside: Option<Beside<'_>>, place: Option<Span>) -> Diagnostic {
    let message = message!(
        "the image `{shown}` cannot be used: {why}",
        shown = advice::shown(name),
        why = why.message()
    );
    Diagnostic::new(code::IMAGE, place, message).hint(advice::hint(name, why, beside))
}

struct Loader<'a> {
    folder: Option<&'a Path>,
    files: &'a mut Files,
    sink: &'a mut Sink,
    assets: BTreeMap<String, Asset>,
    /// The reasons why others cannot be used.
    refused: BTreeMap<String, Unusable>,
    /// `data:` URIs with the short names assigned to them.
    embedded: BTreeMap<String, String>,
    told: usize,
}

impl Loader<'_> {
    /// Reads an image, unless it is known; one in the text itself gets a short name.
    fn image(&mut self, src: &mut String, place: Span) {
        if data::is_uri(src) {
            let uri = std::mem::take(src);
            *src = self.data(uri, place);
        } else if !self.assets.contains_key(src) && !self.refused.contains_key(src) {
            let result = self.file(src);
            self.keep(src.clone(), place, result);
        }
        if let Some(why) = self.refused.get(src) {
            self.told += 1;
            if self.told <= MOST_FINDINGS {
                let beside = self.folder.map(|folder| Beside { folder, files: self.files });
                self.sink.report(finding(src, why, beside, Some(place)));
            }
        }
    }

    fn keep(&mut self, name: String, place: Span, result: Result<Asset, Unusable>) {
        match result {
            Ok(asset) => drop(self.assets.insert(name, Asset { place, ..asset })),
            Err(why) => drop(self.refused.insert(name, why)),
        }
    }

    fn data(&mut self, uri: String, place: Span) -> String {
        if let Some(name) = self.embedded.get(&uri) {
            return name.clone();
        }
        let name = format!("data:{}", self.embedded.len() + 1);
        let bytes = data::bytes(&uri).map_err(Unusable::Broken);
        self.keep(name.clone(), place, bytes.and_then(|bytes| asset(PathBuf::from(&name), &bytes)));
        self.embedded.insert(uri, name.clone());
        name
    }

    fn file(&mut self, name: &str) -> Result<Asset, Unusable> {
        if name.trim().is_empty() {
            return Err(Unusable::Nameless);
        }
        if advice::is_remote(name) {
            return Err(Unusable::Remote);
        }
        let folder = self.folder.ok_or(Unusable::NoFolder)?;
        let paths = path::candidates(name);
        for path in &paths {
            self.files_at(folder, path);
        }
        let mut why = Unusable::Missing;
        for path in &paths {
            match (Beside { folder, files: self.files }).read(path) {
                Ok((path, bytes)) => {
                    self.files.look_at(&path);
                    return asset(path, &bytes);
                }
                Err(reason) if why == Unusable::Missing => why = reason,
                Err(_) => {}
            }
        }
        Err(why)
    }

    /// Notes where a file is looked for: it may be put there later.
    fn files_at(&mut self, folder: &Path, path: &str) {
        if load::is_below(path) {
            self.files.look_at(folder.join(path));
        }
    }
}

fn asset(path: PathBuf, bytes: &[u8]) -> Result<Asset, Unusable> {
    let ImageFile { kind, pixels, orientation, drawing, bytes } =
        image_file::read(bytes).map_err(Unusable::Unprintable)?;
    Ok(Asset { path, bytes, kind, pixels, orientation, drawing, place: Span::default() })
}
