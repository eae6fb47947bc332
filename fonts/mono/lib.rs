//! Source Code Pro, regular and bold. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("SourceCodePro-Regular.ttf", include_bytes!("SourceCodePro-Regular.ttf")),
    ("SourceCodePro-Bold.ttf", include_bytes!("SourceCodePro-Bold.ttf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] = &[("OFL-SourceCodePro.txt", include_str!("OFL-SourceCodePro.txt"))];
