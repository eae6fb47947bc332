//! How bytes say which encoding they are in.

/// What bytes that are not UTF-8 were taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Encoding {
    /// UTF-8 all the same, with broken bytes in it.
    Broken,
    /// An encoding that editors know by this name.
    Named(&'static str),
}

/// How a file is written.
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
    /// In one that is not quite followed.
    Broken,
}
