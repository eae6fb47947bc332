//! A PDF read back: just enough to see whether what was written is there.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A file read back.
pub struct Read {
    file: Document,
}

/// A font of the first page.
pub struct Font {
    pub name: String,
    pub program: Vec<u8>,
    /// How many bytes the program takes in the file.
    pub program_packed: usize,
    pub program_id: ObjectId,
    pub program_length1: usize,
    pub maps_codes_to_glyphs: bool,
    texts: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
}

/// An annotation.
pub struct Link {
    pub target: String,
    pub contents: String,
    pub flags: i64,
    pub key: i64,
}

/// A glyph as a reader places it.
struct Shown {
    text: String,
    at: (f64, f64),
}

impl Read {
    pub fn new(bytes: &[u8]) -> Read {
        Read { file: Document::load_mem(bytes).unwrap() }
    }

    fn at<'a>(&'a self, dict: &'a Dictionary, key: &str) -> &'a Object {
        dict.get_deref(key.as_bytes(), &self.file).unwrap_or_else(|e| panic!("{key}: {e}"))
    }

    fn page(&self) -> &Dictionary {
        self.file.get_dictionary(self.file.page_iter().next().unwrap()).unwrap()
    }

    fn named_fonts(&self) -> BTreeMap<Vec<u8>, Font> {
        let resources = self.at(self.page(), "Resources").as_dict().unwrap();
        let fonts = self.at(resources, "Font").as_dict().unwrap();
        let font =
            |name: &[u8]| self.font(self.at(fonts, std::str::from_utf8(name).unwrap()).as_dict().unwrap());
        fonts.iter().map(|(name, _)| (name.clone(), font(name))).collect()
    }

    pub fn fonts(&self) -> Vec<Font> {
        self.named_fonts().into_values().collect()
    }

    fn font(&self, font: &Dictionary) -> Font {
        let descendant = self.at(font, "DescendantFonts").as_array().unwrap()[0].as_dict().unwrap();
        let descriptor = self.at(descendant, "FontDescriptor").as_dict().unwrap();
        let key = if descriptor.has(b"FontFile2") { "FontFile2" } else { "FontFile3" };
        let program = self.at(descriptor, key).as_stream().unwrap();
        let texts = self.at(font, "ToUnicode").as_stream().unwrap().get_plain_content().unwrap();
        Font {
            name: String::from_utf8(font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec()).unwrap(),
            program: program.get_plain_content().unwrap(),
            program_packed: program.content.len(),
            program_id: descriptor.get(key.as_bytes()).unwrap().as_reference().unwrap(),
            program_length1: program.dict.get(b"Length1").map_or(0, |n| n.as_i64().unwrap() as usize),
            maps_codes_to_glyphs: descendant.get(b"CIDToGIDMap").is_ok_and(|map| map.as_reference().is_ok()),
            texts: to_unicode(&String::from_utf8(texts).unwrap()),
            widths: widths(self.at(descendant, "W").as_array().unwrap()),
        }
    }

