//! Signs and monochrome emoji: subsets of Noto Sans Symbols and Noto Emoji. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("ResumeNotoSymbols-Regular.ttf", include_bytes!("ResumeNotoSymbols-Regular.ttf")),
    ("ResumeNotoEmoji-Regular.ttf", include_bytes!("ResumeNotoEmoji-Regular.ttf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] = &[
    ("OFL-NotoSansSymbols.txt", include_str!("OFL-NotoSansSymbols.txt")),
    ("OFL-NotoEmoji.txt", include_str!("OFL-NotoEmoji.txt")),
];
