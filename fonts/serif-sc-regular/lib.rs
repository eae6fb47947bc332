//! Noto Serif SC, regular. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] =
    &[("NotoSerifSC-Regular.ttf", include_bytes!("NotoSerifSC-Regular.ttf"))];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] = &[("OFL-NotoSerifSC.txt", include_str!("OFL-NotoSerifSC.txt"))];