    /// Shows the first page as a reader does.
    fn show(&self) -> Vec<Shown> {
        let fonts = self.named_fonts();
        let id = self.file.page_iter().next().unwrap();
        let content = Content::decode(&self.file.get_page_content(id)).unwrap();
        let (mut font, mut size, mut line, mut pen) = (None, 0.0, (0.0, 0.0), 0.0);
        let mut shown = Vec::new();
        for operation in content.operations {
            let number = |at: usize| f64::from(operation.operands[at].as_float().unwrap());
            match operation.operator.as_str() {
                "BT" => line = (0.0, 0.0),
                "Td" => (line, pen) = ((line.0 + number(0), line.1 + number(1)), 0.0),
                "Tf" => (font, size) = (fonts.get(operation.operands[0].as_name().unwrap()), number(1)),
                "TJ" => {
                    for item in operation.operands[0].as_array().unwrap() {
                        let Ok(codes) = item.as_str() else {
                            pen -= f64::from(item.as_float().unwrap()) / 1000.0 * size;
                            continue;
                        };
                        let font = font.unwrap();
                        for code in codes.chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])) {
                            shown.push(Shown { text: font.texts[&code].clone(), at: (line.0 + pen, line.1) });
                            pen += font.widths.get(&code).unwrap_or(&1000.0) / 1000.0 * size;
                        }
                    }
                }
                _ => {}
            }
        }
        shown
    }

    /// Returns how often an operator stands in the content of the first page.
    pub fn operators(&self, name: &str) -> usize {
        let id = self.file.page_iter().next().unwrap();
        let content = Content::decode(&self.file.get_page_content(id)).unwrap();
        content.operations.iter().filter(|operation| operation.operator == name).count()
    }

    /// Returns the content of the first page.
    pub fn content(&self) -> String {
        let id = self.file.page_iter().next().unwrap();
        String::from_utf8_lossy(&self.file.get_page_content(id)).into_owned()
    }

    /// Returns a box of the first page, in points with three decimals.
    pub fn page_box(&self, name: &str) -> [f64; 4] {
        let sides = self.at(self.page(), name).as_array().unwrap();
        let side = |at: usize| (f64::from(sides[at].as_float().unwrap()) * 1000.0).round() / 1000.0;
        [side(0), side(1), side(2), side(3)]
    }

    /// Returns the kinds of output intent.
    pub fn intents(&self) -> Vec<String> {
        let intents = self.at(self.file.catalog().unwrap(), "OutputIntents").as_array().unwrap();
        intents.iter().map(|intent| name(intent.as_dict().unwrap())).collect()
    }

    pub fn text(&self) -> String {
        self.show().into_iter().map(|glyph| glyph.text).collect()
    }

    pub fn origins(&self) -> Vec<(f64, f64)> {
        self.show().into_iter().map(|glyph| glyph.at).collect()
    }

    pub fn links(&self) -> Vec<Link> {
        let page = self.file.page_iter().next().unwrap();
        let link = |dict: &Dictionary| Link {
            target: string(dict.get(b"A").unwrap().as_dict().unwrap().get(b"URI").unwrap()),
            contents: string(dict.get(b"Contents").unwrap()),
            flags: dict.get(b"F").unwrap().as_i64().unwrap(),
            key: dict.get(b"StructParent").unwrap().as_i64().unwrap(),
        };
        self.file.get_page_annotations(page).unwrap().into_iter().map(link).collect()
    }

    fn structure(&self) -> &Dictionary {
        self.at(self.file.catalog().unwrap(), "StructTreeRoot").as_dict().unwrap()
    }

    fn parent_tree(&self, key: i64) -> &Object {
        let numbers = self.at(self.structure(), "ParentTree").as_dict().unwrap();
        let numbers = numbers.get(b"Nums").unwrap().as_array().unwrap();
        &numbers.chunks(2).find(|pair| pair[0].as_i64().unwrap() == key).unwrap()[1]
    }

    pub fn element_of_annotation(&self, key: i64) -> ObjectId {
        self.parent_tree(key).as_reference().unwrap()
    }

    pub fn parent_of_annotation(&self, key: i64) -> String {
        name(self.file.get_dictionary(self.element_of_annotation(key)).unwrap())
    }

    /// Returns the names in the tree, children in brackets, and asserts that every sequence of every page
    /// is in it once, below the element that the parent tree names.
    pub fn tree(&self) -> String {
        let root = &self.at(self.structure(), "K").as_array().unwrap()[0];
        let mut found = Vec::new();
        let names = self.subtree(root.as_reference().unwrap(), &mut found);
        found.sort_unstable();
        let mut expected = Vec::new();
        for page in self.file.page_iter() {
            let key = self.file.get_dictionary(page).unwrap().get(b"StructParents").unwrap();
            let parents = self.parent_tree(key.as_i64().unwrap()).as_array().unwrap();
            for mcid in 0..self.sequences(page) {
                expected.push((page, mcid, parents[mcid as usize].as_reference().unwrap()));
            }
        }
        assert_eq!(found, expected);
        names
    }

    /// Returns how many marked-content sequences a page has.
    fn sequences(&self, page: ObjectId) -> i64 {
        let content = Content::decode(&self.file.get_page_content(page)).unwrap();
        let numbered = |operation: &&lopdf::content::Operation| {
            let properties = operation.operands.get(1).and_then(|dict| dict.as_dict().ok());
            properties.is_some_and(|dict| dict.has(b"MCID"))
        };
        content.operations.iter().filter(numbered).count() as i64
    }

    fn subtree(&self, id: ObjectId, found: &mut Vec<(ObjectId, i64, ObjectId)>) -> String {
        let element = self.file.get_dictionary(id).unwrap();
        let own_page = element.get(b"Pg").and_then(Object::as_reference);
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        let mut names = Vec::new();
        for kid in kids {
            match kid {
                Object::Reference(child) => names.push(self.subtree(child, found)),
                Object::Integer(mcid) => found.push((*own_page.as_ref().unwrap(), mcid, id)),
                Object::Dictionary(dict) if dict.has(b"MCID") => {
                    let page = dict.get(b"Pg").unwrap().as_reference().unwrap();
                    found.push((page, dict.get(b"MCID").unwrap().as_i64().unwrap(), id));
                }
                _ => {}
            }
        }
        match names.join(" ").as_str() {
            "" => name(element),
            children => format!("{}({children})", name(element)),
        }
    }

    pub fn outline(&self) -> String {
        let root = self.at(self.file.catalog().unwrap(), "Outlines").as_dict().unwrap();
        self.items(root)
    }

    fn items(&self, parent: &Dictionary) -> String {
        let mut items = Vec::new();
        let mut next = parent.get(b"First").ok().cloned();
        while let Some(id) = next {
            let item = self.file.get_dictionary(id.as_reference().unwrap()).unwrap();
            let below = self.items(item);
            let title = string(item.get(b"Title").unwrap());
            items.push(if below.is_empty() { title } else { format!("{title}({below})") });
            next = item.get(b"Next").ok().cloned();
        }
        items.join(" ")
    }

    /// Returns the filter and the size in pixels of the first image.
    pub fn image(&self) -> (String, i64, i64) {
        let resources = self.at(self.page(), "Resources").as_dict().unwrap();
        let objects = self.at(resources, "XObject").as_dict().unwrap();
        let image = &self.at(objects, "I0").as_stream().unwrap().dict;
        let filter = String::from_utf8(image.get(b"Filter").unwrap().as_name().unwrap().to_vec()).unwrap();
        let side = |key: &[u8]| image.get(key).unwrap().as_i64().unwrap();
        (filter, side(b"Width"), side(b"Height"))
    }

    pub fn xmp(&self) -> String {
        let stream = self.at(self.file.catalog().unwrap(), "Metadata").as_stream().unwrap();
        String::from_utf8(stream.content.clone()).unwrap()
    }

    pub fn info(&self, key: &str) -> String {
        string(self.at(self.at(&self.file.trailer, "Info").as_dict().unwrap(), key))
    }

    pub fn catalog_text(&self, key: &str) -> String {
        string(self.at(self.file.catalog().unwrap(), key))
    }
}

