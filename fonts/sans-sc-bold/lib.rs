//! Noto Sans SC, bold. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[("NotoSansSC-Bold.ttf", include_bytes!("NotoSansSC-Bold.ttf"))];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] = &[("OFL-NotoSansSC.txt", include_str!("OFL-NotoSansSC.txt"))];
