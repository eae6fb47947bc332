//! The file as objects: opening it, following references, bounded everywhere.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use crate::diag::{Message, message};

/// The largest file that is read; ours are smaller.
const MOST_BYTES: usize = 256 << 20;
/// The largest stream that is unpacked; ours are smaller.
const MOST_UNPACKED: usize = 64 << 20;
/// The most pages that are read.
const MOST_PAGES: usize = 10_000;

/// An open file.
pub struct File {
    objects: Document,
    /// Its pages in order.
    pub pages: Vec<ObjectId>,
    numbers: BTreeMap<ObjectId, usize>,
}

impl File {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is not a PDF, is encrypted, or has no page.
    pub fn open(bytes: &[u8]) -> Result<File, Unreadable> {
        if bytes.len() > MOST_BYTES {
            return Err(Unreadable(message!("it is larger than {mib} MiB", mib = MOST_BYTES >> 20)));
        }
        let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
        let objects = Document::load_mem_with_options(bytes, options).map_err(|fault| {
            Unreadable(message!(
                "it is not a sound PDF: {fault}",
                fault = Message::foreign(fault.to_string(), "its data is damaged")
            ))
        })?;
        if objects.is_encrypted() || objects.was_encrypted() {
            return Err(Unreadable("it is encrypted".into()));
        }
        let pages: Vec<ObjectId> = objects.page_iter().take(MOST_PAGES).collect();
        if pages.is_empty() {
            return Err(Unreadable("it has no page".into()));
        }
        let numbers = pages.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        Ok(File { objects, pages, numbers })
    }

    /// Returns every object.
    pub fn objects(&self) -> impl Iterator<Item = &Object> {
        let trailer = self.objects.trailer.iter().map(|(_, object)| object);
        self.objects.objects.values().chain(trailer)
    }

    /// Returns the number of a page, from 0.
    pub fn page_number(&self, page: ObjectId) -> Option<usize> {
        self.numbers.get(&page).copied()
    }

    /// Returns the catalog.
    pub fn catalog(&self) -> Option<&Dictionary> {
        self.objects.catalog().ok()
    }

    /// Returns an object if it is a dictionary.
    pub fn dictionary(&self, id: ObjectId) -> Option<&Dictionary> {
        self.objects.get_dictionary(id).ok()
    }

    /// Returns the value of a key, references followed.
    pub fn at<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
        self.follow(dict.get(key.as_bytes()).ok()?)
    }

    /// Returns the dictionary under a key.
    pub fn dictionary_at<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        match self.at(dict, key)? {
            Object::Dictionary(dict) => Some(dict),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    /// Returns the target of a reference; any other object is returned as it is.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.objects.dereference(object).ok().map(|(_, object)| object)
    }

    /// Returns the unpacked bytes of a stream; `None` if it is not a stream or does not unpack.
    pub fn unpacked(&self, object: &Object) -> Option<Vec<u8>> {
        let stream = self.follow(object)?.as_stream().ok()?;
        stream.get_plain_content_with_limit(MOST_UNPACKED).ok()
    }

    /// Returns the content of a page: its streams, one after the other (PDF 32000-1, 7.8.2).
    pub fn content(&self, page: ObjectId) -> Vec<u8> {
        let mut content = Vec::new();
        let Some(contents) = self.dictionary(page).and_then(|page| self.at(page, "Contents")) else {
            return content;
        };
        let streams = match contents {
            Object::Array(streams) => streams.as_slice(),
            one => std::slice::from_ref(one),
        };
        for stream in streams {
            content.extend(self.unpacked(stream).unwrap_or_default());
            content.push(b'\n');
            if content.len() > MOST_UNPACKED {
                break;
            }
        }
        content
    }

    /// Returns the resources of a page.
    pub fn resources(&self, page: ObjectId) -> Option<&Dictionary> {
        match self.inherited(page, "Resources")? {
            Object::Dictionary(dict) => Some(dict),
            _ => None,
        }
    }

    /// Returns the box that a page is shown in: left, bottom, right, top.
    pub fn page_box(&self, page: ObjectId) -> Option<[f64; 4]> {
        self.inherited(page, "CropBox")
            .or_else(|| self.inherited(page, "MediaBox"))
            .and_then(|sides| self.sides(sides))
    }

    /// Returns the sides of a rectangle in order, whichever corners are given.
    pub fn sides(&self, rectangle: &Object) -> Option<[f64; 4]> {
        let sides: Vec<f64> =
            rectangle.as_array().ok()?.iter().filter_map(|side| number(self.follow(side)?)).collect();
        let &[x, y, other_x, other_y] = sides.as_slice() else { return None };
        Some([x.min(other_x), y.min(other_y), x.max(other_x), y.max(other_y)])
    }

    /// Returns the value of a key of a page, which may be inherited (PDF 32000-1, 7.7.3.4).
    fn inherited(&self, page: ObjectId, key: &str) -> Option<&Object> {
        let mut node = self.dictionary(page)?;
        for _ in 0..32 {
            if let Some(found) = self.at(node, key) {
                return Some(found);
            }
            node = self.dictionary_at(node, "Parent")?;
        }
        None
    }
}

/// Returns a number of any kind.
pub fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(n) => Some(*n as f64),
        Object::Real(n) => Some(f64::from(*n)).filter(|n| n.is_finite()),
        _ => None,
    }
}

/// Returns a text string: UTF-16 with a byte order mark, UTF-8 with a mark, else Latin-1, which has its ASCII in
/// common with PDFDocEncoding (PDF 32000-1, 7.9.2.2).
pub fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    Some(match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|&byte| char::from(byte)).collect(),
    })
}

/// Returns UTF-16, high bytes first, as text.
pub fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// The reason why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub Message);
