//! Inter, and the faces of Source Sans 3 and Source Serif 4 that jianli uses. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("Inter-Regular.ttf", include_bytes!("Inter-Regular.ttf")),
    ("Inter-Bold.ttf", include_bytes!("Inter-Bold.ttf")),
    ("Inter-Italic.ttf", include_bytes!("Inter-Italic.ttf")),
    ("Inter-BoldItalic.ttf", include_bytes!("Inter-BoldItalic.ttf")),
    ("SourceSans3-Italic.ttf", include_bytes!("SourceSans3-Italic.ttf")),
    ("SourceSans3-BoldItalic.ttf", include_bytes!("SourceSans3-BoldItalic.ttf")),
    ("SourceSerif4-Regular.ttf", include_bytes!("SourceSerif4-Regular.ttf")),
    ("SourceSerif4-Bold.ttf", include_bytes!("SourceSerif4-Bold.ttf")),
    ("SourceSerif4-Italic.ttf", include_bytes!("SourceSerif4-Italic.ttf")),
    ("SourceSerif4-BoldItalic.ttf", include_bytes!("SourceSerif4-BoldItalic.ttf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] = &[
    ("OFL-Inter.txt", include_str!("OFL-Inter.txt")),
    ("OFL-SourceSans3.txt", include_str!("OFL-SourceSans3.txt")),
    ("OFL-SourceSerif4.txt", include_str!("OFL-SourceSerif4.txt")),
];
