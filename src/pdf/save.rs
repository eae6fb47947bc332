//! Objects → bytes: streams as they are, everything else in one object stream (PDF 32000-1, 7.5.7 and 7.5.8).

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::bytes::{Ready, ReadyStream, write_dictionary, write_digits, write_object};
use super::deflate::Deflate;
use crate::diag::Error;

/// Returns the header: the version, which has to be 1.6 for PDF/X-4 (ISO 15930-7, 6.2), and the four bytes that
/// keep programs from taking the file for text.
pub fn header(print: bool) -> &'static [u8] {
    if print { b"%PDF-1.6\n%\xE2\xE3\xCF\xD3\n" } else { b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n" }
}

/// The bytes of each field of a row of the cross-reference stream: a type, an offset or a stream, an index.
const WIDTHS: [usize; 3] = [1, 4, 2];
const ROW: usize = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// Initial capacities: the usual sizes of the dictionary of a stream, of all packed objects, and of the index entry
/// of one of them.
const STREAM_DICT: usize = 200;
const PACKED: usize = 1 << 13;
const INDEX: usize = 10;

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    At(usize),
    Packed(usize),
}

/// Writes a file whose streams are compressed, with more objects that are already written. Its `ID` is a hash of
/// everything before the font programs, and of their lengths: the names of the faces identify their glyphs.
///
/// # Errors
/// [`Error::Backend`] if the compressor fails.
pub fn save(
    file: &lopdf::Document,
    ready: &Ready,
    header: &[u8],
    deflate: &mut Deflate,
) -> Result<Vec<u8>, Error> {
    let packed = file.max_id as usize + 1;
    let mut places = vec![Place::Nowhere; packed + 2];
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let streams = streams.map(|stream| stream.content.len());
    let streams = streams.chain(ready.programs.iter().map(|program| program.content.len()));
    let length: usize = streams.map(|length| length + STREAM_DICT).sum();
    let mut out = Vec::with_capacity(length + PACKED);
    out.extend_from_slice(header);
    let (mut starts, mut objects) = (Vec::new(), Vec::with_capacity(PACKED));
    for (id, object) in &file.objects {
        let number = id.0 as usize;
        if let Object::Stream(stream) = object {
            places[number] = Place::At(out.len());
            write_stream(&mut out, number, &stream.dict, &stream.content);
            continue;
        }
        starts.push((number, objects.len()));
        write_object(&mut objects, object);
        objects.push(b' ');
    }
    starts.extend(ready.starts.iter().map(|&(id, start)| (id as usize, objects.len() + start)));
    objects.extend_from_slice(&ready.bytes);
    let mut pack = Vec::with_capacity(objects.len() + INDEX * starts.len());
    for (count, &(number, start)) in starts.iter().enumerate() {
        places[number] = Place::Packed(count);
        for part in [number, start] {
            write_digits(&mut pack, part as u64);
            pack.push(b' ');
        }
    }
    let first = pack.len() as i64;
    pack.append(&mut objects);
    let dict = dictionary! { "Type" => "ObjStm", "N" => starts.len() as i64, "First" => first };
    places[packed] = Place::At(out.len());
    let mut pack = Stream::new(dict, pack);
    deflate.stream(&mut pack)?;
    write_stream(&mut out, packed, &pack.dict, &pack.content);

    let mut hash = Sha256::new_with_prefix(&out);
    for ReadyStream { id, dict, content } in &ready.programs {
        hash.update((content.len() as u64).to_be_bytes());
        places[*id as usize] = Place::At(out.len());
        write_stream(&mut out, *id as usize, dict, content);
    }
    let start = out.len();
    places[packed + 1] = Place::At(start);
    let mut table = cross_references(file, &places, packed, hash);
    deflate.stream(&mut table)?;
    table.dict.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => ROW as i64 });
    write_stream(&mut out, packed + 1, &table.dict, &table.content);
    out.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    Ok(out)
}

fn write_stream(out: &mut Vec<u8>, number: usize, dict: &Dictionary, content: &[u8]) {
    write_digits(out, number as u64);
    out.extend_from_slice(b" 0 obj\n");
    write_dictionary(out, dict);
    out.extend_from_slice(b"\nstream\n");
    out.extend_from_slice(content);
    out.extend_from_slice(b"\nendstream\nendobj\n");
}

/// Returns the cross-reference stream: a row per object, each as the difference from the row above it, which is
/// nearly always the same (predictor `Up`).
fn cross_references(file: &lopdf::Document, places: &[Place], packed: usize, hash: Sha256) -> Stream {
    let mut rows = Vec::with_capacity(places.len() * (1 + ROW));
    let mut above = [0; ROW];
    for place in places {
        let (kind, middle, last) = match *place {
            Place::Nowhere => (0, 0, u16::MAX),
            Place::At(offset) => (1, offset as u32, 0),
            Place::Packed(index) => (2, packed as u32, index as u16),
        };
        let ([a, b, c, d], [e, f]) = (middle.to_be_bytes(), last.to_be_bytes());
        let row = [kind, a, b, c, d, e, f];
        rows.push(2);
        rows.extend(row.iter().zip(&above).map(|(byte, above): (&u8, &u8)| byte.wrapping_sub(*above)));
        above = row;
    }
    let hash = hash.finalize().iter().take(16).copied().collect();
    let id = Object::String(hash, lopdf::StringFormat::Hexadecimal);
    let reference = |key: &[u8]| file.trailer.get(key).and_then(Object::as_reference).unwrap_or((0, 0));
    let [root, info]: [ObjectId; 2] = [reference(b"Root"), reference(b"Info")];
    let widths = WIDTHS.map(|width| Object::Integer(width as i64)).to_vec();
    let dict = dictionary! {
        "Type" => "XRef",
        "Size" => places.len() as i64,
        "W" => widths,
        "Root" => root,
        "Info" => info,
        "ID" => vec![id.clone(), id],
    };
    Stream::new(dict, rows)
}
