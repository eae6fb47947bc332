//! Rare Han and hangul beside Noto Serif SC: a subset of Noto Serif CJK. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("ResumeNotoSerifCJKExt-Regular.otf", include_bytes!("ResumeNotoSerifCJKExt-Regular.otf")),
    ("ResumeNotoSerifCJKExt-Bold.otf", include_bytes!("ResumeNotoSerifCJKExt-Bold.otf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] =
    &[("DEBIAN-fonts-noto-cjk-copyright.txt", include_str!("DEBIAN-fonts-noto-cjk-copyright.txt"))];
