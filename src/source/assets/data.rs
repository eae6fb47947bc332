//! Images in the text itself: `data:` URIs (RFC 2397).

use crate::diag::{Message, message};
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::path::decoded_bytes;
use crate::source::load::MAX_IMAGE;

/// Programs differ in padding; some leave bits in the last letter.
const CONFIG: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, CONFIG);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, CONFIG);

/// Returns whether a name is a `data:` URI.
pub fn is_uri(name: &str) -> bool {
    name.trim_start().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// Returns the bytes that a `data:` URI holds.
///
/// # Errors
/// The reason why there are none, in a few words.
pub fn bytes(uri: &str) -> Result<Vec<u8>, Message> {
    // Four letters hold three bytes; percent-encoding may take nine characters for three.
    if uri.len() as u64 > MAX_IMAGE * 3 {
        return Err(message!("it is larger than {mib} MiB", mib = MAX_IMAGE >> 20));
    }
    let (kind, data) = uri.split_once(',').ok_or("its data is missing: there is no comma")?;
    let data = decoded_bytes(data);
    let bytes = if kind.trim_end().to_ascii_lowercase().ends_with(";base64") {
        let letters: Vec<u8> = data.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let engine = if letters.iter().any(|byte| matches!(byte, b'-' | b'_')) { URL_SAFE } else { STANDARD };
        engine.decode(letters).map_err(|_| "its data is not Base64, or it is cut off")?
    } else {
        data
    };
    match bytes.len() {
        0 => Err("its data is empty".into()),
        len if len as u64 > MAX_IMAGE => Err(message!("it is larger than {mib} MiB", mib = MAX_IMAGE >> 20)),
        _ => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_read_in_all_its_spellings() {
        for (uri, want) in [
            ("data:image/png;base64,aGk=", "hi"),
            ("data:image/png;base64,aGk", "hi"),
            ("DATA:image/png;charset=utf-8;BASE64, aG\nk= ", "hi"),
            ("data:image/png;base64,aGk%3D", "hi"),
            ("data:;base64,Pz8_", "???"),
            ("data:image/svg+xml;utf8,<svg/>", "<svg/>"),
            ("data:image/svg+xml,%3Csvg/%3E", "<svg/>"),
        ] {
            assert!(is_uri(uri));
            assert_eq!(bytes(uri).as_deref(), Ok(want.as_bytes()), "{uri}");
        }
        for uri in ["data:image/png;base64", "data:image/png;base64,", "data:image/png;base64,a*b"] {
            assert!(bytes(uri).is_err(), "{uri}");
        }
        assert!(!is_uri("data.png") && !is_uri("照片") && !is_uri(""));
    }
}
