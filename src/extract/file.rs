//! Objects by number: the cross-reference stream, object streams, and bounded inflation (PDF 32000-1,
//! 7.5.7 and 7.5.8).

use crate::diag::Message;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::syntax::{Dict, Reader, Value};

/// The message about a file whose parts do not fit together.
pub const DAMAGED: &str = "it is damaged";
const FOREIGN: &str =
    "another program wrote or changed it: files can only be extracted from an unchanged jianli PDF";
/// The most bytes that are inflated in all.
const MOST_BYTES: usize = 64 << 20;
/// The most values that are read in all.
const MOST_VALUES: usize = 1 << 20;
/// The most objects that a file may have.
const MOST_OBJECTS: i64 = 1 << 20;

/// Where an object is.
#[derive(Clone, Copy, Debug)]
enum Place {
    Nowhere,
    At(usize),
    /// The object stream, and the index in it.
    Packed(u32, usize),
}

/// An open file.
pub struct File<'a> {
    bytes: &'a [u8],
    places: Vec<Place>,
    root: Value,
    /// The object streams that have been inflated.
    packed: BTreeMap<u32, (Dict, Vec<u8>)>,
    /// The numbers of bytes that may still be inflated and of values that may still be read.
    left: (usize, usize),
}

impl<'a> File<'a> {
    /// Finds the objects of a file.
    pub fn open(bytes: &'a [u8]) -> Result<File<'a>, Message> {
        if !bytes.starts_with(b"%PDF-") {
            return Err("it is not a PDF".into());
        }
        let tail = bytes.len().saturating_sub(1024);
        let last = bytes[tail..].windows(9).rposition(|word| word == b"startxref");
        let last = tail + last.ok_or("it is cut off: its end is missing")?;
        let start = Reader::new(bytes, last + 9, 1).integer().and_then(|start| usize::try_from(start).ok());
        let start = start.filter(|&start| start < last).ok_or(DAMAGED)?;
        if Reader::new(bytes, start, 1).word(b"xref") {
            let encrypted = bytes[tail..].windows(8).any(|word| word == b"/Encrypt");
            return Err(if encrypted { "it is encrypted" } else { FOREIGN }.into());
        }
        let left = (MOST_BYTES, MOST_VALUES);
        let mut file = File { bytes, places: Vec::new(), root: Value::Other, packed: BTreeMap::new(), left };
        let (dict, table) = file.stream_at(start)?;
        if dict.contains_key(&b"Encrypt"[..]) {
            return Err("it is encrypted".into());
        }
        if dict.contains_key(&b"Prev"[..]) || dict.contains_key(&b"Index"[..]) {
            return Err(FOREIGN.into());
        }
        file.places = places(&dict, &table)?;
        file.root = dict.get(&b"Root"[..]).cloned().ok_or(DAMAGED)?;
        Ok(file)
    }

    /// Returns the catalog.
    pub fn catalog(&mut self) -> Result<Dict, Message> {
        let root = self.root.clone();
        self.dict(Some(&root)).ok_or_else(|| DAMAGED.into())
    }

    /// Returns a dictionary, whether it is given directly or by reference.
    pub fn dict(&mut self, value: Option<&Value>) -> Option<Dict> {
        let found = match value? {
            Value::Reference(number) => self.object(*number)?,
            other => other.clone(),
        };
        match found {
            Value::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// Returns the dictionary of a stream and its content, inflated.
    pub fn stream(&mut self, value: Option<&Value>) -> Result<(Dict, Vec<u8>), Message> {
        let Some(Value::Reference(number)) = value else { return Err(DAMAGED.into()) };
        match self.places.get(*number as usize) {
            Some(&Place::At(at)) => self.stream_at(at),
            _ => Err(DAMAGED.into()),
        }
    }

    fn object(&mut self, number: u32) -> Option<Value> {
        match *self.places.get(number as usize)? {
            Place::Nowhere => None,
            Place::At(at) => {
                let mut reader = Reader::new(self.bytes, at, self.left.1);
                let value = opened(&mut reader).and_then(|()| reader.value());
                self.left.1 = reader.left();
                value
            }
            Place::Packed(stream, index) => self.packed_object(stream, index),
        }
    }

    fn packed_object(&mut self, stream: u32, index: usize) -> Option<Value> {
        if !self.packed.contains_key(&stream) {
            let inflated = self.stream(Some(&Value::Reference(stream))).ok()?;
            self.packed.insert(stream, inflated);
        }
        let (dict, bytes) = self.packed.get(&stream)?;
        let Some(&Value::Integer(first)) = dict.get(&b"First"[..]) else { return None };
        let mut pairs = Reader::new(bytes, 0, 0);
        for _ in 0..=index.checked_mul(2)? {
            pairs.integer()?;
        }
        let at = usize::try_from(pairs.integer()?.checked_add(first)?).ok()?;
        let mut reader = Reader::new(bytes, at, self.left.1);
        let value = reader.value();
        self.left.1 = reader.left();
        value
    }

    fn stream_at(&mut self, at: usize) -> Result<(Dict, Vec<u8>), Message> {
        let mut reader = Reader::new(self.bytes, at, self.left.1);
        let value = opened(&mut reader).and_then(|()| reader.value());
        self.left.1 = reader.left();
        let Some(Value::Dict(dict)) = value else { return Err(DAMAGED.into()) };
        if !reader.word(b"stream") {
            return Err(DAMAGED.into());
        }
        let start = reader.at + if self.bytes.get(reader.at) == Some(&b'\r') { 2 } else { 1 };
        let Some(&Value::Integer(length)) = dict.get(&b"Length"[..]) else { return Err(FOREIGN.into()) };
        let end = usize::try_from(length).ok().and_then(|length| start.checked_add(length));
        let raw = end.and_then(|end| self.bytes.get(start..end)).ok_or("it is cut off")?;
        let content = match dict.get(&b"Filter"[..]) {
            None => raw.to_vec(),
            Some(Value::Name(filter)) if filter == b"FlateDecode" => inflated(raw, self.left.0)?,
            Some(_) => return Err(FOREIGN.into()),
        };
        self.left.0 = self.left.0.checked_sub(content.len()).ok_or(TOO_MUCH)?;
        Ok((dict, content))
    }
}

const TOO_MUCH: &str = "it unpacks to more than 64 MiB";

/// Skips `7 0 obj`.
fn opened(reader: &mut Reader) -> Option<()> {
    reader.integer()?;
    reader.integer()?;
    reader.word(b"obj").then_some(())
}

fn inflated(raw: &[u8], most: usize) -> Result<Vec<u8>, Message> {
    let mut out = Vec::new();
    let mut decoder = ZlibDecoder::new(raw).take(most as u64 + 1);
    decoder.read_to_end(&mut out).map_err(|_| DAMAGED)?;
    if out.len() > most { Err(TOO_MUCH.into()) } else { Ok(out) }
}

/// Reads the rows of the cross-reference stream, each of which may be the difference from the row above.
fn places(dict: &Dict, table: &[u8]) -> Result<Vec<Place>, Message> {
    let widths = match dict.get(&b"W"[..]).map(integers) {
        Some(widths) if widths.len() == 3 && widths.iter().all(|width| (0..=8).contains(width)) => widths,
        _ => return Err(FOREIGN.into()),
    };
    let Some(&Value::Integer(size @ 0..=MOST_OBJECTS)) = dict.get(&b"Size"[..]) else {
        return Err(DAMAGED.into());
    };
    let columns: usize = widths.iter().map(|&width| width as usize).sum();
    if columns == 0 {
        return Err(DAMAGED.into());
    }
    let predicted = match dict.get(&b"DecodeParms"[..]) {
        None => false,
        Some(Value::Dict(parameters)) => match parameters.get(&b"Predictor"[..]) {
            None | Some(Value::Integer(1)) => false,
            Some(Value::Integer(12)) => true,
            Some(_) => return Err(FOREIGN.into()),
        },
        Some(_) => return Err(FOREIGN.into()),
    };
    let mut above = vec![0_u8; columns];
    let mut places = Vec::new();
    for row in table.chunks_exact(columns + usize::from(predicted)).take(size as usize) {
        match row.split_first() {
            Some((2, row)) if predicted => {
                above.iter_mut().zip(row).for_each(|(above, row)| *above = above.wrapping_add(*row));
            }
            _ if predicted => return Err(FOREIGN.into()),
            _ => above.copy_from_slice(row),
        }
        places.push(place(&above, &widths));
    }
    Ok(places)
}

fn place(row: &[u8], widths: &[i64]) -> Place {
    let mut rest = row.iter();
    let mut field = |width: i64| {
        rest.by_ref().take(width as usize).fold(0_u64, |number, &byte| number << 8 | u64::from(byte))
    };
    match (field(widths[0]), field(widths[1]), field(widths[2])) {
        (1, at, _) => usize::try_from(at).map_or(Place::Nowhere, Place::At),
        (2, stream, index) => match (u32::try_from(stream), usize::try_from(index)) {
            (Ok(stream), Ok(index)) => Place::Packed(stream, index),
            _ => Place::Nowhere,
        },
        _ => Place::Nowhere,
    }
}

fn integers(value: &Value) -> Vec<i64> {
    let Value::Array(items) = value else { return Vec::new() };
    items
        .iter()
        .filter_map(|item| if let Value::Integer(number) = item { Some(*number) } else { None })
        .collect()
}
