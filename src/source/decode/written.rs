//! The encodings of bytes.

/// The detected encoding of bytes that are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Encoding {
    /// UTF-8 with broken bytes in it.
    Broken,
    /// An encoding that editors know by this name.
    Named(&'static str),
}

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Written {
    /// In UTF-8.
    Utf8,
    /// In UTF-16, with the low byte first.
    LittleEndian,
    /// In UTF-16, with the high byte first.
    BigEndian,
    /// In another encoding.
    In(&'static encoding_rs::Encoding),
    /// In one with broken bytes.
    Broken,
}