fn name(element: &Dictionary) -> String {
    String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap()
}

fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

fn hex(text: &str) -> Vec<u16> {
    let digits = text.trim_matches(['<', '>']);
    let quads = (0..digits.len()).step_by(4);
    quads.map(|at| u16::from_str_radix(&digits[at..at + 4], 16).unwrap()).collect()
}

/// Reads ranges of codes whose texts are listed, as they are written here.
fn to_unicode(cmap: &str) -> BTreeMap<u16, String> {
    let ranges = cmap.lines().filter_map(|line| line.strip_suffix(']')?.split_once('['));
    let texts = |(codes, texts): (&str, &str)| {
        let (first, last) = codes.split_once("><").unwrap();
        let codes = hex(first)[0]..=hex(last)[0];
        let texts: Vec<String> =
            texts.split_inclusive('>').map(|text| String::from_utf16(&hex(text)).unwrap()).collect();
        assert_eq!(codes.len(), texts.len());
        codes.zip(texts)
    };
    ranges.flat_map(texts).collect()
}

fn widths(list: &[Object]) -> BTreeMap<u16, f64> {
    let mut widths = BTreeMap::new();
    for pair in list.chunks(2) {
        let first = pair[0].as_i64().unwrap() as u16;
        for (code, width) in (first..).zip(pair[1].as_array().unwrap()) {
            widths.insert(code, width.as_i64().unwrap() as f64);
        }
    }
    widths
}
