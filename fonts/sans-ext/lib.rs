//! Rare Han and hangul beside Noto Sans SC: a subset of Noto Sans CJK. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("ResumeNotoSansCJKExt-Regular.otf", include_bytes!("ResumeNotoSansCJKExt-Regular.otf")),
    ("ResumeNotoSansCJKExt-Bold.otf", include_bytes!("ResumeNotoSansCJKExt-Bold.otf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] =
    &[("DEBIAN-fonts-noto-cjk-copyright.txt", include_str!("DEBIAN-fonts-noto-cjk-copyright.txt"))];
